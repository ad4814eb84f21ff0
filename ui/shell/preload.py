"""Loads the pages one by one while nobody waits for them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from ui.shell.pages import PAGES, page_class

PAUSE_MS = 40  # between two pages; what a person does comes first


class Preload(QObject):
    """Begins when the window stands; the first visit of a page then finds its code loaded."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(PAGES)
        self._timer = QTimer(self, interval=PAUSE_MS)
        self._timer.timeout.connect(self._load_one)
        self._timer.start()

    def _load_one(self) -> None:
        page_class(self._left.pop(0))
        if not self._left:
            self._timer.stop()
