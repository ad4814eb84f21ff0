"""The model over Arrow files that are cut into parts."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from migrator.model.text import Text
from migrator.model.views.tables import CellMark, GridColumn, TableHandle
from ui.models.arrow_parts import PAGE
from ui.models.arrow_table import MARK, RAW, WAITING, ArrowTable

ROWS, PART = 2_500, 1_000
COLUMNS = (
    GridColumn("_rid", "_rid", Text.of("id"), "integer", hidden=True),
    GridColumn("name", "name", Text("Name", "نام")),
    GridColumn("amount", "amount", Text.of("Amount"), "decimal"),
)


def handle(rows: int = ROWS) -> TableHandle:
    return TableHandle("clean_x", "clean_x__1", "v", rows, PART, COLUMNS, "_rid", marks=("issues",))


def write_part(folder: Path, number: int, rows: int = ROWS) -> str:
    """The part with its rows in reverse, as a database may hand them out."""
    places = list(range(number * PART, min((number + 1) * PART, rows)))
    count = len(places)
    table = pa.table(
        {
            "_rid": pa.array([p + 7 for p in reversed(places)], pa.int64()),
            "name": [None if p == 3 else "" if p == 4 else f"n{p}" for p in reversed(places)],
            "amount": [str(p) for p in reversed(places)],
            "_at": pa.array([count - 1 - n for n in range(count)], pa.int32()),
        }
    )
    path = str(folder / f"{number}.part")
    with pa.OSFile(path, "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
        writer.write_table(table)
    return path


def write_order(folder: Path, positions: list[int]) -> str:
    table = pa.table({"position": pa.array(positions, pa.int32())})
    path = str(folder / "order.index")
    with pa.OSFile(path, "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
        writer.write_table(table)
    return path


@pytest.fixture
def model(tmp_path: Path) -> ArrowTable:
    made = ArrowTable()
    made.show_table(handle(), COLUMNS[1:])
    for number in range(3):
        made.add_part(number, write_part(tmp_path, number))
    return made


def names(model: ArrowTable, *rows: int) -> list[object]:
    return [model.index(row, 0).data(RAW) for row in rows]


def test_it_is_a_model(model: ArrowTable, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_an_empty_table_is_a_model(qtmodeltester: ModelTester) -> None:
    empty = ArrowTable()
    empty.show_table(handle(0), COLUMNS)
    assert empty.rowCount() == 0
    qtmodeltester.check(empty)


def test_rows_stand_at_their_places_across_parts(model: ArrowTable) -> None:
    assert model.rowCount() == ROWS
    assert names(model, 0, 999, 1_000, 2_499) == ["n0", "n999", "n1000", "n2499"]
    assert model.row_id(1_000) == 1_007
    assert model.block(998, 1_001, ["_rid", "name"]) == [
        [1_005, "n998"],
        [1_006, "n999"],
        [1_007, "n1000"],
    ]


def test_another_order(model: ArrowTable, tmp_path: Path) -> None:
    model.show_order(write_order(tmp_path, [2_400, 5, 1_500]))
    assert model.rowCount() == 3
    assert names(model, 0, 1, 2) == ["n2400", "n5", "n1500"]
    assert model.positions(0) == (2_400, 5, 1_500)


def test_no_row_fits(model: ArrowTable, tmp_path: Path) -> None:
    model.show_order(write_order(tmp_path, []))
    assert model.rowCount() == 0
    assert model.is_here(0)


def test_no_value_and_an_empty_text_differ(model: ArrowTable) -> None:
    assert names(model, 3, 4) == [None, ""]
    told = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (3, 4, 5)]
    assert told == ["No value", "Empty text", "n5"]


def test_what_is_shown_keeps_its_own_direction(model: ArrowTable) -> None:
    assert model.index(5, 0).data() == "\u2068n5\u2069"
    assert model.index(5, 0).data(RAW) == "n5"


def test_a_part_that_is_not_here_is_asked_for_once_looked_at(tmp_path: Path, qtbot: QtBot) -> None:
    model = ArrowTable()
    model.show_table(handle(), COLUMNS[1:])
    model.add_part(0, write_part(tmp_path, 0))
    assert names(model, 0) == ["n0"]
    with qtbot.waitSignal(model.part_wanted) as asked:
        assert names(model, 1_200) == [WAITING]
    assert asked.args == [1]
    assert model.block(900, 1_100, ["name"]) == []
    with qtbot.waitSignal(model.dataChanged):
        model.add_part(1, write_part(tmp_path, 1))
    assert names(model, 1_200) == ["n1200"]
    assert model.lacking() == [2]


def test_marks_are_asked_for_by_page(model: ArrowTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.marks_wanted) as asked:
        assert model.index(PAGE + 1, 0).data(MARK) == ""
    assert asked.args == [1]
    model.add_marks(
        1,
        [
            CellMark(PAGE + 1, "name", "warning", "placeholder", "x"),
            CellMark(PAGE + 1, "name", "error", "required"),
        ],
    )
    marked = model.index(PAGE + 1, 0)
    assert marked.data(MARK) == "error"
    assert "Name" in marked.data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(PAGE + 1, 1).data(MARK) == ""


def test_row_numbers_are_written_in_the_digits_of_the_language(
    model: ArrowTable, persian: None
) -> None:
    told = model.headerData(1_233, Qt.Orientation.Vertical)
    assert told == "۱٬۲۳۴"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "نام"
