"""Cells gathered one by one, handed out in blocks of whole rows."""

from __future__ import annotations

import pyarrow as pa

from migrator.sources.workbooks.base import CellRemark, Cells

BLOCK_CELLS = 50_000


class Gathered:
    """Cells in reading order; `end_row` makes what came before it ready to be taken."""

    def __init__(self) -> None:
        self._rows: list[int] = []
        self._columns: list[int] = []
        self._texts: list[str | None] = []
        self._remarks: list[CellRemark] = []
        self._ready = 0

    def add(self, row: int, column: int, text: str | None, code: str = "", value: str = "") -> None:
        """One cell; an empty one without a remark is left out."""
        if not text and not code:
            return
        self._rows.append(row)
        self._columns.append(column)
        self._texts.append(text or None)
        if code:
            self._remarks.append(CellRemark(row, column, code, value))

    def end_row(self) -> None:
        """The row is complete."""
        self._ready = len(self._rows)

    def full(self) -> bool:
        """Whether a block's worth of whole rows waits."""
        return self._ready >= BLOCK_CELLS

    def take(self) -> Cells:
        """All whole rows gathered so far, once."""
        ready = self._ready
        rows, self._rows = self._rows[:ready], self._rows[ready:]
        columns, self._columns = self._columns[:ready], self._columns[ready:]
        texts, self._texts = self._texts[:ready], self._texts[ready:]
        last = rows[-1] if rows else 0
        remarks = tuple(remark for remark in self._remarks if remark.row <= last)
        self._remarks = [remark for remark in self._remarks if remark.row > last]
        self._ready = 0
        return Cells(
            pa.array(rows, pa.int32()),
            pa.array(columns, pa.int32()),
            pa.array(texts, pa.string()),
            remarks,
        )
