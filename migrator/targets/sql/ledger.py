"""The ledger beside the data: lease, batches, crosswalk and rejects, in the target itself.

It commits in the same transaction as the rows, so no crash can separate them. `scope` numbers an
entity of a project (and apart from it its links and its rollbacks): a hash, so that every
program computes the same one and the large tables stay narrow; kooch_batch spells it out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from migrator.databases.engine import Dialect
from migrator.databases.trouble import DRIVER_ERRORS, classify
from migrator.errors import TargetError
from migrator.model.schema import Field, FieldType
from migrator.model.text import Text
from migrator.targets.base import LoadBatch
from migrator.targets.doors import Order
from migrator.targets.sql.session import Session

KEY_LETTERS = 400  # source keys are folded to this length before they come here
_PARAMETERS = 400

_TYPES: dict[Dialect, dict[str, str]] = {
    "postgresql": {"key": 'text collate "C"', "short": 'text collate "C"', "long": "text"},
    "sqlite": {"key": "text", "short": "text", "long": "text"},
    "mysql": {"key": "varchar(400)", "short": "varchar(190)", "long": "longtext"},
}
_TABLES = {
    "kooch_lease": "project {short} not null, fence bigint not null, primary key (project)",
    "kooch_batch": (
        "scope bigint not null, run integer not null, number integer not null,"
        " kind {short} not null, project {short} not null, entity {short} not null,"
        " place bigint not null, digest {short} not null, fields {long}, fence bigint not null,"
        " added bigint not null, updated bigint not null, skipped bigint not null,"
        " rejected bigint not null,"
        " primary key (scope, run, number)"
    ),
    "kooch_crosswalk": (
        "scope bigint not null, run integer not null, batch_no integer not null,"
        " source_key {key} not null, target_id {short} not null, action {short} not null,"
        " row_sha {short} not null, before_image {long},"
        " primary key (scope, source_key)"
    ),
    "kooch_reject": (
        "scope bigint not null, run integer not null, batch_no integer not null,"
        " source_key {key} not null, gid bigint not null, code {short} not null, reason {long},"
        " primary key (scope, run, source_key)"
    ),
}
_TAILS: dict[Dialect, str] = {
    # Keys that differ in any letter, case or trailing space must stay different (see sql.ddl).
    "mysql": " engine=InnoDB default charset=utf8mb4"
    " /*M! collate=utf8mb4_nopad_bin */ /*!80017 collate=utf8mb4_0900_bin */",
    "sqlite": " without rowid",  # one tree instead of a table and its index
}


def _integers(*names: str) -> list[Field]:
    return [Field(name, FieldType.INTEGER) for name in names]


CROSSWALK = [
    *_integers("scope", "run", "batch_no"), Field("source_key"), Field("target_id"),
    Field("action"), Field("row_sha"), Field("before_image"),
]  # fmt: skip
REJECT = [
    *_integers("scope", "run", "batch_no"), Field("source_key"), *_integers("gid"), Field("code"),
    Field("reason"),
]  # fmt: skip
# The crosswalk's columns in the order of Entry.
ENTRY = "source_key, target_id, action, row_sha, run, batch_no, before_image"


@dataclass(frozen=True)
class Ticket:
    """The right of one run to write one scope of its project."""

    project: str
    run: int
    fence: int
    scope: int


@dataclass(frozen=True)
class Entry:
    """A row of the crosswalk. `before` is None, or what the record held before we changed it:
    `values` by field, `was`, the entry that this one took the place of, `same` if nothing had to
    be changed, and `kept` (see `doors.LOADED`)."""

    key: str
    target_id: str
    action: str
    row_sha: str
    run: int
    batch_no: int
    before: dict[str, Any] | None = None

    @property
    def kept(self) -> dict[str, str | None]:
        """The values that stand in the record in the place of mapped ones."""
        return dict((self.before or {}).get("kept", {}))

    def data(self) -> dict[str, Any]:
        """The entry as JSON data, for the `was` of its successor."""
        return {**self.__dict__}


class Taken(Exception):
    """A batch of this number is there already."""


def scope_of(project: str, entity: str, kind: str) -> int:
    """The scope's number: 63 bits of SHA-256."""
    seen = hashlib.sha256(json.dumps([project, entity, kind]).encode()).digest()
    return int.from_bytes(seen[:8], "big") >> 1


def statements(dialect: Dialect) -> list[str]:
    """The SQL that creates what is missing of the ledger."""
    tail = _TAILS.get(dialect, "")
    return [
        f"create table if not exists {name} ({columns.format(**_TYPES[dialect])}){tail}"
        for name, columns in _TABLES.items()
    ]


def take_lease(session: Session, project: str) -> int:
    """Raise the project's fence in a transaction of its own; returns it. Waits for an older run's
    open batch."""
    while True:
        try:
            with session.transaction():
                where = "where project = ?"
                session.execute(f"update kooch_lease set fence = fence + 1 {where}", (project,))
                row = session.execute(f"select fence from kooch_lease {where}", (project,))
                if row:
                    return int(row[0][0])
                session.execute("insert into kooch_lease values (?, 1)", (project,))
                return 1
        except DRIVER_ERRORS as error:
            if classify(error) != "conflict":  # else another first run was quicker: look again
                raise


def check_fence(session: Session, ticket: Ticket) -> None:
    """Lock the lease until the transaction ends; TargetError if a newer run has it."""
    row = session.execute(
        f"select fence from kooch_lease where project = ?{session.share_lock}", (ticket.project,)
    )
    if not row or int(row[0][0]) != ticket.fence:
        raise TargetError(
            Text(
                "Stopped: another run owns this project now.",
                "متوقف شد: اکنون اجرای دیگری صاحب این پروژه است.",
            ),
            hint=Text(
                "Nothing is lost; go on where the newer run was started.",
                "چیزی از دست نرفته است؛ همان‌جا که اجرای تازه‌تر آغاز شده ادامه دهید.",
            ),
            fence=ticket.fence,
        )


def claim(session: Session, ticket: Ticket, order: Order, batch: LoadBatch) -> None:
    """Insert the batch's row, first of all: waits for an undecided twin; raises Taken if the twin
    committed."""
    values = (
        ticket.scope, ticket.run, batch.number, order.kind.value, ticket.project,
        order.entity.name, order.place, batch.digest, json.dumps(order.fields), ticket.fence,
        0, 0, 0, 0,
    )  # fmt: skip
    claim_row(session, values)


def claim_row(session: Session, values: Sequence[Any]) -> None:
    """Insert a row of kooch_batch; raises Taken if its number is there."""
    marks = ", ".join("?" * len(values))
    try:
        session.execute(f"insert into kooch_batch values ({marks})", values)
    except DRIVER_ERRORS as error:
        if classify(error) == "conflict":
            raise Taken from error
        raise


def settle(session: Session, ticket: Ticket, number: int, counts: Sequence[int]) -> None:
    """Complete the batch's row: added, updated, skipped, rejected."""
    session.execute(
        "update kooch_batch set added = ?, updated = ?, skipped = ?, rejected = ?"
        " where scope = ? and run = ? and number = ?",
        (*counts, ticket.scope, ticket.run, number),
    )


def digests(session: Session, scope: int, run: int) -> dict[int, str]:
    """The batches of a run that are there."""
    rows = session.execute(
        "select number, digest from kooch_batch where scope = ? and run = ?", (scope, run)
    )
    return {int(number): str(digest) for number, digest in rows}


def has_others(session: Session, scope: int, run: int) -> bool:
    """Whether the crosswalk has rows that no batch of this run added."""
    there = session.execute("select count(*) from kooch_crosswalk where scope = ?", (scope,))
    added = session.execute(
        "select coalesce(sum(added), 0) from kooch_batch where scope = ? and run = ?", (scope, run)
    )
    return int(there[0][0]) > int(added[0][0])


def known(session: Session, scope: int, keys: Sequence[str]) -> dict[str, Entry]:
    """The crosswalk's entries of these keys."""
    found: dict[str, Entry] = {}
    for part in _parts(keys):
        rows = session.execute(
            f"select {ENTRY} from kooch_crosswalk"
            f" where scope = ? and source_key in ({_marks(part)})",
            (scope, *part),
        )
        found.update((entry.key, entry) for entry in map(entry_of, rows))
    return found


def entry_of(row: Sequence[Any]) -> Entry:
    """The entry in a row of the columns ENTRY."""
    key, target_id, action, sha, run, batch_no, before = row
    image = json.loads(before) if before else None
    return Entry(str(key), str(target_id), str(action), str(sha), int(run), int(batch_no), image)


def forget(session: Session, scope: int, keys: Sequence[str]) -> None:
    """Delete entries of the crosswalk."""
    for part in _parts(keys):
        session.execute(
            f"delete from kooch_crosswalk where scope = ? and source_key in ({_marks(part)})",
            (scope, *part),
        )


def remember(session: Session, scope: int, entries: Iterable[Entry]) -> None:
    """Insert entries into the crosswalk, one by one known: for updates."""
    rows = [
        (
            scope, e.run, e.batch_no, e.key, e.target_id, e.action, e.row_sha,
            json.dumps(e.before, ensure_ascii=False) if e.before is not None else None,
        )
        for e in entries
    ]  # fmt: skip
    insert(session, "kooch_crosswalk", CROSSWALK, rows)


def insert(
    session: Session, table: str, fields: Sequence[Field], rows: Sequence[Sequence[Any]]
) -> None:
    """Insert rows given as tuples."""
    if not rows:
        return
    types = [pa.int64() if f.type is FieldType.INTEGER else pa.string() for f in fields]
    arrays = [
        pa.array(values, kind) for values, kind in zip(zip(*rows, strict=True), types, strict=True)
    ]
    session.insert(table, fields, pa.table(arrays, names=[field.name for field in fields]))


def _parts(keys: Sequence[str]) -> list[Sequence[str]]:
    return [keys[n : n + _PARAMETERS] for n in range(0, len(keys), _PARAMETERS)]


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))
