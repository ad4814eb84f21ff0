"""A part of a sheet: rows and columns as spreadsheets write them, such as A3:F120."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from migrator.sources.workbooks.base import Cells

_ENDS = re.compile(r"\$?([A-Za-z]{0,3})\$?(\d{0,7})")
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")


@dataclass(frozen=True)
class SheetRange:
    """First and last row and column, 1-based; a last one of 0 is the end of the sheet."""

    top: int = 1
    left: int = 1
    bottom: int = 0
    right: int = 0

    @classmethod
    def of(cls, text: str) -> SheetRange:
        """A3:F120, B:F, 3:120, A3: (to the end) or :F120; ValueError for anything else."""
        first, colon, last = text.translate(_DIGITS).strip().partition(":")
        begin, end = _ENDS.fullmatch(first.strip()), _ENDS.fullmatch(last.strip())
        if not colon or begin is None or end is None or not (first.strip() or last.strip()):
            raise ValueError(text)
        made = cls(int(begin[2] or 1), _column(begin[1]) or 1, int(end[2] or 0), _column(end[1]))
        backwards = 0 < made.bottom < made.top or 0 < made.right < made.left
        if backwards or not made.top:
            raise ValueError(text)
        return made

    def of_cells(self, blocks: Iterator[Cells]) -> Iterator[Cells]:
        """The cells inside; nothing is read beyond the last row."""
        for block in blocks:
            if len(block.rows) and 0 < self.bottom < block.rows[0].as_py():
                return
            yield self._inside(block)

    def _inside(self, block: Cells) -> Cells:
        keep = pc.and_(
            _between(block.rows, self.top, self.bottom),
            _between(block.columns, self.left, self.right),
        )
        remarks = tuple(
            one
            for one in block.remarks
            if self.top <= one.row <= (self.bottom or one.row)
            and self.left <= one.column <= (self.right or one.column)
        )
        return Cells(
            block.rows.filter(keep), block.columns.filter(keep), block.texts.filter(keep), remarks
        )


def _between(values: pa.Array, first: int, last: int) -> pa.Array:
    above = pc.greater_equal(values, first)
    return pc.and_(above, pc.less_equal(values, last)) if last else above


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
