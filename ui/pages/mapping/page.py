"""Step 5: which source column fills which target field, and what happens on the way."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from migrator.model.changes import ChangeSet
from migrator.model.mapping import Step
from migrator.model.views.mapping import FeedSheet, Overview
from ui import icons, speech
from ui.latest import Latest
from ui.operations import mapping
from ui.pages.mapping.canvas import Pane
from ui.pages.mapping.deeds import Deeds
from ui.pages.mapping.document import Chosen, Document
from ui.pages.mapping.errands import Errands
from ui.pages.mapping.feed_bar import FeedBar, open_words, under
from ui.pages.mapping.glyphs import shown
from ui.pages.mapping.inspector import Inspector
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
        self.place_menu: QMenu | None = None
        self.errands = Errands(self, self.deeds)
        self.bar = FeedBar()
        self.pane = Pane()
        self.inspector = Inspector(self.deeds)
        self._overviews = Latest(self, self._show_overview, self.fail)
        self._sheets = Latest(self, self._show_sheet, self.fail)
        self._add_actions()
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """The heading."""
        return self.tr("Map fields")

    def intro(self) -> str:
        """What to do here."""
        return ""

    # -- building

    def _add_actions(self) -> None:
        suggest_menu = QMenu(self)
        suggest_menu.addAction(self.tr("For this feed"), lambda: self.deeds.suggest(self.feed))
        suggest_menu.addAction(self.tr("For every table"), lambda: self.deeds.suggest(""))
        self.suggest = self.header.add_action(
            self.tr("Suggest…"), "sparkles", lambda: under(self.suggest, suggest_menu)
        )
        self.accept_menu = QMenu(self)
        self.accept = self.header.add_action(
            self.tr("Accept…"), "check-check", lambda: under(self.accept, self.accept_menu)
        )
        self.as_table = self.bar.as_table
        self.as_table.toggled.connect(self.pane.set_table)
        menu = self.bar.menu
        menu.addSeparator()
        menu.addAction(icons.icon("download"), self.tr("Export the mapping…"), self.errands.export)
        menu.addAction(icons.icon("upload"), self.tr("Import a mapping…"), self.errands.import_)

    def _lay_out(self) -> None:
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.pane, 1)
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
        self._stack.addWidget(work)
        self._stack.addWidget(self._empty)
        self.body.setSpacing(8)
        self.body.addWidget(self.bar)
        self.body.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.bar.chosen.connect(self.show_feed)
        self.bar.add_asked.connect(lambda: self.errands.open_add(self.overview))
        self.bar.setup_asked.connect(self.errands.open_setup)
        self.bar.remove_asked.connect(lambda: self.deeds.remove_feed())
        self.pane.chosen.connect(self._chosen)
        scene = self.pane.canvas.content
        scene.drawn.connect(self.draw)
        scene.erased.connect(lambda targets: self.deeds.unmap(targets))
        scene.dropped.connect(self.drop_transform)
        rows = self.pane.table
        rows.erased.connect(lambda targets: self.deeds.unmap(targets))
        rows.statuses_set.connect(lambda targets, one: self.deeds.status(targets, one))
        rows.rows.status_set.connect(lambda target, one: self.deeds.status([target], one))
        rows.rows.owner_set.connect(lambda target, words: self.deeds.owner(target, words))
        rows.rows.note_set.connect(lambda target, words: self.deeds.note(target, words))
        self.pane.transforms.toggled.connect(self._fill_palette)

    # -- showing

    def refresh(self) -> None:
        """Read the whole document anew."""
        self._overviews.ask(mapping.overview(session=self.session))

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
        self._show_pills(overview)
        self.errands.fill_accept(self.accept_menu, overview, self.feed)
        self._stack.setCurrentIndex(0 if known else 1)
        for one in (self.as_table, self.accept, self.bar.feeds):
            one.setEnabled(bool(known))
        self.blocker_changed.emit()
        if self.feed:
            self._sheets.ask(mapping.sheet(session=self.session, feed=self.feed))

    def _show_pills(self, overview: Overview) -> None:
        pills = [(self.tr("{n} mapped").format(n=speech.number(overview.mapped)), "ok")]
        if overview.review:
            words = self.tr("{n} to review").format(n=speech.number(overview.review))
            pills.append((words, "warn"))
        if overview.missing:
            words = self.tr("{n} required missing").format(n=speech.number(len(overview.missing)))
            pills.append((words, "error"))
        if overview.open:
            pills.append((open_words(overview.open), "info"))
        self.header.set_pills(pills if overview.feeds else [])

    def _show_sheet(self, sheet: FeedSheet) -> None:
        document = Document(sheet)
        self.deeds.document = document
        self.pane.show_document(document)
        self.inspector.show_chosen(document, self.pane.selected)

    def show_feed(self, feed: str) -> None:
        """Look at another feed."""
        self.feed = feed
        self.bar.show_overview(self.overview, feed)
        self.errands.fill_accept(self.accept_menu, self.overview, feed)
        self._sheets.ask(mapping.sheet(session=self.session, feed=feed))

    def _chosen(self, chosen: Chosen) -> None:
        self.inspector.show_chosen(self.pane.document, chosen)

    def blocker(self) -> str:
        """Required fields that nothing fills hold people back; open columns only warn."""
        if not any(line.mapped for line in self.overview.feeds):
            return self.tr("Nothing is mapped yet")
        missing = self.overview.missing
        if not missing:
            return ""
        entity, field = missing[0]
        if len(missing) == 1:
            words = self.tr("Nothing fills the required field {field} of {entity}")
            return words.format(field=speech.say(field), entity=speech.say(entity))
        words = self.tr("{n} required fields are filled by nothing, such as {field} of {entity}")
        return words.format(
            n=speech.number(len(missing)), field=speech.say(field), entity=speech.say(entity)
        )

    # -- drawing

    def draw(self, source: str, target: str) -> None:
        """Map a column to a field. Where something fills the field already, ask whether the column
        takes its place or joins it."""
        document = self.pane.document
        if document is None:
            return
        row = document.rows.get(target)
        self.pane.choose(Chosen(source, target))
        if row is None or not row.sources:
            self.deeds.map(target, [source])
        elif source not in row.sources:
            self._ask_place(source, target, row.sources)

    def _ask_place(self, source: str, target: str, there: tuple[str, ...]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        old = " + ".join(shown(name) for name in there)
        instead = self.tr("Instead of {columns}").format(columns=old)
        beside = self.tr("Together with {columns}").format(columns=old)
        menu.addAction(instead, lambda: self.deeds.map(target, [source]))
        menu.addAction(beside, lambda: self.deeds.map(target, [*there, source]))
        self.place_menu = menu
        menu.popup(self.cursor().pos())

    def drop_transform(self, transform: str, target: str) -> None:
        """Add a transform that was dropped on a line, at the end."""
        document = self.pane.document
        if document is not None and target in document.rows:
            self.pane.choose(Chosen(next(iter(document.rows[target].sources), ""), target))
            self.inspector.show_chosen(document, self.pane.selected)
            item = self.deeds.catalog.get(transform)
            if item is not None and item.options:
                self.inspector.row.add_step(item)
            else:
                self.deeds.steps(target, [*document.rows[target].steps, Step(transform)])

    def _fill_palette(self) -> None:
        self.pane.palette_strip.items.set_items(self.deeds.catalog.values())
