"""A delta run and a replay on the servers, whose SQL and words differ."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from migrator import starting
from migrator.databases.engine import driver_sql
from migrator.desks.rejects import RejectsDesk
from migrator.loading import target_of
from migrator.model.loading import RunKind
from migrator.targets.sql.target import SqlTarget
from migrator.workspace import Workspace
from tests.unit.desks.loading_project import CUSTOMERS, PEOPLE, _belong

NEWER = PEOPLE.replace("5,Sara,Noori,sara@example.com,C3\n", "").replace("Karimi", "Kamali")
NO_ZED = "alter table contact add constraint no_zed check (firstname <> 'Zed')"
DROP = "alter table contact drop constraint no_zed"
DUMP = "select contactid, firstname, lastname, parentcustomerid from contact order by contactid"


@pytest.mark.server
@pytest.mark.parametrize("server", ["postgres_url", "mariadb_url"])
def test_a_delta_its_reject_and_the_replay(
    server: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    url = str(request.getfixturevalue(server))
    (tmp_path / "customers.csv").write_text(CUSTOMERS, "utf-8")
    people = tmp_path / "people.csv"
    people.write_text(PEOPLE, "utf-8")
    sources = [str(tmp_path / "customers.csv"), str(people)]
    workspace = starting.begin(tmp_path / "p", sources, url, create=starting.BUNDLED)
    with workspace:
        starting.propose_all(workspace)
        workspace.edit("Open", lambda p: _belong(replace(p, loading=replace(
            p.loading, require_pilot=False))))  # fmt: skip
        workspace.load(RunKind.FULL)
        before = _ask(workspace, DUMP)
        assert len(before) == 4
        _ask(workspace, NO_ZED)
        people.write_text(f"{NEWER}6,Zed,Zero,zed@example.com,C1\n", "utf-8")
        workspace.refresh()
        delta = workspace.load(RunKind.DELTA)
        _check_delta(workspace, delta.load.facts["entities"]["contact"])
        _ask(workspace, DROP)
        replay = workspace.load(RunKind.REPLAY)
        assert replay.balanced
        facts = replay.load.facts["entities"]["contact"]
        assert (facts["loaded"], facts["rejected"], facts["batches"]) == (4, 0, 1)
        assert len(_ask(workspace, DUMP)) == 5
        for run in (replay.run, delta.run):
            assert workspace.rollback(run)["kept"] == 0
        assert _ask(workspace, DUMP) == before


def _check_delta(workspace: Workspace, facts: dict[str, int]) -> None:
    told = workspace.runs()[-1].facts["delta"]["contact"]
    assert {kind: n for kind, n in told.items() if n} == {
        "new": 1, "changed": 1, "same": 2, "vanished": 1,
    }  # fmt: skip
    assert (facts["rejected"], facts["batches"]) == (1, 1)
    assert workspace.account().balanced
    causes = RejectsDesk(workspace).overview().causes
    refused = next(one for one in causes if one.kind == "reject")
    assert (refused.told.en, refused.rows) == ("A rule of the target forbids it", 1)
    assert "no_zed" in refused.words
    assert "Zed" not in refused.words, "no personal values in the words"


def _ask(workspace: Workspace, sql: str) -> list[tuple[object, ...]]:
    with target_of(workspace) as target:
        assert isinstance(target, SqlTarget)
        with target.engine.begin() as connection:
            found = driver_sql(connection, sql)
            return [tuple(row) for row in found] if found.returns_rows else []
