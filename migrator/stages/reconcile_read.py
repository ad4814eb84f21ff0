"""The target's records on their way past: checked for shape, counted and summed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa

from migrator.errors import Cancelled
from migrator.model.schema import Entity
from migrator.progress import Progress
from migrator.stages.reconcile_sql import Compared
from migrator.stages.reconcile_totals import Totals
from migrator.targets.base import Target


class ReadBack:
    """One reading of an entity. `totals` are complete when `batches` has ended; `error` is what
    ended it too early."""

    def __init__(
        self,
        target: Target,
        entity: Entity,
        fields: Sequence[Compared],
        totals: Totals,
        progress: Progress,
    ) -> None:
        self._target, self._entity, self._progress = target, entity, progress
        self.totals = totals
        names = ("target_id", *(field.name for field in fields))
        self.schema = pa.schema([(name, pa.string()) for name in names])
        self.error: BaseException | None = None

    def batches(self, only_ours: bool) -> Iterator[pa.RecordBatch]:
        """The records, with exactly the columns of `schema`."""
        try:
            fields = self.schema.names[1:]
            for batch in self._target.read_back(self._entity, fields, only_ours):
                columns = [batch.column(name).cast(pa.string()) for name in self.schema.names]
                plain = pa.RecordBatch.from_arrays(columns, schema=self.schema)
                yield plain
                self.totals.add(plain)
                self._progress.update(self.totals.rows, None, f"compare {self._entity.name}")
        except (Exception, Cancelled) as error:
            self.error = error
            raise RuntimeError("reading back ended") from error
