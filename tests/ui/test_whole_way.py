"""The whole wizard on the bundled sample, by clicks and keys, from an empty project to the signed
report, in English and in Persian; the result equals the command line's, table for table."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from migrator import bundled
from migrator.cli import main as kooch
from migrator.store import names
from migrator.workspace import Workspace
from tests.ui.looking import settle_shell
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Settings

WAIT_MS = 120_000
PACK_PART = 5
SAMPLES = ("northwind.sqlite", "legacy_customers.xlsx")


class Person:
    """Looks at the window, clicks and types."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    @property
    def page(self) -> Any:
        """The page that is looked at."""
        assert self.window.visits is not None
        page = self.window.visits.page
        assert page is not None, self.window.visits.step
        return page

    def click(self, target: QAbstractButton) -> None:
        """Click what can be seen and pressed, and wait until all is quiet."""
        self.qtbot.waitUntil(target.isEnabled, timeout=WAIT_MS)
        assert target.isVisible(), target.text()
        self.qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
        self.settle()

    def write(self, target: QWidget, text: str) -> None:
        """Put `text` into a line, instead of what stood there."""
        self.qtbot.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClicks(target, text)

    def settle(self) -> None:
        """Wait until nothing has run for a while; whatever went wrong is told in full."""
        settle_shell(self.window, self.qtbot)
        visits = self.window.visits
        if visits is not None and visits.page is not None:
            assert "\nTraceback" not in visits.page.banner_details

    def forward(self, step: str) -> None:
        """Press Continue and arrive at `step`."""
        assert self.page.blocker() == ""
        self.click(self.window.bottom._forward)
        assert self.window.visits is not None
        assert self.window.visits.step == step

    def drop(self, paths: list[Path]) -> None:
        """Drop files onto the page."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        copy = Qt.DropAction.CopyAction
        QApplication.sendEvent(self.page, QDragEnterEvent(QPoint(80, 80), copy, data, left, none))
        event = QDropEvent(QPointF(80, 80), copy, data, left, none)
        QApplication.sendEvent(self.page, event)
        self.settle()


@pytest.fixture
def window(empty_session: Session, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window with nothing open."""
    settings = Settings(tmp_path / "kooch.ini")
    settings.language = "en"
    made = MainWindow(empty_session, settings)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    yield made
    made.close()


@pytest.fixture(scope="session")
def by_command(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same job by the command line; returns its folder."""
    home = tmp_path_factory.mktemp("command")
    done = CliRunner().invoke(kooch, ["demo", "--dir", str(home / "demo"), "--no-open"])
    assert done.exit_code == 0, done.output
    return home / "demo"


def walk(person: Person, home: Path) -> Path:
    """From the start screen to the signed report; returns the project."""
    person.settle()
    start = person.window.start
    assert start is not None
    person.write(start.name, "sample")
    start.place.set_path(str(home))
    person.click(start.create_button)
    person.forward("sources")
    person.drop([bundled.sample_folder() / name for name in SAMPLES])
    person.click(person.page.read)
    person.forward("assess")
    person.forward("target")
    person.page.chooser.file.set_path(str(home / "crm.sqlite"))
    person.click(person.page.chooser.use)
    person.forward("mapping")
    person.click(person.page._empty.action)
    person.forward("cleaning")
    person.click(person.page._banner._action)  # "suggest for every entity"
    person.forward("duplicates")
    person.click(person.page._banner._action)
    person.forward("validation")
    person.forward("pilot")
    person.click(person.page.start)
    person.click(person.page.approve)
    person.write(person.page.signing.name, "Mina")
    person.click(person.page.signing.yes)
    person.forward("migration")
    person.click(person.page.start)
    person.click(person.page.question.yes)
    person.forward("verification")
    page = person.page
    page.tabs.show_part(PACK_PART)
    page.pack.folder.setText(str(home / "sign-off"))
    person.click(page.pack.write)
    return home / "sample.kooch"


def target_tables(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every table of the CRM without the ledger's, rows in order."""
    with sqlite3.connect(path) as connection:
        listed = [
            row[0]
            for row in connection.execute("select name from sqlite_master where type = 'table'")
            if not row[0].startswith(("kooch_", "sqlite_"))
        ]
        return {
            name: sorted(connection.execute(f'select * from "{name}"').fetchall(), key=repr)
            for name in listed
        }


def staged(project: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The derived tables that decide what travels, rows in order."""
    made = (names.mapped, names.clean, names.golden, names.ready, names.quarantine)
    with Workspace.open(project) as workspace:
        return {
            name(entity): sorted(
                workspace.staging.rows(f'select * from "{name(entity)}"'), key=repr
            )
            for entity in workspace.plan.entities()
            for name in made
        }


@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_whole_way_gives_what_the_command_line_gives(
    window: MainWindow, by_command: Path, tmp_path: Path, qtbot: QtBot, language: str
) -> None:
    window.speak(language)
    home = tmp_path / "مشتری"
    home.mkdir()
    project = walk(Person(window, qtbot), home)
    assert {"migration_report.xlsx", "migration_report.html"} <= {
        path.name for path in (home / "sign-off").iterdir()
    }
    with qtbot.waitSignal(window.session.closed, timeout=WAIT_MS):
        window.session.close_project()
    ours, theirs = staged(project), staged(by_command / "sample.kooch")
    assert ours.keys() == theirs.keys()
    for name in theirs:
        assert len(ours[name]) == len(theirs[name]), name
    # The ids of records in the target are made of the project's own: values are compared by key.
    mine, other = target_tables(home / "crm.sqlite"), target_tables(by_command / "crm.sqlite")
    assert {n: len(rows) for n, rows in mine.items()} == {n: len(r) for n, r in other.items()}
    assert ours == theirs
