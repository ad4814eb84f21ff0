"""A table of a few hundred rows that the window itself put together: cells with a tone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFont

from ui import icons
from ui.theme import colour

Index = QModelIndex | QPersistentModelIndex
KEY = Qt.ItemDataRole.UserRole
PLAIN = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Cell:
    """What one cell shows. `tone` colours the text (ok, warn, error, muted, accent_ink), `icon`
    stands before it, `number` aligns it at the end with digits of one width. `plain` is what is
    copied, when that is not the text (marks of direction are never copied)."""

    text: str
    tone: str = ""
    icon: str = ""
    tip: str = ""
    number: bool = False
    strong: bool = False
    plain: str | None = None


@dataclass(frozen=True)
class Line:
    """One row: its cells, and what it stands for."""

    cells: tuple[Cell, ...]
    key: object = None


class SmallTable(QAbstractTableModel):
    """Shows what `show` was given last; `key(row)` is what a row stands for."""

    def __init__(self, headers: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._lines: tuple[Line, ...] = ()
        self._numbers: set[int] = set()
        self._digits = QFont()
        self._digits.setFeature(QFont.Tag("tnum"), 1)

    def show(self, lines: Sequence[Line], headers: Sequence[str] | None = None) -> None:
        """Show other rows, and other headers if given."""
        self.beginResetModel()
        self._lines = tuple(lines)
        if headers is not None:
            self._headers = tuple(headers)
        first = self._lines[0].cells if self._lines else ()
        self._numbers = {at for at, cell in enumerate(first) if cell.number}
        self.endResetModel()

    def key(self, row: int) -> Any:
        """What the row stands for; None if there is no such row."""
        return self._lines[row].key if 0 <= row < len(self._lines) else None

    def row_of(self, key: object) -> int:
        """The row that stands for `key`; -1 if there is none."""
        return next((at for at, line in enumerate(self._lines) if line.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._headers)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self._headers):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(section in self._numbers)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if index.column() >= len(line.cells):
            return None
        cell = line.cells[index.column()]
        if role == KEY:
            return line.key
        if role == PLAIN:
            return cell.text if cell.plain is None else cell.plain
        return self._shown(cell, role)

    def _shown(self, cell: Cell, role: int) -> Any:
        found: Any = None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                found = cell.text
            case Qt.ItemDataRole.ToolTipRole:
                found = cell.tip or None
            case Qt.ItemDataRole.ForegroundRole:
                found = QBrush(colour(cell.tone)) if cell.tone else None
            case Qt.ItemDataRole.DecorationRole:
                found = icons.icon(cell.icon, cell.tone or "muted") if cell.icon else None
            case Qt.ItemDataRole.TextAlignmentRole:
                found = _aligned(cell.number)
            case Qt.ItemDataRole.FontRole:
                found = self._font(cell)
        return found

    def _font(self, cell: Cell) -> QFont | None:
        if cell.strong:
            font = QFont(self._digits if cell.number else QFont())
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return self._digits if cell.number else None


def _aligned(at_end: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignTrailing if at_end else Qt.AlignmentFlag.AlignLeading
    return side | Qt.AlignmentFlag.AlignVCenter
