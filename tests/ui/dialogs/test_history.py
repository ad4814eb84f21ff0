"""The history: in plain words, with a way to every state and a load as a barrier."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from migrator.model.loading import RunKind
from migrator.workspace import Workspace
from ui.dialogs.history_dialog import HistoryDialog
from ui.job import Job
from ui.operations import project
from ui.session import Session

WAIT = 30_000
Settle = Callable[[Job], object]


@pytest.fixture
def dialog(session: Session, settle: Settle, qtbot: QtBot) -> HistoryDialog:
    for name in ("One", "Two", "Three"):
        settle(project.set_customer(session=session, customer=name))
    made = HistoryDialog(session)
    qtbot.addWidget(made)
    made.show()
    return made


def words(dialog: HistoryDialog) -> list[str]:
    return [dialog.table.index(n, 1).data() for n in range(dialog.table.rowCount())]


def go(dialog: HistoryDialog, row: int, qtbot: QtBot) -> None:
    dialog.view.select_key(dialog.table.key(row))
    assert dialog.go.isEnabled()
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog._goal is None, timeout=WAIT)


def test_the_newest_change_stands_first_and_is_marked(dialog: HistoryDialog) -> None:
    assert words(dialog)[0] == "Changed the customer (now)"
    assert words(dialog)[-1] == "New project"
    assert not dialog.go.isEnabled()  # one is there already


def test_one_goes_back_and_forward_again(dialog: HistoryDialog, qtbot: QtBot) -> None:
    go(dialog, 2, qtbot)
    assert dialog._session.plan.customer == "One"
    assert words(dialog)[0].endswith("(taken back)")
    assert words(dialog)[2].endswith("(now)")
    go(dialog, 0, qtbot)
    assert dialog._session.plan.customer == "Three"


def test_a_change_made_meanwhile_is_shown(
    dialog: HistoryDialog, settle: Settle, qtbot: QtBot
) -> None:
    before = dialog.table.rowCount()
    settle(project.rename(session=dialog._session, name="Renamed"))
    qtbot.waitUntil(lambda: dialog.table.rowCount() == before + 1, timeout=WAIT)
    assert words(dialog)[0] == "Renamed the project (now)"


def test_a_history_that_was_closed_hears_nothing_more(
    session: Session, settle: Settle, qtbot: QtBot
) -> None:
    dialog = HistoryDialog(session)
    dialog.show()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    settle(project.rename(session=session, name="Renamed"))  # an exception would fail the test
    assert session.plan.name == "Renamed"


def test_a_load_bars_the_way_back_and_says_so(
    empty_session: Session, sample_folder: Path, qtbot: QtBot
) -> None:
    with Workspace.open(sample_folder) as workspace:
        workspace.load(RunKind.PILOT)
    with qtbot.waitSignal(empty_session.opened, timeout=WAIT):
        empty_session.open(str(sample_folder))
    dialog = HistoryDialog(empty_session)
    qtbot.addWidget(dialog)
    dialog.view.select_key(dialog.table.key(1))
    assert "undo stops there" in dialog.banner.text
    assert not dialog.go.isEnabled()
