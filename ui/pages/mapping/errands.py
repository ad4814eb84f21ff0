"""What the page's buttons and menus start: dialogs, files, accepting."""

from __future__ import annotations

from collections.abc import Sequence

from migrator.model.views.mapping import Overview, TableLine
from ui import speech
from ui.messages import Failure
from ui.operations import documents, mapping
from ui.pages.mapping import files
from ui.pages.mapping.accept_dialog import AcceptDialog
from ui.pages.mapping.add_feed_dialog import AddFeedDialog
from ui.pages.mapping.contract_errands import ContractErrands
from ui.pages.mapping.import_dialog import ImportDialog
from ui.pages.mapping.setup_dialog import SetupDialog


class Errands(ContractErrands):
    """Everything that is started by a button or a menu of the page."""

    # -- feeds

    def open_add(self, overview: Overview, table: TableLine | None = None) -> None:
        """Choose a table (`table` to begin with) and the entity that it shall feed."""
        dialog = AddFeedDialog(overview, self._page)
        if table is not None:
            dialog.choose(table)
        dialog.taken.connect(self._add)
        self._open(dialog)

    def _add(self, source: str, table: str, entity: str, suggest: bool) -> None:
        job = self._deeds.add_feed(source, table, entity)
        if suggest:
            job.succeeded.connect(self._suggest_newest)

    def _suggest_newest(self) -> None:
        self._deeds.suggest(self._deeds.session.plan.feeds[-1].id)

    def open_setup(self) -> None:
        """Change key and filters."""
        if self._deeds.document is not None:
            self._open(SetupDialog(self._deeds, self._page))

    # -- accepting

    def open_accept(self, feed: str) -> None:
        """Choose from which confidence on suggestions are agreed to."""
        dialog = AcceptDialog(self._deeds.session.plan, feed, self._page)
        dialog.taken.connect(lambda where, least: self._deeds.accept(where, least))
        self._open(dialog)

    # -- the document as a file

    def export(self, ending: str = files.WORKBOOK) -> None:
        """Ask where the document goes, and write it."""
        dialog = files.save_dialog(self._page, ending, self._deeds.session.plan.name)
        dialog.fileSelected.connect(self.export_to)
        self._open(dialog)

    def export_to(self, path: str) -> None:
        """Write the document; the ending says in which form."""
        job = documents.export(session=self._deeds.session, path=path, language=speech.language())
        job.then(lambda done: self._written(done.path), self._page.fail)

    def _written(self, path: str) -> None:
        words = self.tr("The mapping was written to {file}")
        self._page.banner(words.format(file=speech.ltr(path)), "ok")

    def import_(self) -> None:
        """Ask which documents come in, and take them."""
        dialog = files.open_dialog(self._page)
        dialog.filesSelected.connect(self.import_files)
        self._open(dialog)

    def import_files(self, paths: Sequence[str]) -> None:
        """Show what changed in workbooks; a JSON document takes the place of this one."""
        if len(paths) == 1 and paths[0].lower().endswith(".json"):
            self.import_from(paths[0])
            return
        dialog = ImportDialog(self._deeds.session, paths, self._page)
        dialog.taken.connect(self._took)
        self._open(dialog)

    def _took(self, count: int) -> None:
        words = self.tr("{n} changes were taken. Undo brings the old document back.")
        self._page.banner(words.format(n=speech.number(count)), "ok")

    def import_from(self, path: str) -> None:
        """Take the document; the engine refuses one that does not fit."""
        text, trouble = files.read(path)
        if trouble:
            self._page.fail(Failure(trouble))
            return
        job = mapping.take_document(session=self._deeds.session, text=text)
        job.then(lambda _: self._taken(), self._page.fail)

    def _taken(self) -> None:
        words = self.tr("The mapping was imported. Undo brings the old one back.")
        self._page.banner(words, "ok")
