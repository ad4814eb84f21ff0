"""Rows that a target refuses, each for its own reason, all in one load: they stand alone, are told
in both languages, and everything else is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from migrator.databases.refusals import refusal
from migrator.model.text import Text
from migrator.store.names import quote
from migrator.store.staging import Staging
from tests.e2e.fault_world import Once, balanced, load
from tests.unit.targets.load_world import ACCOUNT, CONTACT, World

pytestmark = pytest.mark.timeout(120)

BATCH_OF_BAD = range(41, 61)  # a batch of 20 of which nothing is left
LONG, CLASH, WIDE, TYPE, TRIGGER, TWIN = 5, 12, 23, 24, 31, 62
ORPHAN = 109
REASONS = {
    LONG: "The value is too long for the target",
    CLASH: "Another record in the target has this value",
    TWIN: "Another record in the target has this value",
    WIDE: "The number is too large or too small for the target",
    TYPE: "The target cannot read the value as what the field holds",
    TRIGGER: "not allowed here",
    **dict.fromkeys(BATCH_OF_BAD, "The target demands a value here"),
}
# What SQLite stores whatever the type says: there the checks before the load are the judge.
UNCHECKED_BY_SQLITE = {LONG, WIDE, TYPE}
TRIGGERS = {
    "sqlite": ["create trigger no before insert on account when new.code = 'c31'"
               " begin select raise(abort, 'not allowed here'); end"],
    "postgresql": ["create function no() returns trigger language plpgsql as $$ begin if new.code"
                   " = 'c31' then raise exception 'not allowed here'; end if; return new; end $$",
                   "create trigger no before insert on account for each row execute function no()"],
    "mariadb": ["create trigger no before insert on account for each row if new.code = 'c31' then"
                " signal sqlstate '45000' set message_text = 'not allowed here'; end if"],
}  # fmt: skip


@pytest.fixture
def world(database_url: str) -> Iterator[World]:
    staging = Staging(None)
    world = World(database_url, staging)
    world.create(ACCOUNT, CONTACT)
    for statement in TRIGGERS[database_url.partition(":")[0]]:
        world.sql(statement.replace(":", "\\:"))
    world.sql(
        "insert into account(id, name, code)"
        " values ('00000000-0000-0000-0000-000000000001', 'Theirs', 'c12')"
    )
    world.ready("account", ("name", "code", "revenue"), [row(n) for n in range(1, 101)])
    world.ready(
        "contact",
        ("name", "account_id"),
        [{"_gid": 100 + n, "name": f"P{n}", "account_id": n} for n in (9, 10, 12)],
    )
    yield world
    staging.close()


def row(n: int) -> dict[str, Any]:
    name = None if n in BATCH_OF_BAD else "x" * 61 if n == LONG else f"N{n}"
    revenue = {WIDE: "99999999999999.00", TYPE: "a lot"}.get(n, f"{n}.50")
    return {"_gid": n, "name": name, "revenue": revenue, "code": f"c{61 if n == TWIN else n}"}


def test_refused_rows_stand_alone_and_say_why(world: World) -> None:
    gone = Once(lambda: world.sql("delete from account where code = 'c9'"), label="load contact")
    load(world, gone)
    there = UNCHECKED_BY_SQLITE if world.url.startswith("sqlite") else set()
    expected = {gid: why for gid, why in REASONS.items() if gid not in there}
    found = world.staging.rows(
        f"select _gid, code, reason from {quote('outcome_account')} where state = 'rejected'"
    )
    told = {gid: refusal(code, reason, Text("", "")) for gid, code, reason in found}
    assert set(told) == set(expected)
    for gid, why in expected.items():
        assert why in told[gid].en, (gid, told[gid])
        assert gid == TRIGGER or told[gid].fa != told[gid].en
    assert not [why for _, _, why in found if "c12" in why or "a lot" in why]  # nobody's values
    balanced(world, {"loaded": 100 - len(expected), "rejected": len(expected)})
    # The parent that somebody removed under way, and the one that was refused.
    assert world.outcome("contact") == {ORPHAN: "rejected", 110: "loaded", 112: "pending"}
    code, reason = world.sql("select code, reason from kooch_reject where source_key = 'feed|109'")[
        0
    ]
    assert refusal(code, reason, Text("", "")) == Text(
        "The record that it refers to is not in the target",
        "رکوردی که به آن ارجاع دارد در مقصد نیست",
    )
    assert world.one("select name from account where code = 'c12'") == "Theirs"
