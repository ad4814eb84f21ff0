"""The shape of delimited text, from a sample: dialect, preamble, header row, types."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from migrator.model.schema import FieldType
from migrator.sources.guess import guess_type, guess_value
from migrator.sources.records import NO_DELIMITER, Dialect, Record, is_blank, split_records

_COMMON = (",", ";", "\t", "|")
_RARE = ("\x01", "¦", "^", "~", "؛", "،", "§", ":", "!", "#")
_SAMPLE_CHARS = 65_536
_SAMPLE_RECORDS = 400
_GOOD = 0.3
_MIXED = re.compile(r"[,;\t|\"]")
_NUMBER = re.compile(
    r"-?\d{1,15}(?:[.,]\d{1,12})?|-?\d{1,3}(?:\.\d{3})+,\d+|-?\d{1,3}(?:,\d{3})+\.\d+"
)


@dataclass(frozen=True)
class Layout:
    """Where the records of a text are. `header` is None if the first row is data; `body` is the
    place in the text where the records begin, `line` the 1-based line of the header (0: none),
    `preamble` the number of records left out before it; `width` counts columns."""

    dialect: Dialect
    header: tuple[str, ...] | None
    width: int
    body: int
    line: int
    body_line: int
    preamble: int = 0


def sniff(
    text: str, whole: bool, forced: dict[str, str] | None = None, header_line: int | None = None
) -> Layout:
    """The layout of `text`, which begins at a line and, if it is not the `whole` table, may stop
    inside a record. `forced` (fields of Dialect) and `header_line` (1-based, 0 for no header) are
    taken as they are. Raises ValueError if no record begins on `header_line`."""
    dialect = choose_dialect(text, whole, forced or {})
    records = sample(text, dialect, whole)
    at = _forced_header(records, header_line) if header_line else _preamble(records)
    if header_line == 0:
        at = 0
    rest = [r.cells for r in records[at:] if r.cells is not None]
    named = bool(header_line) or (header_line is None and has_header(rest))
    if not rest:
        return Layout(dialect, None, 1, 0, 0, 1)
    head = records[at]
    if named and head.cells is not None:
        cells = _trim(head.cells, rest[1:])
        return Layout(
            dialect, tuple(cells), len(cells), head.end, head.line + 1, _line_at(text, head.end), at
        )
    width = Counter(map(len, rest)).most_common(1)[0][0]
    return Layout(dialect, None, width, head.start, 0, head.line + 1, at)


def _line_at(text: str, place: int) -> int:
    part = text[:place]
    return 1 + part.count("\n") + part.count("\r") - part.count("\r\n")


def _blank(record: Record, text: str, delimiter: str) -> bool:
    return is_blank(text[record.start : record.end], 2, delimiter)


# -- dialect


def choose_dialect(text: str, whole: bool, forced: dict[str, str]) -> Dialect:
    """The dialect under which the text is most regular; `forced` fields are not chosen."""
    if len(text) > _SAMPLE_CHARS:
        text, whole = text[:_SAMPLE_CHARS], False
    quote = forced.get("quote", _quote(text))
    given = forced.get("delimiter")
    dialect = Dialect(given, quote) if given else _best(text, whole, quote)
    if dialect.delimiter != NO_DELIMITER:
        dialect = _refine(text, whole, dialect)
    if "escape" in forced:
        dialect = replace(dialect, escape=forced["escape"])
    if "skip_space" in forced:
        dialect = replace(dialect, skip_space=forced["skip_space"] == "yes")
    return dialect


def _best(text: str, whole: bool, quote: str) -> Dialect:
    for delimiters in (_COMMON, _RARE):
        scores = [_score(text, whole, Dialect(d, quote)) for d in delimiters]
        if max(scores) >= _GOOD:
            return Dialect(delimiters[scores.index(max(scores))], quote)
    return Dialect(NO_DELIMITER, quote)


def _quote(text: str) -> str:
    """The double quote, unless only single quotes stand at both borders of cells."""
    borders = {
        mark: min(
            len(re.findall(rf"(?:^|[,;\t|]){mark}", text, re.MULTILINE)),
            len(re.findall(rf"{mark}(?:$|[,;\t|])", text, re.MULTILINE)),
        )
        for mark in "\"'"
    }
    return "'" if borders["'"] >= 2 and borders["'"] > borders['"'] * 4 else '"'


def _score(text: str, whole: bool, dialect: Dialect) -> float:
    """0 to 1: how many records have the same width of at least two, and clean cells."""
    if dialect.delimiter not in text:
        return 0.0
    records = sample(text, dialect, whole)[:_SAMPLE_RECORDS]
    widths = Counter(len(r.cells) for r in records if r.cells is not None)
    wide = {w: n for w, n in widths.items() if w > 1}
    if not wide:
        return 0.0
    width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
    regular = (count + 0.4 * (sum(wide.values()) - count)) / len(records)
    cells = [cell for r in records for cell in r.cells or ()]
    clean = sum(not _MIXED.search(cell) or bool(_NUMBER.fullmatch(cell)) for cell in cells)
    return regular * (0.4 + 0.6 * clean / max(len(cells), 1)) * (1 - 0.4 / width)


def sample(text: str, dialect: Dialect, whole: bool) -> list[Record]:
    """The records of a sample that hold something. If the sample is cut off, what it ends with is
    left out - unless that is nearly all of it, as behind a quote that is never closed."""
    found = [
        r
        for r in split_records(text, dialect, final=whole)
        if not _blank(r, text, dialect.delimiter)
    ]
    if not whole and (not found or found[-1].end < len(text) / 2):
        found = [r for r in split_records(text, dialect) if not _blank(r, text, dialect.delimiter)]
    return found


def _refine(text: str, whole: bool, dialect: Dialect) -> Dialect:
    """Backslash escapes, and blanks before quotes, where they leave fewer bad records."""
    if not dialect.quote or dialect.quote not in text:
        return dialect
    cells = [cell for r in sample(text, dialect, whole) for cell in r.cells or ()]
    spaced = sum(cell[:1] == " " and cell.lstrip(" ")[:1] == dialect.quote for cell in cells)
    if spaced > len(cells) * 0.05:
        dialect = replace(dialect, skip_space=True)
    if f"\\{dialect.quote}" in text:
        escaped = replace(dialect, escape="\\")
        if _faults(text, whole, escaped) < _faults(text, whole, dialect):
            return escaped
    return dialect


def _faults(text: str, whole: bool, dialect: Dialect) -> int:
    records = sample(text, dialect, whole)
    widths = Counter(len(r.cells or ()) for r in records)
    return len(records) - widths.most_common(1)[0][1] if records else 0


# -- header


def _forced_header(records: list[Record], line: int) -> int:
    for at, record in enumerate(records):
        if record.line + 1 == line and record.cells:
            return at
    raise ValueError(f"line {line} is not the beginning of a record")


def _preamble(records: Sequence[Record]) -> int:
    """How many leading records are titles and remarks: far fewer filled cells than the rest."""
    widths = Counter(len(r.cells) for r in records if r.cells is not None)
    if not widths:
        return 0
    wide = {width: count for width, count in widths.items() if width > 1} or widths
    usual = max(wide.items(), key=lambda item: (item[1], item[0]))[0]
    for at, record in enumerate(records):
        filled = sum(bool(cell.strip()) for cell in record.cells or ())
        remark = usual == 2 and len(record.cells or ()) < 2
        if not remark and filled > usual / 3:
            return at
    return 0


def has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns: its cells differ in kind from those below, or all
    are words and none comes again. A single row of words is a header, one with a value is not."""
    if not rows or not any(cell.strip() for cell in rows[0]):
        return False
    first, rest = rows[0], rows[1:200]
    if any(_typed(cell) and "@" in cell for cell in first):
        return False
    if not rest:
        return not any(_typed(cell) for cell in first)
    votes = 0.0
    for place, cell in enumerate(first):
        column = [row[place] for row in rest if place < len(row) and row[place].strip()]
        votes += _vote(cell, column)
    return votes >= 0


def _vote(cell: str, column: list[str]) -> float:
    if not column or not cell.strip():
        return 0.0
    typed = sum(map(_typed, column)) >= len(column) * 0.8
    if typed:
        same = _typed(cell) and guess_type(column) is guess_type([cell])
        return -1.0 if same else 1.0
    if _typed(cell):
        return -0.5
    return -0.5 if cell in column and len(set(column)) < len(column) else 0.1


def _typed(cell: str) -> bool:
    text = cell.strip()
    return "@" in text or text.isdigit() or guess_value(text) is not FieldType.TEXT


def _trim(header: list[str], rest: Sequence[Sequence[str]]) -> list[str]:
    """The header without blank cells at its end that no row ever fills."""
    width = len(header)
    while width > 1 and not header[width - 1].strip() and not any(len(r) >= width for r in rest):
        width -= 1
    return header[:width]


def starts_table(text: str, before: int, dialect: Dialect) -> bool:
    """Whether `text`, found behind a blank line of a table with `before` columns, begins another
    table: a header of words over at least one row of the same, different width, or over values."""
    rows = [r.cells for r in sample(text, dialect, False) if r.cells is not None][:20]
    if len(rows) < 2 or len(rows[0]) < 2 or len(rows[1]) != len(rows[0]):
        return False
    head = rows[0]
    if any(not cell.strip() or _typed(cell) for cell in head) or len(set(head)) < len(head):
        return False
    if len(head) != before:
        return True
    return any(_typed(cell) for cell in rows[1]) and has_header(rows)
