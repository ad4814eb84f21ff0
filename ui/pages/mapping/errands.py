"""What the page's buttons and menus start: dialogs, files, accepting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from migrator.model.mapping import RowStatus
from migrator.model.views.mapping import Overview
from ui import speech
from ui.messages import Failure
from ui.operations import mapping
from ui.pages.mapping import files
from ui.pages.mapping.add_feed_dialog import AddFeedDialog
from ui.pages.mapping.deeds import Deeds
from ui.pages.mapping.setup_dialog import SetupDialog
from ui.pages.page import Page

LEVELS = (0.95, 0.9, 0.8, 0.6)  # confidences offered for accepting


class Errands(QObject):
    """Works for one page; the dialogs are its children and never block."""

    def __init__(self, page: Page, deeds: Deeds) -> None:
        super().__init__(page)
        self._page = page
        self._deeds = deeds
        self.dialog: QFileDialog | AddFeedDialog | SetupDialog | None = None

    def _open(self, dialog: QFileDialog | AddFeedDialog | SetupDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.destroyed.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    # -- feeds

    def open_add(self, overview: Overview) -> None:
        """Choose a table and the entity that it shall feed."""
        dialog = AddFeedDialog(overview, self._page)
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

    def fill_accept(self, menu: QMenu, overview: Overview, feed: str) -> None:
        """Offer to agree to the suggestions above some confidences, here or everywhere."""
        menu.clear()
        plan = self._deeds.session.plan
        sure = [
            (one.id, row.confidence or 0.0)
            for one in plan.feeds
            for row in one.fields
            if row.status == RowStatus.SUGGESTED
        ]
        for title, wanted in ((self.tr("In this feed"), feed), (self.tr("In every feed"), "")):
            if wanted == "" and len(overview.feeds) < 2:
                continue
            heading = menu.addAction(title)
            heading.setEnabled(False)
            for level in LEVELS:
                count = sum(one >= level for name, one in sure if wanted in {"", name})
                words = self.tr("{level} and surer: {count} rows").format(
                    level=speech.percent(level), count=speech.number(count)
                )
                action = menu.addAction(words, self._accepting(wanted, level))
                action.setEnabled(count > 0)
            menu.addSeparator()

    def _accepting(self, feed: str, level: float) -> Callable[[], object]:
        return lambda: self._deeds.accept(feed, level)

    # -- the document as a file

    def export(self) -> None:
        """Ask where the document goes, and write it."""
        dialog = files.save_dialog(self._page)
        dialog.fileSelected.connect(self.export_to)
        self._open(dialog)

    def export_to(self, path: str) -> None:
        """Write the document."""
        job = mapping.document(session=self._deeds.session)
        job.then(lambda text: self._written(path, text), self._page.fail)

    def _written(self, path: str, text: str) -> None:
        trouble = files.write(path, text)
        if trouble:
            self._page.fail(Failure(trouble))
        else:
            words = self.tr("The mapping was written to {file}")
            self._page.banner(words.format(file=speech.ltr(path)), "ok")

    def import_(self) -> None:
        """Ask which document comes in, and take it."""
        dialog = files.open_dialog(self._page)
        dialog.fileSelected.connect(self.import_from)
        self._open(dialog)

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
