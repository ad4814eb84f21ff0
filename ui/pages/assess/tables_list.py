"""The tables of the sources as a list: with figures on cards, or in two short lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from migrator.model.views.assess import TableLine
from ui import speech
from ui.pages.assess import words
from ui.pages.assess.table_delegate import TableDelegate
from ui.widgets.column_words import filled_share

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole


class TablesModel(QAbstractListModel):
    """One row a table, in the order given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[TableLine, ...] = ()

    def show_lines(self, lines: Sequence[TableLine]) -> None:
        """Show other lines; where the same tables come again, only their figures change."""
        same = [line.no for line in lines] == [line.no for line in self.lines]
        if same:
            self.lines = tuple(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many tables."""
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
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return told(line)
        return None

    def row_of(self, no: int) -> int:
        """The row of the table numbered `no`; -1 if it is not there."""
        return next((n for n, line in enumerate(self.lines) if line.no == no), -1)


class TablesList(QListView):
    """Tables to choose from; `chosen` carries the line that is current now, `opened` one that was
    activated by a double click or Enter."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, *, cards: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TablesModel(self)
        self.setModel(self._model)
        self.setItemDelegate(TableDelegate(cards=cards, parent=self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Tables"))
        self.activated.connect(lambda index: self.opened.emit(index.data(LINE)))
        self.selectionModel().currentChanged.connect(self._moved)

    def show_lines(self, lines: Sequence[TableLine]) -> None:
        """Show other lines, the current table staying current where it is still there."""
        current = self.current()
        self._model.show_lines(lines)
        row = self._model.row_of(current.no) if current is not None else -1
        if lines and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(max(row, 0)))

    def current(self) -> TableLine | None:
        """The table that is current."""
        found = self.currentIndex().data(LINE)
        return found if isinstance(found, TableLine) else None

    def marked(self) -> list[TableLine]:
        """The tables that are selected, in order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self._model.lines[row] for row in rows]

    def show_key(self, key: str) -> bool:
        """Make the table called `<source>/<table>` current; False if it is not there."""
        for row, line in enumerate(self._model.lines):
            if line.key == key:
                index = self._model.index(row)
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return True
        return False

    def _moved(self, now: QModelIndex) -> None:
        line = now.data(LINE)
        if line is not None:
            self.chosen.emit(line)


def told(line: TableLine) -> str:
    """The figures of a table in words."""
    translate = QCoreApplication.translate
    parts = [speech.isolate(line.key)]
    if not line.keep:
        parts.append(words.left_out(speech.say(line.reason)))
    else:
        parts += [words.rows(line.rows), words.columns(line.columns)]
    if line.profiled and line.split.rows:
        filled = translate("Assess", "{share} filled")
        parts.append(filled.format(share=filled_share(line.split)))
        quality = translate("Assess", "quality {score} of 100")
        parts.append(quality.format(score=speech.number(line.quality.score)))
    return "، ".join(parts) if speech.language() == "fa" else ", ".join(parts)
