"""How the palette is painted: an item's title with its help under it, shelf titles small."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import speech
from ui.models.catalog_list import ITEM, Index
from ui.theme import colour

_ALIGN = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class ShelfDelegate(QStyledItemDelegate):
    """Paints rows of a `CatalogList`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(200, 48 if index.data(ITEM) else 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect.adjusted(4, 1, -4, -1)
        flags: QStyle.StateFlag = option.state
        item = index.data(ITEM)
        if item is None:
            _write(painter, rect.adjusted(8, 4, -8, 0), str(index.data()), "faint", small=True)
            painter.restore()
            return
        chosen = bool(flags & QStyle.StateFlag.State_Selected)
        if chosen or flags & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(colour("selected" if chosen else "hover"))
            focused = chosen and flags & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(colour("accent")) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, 7, 7)
        inner = rect.adjusted(8, 4, -8, -4)
        half = inner.height() // 2
        title = inner.adjusted(0, 0, 0, -half)
        tone = "accent_ink" if chosen else "text"
        _write(painter, title, speech.say(item.title), tone)
        _write(painter, inner.adjusted(0, half, 0, 0), speech.say(item.help), "muted", small=True)
        painter.restore()


def _write(painter: QPainter, rect: QRect, text: str, tone: str, *, small: bool = False) -> None:
    font = QFont(painter.font())
    font.setPixelSize(12 if small else 13)
    font.setWeight(QFont.Weight.Normal if small else QFont.Weight.Medium)
    painter.setFont(font)
    painter.setPen(colour(tone))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _ALIGN, shown)
