"""Arrow files of a table, memory-mapped: some cells of them at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

import pyarrow as pa

from migrator.model.views.tables import TableHandle

AT = "_at"
PAGE = 200
PAGES_KEPT = 64
Value = str | int | float | bool | None


class _Part:
    """One file. `batch` is mapped, not read; row `i` of the part stands at `at[i]`."""

    def __init__(self, path: str) -> None:
        self.batch = _mapped(path)
        self.at = self.batch.column(AT)

    def values(self, column: str, rows: pa.Array) -> list[Value]:
        """The cells of a column in these rows of the part."""
        found: list[Value] = self.batch.column(column).take(self.at.take(rows)).to_pylist()
        return found


def _mapped(path: str) -> pa.RecordBatch:
    """The one batch of a file; its pages are read from disk when they are looked at."""
    with pa.memory_map(path) as file:
        reader = pa.ipc.open_file(file)
        if reader.num_record_batches == 0:
            return pa.RecordBatch.from_pylist([], schema=reader.schema)
        return reader.get_batch(0)


class _Page:
    """Up to PAGE rows of what is shown; columns are read when they are looked at."""

    def __init__(self, positions: list[int]) -> None:
        self.positions = positions
        self.columns: dict[str, list[Value]] = {}


class ArrowParts:
    """The rows of one table version in one order. Rows whose part is not here yet are missing."""

    def __init__(self, handle: TableHandle) -> None:
        self._handle = handle
        self._parts: dict[int, _Part] = {}
        self._order: pa.Array | None = None
        self._pages: OrderedDict[int, _Page] = OrderedDict()
        self.rows = handle.rows

    @property
    def count(self) -> int:
        """How many parts the table has."""
        return -(-self._handle.rows // self._handle.part_rows)

    def lacking(self) -> list[int]:
        """The parts that are not here yet, in order."""
        return [n for n in range(self.count) if n not in self._parts]

    def add(self, number: int, path: str) -> None:
        """Map the file of a part. OSError or a pyarrow error if it cannot be read."""
        self._parts[number] = _Part(path)
        self._pages.clear()

    def order(self, path: str) -> None:
        """Show the rows whose positions stand in this file, in its order."""
        self._order = _mapped(path).column(0)
        self.rows = len(self._order)
        self._pages.clear()

    def positions(self, first: int, last: int) -> list[int]:
        """Places in the table of the shown rows from `first` to before `last`."""
        if self._order is None:
            return list(range(first, last))
        found: list[int] = self._order.slice(first, last - first).to_pylist()
        return found

    def position(self, row: int) -> int:
        """The place in the table of a shown row."""
        return self._page(row // PAGE).positions[row % PAGE]

    def needed(self, row: int) -> int | None:
        """The part that must come before this row can be read; None if it is here."""
        part = self.position(row) // self._handle.part_rows
        return None if part in self._parts else part

    def missing(self, first: int, last: int) -> set[int]:
        """The parts that must come before the rows from `first` to before `last` can be read."""
        size = self._handle.part_rows
        return {at // size for at in self.positions(first, last)} - set(self._parts)

    def value(self, row: int, column: str) -> Value:
        """One cell; `needed(row)` must be None."""
        page = self._page(row // PAGE)
        if column not in page.columns:
            page.columns[column] = self._read(page.positions, column)
        return page.columns[column][row % PAGE]

    def block(self, first: int, last: int, columns: Sequence[str]) -> list[list[Value]]:
        """The cells of shown rows from `first` to before `last`, row by row; rows whose part is
        not here are left empty."""
        positions = self.positions(first, last)
        listed = [self._read(positions, column) for column in columns]
        return [list(row) for row in zip(*listed, strict=True)] if listed else []

    def _page(self, number: int) -> _Page:
        page = self._pages.get(number)
        if page is None:
            first = number * PAGE
            page = _Page(self.positions(first, min(first + PAGE, self.rows)))
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page

    def _read(self, positions: list[int], column: str) -> list[Value]:
        """Cells in the order of `positions`; None where the part is not here."""
        by_part: dict[int, list[int]] = {}
        for slot, position in enumerate(positions):
            by_part.setdefault(position // self._handle.part_rows, []).append(slot)
        out: list[Value] = [None] * len(positions)
        for number, slots in by_part.items():
            part = self._parts.get(number)
            if part is None:
                continue
            first = number * self._handle.part_rows
            rows = pa.array([positions[slot] - first for slot in slots], pa.int32())
            for slot, value in zip(slots, part.values(column, rows), strict=True):
                out[slot] = value
        return out
