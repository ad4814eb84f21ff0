"""The step "Project": every change of the plan, what is refused, and how goals stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from migrator import goals
from migrator.desks.project import ProjectDesk
from migrator.errors import PlanError
from migrator.model.loading import RunKind
from migrator.model.plan import Goal, Milestone, Person, Plan
from migrator.model.reports import EntityAccount, RowAccount
from migrator.model.schema import Entity, Field, Schema
from migrator.model.text import Text
from migrator.workspace import Workspace

CONTACT = Entity("contact", (Field("contactid"), Field("email")), ("contactid",))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    plan = Plan("Move")
    plan = replace(plan, target=replace(plan.target, schema=Schema((CONTACT,))))
    with Workspace.create(tmp_path / "move", plan) as made:
        yield made


@pytest.fixture
def desk(workspace: Workspace) -> ProjectDesk:
    return ProjectDesk(workspace)


def test_what_is_said_about_the_project_is_in_the_plan_and_can_be_undone(desk: ProjectDesk) -> None:
    changes = desk.rename("  Moving house ")
    desk.set_customer("Acme")
    desk.set_language("fa")
    plan = desk.workspace.plan
    assert (plan.name, plan.customer, plan.language) == ("Moving house", "Acme", "fa")
    assert changes.sections == {"name"}
    desk.workspace.undo()
    desk.workspace.undo()
    assert (desk.workspace.plan.customer, desk.workspace.plan.language) == ("", "en")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda desk: desk.rename("  "),
        lambda desk: desk.set_language("xx"),
        lambda desk: desk.set_system(""),
        lambda desk: desk.save_person(Person("")),
        lambda desk: desk.save_person(Person("A", email="nobody")),
        lambda desk: desk.save_milestone(Milestone("", "2026-03-21")),
        lambda desk: desk.save_milestone(Milestone("Go live", "21.3.2026")),
        lambda desk: desk.save_milestone(Milestone("Go live", "2026-02-30")),
        lambda desk: desk.remove_goal(0),
        lambda desk: desk.remove_person(-1),
        lambda desk: desk.save_goal(Goal("contact", "pretty", at_least=0.5)),
        lambda desk: desk.save_goal(Goal("lead", "valid", at_least=0.5)),
        lambda desk: desk.save_goal(Goal("contact", "filled", "phone", at_least=0.5)),
        lambda desk: desk.save_goal(Goal("contact", "valid")),
        lambda desk: desk.save_goal(Goal("contact", "valid", at_least=95)),
        lambda desk: desk.save_goal(Goal("contact", "valid", at_least=0.9, at_most=0.1)),
        lambda desk: desk.save_goal(Goal("contact", "valid", at_least=0.9), at=3),
    ],
)
def test_bad_input_is_one_sentence_and_changes_nothing(
    desk: ProjectDesk, wrong: Callable[[ProjectDesk], object]
) -> None:
    before = desk.workspace.plan
    with pytest.raises(PlanError):
        wrong(desk)
    assert desk.workspace.plan == before


def test_goals_are_added_changed_and_removed(desk: ProjectDesk) -> None:
    desk.save_goal(Goal("contact", "filled", "email", at_least=0.95))
    desk.save_goal(Goal("contact", "duplicates", "email", at_most=0.01))
    desk.save_goal(Goal("contact", "filled", "email", at_least=0.9), at=0)
    assert desk.workspace.plan.goals == (
        Goal("contact", "filled", "email", at_least=0.9),
        Goal("contact", "duplicates", at_most=0.01),  # only filled values have a field
    )
    desk.remove_goal(0)
    assert [goal.measure for goal in desk.workspace.plan.goals] == ["duplicates"]


def test_a_goal_that_cannot_be_measured_yet_is_neither_met_nor_missed(desk: ProjectDesk) -> None:
    desk.save_goal(Goal("contact", "loaded", at_least=1.0))
    (line,) = desk.overview().goals
    assert (line.reached, line.met) == (None, None)


def test_a_goal_about_all_records_needs_no_target(desk: ProjectDesk) -> None:
    desk.workspace.edit(Text("no target", ""), lambda plan: replace(plan, target=Plan("x").target))
    desk.save_goal(Goal("", "duplicates", "email", at_most=0.01))
    assert desk.workspace.plan.goals == (Goal("", "duplicates", at_most=0.01),)
    with pytest.raises(PlanError):
        desk.save_goal(Goal("", "filled", "email", at_least=0.5))


def test_all_records_are_measured_together(workspace: Workspace) -> None:
    account = RowAccount((), (EntityAccount("a", 60, 6, 54), EntityAccount("b", 40, 4, 36)))
    goal = Goal("", "duplicates", at_most=0.05)
    (found,) = goals.measure(workspace.staging, Plan("x", goals=(goal,)), account)
    assert (found.reached, found.met) == (0.1, False)


def test_people_and_the_timetable_keep_their_order(desk: ProjectDesk) -> None:
    desk.save_person(Person("Sara", "owner", "sara@example.com"))
    desk.save_person(Person("Ali"))
    desk.save_person(Person("Ali Reza", "steward"), at=1)
    assert [p.name for p in desk.workspace.plan.people] == ["Sara", "Ali Reza"]
    desk.save_milestone(Milestone("Some day"))
    desk.save_milestone(Milestone("Go live", "2026-06-01"))
    desk.save_milestone(Milestone("Pilot", "2026-05-01"))
    assert [m.what for m in desk.workspace.plan.milestones] == ["Pilot", "Go live", "Some day"]
    desk.remove_milestone(0)
    desk.remove_person(0)
    assert [m.what for m in desk.workspace.plan.milestones] == ["Go live", "Some day"]
    assert [p.name for p in desk.workspace.plan.people] == ["Ali Reza"]


def test_people_and_timetable_survive_reopening_and_old_plans_have_none(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "a", Plan("A")) as made:
        assert made.plan.people == ()
        ProjectDesk(made).save_person(Person("Sara"))
    with Workspace.open(tmp_path / "a") as again:
        assert again.plan.people == (Person("Sara"),)


def test_the_legacy_system_keeps_its_name_once_rows_were_loaded(desk: ProjectDesk) -> None:
    desk.set_system("sage")
    assert not desk.overview().system_locked
    runs = desk.workspace.project.runs
    no = runs.start(RunKind.PILOT, "f", "me")
    assert desk.overview().system_locked
    with pytest.raises(PlanError, match="no longer"):
        desk.set_system("other")
    desk.set_system("sage")  # the same name is no change
    runs.mark(no, "rolled_back")
    desk.set_system("other")
    assert desk.workspace.plan.system == "other"


def test_a_rollback_that_kept_records_keeps_the_name_too(desk: ProjectDesk) -> None:
    runs = desk.workspace.project.runs
    runs.mark(runs.start(RunKind.PILOT, "f", "me"), "rolled_back")
    runs.finish(runs.start(RunKind.ROLLBACK, "f", "me"), "done", {"kept": 2})
    assert desk.overview().system_locked


def test_the_overview_says_where_and_how_much(desk: ProjectDesk) -> None:
    found = desk.overview()
    assert found.folder.endswith("move.kooch")
    assert found.plan_bytes > 0
    assert found.created_at
    assert desk.account().account.tables == ()
