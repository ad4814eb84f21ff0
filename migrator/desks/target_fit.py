"""A plan made to fit another schema: what names a field that vanished goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from migrator.model.checking import Checking
from migrator.model.mapping import Feed, FieldMapping
from migrator.model.matching import MatchSettings
from migrator.model.plan import Plan
from migrator.model.recipe import Recipe
from migrator.model.schema import Schema
from migrator.model.survivorship import Survivorship
from migrator.model.text import Text
from migrator.model.views.target import Fit, LostField


class _Known:
    """Which entities and fields a schema has."""

    def __init__(self, schema: Schema) -> None:
        self._fields = {e.name: {f.name for f in e.fields} for e in schema.entities}

    def entity(self, name: str) -> bool:
        return name in self._fields

    def field(self, entity: str, name: str) -> bool:
        return name in self._fields.get(entity, ())

    def place(self, entity: str, field: str) -> bool:
        """Whether there is the field, or the entity where no field is named."""
        return self.field(entity, field) if field else self.entity(entity)

    def row(self, entity: str, row: FieldMapping) -> bool:
        """Whether the row's field is there, and what it looks up."""
        if not self.field(entity, row.target):
            return False
        if row.lookup is None:
            return True
        kind = row.lookup.type_field
        there = all(self.place(way.entity, way.by) for way in row.lookup.ways)
        return there and (not kind or self.field(entity, kind))

    def fields(self, entity: str, names: Sequence[str]) -> bool:
        return all(self.field(entity, name) for name in names)


def fit(plan: Plan, schema: Schema) -> Fit:
    """What stays and what goes when `schema` takes the place of the plan's."""
    known = _Known(schema)
    lost: dict[tuple[str, str], dict[str, None]] = {}
    kept = set()
    for feed in plan.feeds:
        for row in feed.fields:
            if known.row(feed.entity, row):
                kept.add((feed.entity, row.target))
                continue
            columns = lost.setdefault((feed.entity, row.target), {})
            columns.update(dict.fromkeys(f"{feed.table}.{name}" for name in row.sources))
    after = fitted(plan, schema)
    dropped = (
        (_STEPS, _steps(plan) - _steps(after)),
        (_COMPARISONS, _comparisons(plan) - _comparisons(after)),
        (_SURVIVORS, _survivors(plan) - _survivors(after)),
        (_CHECKS, _checks(plan) - _checks(after)),
        (_WAIVERS, len(plan.waivers) - len(after.waivers)),
        (_GOALS, len(plan.goals) - len(after.goals)),
    )
    return Fit(
        kept=len(kept),
        lost=tuple(LostField(*key, tuple(columns)) for key, columns in lost.items()),
        dropped=tuple((words, count) for words, count in dropped if count),
    )


def fitted(plan: Plan, schema: Schema) -> Plan:
    """The plan without what the schema has no place for; the target itself is not changed."""
    known = _Known(schema)
    return replace(
        plan,
        feeds=_feeds(plan, known),
        recipes=_recipes(plan, known),
        matching=_matching(plan, known),
        survivorship=_survivorship(plan, known),
        checking=_checking(plan, known),
        waivers=tuple(w for w in plan.waivers if known.place(w.entity, w.field)),
        goals=tuple(g for g in plan.goals if not g.entity or known.place(g.entity, g.field)),
    )


def _feeds(plan: Plan, known: _Known) -> tuple[Feed, ...]:
    return tuple(
        replace(feed, fields=tuple(r for r in feed.fields if known.row(feed.entity, r)))
        for feed in plan.feeds
        if known.entity(feed.entity)
    )


def _recipes(plan: Plan, known: _Known) -> tuple[Recipe, ...]:
    found = []
    for one in plan.recipes:
        steps = tuple(s for s in one.steps if known.fields(one.entity, (*s.reads, s.writes)))
        if known.entity(one.entity):
            found.append(replace(one, steps=steps))
    return tuple(found)


def _survivorship(plan: Plan, known: _Known) -> tuple[Survivorship, ...]:
    found = []
    for one in plan.survivorship:
        rules = tuple(r for r in one.rules if known.place(one.entity, r.field))
        if known.entity(one.entity):
            found.append(replace(one, rules=rules))
    return tuple(found)


def _checking(plan: Plan, known: _Known) -> tuple[Checking, ...]:
    found = []
    for one in plan.checking:
        rules = tuple(r for r in one.rules if known.fields(one.entity, r.fields))
        if known.entity(one.entity):
            found.append(replace(one, rules=rules))
    return tuple(found)


def _matching(plan: Plan, known: _Known) -> tuple[MatchSettings, ...]:
    """Settings that have nothing left to compare, or no blocks, go as a whole."""
    found = []
    for one in plan.matching:
        comparisons = tuple(c for c in one.comparisons if known.field(one.entity, c.field))
        blocking = tuple(
            rule
            for rule in one.blocking
            if known.fields(one.entity, [key.partition(":")[0] for key in rule.keys])
        )
        emptied = (one.comparisons and not comparisons) or (one.blocking and not blocking)
        if known.entity(one.entity) and not emptied:
            found.append(replace(one, comparisons=comparisons, blocking=blocking))
    return tuple(found)


_STEPS = Text("cleansing steps", "گام پاک‌سازی")
_COMPARISONS = Text("comparisons for duplicates", "مقایسه‌ی تکراری‌یابی")
_SURVIVORS = Text("survivorship rules", "قاعده‌ی بقا")
_CHECKS = Text("checks", "وارسی")
_WAIVERS = Text("waivers", "چشم‌پوشی")
_GOALS = Text("goals", "هدف")


def _steps(plan: Plan) -> int:
    return sum(len(one.steps) for one in plan.recipes)


def _comparisons(plan: Plan) -> int:
    return sum(len(one.comparisons) + len(one.blocking) for one in plan.matching)


def _survivors(plan: Plan) -> int:
    return sum(len(one.rules) for one in plan.survivorship)


def _checks(plan: Plan) -> int:
    return sum(len(one.rules) for one in plan.checking)
