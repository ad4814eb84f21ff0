"""The plan's goals, measured on what the run has made of the data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from migrator.model.plan import Goal, Plan
from migrator.model.reports import EntityAccount, RowAccount
from migrator.reports.data import GoalResult
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging

COUNTS = ("mapped", "absorbed", "golden", "quarantined", "ready", "loaded", "rejected", "pending")


def measure(staging: Staging, plan: Plan, account: RowAccount) -> Iterator[GoalResult]:
    """Every goal with the share reached; a goal that cannot be measured is not met."""
    entities = {one.entity: one for one in account.entities} | _together(account)
    for goal in plan.goals:
        found = entities.get(goal.entity)
        reached = _reached(staging, goal, found) if found else None
        yield GoalResult(goal, reached, reached is not None and _within(goal, reached))


def _together(account: RowAccount) -> dict[str, EntityAccount]:
    """What a goal about all records is measured on."""
    if not account.entities:
        return {}
    counts = [replace(one, entity="") for one in account.entities]
    whole = counts[0]
    for one in counts[1:]:
        sums = {name: getattr(whole, name) + getattr(one, name) for name in COUNTS}
        whole = replace(whole, **sums)
    return {"": whole}


def _within(goal: Goal, reached: float) -> bool:
    low = goal.at_least is None or reached >= goal.at_least
    high = goal.at_most is None or reached <= goal.at_most
    return low and high


def _reached(staging: Staging, goal: Goal, found: EntityAccount) -> float | None:
    """See `model.plan.Goal` for the measures."""
    if goal.measure == "filled":
        return _filled(staging, goal)
    parts = {
        "duplicates": (found.absorbed, found.mapped),
        "valid": (found.ready, found.golden),
        "loaded": (found.loaded, found.ready),
    }
    part, whole = parts.get(goal.measure, (0, 0))
    return part / whole if whole else None


def _filled(staging: Staging, goal: Goal) -> float | None:
    table = names.ready(goal.entity)
    if not staging.exists(table) or goal.field not in staging.columns(table):
        return None
    column = quote(goal.field)
    sql = f"""select count(*) filter (where {column} is not null and {column} <> '') / count(*)
        from {quote(table)} having count(*) > 0"""
    share = staging.scalar(sql)
    return None if share is None else float(share)
