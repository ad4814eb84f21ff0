"""How a cell is painted: its own direction, empty things told apart, marks with tint and icon."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import icons, speech
from ui.models.arrow_table import MARK, NUMERIC, RAW, WAITING, ArrowTable
from ui.theme import colour
from ui.visible import visible

PADDING = 8
ICON = 16
LONGEST = 300  # more letters than any cell is wide
_ICONS = {"error": "circle-x", "warning": "triangle-alert", "info": "info"}
_TONES = {"error": "error", "warning": "warn", "info": "accent"}


class CellDelegate(QStyledItemDelegate):
    """Paints what the model's RAW, MARK and NUMERIC roles tell."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        rect: QRect = option.rect
        model = index.model()
        if isinstance(model, ArrowTable):  # one call instead of three: it scrolls through millions
            value, mark, numeric = model.look(index.row(), index.column())
        else:
            value, mark, numeric = (index.data(role) for role in (RAW, MARK, NUMERIC))
        painter.save()
        _ground(painter, rect, mark, chosen, focused)
        room = rect.adjusted(PADDING, 0, -PADDING, 0)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        if mark:
            room = _picture(painter, room, mark, rtl)
        text, tone, own = _drawn(value)
        if mark and tone == "text":
            tone = _TONES[mark]
        painter.setFont(tabular(option.font) if numeric else option.font)
        painter.setPen(colour(tone))
        # The cell's own direction, so that brackets and signs stand where they belong.
        painter.setLayoutDirection(own)
        side = Qt.AlignmentFlag.AlignRight if rtl or numeric else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flags | Qt.TextFlag.TextSingleLine, cut)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        text, _ = shown(index.data(RAW))
        width = option.fontMetrics.horizontalAdvance(text)
        return QSize(width + 2 * PADDING + (ICON + 6 if index.data(MARK) else 0), 30)


def shown(value: Any) -> tuple[str, str]:
    """What stands in the cell, and the token of its colour. No value and an empty text differ;
    spaces at the ends, tabs and line breaks can be seen."""
    if value is WAITING:
        return "…", "faint"
    if value is None:
        return "—", "faint"
    if value == "":
        return '""', "faint"
    text = f"{value:.6g}" if isinstance(value, float) else str(value)[:LONGEST]
    return visible(text), "text"


def _drawn(value: Any) -> tuple[str, str, Qt.LayoutDirection]:
    """Text, token of its colour and direction; texts come again and again while scrolling."""
    if isinstance(value, str) and value:
        return _text(value)
    text, tone = shown(value)
    return text, tone, Qt.LayoutDirection.LeftToRight


@lru_cache(maxsize=20_000)
def _text(value: str) -> tuple[str, str, Qt.LayoutDirection]:
    text, tone = shown(value)
    rtl = speech.is_rtl(text)
    way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    return text, tone, way


def tabular(font: QFont) -> QFont:
    """The font with digits of one width."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def _ground(painter: QPainter, rect: QRect, mark: str, chosen: bool, focused: bool) -> None:
    if chosen:
        painter.fillRect(rect, colour("selected"))
    elif mark:
        tone = _TONES[mark]
        painter.fillRect(rect, colour(f"{tone}_soft"))
    painter.setPen(QPen(colour("border")))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.drawLine(rect.topRight(), rect.bottomRight())
    if focused:
        painter.setPen(QPen(colour("accent"), 2))
        painter.drawRect(rect.adjusted(1, 1, -2, -2))


def _picture(painter: QPainter, room: QRect, mark: str, rtl: bool) -> QRect:
    """Draw the mark's icon at the leading end; returns the room that is left."""
    left = room.right() - ICON + 1 if rtl else room.left()
    top = room.center().y() - ICON // 2 + 1
    icons.icon(_ICONS[mark], _TONES[mark]).paint(painter, QRect(left, top, ICON, ICON))
    return room.adjusted(0, 0, -ICON - 6, 0) if rtl else room.adjusted(ICON + 6, 0, 0, 0)
