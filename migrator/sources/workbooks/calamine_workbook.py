"""The reader of .xls and .xlsb: calamine behind a guard of their records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, BinaryIO

import python_calamine as calamine

from migrator.sources.workbooks.base import (
    MAX_SHEETS,
    Cells,
    SheetFacts,
    SheetInfo,
    damaged,
    hostile,
)
from migrator.sources.workbooks.gathered import Gathered
from migrator.sources.workbooks.ole_guard import CompoundFile
from migrator.sources.workbooks.record_marks import (
    SheetMarks,
    xls_marks,
    xls_offsets,
    xlsb_marks,
    xlsb_sheets,
)
from migrator.sources.workbooks.values import float_text
from migrator.sources.workbooks.xlsx_parts import relations
from migrator.sources.workbooks.zipguard import Package

_HIDDEN = {"Hidden": "hidden", "VeryHidden": "very hidden"}
_KINDS = {"ChartSheet": "chart", "DialogSheet": "dialog", "MacroSheet": "macro", "Vba": "macro"}
_PART_LIMIT = 1 << 30
_LEAP_DAY = dt.date(1900, 2, 28)


class CalamineWorkbook:
    """A binary workbook; `marks` are those of its sheets, in order."""

    def __init__(self, file: BinaryIO, kind: str, marks: tuple[SheetMarks, ...]) -> None:
        self.kind = kind
        self._file = file
        self._marks = marks
        file.seek(0)
        try:
            self._book: Any = calamine.CalamineWorkbook.from_filelike(file)
        except (calamine.CalamineError, OSError, ValueError) as error:
            raise damaged("the workbook in it cannot be read") from error
        self.sheets = tuple(_info(sheet) for sheet in self._book.sheets_metadata)
        if len(self.sheets) > MAX_SHEETS:
            raise hostile(f"it lists more than {MAX_SHEETS:,} sheets")
        self.facts: dict[str, str] = {}
        self.warnings: tuple[str, ...] = ()

    def cells(self, index: int, facts: SheetFacts) -> Iterator[Cells]:
        """The cells of a sheet; SourceError if calamine finds it damaged."""
        marks = self._marks[index] if len(self._marks) == len(self.sheets) else SheetMarks()
        facts.merged, facts.merged_count = marks.merged, marks.merged_count
        try:
            sheet = self._book.get_sheet_by_index(index)
        except (calamine.CalamineError, OSError, ValueError) as error:
            raise damaged(f"the sheet {self.sheets[index].name!r} cannot be read") from error
        gathered = Gathered()
        # iter_rows begins at the first row of the sheet, but at the first column in use.
        first_column = sheet.start[1] if sheet.start else 0
        for row, values in enumerate(sheet.iter_rows(), 1):
            for column, value in enumerate(values, first_column + 1):
                if value != "" or (row, column) in marks.errors:
                    gathered.add(row, column, *_text(value, (row, column), marks))
            gathered.end_row()
            if gathered.full():
                yield gathered.take()
        yield gathered.take()

    def close(self) -> None:
        """Release the file; safe to call twice."""
        self._file.close()


def open_xls(file: BinaryIO, compound: CompoundFile) -> CalamineWorkbook:
    """An .xls whose records have been walked."""
    data = compound.stream("Workbook") or compound.stream("Book")
    if data is None:
        raise damaged("it is an OLE file without a workbook in it")
    marks = tuple(xls_marks(data, offset) for offset in xls_offsets(data))
    return CalamineWorkbook(file, "xls", marks)


def open_xlsb(file: BinaryIO, package: Package, part: str) -> CalamineWorkbook:
    """An .xlsb whose parts have been unpacked and whose records have been walked."""
    package.check_parts()
    related = relations(package, part)
    marks = []
    for key, _name in xlsb_sheets(package.read(part, _PART_LIMIT)):
        relation = related.get(key)
        if relation is None or not package.has(relation.target):
            raise damaged("the content of a sheet is missing from it")
        known = relation.kind == "worksheet"
        marks.append(
            xlsb_marks(package.read(relation.target, _PART_LIMIT)) if known else SheetMarks()
        )
    return CalamineWorkbook(file, "xlsb", tuple(marks))


def _info(sheet: Any) -> SheetInfo:
    hidden = str(sheet.visible).rpartition(".")[2]
    kind = str(sheet.typ).rpartition(".")[2]
    return SheetInfo(sheet.name, _HIDDEN.get(hidden, ""), _KINDS.get(kind, "sheet"))


def _text(value: Any, cell: tuple[int, int], marks: SheetMarks) -> tuple[str, str, str]:
    """(text, issue code or "", stored value) of what calamine made of a cell."""
    if cell in marks.errors:
        return "", "error_cell", marks.errors[cell]
    if isinstance(value, str):
        return value, "", ""
    if isinstance(value, bool):
        return "true" if value else "false", "", ""
    if isinstance(value, int | float):
        text, lost = float_text(float(value)) if isinstance(value, float) else (str(value), False)
        return text, "digits_lost" if lost else "", text if lost else ""
    if cell in marks.leap_days and _day_of(value) == _LEAP_DAY:
        return "", "bad_date_cell", "60"
    return _moment(value), "", ""


def _day_of(value: Any) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else None


def _moment(value: Any) -> str:
    if isinstance(value, dt.timedelta):
        seconds, rest = divmod(round(value.total_seconds() * 1000), 1000)
        text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        return f"{text}.{rest:03}".rstrip("0") if rest else text
    if isinstance(value, dt.datetime):
        value = _whole_milliseconds(value)
        if value.time() == dt.time():
            return str(value.date().isoformat())
    text = str(value.isoformat())
    return text.rstrip("0") if "." in text else text


def _whole_milliseconds(value: dt.datetime) -> dt.datetime:
    """Serial numbers are exact to about a millisecond; the microseconds are noise."""
    rest = value.microsecond % 1000
    return value + dt.timedelta(microseconds=1000 - rest if rest >= 500 else -rest)
