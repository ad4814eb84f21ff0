"""Old results go when no near state of the project needs them; undo stays cheap."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from migrator import starting, tidying
from migrator.model.mapping import Filter
from migrator.model.plan import Plan
from migrator.workspace import Workspace

EDITS = 14


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose tables were made anew after each of many edits."""
    home = tmp_path_factory.mktemp("tidy")
    lines = (f"C{n},شرکت {n},021-{n:08},Tehran {n}" for n in range(3000))
    (home / "customers.csv").write_text("\n".join(["code,company,phone,city", *lines]), "utf-8")
    target = f"sqlite:///{home / 'crm.sqlite'}"
    made = starting.begin(
        home / "p.kooch", [str(home / "customers.csv")], target, create=starting.BUNDLED
    )
    starting.propose_all(made)
    for number in range(EDITS):
        made.edit(f"leave out {number}", lambda plan, n=number: without(plan, f"C{n}"))
        made.run("cleanse")
    made.close()
    return home / "p.kooch"


@pytest.fixture
def edited(_made: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of it."""
    shutil.copytree(_made, tmp_path / "p.kooch")
    with Workspace.open(tmp_path / "p.kooch") as workspace:
        yield workspace


def without(plan: Plan, code: str) -> Plan:
    left = (Filter(f"code == '{code}'", "not a customer"),)
    return replace(plan, feeds=tuple(replace(feed, filters=left) for feed in plan.feeds))


def versions(workspace: Workspace, name: str) -> int:
    sql = "select count(*) from duckdb_tables() where starts_with(table_name, ?)"
    return int(workspace.staging.scalar(sql, [f"{name}__"]))


def freshness(workspace: Workspace) -> str:
    return str(next(s.freshness for s in workspace.status() if s.name == "cleanse"))


def test_told_to_stop_nothing_is_lost(edited: Workspace) -> None:
    before = versions(edited, "clean_account")
    assert before >= EDITS
    assert not edited.tidy(lambda: False)
    assert versions(edited, "clean_account") == before


def test_near_states_come_back_without_work_and_far_ones_are_made_again(edited: Workspace) -> None:
    assert edited.tidy()
    assert versions(edited, "clean_account") == tidying.STATES + 1
    edited.undo()
    assert freshness(edited) == "fresh"
    for _ in range(EDITS - 2):
        edited.undo()
    assert freshness(edited) == "stale", "the first edit's result went"
    edited.run("cleanse")
    assert edited.staging.scalar("select count(*) from clean_account where accountnumber='C0'") == 0
    assert edited.staging.scalar("select count(*) from clean_account") == 2999


def test_great_tables_keep_the_nearest_states_only_and_the_room_is_given_back(
    edited: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "MOST_CELLS", 0)
    path = edited.staging.path
    assert path is not None
    sizes: list[int] = []
    for number in range(1, 10):
        edited.edit(f"leave out {number}", lambda plan, n=number: without(plan, f"C{2000 + n}"))
        edited.run("cleanse")
        if number % 3 == 0:
            assert edited.tidy()
            sizes.append(path.stat().st_size)
    assert versions(edited, "clean_account") == tidying.SURE_STATES
    assert sizes[-1] < 1.3 * sizes[0]
