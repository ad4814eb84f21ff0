"""What every workbook reader gives: sheets, and their cells as text in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import pyarrow as pa

from migrator.errors import SourceError

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384
# A grid beyond this is a stray cell or an attack: 1,048,576 rows of 190 columns still fit.
MAX_GRID = 200_000_000
MAX_SHEETS = 1_000
MAX_FORMAT_LENGTH = 4_096

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_BLANKS = " \t\n\r"


@dataclass(frozen=True)
class SheetInfo:
    """A sheet as the workbook lists it. `hidden` is "", "hidden" or "very hidden"; `kind` is
    "sheet" for cells and otherwise what it is instead (chart, dialog, macro)."""

    name: str
    hidden: str = ""
    kind: str = "sheet"


@dataclass(frozen=True)
class CellRemark:
    """A remark on a cell at 1-based sheet coordinates; `code` is one of ISSUE_CODES."""

    row: int
    column: int
    code: str
    value: str
    detail: str = ""


@dataclass(frozen=True)
class Cells:
    """Whole rows of a sheet, cell by cell in reading order, empty cells left out.

    `rows` and `columns` (int32) are 1-based sheet coordinates, `texts` (string) the values; a null
    text stands for a cell that only has a remark.
    """

    rows: pa.Array
    columns: pa.Array
    texts: pa.Array
    remarks: tuple[CellRemark, ...] = ()


@dataclass
class SheetFacts:
    """What a reader learns about a sheet while its cells pass; complete when they have ended.

    `merged` holds the first 1,000 ranges, `merged_count` all of them; `tables` counts the tables
    that the workbook itself declares on the sheet. `merged_known` is False where the format does
    not let us see them.
    """

    merged: list[str] = field(default_factory=list)
    merged_count: int = 0
    merged_known: bool = True
    tables: int = 0


class Workbook(Protocol):
    """An opened workbook whose guard has passed."""

    kind: str
    sheets: tuple[SheetInfo, ...]
    facts: dict[str, str]
    warnings: tuple[str, ...]

    def cells(self, index: int, facts: SheetFacts) -> Iterator[Cells]:
        """The cells of sheet `index`, streamed; `facts` is filled by the time they end."""

    def close(self) -> None:
        """Release the file; safe to call twice."""


def column_letters(column: int) -> str:
    """The letters of a 1-based column: 1 -> A, 28 -> AB."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The 1-based number of column letters (capitals): A -> 1, AB -> 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def cell_name(row: int, column: int) -> str:
    """The A1 name of 1-based coordinates."""
    return f"{column_letters(column)}{row}"


def cell_position(reference: str) -> tuple[int, int]:
    """(row, column), 1-based, of an A1 reference; SourceError if it lies outside the grid."""
    found = _REFERENCE.fullmatch(reference.strip(_BLANKS).replace("$", ""))
    if found:
        row, column = int(found[2]), column_number(found[1])
        if row <= MAX_ROW and column <= MAX_COLUMN:
            return row, column
    raise SourceError(
        f"A cell says it stands at {reference[:40]!r}, which no sheet has.",
        hint="Open the file in a spreadsheet program, save it again and read the new file.",
        cell=reference[:40],
    )


def check_grid(row: int, column: int) -> None:
    """Refuse a sheet whose last row times last column is beyond any honest table."""
    if row * column > MAX_GRID:
        raise SourceError(
            f"The sheet reaches to cell {cell_name(row, column)}: {row * column:,} cells, more "
            f"than the {MAX_GRID:,} that can be read.",
            hint="Delete stray cells far from the table, or copy the table to a new sheet.",
            cell=cell_name(row, column),
        )


def damaged(why: str) -> SourceError:
    """The error for a file whose content contradicts its format."""
    return SourceError(
        f"The file is damaged: {why}.",
        hint="Open it in a spreadsheet program, save it again and read the new file.",
    )


def hostile(why: str) -> SourceError:
    """The error for a file that is built to harm its reader, or looks exactly like it."""
    return SourceError(
        f"The file was refused for safety: {why}.",
        hint="If you trust it, open it in a spreadsheet program, save it again and read that file.",
    )
