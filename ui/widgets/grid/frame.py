"""The card around the table view: what stands there when there are no rows, and the progress."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QProgressBar, QStackedLayout, QWidget

from ui.widgets.basic import Card, EmptyState

ROWS, NO_ROWS, NO_HIT = range(3)


class GridFrame(Card):
    """Shows the view, or why it is empty; a thin line over the upper edge tells of progress."""

    def __init__(self, view: QWidget, clear: Callable[[], object]) -> None:
        super().__init__()
        self.body.setContentsMargins(1, 1, 1, 1)
        nothing = EmptyState("table", self.tr("No rows"), self.tr("There is nothing to show here."))
        no_hit = EmptyState(
            "search",
            self.tr("Nothing fits"),
            self.tr("No row fits the search and the filters."),
            self.tr("Show all rows"),
            clear,
        )
        self._stack = QStackedLayout()
        for one in (view, nothing, no_hit):
            self._stack.addWidget(one)
        self.body.addLayout(self._stack)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Opening the table"))
        self._progress.hide()

    def show_part(self, part: int) -> None:
        """Show ROWS, NO_ROWS or NO_HIT."""
        self._stack.setCurrentIndex(part)

    def show_progress(self, done: int, count: int) -> None:
        """How far it is; `count` 0: nobody knows. Hidden when all is done."""
        self._progress.setRange(0, count)
        self._progress.setValue(done)
        self._progress.setVisible(done < count or not count)
        self._progress.raise_()

    def hide_progress(self) -> None:
        """Nothing is under way."""
        self._progress.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._progress.setGeometry(8, 0, self.width() - 16, 4)
