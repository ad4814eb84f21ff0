"""The page of the migration on the real sample: prediction, run, pause, kill, resume, rollback."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.looking import Pseudo, cut_off, go, nameless, settle_shell, untranslated_buttons
from tests.ui.runs_help import Settle, approve, crm, press, small_batches, texts
from ui.main_window import MainWindow
from ui.pages.migration.page import RESULT, RUNS, MigrationPage

EVERYTHING = 3412  # records that are ready in the sample


@pytest.fixture
def approved(
    sample_folder: Path, request: pytest.FixtureRequest, settle: Settle, qtbot: QtBot
) -> MainWindow:
    """The window at the migration, a small pilot approved; loads travel in many batches."""
    small_batches(sample_folder, 25)
    shell: MainWindow = request.getfixturevalue("shell")
    approve(shell.session, settle)
    go(shell, "migration", qtbot)
    return shell


def current(shell: MainWindow) -> MigrationPage:
    assert shell.visits is not None
    found = shell.visits.page
    assert isinstance(found, MigrationPage)
    return found


def loaded(shell: MainWindow) -> int:
    return int(str(crm(shell.session, "select count(*) from kooch_crosswalk where action ="
                                      " 'insert'")[0][0]))  # fmt: skip


def until_loading(shell: MainWindow, entity: str, qtbot: QtBot) -> None:
    progress = current(shell).progress
    qtbot.waitUntil(lambda: progress._now.entity == entity, timeout=60_000)


def test_dry_run_start_result_and_rollback(approved: MainWindow, qtbot: QtBot) -> None:
    page = current(approved)
    new_column, there = 5, 7
    assert set(texts(page.prediction.sheet, there)) == {"?"}
    press(page.prediction.dry_run, qtbot)
    settle_shell(approved, qtbot)
    before = loaded(approved)
    assert texts(page.prediction.sheet, there)[-1] == str(before)
    new = texts(page.prediction.sheet, new_column)[-1]
    assert new == f"{EVERYTHING - before:,}"
    press(page.start, qtbot)
    assert new in page.question.words
    assert "crm.sqlite" in page.question.words
    press(page.question.yes, qtbot)
    assert page.progress.isVisible()
    assert not page.runs.back.isEnabled()
    settle_shell(approved, qtbot)
    # Every record is accounted for.
    assert page.tabs.current == RESULT
    assert page.result.balance.text() == "The account balances"
    assert set(texts(page.result.sheet, 9)) == {"balances"}
    assert page.blocker() == ""
    # The dry run is held to what it said.
    assert page.result.score.told.text() == (
        f"The dry run foretold {EVERYTHING:,} of {EVERYTHING:,} records rightly."
    )
    # It can be taken back; the pilot stays.
    page.tabs.show_part(RUNS)
    assert texts(page.runs.sheet, 6)[0] == f"+{EVERYTHING - before:,}"
    press(page.runs.back, qtbot)
    assert "run 2" in page.question.words
    press(page.question.yes, qtbot)
    settle_shell(approved, qtbot)
    assert texts(page.runs.sheet, 1) == ["Rollback", "Full run", "Pilot"]
    assert texts(page.runs.sheet, 2)[1] == "taken back"
    assert loaded(approved) == before
    assert "removed" in page.banner_text


def test_a_pause_is_gone_on_with_and_nothing_is_doubled(approved: MainWindow, qtbot: QtBot) -> None:
    page = current(approved)
    press(page.start, qtbot)
    press(page.question.yes, qtbot)
    until_loading(approved, "salesorderdetail", qtbot)
    press(page.progress._stop, qtbot)
    settle_shell(approved, qtbot)
    assert 0 < loaded(approved) < EVERYTHING
    assert "Resume run 2" in page.start.text()
    assert any("stopped before its end" in note for note in page.prediction.said)
    assert page.blocker() != ""
    press(page.start, qtbot)  # agreed to before: it asks no more
    assert page.progress.isVisible()
    settle_shell(approved, qtbot)
    assert loaded(approved) == EVERYTHING
    assert texts(page.runs.sheet, 0) == ["2", "1"]


def test_a_killed_run_shows_as_stopped_and_is_resumed(approved: MainWindow, qtbot: QtBot) -> None:
    page = current(approved)
    page.ask_start()
    page.question.yes.click()
    until_loading(approved, "salesorderdetail", qtbot)
    pid = approved.session.engine.pid
    assert pid is not None
    with qtbot.waitSignal(approved.session.died, timeout=60_000):
        os.kill(pid, signal.SIGKILL)
    settle_shell(approved, qtbot)
    go(approved, "migration", qtbot)
    page = current(approved)
    assert page.tabs.isVisible()
    assert texts(page.runs.sheet, 2)[0] == "stopped"
    assert "Resume" in page.start.text()
    press(page.start, qtbot)
    settle_shell(approved, qtbot)
    assert loaded(approved) == EVERYTHING
    [[rows, keys]] = crm(
        approved.session,
        "select count(*), count(distinct salesorderdetailid) from salesorderdetail",
    )
    assert rows == keys


def test_it_is_locked_again_when_the_plan_changes(approved: MainWindow, qtbot: QtBot) -> None:
    page = current(approved)
    press(page.start, qtbot)
    press(page.question.yes, qtbot)
    settle_shell(approved, qtbot)
    recipe = next(r for r in approved.session.plan.recipes if r.steps)
    ids = [recipe.steps[0].id]
    approved.session.edit("cleaning.switch", entity=recipe.entity, ids=ids, on=False)
    settle_shell(approved, qtbot)
    page = current(approved)
    assert not page.start.isEnabled()
    assert "Changed since" in page.gate.words
    assert not page.to_pilot.isHidden()
    assert "changed since this run" in page.result.note.text()
    steps: list[str] = []
    page.go.connect(steps.append)
    page.to_pilot.click()
    assert steps == ["pilot"]


def test_a_target_out_of_reach_is_one_sentence(approved: MainWindow, qtbot: QtBot) -> None:
    state = approved.session.state
    assert state is not None
    file = Path(state.folder).with_name("crm.sqlite")
    file.unlink()
    file.mkdir()  # not a database any more
    page = current(approved)
    press(page.prediction.dry_run, qtbot)
    settle_shell(approved, qtbot)
    assert page.banner_text.count("\n") == 0
    assert "crm.sqlite" in page.banner_text
    assert page.prediction.dry_run.isEnabled()


def test_it_fits_in_a_longer_language_and_everything_is_named(
    approved: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    translator = Pseudo()
    qapp.installTranslator(translator)
    try:
        approved.paint_in("light")
        settle_shell(approved, qtbot)
        page = current(approved)
        page.dry_run()
        settle_shell(approved, qtbot)
        page.ask_start()
        found = []
        for part in range(3):
            page.tabs.show_part(part)
            settle_shell(approved, qtbot)
            found += cut_off(page) + untranslated_buttons(page) + nameless(page)
    finally:
        qapp.removeTranslator(translator)
    assert found == []
