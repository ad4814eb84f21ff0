"""The project page: every field, list and dialog, on the sample project."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from migrator.model.loading import RunKind
from migrator.model.plan import Goal, Milestone, Person
from migrator.workspace import Workspace
from ui.job import Job
from ui.operations import project
from ui.pages.project.entries import MilestoneDialog, PersonDialog
from ui.pages.project.goal_dialog import GoalDialog
from ui.pages.project.page import ProjectPage
from ui.session import Session

WAIT = 20_000
Settle = Callable[[Job], object]


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ProjectPage:
    made = ProjectPage(session)
    qtbot.addWidget(made)
    session.changed.connect(made.on_changed)
    made.resize(1000, 590)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: made._measured is not None, timeout=WAIT)
    return made


def dialog(qtbot: QtBot) -> QWidget:
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=WAIT)
    return QApplication.activeModalWidget()


def test_leaving_a_field_changes_the_plan(page: ProjectPage, qtbot: QtBot) -> None:
    for field, what, text in (
        (page.facts.name, "name", "Northwind to CRM"),
        (page.facts.customer, "customer", "Northwind"),
        (page.facts.system, "system", "nw"),
    ):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda w=what, t=text: getattr(page.session.plan, w) == t, timeout=WAIT)
    entries = len(page.session.state.history)
    page.facts.name.editingFinished.emit()  # nothing was changed: nothing to undo
    page.refresh()
    qtbot.wait(100)
    assert len(page.session.state.history) == entries


def test_the_language_of_documents_is_chosen(page: ProjectPage, qtbot: QtBot) -> None:
    page.facts.language.setCurrentIndex(1)
    page.facts.language.activated.emit(1)
    qtbot.waitUntil(lambda: page.session.plan.language == "fa", timeout=WAIT)


def test_an_empty_name_is_refused_and_the_old_one_is_back(page: ProjectPage, qtbot: QtBot) -> None:
    page.facts.name.clear()
    page.facts.name.editingFinished.emit()
    qtbot.waitUntil(lambda: "needs a name" in page.banner_text, timeout=WAIT)
    assert page.facts.name.text() == page.session.plan.name == "sample"


def test_the_legacy_system_is_locked_once_rows_were_loaded(
    empty_session: Session, sample_folder: Path, qtbot: QtBot
) -> None:
    with Workspace.open(sample_folder) as workspace:
        workspace.load(RunKind.PILOT)
    with qtbot.waitSignal(empty_session.opened, timeout=WAIT):
        empty_session.open(str(sample_folder))
    page = ProjectPage(empty_session)
    qtbot.addWidget(page)
    page.enter()
    qtbot.waitUntil(page.facts.system.isReadOnly, timeout=WAIT)


def test_a_goal_is_added_by_the_dialog_and_shown_with_what_is_reached(
    page: ProjectPage, qtbot: QtBot
) -> None:
    page.goals.add.click()
    asked = dialog(qtbot)
    assert isinstance(asked, GoalDialog)
    asked.entity.setCurrentIndex(asked.entity.findData("contact"))
    asked.ok.click()
    assert "Choose the field" in asked.told  # none is likelier than the others
    assert asked.which.findData("contactid") < 0
    asked.which.setCurrentIndex(asked.which.findData("lastname"))
    asked.share.setValue(90)
    qtbot.mouseClick(asked.ok, Qt.MouseButton.LeftButton)
    goal = Goal("contact", "filled", "lastname", at_least=0.9)
    qtbot.waitUntil(lambda: page.session.plan.goals == (goal,), timeout=WAIT)
    qtbot.waitUntil(lambda: page.goals.table.index(0, 3).data() == "met", timeout=WAIT)
    assert "Last name" in page.goals.table.index(0, 0).data()
    assert "90%" in page.goals.table.index(0, 1).data()


def test_a_goal_is_changed_and_removed_by_key(
    page: ProjectPage, qtbot: QtBot, settle: Settle
) -> None:
    goal = Goal("contact", "duplicates", at_most=0.01)
    settle(project.save_goal(session=page.session, goal=goal))
    qtbot.waitUntil(lambda: page.goals.table.rowCount() == 1, timeout=WAIT)
    assert page.goals.view.select_key(0)
    qtbot.keyClick(page.goals.view, Qt.Key.Key_Return)
    asked = dialog(qtbot)
    assert isinstance(asked, GoalDialog)
    assert (asked.measure.currentData(), asked.share.value()) == ("duplicates", 1.0)
    asked.share.setValue(2.5)
    asked.ok.click()
    qtbot.waitUntil(lambda: page.session.plan.goals[0].at_most == 0.025, timeout=WAIT)
    qtbot.waitUntil(lambda: page.goals.view.current == 0, timeout=WAIT)
    qtbot.keyClick(page.goals.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.session.plan.goals == (), timeout=WAIT)


def test_the_dialog_stays_open_when_the_engine_refuses(page: ProjectPage, qtbot: QtBot) -> None:
    page.people.add.click()
    asked = dialog(qtbot)
    assert isinstance(asked, PersonDialog)
    asked.ok.click()
    assert "name" in asked.told
    asked.name.setText("Sara")
    asked.email.setText("nobody")
    asked.ok.click()
    qtbot.waitUntil(lambda: "no e-mail address" in asked.told, timeout=WAIT)
    asked.email.setText("sara@example.com")
    asked.role.setCurrentText("Owner")
    asked.ok.click()
    sara = Person("Sara", "Owner", "sara@example.com")
    qtbot.waitUntil(lambda: page.session.plan.people == (sara,), timeout=WAIT)
    assert QApplication.activeModalWidget() is None


def test_a_date_is_added_and_stands_in_order(
    page: ProjectPage, qtbot: QtBot, settle: Settle
) -> None:
    later = Milestone("Go live", "2099-01-01")
    settle(project.save_milestone(session=page.session, milestone=later))
    page.timetable.add.click()
    asked = dialog(qtbot)
    assert isinstance(asked, MilestoneDialog)
    asked.ok.click()
    assert asked.told
    asked.what.setCurrentText("Pilot")
    asked.due.set_iso(date(2030, 5, 1).isoformat())
    asked.ok.click()
    qtbot.waitUntil(
        lambda: page.session.plan.milestones == (Milestone("Pilot", "2030-05-01"), later),
        timeout=WAIT,
    )
    assert page.timetable.table.index(0, 1).data() == "1 May 2030"


def test_undo_brings_a_removed_person_back(page: ProjectPage, qtbot: QtBot, settle: Settle) -> None:
    settle(project.save_person(session=page.session, person=Person("Sara")))
    qtbot.waitUntil(lambda: page.people.table.rowCount() == 1, timeout=WAIT)
    page.people.view.select_key(0)
    page.people.drop.click()
    qtbot.waitUntil(lambda: page.people.table.rowCount() == 0, timeout=WAIT)
    assert not page.people.drop.isVisible()
    settle(page.session.undo())
    qtbot.waitUntil(lambda: page.people.table.rowCount() == 1, timeout=WAIT)


def test_where_the_project_is_kept_is_told(page: ProjectPage) -> None:
    told = " ".join(label.text() for label in page.facts.findChildren(QLabel))
    assert "sample.kooch" in told
    assert page.blocker() == ""


def test_persian_speaks_persian(persian: None, session: Session, qtbot: QtBot) -> None:
    page = ProjectPage(session)
    qtbot.addWidget(page)
    page.enter()
    qtbot.waitUntil(lambda: page._measured is not None, timeout=WAIT)
    assert page.title() == "پروژه"
    told = "".join(label.text() for label in page.findChildren(QLabel))
    assert "Goals" not in told
