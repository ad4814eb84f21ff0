"""The target page: choosing, testing, browsing, and what another target does to the mapping."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from migrator.model.plan import Plan
from migrator.workspace import Workspace
from ui.job import Job
from ui.pages.target.chooser import DATABASE, FILE, FOLDER
from ui.pages.target.page import ASK, BROWSE, CHOOSE, TargetPage
from ui.session import Session

WAIT = 30_000
Settle = Callable[[Job], object]


def shown(session: Session, qtbot: QtBot) -> TargetPage:
    made = TargetPage(session)
    qtbot.addWidget(made)
    session.changed.connect(made.on_changed)
    made.resize(1000, 590)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: made._seen is not None, timeout=WAIT)
    return made


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> TargetPage:
    return shown(session, qtbot)


@pytest.fixture
def new_page(empty_session: Session, tmp_path: Path, qtbot: QtBot) -> TargetPage:
    with qtbot.waitSignal(empty_session.opened, timeout=WAIT):
        empty_session.create(str(tmp_path / "new"), "New", "en")
    qtbot.waitUntil(lambda: not empty_session.busy, timeout=WAIT)
    return shown(empty_session, qtbot)


def own_database(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table account (accountid text primary key, name text not null)")
    return path


def idle(page: TargetPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.session.busy, timeout=WAIT)


def test_without_a_target_the_page_asks_for_one(new_page: TargetPage) -> None:
    assert new_page.stack.currentIndex() == CHOOSE
    assert new_page.blocker()
    assert not new_page.chooser.cancel.isVisible()


def test_a_new_file_is_chosen_and_its_schema_shown(
    new_page: TargetPage, tmp_path: Path, qtbot: QtBot
) -> None:
    new_page.chooser.choose_kind(FILE)
    new_page.chooser.file.set_path(str(tmp_path / "crm.sqlite"))
    new_page.chooser.use.click()
    qtbot.waitUntil(lambda: new_page.stack.currentIndex() == BROWSE, timeout=WAIT)
    assert new_page.session.plan.target.create == "crm"
    assert new_page.browser.entities.rowCount() == 13
    assert new_page.blocker() == ""
    assert not (tmp_path / "crm.sqlite").exists()


def test_the_tables_of_a_database_are_taken(
    new_page: TargetPage, tmp_path: Path, qtbot: QtBot
) -> None:
    new_page.chooser.choose_kind(DATABASE)
    path = own_database(tmp_path / "own.sqlite")
    new_page.chooser.database.set_url(f"sqlite:///{path}")
    new_page.chooser.take.setChecked(True)
    new_page.chooser.use.click()
    qtbot.waitUntil(lambda: new_page.stack.currentIndex() == BROWSE, timeout=WAIT)
    assert [e.name for e in new_page.session.plan.target.schema.entities] == ["account"]


def test_a_folder_of_workbooks_is_chosen(
    new_page: TargetPage, tmp_path: Path, qtbot: QtBot
) -> None:
    new_page.chooser.choose_kind(FOLDER)
    new_page.chooser.use.click()  # nothing is filled in
    assert new_page.chooser.wanted() is None
    new_page.chooser.folder.set_path(str(tmp_path / "out"))
    new_page.chooser.xlsx.setChecked(True)
    new_page.chooser.use.click()
    qtbot.waitUntil(lambda: new_page.stack.currentIndex() == BROWSE, timeout=WAIT)
    assert new_page.session.plan.target.options == {"form": "xlsx"}


@pytest.mark.parametrize("name", ["nowhere/crm.sqlite", ""])
def test_a_place_that_cannot_be_is_told(
    new_page: TargetPage, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    new_page.chooser.choose_kind(FILE)
    new_page.chooser.file.set_path(str(tmp_path / name))
    new_page.chooser.use.click()
    qtbot.waitUntil(lambda: new_page.banner_text != "", timeout=WAIT)
    idle(new_page, qtbot)
    assert new_page.chooser.use.isEnabled()
    assert new_page.session.plan.target.uri == ""


def test_entities_and_fields_can_be_searched(page: TargetPage, qtbot: QtBot) -> None:
    browser = page.browser
    assert browser.entities.rowCount() == 13
    qtbot.keyClicks(browser.search, "mobile")
    found = [browser.entities.key(n) for n in range(browser.entities.rowCount())]
    assert "contact" in found
    assert len(found) < 13
    browser.entity_view.select_key("contact")
    names = [browser.fields.key(n) for n in range(browser.fields.rowCount())]
    assert names == ["mobilephone"]
    browser.search.setText("contact")  # the entity's own name: all of its fields
    browser.entity_view.select_key("contact")
    assert browser.fields.rowCount() > 20
    browser.search.setText("no such thing")
    assert (browser.entities.rowCount(), browser.fields.rowCount()) == (0, 0)


def test_a_field_tells_its_picklist_and_its_link(page: TargetPage) -> None:
    browser = page.browser
    browser.entity_view.select_key("contact")
    browser.field_view.select_key("gendercode")
    assert "Allowed values" in browser._detail.text()
    browser.field_view.select_key("parentcustomerid")
    assert "Account" in browser._detail.text()
    row = browser.fields.row_of("lastname")
    assert browser.fields.index(row, 3).data() == "required"
    assert browser.fields.index(row, 5).data(Qt.ItemDataRole.ToolTipRole) == "mapped"


def test_a_target_that_is_not_made_yet_is_good(page: TargetPage, qtbot: QtBot) -> None:
    page.test.click()
    qtbot.waitUntil(lambda: "pilot makes" in page.banner_text, timeout=WAIT)


def test_a_target_that_went_away_is_one_sentence_beside_its_schema(
    session: Session, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    path = own_database(tmp_path / "own.sqlite")
    settle(session.run("target.choose", uri=f"sqlite:///{path}"))
    path.unlink()
    page = shown(session, qtbot)
    assert "not where it was" in page.banner_text
    assert page.stack.currentIndex() == BROWSE
    assert page.browser.entities.rowCount() == 1
    page.check()
    qtbot.waitUntil(lambda: "own.sqlite is not there" in page.banner_text, timeout=WAIT)


def test_a_target_that_changed_since_is_told(
    new_page: TargetPage, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    path = own_database(tmp_path / "own.sqlite")
    settle(new_page.session.run("target.choose", uri=f"sqlite:///{path}"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("alter table account drop column name")
    idle(new_page, qtbot)
    new_page.check()
    qtbot.waitUntil(
        lambda: "account.name is not in the target" in new_page.banner_text, timeout=WAIT
    )


def test_a_server_that_cannot_be_reached_is_one_sentence_beside_its_schema(
    empty_session: Session, sample_folder: Path, qtbot: QtBot
) -> None:
    with Workspace.open(sample_folder) as workspace:

        def elsewhere(plan: Plan) -> Plan:
            spec = vars(plan.target) | {"uri": "postgresql://nobody@127.0.0.1:1/crm"}
            return type(plan)(**{**vars(plan), "target": type(plan.target)(**spec)})

        workspace.edit("elsewhere", elsewhere)
    with qtbot.waitSignal(empty_session.opened, timeout=WAIT):
        empty_session.open(str(sample_folder))
    qtbot.waitUntil(lambda: not empty_session.busy, timeout=WAIT)
    page = shown(empty_session, qtbot)
    qtbot.waitUntil(lambda: "no connection" in page.banner_text, timeout=WAIT)
    assert page.browser.entities.rowCount() == 13
    idle(page, qtbot)
    page.refresh()  # it is reached for once, not at every look
    qtbot.wait(200)
    assert not page.session.busy


def test_fields_that_vanish_are_told_before_the_target_changes(
    page: TargetPage, tmp_path: Path, qtbot: QtBot
) -> None:
    before = page.session.plan
    page.another.click()
    assert page.stack.currentIndex() == CHOOSE
    page.chooser.choose_kind(DATABASE)
    page.chooser.database.set_url(f"sqlite:///{own_database(tmp_path / 'own.sqlite')}")
    page.chooser.take.setChecked(True)
    page.chooser.use.click()
    qtbot.waitUntil(lambda: page.stack.currentIndex() == ASK, timeout=WAIT)
    lost = page.consequences.lost
    fields = {lost.key(n) for n in range(lost.rowCount())}
    assert ("contact", "lastname") in fields
    assert ("account", "name") not in fields
    assert page.session.plan == before
    page.consequences.back.click()
    assert page.stack.currentIndex() == CHOOSE
    page.chooser.cancel.click()
    assert page.stack.currentIndex() == BROWSE
    assert page.session.plan == before


def test_a_change_that_was_accepted_can_be_undone(
    page: TargetPage, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    before = page.session.plan
    page.choose_again()
    page.chooser.choose_kind(DATABASE)
    page.chooser.database.set_url(f"sqlite:///{own_database(tmp_path / 'own.sqlite')}")
    page.chooser.take.setChecked(True)
    page.chooser.use.click()
    qtbot.waitUntil(lambda: page.stack.currentIndex() == ASK, timeout=WAIT)
    page.consequences.accept.click()
    qtbot.waitUntil(lambda: page.stack.currentIndex() == BROWSE, timeout=WAIT)
    assert {f.entity for f in page.session.plan.feeds} == {"account"}
    idle(page, qtbot)
    settle(page.session.undo())
    assert page.session.plan == before
    qtbot.waitUntil(lambda: page.browser.entities.rowCount() == 13, timeout=WAIT)


def test_the_same_target_again_asks_nothing(page: TargetPage, qtbot: QtBot) -> None:
    page.choose_again()
    page.chooser.use.click()
    qtbot.waitUntil(lambda: page.stack.currentIndex() == BROWSE, timeout=WAIT)


def test_persian_speaks_persian(persian: None, session: Session, qtbot: QtBot) -> None:
    page = shown(session, qtbot)
    assert page.title() == "مقصد"
    page.browser.entity_view.select_key("contact")
    assert page.browser._title.text() == "مخاطب"
    row = page.browser.fields.row_of("lastname")
    assert page.browser.fields.index(row, 3).data() == "الزامی"
