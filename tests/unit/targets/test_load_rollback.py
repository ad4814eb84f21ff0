"""Taking a run back on real databases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from migrator.errors import Cancelled
from migrator.model.loading import LoadSettings, WriteMode
from migrator.progress import NULL_PROGRESS, Progress
from migrator.store.staging import Staging
from migrator.targets.sql import rollback as rollback_module
from migrator.targets.sql.rollback import rollback
from tests.unit.targets.load_world import ACCOUNT, CONTACT, World, counted

pytestmark = pytest.mark.timeout(120)

FIELDS = ("name", "revenue", "active", "code")


@pytest.fixture
def world(database_url: str) -> Iterator[World]:
    staging = Staging(None)
    yield World(database_url, staging)
    staging.close()


def accounts(count: int) -> list[dict[str, Any]]:
    return [
        {
            "_gid": n,
            "name": f"Näme {n}",
            "revenue": f"{n}.50",
            "active": "true",
            "code": f"c{n}",
            "parent_id": n - 1 if n > 1 else None,
        }
        for n in range(1, count + 1)
    ]


def contacts(count: int) -> list[dict[str, Any]]:
    return [
        {"_gid": 500 + n, "name": f"N{n}", "born": "1990-01-31", "account_id": n}
        for n in range(1, count + 1)
    ]


def fill(world: World) -> None:
    world.create(ACCOUNT, CONTACT)
    world.ready("account", (*FIELDS, "parent_id"), accounts(60))
    world.ready("contact", ("name", "born", "account_id"), contacts(60))


def take_back(world: World, run: int = 1, progress: Progress = NULL_PROGRESS) -> dict[str, Any]:
    with world.target() as target:
        return rollback(target, "p1", run, progress)


def counts(world: World) -> tuple[int, int, int]:
    tables = ("account", "contact", "kooch_crosswalk")
    return tuple(world.one(f"select count(*) from {table}") for table in tables)  # type: ignore[return-value]


def test_everything_goes_and_comes_again(world: World) -> None:
    fill(world)
    world.load()
    before = world.contents("account"), world.contents("contact")
    told = take_back(world)
    assert (told["removed"], told["kept"], told["conflicts"]) == (120, 0, [])
    assert told["restored"] == 59  # lookups of the second pass
    assert counts(world) == (0, 0, 0)
    assert take_back(world)["removed"] == 0
    world.load()  # the same run again
    assert (world.contents("account"), world.contents("contact")) == before
    assert take_back(world)["removed"] == 120


def test_what_others_changed_is_kept_and_listed(world: World) -> None:
    fill(world)
    world.load()
    world.sql("update contact set name = 'edited' where name = 'N10'")
    world.sql("update account set remark = 'a note of ours' where code = 'c20'")
    world.sql("update account set parent_id = null where code = 'c30'")
    world.sql("delete from contact where name = 'N40'")
    told = take_back(world)
    kept = {(row["entity"], row["key"]): row["reason"] for row in told["conflicts"]}
    assert kept[("contact", "feed|510")] == "It was changed by others since the load."
    assert kept[("account", "feed|10")] == "Records of contact refer to it."
    assert ("account", "feed|20") in kept
    assert ("account", "feed|30") in kept
    assert told["gone"] == 1
    assert set(kept) == {
        ("contact", "feed|510"), ("account", "feed|10"), ("account", "feed|20"),
        ("account", "feed|30"),
    }  # fmt: skip
    assert world.sql("select name from contact") == [("edited",)]
    assert sorted(world.sql("select code from account")) == [("c10",), ("c20",), ("c30",)]
    report = world.load(2)
    assert world.one("select count(*) from account") == 60
    assert world.one("select count(*) from contact") == 60
    assert report.facts["entities"]["account"]["already_there"] == 3
    assert world.one("select count(*) from contact where name = 'edited'") == 1


def test_changed_records_get_back_what_they_held(world: World) -> None:
    world.create(counted(ACCOUNT))
    world.sql(
        "insert into account(name, code, revenue, remark) values ('old', 'c1', 7.25, 'theirs')"
    )
    before = world.contents("account")
    world.ready("account", FIELDS, accounts(3))
    world.load(settings=LoadSettings(batch_rows=2, mode=WriteMode.UPSERT))
    assert world.one("select name from account where code = 'c1'") == "Näme 1"
    told = take_back(world)
    assert (told["removed"], told["restored"], told["kept"]) == (2, 1, 0)
    assert world.contents("account") == before
    assert world.one("select count(*) from kooch_crosswalk") == 0


def test_a_later_run_is_taken_back_to_the_earlier_one(world: World) -> None:
    world.create(ACCOUNT)
    world.ready("account", FIELDS, accounts(3))
    world.load(1)
    first = world.contents("account")
    ledger = world.sql("select * from kooch_crosswalk order by source_key")
    rows = accounts(4)
    rows[1]["name"] = "new name"
    world.ready("account", FIELDS, rows)
    world.load(2)
    assert world.contents("account") != first
    told = take_back(world, 2)
    assert (told["removed"], told["restored"]) == (1, 1)
    assert world.contents("account") == first
    assert world.sql("select * from kooch_crosswalk order by source_key") == ledger
    assert take_back(world, 1)["removed"] == 3


@pytest.mark.parametrize("calls", [0, 1, 3, 8])
def test_stopping_and_going_on(world: World, calls: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rollback_module, "PAGE_ROWS", 20)
    fill(world)
    world.load()
    world.sql("update contact set name = 'edited' where name = 'N10'")

    class Stop:
        left = calls

        def update(self, done: int, total: int | None, label: str) -> None:
            self.left -= 1
            if self.left < 0:
                raise Cancelled

    with pytest.raises(Cancelled):
        take_back(world, progress=Stop())
    told = take_back(world)
    assert {row["key"] for row in told["conflicts"]} == {"feed|510", "feed|10"}
    assert counts(world) == (1, 1, 2)


def test_a_stopped_rollback_does_not_spoil_a_load(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rollback_module, "PAGE_ROWS", 20)
    fill(world)
    world.load()
    before = world.contents("account"), world.contents("contact")

    class Stop:
        left = 6

        def update(self, done: int, total: int | None, label: str) -> None:
            self.left -= 1
            if self.left < 0:
                raise Cancelled

    with pytest.raises(Cancelled):
        take_back(world, progress=Stop())
    assert counts(world) != (60, 60, 179)
    world.load()
    assert (world.contents("account"), world.contents("contact")) == before
