"""What the tests of killed loaders share: lives, and how a target must look after them."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import text

from migrator.model.schema import Schema
from migrator.targets.sql.target import SqlTarget
from tests.conftest import REPOSITORY
from tests.e2e.loader_process import ACCOUNT, CONTACT, POISON, Life, order_of


@dataclass(frozen=True)
class Ended:
    """How a life ended: status (negative: killed by that signal), seconds since its work began,
    what it found, and, if the product refused, its sentence in both languages."""

    status: int
    seconds: float
    found: dict[str, Any] = field(default_factory=dict)
    refused: tuple[str, ...] = ()


class Lives:
    """Starts lives in processes of their own; see loader_process."""

    def __init__(self) -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.loader_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=REPOSITORY,
        )
        self._began: dict[int, float] = {}

    def order(self, **order: Any) -> Any:
        """One order, answered."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.write(json.dumps(order) + "\n")
        self._server.stdin.flush()
        return json.loads(self._server.stdout.readline())

    def start(self, life: Life) -> int:
        """Begin a life; its number, when its work begins."""
        number = int(self.order(**order_of(life)))
        self._began[number] = time.monotonic()
        return number

    def wait(self, number: int) -> Ended:
        """The end of a life; fails if it broke."""
        status, said = self.order(do="wait", number=number)
        seconds = time.monotonic() - self._began.pop(number)
        assert status <= 0 or status == 3, said[-3000:]
        lines = said.splitlines()
        if status == 3:
            return Ended(3, seconds, refused=tuple(json.loads(lines[-1])["refused"]))
        return Ended(status, seconds, json.loads(lines[-1]) if status == 0 else {})

    def live(self, life: Life, *, wait: float | None = None) -> Ended:
        """A whole life, killed `wait` seconds after its work began (None: it is not)."""
        number = self.start(life)
        if wait is not None:
            time.sleep(wait)
            self.order(do="signal", number=number, how=9)
        return self.wait(number)

    def close(self) -> None:
        """End all of them."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.close()
        self._server.wait(30)
        self._server.stdout.close()


@contextmanager
def opened(url: str) -> Iterator[SqlTarget]:
    """The target, closed at the end."""
    target = SqlTarget(url)
    try:
        yield target
    finally:
        target.close()


def ask(url: str, *statements: str) -> list[tuple[Any, ...]]:
    """Rows of the last statement, in one transaction of somebody else."""
    with opened(url) as target, target.engine.begin() as connection:
        for statement in statements:
            result = connection.execute(text(statement))
        return [tuple(row) for row in result] if result.returns_rows else []


def fresh(url: str) -> None:
    """The tables of the CRM anew, with two records that are not ours."""
    tables = (
        "contact",
        "account",
        *(f"kooch_{n}" for n in ("lease", "batch", "crosswalk", "reject")),
    )
    ask(url, *(f"drop table if exists {table}" for table in tables))
    with opened(url) as target:
        target.create(Schema((ACCOUNT, CONTACT)))
    ask(
        url,
        "insert into account(name, code) values ('Theirs', 'x1')",
        "insert into contact(name, code, account_id) values ('Theirs', 'x2', 1)",
    )


@dataclass(frozen=True)
class Truth:
    """What a load must leave behind, worked out apart from the product."""

    accounts: int = Life.accounts
    contacts: int = Life.contacts

    @property
    def bad_accounts(self) -> set[int]:
        return {n for n in range(1, self.accounts + 1) if n % POISON == 7}

    @property
    def orphans(self) -> set[int]:
        bad = self.bad_accounts
        return {n for n in range(1, self.contacts + 1) if n % self.accounts + 1 in bad}

    @property
    def bad_contacts(self) -> set[int]:
        return {n for n in range(1, self.contacts + 1) if n % POISON == 7} - self.orphans

    @property
    def codes(self) -> set[str]:
        """The records that are loaded."""
        bad = self.bad_accounts
        found = {f"a{n}" for n in range(1, self.accounts + 1) if n not in bad}
        gone = self.bad_contacts | self.orphans
        return found | {f"c{n}" for n in range(1, self.contacts + 1) if n not in gone}

    @property
    def states(self) -> dict[str, list[int]]:
        """Loaded, rejected and pending rows: together all of them."""
        bad, orphans, refused = self.bad_accounts, self.orphans, self.bad_contacts
        return {
            "account": [self.accounts - len(bad), len(bad), 0],
            "contact": [self.contacts - len(refused) - len(orphans), len(refused), len(orphans)],
        }

    def parent(self, code: str) -> str:
        """The account that a record belongs to, "" for none."""
        n = int(code[1:])
        if code[0] == "c":
            return f"a{n % self.accounts + 1}"
        return "" if n % 10 == 1 or n - 1 in self.bad_accounts else f"a{n - 1}"


def troubles(url: str, truth: Truth = Truth()) -> dict[str, int]:  # noqa: B008
    """How the target differs from what it must hold; empty when it does not."""
    theirs = "code not in ('x1', 'x2')"
    accounts = ask(url, f"select code, id, parent_id, name from account where {theirs}")
    contacts = ask(url, f"select code, id, account_id, name from contact where {theirs}")
    crosswalk = ask(url, "select source_key, target_id, action from kooch_crosswalk")
    rejects = ask(url, "select source_key, code from kooch_reject")
    there = [str(row[0]) for row in accounts + contacts]
    ids = {row[1]: str(row[0]) for row in accounts}
    refused = [f"a|{n}" for n in truth.bad_accounts] + [f"c|{n}" for n in truth.bad_contacts]
    ours = sorted((str(row[0]), str(row[1])) for row in accounts + contacts)
    known = sorted((key.replace("|", ""), kept) for key, kept, how in crosswalk if how == "insert")
    found = {
        "lost": len(truth.codes - set(there)),
        "doubled": len(there) - len(set(there)),
        "unexpected": len(set(there) - truth.codes),
        "rejects": int(sorted(key for key, _ in rejects) != sorted(refused)),
        "crosswalk": int(known != ours),
        "misattributed": sum(name != f"Näme {code[1:]}" for code, _, _, name in accounts + contacts)
        + sum(
            ids.get(parent, "") != truth.parent(code) for code, _, parent, _ in accounts + contacts
        ),
    }
    return {name: number for name, number in found.items() if number}
