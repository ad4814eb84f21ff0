"""What every source is: tables that can be listed and read as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

import pyarrow as pa

from migrator.model.source import SourceTable


@dataclass(frozen=True)
class Unreadable:
    """A record that could not be read: `ordinal` among the table's records (1-based), `line` of
    the file where it starts (1-based, 0 if it has none), a code of ISSUE_CODES, the offending text
    (undecodable bytes as \\xNN), cut to 500 characters."""

    ordinal: int
    line: int
    code: str
    detail: str
    text: str


@dataclass(frozen=True)
class CellNote:
    """A remark on a cell that was read: `column` is 1-based, `code` one of ISSUE_CODES."""

    ordinal: int
    column: int
    code: str
    value: str
    detail: str = ""


@dataclass(frozen=True)
class ReadBatch:
    """Some records of a table.

    `rows`: column `_row` int64 (ordinal of the record, 1-based, ascending; unreadable records take
    one too) and one string column `c1`, `c2` ... per SourceTable column. An empty cell of a file is
    NULL; a database's empty string stays ''.
    """

    rows: pa.RecordBatch
    unreadable: tuple[Unreadable, ...] = ()
    notes: tuple[CellNote, ...] = ()


@dataclass(frozen=True)
class TopRow:
    """A row near the beginning of a file or sheet as it stands there, titles and headers too.
    `line` is the number by which the option `header_row` calls it."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class OpenOptions:
    """How to open a source. `secret` is a file or database password: it never enters a plan, a
    message or a log. `table` holds per-table reading options (SourceTable.facts names them)."""

    secret: str = ""
    table: dict[str, dict[str, Any]] = field(default_factory=dict)
    source: dict[str, Any] = field(default_factory=dict)


class Source(Protocol):
    """An opened source. Methods raise SourceError with a sentence and what to do."""

    def discover(self) -> tuple[SourceTable, ...]:
        """All tables, views, sheets or files, hidden ones too."""

    def read(self, table: str, limit: int | None = None) -> Iterator[ReadBatch]:
        """The records of one table; with `limit` exactly the first `limit` of the same stream."""

    def identity(self) -> str:
        """Tells one content from another: for files SHA-256 of the bytes, for databases the URL
        without password and a note of when it was read."""

    def close(self) -> None:
        """Release files and connections; safe to call twice."""


@runtime_checkable
class HeadedSource(Protocol):
    """A source whose header rows can be chosen (the option `header_row`)."""

    def top(self, table: str, limit: int) -> tuple[TopRow, ...]:
        """The first rows of the table as they stand, above the header too; blank ones are left
        out. Nothing where the kind of file has no header to choose."""


def row_schema(columns: int) -> pa.Schema:
    """The Arrow schema of ReadBatch.rows for a table with this many columns."""
    fields = [pa.field("_row", pa.int64())]
    fields += [pa.field(f"c{n}", pa.string()) for n in range(1, columns + 1)]
    return pa.schema(fields)
