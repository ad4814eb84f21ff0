"""Thousands of random clicks and keys on each page: no traceback, and a project that opens.

`make torture` gives 5,000 events a page; the test command a few hundred.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from migrator.workspace import Workspace
from tests.ui.looking import go, settle_shell
from tests.ui.warm import Warm
from ui.main_window import MainWindow
from ui.session import Session

EVENTS = int(os.environ.get("KOOCH_CLICKS", "150"))
KEYS = [
    Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Delete,
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_A, Qt.Key.Key_M, Qt.Key.Key_N, Qt.Key.Key_U, Qt.Key.Key_S,
    Qt.Key.Key_1, Qt.Key.Key_9, Qt.Key.Key_PageDown,
]  # fmt: skip
PAGES = ["project", "sources", "assess", "target", "mapping", "cleaning", "duplicates",
         "validation", "pilot", "migration", "verification"]  # fmt: skip


class Monkey:
    """Clicks and types at random into what is on top, and closes what opens beside it."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window = window
        self._random = random.Random(seed)

    def act(self) -> None:
        """One event."""
        self._close_files()
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        root: QWidget = top or self._page()
        if self._random.random() < 0.25:
            target = QApplication.focusWidget() or root
            QTest.keyClick(target, self._random.choice(KEYS))
            return
        point = QPoint(
            self._random.randrange(max(1, root.width())),
            self._random.randrange(max(1, root.height())),
        )
        target = root.childAt(point) or root
        where = target.mapFrom(root, QPointF(point)).toPoint()
        roll = self._random.random()
        if roll < 0.1:
            QTest.mouseDClick(target, Qt.MouseButton.LeftButton, pos=where)
        elif roll < 0.15:
            QTest.mouseClick(target, Qt.MouseButton.RightButton, pos=where)
        else:
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=where)

    def _page(self) -> QWidget:
        visits = self._window.visits
        page = visits.page if visits is not None else None
        return page or self._window

    @staticmethod
    def _close_files() -> None:
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QFileDialog) and one.isVisible():
                one.reject()


@pytest.mark.parametrize("step", PAGES)
def test_random_clicks_leave_a_project_that_opens(
    shell: MainWindow, session: Session, sample_folder: Path, warm: Warm, qtbot: QtBot, step: str
) -> None:
    go(shell, step, qtbot)
    monkey = Monkey(shell, seed=PAGES.index(step) + int(os.environ.get("KOOCH_SEED", "0")))
    for n in range(EVENTS):
        monkey.act()
        if n % 25 == 24:
            qtbot.wait(5)
        if shell.visits is None or shell.visits.step != step:
            go(shell, step, qtbot)
    for one in QApplication.topLevelWidgets():
        if one is not shell and one.isVisible():
            one.close()
    if session.task is not None:
        session.task.cancel()
    settle_shell(shell, qtbot)
    shell.close()
    warm.take_back()
    with Workspace.open(sample_folder) as workspace:
        assert workspace.plan.name is not None
        assert workspace.status()
