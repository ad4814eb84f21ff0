"""What holds for every page, in every language and at the smallest size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from migrator.model.views.state import STEPS, Mark
from tests.ui.looking import Pseudo, cut_off, go, nameless, untranslated_buttons
from ui.main_window import MainWindow


def reachable(shell: MainWindow) -> list[str]:
    state = shell.session.state
    assert state is not None
    return [step for step in STEPS if state.step(step).mark is not Mark.BLOCKED]


@pytest.mark.parametrize("language", ["en", "fa"])
def test_every_page_shows_itself_whole(shell: MainWindow, qtbot: QtBot, language: str) -> None:
    shell.speak(language)
    problems = []
    for step in reachable(shell):
        go(shell, step, qtbot)
        assert shell.visits is not None
        page = shell.visits.page
        assert page is not None, step
        problems += [f"{step}: banner {page.banner_text}"] if "kooch" in page.banner_text else []
        problems += [f"{step}: cut {one}" for one in cut_off(page)]
        problems += [f"{step}: nameless {one}" for one in nameless(page)]
    assert problems == []


def test_a_longer_language_fits_and_nothing_is_left_in_english(
    shell: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    translator = Pseudo()
    qapp.installTranslator(translator)
    try:
        shell.paint_in("light")  # builds the window anew, in the pseudo language
        problems = []
        for step in reachable(shell):
            go(shell, step, qtbot)
            problems += [f"{step}: cut {one}" for one in cut_off(shell)]
            problems += [f"{step}: in English {one}" for one in untranslated_buttons(shell)]
    finally:
        qapp.removeTranslator(translator)
    assert sorted(set(problems)) == []
