"""The start screen: new, open, sample, recents."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from ui.shell.recents import CROSS, GONE
from ui.shell.start_screen import StartScreen, project_in


@pytest.fixture
def screen(qtbot: QtBot, tmp_path: Path) -> StartScreen:
    made = StartScreen()
    qtbot.addWidget(made)
    made.place.set_path(str(tmp_path))
    made.resize(1280, 660)
    made.show()
    return made


def project_at(folder: Path) -> str:
    folder.mkdir()
    (folder / "project.db").touch()
    return str(folder)


def test_a_name_is_enough_for_a_new_project(
    screen: StartScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    assert not screen.create_button.isEnabled()
    qtbot.keyClicks(screen.name, "Old: CRM / 2")
    with qtbot.waitSignal(screen.create_requested) as asked:
        screen.create_button.click()
    assert asked.args == [str(tmp_path / "Old_ CRM _ 2.kooch"), "Old: CRM / 2", "en"]


@pytest.mark.parametrize("name", ["  ", "///", "..."])
def test_a_name_of_nothing_is_refused(screen: StartScreen, name: str) -> None:
    screen.name.setText(name)
    assert not screen.create_button.isEnabled()
    screen.name.returnPressed.emit()


def test_a_project_that_is_there_is_not_made_again(screen: StartScreen, tmp_path: Path) -> None:
    (tmp_path / "taken.kooch").mkdir()
    screen.name.setText("taken")
    assert not screen.create_button.isEnabled()
    assert "already" in screen._told.text()
    screen.name.setText("free")
    assert screen.create_button.isEnabled()
    screen.place.set_path("not absolute")
    assert not screen.create_button.isEnabled()


def test_each_sample_gets_a_folder_of_its_own(
    screen: StartScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    screen._home = tmp_path
    (tmp_path / "sample-1").mkdir()
    with qtbot.waitSignal(screen.sample_requested) as asked:
        screen.sample_button.click()
    assert asked.args == [str(tmp_path / "sample-2" / "sample.kooch")]


def test_a_recent_project_is_opened_by_click_and_key(
    screen: StartScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = project_at(tmp_path / "a.kooch"), project_at(tmp_path / "b.kooch")
    screen.set_recents([(first, "A", "2026-11-20T10:00:00"), (second, "B", "2026-11-19T10:00:00")])
    rect = screen.recents.visualRect(screen.recents.projects.index(1))
    with qtbot.waitSignal(screen.open_requested) as asked:
        qtbot.mouseClick(screen.recents.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert asked.args == [second]
    screen.recents.setCurrentIndex(screen.recents.projects.index(0))
    with qtbot.waitSignal(screen.open_requested) as asked:
        qtbot.keyClick(screen.recents, Qt.Key.Key_Return)
    assert asked.args == [first]


def test_what_is_gone_is_greyed_and_only_taken_off(
    screen: StartScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    gone = project_at(tmp_path / "gone.kooch")
    shutil.rmtree(gone)
    screen.set_recents([(gone, "Gone", "2026-11-20T10:00:00")])
    index = screen.recents.projects.index(0)
    assert index.data(GONE)
    rect = screen.recents.visualRect(index)
    with qtbot.assertNotEmitted(screen.open_requested):
        qtbot.mouseClick(screen.recents.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    cross = QPoint(rect.right() - CROSS // 2, rect.center().y())
    with qtbot.waitSignal(screen.forget_requested) as asked:
        qtbot.mouseClick(screen.recents.viewport(), Qt.MouseButton.LeftButton, pos=cross)
    assert asked.args == [gone]
    assert screen.recents.projects.rowCount() == 0


def test_delete_takes_a_project_off_the_list(
    screen: StartScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    here = project_at(tmp_path / "a.kooch")
    screen.set_recents([(here, "A", "2026-11-20T10:00:00")])
    screen.recents.setCurrentIndex(screen.recents.projects.index(0))
    with qtbot.waitSignal(screen.forget_requested):
        qtbot.keyClick(screen.recents, Qt.Key.Key_Delete)
    assert Path(here).is_dir()  # the project itself stays


def test_nothing_can_be_chosen_while_one_is_opened(screen: StartScreen) -> None:
    screen.name.setText("new")
    screen.set_busy(True)
    assert not screen.create_button.isEnabled()
    assert not screen.sample_button.isEnabled()
    screen.set_busy(False)
    assert screen.create_button.isEnabled()


def test_a_folder_that_is_dropped_is_opened(
    screen: StartScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(screen.open_requested) as asked:
        screen.dropEvent(event)
    assert asked.args == [str(tmp_path)]


def test_the_folder_around_a_project_opens_it_too(tmp_path: Path) -> None:
    assert project_in(str(tmp_path)) == str(tmp_path)
    inside = project_at(tmp_path / "a.kooch")
    assert project_in(str(tmp_path)) == inside
    assert project_in(inside) == inside
    project_at(tmp_path / "b.kooch")
    assert project_in(str(tmp_path)) == str(tmp_path)  # which of the two?


def test_the_recents_model_keeps_its_promises(
    screen: StartScreen, tmp_path: Path, qtmodeltester: object
) -> None:
    screen.set_recents([(project_at(tmp_path / "a.kooch"), "A", "x")])
    qtmodeltester.check(screen.recents.projects)  # type: ignore[attr-defined]


def test_persian_reads_from_the_right(persian: None, qtbot: QtBot) -> None:
    made = StartScreen()
    qtbot.addWidget(made)
    made.show()
    assert made.create_button.text() == "ساختن پروژه"
    assert made.language.currentData() == "fa"
