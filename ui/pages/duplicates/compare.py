"""The records of a group side by side, with what merging them would keep."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTableView, QWidget

from migrator.model.views.duplicates import SideBySide
from ui.pages.duplicates.compare_model import CompareModel
from ui.pages.duplicates.compare_paint import (
    HEAD_HEIGHT,
    LABELS,
    CellDelegate,
    FieldHeader,
    RecordHeader,
)
from ui.theme import tokens as theme

NARROWEST = 132
RESULT = (190, 340)  # at least and at most


class _Grid(QTableView):
    """A table of boxes without lines; Space and Enter choose the cell that has the focus."""

    chosen = Signal(QModelIndex)

    def __init__(self, model: CompareModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heads = RecordHeader(self)
        self.setHorizontalHeader(self.heads)
        self.heads.setFixedHeight(HEAD_HEIGHT)
        self.setVerticalHeader(FieldHeader(self))
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        # Fusion draws the corner and the empty ends of headers as buttons.
        card = theme.value("card")
        self.setStyleSheet(
            f"QTableCornerButton::section, QHeaderView {{ background: {card}; border: none; }}"
        )
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose by key, else move."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.currentIndex().isValid():
                self.chosen.emit(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)


class CompareView(QWidget):
    """`kept` carries (field, row id) of a value that is to be kept, `let_go` a field whose rule
    is to choose again; `ticked` says that other records are to be merged."""

    kept = Signal(str, object)
    let_go = Signal(str)
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.without: set[int] = set()
        self.compared = CompareModel(self)
        self.records = _Grid(self.compared)
        self.records.setAccessibleName(self.tr("Records side by side"))
        self.records.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.records.chosen.connect(self._choose)
        self.records.heads.ticked.connect(self.tick)
        self.result = _Grid(self.compared)
        self.result.setAccessibleName(self.tr("What merging keeps"))
        self.result.verticalHeader().hide()
        self.result.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.result.setFixedWidth(RESULT[0])
        self.result.horizontalHeader().setStretchLastSection(True)
        both = (self.records.verticalScrollBar(), self.result.verticalScrollBar())
        both[0].valueChanged.connect(both[1].setValue)
        both[1].valueChanged.connect(both[0].setValue)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.records, 1)
        row.addWidget(self.result)

    def show_group(self, shown: SideBySide | None) -> None:
        """Show a group; which records are left out stays as it is."""
        known = {record.row for record in shown.records} if shown else set()
        self.without &= known
        current = self.records.currentIndex()
        at = (current.row(), current.column())
        self.compared.show_group(shown, self.without)
        result = self.compared.result
        for column in range(self.compared.columnCount()):
            self.records.setColumnHidden(column, column == result)
            self.result.setColumnHidden(column, column != result)
        self._spread()
        index = self.compared.index(*at)
        if index.isValid():
            self.records.setCurrentIndex(index)

    def forget(self) -> None:
        """Another group: all of its records are to be merged, none is looked at closer."""
        self.without.clear()
        self.records.setCurrentIndex(QModelIndex())

    @property
    def rows(self) -> tuple[int, ...]:
        """The records shown, by row id."""
        return tuple(record.row for record in self.compared.records)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The records that are to be merged."""
        return tuple(row for row in self.rows if row not in self.without)

    def tick(self, column: int) -> None:
        """Leave a record out of the merge, or take it in again."""
        if not 0 <= column < len(self.rows):
            return
        self.without ^= {self.rows[column]}
        self.ticked.emit()

    def _choose(self, index: QModelIndex) -> None:
        line = self.compared.field(index.row())
        cell = self.compared.cell(index.row(), index.column())
        if line is None or cell is None or index.column() >= self.compared.result:
            return
        if cell.kept:
            self.let_go.emit(line.name)
        elif cell.text and not cell.out:
            self.kept.emit(line.name, self.rows[index.column()])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the room out among the records."""
        super().resizeEvent(event)
        self._spread()

    def _spread(self) -> None:
        count = max(1, len(self.rows))
        least, most = RESULT
        result = min(most, max(least, (self.width() - LABELS) // (count + 1)))
        self.result.setFixedWidth(result)
        wide = max(NARROWEST, (self.width() - LABELS - result) // count)
        for column in range(count):
            self.records.setColumnWidth(column, wide)
