"""Writing the assessment for a client: a web page, or a PDF made from it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton

from ui import speech
from ui.operations import assess, paper
from ui.pages.page import Page

PDF = ".pdf"


class AssessReport(QObject):
    """Asks where the report goes, lets the engine write it, and says where it is."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._dialog: QFileDialog | None = None

    def belongs_to(self, button: QPushButton) -> None:
        """The button that opens it."""
        button.setToolTip(self.tr("A report that a client can read, as a web page or a PDF"))

    def ask(self) -> None:
        """Ask for a file name; its ending says what is written."""
        page = self._page
        dialog = QFileDialog(page, self.tr("Export assessment"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        web, paper = self.tr("Web page") + " (*.html)", self.tr("PDF document") + " (*.pdf)"
        dialog.setNameFilters([web, paper])
        dialog.setDefaultSuffix("html")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("pdf" if chosen == paper else "html")
        )
        dialog.selectFile(f"{page.session.plan.name}-assessment")
        dialog.fileSelected.connect(self.write)
        self._dialog = dialog
        dialog.open()

    def write(self, path: str) -> None:
        """Write it to `path` in the language of the window."""
        asked = partial(assess.export, session=self._page.session, language=speech.language())
        if not path.lower().endswith(PDF):
            asked(path=path).then(self._say, self._page.fail)
            return
        folder = Path(tempfile.mkdtemp(prefix="kooch-"))
        # Whatever comes of it, the page in between is not needed afterwards.
        gone = partial(shutil.rmtree, folder, ignore_errors=True)
        job = asked(path=str(folder / "assessment.html"))
        job.then(partial(self._print, path, gone), self._page.fail)
        job.failed.connect(lambda _: gone())
        job.cancelled.connect(gone)

    def _print(self, path: str, gone: Callable[[], object], page: str) -> None:
        job = paper.write(session=self._page.session, page=Path(page), paper=Path(path))
        job.then(lambda _: self._say(path), self._page.fail)
        job.finished.connect(gone)

    def _say(self, path: str) -> None:
        words = self.tr("The assessment is in {file}.").format(file=speech.ltr(Path(path).name))
        self._page.banner(words, "ok", self.tr("Open it"), partial(_open, path))


def _open(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
