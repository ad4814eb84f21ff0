"""The plan: the only thing a person edits. An immutable tree, stored as canonical JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from migrator.model.checking import Checking, Waiver
from migrator.model.loading import LoadSettings
from migrator.model.mapping import Feed, LeftOut
from migrator.model.matching import MatchSettings
from migrator.model.recipe import Recipe
from migrator.model.schema import Schema
from migrator.model.source import SourceTable
from migrator.model.survivorship import Survivorship

PLAN_VERSION = 1


@dataclass(frozen=True)
class TableChoice:
    """A table of a source, kept or left out with a reason. `no` numbers the tables of a plan for
    good: the snapshot is the staging table `raw_<no>`. `left_out` are columns set aside before
    anything is mapped; a feed's own `left_out` says what mapping decided later."""

    no: int
    table: SourceTable
    keep: bool = True
    reason: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True)
class SourceSpec:
    """Where to read: a path or a database URL without password, and how."""

    id: str
    uri: str
    options: dict[str, Any] = field(default_factory=dict)
    tables: tuple[TableChoice, ...] = ()


@dataclass(frozen=True)
class TargetSpec:
    """Where to write. `create` names the bundled schema to create there ("" for a schema that
    exists); `schema` is the copy of the target's schema that the mapping was made for."""

    uri: str = ""
    create: str = ""
    schema: Schema = field(default_factory=Schema)
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Goal:
    """A measurable target, e.g. filled share of contact.mobilephone at least 0.95.

    `measure` is `filled`, `duplicates` (share of rows absorbed), `valid` (share of ready rows) or
    `loaded`; `at_least`/`at_most` bound it (shares between 0 and 1). An `entity` of "" is about all
    records together, so it can be set before there is a target; `filled` needs an entity.
    """

    entity: str
    measure: str
    field: str = ""
    at_least: float | None = None
    at_most: float | None = None


@dataclass(frozen=True)
class Person:
    """Someone who takes part. `role` is free text: what the project calls it."""

    name: str
    role: str = ""
    email: str = ""


@dataclass(frozen=True)
class Milestone:
    """A date of the timetable: `due` is an ISO date, "" while it is open."""

    what: str
    due: str = ""


@dataclass(frozen=True)
class Plan:
    """Everything people decided. `system` names the legacy system; with entity and source key it
    makes the external ids, so it never changes once rows were loaded. `feed_numbers` is the highest
    number that a removed feed had: numbers are given once."""

    name: str
    system: str = "legacy"
    customer: str = ""
    language: str = "en"
    goals: tuple[Goal, ...] = ()
    sources: tuple[SourceSpec, ...] = ()
    target: TargetSpec = field(default_factory=TargetSpec)
    feeds: tuple[Feed, ...] = ()
    recipes: tuple[Recipe, ...] = ()
    matching: tuple[MatchSettings, ...] = ()
    survivorship: tuple[Survivorship, ...] = ()
    checking: tuple[Checking, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    loading: LoadSettings = field(default_factory=LoadSettings)
    people: tuple[Person, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    feed_numbers: int = 0

    def source(self, source_id: str) -> SourceSpec:
        """The source with this id; KeyError if there is none."""
        for spec in self.sources:
            if spec.id == source_id:
                return spec
        raise KeyError(source_id)

    def choice(self, source_id: str, table: str) -> TableChoice:
        """The table `table` of the source; KeyError if there is none."""
        for choice in self.source(source_id).tables:
            if choice.table.name == table:
                return choice
        raise KeyError(table)

    def set_aside(self, source_id: str, table: str) -> dict[str, str]:
        """Columns of the table that are left out and that no feed maps, each with its reason."""
        feeds = [f for f in self.feeds if (f.source, f.table) == (source_id, table)]
        mapped = {name for f in feeds for row in f.fields for name in row.sources}
        listed = [gone for f in feeds for gone in f.left_out]
        listed += self.choice(source_id, table).left_out
        return {gone.column: gone.reason for gone in listed if gone.column not in mapped}

    def left_out_of(self, feed: Feed) -> tuple[LeftOut, ...]:
        """What the mapping document shows as left out under a feed: its own columns, and under the
        first feed of a table those set aside for the whole table; none that is mapped."""
        place = (feed.source, feed.table)
        same = [f for f in self.feeds if (f.source, f.table) == place]
        mapped = {name for f in same for row in f.fields for name in row.sources}
        own = tuple(gone for gone in feed.left_out if gone.column not in mapped)
        if not same or same[0].id != feed.id:
            return own
        aside = (
            gone
            for spec in self.sources
            for choice in spec.tables
            if (spec.id, choice.table.name) == place
            for gone in choice.left_out
        )
        known = mapped | {gone.column for f in same for gone in f.left_out}
        return own + tuple(gone for gone in aside if gone.column not in known)

    def entities(self) -> tuple[str, ...]:
        """The entities that some feed fills, in the schema's order."""
        fed = {feed.entity for feed in self.feeds}
        return tuple(e.name for e in self.target.schema.entities if e.name in fed)

    def feeds_of(self, entity: str) -> tuple[Feed, ...]:
        """The feeds of one entity, in order."""
        return tuple(feed for feed in self.feeds if feed.entity == entity)
