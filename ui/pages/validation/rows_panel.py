"""The rows: the records of an entity that are looked at, with their marked cells."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from migrator.model.views.tables import Rows
from migrator.model.views.validation import Cause, IssueGroup, WaiverLine
from ui import icons, speech
from ui.dialogs.story_dialog import StoryDialog
from ui.pages.validation.words import place
from ui.session import Session
from ui.widgets.basic import button, label
from ui.widgets.data_grid import Cell, DataGrid

WITH_ISSUE, KEPT_BACK, READY, ALL = "issue", "quarantine", "ready", "golden"


class RowsPanel(QWidget):
    """Emits `correct_wanted(entity, row id, field)` and `waive_wanted(row ids)`."""

    correct_wanted = Signal(str, object, str)
    waive_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._entity = ""
        self._heading = ""
        self._rows = Rows()
        self._field = ""
        self._look_there = False
        self.title = label("", "h2", wrap=True)
        self.title.setMinimumWidth(60)
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Which records to show"))
        for key, words in (
            (WITH_ISSUE, self.tr("Records with this issue")),
            (KEPT_BACK, self.tr("All in quarantine")),
            (READY, self.tr("All that are ready")),
            (ALL, self.tr("All records")),
        ):
            self.which.addItem(words, key)
        self.correct = button(self.tr("Correct value…"), "pencil")
        self.correct.setToolTip(self.tr("Give the chosen cell another value (F2)"))
        self.correct.setShortcut("F2")
        self.story = button("", "history")
        self.story.setToolTip(self.tr("The whole story of the chosen record"))
        self.story.setAccessibleName(self.story.toolTip())
        self.grid = DataGrid(session)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.title, 1)
        top.addWidget(self.which)
        top.addWidget(self.correct)
        top.addWidget(self.story)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(top)
        box.addWidget(self.grid, 1)
        self._connect()

    def _connect(self) -> None:
        self.which.currentIndexChanged.connect(lambda _: self._show())
        self.grid.cell_changed.connect(lambda _: self._enable())
        self.grid.loaded.connect(self._loaded)
        self.grid.menu_wanted.connect(self._fill_menu)
        self.grid.row_activated.connect(self._tell_story)
        self.correct.clicked.connect(self._want_correction)
        self.story.clicked.connect(self._story_of_current)
        self._enable()

    # -- what the page calls

    def show_group(self, group: IssueGroup, cause: Cause | None) -> None:
        """The records of a group, or of one cause in it."""
        detail = cause.detail if cause else None
        issues = f"issues_validate_{group.entity}"
        rows = Rows(None, issues, group.field, group.code, group.severity, detail)
        self._heading = self.tr("{issue}: {place}").format(
            issue=speech.say(group.title), place=place(group)
        )
        self._look_at(group.entity, group.field, rows)

    def show_waiver(self, one: WaiverLine) -> None:
        """The records that an acceptance lets go."""
        waiver = one.waiver
        ids = None if waiver.row is None else (waiver.row,)
        issues = f"issues_validate_{waiver.entity}"
        rows = Rows(ids, issues, waiver.field, waiver.code, "warning")
        where = self.tr("{field} · {entity}").format(
            field=speech.say(one.field_label), entity=speech.say(one.entity_label)
        )
        self._heading = self.tr("{issue}: {place}").format(issue=speech.say(one.title), place=where)
        self._look_at(waiver.entity, waiver.field, rows)

    def show_entity(self, entity: str) -> None:
        """All records of an entity: there is no issue to look at."""
        self._entity, self._rows, self._field = entity, Rows(), ""
        if self.which.currentData() == WITH_ISSUE:
            self.which.setCurrentIndex(self.which.findData(ALL))
        self._show()

    # -- inside

    def _look_at(self, entity: str, field: str, rows: Rows) -> None:
        self._entity, self._field, self._rows = entity, field, rows
        self._look_there = True
        self.which.blockSignals(True)
        self.which.setCurrentIndex(0)
        self.which.blockSignals(False)
        self._show()

    def _show(self) -> None:
        if not self._entity:
            return
        which = str(self.which.currentData())
        words = self._heading if which == WITH_ISSUE else self._entity_words()
        self.title.setText(words)
        self.title.setToolTip(words)
        if which == WITH_ISSUE:
            table = f"golden_{self._entity}"
            self.grid.show_table(table, where=self._rows, beside=self._field)
        else:
            self.grid.show_table(f"{which}_{self._entity}")

    def _entity_words(self) -> str:
        """What people call the entity."""
        schema = self._session.plan.target.schema
        if not schema.has(self._entity):
            return self._entity
        found = schema.entity(self._entity)
        words = found.label_fa if speech.language() == "fa" else found.label
        return words or found.label or self._entity

    def _loaded(self, rows: int) -> None:
        if rows and self._look_there:
            self._look_there = False
            self.grid.look_at(self._field)
        self._enable()

    def _enable(self) -> None:
        cell = self.grid.current()
        fits = cell is not None and cell.row_id is not None
        self.correct.setEnabled(fits)
        self.story.setEnabled(fits)

    def _want_correction(self) -> None:
        cell = self.grid.current()
        if cell is not None and cell.row_id is not None:
            self.correct_wanted.emit(self._entity, cell.row_id, cell.column.name)

    def _story_of_current(self) -> None:
        cell = self.grid.current()
        if cell is not None and cell.row_id is not None:
            self._tell_story(self._entity, cell.row_id)

    def _tell_story(self, entity: str, gid: int) -> None:
        StoryDialog(self._session, entity, gid, self).open()

    def _fill_menu(self, menu: QMenu, cell: Cell) -> None:
        if cell.row_id is None:
            return
        menu.addSeparator()
        correct = menu.addAction(icons.icon("pencil"), self.tr("Correct value…"))
        correct.triggered.connect(
            lambda: self.correct_wanted.emit(self._entity, cell.row_id, cell.column.name)
        )
        if self.which.currentData() == WITH_ISSUE and self._rows.severity == "error":
            accept = menu.addAction(icons.icon("check"), self.tr("Accept for these records…"))
            accept.triggered.connect(lambda: self.waive_wanted.emit(self.grid.chosen_ids()))
        story = menu.addAction(icons.icon("history"), self.tr("Story of this record"))
        story.triggered.connect(lambda: self._tell_story(self._entity, cell.row_id))
