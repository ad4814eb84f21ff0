"""Keeps the keyboard where the person was when the control under it is switched off."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid


class KeepFocus(QObject):
    """A button that is pressed is often disabled by what it starts, and Qt then gives the keyboard
    to whatever comes next, far away perhaps. Here it goes to the nearest widget that does nothing
    by itself, and back to the button as soon as that can be pressed again, unless the person went
    elsewhere meanwhile."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._lost: QWidget | None = None
        self._stand_in: QWidget | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._place)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if self._soon.isActive() or old is None or not self._went_off(old):
            return
        if now is not None and now.window() is not self._window:
            return
        self._forget()
        self._lost = old
        old.installEventFilter(self)
        self._soon.start()  # others may be switched off in the same breath

    def _went_off(self, old: QWidget) -> bool:
        return isValid(old) and old.window() is self._window and not old.isEnabled()

    def _place(self) -> None:
        lost = self._lost
        if lost is None or not isValid(lost):
            self._lost = None
            return
        if lost.isEnabled():
            self._give_back()
            return
        self._stand_in = nearest(lost)
        if self._stand_in is not None:
            self._stand_in.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.EnabledChange and watched is self._lost:
            self._give_back()
        return False

    def _give_back(self) -> None:
        lost, stand_in = self._lost, self._stand_in
        if lost is None or not isValid(lost) or not lost.isEnabled():
            return
        now = QApplication.focusWidget()
        if self._soon.isActive() or now is None or now is stand_in:
            self._soon.stop()
            lost.setFocus(Qt.FocusReason.OtherFocusReason)
        self._forget()

    def _forget(self) -> None:
        if self._lost is not None and isValid(self._lost):
            self._lost.removeEventFilter(self)
        self._lost = self._stand_in = None


def nearest(lost: QWidget) -> QWidget | None:
    """The widget next to `lost`, among those of the closest part that holds one, that takes the
    keyboard and does nothing when Space or Enter is pressed once more."""
    around = lost.parentWidget()
    while around is not None:
        found = [one for one in around.findChildren(QWidget) if _takes_keys(one)]
        if found:
            return min(found, key=lambda one: _distance(lost, one))
        if around.isWindow():
            return None
        around = around.parentWidget()
    return None


def _takes_keys(one: QWidget) -> bool:
    by_tab = bool(one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return by_tab and one.isEnabled() and one.isVisible() and not isinstance(one, QAbstractButton)


def _distance(here: QWidget, there: QWidget) -> float:
    way = there.mapToGlobal(there.rect().center()) - here.mapToGlobal(here.rect().center())
    return math.hypot(QPoint(way).x(), QPoint(way).y())
