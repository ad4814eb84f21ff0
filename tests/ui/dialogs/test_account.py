"""The row account and the rows behind its numbers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from migrator.model.views.project import AccountView
from ui.dialogs.account_dialog import AccountDialog
from ui.dialogs.rows_dialog import RowsDialog
from ui.dialogs.story_dialog import StoryDialog
from ui.operations import project
from ui.session import Session

WAIT = 30_000


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> AccountDialog:
    made = AccountDialog(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.entities.rowCount() > 0, timeout=WAIT)
    return made


def column(dialog: AccountDialog, entity: str) -> list[str]:
    names = [dialog.entities.index(n, 0).data() for n in range(dialog.entities.rowCount())]
    row = names.index(entity)
    return [dialog.entities.index(row, c).data() for c in range(dialog.entities.columnCount())]


def test_every_row_is_somewhere_and_the_sums_agree(dialog: AccountDialog) -> None:
    assert dialog.balance.text() == "balanced"
    told = column(dialog, "Contact")
    mapped, absorbed, golden, held, ready = (int(n) for n in told[1:6])
    assert mapped == golden + absorbed
    assert golden == ready + held
    assert held > 0
    assert told[6:8] == ["—", "—"]
    assert int(told[8]) == ready  # nothing was loaded yet
    assert dialog.tables.rowCount() == 15
    assert dialog.banner.isHidden()


def test_an_account_that_does_not_balance_is_told(dialog: AccountDialog, qtbot: QtBot) -> None:
    found: list[AccountView] = []
    project.account(session=dialog._session).then(found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=WAIT)
    account = found[0].account
    broken = replace(account.entities[0], golden=account.entities[0].golden + 1)
    entities = (broken, *account.entities[1:])
    dialog._show(replace(found[0], account=replace(account, entities=entities)))
    assert dialog.balance.text() == "not balanced"
    assert "do not agree" in dialog.banner.text
    assert dialog.entities.index(0, 9).data() == "≠"


def test_what_is_out_of_date_is_said(dialog: AccountDialog, qtbot: QtBot) -> None:
    found: list[AccountView] = []
    project.account(session=dialog._session).then(found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=WAIT)
    dialog._show(replace(found[0], stale="merge"))
    assert "merging" in dialog.banner.text


def test_a_number_leads_to_its_rows_and_a_row_to_its_story(
    dialog: AccountDialog, qtbot: QtBot
) -> None:
    names = [dialog.entities.index(n, 0).data() for n in range(dialog.entities.rowCount())]
    row = names.index("Contact")
    held = int(dialog.entities.index(row, 4).data())
    dialog.entity_view.doubleClicked.emit(dialog.entities.index(row, 4))
    rows = dialog.findChild(RowsDialog)
    assert rows is not None
    assert rows.windowTitle().endswith("Quarantine")
    qtbot.waitUntil(lambda: rows.grid.rows == held and rows.grid.ready, timeout=WAIT)
    rows.grid._open_row(rows.grid.model.index(0, 0))
    story = rows.findChild(StoryDialog)
    assert story is not None
    qtbot.waitUntil(lambda: story.story is not None, timeout=WAIT)
    assert story.story.landing.fate == "quarantined"
    assert story.story.entity == "contact"


def test_a_number_without_rows_opens_nothing(dialog: AccountDialog) -> None:
    dialog.entity_view.doubleClicked.emit(dialog.entities.index(0, 0))  # the name
    dialog.entity_view.doubleClicked.emit(dialog.entities.index(0, 6))  # nothing is loaded
    assert dialog.findChild(RowsDialog) is None


def test_a_project_without_tables_has_an_empty_account(
    empty_session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(empty_session.opened, timeout=WAIT):
        empty_session.create(str(tmp_path / "new"), "New", "en")
    made = AccountDialog(empty_session)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.balance.text() != "", timeout=WAIT)
    assert made.entities.rowCount() == 0
