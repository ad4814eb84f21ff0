"""The project folder: created, locked, undone, opened again, refused."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from migrator.errors import ProjectError
from migrator.model.loading import PilotApproval, RunKind
from migrator.model.matching import Answer, Verdict
from migrator.model.plan import Plan
from migrator.model.reports import StageReport
from migrator.project.project import Project

PLAN = Plan(name="Northwind")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    with Project.create(tmp_path / "acme") as made:
        made.history.record(PLAN, "New project", "mina")
        yield made


def test_a_new_project_gets_the_suffix_and_its_files(project: Project) -> None:
    assert project.folder.name == "acme.kooch"
    assert sorted(p.name for p in project.folder.iterdir() if "-" not in p.name) == [
        "lock",
        "lock.owner",
        "project.db",
    ]


def test_an_existing_folder_is_not_overwritten(project: Project) -> None:
    with pytest.raises(ProjectError, match="exists already"):
        Project.create(project.folder)


def test_a_second_opener_is_told_who_has_it(project: Project) -> None:
    clock = r"\d\d:\d\d"
    told = rf"open in another Kooch \(.+ on .+, since \d+ [A-Z]\w+ \d+, {clock}\)"
    with pytest.raises(ProjectError, match=told) as refused:
        Project.open(project.folder)
    clock = "[۰-۹]{2}:[۰-۹]{2}"
    assert re.search(rf"از [۰-۹]+ [آ-ی]+ ۱[۰-۹]{{3}}، {clock}", refused.value.words("fa")[0])


def test_every_edit_is_there_when_it_is_opened_again(project: Project) -> None:
    project.history.record(replace(PLAN, customer="آکمه"), "Named the customer", "mina")
    project.close()
    with Project.open(project.folder) as again:
        assert again.history.plan().customer == "آکمه"
        assert [e.label.en for e in again.history.entries()] == [
            "New project",
            "Named the customer",
        ]


def test_undo_and_redo_walk_the_list_and_an_edit_cuts_it(project: Project) -> None:
    for name in ("A", "B", "C"):
        project.history.record(replace(PLAN, customer=name), f"Customer {name}", "mina")
    assert [project.history.undo().en, project.history.undo().en] == ["Customer C", "Customer B"]
    assert project.history.plan().customer == "A"
    assert project.history.redo().en == "Customer B"
    project.history.record(replace(PLAN, customer="D"), "Customer D", "mina")
    with pytest.raises(ProjectError, match="nothing to redo"):
        project.history.redo()
    assert [e.label.en for e in project.history.entries()][-1] == "Customer D"


def test_undo_stops_at_a_load_and_says_why(project: Project) -> None:
    project.history.record(PLAN, "Full run 1", "mina", barrier=True)
    with pytest.raises(ProjectError, match="Full run 1 wrote into the target"):
        project.history.undo()


def test_nothing_to_undo_in_a_new_project(project: Project) -> None:
    with pytest.raises(ProjectError, match="nothing to undo"):
        project.history.undo()


def test_verdicts_keep_their_order(project: Project) -> None:
    project.decisions.add(Verdict("contact", 1, 2, Answer.SAME, by="mina"))
    project.decisions.add(Verdict("contact", 1, 2, Answer.DIFFERENT, by="reza"))
    assert [(v.answer, v.by, v.seq) for v in project.decisions.verdicts()] == [
        (Answer.SAME, "mina", 1),
        (Answer.DIFFERENT, "reza", 2),
    ]


def test_stage_outputs_are_found_by_fingerprint(project: Project) -> None:
    report = StageReport(stage="map", rows={"contact": 3}, attention=1)
    project.outputs.put("map", "f1", "f1", report, {"mapped_contact": "mapped_contact__f1"})
    found = project.outputs.get("map", "f1")
    assert found is not None
    assert (found.report, found.tables) == (report, {"mapped_contact": "mapped_contact__f1"})
    assert project.outputs.get("map", "f2") is None
    project.outputs.forget("map")
    assert project.outputs.latest("map") is None


def test_runs_and_approvals(project: Project) -> None:
    no = project.runs.start(RunKind.PILOT, "abc", "mina")
    project.runs.finish(no, "done", {"loaded": 25})
    project.runs.approve(PilotApproval(no, "abc", "mina", "2026-01-01"))
    last = project.runs.last(RunKind.PILOT)
    assert last is not None
    assert (last.state, last.facts) == ("done", {"loaded": 25})
    assert [a.fingerprint for a in project.runs.approvals()] == ["abc"]


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        pytest.param("pragma application_id = 1", "holds no Kooch project", id="foreign"),
        pytest.param("pragma user_version = 2000", "newer Kooch", id="newer"),
    ],
)
def test_what_is_not_ours_is_refused(project: Project, damage: str, message: str) -> None:
    project.close()
    connection = sqlite3.connect(project.folder / "project.db")
    connection.execute(damage)
    connection.close()
    with pytest.raises(ProjectError, match=message):
        Project.open(project.folder)
    with pytest.raises(ProjectError, match=message):  # the lock was given back
        Project.open(project.folder)


def test_a_damaged_file_is_refused(project: Project) -> None:
    project.close()
    (project.folder / "project.db").write_bytes(b"not a database at all" * 400)
    for extra in ("project.db-wal", "project.db-shm"):
        (project.folder / extra).unlink(missing_ok=True)
    with pytest.raises(ProjectError, match=r"damaged|cannot be opened"):
        Project.open(project.folder)


def test_a_missing_project_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="make a new project"):
        Project.open(tmp_path / "nowhere")
