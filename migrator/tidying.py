"""Which old table versions are still worth their room, and the removal of the others.

Every change of the plan makes the stages write new versions; the old ones stay so that undo is
cheap. What is removed here can always be made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from migrator.pipeline import Inputs

if TYPE_CHECKING:
    from migrator.workspace import Workspace

STATES = 10  # so many states of the plan, nearest to the current one, find their results again
ACTS = 5  # and so many of the last decisions can be taken back without work
SURE_STATES = 3  # the nearest states keep theirs whatever the size
# Beyond those, old versions may hold so many cells; staging takes some 16 bytes for one.
MOST_CELLS = 50_000_000


def tidy(workspace: Workspace, go_on: Callable[[], bool] = lambda: True) -> bool:
    """Drop the table versions that no near state of the project needs. Asks `go_on` between small
    steps; False if it was told to stop. Not while a stage runs."""
    staging = workspace.staging
    kept, spent, cells = set(staging.shown().values()), 0, staging.cells()
    for number, inputs in enumerate(_near(workspace)):
        if not go_on():
            return False
        more = workspace.pipeline.tables(inputs) - kept
        spent += sum(cells.get(name, 0) for name in more)
        if number >= SURE_STATES and spent > MOST_CELLS:
            break
        kept |= more
    gone = staging.old_versions(kept)
    for name in gone:
        if not go_on():
            return False
        staging.drop(name)
    if gone:
        staging.checkpoint()
    return True


def _near(workspace: Workspace) -> Iterator[Inputs]:
    """The project as it stands, then before its last decisions, then its states by their distance
    in the history."""
    now = workspace.inputs()
    yield now
    decisions, history = workspace.project.decisions, workspace.project.history
    for act in decisions.acts()[: -ACTS - 1 : -1]:
        yield replace(now, verdicts=decisions.verdicts(act.no - 1))
    numbers = [entry.seq for entry in history.entries()]
    here = numbers.index(history.head())
    others = sorted(set(range(len(numbers))) - {here}, key=lambda at: abs(at - here))
    for at in others[:STATES]:
        yield replace(now, plan=history.at(numbers[at]))
