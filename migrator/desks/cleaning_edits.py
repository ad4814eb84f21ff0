"""Changes of recipes, as pure functions of the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from migrator.errors import PlanError
from migrator.model.dormant import mapped_fields
from migrator.model.mapping import OnError, Step
from migrator.model.plan import Plan
from migrator.model.recipe import ROW_COLUMNS, Recipe, RecipeStep
from migrator.model.text import Text
from migrator.model.views.cleaning import Unified

Steps = tuple[RecipeStep, ...]
UNIFIED = "value_map"
_UNIFY_OPTIONS = {"default": "keep", "folded": False}


def entity_label(plan: Plan, name: str) -> Text:
    """What people call an entity."""
    if not plan.target.schema.has(name):
        return Text.of(name)
    found = plan.target.schema.entity(name)
    return Text(found.label or name, found.label_fa or found.label or name)


def field_label(plan: Plan, entity: str, name: str) -> Text:
    """What people call a field."""
    if plan.target.schema.has(entity):
        for field in plan.target.schema.entity(entity).fields:
            if field.name == name:
                return Text(field.label or name, field.label_fa or field.label or name)
    return Text.of(name)


def steps_of(plan: Plan, entity: str) -> Steps:
    """The steps of an entity's recipe, none if it has no recipe."""
    return next((r.steps for r in plan.recipes if r.entity == entity), ())


def with_steps(plan: Plan, entity: str, change: Callable[[Steps], Steps]) -> Plan:
    """The plan with the recipe of an entity changed; an empty recipe is left out."""
    if entity not in plan.entities():
        raise PlanError(
            Text(
                f"There is no entity {entity!r} to clean.", f"موجودیت «{entity}» برای پاک‌سازی نیست."
            )
        )
    changed = Recipe(entity, change(steps_of(plan, entity)))
    listed = {recipe.entity: recipe for recipe in plan.recipes} | {entity: changed}
    order = [*plan.entities(), *(n for n in listed if n not in plan.entities())]
    recipes = (listed[name] for name in order if name in listed)
    return replace(plan, recipes=tuple(r for r in recipes if r.steps))


def find(steps: Steps, step_id: str) -> int:
    """The place of a step; PlanError if there is none."""
    for place, step in enumerate(steps):
        if step.id == step_id:
            return place
    raise PlanError(
        Text("This step is no longer in the recipe.", "این گام دیگر در فهرست نیست."),
        hint=Text("Look at the recipe again.", "گام‌ها را دوباره ببینید."),
    )


def added(steps: Steps, position: int, new: Sequence[RecipeStep]) -> Steps:
    """`new` put in at `position` (0 is the first, -1 the end), with ids of their own."""
    taken = {step.id for step in steps}
    fresh = []
    for step in new:
        fresh.append(replace(step, id=_free_id(step, taken)))
        taken.add(fresh[-1].id)
    at = len(steps) if position < 0 else min(position, len(steps))
    return (*steps[:at], *fresh, *steps[at:])


def _free_id(step: RecipeStep, taken: set[str]) -> str:
    name = step.id or f"{step.writes}-{step.step.transform}"
    found, n = name, 1
    while found in taken:
        n += 1
        found = f"{name}-{n}"
    return found


def moved(steps: Steps, step_id: str, position: int) -> Steps:
    """The step brought to `position`, counted without it."""
    place = find(steps, step_id)
    rest = (*steps[:place], *steps[place + 1 :])
    at = max(0, min(position, len(rest)))
    return (*rest[:at], steps[place], *rest[at:])


def changed(steps: Steps, step: RecipeStep) -> Steps:
    """The step with the same id replaced."""
    place = find(steps, step.id)
    return (*steps[:place], step, *steps[place + 1 :])


def check_fields(plan: Plan, entity: str, steps: Sequence[RecipeStep]) -> None:
    """Raise PlanError for a step that reads or writes a field that nothing is mapped to."""
    known = {*mapped_fields(plan, entity), *ROW_COLUMNS}
    for step in steps:
        for name in (*step.reads, step.writes):
            if name not in known:
                raise PlanError(
                    Text(
                        f"Nothing is mapped to {name!r} of {entity}.",
                        f"چیزی به «{name}» در «{entity}» نگاشت نشده است.",
                    ),
                    hint=Text(
                        "Map the field first, or take another one.",
                        "نخست این فیلد را نگاشت کنید یا فیلد دیگری برگزینید.",
                    ),
                )


def unified(steps: Steps, field: str, groups: Sequence[Unified]) -> Steps:
    """A step that writes every value of a group as the chosen one. It goes into the last step of
    the field when that is one of these, else to the end of the recipe."""
    new = {value: one.to for one in groups for value in one.values if value != one.to}
    if not new:
        raise PlanError(
            Text("Nothing would change.", "چیزی تغییر نمی‌کند."),
            hint=Text(
                "Choose a value that differs from the others.", "مقداری جز مقدارهای دیگر برگزینید."
            ),
        )
    last = next((s for s in reversed(steps) if s.writes == field and s.enabled), None)
    if last is None or not _unifies(last):
        options = {"map": new, **_UNIFY_OPTIONS}
        step = RecipeStep("", (field,), field, Step(UNIFIED, options, OnError.KEEP))
        return added(steps, -1, [step])
    old: dict[str, str] = last.step.options.get("map", {})
    # What was written as A and is now to read B goes to B at once.
    merged = {value: new.get(to, to) for value, to in old.items()}
    merged |= {value: to for value, to in new.items() if value not in merged}
    kept = {value: to for value, to in merged.items() if value != to}
    options = {**last.step.options, "map": kept}
    return changed(steps, replace(last, step=replace(last.step, options=options)))


def _unifies(step: RecipeStep) -> bool:
    options = step.step.options
    same = all(options.get(name) == value for name, value in _UNIFY_OPTIONS.items())
    return step.step.transform == UNIFIED and step.reads == (step.writes,) and same
