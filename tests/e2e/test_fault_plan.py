"""Faults around a whole project: a clock that jumps, a source that changes between pilot and run,
another program that opens the same project."""

from __future__ import annotations

import datetime
import itertools
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from migrator.errors import Cancelled, PlanError, ProjectError
from migrator.model.loading import RunKind
from migrator.workspace import Workspace
from tests.conftest import REPOSITORY
from tests.e2e.fault_world import said
from tests.unit.desks.loading_project import PEOPLE

DAY = datetime.timedelta(days=1)
JUMPS = (DAY, -DAY, datetime.timedelta(hours=-1), 30 * DAY, datetime.timedelta())


@pytest.fixture
def home(project_in: Callable[[Path], Path], tmp_path: Path) -> Path:
    return project_in(tmp_path / "home").parent


@pytest.fixture
def workspace(home: Path) -> Iterator[Workspace]:
    with closing(Workspace.open(home / "p.kooch")) as opened:
        yield opened


class Stop:
    """Cancels once, when contacts are loaded."""

    def update(self, done: int, total: int | None, label: str) -> None:
        if label.startswith("load contact"):
            raise Cancelled


def jumping(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each look at the clock of the wall finds it elsewhere."""
    jumps = itertools.cycle(JUMPS)
    real, seconds = datetime.datetime, time.time

    class Jumping(real):  # type: ignore[misc, valid-type]
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return real.now(tz) + next(jumps)

    for name, module in list(sys.modules.items()):
        if name.startswith("migrator.") and getattr(module, "datetime", None) is real:
            monkeypatch.setattr(module, "datetime", Jumping)
    monkeypatch.setattr(time, "time", lambda: seconds() + next(jumps).total_seconds())


def test_a_clock_that_jumps_changes_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pilot, approval, a run that is stopped and goes on, a look back and a rollback: every moment
    is another one, days back and forth, and what is loaded is the same."""
    jumping(monkeypatch)
    pilot = workspace.load(RunKind.PILOT)
    workspace.approve_pilot(pilot.run, by="Sara")
    with pytest.raises(Cancelled):
        workspace.load(RunKind.FULL, Stop())
    full = workspace.load(RunKind.FULL)
    assert [(run.no, run.state) for run in workspace.runs()][-1] == (full.run, "attention")
    assert full.balanced
    assert {e.entity: e.loaded for e in full.account.entities} == {"account": 3, "contact": 4}
    assert not workspace.reconcile().attention
    moments = [run.started_at for run in workspace.runs()]
    assert moments != sorted(moments) or len({m[:10] for m in moments}) > 1
    for run in (full.run, pilot.run):
        told = workspace.rollback(run)
        assert told["kept"] == 0
    assert workspace.account().balanced
    assert not any(e.loaded for e in workspace.account().entities)


def test_a_source_that_changes_between_pilot_and_run(
    home: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the clock jumps. The run sends what the pilot was made of, not a mixture; the change is
    told, and once it is read the gate is closed until another pilot."""
    people = home / "old" / "people.csv"
    jumping(monkeypatch)
    workspace.run("validate")
    assert workspace.changed_sources() == []
    pilot = workspace.load(RunKind.PILOT)
    workspace.approve_pilot(pilot.run, by="Sara")
    people.write_text(PEOPLE + "6,Late,Comer,late@example.com,C1\n", "utf-8")
    full = workspace.load(RunKind.FULL)
    assert full.balanced
    assert {e.entity: e.mapped for e in full.account.entities}["contact"] == 5
    assert workspace.changed_sources() == ["people"]
    workspace.refresh()
    with pytest.raises(PlanError) as closed:
        workspace.load(RunKind.FULL)
    english, _ = said(closed.value)
    assert english == f"The plan or its data changed since pilot {pilot.run} was approved."
    again = workspace.load(RunKind.PILOT)
    workspace.approve_pilot(again.run, by="Sara")
    last = workspace.load(RunKind.FULL)
    assert last.balanced
    assert {e.entity: e.mapped for e in last.account.entities}["contact"] == 6


def test_a_second_program_is_told_who_has_the_project(home: Path, workspace: Workspace) -> None:
    """Whatever it wants to do; and what the first one does goes on."""
    command = [sys.executable, "-m", "migrator", "run", str(home / "p.kooch"), "--pilot"]
    other = subprocess.Popen(
        command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    with pytest.raises(ProjectError) as here:
        Workspace.open(home / "p.kooch")
    english, _ = said(here.value)
    assert workspace.load(RunKind.PILOT).balanced
    _, complaint = other.communicate(timeout=120)
    assert other.returncode == 4
    assert english in complaint
    assert "Traceback" not in complaint
    assert len(workspace.runs()) == 1
