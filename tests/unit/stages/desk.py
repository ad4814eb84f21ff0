"""A staging database with literal rows, and a source made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa

from migrator.model.plan import SourceSpec, TableChoice
from migrator.model.source import SourceColumn, SourceTable
from migrator.sources.base import CellNote, ReadBatch, Unreadable, row_schema

Row = Sequence[str | None]


def table(no: int, name: str, *columns: str) -> TableChoice:
    return TableChoice(no, SourceTable(name, tuple(SourceColumn(c) for c in columns)))


def spec(*choices: TableChoice) -> SourceSpec:
    return SourceSpec("legacy", "memory", tables=choices)


class LiteralSource:
    """Reads the rows it was given, two a batch; a row that is an exception is raised there."""

    def __init__(
        self,
        rows: Sequence[Row | Exception],
        unreadable: Sequence[Unreadable] = (),
        notes: Sequence[CellNote] = (),
    ) -> None:
        self._rows, self._unreadable, self._notes = rows, unreadable, notes
        self.closed = False

    def discover(self) -> tuple[SourceTable, ...]:
        raise AssertionError("extract reads what was chosen")

    def read(self, table: str, limit: int | None = None) -> Iterator[ReadBatch]:
        taken = {bad.ordinal for bad in self._unreadable}
        ordinals = (n for n in range(1, 10**6) if n not in taken)
        for start in range(0, len(self._rows), 2):
            part = self._rows[start : start + 2]
            for row in part:
                if isinstance(row, Exception):
                    raise row
            yield self._batch([next(ordinals) for _ in part], part)
        if self._unreadable or self._notes:
            yield ReadBatch(self._batch([], []).rows, tuple(self._unreadable), tuple(self._notes))

    def _batch(self, ordinals: list[int], rows: Sequence[Row | Exception]) -> ReadBatch:
        first = next(r for r in self._rows if not isinstance(r, Exception))
        schema = row_schema(len(first))
        columns = [[row[n] for row in rows] for n in range(len(first))]  # type: ignore[index]
        arrays = [pa.array(ordinals, pa.int64()), *(pa.array(c, pa.string()) for c in columns)]
        return ReadBatch(pa.RecordBatch.from_arrays(arrays, schema=schema))

    def identity(self) -> str:
        return "sha256:literal"

    def close(self) -> None:
        self.closed = True
