"""The stage "load": the one that cannot be undone by undo.

Rows travel in frozen batches (ordered by golden id, numbered, with a digest); the target's own
ledger says which of them it has, in the same transaction as the rows. Stopping anywhere and
running again sends what is missing, never twice. The journal is a cache.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pyarrow as pa

from migrator.errors import TargetError
from migrator.model.loading import BatchState, LoadSettings, RunKind
from migrator.model.reports import StageReport
from migrator.model.schema import Entity
from migrator.model.text import Text
from migrator.progress import Progress
from migrator.project.journal import Journal
from migrator.stages.load_order import EntityLoad, Step, in_order
from migrator.stages.load_outcome import write_issues, write_outcome
from migrator.stages.load_payload import Payload
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging
from migrator.targets.base import LoadBatch, Target
from migrator.targets.doors import BatchKind, Door, Order
from migrator.targets.ids import match_key, namespace, strategy_of
from migrator.targets.opening import door_of
from migrator.targets.payload import changed, digest

READS = ("ready",)
WRITES = ("outcome", "issues_load")
VERSION = 1


@dataclass(frozen=True)
class LoadSection:
    """What a load needs. `project` is a stable id, `system` names the legacy system: both make the
    UUIDs. `run` numbers the runs of the project; a resumed run keeps its number. `only` names, per
    entity, the staging table of the golden ids of a pilot; entities it does not name load nothing,
    an empty mapping means everything."""

    project: str
    system: str
    run: int
    kind: RunKind
    entities: tuple[EntityLoad, ...]
    settings: LoadSettings
    target: Target
    journal: Journal
    only: Mapping[str, str] = field(default_factory=dict)


def entity_load(
    entity: Entity, fields: Sequence[str], lookups: Mapping[str, str] | None = None
) -> EntityLoad:
    """An entity to load. `lookups` (field -> parent entity) are the fields that hold golden ids;
    without it all mapped relationship fields do."""
    if lookups is None:
        lookups = {r.field: r.parent for r in entity.relationships if r.field in fields}
    return EntityLoad(entity, tuple(fields), lookups)


def run(staging: Staging, section: LoadSection, progress: Progress) -> StageReport:
    """Load, or go on where an earlier life of the same run stopped; write outcome_<entity> and
    issues_load_<entity> of every entity.

    Raises TargetError (the target is not as planned: `details["problems"]`; another run took over;
    too many rejects; it cannot be reached) and PlanError. After any of them, and after Cancelled,
    the same call resumes.
    """
    started = time.perf_counter()
    loader = _Loader(staging, section, progress)
    loader.check()
    facts = loader.load()
    rows = {}
    for step in loader.steps:
        for table in (names.outcome(step.name), names.issues("load", step.name)):
            rows[table] = staging.count(table)
    attention = sum(rows[names.issues("load", step.name)] for step in loader.steps)
    seconds = time.perf_counter() - started
    return StageReport("load", rows, facts, loader.warnings(), attention, round(seconds, 3))


def problems(
    staging: Staging, section: LoadSection, there: Sequence[Entity], progress: Progress
) -> tuple[str, ...]:
    """What `run` would refuse to begin with, as sentences, found without writing. `there` are the
    entities that need not be created first."""
    return tuple(_Loader(staging, section, progress).problems(there))


def look(staging: Staging, section: LoadSection, progress: Progress) -> None:
    """Write outcome_<entity> and issues_load_<entity> anew from what the target's ledger says now;
    nothing is sent. Raises TargetError."""
    loader = _Loader(staging, section, progress)
    loader.door.begin_run(section.project, section.run, section.kind)
    for place, step in enumerate(loader.steps):
        progress.update(place, len(loader.steps), f"look {step.name}")
        loader.look(step)


class _Loader:
    def __init__(self, staging: Staging, section: LoadSection, progress: Progress) -> None:
        self.staging = staging
        self.section = section
        self.progress = progress
        self.door: Door = door_of(section.target)
        self.steps = in_order([_with_lookups(staging, load) for load in section.entities])
        self.rejects = 0
        self.stopped = False
        ids = {step.name: strategy_of(step.load.entity, step.load.fields) for step in self.steps}
        self.parents = {step.name: (step.load.entity, ids[step.name]) for step in self.steps}

    def check(self) -> None:
        """Everything that can be known before the first write, all of it together."""
        told = self.problems([step.load.entity for step in self.steps])
        if told:
            raise TargetError(
                Text(
                    "The target is not ready for this load: " + " ".join(told),
                    f"مقصد برای این بارگذاری آماده نیست: {' '.join(told)}",
                ),
                hint=Text(
                    "Change the target or the plan, then try again. Nothing was written.",
                    "مقصد یا برنامه را تغییر دهید و دوباره بکوشید. چیزی نوشته نشده است.",
                ),
                problems=tuple(told),
            )

    def problems(self, there: Sequence[Entity]) -> list[str]:
        """What stands in the way, as sentences; `there` are the entities that the target should
        have by now."""
        told = list(self.section.target.problems(there)) if there else []
        mode = self.section.settings.mode
        served = self.section.target.capabilities.ids
        for entity, ids in self.parents.values():
            if ids not in served:
                told.append(f"{entity.name}: the target counts no keys; map a field to its key.")
        if mode != "insert":
            for step in self.steps:
                told += self._unmatched(step)
        return told

    def _unmatched(self, step: Step) -> list[str]:
        entity, ids = self.parents[step.name]
        try:
            match_key(entity, step.load.fields, ids)
        except TargetError as error:
            return [error.message]
        return []

    def load(self) -> dict[str, Any]:
        """All entities, parents first, then the lookups that had to wait; returns the facts."""
        section = self.section
        fence = self.door.begin_run(section.project, section.run, section.kind)
        entities = {step.name: self._load_entity(step) for step in self.steps}
        for step in self.steps:
            entities[step.name] |= self._link_entity(step)
        counters = self.door.counters
        facts = {
            "mode": "exactly once" if section.target.capabilities.exactly_once else "at least once",
            "fence": fence,
            "retries": counters.retries,
            "unknown_settled": counters.unknown,
            "entities": entities,
        }
        if self.stopped:
            raise TargetError(
                Text(
                    f"Stopped: the target refused {self.rejects} rows, more than the"
                    f" {section.settings.max_rejects} that are allowed.",
                    f"متوقف شد: مقصد {self.rejects} ردیف را نپذیرفت، بیش از"
                    f" {section.settings.max_rejects} ردیفی که مجاز است.",
                ),
                hint=Text(
                    "Look at the reasons; then change the plan, or allow more and resume.",
                    "دلیل‌ها را ببینید؛ سپس برنامه را تغییر دهید، یا شمار بیشتری "
                    "را مجاز کنید و ادامه دهید.",
                ),
                facts=facts,
            )
        return facts

    def look(self, step: Step) -> None:
        """What became of the entity's rows, as the ledger has it now."""
        payload = self._payload(step)
        order = self._order(step, BatchKind.LOAD, payload.fields)
        write_outcome(self.staging, self.door, order, payload)
        write_issues(self.staging, self.door, None, payload)

    def warnings(self) -> tuple[str, ...]:
        """Whole sentences for people."""
        if self.section.target.capabilities.exactly_once:
            return ()
        return ("This target keeps no account of what it got: rows are sent at least once.",)

    # -- one entity

    def _payload(self, step: Step) -> Payload:
        only = self.section.only
        chosen = only.get(step.name)
        table = quote(chosen) if chosen else "(select 0::bigint as _gid where false)"
        return Payload(
            step,
            self.parents[step.name][1],
            namespace(self.section.project, self.section.system),
            self.parents,
            only=table if only else "",
            formula=not self.door.links,
        )

    def _order(self, step: Step, kind: BatchKind, fields: tuple[str, ...]) -> Order:
        entity, ids = self.parents[step.name]
        return Order(entity, fields, ids, self.section.settings.mode, kind, step.place)

    def _load_entity(self, step: Step) -> dict[str, Any]:
        payload = self._payload(step)
        order = self._order(step, BatchKind.LOAD, payload.fields)
        started, before = time.perf_counter(), self.door.counters.skipped
        gids = payload.gids()
        batches, rows = self._send(order, gids, payload.rows())
        self.door.finish(order)
        seconds = time.perf_counter() - started
        states = write_outcome(self.staging, self.door, order, payload)
        return {
            "loaded": states.get("loaded", 0),
            "rejected": states.get("rejected", 0),
            "pending": states.get("pending", 0),
            "already_there": self.door.counters.skipped - before,
            "batches": batches,
            "seconds": round(seconds, 3),
            "rows_per_second": round(rows / seconds) if seconds else 0,
        }

    def _link_entity(self, step: Step) -> dict[str, Any]:
        payload = self._payload(step)
        order = None
        facts = {}
        if step.late and self.door.links:
            order = self._order(step, BatchKind.LINK, step.late)
            sql = payload.links()
            batches, rows = self._send(order, f"select _gid from ({sql})", sql)
            facts = {"links": rows, "link_batches": batches}
        write_issues(self.staging, self.door, order, payload)
        return facts

    # -- batches

    def _send(self, order: Order, gids: str, sql: str) -> tuple[int, int]:
        """Send what the target does not have; returns batches and rows sent."""
        plan = self._boundaries(gids)
        notes = _Notes(self.section, order)
        notes.plan(plan)
        done = self.door.done(order)
        before = self.rejects
        self.rejects += sum(part.num_rows for part in self.door.refused(order)) if done else 0
        total = sum(count for *_, count in plan)
        at = sent_batches = sent_rows = 0
        pieces = _pieces(self.staging.arrow(sql), [count for *_, count in plan])
        ahead = _Ahead(order.entity, pieces)
        try:
            while (batch := ahead.take()) is not None:
                self.progress.update(at, total, _label(order, self.rejects - before))
                if self._too_many():
                    break
                rows = batch.rows
                if _there(batch, done):
                    notes.add(batch, BatchState.DONE)
                else:
                    self._write(order, batch, notes, ahead.prepare)
                    sent_batches += 1
                    sent_rows += rows.num_rows
                at += rows.num_rows
        finally:
            notes.keep()
        self.progress.update(at, total, _label(order, self.rejects - before))
        return sent_batches, sent_rows

    def _too_many(self) -> bool:
        allowed = self.section.settings.max_rejects
        self.stopped = self.stopped or bool(allowed and self.rejects > allowed)
        return self.stopped

    def _boundaries(self, gids: str) -> list[tuple[int, int, int, int]]:
        """Number, first and last golden id and rows of every batch."""
        size = max(self.section.settings.batch_rows, 1)
        found = self.staging.rows(
            f"select n, min(_gid), max(_gid), count(*) from (select _gid,"
            f" (row_number() over (order by _gid) - 1) // {size} as n from ({gids}))"
            " group by n order by n"
        )
        return [(int(n), int(first), int(last), int(count)) for n, first, last, count in found]

    def _write(
        self, order: Order, batch: LoadBatch, notes: _Notes, meanwhile: Callable[[], None]
    ) -> None:
        """Send a batch; the journal hears before and after."""
        notes.add(batch, BatchState.SENDING)
        notes.keep()
        outcome = self.door.write(batch, order, lambda state: notes.now(batch, state), meanwhile)
        self.rejects += len(outcome.rejects)
        notes.add(batch, BatchState.DONE)


class _Ahead:
    """The batches of an entity, the next one made while the target works on the one before."""

    def __init__(self, entity: Entity, pieces: Iterator[pa.RecordBatch]) -> None:
        self._entity = entity
        self._pieces = enumerate(pieces)
        self._next: LoadBatch | None = None

    def prepare(self) -> None:
        """Make the next batch, if there is one and it is not made yet."""
        if self._next is None:
            found = next(self._pieces, None)
            if found is not None:
                number, rows = found
                self._next = LoadBatch(self._entity, number, digest(rows), rows)

    def take(self) -> LoadBatch | None:
        """The next batch; None at the end."""
        self.prepare()
        batch, self._next = self._next, None
        return batch


class _Notes:
    """The journal's notes on the batches of one entity, kept with as few syncs as may be: that a
    batch is done is kept together with the sending of the next one."""

    def __init__(self, section: LoadSection, order: Order) -> None:
        self._journal = section.journal
        self._where = (section.run, order.entity.name, order.kind.value)
        self._waiting: list[tuple[int, BatchState, str]] = []

    def plan(self, batches: Sequence[tuple[int, int, int, int]]) -> None:
        self._journal.plan(*self._where, [(n, first, last) for n, first, last, _ in batches])

    def add(self, batch: LoadBatch, state: BatchState) -> None:
        self._waiting.append((batch.number, state, batch.digest))

    def now(self, batch: LoadBatch, state: BatchState) -> None:
        self.add(batch, state)
        self.keep()

    def keep(self) -> None:
        if self._waiting:
            self._journal.mark(*self._where, self._waiting)
            self._waiting = []


def _label(order: Order, refused: int) -> str:
    told = f"{order.kind} {order.entity.name}"
    return f"{told} ({refused} refused)" if refused else told


def _there(batch: LoadBatch, done: Mapping[int, str]) -> bool:
    """Whether the target has this batch; raises TargetError if it has another one there."""
    if batch.number not in done:
        return False
    if done[batch.number] != batch.digest:
        raise changed(batch)
    return True


def _with_lookups(staging: Staging, load: EntityLoad) -> EntityLoad:
    """Lookups are the fields that keep what was looked up beside them (`_raw_<field>`); without
    that a relationship field holds a key of the target, mapped as it is."""
    columns = set(staging.columns(names.ready(load.entity.name)))
    there = {f: parent for f, parent in load.lookups.items() if f"_raw_{f}" in columns}
    return replace(load, lookups=there)


def _pieces(stream: Iterable[pa.RecordBatch], sizes: Sequence[int]) -> Iterator[pa.RecordBatch]:
    """The rows of the stream in record batches of exactly these sizes."""
    waiting: list[pa.RecordBatch] = []
    have = 0
    wanted = iter(sizes)
    size = next(wanted, 0)
    for part in stream:
        waiting.append(part)
        have += part.num_rows
        while size and have >= size:
            table = pa.Table.from_batches(waiting)
            yield _one(table.slice(0, size))
            waiting = table.slice(size).to_batches()
            have -= size
            size = next(wanted, 0)


def _one(table: pa.Table) -> pa.RecordBatch:
    return table.combine_chunks().to_batches()[0]
