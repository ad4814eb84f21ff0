"""Short ways for the tests of the steps that write into the target."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QTableView
from pytestqt.qtbot import QtBot

from migrator.workspace import Workspace
from ui.job import Job
from ui.session import Session

WAIT_MS = 60_000
Settle = Callable[[Job], object]


def small_batches(folder: Path, rows: int) -> None:
    """Let a load travel in many batches, so that a test can stop it on the way."""
    with Workspace.open(folder) as workspace:
        workspace.edit(
            "Small batches",
            lambda plan: replace(plan, loading=replace(plan.loading, batch_rows=rows)),
        )


def approve(session: Session, settle: Settle, rows: int = 3) -> None:
    """Run a small pilot and approve it."""
    settle(session.edit("pilot.set_rows", rows=rows))
    settle(session.run("stages.run", until="validate"))
    run = settle(session.run("pilot.run"))
    settle(session.edit("pilot.approve", run=run.no, by="Sara"))  # type: ignore[attr-defined]


def crm(session: Session, sql: str) -> list[tuple[object, ...]]:
    """Ask or change the target as somebody else would."""
    assert session.state is not None
    file = Path(session.state.folder).with_name("crm.sqlite")
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute(sql).fetchall()
        connection.commit()
    return rows


def quiet(session: Session, qtbot: QtBot) -> None:
    """Wait until nothing runs and nothing is asked."""
    qtbot.waitUntil(lambda: not session.busy and not session.engine.waiting, timeout=WAIT_MS)


def press(button: QAbstractButton, qtbot: QtBot) -> None:
    """Click what can be seen and pressed."""
    assert button.isVisible(), button.text()
    assert button.isEnabled(), button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(view: QTableView, column: int) -> list[str]:
    """What a column of a table shows, marks of direction left out."""
    model = view.model()
    found = (str(model.index(row, column).data()) for row in range(model.rowCount()))
    return ["".join(c for c in text if c not in "\u2066\u2067\u2068\u2069") for text in found]
