"""What a pilot is asked to take."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class PilotBy(StrEnum):
    """How the records of a pilot are chosen, before their parents come along."""

    COUNT = "count"  # so many of every entity, spread over the whole table
    KEYS = "keys"  # the records that people name by their source keys
    FILTER = "filter"  # the records of one entity for which an expression is true
    COVERAGE = "coverage"  # as few as show every kind of value, issue, step and table


@dataclass(frozen=True)
class PilotChoice:
    """How the pilot is chosen. The number of records per entity is `LoadSettings.pilot_rows`: with
    COUNT what is taken, with FILTER and COVERAGE the most that is.

    `keys` are source keys by entity (KEYS); `entity` and `where` the expression over that entity's
    fields, true = taken (FILTER). `children` is how many levels of children come along with what
    was asked for. `mask` replaces personal data by made-up values of the same shape.
    """

    by: PilotBy = PilotBy.COUNT
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    entity: str = ""
    where: str = ""
    children: int = 0
    mask: bool = False


class Trait(StrEnum):
    """Something that a pilot by coverage shows at least once."""

    PICKLIST = "picklist"  # a value of a picklist; `detail` is the value
    LONGEST = "longest"  # the longest text of a field
    SHORTEST = "shortest"  # the shortest text of a field
    ISSUE = "issue"  # an issue that lets its row through; `detail` is the code
    MAPPED = "mapped"  # a value that the transforms of a mapping row have changed
    CLEANSED = "cleansed"  # a value that a recipe step has changed; `detail` is the step's id
    FEED = "feed"  # a row of a feed; `detail` is its id
    MERGED = "merged"  # a record merged from several rows
    DEEPEST = "deepest"  # the record with the most ancestors through the lookup `field`


@dataclass(frozen=True)
class Covered:
    """A trait of an entity (and `field`, where it is one's) that a record shows."""

    trait: Trait
    field: str = ""
    detail: str = ""
