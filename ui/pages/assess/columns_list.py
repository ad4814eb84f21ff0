"""The columns of a table as a list, each with its bar."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from migrator.model.views.assess import ColumnLine
from ui import speech
from ui.pages.assess import words
from ui.pages.assess.column_delegate import ColumnDelegate
from ui.widgets.column_words import kind_words, meaning_word, odd_word, split_told

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole


class Show(StrEnum):
    """Which columns are listed."""

    ALL = "all"
    ODD = "odd"
    PERSONAL = "personal"
    EMPTY = "empty"
    LEFT_OUT = "left_out"


def shown(line: ColumnLine, wanted: Show) -> bool:
    """Whether the column is of the wanted sort."""
    return {
        Show.ALL: True,
        Show.ODD: bool(line.split.odd or line.split.unfit),
        Show.PERSONAL: bool(line.personal),
        Show.EMPTY: not line.split.filled,
        Show.LEFT_OUT: line.left_out,
    }[wanted]


class ColumnsModel(QAbstractListModel):
    """One row a column, in the table's order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[ColumnLine, ...] = ()

    def show_lines(self, lines: Sequence[ColumnLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, figures in words, and the line itself."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return told(line).replace("\n", ", ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return told(line)
        return None


class _Filter(QSortFilterProxyModel):
    """Columns whose name or meaning holds what was typed, of the wanted sort."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self.sort_of = Show.ALL

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: ARG002
        """Whether the column is listed."""
        model = self.sourceModel()
        assert isinstance(model, ColumnsModel)
        line = model.lines[row]
        said = f"{line.name} {meaning_word(line.meaning)} {' '.join(line.mapped_to)}".casefold()
        return self.text in said and shown(line, self.sort_of)

    def again(self) -> None:
        """Filter anew."""
        self.invalidate()


class ColumnsList(QListView):
    """Columns to choose from; `chosen` carries the line that is current now."""

    chosen = Signal(object)
    filtered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = ColumnsModel(self)
        self._filter = _Filter(self)
        self._filter.setSourceModel(self._lines)
        self.setModel(self._filter)
        self.setItemDelegate(ColumnDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Columns"))
        self.selectionModel().currentChanged.connect(self._moved)

    def show_lines(self, lines: Sequence[ColumnLine], current: str = "") -> None:
        """Show other columns, the one called `current` (else the first) being current."""
        self._lines.show_lines(lines)
        if not self.show_column(current):
            self._first()
        self.filtered.emit()

    def narrow(self, text: str, sort_of: Show) -> None:
        """List only columns with these words, of this sort."""
        self._filter.text, self._filter.sort_of = text.strip().casefold(), sort_of
        self._filter.again()
        if not self.currentIndex().isValid():
            self._first()
        self.filtered.emit()

    def show_column(self, name: str) -> bool:
        """Make the column current; False if it is not listed."""
        for row in range(self._filter.rowCount()):
            index = self._filter.index(row, 0)
            if index.data() == name:
                self.selectionModel().setCurrentIndex(
                    index, QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
                self.scrollTo(index)
                return True
        return False

    def current(self) -> ColumnLine | None:
        """The column that is current."""
        found = self.currentIndex().data(LINE)
        return found if isinstance(found, ColumnLine) else None

    def marked(self) -> list[ColumnLine]:
        """The columns that are selected, in order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self._filter.index(row, 0).data(LINE) for row in rows]

    @property
    def counts(self) -> tuple[int, int]:
        """How many columns are listed, of how many."""
        return self._filter.rowCount(), self._lines.rowCount()

    def _first(self) -> None:
        if self._filter.rowCount():
            self.setCurrentIndex(self._filter.index(0, 0))

    def _moved(self, now: QModelIndex) -> None:
        line = now.data(LINE)
        if line is not None:
            self.chosen.emit(line)


def told(line: ColumnLine) -> str:
    """The figures of a column in words, a line each."""
    translate = QCoreApplication.translate
    parts = [speech.isolate(line.name), kind_words(line.meaning, line.type)]
    if line.left_out:
        parts.append(words.left_out(line.reason))
    parts.append(split_told(line.split))
    if line.key:
        parts.append(translate("Assess", "part of the key"))
    if line.personal:
        parts.append(translate("Assess", "personal data"))
    parts += [odd_word(one) for one in line.odd]
    if line.mapped_to:
        fields = speech.isolate(", ".join(line.mapped_to))
        parts.append(translate("Assess", "mapped to {fields}").format(fields=fields))
    return "\n".join(part for part in parts if part)
