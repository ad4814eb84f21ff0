"""Step 2, sources: what was found in them, how it is read, and its first rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from migrator.model.schema import FieldType
from migrator.model.source import TableKind
from migrator.model.text import Text

NOTHING = Text("", "")


@dataclass(frozen=True)
class Place:
    """Something to read: a path or a database URL, a password if it needs one, and reading options
    of the whole source (encoding ...)."""

    uri: str
    password: str = ""
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Problem:
    """Why something cannot be read: a sentence and what to do. `reason` is a word for programs:
    password, wrong_password, encoding, missing, already, or another or none; `choices` are the
    encodings that fit."""

    message: Text
    hint: Text = NOTHING
    reason: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """A place that was not added, by the name people know it by."""

    place: Place
    name: str
    problem: Problem


@dataclass(frozen=True)
class Added:
    """What came of adding places: ids of the new sources, how many tables they hold, what was
    refused, and whose passwords will be forgotten when the program ends (there is no keyring)."""

    sources: tuple[str, ...] = ()
    tables: int = 0
    refused: tuple[Refusal, ...] = ()
    unkept: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fed:
    """An entity that a table feeds, and how many of its fields."""

    entity: str
    label: Text
    fields: int


@dataclass(frozen=True)
class TableCard:
    """A table of a source in a list. `rows` is None if not known, `estimated` if told from a
    sample; `changed` when people corrected how it is read; `unreadable` counts records of the
    snapshot that could not be read."""

    name: str
    no: int
    kind: TableKind
    columns: int
    rows: int | None
    estimated: bool
    keep: bool
    reason: Text
    warnings: int
    changed: bool
    hidden: bool
    fed: tuple[Fed, ...] = ()
    unreadable: int = 0


@dataclass(frozen=True)
class SourceCard:
    """A source in a list. `name` is its file's or database's name, `where` the folder or server;
    `kind` is file, folder or database, `form` the format in short (CSV, XLSX, SQLite ...);
    `state` is ok, missing (no longer there) or changed (written after its snapshot was taken)."""

    id: str
    uri: str
    name: str
    where: str
    kind: str
    form: str
    state: str
    bytes: int | None
    tables: tuple[TableCard, ...]


@dataclass(frozen=True)
class Overview:
    """All sources; `snapshot` is how the extract stage stands (fresh, stale, never, blocked),
    `kept` and `rows` count kept tables and the rows in their snapshots."""

    sources: tuple[SourceCard, ...]
    snapshot: str
    kept: int
    rows: int


@dataclass(frozen=True)
class Loss:
    """Part of the mapping that an edit would take along: fields of an entity fed by a table. With
    `waiting` nothing goes: the fields wait for these columns, which are not there any more."""

    table: str
    entity: str
    label: Text
    fields: tuple[str, ...]
    waiting: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rename:
    """A column that may be called otherwise now: a proposal, decided by a person. `score` tells how
    likely (0..1), `values` which share of the values is the same (None: not known)."""

    source: str
    table: str
    old: str
    new: str
    score: float = 1.0
    values: float | None = None


@dataclass(frozen=True)
class Reread:
    """What came of reading otherwise or anew: `done` with `losses` taken along, or not done because
    of `losses` that nobody has agreed to yet, or of a `problem`. `gone` and `new` name tables,
    `moved` those that are called otherwise now; `renames` are proposals for columns that are
    missing."""

    done: bool
    losses: tuple[Loss, ...] = ()
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    problem: Problem | None = None
    moved: tuple[tuple[str, str], ...] = ()
    renames: tuple[Rename, ...] = ()


@dataclass(frozen=True)
class Unlocked:
    """What came of giving a password: right if there is no `problem`; `kept` is False if only until
    the program ends."""

    kept: bool = False
    problem: Problem | None = None


@dataclass(frozen=True)
class PreviewColumn:
    """A column of a preview: `header` is what stood there where the name had to be changed;
    `chosen` tells that the type is a person's word."""

    name: str
    header: str
    type: FieldType
    native_type: str = ""
    chosen: bool = False


@dataclass(frozen=True)
class PreviewNote:
    """A remark on a cell: `row` and `column` are places in the preview, 0-based."""

    row: int
    column: int
    text: Text


@dataclass(frozen=True)
class Unread:
    """A record that could not be read: its ordinal, the line of the file (0: none), why, and how it
    begins."""

    ordinal: int
    line: int
    reason: Text
    text: str


@dataclass(frozen=True)
class Reading:
    """How a table is read, and what of that can be chosen. Values are the words of
    `SourceTable.facts`; `options` names those that may be set, `chosen` those that people set."""

    facts: dict[str, str]
    options: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Preview:
    """The first rows of a table through its real reader. NULL is None, an empty text is ''; long
    cells are cut with an ellipsis, wide tables after `columns` of `width`. With a `problem` there
    are no rows."""

    source: str
    table: str
    reading: Reading
    columns: tuple[PreviewColumn, ...] = ()
    width: int = 0
    ordinals: tuple[int, ...] = ()
    rows: tuple[tuple[str | None, ...], ...] = ()
    notes: tuple[PreviewNote, ...] = ()
    unread: tuple[Unread, ...] = ()
    warnings: tuple[Text, ...] = ()
    problem: Problem | None = None


@dataclass(frozen=True)
class Top:
    """Rows at the beginning of a file or sheet as they stand, with the number by which the option
    `header_row` calls each; `header` is that of the present header ("none" without one)."""

    source: str
    table: str
    header: str
    lines: tuple[int, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    problem: Problem | None = None
