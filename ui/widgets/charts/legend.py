"""What the colours of a chart mean, with figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import colour
from ui.widgets.charts.base import Chart, mirrored, sized, tabular, write

_STEP, _DOT, _GAP = 22.0, 9.0, 16.0


class Legend(Chart):
    """A dot, a few words and figures for each line; every line is (tone, words, figures...)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[tuple[str, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[tuple[str, ...]], name: str = "") -> None:
        """Show other lines."""
        self._lines = tuple(lines)
        self.tell(name, "; ".join(" ".join(line[1:]) for line in self._lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line for each."""
        return QSize(180, int(_STEP * len(self._lines)))

    def minimumSizeHint(self) -> QSize:
        """As high as it needs to be."""
        return QSize(120, int(_STEP * len(self._lines)))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint dots, words and figures."""
        painter = self.painter()
        for number, line in enumerate(self._lines):
            self._line(painter, QRectF(0, _STEP * number, self.width(), _STEP), line)
        painter.end()

    def _line(self, painter: QPainter, whole: QRectF, line: tuple[str, ...]) -> None:
        dot = QRectF(whole.left(), whole.center().y() - _DOT / 2, _DOT, _DOT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(line[0]))
        painter.drawEllipse(mirrored(dot, whole, self.rtl))
        figures = tabular(sized(self.font(), 12))
        at = whole.right()
        painter.setPen(colour("muted"))
        for column in range(len(line) - 1, 1, -1):
            wide = QFontMetricsF(figures)
            width = max(wide.horizontalAdvance(one[column]) for one in self._lines) + 2
            place = mirrored(QRectF(at - width, whole.top(), width, _STEP), whole, self.rtl)
            write(painter, place, line[column], rtl=self.rtl, end=True, font=figures)
            at -= width + _GAP
        words = QRectF(whole.left() + _DOT + 8, whole.top(), at - whole.left() - _DOT - 8, _STEP)
        painter.setPen(colour("text"))
        place = mirrored(words, whole, self.rtl)
        write(painter, place, line[1], rtl=self.rtl, font=sized(self.font(), 12))

    def tip_at(self, point: QPointF) -> str:
        """The line under the pointer in words."""
        number = int(point.y() // _STEP)
        return " ".join(self._lines[number][1:]) if 0 <= number < len(self._lines) else ""
