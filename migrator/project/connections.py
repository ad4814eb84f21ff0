"""project.db, opened once a thread: a client reads in one while a run goes on in another.

One connection shared by two threads hands out the same cached statement to both; SQLite's WAL lets
any number read beside the one that writes.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any


class Connections:
    """Behaves as a `sqlite3.Connection` in autocommit, of the thread that asks."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._here = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._closed = False

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection of this thread; raises sqlite3.DatabaseError."""
        found: sqlite3.Connection | None = getattr(self._here, "connection", None)
        if found is None:
            found = self._here.connection = self._open()
        return found

    def _open(self) -> sqlite3.Connection:
        if self._closed:
            raise sqlite3.ProgrammingError("the project is closed")
        # Each is used by its thread alone; only closing comes from another one.
        made = sqlite3.connect(
            self._path, isolation_level=None, timeout=10, check_same_thread=False
        )
        self._all.append(made)
        made.execute("pragma journal_mode = wal")
        # FULL: an acknowledged edit survives a power cut (NORMAL syncs only at checkpoints).
        made.execute("pragma synchronous = full")
        made.execute("pragma foreign_keys = on")
        return made

    def execute(self, sql: str, params: Iterable[Any] = ()) -> sqlite3.Cursor:
        """One statement."""
        return self.connection.execute(sql, tuple(params))

    def executemany(self, sql: str, params: Iterable[Iterable[Any]]) -> sqlite3.Cursor:
        """One statement for many rows."""
        return self.connection.executemany(sql, [tuple(row) for row in params])

    def executescript(self, script: str) -> sqlite3.Cursor:
        """Several statements."""
        return self.connection.executescript(script)

    @property
    def in_transaction(self) -> bool:
        """Whether this thread has begun what it has not committed."""
        return self.connection.in_transaction

    def close(self) -> None:
        """Close every thread's connection; safe to call twice."""
        self._closed = True
        while self._all:
            self._all.pop().close()
