"""Tables of an HTML file: what many programs save under the name of an old workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from migrator.errors import SourceError
from migrator.model.source import SourceTable, TableKind
from migrator.sources.base import OpenOptions, ReadBatch
from migrator.sources.encoding import Encoding, from_bom, from_letters, from_zeros, known
from migrator.sources.guess import guess_type
from migrator.sources.headers import name_columns
from migrator.sources.isolate import digest
from migrator.sources.rows import Collector
from migrator.sources.sniff import has_header

SIZE_LIMIT = 64 * 2**20
COLUMN_LIMIT = 16_384
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{1,40})", re.I)
_SILENT = frozenset({"script", "style", "title"})


class _Tables(HTMLParser):
    """Collects all tables, inner ones as tables of their own; `headed` ones begin with <th>."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self.headed: list[bool] = []
        self._open: list[int] = []
        self._cell: dict[int, list[str] | None] = {}
        self._span = 1
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._open.append(len(self.tables))
            self.tables.append([])
            self.headed.append(False)
        elif tag == "tr" and self._open:
            self._end_cell()
            self.tables[self._open[-1]].append([])
        elif tag in ("td", "th") and self._open:
            self._begin_cell(tag, dict(attrs))
        elif tag in ("br", "p", "div") and self._open:
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "table" and self._open:
            self._end_cell()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        cell = self._cell.get(self._open[-1]) if self._open else None
        if cell is not None and not self._silent:
            cell.append(data if data == "\n" else re.sub(r"[ \t\r\n\f]+", " ", data))

    def close(self) -> None:
        super().close()
        while self._open:
            self._end_cell()
            self._open.pop()

    def _begin_cell(self, tag: str, attributes: dict[str, str | None]) -> None:
        self._end_cell()
        table = self._open[-1]
        rows = self.tables[table]
        if not rows:
            rows.append([])
        if tag == "th" and len(rows) == 1:
            self.headed[table] = True
        span = attributes.get("colspan") or "1"
        self._span = min(int(span), 1000) if span.isdecimal() and len(span) < 5 else 1
        self._cell[table] = []

    def _end_cell(self) -> None:
        """Put the open cell into its row; a span leaves empty cells behind it."""
        table = self._open[-1] if self._open else -1
        cell = self._cell.pop(table, None)
        if cell is None:
            return
        text = re.sub(r" ?\n ?", "\n", "".join(cell)).strip(" \n")
        row = self.tables[table][-1]
        row += [text, *[""] * (self._span - 1)]
        if len(row) > COLUMN_LIMIT:
            raise ValueError(f"a table has more than {COLUMN_LIMIT:,} columns")
        self._span = 1


class HtmlSource:
    """All tables of an HTML file that have cells, numbered in the order of the file."""

    def __init__(self, path: Path, options: OpenOptions) -> None:
        self.path = path
        self._forced = known(str(options.source.get("encoding", "")))
        self._rows: dict[str, list[list[str]]] = {}
        self._tables: tuple[SourceTable, ...] = ()

    def discover(self) -> tuple[SourceTable, ...]:
        """The tables of the file."""
        if not self._tables:
            self._tables = tuple(self._describe_all())
        return self._tables

    def read(self, table: str, limit: int | None = None) -> Iterator[ReadBatch]:
        """The records of one table."""
        widths = {found.name: len(found.columns) for found in self.discover()}
        if table not in widths:
            raise SourceError(
                f'"{self.path.name}" has no table called "{table}".',
                hint=f"It has {', '.join(widths)}.",
            )
        collector = Collector(widths[table])
        for row in self._rows[table][:limit]:
            collector.row([*row, *[""] * (widths[table] - len(row))])
            if collector.ready:
                yield from collector.flush()
        yield from collector.flush()

    def identity(self) -> str:
        """SHA-256 of the file's bytes, in hex."""
        return digest(self.path)

    def close(self) -> None:
        """Forget what was read."""
        self._rows.clear()
        self._tables = ()

    def _describe_all(self) -> Iterator[SourceTable]:
        text, encoding = self._text()
        parser = _Tables()
        try:
            parser.feed(text)
            parser.close()
        except (ValueError, RecursionError) as error:
            raise self._refused(str(error)) from error
        number = 0
        for rows, headed in zip(parser.tables, parser.headed, strict=True):
            filled = [row for row in rows if row]
            if not any(any(row) for row in filled):
                continue
            number += 1
            name = self.path.stem if number == 1 else f"{self.path.stem} ({number})"
            yield self._describe(name, filled, headed or has_header(filled), encoding)
        if not number:
            raise self._refused("it is HTML and has no table in it")

    def _describe(
        self, name: str, rows: list[list[str]], headed: bool, encoding: Encoding
    ) -> SourceTable:
        width = max(map(len, rows))
        header = rows[0] if headed else []
        body = rows[1:] if headed else rows
        self._rows[name] = body
        kinds = [
            guess_type(row[at] if at < len(row) else None for row in body[:1000])
            for at in range(width)
        ]
        columns, warnings = name_columns([*header, *[""] * (width - len(header))], kinds)
        facts = {
            "format": "html",
            "encoding": encoding.name,
            "header_row": "1" if headed else "none",
        }
        said = (f'"{self.path.name}" is an HTML page, read as a table.', *warnings)
        return SourceTable(name, columns, TableKind.FILE, len(body), facts=facts, warnings=said)

    def _text(self) -> tuple[str, Encoding]:
        if self.path.stat().st_size > SIZE_LIMIT:
            raise self._refused(f"an HTML file may have at most {SIZE_LIMIT // 2**20} MiB")
        data = self.path.read_bytes()
        encoding = self._encoding(data)
        return data[encoding.bom :].decode(encoding.name, "replace"), encoding

    def _encoding(self, data: bytes) -> Encoding:
        if self._forced:
            return Encoding(self._forced)
        told = from_bom(data) or from_zeros(data[:4096])
        if told:
            return told
        charset = _CHARSET.search(data[:8192])
        if charset and known(charset[1].decode()):
            return Encoding(charset[1].decode().lower())
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            guess = from_letters(data[: 2**20])
            if not guess.name:
                raise self._refused("its encoding cannot be told") from None
            return guess
        return Encoding("utf-8")

    def _refused(self, why: str) -> SourceError:
        return SourceError(
            f'"{self.path.name}" was refused: {why}.',
            hint="Open it in the program it comes from and save it as CSV or as a workbook.",
            path=str(self.path),
        )
