"""The frame: languages, colours, undo, the rail, crashes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from migrator.model.views.state import STEPS
from ui import speech, theme
from ui.crash import Crashes, redacted
from ui.job import Job
from ui.main_window import MainWindow
from ui.session import Session
from ui.shell.rail import RailModel

WAIT_MS = 60_000
Settle = Callable[[Job], object]


def words(window: MainWindow) -> set[str]:
    labels = {one.text() for one in window.findChildren(QLabel)}
    return labels | {one.text() for one in window.findChildren(QPushButton)}


def test_the_language_changes_at_once(shell: MainWindow, qapp: QApplication, qtbot: QtBot) -> None:
    assert "Continue" in words(shell)
    shell.speak("fa")
    assert "ادامه" in words(shell)
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert shell.rail.steps.index(4).data() == "نگاشت"
    shell.speak("en")
    assert "Continue" in words(shell)
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_colours_change_at_once(shell: MainWindow) -> None:
    light = theme.colour("window").name()
    shell.paint_in("dark")
    assert theme.is_dark()
    assert theme.colour("window").name() != light
    shell.paint_in("light")


def test_undo_and_redo_by_key(
    shell: MainWindow, session: Session, settle: Settle, qtbot: QtBot
) -> None:
    settle(session.edit("project.rename", name="Nowruz"))
    assert shell.top._undo.toolTip().startswith("Undo: ")
    qtbot.waitUntil(shell.top._undo.isEnabled)
    qtbot.mouseClick(shell.top._undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.plan.name == "sample", timeout=WAIT_MS)
    qtbot.mouseClick(shell.top._redo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.plan.name == "Nowruz", timeout=WAIT_MS)


def test_the_rail_says_how_each_step_stands(shell: MainWindow, qtmodeltester: object) -> None:
    model = shell.rail.steps
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    told = [str(model.index(n).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(len(STEPS))]
    assert told[1].startswith("Sources, done, 15 tables, 3,433 rows")
    assert told[9].startswith("Migrate, not yet possible")


def test_an_empty_rail_is_a_good_model(qtmodeltester: object, qapp: QApplication) -> None:
    qtmodeltester.check(RailModel())  # type: ignore[attr-defined]


def test_a_step_that_is_not_possible_says_what_comes_first(shell: MainWindow, qtbot: QtBot) -> None:
    shell.go("verification")
    assert shell.visits is not None
    assert shell.visits.page is None
    assert "Verify comes later" in words(shell)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("no row 'Ali Rezaei' here", "no row <value> here"),
        ("mail to ali@example.com failed", "mail to <address> failed"),
        ("code 0012345679 and 12", "code <number> and 12"),
        ("کد ۰۰۱۲۳۴۵۶۷۹", "کد <number>"),
    ],
)
def test_a_crash_report_holds_nobodys_data(given: str, kept: str) -> None:
    assert redacted(given) == kept


def test_a_crash_is_written_and_told(tmp_path: Path, qtbot: QtBot) -> None:
    crashes = Crashes(tmp_path)
    with pytest.raises(ValueError, match="Maryam") as error:
        int("row 'Maryam' is odd")
    with qtbot.waitSignal(crashes.happened) as told:
        crashes.caught(error.type, error.value, error.tb)
    assert told.args is not None
    text = Path(told.args[1]).read_text("utf-8")
    assert "ValueError: invalid literal" in text
    assert "test_window.py" in text
    assert "Maryam" not in text


def test_the_details_of_a_crash_fold_out_and_in(shell: MainWindow, qtbot: QtBot) -> None:
    shell.crashed("ValueError", "report.txt")
    fold = next(b for b in shell.banner.findChildren(QPushButton) if b.text() == "Details")
    details = shell.banner.findChild(QPlainTextEdit)
    assert details is not None
    seen = [details.isVisible()]
    for _ in range(2):
        qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
        seen.append(details.isVisible())
    assert seen == [False, True, False]
    assert details.toPlainText() == "ValueError\nreport.txt"


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "1,234 97% 22 Nov 2026"), ("fa", "۱٬۲۳۴ ۹۷٪ ۱ آذر ۱۴۰۵")],
)
def test_numbers_and_days_are_written_as_the_language_does(language: str, told: str) -> None:
    speech.use(language)
    try:
        found = f"{speech.number(1234)} {speech.percent(0.97)} {speech.date('2026-11-22')}"
    finally:
        speech.use("en")
    assert found == told
