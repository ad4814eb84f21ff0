"""What the cleansing step shows: recipes with their effect, values before and after, groups."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from migrator.model.recipe import RecipeStep
from migrator.model.text import Text
from migrator.model.views.catalog import NO_TEXT

Value = str | None


@dataclass(frozen=True)
class EntityLine:
    """One entity to clean: its rows, the steps of its recipe and how many are switched on, values
    they changed and rows they could not treat."""

    name: str
    label: Text
    rows: int
    steps: int
    enabled: int
    changed: int
    issues: int


@dataclass(frozen=True)
class FieldLine:
    """A mapped field as it stands after the recipe; `distinct` is an estimate in large tables."""

    name: str
    label: Text
    type: str
    filled: int
    distinct: int
    meaning: str = ""


@dataclass(frozen=True)
class StepLine:
    """One step of a recipe. `changed` counts values it changed in the newest run (None: it did not
    run); `problem` says why it cannot run."""

    step: RecipeStep
    title: Text
    help: Text
    label: Text  # of the field it writes
    changed: int | None = None
    problem: Text = NO_TEXT


@dataclass(frozen=True)
class RecipeView:
    """The recipe of one entity, and the fields it may read and write."""

    entity: EntityLine
    steps: tuple[StepLine, ...]
    fields: tuple[FieldLine, ...]


@dataclass(frozen=True)
class Change:
    """One distinct value on its way through a step, and the rows that hold it. `given` are the
    values that went in, when they are not just `before`; `problem` says why it was not
    converted."""

    before: Value
    after: Value
    rows: int
    given: tuple[Value, ...] = ()
    problem: Text = NO_TEXT


class Show(StrEnum):
    """Which values a preview lists."""

    CHANGED = "changed"
    FAILED = "failed"
    ALL = "all"


@dataclass(frozen=True)
class StepPreview:
    """What a step does to a field as it stands before that step. The counts cover the `looked`
    most frequent distinct values, which are all of them when `complete`; `changes` lists the first
    of those asked for. With a `problem` the step cannot run and nothing was looked at."""

    changes: tuple[Change, ...] = ()
    looked: int = 0
    complete: bool = True
    rows: int = 0
    changed_values: int = 0
    changed_rows: int = 0
    emptied_rows: int = 0
    failed_values: int = 0
    failed_rows: int = 0
    problem: Text = NO_TEXT


@dataclass(frozen=True)
class ValueCount:
    """A value and the rows that hold it."""

    value: str
    rows: int


@dataclass(frozen=True)
class Facet:
    """The values of a field after the recipe, the most frequent first. `found` counts the distinct
    values that fit the search, of which `values` lists the first."""

    field: FieldLine
    rows: int
    found: int
    values: tuple[ValueCount, ...]


class Likeness(StrEnum):
    """How values are alike; see `desks.cleaning_groups` for the keys."""

    SPELLING = "spelling"
    LETTERS = "letters"
    SOUND = "sound"
    NEAR = "near"


@dataclass(frozen=True)
class ValueGroup:
    """Values that may mean the same, the most frequent first; `suggestion` is one of them."""

    values: tuple[ValueCount, ...]
    suggestion: str

    @property
    def rows(self) -> int:
        return sum(one.rows for one in self.values)


@dataclass(frozen=True)
class Groups:
    """The groups of a field, those with most rows first. `complete` is False when only the
    `looked` most frequent values were compared."""

    groups: tuple[ValueGroup, ...]
    looked: int
    complete: bool


@dataclass(frozen=True)
class Unified:
    """`values` shall all read `to`."""

    to: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Reference:
    """A source table whose snapshot can be looked up in."""

    source: str
    table: str
    rows: int
    columns: tuple[str, ...]
