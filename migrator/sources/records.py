"""Delimited text to records, exactly: the slow path that decides what a record is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

FIELD_LIMIT = 2**20
RECORD_LIMIT = 2**23
NO_DELIMITER = "\x1f"


@dataclass(frozen=True)
class Dialect:
    """How cells are told apart. `quote` and `escape` may be "" (none); `skip_space`: blanks after
    a delimiter belong to nobody. `NO_DELIMITER` makes every line one cell. A quote counts only
    at the start of a cell; inside it is doubled, or escaped if there is an escape character."""

    delimiter: str = ","
    quote: str = '"'
    escape: str = ""
    skip_space: bool = False


@dataclass(frozen=True)
class Record:
    """`cells` of the text between `start` and `end` (line end included); None if it breaks the
    rules of quoting, which `problem` tells. `line` counts the line ends before it."""

    cells: list[str] | None
    start: int
    end: int
    line: int
    problem: str = ""


class _Lines:
    """Lines handed to the csv module one by one; `at` may be set back."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.at = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self.at >= len(self.lines):
            raise StopIteration
        self.at += 1
        return self.lines[self.at - 1]


def split_records(text: str, dialect: Dialect, *, final: bool = True) -> Iterator[Record]:
    """All records of `text`; a line of nothing comes as a record without cells.

    Without `final` the text may stop anywhere and only records whose end is certain come out. A
    quote that is never closed properly costs one line, not the rest of the file: that line is the
    bad record, and reading goes on behind it.
    """
    csv.field_size_limit(2**31 - 1)
    lines = list(io.StringIO(text, newline=""))
    if not final and lines and (lines[-1][-1] != "\n"):
        lines.pop()
    feed = _Lines(lines)
    reader = _reader(feed, dialect)
    position = 0
    while feed.at < len(lines):
        first = feed.at
        cells: list[str] | None = None
        problem = ""
        try:
            cells = next(reader)
        except csv.Error as error:
            ended = feed.at >= len(lines) and "end of data" in str(error)
            if ended and not final:
                return
            problem = _problem(feed, first, ended)
        end = position + sum(map(len, lines[first : feed.at]))
        yield Record(cells, position, end, first, problem)
        position = end


def _reader(feed: _Lines, dialect: Dialect) -> Iterator[list[str]]:
    return csv.reader(
        feed,
        delimiter=dialect.delimiter,
        quotechar=dialect.quote or None,
        quoting=csv.QUOTE_MINIMAL if dialect.quote else csv.QUOTE_NONE,
        escapechar=dialect.escape or None,
        doublequote=True,
        skipinitialspace=dialect.skip_space,
        strict=True,
    )


def _problem(feed: _Lines, first: int, ended: bool) -> str:
    """Name what is wrong with the record and set the feed behind its first line."""
    several = feed.at - first > 1
    feed.at = first + 1
    if several or ended:
        return "a quote opens here that is not closed properly"
    return "there is text behind a closing quote"


def is_blank(text: str, width: int, delimiter: str) -> bool:
    """Whether a record's text holds nothing: no cells, or only blanks in a table of several
    columns. A line of delimiters is a record, of empty cells."""
    if width == 1:
        return not text.strip("\r\n")
    return delimiter not in text and not text.strip(" \t\r\n")
