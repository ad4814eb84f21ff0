"""The local journal of batches: what was planned, what was being sent, what is done.

A cache for people and reports: the target's ledger decides. Deleting it costs time, never rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from migrator.model.loading import BatchState
from migrator.project.connections import Connections


@dataclass(frozen=True)
class BatchRecord:
    """One batch: golden ids `first` to `last`; `digest` is "" until it was sent once."""

    number: int
    state: BatchState
    digest: str
    first: int
    last: int


class Journal:
    """Batches per run, entity and kind (load, link), on a connection in autocommit."""

    def __init__(self, connection: Connections) -> None:
        self._connection = connection

    def create_tables(self) -> None:
        """Make the journal's table if it is missing."""
        self._connection.execute(
            "create table if not exists load_batch(run integer not null, entity text not null,"
            " kind text not null, number integer not null, state text not null,"
            " digest text not null default '', first integer not null, last integer not null,"
            " primary key (run, entity, kind, number)) without rowid"
        )

    def plan(
        self, run: int, entity: str, kind: str, batches: Iterable[tuple[int, int, int]]
    ) -> None:
        """Note batches (number, first and last golden id) that are not known yet, all together."""
        self._together(
            "insert or ignore into load_batch(run, entity, kind, number, state, first, last)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            (
                (run, entity, kind, number, BatchState.PLANNED.value, first, last)
                for number, first, last in batches
            ),
        )

    def _together(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        self._connection.execute("begin immediate")
        try:
            self._connection.executemany(sql, rows)
        except BaseException:
            if self._connection.in_transaction:  # SQLite ends it by itself where the disk is full
                self._connection.execute("rollback")
            raise
        self._connection.execute("commit")

    def mark(
        self, run: int, entity: str, kind: str, notes: Iterable[tuple[int, BatchState, str]]
    ) -> None:
        """Note states and digests of batches, together: each note costs a sync of the disk. A batch
        that was never planned (the journal was deleted meanwhile) is passed over."""
        self._together(
            "update load_batch set state = ?, digest = ?"
            " where run = ? and entity = ? and kind = ? and number = ?",
            ((state.value, digest, run, entity, kind, n) for n, state, digest in notes),
        )

    def batches(self, run: int, entity: str, kind: str) -> list[BatchRecord]:
        """What is known of the batches of an entity, in order of number."""
        rows = self._connection.execute(
            "select number, state, digest, first, last from load_batch"
            " where run = ? and entity = ? and kind = ? order by number",
            (run, entity, kind),
        )
        return [BatchRecord(n, BatchState(s), d, first, last) for n, s, d, first, last in rows]

    def counts(self, run: int) -> dict[BatchState, int]:
        """Batches of a run by state."""
        rows = self._connection.execute(
            "select state, count(*) from load_batch where run = ? group by state", (run,)
        )
        return {BatchState(state): int(count) for state, count in rows}

    def forget(self, run: int) -> None:
        """Drop all that is known of a run, e.g. when it was taken back."""
        self._connection.execute("delete from load_batch where run = ?", (run,))
