"""DataGrid: a staging table of any size with search, filters, order, marks and copying."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from migrator.model.views.tables import Ask, GridColumn, Rows, TableHandle
from ui import speech
from ui.messages import Failure
from ui.models.arrow_table import WAITING, ArrowTable
from ui.session import Session
from ui.widgets.grid.bar import GridBar
from ui.widgets.grid.choice import Choice
from ui.widgets.grid.clipboard import MOST_ROWS
from ui.widgets.grid.columns import arranged
from ui.widgets.grid.copying import Copying, block_of
from ui.widgets.grid.filter_popup import FilterPopup
from ui.widgets.grid.frame import NO_HIT, NO_ROWS, ROWS, GridFrame
from ui.widgets.grid.loading import TableLoader
from ui.widgets.grid.menus import cell_menu, column_menu
from ui.widgets.grid.view import GridView


@dataclass(frozen=True)
class Cell:
    """One cell: the row's id (None if it has none), the column, and what is stored there."""

    row_id: int | None
    column: GridColumn
    value: Any


class DataGrid(QWidget):
    """Shows the staging table that `show_table` names.

    `row_activated(entity or table name, row id)` when a row is opened; `cell_changed(Cell or
    None)` when another cell is current; `menu_wanted(QMenu, Cell)` lets a page add to the menu of
    a cell; `loaded(rows)` when the first rows are here; `failed(Failure)` beside the grid's own
    sentence.
    """

    row_activated = Signal(str, object)
    cell_changed = Signal(object)
    menu_wanted = Signal(object, object)
    loaded = Signal(int)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.model = ArrowTable(self)
        self.view = GridView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Table"))
        self.bar = GridBar()
        self._loader = TableLoader(session, self.model, self)
        self._copying = Copying(self.model, self)
        self._filter = FilterPopup(self)
        self.choice = Choice(self)
        self._hidden: set[str] = set()
        self._name = ""
        self._beside = ""
        self._fresh = False  # nobody chose columns of this table yet
        self._fit_later = False
        self._tell_later = False
        self._build()
        self._connect()

    # -- what pages call

    def show_table(
        self,
        name: str,
        marks: tuple[str, ...] | None = None,
        where: Rows | None = None,
        beside: str = "",
    ) -> None:
        """Show a staging table ("clean_contact"), only the rows of `where`. `marks` names issue
        tables that speak of its rows; None takes those of the table itself. The column `beside`
        stands next to the first one. Order, filters and hidden columns stay while it is the same
        table."""
        where = where or Rows()
        self._fit_later = self._fit_later or beside != self._beside
        self._beside = beside
        if name != self._name:
            self._hidden, self._name, self._fit_later, self._fresh = set(), name, True, True
            self.choice.begin(where)
            self.bar.clear()
            self._show_ask()
        self.choice.look_at(where)
        self._busy(0, 0)
        self._loader.open(name, self.choice.ask, marks)

    def current(self) -> Cell | None:
        """The current cell; None if there is none, or its row is not here yet."""
        return self._cell(self.view.currentIndex())

    def look_at(self, column: str) -> None:
        """Make the first row's cell of a column current, and bring it into view."""
        names = [one.name for one in self.model.columns]
        if column in names and self.rows:
            self.view.setCurrentIndex(self.model.index(0, names.index(column)))
            self.view.scrollTo(self.view.currentIndex())

    def chosen_ids(self, limit: int = 1_000) -> tuple[int, ...]:
        """The ids of the rows that are chosen, at most `limit` of them."""
        runs = block_of(self.view.selectionModel().selection()).rows
        rows = islice((row for first, last in runs for row in range(first, last)), limit)
        found = (self.model.row_id(row) for row in rows)
        return tuple(one for one in found if one is not None)

    @property
    def rows(self) -> int:
        """How many rows are shown."""
        return self.model.rowCount()

    @property
    def ready(self) -> bool:
        """Whether what was asked for is shown."""
        return not self._loader.busy and not self.model.lacking()

    # -- building

    def _build(self) -> None:
        self._frame = GridFrame(self.view, self.clear_choice)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.bar)
        box.addWidget(self._frame, 1)

    def _connect(self) -> None:
        self._loader.opened.connect(self._take_handle)
        self._loader.ordered.connect(self._take_rows)
        self._loader.progressed.connect(self._busy)
        self._loader.failed.connect(self._fail)
        self._copying.copied.connect(self._say_copied)
        self.choice.changed.connect(self._change)
        self._filter.chosen.connect(self.choice.set_filter)
        self.bar.searched.connect(self.choice.search)
        self.bar.unfiltered.connect(lambda column: self.choice.set_filter(column, None))
        self.bar.toggled.connect(self.toggle_column)
        self.view.copy_wanted.connect(self.copy)
        self.view.opened.connect(self._open_row)
        self.view.customContextMenuRequested.connect(self._cell_menu)
        self.view.heading.order_wanted.connect(
            lambda section, further: self.choice.cycle(self.model.columns[section].column, further)
        )
        self.view.heading.customContextMenuRequested.connect(self._column_menu)
        self.view.selectionModel().currentChanged.connect(
            lambda index, _: self.cell_changed.emit(self._cell(index))
        )

    # -- what menus and keys call

    def ask_filter(self, column: GridColumn, at: QPoint) -> None:
        """Let the person say which rows a column lets through."""
        found = self.choice.filter_of(column.column)
        self._filter.ask(column.column, speech.say(column.label), found, at)

    def clear_choice(self) -> None:
        """Take search and filters away."""
        self.bar.clear()
        self.choice.clear()

    def toggle_column(self, name: str) -> None:
        """Hide a column that is shown, show one that is hidden; one always stays."""
        hidden = self._hidden ^ {name}
        if self.model.handle and any(c.name not in hidden for c in self.model.handle.columns):
            self._hidden = hidden
            self._show_columns()

    def copy(self, header: bool = False) -> None:
        """Put the selection on the clipboard as spreadsheets read it."""
        block = block_of(self.view.selectionModel().selection())
        titles = [speech.say(self.model.columns[n].label) for n in block.columns]
        if block.count and not self._copying.start(block, titles if header else ()):
            self.bar.say(
                self.tr("Too much for the clipboard: at most {rows} rows.").format(
                    rows=speech.number(MOST_ROWS)
                )
            )

    # -- inside

    def _change(self, ask: Ask) -> None:
        self._show_ask()
        self._busy(0, 0)
        self._loader.ask(ask)

    def _show_ask(self) -> None:
        sections = {c.column: n for n, c in enumerate(self.model.columns)}
        order = {
            sections[s.column]: s.descending for s in self.choice.ask.sort if s.column in sections
        }
        self.view.heading.show_order(order)
        self.model.show_filtered(f.column for f in self.choice.ask.filters)
        columns = self.model.handle.columns if self.model.handle else ()
        labels = {c.column: speech.say(c.label) for c in columns}
        chips = [
            (f.column, self._filter.told(f, labels.get(f.column, f.column)))
            for f in self.choice.ask.filters
        ]
        self.bar.show_chips(chips)

    def _take_handle(self, handle: TableHandle) -> None:
        self.choice.keep(c.column for c in handle.columns)
        if self._fresh:
            self._hidden, self._fresh = {c.name for c in handle.columns if c.hidden}, False
        shown = arranged(handle.columns, self._hidden, self._beside)
        self.model.show_table(handle, shown)
        self.bar.show_columns(handle.columns, {c.name for c in shown})
        self.view.numbers.fit(speech.number(handle.rows))
        self._show_ask()

    def _show_columns(self) -> None:
        handle = self.model.handle
        if handle is not None:
            shown = arranged(handle.columns, self._hidden, self._beside)
            self.model.show_columns(shown)
            self.view.fit_columns()
            self.bar.show_columns(handle.columns, {c.name for c in shown})
            self._show_ask()

    def _take_rows(self, rows: int) -> None:
        self.bar.show_hits(rows, self.model.handle.rows if self.model.handle else rows)
        self._frame.show_part(ROWS if rows else NO_HIT if self.choice.narrowed else NO_ROWS)
        self._tell_later = True
        self._busy(1, 1)

    def _busy(self, done: int, count: int) -> None:
        """`count` 0: under way, nobody knows how long."""
        waiting = self._loader.busy or bool(self.model.lacking()) or not count
        here = bool(done) and not self._loader.busy and self.model.is_here(0)
        if here and self._fit_later and self.view.fit_columns():
            self._fit_later = False
        if here and self._tell_later:
            self._tell_later = False
            self.loaded.emit(self.rows)
        if waiting:
            self._frame.show_progress(done, count)
        else:
            self._frame.hide_progress()

    def _fail(self, failure: Failure) -> None:
        self._frame.hide_progress()
        self.bar.say(f"{failure.message} {failure.hint}".strip())
        self.failed.emit(failure)

    def _say_copied(self, rows: int) -> None:
        self.bar.say(self.tr("{rows} rows copied").format(rows=speech.number(rows)))

    def _cell(self, index: QModelIndex) -> Cell | None:
        if not index.isValid() or index.column() >= len(self.model.columns):
            return None
        column = self.model.columns[index.column()]
        value = self.model.value(index.row(), column.column)
        return None if value is WAITING else Cell(self.model.row_id(index.row()), column, value)

    def _open_row(self, index: QModelIndex) -> None:
        row_id = self.model.row_id(index.row())
        handle = self.model.handle
        if handle is not None and row_id is not None:
            self.row_activated.emit(handle.entity or handle.name, row_id)

    def _cell_menu(self, at: QPoint) -> None:
        cell = self._cell(self.view.indexAt(at))
        if cell is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            cell_menu(self, menu, cell)
            self.menu_wanted.emit(menu, cell)
            menu.popup(self.view.viewport().mapToGlobal(at))

    def _column_menu(self, at: QPoint) -> None:
        section = self.view.heading.logicalIndexAt(at)
        if section >= 0:
            place = self.view.heading.viewport().mapToGlobal(at)
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            column_menu(self, menu, self.model.columns[section], place)
            menu.popup(place)
