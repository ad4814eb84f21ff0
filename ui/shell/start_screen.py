"""The start screen (being built)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class StartScreen(QWidget):
    open_requested = Signal(str)
    create_requested = Signal(str, str, str)
    sample_requested = Signal(str)
    forget_requested = Signal(str)

    def set_recents(self, recents: list[tuple[str, str, str]]) -> None: ...
