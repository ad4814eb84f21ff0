"""kill -9 at random moments of a load, and again, until it has come through: nothing is lost,
nothing is doubled, on every database. KOOCH_KILLS sets the kills per database."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from migrator.model.schema import Schema
from migrator.targets.sql.target import SqlTarget
from tests.conftest import REPOSITORY
from tests.e2e.loader_process import ACCOUNT, ACCOUNTS, CONTACT, CONTACTS, POISON

KILLS = int(os.environ.get("KOOCH_KILLS", "4"))
LIVES = 5  # kills of one load before it may come through
LIFE_SECONDS = 120

BAD_ACCOUNTS = {n for n in range(1, ACCOUNTS + 1) if n % POISON == 7}
ORPHANS = {n for n in range(1, CONTACTS + 1) if n % ACCOUNTS + 1 in BAD_ACCOUNTS}
BAD_CONTACTS = {n for n in range(1, CONTACTS + 1) if n % POISON == 7} - ORPHANS

pytestmark = pytest.mark.timeout(60 * max(KILLS, 10))


def live(
    url: str, folder: Path, variant: str, *, wait: float | None = None, die_at: int = 0
) -> float:
    """One life; `wait` seconds after the load begins it is killed (None: it is not). How long the
    load took, 0 if it did not come through."""
    command = [sys.executable, "-m", "tests.e2e.loader_process", url, str(folder / "journal.db")]
    process = subprocess.Popen(
        [*command, variant, str(die_at)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "loading\n" or process.poll() is not None
        started = time.monotonic()
        if wait is not None:
            time.sleep(wait)
            process.kill()
        said, complaints = process.communicate(timeout=LIFE_SECONDS)
    finally:
        process.kill()
        process.wait()
    assert process.returncode in (0, -9), complaints[-2000:]
    return time.monotonic() - started if said.endswith("done\n") else 0.0


def fresh(url: str) -> None:
    target = SqlTarget(url)
    target.create(Schema((ACCOUNT, CONTACT)))
    target.close()


def pairs(url: str, sql: str) -> list[tuple[str, str]]:
    """Rows of two columns, as text."""
    target = SqlTarget(url)
    with target.engine.connect() as connection:
        found = [(str(row[0]), str(row[1])) for row in connection.execute(text(sql))]
    target.close()
    return found


def troubles(url: str) -> dict[str, int]:
    """How the target differs from what it must hold; empty when it does not."""
    accounts = pairs(url, "select code, id from account")
    contacts = pairs(url, "select code, id from contact")
    crosswalk = pairs(url, "select source_key, target_id from kooch_crosswalk")
    rejects = pairs(url, "select source_key, code from kooch_reject")
    parents = dict(pairs(url, "select code, account_id from contact"))
    expected = {f"a{n}" for n in range(1, ACCOUNTS + 1) if n not in BAD_ACCOUNTS}
    expected |= {f"c{n}" for n in range(1, CONTACTS + 1) if n not in BAD_CONTACTS | ORPHANS}
    there = [code for code, _ in accounts + contacts]
    ids = dict(accounts)
    refused = [f"a|{n}" for n in BAD_ACCOUNTS] + [f"c|{n}" for n in BAD_CONTACTS]
    found = {
        "lost": len(expected - set(there)),
        "doubled": len(there) - len(set(there)),
        "unexpected": len(set(there) - expected),
        "rejects": int(sorted(key for key, _ in rejects) != sorted(refused)),
        "crosswalk": int(
            sorted((key.replace("|", ""), target_id) for key, target_id in crosswalk)
            != sorted(accounts + contacts)
        ),
        "wrong parents": sum(
            ids.get(f"a{int(code[1:]) % ACCOUNTS + 1}") != parent
            for code, parent in parents.items()
        ),
    }
    return {name: number for name, number in found.items() if number}


def fresh_urls(kind: str, request: pytest.FixtureRequest, folder: Path) -> Callable[[], str]:
    if kind == "sqlite":
        return lambda: f"sqlite:///{folder / f'{random.random()}.db'}"
    found: Callable[[], str] = request.getfixturevalue(f"{kind}_urls")
    return found


@pytest.mark.parametrize(
    "kind",
    [
        "sqlite",
        pytest.param("postgres", marks=pytest.mark.server),
        pytest.param("mariadb", marks=pytest.mark.server),
    ],
)
def test_kill_and_resume(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    urls = fresh_urls(kind, request, tmp_path)
    chance = random.Random()
    kills, seconds, loads = 0, 0.0, 0
    while kills < KILLS or not loads:
        loads += 1
        folder = tmp_path / str(loads)
        folder.mkdir()
        url = urls()
        fresh(url)
        lives = 0
        while seconds and lives < LIVES and kills < KILLS:
            lives += 1
            # By turns at a random moment, and between COMMIT and the note of it.
            by_itself = lives % 2 == 0
            wait = None if by_itself else chance.uniform(0, seconds)
            if live(url, folder, "ledger", wait=wait, die_at=chance.randint(1, 8) * by_itself):
                break
            kills += 1
        took = live(url, folder, "ledger")
        assert took
        seconds = seconds or took
        assert troubles(url) == {}, f"after {lives} kills"


def test_the_harness_sees_a_naive_loader_fail(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'naive.db'}"
    fresh(url)
    assert not live(url, tmp_path, "naive", die_at=2)
    assert live(url, tmp_path, "naive")
    assert troubles(url)["doubled"] == 500
