"""Fetching what is looked at: first rows, and rows to choose a header among."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from migrator.model.views.sources import Preview, Top
from ui.latest import Latest
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
        self._flying = False
        self._again = False
        self._previews = Latest(self, self._show, self._failed)
        self._tops = Latest(self, self._show_top, self._failed)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._ask_preview)
        table.top_wanted.connect(self._ask_top)

    @property
    def pending(self) -> bool:
        """Whether what is chosen is not shown yet."""
        return self._rest.isActive() or self._flying or self._tops.waiting

    def look(self) -> bool:
        """Show what is chosen in the list; True if it is a table, False for a source."""
        source, table = self._list.chosen()
        if source is None:
            return False
        if table is None:
            self._rest.stop()
            self._table.show_waiting(False)  # what was asked for it is nobody's any more
            self._source.show_card(source)
            return False
        self._table.show_card(source.id, table, source.name if alone(source) else table.name)
        self._table.show_waiting(True)
        self._rest.start()
        return True

    def _ask_preview(self) -> None:
        """Ask for what is chosen; one question at a time, or a walk through the list would leave a
        long queue."""
        source, table = self._list.chosen()
        if self._flying or source is None or table is None:
            self._again = self._flying
            return
        self._flying = True
        job = sources.preview(session=self._page.session, source=source.id, table=table.name)
        self._previews.ask(job)
        job.finished.connect(self._landed)

    def _landed(self) -> None:
        self._flying = False
        if self._again:
            self._again = False
            self._ask_preview()

    def _is_chosen(self, source: str, table: str) -> bool:
        card, chosen = self._list.chosen()
        return bool(card and chosen and (card.id, chosen.name) == (source, table))

    def _show(self, preview: Preview) -> None:
        if self._is_chosen(preview.source, preview.table):
            self._table.show_preview(preview)

    def _ask_top(self) -> None:
        source, table = self._list.chosen()
        if source is not None and table is not None:
            job = sources.top(session=self._page.session, source=source.id, table=table.name)
            self._tops.ask(job)

    def _show_top(self, top: Top) -> None:
        if self._is_chosen(top.source, top.table):
            self._table.show_top(top)

    def _failed(self, failure: Failure) -> None:
        self._table.show_waiting(False)
        self._page.fail(failure)
