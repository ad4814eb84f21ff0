"""Delimited text files (CSV and its kin, plain or gzip) as tables of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from migrator.errors import SourceError
from migrator.model.source import SourceTable, TableKind
from migrator.sources import facts
from migrator.sources.base import OpenOptions, ReadBatch, TopRow
from migrator.sources.bytestream import read_blocks
from migrator.sources.encoding import byte_length, to_text, to_utf8
from migrator.sources.guess import guess_type
from migrator.sources.headers import name_columns
from migrator.sources.isolate import digest
from migrator.sources.records import Record, is_blank
from migrator.sources.sniff import Layout, sample, sniff, starts_table
from migrator.sources.survey import SAMPLE, Survey, survey
from migrator.sources.tablereader import TableReader, take

COLUMN_LIMIT = 16_384
_GAP_WINDOW = 8_192
_PARITY_REACH = 2**22
_TYPE_SAMPLE = 1_000


@dataclass(frozen=True)
class _Part:
    """A table of the file: bytes `start` to `end`, its records from `body` on. `line` and
    `body_line` are the 1-based lines where the two begin."""

    table: SourceTable
    layout: Layout
    start: int
    line: int
    body: int
    body_line: int
    end: int


class DelimitedSource:
    """One text file; tables that follow each other behind blank lines are told apart.

    Options of a table (`OpenOptions.table[name]`, also `OpenOptions.source` for all of them) are
    `encoding`, `delimiter`, `quote`, `escape`, `skip_space` and `header_row`, in the words of
    `SourceTable.facts`.
    """

    def __init__(self, path: Path, options: OpenOptions) -> None:
        self.path = path
        self.options = options
        self._survey: Survey | None = None
        self._parts: dict[str, _Part] = {}

    def discover(self) -> tuple[SourceTable, ...]:
        """The tables of the file."""
        if not self._parts:
            self._survey = survey(self.path, facts.encoding_option(self.options))
            for part in self._find_parts(self._survey):
                self._parts[part.table.name] = part
        return tuple(part.table for part in self._parts.values())

    def read(self, table: str, limit: int | None = None) -> Iterator[ReadBatch]:
        """The records of one table."""
        found, part = self._find(table)
        encoding = found.encoding.name
        layout = part.layout
        reader = TableReader(table, layout.dialect, layout.width, encoding)
        blocks = to_utf8(read_blocks(self.path, part.body, part.end), encoding)
        yield from take(reader.batches(blocks, part.body_line, part.body), limit)

    def top(self, table: str, limit: int) -> tuple[TopRow, ...]:
        """The first records of the table as they stand; `line` counts lines of the file."""
        found, part = self._find(table)
        text, whole = self._sample(found, part.start, part.end)
        records = sample(text, part.layout.dialect, whole)[:limit]
        return tuple(
            TopRow(part.line + r.line, tuple(r.cells or (text[r.start : r.end].rstrip("\r\n"),)))
            for r in records
        )

    def _find(self, table: str) -> tuple[Survey, _Part]:
        self.discover()
        part = self._parts.get(table)
        if part is None or self._survey is None:
            raise SourceError(
                f'"{self.path.name}" has no table called "{table}".',
                hint=f"It has {', '.join(self._parts)}.",
            )
        return self._survey, part

    def identity(self) -> str:
        """SHA-256 of the file's bytes, in hex."""
        return digest(self.path)

    def close(self) -> None:
        """Nothing stays open between calls."""

    # -- where tables are

    def _find_parts(self, found: Survey) -> Iterator[_Part]:
        start, line, number = found.encoding.bom, 1, 1
        while True:
            name = self.path.name.split(".")[0] or self.path.name
            name = name if number == 1 else f"{name} ({number})"
            layout = self._layout(found, name, (start, found.size, line))
            end = self._next_table(found, start, layout)
            if end != found.size:
                layout = self._layout(found, name, (start, end, line))
            yield self._part(found, name, layout, (start, end, line))
            if end == found.size:
                return
            line += self._lines(start, end)
            start, number = end, number + 1

    def _sample(self, found: Survey, start: int, end: int) -> tuple[str, bool]:
        """Text from `start` on, at most SAMPLE bytes, and whether that is all up to `end`."""
        whole = end - start <= SAMPLE
        blocks = read_blocks(self.path, start, end if whole else start + SAMPLE)
        name = found.encoding.name
        data = b"".join(to_utf8(blocks, name))
        if not whole:
            data = data[: max(data.rfind(b"\n"), data.rfind(b"\r")) + 1] or data
        return to_text(data, name), whole

    def _layout(self, found: Survey, name: str, place: tuple[int, int, int]) -> Layout:
        start, end, line = place
        text, whole = self._sample(found, start, end)
        given = facts.options_of(self.options, name)
        try:
            layout = sniff(
                text, whole, facts.dialect_options(given), facts.header_option(given, line)
            )
        except ValueError as error:
            raise SourceError(
                f'"{self.path.name}" cannot be read as asked: {error}.',
                hint="Correct the options of this table or leave them out.",
                path=str(self.path),
            ) from error
        self._check_size(layout, text, whole)
        return layout

    def _check_size(self, layout: Layout, text: str, whole: bool) -> None:
        line_ends = "\n" in text or "\r" in text
        if layout.width > COLUMN_LIMIT:
            what = f"it has more than {COLUMN_LIMIT:,} columns ({layout.width:,} seen)"
        elif not line_ends and not whole:
            what = f"its first line is longer than {SAMPLE // 1024} KiB"
        elif any(len(header) > SAMPLE // 4 for header in layout.header or ()):
            what = f"a column header is longer than {SAMPLE // 4096} KiB"
        else:
            return
        raise SourceError(
            f'"{self.path.name}" was refused: {what}.',
            hint="Check that it is a table, and which delimiter and quote it uses.",
            path=str(self.path),
            reason="shape",
        )

    def _next_table(self, found: Survey, start: int, layout: Layout) -> int:
        """Where the next table begins, behind a blank line; the end of the file if none does."""
        if found.encoding.name.startswith("utf-") and found.encoding.name != "utf-8":
            return found.size
        text, _ = self._sample(found, start, found.size)
        body = start + byte_length(text[: layout.body], found.encoding.name)
        for gap in found.gaps:
            if gap <= body or gap >= found.size:
                continue
            data = b"".join(read_blocks(self.path, gap, min(gap + _GAP_WINDOW, found.size)))
            window = to_text(b"".join(to_utf8([data], found.encoding.name)), found.encoding.name)
            if starts_table(window, layout.width, layout.dialect) and self._closed(
                start, gap, layout
            ):
                return gap
        return found.size

    def _closed(self, start: int, gap: int, layout: Layout) -> bool:
        """Whether no quote is open at `gap`, as far as counting them tells."""
        quote = layout.dialect.quote.encode()
        if not quote or gap - start > _PARITY_REACH:
            return True
        return sum(b.count(quote) for b in read_blocks(self.path, start, gap)) % 2 == 0

    def _lines(self, start: int, end: int) -> int:
        data = b"".join(read_blocks(self.path, start, end))
        return data.count(b"\n") + data.count(b"\r") - data.count(b"\r\n")

    # -- what is told about a table

    def _part(self, found: Survey, name: str, layout: Layout, place: tuple[int, int, int]) -> _Part:
        start, end, line = place
        text, whole = self._sample(found, start, end)
        records = [r for r in sample(text, layout.dialect, whole) if r.start >= layout.body]
        records = [
            r
            for r in records
            if not is_blank(text[r.start : r.end], layout.width, layout.dialect.delimiter)
        ]
        width = layout.width
        values = [r.cells for r in records[:_TYPE_SAMPLE] if r.cells and len(r.cells) <= width]
        kinds = [
            guess_type(cells[at] if at < len(cells) else None for cells in values)
            for at in range(width)
        ]
        columns, renamed = name_columns(layout.header or [""] * width, kinds)
        body = start + byte_length(text[: layout.body], found.encoding.name)
        estimate = len(records) if whole else self._estimate(records, text, end - body)
        table = SourceTable(
            name,
            columns,
            TableKind.FILE,
            len(records) if whole else None,
            facts=facts.describe(found, layout, line, estimate),
            warnings=(
                *facts.remarks(found, layout, line, records, whole),
                *(renamed if layout.header else ()),
            ),
        )
        return _Part(table, layout, start, line, body, line + layout.body_line - 1, end)

    def _estimate(self, records: list[Record], text: str, size: int) -> int:
        """How many records `size` bytes hold if all are like those of the sample."""
        if not records:
            return 0
        name = self._survey.encoding.name if self._survey else "utf-8"
        span = byte_length(text[records[0].start : records[-1].end], name)
        return round(len(records) * size / max(span, 1))
