"""Sources and their tables as a two-level model with ticks for what is kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from migrator.model.views.sources import Overview, SourceCard, TableCard
from ui import speech
from ui.pages.sources import words

Index = QModelIndex | QPersistentModelIndex
CARD = Qt.ItemDataRole.UserRole
_TOP = 0
_NOWHERE = QModelIndex()
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def alone(card: SourceCard) -> bool:
    """Whether the source is a file with one table: both are one row then."""
    return card.kind == "file" and len(card.tables) == 1


class SourcesTree(QAbstractItemModel):
    """Rows of the first level are sources, those below them tables; a file with one table is one
    row. `keep_wanted(source, table, keep)` asks for a tick to be set or taken away: the engine
    decides."""

    keep_wanted = Signal(str, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.cards: tuple[SourceCard, ...] = ()

    def show_overview(self, overview: Overview) -> None:
        """Show these sources. What is selected and open stays where the shape is the same."""
        if self._shape(overview.sources) != self._shape(self.cards):
            self.beginResetModel()
            self.cards = overview.sources
            self.endResetModel()
            return
        self.cards = overview.sources
        for row, card in enumerate(self.cards):
            source = self.index(row, 0)
            self.dataChanged.emit(source, source)
            if self.rowCount(source):
                last = self.index(len(card.tables) - 1, 0, source)
                self.dataChanged.emit(self.index(0, 0, source), last)

    @staticmethod
    def _shape(cards: tuple[SourceCard, ...]) -> list[tuple[str, tuple[str, ...]]]:
        return [(card.id, tuple(table.name for table in card.tables)) for card in cards]

    def source(self, index: Index) -> SourceCard | None:
        """The source of a row, or of the table in it."""
        if not index.isValid():
            return None
        row = index.row() if index.internalId() == _TOP else int(index.internalId()) - 1
        return self.cards[row] if row < len(self.cards) else None

    def table(self, index: Index) -> TableCard | None:
        """The table of a row; None for the row of a source that may have several."""
        source = self.source(index)
        if source is None:
            return None
        if index.internalId() == _TOP:
            return source.tables[0] if alone(source) else None
        return source.tables[index.row()] if index.row() < len(source.tables) else None

    def place(self, source: str, table: str = "") -> QModelIndex:
        """The row of a source or of one of its tables; invalid if it is not there."""
        for row, card in enumerate(self.cards):
            if card.id != source:
                continue
            above = self.index(row, 0)
            if not table or alone(card):
                return above
            names = [one.name for one in card.tables]
            return self.index(names.index(table), 0, above) if table in names else QModelIndex()
        return QModelIndex()

    # -- what Qt asks

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, _TOP)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self.cards)
        if parent.column() or parent.internalId() != _TOP:
            return 0
        card = self.cards[parent.row()]
        return 0 if alone(card) else len(card.tables)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: ARG002
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain if self.table(index) is None else plain | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        source, table = self.source(index), self.table(index)
        if source is None:
            return None
        if role == CARD:
            return source if index.internalId() == _TOP else table
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(source, table)
        if role == Qt.ItemDataRole.CheckStateRole and table is not None:
            return Qt.CheckState.Checked if table.keep else Qt.CheckState.Unchecked
        return _text(source, table, role) if role in _ROLES else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        source, table = self.source(index), self.table(index)
        if source is None or table is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        keep = Qt.CheckState(value) == Qt.CheckState.Checked
        if keep != table.keep:
            self.keep_wanted.emit(source.id, table.name, keep)
        return True


def _text(source: SourceCard, table: TableCard | None, role: int) -> str:
    if table is None:
        return source.name
    name = source.name if alone(source) else table.name
    return f"{name}, {words.rows_told(table)}" if role != Qt.ItemDataRole.DisplayRole else name


def _tip(source: SourceCard, table: TableCard | None) -> str:
    if table is None or alone(source):
        return speech.ltr(source.uri)
    reason = words.said(table.reason)
    return f"{speech.isolate(table.name)}\n{reason}" if reason else speech.isolate(table.name)
