"""The keyboard stays near the button that was switched off, and comes back to it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.shell.focus import KeepFocus


class Desk(QWidget):
    """Two rows: a field beside two buttons, and a far field that is next in the order of Tab."""

    def __init__(self) -> None:
        super().__init__()
        self.near, self.far = QLineEdit(), QLineEdit()
        self.run, self.remove = QPushButton("Run"), QPushButton("Remove")
        card = QWidget()
        row = QHBoxLayout(card)
        for one in (self.near, self.run, self.remove):
            row.addWidget(one)
        box = QVBoxLayout(self)
        box.addWidget(card)
        box.addWidget(self.far)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    KeepFocus(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.run.setFocus()
    return made


def test_it_waits_nearby_and_comes_back(desk: Desk, qtbot: QtBot) -> None:
    desk.run.setEnabled(False)
    desk.remove.setEnabled(False)
    qtbot.waitUntil(desk.near.hasFocus)
    desk.remove.setEnabled(True)
    desk.run.setEnabled(True)
    qtbot.waitUntil(desk.run.hasFocus)


def test_a_button_is_never_handed_the_next_press(desk: Desk, qtbot: QtBot) -> None:
    desk.run.setEnabled(False)
    qtbot.waitUntil(desk.near.hasFocus)
    assert not desk.remove.hasFocus()


def test_who_went_elsewhere_stays_there(desk: Desk, qtbot: QtBot) -> None:
    desk.run.setEnabled(False)
    qtbot.waitUntil(desk.near.hasFocus)
    desk.far.setFocus()
    desk.run.setEnabled(True)
    qtbot.wait(10)
    assert desk.far.hasFocus()


def test_off_and_on_at_once_moves_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.run.setEnabled(False)
    desk.run.setEnabled(True)
    qtbot.waitUntil(desk.run.hasFocus)
