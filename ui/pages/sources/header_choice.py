"""Choosing the header row among the first rows of a file or sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.views.sources import Top
from ui.pages.sources.preview_model import TopTable
from ui.pages.sources.preview_view import PreviewView
from ui.widgets import button, label

NO_HEADER = "0"


class HeaderChoice(QWidget):
    """`chosen` carries the line or sheet row of the header, or `NO_HEADER`."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TopTable()
        self.view = PreviewView(self.model)
        self.view.choose_rows()
        self.view.chosen.connect(self._choose)
        self.view.setAccessibleName(self.tr("First rows as they stand in the file"))
        told = label(
            self.tr("Click the row that holds the column names. The file itself stays as it is."),
            "body",
            wrap=True,
        )
        none = button(self.tr("There is no header"), "ban")
        none.clicked.connect(lambda: self.chosen.emit(NO_HEADER))
        cancel = button(self.tr("Cancel"), flat=True)
        cancel.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(told, 1)
        row.addWidget(none)
        row.addWidget(cancel)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(row)
        box.addWidget(self.view, 1)

    def show_top(self, top: Top) -> None:
        """Show the rows; the present header is marked and selected."""
        self.model.show_top(top)
        rows = [row for row in range(self.model.rowCount()) if self.model.is_header(row)]
        if self.model.rowCount():
            self.view.selectRow(rows[0] if rows else 0)

    def _choose(self, row: int) -> None:
        top = self.model.shown
        if top is None or not 0 <= row < len(top.lines):
            return
        if self.model.is_header(row):
            self.closed.emit()
        else:
            self.chosen.emit(str(top.lines[row]))
