"""Everything that Kooch proposes for a step, accepted at once as one undoable change."""

from __future__ import annotations

from migrator import starting
from migrator.desks.base import Desk, edit, task
from migrator.model.changes import ChangeSet
from migrator.progress import Progress


class ProposalsDesk(Desk):
    """For a plan that holds nothing of a kind yet."""

    @edit
    def cleaning(self) -> ChangeSet:
        """The proposed recipe of every entity."""
        return starting.propose_cleaning(self.workspace)

    @task
    def matching(self, progress: Progress) -> ChangeSet:
        """The proposed duplicate rules of every entity."""
        return starting.propose_matching(self.workspace, progress)
