"""The derived stages, run as a whole."""

from __future__ import annotations

from migrator.desks.base import Desk, task
from migrator.model.reports import StageReport
from migrator.progress import Progress


class StagesDesk(Desk):
    """Brings derived stages up to date."""

    @task
    def run(self, until: str, progress: Progress) -> list[StageReport]:
        """Run every stage up to `until` that is not fresh."""
        return self.workspace.run(until, progress)

    @task
    def refresh(self, progress: Progress) -> list[StageReport]:
        """Take the snapshots anew from the sources."""
        self.workspace.refresh()
        return self.workspace.run("extract", progress)
