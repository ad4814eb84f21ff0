"""What a source holds, as its reader found it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from migrator.model.schema import FieldType

TYPE_OPTION = "type:"  # of a table: before the name of a column, what it is taken for


class TableKind(StrEnum):
    """What a table of a source is there."""

    TABLE = "table"
    VIEW = "view"
    SHEET = "sheet"
    FILE = "file"


@dataclass(frozen=True)
class SourceColumn:
    """A column as found. `name` is unique in its table (blank and repeated headers are renamed by
    the reader, `header` keeps what stood there); `type` is declared by a database and otherwise
    guessed from a sample: a guess for people, values stay text. `chosen` tells that somebody said
    what it is (the option `type:<name>`), which wins over every guess."""

    name: str
    header: str = ""
    type: FieldType = FieldType.TEXT
    native_type: str = ""
    nullable: bool = True
    chosen: bool = False


@dataclass(frozen=True)
class ForeignKey:
    """`columns` of this table refer to `parent_columns` of `parent`."""

    columns: tuple[str, ...]
    parent: str
    parent_columns: tuple[str, ...]


@dataclass(frozen=True)
class SourceTable:
    """A table, view, sheet or file that can be read on its own.

    `rows` is None where counting would mean reading all of it. `facts` says how it was read
    (encoding, delimiter, header_row, hidden, merged ...), as text for people and for options that
    read it again the same way. `warnings` are whole sentences.
    """

    name: str
    columns: tuple[SourceColumn, ...]
    kind: TableKind = TableKind.TABLE
    rows: int | None = None
    primary_key: tuple[str, ...] = ()
    unique_keys: tuple[tuple[str, ...], ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
