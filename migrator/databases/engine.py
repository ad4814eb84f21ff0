"""Opening databases with the settings that each of them needs to be safe and exact."""

from __future__ import annotations

from typing import Any, Literal, cast

from sqlalchemy import Connection, CursorResult, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from migrator.databases import sqlite_file
from migrator.databases.trouble import explained
from migrator.errors import SourceError, TargetError

Dialect = Literal["sqlite", "postgresql", "mysql", "mssql"]

CONNECT_SECONDS = 10
# Strict enough that a value which does not fit is refused, never cut or replaced.
SQL_MODE = (
    "STRICT_ALL_TABLES,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,"
    "NO_ZERO_DATE,NO_ZERO_IN_DATE"
)
# Text output that does not depend on the server's settings.
POSTGRES_SETTINGS = (
    "set timezone to 'UTC'",
    "set datestyle to 'ISO, YMD'",
    "set intervalstyle to 'postgres'",
    "set extra_float_digits to 1",
    "set standard_conforming_strings to on",
)


def open_engine(url: URL, *, read_only: bool = False) -> Engine:
    """An engine on `url`; nothing is connected yet, except that a SQLite source is checked.

    `read_only` is for sources: nothing is written beside a SQLite file (which is opened immutable,
    or as a private copy while a journal lies beside it), PostgreSQL reads in one repeatable-read
    transaction per connection. Otherwise the engine is fit for loading: MariaDB in strict mode (set
    and read back), SQLite with foreign keys on and real transactions, where the execution option
    `sqlite_begin="IMMEDIATE"` of a connection takes the write lock at once.
    """
    with explained(url, SourceError if read_only else TargetError):
        dialect = url.get_backend_name()
        if dialect == "sqlite":
            return _open_sqlite(url, read_only)
        if dialect == "postgresql":
            return _open_postgresql(url, read_only)
        if dialect in ("mysql", "mariadb"):
            return _open_mysql(url, read_only)
        return create_engine(url, connect_args={"login_timeout": CONNECT_SECONDS})


def close_engine(engine: Engine) -> None:
    """Close the pool and throw a private copy of a SQLite source away; safe to call twice."""
    engine.dispose()
    sqlite_file.forget(engine)


def dialect_of(bind: Engine | Connection) -> Dialect:
    """The dialect's name; MariaDB counts as mysql."""
    name = "mysql" if bind.dialect.name == "mariadb" else bind.dialect.name
    return cast(Dialect, name)


def quote_name(dialect: Dialect, name: str) -> str:
    """`name` as a quoted identifier, whatever letters it has. Run the SQL with `driver_sql`."""
    if dialect == "mysql":
        return "`" + name.replace("`", "``") + "`"
    if dialect == "mssql":
        return "[" + name.replace("]", "]]") + "]"
    return '"' + name.replace('"', '""') + '"'


def quote(bind: Engine | Connection, name: str) -> str:
    """`quote_name` for the dialect of an engine or connection."""
    return quote_name(dialect_of(bind), name)


def driver_sql(connection: Connection, sql: str) -> CursorResult[Any]:
    """Run `sql` exactly as it stands: neither `%` nor `:` is special, so hostile names are safe."""
    return connection.exec_driver_sql(sql, execution_options={"no_parameters": True})


def driver_rows(connection: Connection, sql: str) -> list[Any]:
    """All rows of a small result of `driver_sql`, as tuples."""
    return list(driver_sql(connection, sql).fetchall())


def _open_sqlite(url: URL, read_only: bool) -> Engine:
    if read_only:
        return sqlite_file.open_source(url)
    engine = create_engine(url, connect_args={"timeout": 30}, **_pool(url))

    @event.listens_for(engine, "connect")
    def _prepare(raw: Any, _record: Any) -> None:
        raw.isolation_level = None  # SQLAlchemy's BEGIN below decides, not the driver
        raw.execute("pragma foreign_keys=on")
        raw.execute("pragma busy_timeout=30000")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        how = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {how}")

    return engine


def _pool(url: URL) -> dict[str, Any]:
    """A file is opened afresh each time; a database in memory lives with its one connection."""
    return {"poolclass": NullPool} if url.database and url.database != ":memory:" else {}


def _open_postgresql(url: URL, read_only: bool) -> Engine:
    arguments: dict[str, Any] = {
        "prepare_threshold": None,
        "connect_timeout": CONNECT_SECONDS,
        "client_encoding": "utf8",
        "application_name": "kooch",
        "keepalives_idle": 30,
    }
    arguments = {key: value for key, value in arguments.items() if key not in url.query}
    options: dict[str, Any] = {}
    if read_only:
        options = {"isolation_level": "REPEATABLE READ"}
    engine = create_engine(url, connect_args=arguments, pool_size=2, **options)
    if read_only:
        engine = engine.execution_options(postgresql_readonly=True)

    @event.listens_for(engine, "connect")
    def _prepare(raw: Any, _record: Any) -> None:
        with raw.cursor() as cursor:
            for setting in POSTGRES_SETTINGS:
                cursor.execute(setting)
        raw.commit()

    return engine


def _open_mysql(url: URL, read_only: bool) -> Engine:
    arguments: dict[str, Any] = {
        "connect_timeout": CONNECT_SECONDS,
        "read_timeout": 600,
        "write_timeout": 600,
        "local_infile": not read_only,
    }
    for name in ("ssl_verify_cert", "ssl_verify_identity"):
        if name in url.query:
            arguments[name] = str(url.query[name]).lower() in ("1", "true", "yes")
            url = url.difference_update_query([name])
    if any(name.startswith("ssl_") for name in arguments):
        # With one of these PyMySQL makes its settings anew, from its own arguments only.
        for name in ("ssl_ca", "ssl_cert", "ssl_key"):
            if name in url.query:
                arguments[name] = str(url.query[name])
                url = url.difference_update_query([name])
    url = url.update_query_dict({"charset": "utf8mb4"})
    engine = create_engine(url, connect_args=arguments, pool_size=2)
    kind = SourceError if read_only else TargetError

    @event.listens_for(engine, "connect")
    def _prepare(raw: Any, _record: Any) -> None:
        with raw.cursor() as cursor:
            cursor.execute(f"set session sql_mode='{SQL_MODE}', session time_zone='+00:00'")
            cursor.execute("select @@session.sql_mode, @@session.character_set_client")
            mode, charset = cursor.fetchone()
        if "STRICT_ALL_TABLES" not in mode or charset != "utf8mb4":
            raise kind(
                "The server does not accept strict mode and full Unicode for this connection.",
                hint="Ask who looks after the server: without them values would be cut in silence.",
                sql_mode=mode,
                charset=charset,
            )

    return engine
