"""The cells of one table of an OpenDocument spreadsheet, by events."""

from __future__ import annotations

import re

from migrator.sources.workbooks.base import (
    MAX_COLUMN,
    MAX_ROW,
    SheetFacts,
    cell_name,
    check_grid,
    damaged,
    hostile,
)
from migrator.sources.workbooks.gathered import Gathered
from migrator.sources.workbooks.values import number_text

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT = f"{ODF}office:1.0 ", f"{ODF}table:1.0 ", f"{ODF}text:1.0 "
_CALC_TYPE = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
# Text in these belongs to a comment, a drawing or a table within the cell, not to its value.
_ASIDE = (f"{OFFICE}annotation", f"{TABLE}shapes", f"{TABLE}table")
_MAX_REPEATED = 2_000_000  # cells that come out of repetition, in one table
_MERGES_KEPT = 1_000
_TIME = re.compile(r"P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d+))?S)?")
_ERROR = re.compile(r"#(N/A|NAME\?|REF!|VALUE!|DIV/0!|NULL!|NUM!|WERT!)|Err:\d{3}")
_ZEROS = re.compile(r"(\.\d*?)0+(?=Z?$)")


class OdsCells:
    """Takes the events between `<table:table>` and its end; cells go to `gathered`."""

    def __init__(self, facts: SheetFacts) -> None:
        self.gathered = Gathered()
        self._facts = facts
        self._row = 0
        self._column = 0
        self._repeat = 1
        self._repeated = 0
        self._cells: list[tuple[int, int, str, str, str]] = []
        self._attributes: dict[str, str] | None = None
        self._paragraphs: list[list[str]] = []
        self._in_paragraph = 0
        self._aside = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._aside or tag in _ASIDE or ":drawing:" in tag:
            self._aside += 1
        elif tag in _CELLS:
            self._attributes = attributes
            self._paragraphs = []
        elif tag == f"{TABLE}table-row":
            self._repeat = _count(attributes, f"{TABLE}number-rows-repeated")
            self._column = 0
            self._cells = []
        elif self._attributes is not None:
            self._start_text(tag, attributes)

    def _start_text(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == f"{TEXT}p":
            self._in_paragraph += 1
            self._paragraphs.append([])
        elif not self._in_paragraph:
            return
        elif tag == f"{TEXT}s":
            spaces = _count(attributes, f"{TEXT}c")
            if spaces > 32_767:
                raise hostile(f"a cell holds {spaces:,} blanks in a row")
            self._paragraphs[-1].append(" " * spaces)
        elif tag == f"{TEXT}tab":
            self._paragraphs[-1].append("\t")
        elif tag == f"{TEXT}line-break":
            self._paragraphs[-1].append("\n")

    def text(self, data: str) -> None:
        """Character data."""
        if self._in_paragraph and not self._aside:
            self._paragraphs[-1].append(data)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._aside:
            self._aside -= 1
        elif tag in _CELLS and self._attributes is not None:
            self._end_cell(self._attributes)
            self._attributes = None
        elif tag == f"{TABLE}table-row":
            self._end_row()
        elif tag == f"{TEXT}p" and self._in_paragraph:
            self._in_paragraph -= 1

    def _end_cell(self, attributes: dict[str, str]) -> None:
        count = _count(attributes, f"{TABLE}number-columns-repeated")
        shown = "\n".join("".join(pieces) for pieces in self._paragraphs)
        text, code, value = cell_value(attributes, shown)
        first = self._column + 1
        self._column += count
        self._note_merge(attributes, first)
        if text or code:
            if self._column > MAX_COLUMN:
                raise damaged(f"row {self._row + 1} has more than {MAX_COLUMN:,} cells")
            self._cells.append((first, count, text, code, value))

    def _note_merge(self, attributes: dict[str, str], column: int) -> None:
        wide = _count(attributes, f"{TABLE}number-columns-spanned")
        high = _count(attributes, f"{TABLE}number-rows-spanned")
        if wide * high > 1:
            row = self._row + 1
            end = cell_name(min(row + high - 1, MAX_ROW), min(column + wide - 1, MAX_COLUMN))
            self._facts.merged_count += 1
            if len(self._facts.merged) < _MERGES_KEPT:
                self._facts.merged.append(f"{cell_name(row, column)}:{end}")

    def _end_row(self) -> None:
        first = self._row + 1
        self._row += self._repeat
        if not self._cells:
            return
        width = sum(count for _, count, *_ in self._cells)
        last = self._cells[-1]
        if self._row > MAX_ROW:
            raise hostile(f"it repeats a row up to row {self._row}, beyond {MAX_ROW:,}")
        check_grid(self._row, last[0] + last[1] - 1)
        self._repeated += width * self._repeat - len(self._cells)
        if self._repeated > _MAX_REPEATED:
            raise hostile(f"it repeats filled cells more than {_MAX_REPEATED:,} times")
        for row in range(first, self._row + 1):
            for column, count, text, code, value in self._cells:
                for place in range(column, column + count):
                    self.gathered.add(row, place, text, code, value)
        self.gathered.end_row()


def cell_value(attributes: dict[str, str], shown: str) -> tuple[str, str, str]:
    """(text, issue code or "", stored value) of a cell with these attributes and shown text."""
    kind = attributes.get(f"{OFFICE}value-type", "")
    formula = f"{TABLE}formula" in attributes
    if attributes.get(_CALC_TYPE) == "error" or (formula and _ERROR.fullmatch(shown)):
        return "", "error_cell", shown
    if kind in ("float", "percentage", "currency"):
        return _number(attributes.get(f"{OFFICE}value", ""))
    if kind == "date":
        return _date(attributes.get(f"{OFFICE}date-value", ""))
    if kind == "time":
        return _time(attributes.get(f"{OFFICE}time-value", ""))
    text = shown or attributes.get(f"{OFFICE}string-value", "")
    if kind == "boolean":
        text = attributes.get(f"{OFFICE}boolean-value", shown).lower()
    return text, "formula_without_value" if formula and not kind and not text else "", ""


def _number(stored: str) -> tuple[str, str, str]:
    text, lost = number_text(stored)
    return text, "digits_lost" if lost else "", stored if lost else ""


def _time(stored: str) -> tuple[str, str, str]:
    text = _clock(stored)
    return (text, "", "") if text else ("", "bad_date_cell", stored)


def _date(stored: str) -> tuple[str, str, str]:
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?Z?", stored)
    if not found or not (1 <= int(found[2]) <= 12 and 1 <= int(found[3]) <= 31):
        return "", "bad_date_cell", stored
    clock = _ZEROS.sub(r"\1", found[4] or "").rstrip(".")
    if clock.count(":") == 1:
        clock += ":00"
    return f"{stored[:10]}{'' if clock == 'T00:00:00' else clock}", "", ""


def _clock(stored: str) -> str:
    found = _TIME.fullmatch(stored)
    if not found:
        return ""
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[:4])
    fraction = (found[5] or "").rstrip("0")
    text = f"{days * 24 + hours:02}:{minutes:02}:{seconds:02}"
    return f"{text}.{fraction}" if fraction else text


def _count(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    if not (text.isascii() and text.isdigit()):
        raise damaged(f"a number of repetitions is {text[:20]!r}")
    return int(text[:20]) or 1
