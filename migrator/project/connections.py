"""project.db, opened once a thread: a client reads in one while a run goes on in another.

One connection shared by two threads hands out the same cached statement to both; SQLite's WAL lets
any number read beside the one that writes.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from migrator.errors import ProjectError
from migrator.model.text import Text

# Result codes that are the world's doing, by the beginning of their names (rescode.html).
_WORLD = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")


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
        """One statement. Raises ProjectError where the disk is full or cannot be written: nothing
        is left of the transaction then."""
        with self._explained():
            return self.connection.execute(sql, tuple(params))

    def executemany(self, sql: str, params: Iterable[Iterable[Any]]) -> sqlite3.Cursor:
        """One statement for many rows; see `execute`."""
        with self._explained():
            return self.connection.executemany(sql, [tuple(row) for row in params])

    def executescript(self, script: str) -> sqlite3.Cursor:
        """Several statements; see `execute`."""
        with self._explained():
            return self.connection.executescript(script)

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            if not (getattr(error, "sqlite_errorname", "") or "").startswith(_WORLD):
                raise
            with contextlib.suppress(sqlite3.Error):  # SQLite did it by itself after some errors
                self.connection.rollback()
            raise ProjectError(
                Text(
                    "The project cannot be written: the disk may be full.",
                    "در پروژه نمی‌شود نوشت: شاید دیسک پر باشد.",
                ),
                hint=Text(
                    "Free some space where the project lies, then try again. What was done until"
                    " now is kept.",
                    "در دیسکی که پروژه در آن است جا باز کنید و دوباره بکوشید. آنچه تا اکنون "
                    "انجام شده نگه داشته شده است.",
                ),
                reason=str(error),
            ) from error

    @property
    def in_transaction(self) -> bool:
        """Whether this thread has begun what it has not committed."""
        return self.connection.in_transaction

    def close(self) -> None:
        """Close every thread's connection; safe to call twice."""
        self._closed = True
        while self._all:
            self._all.pop().close()
