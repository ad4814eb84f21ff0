"""One bar made of pieces."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.charts.base import Chart, Piece, paint_stack, piece_rects


class StackedBar(Chart):
    """Pieces side by side on a track; `whole` is the amount of the full track (0: their sum)."""

    def __init__(self, height: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._whole = 0.0
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pieces(self, pieces: Sequence[Piece], whole: float = 0.0, name: str = "") -> None:
        """Show other pieces."""
        self._pieces, self._whole = tuple(pieces), whole
        self.tell(name, ", ".join(piece.told for piece in self._pieces if piece.told))
        self.update()

    def sizeHint(self) -> QSize:
        """As long as one likes, and as high as was said."""
        return QSize(160, self._height)

    def tip_at(self, point: QPointF) -> str:
        """The piece under the pointer in words."""
        for place, piece in piece_rects(self._track(), self._pieces, self._whole, self.rtl):
            if place.left() <= point.x() <= place.right():
                return piece.told
        return self.accessibleDescription()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the bar."""
        painter = self.painter()
        paint_stack(painter, self._track(), self._pieces, whole=self._whole, rtl=self.rtl)
        painter.end()

    def _track(self) -> QRectF:
        return QRectF(0, (self.height() - self._height) / 2, self.width(), self._height)
