"""Taking a run back: the load protocol backwards."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from migrator.model.loading import RunKind
from migrator.model.schema import Entity, Schema
from migrator.progress import Progress
from migrator.targets.collide import differ
from migrator.targets.doors import BatchKind
from migrator.targets.sql import ledger, records
from migrator.targets.sql.changes import write
from migrator.targets.sql.content import row_shas
from migrator.targets.sql.ledger import Entry, Ticket, scope_of
from migrator.targets.sql.session import Session
from migrator.targets.sql.target import SqlTarget

PAGE_ROWS = 5_000
CONFLICTS_LISTED = 1_000
_MARKER = -1  # number of the ledger row that says what a rollback works on
_CHANGED = "It was changed by others since the load."
_GONE = "The table is not in the target any more."


@dataclass(frozen=True)
class _Scope:
    """One scope of the run; `fields` are those its batches carried."""

    ticket: Ticket
    kind: BatchKind
    entity: str
    place: int
    fields: tuple[str, ...]


@dataclass
class _Told:
    """What was done. Kept rows are in the target as others left them, and still in the ledger."""

    removed: int = 0
    restored: int = 0
    gone: int = 0
    kept: int = 0
    conflicts: list[dict[str, str]] = field(default_factory=list)

    def keep(self, entity: str, entry: Entry, why: str) -> None:
        self.kept += 1
        if len(self.conflicts) < CONFLICTS_LISTED:
            self.conflicts.append(
                {"entity": entity, "key": entry.key, "target_id": entry.target_id, "reason": why}
            )

    def add(self, other: _Told) -> None:
        self.removed += other.removed
        self.restored += other.restored
        self.gone += other.gone
        self.kept += other.kept
        self.conflicts += other.conflicts[: CONFLICTS_LISTED - len(self.conflicts)]


def rollback(target: SqlTarget, project: str, run: int, progress: Progress) -> dict[str, Any]:
    """Take run `run` of the project back: links, then records, children before parents.

    Records that the run created and nobody changed are removed; changed ones get back what they
    held; records that others changed, filled or refer to are kept and listed. Stopping anywhere
    and calling again goes on; loading the same run again is possible afterwards.

    Returns `run`, `removed`, `restored`, `kept`, `gone` (removed by others before) and `conflicts`
    (entity, key, target_id, reason; the first 1,000). Raises TargetError.
    """
    schema = target.schema()
    door = target.door
    door.begin_run(project, run, RunKind.ROLLBACK)
    scopes = door.attempt(lambda session: _open(session, project, run, door.fence))
    total = door.attempt(lambda session: sum(_count(session, scope) for scope in scopes))
    told = _Told()
    done = 0
    for scope in scopes:
        after = ""
        label = f"take back {scope.entity}"
        while True:
            progress.update(done, total, label)
            page = _Page(scope, schema, after)
            last, found, count = door.attempt(page.take_back)
            told.add(found)
            done += count
            if last is None:
                break
            after = last
    progress.update(total, total, "take back")
    return {
        "run": run,
        "removed": told.removed,
        "restored": told.restored,
        "kept": told.kept,
        "gone": told.gone,
        "conflicts": told.conflicts,
    }


def _open(session: Session, project: str, run: int, fence: int) -> list[_Scope]:
    """Strike the run's batches off the ledger, so that a later load sends them again, and note the
    fields they had. From here on the crosswalk alone says what is left to do."""
    lease = Ticket(project, run, fence, 0)
    with session.transaction():
        ledger.check_fence(session, lease)
        rows = session.execute(
            "select distinct scope, kind, entity, place, fields from kooch_batch"
            " where project = ? and run = ? and number >= 0",
            (project, run),
        )
        for scope, kind, entity, place, fields in rows:
            _strike(session, (scope, run))
            marker = (scope, run, _MARKER, kind, project, entity, place, "", fields, fence)
            ledger.claim_row(session, (*marker, 0, 0, 0, 0))
        rows = session.execute(
            "select scope, kind, entity, place, fields from kooch_batch"
            f" where project = ? and run = ? and number = {_MARKER}",
            (project, run),
        )
    scopes = [
        _Scope(
            Ticket(project, run, fence, int(scope)),
            BatchKind(kind),
            str(entity),
            int(place),
            tuple(json.loads(fields)),
        )
        for scope, kind, entity, place, fields in rows
    ]
    return sorted(scopes, key=lambda scope: (scope.kind is BatchKind.LOAD, -scope.place))


def _strike(session: Session, where: tuple[int, int]) -> None:
    session.execute("delete from kooch_batch where scope = ? and run = ?", where)
    session.execute("delete from kooch_reject where scope = ? and run = ?", where)


def _count(session: Session, scope: _Scope) -> int:
    rows = session.execute(
        "select count(*) from kooch_crosswalk where scope = ? and run = ?",
        (scope.ticket.scope, scope.ticket.run),
    )
    return int(rows[0][0])


class _Page:
    """The next entries of a scope, in order of key, taken back in one transaction."""

    def __init__(self, scope: _Scope, schema: Schema, after: str) -> None:
        self.scope = scope
        self.schema = schema
        self.after = after
        self.told = _Told()

    def take_back(self, session: Session) -> tuple[str | None, _Told, int]:
        """Returns the last key looked at (None at the end), what was done, and rows looked at."""
        self.told = _Told()
        with session.transaction():
            ledger.check_fence(session, self.scope.ticket)
            entries = self._entries(session)
            if entries and not self.schema.has(self.scope.entity):
                for entry in entries:
                    self.told.keep(self.scope.entity, entry, _GONE)
            elif entries:
                self._work(session, self.schema.entity(self.scope.entity), entries)
        return (entries[-1].key if entries else None), self.told, len(entries)

    def _entries(self, session: Session) -> list[Entry]:
        rows = session.execute(
            f"select {ledger.ENTRY} from kooch_crosswalk"
            " where scope = ? and run = ? and source_key > ?"
            f" order by source_key limit {PAGE_ROWS}",
            (self.scope.ticket.scope, self.scope.ticket.run, self.after),
        )
        return [ledger.entry_of(row) for row in rows]

    def _work(self, session: Session, entity: Entity, entries: Sequence[Entry]) -> None:
        ours = self._unchanged(session, entity, entries)
        self._remove(session, entity, [entry for entry, _ in ours if entry.before is None])
        self._restore(session, entity, [one for one in ours if one[0].before is not None])

    def _unchanged(
        self, session: Session, entity: Entity, entries: Sequence[Entry]
    ) -> list[tuple[Entry, dict[str, str | None]]]:
        """The entries whose records hold what we wrote, and that; the others are told of."""
        fields = [name for name in self.scope.fields if name in {f.name for f in entity.fields}]
        others = self._others(entity)
        held = records.find(session, entity, entity.primary_key, _ids(entries), [*fields, *others])
        shas = _shas(entity, self.scope.fields, [held.get(n) for n in range(len(entries))])
        linked = self._still_linked(session, entries)
        ours = []
        for n, entry in enumerate(entries):
            if n not in held:
                self.told.gone += 1
                ledger.forget(session, self.scope.ticket.scope, [entry.key])
            elif shas[n] != entry.row_sha or entry.key in linked or self._filled(entry, held[n][1]):
                self.told.keep(entity.name, entry, _CHANGED)
            else:
                ours.append((entry, held[n][1]))
        return ours

    def _others(self, entity: Entity) -> list[str]:
        """Fields that nothing fills but people."""
        if self.scope.kind is BatchKind.LINK:
            return []
        known = {*self.scope.fields, *entity.primary_key}
        return [f.name for f in entity.fields if f.name not in known and not f.generated]

    def _filled(self, entry: Entry, held: dict[str, str | None]) -> bool:
        """Whether a field that was empty when we created the record has a value now."""
        if entry.before is not None:
            return False
        return any(v is not None for name, v in held.items() if name not in self.scope.fields)

    def _still_linked(self, session: Session, entries: Sequence[Entry]) -> set[str]:
        """Keys whose links of this run were kept, because others changed them."""
        if self.scope.kind is BatchKind.LINK:
            return set()
        ticket = self.scope.ticket
        scope = scope_of(ticket.project, self.scope.entity, BatchKind.LINK)
        found = ledger.known(session, scope, [entry.key for entry in entries])
        return {key for key, entry in found.items() if entry.run == ticket.run}

    def _remove(self, session: Session, entity: Entity, entries: list[Entry]) -> None:
        used = self._referred(session, entity, entries)
        for n, child in used.items():
            self.told.keep(entity.name, entries[n], f"Records of {child} refer to it.")
        free = [entry for n, entry in enumerate(entries) if n not in used]
        refused = session.piecewise(_ids(free), lambda part: records.remove(session, entity, part))
        for n, _, why in refused:
            self.told.keep(entity.name, free[n], why)
        bad = {n for n, _, _ in refused}
        gone = [entry.key for n, entry in enumerate(free) if n not in bad]
        ledger.forget(session, self.scope.ticket.scope, gone)
        self.told.removed += len(gone)

    def _referred(self, session: Session, entity: Entity, entries: list[Entry]) -> dict[int, str]:
        """Rows that others' records still point to: a cascading key would take those along."""
        used: dict[int, str] = {}
        for child in self.schema.entities:
            for relationship in child.relationships:
                by_key = relationship.parent_field in ("", *entity.primary_key)
                if relationship.parent == entity.name and by_key:
                    found = records.referred(session, child, relationship.field, _ids(entries))
                    used.update(dict.fromkeys(found, child.name))
        return used

    def _restore(
        self,
        session: Session,
        entity: Entity,
        changed: Sequence[tuple[Entry, dict[str, str | None]]],
    ) -> None:
        """Give changed records what they held, and the ledger the entry that it had."""
        entries = [entry for entry, _ in changed]
        before = [entry.before or {} for entry in entries]
        data, differing = _former(entity, self.scope.fields, changed)
        moved = [n for n, image in enumerate(before) if not image.get("same")]
        chosen = pa.array(moved, pa.int64())
        refused = write(
            session,
            entity,
            data.take(chosen),
            {name: where.take(chosen) for name, where in differing.items()},
        )
        for n, _, why in refused:
            self.told.keep(entity.name, entries[moved[n]], why)
        bad = {moved[n] for n, _, _ in refused}
        done = [n for n in range(len(entries)) if n not in bad]
        ledger.forget(session, self.scope.ticket.scope, [entries[n].key for n in done])
        was = [before[n]["was"] for n in done if before[n]["was"]]
        ledger.remember(session, self.scope.ticket.scope, [Entry(**data) for data in was])
        self.told.restored += sum(n not in bad for n in moved)


def _former(
    entity: Entity,
    fields: Sequence[str],
    changed: Sequence[tuple[Entry, dict[str, str | None]]],
) -> tuple[pa.Table, dict[str, pa.Array]]:
    """What the records held before (the key first), and where that differs from what they hold."""
    known = {f.name for f in entity.fields}
    columns = {
        entity.primary_key[0]: pa.array([entry.target_id for entry, _ in changed], pa.string())
    }
    differing = {}
    for name in (n for n in fields if n in known and n not in entity.primary_key):
        images = [(entry.before or {})["values"] for entry, _ in changed]
        former = pa.array([values.get(name) for values in images], pa.string())
        now = pa.array([held[name] for _, held in changed], pa.string())
        columns[name], differing[name] = former, differ(entity.field(name), former, now)
    return pa.table(columns), differing


def _ids(entries: Sequence[Entry]) -> pa.Table:
    return pa.table({"target_id": pa.array([entry.target_id for entry in entries], pa.string())})


def _shas(
    entity: Entity,
    fields: Sequence[str],
    held: Sequence[tuple[str, dict[str, str | None]] | None],
) -> list[str]:
    """Digests of what the records hold; a field that is not there any more changes all of them."""
    known = {f.name for f in entity.fields}
    if not set(fields) <= known:
        return [""] * len(held)
    columns = {
        name: pa.array([row[1][name] if row else None for row in held], pa.string())
        for name in fields
    }
    return row_shas(pa.table(columns), entity, fields)
