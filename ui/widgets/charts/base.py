"""What every chart shares: mirroring, tool tips for pieces, words for screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPainterPath, QTextOption
from PySide6.QtWidgets import QToolTip, QWidget

from ui.theme import colour


@dataclass(frozen=True)
class Piece:
    """A part of a whole: its amount, the token of its colour, and what it is in words."""

    amount: float
    tone: str
    told: str = ""


class Chart(QWidget):
    """A widget that paints figures. `tell` sets what screen readers say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)

    @property
    def rtl(self) -> bool:
        """Whether it runs from right to left."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def tell(self, name: str, described: str = "") -> None:
        """The chart's name, and its figures in words."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(described)

    def tip_at(self, point: QPointF) -> str:  # noqa: ARG002
        """What the piece under `point` is, in words; "" for none."""
        return ""

    def event(self, event: QEvent) -> bool:
        """Answer a request for a tool tip by the piece under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            told = self.tip_at(QPointF(event.pos())) or self.toolTip()
            if told:
                QToolTip.showText(event.globalPos(), told, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in another theme, font or direction."""
        self.updateGeometry()
        self.update()
        super().changeEvent(event)

    def painter(self) -> QPainter:
        """A painter on this widget with smooth edges; end it."""
        made = QPainter(self)
        made.setRenderHint(QPainter.RenderHint.Antialiasing)
        return made


def tabular(font: QFont) -> QFont:
    """The font with digits of one width, for figures that stand under each other."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def sized(font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The font in another size and weight."""
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made


def mirrored(rect: QRectF, within: QRectF, rtl: bool) -> QRectF:
    """`rect`, turned round inside `within` when things run from right to left."""
    if not rtl:
        return rect
    left = within.left() + within.right() - rect.right()
    return QRectF(left, rect.top(), rect.width(), rect.height())


def piece_rects(
    rect: QRectF, pieces: Sequence[Piece], whole: float, rtl: bool
) -> list[tuple[QRectF, Piece]]:
    """Where each piece of a stacked bar lies. A piece that is not nothing is at least 2 px wide,
    so that a rare trouble is seen; the longest piece gives what that takes."""
    full = whole or sum(piece.amount for piece in pieces) or 1.0
    widths = [rect.width() * piece.amount / full for piece in pieces]
    least = [max(width, 2.0) if width > 0 else 0.0 for width in widths]
    over = sum(least) - max(sum(widths), min(sum(least), rect.width()))
    if over > 0:
        longest = least.index(max(least))
        least[longest] = max(2.0, least[longest] - over)
    found, at = [], rect.left()
    for piece, width in zip(pieces, least, strict=True):
        if width:
            place = QRectF(at, rect.top(), width, rect.height())
            found.append((mirrored(place, rect, rtl), piece))
            at += width
    return found


def paint_stack(
    painter: QPainter, rect: QRectF, pieces: Sequence[Piece], *, whole: float = 0.0, rtl: bool
) -> None:
    """A stacked bar with round ends on a track."""
    outline = QPainterPath()
    outline.addRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(outline, colour("track"))
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    for place, piece in piece_rects(rect, pieces, whole, rtl):
        painter.fillRect(place, colour(piece.tone))
    painter.restore()


def write(
    painter: QPainter, rect: QRectF, text: str, *, rtl: bool, end: bool = False, font: QFont
) -> float:
    """One line of text at the reading side of `rect` (at its other side with `end`), shortened to
    fit. Returns the width it takes."""
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(rect.width(), 0.0))
    right = rtl != end
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    # Absolute: the side is ours to choose, whatever the direction of the text.
    align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(direction)
    painter.drawText(rect, shown, option)
    return metrics.horizontalAdvance(shown)
