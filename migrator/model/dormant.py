"""What sleeps in a plan: steps, comparisons and survivorship rules of fields that no feed maps (any
more).

Unmapping a field, or leaving its table or column out, keeps what people decided about it: it wakes
as soon as the field is mapped again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from migrator.model.mapping import Feed
from migrator.model.matching import MatchSettings
from migrator.model.plan import Plan
from migrator.model.recipe import ROW_COLUMNS, Recipe
from migrator.model.survivorship import Survivorship


def mapped_fields(plan: Plan, entity: str) -> tuple[str, ...]:
    """Target fields of `entity` that some feed fills, in document order."""
    return filled_fields(plan.feeds_of(entity))


def filled_fields(feeds: Iterable[Feed]) -> tuple[str, ...]:
    """The target fields that the rows of these feeds fill, in document order: their own, and the
    type fields of their lookups."""
    rows = [row for feed in feeds for row in feed.fields]
    types = [row.lookup.type_field for row in rows if row.lookup and row.lookup.type_field]
    return tuple(dict.fromkeys([*(row.target for row in rows), *types]))


def awake_recipes(plan: Plan) -> tuple[Recipe, ...]:
    """The recipes without steps that read or write a field that is not mapped."""
    return tuple(
        replace(
            recipe,
            steps=tuple(
                step
                for step in recipe.steps
                if {*step.reads, step.writes} <= {*mapped_fields(plan, recipe.entity), *ROW_COLUMNS}
            ),
        )
        for recipe in plan.recipes
    )


def awake_matching(plan: Plan) -> tuple[MatchSettings, ...]:
    """The match settings over mapped fields. Settings that lose their last comparison or their
    last blocking rule are switched off: they would compare nothing, or everything."""
    found = (_awake(one, set(mapped_fields(plan, one.entity))) for one in plan.matching)
    return tuple(found)


def _awake(settings: MatchSettings, mapped: Collection[str]) -> MatchSettings:
    comparisons = tuple(one for one in settings.comparisons if one.field in mapped)
    blocking = tuple(
        rule
        for rule in settings.blocking
        if all(key.partition(":")[0] in mapped for key in rule.keys)
    )
    emptied = (settings.comparisons and not comparisons) or (settings.blocking and not blocking)
    return replace(
        settings,
        comparisons=comparisons,
        blocking=blocking,
        enabled=settings.enabled and not emptied,
    )


def awake_survivorship(plan: Plan) -> tuple[Survivorship, ...]:
    """The survivorship rules of mapped fields; one that goes by another field (`by`) sleeps with
    it."""
    found = []
    for one in plan.survivorship:
        mapped = {"", *mapped_fields(plan, one.entity)}
        awake = (r for r in one.rules if {r.field, r.options.get("by", "")} <= mapped)
        found.append(replace(one, rules=tuple(awake)))
    return tuple(found)
