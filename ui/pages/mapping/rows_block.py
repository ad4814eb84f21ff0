"""Blocks of cells of the mapping table, out to a spreadsheet and back."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from ui import speech
from ui.pages.mapping.rows_model import Cell, RowsModel
from ui.pages.mapping.rows_words import title

_MARKS = dict.fromkeys(map(ord, speech.LRI + speech.FSI + speech.PDI))


def block_of(rows: RowsModel, lines: Sequence[int], columns: Sequence[int]) -> list[list[str]]:
    """The lines below their headings, without marks of direction."""
    told = [[str(rows.index(n, c).data() or "").translate(_MARKS) for c in columns] for n in lines]
    return [[title(c) for c in columns], *told]


def cells_of(
    rows: RowsModel, text: str, first: int, chosen: Sequence[int], columns: Sequence[int]
) -> tuple[list[Cell], list[str]]:
    """What a block from the clipboard changes, and the words that cannot stand where they fall. A
    block of several lines goes down from line `first`, one line into every line of `chosen`; what
    falls on cells that nobody edits is passed over."""
    block = list(csv.reader(io.StringIO(text.strip("\r\n")), delimiter="\t"))
    if len(block) > 1:
        lines = list(range(first, min(first + len(block), len(rows.lines))))
    else:
        lines = list(chosen) or [first]
        block = block * len(lines)
    cells: list[Cell] = []
    wrong: list[str] = []
    for line, values in zip(lines, block, strict=False):
        for column, value in zip(columns, values, strict=False):
            try:
                cell = rows.cell(line, column, value)
            except ValueError:
                wrong.append(value)
                continue
            if cell is not None:
                cells.append(cell)
    return cells, wrong
