"""What a window needs to show a table of any size, and what it may ask of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from migrator.model.text import Text


class Op(StrEnum):
    """How a filter looks at a value. Letters are compared without case, Persian and Arabic forms
    of a letter or digit count as one; an empty text is empty."""

    CONTAINS = "contains"
    EQUALS = "equals"
    STARTS = "starts"
    EMPTY = "empty"
    NOT_EMPTY = "not_empty"


@dataclass(frozen=True)
class Filter:
    """Rows whose `column` fits; `text` means nothing to EMPTY and NOT_EMPTY."""

    column: str
    op: Op
    text: str = ""


@dataclass(frozen=True)
class Sort:
    """One level of the order. Numbers come before texts, empty values last in both directions."""

    column: str
    descending: bool = False


@dataclass(frozen=True)
class Rows:
    """Which rows of a table a page shows at all: those with these ids (None: all), and those with
    an issue in the staging table `issues` ("": no matter) that fits the parts that are given."""

    ids: tuple[int, ...] | None = None
    issues: str = ""
    field: str = ""
    code: str = ""
    severity: str = ""
    detail: str | None = None


@dataclass(frozen=True)
class Ask:
    """An order and a choice of rows. The default is all rows in their natural order."""

    sort: tuple[Sort, ...] = ()
    filters: tuple[Filter, ...] = ()
    search: str = ""
    where: Rows = field(default_factory=Rows)

    @property
    def chooses(self) -> bool:
        """Whether rows may be left out."""
        return bool(self.filters or self.search.strip() or self.where != Rows())


@dataclass(frozen=True)
class GridColumn:
    """A column as people see it. `name` is the field or source column, `column` the one in the
    file (of a lookup: what was looked up); `type` is a FieldType's value. `hidden` ones (row ids)
    are there for programs. `choices` are the stored values of a picklist with what people call
    them."""

    name: str
    column: str
    label: Text
    type: str = "text"
    meaning: str = ""
    hidden: bool = False
    choices: tuple[tuple[str, Text], ...] = ()


@dataclass(frozen=True)
class TableHandle:
    """A version of a staging table. `table` is its physical name and `version` the name of its
    content; `part_rows` rows are in one file. `key` is the column with the row ids ("" if none),
    `number` the one whose value numbers the rows ("": count them); `ordered` tells that the file
    has the natural order; `marks` are the issue tables that speak of these rows."""

    name: str
    table: str
    version: str
    rows: int
    part_rows: int
    columns: tuple[GridColumn, ...]
    key: str = ""
    number: str = ""
    ordered: bool = True
    marks: tuple[str, ...] = ()
    entity: str = ""


@dataclass(frozen=True)
class IndexHandle:
    """A file with the positions of `rows` rows of a table, in order."""

    path: str
    rows: int


@dataclass(frozen=True)
class CellMark:
    """Something to say about one cell. `position` is the row's place in the file, `column` a
    GridColumn's `name`; the words are those of ISSUE_CODES[code] with value and detail."""

    position: int
    column: str
    severity: str
    code: str
    value: str | None = None
    detail: str = ""
