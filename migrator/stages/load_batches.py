"""Batches of a load: made of a stream of rows, one ahead, and noted in the journal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyarrow as pa

from migrator.model.loading import BatchState
from migrator.model.schema import Entity
from migrator.project.journal import Journal
from migrator.stages.load_payload import MEETS
from migrator.targets.base import LoadBatch
from migrator.targets.doors import Order
from migrator.targets.payload import changed, digest


class Ahead:
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
                # Which record of others a row is may be asked anew by a later life of the run; it
                # is no part of what the batch holds.
                sent = rows.select([name for name in rows.schema.names if name != MEETS])
                self._next = LoadBatch(self._entity, number, digest(sent), rows)

    def take(self) -> LoadBatch | None:
        """The next batch; None at the end."""
        self.prepare()
        batch, self._next = self._next, None
        return batch


class Notes:
    """The journal's notes on the batches of one entity, kept with as few syncs as may be: that a
    batch is done is kept together with the sending of the next one."""

    def __init__(self, journal: Journal, run: int, order: Order) -> None:
        self._journal = journal
        self._where = (run, order.entity.name, order.kind.value)
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


def there(batch: LoadBatch, done: Mapping[int, str]) -> bool:
    """Whether the target has the batch (`done`: digests by number); raises TargetError if it has
    another one there."""
    if batch.number not in done:
        return False
    if done[batch.number] != batch.digest:
        raise changed(batch)
    return True


def pieces(stream: Iterable[pa.RecordBatch], sizes: Sequence[int]) -> Iterator[pa.RecordBatch]:
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
