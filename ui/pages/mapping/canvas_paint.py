"""How cards and chips look. Colours are looked up at every painting."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication

from ui import icons
from ui.theme import colour

RADIUS = 8.0
CHIP = 20.0
CHIP_GAP = 5.0
PORT = 5.0
_TILE = 26.0
_BAR = 40.0
_BROAD = 180.0


@dataclass
class Look:
    """What a card shows. `bar` is a filled share or None; `linked` has a line, `used` is at least
    accounted for elsewhere; `aimed` is where a line that is being drawn would end."""

    name: str
    told: str
    icon: str
    bar: float | None = None
    star: bool = False
    faded: bool = False
    missing: bool = False
    linked: bool = False
    used: bool = False
    chosen: bool = False
    aimed: bool = False


def font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The application's font in another size."""
    return _font(QApplication.font().key(), pixels, weight)


@lru_cache(maxsize=32)
def _font(key: str, pixels: int, weight: QFont.Weight) -> QFont:  # noqa: ARG001 - the cache's key
    made = QFont(QApplication.font())
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made


@lru_cache(maxsize=4096)
def _advance(key: str, text: str) -> float:  # noqa: ARG001 - the cache's key
    return QFontMetricsF(font(11, QFont.Weight.Medium)).horizontalAdvance(text)


def card(painter: QPainter, rect: QRectF, look: Look, source: bool, mirrored: bool) -> None:
    """Paint one card; `rect` is its box."""
    soft = look.chosen or look.aimed
    edge = "accent" if soft else "error" if look.missing else "border"
    painter.setPen(QPen(colour(edge), 1.4 if soft or look.missing else 1.0))
    painter.setBrush(colour("accent_soft" if soft else "card"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    tile = QRectF(rect.left() + 9, rect.center().y() - _TILE / 2, _TILE, _TILE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("hover"))
    painter.drawRoundedRect(_side(tile, rect, mirrored), 6, 6)
    tone = "faint" if look.faded or not look.linked else "accent"
    spot = _side(tile, rect, mirrored).center()
    icons.icon(look.icon, tone).paint(
        painter, int(spot.x()) - 8, int(spot.y()) - 8, 16, 16, Qt.AlignmentFlag.AlignCenter
    )
    _words(painter, rect, look, mirrored)
    if _has_bar(rect, look):
        bar = QRectF(rect.right() - _BAR - 14, rect.bottom() - 14, _BAR, 4)
        _bar(painter, _side(bar, rect, mirrored), look.bar or 0.0, mirrored)
    _port(painter, rect, look, source != mirrored)


def _has_bar(rect: QRectF, look: Look) -> bool:
    """A narrow card keeps its room for words."""
    return look.bar is not None and not look.faded and rect.width() >= _BROAD


def _words(painter: QPainter, rect: QRectF, look: Look, mirrored: bool) -> None:
    start = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    align = start | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    left, room = rect.left() + 44, rect.width() - 58
    bold = font(13, QFont.Weight.DemiBold)
    metrics = QFontMetricsF(bold)
    star = metrics.horizontalAdvance(" *") if look.star else 0.0
    name = metrics.elidedText(look.name, Qt.TextElideMode.ElideRight, room - star)
    top = QRectF(left, rect.top() + 4, room, 19)
    painter.setFont(bold)
    painter.setPen(colour("faint" if look.faded else "text"))
    painter.drawText(_side(top, rect, mirrored), align, name)
    if look.star:
        at = left + metrics.horizontalAdvance(name) + 4
        painter.setPen(colour("error"))
        painter.drawText(_side(QRectF(at, rect.top() + 4, 14, 19), rect, mirrored), align, "*")
    small = font(11)
    below = room - (_BAR + 8 if _has_bar(rect, look) else 0)
    told = QFontMetricsF(small).elidedText(look.told, Qt.TextElideMode.ElideRight, below)
    painter.setFont(small)
    painter.setPen(colour("error" if look.missing else "faint" if look.faded else "muted"))
    painter.drawText(_side(QRectF(left, rect.top() + 22, below, 17), rect, mirrored), align, told)


def _bar(painter: QPainter, box: QRectF, share: float, mirrored: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("track"))
    painter.drawRoundedRect(box, 2, 2)
    width = max(2.0, box.width() * min(1.0, share)) if share else 0.0
    left = box.right() - width if mirrored else box.left()
    painter.setBrush(colour("ok" if share >= 0.9 else "warn" if share >= 0.5 else "error"))
    painter.drawRoundedRect(QRectF(left, box.top(), width, box.height()), 2, 2)


def _port(painter: QPainter, rect: QRectF, look: Look, at_right: bool) -> None:
    x = rect.right() if at_right else rect.left()
    edge = "error" if look.missing else "accent" if look.linked or look.aimed else "control"
    painter.setPen(QPen(colour(edge), 1.5))
    painter.setBrush(colour("accent" if look.linked else "control" if look.used else "card"))
    painter.drawEllipse(QPointF(x, rect.center().y()), PORT, PORT)


def _side(box: QRectF, rect: QRectF, mirrored: bool) -> QRectF:
    """`box` turned over inside `rect` when reading goes the other way."""
    if not mirrored:
        return box
    left = rect.left() + rect.right() - box.right()
    return QRectF(left, box.top(), box.width(), box.height())


# -- chips


def chip_width(text: str) -> float:
    """How wide a chip is with these words."""
    return _advance(QApplication.font().key(), text) + 18


def chip_text(text: str, width: float) -> str:
    """The words of a chip, shortened to a width."""
    metrics = QFontMetricsF(font(11, QFont.Weight.Medium))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 18)


def chip(painter: QPainter, box: QRectF, text: str, tone: str) -> None:
    """Paint one chip on a line."""
    soft = {"accent": "accent_soft", "muted": "hover"}.get(tone, f"{tone}_soft")
    ink = {"accent": "accent_ink"}.get(tone, tone)
    edge = colour(tone, 0.55)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(colour(soft))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), CHIP / 2, CHIP / 2)
    painter.setFont(font(11, QFont.Weight.Medium))
    painter.setPen(colour(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
