"""Source values and what becomes of them, as a table that is edited in place."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from migrator.model.schema import PicklistValue
from migrator.model.views.mapping import ValueLine
from ui import speech
from ui.pages.mapping.glyphs import shown
from ui.theme import colour

Index = QModelIndex | QPersistentModelIndex
VALUE, ROWS, BECOMES = range(3)


class ValueMapModel(QAbstractTableModel):
    """`touched` tells that a person changed something."""

    touched = Signal()

    def __init__(self, picklist: tuple[PicklistValue, ...]) -> None:
        super().__init__()
        self.picklist = picklist
        self.lines: tuple[ValueLine, ...] = ()
        self.to: dict[str, str | None] = {}

    def show_lines(self, lines: tuple[ValueLine, ...]) -> None:
        """Begin with what the map says now."""
        self.beginResetModel()
        self.lines = lines
        self.to = {line.value: line.to for line in lines}
        self.endResetModel()

    def unmapped(self) -> int:
        """How many values go nowhere."""
        return sum(to is None for to in self.to.values())

    def take_proposals(self) -> None:
        """Fill what is not mapped with what the spelling surely suggests."""
        for line in self.lines:
            if self.to[line.value] is None and line.sure:
                self.to[line.value] = line.proposed
        last = self.index(max(0, len(self.lines) - 1), BECOMES)
        self.dataChanged.emit(self.index(0, BECOMES), last)
        self.touched.emit()

    def words(self, to: str | None) -> str:
        """A picklist value in words."""
        if to is None:
            return self.tr("not mapped")
        if not to:
            return self.tr("(empty)")
        found = next((one for one in self.picklist if one.value == to), None)
        return picklist_words(found) if found else shown(to)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a value."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Value, rows, what it becomes."""
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What the columns are called."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Source value"), self.tr("Rows"), self.tr("Becomes"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, and the value itself for editing."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        to = self.to[line.value]
        if role == Qt.ItemDataRole.DisplayRole:
            rows = speech.number(line.rows)
            return (shown(line.value), rows, self.words(to))[index.column()]
        if role == Qt.ItemDataRole.EditRole and index.column() == BECOMES:
            return to
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == BECOMES and to is None:
            return colour("error")
        if role == Qt.ItemDataRole.ToolTipRole and to is None and line.proposed:
            return self.tr("Suggested: {value} ({confidence})").format(
                value=self.words(line.proposed), confidence=speech.percent(line.confidence)
            )
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Let a value become another one; None takes it off the map."""
        if role != Qt.ItemDataRole.EditRole or index.column() != BECOMES:
            return False
        self.to[self.lines[index.row()].value] = None if value is None else str(value)
        self.dataChanged.emit(index, index)
        self.touched.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only what a value becomes is edited."""
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if index.column() == BECOMES else found


def picklist_words(one: PicklistValue) -> str:
    """A picklist value as people read it, with its code."""
    words = (one.label_fa if speech.language() == "fa" else one.label) or one.label or one.value
    return words if words == one.value else f"{words} ({speech.ltr(one.value)})"


class BecomesDelegate(QStyledItemDelegate):
    """A combo box of the picklist; without a picklist any text."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The choices."""
        model = index.model()
        assert isinstance(model, ValueMapModel)
        if not model.picklist:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.addItem(model.words(None), None)
        box.addItem(model.words(""), "")
        for one in model.picklist:
            box.addItem(picklist_words(one), one.value)
        box.activated.connect(lambda: self.commitData.emit(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what stands there."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Take the choice."""
        assert isinstance(model, ValueMapModel)
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)
