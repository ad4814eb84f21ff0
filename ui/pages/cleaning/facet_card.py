"""The values of a field with their counts; the chosen ones can be given another value."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
)

from migrator.model.views.cleaning import Facet, Unified
from ui import speech
from ui.pages.cleaning.values_delegate import HEIGHT, ValuesDelegate
from ui.pages.cleaning.values_model import ROWS, VALUE, ValuesModel
from ui.widgets.basic import Card, SearchField, button, label
from ui.widgets.sheet import SheetHeader

SEARCH_AFTER_MS = 200


class FacetCard(Card):
    """Shows a Facet. `search_changed` when other values are wanted, `unify_wanted(groups)` when
    the chosen ones shall read the same."""

    search_changed = Signal()
    unify_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Values"))
        self.body.setContentsMargins(12, 10, 12, 12)
        self.body.setSpacing(8)
        self.model = ValuesModel()
        self.table = self._table()
        self.search = SearchField(self.tr("Search the values"))
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._timer.timeout.connect(self.search_changed)
        self.search.textChanged.connect(self._timer.start)
        self._told = label("", "small", wrap=True)
        self.value = QLineEdit()
        self.value.setPlaceholderText(self.tr("New value; nothing: empty"))
        self.value.setAccessibleName(self.tr("New value for the chosen values"))
        self.change = button(self.tr("Change"), "pencil")
        self.change.clicked.connect(self._change)
        self.value.returnPressed.connect(self._change)
        row = QHBoxLayout()
        row.addWidget(self.value, 1)
        row.addWidget(self.change)
        for one in (self.search, self._told):
            self.body.addWidget(one)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row)
        self.table.selectionModel().selectionChanged.connect(self._choose)
        self._choose()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setItemDelegate(ValuesDelegate(table))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setCornerButtonEnabled(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAccessibleName(self.tr("Values and how many rows hold them"))
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(HEIGHT)
        head = SheetHeader(table)
        table.setHorizontalHeader(head)
        head.setSectionResizeMode(VALUE, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(ROWS, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(ROWS, 120)
        return table

    def show_facet(self, facet: Facet) -> None:
        """Show the values of a field."""
        self.model.set_values(facet.values)
        empty = facet.rows - facet.field.filled
        told = self.tr("{found} different values; {empty} of {rows} rows are empty.").format(
            found=speech.number(facet.found),
            empty=speech.number(empty),
            rows=speech.number(facet.rows),
        )
        if len(facet.values) < facet.found:
            more = self.tr("The first {count} are shown: search for others.")
            told = f"{told} {more.format(count=speech.number(len(facet.values)))}"
        self._told.setText(told)
        self._choose()

    def chosen(self) -> tuple[str, ...]:
        """The values that are chosen."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedIndexes()})
        return tuple(self.model.value(row) for row in rows)

    def _choose(self, *_: object) -> None:
        values = self.chosen()
        self.value.setEnabled(bool(values))
        self.change.setEnabled(bool(values))
        if len(values) == 1:
            self.value.setText(values[0])

    def _change(self) -> None:
        values, to = self.chosen(), self.value.text().strip()
        if values and values != (to,):
            self.unify_wanted.emit((Unified(to, values),))
