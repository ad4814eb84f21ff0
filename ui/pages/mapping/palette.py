"""The palette: transforms to drag onto a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from migrator.model.views.catalog import CatalogItem
from ui import icons, speech
from ui.pages.mapping.canvas_scene import TRANSFORM_MIME
from ui.pages.mapping.steps_box import step_icon

Index = QModelIndex | QPersistentModelIndex


class PaletteModel(QAbstractListModel):
    """Every transform by its title."""

    def __init__(self) -> None:
        super().__init__()
        self.items: tuple[CatalogItem, ...] = ()

    def set_items(self, items: Iterable[CatalogItem]) -> None:
        """Show these transforms."""
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a transform."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, help and icon."""
        if not index.isValid():
            return None
        item = self.items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return speech.say(item.title)
            case Qt.ItemDataRole.ToolTipRole:
                return speech.say(item.help)
            case Qt.ItemDataRole.DecorationRole:
                return icons.icon(step_icon(item.id), "violet")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be dragged."""
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else found

    def mimeTypes(self) -> list[str]:
        """What a line takes."""
        return [TRANSFORM_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The transform's id."""
        data = QMimeData()
        data.setData(TRANSFORM_MIME, self.items[indexes[0].row()].id.encode())
        return data


class Palette(QListView):
    """Transforms in a strip, several lines high."""

    def __init__(self) -> None:
        super().__init__()
        self.items = PaletteModel()
        self.setModel(self.items)
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(3)
        self.setIconSize(QSize(16, 16))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(96)
        self.setAccessibleName(self.tr("Transforms to drag onto a line"))
