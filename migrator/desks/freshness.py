"""Whether what the stages made still fits the plan."""

from __future__ import annotations

from migrator.pipeline import Freshness, needed
from migrator.workspace import Workspace

LAST = "validate"


def first_stale(workspace: Workspace) -> str:
    """The first stage on the way to the ready rows whose output does not fit the plan; "" if all
    do. The profile is no part of that way."""
    wanted = needed(LAST)
    stages = (s for s in workspace.status() if s.name in wanted)
    return next((s.name for s in stages if s.freshness != Freshness.FRESH), "")
