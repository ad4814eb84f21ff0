"""Icons of one open set (lucide), drawn in the colours of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui import resources
from ui.theme import tokens

SIZE = 18


def icon(name: str, tone: str = "muted", *, mirrored: bool = False) -> QIcon:
    """The icon `resources/icons/<name>.svg` in the colour of a token; `mirrored` turns arrows
    round for right-to-left. OSError if there is no such file."""
    return _icon(name, tokens.value(tone), mirrored)


def pixmap(name: str, tone: str = "muted", size: int = SIZE) -> QPixmap:
    """The icon as a picture of `size` device-independent pixels."""
    return icon(name, tone).pixmap(QSize(size, size))


@lru_cache(maxsize=512)
def _icon(name: str, colour: str, mirrored: bool) -> QIcon:
    svg = resources.path("icons", f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    made = QIcon()
    for size in (16, 18, 20, 24, 32, 36, 48, 64, 96):
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(
            QPixmap.fromImage(image.flipped(Qt.Orientation.Horizontal) if mirrored else image)
        )
    return made
