"""The dialogs of the mapping document as a contract: versions, signatures, templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from ui import speech
from ui.messages import Failure
from ui.operations import contract
from ui.pages.mapping import files, template_dialog
from ui.pages.mapping.deeds import Deeds
from ui.pages.mapping.sign_dialog import SignDialog
from ui.pages.mapping.template_dialog import TemplateDialog
from ui.pages.mapping.versions_dialog import VersionsDialog
from ui.pages.page import Page


class ContractErrands(QObject):
    """Works for one page; the dialogs are its children and never block. `dialog` is the one that is
    open."""

    def __init__(self, page: Page, deeds: Deeds) -> None:
        super().__init__(page)
        self._page = page
        self._deeds = deeds
        self.dialog: QDialog | None = None

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.destroyed.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def open_versions(self) -> None:
        """Keep, compare and restore versions."""
        self._open(VersionsDialog(self._deeds.session, self._page))

    def open_signing(self, rows: Mapping[str, Sequence[str]] | None = None) -> None:
        """Sign the document, or only these rows (fields by feed)."""
        self._open(SignDialog(self._deeds.session, rows or None, self._page))

    def save_template(self) -> None:
        """Ask where the template goes, and write it."""
        dialog = template_dialog.save_dialog(self._page)
        dialog.fileSelected.connect(self.write_template)
        self._open(dialog)

    def write_template(self, path: str) -> None:
        """Write the document without data."""
        session = self._deeds.session
        job = contract.template(session=session, name=session.plan.name)
        job.then(lambda text: self._template_written(path, text), self._page.fail)

    def _template_written(self, path: str, text: str) -> None:
        try:
            Path(path).write_text(text, "utf-8")
        except OSError as error:
            words = self.tr("The file cannot be written: {reason}")
            self._page.fail(Failure(words.format(reason=error.strerror or str(error))))
            return
        words = self.tr("The template was written to {file}")
        self._page.banner(words.format(file=speech.ltr(path)), "ok")

    def take_template(self) -> None:
        """Ask which template, then show what of it fits."""
        dialog = template_dialog.open_dialog(self._page)
        dialog.fileSelected.connect(self.open_template)
        self._open(dialog)

    def open_template(self, path: str) -> None:
        """Show what of a template fits."""
        text, trouble = files.read(path)
        if trouble:
            self._page.fail(Failure(trouble))
        else:
            self._open(TemplateDialog(self._deeds.session, text, self._page))
