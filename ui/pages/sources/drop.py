"""Dropping files: the empty page's zone, and what a drop holds."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import icons
from ui.widgets import button, label, set_kind


def dropped(mime: QMimeData) -> list[str]:
    """Paths of the files and folders that are dragged; nothing for anything else."""
    if not mime.hasUrls():
        return []
    return [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]


class DropZone(QFrame):
    """What an empty page shows: where to drop, what can be read, and that nothing is changed."""

    files_wanted = Signal()
    folder_wanted = Signal()
    database_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "drop")
        picture = QLabel()
        picture.setPixmap(icons.pixmap("upload", "accent", 48))
        title = label(self.tr("Drop files or folders here"), "h1")
        box = QVBoxLayout(self)
        box.setSpacing(14)
        box.addStretch(2)
        for one in (picture, title):
            box.addWidget(one, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addLayout(self._formats())
        box.addLayout(self._buttons())
        box.addSpacing(10)
        box.addLayout(self._promise())
        box.addStretch(3)

    def _formats(self) -> QHBoxLayout:
        formats = label(
            self.tr(
                "Excel and OpenDocument workbooks, CSV and other delimited text, JSON, Parquet,"
                " HTML tables, SQLite files, a whole folder of them, or a database server."
            ),
            "muted",
            wrap=True,
        )
        formats.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(formats, 3)
        row.addStretch(1)
        return row

    def _promise(self) -> QHBoxLayout:
        promise = label(
            self.tr(
                "Nothing in your files and databases is ever changed: Kooch opens them for reading"
                " only and works on its own copy."
            ),
            "small",
            wrap=True,
        )
        shield = QLabel()
        shield.setPixmap(icons.pixmap("shield-check", "ok", 18))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(shield, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(promise, 6)
        row.addStretch(1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        self.files = button(self.tr("Choose files…"), "file-plus", primary=True)
        self.folder = button(self.tr("Choose a folder…"), "folder-plus")
        self.database = button(self.tr("Connect a database…"), "database")
        self.files.clicked.connect(self.files_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.database.clicked.connect(self.database_wanted)
        for one in (self.files, self.folder, self.database):
            row.addWidget(one)
        row.addStretch(1)
        return row
