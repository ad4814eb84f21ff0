"""One batch, one transaction: the heart of the load protocol."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pyarrow as pa

from migrator.model.loading import IdStrategy, WriteMode
from migrator.targets.base import BatchOutcome, LoadBatch, RowReject
from migrator.targets.doors import BatchKind, Counters, Order
from migrator.targets.payload import changed
from migrator.targets.sql import changes, ledger, records
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


_GONE = "The record is not in the target any more."
_MOVED = "Who has this key in the target changed since the run began: load again."


@dataclass
class _Sorted:
    """Row numbers of a batch by what must be done with them."""

    fresh: list[int] = field(default_factory=list)
    ids: dict[int, str] = field(default_factory=dict)  # to be updated, with their target ids
    skipped: list[int] = field(default_factory=list)
    refused: list[tuple[int, str, str]] = field(default_factory=list)


@dataclass
class _Updated:
    """What became of records that were to be changed: target ids by row number, those that were
    as they should be already, the crosswalk's new entries, and what was refused."""

    ids: dict[int, str] = field(default_factory=dict)
    same: set[int] = field(default_factory=set)
    entries: list[Entry] = field(default_factory=list)
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
        met = self._update(plan.ids)
        refused += plan.refused + met.refused
        self._reject(refused)
        new = sum(self.keys[n] not in self.known for n in met.ids)
        skipped = len(plan.skipped) + len(met.same)
        rewritten = len(met.ids) - len(met.same)
        counts = (len(ids) + new, rewritten, skipped, len(refused))
        ledger.settle(self.session, self.ticket, self.batch.number, counts)
        known = {n: self.known[self.keys[n]].target_id for n in plan.skipped}
        outcome = BatchOutcome(
            {self.gids[n]: found for n, found in {**ids, **met.ids, **known}.items()},
            tuple(RowReject(self.gids[n], code, reason) for n, code, reason in refused),
        )
        return outcome, Counters(skipped=skipped, rewritten=rewritten)

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
        elif self.order.meets and plan.fresh:
            self._meet(plan)
        return plan

    def _meet(self, plan: _Sorted) -> None:
        """Fresh rows whose record others made: which one was settled before the run, and is looked
        at again here by the fields that settled it."""
        wanted = self.batch.rows.column("_meets").to_pylist()
        candidates, plan.fresh = plan.fresh, []
        there: dict[int, set[str]] = {}
        if self.order.by:
            keys = self._match_values(self.order.by, candidates)
            there = records.seen(self.session, self.order.entity, self.order.by, keys)
        for place, n in enumerate(candidates):
            now, settled = there.get(place, set()), wanted[n]
            if self.order.by and now != ({settled} if settled else set()):
                plan.refused.append((n, "changed", _MOVED))
            elif settled:
                plan.ids[n] = settled
            elif self.order.mode is WriteMode.UPDATE:
                plan.refused.append((n, "missing", "No record of the target has this key."))
            else:
                plan.fresh.append(n)

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

    def _update(self, wanted: dict[int, str]) -> _Updated:
        """Change records by the rules of collision, keeping what they held."""
        done = _Updated()
        if not wanted:
            return done
        entity, key = self.order.entity, self.order.entity.primary_key[0]
        ids = pa.table([pa.array(list(wanted.values()), pa.string())], names=[key])
        held = records.find(self.session, entity, (key,), ids, self.order.fields)
        places = list(wanted)
        done.refused = [(n, "missing", _GONE) for at, n in enumerate(places) if at not in held]
        there = {n: held[at][1] for at, n in enumerate(places) if at in held}
        if there:
            self._change(there, [wanted[n] for n in there], done)
        return done

    def _change(
        self, held: dict[int, dict[str, str | None]], ids: list[str], done: _Updated
    ) -> None:
        places = list(held)
        rows = self.rows.take(pa.array(places, pa.int64()))
        known = [(self.known.get(self.keys[n]), self._created(n)) for n in places]
        found = changes.decide(self.order, rows, ids, list(held.values()), known)
        bad = {
            at: (places[at], "too_long", f"{field}: too long with what stands there.")
            for at, field in found.too_long.items()
        }
        sent = [at for at, moved in enumerate(found.changed) if moved and at not in bad]
        chosen = pa.array(sent, pa.int64())
        refused = changes.write(
            self.session,
            self.order.entity,
            found.after.take(chosen),
            {name: where.take(chosen) for name, where in found.writes.items()},
        )
        bad |= {sent[n]: (places[sent[n]], code, reason) for n, code, reason in refused}
        done.refused += bad.values()
        for at, n in enumerate(places):
            if at not in bad:
                done.ids[n] = ids[at]
                entry = self._entry(n, ids[at], held[n], (found, at))
                if entry is not None:
                    done.entries.append(entry)
                if not found.changed[at]:
                    done.same.add(n)
        replaced = [entry.key for entry in done.entries if entry.key in self.known]
        ledger.forget(self.session, self.ticket.scope, replaced)
        ledger.remember(self.session, self.ticket.scope, done.entries)

    def _created(self, n: int) -> bool:
        """Whether the project made the record that is to be changed."""
        if self._links:
            return not self.order.meets or self.batch.rows.column("_meets")[n].as_py() is None
        entry = self.known.get(self.keys[n])
        return entry is not None and entry.action == "insert"

    def _entry(
        self, n: int, target_id: str, held: changes.Values, decided: tuple[changes.Changes, int]
    ) -> Entry | None:
        """The crosswalk's new entry of a changed record; None where the old one says it all."""
        found, at = decided
        was = self.known.get(self.keys[n])
        kept, sha = found.kept[at], found.shas[at]
        if was and not found.changed[at] and was.row_sha == sha and was.kept == kept:
            return None
        action = was.action if was else ("link" if self._links else "update")
        image = changes.image_of(held, was, kept, changed=found.changed[at])
        return Entry(
            self.keys[n], target_id, action, sha, self.ticket.run, self.batch.number, image
        )

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
