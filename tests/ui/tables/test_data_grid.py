"""The grid on real tables of the sample project, over a real engine process."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from migrator.model.views.tables import Filter, Op, Rows
from tests.ui.warm import Warm
from ui.models.arrow_table import MARK, RAW
from ui.session import Session
from ui.widgets.column_popover import ColumnPopover
from ui.widgets.data_grid import DataGrid
from ui.widgets.grid.menus import column_menu

WAIT_MS = 60_000
LINES = "golden_salesorderdetail"


@pytest.fixture(scope="module")
def opened(
    _made_sample: Path, tmp_path_factory: pytest.TempPathFactory, warm: Warm
) -> Iterator[Session]:
    """A session for all tests of this file: nothing here changes the project."""
    home = tmp_path_factory.mktemp("grid")
    shutil.copytree(_made_sample, home / "work")
    made = Session(engine=warm.lend())
    made.open(str(home / "work" / "sample.kooch"))
    yield made
    made.shutdown()
    warm.take_back()


@pytest.fixture
def session(opened: Session, qtbot: QtBot) -> Session:
    qtbot.waitUntil(lambda: opened.state is not None and not opened.busy, timeout=WAIT_MS)
    return opened


@pytest.fixture
def grid(session: Session, qtbot: QtBot) -> DataGrid:
    made = DataGrid(session)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def shown(qtbot: QtBot, grid: DataGrid, act: Callable[[], object]) -> DataGrid:
    """Do something to the grid and wait until its rows are there."""
    with qtbot.waitSignal(grid.loaded, timeout=WAIT_MS):
        act()
    qtbot.waitUntil(lambda: grid.ready, timeout=WAIT_MS)
    return grid


def column(grid: DataGrid, name: str) -> list[object]:
    """The values of a column as they are shown."""
    place = [one.name for one in grid.model.columns].index(name)
    return [grid.model.index(row, place).data(RAW) for row in range(grid.rows)]


def test_a_table_is_shown_with_labels_and_without_ids(grid: DataGrid, qtbot: QtBot) -> None:
    shown(qtbot, grid, lambda: grid.show_table("golden_contact"))
    assert grid.rows == 180
    titles = [
        grid.model.headerData(n, Qt.Orientation.Horizontal) for n in range(len(grid.model.columns))
    ]
    assert titles[:3] == ["First name", "Last name", "Full name"]
    assert isinstance(grid.model.row_id(0), int)
    assert all(grid.view.columnWidth(n) >= 84 for n in range(len(titles)))


def test_order_filter_search_and_back(grid: DataGrid, qtbot: QtBot) -> None:
    shown(qtbot, grid, lambda: grid.show_table(LINES))
    whole = grid.rows
    shown(qtbot, grid, lambda: grid.choice.sort("quantity", True))
    quantities = [float(str(value)) for value in column(grid, "quantity")]
    assert quantities == sorted(quantities, reverse=True)
    most = str(column(grid, "quantity")[0])
    shown(
        qtbot,
        grid,
        lambda: grid.choice.set_filter("quantity", Filter("quantity", Op.EQUALS, most)),
    )
    assert set(column(grid, "quantity")) == {most}
    assert 0 < grid.rows < whole
    with qtbot.waitSignal(grid.loaded, timeout=WAIT_MS):
        grid.bar.search.setText("no such thing at all")
    assert grid.rows == 0
    shown(qtbot, grid, grid.clear_choice)
    assert grid.rows == whole
    assert grid.bar.search.text() == ""


def test_a_heading_is_clicked_three_times(grid: DataGrid, qtbot: QtBot) -> None:
    shown(qtbot, grid, lambda: grid.show_table("golden_product"))
    place = [one.name for one in grid.model.columns].index("name")
    at = QPoint(grid.view.heading.sectionViewportPosition(place) + 20, 15)
    natural = column(grid, "name")

    def click() -> None:
        qtbot.mouseClick(grid.view.heading.viewport(), Qt.MouseButton.LeftButton, pos=at)

    up = column(shown(qtbot, grid, click), "name")
    down = column(shown(qtbot, grid, click), "name")
    again = column(shown(qtbot, grid, click), "name")
    assert up == sorted(natural, key=lambda value: str(value).lower())
    assert down == list(reversed(up))
    assert again == natural


def test_rows_of_an_issue_and_their_marks(grid: DataGrid, qtbot: QtBot) -> None:
    where = Rows(None, "issues_validate_account", "new_customersince", "bad_date", "error")
    shown(
        qtbot,
        grid,
        lambda: grid.show_table("golden_account", where=where, beside="new_customersince"),
    )
    assert grid.rows == 8
    assert [one.name for one in grid.model.columns[:2]] == ["name", "new_customersince"]
    marked = grid.model.index(0, 1)
    qtbot.waitUntil(lambda: marked.data(MARK) == "error", timeout=WAIT_MS)
    assert "plausible date" in marked.data(Qt.ItemDataRole.ToolTipRole)
    grid.look_at("new_customersince")
    cell = grid.current()
    assert cell is not None
    assert (cell.column.name, cell.value) == ("new_customersince", marked.data(RAW))
    assert grid.chosen_ids() == (cell.row_id,)


def test_copying_as_a_spreadsheet_reads_it(grid: DataGrid, qtbot: QtBot) -> None:
    shown(qtbot, grid, lambda: grid.show_table("golden_systemuser"))
    grid.view.setFocus()
    grid.view.selectAll()
    qtbot.keyClick(
        grid.view,
        Qt.Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().mimeData().hasHtml(), timeout=WAIT_MS)
    lines = QGuiApplication.clipboard().text().split("\r\n")
    assert lines[0].split("\t")[0] == "Full name"
    assert "\u2068" not in QGuiApplication.clipboard().text()
    assert column(grid, "fullname")[0] == lines[1].split("\t")[0]


def test_a_column_is_hidden_and_shown_again(grid: DataGrid, qtbot: QtBot) -> None:
    shown(qtbot, grid, lambda: grid.show_table("golden_contact"))
    before = [one.name for one in grid.model.columns]
    grid.toggle_column(before[1])
    assert [one.name for one in grid.model.columns] == [before[0], *before[2:]]
    grid.toggle_column("_key")
    assert "_key" in [one.name for one in grid.model.columns]
    grid.toggle_column(before[1])
    grid.toggle_column("_key")
    assert [one.name for one in grid.model.columns] == before


# The offscreen platform cannot give a pop-over the keyboard.
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_profile_of_a_column_opens_from_its_menu(grid: DataGrid, qtbot: QtBot) -> None:
    shown(qtbot, grid, lambda: grid.show_table("clean_contact"))
    menu = QMenu(grid)
    column_menu(grid, menu, grid.model.columns[0], QPoint(10, 10))
    next(a for a in menu.actions() if a.text() == "Column profile").trigger()
    found = grid.findChild(ColumnPopover)
    assert found is not None
    qtbot.waitUntil(lambda: not found.view.isHidden(), timeout=WAIT_MS)
    found.close()


def test_opening_a_row_tells_which(grid: DataGrid, qtbot: QtBot) -> None:
    shown(qtbot, grid, lambda: grid.show_table("ready_contact"))
    grid.view.setCurrentIndex(grid.model.index(3, 0))
    with qtbot.waitSignal(grid.row_activated) as told:
        qtbot.keyClick(grid.view, Qt.Key.Key_Return)
    assert told.args == ["contact", grid.model.row_id(3)]


def test_a_table_that_does_not_exist_is_a_sentence(grid: DataGrid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.failed, timeout=WAIT_MS) as told:
        grid.show_table("golden_nothing")
    assert "not been made" in told.args[0].message


def test_only_the_last_table_that_was_asked_for_is_shown(grid: DataGrid, qtbot: QtBot) -> None:
    grid.show_table(LINES)
    grid.show_table("golden_product")
    qtbot.waitUntil(lambda: grid.rows == 77 and grid.ready, timeout=WAIT_MS)
    qtbot.wait(200)
    assert grid.model.handle is not None
    assert grid.model.handle.name == "golden_product"


def test_letters_look_right_in_persian(session: Session, qtbot: QtBot, persian: None) -> None:
    made = DataGrid(session)
    qtbot.addWidget(made)
    made.show()
    shown(qtbot, made, lambda: made.show_table("golden_account"))
    assert made.model.headerData(0, Qt.Orientation.Horizontal) == "نام شرکت"
    assert made.model.headerData(9, Qt.Orientation.Vertical) == "۱۰"
    assert not made.grab().isNull()
