"""Cells of the mapping table: flat, and with choices to pick where a cell takes few words."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionViewItem, QTableView, QWidget

from migrator.model.mapping import Collision, RowStatus
from ui.pages.mapping.glyphs import collision_words, status_words
from ui.theme import colour
from ui.widgets.small_delegate import SmallDelegate

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(SmallDelegate):
    """A flat cell; the current one has a frame."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, then its frame."""
        super().paint(painter, option, index)
        view = self.parent()
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused and isinstance(view, QTableView) and view.hasFocus():
            painter.save()
            painter.setPen(QPen(colour("accent"), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
            painter.restore()


class ChoiceDelegate(RowDelegate):
    """A combo box of the statuses, or of what a collision may do."""

    def __init__(self, what: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._what = what

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """The choices."""
        box = QComboBox(parent)
        if self._what == "status":
            for status in RowStatus:
                if status != RowStatus.SIGNED:  # a signature is given with a name, not picked
                    box.addItem(status_words(status), status)
        else:
            for collision in Collision:
                box.addItem(collision_words(collision), collision)
        box.activated.connect(lambda: self._done(box))
        return box

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what stands there."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the choice."""
        if isinstance(editor, QComboBox) and editor.currentData() is not None:
            model.setData(index, editor.currentData())


class OwnerDelegate(RowDelegate):
    """A line to write a name into, with the people of the project to choose from."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.people: tuple[str, ...] = ()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """The names."""
        box = QComboBox(parent)
        box.setEditable(True)
        box.addItems(self.people)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with who stands there."""
        if isinstance(editor, QComboBox):
            editor.setEditText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the name."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText().strip())
