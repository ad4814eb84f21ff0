"""One page for all tests that only change the plan: each one's edits are undone after it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.mapping.mapping_world import WAIT_MS
from ui import theme
from ui.pages.mapping.document import Show
from ui.pages.mapping.page import MappingPage
from ui.session import Session
from ui.theme import Scheme

FEED = "account_10"


@pytest.fixture(scope="session")
def _mapping_session(
    _made_sample: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> Iterator[Session]:
    """A session on a copy of the sample, profiled; nothing is ever loaded from it."""
    theme.apply(qapp, Scheme.LIGHT)
    home = tmp_path_factory.mktemp("mapping") / "work"
    shutil.copytree(_made_sample, home)
    session = Session()
    session.open(str(home / "sample.kooch"))
    wait(lambda: session.state is not None and not session.busy)
    yield session
    session.shutdown()


def wait(what: Callable[[], bool]) -> None:
    """Let events pass until `what` holds."""
    loop = QEventLoop()
    timer = QTimer(interval=20)
    timer.timeout.connect(lambda: loop.quit() if what() else None)
    timer.start()
    QTimer.singleShot(WAIT_MS, loop.quit)
    loop.exec()
    timer.stop()
    assert what()


@pytest.fixture
def page(_mapping_session: Session, qtbot: QtBot) -> Iterator[MappingPage]:
    """The page on the feed of the Persian workbook's customers."""
    session = _mapping_session
    assert session.state is not None
    base = next(line.seq for line in session.state.history if line.current)
    made = MappingPage(session)
    qtbot.addWidget(made)
    session.changed.connect(made.on_changed)
    made.resize(1040, 600)
    made.show()
    made.feed = FEED
    made.enter()
    qtbot.waitUntil(
        lambda: made.deeds.feed == FEED and bool(made.deeds.catalog and made.overview.feeds),
        timeout=WAIT_MS,
    )
    made.pane.show_only.setCurrentIndex(made.pane.show_only.findData(Show.ALL))
    yield made
    session.changed.disconnect(made.on_changed)
    made.leave()
    while next(line.seq for line in session.state.history if line.current) > base:
        with qtbot.waitSignal(session.undo().finished, timeout=WAIT_MS):
            pass
