"""Loading a folder: its part files are the ledger, named by number and digest of their batch."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pyarrow as pa
import pyarrow.compute as pc

from migrator.model.loading import BatchState, RunKind
from migrator.targets.base import BatchOutcome, LoadBatch
from migrator.targets.doors import LOADED, REFUSED, Counters, Order
from migrator.targets.folder import FolderTarget

_RUN_BITS = 24  # batches of one run


class FolderDoor:
    """Sends batches to `FolderTarget.append`. Rows that an earlier run left there are not sent
    again; the batch keeps the digest of the whole, so a resume finds it."""

    links = False

    def __init__(self, target: FolderTarget) -> None:
        self.counters = Counters()
        self._target = target
        self._run = 0
        self._there: dict[str, pa.Array] = {}
        self._keys: dict[str, list[pa.RecordBatch]] = {}
        self._refused: dict[str, list[pa.RecordBatch]] = {}

    def begin_run(self, project: str, run: int, kind: RunKind) -> int:  # noqa: ARG002
        """A folder has no lease: its files can be written once only, whoever writes them."""
        self._run = run
        return 0

    def done(self, order: Order) -> dict[int, str]:  # noqa: ARG002
        """Nothing is known without asking: `append` knows a batch by its number and digest."""
        return {}

    def write(
        self,
        batch: LoadBatch,
        order: Order,
        trace: Callable[[BatchState], None],  # noqa: ARG002 - a file is there or not
        meanwhile: Callable[[], None],  # noqa: ARG002 - files do not let us wait
    ) -> BatchOutcome:
        """Append what is not there yet."""
        entity = order.entity.name
        there = self._already(order)
        known = pc.is_in(batch.rows.column("target_id"), value_set=there)
        fresh = batch.rows.filter(pc.invert(known))
        number = (self._run << _RUN_BITS) | batch.number
        outcome = self._target.append(LoadBatch(batch.entity, number, batch.digest, fresh))
        if not outcome.already_there:
            self.counters.skipped += batch.rows.num_rows - fresh.num_rows
        self._remember(entity, batch, outcome)
        return outcome

    def _already(self, order: Order) -> pa.Array:
        entity = order.entity
        if entity.name not in self._there:
            found = [b.column(0) for b in self._target.read_back(entity, ())]
            self._there[entity.name] = pa.concat_arrays(found) if found else pa.array([], "string")
        return self._there[entity.name]

    def _remember(self, entity: str, batch: LoadBatch, outcome: BatchOutcome) -> None:
        rejected = {reject.gid: reject for reject in outcome.rejects}
        gids = batch.rows.column("_gid")
        number = pa.array([str(batch.number)] * batch.rows.num_rows, pa.string())
        keys = pa.RecordBatch.from_arrays(
            [
                batch.rows.column("_key"),
                batch.rows.column("target_id"),
                pa.array(["insert"] * batch.rows.num_rows, pa.string()),
                number,
                pa.array([str(self._run)] * batch.rows.num_rows, pa.string()),
                pa.nulls(batch.rows.num_rows, pa.string()),
            ],
            schema=LOADED,
        )
        bad = pc.is_in(gids, value_set=pa.array(list(rejected), pa.int64()))
        self._keys.setdefault(entity, []).append(keys.filter(pc.invert(bad)))
        if rejected:
            refused = [rejected[gid] for gid in gids.filter(bad).to_pylist()]
            columns = [
                batch.rows.column("_key").filter(bad),
                pa.array([r.code for r in refused], pa.string()),
                pa.array([r.reason for r in refused], pa.string()),
                number.filter(bad),
            ]
            self._refused.setdefault(entity, []).append(
                pa.RecordBatch.from_arrays(columns, schema=REFUSED)
            )

    def finish(self, order: Order) -> None:
        """Files count nothing."""

    def loaded(self, order: Order) -> Iterator[pa.RecordBatch]:
        """The rows of this life's batches whose ids the folder holds now."""
        self._there.pop(order.entity.name, None)
        there = self._already(order)
        for batch in self._keys.get(order.entity.name, []):
            yield batch.filter(pc.is_in(batch.column("target_id"), value_set=there))

    def refused(self, order: Order) -> Iterator[pa.RecordBatch]:
        """What `append` refused."""
        yield from self._refused.get(order.entity.name, [])
