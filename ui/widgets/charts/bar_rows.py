"""Bars under each other, each with a name and a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import speech
from ui.theme import colour
from ui.widgets.charts.base import Chart, Piece, mirrored, paint_stack, sized, tabular, write

_STEP, _BAR = 24.0, 6.0


@dataclass(frozen=True)
class BarRow:
    """One bar: its name as it is in the data, its pieces, the figure at its end, and all of it in
    words."""

    name: str
    pieces: tuple[Piece, ...]
    figure: str
    told: str = ""


class BarRows(Chart):
    """Named bars. With `clickable`, a row can be chosen by mouse or keyboard: `chosen` carries its
    number."""

    chosen = Signal(int)

    def __init__(self, *, clickable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[BarRow, ...] = ()
        self._whole = 1.0
        self._current = 0
        self._clickable = clickable
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_rows(self, rows: Sequence[BarRow], whole: float = 0.0, name: str = "") -> None:
        """Show other rows; `whole` is the amount of a full track (0: the longest bar)."""
        self._rows, self._current = tuple(rows), 0
        longest = max((sum(p.amount for p in row.pieces) for row in self._rows), default=0.0)
        self._whole = whole or longest or 1.0
        self.tell(name, "; ".join(row.told or f"{row.name}: {row.figure}" for row in self._rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line for each row."""
        return QSize(220, int(_STEP * len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        """As high as it needs to be."""
        return QSize(120, int(_STEP * len(self._rows)))

    def tip_at(self, point: QPointF) -> str:
        """The row under the pointer in words."""
        number = int(point.y() // _STEP)
        if not 0 <= number < len(self._rows):
            return ""
        row = self._rows[number]
        return row.told or f"{speech.isolate(row.name)}: {row.figure}"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer."""
        number = int(event.position().y() // _STEP)
        if self._clickable and 0 <= number < len(self._rows):
            self._current = number
            self.update()
            self.chosen.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down, choose by Enter or the space bar."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if self._clickable and event.key() in steps:
            wanted = self._current + steps[Qt.Key(event.key())]
            self._current = min(max(wanted, 0), len(self._rows) - 1)
            self.update()
        elif self._clickable and event.key() in {
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Space,
        }:
            self.chosen.emit(self._current)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint name, figure and bar of every row."""
        painter = self.painter()
        figures = tabular(sized(self.font(), 12))
        wide = QFontMetricsF(figures)
        end = max((wide.horizontalAdvance(row.figure) for row in self._rows), default=0.0) + 10
        for number, row in enumerate(self._rows):
            line = QRectF(0, _STEP * number, self.width(), _STEP)
            if self._clickable and self.hasFocus() and number == self._current:
                painter.fillRect(line, colour("selected"))
            self._row(painter, line, row, end)
            painter.setPen(colour("muted"))
            place = mirrored(QRectF(line.right() - end, line.top(), end, _STEP), line, self.rtl)
            write(painter, place, row.figure, rtl=self.rtl, end=True, font=figures)
        painter.end()

    def _row(self, painter: QPainter, line: QRectF, row: BarRow, end: float) -> None:
        room = line.width() - end
        named = room * 0.52
        painter.setPen(colour("text"))
        place = mirrored(QRectF(0, line.top(), named - 8, _STEP), line, self.rtl)
        font = sized(self.font(), 12)
        write(painter, place, speech.isolate(row.name), rtl=self.rtl, font=font)
        middle = line.center().y() - _BAR / 2
        bar = mirrored(QRectF(named, middle, room - named, _BAR), line, self.rtl)
        paint_stack(painter, bar, row.pieces, whole=self._whole, rtl=self.rtl)
