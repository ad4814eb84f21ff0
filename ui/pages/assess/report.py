"""Writing the assessment for a client: a web page, or a PDF made from it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton

from ui import speech
from ui.operations import assess
from ui.pages.page import Page


class AssessReport(QObject):
    """Asks where the report goes, lets the engine write it, and says where it is."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._dialog: QFileDialog | None = None

    def belongs_to(self, button: QPushButton) -> None:
        """The button that opens it."""
        button.setToolTip(self.tr("A report that a client can read, as a web page"))

    def ask(self) -> None:
        """Ask for a file name."""
        page = self._page
        dialog = QFileDialog(page, self.tr("Export assessment"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Web page") + " (*.html)")
        dialog.setDefaultSuffix("html")
        dialog.selectFile(f"{page.session.plan.name}-assessment.html")
        dialog.fileSelected.connect(self.write)
        self._dialog = dialog
        dialog.open()

    def write(self, path: str) -> None:
        """Write it to `path` in the language of the window."""
        job = assess.export(session=self._page.session, path=path, language=speech.language())
        job.then(self._say, self._page.fail)

    def _say(self, path: str) -> None:
        page = self._page
        words = self.tr("The assessment is in {file}.").format(file=speech.ltr(Path(path).name))
        page.banner(words, "ok", self.tr("Open it"), partial(_open, path))


def _open(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
