"""How values are spread, as columns over an axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import colour
from ui.widgets.charts.base import Chart, sized, tabular

_AXIS = 18.0


@dataclass(frozen=True)
class Column:
    """One column: its amount, and what it is in words. `label` stands below it where there is
    room; `tone` is the token of its colour."""

    amount: float
    told: str
    label: str = ""
    tone: str = "accent"


class Histogram(Chart):
    """Columns side by side. The axis runs from left to right in every language, as numbers do."""

    def __init__(self, height: int = 96, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._under = -1
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_columns(self, columns: Sequence[Column], name: str = "") -> None:
        """Show other columns."""
        self._columns, self._under = tuple(columns), -1
        told = "; ".join(column.told for column in self._columns if column.amount)
        self.tell(name, told)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as one likes."""
        return QSize(200, self._height)

    def tip_at(self, point: QPointF) -> str:
        """The column under the pointer in words."""
        at = self._at(point)
        return self._columns[at].told if at >= 0 else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the column under the pointer."""
        self._mark(self._at(event.position()))

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002
        """Mark none."""
        self._mark(-1)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint columns, axis and labels."""
        painter = self.painter()
        base = self.height() - _AXIS
        painter.fillRect(QRectF(0, base, self.width(), 1), colour("border"))
        full = max((column.amount for column in self._columns), default=0) or 1
        for number, column in enumerate(self._columns):
            place = self._place(number)
            tall = (base - 4) * column.amount / full
            if column.amount:
                tall = max(tall, 2.0)
            tone = colour(column.tone, 1.0 if number == self._under or self._under < 0 else 0.55)
            top = QRectF(place.left(), base - tall, place.width(), tall)
            painter.fillPath(_round_top(top), tone)
        self._labels(painter, base)
        painter.end()

    def _labels(self, painter: QPainter, base: float) -> None:
        """As many labels as fit: the first, the last, and those between that do not touch."""
        painter.setPen(colour("muted"))
        painter.setFont(tabular(sized(self.font(), 11)))
        metrics = painter.fontMetrics()
        free = -1.0e9
        last = len(self._columns) - 1
        end_width = metrics.horizontalAdvance(self._columns[last].label) if self._columns else 0
        for number, column in enumerate(self._columns):
            width = metrics.horizontalAdvance(column.label)
            middle = self._place(number).center().x()
            left = min(max(0.0, middle - width / 2), self.width() - width)
            if left < free or (number != last and left + width > self.width() - end_width - 10):
                continue
            place = QRectF(left, base + 2, width + 1, _AXIS - 2)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, column.label)
            free = left + width + 10

    def _place(self, number: int) -> QRectF:
        width = self.width() / max(len(self._columns), 1)
        gap = min(2.0, width * 0.15)
        return QRectF(width * number + gap / 2, 0, min(width - gap, 42.0), self.height() - _AXIS)

    def _at(self, point: QPointF) -> int:
        width = self.width() / max(len(self._columns), 1)
        number = int(point.x() // width)
        return number if 0 <= number < len(self._columns) else -1

    def _mark(self, number: int) -> None:
        if number != self._under:
            self._under = number
            self.update()


def _round_top(rect: QRectF) -> QPainterPath:
    """The rectangle with its upper corners rounded."""
    radius = min(3.0, rect.width() / 2, rect.height())
    path = QPainterPath()
    path.moveTo(rect.bottomLeft())
    path.lineTo(rect.left(), rect.top() + radius)
    path.quadTo(rect.topLeft(), QPointF(rect.left() + radius, rect.top()))
    path.lineTo(rect.right() - radius, rect.top())
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + radius))
    path.lineTo(rect.bottomRight())
    path.closeSubpath()
    return path
