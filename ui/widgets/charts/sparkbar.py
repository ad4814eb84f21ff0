"""A tiny bar for one share."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.charts.base import Piece
from ui.widgets.charts.stacked_bar import StackedBar


class Sparkbar(StackedBar):
    """One share between 0 and 1, 44 px wide; its tone tells how good it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(5, parent)
        self.setFixedWidth(44)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, told: str, tone: str = "") -> None:
        """Show another share; without a tone it goes from green over amber to red."""
        shown = tone or ("ok" if share >= 0.95 else "warn" if share >= 0.5 else "error")
        self.show_pieces([Piece(share, shown, told)], whole=1.0, name=told)
