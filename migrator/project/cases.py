"""Rejects as the project remembers them: which record had which cause in which runs, and which
causes people accepted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from migrator.errors import ProjectError
from migrator.model.text import Text
from migrator.project.connections import Connections
from migrator.project.history import transaction


@dataclass(frozen=True, order=True)
class CauseKey:
    """What makes rejects alike: entity, field, code, and the target's own words without the values
    ("" where the code says it all)."""

    entity: str
    field: str
    code: str
    words: str


@dataclass(frozen=True)
class Seen:
    """In how many runs a record had a cause, and in which last."""

    kind: str
    last_run: int
    runs: int


@dataclass(frozen=True)
class Acceptance:
    """A person accepts that records with this cause stay behind."""

    no: int
    cause: CauseKey
    who: str
    at: str
    reason: str


class Cases:
    """Kept by the record's source key and the cause, never by a row's number: a newer snapshot
    counts its rows anew."""

    def __init__(self, connection: Connections) -> None:
        self._connection = connection

    def note(self, run: int, cases: Iterable[tuple[CauseKey, str, str]]) -> None:
        """Keep what run `run` left behind: (cause, source key, kind). Harmless to repeat."""
        at = _now()
        with transaction(self._connection):
            self._connection.executemany(
                "insert into reject_case values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)"
                " on conflict (entity, key, field, code, words) do update set"
                " kind = excluded.kind, at = excluded.at,"
                " runs = runs + (last_run <> excluded.last_run), last_run = excluded.last_run",
                (
                    (c.entity, key, c.field, c.code, c.words, kind, run, run, at)
                    for c, key, kind in cases
                ),
            )

    def seen(self) -> dict[CauseKey, dict[str, Seen]]:
        """Every case that was ever noted: by cause, then by source key."""
        found: dict[CauseKey, dict[str, Seen]] = {}
        rows = self._connection.execute(
            "select entity, field, code, words, key, kind, last_run, runs from reject_case"
            " order by entity, field, code, words, key"
        )
        for entity, field, code, words, key, *rest in rows:
            cause = CauseKey(entity, field, code, words)
            found.setdefault(cause, {})[key] = Seen(*rest)
        return found

    def last_run(self) -> int:
        """The newest run that was noted, 0 before the first."""
        row = self._connection.execute(
            "select coalesce(max(last_run), 0) from reject_case"
        ).fetchone()
        return int(row[0])

    def accept(self, cause: CauseKey, who: str, reason: str) -> None:
        """Keep a person's acceptance; a newer one takes the place of an older."""
        with transaction(self._connection):
            self._withdraw(cause)
            self._connection.execute(
                "insert into reject_acceptance(entity, field, code, words, who, at, reason)"
                " values (?, ?, ?, ?, ?, ?, ?)",
                (cause.entity, cause.field, cause.code, cause.words, who, _now(), reason),
            )

    def withdraw(self, cause: CauseKey) -> None:
        """Let the acceptance count no more; raises ProjectError if there is none."""
        with transaction(self._connection):
            if not self._withdraw(cause):
                raise ProjectError(
                    Text("This cause is not accepted.", "این علت پذیرفته نشده است."),
                    hint=Text("Look at the causes again.", "علت‌ها را دوباره ببینید."),
                )

    def _withdraw(self, cause: CauseKey) -> int:
        found = self._connection.execute(
            "update reject_acceptance set withdrawn = ? where entity = ? and field = ?"
            " and code = ? and words = ? and withdrawn is null",
            (_now(), cause.entity, cause.field, cause.code, cause.words),
        )
        return int(found.rowcount)

    def acceptances(self) -> dict[CauseKey, Acceptance]:
        """The acceptances that count."""
        rows = self._connection.execute(
            "select no, entity, field, code, words, who, at, reason from reject_acceptance"
            " where withdrawn is null order by no"
        )
        found = (Acceptance(r[0], CauseKey(*r[1:5]), *r[5:]) for r in rows)
        return {one.cause: one for one in found}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
