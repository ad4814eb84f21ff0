"""One batch, one transaction: the heart of the load protocol."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pyarrow as pa

from migrator.model.loading import IdStrategy, WriteMode
from migrator.targets.base import BatchOutcome, LoadBatch, RowReject
from migrator.targets.doors import BatchKind, Counters, Order
from migrator.targets.ids import match_key
from migrator.targets.payload import changed
from migrator.targets.sql import ledger, records
from migrator.targets.sql.content import row_shas
from migrator.targets.sql.ledger import Entry, Ticket
from migrator.targets.sql.session import Session


def write_batch(
    session: Session,
    ticket: Ticket,
    order: Order,
    batch: LoadBatch,
    look: bool,
    meanwhile: Callable[[], None] | None = None,
) -> tuple[BatchOutcome, Counters]:
    """Write the batch, or find that it was written. `look` says whether rows of it may be known
    from another run; `meanwhile` is harmless to repeat and may be done while the target is busy.
    Driver errors mean that nothing of the batch is decided by this call."""
    try:
        with session.transaction():
            ledger.check_fence(session, ticket)
            ledger.claim(session, ticket, order, batch)
            return _Writer(session, ticket, order, batch, meanwhile).write(look)
    except ledger.Taken:
        return _recorded(session, ticket, batch), Counters()


def _recorded(session: Session, ticket: Ticket, batch: LoadBatch) -> BatchOutcome:
    """What an earlier life of this batch left in the ledger."""
    there = ledger.digests(session, ticket.scope, ticket.run).get(batch.number)
    if there != batch.digest:
        raise changed(batch)
    keys = batch.rows.column("_key").to_pylist()
    found = ledger.known(session, ticket.scope, keys)
    rows = session.execute(
        "select gid, code, reason from kooch_reject where scope = ? and run = ? and batch_no = ?",
        (ticket.scope, ticket.run, batch.number),
    )
    rejects = tuple(RowReject(int(gid), str(code), str(reason)) for gid, code, reason in rows)
    gids = batch.rows.column("_gid").to_pylist()
    ids = {g: found[k].target_id for g, k in zip(gids, keys, strict=True) if k in found}
    return BatchOutcome(ids, rejects, already_there=True)


@dataclass
class _Sorted:
    """Row numbers of a batch by what must be done with them."""

    fresh: list[int] = field(default_factory=list)
    ids: dict[int, str] = field(default_factory=dict)  # to be updated, with their target ids
    skipped: list[int] = field(default_factory=list)
    refused: list[tuple[int, str, str]] = field(default_factory=list)


class _Writer:
    def __init__(
        self,
        session: Session,
        ticket: Ticket,
        order: Order,
        batch: LoadBatch,
        meanwhile: Callable[[], None] | None,
    ) -> None:
        self.session = session
        self.ticket = ticket
        self.order = order
        self.batch = batch
        self.meanwhile = meanwhile
        self.rows = pa.Table.from_batches([batch.rows])
        self.keys: list[str] = batch.rows.column("_key").to_pylist()
        self.gids: list[int] = batch.rows.column("_gid").to_pylist()
        self.known: dict[str, Entry] = {}

    @cached_property
    def shas(self) -> list[str]:
        """A digest per row."""
        return row_shas(self.batch.rows, self.order.entity, self.order.fields)

    def _hash(self) -> None:
        _ = self.shas

    def write(self, look: bool) -> tuple[BatchOutcome, Counters]:
        """Do it all but COMMIT."""
        if look:
            self.known = ledger.known(self.session, self.ticket.scope, self.keys)
        plan = self._sort()
        ids, refused = self._insert(plan.fresh)
        changed_ids, refused_changes = self._update(plan.ids)
        refused += plan.refused + refused_changes
        self._reject(refused)
        added = len(ids) + sum(self.keys[n] not in self.known for n in changed_ids)
        rewritten = len(ids) + len(changed_ids) - added
        counts = (added, rewritten, len(plan.skipped), len(refused))
        ledger.settle(self.session, self.ticket, self.batch.number, counts)
        known = {n: self.known[self.keys[n]].target_id for n in plan.skipped}
        outcome = BatchOutcome(
            {self.gids[n]: found for n, found in {**ids, **changed_ids, **known}.items()},
            tuple(RowReject(self.gids[n], code, reason) for n, code, reason in refused),
        )
        return outcome, Counters(skipped=len(plan.skipped), rewritten=rewritten)

    # -- what is to be done

    def _sort(self) -> _Sorted:
        plan = _Sorted(fresh=[] if self.known else list(range(len(self.keys))))
        for n, key in enumerate(self.keys if self.known else ()):
            entry = self.known.get(key)
            if entry is None:
                plan.fresh.append(n)
            elif entry.row_sha == self.shas[n]:
                plan.skipped.append(n)
            else:
                plan.ids[n] = entry.target_id
        if self.order.kind is BatchKind.LINK:
            sent = self.batch.rows.column("target_id").to_pylist()
            plan.ids.update((n, sent[n]) for n in plan.fresh)
            plan.fresh = []
        elif self.order.mode is not WriteMode.INSERT and plan.fresh:
            self._match(plan)
        return plan

    def _match(self, plan: _Sorted) -> None:
        """Update and upsert: fresh rows whose record others put there."""
        by = match_key(self.order.entity, self.order.fields, self.order.ids)
        found = records.find(
            self.session, self.order.entity, by, self._match_values(by, plan.fresh), ()
        )
        candidates, plan.fresh = plan.fresh, []
        taken = set(plan.ids.values())
        for place, n in enumerate(candidates):
            target_id = found[place][0] if place in found else None
            if target_id in taken and target_id is not None:
                why = "Another row of this load changes the same record."
                plan.refused.append((n, "same_record", why))
            elif target_id is not None:
                plan.ids[n] = target_id
                taken.add(target_id)
            elif self.order.mode is WriteMode.UPSERT:
                plan.fresh.append(n)
            else:
                plan.refused.append((n, "missing", "No record of the target has this key."))

    def _match_values(self, by: Sequence[str], places: Sequence[int]) -> pa.Table:
        carried = [name if name in self.order.fields else "target_id" for name in by]
        chosen = self.rows.take(pa.array(places, pa.int64()))
        return pa.table([chosen.column(name) for name in carried], names=list(by))

    # -- doing it

    def _insert(self, places: list[int]) -> tuple[dict[int, str], list[tuple[int, str, str]]]:
        """Insert rows; returns target ids by row number, and what was refused."""
        if not places:
            return {}, []
        rows = self._chosen(places)
        ids = self._ids(rows)
        data = self._data(rows, ids)
        fields = [self.order.entity.field(name) for name in data.column_names]
        table = self.session.quote(self.order.entity.name)
        self.session.while_busy = self._hash
        found = self.session.piecewise(
            data,
            lambda part: self.session.insert(table, fields, part),
            near=self.order.entity.primary_key[0] if self.order.ids is IdStrategy.UUID else "",
        )
        refused = [(places[at], code, reason) for at, code, reason in found]
        bad = {at for at, _, _ in found}
        good = [at for at in range(len(places)) if at not in bad] if bad else None
        self._cross(rows, ids, [self.shas[n] for n in places], good)
        texts = ids.to_pylist()
        return {n: texts[at] for at, n in enumerate(places) if at not in bad}, refused

    def _chosen(self, places: list[int]) -> pa.Table:
        if len(places) == self.rows.num_rows:
            return self.rows
        return self.rows.take(pa.array(places, pa.int64()))

    def _ids(self, rows: pa.Table) -> pa.ChunkedArray:
        if self.order.ids is not IdStrategy.IDENTITY:
            return rows.column("target_id")
        numbers = self.session.next_ids(self.order.entity, rows.num_rows)
        return pa.chunked_array([pa.array([str(number) for number in numbers], pa.string())])

    def _data(self, rows: pa.Table, ids: pa.ChunkedArray) -> pa.Table:
        """The columns that travel: the fields, and the key where no field is it."""
        data = rows.select(list(self.order.fields))
        key = self.order.entity.primary_key[0]
        return data if self.order.ids is IdStrategy.MAPPED else data.add_column(0, key, ids)

    def _cross(
        self, rows: pa.Table, ids: pa.ChunkedArray, shas: list[str], good: list[int] | None
    ) -> None:
        """Crosswalk rows of inserted records, as columns."""
        count = rows.num_rows
        sent = pa.table(
            [
                pa.repeat(pa.scalar(self.ticket.scope, pa.int64()), count),
                pa.repeat(pa.scalar(self.ticket.run, pa.int64()), count),
                pa.repeat(pa.scalar(self.batch.number, pa.int64()), count),
                rows.column("_key"),
                ids,
                pa.repeat("insert", count),
                pa.array(shas, pa.string()),
                pa.nulls(count, pa.string()),
            ],
            names=[item.name for item in ledger.CROSSWALK],
        )
        if good is not None:
            sent = sent.take(pa.array(good, pa.int64()))
        if sent.num_rows:
            sent = sent.sort_by("source_key")  # neighbours in the index come one after the other
            self.session.while_busy = self.meanwhile
            self.session.insert("kooch_crosswalk", ledger.CROSSWALK, sent)

    def _update(self, wanted: dict[int, str]) -> tuple[dict[int, str], list[tuple[int, str, str]]]:
        """Change records, keeping what they held; returns and refuses like `_insert`."""
        if not wanted:
            return {}, []
        entity, key = self.order.entity, self.order.entity.primary_key[0]
        places = list(wanted)
        ids = pa.array(list(wanted.values()), pa.string())
        held = records.find(
            self.session, entity, (key,), pa.table([ids], names=[key]), self.order.fields
        )
        gone = "The record is not in the target any more."
        refused = [(n, "missing", gone) for at, n in enumerate(places) if at not in held]
        there = [at for at in range(len(places)) if at in held]
        rows = self.rows.take(pa.array([places[at] for at in there], pa.int64()))
        data = rows.select([name for name in self.order.fields if name != key])
        data = data.add_column(0, key, ids.take(pa.array(there, pa.int64())))
        found = self.session.piecewise(
            data, lambda part: records.change(self.session, entity, part)
        )
        bad = {at for at, _, _ in found}
        refused += [(places[there[at]], code, reason) for at, code, reason in found]
        done = {places[at]: held[at][1] for place, at in enumerate(there) if place not in bad}
        self._recross(done, wanted)
        return {n: wanted[n] for n in done}, refused

    def _recross(self, before: dict[int, dict[str, str | None]], ids: dict[int, str]) -> None:
        """Crosswalk rows of changed records, in the place of the ones that they had."""
        entries = []
        for n, values in before.items():
            was = self.known.get(self.keys[n])
            action = was.action if was else ("link" if self._links else "update")
            image = {"values": values, "was": was.data() if was else None}
            entries.append(
                Entry(
                    self.keys[n], ids[n], action, self.shas[n],
                    self.ticket.run, self.batch.number, image,
                )
            )  # fmt: skip
        replaced = [entry.key for entry in entries if entry.key in self.known]
        ledger.forget(self.session, self.ticket.scope, replaced)
        ledger.remember(self.session, self.ticket.scope, entries)

    @property
    def _links(self) -> bool:
        return self.order.kind is BatchKind.LINK

    def _reject(self, refused: Sequence[tuple[int, str, str]]) -> None:
        rows = [
            (
                self.ticket.scope, self.ticket.run, self.batch.number, self.keys[n],
                self.gids[n], code, reason,
            )
            for n, code, reason in refused
        ]  # fmt: skip
        ledger.insert(self.session, "kooch_reject", ledger.REJECT, rows)
