"""Goals as lines of a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from migrator.model.plan import Goal, Plan
from migrator.model.text import Text
from migrator.model.views.project import ALL_RECORDS, MEASURES, GoalLine
from ui import speech
from ui.models.small_table import Cell, Line


def goal_lines(plan: Plan, measured: Sequence[GoalLine]) -> list[Line]:
    """One line a goal: what, the bound, what is reached, whether it is met."""
    known = {one.goal: one for one in measured}
    return [
        Line(
            (
                Cell(_what(plan, goal)),
                Cell(bound_told(goal), number=True),
                _reached(known.get(goal)),
                _state(known.get(goal)),
            ),
            at,
        )
        for at, goal in enumerate(plan.goals)
    ]


def bound_told(goal: Goal) -> str:
    """At least and at most as signs."""
    parts = []
    if goal.at_least is not None:
        parts.append(f"≥ {_share(goal.at_least)}")
    if goal.at_most is not None:
        parts.append(f"≤ {_share(goal.at_most)}")
    return speech.ltr("  ".join(parts))


def _share(share: float) -> str:
    whole = abs(share * 100 - round(share * 100)) < 1e-9
    return speech.percent(share, 0 if whole else 1)


def _what(plan: Plan, goal: Goal) -> str:
    entity = field = goal.entity or speech.say(ALL_RECORDS)
    if plan.target.schema.has(goal.entity):
        found = plan.target.schema.entity(goal.entity)
        entity = speech.say(Text(found.label or found.name, found.label_fa or found.name))
        fields = {f.name: f for f in found.fields}
        if goal.field in fields:
            one = fields[goal.field]
            field = speech.say(Text(one.label or one.name, one.label_fa or one.name))
    if goal.measure == "filled":
        told = QCoreApplication.translate("Goals", "{entity}: “{field}” is filled")
        return told.format(entity=entity, field=field)
    measure = speech.say(MEASURES[goal.measure]) if goal.measure in MEASURES else goal.measure
    return f"{entity}: {measure}"


def _reached(found: GoalLine | None) -> Cell:
    if found is None or found.reached is None:
        return Cell("—", "muted", number=True)
    return Cell(speech.percent(found.reached, 1), number=True, strong=True)


def _state(found: GoalLine | None) -> Cell:
    if found is None or found.met is None:
        return Cell(QCoreApplication.translate("Goals", "not known yet"), "muted", "clock")
    tip = ""
    if not found.fresh:
        tip = QCoreApplication.translate("Goals", "The plan changed since this was measured.")
    if found.met:
        told, tone, icon = QCoreApplication.translate("Goals", "met"), "ok", "circle-check"
    else:
        told, tone, icon = QCoreApplication.translate("Goals", "missed"), "error", "circle-x"
    return Cell(told, tone, icon, tip)
