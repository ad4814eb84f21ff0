"""Groups of values that may mean the same, ticked and with the value each shall read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from migrator.model.views.cleaning import Unified, ValueGroup
from ui import speech
from ui.visible import visible

Index = QModelIndex | QPersistentModelIndex
GROUP = Qt.ItemDataRole.UserRole
CHOSEN = Qt.ItemDataRole.UserRole + 1


class GroupsModel(QAbstractListModel):
    """Rows are ValueGroups. A group is ticked when it shall be made alike; EditRole is the value
    it shall read."""

    ticked = Signal(int)  # how many are ticked now

    def __init__(self) -> None:
        super().__init__()
        self._groups: list[ValueGroup] = []
        self._chosen: list[str] = []
        self._ticks: set[int] = set()

    def set_groups(self, groups: Sequence[ValueGroup]) -> None:
        """Show other groups, none ticked, each with its suggestion."""
        self.beginResetModel()
        self._groups = list(groups)
        self._chosen = [group.suggestion for group in groups]
        self._ticks = set()
        self.endResetModel()
        self.ticked.emit(0)

    def tick_all(self, on: bool) -> None:
        """Tick every group, or none."""
        self._ticks = set(range(len(self._groups))) if on else set()
        if self._groups:
            self.dataChanged.emit(self.index(0), self.index(len(self._groups) - 1))
        self.ticked.emit(len(self._ticks))

    def unified(self) -> tuple[Unified, ...]:
        """The ticked groups with what they shall read."""
        return tuple(
            Unified(self._chosen[n], tuple(one.value for one in self._groups[n].values))
            for n in sorted(self._ticks)
        )

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._groups)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = index.row()
        group, chosen = self._groups[row], self._chosen[row]
        on = row in self._ticks
        told: dict[int, Any] = {
            GROUP: group,
            CHOSEN: chosen,
            Qt.ItemDataRole.EditRole: chosen,
            Qt.ItemDataRole.DisplayRole: visible(chosen),
            Qt.ItemDataRole.AccessibleTextRole: self._told(group, chosen),
            Qt.ItemDataRole.ToolTipRole: "\n".join(visible(v.value) for v in group.values),
            Qt.ItemDataRole.CheckStateRole: (
                Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            ),
        }
        return told.get(role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid():
            return False
        row = index.row()
        if role == Qt.ItemDataRole.CheckStateRole:
            if Qt.CheckState(value) == Qt.CheckState.Checked:
                self._ticks.add(row)
            else:
                self._ticks.discard(row)
        elif role == Qt.ItemDataRole.EditRole:
            self._chosen[row] = str(value or "").strip()
            self._ticks.add(row)
        else:
            return False
        self.dataChanged.emit(index, index)
        self.ticked.emit(len(self._ticks))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsEditable
        )

    def _told(self, group: ValueGroup, chosen: str) -> str:
        values = ", ".join(visible(one.value) for one in group.values)
        told = self.tr("{values} become {chosen}")
        return told.format(values=values, chosen=speech.isolate(visible(chosen)))
