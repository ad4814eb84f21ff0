"""The load protocol on real databases: batches, rejects, resume, fences, lookups."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from migrator.errors import Cancelled, TargetError
from migrator.model.loading import LoadSettings, RunKind, WriteMode
from migrator.model.schema import Entity, Field, FieldType, Relationship
from migrator.progress import NULL_PROGRESS
from migrator.stages.load import run
from migrator.store.staging import Staging
from migrator.targets.ids import namespace
from tests.unit.targets.load_world import ACCOUNT, CONTACT, World, counted, new_journal

pytestmark = pytest.mark.timeout(120)

FIELDS = ("name", "revenue", "active", "code")


@pytest.fixture
def world(database_url: str) -> Iterator[World]:
    staging = Staging(None)
    yield World(database_url, staging)
    staging.close()


def accounts(count: int, bad: set[int] | None = None) -> list[dict[str, Any]]:
    """Rows 1 to count; bad ones have no name, which every database refuses."""
    return [
        {
            "_gid": n,
            "name": None if n in (bad or set()) else f'Näme, "{n}"\n\\',
            "revenue": f"{n}.50" if n % 3 else None,
            "active": "true" if n % 2 else "false",
            "code": f"c{n}" if n % 5 else None,
        }
        for n in range(1, count + 1)
    ]


class CancelAfter:
    """Raises Cancelled at the n-th call."""

    def __init__(self, calls: int) -> None:
        self.left = calls

    def update(self, done: int, total: int | None, label: str) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def test_clean_load_holds_every_value(world: World) -> None:
    world.create(ACCOUNT)
    world.ready("account", FIELDS, accounts(120))
    report = world.load()
    assert report.facts["entities"]["account"]["loaded"] == 120
    assert report.facts["entities"]["account"]["batches"] == 3
    assert set(world.outcome("account").values()) == {"loaded"}
    assert world.one("select count(*) from account") == 120
    assert world.one("select count(*) from account where active") == 60
    assert float(world.one("select sum(revenue) from account")) == sum(
        n + 0.5 for n in range(1, 121) if n % 3
    )
    assert world.one("select count(*) from account where code is null") == 24
    name = world.one("select name from account where code = 'c7'")
    assert name == 'Näme, "7"\n\\'


def test_ids_are_the_uuid5_of_project_system_entity_and_key(world: World) -> None:
    world.create(ACCOUNT)
    world.ready("account", FIELDS, accounts(3))
    world.load()
    expected = sorted(
        str(uuid.uuid5(namespace("p1", "legacy"), f"account|feed|{n}")) for n in (1, 2, 3)
    )
    assert sorted(str(row[0]) for row in world.sql("select id from account")) == expected


@pytest.mark.parametrize(
    ("count", "bad"),
    [
        pytest.param(1, {1}, id="the only one"),
        pytest.param(50, {17}, id="one in a batch of 50"),
        pytest.param(1000, {500}, id="one in 1000"),
        pytest.param(120, {1, 50, 51, 52, 120}, id="at the edges of batches"),
        pytest.param(60, set(range(1, 61)), id="all"),
    ],
)
def test_poison_rows_stand_alone(world: World, count: int, bad: set[int]) -> None:
    world.create(ACCOUNT)
    world.ready("account", FIELDS, accounts(count, bad))
    size = 1000 if count == 1000 else 50
    report = world.load(settings=LoadSettings(batch_rows=size))
    states = world.outcome("account")
    assert {gid for gid, state in states.items() if state == "rejected"} == bad
    assert world.one("select count(*) from account") == count - len(bad)
    assert world.one("select count(*) from kooch_crosswalk") == count - len(bad)
    assert world.one("select count(*) from kooch_reject") == len(bad)
    assert report.attention == len(bad)


def test_unique_clash_keeps_the_first_row(world: World) -> None:
    world.create(ACCOUNT)
    rows = accounts(10)
    rows[7]["code"] = rows[2]["code"] = "same"
    world.ready("account", FIELDS, rows)
    world.load()
    states = world.outcome("account")
    assert [gid for gid, state in states.items() if state == "rejected"] == [8]
    reason = world.one("select reason from kooch_reject")
    assert "same" not in reason  # no values of people in reasons


def test_running_twice_and_resuming_with_nothing_left_write_nothing(world: World) -> None:
    world.create(ACCOUNT)
    world.ready("account", FIELDS, accounts(120, {5}))
    world.load()
    before = world.contents("account")
    first = world.sql("select * from kooch_crosswalk order by source_key")
    again = world.load()
    assert again.facts["entities"]["account"]["batches"] == 0
    other = world.load(run_no=2)
    assert other.facts["entities"]["account"]["already_there"] == 119
    assert other.facts["entities"]["account"]["rejected"] == 1
    assert world.contents("account") == before
    assert world.sql("select * from kooch_crosswalk order by source_key") == first


@pytest.mark.parametrize("calls", [0, 1, 2, 4])
def test_cancel_then_resume_without_journal(world: World, calls: int) -> None:
    world.create(ACCOUNT)
    world.ready("account", FIELDS, accounts(230, {5, 140}))
    with pytest.raises(Cancelled):
        world.load(progress=CancelAfter(calls))
    assert world.one("select count(*) from account") == len(
        [n for n in range(1, 50 * calls + 1) if n not in (5, 140)]
    )
    world.journal = new_journal()
    report = world.load()
    assert report.facts["entities"]["account"]["batches"] == 5 - calls
    assert world.one("select count(*) from account") == 228
    assert list(world.outcome("account").values()).count("rejected") == 2


def test_changed_data_under_a_run_are_refused(world: World) -> None:
    world.create(ACCOUNT)
    world.ready("account", FIELDS, accounts(60))
    with pytest.raises(Cancelled):
        world.load(progress=CancelAfter(1))
    rows = accounts(60)
    rows[0]["name"] = "other"
    world.ready("account", FIELDS, rows)
    with pytest.raises(TargetError, match="not what was loaded under its number"):
        world.load()


def test_zombie_stops_at_its_next_batch(world: World) -> None:
    world.create(ACCOUNT)
    world.ready("account", FIELDS, accounts(150))

    class Usurper:
        """Starts the same run elsewhere while the first one is between two batches."""

        seen = False

        def update(self, done: int, total: int | None, label: str) -> None:
            if done >= 50 and not self.seen:
                self.seen = True
                world.load()

    with pytest.raises(TargetError, match="another run owns this project"):
        world.load(progress=Usurper())
    assert world.one("select count(*) from account") == 150
    assert world.one("select count(*) from kooch_crosswalk") == 150


def test_children_of_a_rejected_parent_stay_pending(world: World) -> None:
    world.create(ACCOUNT, CONTACT)
    world.ready("account", FIELDS, accounts(5, {2}))
    world.ready(
        "contact",
        ("name", "account_id"),
        [{"_gid": 100 + n, "name": f"N{n}", "account_id": n} for n in range(1, 6)]
        + [{"_gid": 200, "name": "free", "account_id": None}],
    )
    report = world.load()
    states = world.outcome("contact")
    assert {gid for gid, state in states.items() if state == "pending"} == {102}
    assert world.issues("contact") == [(102, "account_id", "parent_held_back", "error")]
    joined = "select count(*) from contact c join account a on a.id = c.account_id"
    assert world.one(joined) == 4
    assert report.facts["entities"]["contact"]["pending"] == 1
    world.account()


def test_self_reference_is_filled_by_the_second_pass(world: World) -> None:
    world.create(ACCOUNT)
    rows = accounts(120, {3})
    for row in rows:
        row["parent_id"] = row["_gid"] - 1 if row["_gid"] > 1 else None
    world.ready("account", (*FIELDS, "parent_id"), rows)
    report = world.load()
    assert report.facts["entities"]["account"]["links"] == 117
    pairs = world.sql("select c.code, p.code from account c join account p on p.id = c.parent_id")
    assert ("c7", "c6") in [tuple(pair) for pair in pairs]
    assert world.one("select count(*) from account where parent_id is not null") == 117
    assert world.issues("account") == [
        (3, "", "refused", "error"),
        (4, "parent_id", "parent_held_back", "warning"),
    ]
    again = world.load()
    assert again.facts["entities"]["account"]["link_batches"] == 0


def test_two_entities_in_a_circle(world: World) -> None:
    left = Entity(
        "team",
        (
            Field("id", FieldType.UUID, required=True),
            Field("name"),
            Field("boss_id", FieldType.UUID),
        ),
        ("id",),
        relationships=(Relationship("boss_id", "person"),),
    )
    right = Entity(
        "person",
        (
            Field("id", FieldType.UUID, required=True),
            Field("name"),
            Field("team_id", FieldType.UUID, required=True),
        ),
        ("id",),
        relationships=(Relationship("team_id", "team", required=True),),
    )
    world.create(left, right)
    teams = [{"_gid": n, "name": f"t{n}", "boss_id": 10 + n} for n in (1, 2)]
    people = [{"_gid": 10 + n, "name": f"p{n}", "team_id": n} for n in (1, 2)]
    world.ready("person", ("name", "team_id"), people)
    world.ready("team", ("name", "boss_id"), teams)
    world.load()
    assert sorted(
        world.sql("select t.name, p.name from team t join person p on p.id = t.boss_id")
    ) == [("t1", "p1"), ("t2", "p2")]
    assert world.one("select count(*) from person p join team t on t.id = p.team_id") == 2


def test_the_target_counts_ids(world: World) -> None:
    account, contact = counted(ACCOUNT), counted(CONTACT)
    world.create(account, contact)
    world.sql("insert into account(name) values ('there before')")
    rows = accounts(70, {4})
    for row in rows:
        row["parent_id"] = 1 if row["_gid"] == 70 else None
    world.ready("account", (*FIELDS, "parent_id"), rows)
    world.ready("contact", ("name", "account_id"), [{"_gid": 99, "name": "N", "account_id": 7}])
    with pytest.raises(Cancelled):
        world.load(progress=CancelAfter(1))
    world.load()
    assert world.one("select count(*) from account") == 70
    assert world.one("select count(distinct id) from account") == 70
    joined = "select a.code from contact c join account a on a.id = c.account_id"
    assert world.one(joined) == "c7"
    parent = "select p.code from account c join account p on p.id = c.parent_id"
    assert world.one(parent) == "c1"
    world.sql("insert into account(name) values ('afterwards')")  # the counter goes on
    assert world.one("select count(distinct id) from account") == 71


def test_mapped_keys_move_the_counter(world: World) -> None:
    world.create(counted(ACCOUNT))
    rows = [{"_gid": n, "id": 10 * n, "name": f"N{n}"} for n in (1, 2, 3)]
    world.ready("account", ("id", "name"), rows)
    world.load()
    world.sql("insert into account(name) values ('afterwards')")
    assert [row[0] for row in world.sql("select id from account order by id")] == [10, 20, 30, 31]
    assert sorted(row[0] for row in world.sql("select target_id from kooch_crosswalk")) == [
        "10",
        "20",
        "30",
    ]


def test_pilot_then_full(world: World) -> None:
    world.create(ACCOUNT, CONTACT)
    world.ready("account", FIELDS, accounts(120, {33}))
    world.ready(
        "contact",
        ("name", "account_id"),
        [{"_gid": 200 + n, "name": f"N{n}", "account_id": n} for n in range(1, 31)],
    )
    world.staging.create("pilot_account", "select _gid from ready_account where _gid in (1, 2, 60)")
    world.staging.create("pilot_contact", "select _gid from ready_contact where _gid in (201, 210)")
    only = {"account": "pilot_account", "contact": "pilot_contact"}
    world.load(1, only=only)
    assert [g for g, s in world.outcome("account").items() if s == "loaded"] == [1, 2, 60]
    # 210 was chosen without its parent 10: it waits.
    assert [g for g, s in world.outcome("contact").items() if s == "loaded"] == [201]
    world.account()
    pilot = world.sql("select * from kooch_crosswalk order by source_key")
    report = world.load(2)
    assert report.facts["entities"]["account"]["already_there"] == 3
    assert world.one("select count(*) from account") == 119
    assert world.one("select count(*) from contact") == 30
    after = world.sql("select * from kooch_crosswalk order by source_key")
    assert [row for row in after if row in pilot] == pilot  # not rewritten


def test_a_row_that_changed_since_the_pilot_is_rewritten(world: World) -> None:
    world.create(ACCOUNT)
    world.ready("account", FIELDS, accounts(4))
    world.load(1)
    rows = accounts(4)
    rows[1]["name"] = "new name"
    world.ready("account", FIELDS, rows)
    report = world.load(2)
    assert report.facts["entities"]["account"]["already_there"] == 3
    assert world.one("select name from account where code = 'c2'") == "new name"
    assert world.one("select count(*) from account") == 4


@pytest.mark.parametrize(
    ("mode", "states"),
    [
        (WriteMode.INSERT, ["rejected", "loaded", "loaded"]),
        (WriteMode.UPSERT, ["loaded", "loaded", "loaded"]),
        (WriteMode.UPDATE, ["loaded", "rejected", "rejected"]),
    ],
)
def test_write_modes_on_a_record_of_others(
    world: World, mode: WriteMode, states: list[str]
) -> None:
    world.create(counted(ACCOUNT))
    world.sql("insert into account(name, code, remark) values ('old', 'c1', 'theirs')")
    world.ready("account", FIELDS, accounts(3))
    world.load(settings=LoadSettings(batch_rows=50, mode=mode))
    assert list(world.outcome("account").values()) == states
    name, remark = world.sql("select name, remark from account where code = 'c1'")[0]
    assert (name == "old") == (mode is WriteMode.INSERT)
    assert remark == "theirs"


def test_too_many_rejects_stop_the_run(world: World) -> None:
    world.create(ACCOUNT)
    world.ready("account", FIELDS, accounts(300, set(range(1, 300, 10))))
    with pytest.raises(TargetError, match="more than the 7"):
        world.load(settings=LoadSettings(batch_rows=50, max_rejects=7))
    assert list(world.outcome("account").values()).count("rejected") == 10
    world.load(settings=LoadSettings(batch_rows=50, max_rejects=0))
    assert list(world.outcome("account").values()).count("rejected") == 30
    assert world.one("select count(*) from account") == 270


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        pytest.param("alter table account drop column revenue", "revenue", id="dropped"),
        pytest.param("alter table account add column extra varchar(9) not null", "extra", id="new"),
        pytest.param("drop table account", "account", id="table gone"),
    ],
)
def test_drift_is_found_before_the_first_write(world: World, statement: str, words: str) -> None:
    if world.url.startswith("sqlite") and "not null" in statement:
        pytest.skip("SQLite adds no required column without default")
    world.create(ACCOUNT)
    world.ready("account", FIELDS, accounts(3))
    world.sql(statement)
    with pytest.raises(TargetError, match=words) as caught:
        world.load()
    assert caught.value.details["problems"]
    with world.target() as target, target.engine.connect() as connection:
        tables = target.engine.dialect.get_table_names(connection)
    assert not [name for name in tables if name.startswith("kooch_")]


def test_a_reader_of_the_old_schema_is_told_of_a_narrower_column(world: World) -> None:
    if world.url.startswith("sqlite"):
        pytest.skip("SQLite cannot narrow a column")
    world.create(ACCOUNT)
    word = "modify column name varchar(20) not null"
    if world.url.startswith("postgresql"):
        word = "alter column name type varchar(20)"
    world.sql(f"alter table account {word}")
    with world.target() as target:
        problems = target.problems([world.entities["account"]])
    assert len(problems) == 1
    assert "account.name" in problems[0]


def test_engine_without_transactions_is_refused(mariadb_url: str) -> None:
    staging = Staging(None)
    world = World(mariadb_url, staging)
    world.create(ACCOUNT)
    world.sql("alter table account drop foreign key fk_account_parent_id")
    world.sql("alter table account engine=MyISAM")
    with world.target() as target:
        entity = target.schema().entity("account")
        problems = target.problems([entity])
    assert any("InnoDB" in problem for problem in problems)
    staging.close()


def test_sqlite_stores_numbers_as_numbers(tmp_path: Path) -> None:
    staging = Staging(None)
    world = World(f"sqlite:///{tmp_path / 'x.db'}", staging)
    world.create(ACCOUNT)
    world.ready("account", FIELDS, accounts(2))
    world.load()
    kinds = world.sql("select typeof(revenue), typeof(active), typeof(name) from account")
    assert kinds == [("real", "integer", "text")] * 2
    staging.close()


def test_bundled_entities_without_native_types_load_too(world: World) -> None:
    world.create(ACCOUNT)
    world.entities["account"] = replace(ACCOUNT, relationships=())
    world.ready("account", FIELDS, accounts(2))
    assert world.load().facts["entities"]["account"]["loaded"] == 2


def test_ledger_is_not_part_of_the_schema(world: World) -> None:
    world.create(ACCOUNT)
    world.ready("account", FIELDS, accounts(2))
    world.load()
    with world.target() as target:
        assert [entity.name for entity in target.schema().entities] == ["account"]
        run(world.staging, world.section(target), NULL_PROGRESS)
        target.door.begin_run("p1", 1, RunKind.FULL)
        rows = [row for b in target.read_back(world.entities["account"], ("code",)) for row in
                b.to_pylist()]  # fmt: skip
    assert sorted(row["code"] for row in rows) == ["c1", "c2"]


def test_a_target_restored_from_a_backup_gets_what_it_misses(tmp_path: Path) -> None:
    staging = Staging(None)
    file = tmp_path / "x.db"
    world = World(f"sqlite:///{file}", staging)
    world.create(ACCOUNT)
    world.ready("account", FIELDS, accounts(230, {5, 140}))
    with pytest.raises(Cancelled):
        world.load(progress=CancelAfter(2))
    backup = file.read_bytes()
    world.load()
    whole = world.contents("account")
    file.write_bytes(backup)
    report = world.load()  # the journal says that all is done: the ledger knows better
    assert report.facts["entities"]["account"]["batches"] == 3
    assert world.contents("account") == whole
    staging.close()
