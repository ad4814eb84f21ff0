"""The colours by what they mean. Text on every ground has a contrast of at least 4.5 to 1."""

from __future__ import annotations

from PySide6.QtGui import QColor

LIGHT = {
    "window": "#F4F5F7",
    "card": "#FFFFFF",
    "sunken": "#F7F8FA",
    "border": "#E1E4EA",
    "control": "#B4BBC7",
    "text": "#171A21",
    "muted": "#5A6272",
    "faint": "#767F90",
    "accent": "#2158E0",
    "accent_hover": "#1B4AC0",
    "accent_soft": "#E8EEFD",
    "accent_ink": "#1D4BC4",
    "on_accent": "#FFFFFF",
    "ok": "#0E6E49",
    "ok_soft": "#E0F4EA",
    "warn": "#8A5200",
    "warn_soft": "#FDF0D9",
    "error": "#B3261E",
    "error_soft": "#FCE6E4",
    "violet": "#5B3DB8",
    "violet_soft": "#EEE9FB",
    "hover": "#EEF0F4",
    "selected": "#E8EEFD",
    "track": "#E6E9EF",
}

DARK = {
    "window": "#14171C",
    "card": "#1C2026",
    "sunken": "#181B21",
    "border": "#2E343D",
    "control": "#59626F",
    "text": "#ECEEF2",
    "muted": "#A3ACBA",
    "faint": "#8B95A5",
    "accent": "#6C9BFF",
    "accent_hover": "#86ADFF",
    "accent_soft": "#1F2D4D",
    "accent_ink": "#8FB3FF",
    "on_accent": "#0D1526",
    "ok": "#4CCB93",
    "ok_soft": "#17372B",
    "warn": "#F2B84B",
    "warn_soft": "#3B2E14",
    "error": "#FF8078",
    "error_soft": "#44211F",
    "violet": "#B8A1FF",
    "violet_soft": "#2D2547",
    "hover": "#262B33",
    "selected": "#1F2D4D",
    "track": "#2A3038",
}

_tokens = dict(LIGHT)


def use(dark: bool) -> None:
    """Look colours up in the dark or the light list from now on."""
    _tokens.update(DARK if dark else LIGHT)


def value(token: str) -> str:
    """The colour called `token` as #RRGGBB; KeyError for an unknown name."""
    return _tokens[token]


def colour(token: str, alpha: float = 1.0) -> QColor:
    """The colour called `token` as it is now: look it up when painting, the theme may change."""
    found = QColor(_tokens[token])
    if alpha < 1:
        found.setAlphaF(alpha)
    return found
