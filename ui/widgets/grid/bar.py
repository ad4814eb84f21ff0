"""Above the grid: search with its hits, what is filtered, and which columns are shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from migrator.model.views.tables import GridColumn
from ui import speech
from ui.widgets.basic import SearchField, button, label

TYPING_MS = 300
CHIP_LETTERS = 48


class GridBar(QWidget):
    """Emits `searched(text)`, `unfiltered(column)` and `toggled(column name)`."""

    searched = Signal(str)
    unfiltered = Signal(str)
    toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(self.tr("Search in all columns"))
        self.search.setMaximumWidth(300)
        self._hits = label("", "small")
        self._columns = button(self.tr("Columns"), "list-checks", flat=True)
        self._menu = QMenu(self)
        self._columns.setProperty("menu", True)
        self._columns.setMenu(self._menu)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(lambda: self.searched.emit(self.search.text()))
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.search.returnPressed.connect(self._at_once)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._chip_row = QWidget()
        chips = QHBoxLayout(self._chip_row)
        chips.setContentsMargins(0, 0, 0, 0)
        chips.addLayout(self._chips)
        chips.addStretch(1)
        self._chip_row.hide()
        self.tools = QHBoxLayout()  # for what a page adds
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.search, 1)
        row.addWidget(self._hits)
        row.addStretch(1)
        row.addLayout(self.tools)
        row.addWidget(self._columns)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(row)
        box.addWidget(self._chip_row)

    def clear(self) -> None:
        """Empty the search without searching."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._typing.stop()

    def show_hits(self, rows: int, of: int) -> None:
        """How many rows are shown, and of how many."""
        if rows == of:
            words = self.tr("{rows} rows").format(rows=speech.number(rows))
        else:
            words = self.tr("{rows} of {of} rows").format(
                rows=speech.number(rows), of=speech.number(of)
            )
        self._hits.setText(words)

    def say(self, words: str) -> None:
        """Say something short where the hits stand."""
        self._hits.setText(words)

    def show_chips(self, chips: Sequence[tuple[str, str]]) -> None:
        """Show filters as (column, words), each with a way to remove it."""
        while item := self._chips.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for column, words in chips:
            cut = words if len(words) <= CHIP_LETTERS else f"{words[:CHIP_LETTERS]}…"
            chip = button(cut, "x", flat=True)
            chip.setToolTip(self.tr("Remove this filter"))
            chip.setCheckable(True)
            chip.setChecked(True)
            chip.clicked.connect(lambda _=False, name=column: self.unfiltered.emit(name))
            self._chips.addWidget(chip)
        self._chip_row.setVisible(bool(chips))

    def show_columns(self, columns: Sequence[GridColumn], shown: set[str]) -> None:
        """Offer these columns; `shown` ones are ticked."""
        self._menu.clear()
        for column in columns:
            action = self._menu.addAction(speech.say(column.label).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(column.name in shown)
            action.triggered.connect(lambda _=False, name=column.name: self.toggled.emit(name))

    def _at_once(self) -> None:
        self._typing.stop()
        self.searched.emit(self.search.text())
