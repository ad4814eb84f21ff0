"""Where the cards of the canvas stand: two columns, targets in an order that cuts crossings."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from ui.pages.mapping.document import Asked, Document

CARD, STEP = 44.0, 51.0  # height of a card; from one card's top to the next one's
MARGIN = 14.0
NARROW, WIDE, SHARE = 120.0, 380.0, 0.345  # a column of cards
SMALLEST = 360.0  # below this width the canvas scrolls sideways
LARGEST = 1300.0  # above it the lines would only grow longer


@dataclass(frozen=True)
class Placement:
    """Names of both sides from top to bottom."""

    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


def place(document: Document, asked: Asked) -> Placement:
    """Both sides as the filter leaves them. Required fields that nothing fills come first, then
    the mapped ones beside what fills them, constants, and the rest as the schema has them."""
    sources = [card.name for card in document.shown_sources(asked)]
    height = {name: n for n, name in enumerate(sources)}
    lacking: list[str] = []
    constant: list[str] = []
    rest: list[str] = []
    mapped: list[tuple[float, int, str]] = []
    for n, card in enumerate(document.shown_targets(asked)):
        row = document.rows.get(card.name)
        if row is None:
            (lacking if document.lacks(card) else rest).append(card.name)
            continue
        seen = [height[name] for name in row.sources if name in height]
        if seen:
            mapped.append((sum(seen) / len(seen), n, card.name))
        else:
            constant.append(card.name)
    targets = lacking
    for wanted, _, name in sorted(mapped):
        # A field nobody maps fills the place beside a column nobody maps: lines stay level.
        while rest and len(targets) < wanted:
            targets.append(rest.pop(0))
        targets.append(name)
    return Placement(tuple(sources), (*targets, *constant, *rest))


@dataclass(frozen=True)
class Frame:
    """The canvas in its own units: sources on the side where reading begins."""

    width: float
    mirrored: bool

    @property
    def column(self) -> float:
        """The width of a card."""
        return max(NARROW, min(WIDE, self.width * SHARE))

    @property
    def gap(self) -> float:
        """The room between the columns."""
        return self.width - 2 * MARGIN - 2 * self.column

    def card(self, source: bool, row: int) -> QRectF:
        """The place of a card."""
        first = source != self.mirrored
        left = MARGIN if first else self.width - MARGIN - self.column
        return QRectF(left, MARGIN + row * STEP, self.column, CARD)

    def port(self, source: bool, row: int) -> QPointF:
        """Where lines begin or end: the middle of the card's inner edge."""
        card = self.card(source, row)
        x = card.right() if source != self.mirrored else card.left()
        return QPointF(x, card.center().y())

    def height(self, placement: Placement) -> float:
        """The height of everything."""
        rows = max(len(placement.sources), len(placement.targets), 1)
        return 2 * MARGIN + rows * STEP - (STEP - CARD)


def curve(start: QPointF, end: QPointF) -> QPainterPath:
    """A line from port to port that leaves and arrives level."""
    path = QPainterPath(start)
    bend = (end.x() - start.x()) * 0.5
    path.cubicTo(QPointF(start.x() + bend, start.y()), QPointF(end.x() - bend, end.y()), end)
    return path
