"""One threshold of the score histogram: a line with a grip, moved by mouse or keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import speech
from ui.theme import colour
from ui.widgets.charts.base import sized

WIDTH = 72
HALF = 7  # of the line's side that takes hold of it too
GRIP = 20
REST_MS = 700
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class Threshold(QWidget):
    """Knows its score; where that stands is the histogram's business. Keys count as let go once
    they rest for a moment, or the focus leaves."""

    stepped = Signal(int)
    dragged = Signal(int)  # x in the parent
    released = Signal()

    def __init__(self, name: str, tone: str, parent: QWidget, *, upper: bool) -> None:
        super().__init__(parent)
        self._name, self._tone, self._upper = name, tone, upper
        self.value = 1.0
        self._line = 0
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.released)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    def set_value(self, value: float) -> None:
        """Stand at a score."""
        self.value = value
        words = self.tr("{name} from {score}").format(name=self._name, score=self.told)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @property
    def told(self) -> str:
        """The score as percent."""
        return at_told(self.value)

    def stand(self, x: int, room: QRect) -> None:
        """Put the line at `x` of the parent; the grip stands on the outer side of it, so that two
        thresholds side by side can both be read."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = x - HALF if self._upper != rtl else x - WIDTH + HALF
        left = max(room.left(), min(left, room.right() - WIDTH))
        self._line = x - left
        self.setGeometry(left, room.top(), WIDTH, room.height())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows move by one stop; Enter lets go at once."""
        by = _STEPS.get(Qt.Key(event.key()), 0)
        sideways = event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}
        if by:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.stepped.emit(-by if rtl and sideways else by)
            self._rest.start()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._rest.isActive():
            self._let_go()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """What was moved by keys is let go."""
        if self._rest.isActive():
            self._let_go()
        self.update()
        super().focusOutEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show that keys move this one, above the other."""
        self.raise_()
        self.update()
        super().focusInEvent(event)

    def _let_go(self) -> None:
        self._rest.stop()
        self.released.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take hold."""
        self.raise_()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the mouse while it holds."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(round(self.mapToParent(event.position()).x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._let_go()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """A line, and a grip that tells the score."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self._tone), 2))
        painter.drawLine(QPointF(self._line, GRIP), QPointF(self._line, self.height()))
        font = sized(self.font(), 11)
        painter.setFont(font)
        wide = min(self.width() - 2.0, painter.fontMetrics().horizontalAdvance(self.told) + 16.0)
        leftwards = self._line > self.width() / 2
        grip = QRectF(self._line - (wide - 1 if leftwards else 1), 1, wide, GRIP - 1)
        focused = self.hasFocus()
        painter.setPen(QPen(colour("accent" if focused else self._tone), 2 if focused else 1))
        painter.setBrush(colour(f"{self._tone}_soft"))
        painter.drawRoundedRect(grip, 9, 9)
        painter.setPen(colour(self._tone))
        painter.drawText(grip, Qt.AlignmentFlag.AlignCenter, self.told)
        painter.end()


def at_told(value: float) -> str:
    """A threshold as percent, with as many decimals as it has."""
    decimals = next((n for n in range(4) if abs(round(value, n + 2) - value) < 1e-9), 4)
    return speech.percent(value, decimals)
