"""The stage "load": the one that cannot be undone by undo.

Rows travel in frozen batches (ordered by golden id, numbered, with a digest); the target's own
ledger says which of them it has, in the same transaction as the rows. Stopping anywhere and
running again sends what is missing, never twice. The journal is a cache.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from migrator.errors import TargetError
from migrator.model.loading import BatchState
from migrator.model.reports import StageReport
from migrator.model.schema import Entity
from migrator.model.text import Text
from migrator.progress import Progress
from migrator.stages.load_batches import Ahead, Notes, pieces, there
from migrator.stages.load_meeting import troubles, way_of
from migrator.stages.load_order import Step
from migrator.stages.load_outcome import linked_table, write_issues, write_outcome
from migrator.stages.load_payload import Payload
from migrator.stages.load_section import LoadSection, Payloads, entity_load
from migrator.store import names
from migrator.store.staging import Staging
from migrator.targets.base import LoadBatch
from migrator.targets.doors import BatchKind, Door, Order
from migrator.targets.opening import door_of

__all__ = ["LoadSection", "entity_load", "look", "problems", "run"]

READS = ("ready",)
WRITES = ("outcome", "issues_load", "expected")
VERSION = 2


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
        self.payloads = Payloads(staging, section, self.door.links)
        self.steps = self.payloads.steps
        self.rejects = 0
        self.stopped = False

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
        served = self.section.target.capabilities.ids
        for entity, ids in self.payloads.parents.values():
            if ids not in served:
                told.append(f"{entity.name}: the target counts no keys; map a field to its key.")
        for step in self.steps:
            told += self._unmatched(step)
        return told

    def _unmatched(self, step: Step) -> list[str]:
        payload = self.payloads.of(step)
        try:
            way = way_of(self.section.settings, payload)
        except TargetError as error:
            return [error.message]
        if way and not self.door.links:
            return [f"{step.name}: records in this target cannot be looked for and changed."]
        return troubles(way, payload)

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
        payload = self.payloads.of(step)
        order = self.payloads.order(step, BatchKind.LOAD, payload.fields)
        write_outcome(self.staging, self.door, order, payload, self.section.run)
        links = self.payloads.order(step, BatchKind.LINK, step.late) if step.late else None
        self._expect(links if self.door.links else None, payload)
        write_issues(self.staging, self.door, None, payload)

    def warnings(self) -> tuple[str, ...]:
        """Whole sentences for people."""
        if self.section.target.capabilities.exactly_once:
            return ()
        return ("This target keeps no account of what it got: rows are sent at least once.",)

    # -- one entity

    def _load_entity(self, step: Step) -> dict[str, Any]:
        payload = self.payloads.meet(step, (), self.progress)
        order = self.payloads.order(step, BatchKind.LOAD, payload.fields)
        started, before = time.perf_counter(), self.door.counters.skipped
        gids = payload.gids()
        batches, rows = self._send(order, gids, payload.rows())
        self.door.finish(order)
        seconds = time.perf_counter() - started
        states = write_outcome(self.staging, self.door, order, payload, self.section.run)
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
        payload = self.payloads.of(step)
        if self.section.kind.partial:
            # A parent that came now is the missing link of records that came before.
            payload = replace(payload, only="")
        order = None
        facts = {}
        if step.late and self.door.links:
            order = self.payloads.order(step, BatchKind.LINK, step.late)
            linked = linked_table(self.staging, self.door, order, step.name)
            sql = payload.links(linked, clears=len(order.collisions) < len(step.late))
            batches, rows = self._send(order, f"select _gid from ({sql})", sql)
            facts = {"links": rows, "link_batches": batches}
        self._expect(order, payload)
        write_issues(self.staging, self.door, order, payload)
        return facts

    def _expect(self, links: Order | None, payload: Payload) -> None:
        name = payload.step.name
        linked = linked_table(self.staging, self.door, links, name)
        self.staging.create(names.expected(name), payload.expected(linked))

    # -- batches

    def _send(self, order: Order, gids: str, sql: str) -> tuple[int, int]:
        """Send what the target does not have; returns batches and rows sent."""
        plan = self._boundaries(gids)
        notes = Notes(self.section.journal, self.section.run, order)
        notes.plan(plan)
        done = self.door.done(order)
        before = self.rejects
        self.rejects += sum(part.num_rows for part in self.door.refused(order)) if done else 0
        total = sum(count for *_, count in plan)
        at = sent_batches = sent_rows = 0
        rows_of = pieces(self.staging.arrow(sql), [count for *_, count in plan])
        ahead = Ahead(order.entity, rows_of)
        try:
            while (batch := ahead.take()) is not None:
                self.progress.update(at, total, _label(order, self.rejects - before))
                if self._too_many():
                    break
                rows = batch.rows
                if there(batch, done):
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
        self, order: Order, batch: LoadBatch, notes: Notes, meanwhile: Callable[[], None]
    ) -> None:
        """Send a batch; the journal hears before and after."""
        notes.add(batch, BatchState.SENDING)
        notes.keep()
        outcome = self.door.write(batch, order, lambda state: notes.now(batch, state), meanwhile)
        self.rejects += len(outcome.rejects)
        notes.add(batch, BatchState.DONE)


def _label(order: Order, refused: int) -> str:
    told = f"{order.kind} {order.entity.name}"
    return f"{told} ({refused} refused)" if refused else told
