"""The values of a field with their counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from migrator.model.views.cleaning import ValueCount
from ui import speech
from ui.visible import visible

Index = QModelIndex | QPersistentModelIndex
COUNT = Qt.ItemDataRole.UserRole
SHARE = Qt.ItemDataRole.UserRole + 1
VALUE, ROWS = range(2)


class ValuesModel(QAbstractTableModel):
    """Rows are ValueCounts, the most frequent first; SHARE is a row's part of the most frequent
    one."""

    def __init__(self) -> None:
        super().__init__()
        self._values: list[ValueCount] = []

    def set_values(self, values: Sequence[ValueCount]) -> None:
        """Show other values."""
        self.beginResetModel()
        self._values = list(values)
        self.endResetModel()

    def value(self, row: int) -> str:
        """The value of a row."""
        return self._values[row].value

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._values)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self._values[index.row()]
        if role == COUNT:
            return one
        if role == SHARE:
            return one.rows / self._values[0].rows
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            shown = visible(one.value)
            return shown if index.column() == VALUE else speech.number(one.rows)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == VALUE:
            return visible(one.value)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section == ROWS
            side = Qt.AlignmentFlag.AlignTrailing if right else Qt.AlignmentFlag.AlignLeading
            return int(Qt.AlignmentFlag.AlignVCenter | side)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Value"), self.tr("Rows"))[section]
