"""Putting a theme on the application: style, palette, font, sheet."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui import resources
from ui.theme import tokens
from ui.theme.sheet import sheet
from ui.theme.tokens import colour

FAMILY = "Vazirmatn"
PIXELS = 13
# Headers and menus ask the platform for a font of their own and ignore the application's.
FONT_CLASSES = ("QHeaderView", "QMenu", "QAbstractItemView", "QToolTip")


class Scheme(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_chosen = Scheme.SYSTEM
_dark = False


def current() -> Scheme:
    """What the person chose."""
    return _chosen


def is_dark() -> bool:
    """Whether the window is dark now, by choice or because the system is."""
    return _dark


def apply(app: QApplication, scheme: Scheme) -> None:
    """Make the application look so; widgets that paint themselves look colours up anew."""
    global _chosen, _dark  # noqa: PLW0603 - the application has one look
    _chosen, _dark = scheme, _wants_dark(scheme)
    tokens.use(_dark)
    app.setStyle("Fusion")
    app.setPalette(_palette())
    _use_font(app)
    app.setStyleSheet(sheet(_dark))


def _wants_dark(scheme: Scheme) -> bool:
    if scheme is Scheme.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return scheme is Scheme.DARK


def load_fonts() -> None:
    """Let the process know the bundled typeface."""
    if FAMILY not in QFontDatabase.families():
        for weight in ("Regular", "Medium", "SemiBold", "Bold"):
            QFontDatabase.addApplicationFont(str(resources.path("fonts", f"{FAMILY}-{weight}.ttf")))


def _use_font(app: QApplication) -> None:
    load_fonts()
    font = QFont(FAMILY)
    font.setPixelSize(PIXELS)
    app.setFont(font)
    for name in FONT_CLASSES:
        app.setFont(font, name)  # type: ignore[arg-type]  # the stubs want bytes, Qt takes text


def _palette() -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "card",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "card",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "error",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.ToolTipBase: "card",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "faint",
        QPalette.ColorRole.Link: "accent_ink",
        QPalette.ColorRole.Mid: "border",
        QPalette.ColorRole.Midlight: "hover",
        QPalette.ColorRole.Dark: "control",
        QPalette.ColorRole.Light: "card",
    }
    palette = QPalette()
    for role, token in roles.items():
        palette.setColor(role, colour(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text,
                 QPalette.ColorRole.ButtonText):  # fmt: skip
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("faint"))
    return palette
