"""One life of a loader, to be killed: `loader_process.py URL JOURNAL VARIANT DIE_AT`.

VARIANT `ledger` is the product's stage; `naive` commits rows and then notes the batch locally, as
many tools do: the harness must see it fail. DIE_AT > 0: the process kills itself when batch number
DIE_AT of this life was committed and not yet noted. Prints `loading` when the load begins and
`done` at its end.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections.abc import Iterable

import pyarrow as pa

from migrator.model.loading import BatchState, LoadSettings, RunKind
from migrator.model.schema import Entity, Field, FieldType, Relationship
from migrator.progress import NULL_PROGRESS
from migrator.project.journal import Journal
from migrator.stages.load import LoadSection, entity_load, run
from migrator.store import names
from migrator.store.staging import Staging
from migrator.targets.sql.target import SqlTarget

ACCOUNTS, CONTACTS, BATCH = 2_000, 18_000, 500
POISON = 997  # every row whose number gives 7 by this has no name

ID = Field("id", FieldType.INTEGER, required=True, generated=True)
ACCOUNT = Entity(
    "account",
    (ID, Field("name", required=True), Field("code", length=20)),
    ("id",),
)
CONTACT = Entity(
    "contact",
    (ID, Field("name", required=True), Field("code"), Field("account_id", FieldType.INTEGER)),
    ("id",),
    relationships=(Relationship("account_id", "account"),),
)


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


def fill(staging: Staging) -> None:
    """The same rows in every life."""
    name = f"case when n % {POISON} = 7 then null else 'Näme ' || n end as name"
    staging.create(
        names.ready("account"),
        f"select n as _gid, 'a|' || n as _key, 1 as _size, {name}, 'a' || n as code"
        f" from range(1, {ACCOUNTS + 1}) t(n)",
    )
    parent = f"(n % {ACCOUNTS} + 1)::varchar"
    staging.create(
        names.ready("contact"),
        f"select 100000 + n as _gid, 'c|' || n as _key, 1 as _size, {name}, 'c' || n as code,"
        f" {parent} as account_id, {parent} as _raw_account_id"
        f" from range(1, {CONTACTS + 1}) t(n)",
    )


def load(url: str, journal: Journal) -> None:
    """The product's way."""
    staging = Staging(None)
    fill(staging)
    target = SqlTarget(url)
    schema = target.schema()
    section = LoadSection(
        project="kill",
        system="legacy",
        run=1,
        kind=RunKind.FULL,
        entities=(
            entity_load(schema.entity("account"), ("name", "code")),
            entity_load(schema.entity("contact"), ("name", "code", "account_id")),
        ),
        settings=LoadSettings(batch_rows=BATCH),
        target=target,
        journal=journal,
    )
    say("loading")
    run(staging, section, NULL_PROGRESS)
    target.close()


def naive(url: str, journal: Journal) -> None:
    """Rows first, the note about them afterwards and elsewhere."""
    target = SqlTarget(url)
    target.door.begin_run("kill", 1, RunKind.FULL)
    say("loading")
    batches = range(0, ACCOUNTS, BATCH)
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

        def work(session: object, rows: pa.Table = rows) -> None:
            with session.transaction():  # type: ignore[attr-defined]
                session.insert("account", fields, rows)  # type: ignore[attr-defined]

        target.door.attempt(work)
        journal.mark(1, "account", "load", [(number, BatchState.DONE, "")])
    target.close()


def say(word: str) -> None:
    print(word, flush=True)


def main() -> None:
    url, journal_path, variant, die_at = sys.argv[1:5]
    journal = DyingJournal(sqlite3.connect(journal_path, isolation_level=None))
    journal.create_tables()
    journal.left = int(die_at)
    {"ledger": load, "naive": naive}[variant](url, journal)
    say("done")


if __name__ == "__main__":
    main()
