"""The project folder: opened by one program at a time, every edit a transaction."""

from __future__ import annotations

import getpass
import json
import shutil
import socket
import sqlite3
import uuid
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from migrator.errors import ProjectError
from migrator.model.days import local_moment
from migrator.model.text import Text
from migrator.project import format as layout
from migrator.project.cases import Cases
from migrator.project.connections import Connections
from migrator.project.contracts import Contracts
from migrator.project.history import History
from migrator.project.journal import Journal
from migrator.project.records import Decisions, Outputs, Runs

SUFFIX = ".kooch"
BACKUPS_KEPT = 3


def now() -> str:
    """The moment as ISO text in UTC, for display and logs; no decision depends on it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def user() -> str:
    """Who works here, as the operating system names them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


class Project:
    """An open project. Close it, or use it in a `with` statement."""

    def __init__(self, folder: Path, connection: Connections, lock: FileLock) -> None:
        self.folder = folder
        self.connection = connection
        self._lock = lock
        self.history = History(connection)
        self.decisions = Decisions(connection)
        self.outputs = Outputs(connection)
        self.runs = Runs(connection)
        self.contracts = Contracts(connection)
        self.cases = Cases(connection)
        self.journal = Journal(connection)
        self.journal.create_tables()

    @classmethod
    def create(cls, folder: Path) -> Project:
        """Make a new project folder; raises ProjectError if it exists and is not empty."""
        folder = with_suffix(folder)
        if folder.exists() and any(folder.iterdir()):
            raise ProjectError(
                Text(f"{folder.name} exists already.", f"پوشه‌ی «{folder.name}» از پیش وجود دارد."),
                hint=Text(
                    "Open it, or choose another name.", "آن را باز کنید یا نام دیگری برگزینید."
                ),
            )
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise ProjectError(
                Text(
                    f"The folder {folder.name} cannot be made: {error.strerror}.",
                    f"پوشه‌ی «{folder.name}» ساخته نمی‌شود: {error.strerror}.",
                ),
                hint=Text(
                    "Choose a place where you may write.",
                    "جایی را برگزینید که اجازه‌ی نوشتن در آن را دارید.",
                ),
            ) from error
        lock = _take_lock(folder)
        connection = _connect(folder)
        layout.create(connection)
        connection.execute("insert into meta values ('id', ?)", (uuid.uuid4().hex,))
        return cls(folder, connection, lock)

    @classmethod
    def open(cls, folder: Path) -> Project:
        """Open a project; raises ProjectError if there is none, it is in use, or too new."""
        folder = with_suffix(folder)
        if not (folder / "project.db").is_file():
            raise ProjectError(
                Text(f"There is no project at {folder.name}.", f"در «{folder.name}» پروژه‌ای نیست."),
                hint=Text(
                    "Check the path, or make a new project.",
                    "مسیر را بررسی کنید یا پروژه‌ی تازه‌ای بسازید.",
                ),
            )
        lock = _take_lock(folder)
        connection = _connect(folder)
        try:
            version = layout.check(connection, folder.name)
            if version < layout.USER_VERSION:
                _back_up(folder)
                layout.upgrade(connection, version)
        except BaseException:
            connection.close()
            lock.release()
            raise
        return cls(folder, connection, lock)

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database and let others in; safe to call twice."""
        self.connection.close()
        self._lock.release()

    @property
    def id(self) -> str:
        """Names the project in the target's ledger for good, whatever the folder is called."""
        found = self.connection.execute("select value from meta where key = 'id'").fetchone()
        return str(found[0])

    def log(self, text: str) -> None:
        """One line of the project's own log: what was done, never whose data."""
        self.connection.execute(
            "insert into log(at, who, text) values (?, ?, ?)", (now(), user(), text)
        )

    def log_lines(self) -> list[tuple[str, str, str]]:
        """(at, who, text) of the whole log, oldest first."""
        return list(self.connection.execute("select at, who, text from log order by seq"))

    @property
    def staging_path(self) -> Path:
        """The disposable staging database."""
        return self.folder / "staging.duckdb"


def with_suffix(folder: Path) -> Path:
    """The folder's path with the suffix that marks a project."""
    return folder if folder.suffix == SUFFIX else folder.with_name(folder.name + SUFFIX)


def _connect(folder: Path) -> Connections:
    try:
        connection = Connections(folder / "project.db")
        connection.execute("select count(*) from sqlite_master")
    except sqlite3.DatabaseError as error:
        raise ProjectError(
            Text(
                f"The project file of {folder.name} cannot be opened: {error}.",
                f"پرونده‌ی پروژه‌ی «{folder.name}» باز نمی‌شود: {error}.",
            ),
            hint=Text(
                "Restore project.db from the backups folder inside the project.",
                "پرونده‌ی project.db را از پوشه‌ی backups درون پروژه بازیابی کنید.",
            ),
        ) from error
    return connection


def _take_lock(folder: Path) -> FileLock:
    lock = FileLock(folder / "lock")
    owner = folder / "lock.owner"
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        who = json.loads(owner.read_text("utf-8")) if owner.is_file() else {}
        by = Text("", "")
        if who:
            since = local_moment(str(who["since"]))
            by = Text(
                f" ({who['user']} on {who['host']}, since {since.en})",
                f" («{who['user']}» در «{who['host']}»، از {since.fa})",
            )
        raise ProjectError(
            Text(
                f"{folder.name} is open in another Kooch{by.en}.",
                f"پروژه‌ی «{folder.name}» در کوچ دیگری باز است{by.fa}.",
            ),
            hint=Text("Close it there first.", "نخست آن‌جا ببندیدش."),
            **who,
        ) from error
    owner.write_text(
        json.dumps({"user": user(), "host": socket.gethostname(), "since": now()}), "utf-8"
    )
    return lock


def _back_up(folder: Path) -> None:
    backups = folder / "backups"
    backups.mkdir(exist_ok=True)
    stamp = now().replace(":", "")
    shutil.copy2(folder / "project.db", backups / f"project-{stamp}.db")
    for old in sorted(backups.glob("project-*.db"))[:-BACKUPS_KEPT]:
        old.unlink()
