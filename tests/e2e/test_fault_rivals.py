"""Others in the target at the same time: deadlocks, failures to serialise, locks, a schema that
changes under way, and a loader that wakes up after another one took its place."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from migrator.databases.engine import close_engine, open_engine
from migrator.databases.url import parse
from migrator.errors import TargetError
from migrator.targets.sql import door
from tests.e2e.fault_world import (
    PATIENCE,
    ROWS,
    Once,
    all_is_well,
    balanced,
    load,
    ready,
    refused,
    said,
    world_of,
)
from tests.e2e.lives import Lives, fresh, troubles
from tests.e2e.loader_process import Life
from tests.proxy import Proxy
from tests.unit.targets.load_world import World

ZOMBIES = max(int(os.environ.get("KOOCH_KILLS", "20")) // 20, 1)
WAITING = {
    "postgresql": "select count(*) from pg_stat_activity where wait_event_type = 'Lock'",
    "mariadb": "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'",
}

pytestmark = pytest.mark.timeout(180)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "WAITS", PATIENCE)


@pytest.fixture
def world(database_url: str) -> Iterator[World]:
    with world_of(database_url) as world:
        yield world


@pytest.fixture(params=[pytest.param(k, marks=pytest.mark.server) for k in ("postgres", "mariadb")])
def shared_world(request: pytest.FixtureRequest) -> Iterator[World]:
    with world_of(request.getfixturevalue(f"{request.param}_url")) as world:
        yield world


class Rival:
    """Another program in the target, with a transaction of its own, in a thread."""

    def __init__(self, url: str, work: Callable[[Rival], None]) -> None:
        self.engine = open_engine(parse(url))
        self.kind = url.partition(":")[0]
        self.holds = threading.Event()
        self.failed: list[BaseException] = []
        self._work = work
        self._thread = threading.Thread(target=self._run, daemon=True)

    def begin(self) -> None:
        """Start, and come back when it holds what it wants to hold."""
        self._thread.start()
        assert self.holds.wait(30)

    def _run(self) -> None:
        try:
            self._work(self)
        except BaseException as error:
            self.failed.append(error)
            raise
        finally:
            self.holds.set()

    def until_one_waits(self) -> None:
        """Come back when the load waits for us (SQLite does not tell: after a while)."""
        if self.kind not in WAITING:
            time.sleep(0.3)
            return
        with self.engine.connect() as connection:
            for _ in range(600):
                if connection.execute(text(WAITING[self.kind])).scalar():
                    return
                connection.rollback()
                time.sleep(0.05)
        raise AssertionError("nobody waited")

    def end(self) -> None:
        self._thread.join(60)
        close_engine(self.engine)
        assert not self._thread.is_alive()
        assert not self.failed


def beside(world: World, work: Callable[[Rival], None], at: int = 60) -> dict[str, Any]:
    """Load while a rival, who comes when `at` rows are there, is in the way; the facts."""
    rival = Rival(world.url, work)
    facts = load(world, Once(rival.begin, at))
    rival.end()
    return facts


def hold(rival: Rival, *statements: str) -> Any:
    """A transaction of the rival's that has done this much."""
    connection = rival.engine.connect().execution_options(sqlite_begin="IMMEDIATE")
    for statement in statements:
        connection.execute(text(statement))
    rival.holds.set()
    rival.until_one_waits()
    return connection


TAKEN = "insert into account(id, name, code) values"
TAKEN += " ('00000000-0000-0000-0000-000000000009', 'Theirs', 'c75')"


def test_a_deadlock_costs_time_only(shared_world: World) -> None:
    """They hold a value that we want to write and want the lease that we hold; the database ends
    ours."""
    many = "insert into heavy select a.n from ten a, ten b, ten c, ten d"
    numbers = ", ".join(f"({n})" for n in range(10))
    for statement in ("create table ten(n integer)", "create table heavy(n integer)"):
        shared_world.sql(statement)
    shared_world.sql(f"insert into ten values {numbers}")

    def work(rival: Rival) -> None:
        # Much work of theirs: MariaDB ends the transaction that did less.
        with closing(hold(rival, many, TAKEN)) as connection:
            connection.execute(text("update kooch_lease set fence = fence + 0"))
            connection.rollback()

    facts = beside(shared_world, work)
    assert facts["retries"] >= 1
    all_is_well(shared_world)


def test_a_transaction_that_cannot_be_serialised_is_done_again(shared_world: World) -> None:
    """Where a database was told to judge strictly, our update of a record that others change at
    the same time is undone, and then done again, keeping what they wrote."""
    load(shared_world)
    name = shared_world.one(
        "select current_database()" if "postgres" in shared_world.url else "select database()"
    )
    if "postgres" in shared_world.url:
        shared_world.sql(
            f"alter database {name} set default_transaction_isolation = 'repeatable read'"
        )
    elif not shared_world.sql("show variables like 'innodb_snapshot_isolation'"):
        pytest.skip("this MariaDB does not know innodb_snapshot_isolation")
    else:
        shared_world.sql("set global innodb_snapshot_isolation = on")
    ready(shared_world, word="New ")

    def work(rival: Rival) -> None:
        theirs = "update account set remark = 'theirs' where code = 'c75'"
        with closing(hold(rival, theirs)) as connection:
            connection.commit()

    rival = Rival(shared_world.url, work)
    try:
        report = shared_world.load(2, progress=Once(rival.begin, 50))
    finally:
        rival.end()
        if "maria" in shared_world.url:
            shared_world.sql("set global innodb_snapshot_isolation = off")
    assert report.facts["retries"] >= 1
    assert shared_world.sql("select name, remark from account where code = 'c75'") == [
        ("New 75", "theirs")
    ]
    assert shared_world.one("select count(*) from account where name like 'New %'") == ROWS - 1
    balanced(shared_world, {"loaded": ROWS - 1, "rejected": 1})


def test_a_locked_target_is_waited_for(world: World) -> None:
    def work(rival: Rival) -> None:
        with closing(hold(rival, "update kooch_lease set fence = fence + 0")) as connection:
            connection.commit()

    beside(world, work)
    all_is_well(world)


def test_a_schema_that_changes_under_way_stops_the_run(world: World) -> None:
    """A field that somebody drops between two batches is nobody's bad row; it comes back, and the
    same run goes on."""
    fields = ("name", "code", "remark")
    rows = [{"_gid": n, "name": f"N{n}", "code": f"c{n}", "remark": "r"} for n in range(1, 101)]
    world.ready("account", fields, rows)
    gone = Once(lambda: world.sql("alter table account drop column remark"), 60)
    error = refused(world, "no_table", gone)
    assert "remark" in error.message
    assert world.one("select count(*) from account") == 60
    assert world.one("select count(*) from kooch_reject") == 0
    again = refused(world, "")  # before the first write, by its name
    assert again.details["problems"] == ("account.remark is not in the target any more.",)
    world.sql("alter table account add column remark varchar(200)")
    load(world)
    balanced(world, {"loaded": 100})
    assert world.one("select count(*) from account") == 100


# -- zombies


def wakes_too_late(
    lives: Lives, url: str, sleeper: str, folder: Path, then: Callable[[], None]
) -> tuple[int, tuple[str, ...]]:
    """A load is stopped somewhere (SIGSTOP), another one of the same run comes through, the first
    one goes on; how that ends."""
    fresh(url)
    at = random.randint(30, 250)  # anywhere in the first half
    stop = Life(sleeper, str(folder / "1"), statement=at, how=signal.SIGSTOP)
    first = lives.start(stop)
    assert lives.order(do="stopped", number=first)
    then()
    other = lives.live(Life(url, str(folder / "2")))
    assert other.status == 0, other
    assert troubles(url) == {}
    lives.order(do="signal", number=first, how=signal.SIGCONT)
    ended = lives.wait(first)
    assert troubles(url) == {}
    return ended.status, ended.refused


@pytest.mark.server
@pytest.mark.parametrize("kind", ["postgres", "mariadb"])
def test_a_zombie_is_fenced_off(
    kind: str, lives: Lives, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Stopped anywhere, mid-batch above all; its connection dies as a server's keepalive would end
    it, without its knowing."""
    server, urls = request.getfixturevalue(kind), request.getfixturevalue(f"{kind}_urls")
    for turn in range(ZOMBIES):
        url = urls()
        folder = tmp_path / str(turn)
        folder.mkdir()
        with Proxy(server.port) as proxy:
            ended = wakes_too_late(lives, url, proxy.url(url), folder, proxy.deaf)
        status, refused = ended
        assert status == 3
        assert refused == (
            "Stopped: another run owns this project now.",
            "متوقف شد: اکنون اجرای دیگری صاحب این پروژه است.",
        )


def test_a_second_run_takes_over_between_two_batches(world: World) -> None:
    """On SQLite too, where nobody else can come in the middle of a batch."""
    with pytest.raises(TargetError, match="another run owns") as stopped:
        load(world, Once(lambda: load(world), 100))
    said(stopped.value)
    all_is_well(world)
