"""Changes of the plan at the Validate step, as pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from migrator.checks import CHECKS
from migrator.desks.cleaning_edits import added, changed, with_steps
from migrator.errors import PlanError
from migrator.model.checking import Checking, CheckRule, Waiver
from migrator.model.mapping import OnError, Step
from migrator.model.plan import Plan
from migrator.model.recipe import ROW_COLUMNS, RecipeStep
from migrator.model.text import Text
from migrator.transforms.by_hand import BY_HAND

NEVER_WAIVED = "parent_held_back"  # the parent is not there, whatever anybody accepts
Correction = tuple[str, str, str, str]  # as in ByHandOptions


def with_waiver(plan: Plan, waivers: Sequence[Waiver]) -> Plan:
    """The plan with these waivers; a new one for all rows takes the place of those for one row,
    and one that is there already gets the new reason."""
    kept = list(plan.waivers)
    for new in waivers:
        if new.code == NEVER_WAIVED:
            raise PlanError(
                Text(
                    "A record whose parent is in quarantine cannot travel.",
                    "رکوردی که والدش در قرنطینه است نمی‌تواند منتقل شود.",
                ),
                hint=Text(
                    "Repair the parent record, or accept its issue.",
                    "رکورد والد را اصلاح کنید یا مشکل آن را بپذیرید.",
                ),
            )
        if not new.reason.strip():
            raise PlanError(
                Text("A reason is missing.", "دلیلی نوشته نشده است."),
                hint=Text(
                    "Write why the issue is accepted.", "بنویسید چرا این مشکل پذیرفته می‌شود."
                ),
            )
        kept = [old for old in kept if not _covers(new, old)] + [new]
    return replace(plan, waivers=tuple(kept))


def without_waivers(plan: Plan, gone: Sequence[Waiver]) -> Plan:
    """The plan without these waivers."""
    return replace(plan, waivers=tuple(one for one in plan.waivers if one not in gone))


def _covers(new: Waiver, old: Waiver) -> bool:
    same = (new.entity, new.field, new.code) == (old.entity, old.field, old.code)
    return same and (new.row is None or new.row == old.row)


def corrected(plan: Plan, entity: str, field: str, rows: Sequence[Correction]) -> Plan:
    """The plan with corrections of single rows: they go into the last step of the field when that
    is one of these, else into a new step at the end of the recipe."""

    def change(steps: tuple[RecipeStep, ...]) -> tuple[RecipeStep, ...]:
        last = next((s for s in reversed(steps) if s.writes == field and s.enabled), None)
        if last is None or last.step.transform != BY_HAND.id:
            options = {"rows": [list(row) for row in rows]}
            step = Step(BY_HAND.id, options, OnError.KEEP)
            return added(steps, -1, [RecipeStep("", (*ROW_COLUMNS, field), field, step)])
        listed = _merged(last.step.options.get("rows", []), rows)
        return changed(steps, replace(last, step=replace(last.step, options={"rows": listed})))

    return with_steps(plan, entity, change)


def _merged(old: Sequence[Sequence[str]], new: Sequence[Correction]) -> list[list[str]]:
    """Corrections with new ones: what was corrected to A before and is now to be B goes to B."""
    rows = [list(row) for row in old]
    for feed, key, before, after in new:
        again = [row for row in rows if (row[0], row[1], row[3]) == (feed, key, before)]
        for row in again:
            row[3] = after
        if not again:
            rows = [row for row in rows if (row[0], row[1], row[2]) != (feed, key, before)]
            rows.append([feed, key, before, after])
    return [row for row in rows if row[2] != row[3]]


def with_rule(plan: Plan, entity: str, rule: CheckRule, number: int = -1) -> Plan:
    """The plan with a check added to an entity, or put in place of the one that has `number`."""
    if entity not in plan.entities():
        raise PlanError(
            Text(f"There is no entity {entity!r} to check.", f"موجودیت «{entity}» برای وارسی نیست.")
        )
    CHECKS.get(rule.check)
    rules = list(_rules(plan, entity))
    if number < 0:
        rules.append(rule)
    else:
        _there(rules, number)
        rules[number] = rule
    return _with_rules(plan, entity, rules)


def without_rule(plan: Plan, entity: str, number: int) -> Plan:
    """The plan without one check."""
    rules = list(_rules(plan, entity))
    _there(rules, number)
    del rules[number]
    return _with_rules(plan, entity, rules)


def _there(rules: Sequence[CheckRule], number: int) -> None:
    if not 0 <= number < len(rules):
        raise PlanError(
            Text("This check is no longer there.", "این وارسی دیگر وجود ندارد."),
            hint=Text("Look at the checks again.", "وارسی‌ها را دوباره ببینید."),
        )


def _rules(plan: Plan, entity: str) -> tuple[CheckRule, ...]:
    return next((one.rules for one in plan.checking if one.entity == entity), ())


def _with_rules(plan: Plan, entity: str, rules: Sequence[CheckRule]) -> Plan:
    listed = {one.entity: one for one in plan.checking}
    listed[entity] = Checking(entity, tuple(rules))
    return replace(plan, checking=tuple(one for one in listed.values() if one.rules))
