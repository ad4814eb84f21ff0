"""A line that is cut before, at and after COMMIT, and servers that die there: every batch whose
outcome is unknown is settled by the ledger, nothing is lost, doubled or called a bad row.

KOOCH_CUTS sets the cuts of each kind per database.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pyarrow as pa
import pytest

from migrator.databases.trouble import DRIVER_ERRORS
from migrator.model.schema import Field
from migrator.targets.sql import door
from tests.e2e.fault_world import PATIENCE, all_is_well, load, refused, world_of
from tests.proxy import Cut, Proxy
from tests.servers import MariaServer, PostgresServer
from tests.unit.targets.load_world import World

CUTS = int(os.environ.get("KOOCH_CUTS", "2"))
SLOW = {Cut.HELD, Cut.LATE}  # each takes the server's patience
FIRST, LAST = 3, 20  # COMMITs of the rows: the ledger and the lease have theirs before

pytestmark = [pytest.mark.server, pytest.mark.timeout(60 + 10 * CUTS)]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "WAITS", PATIENCE)


@pytest.fixture(params=["postgres", "mariadb"])
def server(request: pytest.FixtureRequest) -> PostgresServer | MariaServer:
    found: PostgresServer | MariaServer = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def world(server: PostgresServer | MariaServer) -> Iterator[World]:
    name = server.create_database()
    with world_of(server.url(name)) as world:
        yield world
    server.drop_database(name)


def through(world: World, proxy: Proxy) -> dict[str, Any]:
    """Load on the other side of the proxy; look at it on this side."""
    direct, world.url = world.url, proxy.url(world.url)
    try:
        return load(world)
    finally:
        world.url = direct


@pytest.mark.parametrize("cut", list(Cut))
def test_a_cut_line(server: PostgresServer | MariaServer, world: World, cut: Cut) -> None:
    wanted = max(CUTS // 2, 1) if cut in SLOW else CUTS
    made = unknown = 0
    while made < wanted:
        world.sql("update account set parent_id = null")  # MariaDB deletes row by row
        world.sql("delete from account")
        with suppress(*DRIVER_ERRORS):
            for table in ("kooch_batch", "kooch_crosswalk", "kooch_reject"):
                world.sql(f"delete from {table}")
        some = random.sample(range(FIRST, LAST), min(wanted - made, 6))
        with Proxy(server.port, dict.fromkeys(some, cut)) as proxy:
            facts = through(world, proxy)
        all_is_well(world)
        made += proxy.made[cut]
        unknown += facts["unknown_settled"]
        assert facts["retries"] >= proxy.made[cut] > 0
    # Only where COMMIT was on its way is the outcome unknown.
    assert unknown == (0 if cut is Cut.ROWS else made)


@pytest.mark.parametrize("deliver", [False, True], ids=["before", "after"])
def test_a_server_that_dies_at_commit(
    server: PostgresServer | MariaServer, world: World, deliver: bool
) -> None:
    def die(number: int, send: Callable[[], None]) -> bool:
        if number != 6:
            return False
        if deliver:
            send()
        server.restart()
        return True

    with Proxy(server.port, at_commit=die) as proxy:
        facts = through(world, proxy)
    assert facts["unknown_settled"] == 1
    all_is_well(world)


def test_a_server_that_stays_away(
    server: PostgresServer | MariaServer, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "WAITS", (0.01, 0.01))

    class Gone:
        """The server ends after the second batch."""

        def update(self, done: int, total: int | None, label: str) -> None:
            if done == 40:
                server.stop()

    try:
        error = refused(world, "unreachable", Gone())
        assert error.transient
    finally:
        server.start()
    assert world.one("select count(*) from account") == 39
    load(world)
    all_is_well(world)


def test_looking_and_then_sending_again_doubles_rows(
    server: PostgresServer | MariaServer, world: World
) -> None:
    """A loader that, after a lost COMMIT, looks whether its batch is there and if not sends it
    again: while COMMIT is on its way it looks too early. This harness must see that."""
    world.sql("create table log(batch integer)")
    fields = [Field("id"), Field("name"), Field("code")]

    def work(session: Any) -> None:
        if session.execute("select 1 from log where batch = 1"):
            return
        with session.transaction():
            session.execute("insert into log values (1)")
            session.insert("twice", fields, rows)

    world.sql("create table twice(id integer, name varchar(40), code varchar(40))")
    rows = pa.table({"id": ["1"], "name": ["once"], "code": ["c"]})
    with Proxy(server.port, {1: Cut.LATE}) as proxy:
        direct, world.url = world.url, proxy.url(world.url)
        with world.target() as target:
            target.door.attempt(work)
        world.url = direct
        deadline = time.monotonic() + 10
        while world.one("select count(*) from twice") < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
    assert world.one("select count(*) from twice") == 2
