"""A staging table of any size as a Qt model: reads the visible page of memory-mapped files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from migrator.model.views.tables import CellMark, GridColumn, TableHandle
from ui import speech
from ui.models.arrow_parts import PAGE, ArrowParts, Value
from ui.models.cell_marks import Marks

Index = QModelIndex | QPersistentModelIndex
RAW = Qt.ItemDataRole.UserRole  # the stored value; WAITING while its part is on the way
MARK = Qt.ItemDataRole.UserRole + 1  # the severity of a marked cell, "" for others
NUMERIC = Qt.ItemDataRole.UserRole + 2  # whether the column holds numbers
FILTERED = Qt.ItemDataRole.UserRole + 3  # of a column: whether a filter is on it
WAITING = object()
_NUMBERS = {"integer", "decimal", "float"}
_NOTHING = QModelIndex()


class ArrowTable(QAbstractTableModel):
    """The rows of a table version, some of its columns, and marks on its cells.

    `part_wanted(number)` asks for a part that is looked at and not here; `marks_wanted(page)` for
    the marks of a page of PAGE rows that is looked at for the first time.
    """

    part_wanted = Signal(int)
    marks_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.handle: TableHandle | None = None
        self.columns: tuple[GridColumn, ...] = ()
        self.marks = Marks()
        self._parts: ArrowParts | None = None
        self._filtered: set[str] = set()
        self._choices: list[dict[str, str]] = []

    # -- what is shown

    def show_table(self, handle: TableHandle, columns: Sequence[GridColumn]) -> None:
        """Show another table (or version), in its stored order, with nothing read yet."""
        self.beginResetModel()
        self.handle = handle
        self._take(columns)
        self._parts = ArrowParts(handle)
        self.marks.clear(bool(handle.marks))
        self.endResetModel()

    def show_columns(self, columns: Sequence[GridColumn]) -> None:
        """Show these columns."""
        self.beginResetModel()
        self._take(columns)
        self.endResetModel()

    def _take(self, columns: Sequence[GridColumn]) -> None:
        self.columns = tuple(columns)
        self._choices = [
            {value: f"{speech.say(told)} ({value})" for value, told in one.choices}
            for one in self.columns
        ]

    def show_order(self, path: str) -> None:
        """Show the rows whose positions stand in this file, in its order."""
        if self._parts is not None:
            self.beginResetModel()
            self._parts.order(path)
            self.marks.clear(self.marks.wanted)
            self.endResetModel()

    def show_filtered(self, columns: Iterable[str]) -> None:
        """Say which columns (as in the file) have a filter on them."""
        self._filtered = set(columns)
        if self.columns:
            last = len(self.columns) - 1
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    def add_part(self, number: int, path: str) -> None:
        """A part is here: cells that waited for it can be read."""
        if self._parts is not None:
            self._parts.add(number, path)
            self._repaint()

    def add_marks(self, page: int, marks: Iterable[CellMark]) -> None:
        """The marks of a page are here."""
        self.marks.add(page, marks)
        first, last = page * PAGE, min((page + 1) * PAGE, self.rowCount()) - 1
        if self.columns and first <= last:
            end = self.index(last, len(self.columns) - 1)
            self.dataChanged.emit(self.index(first, 0), end)

    def lacking(self) -> list[int]:
        """The parts that are not here yet."""
        return self._parts.lacking() if self._parts else []

    def part_count(self) -> int:
        """How many parts the table has."""
        return self._parts.count if self._parts else 0

    # -- what programs ask

    def value(self, row: int, column: str) -> Any:
        """The stored value of any column of the file, hidden ones too; WAITING if it is not here
        yet."""
        if self._parts is None or self._parts.needed(row) is not None:
            return WAITING
        return self._parts.value(row, column)

    def is_here(self, row: int) -> bool:
        """Whether this row can be read, or there is none."""
        return self._parts is None or row >= self._parts.rows or self._parts.needed(row) is None

    def look(self, row: int, column: int) -> tuple[Any, str, bool]:
        """What a delegate paints, in one call: the stored value (or WAITING; of a picklist with
        its name), the severity of the cell's mark ("" for none), and whether the column holds
        numbers."""
        if self._parts is None:
            return None, "", False
        one = self.columns[column]
        value = self._named(column, self._cell(row, one.column))
        page = row // PAGE
        if self.marks.ask(page):
            self.marks_wanted.emit(page)
        mark = self.marks.severity(self._parts.position(row), one.name) if self.marks.any else ""
        return value, mark, one.type in _NUMBERS

    def row_id(self, row: int) -> int | None:
        """The row id of a shown row; None if the table has none, or it is not here yet."""
        key = self.handle.key if self.handle else ""
        found = self.value(row, key) if key else None
        return int(found) if isinstance(found, int) else None

    def positions(self, page: int) -> tuple[int, ...]:
        """Places in the table of the rows of a page."""
        first = page * PAGE
        last = min(first + PAGE, self.rowCount())
        return tuple(self._parts.positions(first, last)) if self._parts and first < last else ()

    def block(self, first: int, last: int, columns: Sequence[str]) -> list[list[Value]]:
        """Cells of the rows from `first` to before `last`, for copying; empty, and the parts are
        asked for, while some are not here."""
        if self._parts is None:
            return []
        missing = self._parts.missing(first, last)
        for part in sorted(missing):
            self.part_wanted.emit(part)
        return [] if missing else self._parts.block(first, last, columns)

    # -- what Qt asks

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() or self._parts is None else self._parts.rows

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._parts is None:
            return None
        if role == NUMERIC:
            return self.columns[index.column()].type in _NUMBERS
        if role in {RAW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            value = self._cell(index.row(), self.columns[index.column()].column)
            return value if role == RAW else self._told(value, index, role)
        if role in {MARK, Qt.ItemDataRole.ToolTipRole}:
            return self._marked(index, role)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return self._row_number(section) if role == Qt.ItemDataRole.DisplayRole else None
        if section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == FILTERED:
            return column.column in self._filtered
        if role == Qt.ItemDataRole.ToolTipRole:
            label = speech.say(column.label)
            return label if label == column.name else f"{label}\n{speech.ltr(column.name)}"
        return speech.say(column.label) if role == Qt.ItemDataRole.DisplayRole else None

    # -- inside

    def _cell(self, row: int, column: str) -> Any:
        assert self._parts is not None
        needed = self._parts.needed(row)
        if needed is not None:
            self.part_wanted.emit(needed)
            return WAITING
        return self._parts.value(row, column)

    def _named(self, column: int, value: Any) -> Any:
        """A value of a picklist with what people call it before it; others as they are."""
        return self._choices[column].get(value, value) if self._choices[column] else value

    def _told(self, value: Any, index: Index, role: int) -> str:
        """The value for people, kept apart from the text around it; never for copying."""
        if value is WAITING:
            return "…"
        value = self._named(index.column(), value)
        text = "" if value is None else str(value)
        if role == Qt.ItemDataRole.DisplayRole:
            return speech.isolate(text) if text else ""
        if not text:
            text = self.tr("No value") if value is None else self.tr("Empty text")
        found = self._marked(index, Qt.ItemDataRole.ToolTipRole)
        return f"{text}. {found}" if found else text

    def _marked(self, index: Index, role: int) -> Any:
        """The severity of the cell's mark, or what it says."""
        assert self._parts is not None
        page = index.row() // PAGE
        if self.marks.ask(page):
            self.marks_wanted.emit(page)
        column = self.columns[index.column()]
        cell = self._parts.position(index.row()), column.name
        if role == MARK:
            return self.marks.severity(*cell)
        return self.marks.sentences(*cell, speech.say(column.label)) or None

    def _row_number(self, row: int) -> str:
        number: Any = row + 1
        if self.handle and self.handle.number and row < self.rowCount():
            found = self.value(row, self.handle.number)
            number = found if isinstance(found, int) else number
        return speech.number(number)

    def _repaint(self) -> None:
        if self.columns and self.rowCount():
            last = self.index(self.rowCount() - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, 0)
