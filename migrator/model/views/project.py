"""What the step "Project" shows."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.model.plan import Goal
from migrator.model.reports import RowAccount
from migrator.model.text import Text

# What a goal can measure, in the order in which people choose.
MEASURES: dict[str, Text] = {
    "filled": Text("filled values of a field", "پر بودن یک فیلد"),
    "duplicates": Text("duplicates among the rows", "تکراری‌ها در میان ردیف‌ها"),
    "valid": Text("records that pass every check", "رکوردهای بی‌ایراد"),
    "loaded": Text("records that reached the target", "رکوردهای رسیده به مقصد"),
}

# What a goal without an entity is about.
ALL_RECORDS = Text("All records", "همه‌ی رکوردها")


@dataclass(frozen=True)
class GoalLine:
    """A goal and how it stands. `reached` is a share 0..1, None while it cannot be measured;
    `met` is None then too. `fresh` is False when the plan changed since the data were made."""

    goal: Goal
    reached: float | None
    met: bool | None
    fresh: bool


@dataclass(frozen=True)
class ProjectOverview:
    """The project beyond its plan. `created_at` is ISO text in UTC; `plan_bytes` and
    `staging_bytes` say what the precious and the disposable part take on the disk;
    `system_locked` tells that rows were loaded under the name of the legacy system."""

    folder: str
    created_at: str
    created_by: str
    plan_bytes: int
    staging_bytes: int
    system_locked: bool
    goals: tuple[GoalLine, ...] = ()


@dataclass(frozen=True)
class AccountView:
    """The row account. `stale` names the first stage whose output no longer fits the plan ("" if
    all of them do); `loaded` tells whether a load has run."""

    account: RowAccount
    stale: str
    loaded: bool
