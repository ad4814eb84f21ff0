"""Fixtures of the window's tests: a real project, a real engine process, a real window."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from migrator.desks.host import Host
from migrator.workspace import Workspace
from tests.ui.warm import Warm
from ui import theme, translations
from ui.job import Job
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Settings
from ui.theme import Scheme

WAIT_MS = 60_000


@pytest.fixture(scope="session", autouse=True)
def _languages() -> None:
    """The tests speak what the Linguist files say now."""
    translations.compile_all()


@pytest.fixture(scope="session", autouse=True)
def _clipboard(qapp: QApplication) -> Iterator[None]:
    """What the tests copied does not outlive Python."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def _made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled sample with every proposal accepted, validated, nothing loaded."""
    home = tmp_path_factory.mktemp("sample")
    host = Host()
    host.call("start.sample", {"folder": str(home / "sample.kooch"), "language": "en"})
    host.close()
    return home


@pytest.fixture
def sample_folder(_made_sample: Path, tmp_path: Path) -> Path:
    """A private copy of the sample project; its target is a private file too."""
    home = tmp_path / "work"
    shutil.copytree(_made_sample, home)
    folder = home / "sample.kooch"
    target = f"sqlite:///{home / 'crm.sqlite'}"
    with Workspace.open(folder) as workspace:
        retarget(workspace, target)
    return folder


def retarget(workspace: Workspace, uri: str) -> None:
    """Let the plan write to another target of the same schema."""
    workspace.edit("Another target", lambda p: replace(p, target=replace(p.target, uri=uri)))


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """Every test begins in English, left to right, light."""
    translations.install(qapp, "en")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.apply(qapp, Scheme.LIGHT)


@pytest.fixture
def persian(english: None, qapp: QApplication) -> None:
    """The application speaks Persian, right to left."""
    translations.install(qapp, "fa")
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


@pytest.fixture(scope="session")
def warm(qapp: QApplication) -> Iterator[Warm]:
    """The engine process that the tests use one after another."""
    kept = Warm()
    yield kept
    kept.end()


@pytest.fixture
def empty_session(warm: Warm, qtbot: QtBot) -> Iterator[Session]:
    """A session with a running engine process and no project."""
    made = Session(engine=warm.lend())
    yield made
    made.shutdown()
    warm.take_back()


@pytest.fixture
def session(empty_session: Session, sample_folder: Path, qtbot: QtBot) -> Session:
    """A session with the sample project open."""
    with qtbot.waitSignal(empty_session.opened, timeout=WAIT_MS):
        empty_session.open(str(sample_folder))
    qtbot.waitUntil(lambda: not empty_session.busy, timeout=WAIT_MS)
    return empty_session


@pytest.fixture
def unworked(empty_session: Session, sample_folder: Path, qtbot: QtBot) -> Session:
    """The sample project without its staging database, which is disposable: every stage has to
    work again."""
    (sample_folder / "staging.duckdb").unlink()
    with qtbot.waitSignal(empty_session.opened, timeout=WAIT_MS):
        empty_session.open(str(sample_folder))
    qtbot.waitUntil(lambda: not empty_session.busy, timeout=WAIT_MS)
    return empty_session


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[Job], object]:
    """Wait for a job; returns its result, or fails with its sentence."""

    def wait(job: Job) -> object:
        found: dict[str, object] = {}
        job.succeeded.connect(lambda result: found.update(result=result))
        job.failed.connect(lambda failure: found.update(failure=failure))
        job.finished.connect(lambda: found.update(done=True))
        qtbot.waitUntil(lambda: "done" in found, timeout=WAIT_MS)
        assert "failure" not in found, found["failure"]
        return found.get("result")

    return wait


@pytest.fixture
def shell(session: Session, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The window on the sample project, 1280 by 720."""
    settings = Settings(tmp_path / "kooch.ini")
    settings.language = "en"
    window = MainWindow(session, settings)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    return window
