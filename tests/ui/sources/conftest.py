"""A new project and its sources page."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sources.hands import WAIT_MS, Hands, shown
from ui.pages.sources.page import SourcesPage
from ui.session import Session


@pytest.fixture(autouse=True)
def _no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """The person's own keyring is none of our business: the engine process finds none."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


@pytest.fixture
def page(empty_session: Session, tmp_path: Path, qtbot: QtBot) -> SourcesPage:
    """The page of a new project, shown."""
    with qtbot.waitSignal(empty_session.opened, timeout=WAIT_MS):
        empty_session.create(str(tmp_path / "p.kooch"), "p", "en")
    qtbot.waitUntil(lambda: not empty_session.busy, timeout=WAIT_MS)
    return shown(empty_session, qtbot)


@pytest.fixture
def hands(page: SourcesPage, qtbot: QtBot) -> Hands:
    return Hands(page, qtbot)


@pytest.fixture
def sample(session: Session, qtbot: QtBot) -> Hands:
    """The page of the mapped sample project."""
    hands = Hands(shown(session, qtbot), qtbot)
    hands.rest()
    return hands
