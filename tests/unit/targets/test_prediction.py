"""A dry run says what then happens, and leaves no trace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect

from migrator.model.loading import LoadSettings, TargetMatch
from migrator.model.mapping import Collision
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging
from tests.unit.targets.load_world import ACCOUNT, CONTACT, World, counted

pytestmark = pytest.mark.timeout(120)

ROWS = 2_000
SETTINGS = LoadSettings(batch_rows=500, matching=(TargetMatch("account", ("code",)),))
FIELDS = ("name", "code", "revenue", "remark")


@pytest.fixture
def world(database_url: str) -> Iterator[World]:
    staging = Staging(None)
    yield World(database_url, staging)
    staging.close()


def dump(world: World) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with world.target() as target, target.engine.connect() as connection:
        tables = inspect(connection).get_table_names()
    return {table: sorted(world.sql(f"select * from {table}"), key=repr) for table in tables}


def fill(world: World) -> None:
    """2,000 accounts and as many contacts; planted: records that are there (equal, other, several
    of one key), missing names, names too long, codes that clash, parents that will not be there."""
    world.create(counted(ACCOUNT), counted(CONTACT))
    values = [f"('old {n}', 'c{n}', {n}, null)" for n in range(1, 200)]
    values += [f"('acc {n}', 'c{n}', 1.5, 'r')" for n in range(200, 300)]
    world.sql(f"insert into account(name, code, revenue, remark) values {', '.join(values)}")
    rows = []
    for n in range(1, ROWS + 1):
        row = {"_gid": n, "name": f"acc {n}", "code": f"c{n}", "revenue": "1.5", "remark": "r"}
        if n % 41 == 0:
            row["name"] = None
        if n % 53 == 0:
            row["name"] = "x" * 61
        if n % 67 == 0:
            row["code"] = f"c{n - 1}"
        if n % 71 == 0:
            row["code"] = None
        rows.append(row)
    world.ready("account", FIELDS, rows)
    world.ready(
        "contact",
        ("name", "account_id"),
        [{"_gid": 10_000 + n, "name": f"k{n}", "account_id": n} for n in range(1, ROWS + 1)],
    )
    world.collisions["account"] = {"remark": Collision.FILL, "revenue": Collision.KEEP}


def test_the_prediction_of_2000_rows_with_planted_faults_comes_true(world: World) -> None:
    fill(world)
    before = dump(world)
    file = Path(world.url.removeprefix("sqlite:///"))
    stamp = file.stat().st_mtime_ns if file.is_file() else 0
    told = world.predict(settings=SETTINGS)
    assert dump(world) == before  # no row, no ledger, no table
    assert stamp == (file.stat().st_mtime_ns if file.is_file() else 0)
    world.load(settings=SETTINGS)
    for name in ("account", "contact"):
        rows = world.staging.rows(
            f"""select p._gid, p.class, o.done, p.code, o.reason
                from {quote(names.predicted(name))} p
                join {quote(names.outcome(name))} o using (_gid)"""
        )
        assert len(rows) == ROWS
        assert [row for row in rows if row[1] != row[2]] == []
        counts = Counter(row[1] for row in rows)
        assert {kind: told[name][kind] for kind in counts} == dict(counts)
    account = told["account"]
    assert min(account[kind] for kind in ("create", "update", "skip", "reject", "wait")) > 10
    assert told["contact"]["wait"] == account["reject"] + account["wait"]
    codes = {code for _, code, _, _ in account["causes"]}
    loose = world.url.startswith("sqlite")  # which holds texts of any length
    assert codes == {"required", "same_key"} | (set() if loose else {"too_long"})
    assert account["fields"]["remark"]["fill"] > 100
    assert account["fields"]["revenue"]["keep"] > 100


def test_unique_clashes_and_parents_of_the_target_are_foretold(world: World) -> None:
    """Without a way to meet records, their keys clash; a mapped id needs its record."""
    world.create(counted(ACCOUNT), counted(CONTACT))
    world.sql("insert into account(name, code) values ('theirs', 'c1')")
    rows = [
        {"_gid": 1, "name": "a", "code": "c1"}, {"_gid": 2, "name": "b", "code": "c2"},
        {"_gid": 3, "name": "c", "code": "c2"}, {"_gid": 4, "name": "d", "code": None},
        {"_gid": 5, "name": "e", "code": None},
    ]  # fmt: skip
    world.ready("account", ("name", "code"), rows)
    told = world.predict()["account"]
    assert (told["create"], told["reject"]) == (3, 2)
    assert told["causes"] == [["reject", "not_unique", "code", 2]]
    world.load()
    states = world.outcome("account")
    assert [gid for gid, state in states.items() if state == "rejected"] == [1, 3]


def test_an_existing_company_is_an_update(world: World) -> None:
    """margince #3010: a dry run called a company that is there a new one. Odoo #13962: it wrote."""
    world.create(counted(ACCOUNT))
    world.sql("insert into account(name, code) values ('Acme', 'c1')")
    world.ready("account", ("name", "code"), [
        {"_gid": 1, "name": "Acme Ltd", "code": "c1"}, {"_gid": 2, "name": "New", "code": "c2"},
    ])  # fmt: skip
    before = dump(world)
    for _ in range(2):
        told = world.predict(settings=SETTINGS)["account"]
        assert (told["create"], told["update"]) == (1, 1)
        assert told["fields"] == {"name": {"overwrite": 1}}
        assert dump(world) == before
