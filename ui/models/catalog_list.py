"""The palette as a list: items with their shelves' titles between them, filtered by words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from migrator.model.views.catalog import CatalogItem
from ui import speech

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole  # the CatalogItem; None on a shelf's title


class CatalogList(QAbstractListModel):
    """Rows are shelf titles (plain texts, not to be chosen) and items."""

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[CatalogItem, ...] = ()
        self._rows: list[CatalogItem | str] = []
        self._words: list[str] = []
        self._fits: Callable[[CatalogItem], bool] = lambda _: True

    def set_items(
        self, items: Iterable[CatalogItem], fits: Callable[[CatalogItem], bool] | None = None
    ) -> None:
        """Show the items, those that `fits` allows."""
        self._items = tuple(items)
        if fits is not None:
            self._fits = fits
        self._build()

    def search(self, text: str) -> None:
        """Show what holds every word, in either language."""
        self._words = text.casefold().split()
        self._build()

    def first(self) -> QModelIndex:
        """The first item; an invalid index when nothing fits."""
        found = (n for n, row in enumerate(self._rows) if isinstance(row, CatalogItem))
        return self.index(next(found, -1))

    def _build(self) -> None:
        self.beginResetModel()
        self._rows = []
        shelf = ""
        for item in self._items:
            if not self._fits(item) or not all(word in _text(item) for word in self._words):
                continue
            if item.group != shelf:
                shelf = item.group
                self._rows.append(speech.say(item.group_title))
            self._rows.append(item)
        self.endResetModel()

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        item = row if isinstance(row, CatalogItem) else None
        if role == ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return speech.say(item.title) if item else row
        if role == Qt.ItemDataRole.ToolTipRole and item:
            return speech.say(item.help)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._rows[index.row()], CatalogItem):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled


def _text(item: CatalogItem) -> str:
    parts = (item.title, item.help, item.group_title)
    return " ".join([item.id, *(words for p in parts for words in (p.en, p.fa))]).casefold()
