"""The table view: rows selected many at a time, edited in place, copied to Excel and back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QMenu,
)

from ui.pages.mapping.document import Asked, Chosen, Document, Marked
from ui.pages.mapping.rows_block import block_of, cells_of
from ui.pages.mapping.rows_delegates import ChoiceDelegate, OwnerDelegate, RowDelegate
from ui.pages.mapping.rows_drop import TransformTable
from ui.pages.mapping.rows_model import CHOSEN, RowsModel
from ui.pages.mapping.rows_words import Column, title
from ui.widgets.grid.clipboard import mime
from ui.widgets.small_view import SmallHeader

ROW = 34
_WIDTHS = (140, 160, 150, 100, 70, 80, 150, 130, 130, 60, 200, 110, 90, 120, 160, 150)
_NARROW = 800  # a table of this width has no room for samples
# A second glance: shown when a person asks for them.
_ASIDE = {
    Column.LENGTH,
    Column.REQUIRED,
    Column.PICKLIST,
    Column.COLLISION,
    Column.EVIDENCE,
    Column.COMMENTS,
    Column.CHANGED,
}


class RowsView(TransformTable):
    """`chosen` tells what was selected by hand, `marks_changed` what is selected beside it,
    `erased` the fields that shall be unmapped, `pasted` the cells of a block, `refused` words that
    cannot stand where they were pasted."""

    chosen = Signal(object)
    marks_changed = Signal(object)  # Marked
    erased = Signal(list)
    pasted = Signal(list)
    refused = Signal(list)
    menu_asked = Signal(object)  # QPoint on the screen
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = RowsModel()
        self.owners = OwnerDelegate(self)
        self._telling = True
        self.setHorizontalHeader(SmallHeader(self))
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self.setItemDelegateForColumn(Column.STATUS, ChoiceDelegate("status", self))
        self.setItemDelegateForColumn(Column.COLLISION, ChoiceDelegate("collision", self))
        self.setItemDelegateForColumn(Column.OWNER, self.owners)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setAccessibleName(self.tr("Rows of the mapping"))
        self._set_headers()
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.selectionModel().selectionChanged.connect(self._tell_marks)

    def _set_headers(self) -> None:
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda at: self.columns_menu().popup(header.mapToGlobal(at))
        )
        for column in Column:
            self.setColumnWidth(column, _WIDTHS[column])
            self.setColumnHidden(column, column in _ASIDE)

    _seen = False

    def showEvent(self, event: QShowEvent) -> None:
        """On a small screen the status is worth more than samples; the choice is people's then."""
        if not self._seen and not event.spontaneous():
            self._seen = True
            if self.viewport().width() < _NARROW:
                self.setColumnHidden(Column.SAMPLES, True)
        super().showEvent(event)

    def columns_menu(self) -> QMenu:
        """A tick for each column; source and target always stay."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in Column:
            if column in {Column.SOURCE, Column.TARGET}:
                continue
            action = menu.addAction(title(column))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.toggled.connect(
                lambda shown, column=column: self.setColumnHidden(column, not shown)
            )
        return menu

    # -- showing and selecting

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
        elif line != self.currentIndex().row() or not self.selectionModel().hasSelection():
            self.selectRow(line)
        self._telling = True

    def mark(self, marked: Marked) -> None:
        """Select these lines without telling, as they were marked elsewhere."""
        if marked == self.marked() or len(marked) < 2:
            return
        self._telling = False
        self.clearSelection()
        flags = (
            self.selectionModel().SelectionFlag.Select | self.selectionModel().SelectionFlag.Rows
        )
        for one in (
            *(Chosen("", name) for name in marked.rows),
            *(Chosen(name) for name in marked.columns),
        ):
            line = self.rows.line_of(one)
            if line >= 0:
                self.selectionModel().select(self.rows.index(line, 0), flags)
        self._telling = True

    def marked(self) -> Marked:
        """What is selected, where it is more than one line."""
        lines = self.chosen_lines()
        return self.rows.marked(lines) if len(lines) > 1 else Marked()

    def _moved(self) -> None:
        current = self.currentIndex()
        if self._telling and current.isValid():
            self.chosen.emit(current.data(CHOSEN))

    def _tell_marks(self) -> None:
        if self._telling:
            self.marks_changed.emit(self.marked())

    def chosen_targets(self) -> list[str]:
        """The fields of the selected rows of the document."""
        return list(self.rows.marked(self.chosen_lines()).rows)

    # -- the keyboard, the clipboard, menus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete unmaps the selected rows, Ctrl+C copies them, Ctrl+V writes into them, Enter opens
        the inspector."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if targets := self.chosen_targets():
                self.erased.emit(targets)
        elif event.matches(QKeySequence.StandardKey.Copy):
            rows = self.copied()
            QApplication.clipboard().setMimeData(mime(rows[1:], rows[0]))
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for the selected rows."""
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            where = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_asked.emit(QPoint(where))

    def columns(self) -> list[int]:
        """The shown columns as they stand from first to last."""
        header = self.horizontalHeader()
        found = [header.logicalIndex(n) for n in range(header.count())]
        return [column for column in found if not self.isColumnHidden(column)]

    def chosen_lines(self) -> list[int]:
        """The selected lines from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def copied(self) -> list[list[str]]:
        """The selected rows below their headings, without marks of direction."""
        return block_of(self.rows, self.chosen_lines(), self.columns())

    def paste(self, text: str) -> None:
        """Write a block from the current cell on; one value alone goes into every selected row."""
        current = self.currentIndex()
        if current.isValid():
            columns = self.columns()
            columns = columns[columns.index(current.column()) :]
            lines = self.chosen_lines()
            cells, wrong = cells_of(self.rows, text, current.row(), lines, columns)
            if wrong:
                self.refused.emit(wrong)
            elif cells:
                self.pasted.emit(cells)

    def row_at(self, at: QPoint) -> str:
        """The field of the document's row at a point, "" for none."""
        index = self.indexAt(at)
        line = self.rows.lines[index.row()] if index.isValid() else None
        return line.target if line is not None and line.row is not None else ""
