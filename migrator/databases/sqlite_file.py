"""SQLite files of other people: opened so that nothing is changed, written or believed."""

from __future__ import annotations

import math
import shutil
import sqlite3
import tempfile
import time
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from migrator.errors import SourceError

# A foreign schema may hold hostile SQL, and a damaged page must not pass for data.
PRAGMAS = ("trusted_schema=off", "cell_size_check=on", "mmap_size=0", "query_only=on")
VIEW_SECONDS = 60.0  # a view that gives no row for so long is stopped
_STEPS = 200_000  # virtual machine steps between two looks at the clock: a few milliseconds
_MAGIC = b"SQLite format 3\x00"
_JOURNALS = ("-wal", "-journal")
_COPIES: weakref.WeakKeyDictionary[Engine, Path] = weakref.WeakKeyDictionary()


class Watch:
    """Stops a statement that works for more than `seconds` without giving a row; off at first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.seconds = math.inf
        self._clock = clock
        self._since = clock()

    def wind(self, seconds: float | None = None) -> None:
        """A row came, or a statement begins: count from now (VIEW_SECONDS if not said)."""
        self.seconds = VIEW_SECONDS if seconds is None else seconds
        self._since = self._clock()

    def expired(self) -> bool:
        """The progress handler of SQLite: true interrupts the statement."""
        return self._clock() - self._since > self.seconds


def open_source(url: URL) -> Engine:
    """A read-only engine on a SQLite file. Raises SourceError when it is missing, no SQLite
    database, or damaged. Each connection's `info["watch"]` is its Watch."""
    path = Path(url.database or "").absolute()
    _check_header(path)
    copy = _copy(path) if _has_journal(path) else None
    # A copy may need its journal played back, so only an untouched file is immutable.
    uri = (copy.as_uri() + "?mode=rw") if copy else (path.as_uri() + "?mode=ro&immutable=1")
    engine = create_engine(
        URL.create("sqlite", database=uri, query={"uri": "true"}),
        creator=lambda: sqlite3.connect(uri, uri=True, check_same_thread=False),
        poolclass=NullPool,
    )
    if copy:
        _COPIES[engine] = copy.parent
        weakref.finalize(engine, shutil.rmtree, copy.parent, ignore_errors=True)
    event.listen(engine, "connect", _harden)
    try:
        _quick_check(engine, path)
    except BaseException:
        forget(engine)
        raise
    return engine


def forget(engine: Engine) -> None:
    """Throw the private copy behind `engine` away, if there is one."""
    folder = _COPIES.pop(engine, None)
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


def _harden(raw: Any, record: Any) -> None:
    for pragma in PRAGMAS:
        raw.execute(f"pragma {pragma}")
    raw.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    raw.text_factory = _text
    watch = Watch()
    record.info["watch"] = watch
    raw.set_progress_handler(watch.expired, _STEPS)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "backslashreplace")


def _check_header(path: Path) -> None:
    if not path.is_file():
        raise SourceError(f"There is no file {path.name}.", hint="Check the path.", path=str(path))
    with path.open("rb") as file:
        head = file.read(16)
    if head and head != _MAGIC:
        raise SourceError(
            f"{path.name} is not a SQLite database, or it is encrypted.",
            hint="Choose the database file itself, decrypted.",
            path=str(path),
        )


def _has_journal(path: Path) -> bool:
    journals = [path.with_name(path.name + suffix) for suffix in _JOURNALS]
    return any(journal.is_file() and journal.stat().st_size > 0 for journal in journals)


def _copy(path: Path) -> Path:
    """The file and its journals in a private folder, taken while nothing changed."""
    folder = Path(tempfile.mkdtemp(prefix="kooch-"))
    for _attempt in range(3):
        before = _stamp(path)
        for name in (path.name, *(path.name + suffix for suffix in _JOURNALS)):
            if path.with_name(name).is_file():
                shutil.copyfile(path.with_name(name), folder / name)
        if _stamp(path) == before:
            return folder / path.name
    shutil.rmtree(folder, ignore_errors=True)
    raise SourceError(
        f"{path.name} is being written by another program all the time.",
        hint="Close that program, then try again.",
        transient=True,
        path=str(path),
    )


def _stamp(path: Path) -> tuple[tuple[int, int], ...]:
    files = [path, *(path.with_name(path.name + suffix) for suffix in _JOURNALS)]
    return tuple((f.stat().st_size, f.stat().st_mtime_ns) for f in files if f.is_file())


def _quick_check(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        found = connection.exec_driver_sql("pragma quick_check(1)").scalar()
    if found != "ok":
        raise SourceError(
            f"{path.name} is damaged: some of its records cannot be trusted.",
            hint="Repair it (.recover of the sqlite3 program) or use a backup.",
            path=str(path),
            found=str(found)[:200],
        )
