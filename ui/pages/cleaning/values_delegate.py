"""How values with their counts are painted: a quiet bar under the count."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import speech
from ui.pages.cleaning.painting import is_rtl
from ui.pages.cleaning.values_model import SHARE, VALUE, Index
from ui.theme import colour

HEIGHT = 30
_PAD = 9
_BAR = 54


class ValuesDelegate(QStyledItemDelegate):
    """Paints a ValuesModel."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(80, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour("selected"))
        area = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        centre = Qt.AlignmentFlag.AlignVCenter
        if index.column() == VALUE:
            text = painter.fontMetrics().elidedText(
                str(index.data()), Qt.TextElideMode.ElideRight, area.width()
            )
            painter.setPen(colour("text"))
            painter.drawText(area, Qt.AlignmentFlag.AlignLeading | centre, speech.isolate(text))
        else:
            self._count(painter, area, index, is_rtl(option))
        painter.setPen(colour("border"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _count(self, painter: QPainter, area: QRect, index: Index, rtl: bool) -> None:
        width = max(2, round(_BAR * index.data(SHARE)))
        left = area.right() - width if rtl else area.left()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent", 0.2))
        painter.drawRoundedRect(left, area.center().y() - 6, width, 13, 3, 3)
        font = QFont(painter.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        painter.setFont(font)
        painter.setPen(colour("muted"))
        align = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, align, str(index.data()))
