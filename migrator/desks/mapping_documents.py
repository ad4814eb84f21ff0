"""The mapping document as files: out in four forms, back in from workbooks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from migrator.desks import mapping_import as importing
from migrator.desks import mapping_papers as papers
from migrator.desks.base import Desk, edit, query, task
from migrator.desks.mapping_sheet import table_profile
from migrator.errors import PlanError
from migrator.model.changes import ChangeSet
from migrator.model.mapping import Feed
from migrator.model.plan import Plan
from migrator.model.profile import TableProfile
from migrator.model.text import Text
from migrator.model.views.mapping_documents import Exported, ImportReview
from migrator.progress import Progress
from migrator.project.project import now


class DocumentsDesk(Desk):
    """Writes the document, shows what came back, takes what people accept."""

    @task
    def export(self, path: str, language: str, progress: Progress) -> Exported:
        """Write the document as .xlsx, .html, .md or .json."""
        return papers.export(self.workspace, Path(path).expanduser(), language, progress)

    @query
    def review(self, paths: Sequence[str]) -> ImportReview:
        """What changed in these workbooks, cell by cell."""
        files = [Path(path).expanduser() for path in paths]
        return importing.reviewed(self.workspace.plan, self.workspace.project.id, files)

    @edit
    def take(self, paths: Sequence[str], ids: Sequence[str]) -> ChangeSet:
        """Take the changes with these ids, as one step of undo."""
        wanted = importing.chosen(self.review(paths), frozenset(ids))
        if not wanted:
            raise PlanError(
                Text("No change was accepted.", "هیچ تغییری پذیرفته نشد."),
                hint=Text("Accept at least one.", "دست‌کم یکی را بپذیرید."),
            )
        at, count = now(), len(wanted)

        def changed(plan: Plan) -> Plan:
            after = importing.taken(plan, wanted, self._profile)
            return importing.signed_by(after, plan, wanted, at)

        label = Text(f"Took {count} changes from a workbook", f"پذیرش {count} تغییر از کارپوشه")
        return self.workspace.edit(label, changed)

    def _profile(self, feed: Feed) -> TableProfile | None:
        return table_profile(self.workspace, feed.source, feed.table)
