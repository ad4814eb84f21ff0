"""The queue and the side by side as models, on lines written by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui import speech
from ui.models.queue import LINE, QueueModel
from ui.pages.duplicates.compare_model import CompareModel
from ui.pages.duplicates.words import clusters_told, line_told, pairs_told, score_told

from .lines import DECIDED, RULE, field, group, line, page

NOWHERE = QModelIndex()


@pytest.fixture
def queue() -> QueueModel:
    model = QueueModel(line_told)
    model.start(page([line(1), line(3, RULE, 0.999), line(5), line(7, DECIDED, None)], total=6))
    return model


def test_the_queue_is_a_sound_model(queue: QueueModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(queue)
    queue.append(page([line(9), line(11)], total=6))
    qtmodeltester.check(queue)


def test_lines_come_when_they_are_wanted(queue: QueueModel, qtbot: QtBot) -> None:
    assert queue.rowCount() == 4
    with qtbot.waitSignal(queue.wanted) as asked:
        queue.fetchMore(NOWHERE)
    assert asked.args == [4, 7]
    assert not queue.canFetchMore(NOWHERE)  # not twice while it is under way
    queue.append(page([line(9), line(11)], total=6))
    assert queue.rowCount() == 6
    assert not queue.canFetchMore(NOWHERE)


def test_a_window_that_comes_back_empty_ends_the_list(queue: QueueModel) -> None:
    queue.fetchMore(NOWHERE)
    queue.append(page([], total=6))
    assert (queue.total, queue.canFetchMore(NOWHERE)) == (4, False)


@pytest.mark.parametrize(("row", "after"), [(0, 2), (2, 0), (1, 2), (3, 0), (-1, 0)])
def test_the_next_group_that_waits(queue: QueueModel, row: int, after: int) -> None:
    assert queue.next_open(row) == after


def test_nothing_waits_when_all_is_decided(queue: QueueModel) -> None:
    for row in range(4):
        queue.settle(row, DECIDED)
    assert queue.next_open(0) == -1


@pytest.mark.parametrize(("rows", "place"), [({5, 6}, 2), ({4, 5, 6}, 2), ({99}, -1), (set(), -1)])
def test_a_group_is_found_by_its_rows(queue: QueueModel, rows: set[int], place: int) -> None:
    assert queue.find(rows) == place


def test_a_verdict_shows_at_once(queue: QueueModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(queue.dataChanged):
        queue.settle(0, DECIDED)
    assert queue.index(0).data(LINE).stand is DECIDED
    assert queue.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "group 1, 2 records, 90%, decided"
    )


@pytest.mark.parametrize(
    ("score", "told"),
    [
        (0.8049, "80%"), (0.9899, "98%"), (0.9951, "99.5%"), (0.99951, "99.95%"),
        (0.999999, "99.99%"), (1.0, "100%"),
    ],
)  # fmt: skip
def test_a_score_is_never_rounded_up(score: float, told: str) -> None:
    assert score_told(score) == told


def test_persian_says_numbers_its_own_way(persian: None) -> None:
    assert score_told(0.87) == "۸۷٪"
    assert pairs_told(1200) == "۱٬۲۰۰ جفت"
    assert clusters_told(1) == "۱ خوشه"


# -- side by side


NAME = field("name", ("Ali", "Aly", "Ali"), 0)
MAIL = field("mail", ("", "a@b.ir", ""), 1, kept=True)
FAX = field("fax", ("1", "2", "3"), 2)


@pytest.fixture
def compared() -> CompareModel:
    model = CompareModel()
    model.show_group(group(NAME, MAIL, FAX), without={12})
    return model


def test_the_side_by_side_is_a_sound_model(
    compared: CompareModel, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(compared)
    compared.show_group(None, ())
    qtmodeltester.check(compared)


@pytest.mark.parametrize(
    ("row", "column", "stands"),
    [
        (0, 0, "Ali wins agrees"), (0, 1, "Aly"), (0, 2, "Ali out"), (1, 0, ""),
        (1, 1, "a@b.ir wins kept agrees"), (2, 2, "3 wins out"), (2, 0, "1"),
    ],
)  # fmt: skip
def test_cells_tell_how_they_stand(
    compared: CompareModel, row: int, column: int, stands: str
) -> None:
    cell = compared.cell(row, column)
    assert cell is not None
    marks = [name for name in ("wins", "out", "kept", "agrees") if getattr(cell, name)]
    assert " ".join([cell.text, *marks]).strip() == stands


def test_the_last_column_is_the_result(compared: CompareModel) -> None:
    assert compared.columnCount() == 4
    told = [(compared.cell(row, 3).text, compared.cell(row, 3).rule) for row in range(3)]
    assert told == [("Ali", "First row"), ("a@b.ir", "First row"), ("3", "First row")]
    assert compared.head(3).chosen is None
    assert [compared.head(n).chosen for n in range(3)] == [True, True, False]


def test_headers_say_who_and_what(compared: CompareModel) -> None:
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert compared.headerData(1, across) == "Record 2"
    below = f"row 101 · {speech.isolate('crm')} · {speech.isolate('people')}"
    assert compared.headerData(1, across, Qt.ItemDataRole.ToolTipRole) == below
    assert [compared.headerData(n, down) for n in range(3)] == ["name", "mail", "fax"]
