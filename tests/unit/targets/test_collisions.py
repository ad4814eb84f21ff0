"""Into a target that is not empty: who is met, what each rule does, and what is foretold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from migrator.model.loading import LoadSettings, TargetMatch, WriteMode
from migrator.model.mapping import Collision
from migrator.model.schema import Field, FieldType
from migrator.progress import NULL_PROGRESS
from migrator.stages import load_section, reconcile
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging
from migrator.targets.sql.rollback import rollback
from tests.unit.targets.load_world import ACCOUNT, CONTACT, World, counted

pytestmark = pytest.mark.timeout(120)

C = Collision
BY_CODE = LoadSettings(batch_rows=50, matching=(TargetMatch("account", ("code",)),))
BY_NAME = LoadSettings(batch_rows=50, matching=(TargetMatch("account", ("name",)),))


@pytest.fixture
def world(database_url: str) -> Iterator[World]:
    staging = Staging(None)
    yield World(database_url, staging)
    staging.close()


def differences(world: World, *entities: str) -> list[tuple[Any, ...]]:
    """What reading back finds."""
    with world.target() as target:
        world_entities = tuple(world.entities[name] for name in entities or world.fields)
        section = reconcile.ReconcileSection(target, world_entities)
        reconcile.run(world.staging, section, NULL_PROGRESS)
    return [
        row
        for name in entities or world.fields
        for row in world.staging.rows(
            f"select _gid, field, kind, expected, found from {quote(names.difference(name))}"
        )
    ]


def classes(world: World, name: str = "account") -> dict[int, str]:
    """Predicted class by golden id."""
    table = quote(names.predicted(name))
    return dict(world.staging.rows(f"select _gid, class from {table} order by 1"))


def done(world: World, name: str = "account") -> dict[int, str]:
    """What the run did by golden id."""
    return dict(
        world.staging.rows(f"select _gid, done from {quote(names.outcome(name))} order by 1")
    )


# (rule, mapped, held) -> (afterwards, what happens)
RULES = [
    (C.OVERWRITE, "new", "old", "new", "overwrite"),
    (C.OVERWRITE, "new", None, "new", "fill"),
    (C.OVERWRITE, None, "old", None, "clear"),
    (C.OVERWRITE, "old", "old", "old", ""),
    (C.FILL, "new", "old", "old", "keep"),
    (C.FILL, "new", None, "new", "fill"),
    (C.FILL, "new", "", "new", "fill"),
    (C.FILL, None, "old", "old", ""),
    (C.FILL, None, None, None, ""),
    (C.KEEP, "new", "old", "old", "keep"),
    (C.KEEP, "new", None, None, "keep"),
    (C.KEEP, None, "old", "old", ""),
    (C.APPEND, "new", "old", "old; new", "append"),
    (C.APPEND, "new", None, "new", "fill"),
    (C.APPEND, None, "old", "old", ""),
    (C.APPEND, "old", "very old", "very old", "keep"),
]


def test_every_rule_on_empty_and_filled_values(world: World) -> None:
    """One field per rule, a record per case: foretold, loaded, read back, taken back."""
    fields = {rule: f"f_{rule.value}" for rule in C}
    entity = counted(ACCOUNT)
    extra = tuple(Field(name, FieldType.TEXT, length=80) for name in fields.values())
    world.create(type(entity)(**{**vars(entity), "fields": (*entity.fields, *extra)}))
    rows, listed = [], ", ".join(fields.values())
    for no, (rule, mapped, held, _, _) in enumerate(RULES, 1):
        values = ", ".join("null" if f is not rule or held is None else f"'{held}'" for f in fields)
        world.sql(f"insert into account(name, code, remark, {listed})"
                  f" values ('n', 'c{no}', 'theirs', {values})")  # fmt: skip
        rows.append({"_gid": no, "name": "n", "code": f"c{no}", fields[rule]: mapped})
    before = world.contents("account")
    rows.append({"_gid": 99, "name": "n", "code": "c99", **dict.fromkeys(fields.values(), "made")})
    world.collisions["account"] = {name: rule for rule, name in fields.items()}
    world.ready("account", ("name", "code", *fields.values()), rows)
    told = world.predict(settings=BY_CODE)["account"]
    found = dict(
        world.staging.rows(f"select _gid, what from {quote(names.collided('account'))} order by 1")
    )
    assert found == {no: what for no, (*_, what) in enumerate(RULES, 1) if what}
    assert world.contents("account") == before
    changes = {no for no, (_, _, _, _, what) in enumerate(RULES, 1) if what not in ("", "keep")}
    assert (told["create"], told["update"], told["skip"]) == (
        1, len(changes), len(RULES) - len(changes),
    )  # fmt: skip
    report = world.load(settings=BY_CODE)
    assert classes(world) == done(world)
    assert report.facts["entities"]["account"]["loaded"] == len(rows)
    for no, (rule, _, _, after, _) in enumerate(RULES, 1):
        assert world.one(f"select {fields[rule]} from account where code = 'c{no}'") == after, no
    assert world.sql(f"select {listed} from account where code = 'c99'") == [("made",) * 4]
    assert world.one("select count(*) from account where remark = 'theirs'") == len(RULES)
    assert differences(world) == []
    after = world.contents("account")
    again = world.load(2, settings=BY_CODE)
    assert set(done(world).values()) == {"skip"}
    assert again.facts["entities"]["account"]["already_there"] == len(rows)
    assert world.contents("account") == after
    assert differences(world) == []
    with world.target() as target:
        told = rollback(target, "p1", 1, NULL_PROGRESS)
    assert (told["removed"], told["restored"], told["kept"]) == (1, len(changes), 0)
    assert world.contents("account") == before
    assert world.one("select count(*) from kooch_crosswalk") == 0


def test_a_plan_that_changes_judges_the_record_as_it_first_was(world: World) -> None:
    """What our own earlier run wrote is no value of others; what others wrote since is."""
    world.create(counted(ACCOUNT))
    world.sql("insert into account(name, code, remark) values ('n', 'c1', 'old'), ('n', 'c2', '')")
    world.collisions["account"] = {"remark": C.APPEND, "name": C.FILL}
    fields = ("name", "code", "remark")

    def rows(remark: str) -> list[dict[str, Any]]:
        return [{"_gid": n, "name": f"x{n}", "code": f"c{n}", "remark": remark} for n in (1, 2, 3)]

    world.ready("account", fields, rows("first"))
    world.load(1, settings=BY_CODE)
    world.ready("account", fields, rows("second"))
    world.predict(settings=BY_CODE)
    world.load(2, settings=BY_CODE)
    assert classes(world) == done(world) == {1: "update", 2: "update", 3: "update"}
    held = "select code, name, remark from account order by code"
    assert world.sql(held) == [
        ("c1", "n", "old; second"), ("c2", "n", "second"), ("c3", "x3", "second"),
    ]  # fmt: skip
    world.sql("update account set remark = 'theirs' where code in ('c2', 'c3')")
    world.ready("account", fields, rows("third"))
    world.load(3, settings=BY_CODE)
    assert world.sql(held) == [
        ("c1", "n", "old; third"), ("c2", "n", "theirs; third"), ("c3", "x3", "theirs; third"),
    ]  # fmt: skip
    assert differences(world) == []


def test_equal_is_what_the_target_calls_equal(world: World) -> None:
    """MariaDB's collation finds 'ACME ' and 'Zoë' again; the others compare letter by letter."""
    world.create(counted(ACCOUNT))
    loose = world.url.startswith(("mysql", "mariadb"))
    if loose:
        world.sql("alter table account convert to character set utf8mb4"
                  " collate utf8mb4_general_ci")  # fmt: skip
    world.sql("insert into account(name) values ('acme'), ('Zoe'), ('Same')")
    names_ = ["ACME ", "Zoë", "Same", None]
    world.ready("account", ("name", "code"), [
        {"_gid": n, "name": name or "x", "code": f"c{n}"} for n, name in enumerate(names_, 1)
    ])  # fmt: skip
    world.predict(settings=BY_NAME)
    world.load(settings=BY_NAME)
    met = "update" if loose else "create"
    assert classes(world) == done(world) == {1: met, 2: met, 3: "update", 4: "create"}
    assert world.one("select count(*) from account") == (4 if loose else 6)


def test_what_fits_several_records_is_kept_back_never_guessed(world: World) -> None:
    world.create(counted(ACCOUNT), counted(CONTACT))
    world.sql("insert into account(name) values ('Twin'), ('Twin'), ('One')")
    rows = [
        {"_gid": 1, "name": "Twin"}, {"_gid": 2, "name": "One"}, {"_gid": 3, "name": "Both"},
        {"_gid": 4, "name": "Both"}, {"_gid": 5, "name": "New"},
    ]  # fmt: skip
    world.ready("account", ("name",), rows)
    world.ready("contact", ("name", "account_id"), [{"_gid": 11, "name": "K", "account_id": 1}])
    told = world.predict(settings=BY_NAME)
    world.load(settings=BY_NAME)
    assert classes(world) == done(world) == {
        1: "wait", 2: "skip", 3: "wait", 4: "wait", 5: "create",
    }  # fmt: skip
    assert told["contact"]["wait"] == 1
    assert world.issues("account") == [
        (1, "", "target_ambiguous", "error"),
        (3, "", "same_key", "error"),
        (4, "", "same_key", "error"),
    ]
    assert [code for _, _, code, _ in world.issues("contact")] == ["parent_held_back"]
    world.account()
    before = world.contents("account")
    world.load(settings=BY_NAME)  # the same run again: the same rows wait
    assert world.contents("account") == before


def test_a_record_that_moved_since_it_was_met_is_not_touched(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.create(counted(ACCOUNT))
    world.sql("insert into account(name, code) values ('old', 'c1'), ('old', 'c2')")
    rows = [{"_gid": n, "name": "new", "code": f"c{n}"} for n in (1, 2, 3)]
    world.ready("account", ("name", "code"), rows)
    meet = load_section.meet

    def then_somebody(*args: Any) -> None:
        meet(*args)
        world.sql("update account set code = 'c9' where code = 'c1'")
        world.sql("insert into account(name, code) values ('theirs', 'c3')")

    monkeypatch.setattr(load_section, "meet", then_somebody)
    world.load(settings=BY_CODE)
    assert done(world) == {1: "reject", 2: "update", 3: "reject"}
    assert world.sql("select name, code from account order by code") == [
        ("new", "c2"), ("theirs", "c3"), ("old", "c9"),
    ]  # fmt: skip


def test_upsert_updates_by_the_rules_of_the_fields(world: World) -> None:
    world.create(counted(ACCOUNT))
    world.sql("insert into account(name, code, revenue) values ('old', 'c1', 7.25)")
    world.collisions["account"] = {"revenue": C.FILL}
    rows = [{"_gid": n, "name": "new", "code": f"c{n}", "revenue": "1.50"} for n in (1, 2)]
    world.ready("account", ("name", "code", "revenue"), rows)
    world.load(settings=LoadSettings(mode=WriteMode.UPSERT))
    held = world.sql("select name, code, revenue from account order by code")
    assert [(n, c, float(r)) for n, c, r in held] == [("new", "c1", 7.25), ("new", "c2", 1.5)]
    assert differences(world) == []


def test_lookups_of_the_second_pass_follow_the_rules_and_are_cleared(world: World) -> None:
    """A self-reference of a record of others is kept by FILL; ours goes when the plan drops it."""
    world.create(counted(ACCOUNT))
    world.sql("insert into account(name, code) values ('boss', 'c0'), ('kid', 'c1'), ('two', 'c2')")
    world.sql("update account set parent_id = 1 where code = 'c1'")
    fields = ("name", "code", "parent_id")
    rows = [
        {"_gid": 1, "name": "kid", "code": "c1", "parent_id": 3},
        {"_gid": 2, "name": "two", "code": "c2", "parent_id": 3},
        {"_gid": 3, "name": "three", "code": "c3", "parent_id": None},
        {"_gid": 4, "name": "four", "code": "c4", "parent_id": 3},
    ]
    world.collisions["account"] = {"parent_id": C.FILL}
    world.ready("account", fields, rows)
    world.load(1, settings=BY_CODE)
    parents = "select a.code, p.code from account a join account p on p.id = a.parent_id order by 1"
    assert world.sql(parents) == [("c1", "c0"), ("c2", "c3"), ("c4", "c3")]
    assert differences(world) == []
    rows[1]["parent_id"] = rows[3]["parent_id"] = None
    world.ready("account", fields, rows)
    world.load(2, settings=BY_CODE)
    assert world.sql(parents) == [("c1", "c0")]
    assert differences(world) == []
    with world.target() as target:
        rollback(target, "p1", 2, NULL_PROGRESS)
        rollback(target, "p1", 1, NULL_PROGRESS)
    assert world.sql(parents) == [("c1", "c0")]
    assert world.one("select count(*) from account") == 3
