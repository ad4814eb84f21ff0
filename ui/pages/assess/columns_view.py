"""Tables on one side, the columns of the chosen one beside them, the chosen column in full."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QWidget,
)

from migrator.model.views.assess import Assessment, ColumnDetail, ColumnLine, TableLine
from ui import speech
from ui.latest import Latest
from ui.operations import assess
from ui.pages.assess.columns_list import ColumnsList, Show
from ui.pages.assess.tables_list import TablesList
from ui.session import Session
from ui.widgets.basic import GAP, Card, SearchField, button, label
from ui.widgets.column_profile import ColumnProfileView

TABLES, DETAIL = 216, 296


class ColumnsView(QWidget):
    """`leave(tables, columns)` and `keep(tables, columns)` ask to leave out or take back columns
    of one table, or the tables themselves where no columns are given; `rows_wanted(table, column,
    what, value)` asks to see a table's rows, all of them or those behind a figure."""

    leave = Signal(object, object)
    keep = Signal(object, object)
    rows_wanted = Signal(object, str, str, str)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = ""
        self.tables = TablesList(cards=False)
        self.columns = ColumnsList()
        self.search = SearchField(self.tr("Find a column"))
        self.sort_of = QComboBox()
        self.detail = ColumnProfileView(links=True)
        self._columns_asked = Latest(self, self._show_columns, self.failed.emit)
        self._detail_asked = Latest(self, self._show_detail, self.failed.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._tables_card())
        row.addWidget(self._columns_card(), 1)
        row.addWidget(self._detail_card())
        self._connect()

    # -- building

    def _tables_card(self) -> Card:
        card = Card(self.tr("Tables"))
        card.setFixedWidth(TABLES)
        card.body.setContentsMargins(8, 12, 8, 10)
        card.body.addWidget(self.tables, 1)
        self.table_button = button("", flat=True)
        card.body.addWidget(self.table_button)
        return card

    def _columns_card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(10, 12, 10, 10)
        self.title = label("", "h2")
        self.count = label("", "small")
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.count)
        self.sort_of.setAccessibleName(self.tr("Which columns"))
        for sort_of, words in self._sorts():
            self.sort_of.addItem(words, sort_of)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.sort_of)
        card.body.addLayout(top)
        card.body.addLayout(tools)
        card.body.addWidget(self.columns, 1)
        self.nothing = label("", "muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card.body.addWidget(self.nothing, 1)
        return card

    def _sorts(self) -> list[tuple[Show, str]]:
        return [
            (Show.ALL, self.tr("All columns")),
            (Show.ODD, self.tr("With odd values")),
            (Show.PERSONAL, self.tr("Personal data")),
            (Show.EMPTY, self.tr("Empty")),
            (Show.LEFT_OUT, self.tr("Left out")),
        ]

    def _detail_card(self) -> Card:
        card = Card()
        card.setFixedWidth(DETAIL)
        card.body.setContentsMargins(14, 12, 6, 10)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.detail.setContentsMargins(0, 0, 8, 0)
        area.setWidget(self.detail)
        # The card shows through; setWidget lets its widget fill a ground of its own.
        area.viewport().setAutoFillBackground(False)
        self.detail.setAutoFillBackground(False)
        card.body.addWidget(area, 1)
        self.column_button = button("", "eye-off")
        self.rows_button = button(self.tr("Show rows"), "table")
        low = QHBoxLayout()
        low.setSpacing(8)
        low.addWidget(self.column_button)
        low.addWidget(self.rows_button)
        low.addStretch(1)
        card.body.addLayout(low)
        return card

    def _connect(self) -> None:
        self.tables.chosen.connect(self._ask_columns)
        self.tables.selectionModel().selectionChanged.connect(lambda: self._name_buttons())
        self.columns.chosen.connect(self._ask_detail)
        self.columns.filtered.connect(self._say_count)
        self.columns.selectionModel().selectionChanged.connect(lambda: self._name_buttons())
        self.search.textChanged.connect(lambda: self._narrow())
        self.sort_of.currentIndexChanged.connect(lambda: self._narrow())
        self.table_button.clicked.connect(self._turn_tables)
        self.column_button.clicked.connect(self._turn_columns)
        self.rows_button.clicked.connect(lambda: self._want_rows("", ""))
        self.detail.rows_wanted.connect(self._want_rows)

    # -- showing

    def show_assessment(self, found: Assessment) -> None:
        """Show other figures; the chosen table and column stay where they are still there."""
        before = self.tables.current()
        self._wanted = self._wanted or self._current_column()
        self.tables.show_lines(found.tables)
        now = self.tables.current()
        if now is not None and before is not None and now.no == before.no:
            self._ask_columns(now)

    def show_column(self, table: str, column: str) -> None:
        """Look at a table by its key, and at one of its columns."""
        self.search.clear()
        self.sort_of.setCurrentIndex(0)
        before = self.tables.current()
        if not self.tables.show_key(table):
            return
        self._wanted = column
        now = self.tables.current()
        if now is not None and before is not None and now.no == before.no:
            if not (column and self.columns.show_column(column)):
                self._ask_columns(now)
            else:
                self._wanted = ""

    def _ask_columns(self, line: TableLine) -> None:
        self.title.setText(speech.isolate(line.name))
        self._columns_asked.ask(assess.columns(session=self._session, no=line.no))
        self._name_buttons()

    def _show_columns(self, lines: Sequence[ColumnLine]) -> None:
        wanted, self._wanted = self._wanted, ""
        self.columns.show_lines(lines, wanted)
        self._narrow()
        self._name_buttons()

    def _ask_detail(self, line: ColumnLine) -> None:
        table = self.tables.current()
        if table is not None:
            self._detail_asked.ask(assess.column(self._session, table=table.key, column=line.name))

    def _show_detail(self, detail: Any) -> None:
        assert isinstance(detail, ColumnDetail)
        self.detail.show_detail(detail)
        self.detail.show()

    def _narrow(self) -> None:
        self.columns.narrow(self.search.text(), Show(self.sort_of.currentData()))

    def _say_count(self) -> None:
        shown, every = self.columns.counts
        words = self.tr("{shown} of {all} columns").format(
            shown=speech.number(shown), all=speech.number(every)
        )
        self.count.setText(words if shown != every else "")
        self.columns.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.detail.setVisible(bool(shown) and self.columns.current() is not None)
        left = (table := self.tables.current()) is not None and not table.keep
        self.nothing.setText(
            self.tr("This table is left out: it is not read.")
            if left
            else self.tr("No column fits.")
            if every
            else self.tr("Nothing is known yet.")
        )

    # -- leaving out

    def _name_buttons(self) -> None:
        tables, columns = self.tables.marked(), self.columns.marked()
        back = bool(tables) and all(not line.keep for line in tables)
        many = len(tables) > 1
        words = (
            (self.tr("Take tables back") if many else self.tr("Take the table back"))
            if back
            else (self.tr("Leave tables out…") if many else self.tr("Leave the table out…"))
        )
        self.table_button.setText(words)
        self.table_button.setEnabled(bool(tables))
        back = bool(columns) and all(line.left_out for line in columns)
        self.column_button.setText(self.tr("Take back") if back else self.tr("Leave out…"))
        shown = self.columns.current() is not None and self.columns.counts[0] > 0
        self.column_button.setEnabled(shown and bool(columns))
        table = self.tables.current()
        self.rows_button.setEnabled(table is not None and table.profiled)

    def _turn_tables(self) -> None:
        tables = self.tables.marked()
        back = all(not line.keep for line in tables)
        (self.keep if back else self.leave).emit(tables, [])

    def _turn_columns(self) -> None:
        columns, table = self.columns.marked(), self.tables.current()
        if table is not None and columns:
            back = all(line.left_out for line in columns)
            (self.keep if back else self.leave).emit([table], columns)

    def _want_rows(self, what: str, value: str) -> None:
        table = self.tables.current()
        if table is not None:
            self.rows_wanted.emit(table, self._current_column(), what, value)

    def _current_column(self) -> str:
        line = self.columns.current()
        return line.name if line is not None else ""
