"""Cells of a small table: padded, flat, an icon before the text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QBrush, QFont, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import colour

Index = QModelIndex | QPersistentModelIndex
PAD = 8
ICON = 16


class SmallDelegate(QStyledItemDelegate):
    """Paints what a SmallTable says of a cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, colour("selected"))
        painter.setPen(colour("border"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        box = option.rect.adjusted(PAD, 0, -PAD, 0)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QIcon):
            x = box.right() - ICON if rtl else box.left()
            picture.paint(painter, QRect(x, box.center().y() - ICON // 2 + 1, ICON, ICON))
            box.adjust(0, 0, -ICON - 6, 0) if rtl else box.adjust(ICON + 6, 0, 0, 0)
        font = index.data(Qt.ItemDataRole.FontRole)
        painter.setFont(font.resolve(option.font) if isinstance(font, QFont) else option.font)
        brush = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(brush.color() if isinstance(brush, QBrush) else colour("text"))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "").replace("\n", " ⏎ ")
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        at_end = bool(
            index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignTrailing
        )
        side = Qt.AlignmentFlag.AlignRight if at_end != rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(option.direction)
        painter.drawText(box, flags, shown)
        painter.restore()
