"""Step 2: drop files or connect a database, see every table, correct how it is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from migrator.model.changes import ChangeSet
from migrator.model.views.sources import Added, Overview, Place
from ui import icons
from ui.operations import sources
from ui.pages.page import Page
from ui.pages.sources import words
from ui.pages.sources.acts import Acts
from ui.pages.sources.chooser import choose_files, choose_folder
from ui.pages.sources.connect_dialog import ConnectDialog
from ui.pages.sources.drop import DropZone, dropped
from ui.pages.sources.looking import Looking
from ui.pages.sources.parts import light_up
from ui.pages.sources.refused import RefusedPanel
from ui.pages.sources.source_pane import SourcePane
from ui.pages.sources.table_pane import TablePane
from ui.pages.sources.tree import SourcesList
from ui.session import Session
from ui.widgets.split import Split


class SourcesPage(Page):
    """The list on one side, what is looked at on the other; an empty project shows where to
    drop."""

    step = "sources"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.overview: Overview | None = None
        self._reading = 0
        self.setAcceptDrops(True)
        self._next = ""
        self.zone = DropZone()
        self.refused = RefusedPanel()
        self.list = SourcesList()
        self.table = TablePane()
        self.source = SourcePane()
        self.acts = Acts(self, self.list, self.table, self.source)
        self.panes = QStackedWidget()
        self.stack = QStackedWidget()
        self.splitter = Split()
        self.looking = Looking(self, self.list, self.table, self.source)
        self._build()
        self._connect()

    def title(self) -> str:
        return self.tr("Sources")

    def intro(self) -> str:
        return self.tr(
            "What the old data is read from. Look at each table, correct what was guessed wrong,"
            " leave out what nobody needs. The sources themselves are never changed."
        )

    def blocker(self) -> str:
        plan = self.session.state.plan if self.session.state else None
        if plan is None or not plan.sources:
            return self.tr("Add a file or database first.")
        if not any(choice.keep for spec in plan.sources for choice in spec.tables):
            return self.tr("Keep at least one table.")
        return ""

    def _build(self) -> None:
        self.add = self.header.add_action(self.tr("Add"), "plus", lambda: None)
        menu = QMenu(self.add)
        menu.addAction(icons.icon("file-plus"), self.tr("Files…"), self._choose_files)
        menu.addAction(icons.icon("folder-plus"), self.tr("A folder…"), self._choose_folder)
        menu.addAction(icons.icon("database"), self.tr("A database…"), self._connect_database)
        self.add.setProperty("menu", True)
        self.add.setMenu(menu)
        self.read = self.header.add_action(
            self.tr("Read all tables"), "play", self.acts.read_all, primary=True
        )
        for pane in (self.table, self.source):
            self.panes.addWidget(pane)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.panes)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([290, 710])
        self.list.setMinimumWidth(230)
        self.stack.addWidget(self.zone)
        self.stack.addWidget(self.splitter)
        self.body.addWidget(self.refused)
        self.body.addWidget(self.stack, 1)
        self._show_empty(not (self.session.state and self.session.state.plan.sources))

    def _connect(self) -> None:
        self.zone.files_wanted.connect(self._choose_files)
        self.zone.folder_wanted.connect(self._choose_folder)
        self.zone.database_wanted.connect(self._connect_database)
        self.refused.again.connect(lambda place: self.add_places([place]))
        self.list.looked_at.connect(self._look)
        self.table.menu_wanted.connect(lambda: self.list.pop_up(self.table.more))

    # -- what is shown

    def refresh(self) -> None:
        self._reading += 1
        job = sources.overview(session=self.session)
        job.finished.connect(self._read_overview)
        job.then(self._show_overview, self.fail)

    def _read_overview(self) -> None:
        self._reading -= 1

    def on_changed(self, changes: ChangeSet, initiator: Any) -> None:  # noqa: ARG002
        self.refresh()

    def _show_overview(self, overview: Overview) -> None:
        self.overview = overview
        self._show_empty(not overview.sources)
        self.header.set_pills(self._pills(overview))
        self.read.setVisible(overview.kept > 0 and overview.snapshot != "fresh")
        self.list.show_overview(overview)
        if self._next:
            self.list.look_at_source(self._next)
            self._next = ""
        self._look()
        self.acts.notice(overview)
        self.blocker_changed.emit()

    def _show_empty(self, empty: bool) -> None:
        self.stack.setCurrentWidget(self.zone if empty else self.splitter)
        self.add.setVisible(not empty)
        if empty:
            self.read.setVisible(False)

    def _pills(self, overview: Overview) -> list[tuple[str, str]]:
        if not overview.sources:
            return []
        kept = words.counted(overview.kept, self.tr("1 table kept"), self.tr("{count} tables kept"))
        pills = [(kept, "info" if overview.kept else "warn")]
        if overview.snapshot == "fresh":
            rows = words.counted(overview.rows, self.tr("1 row read"), self.tr("{count} rows read"))
            pills.append((rows, "ok"))
        elif overview.kept:
            stale = overview.snapshot == "stale"
            told = self.tr("to be read again") if stale else self.tr("not read yet")
            pills.append((told, "warn" if stale else "plain"))
        unread = sum(t.unreadable for s in overview.sources for t in s.tables)
        if unread:
            told = words.counted(
                unread, self.tr("1 record unreadable"), self.tr("{count} records unreadable")
            )
            pills.append((told, "error"))
        return pills

    def _look(self) -> None:
        self.panes.setCurrentWidget(self.table if self.looking.look() else self.source)

    @property
    def pending(self) -> bool:
        """Whether something that is shown is still on its way."""
        return self._reading > 0 or self.looking.pending

    # -- adding

    def _choose_files(self) -> None:
        choose_files(self, self.add_paths)

    def _choose_folder(self) -> None:
        choose_folder(self, self.add_paths)

    def _connect_database(self) -> None:
        dialog = ConnectDialog(self.session, self)
        dialog.wanted.connect(lambda place: self.add_places([place]))
        dialog.open()

    def add_paths(self, paths: Sequence[str]) -> None:
        """Add files and folders."""
        self.add_places([Place(path) for path in paths])

    def add_places(self, places: Sequence[Place]) -> None:
        """Add places of any kind, all as one step."""
        if places:
            self.refused.forget(places)
            job = sources.add(session=self.session, places=places)
            job.then(self._added, self.fail)

    def _added(self, added: Added) -> None:
        self.refused.add(added.refused, len(added.sources))
        self.acts.tell_added(added)
        if added.sources:
            self._next = added.sources[0]
            self.refresh()

    # -- dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._light_up(True)

    def _light_up(self, active: bool) -> None:
        for frame in (self.zone, self.list.hint):
            light_up(frame, active)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light_up(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light_up(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.add_paths(dropped(event.mimeData()))
