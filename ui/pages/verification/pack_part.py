"""The sign-off pack: workbook, HTML report and PDF, with their hashes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from migrator.model.views.runs import PackFile
from ui import speech
from ui.models.sheet_model import Cell, SheetModel
from ui.widgets.basic import Card, button, label
from ui.widgets.sheet import Sheet

LANGUAGES = (("fa", "فارسی"), ("en", "English"))
PACK = "sign-off"


class PackPart(QWidget):
    """`wanted(folder, language, with PDF)` when the pack should be written."""

    wanted = Signal(str, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = QLineEdit()
        self.folder.setAccessibleName(self.tr("Folder for the pack"))
        self.folder.textChanged.connect(lambda _: self._weigh())
        self._choose = button(self.tr("Choose"), "folder-open")
        self._choose.clicked.connect(self._pick)
        self.language = QComboBox()
        self.language.setAccessibleName(self.tr("Language of the report"))
        for code, name in LANGUAGES:
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(speech.language()))
        self.pdf = QCheckBox(self.tr("PDF as well, for paper and signatures"))
        self.pdf.setChecked(True)
        self.write = button(self.tr("Write the pack"), "file-down", primary=True)
        self.write.clicked.connect(self._ask)
        titles = [self.tr("File"), self.tr("Size"), self.tr("SHA-256")]
        self.sheet = Sheet(SheetModel(titles, numbers=(1,)), self.tr("Files"), stretch=2)
        self.told = label("", "muted", wrap=True)
        self.open = button(self.tr("Open the folder"), "external-link")
        self.open.clicked.connect(self._show_folder)
        self._room = QWidget()  # keeps the form at the top while there are no files
        self._busy = False
        self._build()
        self.show_files(())

    def _build(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(10)
        form.setVerticalSpacing(10)
        form.addWidget(label(self.tr("Folder")), 0, 0)
        form.addWidget(self.folder, 0, 1)
        form.addWidget(self._choose, 0, 2)
        form.addWidget(label(self.tr("Language")), 1, 0)
        line = QHBoxLayout()
        line.setSpacing(18)
        line.addWidget(self.language)
        line.addWidget(self.pdf)
        line.addStretch(1)
        form.addLayout(line, 1, 1)
        form.addWidget(self.write, 1, 2)
        form.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(self.open)
        card = Card()
        card.body.addWidget(
            label(
                self.tr(
                    "One workbook with every record's fate, one report to read, and a page to sign."
                ),
                "muted",
                wrap=True,
            )
        )
        card.body.addLayout(form)
        card.body.addWidget(self.sheet, 1)
        card.body.addWidget(self._room, 1)
        card.body.addLayout(foot)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)

    def suggest(self, project: str, language: str) -> None:
        """Propose a folder beside the project and the language of its documents, unless a folder
        was chosen."""
        if not self.folder.text() and project:
            self.folder.setText(str(Path(project).parent / PACK))
            self.language.setCurrentIndex(self.language.findData(language))

    def set_busy(self, busy: bool) -> None:
        """The pack is not written while something runs."""
        self._busy = busy
        self._weigh()

    def show_files(self, files: Sequence[PackFile]) -> None:
        """List what was written."""
        self.sheet.sheet.set_rows([_row(one) for one in files], files)
        self.sheet.setVisible(bool(files))
        self._room.setVisible(not files)
        self.open.setVisible(bool(files))
        if files:
            told = self.tr("{count} files in {folder}")
            folder = speech.ltr(str(Path(files[0].path).parent))
            self.told.setText(told.format(count=speech.number(len(files)), folder=folder))
        else:
            self.told.setText(self.tr("Nothing was written in this visit yet."))

    def _weigh(self) -> None:
        self.write.setEnabled(bool(self.folder.text().strip()) and not self._busy)

    def _ask(self) -> None:
        code = str(self.language.currentData())
        self.wanted.emit(self.folder.text().strip(), code, self.pdf.isChecked())

    def _pick(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the pack"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_folder(self) -> None:
        files = self.sheet.sheet
        if files.rowCount():
            folder = Path(files.key(0).path).parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _row(one: PackFile) -> Sequence[Cell]:
    return (
        Cell(speech.ltr(Path(one.path).name), icon="file-text", icon_tone="muted", tip=one.path),
        Cell(QLocale().formattedDataSize(one.size, 0), number=True, tone="muted"),
        Cell(speech.ltr(one.sha256), tone="muted", tip=one.sha256, copy=one.sha256),
    )
