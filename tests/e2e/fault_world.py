"""What the tests of faults share: a target with rows to load, and what must hold after trouble.

Which test proves which acceptance check of the design's page on reliability (section 6):

 1, 2     test_kill (20 kills per database; KOOCH_KILLS=200 with 3,000 rows in `make torture`)
 3        test_kill, the naive loader and the one that shifts ids
 4        test_fault_connection, every cut (KOOCH_CUTS=100 in `make torture`)
 5        test_fault_every_call, the model; test_fault_connection, looking and sending again
 6        test_fault_rivals, zombies
 7        test_fault_every_call (every call in `make torture`)
 8        test_kill (a fifth of the lives loses its journal); targets/test_load_protocol
 9        targets/test_load_protocol, a target restored from a backup (SQLite)
10, 11    targets/test_load_protocol, running twice, poison rows, too many rejects
12        targets/test_load_faults and databases/test_trouble, by SQLSTATE and number (not HTTP)
14        targets/test_load_protocol, cancel; without the million rows and their two seconds
15        test_fault_disk; test_command_line
16        sources/test_isolate, sources/test_database; test_fault_plan for what comes later
17        targets/test_load_protocol, drift; test_fault_rivals for a schema that changes under way
18        test_fault_plan, a clock that jumps
19        targets/test_load_protocol, pilot then full
20        test_kill, its rollbacks; targets/test_load_rollback
23        `balanced` here, the states in test_kill
24        targets/test_corruptions, stages/test_reconcile, stages/test_reconcile_planted
25        targets/test_ddl, keys that differ by case or space; targets/test_collisions
26        targets/test_load_content, digests: examples, no search
13, 21, 22, 27 have no test among these: the first three are for targets that are reached by HTTP.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from migrator.desks.error_words import in_persian
from migrator.errors import MigratorError, TargetError
from migrator.model.loading import LoadSettings
from migrator.progress import NULL_PROGRESS, Progress
from migrator.store import names
from migrator.store.staging import Staging
from tests.unit.targets.load_world import ACCOUNT, World

ROWS, BATCH, BAD = 200, 20, 35  # row 35 has no name: every database refuses it
PATIENCE = (0.01, 0.2, 0.5, 1.0, 2.0, 4.0, 8.0, 8.0)
SETTINGS = LoadSettings(batch_rows=BATCH)
_QUOTED = re.compile("«[^»]*»|\u2068[^\u2069]*\u2069|\u2066[^\u2069]*\u2069")
_ENGLISH = re.compile(r"\b[a-z]{2,} [a-z]{2,}\b")


@contextmanager
def world_of(url: str, rows: int = ROWS) -> Iterator[World]:
    """Accounts to load, one of them bad, each with the one before it as its parent."""
    staging = Staging(None)
    world = World(url, staging)
    world.create(ACCOUNT)
    ready(world, rows)
    yield world
    staging.close()


def ready(world: World, rows: int = ROWS, word: str = "N") -> None:
    """Rows 1 to `rows`; `word` makes other names."""
    world.ready(
        "account",
        ("name", "code", "parent_id"),
        [
            {
                "_gid": n,
                "name": None if n == BAD else f"{word}{n}",
                "code": f"c{n}",
                "parent_id": n - 1 if n % 10 != 1 else None,
            }
            for n in range(1, rows + 1)
        ],
    )


def all_is_well(world: World, rows: int = ROWS) -> None:
    """Every row once, under its own id and parent; one reject; the account balances."""
    links = sum(n % 10 != 1 for n in range(1, rows + 1)) - 2  # the bad row's, and to it
    named = "select count(*) from account c join account p on p.id = c.parent_id"
    found = {
        "rows": world.one("select count(*) from account"),
        "codes": world.one("select count(distinct code) from account"),
        "crosswalk": world.one(
            "select count(*) from kooch_crosswalk x join account a on"
            " cast(a.id as char(36)) = x.target_id and x.source_key = "
            f"{_after('c', 'a.code', world)} where x.action = 'insert'"
        ),
        "rejects": world.one("select count(*) from kooch_reject"),
        "parents": world.one(named),
    }
    assert found == {
        "rows": rows - 1, "codes": rows - 1, "crosswalk": rows - 1, "rejects": 1, "parents": links,
    }  # fmt: skip
    balanced(world, {"loaded": rows - 1, "rejected": 1})


def _after(letter: str, column: str, world: World) -> str:
    """SQL of the source key of a code."""
    number = f"substr({column}, {len(letter) + 1})"
    return f"concat('feed|', {number})" if "maria" in world.url else f"'feed|' || {number}"


def balanced(world: World, expected: dict[str, int]) -> None:
    """ready = loaded + rejected + pending, row by row, with these sums."""
    states = list(world.outcome("account").values())
    assert {state: states.count(state) for state in set(states)} == expected
    assert sum(expected.values()) == world.staging.count(names.ready("account"))


def load(world: World, progress: Progress = NULL_PROGRESS, **settings: Any) -> dict[str, Any]:
    """Load to the end; the facts."""
    changed = LoadSettings(batch_rows=BATCH, **settings)
    return dict(world.load(settings=changed, progress=progress).facts)


def refused(world: World, case: str, progress: Progress = NULL_PROGRESS) -> TargetError:
    """A load that must stop, with this kind of trouble, said in both languages."""
    with pytest.raises(TargetError) as stopped:
        load(world, progress)
    said(stopped.value)
    assert stopped.value.details.get("case", "") == case, stopped.value
    return stopped.value


def said(error: MigratorError) -> tuple[str, str]:
    """The sentence in both languages, each whole: words of databases stand quoted or at the end."""
    persian, hint = in_persian(error)
    assert re.search("[\u0600-\u06ff]", persian), persian
    assert re.search("[\u0600-\u06ff]", hint), hint
    own = _QUOTED.sub("", persian).replace(str(error.details.get("words", "")), "")
    assert not _ENGLISH.search(own), persian
    assert error.message.strip()
    assert error.hint.strip()
    return error.message, persian


class Once:
    """Does something once, when the load has come to row `at` of a step (its label's start)."""

    def __init__(self, work: Any, at: int = 0, label: str = "load account") -> None:
        self.work = work
        self.at = at
        self.label = label
        self.done = False

    def update(self, done: int, total: int | None, label: str) -> None:
        """See Progress."""
        if not self.done and done >= self.at and label.startswith(self.label):
            self.done = True
            self.work()
