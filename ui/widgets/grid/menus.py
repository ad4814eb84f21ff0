"""The menus of the grid: of a cell and of a column."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from migrator.model.views.tables import GridColumn
from ui import icons, speech
from ui.widgets.column_popover import ColumnPopover

if TYPE_CHECKING:
    from ui.widgets.data_grid import Cell, DataGrid


def cell_menu(grid: DataGrid, menu: QMenu, cell: Cell) -> None:
    """What can be done with a cell, its row and its column."""
    translate = QCoreApplication.translate
    _add(menu, "copy", translate("GridMenus", "Copy"), grid.copy)
    _add(
        menu,
        "table",
        translate("GridMenus", "Copy with headings"),
        lambda: grid.copy(header=True),
    )
    menu.addSeparator()
    _add(
        menu,
        "filter",
        translate("GridMenus", "Only rows with this value"),
        lambda: grid.choice.only(cell.column.column, cell.value),
    )
    corner = grid.view.visualRect(grid.view.currentIndex()).topLeft()
    place = grid.view.viewport().mapToGlobal(corner)
    under = menu.addMenu(speech.say(cell.column.label).replace("&", "&&"))
    column_menu(grid, under, cell.column, place)


def column_menu(grid: DataGrid, menu: QMenu, column: GridColumn, at: QPoint) -> None:
    """What can be done with a column; pop-overs open at a place on the screen."""
    translate, choice, name = QCoreApplication.translate, grid.choice, column.column
    for icon, words, way in (
        ("chevron-up", translate("GridMenus", "Sort ascending"), False),
        ("chevron-down", translate("GridMenus", "Sort descending"), True),
        ("", translate("GridMenus", "Natural order"), None),
    ):
        _add(menu, icon, words, partial(choice.sort, name, way))
    menu.addSeparator()
    _add(menu, "filter", translate("GridMenus", "Filter…"), lambda: grid.ask_filter(column, at))
    words = translate("GridMenus", "Column profile")
    _add(menu, "scan-search", words, lambda: _profile(grid, column, at))
    menu.addSeparator()
    words = translate("GridMenus", "Hide column")
    _add(menu, "eye-off", words, lambda: grid.toggle_column(column.name))
    words = translate("GridMenus", "Copy column name")
    _add(menu, "copy", words, lambda: QGuiApplication.clipboard().setText(column.name))


def _profile(grid: DataGrid, column: GridColumn, at: QPoint) -> None:
    table = grid.model.handle.name if grid.model.handle else ""
    ColumnPopover(grid.session, table, column.column, grid).open_at(at)


def _add(menu: QMenu, icon: str, words: str, callback: Any) -> None:
    action = menu.addAction(words)
    if icon:
        action.setIcon(icons.icon(icon))
    action.triggered.connect(lambda: callback())
