"""The dialogs that ask where a source is; none of them blocks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDir, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

Chosen = Callable[[list[str]], object]


def _filters() -> str:
    every = QCoreApplication.translate("Sources", "All files (*)")
    tables = QCoreApplication.translate("Sources", "Files with tables ({patterns})").format(
        patterns="*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt *.tab *.gz *.json *.jsonl"
        " *.ndjson *.parquet *.html *.htm *.sqlite *.sqlite3 *.db"
    )
    return f"{tables};;{every}"


def choose_files(parent: QWidget, chosen: Chosen) -> QFileDialog:
    """Ask for any number of files."""
    return _ask(parent, QFileDialog.FileMode.ExistingFiles, chosen)


def choose_file(parent: QWidget, chosen: Chosen) -> QFileDialog:
    """Ask for one file."""
    return _ask(parent, QFileDialog.FileMode.ExistingFile, chosen)


def choose_folder(parent: QWidget, chosen: Chosen) -> QFileDialog:
    """Ask for a folder."""
    return _ask(parent, QFileDialog.FileMode.Directory, chosen)


def _ask(parent: QWidget, mode: QFileDialog.FileMode, chosen: Chosen) -> QFileDialog:
    folder = mode == QFileDialog.FileMode.Directory
    title = QCoreApplication.translate("Sources", "Choose files")
    if folder:
        title = QCoreApplication.translate("Sources", "Choose a folder")
    dialog = QFileDialog(parent, title, QDir.homePath(), "" if folder else _filters())
    dialog.setFileMode(mode)
    if folder:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda paths: chosen(list(paths)))
    dialog.open()
    return dialog
