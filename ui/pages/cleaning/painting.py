"""What several delegates of the page paint alike."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui import icons
from ui.theme import colour

BOX = 16
SIDE = 9
LEAD = SIDE + BOX + 10
_ALIGN = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


def is_rtl(option: QStyleOptionViewItem) -> bool:
    """Whether the item runs from right to left."""
    return bool(option.direction == Qt.LayoutDirection.RightToLeft)


def ground(painter: QPainter, option: QStyleOptionViewItem) -> bool:
    """Paint what is under an item that is chosen or pointed at; tells whether it is chosen."""
    rect = option.rect.adjusted(2, 1, -2, -1)
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(colour("selected" if chosen else "hover"))
        focused = chosen and option.state & QStyle.StateFlag.State_HasFocus
        painter.setPen(QPen(colour("accent")) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, 7, 7)
    return chosen


def box_rect(option: QStyleOptionViewItem) -> QRect:
    """Where the box of an item stands."""
    rect = option.rect.adjusted(2, 1, -2, -1)
    left = rect.right() - SIDE - BOX if is_rtl(option) else rect.left() + SIDE
    return QRect(QPoint(left, rect.center().y() - BOX // 2), QSize(BOX, BOX))


def box(painter: QPainter, rect: QRect, on: bool) -> None:
    """Paint a box to tick."""
    painter.setPen(QPen(colour("accent" if on else "control"), 1))
    painter.setBrush(colour("accent" if on else "card"))
    painter.drawRoundedRect(rect, 4, 4)
    if on:
        painter.drawPixmap(rect.adjusted(1, 1, -1, -1), icons.pixmap("check", "on_accent", 14))


def beside_box(option: QStyleOptionViewItem) -> QRect:
    """The room of an item beside its box."""
    rect = option.rect.adjusted(2, 6, -2, -6)
    if is_rtl(option):
        return rect.adjusted(SIDE, 0, -LEAD, 0)
    return rect.adjusted(LEAD, 0, -SIDE, 0)


def write(painter: QPainter, rect: QRect, text: str, tone: str, *, strong: bool = False) -> None:
    """One line, cut with an ellipsis where it is too long: a title when `strong`."""
    font = QFont(painter.font())
    font.setPixelSize(13 if strong else 12)
    font.setWeight(QFont.Weight.Medium if strong else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(colour(tone))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _ALIGN, shown)
