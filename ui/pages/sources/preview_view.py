"""The preview grid: names and types above, record numbers beside, cells in their own direction."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from ui import speech
from ui.pages.sources.preview_model import BELOW, CHOSEN
from ui.theme import colour
from ui.widgets.grid.delegate import CellDelegate
from ui.widgets.grid.header import RowNumbers

NARROWEST, WIDEST, ROW, LOOKED_AT = 72, 260, 28, 30
PADDING = 8


class PreviewHeader(QHeaderView):
    """A column's name, and its detected type below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 44 if self._has_types() else 26)

    def _has_types(self) -> bool:
        model = self.model()
        below = model.headerData(0, Qt.Orientation.Horizontal, BELOW) if model else None
        return bool(below)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if not rect.isValid() or model is None:
            return
        painter.save()
        painter.fillRect(rect, colour("sunken"))
        painter.setPen(QPen(colour("border")))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        room = rect.adjusted(PADDING, 2, -PADDING, -2)
        name = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        below = model.headerData(section, Qt.Orientation.Horizontal, BELOW)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Medium)
        if below:
            upper = QRect(room.left(), room.top(), room.width(), room.height() * 11 // 20)
            self._line(painter, upper, speech.isolate(name), font, "text")
            small = QFont(self.font())
            small.setPixelSize(max(10, self.fontMetrics().height() * 11 // 20))
            lower = QRect(room.left(), upper.bottom(), room.width(), room.height() * 9 // 20)
            chosen = model.headerData(section, Qt.Orientation.Horizontal, CHOSEN)
            small.setWeight(QFont.Weight.Medium if chosen else QFont.Weight.Normal)
            self._line(painter, lower, f"{below} ▾", small, "accent_ink" if chosen else "muted")
        else:
            self._line(painter, room, name, font, "muted")
        painter.restore()

    def _line(self, painter: QPainter, rect: QRect, text: str, font: QFont, tone: str) -> None:
        painter.setFont(font)
        painter.setPen(colour(tone))
        rtl = self.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, flags | Qt.TextFlag.TextSingleLine, cut)


class _Corner(QObject):
    """Paints the corner between the headings like them: the style would make it a button, and a
    style sheet on the table would make scrolling dear."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint or not isinstance(watched, QWidget):
            return False
        painter = QPainter(watched)
        painter.fillRect(watched.rect(), colour("sunken"))
        painter.setPen(QPen(colour("border")))
        painter.drawLine(watched.rect().bottomLeft(), watched.rect().bottomRight())
        painter.end()
        return True


class PreviewView(QTableView):
    """Emits `chosen(row)` on Enter or a click while rows are there to be chosen, `type_wanted(
    column)` on a click on a heading with a type, or on F4."""

    chosen = Signal(int)
    type_wanted = Signal(int)

    def __init__(self, model: QAbstractTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PreviewHeader(self)
        self.numbers = RowNumbers(self)
        self.setHorizontalHeader(self.heading)
        self.setVerticalHeader(self.numbers)
        self.setItemDelegate(CellDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        for corner in self.findChildren(QAbstractButton):
            corner.installEventFilter(_Corner(corner))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerWidget(QWidget(self))  # the style would paint a box between the scroll bars
        self.numbers.setDefaultSectionSize(ROW)
        self.setModel(model)
        self.heading.setSectionsClickable(True)
        self.heading.sectionClicked.connect(self.type_wanted)
        model.modelReset.connect(self.fit)

    def choose_rows(self) -> None:
        """Let whole rows be chosen rather than cells."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.numbers.sectionClicked.connect(self.chosen)

    def fit(self) -> None:
        """Make the columns as wide as their headings and first rows need, within limits."""
        model = self.model()
        metrics, bold = self.fontMetrics(), QFont(self.font())
        bold.setWeight(QFont.Weight.Medium)
        rows = range(min(LOOKED_AT, model.rowCount()))
        for section in range(model.columnCount()):
            heads = [
                str(model.headerData(section, Qt.Orientation.Horizontal, role) or "")
                for role in (Qt.ItemDataRole.DisplayRole, BELOW)
            ]
            texts = [str(model.index(row, section).data() or "")[:60] for row in rows]
            wanted = max(metrics.horizontalAdvance(text) for text in [*heads, *texts]) + 30
            self.setColumnWidth(section, max(NARROWEST, min(WIDEST, wanted)))
        last = model.rowCount() - 1
        widest = str(model.headerData(last, Qt.Orientation.Vertical)) if last >= 0 else ""
        self.numbers.fit(widest)
        self.heading.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_F4 and self.currentIndex().isValid():
            self.type_wanted.emit(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected cells into the clipboard as a spreadsheet takes them."""
        cells: dict[int, dict[int, QModelIndex]] = {}
        for index in self.selectedIndexes():
            cells.setdefault(index.row(), {})[index.column()] = index
        lines = []
        for _, found in sorted(cells.items()):
            texts = (str(index.data() or "") for _, index in sorted(found.items()))
            lines.append("\t".join(" ".join(text.splitlines()) for text in texts))
        QGuiApplication.clipboard().setText("\n".join(lines))
