"""The first rows of a table, or of a file as it stands, as Qt models."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from migrator.model.schema import FieldType
from migrator.model.views.sources import Preview, PreviewColumn, Top
from ui import speech
from ui.models.arrow_table import MARK, NUMERIC, RAW
from ui.pages.sources import words

Index = QModelIndex | QPersistentModelIndex
BELOW = Qt.ItemDataRole.UserRole + 10  # of a column: the second line of its heading
CHOSEN = Qt.ItemDataRole.UserRole + 11  # of a column: whether a person said what it is
_NOWHERE = QModelIndex()
_NUMBERS = {FieldType.INTEGER, FieldType.DECIMAL, FieldType.FLOAT}
_LETTERS = 26


class PreviewTable(QAbstractTableModel):
    """Records with the columns' names and types; remarks on cells are marks."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: Preview | None = None
        self._notes: dict[tuple[int, int], list[str]] = {}

    def show_preview(self, preview: Preview | None) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.shown = preview
        self._notes = {}
        for note in preview.notes if preview else ():
            self._notes.setdefault((note.row, note.column), []).append(words.said(note.text))
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self.shown is None else len(self.shown.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self.shown is None else len(self.shown.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.shown is None:
            return None
        value = self.shown.rows[index.row()][index.column()]
        notes = self._notes.get((index.row(), index.column()), [])
        if role == RAW:
            return value
        if role == MARK:
            return "warning" if notes else ""
        if role == NUMERIC:
            return self.shown.columns[index.column()].type in _NUMBERS
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(notes) or None
        return (value or "") if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if self.shown is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            number = speech.number(self.shown.ordinals[section])
            return number if role == Qt.ItemDataRole.DisplayRole else None
        column = self.shown.columns[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(column)
        told = {Qt.ItemDataRole.DisplayRole: column.name, CHOSEN: column.chosen}
        return words.type_told(column.type) if role == BELOW else told.get(role)


def _tip(column: PreviewColumn) -> str:
    native = f" ({speech.ltr(column.native_type)})" if column.native_type else ""
    told = f"{speech.isolate(column.name)}\n{words.type_told(column.type)}{native}"
    if column.header and column.header != column.name:
        told += f"\n{words.header_was(column.header)}"
    return f"{told}\n{words.type_hint()}"


class TopTable(QAbstractTableModel):
    """Rows as they stand in the file, to choose the header among."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: Top | None = None
        self._width = 0

    def show_top(self, top: Top | None) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.shown = top
        self._width = max((len(row) for row in top.rows), default=0) if top else 0
        self.endResetModel()

    def is_header(self, row: int) -> bool:
        """Whether this row is the header now."""
        return self.shown is not None and str(self.shown.lines[row]) == self.shown.header

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self.shown is None else len(self.shown.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.shown is None:
            return None
        row = self.shown.rows[index.row()]
        value = row[index.column()] if index.column() < len(row) else ""
        if role == RAW:
            return value or None
        if role == MARK:
            return "info" if self.is_header(index.row()) and index.column() == 0 else ""
        return value if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if self.shown is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return speech.digits(str(self.shown.lines[section]))
        return speech.digits(str(section + 1))
