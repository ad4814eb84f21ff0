"""The header of the grid: flat, with the order and the filters shown."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import icons
from ui.models.arrow_table import FILTERED
from ui.theme import colour

HEIGHT = 36
PADDING = 8
ICON = 14
GAP = 4


class GridHeader(QHeaderView):
    """Column headings. `order_wanted(section, further)` asks for another order, `further` keeps the
    levels there are (Shift)."""

    order_wanted = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._order: dict[int, bool] = {}
        self._further = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.sectionClicked.connect(lambda at: self.order_wanted.emit(at, self._further))

    def show_order(self, order: dict[int, bool]) -> None:
        """Show sections (in order of weight) with whether they go down."""
        self._order = order
        self.viewport().update()

    def mouseReleaseEvent(self, event: object) -> None:
        self._further = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)  # type: ignore[attr-defined]
        super().mouseReleaseEvent(event)  # type: ignore[arg-type]

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if not rect.isValid() or model is None:
            return
        painter.save()
        painter.fillRect(rect, colour("sunken"))
        painter.setPen(QPen(colour("border")))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        rtl = self.isRightToLeft()
        room = rect.adjusted(PADDING, 0, -PADDING, 0)
        if section in self._order:
            down = self._order[section]
            room = self._picture(painter, room, "chevron-down" if down else "chevron-up", rtl)
        if model.headerData(section, Qt.Orientation.Horizontal, FILTERED):
            room = self._picture(painter, room, "filter", rtl)
        text = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(colour("accent_ink" if section in self._order else "muted"))
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flags | Qt.TextFlag.TextSingleLine, cut)
        painter.restore()

    @staticmethod
    def _picture(painter: QPainter, room: QRect, name: str, rtl: bool) -> QRect:
        """Draw an icon at the far end; returns the room that is left."""
        left = room.left() if rtl else room.right() - ICON + 1
        top = room.center().y() - ICON // 2 + 1
        icons.icon(name, "accent").paint(painter, QRect(left, top, ICON, ICON))
        return room.adjusted(ICON + GAP, 0, 0, 0) if rtl else room.adjusted(0, 0, -ICON - GAP, 0)


class RowNumbers(QHeaderView):
    """The numbers of the rows, as the model writes them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)

    def fit(self, widest: str) -> None:
        """Be as wide as this number needs."""
        self.setFixedWidth(max(44, self.fontMetrics().horizontalAdvance(widest) + 2 * PADDING))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if not rect.isValid() or model is None:
            return
        painter.save()
        painter.fillRect(rect, colour("sunken"))
        painter.setPen(QPen(colour("border")))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        edge = rect.topLeft() if self.isRightToLeft() else rect.topRight()
        foot = rect.bottomLeft() if self.isRightToLeft() else rect.bottomRight()
        painter.drawLine(edge, foot)
        painter.setPen(colour("faint"))
        text = str(model.headerData(section, Qt.Orientation.Vertical) or "")
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
