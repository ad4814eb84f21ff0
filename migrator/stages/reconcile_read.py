"""The target's records on their way past: checked for shape, counted and summed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import polars as pl
import pyarrow as pa

from migrator.errors import Cancelled
from migrator.model.schema import Entity
from migrator.progress import Progress
from migrator.stages.reconcile_sql import Compared, summed
from migrator.targets.base import Target


class ReadBack:
    """One reading of an entity. `rows` and `sums` (of the exact number fields, as text, in the
    order of `reconcile_sql.summed`) are complete when `batches` has ended; `error` is what ended it
    too early."""

    def __init__(
        self, target: Target, entity: Entity, fields: Sequence[Compared], progress: Progress
    ) -> None:
        self._target, self._entity, self._progress = target, entity, progress
        self._totals = {field.name: Decimal(0) for field in summed(fields)}
        names = ("target_id", *(field.name for field in fields))
        self.schema = pa.schema([(name, pa.string()) for name in names])
        self.rows = 0
        self.error: BaseException | None = None

    @property
    def sums(self) -> list[str]:
        """Totals so far; a text that is no number adds nothing."""
        return [f"{total:f}" for total in self._totals.values()]

    def batches(self) -> Iterator[pa.RecordBatch]:
        """The records, with exactly the columns of `schema`."""
        try:
            for batch in self._target.read_back(self._entity, self.schema.names[1:]):
                columns = [batch.column(name).cast(pa.string()) for name in self.schema.names]
                yield pa.RecordBatch.from_arrays(columns, schema=self.schema)
                self._count(batch)
                self._progress.update(self.rows, None, f"compare {self._entity.name}")
        except (Exception, Cancelled) as error:
            self.error = error
            raise RuntimeError("reading back ended") from error

    def _count(self, batch: pa.RecordBatch) -> None:
        self.rows += batch.num_rows
        for name in self._totals:
            texts = pl.Series(pl.from_arrow(batch.column(name)))
            total = texts.cast(pl.Decimal(38, 9), strict=False).sum()
            self._totals[name] += Decimal(total or 0)
