"""A small table of texts that people type into or paste into: value maps, reference tables."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


class TextGrid(QAbstractTableModel):
    """Rows of texts, all of one width, and an empty row at the end to go on typing in.

    `dataChanged`, `rowsInserted`, `rowsRemoved` and `modelReset` tell that `rows()` changed.
    """

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = list(titles)
        self._rows: list[list[str]] = [self._empty()]

    def rows(self) -> list[list[str]]:
        """The rows that hold something."""
        return [list(row) for row in self._rows if any(row)]

    def set_rows(self, rows: Sequence[Sequence[str]], titles: Sequence[str] | None = None) -> None:
        """Show other rows (and columns); short rows are filled up, cells beyond are dropped."""
        self.beginResetModel()
        if titles is not None:
            self._titles = list(titles)
        width = len(self._titles)
        self._rows = [[*row, *[""] * width][:width] for row in rows]
        self._rows.append(self._empty())
        self.endResetModel()

    def paste(self, text: str, at: int) -> None:
        """Put tab-separated lines, as a spreadsheet copies them, in from row `at` on."""
        lines = [line.split("\t") for line in text.replace("\r\n", "\n").split("\n")]
        while lines and not any(lines[-1]):
            lines.pop()
        kept = self._rows[:-1]
        self.set_rows([*kept[:at], *lines, *kept[at:]])

    def remove(self, rows: Sequence[int]) -> None:
        """Take rows out; the empty one at the end stays."""
        for row in sorted(set(rows), reverse=True):
            if row < len(self._rows) - 1:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()

    def _empty(self) -> list[str]:
        return [""] * len(self._titles)

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in _SHOWN:
            return None
        return self._rows[index.row()][index.column()]

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        row = index.row()
        self._rows[row][index.column()] = str(value or "")
        self.dataChanged.emit(index, index)
        if row == len(self._rows) - 1 and any(self._rows[row]):
            end = len(self._rows)
            self.beginInsertRows(QModelIndex(), end, end)
            self._rows.append(self._empty())
            self.endInsertRows()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._titles[section] if section < len(self._titles) else None
