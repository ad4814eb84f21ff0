"""The recipe as a list: steps are switched with their box and dragged to another place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from migrator.model.views.cleaning import StepLine
from ui import speech

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
_MIME = "application/x-kooch-step"


class RecipeModel(QAbstractListModel):
    """Rows are StepLines in order. It changes nothing by itself: `switched(id, on)` and
    `dropped(id, position)` tell what the person wants; `position` counts without the step."""

    switched = Signal(str, bool)
    dropped = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[StepLine] = []

    def set_lines(self, lines: Sequence[StepLine]) -> None:
        """Show another recipe; rows stay where the same steps stand in the same order."""
        if [line.step.id for line in lines] == [line.step.id for line in self._lines]:
            self._lines = list(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, row: int) -> StepLine | None:
        """The step of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, step_id: str) -> int:
        """The row of a step; -1 if there is none."""
        found = (n for n, line in enumerate(self._lines) if line.step.id == step_id)
        return next(found, -1)

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        enabled = line.step.enabled
        tips = (speech.say(line.problem), line.step.note)
        told: dict[int, Any] = {
            LINE: line,
            Qt.ItemDataRole.DisplayRole: f"{speech.say(line.title)} – {speech.say(line.label)}",
            Qt.ItemDataRole.AccessibleTextRole: self._told(line),
            Qt.ItemDataRole.ToolTipRole: "\n".join(tip for tip in tips if tip) or None,
            Qt.ItemDataRole.CheckStateRole: (
                Qt.CheckState.Checked if enabled else Qt.CheckState.Unchecked
            ),
        }
        return told.get(role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        self.switched.emit(self._lines[index.row()].step.id, on)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsDragEnabled
        )

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        if indexes:
            step = self._lines[indexes[0].row()].step.id
            data.setData(_MIME, step.encode())
        return data

    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,  # noqa: ARG002 - Qt's own arguments
        parent: Index,  # noqa: ARG002
    ) -> bool:
        """Tell where it was dropped; the row moves when the plan has changed."""
        if not data.hasFormat(_MIME) or action != Qt.DropAction.MoveAction:
            return False
        step = bytes(data.data(_MIME).data()).decode()
        place = self.row_of(step)
        target = row if row >= 0 else self.rowCount()
        target -= place < target
        if place >= 0 and target != place:
            self.dropped.emit(step, target)
        return False  # the view must not take the row out itself

    def _told(self, line: StepLine) -> str:
        parts = [speech.say(line.title), speech.say(line.label), speech.say(line.problem)]
        if line.changed is not None:
            told = self.tr("{count} values changed").format(count=speech.number(line.changed))
            parts.append(told)
        return ", ".join(part for part in parts if part)
