"""Distinct values before and after a step, with the rows that hold them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from migrator.model.views.cleaning import Change
from ui import speech
from ui.pages.cleaning.letters import Difference, Shown, difference
from ui.pages.cleaning.words import empty_told
from ui.visible import visible

Index = QModelIndex | QPersistentModelIndex
CHANGE = Qt.ItemDataRole.UserRole
DIFFERENCE = Qt.ItemDataRole.UserRole + 1
BEFORE, AFTER, LETTERS, ROWS = range(4)
LOOKED = 120


class ChangesModel(QAbstractTableModel):
    """Rows are Changes; columns are before, after, the changed letters, and the rows."""

    def __init__(self) -> None:
        super().__init__()
        self._changes: list[Change] = []
        self._differences: dict[int, Difference] = {}

    def set_changes(self, changes: Sequence[Change]) -> None:
        """Show other values."""
        if list(changes) == self._changes:
            return
        self.beginResetModel()
        self._changes = list(changes)
        self._differences = {}
        self.endResetModel()

    def letters(self) -> list[str]:
        """The changed letters by code point among the first values, each once."""
        looked = range(min(len(self._changes), LOOKED))
        found = (chip for row in looked for chip in self._difference(row).chips if chip != "…")
        return list(dict.fromkeys(found))

    def _difference(self, row: int) -> Difference:
        if row not in self._differences:
            change = self._changes[row]
            if change.given:
                given = " + ".join(visible(v) if v else empty_told() for v in change.given)
                after = visible(change.after) if change.after else ""
                self._differences[row] = Difference(Shown(given), Shown(after))
            else:
                self._differences[row] = difference(change.before, change.after)
        return self._differences[row]

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._changes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        change = self._changes[index.row()]
        if role == CHANGE:
            return change
        if role == DIFFERENCE:
            return self._difference(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(change, index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(change, index)
        return None

    def _text(self, change: Change, index: Index) -> str:
        told = self._difference(index.row())
        if index.column() == BEFORE:
            return told.before.text or empty_told()
        if index.column() == AFTER:
            return speech.say(change.problem) or told.after.text or empty_told()
        if index.column() == LETTERS:
            return " ".join(told.chips)
        return speech.number(change.rows)

    def _tip(self, change: Change, row: int) -> str:
        told = self._difference(row)
        lines = [told.before.text or empty_told(), told.after.text or empty_told()]
        return "\n".join([*lines, *told.chips, *filter(None, [speech.say(change.problem)])])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | _side(section == ROWS))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = (self.tr("Before"), self.tr("After"), self.tr("Letters"), self.tr("Rows"))
        return titles[section]


def _side(number: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignTrailing if number else Qt.AlignmentFlag.AlignLeading
