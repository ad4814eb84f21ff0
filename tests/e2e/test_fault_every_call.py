"""The n-th call of a load to its target fails, for every n (a sample of them, unless KOOCH_KILLS
asks for a long run): the load comes through, or stops with a sentence and goes on when it is
started again. And a model of the protocol, in which every order of events is tried."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from migrator.errors import TargetError
from migrator.progress import NULL_PROGRESS
from migrator.targets.sql import door
from migrator.targets.sql.rollback import rollback
from migrator.targets.sql.session import Session
from tests.e2e import fault_model
from tests.e2e.fault_world import PATIENCE, all_is_well, load, said, world_of
from tests.unit.targets.load_world import World

ROWS = 60
EVERY = int(os.environ.get("KOOCH_KILLS", "0")) > 20
SAMPLE = 8
TERMINAL = sqlite3.OperationalError("disk I/O error")
PASSING = sqlite3.OperationalError("database is locked")

pytestmark = pytest.mark.timeout(600)


def failing(real: Any, count: list[int], at: int) -> Any:
    """Sessions that count their calls; call number `at` fails, before it is made or after, in a way
    that passes or in one that does not."""
    error, after = (TERMINAL, PASSING)[at % 2], at // 2 % 2

    def tried(session: Session, work: Any) -> Any:
        count[0] += 1
        if count[0] != at:
            return work()
        if after:
            work()
        raise error

    class Failing(real):  # type: ignore[misc]
        def execute(self, sql: str, params: Sequence[Any] = ()) -> Any:
            return tried(self, lambda: super(Failing, self).execute(sql, params))

        def insert(self, table: str, fields: Any, rows: Any) -> None:
            tried(self, lambda: super(Failing, self).insert(table, fields, rows))

    return Failing


def work_until_done(world: World, count: list[int], at: int, work: Callable[[World], Any]) -> None:
    """Do it with the failing call (0: none); start again when it stops."""
    real = door._SESSIONS["sqlite"]
    count[0] = 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(door, "WAITS", PATIENCE)
        patch.setitem(door._SESSIONS, "sqlite", failing(real, count, at))
        for _ in range(2):
            try:
                work(world)
            except TargetError as error:
                said(error)
                continue
            return
    raise AssertionError("it never came through")


def take_back(world: World) -> None:
    with world.target() as target:
        rollback(target, "p1", 1, NULL_PROGRESS)


@pytest.mark.parametrize("work", [load, take_back], ids=["load", "rollback"])
def test_any_call_may_fail(tmp_path: Path, work: Callable[[World], Any]) -> None:
    with world_of(f"sqlite:///{tmp_path / 'x.db'}", ROWS) as world:
        count = [0]
        load(world)
        if work is load:
            take_back(world)
        work_until_done(world, count, 0, work)
        calls = range(1, count[0] + 1)
        assert len(calls) > 30
        for at in calls if EVERY else random.sample(calls, SAMPLE):
            (take_back if work is load else load)(world)
            work_until_done(world, count, at, work)
            if work is load:
                all_is_well(world, ROWS)
            else:
                assert world.one("select count(*) from account") == 0
                assert world.one("select count(*) from kooch_crosswalk") == 0


@pytest.mark.parametrize("zombie", [False, True])
@pytest.mark.parametrize("way", ["naive", "checkonly", "ledger"])
def test_every_order_of_events(way: fault_model.Way, zombie: bool) -> None:
    found = fault_model.explore(way, zombie=zombie)
    if way == "ledger":
        assert (found.violation, found.stuck) == ("", 0)
        assert found.states > 400
    else:
        assert found.violation == "rows applied twice", found
