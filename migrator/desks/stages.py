"""The derived stages, run as a whole."""

from __future__ import annotations

from typing import Any

from migrator.desks.base import Desk, query, task
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

    @query
    def page(self, table: str, offset: int = 0, limit: int = 50) -> dict[str, Any]:
        """Some rows of a staging table: `columns` by name, `rows` as tuples."""
        found = self.workspace.page(table, offset, limit)
        return {
            "columns": found.column_names,
            "rows": list(zip(*(c.to_pylist() for c in found.columns), strict=True)),
        }
