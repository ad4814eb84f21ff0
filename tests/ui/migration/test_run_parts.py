"""The parts that show runs: progress reports, small tables, words."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from migrator.model.text import Text
from migrator.model.views.runs import RunView
from ui.models.sheet_model import Cell, SheetModel
from ui.pages.migration import words
from ui.widgets.run_progress import Lane, Report, RunProgress, report_of
from ui.widgets.sheet import Sheet


class Running(QObject):
    """What the bars need of a job."""

    progressed = Signal(int, object, str)
    done = False
    stopping = False
    stopped = 0

    def cancel(self) -> None:
        self.stopped += 1


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("load contact", Report("load", "contact")),
        ("load contact (12 refused)", Report("load", "contact", 12)),
        ("load Order Details (3 refused)", Report("load", "Order Details", 3)),
        ("compare salesorder", Report("compare", "salesorder")),
        ("take back account", Report("take back", "account")),
        ("link systemuser", Report("link", "systemuser")),
        ("extract crm/customers", Report()),
        ("contact: blocks", Report()),
        ("take back", Report()),
        ("", Report()),
    ],
)
def test_reports_are_taken_apart(label: str, told: Report) -> None:
    assert report_of(label) == told


def test_bars_follow_the_reports(qtbot: QtBot) -> None:
    bars = RunProgress("Pause")
    qtbot.addWidget(bars)
    job: Any = Running()
    bars.follow(job, [Lane("account", "Account", 10), Lane("contact", "Contact", 4)])
    account, contact = bars._rows["account"], bars._rows["contact"]
    job.progressed.emit(0, 10, "load account")
    job.progressed.emit(6, 10, "load account (2 refused)")
    assert (account.bar.value(), account.bar.maximum()) == (6, 10)
    assert account.state.text() == "2 refused"
    # The last report of an entity may be swallowed: the next entity tells that it is done.
    job.progressed.emit(0, 4, "load contact")
    assert account.bar.value() == 10
    assert contact.bar.value() == 0
    job.progressed.emit(4, None, "compare account")
    assert (contact.state.text(), account.state.text()) == ("loaded", "working")
    assert bars._title.text() == "Reading the target back and comparing"
    job.progressed.emit(1, 1, "extract crm/customers")
    assert bars._title.text() == "Reading the target back and comparing"
    bars._stop.click()
    bars._stop.click()
    assert job.stopped == 1


def test_a_sheet_keeps_the_promises_of_a_model(qtbot: QtBot, qtmodeltester: Any) -> None:
    model = SheetModel(["Name", "Count"], numbers=(1,))
    qtmodeltester.check(model)
    model.set_rows([[Cell("a"), Cell("1", number=True)], [Cell("=b"), Cell("2")]], ["x", "y"])
    qtmodeltester.check(model)
    assert (model.key(1), model.cell(0, 1).number) == ("y", True)


def test_a_sheet_is_copied_for_a_spreadsheet(qtbot: QtBot, qapp: QApplication) -> None:
    model = SheetModel(["Name", "Value"])
    sheet = Sheet(model, "Things")
    qtbot.addWidget(sheet)
    model.set_rows([[Cell("a"), Cell("shown", copy="stored")], [Cell("b"), Cell("2")]])
    sheet.choose(0)
    sheet.copy()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "Name\tValue\r\na\tstored"


def run(**facts: Any) -> RunView:
    base = {"no": 1, "kind": "full", "state": "done", "started_at": "2026-01-01T10:00:00+00:00",
            "ended_at": "2026-01-01T10:02:05+00:00", "who": "root", "fits": True}  # fmt: skip
    return RunView(**{**base, **facts})


@pytest.mark.parametrize(
    ("state", "working", "told"),
    [
        ("running", True, "running"),
        ("running", False, "stopped"),
        ("cancelled", False, "paused"),
        ("rolled_back", False, "taken back"),
    ],
)
def test_a_run_that_nobody_works_on_is_stopped(state: str, working: bool, told: str) -> None:
    assert words.state_of(run(state=state), working=working)[0] == told


def test_runs_in_words() -> None:
    assert words.lasted(run()) == "2:05"
    assert words.lasted(run(ended_at="")) == ""
    taken = run(kind="rollback", of=1, removed=7, kept=2)
    assert "Run 1 was taken back: 7 records removed. 2 stay" in words.detail(taken)
    assert not words.can_be_taken_back(taken)
    assert not words.can_be_taken_back(run(state="rolled_back"))
    assert words.can_be_taken_back(run(state="failed"))
    assert "no route" in words.detail(run(state="failed", reason=Text.of("no route")))
