"""Colours, fonts and the look of controls, light and dark.

Fusion with our palette, plus a style sheet whose rules reach only named kinds of control: one that
reaches a table makes a scroll step three to five times dearer.
"""

from ui.theme.apply import Scheme, apply, current, is_dark
from ui.theme.tokens import colour

__all__ = ["Scheme", "apply", "colour", "current", "is_dark"]
