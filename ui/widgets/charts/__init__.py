"""Charts: small widgets that paint themselves, in the colours of the theme as it is now.

Everything runs the way the language does (mirrored right to left), except axes of numbers. What a
chart shows is told in words too: its accessible description, and a tool tip for each piece.
"""

from ui.widgets.charts.bar_rows import BarRow, BarRows
from ui.widgets.charts.base import Piece
from ui.widgets.charts.donut import Donut
from ui.widgets.charts.histogram import Column, Histogram
from ui.widgets.charts.legend import Legend
from ui.widgets.charts.sparkbar import Sparkbar
from ui.widgets.charts.stacked_bar import StackedBar

__all__ = [
    "BarRow",
    "BarRows",
    "Column",
    "Donut",
    "Histogram",
    "Legend",
    "Piece",
    "Sparkbar",
    "StackedBar",
]
