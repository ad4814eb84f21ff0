"""The review queue as a list of any size: lines are fetched as they come into view."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from migrator.model.views.duplicates import QueueLine, QueuePage, Stand

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole


class QueueModel(QAbstractListModel):
    """One row a group. `wanted` asks for the lines from a place on, as they stood after decision
    `as_of`; `append` brings them."""

    wanted = Signal(int, int)  # offset, as_of

    def __init__(
        self, told: Callable[[QueueLine], tuple[str, str]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._told = told  # (name, everything in words) of a group
        self._lines: list[QueueLine] = []
        self._as_of = 0
        self._waiting = False
        self.total = 0

    def start(self, page: QueuePage) -> None:
        """Begin anew with the first window."""
        self.beginResetModel()
        self._lines = list(page.lines)
        self._as_of, self.total, self._waiting = page.as_of, page.total, False
        self.endResetModel()

    def append(self, page: QueuePage) -> None:
        """Take the next window."""
        self._waiting = False
        if not page.lines:
            self.total = len(self._lines)
            return
        first = len(self._lines)
        self.beginInsertRows(QModelIndex(), first, first + len(page.lines) - 1)
        self._lines += page.lines
        self.endInsertRows()

    def line(self, row: int) -> QueueLine | None:
        """The group at a place; None outside the list."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def settle(self, row: int, stand: Stand) -> None:
        """Show how a group stands now; the group stays in the list."""
        line = self.line(row)
        if line is not None and line.stand is not stand:
            self._lines[row] = replace(line, stand=stand)
            self.dataChanged.emit(self.index(row), self.index(row))

    def next_open(self, row: int) -> int:
        """The next group that waits for a person, from `row` on and round; -1 if none does."""
        count = len(self._lines)
        places = ((row + step) % count for step in range(1, count + 1)) if count else iter(())
        return next((n for n in places if self._lines[n].stand is Stand.TO_DECIDE), -1)

    def find(self, rows: Collection[int]) -> int:
        """The group that holds most of these rows; -1 if none holds any."""
        shared = [len(set(line.rows) & set(rows)) for line in self._lines]
        most = max(shared, default=0)
        return shared.index(most) if most else -1

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own
        """Lines that are here already."""
        return 0 if parent.isValid() else len(self._lines)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802
        """Whether there are lines that are not here yet."""
        return not parent.isValid() and not self._waiting and len(self._lines) < self.total

    def fetchMore(self, parent: Index) -> None:  # noqa: N802
        """Ask for the next window."""
        if self.canFetchMore(parent):
            self._waiting = True
            self.wanted.emit(len(self._lines), self._as_of)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The group's name, the whole line for painting, words for screen readers."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._told(line)[0]
        if role == LINE:
            return line
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._told(line)[1]
        return None
