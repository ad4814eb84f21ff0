"""The things on the canvas: a card for each column and field, a line for each row."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui import speech
from ui.pages.mapping import canvas_paint as paint
from ui.pages.mapping.canvas_layout import CARD, curve
from ui.pages.mapping.canvas_paint import CHIP, CHIP_GAP, PORT, Look
from ui.theme import colour

Chip = tuple[str, str]  # words, tone
_DASHES = {"error": [5.0, 4.0], "violet": [2.0, 3.0]}
_LEAST_CHIP = 64.0
_REACH = 12.0  # how near a click must come to a line


class CardItem(QGraphicsItem):
    """One column or field. Painted once and kept as a picture until it changes."""

    def __init__(self, source: bool, name: str, look: Look, mirrored: bool) -> None:
        super().__init__()
        self.source = source
        self.name = name
        self.look = look
        self.facts: object = None  # what the look was made of
        self.width = 100.0
        self._mirrored = mirrored
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(2)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_look(self, look: Look) -> None:
        """Show other words; what is selected stays so."""
        look.chosen, look.aimed = self.look.chosen, self.look.aimed
        self.look = look
        self.update()

    def put(self, box: QRectF) -> bool:
        """Stand at `box`; False if it stood there."""
        if box.width() == self.width and box.topLeft() == self.pos():
            return False
        if box.width() != self.width:
            self.prepareGeometryChange()
            self.width = box.width()
        self.setPos(box.topLeft())
        return True

    def light(self, *, chosen: bool, aimed: bool = False) -> None:
        """Show whether the card is selected, or aimed at by a line that is being drawn."""
        if (self.look.chosen, self.look.aimed) != (chosen, aimed):
            self.look.chosen, self.look.aimed = chosen, aimed
            self.update()

    def boundingRect(self) -> QRectF:
        """The card with its port."""
        return QRectF(-PORT - 1, -1, self.width + 2 * PORT + 2, CARD + 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        """Paint the card."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, self.width, CARD)
        paint.card(painter, box, self.look, self.source, self._mirrored)


class LinkItem(QGraphicsItem):
    """One line; its chips (how sure, and what happens on the way) are an item of their own."""

    def __init__(self, source: str, target: str) -> None:
        super().__init__()
        self.source = source
        self.target = target
        self.tone = "muted"
        self.chips: list[Chip] = []
        self.facts: object = None  # what the look was made of
        self.chosen = False
        self.aimed = False
        self._solid = False
        self._way: tuple[QPointF, QPointF, float] | None = None
        self._path = QPainterPath()
        self.strip = ChipsItem(self)
        self._shape: QPainterPath | None = None
        self.setZValue(1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_look(self, tone: str, solid: bool, chips: list[Chip]) -> None:
        """Show another colour and other chips; `put` gives them their place."""
        self.tone, self._solid = tone, solid
        if chips != self.chips:
            self.chips = chips
            self._way = None
        self.update()
        self.strip.update()

    def put(self, start: QPointF, end: QPointF, room: float) -> bool:
        """Run from port to port; chips find place in `room`, the rest is counted. False if nothing
        moved."""
        if self._way == (start, end, room):
            return False
        self._way = (start, end, room)
        self.prepareGeometryChange()
        self._path = curve(start, end)
        self._shape = None
        self.strip.put((start + end) / 2, room - 24, start.x() > end.x())
        return True

    def light(self, *, chosen: bool, aimed: bool = False) -> None:
        """Show whether the line is selected, or aimed at by a transform that is being dropped."""
        if (self.chosen, self.aimed) != (chosen, aimed):
            self.chosen, self.aimed = chosen, aimed
            self.setZValue(1.5 if chosen or aimed else 1)
            self.update()

    def boundingRect(self) -> QRectF:
        """The line with its glow."""
        return self._path.boundingRect().adjusted(-6, -6, 6, 6)

    def shape(self) -> QPainterPath:
        """What a click may hit."""
        if self._shape is None:
            stroker = QPainterPathStroker()
            stroker.setWidth(_REACH)
            self._shape = stroker.createStroke(self._path)
        return self._shape

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        """Paint the line."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.chosen or self.aimed:
            painter.setPen(QPen(colour(self.tone, 0.25), 8))
            painter.drawPath(self._path)
        pen = QPen(colour(self.tone), 2.6 if self.chosen else 1.8)
        if not self._solid and self.tone in _DASHES:
            pen.setDashPattern(_DASHES[self.tone])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)


class ChipsItem(QGraphicsItem):
    """The chips of a line: above every line, so that none hides what another one says."""

    def __init__(self, link: LinkItem) -> None:
        super().__init__()
        self.link = link
        self._boxes: list[tuple[QRectF, str, str]] = []
        self.setZValue(2)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def put(self, middle: QPointF, room: float, mirrored: bool) -> None:
        """Stand around `middle` in `room`; what has no place is counted."""
        self.prepareGeometryChange()
        shown = fitting(self.link.chips, room)
        widths = [paint.chip_width(text) for text, _ in shown]
        left = middle.x() - (sum(widths) + CHIP_GAP * max(0, len(widths) - 1)) / 2
        self._boxes = []
        pairs = list(zip(shown, widths, strict=True))
        for (text, tone), width in reversed(pairs) if mirrored else pairs:
            self._boxes.append((QRectF(left, middle.y() - CHIP / 2, width, CHIP), text, tone))
            left += width + CHIP_GAP

    def boundingRect(self) -> QRectF:
        """All chips."""
        box = QRectF()
        for chip, *_ in self._boxes:
            box = box.united(chip)
        return box.adjusted(-1, -1, 1, 1) if self._boxes else box

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        """Paint the chips."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box, text, tone in self._boxes:
            paint.chip(painter, box, text, tone)


def fitting(chips: list[Chip], room: float) -> list[Chip]:
    """As many chips as have room, the last one shortened; the first always; the others that are
    left out as a count."""
    shown: list[Chip] = []
    used = 0.0
    for n, (text, tone) in enumerate(chips):
        more = len(chips) - n - 1
        reserve = paint.chip_width(_count(more)) + CHIP_GAP if more else 0.0
        width = paint.chip_width(text)
        if n and used + width + reserve > room:
            left = room - used - reserve
            if left >= _LEAST_CHIP:
                shown.append((paint.chip_text(text, left), tone))
                more -= 1
            if more < 0:
                return shown
            return [*shown, (_count(more + 1), tone)]
        shown.append((text, tone))
        used += width + CHIP_GAP
    return shown


def _count(more: int) -> str:
    return speech.ltr(f"+{speech.number(more)}")


class DraftLine(QGraphicsItem):
    """The line that a person is drawing."""

    def __init__(self) -> None:
        super().__init__()
        self._path = QPainterPath()
        self.setZValue(3)
        self.hide()

    def put(self, start: QPointF, end: QPointF) -> None:
        """Run from a port to the pointer."""
        self.prepareGeometryChange()
        self._path = curve(start, end)
        self.show()

    def boundingRect(self) -> QRectF:
        """The line with its width."""
        return self._path.boundingRect().adjusted(-4, -4, 4, 4)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        """Paint the line."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour("accent"), 2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawPath(self._path)
