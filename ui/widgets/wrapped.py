"""Text of several lines that stands at its edge in either direction."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QStyle, QWidget

_RTL = Qt.LayoutDirection.RightToLeft


class Wrapped(QLabel):
    """A label that breaks its lines between words.

    Qt's own label moves every broken line of right-to-left text off its edge by the space it was
    broken at, and cuts that much off its end (Qt 6.11: qt_format_text counts the space twice).
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        selectable = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        if self.layoutDirection() != _RTL or selectable or not self.wordWrap():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.drawFrame(painter)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        laid, height = self._lay_out(room.width())
        spare = room.height() - height
        align = self.alignment()
        down = Qt.AlignmentFlag.AlignBottom
        share = 0.0 if align & Qt.AlignmentFlag.AlignTop else 1.0 if align & down else 0.5
        laid.draw(painter, QPointF(room.left(), room.top() + round(spare * share)))
        painter.end()

    def _lay_out(self, width: int) -> tuple[QTextLayout, float]:
        """The lines at this width, and how high they are together."""
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        option = QTextOption(side & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        option.setTextDirection(self.layoutDirection())
        laid = QTextLayout(self.text().replace("\n", "\u2028"), self.font(), self)
        laid.setTextOption(option)
        laid.beginLayout()
        height = 0.0
        while (line := laid.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        laid.endLayout()
        return laid, height
