"""The table view of the grid: fixed rows, painted flat, keys for copying and opening."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView, QWidget

from ui.models.arrow_table import ArrowTable
from ui.theme import colour
from ui.widgets.grid.delegate import CellDelegate
from ui.widgets.grid.header import GridHeader, RowNumbers

ROW_HEIGHT = 30
NARROWEST, WIDEST = 84, 300
SAMPLE_ROWS = 40
MARK_ROOM = 14  # for the icon of a marked cell, where the longest value leaves none


class GridView(QTableView):
    """Emits `copy_wanted(with header)` and `opened(index)` (Enter or double click)."""

    copy_wanted = Signal(bool)
    opened = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = GridHeader(self)
        self.numbers = RowNumbers(self)
        self.setHorizontalHeader(self.heading)
        self.setVerticalHeader(self.numbers)
        self.setItemDelegate(CellDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.numbers.setDefaultSectionSize(ROW_HEIGHT)
        self.doubleClicked.connect(self.opened)
        self.setCornerWidget(QWidget())  # nothing where the scroll bars meet
        self._corner = self.findChild(QAbstractButton)
        if self._corner is not None:
            self._corner.installEventFilter(self)

    def fit_columns(self) -> bool:
        """Make the columns as wide as their headings and first rows need, within limits; False
        when the rows are not here yet."""
        model = self.model()
        if not isinstance(model, ArrowTable) or not model.is_here(0):
            return False
        room = MARK_ROOM if model.marks.wanted else 0
        for section in range(model.columnCount()):
            heading = self.heading.fontMetrics().horizontalAdvance(
                str(model.headerData(section, Qt.Orientation.Horizontal))
            )
            rows = range(min(SAMPLE_ROWS, model.rowCount()))
            widths = [self._width(model.index(row, section)) + room for row in rows]
            wanted = max([heading + 34, *widths])
            self.setColumnWidth(section, max(NARROWEST, min(WIDEST, wanted)))
        return True

    def _width(self, index: QModelIndex) -> int:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return self.fontMetrics().horizontalAdvance(text[:60]) + 26

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The corner is painted flat like the headers: the style would draw a button."""
        if watched is self._corner and event.type() == QEvent.Type.Paint:
            with QPainter(self._corner) as painter:
                painter.fillRect(self._corner.rect(), colour("sunken"))
                painter.setPen(colour("border"))
                foot = self._corner.rect()
                painter.drawLine(foot.bottomLeft(), foot.bottomRight())
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit(False)
        elif event.key() == Qt.Key.Key_C and event.modifiers() == (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            self.copy_wanted.emit(True)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
