"""Editors of options that hold many texts: an order of names, pairs, a whole table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableView,
)

from migrator.model.views.catalog import OptionField
from ui import speech
from ui.forms.option_editors import OptionEditor
from ui.models.text_grid import TextGrid
from ui.widgets.basic import button, set_kind
from ui.widgets.sheet import SheetHeader

_ROW = 30


def small(icon: str, name: str) -> QPushButton:
    """A button that is only a picture, with its name for screen readers and as a tip."""
    made = button("", icon, flat=True)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


class OrderEditor(OptionEditor):
    """Names that exist, ticked and brought into an order by dragging or with the buttons."""

    def __init__(self, option: OptionField, names: Sequence[str] = ()) -> None:
        super().__init__(option, names)
        self._list = QListWidget()
        set_kind(self._list, "ticks")
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._list.setFixedHeight(132)
        self._list.itemChanged.connect(self.touched)
        model: QAbstractItemModel = self._list.model()
        model.rowsMoved.connect(self.touched)
        self.hold(self._list)
        row = QHBoxLayout()
        up = small("chevron-up", self.tr("Move up"))
        down = small("chevron-down", self.tr("Move down"))
        up.clicked.connect(lambda: self._move(-1))
        down.clicked.connect(lambda: self._move(1))
        row.addWidget(up)
        row.addWidget(down)
        row.addStretch(1)
        self.box.addLayout(row)

    def value(self) -> list[str]:
        items = (self._list.item(row) for row in range(self._list.count()))
        return [i.text() for i in items if i.checkState() == Qt.CheckState.Checked]

    def set_value(self, value: Any) -> None:
        chosen = list(value or ())
        self._list.blockSignals(True)
        self._list.clear()
        for name in [*chosen, *(n for n in self.names if n not in chosen)]:
            item = QListWidgetItem(name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = Qt.CheckState.Checked if name in chosen else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
            self._list.addItem(item)
        self._list.blockSignals(False)
        self.changed.emit()

    def _move(self, step: int) -> None:
        row = self._list.currentRow()
        if row < 0 or not 0 <= row + step < self._list.count():
            return
        self._list.insertItem(row + step, self._list.takeItem(row))
        self._list.setCurrentRow(row + step)
        self.changed.emit()


class GridView(QTableView):
    """A table to type in. Delete empties or takes rows out, paste takes what a spreadsheet
    copied."""

    def __init__(self, grid: TextGrid) -> None:
        super().__init__()
        self._grid = grid
        self.setModel(grid)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setHorizontalHeader(SheetHeader(self))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setTabKeyNavigation(True)
        self.setFixedHeight(6 * _ROW + 34)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_chosen()
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Take the clipboard's lines in where the cursor stands."""
        text = QGuiApplication.clipboard().text()
        if text:
            at = self.currentIndex().row()
            self._grid.paste(text, at if at >= 0 else self._grid.rowCount() - 1)

    def delete_chosen(self) -> None:
        """Take the rows out in which something is selected."""
        self._grid.remove([index.row() for index in self.selectionModel().selectedIndexes()])


class GridEditor(OptionEditor):
    """What the editors of pairs and of tables share."""

    def __init__(self, option: OptionField, titles: Sequence[str]) -> None:
        super().__init__(option)
        self.grid = TextGrid(titles)
        self.view = GridView(self.grid)
        for signal in (self.grid.dataChanged, self.grid.rowsRemoved, self.grid.modelReset):
            signal.connect(self.touched)
        self.hold(self.view)
        self.buttons = QHBoxLayout()
        paste = button(self.tr("Paste"), "copy", flat=True)
        paste.setToolTip(self.tr("Takes the rows that you copied in Excel."))
        paste.clicked.connect(self.view.paste)
        remove = small("trash-2", self.tr("Take the selected rows out"))
        remove.clicked.connect(self.view.delete_chosen)
        self.buttons.addWidget(paste)
        self.buttons.addWidget(remove)
        self.buttons.addStretch(1)
        self.box.addLayout(self.buttons)


class PairsEditor(GridEditor):
    """Value to value. A row without a left side counts for nothing."""

    def __init__(self, option: OptionField, names: Sequence[str] = ()) -> None:  # noqa: ARG002
        super().__init__(option, [self.tr("Value"), self.tr("Becomes")])

    def value(self) -> dict[str, str]:
        return {left: right for left, right in self.grid.rows() if left}

    def set_value(self, value: Any) -> None:
        self.grid.set_rows([[left, right] for left, right in (value or {}).items()])

    def complaint(self) -> str:
        lefts = [left for left, _ in self.grid.rows() if left]
        twice = next((left for left in lefts if lefts.count(left) > 1), None)
        if twice is None:
            return ""
        return self.tr("{value} stands twice on the left.").format(value=speech.isolate(twice))


class TableEditor(GridEditor):
    """Rows of texts; the first one names the columns."""

    MOST_COLUMNS = 12

    def __init__(self, option: OptionField, names: Sequence[str] = ()) -> None:  # noqa: ARG002
        super().__init__(option, ["1", "2"])
        self.view.setToolTip(self.tr("The first row names the columns."))
        more = button(self.tr("Column"), "plus", flat=True)
        more.clicked.connect(self._add_column)
        self.buttons.insertWidget(1, more)
        self.grid.modelReset.connect(self._fit)

    def value(self) -> list[list[str]]:
        rows = self.grid.rows()
        width = max((n + 1 for row in rows for n, cell in enumerate(row) if cell), default=0)
        return [row[:width] for row in rows]

    def set_value(self, value: Any) -> None:
        rows = [list(map(str, row)) for row in value or ()]
        self._show(rows, max((len(row) for row in rows), default=2))

    def _show(self, rows: list[list[str]], width: int) -> None:
        width = min(max(width, 2), self.MOST_COLUMNS)
        self.grid.set_rows(rows, [speech.number(n) for n in range(1, width + 1)])

    def _add_column(self) -> None:
        self._show(self.grid.rows(), self.grid.columnCount() + 1)

    def _fit(self) -> None:
        wide = self.grid.columnCount() > 4
        mode = QHeaderView.ResizeMode.Interactive if wide else QHeaderView.ResizeMode.Stretch
        self.view.horizontalHeader().setSectionResizeMode(mode)
