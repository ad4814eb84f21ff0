"""The mapping document out to a file and in from one: asking where."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

WORKBOOK, WORD, MARKDOWN, JSON = "xlsx", "html", "md", "json"
_NO_NAME = re.compile(r'[\\/:*?"<>|\s]+')


def endings() -> dict[str, str]:
    """What each ending of a file is called."""
    return {
        WORKBOOK: QCoreApplication.translate("Mapping", "Excel workbook to fill in"),
        WORD: QCoreApplication.translate("Mapping", "Page for Word"),
        MARKDOWN: QCoreApplication.translate("Mapping", "Markdown text"),
        JSON: QCoreApplication.translate("Mapping", "JSON document"),
    }


def save_dialog(parent: QWidget, ending: str = WORKBOOK, project: str = "") -> QFileDialog:
    """Asks where to write; open it with `open()`."""
    title = QCoreApplication.translate("Mapping", "Export the mapping")
    dialog = QFileDialog(parent, title, "", f"{endings()[ending]} (*.{ending})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    name = _NO_NAME.sub(" ", project).strip()
    dialog.selectFile(f"{name} mapping.{ending}" if name else f"mapping.{ending}")
    return dialog


def open_dialog(parent: QWidget) -> QFileDialog:
    """Asks what to read, several workbooks too; open it with `open()`."""
    title = QCoreApplication.translate("Mapping", "Import a mapping")
    every = QCoreApplication.translate("Mapping", "Workbooks and mapping documents")
    dialog = QFileDialog(parent, title, "", f"{every} (*.xlsx *.ods *.json)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return dialog


def read(path: str) -> tuple[str, str]:
    """The text of a file, and why it cannot be read ("" when it can)."""
    try:
        return Path(path).read_text("utf-8-sig"), ""
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        words = QCoreApplication.translate("Mapping", "The file cannot be read: {reason}")
        return "", words.format(reason=reason)
