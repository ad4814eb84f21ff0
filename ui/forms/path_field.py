"""A line for the path of a file or folder, with a button that opens the chooser."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from ui.widgets.basic import button


class Wanted(StrEnum):
    """What the chooser is for."""

    FILE = "file"
    NEW_FILE = "new_file"
    FOLDER = "folder"


class PathField(QWidget):
    """`changed` follows typing and choosing. A path is written from left to right in every
    language."""

    changed = Signal()

    def __init__(
        self, name: str, wanted: Wanted, filters: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._wanted = wanted
        self._filters = filters
        self.edit = QLineEdit()
        self.edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.edit.setAccessibleName(name)
        self.edit.textChanged.connect(lambda _: self.changed.emit())
        self.browse = button(self.tr("Choose…"), "folder-open")
        self.browse.setAccessibleName(self.tr("Choose: {what}").format(what=name))
        self.browse.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self.browse)
        self.setFocusProxy(self.edit)

    def path(self) -> str:
        """What was typed or chosen, without blanks around it."""
        return self.edit.text().strip()

    def set_path(self, path: str) -> None:
        """Show another path."""
        self.edit.setText(path)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self._name, self.path() or QDir.homePath(), self._filters)
        if self._wanted is Wanted.FOLDER:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        elif self._wanted is Wanted.NEW_FILE:
            dialog.setFileMode(QFileDialog.FileMode.AnyFile)
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.set_path(QDir.toNativeSeparators(path)))
        dialog.open()
