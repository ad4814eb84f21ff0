"""kill -9 at random moments of a load and of its rollback, again and again, until it has come
through: nothing is lost, nothing is doubled, nothing is given to another row, on every database.

KOOCH_KILLS sets the kills per database, KOOCH_SEED repeats one course of them.
"""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.lives import Ended, Lives, Truth, ask, fresh, troubles
from tests.e2e.loader_process import Life

KILLS = int(os.environ.get("KOOCH_KILLS", "20"))
SEED = int(os.environ.get("KOOCH_SEED", "0")) or random.randrange(1, 10**6)
LIVES = 10  # kills of one load before it may come through
TAKEN_BACK = max(KILLS // 4, 1)
# Few rows where it must be quick.
TRUTH = Truth() if KILLS <= 20 else Truth(500, 2_500)
DATABASES = [
    "sqlite",
    pytest.param("postgres", marks=pytest.mark.server),
    pytest.param("mariadb", marks=pytest.mark.server),
]

pytestmark = pytest.mark.timeout(60 + 15 * KILLS)


class Course:
    """Kills of one kind of life, at moments of all kinds."""

    def __init__(self, lives: Lives, variant: str, wanted: int, chance: random.Random) -> None:
        self.lives = lives
        self.variant = variant
        self.wanted = wanted
        self.chance = chance
        self.kills = 0
        self.seconds = 0.3
        self.statements = 100  # as many as a life has, when one was seen

    def to_the_end(self, url: str, journal: Path) -> Ended:
        """Kill lives of one piece of work, then let it come through."""
        for turn in range(LIVES):
            if self.kills >= self.wanted:
                break
            if self.chance.random() < 0.2:
                journal.unlink(missing_ok=True)  # a cache: losing it costs nothing
            if not self._one(url, journal, turn):
                break
            self.kills += 1
        ended = self.lives.live(self._life(url, journal))
        assert ended.status == 0, ended
        self.seconds = max(self.seconds, ended.seconds)
        self.statements = max(self.statements, ended.found["statements"])
        return ended

    def _one(self, url: str, journal: Path, turn: int) -> bool:
        """One life; whether it was killed before its end."""
        chance = self.chance
        part = chance.choice((0.2, 0.2, 0.8))  # early in a life, mostly: what is left gets less
        if turn % 3 == 0:  # at any moment
            life = self._life(url, journal)
            return self.lives.live(life, wait=chance.uniform(0, self.seconds * part)).status < 0
        if turn % 3 == 1 or self.variant == "rollback":  # around a statement
            at, after = chance.randint(1, int(self.statements * part)), chance.random() < 0.5
            life = self._life(url, journal, statement=at, after=after)
        else:  # between COMMIT and the note of it
            life = self._life(url, journal, note=chance.randint(1, 3))
        return self.lives.live(life).status < 0

    def _life(self, url: str, journal: Path, **more: Any) -> Life:
        sizes = {"accounts": TRUTH.accounts, "contacts": TRUTH.contacts}
        return Life(url, str(journal), self.variant, **sizes, **more)


def edit(url: str, chance: random.Random) -> set[str]:
    """Others change some of our records; returns the codes that a rollback must keep: those, and
    the accounts that the kept contacts belong to."""
    edited = chance.sample(sorted(TRUTH.codes), 20)
    listed = ", ".join(f"'{code}'" for code in edited)
    ask(
        url,
        f"update account set name = 'Edited' where code in ({listed})",
        f"update contact set name = 'Edited' where code in ({listed})",
    )
    return {*edited, *(TRUTH.parent(code) for code in edited if code[0] == "c")}


def remains(url: str) -> dict[str, str]:
    """Code and name of all records."""
    rows = ask(url, "select code, name from account union all select code, name from contact")
    assert len(dict(rows)) == len(rows)
    return {str(code): str(name) for code, name in rows}


@pytest.mark.parametrize("kind", DATABASES)
def test_kill_and_resume(
    kind: str, lives: Lives, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    print("KOOCH_SEED", SEED)
    sqlite = f"sqlite:///{tmp_path / 'killed.db'}"
    url = sqlite if kind == "sqlite" else request.getfixturevalue(f"{kind}_url")
    chance = random.Random(SEED)
    loading = Course(lives, "ledger", KILLS, chance)
    taking_back = Course(lives, "rollback", TAKEN_BACK, chance)
    loads = 0
    while loading.kills < KILLS or taking_back.kills < TAKEN_BACK:
        loads += 1
        journal = tmp_path / f"{loads}.journal"
        fresh(url)
        ended = loading.to_the_end(url, journal)
        assert troubles(url, TRUTH) == {}
        assert ended.found["states"] == TRUTH.states
        if taking_back.kills >= TAKEN_BACK:
            continue
        kept = edit(url, chance)
        told = taking_back.to_the_end(url, journal).found
        left = remains(url)
        assert set(left) == {"x1", "x2", *kept}
        assert {one["key"].replace("|", "") for one in told["conflicts"]} == kept
        assert ask(url, "select count(*) from kooch_crosswalk where action = 'insert'") == [
            (len(kept),)
        ]


def test_the_harness_sees_a_naive_loader_fail(lives: Lives, tmp_path: Path) -> None:
    """Naive: an outcome that is noted after COMMIT is sent again after a kill."""
    url, journal = f"sqlite:///{tmp_path / 'naive.db'}", str(tmp_path / "journal")
    fresh(url)
    assert lives.live(Life(url, journal, "naive", note=2)).status == -9
    assert lives.live(Life(url, journal, "naive")).status == 0
    assert troubles(url)["doubled"] == 50


def test_the_harness_sees_rows_that_got_the_id_of_another(lives: Lives, tmp_path: Path) -> None:
    url, journal = f"sqlite:///{tmp_path / 'shifted.db'}", str(tmp_path / "journal")
    fresh(url)
    ended = lives.live(Life(url, journal, "shifted"))
    assert ended.found["states"]["account"] == Truth().states["account"]  # the sums are right
    found = troubles(url)
    assert (found["crosswalk"], found["misattributed"] > 500, "doubled" in found) == (1, True, 0)
