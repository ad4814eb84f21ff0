"""Delta runs: only what a newer snapshot changed travels, and can be taken back exactly."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from migrator import delta
from migrator.errors import PlanError
from migrator.model.loading import RunKind
from migrator.prediction import predict
from migrator.progress import NULL_PROGRESS
from migrator.workspace import Workspace
from tests.unit.desks.loading_project import CUSTOMERS, PEOPLE, Calls

DUMP = "select * from account order by 1; select * from contact order by 1"


@pytest.fixture(scope="module")
def loaded(_made_loading_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything is loaded once (the sources lie beside the project)."""
    home = tmp_path_factory.mktemp("delta") / "home"
    shutil.copytree(_made_loading_project, home)
    call = Calls(home)
    _move_sources(call.workspace, home / "old")
    run = call("pilot.run")
    call("pilot.approve", run=run.no, by="Sara")
    call("migration.run")
    call.close()
    shutil.copytree(home, home.with_name("kept"))
    return home


def _move_sources(workspace: Workspace, files: Path) -> None:
    def moved(plan):  # type: ignore[no-untyped-def]
        specs = (replace(s, uri=str(files / Path(s.uri).name)) for s in plan.sources)
        return replace(plan, sources=tuple(specs))

    workspace.edit("Files of its own", moved)


@pytest.fixture
def call(loaded: Path) -> Iterator[Calls]:
    shutil.rmtree(loaded)
    shutil.copytree(loaded.with_name("kept"), loaded)
    calls = Calls(loaded)
    yield calls
    calls.close()


def newer(call: Calls, customers: str = CUSTOMERS, people: str = PEOPLE) -> None:
    """The legacy system gives its data once more."""
    files = call.target.parent / "old"
    (files / "customers.csv").write_text(customers, "utf-8")
    (files / "people.csv").write_text(people, "utf-8")
    call.workspace.refresh()
    call.workspace.run("validate")


def dump(call: Calls) -> list[list[tuple[object, ...]]]:
    return [call.crm(sql) for sql in DUMP.split(";")]


def told(found: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    return {e: {k: n for k, n in one.items() if n} for e, one in found.items()}


CASES: dict[str, tuple[str, str, dict[str, dict[str, int]]]] = {
    "only_the_order": (
        "\n".join([CUSTOMERS.splitlines()[0], *reversed(CUSTOMERS.splitlines()[1:])]),
        PEOPLE,
        {"account": {"same": 3}, "contact": {"same": 4}},
    ),
    "a_value_a_parent_a_new_first_row": (
        CUSTOMERS.replace("C1,", "C0,Zero,021-88554400,1\nC1,", 1).replace("434,2", "999,2"),
        PEOPLE.replace("john@example.com,C3", "john@example.com,C0")
        + "6,Zoe,Zero,zoe@example.com,C0\n",
        {
            "account": {"same": 2, "changed": 1, "new": 1},
            "contact": {"same": 3, "changed": 1, "new": 1},
        },
    ),
    "gone_held_back_and_mended": (
        CUSTOMERS.replace("C2,شرکت آزمون", "C2,").replace("C4,,", "C4,Four,"),
        PEOPLE.replace("5,Sara,Noori,sara@example.com,C3\n", ""),
        {
            "account": {"same": 2, "held": 1, "new": 1},
            "contact": {"same": 2, "held": 1, "new": 1, "vanished": 1},
        },
    ),
}


@pytest.mark.parametrize(("customers", "people", "expected"), CASES.values(), ids=CASES)
def test_what_is_foretold_is_what_travels_and_can_be_taken_back(
    call: Calls, customers: str, people: str, expected: dict[str, dict[str, int]]
) -> None:
    before = dump(call)
    newer(call, customers, people)
    workspace = call.workspace
    foreseen = predict(workspace, NULL_PROGRESS, RunKind.DELTA)
    assert told(delta.counts(workspace)) == expected
    assert dump(call) == before, "a dry run writes nothing"
    made = {e: (one.get("new", 0), one.get("changed", 0)) for e, one in expected.items()}
    assert {e: (f["create"], f["update"]) for e, f in foreseen.entities.items()} == made
    result = workspace.load(RunKind.DELTA)
    assert result.balanced
    assert not result.prediction["wrong"]
    kinds = [(e, done, n) for e, rows in result.prediction["entities"].items()
             for _, done, n in rows if done in ("create", "update")]  # fmt: skip
    assert kinds == [
        (e, kind, n)
        for e, pair in made.items()
        for kind, n in zip(("create", "update"), pair, strict=True)
        if n
    ]
    facts = result.load.facts["entities"]
    assert {e: f["batches"] for e, f in facts.items()} == {e: int(any(p)) for e, p in made.items()}
    # A second look finds nothing left to do; taking the run back restores every byte.
    predict(workspace, NULL_PROGRESS, RunKind.DELTA)
    again = told(delta.counts(workspace))
    assert not any({"new", "changed"} & one.keys() for one in again.values())
    back = workspace.rollback(result.run)
    assert back["kept"] == 0
    assert dump(call) == before
    assert told(workspace.runs()[-2].facts["delta"]) == expected


def test_a_delta_needs_a_key_and_the_plan_as_it_was(call: Calls) -> None:
    workspace = call.workspace
    newer(call, CUSTOMERS.replace("Acme", "Acme Inc"))
    assert delta.newer(workspace)
    workspace.edit("Another system", lambda plan: replace(plan, system="erp2"))
    with pytest.raises(PlanError, match="pilot"):
        workspace.load(RunKind.DELTA)
    workspace.undo()
    feeds = lambda plan: tuple(replace(f, key=()) for f in plan.feeds)  # noqa: E731
    workspace.edit("No keys", lambda plan: replace(plan, feeds=feeds(plan)))
    with pytest.raises(PlanError, match="source key"):
        workspace.load(RunKind.DELTA)


def test_what_others_changed_meanwhile_stays_by_the_rules_and_is_told(call: Calls) -> None:
    call.crm("update account set telephone1 = '999' where accountnumber = 'C1'")
    newer(call, CUSTOMERS.replace("021-88554434", "021-88550000"))
    result = call.workspace.load(RunKind.DELTA)
    # The record that did not change in the sources is not touched; reading back tells of it.
    assert call.crm("select telephone1 from account where accountnumber = 'C1'") == [("999",)]
    assert [(d.field, d.found) for d in result.differences] == [("telephone1", "999")]


def test_without_the_digests_everything_travels_and_nothing_doubles(call: Calls) -> None:
    delta.forget(call.workspace.staging, call.workspace.plan)
    before = dump(call)
    newer(call)
    call.workspace.load(RunKind.DELTA)
    assert told(delta.counts(call.workspace)) == {
        "account": {"changed": 3}, "contact": {"changed": 4},
    }  # fmt: skip
    assert dump(call) == before
