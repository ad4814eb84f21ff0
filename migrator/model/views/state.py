"""How a project stands: what the step rail, the history panel and every page read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from migrator.model.plan import Plan
from migrator.model.text import Text

STEPS = (
    "project",
    "sources",
    "assess",
    "target",
    "mapping",
    "cleaning",
    "duplicates",
    "validation",
    "pilot",
    "migration",
    "verification",
)


class Mark(StrEnum):
    """The state of a step as the rail shows it."""

    OPEN = "open"  # can be worked on, nothing done yet
    DONE = "done"
    ATTENTION = "attention"  # done, and something waits for a person
    STALE = "stale"  # its result no longer fits the plan
    BLOCKED = "blocked"  # an earlier step must come first


@dataclass(frozen=True)
class StepState:
    """One line of the rail: `fact` in a few words ("4 tables, 128,412 rows"), `reason` says why a
    step is stale, blocked or wants attention. `{n}`-like placeholders are filled from `numbers`,
    which the client writes in its own digits."""

    step: str
    mark: Mark
    fact: Text
    reason: Text = Text("", "")
    numbers: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class HistoryLine:
    """One named change. `at` is ISO text in UTC; undo cannot cross a `barrier` (a load)."""

    seq: int
    label: Text
    at: str
    who: str
    barrier: bool
    current: bool


@dataclass(frozen=True)
class RunLine:
    """One load or rollback, oldest first. `kind`: pilot, full, rollback. `state`: running, done,
    attention, cancelled, failed, rolled_back. `approved_by` is set for an approved pilot, `valid`
    tells whether that approval still fits the plan and data."""

    no: int
    kind: str
    state: str
    started_at: str
    ended_at: str
    who: str
    approved_by: str = ""
    valid: bool = False


@dataclass(frozen=True)
class ProjectState:
    """Everything about an open project that a window mirrors after each message. `undo`/`redo` are
    the changes that would be taken back or made again (None: nothing, see `barrier`); `stages` maps
    stage names to fresh, stale, never or blocked."""

    folder: str
    plan: Plan
    steps: tuple[StepState, ...]
    stages: dict[str, str]
    history: tuple[HistoryLine, ...]
    runs: tuple[RunLine, ...]
    undo: Text | None
    redo: Text | None
    barrier: Text | None

    def step(self, name: str) -> StepState:
        """The state of one step; KeyError for an unknown one."""
        for one in self.steps:
            if one.step == name:
                return one
        raise KeyError(name)
