"""Lives of a loader, to be killed: a small server that forks one per order.

All is imported once, so a life costs what its load costs. It reads orders as JSON lines: `start`
(a Life, answered by its number), `signal`, and `wait`, answered by the exit status and what the
life said. A life says `loading` when its work begins and `done`, with what it found, at its end.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import pyarrow as pa

from migrator.desks.error_words import in_persian
from migrator.errors import MigratorError
from migrator.model.loading import BatchState, LoadSettings, RunKind
from migrator.model.schema import Entity, Field, FieldType, Relationship
from migrator.progress import NULL_PROGRESS
from migrator.project.journal import Journal
from migrator.stages.load import LoadSection, entity_load, run
from migrator.store import names
from migrator.store.staging import Staging
from migrator.targets.sql import batch, door, rollback
from migrator.targets.sql.target import SqlTarget

BATCH = 50
POISON = 97  # every row whose number gives 7 by this has no name
PAGE = 100  # rows that a rollback takes back at a time
PROJECT = "kill"

ID = Field("id", FieldType.INTEGER, required=True, generated=True)
ACCOUNT = Entity(
    "account",
    (
        ID,
        Field("name", required=True),
        Field("code", length=20),
        Field("parent_id", FieldType.INTEGER),
    ),
    ("id",),
    relationships=(Relationship("parent_id", "account"),),
)
CONTACT = Entity(
    "contact",
    (
        ID,
        Field("name", required=True),
        Field("code", length=20),
        Field("account_id", FieldType.INTEGER),
    ),
    ("id",),
    relationships=(Relationship("account_id", "account"),),
)


@dataclass(frozen=True)
class Life:
    """One life. `variant` is `ledger` (the product's load), `rollback` (the product's), `naive`
    (commits rows, then notes the batch locally, as many tools do) or `shifted` (gives every row
    the id of its neighbour): of the last two the harness must complain.

    `note` > 0: it kills itself when batch number `note` of this life was committed and not yet
    noted. `statement` > 0: it stops itself by signal `how` around its n-th statement, `after` it or
    before."""

    url: str
    journal: str
    variant: str = "ledger"
    note: int = 0
    statement: int = 0
    after: bool = False
    how: int = signal.SIGKILL
    accounts: int = 200
    contacts: int = 1_000


class DyingJournal(Journal):
    """Kills the process before the note that its n-th batch is done."""

    left = 0

    def mark(
        self, run: int, entity: str, kind: str, notes: Iterable[tuple[int, BatchState, str]]
    ) -> None:
        notes = list(notes)
        if self.left and any(state is BatchState.DONE for _, state, _ in notes):
            self.left -= 1
            if not self.left:
                os.kill(os.getpid(), signal.SIGKILL)
        super().mark(run, entity, kind, notes)


def dying(session: type, life: Life, count: list[int]) -> Callable[..., Any]:
    """A class of sessions that counts its statements; the n-th is the end, or a pause."""

    class Dying(session):  # type: ignore[misc]
        def execute(self, sql: str, params: Sequence[Any] = ()) -> Any:
            count[0] += 1
            now = count[0] == life.statement
            if now and not life.after:
                os.kill(os.getpid(), life.how)
            found = super().execute(sql, params)
            if now and life.after:
                os.kill(os.getpid(), life.how)
            return found

    return Dying


def fill(staging: Staging, life: Life) -> None:
    """The same rows in every life."""
    name = f"case when n % {POISON} = 7 then null else 'Näme ' || n end as name"
    above = "case when n % 10 = 1 then null else (n - 1)::varchar end"
    staging.create(
        names.ready("account"),
        f"select n as _gid, 'a|' || n as _key, 1 as _size, {name}, 'a' || n as code,"
        f" {above} as parent_id, {above} as _raw_parent_id"
        f" from range(1, {life.accounts + 1}) t(n)",
    )
    parent = f"(n % {life.accounts} + 1)::varchar"
    staging.create(
        names.ready("contact"),
        f"select 100000 + n as _gid, 'c|' || n as _key, 1 as _size, {name}, 'c' || n as code,"
        f" {parent} as account_id, {parent} as _raw_account_id"
        f" from range(1, {life.contacts + 1}) t(n)",
    )


def load(life: Life, journal: Journal) -> dict[str, Any]:
    """The product's way; returns rows by entity and state."""
    staging = Staging(None)
    fill(staging, life)
    target = SqlTarget(life.url)
    schema = target.schema()
    section = LoadSection(
        project=PROJECT,
        system="legacy",
        run=1,
        kind=RunKind.FULL,
        entities=(
            entity_load(schema.entity("account"), ("name", "code", "parent_id")),
            entity_load(schema.entity("contact"), ("name", "code", "account_id")),
        ),
        settings=LoadSettings(batch_rows=BATCH),
        target=target,
        journal=journal,
    )
    say("loading")
    facts = run(staging, section, NULL_PROGRESS).facts
    target.close()
    states = ("loaded", "rejected", "pending")
    found = {e: [one[s] for s in states] for e, one in facts["entities"].items()}
    return {"states": found, "unknown": facts["unknown_settled"], "retries": facts["retries"]}


def shifted(life: Life, journal: Journal) -> dict[str, Any]:
    """The product, with ids attributed by a position that is wrong."""
    honest = batch._Writer._ids

    def wrong(self: Any, rows: pa.Table) -> pa.ChunkedArray:
        ids = honest(self, rows).to_pylist()
        self._sent = ids
        return pa.chunked_array([pa.array([*ids[1:], *ids[:1]], pa.string())])

    data = batch._Writer._data
    batch._Writer._ids = wrong  # type: ignore[method-assign]
    batch._Writer._data = lambda self, rows, ids: data(  # type: ignore[method-assign]
        self, rows, pa.chunked_array([pa.array(self._sent, pa.string())])
    )
    return load(life, journal)


def take_back(life: Life, journal: Journal) -> dict[str, Any]:
    """The product's rollback, in small pages."""
    rollback.PAGE_ROWS = PAGE
    target = SqlTarget(life.url)
    say("loading")
    told = rollback.rollback(target, PROJECT, 1, NULL_PROGRESS)
    target.close()
    return told


def naive(life: Life, journal: Journal) -> dict[str, Any]:
    """Rows first, the note about them afterwards and elsewhere."""
    target = SqlTarget(life.url)
    target.door.begin_run(PROJECT, 1, RunKind.FULL)
    say("loading")
    batches = range(0, life.accounts, BATCH)
    journal.plan(1, "account", "load", [(n, n, n) for n in range(len(batches))])
    known = journal.batches(1, "account", "load")
    done = {batch.number for batch in known if batch.state is BatchState.DONE}
    fields = [Field("name"), Field("code")]
    for number, start in enumerate(batches):
        if number in done:
            continue
        rows = pa.table(
            {
                "name": [f"Näme {n}" for n in range(start + 1, start + BATCH + 1)],
                "code": [f"a{n}" for n in range(start + 1, start + BATCH + 1)],
            }
        )

        def work(session: Any, rows: pa.Table = rows) -> None:
            with session.transaction():
                session.insert("account", fields, rows)

        target.door.attempt(work)
        journal.mark(1, "account", "load", [(number, BatchState.DONE, "")])
    target.close()
    return {}


VARIANTS = {"ledger": load, "rollback": take_back, "naive": naive, "shifted": shifted}


def say(word: str) -> None:
    print(word, flush=True)


def live(life: Life) -> int:
    """Live it; returns the exit status: 0, or 3 if the product refused."""
    door.WAITS = (0.01, 0.2, 0.5, 1.0, 2.0, 4.0, 8.0, 8.0)
    count = [0]
    for dialect, session in list(door._SESSIONS.items()):
        door._SESSIONS[dialect] = dying(session, life, count)  # type: ignore[arg-type]
    journal = DyingJournal(sqlite3.connect(life.journal, isolation_level=None))
    journal.create_tables()
    journal.left = life.note
    try:
        found = VARIANTS[life.variant](life, journal)
    except MigratorError as error:
        say(json.dumps({"refused": [error.message, in_persian(error)[0]]}))
        return 3
    say("done")
    say(json.dumps({**found, "statements": count[0]}, default=str))
    return 0


class Nursery:
    """Starts lives and answers for them. A life stays known until it was waited for, so its
    number never means another process."""

    def __init__(self) -> None:
        self.heard: dict[int, int] = {}

    def start(self, **life: Any) -> int:
        """Fork; the number of the process, once it says that its work begins (or ended)."""
        reading, writing = os.pipe()
        number = os.fork()
        if not number:
            try:
                os.dup2(writing, 1)
                os.dup2(writing, 2)
                os._exit(live(Life(**life)))
            finally:  # it broke
                traceback.print_exc()
                os._exit(1)
        os.close(writing)
        self.heard[number] = reading
        word = b""
        while not word.endswith(b"\n") and (letter := os.read(reading, 1)):
            word += letter
        return number

    def signal(self, number: int, how: int) -> None:
        """Send a signal; to one that ended it does nothing."""
        os.kill(number, how)

    def stopped(self, number: int) -> bool:
        """Wait until it is stopped by a signal (true) or at its end (false, still to be waited
        for)."""
        found = os.waitid(os.P_PID, number, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
        return found is not None and found.si_code == os.CLD_STOPPED

    def wait(self, number: int) -> tuple[int, str]:
        """Its status (negative: the signal that killed it) and what else it said."""
        said = b""
        reading = self.heard.pop(number)
        while more := os.read(reading, 1 << 16):
            said += more
        os.close(reading)
        _, status = os.waitpid(number, 0)
        return os.waitstatus_to_exitcode(status), said.decode()


def serve() -> None:
    """Answer orders until the input ends."""
    nursery = Nursery()
    try:
        for line in sys.stdin:
            order = json.loads(line)
            print(json.dumps(getattr(nursery, order.pop("do"))(**order)), flush=True)
    finally:
        for number in nursery.heard:
            os.kill(number, signal.SIGKILL)


def order_of(life: Life) -> dict[str, Any]:
    """The life as an order."""
    return {"do": "start", **asdict(life)}


if __name__ == "__main__":
    serve()
