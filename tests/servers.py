"""PostgreSQL and MariaDB servers of the tests' own: started on first use, on private ports of this
machine, with files in a temporary folder, durable settings on, stopped by process id at the end.

Where a server program is missing its tests are skipped with a reason; with KOOCH_REQUIRE_SERVERS=1
in the environment they fail instead.
"""

from __future__ import annotations

import atexit
import itertools
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import psycopg
import pymysql
import pytest

PASSWORD = "s3cret:p@ss/word"  # needs escaping in a URL, on purpose
QUOTED = "s3cret%3Ap%40ss%2Fword"
START_SECONDS = 40
DatabaseUrl = Callable[[], str]


class Server:
    """One server process. `crash` and `start` again are for tests of faults."""

    kind = ""
    stop_signal = signal.SIGTERM

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix=f"kooch-{self.kind}-"))
        self.data = self.folder / "data"
        self.port = _free_port()
        self.account = self._account()
        self._numbers = itertools.count(1)
        self._process: subprocess.Popen[bytes] | None = None
        self._watchdog: subprocess.Popen[bytes] | None = None
        atexit.register(self.remove)

    # -- life

    def start(self) -> None:
        """Start the process and wait until it answers."""
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                self.command(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C goes to the tests, which then stop the server
                **self._identity(),
            )
        self._watch()
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                tail = (self.folder / "log").read_text(errors="replace")[-2000:]
                self.crash()
                raise RuntimeError(f"the {self.kind} server did not start:\n{tail}")
            time.sleep(0.05)

    def stop(self) -> None:
        """Stop in order; safe to call when it does not run."""
        self._end(self.stop_signal)

    def crash(self) -> None:
        """kill -9, as a power cut does it to the process."""
        self._end(signal.SIGKILL)

    def restart(self) -> None:
        """Crash and come back with the same data on the same port."""
        self.crash()
        self.start()

    def remove(self) -> None:
        """Stop and delete all files."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _end(self, number: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None:
            process.send_signal(number)
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if self._watchdog is not None:
            self._watchdog.kill()
            self._watchdog.wait()
            assert self._watchdog.stdin is not None
            self._watchdog.stdin.close()
            self._watchdog = None

    def _watch(self) -> None:
        """A shell that waits for this process to be gone, however it dies, and ends the server."""
        assert self._process is not None
        self._watchdog = subprocess.Popen(
            ["sh", "-c", f"cat >/dev/null; kill -9 {self._process.pid}; rm -rf '{self.folder}'"],
            stdin=subprocess.PIPE,
            start_new_session=True,
        )

    # -- who runs it

    def _account(self) -> str:
        """PostgreSQL refuses to run as root: the account to change to, "" for our own."""
        if not hasattr(os, "geteuid") or os.geteuid() != 0:
            return ""
        for name in (self.own_account(), "nobody"):
            with suppress(LookupError):
                shutil.chown(self.folder, name)
                return name
        raise RuntimeError(f"no account to run {self.kind} with")

    def _identity(self) -> dict[str, Any]:
        if not self.account:
            return {}
        group = self.folder.stat().st_gid if self.account == "nobody" else self.account
        return {"user": self.account, "group": group, "extra_groups": []}

    def run(self, *command: str) -> None:
        """A program of the server's package, as its account; raises with its output."""
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            cwd=self.folder,
            check=False,
            timeout=120,
            env={**os.environ, "HOME": str(self.folder)},
            **self._identity(),
        )
        if done.returncode:
            raise RuntimeError(f"{command[0]} failed:\n{done.stdout[-1000:]}{done.stderr[-2000:]}")

    # -- what differs

    def own_account(self) -> str:
        raise NotImplementedError

    def command(self) -> list[str]:
        raise NotImplementedError

    def admin(self) -> Any:
        raise NotImplementedError

    def url(self, database: str) -> str:
        raise NotImplementedError

    def _answers(self) -> bool:
        try:
            self.admin().close()
        except (psycopg.OperationalError, pymysql.OperationalError):
            return False
        return True

    # -- databases

    def create_database(self) -> str:
        """A new empty database; returns its name."""
        name = f"kooch_test_{next(self._numbers)}"
        with closing(self.admin()) as connection, connection.cursor() as cursor:
            cursor.execute(self.create_sql(name))
        return name

    def create_sql(self, name: str) -> str:
        return f"create database {name}"

    def drop_database(self, name: str) -> None:
        """Drop it, whoever is still connected."""
        with closing(self.admin()) as connection, connection.cursor() as cursor:
            cursor.execute(self.drop_sql(name))

    def drop_sql(self, name: str) -> str:
        return f"drop database if exists {name}"


class PostgresServer(Server):
    """PostgreSQL, user `kooch`, password authentication, fsync on."""

    kind = "postgres"
    stop_signal = signal.SIGINT

    def __init__(self) -> None:
        self.bin = _programs("initdb", "postgres", folders="/usr/lib/postgresql/*/bin")
        super().__init__()
        secret = self.folder / "secret"
        secret.write_text(PASSWORD)
        if self.account:
            shutil.chown(secret, self.account)
        self.run(
            self.bin["initdb"], "-D", str(self.data), "-U", "kooch", "--pwfile", str(secret),
            "--auth", "scram-sha-256", "-E", "UTF8", "--locale", "C", "--no-sync",
        )  # fmt: skip

    def own_account(self) -> str:
        return "postgres"

    def command(self) -> list[str]:
        settings = (
            "listen_addresses=127.0.0.1",
            f"port={self.port}",
            f"unix_socket_directories={self.folder}",
            "fsync=on",
            "synchronous_commit=on",
            "shared_buffers=64MB",
            "max_connections=60",
        )
        options = [part for setting in settings for part in ("-c", setting)]
        return [self.bin["postgres"], "-D", str(self.data), *options]

    def admin(self) -> psycopg.Connection[Any]:
        return psycopg.connect(
            host="127.0.0.1", port=self.port, user="kooch", password=PASSWORD, dbname="postgres",
            autocommit=True, connect_timeout=5,
        )  # fmt: skip

    def url(self, database: str) -> str:
        return f"postgresql://kooch:{QUOTED}@127.0.0.1:{self.port}/{database}"

    def drop_sql(self, name: str) -> str:
        return f"drop database if exists {name} with (force)"


class MariaServer(Server):
    """MariaDB, user `kooch`, a latin1 server default (ours must not depend on it)."""

    kind = "mariadb"

    def __init__(self) -> None:
        self.bin = _programs("mariadbd", "mariadb-install-db", folders="/usr/sbin:/usr/local/sbin")
        super().__init__()
        self.run(
            self.bin["mariadb-install-db"], "--no-defaults", f"--datadir={self.data}",
            "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve",
            f"--tmpdir={self.folder}",
        )  # fmt: skip
        self._ready = False

    def own_account(self) -> str:
        return "mysql"

    def command(self) -> list[str]:
        return [
            self.bin["mariadbd"], "--no-defaults", f"--datadir={self.data}", f"--port={self.port}",
            "--bind-address=127.0.0.1", f"--socket={self.folder}/socket", "--skip-name-resolve",
            f"--pid-file={self.folder}/pid", "--innodb-buffer-pool-size=64M", "--local-infile=1",
            "--innodb-flush-log-at-trx-commit=1", "--character-set-server=latin1",
            # A server that starts removes what it takes for leftovers, other servers' files too.
            f"--tmpdir={self.folder}",
        ]  # fmt: skip

    def start(self) -> None:
        super().start()
        if not self._ready:
            with closing(self.admin()) as connection, connection.cursor() as cursor:
                cursor.execute(f"create user 'kooch'@'%' identified by '{PASSWORD}'")
                cursor.execute("grant all on *.* to 'kooch'@'%'")
            self._ready = True

    def admin(self) -> Any:
        return pymysql.connect(
            host="127.0.0.1", port=self.port, user="root", autocommit=True, connect_timeout=5
        )

    def url(self, database: str) -> str:
        return f"mariadb://kooch:{QUOTED}@127.0.0.1:{self.port}/{database}"

    def create_sql(self, name: str) -> str:
        return f"create database {name}"


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _programs(*names: str, folders: str) -> dict[str, str]:
    """Where the programs are; a missing one skips the test, or fails it when servers are a must."""
    places = [
        str(p) for pattern in folders.split(":") for p in sorted(_glob(pattern), reverse=True)
    ]
    search = os.pathsep.join([*places, os.environ.get("PATH", "")])
    found = {name: shutil.which(name, path=search) for name in names}
    missing = [name for name, path in found.items() if path is None]
    if missing:
        reason = f"server program not found: {', '.join(missing)}"
        if os.environ.get("KOOCH_REQUIRE_SERVERS") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return {name: str(path) for name, path in found.items()}


def _glob(pattern: str) -> list[Path]:
    return list(Path("/").glob(pattern.lstrip("/")))


def _running(server: Server) -> Iterator[Any]:
    try:
        server.start()
        yield server
    finally:
        server.remove()


def _urls(server: Server) -> Iterator[DatabaseUrl]:
    made: list[str] = []

    def fresh() -> str:
        made.append(server.create_database())
        return server.url(made[-1])

    yield fresh
    for name in made:
        server.drop_database(name)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A running PostgreSQL server."""
    yield from _running(PostgresServer())


@pytest.fixture(scope="session")
def mariadb() -> Iterator[MariaServer]:
    """A running MariaDB server."""
    yield from _running(MariaServer())


@pytest.fixture
def postgres_urls(postgres: PostgresServer) -> Iterator[DatabaseUrl]:
    """Call it for the URL of a new empty database; all are dropped after the test."""
    yield from _urls(postgres)


@pytest.fixture
def mariadb_urls(mariadb: MariaServer) -> Iterator[DatabaseUrl]:
    """Call it for the URL of a new empty database; all are dropped after the test."""
    yield from _urls(mariadb)


@pytest.fixture
def postgres_url(postgres_urls: DatabaseUrl) -> str:
    """The URL of a new empty PostgreSQL database."""
    return postgres_urls()


@pytest.fixture
def mariadb_url(mariadb_urls: DatabaseUrl) -> str:
    """The URL of a new empty MariaDB database."""
    return mariadb_urls()


@pytest.fixture(
    params=[
        "sqlite",
        pytest.param("postgresql", marks=pytest.mark.server),
        pytest.param("mariadb", marks=pytest.mark.server),
    ]
)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a new empty database, once per kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'fresh.db'}"
    fixture = {"postgresql": "postgres_url", "mariadb": "mariadb_url"}[request.param]
    return str(request.getfixturevalue(fixture))
