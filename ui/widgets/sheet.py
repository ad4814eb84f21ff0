"""Sheet: a small table that fits into a card, in the look of the house."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import icons
from ui.models.sheet_model import CELL, Cell, SheetModel
from ui.theme import colour
from ui.widgets.grid.clipboard import mime

ROW_HEIGHT = 34
HEADER_HEIGHT = 34
PADDING = 10
ICON = 16
MOST_WIDTH = 260
_TONES = {"ok", "warn", "error", "muted", "violet"}


class SheetDelegate(QStyledItemDelegate):
    """Paints words with their tone, icon and ground; looks colours up when it paints."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            return
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, colour("selected"))
        elif cell.ground:
            painter.fillRect(option.rect, colour(f"{cell.ground}_soft"))
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        area = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        if cell.icon:
            area = self._draw_icon(painter, cell, area, rtl)
        painter.setFont(_font(option.font, cell))
        painter.setPen(colour(_ink(cell)))
        side = Qt.AlignmentFlag.AlignTrailing if cell.number else Qt.AlignmentFlag.AlignLeading
        flags = QStyle.visualAlignment(option.direction, side | Qt.AlignmentFlag.AlignVCenter)
        words = painter.fontMetrics().elidedText(
            cell.text, Qt.TextElideMode.ElideRight, area.width()
        )
        single = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(area, int(flags) | int(single), words)
        painter.setPen(colour("border"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _draw_icon(self, painter: QPainter, cell: Cell, area: QRect, rtl: bool) -> QRect:
        wanted = cell.icon_tone or cell.tone
        tone = wanted if wanted in _TONES else "accent"
        left = area.right() - ICON + 1 if rtl else area.left()
        box = QRect(left, area.center().y() - ICON // 2 + 1, ICON, ICON)
        painter.drawPixmap(box, icons.pixmap(cell.icon, tone, ICON))
        step = ICON + 6
        return area.adjusted(0, 0, -step, 0) if rtl else area.adjusted(step, 0, 0, 0)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            return QSize(0, ROW_HEIGHT)
        width = QFontMetrics(_font(option.font, cell)).horizontalAdvance(cell.text)
        return QSize(width + 2 * PADDING + (ICON + 6 if cell.icon else 0) + 2, ROW_HEIGHT)


class SheetHeader(QHeaderView):
    """Flat titles in the muted ink, aligned as their columns are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(HEADER_HEIGHT)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(48)

    def paintSection(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRect,
        logicalIndex: int,  # noqa: N803
    ) -> None:
        painter.save()
        model = self.model()
        role = Qt.ItemDataRole.TextAlignmentRole
        asked = model.headerData(logicalIndex, Qt.Orientation.Horizontal, role)
        side = Qt.AlignmentFlag(asked or 0)
        flags = QStyle.visualAlignment(self.layoutDirection(), side)
        area = rect.adjusted(PADDING, 0, -PADDING, 0)
        title = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        painter.setFont(self.font())
        painter.setPen(colour("muted"))
        words = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, area.width())
        single = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(area, int(flags) | int(single), words)
        painter.setPen(colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


def _ink(cell: Cell) -> str:
    if cell.tone == "info":
        return "accent_ink"
    return cell.tone if cell.tone in _TONES else "text"


def _font(base: QFont, cell: Cell) -> QFont:
    font = QFont(base)
    if cell.number:
        font.setFeature(QFont.Tag("tnum"), 1)
    if cell.bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


class Sheet(QTableView):
    """Shows a SheetModel. The columns `stretch` share the room that the others leave. Selects whole
    rows, only one with `choose`; Ctrl+C copies them for a spreadsheet."""

    def __init__(
        self, model: SheetModel, name: str, *, stretch: int | Sequence[int] = 0,
        choose: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._stretch = (stretch,) if isinstance(stretch, int) else tuple(stretch)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(SheetDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        one, many = (
            QAbstractItemView.SelectionMode.SingleSelection,
            QAbstractItemView.SelectionMode.ExtendedSelection,
        )
        self.setSelectionMode(one if choose else many)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setHorizontalHeader(SheetHeader(self))
        model.modelReset.connect(self.measure)
        self.measure()

    @property
    def sheet(self) -> SheetModel:
        """The model."""
        found = self.model()
        assert isinstance(found, SheetModel)
        return found

    def chosen(self) -> int:
        """The current row; -1 if there is none."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self.model().index(row, 0))

    def measure(self) -> None:
        """Give every column the room that its words need."""
        head = self.horizontalHeader()
        head.setStretchLastSection(False)
        for column in range(self.model().columnCount()):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            title = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
            room = head.fontMetrics().horizontalAdvance(title) + 2 * PADDING + 2
            hint = max(self.sizeHintForColumn(column), room)
            self.setColumnWidth(column, min(hint, MOST_WIDTH))
        for column in self._stretch:
            if column < self.model().columnCount():
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the chosen rows, or all of them, on the clipboard with their titles."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        columns = range(self.model().columnCount())
        titles = [str(self.model().headerData(c, Qt.Orientation.Horizontal) or "") for c in columns]
        listed = rows or range(self.model().rowCount())
        cells = [[self.sheet.cell(row, c) for c in columns] for row in listed]
        texts = [[cell.copy or cell.text for cell in line] for line in cells]
        QGuiApplication.clipboard().setMimeData(mime(texts, titles))
