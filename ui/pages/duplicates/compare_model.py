"""Records as columns, fields as rows, what merging would keep as the last column."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from migrator.model.views.duplicates import FieldLine, Record, SideBySide
from ui import speech

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole
HEAD = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Cell:
    """One value. `agrees` with what is kept, `wins` gives it, `kept` because a person says so;
    `out` belongs to a record that is not merged; `rule` stands in the last column only."""

    text: str
    agrees: bool = False
    wins: bool = False
    kept: bool = False
    out: bool = False
    rule: str = ""


@dataclass(frozen=True)
class Head:
    """Above a column: who, from where, and whether it is merged (None: the last column)."""

    title: str
    below: str
    chosen: bool | None = None


class CompareModel(QAbstractTableModel):
    """Shows one group; read only: what a click means is told by the view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: SideBySide | None = None
        self._without: frozenset[int] = frozenset()

    def show_group(self, shown: SideBySide | None, without: Collection[int]) -> None:
        """Show a group; records in `without` are not merged."""
        self.beginResetModel()
        self._shown, self._without = shown, frozenset(without)
        self.endResetModel()

    @property
    def records(self) -> tuple[Record, ...]:
        """The records of the group."""
        return self._shown.records if self._shown else ()

    @property
    def result(self) -> int:
        """The column of what merging would keep."""
        return len(self.records)

    def field(self, row: int) -> FieldLine | None:
        """The field of a row."""
        fields = self._shown.fields if self._shown else ()
        return fields[row] if 0 <= row < len(fields) else None

    def cell(self, row: int, column: int) -> Cell | None:
        """What stands at a place."""
        line = self.field(row)
        if line is None or not 0 <= column <= self.result:
            return None
        result = _told(line, line.winner) or line.result
        if column == self.result:
            return Cell(result, True, kept=line.kept, rule=speech.say(line.rule))
        text, out = _told(line, column), self.records[column].row in self._without
        wins = line.winner == column
        agrees = not out and (wins or (bool(text) and text == result))
        return Cell(text, agrees, wins, wins and line.kept, out)

    def head(self, column: int) -> Head:
        """What stands above a column."""
        if column >= self.result:
            return Head(
                QCoreApplication.translate("Compare", "Result"),
                QCoreApplication.translate("Compare", "golden record"),
            )
        record = self.records[column]
        title = QCoreApplication.translate("Compare", "Record {number}")
        place = QCoreApplication.translate("Compare", "row {row}")
        # Each isolated by itself: three names of any direction beside each other.
        parts = (speech.isolate(record.source), speech.isolate(record.table))
        told = [place.format(row=speech.number(record.ordinal)), *dict.fromkeys(parts)]
        chosen = record.row not in self._without
        return Head(title.format(number=speech.number(column + 1)), " · ".join(told), chosen)

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own
        """Fields that some record fills."""
        return 0 if parent.isValid() or self._shown is None else len(self._shown.fields)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """The records and the result."""
        return 0 if parent.isValid() or self._shown is None else self.result + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The value, the cell for painting, words for screen readers."""
        cell = self.cell(index.row(), index.column()) if index.isValid() else None
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((*self._said(cell), cell.text))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (cell.text, *self._said(cell)) if part)
        return None

    @staticmethod
    def _said(cell: Cell) -> list[str]:
        if cell.rule:
            return [cell.rule]
        if cell.out:
            return [QCoreApplication.translate("Compare", "this record is not merged")]
        if cell.wins:
            wins = QCoreApplication.translate("Compare", "goes into the golden record")
            kept = QCoreApplication.translate(
                "Compare", "kept by you; click to let the rule choose"
            )
            return [kept if cell.kept else wins]
        if not cell.text:
            return [QCoreApplication.translate("Compare", "empty")]
        agrees = QCoreApplication.translate("Compare", "agrees with what is kept")
        differs = QCoreApplication.translate("Compare", "differs; click to keep this value")
        return [agrees if cell.agrees else differs]

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Records above, fields at the side."""
        if orientation == Qt.Orientation.Vertical:
            return self._side(self.field(section), role)
        head = self.head(section)
        told = {Qt.ItemDataRole.DisplayRole: head.title, Qt.ItemDataRole.ToolTipRole: head.below}
        return head if role == HEAD else told.get(Qt.ItemDataRole(role))

    @staticmethod
    def _side(line: FieldLine | None, role: int) -> Any:
        if line is None or role == HEAD:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return speech.say(line.label)
        if role == Qt.ItemDataRole.ToolTipRole:
            compared = QCoreApplication.translate("Compare", "compared to find duplicates")
            parts = (speech.say(line.meaning), compared if line.compared else "")
            return "\n".join(part for part in parts if part)
        return None


def _told(line: FieldLine, column: int | None) -> str:
    """What people read of a record's value: the name of what it points to, else itself."""
    if column is None:
        return ""
    return (speech.say(line.told[column]) if line.told else "") or line.values[column]
