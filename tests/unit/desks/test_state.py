"""How a project stands in the step rail."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from migrator.desks.state import project_state
from migrator.model.views.state import Mark
from tests.unit.desks.loading_project import Calls


def test_no_step_is_not_a_clean_state(loading_project: Calls) -> None:
    workspace = loading_project.workspace
    workspace.edit("No steps", lambda plan: replace(plan, recipes=()))
    workspace.run("validate")
    state = project_state(workspace).step("cleaning")
    assert (state.mark, state.fact.en) == (Mark.OPEN, "no steps yet")


def test_duplicates_are_counted_as_the_queue_counts_them(loading_project: Calls) -> None:
    found = loading_project("duplicates.overview")
    state = project_state(loading_project.workspace).step("duplicates")
    assert dict(state.numbers)["ask"] == sum(line.counts.to_decide for line in found.entities)


def test_verification_waits_for_the_sign_off(loading_project: Calls, tmp_path: Path) -> None:
    call, workspace = loading_project, loading_project.workspace
    run = call("pilot.run")
    call("pilot.approve", run=run.no, by="Sara")
    call("migration.run")
    state = project_state(workspace).step("verification")
    assert (state.mark, state.fact.en) == (Mark.ATTENTION, "sign-off is missing")
    workspace.report(tmp_path / "pack")
    assert project_state(workspace).step("verification").fact.en != "sign-off is missing"
