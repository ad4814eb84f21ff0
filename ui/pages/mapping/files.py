"""The mapping document out to a file and in from one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

NAME = "mapping.json"


def save_dialog(parent: QWidget) -> QFileDialog:
    """Asks where to write; open it with `open()`."""
    dialog = _dialog(parent, QCoreApplication.translate("Mapping", "Export the mapping"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("json")
    dialog.selectFile(NAME)
    return dialog


def open_dialog(parent: QWidget) -> QFileDialog:
    """Asks what to read; open it with `open()`."""
    dialog = _dialog(parent, QCoreApplication.translate("Mapping", "Import a mapping"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    words = QCoreApplication.translate("Mapping", "Mapping documents (*.json)")
    return QFileDialog(parent, title, "", words)


def write(path: str, text: str) -> str:
    """Write the document; returns why that failed, "" when it did not."""
    try:
        Path(path).write_text(text, "utf-8")
    except OSError as error:
        words = QCoreApplication.translate("Mapping", "The file cannot be written: {reason}")
        return words.format(reason=error.strerror or str(error))
    return ""


def read(path: str) -> tuple[str, str]:
    """The text of a file, and why it cannot be read ("" when it can)."""
    try:
        return Path(path).read_text("utf-8-sig"), ""
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        words = QCoreApplication.translate("Mapping", "The file cannot be read: {reason}")
        return "", words.format(reason=reason)
