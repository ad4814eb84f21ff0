"""Looking at a window as a person would: what is shown, cut off, nameless or untranslated."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow

WAIT_MS = 90_000
QUIET_SECONDS = 0.5
MARK = "·"


class Pseudo(QTranslator):
    """A language that is a fifth longer than English and marks what went through translation."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:  # type: ignore[override]
        return MARK + source + "~" * (len(source) // 3) + MARK if source else ""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


def settle_shell(shell: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing has run for a while."""
    quiet = time.monotonic()

    def still() -> bool:
        nonlocal quiet
        if shell.session.busy or shell.session.engine.waiting:
            quiet = time.monotonic()
        return time.monotonic() - quiet > QUIET_SECONDS

    try:
        qtbot.waitUntil(still, timeout=WAIT_MS)
    except TimeoutError as error:
        page = shell.visits.page if shell.visits is not None else None
        told = f"{page.banner_text}\n{page.banner_details}" if page is not None else "no page"
        raise AssertionError(
            f"still waiting for {shell.session.engine.open_calls}: {told}"
        ) from error


def go(shell: MainWindow, step: str, qtbot: QtBot) -> None:
    """Look at a step and wait until it is shown."""
    shell.go(step)
    settle_shell(shell, qtbot)


def shown(root: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    """The widgets of a kind that a person sees."""
    for one in root.findChildren(kind):
        if one.isVisibleTo(root) and one.width() > 0 and not one.visibleRegion().isEmpty():
            yield one


def cut_off(root: QWidget) -> list[str]:
    """Labels and buttons whose words do not fit."""
    found = []
    for one in shown(root, QLabel):
        assert isinstance(one, QLabel)
        needed = one.sizeHint().width()
        if one.text() and not one.wordWrap() and needed > one.width() + 2:
            found.append(f"label {one.text()!r}: {one.width()} of {needed}")
    for one in shown(root, QPushButton):
        assert isinstance(one, QPushButton)
        words = one.fontMetrics().horizontalAdvance(one.text().replace("&", ""))
        if one.text() and words > one.width():
            found.append(f"button {one.text()!r}: {one.width()} of {words}")
    return found


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader could not name."""
    found = []
    for kind in (QAbstractButton, QComboBox, QLineEdit):
        for one in shown(root, kind):
            words = getattr(one, "text", str)() if isinstance(one, QAbstractButton) else ""
            parent = one.parentWidget()
            if isinstance(parent, QComboBox) or type(parent).__name__.startswith("QAbstractSpin"):
                continue
            labelled = any(a.buddy() is one for a in root.findChildren(QLabel))
            if not (
                words or one.accessibleName() or labelled or one.objectName().startswith("qt_")
            ):
                inside = type(parent).__name__
                found.append(f"{type(one).__name__} in {inside} ({one.toolTip()!r})")
    return found


def untranslated_buttons(root: QWidget) -> list[str]:
    """Buttons whose words did not go through translation, under the pseudo language."""
    return [
        one.text()
        for one in shown(root, QPushButton)
        if isinstance(one, QPushButton)
        and any(c.isascii() and c.isalpha() for c in one.text())
        and MARK not in one.text()
        and not one.property("data")
    ]
