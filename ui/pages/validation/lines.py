"""Lines of the side panel: a title, a small second line, a count, an icon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import icons
from ui.theme import colour

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
HIGH, LOW = 48, 30
PADDING, ICON, INDENT = 10, 18, 28


@dataclass(frozen=True)
class Line:
    """One line. `key` is what it stands for, in its own terms; `inner` ones stand under another."""

    title: str
    told: str = ""
    count: str = ""
    icon: str = ""
    tone: str = "muted"
    key: Any = None
    inner: bool = False
    tip: str = ""


class LinesModel(QAbstractListModel):
    """Some lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """A line; None if there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, key: Any) -> int:
        """The row whose line stands for `key`; -1 if there is none."""
        return next((n for n, line in enumerate(self._lines) if line.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.title, line.told, line.count) if part)
        return line.tip or None if role == Qt.ItemDataRole.ToolTipRole else None


class LineDelegate(QStyledItemDelegate):
    """Paints a line: rounded ground when chosen, icon, words, count at the far end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        line: Line = index.data(LINE)
        return QSize(100, HIGH if line.told else LOW if line.inner else LOW + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        area = option.rect.adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(area, 7, 7)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 7, 7)
        room = area.adjusted(PADDING, 0, -PADDING, 0)
        if line.inner:
            room = _without(room, INDENT, rtl)
        if line.icon:
            left = room.right() - ICON + 1 if rtl else room.left()
            box = QRect(left, room.center().y() - ICON // 2 + 1, ICON, ICON)
            icons.icon(line.icon, line.tone).paint(painter, box)
            room = _without(room, ICON + PADDING, rtl)
        room = _count(painter, option.font, room, line, rtl)
        _words(painter, option.font, room, line, rtl)
        painter.restore()


def _without(room: QRect, width: int, rtl: bool) -> QRect:
    return room.adjusted(0, 0, -width, 0) if rtl else room.adjusted(width, 0, 0, 0)


def _side(rtl: bool, *, far: bool = False) -> Qt.AlignmentFlag:
    right = rtl != far
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def _count(painter: QPainter, font: QFont, room: QRect, line: Line, rtl: bool) -> QRect:
    painter.setFont(font)
    painter.setPen(colour("muted"))
    painter.drawText(room, _side(rtl, far=True), line.count)
    width = painter.fontMetrics().horizontalAdvance(line.count) + (8 if line.count else 0)
    return room.adjusted(width, 0, 0, 0) if rtl else room.adjusted(0, 0, -width, 0)


def _words(painter: QPainter, font: QFont, room: QRect, line: Line, rtl: bool) -> None:
    above = room
    if line.told:
        above = QRect(room.left(), room.top() + 3, room.width(), room.height() // 2 - 1)
        below = QRect(room.left(), above.bottom() - 1, room.width(), room.height() // 2 - 3)
        small = QFont(font)
        small.setPixelSize(12)
        painter.setFont(small)
        painter.setPen(colour("muted"))
        _draw(painter, below, line.told, rtl)
    strong = QFont(font)
    if not line.inner:
        strong.setWeight(QFont.Weight.Medium)
    painter.setFont(strong)
    painter.setPen(colour("muted" if line.inner else "text"))
    _draw(painter, above, line.title, rtl)


def _draw(painter: QPainter, room: QRect, text: str, rtl: bool) -> None:
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _side(rtl), cut)


class LinesView(QListView):
    """A list of lines; one is current."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)  # lies on whatever is behind
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def current(self) -> Line | None:
        """The current line."""
        return self.lines.line(self.currentIndex().row())

    def choose(self, row: int) -> None:
        """Make a row current."""
        self.setCurrentIndex(self.lines.index(row))
