"""Icons of one open set (lucide), drawn in the colours of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui import resources
from ui.theme import tokens

SIZE = 18


GAP = 6  # of 16: what an icon beside words keeps free towards them
FADED = 0.55  # of the faint colour, where the control is switched off


def icon(name: str, tone: str = "muted", *, mirrored: bool = False) -> QIcon:
    """The icon `resources/icons/<name>.svg` in the colour of a token; `mirrored` turns arrows
    round for right-to-left. OSError if there is no such file."""
    return _icon(name, tokens.value(tone), mirrored, "")


def beside_words(name: str, tone: str = "muted") -> QIcon:
    """The icon for a button that has words too: six pixels wider than high, free towards them."""
    rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return _icon(name, tokens.value(tone), False, "left" if rtl else "right")


def pixmap(name: str, tone: str = "muted", size: int = SIZE) -> QPixmap:
    """The icon as a picture of `size` device-independent pixels."""
    return icon(name, tone).pixmap(QSize(size, size))


@lru_cache(maxsize=512)
def _icon(name: str, colour: str, mirrored: bool, free: str) -> QIcon:
    svg = resources.path("icons", f"{name}.svg").read_text("utf-8")
    whole, faded = (
        QSvgRenderer(QByteArray(svg.replace("currentColor", one).encode()))
        for one in (colour, tokens.value("faint"))
    )
    made = QIcon()
    for size in (16, 18, 20, 24, 32, 36, 48, 64, 96):
        # The style's own way to fade a picture can hardly be told from the whole one on dark.
        for mode, drawing, strength in (
            (QIcon.Mode.Normal, whole, 1.0),
            (QIcon.Mode.Disabled, faded, FADED),
        ):
            image = _drawn(drawing, size, free, strength)
            flipped = image.flipped(Qt.Orientation.Horizontal) if mirrored else image
            made.addPixmap(QPixmap.fromImage(flipped), mode)
    return made


def _drawn(renderer: QSvgRenderer, size: int, free: str, strength: float) -> QImage:
    gap = size * GAP // 16 if free else 0
    image = QImage(size + gap, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(gap if free == "left" else 0, 0, size, size))
    # The picture as a whole: strokes that cross would show through each other.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(image.rect(), QColor(0, 0, 0, round(255 * strength)))
    painter.end()
    return image
