"""Tabs: one part of a page at a time, named above it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget


class Tabs(QWidget):
    """Parts under a row of names; `changed(index)` when another one is looked at."""

    changed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QTabBar(drawBase=False, expanding=False)
        self.bar.setAccessibleName(name)
        self.bar.setUsesScrollButtons(True)
        self.stack = QStackedWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.bar)
        box.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self._show)

    def add(self, title: str, part: QWidget) -> int:
        """Add a part; returns its place."""
        self.stack.addWidget(part)
        return self.bar.addTab(title)

    @property
    def current(self) -> int:
        """The place of the part that is looked at."""
        return self.bar.currentIndex()

    def show_part(self, place: int) -> None:
        """Look at another part."""
        self.bar.setCurrentIndex(place)

    def rename(self, place: int, title: str) -> None:
        """Give a part another name."""
        if self.bar.tabText(place) != title:
            self.bar.setTabText(place, title)

    def _show(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self.changed.emit(place)
