"""Step 5: which source column fills which target field, and what happens on the way."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from migrator.model.changes import ChangeSet
from migrator.model.views.mapping import FeedSheet, Overview, TableLine
from ui import speech
from ui.latest import Latest
from ui.operations import assess, mapping
from ui.pages.mapping.canvas import Pane
from ui.pages.mapping.deeds import Deeds
from ui.pages.mapping.document import Chosen, Document
from ui.pages.mapping.document_menu import document_menu
from ui.pages.mapping.drawing import Drawing
from ui.pages.mapping.errands import Errands
from ui.pages.mapping.feed_bar import FeedBar, idle_tables, under
from ui.pages.mapping.figures import blocker, pills, refused_words
from ui.pages.mapping.idle_panel import IdlePanel
from ui.pages.mapping.inspector import Inspector
from ui.pages.mapping.keys import add_keys
from ui.pages.mapping.record_view import RecordView
from ui.pages.mapping.row_menu import menu_for
from ui.pages.page import Page
from ui.session import Session
from ui.widgets.basic import EmptyState


class MappingPage(Page):
    """Shows one feed at a time; every change comes back through the session."""

    step = "mapping"
    needs = "profile"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.overview = Overview()
        self.feed = ""
        self.deeds = Deeds(session, self)
        self.deeds.failed.connect(self.fail)
        self.menu: QMenu | None = None
        self.errands = Errands(self, self.deeds)
        self.bar = FeedBar()
        self.pane = Pane()
        self.record = RecordView(self.deeds)
        self.idle = IdlePanel()
        self.inspector = Inspector(self.deeds)
        self.drawing = Drawing(self.deeds, self.pane, self.inspector)
        self._asked: tuple[object, str] | None = None
        self._overviews = Latest(self, self._show_overview, self.fail)
        self._sheets = Latest(self, self._show_sheet, self.fail)
        self._add_actions()
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """The heading."""
        return self.tr("Map fields")

    # -- building

    def _add_actions(self) -> None:
        suggest_menu = QMenu(self)
        suggest_menu.addAction(self.tr("For this feed"), lambda: self.deeds.suggest(self.feed))
        suggest_menu.addAction(self.tr("For every table"), lambda: self.deeds.suggest(""))
        self.suggest = self.header.add_action(
            self.tr("Suggest…"), "sparkles", lambda: under(self.suggest, suggest_menu)
        )
        self.accept = self.header.add_action(
            self.tr("Accept…"), "check-check", lambda: self.errands.open_accept(self.feed)
        )
        self.documents = document_menu(self.errands, self)
        self.document_button = self.header.add_action(
            self.tr("Document…"),
            "file-text",
            lambda: under(self.document_button, self.documents),
        )
        self.as_table, self.as_record = self.bar.as_table, self.bar.as_record

    def _lay_out(self) -> None:
        self._views = QStackedWidget()
        self._views.addWidget(self.pane)
        self._views.addWidget(self.record)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._views, 1)
        row.addWidget(self.inspector)
        self._empty = EmptyState(
            "waypoints",
            self.tr("Nothing is mapped yet"),
            self.tr(
                "Let Kooch suggest which table feeds which entity and which column fills which"
                " field. You see why, and nothing is final until you agree."
            ),
            self.tr("Suggest the mapping"),
            lambda: self.deeds.suggest(""),
        )
        self._stack = QStackedWidget()
        for one in (work, self._empty, self.idle):
            self._stack.addWidget(one)
        self.body.setSpacing(8)
        self.body.addWidget(self.bar)
        self.body.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.bar.chosen.connect(self.show_feed)
        self.bar.idle_chosen.connect(self.show_idle)
        self.bar.add_asked.connect(lambda: self.errands.open_add(self.overview))
        self.bar.setup_asked.connect(self.errands.open_setup)
        self.bar.remove_asked.connect(lambda: self.deeds.remove_feed())
        self.as_table.toggled.connect(self._show_table)
        self.as_record.toggled.connect(self._show_record)
        self.idle.feed_asked.connect(lambda table: self.errands.open_add(self.overview, table))
        self.idle.left.connect(self._leave_table)
        self.pane.chosen.connect(self._chosen)
        self.record.chosen.connect(self._from_record)
        self.pane.marks_changed.connect(lambda _: self._chosen(self.pane.selected))
        self.pane.opened.connect(self.inspector.take_focus)
        self.pane.foot.next_asked.connect(self.pane.turn_to_next)
        rows = self.pane.table
        rows.erased.connect(lambda targets: self.deeds.unmap(targets))
        rows.pasted.connect(lambda cells: self.deeds.write(cells))
        rows.rows.written.connect(lambda cells: self.deeds.write(cells))
        rows.refused.connect(lambda words: self.banner(refused_words(words), "warn"))
        for one in (self.pane.canvas.content, rows):
            one.menu_asked.connect(self._open_menu)
        self.pane.foot.transforms.toggled.connect(self._fill_palette)
        add_keys(self)

    # -- showing

    def refresh(self) -> None:
        """Read the whole document anew. What is looked at is asked first: values before and after
        of an edited row are there at once."""
        if self.feed in {feed.id for feed in self.session.plan.feeds}:
            if self.inspector.shows_row and self.deeds.feed == self.feed:
                self.inspector.row.ask_preview()
            self._ask_sheet()
        self._overviews.ask(mapping.overview(session=self.session))

    def _ask_sheet(self) -> None:
        """Read the feed, unless it is here or on the way as the project is now."""
        wanted = (self.session.state, self.feed)
        if self._asked != wanted:
            self._asked = wanted
            self._sheets.ask(mapping.sheet(session=self.session, feed=self.feed))

    def on_changed(self, changes: ChangeSet, initiator: Any) -> None:
        """The plan moved: what was refused before is past."""
        self.banner("")
        super().on_changed(changes, initiator)

    def _show_overview(self, overview: Overview) -> None:
        fresh = [f.id for f in overview.feeds if f.id not in {g.id for g in self.overview.feeds}]
        known = [f.id for f in overview.feeds]
        if self.overview.feeds and len(fresh) == 1:
            self.feed = fresh[0]  # what was just added is what a person wants to see
        elif self.feed not in known:
            self.feed = known[0] if known else ""
        self.overview = overview
        self.bar.show_overview(overview, self.feed)
        self.header.set_pills(pills(overview))
        words = self.tr("The mapping document, fingerprint {fingerprint}")
        self.document_button.setToolTip(words.format(fingerprint=speech.ltr(overview.fingerprint)))
        self._turn_to(bool(known), idle_tables(overview))
        for one in (self.as_table, self.as_record, self.accept, self.bar.feeds):
            one.setEnabled(bool(known))
        self.blocker_changed.emit()
        if self.feed:
            self._ask_sheet()

    def _turn_to(self, mapped: bool, idle: list[TableLine]) -> None:
        """The feed, or how to begin; a table that feeds nothing stays while it does."""
        there = self.idle.table
        still = next((one for one in idle if there is not None and one.no == there.no), None)
        if self._stack.currentWidget() is self.idle and still is not None:
            self.show_idle(still)
        else:
            self._stack.setCurrentIndex(0 if mapped else 1)

    def _show_sheet(self, sheet: FeedSheet) -> None:
        document = Document(sheet)
        self.deeds.document = document
        self.pane.table.owners.people = tuple(one.name for one in self.session.plan.people)
        self.pane.show_document(document)
        if self.as_record.isChecked():
            self.record.show_document(document)
        self.inspector.show_chosen(document, self.pane.selected, self.pane.marked)

    def show_feed(self, feed: str) -> None:
        """Look at another feed."""
        self.feed = feed
        self._stack.setCurrentIndex(0)
        self.bar.show_overview(self.overview, feed)
        self._ask_sheet()

    def show_idle(self, table: TableLine) -> None:
        """Look at a table that feeds nothing."""
        self.idle.show_table(table)
        self.bar.show_idle(table)
        self._stack.setCurrentIndex(2)

    def _leave_table(self, table: TableLine, reason: str) -> None:
        job = assess.leave_tables(session=self.session, numbers=[table.no], reason=reason)
        job.failed.connect(self.fail)

    def _show_table(self, on: bool) -> None:
        if on:
            self.as_record.setChecked(False)
        self.pane.set_table(on)

    def _show_record(self, on: bool) -> None:
        if on:
            self.as_table.setChecked(False)
            if self.deeds.document is not None:
                self.record.show_document(self.deeds.document)
        self._views.setCurrentWidget(self.record if on else self.pane)

    def _from_record(self, chosen: Chosen) -> None:
        self.pane.pick(chosen)

    def _chosen(self, chosen: Chosen) -> None:
        self.inspector.show_chosen(self.pane.document, chosen, self.pane.marked)

    def _open_menu(self, at: QPoint) -> None:
        document = self.pane.document
        if document is not None:
            marked = self.pane.marked
            marked = marked if len(marked) > 1 else document.marks(self.pane.selected)
            if len(marked):
                rows = {self.deeds.feed: list(marked.rows)}
                sign = partial(self.errands.open_signing, rows)
                self.menu = menu_for(self.deeds, marked, self, sign)
                self.menu.popup(at)

    def _fill_palette(self) -> None:
        self.pane.palette_strip.items.set_items(self.deeds.catalog.values())

    def blocker(self) -> str:
        """What holds people back."""
        return blocker(self.overview)
