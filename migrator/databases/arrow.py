"""ADBC connections: the fast way to move columns in and out of PostgreSQL and SQLite."""

from __future__ import annotations

from typing import Any

import adbc_driver_postgresql.dbapi
import adbc_driver_sqlite.dbapi
from sqlalchemy import Engine
from sqlalchemy.engine import URL

from migrator.databases.engine import CONNECT_SECONDS, POSTGRES_SETTINGS, dialect_of
from migrator.databases.sqlite_file import PRAGMAS

WRITER_PRAGMAS = ("foreign_keys=on", "busy_timeout=30000")


def connect(engine: Engine, *, snapshot: str = "") -> Any:
    """An ADBC (DB-API) connection to the database of `engine`, not in autocommit, with the same
    session settings. `snapshot` is the id of an exported PostgreSQL snapshot: the connection then
    reads exactly what the exporter sees, and cannot write.

    A SQLite file that was opened read-only is opened the same way here. Databases in memory belong
    to their engine and cannot be shared: ValueError.
    """
    if dialect_of(engine) == "postgresql":
        return _postgresql(engine.url, snapshot)
    database = engine.url.database
    if dialect_of(engine) != "sqlite" or not database or database == ":memory:":
        raise ValueError(f"ADBC has no way to {engine.dialect.name} here")
    connection = adbc_driver_sqlite.dbapi.connect(database)
    pragmas = PRAGMAS if database.startswith("file:") else WRITER_PRAGMAS
    # Pragmas such as foreign_keys are ignored inside a transaction, and ADBC has begun one.
    connection.adbc_connection.set_autocommit(True)
    with connection.cursor() as cursor:
        for pragma in pragmas:
            cursor.execute(f"pragma {pragma}")
            cursor.fetchall()
    connection.adbc_connection.set_autocommit(False)
    return connection


def _postgresql(url: URL, snapshot: str) -> Any:
    uri = url.set(drivername="postgresql")
    if "connect_timeout" not in uri.query:
        uri = uri.update_query_dict({"connect_timeout": str(CONNECT_SECONDS)})
    connection = adbc_driver_postgresql.dbapi.connect(uri.render_as_string(hide_password=False))
    opening = list(POSTGRES_SETTINGS)
    if snapshot:
        opening = [
            "set transaction isolation level repeatable read, read only",
            f"set transaction snapshot '{snapshot}'",
            *opening,
            # Rows in the order of the table: neither joined to another scan nor by many workers.
            "set synchronize_seqscans to off",
            "set max_parallel_workers_per_gather to 0",
        ]
    try:
        with connection.cursor() as cursor:
            for statement in opening:
                cursor.execute(statement)
        if not snapshot:
            connection.commit()
    except BaseException:
        connection.close()
        raise
    return connection
