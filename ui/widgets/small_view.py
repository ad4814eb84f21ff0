"""The view of a small table: flat rows, keys for opening, removing and copying."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from ui.models.small_table import KEY, PLAIN, SmallTable
from ui.theme import colour
from ui.widgets.grid.clipboard import mime
from ui.widgets.small_delegate import SmallDelegate

ROW_HEIGHT = 34


class SmallHeader(QHeaderView):
    """Column names on a quiet ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setFixedHeight(30)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(super().sizeHint().width(), 30)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        painter.save()
        painter.fillRect(rect, colour("sunken"))
        painter.setPen(colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(colour("muted"))
        model = self.model()
        title = str(model.headerData(section, self.orientation()) or "")
        side = model.headerData(section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        box = rect.adjusted(8, 0, -8, 0)
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, side or Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()


class SmallView(QTableView):
    """`opened(key)` by Enter or double click, after `cell_opened(key, column)`; `removed(key)` by
    Delete; `picked(key)` when another row is current. `stretch` lists the weights by which columns
    share the width; those of weight 0 are as wide as they need."""

    opened = Signal(object)
    removed = Signal(object)
    picked = Signal(object)
    cell_opened = Signal(object, int)

    def __init__(
        self, table: SmallTable, stretch: Sequence[int], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._weights = tuple(stretch)
        self._least = 60
        self.setHorizontalHeader(SmallHeader(self))
        self.setModel(table)
        self.setItemDelegate(SmallDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(
            lambda now, _: self.picked.emit(now.data(KEY) if now.isValid() else None)
        )
        table.modelReset.connect(self.share_out)

    @property
    def current(self) -> object:
        """What the current row stands for; None if there is none."""
        index = self.currentIndex()
        return index.data(KEY) if index.isValid() else None

    def select_key(self, key: object) -> bool:
        """Make the row of `key` the current one; False if there is none."""
        row = self._table.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self._table.index(row, 0))
        return row >= 0

    def share_out(self) -> None:
        """Give the columns the width that there is."""
        columns = self._table.columnCount()
        weights = [*self._weights, *([0] * columns)][:columns]
        fixed = {at: self._needed(at) for at, weight in enumerate(weights) if not weight}
        room = self.viewport().width() - sum(fixed.values())
        whole = sum(weights) or 1
        for at, weight in enumerate(weights):
            width = fixed.get(at, max(self._least, room * weight // whole))
            self.setColumnWidth(at, width)

    def _needed(self, column: int) -> int:
        metrics = self.fontMetrics()
        title = self._table.headerData(column, Qt.Orientation.Horizontal) or ""
        widest = self.horizontalHeader().fontMetrics().horizontalAdvance(str(title))
        for row in range(min(self._table.rowCount(), 200)):
            index = self._table.index(row, column)
            font = index.data(Qt.ItemDataRole.FontRole)
            own = QFontMetrics(font.resolve(self.font())) if isinstance(font, QFont) else metrics
            width = own.horizontalAdvance(str(index.data() or ""))
            if index.data(Qt.ItemDataRole.DecorationRole) is not None:
                width += 22
            widest = max(widest, width)
        return min(widest + 20, 260)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = self.current
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and key is not None:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and key is not None:
            self.removed.emit(key)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.cell_opened.emit(index.data(KEY), index.column())
        self.opened.emit(index.data(KEY))

    def _copy(self) -> None:
        """The whole table, as spreadsheets read it."""
        columns = range(self._table.columnCount())
        header = [str(self._table.headerData(c, Qt.Orientation.Horizontal) or "") for c in columns]
        rows = [
            [str(self._table.index(row, c).data(PLAIN) or "") for c in columns]
            for row in range(self._table.rowCount())
        ]
        QGuiApplication.clipboard().setMimeData(mime(rows, header))
