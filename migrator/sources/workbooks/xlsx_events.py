"""Sheet XML by events: everything around the cells, and the cells of sheets that are not plain."""

from __future__ import annotations

import pyarrow as pa

from migrator.sources.workbooks.base import (
    MAX_COLUMN,
    MAX_ROW,
    SheetFacts,
    cell_position,
    damaged,
)
from migrator.sources.workbooks.safe_xml import SafeParser, bare
from migrator.sources.workbooks.xlsx_tokens import RawCells

_BLANKS = " \t\n\r"
_SPACE = "http://www.w3.org/XML/1998/namespace space"
_MERGES_KEPT = 1_000


class SheetEvents:
    """Reads a worksheet part from its first byte to its last.

    Feed it the part as it is, or without the rows: `in_rows` tells when `<sheetData>` is open.
    `take()` hands out the whole rows gathered so far.
    """

    def __init__(self, part: str, facts: SheetFacts) -> None:
        self.in_rows = False
        self._part = part
        self._facts = facts
        self._parser = SafeParser(part, self._start, self._end, self._text)
        self._row = 0
        self._column = 0
        self._attributes: dict[tuple[str, str], int] = {}
        self._done = 0  # cells that belong to rows which have ended
        self._cells: list[tuple[int, int, int, str | None, bool]] = []
        self._style = 0
        self._inline: list[str] | None = None
        self._value: list[str] | None = None
        self._pieces: list[str] | None = None
        self._formula = False
        self._phonetic = 0
        self._keep_blanks = False

    def feed(self, data: bytes, final: bool = False) -> None:
        """Parse more of the part; SourceError if it is damaged or hostile."""
        self._parser.feed(data, final)

    def pending(self) -> int:
        """How many cells wait in whole rows."""
        return self._done

    def take(self) -> RawCells:
        """The cells of the rows that have ended, once."""
        ready, self._cells = self._cells[: self._done], self._cells[self._done :]
        self._done = 0
        rows, columns, styles, texts, formulas = zip(*ready, strict=True) if ready else [()] * 5
        return RawCells(
            pa.array(rows, pa.int32()),
            pa.array(columns, pa.int32()),
            pa.array(styles, pa.int32()),
            tuple(self._attributes),
            pa.array(texts, pa.string()),
            pa.array(formulas, pa.bool_()),
        )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = bare(tag)
        if not self.in_rows:
            self._start_around(tag, attributes)
        elif tag == "c":
            self._start_cell(attributes)
        elif tag == "row":
            self._start_row(attributes)
        elif tag == "v":
            self._pieces = self._value = []
        elif tag == "is":
            self._inline = []
        elif tag == "f":
            self._formula = True
        elif tag == "rPh":
            self._phonetic += 1
        elif tag == "t" and self._inline is not None and not self._phonetic:
            self._pieces = []
            self._keep_blanks = attributes.get(_SPACE) == "preserve"

    def _start_around(self, tag: str, attributes: dict[str, str]) -> None:
        facts = self._facts
        if tag == "sheetData":
            self.in_rows = True
        elif tag == "mergeCell":
            reference = attributes.get("ref", "")
            for corner in reference.split(":")[:2]:
                cell_position(corner)
            facts.merged_count += 1
            if len(facts.merged) < _MERGES_KEPT:
                facts.merged.append(reference)
        elif tag == "tablePart":
            facts.tables += 1

    def _start_row(self, attributes: dict[str, str]) -> None:
        stated = attributes.get("r")
        row = int(stated) if stated and stated.isascii() and stated.isdigit() else self._row + 1
        if row <= self._row:
            raise damaged(f"row {row} comes after row {self._row}")
        self._row, self._column = row, 0

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        row, column = self._row, self._column + 1
        if reference is not None:
            row, column = cell_position(reference)
        if row != self._row or column <= self._column:
            raise damaged(f"the cell {reference} is out of order in row {self._row}")
        if row > MAX_ROW or column > MAX_COLUMN:
            raise damaged(f"it has more than {MAX_ROW:,} rows or {MAX_COLUMN:,} columns")
        self._column = column
        pair = (attributes.get("t", "n"), attributes.get("s", "0"))
        self._style = self._attributes.setdefault(pair, len(self._attributes))
        self._value = self._inline = None
        self._formula = False

    def _text(self, data: str) -> None:
        if self._pieces is not None:
            self._pieces.append(data)

    def _end(self, tag: str) -> None:
        if not self.in_rows:
            return
        tag = bare(tag)
        if tag == "c":
            self._end_cell()
        elif tag == "row":
            self._done = len(self._cells)
        elif tag == "sheetData":
            self.in_rows = False
        elif tag == "v":
            self._pieces = None
        elif tag == "t" and self._pieces is not None and self._inline is not None:
            text = "".join(self._pieces)
            self._inline.append(text if self._keep_blanks else text.strip(_BLANKS))
            self._pieces = None
        elif tag == "rPh":
            self._phonetic -= 1

    def _end_cell(self) -> None:
        found = self._inline if self._inline is not None else self._value
        text = None if found is None else "".join(found)
        self._cells.append((self._row, self._column, self._style, text, self._formula))
