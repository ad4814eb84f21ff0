"""A ring of pieces with a figure in the middle."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import colour
from ui.widgets.charts.base import Chart, Piece, sized

_THICK = 13.0


class Donut(Chart):
    """Pieces round a ring, clockwise from the top (the other way round right to left)."""

    def __init__(self, size: int = 132, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._figure = self._below = ""
        self._size = size
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_pieces(
        self, pieces: Sequence[Piece], figure: str, below: str = "", name: str = ""
    ) -> None:
        """Show other pieces, a figure in the middle and a few words below it."""
        self._pieces, self._figure, self._below = tuple(pieces), figure, below
        told = ", ".join(piece.told for piece in self._pieces if piece.told)
        self.tell(name, f"{figure} {below}. {told}")
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._size, self._size)

    def tip_at(self, point: QPointF) -> str:
        """The piece under the pointer in words; the whole in the middle."""
        from_centre = point - QPointF(self.rect().center())
        if math.hypot(from_centre.x(), from_centre.y()) < self._size / 2 - 2 * _THICK:
            return self.toolTip()
        turned = math.degrees(math.atan2(from_centre.x(), -from_centre.y())) % 360
        if self.rtl:
            turned = (360 - turned) % 360
        for start, span, piece in self._arcs():
            if start <= turned <= start + span:
                return piece.told
        return ""

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the ring and the figure."""
        painter = self.painter()
        half = _THICK / 2 + 1
        ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
        self._arc(painter, ring, "track", (0.0, 360.0))
        for start, span, piece in self._arcs():
            self._arc(painter, ring, piece.tone, (start, span))
        self._words(painter)
        painter.end()

    def _arcs(self) -> list[tuple[float, float, Piece]]:
        """Start and span in degrees, clockwise from the top."""
        whole = sum(piece.amount for piece in self._pieces)
        found, at = [], 0.0
        for piece in self._pieces:
            span = 360.0 * piece.amount / whole if whole else 0.0
            if span:
                found.append((at, max(span, 2.0), piece))
                at += span
        return found

    def _arc(self, painter: QPainter, ring: QRectF, tone: str, arc: tuple[float, float]) -> None:
        pen = QPen(colour(tone), _THICK)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        start, span = arc
        sign = 1 if self.rtl else -1  # Qt counts against the clock, in sixteenths of a degree
        painter.drawArc(ring, round((90 + sign * start) * 16), round(sign * span * 16))

    def _words(self, painter: QPainter) -> None:
        middle = QRectF(self.rect())
        painter.setPen(colour("text"))
        painter.setFont(sized(self.font(), round(self._size * 0.22), QFont.Weight.Bold))
        lift = self._size * 0.07 if self._below else 0.0
        painter.drawText(middle.translated(0, -lift), Qt.AlignmentFlag.AlignCenter, self._figure)
        painter.setPen(colour("muted"))
        painter.setFont(sized(self.font(), 11))
        below = middle.translated(0, self._size * 0.14)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._below)
