"""The table view of the document: the same rows, for the keyboard and for screen readers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFrame,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from migrator.model.mapping import RowStatus
from ui import speech
from ui.pages.mapping.document import Asked, Chosen, Document
from ui.pages.mapping.glyphs import status_words
from ui.pages.mapping.rows_model import CHOSEN, STATUS, RowsModel

Index = QModelIndex | QPersistentModelIndex
ROW = 34
_WIDTHS = (150, 170, 140, 110, 150, 60, 120, 90, 120)


class StatusDelegate(QStyledItemDelegate):
    """A combo box of the statuses."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """The choices."""
        box = QComboBox(parent)
        for one in RowStatus:
            box.addItem(status_words(one), one)
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
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())


class RowsView(QTableView):
    """`chosen` tells what was selected by hand, `erased` the fields that shall be unmapped,
    `statuses_set` the fields of the selected rows and what they shall be."""

    chosen = Signal(object)
    erased = Signal(list)
    statuses_set = Signal(list, object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = RowsModel()
        self._telling = True
        self.setModel(self.rows)
        self.setItemDelegateForColumn(STATUS, StatusDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setAccessibleName(self.tr("Rows of the mapping"))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self.selectionModel().currentRowChanged.connect(self._moved)

    def show_document(self, document: Document, asked: Asked, chosen: Chosen) -> None:
        """Show a document as the filter leaves it, with the same selection."""
        self._telling = False
        self.rows.show_document(document, asked)
        self._telling = True
        self.choose(chosen)

    def choose(self, chosen: Chosen) -> None:
        """Select without telling."""
        self._telling = False
        line = self.rows.line_of(chosen)
        if line < 0:
            self.clearSelection()
        elif line != self.currentIndex().row() or not self.selectedIndexes():
            self.selectRow(line)
        self._telling = True

    def _moved(self, current: QModelIndex) -> None:
        if self._telling and current.isValid():
            self.chosen.emit(current.data(CHOSEN))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete unmaps the selected rows, Ctrl+C copies them."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if targets := self.chosen_targets():
                self.erased.emit(targets)
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.copied())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Statuses for all selected rows at once."""
        if targets := self.chosen_targets():
            self.menu = self.menu_for(targets)
            self.menu.popup(event.globalPos())

    def menu_for(self, targets: list[str]) -> QMenu:
        """What can be done with the selected rows."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in RowStatus:
            menu.addAction(status_words(one), self._setting(targets, one))
        menu.addSeparator()
        menu.addAction(self.tr("Unmap"), lambda: self.erased.emit(targets))
        return menu

    def _setting(self, targets: list[str], status: RowStatus) -> Callable[[], object]:
        return lambda: self.statuses_set.emit(targets, status)

    def copied(self) -> str:
        """The selected rows as lines of cells between tabs, without marks of direction."""
        lines = sorted({index.row() for index in self.selectedIndexes()})
        width = self.rows.columnCount()
        told = [
            "\t".join(str(self.rows.index(n, c).data() or "") for c in range(width)) for n in lines
        ]
        return "\n".join(told).translate(
            dict.fromkeys(map(ord, speech.LRI + speech.FSI + speech.PDI))
        )

    def chosen_targets(self) -> list[str]:
        """The fields of the selected rows of the document."""
        lines = {index.row() for index in self.selectedIndexes()}
        return [self.rows.lines[n].target for n in sorted(lines) if self.rows.lines[n].row]
