"""The page of the pilot on the real sample, loading into a real SQLite file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from migrator.model.piloting import PilotBy
from migrator.workspace import Workspace
from tests.ui.looking import Pseudo, cut_off, go, nameless, settle_shell, untranslated_buttons
from tests.ui.runs_help import crm, press, texts
from ui.main_window import MainWindow
from ui.pages.pilot import words
from ui.pages.pilot.page import PilotPage
from ui.widgets.banner import Banner


@pytest.fixture
def page(shell: MainWindow, qtbot: QtBot) -> PilotPage:
    """The page as a person finds it."""
    go(shell, "pilot", qtbot)
    return current(shell)


def current(shell: MainWindow) -> PilotPage:
    assert shell.visits is not None
    found = shell.visits.page
    assert isinstance(found, PilotPage)
    return found


def row_of(page: PilotPage, label: str) -> int:
    return texts(page.records.record.sheet, 0).index(label)


def test_the_choice_is_explained_before_anything_is_written(
    shell: MainWindow, page: PilotPage, qtbot: QtBot
) -> None:
    sheet = page.choice.sheet
    assert texts(sheet, 0)[:3] == ["User", "Account", "Contact"]
    assert "parents" in texts(sheet, 4)[1]
    assert page.choice.how.count.value() == 25
    page.choice.how.count.setValue(2)
    qtbot.waitUntil(lambda: texts(sheet, 2)[1] == "2", timeout=10_000)
    assert int(texts(sheet, 3)[1]) > 2
    assert shell.session.plan.loading.pilot_rows == 2
    assert "approve" in page.blocker()
    assert shell.session.state is not None
    assert not Path(shell.session.state.folder).with_name("crm.sqlite").exists()


def test_it_is_chosen_by_coverage_by_filter_and_by_key(
    shell: MainWindow, page: PilotPage, qtbot: QtBot
) -> None:
    how, sheet = page.choice.how, page.choice.sheet

    def turn(by: PilotBy) -> None:
        how.by.setCurrentIndex(how.by.findData(by))
        how.by.activated.emit(how.by.currentIndex())
        settle_shell(shell, qtbot)

    turn(PilotBy.COVERAGE)
    qtbot.waitUntil(lambda: "shows" in texts(sheet, 4)[1], timeout=10_000)
    assert shell.session.plan.loading.pilot.by is PilotBy.COVERAGE
    turn(PilotBy.FILTER)
    assert shell.focusWidget() is how.words  # nothing is asked before there is a condition
    how.entity.setCurrentIndex(how.entity.findData("account"))
    how.words.setText("field('nothing') == 1")
    how.words.editingFinished.emit()
    qtbot.waitUntil(lambda: page.findChild(Banner).isVisible(), timeout=10_000)
    assert "No mapped field is called nothing" in page.findChild(Banner).text
    how.words.setText("field('address1_city') == 'Berlin'")
    how.words.editingFinished.emit()
    qtbot.waitUntil(lambda: texts(sheet, 2)[1] == "2", timeout=10_000)
    turn(PilotBy.KEYS)
    how.words.setText("ALFKI, nobody")
    how.words.editingFinished.emit()
    qtbot.waitUntil(lambda: "nobody" in page.choice.total.text(), timeout=10_000)
    assert texts(sheet, 2)[1] == "1"
    how.levels.setValue(1)
    qtbot.waitUntil(lambda: "children" in " ".join(texts(sheet, 4)), timeout=10_000)


def test_run_look_approve_remove(shell: MainWindow, page: PilotPage, qtbot: QtBot) -> None:
    page.choice.rows_wanted.emit(3)
    settle_shell(shell, qtbot)
    press(page.start, qtbot)
    assert page.progress.isVisible()
    assert not page.start.isEnabled()
    settle_shell(shell, qtbot)
    # The records stand beside their source, and are equal.
    assert page.records.isVisible()
    assert "equal" in page.records.summary.text()
    page.records.entities.setCurrentIndex(page.records.entities.findData("contact"))
    settle_shell(shell, qtbot)
    shown = page.records.record
    lastname = row_of(page, "Last name")
    source, sent, held = (texts(shown.sheet, c)[lastname] for c in (2, 3, 4))
    assert sent in source
    assert held == sent
    assert not page.approve.isHidden()
    # Somebody changes it in the target: marked after another look.
    crm(shell.session, "update contact set lastname = 'Changed'")
    press(page.records.again, qtbot)
    settle_shell(shell, qtbot)
    cell = shown.sheet.sheet.cell(row_of(page, "Last name"), 4)
    assert ("Changed" in cell.text, cell.ground, cell.icon) == (True, "error", "circle-alert")
    assert "differ" in page.records.summary.text()
    # The approval needs a name.
    press(page.approve, qtbot)
    page.signing.name.setText(" ")
    assert not page.signing.yes.isEnabled()
    page.signing.name.setText("Sara")
    page.signing.note.setText("looked at all")
    press(page.signing.yes, qtbot)
    settle_shell(shell, qtbot)
    assert "approved" in page.gate.words
    assert (page.blocker(), page.approve.isHidden()) == ("", True)
    # Taken out again: what others changed stays, and is told.
    press(page.remove, qtbot)
    assert "Remove the" in page.question.words
    press(page.question.yes, qtbot)
    settle_shell(shell, qtbot)
    assert "stay" in page.banner_text
    assert crm(shell.session, "select count(*) from salesorder") == [(0,)]
    assert page.remove.isHidden()


def test_an_approval_never_outlives_a_change(
    shell: MainWindow, page: PilotPage, qtbot: QtBot
) -> None:
    page.choice.rows_wanted.emit(2)
    settle_shell(shell, qtbot)
    page.run_pilot()
    settle_shell(shell, qtbot)
    run = page.view.run.no  # type: ignore[union-attr]
    page.signing.approved.emit(run, "Sara", "")
    settle_shell(shell, qtbot)
    assert "is approved" in page.gate.words
    recipe = next(r for r in shell.session.plan.recipes if r.steps)
    ids = [recipe.steps[0].id]
    shell.session.edit("cleaning.switch", entity=recipe.entity, ids=ids, on=False)
    settle_shell(shell, qtbot)
    assert "Changed since" in page.gate.words
    assert page.view is not None
    assert [pill for pill, _ in words.pills(page.view)][0] == "changed since approval"
    assert page.blocker() != ""
    links: list[str] = []
    page.go.connect(links.append)
    page.gate._links.itemAt(0).widget().click()  # type: ignore[union-attr]
    assert links == ["cleaning"]


def test_a_target_out_of_reach_is_one_sentence_and_the_page_lives(
    sample_folder: Path, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    uri = f"sqlite:///{sample_folder.parent / 'nowhere' / 'crm.sqlite'}"
    with Workspace.open(sample_folder) as workspace:
        workspace.edit("Gone", lambda p: replace(p, target=replace(p.target, uri=uri)))
    shell: MainWindow = request.getfixturevalue("shell")
    go(shell, "pilot", qtbot)
    page = current(shell)
    press(page.start, qtbot)
    settle_shell(shell, qtbot)
    assert "crm.sqlite" in page.banner_text
    assert "Traceback" not in page.banner_text
    assert page.start.isEnabled()
    assert "Resume" in page.start.text()
    assert page.tabs.isVisible()


def test_the_page_is_built_anew_while_the_pilot_runs(
    shell: MainWindow, page: PilotPage, qtbot: QtBot
) -> None:
    page.run_pilot()
    shell.speak("fa")
    again = current(shell)
    assert again is not page
    qtbot.waitUntil(again.progress.isVisible, timeout=10_000)
    settle_shell(shell, qtbot)
    assert again.tabs.isVisible()
    assert again.view is not None
    assert again.view.run is not None
    assert again.view.run.state == "attention"


def test_it_fits_in_a_longer_language_and_everything_is_named(
    shell: MainWindow, page: PilotPage, qtbot: QtBot, qapp: QApplication
) -> None:
    page.choice.rows_wanted.emit(2)
    settle_shell(shell, qtbot)
    page.run_pilot()
    settle_shell(shell, qtbot)
    translator = Pseudo()
    qapp.installTranslator(translator)
    try:
        shell.paint_in("light")
        settle_shell(shell, qtbot)
        found: list[Any] = []
        built = current(shell)
        built.approve.click()
        for part in range(2):
            built.tabs.show_part(part)
            settle_shell(shell, qtbot)
            found += cut_off(built) + untranslated_buttons(built) + nameless(built)
    finally:
        qapp.removeTranslator(translator)
    assert found == []
