"""Sheets of a workbook, written row by row: text stays text, long lists go on in a CSV beside."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from migrator.reports.speech import Speech

EXCEL_ROWS = 1_048_576
_EXCEL_CHARACTERS = 32_767
# XML 1.0 has no place for these.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What a spreadsheet may take for a formula when it opens a CSV.
_RISKY = re.compile("^[=+\\-@\t\r\n＝＋－＠]")
_NUMBER_LIKE = re.compile(r"^[+-]?[\d\s().,/-]+$")

_HEAD = PatternFill("solid", fgColor="EEF1F6")
_LINE = Border(bottom=Side(style="thin", color="C9CFDA"))
_BOLD, _TITLE, _SOFT = Font(bold=True), Font(bold=True, size=16), Font(color="5D677A")
_TOP = Alignment(vertical="top", wrap_text=True)

Cell = str | int | float | None


@dataclass(frozen=True)
class Head:
    """A column: its title and its width in characters."""

    title: str
    width: int = 16


@dataclass
class Book:
    """A workbook that is being written. `limit` is the number of rows a sheet may have; `lists`
    collects the CSV files of those that had more."""

    folder: Path
    speech: Speech
    limit: int = EXCEL_ROWS
    lists: list[Path] = field(default_factory=list)
    _book: Any = field(default_factory=lambda: Workbook(write_only=True))

    def table(self, key: str, heads: Sequence[Head], rows: Iterable[Sequence[Cell]]) -> int:
        """One sheet named by the word `key`: a header that stays in sight, a filter, the rows.
        Returns the number of rows. Beyond the limit, all rows go into `<key>.csv` as well and a
        last row says so."""
        sheet = self._sheet(key, heads)
        sheet.freeze_panes = "A2"
        sheet.append([_styled(sheet, head.title, _BOLD, _HEAD) for head in heads])
        room = self.limit - 2
        path = self.folder / f"{key}.csv"
        total = 0
        with ExitStack() as stack:
            stream = stack.enter_context(path.open("w", encoding="utf-8-sig", newline=""))
            beside = csv.writer(stream)
            beside.writerow([head.title for head in heads])
            for row in rows:
                total += 1
                beside.writerow([_for_people(cell) for cell in row])
                if total <= room:
                    sheet.append([_cell(sheet, cell) for cell in row])
        if total:
            last = get_column_letter(len(heads))
            sheet.auto_filter.ref = f"A1:{last}{min(total, room) + 1}"
        if total > room:
            self.lists.append(path)
            told = self.speech.say("cut", shown=room, total=total, file=path.name)
            sheet.append([_styled(sheet, told, _BOLD)])
        else:
            path.unlink()
        return total

    def page(self, key: str, heads: Sequence[Head], blocks: Iterable[Sequence[Cell]]) -> None:
        """A sheet to be read from the top: the first row is its title, rows with one cell are
        headings, the first cell of the others is a label."""
        sheet = self._sheet(key, heads)
        for number, block in enumerate(blocks):
            if number == 0:
                sheet.append([_styled(sheet, block[0], _TITLE)])
            elif len(block) == 1:
                sheet.append([])
                sheet.append([_styled(sheet, block[0], _BOLD, _HEAD)])
            else:
                label, *rest = block
                cells = [_cell(sheet, cell, _TOP) for cell in rest]
                sheet.append([_styled(sheet, label, _SOFT), *cells])

    def save(self, path: Path) -> None:
        """Write the file; the book is done with."""
        self._book.save(path)

    def _sheet(self, key: str, heads: Sequence[Head]) -> Any:
        sheet = self._book.create_sheet(self.speech.say(key)[:31])
        sheet.sheet_view.rightToLeft = self.speech.rtl
        sheet.sheet_view.showGridLines = False
        for number, head in enumerate(heads, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = head.width
        return sheet


def _cell(sheet: Any, content: Cell, alignment: Alignment | None = None) -> Any:
    """Numbers are numbers; every text is a text cell, whatever it begins with."""
    if content is None or (isinstance(content, (int, float)) and not isinstance(content, bool)):
        return content
    plain = _FORBIDDEN.sub("\ufffd", str(content))
    if len(plain) > _EXCEL_CHARACTERS:
        plain = plain[: _EXCEL_CHARACTERS - 1] + "…"
    # Only these two beginnings are ever taken for something else: a formula, an error value.
    if plain[:1] not in {"=", "#"} and alignment is None:
        return plain
    cell = WriteOnlyCell(sheet, plain)
    cell.data_type = "s"
    if alignment is not None:
        cell.alignment = alignment
    return cell


def _styled(sheet: Any, content: Cell, font: Font, fill: PatternFill | None = None) -> Any:
    cell = WriteOnlyCell(sheet, _FORBIDDEN.sub("\ufffd", str(content or "")))
    cell.data_type = "s"
    cell.font = font
    if fill is not None:
        cell.fill = fill
        cell.border = _LINE
    return cell


def _for_people(content: Cell) -> Cell:
    """Text that a spreadsheet would take for a formula gets an apostrophe; numbers keep a sign."""
    if not isinstance(content, str) or not _RISKY.match(content):
        return content
    return content if _NUMBER_LIKE.match(content) else f"'{content}"
