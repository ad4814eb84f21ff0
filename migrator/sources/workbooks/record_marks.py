"""What binary workbooks (.xls, .xlsb) hold that calamine does not tell, read from their records.

Error cells, serial 60 (a day that never was, which calamine moves to 28 February), merged ranges,
and the far corner of each sheet, checked before calamine lays out its grid. Record layouts as
[MS-XLS] and [MS-XLSB] describe them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from migrator.sources.workbooks.base import (
    MAX_COLUMN,
    MAX_ROW,
    cell_name,
    check_grid,
    damaged,
    hostile,
)

Cell = tuple[int, int]

_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}  # fmt: skip
# calamine lays every sheet out as a full grid of about 32 bytes a cell.
_MAX_DENSE = 20_000_000
_MERGES_KEPT = 1_000


@dataclass
class SheetMarks:
    """Marks of one sheet; cells are 1-based (row, column)."""

    errors: dict[Cell, str] = field(default_factory=dict)
    leap_days: set[Cell] = field(default_factory=set)
    merged: list[str] = field(default_factory=list)
    merged_count: int = 0
    last_row: int = 0
    last_column: int = 0

    def reach(self, row: int, column: int) -> Cell:
        """Note a cell at 0-based coordinates; SourceError outside the grid."""
        if row >= MAX_ROW or column >= MAX_COLUMN:
            raise damaged(f"it has a cell in row {row + 1}, column {column + 1}")
        self.last_row = max(self.last_row, row + 1)
        self.last_column = max(self.last_column, column + 1)
        return row + 1, column + 1

    def number(self, cell: Cell, value: float) -> None:
        """Note a stored number."""
        if 60 <= value < 61:
            self.leap_days.add(cell)

    def merge(self, first: Cell, last: Cell) -> None:
        """Note a merged range of 0-based corners."""
        self.merged_count += 1
        if len(self.merged) < _MERGES_KEPT:
            start, end = (cell_name(row + 1, column + 1) for row, column in (first, last))
            self.merged.append(f"{start}:{end}")

    def check(self) -> None:
        """SourceError if the grid is too large to be laid out."""
        check_grid(self.last_row, self.last_column)
        if self.last_row * self.last_column > _MAX_DENSE:
            raise hostile(
                f"a sheet reaches to {cell_name(self.last_row, self.last_column)}, too far for "
                "this format"
            )


def error_text(code: int) -> str:
    """An error value as Excel shows it."""
    return _ERRORS.get(code, f"#ERROR {code}")


def rk_number(raw: int) -> float:
    """The number in an RK field."""
    if raw & 2:
        value = float((raw >> 2) - (1 << 30 if raw & 0x80000000 else 0))
    else:
        value = struct.unpack("<d", struct.pack("<Q", (raw & 0xFFFFFFFC) << 32))[0]
    return value / 100 if raw & 1 else value


def xls_records(data: bytes, place: int = 0) -> Iterator[tuple[int, int, int]]:
    """(type, first byte, end) of the records from `place` to the end of their substream."""
    depth = 0
    while place + 4 <= len(data):
        kind, size = struct.unpack_from("<HH", data, place)
        start, place = place + 4, place + 4 + size
        if place > len(data):
            raise damaged("a record reaches beyond the end of the workbook")
        yield kind, start, place
        if kind & 0xFF == 0x09 and kind in (0x09, 0x209, 0x409, 0x809):
            depth += 1
        elif kind == 0x0A:
            depth -= 1
            if depth <= 0:
                return


def xls_offsets(data: bytes) -> tuple[int, ...]:
    """Where the records of each listed sheet begin, in the workbook's order."""
    offsets = []
    for kind, start, end in xls_records(data):
        if kind == 0x85 and end - start >= 6:
            offsets.append(struct.unpack_from("<I", data, start)[0])
    return tuple(offsets)


def xls_locked(data: bytes) -> bool:
    """Whether the workbook stream is encrypted."""
    return any(kind == 0x2F for kind, _, _ in xls_records(data))


def xls_marks(data: bytes, offset: int) -> SheetMarks:
    """The marks of the sheet whose records begin at `offset`."""
    marks = SheetMarks()
    for kind, start, end in xls_records(data, offset):
        if kind == 0xE5:
            _xls_merges(marks, data, start, end)
        elif kind in _XLS_CELLS and end - start >= 6:
            _xls_cell(marks, kind, data[start:end])
    marks.check()
    return marks


_XLS_CELLS = frozenset({0x06, 0x206, 0x406, 0x203, 0x204, 0x205, 0xFD, 0x27E, 0xBD, 0xD6})


def _xls_cell(marks: SheetMarks, kind: int, record: bytes) -> None:
    row, column = struct.unpack_from("<HH", record)
    cell = marks.reach(row, column)
    if kind == 0x205 and len(record) >= 8 and record[7]:
        marks.errors[cell] = error_text(record[6])
    elif kind == 0x203 and len(record) >= 14:
        marks.number(cell, struct.unpack_from("<d", record, 6)[0])
    elif kind == 0x27E and len(record) >= 10:
        marks.number(cell, rk_number(struct.unpack_from("<I", record, 6)[0]))
    elif kind == 0xBD:
        for at in range((len(record) - 6) // 6):
            value = rk_number(struct.unpack_from("<I", record, 6 + 6 * at)[0])
            marks.number(marks.reach(row, column + at), value)
    elif kind in (0x06, 0x206, 0x406) and len(record) >= 14:
        if record[12:14] != b"\xff\xff":
            marks.number(cell, struct.unpack_from("<d", record, 6)[0])
        elif record[6] == 2:
            marks.errors[cell] = error_text(record[8])


def _xls_merges(marks: SheetMarks, data: bytes, start: int, end: int) -> None:
    for place in range(start + 2, end - 7, 8):
        top, bottom, left, right = struct.unpack_from("<HHHH", data, place)
        marks.merge((top, left), (bottom, right))


def xlsb_records(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(type, first byte, end) of all records of an .xlsb part."""
    place, length = 0, len(data)
    while place < length:
        kind = data[place]
        place += 1
        if kind & 0x80:
            if place >= length:
                raise damaged("a record is cut off")
            kind |= data[place] << 8
            place += 1
        size = shift = 0
        more = True
        while more:
            if place >= length or shift > 21:
                raise damaged("the length of a record makes no sense")
            size |= (data[place] & 0x7F) << shift
            more = data[place] & 0x80 > 0
            place += 1
            shift += 7
        start, place = place, place + size
        if place > length:
            raise damaged("a record reaches beyond the end of its part")
        yield kind, start, place


def xlsb_marks(data: bytes) -> SheetMarks:
    """The marks of a worksheet part."""
    marks = SheetMarks()
    row = 0
    for kind, start, end in xlsb_records(data):
        if kind == 0 and end - start >= 4:
            row = struct.unpack_from("<I", data, start)[0]
        elif 2 <= kind <= 11 and end - start >= 8:
            _xlsb_cell(marks, kind, row, data[start:end])
        elif kind == 0xB0 | 0x01 << 8 and end - start >= 16:
            top, bottom, left, right = struct.unpack_from("<4I", data, start)
            marks.merge((top, left), (bottom, right))
    marks.check()
    return marks


def _xlsb_cell(marks: SheetMarks, kind: int, row: int, record: bytes) -> None:
    cell = marks.reach(row, struct.unpack_from("<I", record)[0])
    if kind in (3, 11) and len(record) >= 9:
        marks.errors[cell] = error_text(record[8])
    elif kind in (5, 9) and len(record) >= 16:
        marks.number(cell, struct.unpack_from("<d", record, 8)[0])
    elif kind == 2 and len(record) >= 12:
        marks.number(cell, rk_number(struct.unpack_from("<I", record, 8)[0]))


def xlsb_sheets(data: bytes) -> Iterator[tuple[str, str]]:
    """(relation id, name) of each sheet that workbook.bin lists, in order."""
    for kind, start, end in xlsb_records(data):
        if kind == 0x9C | 0x01 << 8:
            words, place = [], start + 8
            for _ in range(2):
                if place + 4 > end:
                    raise damaged("its list of sheets is cut off")
                length = struct.unpack_from("<I", data, place)[0]
                length = 0 if length == 0xFFFFFFFF else length
                raw = data[place + 4 : min(place + 4 + 2 * length, end)]
                words.append(raw.decode("utf-16-le", "replace"))
                place += 4 + 2 * length
            yield words[0], words[1]
