"""Fetching what is looked at: first rows, and rows to choose a header among."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from migrator.model.views.sources import Preview, Top
from ui.messages import Failure
from ui.operations import sources
from ui.pages.page import Page
from ui.pages.sources.source_pane import SourcePane
from ui.pages.sources.table_pane import TablePane
from ui.pages.sources.tree import SourcesList
from ui.pages.sources.tree_model import alone

REST_MS = 120  # walking through the list with the arrow keys reads nothing on the way


class Looking(QObject):
    """Follows the list: what is chosen is shown, and an answer that comes too late is dropped."""

    def __init__(
        self, page: Page, listed: SourcesList, table: TablePane, source: SourcePane
    ) -> None:
        super().__init__(page)
        self._page = page
        self._list = listed
        self._table = table
        self._source = source
        self._asked = 0
        self._answered = 0
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._ask_preview)
        table.top_wanted.connect(self._ask_top)

    @property
    def pending(self) -> bool:
        """Whether what is chosen is not shown yet."""
        return self._rest.isActive() or self._answered < self._asked

    def look(self) -> bool:
        """Show what is chosen in the list; True if it is a table, False for a source."""
        source, table = self._list.chosen()
        if source is None:
            return False
        if table is None:
            self._source.show_card(source)
            return False
        self._table.show_card(source.id, table, source.name if alone(source) else table.name)
        self._table.show_waiting(True)
        self._rest.start()
        return True

    def _ask_preview(self) -> None:
        source, table = self._list.chosen()
        if source is None or table is None:
            return
        self._asked += 1
        asked = self._asked

        def show(preview: Preview) -> None:
            if asked == self._asked:
                self._answered = asked
                self._table.show_preview(preview)

        job = sources.preview(session=self._page.session, source=source.id, table=table.name)
        job.then(show, lambda failure: self._failed(asked, failure))

    def _ask_top(self) -> None:
        source, table = self._list.chosen()
        if source is None or table is None:
            return
        self._asked += 1  # a preview on its way would cover the choice
        asked = self._asked

        def show(top: Top) -> None:
            if asked == self._asked:
                self._answered = asked
                self._table.show_top(top)

        job = sources.top(session=self._page.session, source=source.id, table=table.name)
        job.then(show, lambda failure: self._failed(asked, failure))

    def _failed(self, asked: int, failure: Failure) -> None:
        if asked == self._asked:
            self._answered = asked
            self._table.show_waiting(False)
            self._page.fail(failure)
