"""Small tables: what they show, copy and stand for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.models.small_table import Cell, Line, SmallTable
from ui.widgets.small_view import SmallView

LINES = [
    Line((Cell("Ali"), Cell("12", number=True)), "a"),
    Line((Cell("\u2068مریم\u2069", plain="مریم", tip="t"), Cell("3", "error", number=True)), "b"),
]


@pytest.fixture
def table(qapp: object) -> SmallTable:
    made = SmallTable(("Name", "Rows"))
    made.show(LINES)
    return made


def test_the_model_keeps_its_promises(table: SmallTable, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table)


def test_rows_stand_for_something(table: SmallTable) -> None:
    assert (table.key(1), table.key(7), table.row_of("b"), table.row_of("x")) == ("b", None, 1, -1)
    assert table.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == "t"


def test_numbers_stand_at_the_end_with_their_heading(table: SmallTable) -> None:
    at_end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
    role = Qt.ItemDataRole.TextAlignmentRole
    assert table.index(0, 1).data(role) == at_end
    assert table.headerData(1, Qt.Orientation.Horizontal, role) == at_end


def test_keys_open_remove_and_copy(table: SmallTable, qtbot: QtBot) -> None:
    view = SmallView(table, (1, 0), "People")
    qtbot.addWidget(view)
    seen: list[tuple[str, object]] = []
    view.opened.connect(lambda key: seen.append(("open", key)))
    view.removed.connect(lambda key: seen.append(("remove", key)))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert seen == []
    assert view.select_key("b")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert seen == [("open", "b"), ("remove", "b")]
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == ["Name\tRows", "Ali\t12", "مریم\t3"]
    QGuiApplication.clipboard().clear()  # what is left there at the end takes the process down


def test_columns_share_the_width_there_is(table: SmallTable, qtbot: QtBot) -> None:
    view = SmallView(table, (1, 0), "People")
    qtbot.addWidget(view)
    view.resize(500, 200)
    view.show()
    qtbot.waitExposed(view)
    assert sum(view.columnWidth(c) for c in range(2)) == view.viewport().width()


def test_other_rows_take_the_place_of_these(table: SmallTable, qtbot: QtBot) -> None:
    view = SmallView(table, (1, 0), "People")
    qtbot.addWidget(view)
    view.select_key("b")
    table.show(LINES[:1])
    assert (table.rowCount(), view.current) == (1, None)
