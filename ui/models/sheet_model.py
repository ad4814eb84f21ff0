"""A small read-only table of finished words: for tables of tens of rows, not of data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole + 1
KEY = Qt.ItemDataRole.UserRole + 2
_CENTRE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Cell:
    """What one cell shows. `tone` colours the words (ok, warn, error, muted, info or ""), `icon` is
    drawn before them in `icon_tone` (or that tone), `tip` explains; `number` stands at the far end
    in figures of one width; `ground` tones the cell itself; `copy` is what is copied (the words
    when empty)."""

    text: str
    tone: str = ""
    icon: str = ""
    icon_tone: str = ""
    tip: str = ""
    number: bool = False
    bold: bool = False
    ground: str = ""
    copy: str = ""


class SheetModel(QAbstractTableModel):
    """Rows of cells under titles; `keys` carries what each row stands for."""

    def __init__(self, titles: Sequence[str], numbers: Sequence[int] = ()) -> None:
        super().__init__()
        self._titles = list(titles)
        self._numbers = set(numbers)
        self._rows: list[Sequence[Cell]] = []
        self._keys: list[Any] = []

    def set_rows(self, rows: Sequence[Sequence[Cell]], keys: Sequence[Any] = ()) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self._keys = list(keys) or [None] * len(rows)
        self.endResetModel()

    def cell(self, row: int, column: int) -> Cell:
        """One cell."""
        return self._rows[row][column]

    def key(self, row: int) -> Any:
        """What a row stands for."""
        return self._keys[row]

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        told: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: cell.text,
            Qt.ItemDataRole.ToolTipRole: cell.tip or None,
            Qt.ItemDataRole.AccessibleTextRole: f"{cell.text} {cell.tip}".strip(),
            Qt.ItemDataRole.TextAlignmentRole: _alignment(cell.number),
            CELL: cell,
            KEY: self._keys[index.row()],
        }
        return told.get(role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._titles):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section in self._numbers)
        return None


def _alignment(number: bool) -> int:
    side = Qt.AlignmentFlag.AlignTrailing if number else Qt.AlignmentFlag.AlignLeading
    return int(side | _CENTRE)
