"""Rows of a query as a stream of record batches of canonical text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing, nullcontext
from typing import Any

import pyarrow as pa
import pymysql.cursors
from sqlalchemy import Connection, Engine

from migrator.databases import arrow, canonical, mysql_rows, sqlite_select
from migrator.databases.engine import dialect_of, driver_sql
from migrator.model.schema import Field, FieldType

BATCH_ROWS = 65_536
UNDECODABLE = b"undecodable"

_Columns = tuple[list[pa.Array], list[tuple[int, int]]]  # and the cells that were no valid text


def stream(
    bind: Engine | Connection,
    select_sql: str,
    columns: Sequence[Field],
    rows: int = BATCH_ROWS,
    *,
    guarded: bool = False,
) -> Iterator[pa.RecordBatch]:
    """The result of `select_sql` as batches of at most `rows` rows: a string column per entry of
    `columns` (in order, named so) in canonical text; NULL stays NULL and '' stays ''. The order of
    an ORDER BY is kept. `undecodable` tells which cells of a batch were no valid text.

    An Engine means a connection of its own; a Connection means what its transaction sees (on
    PostgreSQL by exporting its snapshot, so it must be in REPEATABLE READ or above; ADBC for
    SQLite always reads by a connection of its own). `guarded` is for views of a SQLite source:
    slower, and stopped when no row comes for a minute. SQL is sent as it stands. Errors are the
    driver's: wrap the use in `trouble.explained`.
    """
    schema = pa.schema([pa.field(column.name, pa.string()) for column in columns])
    dialect = dialect_of(bind)
    if dialect == "postgresql":
        found = _postgresql(bind, select_sql, columns)
    elif dialect == "mysql":
        found = _mysql(bind, select_sql, columns, rows)
    elif dialect == "sqlite" and not guarded and _is_file(bind):
        found = _sqlite(bind, select_sql, columns, rows)
    else:
        found = _fetched(bind, select_sql, columns, rows)
    for arrays, bad in found:
        batch = pa.RecordBatch.from_arrays(arrays, schema=schema)
        if bad:
            batch = batch.replace_schema_metadata({UNDECODABLE: json.dumps(bad)})
        for start in range(0, batch.num_rows, rows):
            yield batch.slice(start, rows)


def undecodable(batch: pa.RecordBatch) -> list[tuple[int, int]]:
    """The cells of a batch (row, column, both from 0) whose bytes were no valid text."""
    found = (batch.schema.metadata or {}).get(UNDECODABLE)
    return [(row, column) for row, column in json.loads(found or "[]")]


def _engine(bind: Engine | Connection) -> Engine:
    return bind if isinstance(bind, Engine) else bind.engine


def _connected(bind: Engine | Connection) -> Any:
    return bind.connect() if isinstance(bind, Engine) else nullcontext(bind)


def _is_file(bind: Engine | Connection) -> bool:
    return _engine(bind).url.database not in (None, "", ":memory:")


def _postgresql(
    bind: Engine | Connection, select_sql: str, columns: Sequence[Field]
) -> Iterator[_Columns]:
    """The server makes the text (exact for every type it has), ADBC carries it as columns."""
    names = [f"c{n}" for n in range(len(columns))]
    texts = ", ".join(_postgresql_text(n, c) for n, c in zip(names, columns, strict=True))
    sql = f"with q({', '.join(names)}) as ({select_sql}) select {texts} from q"
    snapshot = ""
    if isinstance(bind, Connection):
        snapshot = str(driver_sql(bind, "select pg_export_snapshot()").scalar_one())
    with (
        closing(arrow.connect(_engine(bind), snapshot=snapshot)) as connection,
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)
        for batch in cursor.fetch_record_batch():
            arrays = [
                canonical.finish(array, column)
                for array, column in zip(batch.columns, columns, strict=True)
            ]
            yield arrays, []


def _postgresql_text(name: str, column: Field) -> str:
    if column.type is FieldType.BINARY:
        return f"translate(encode({name}, 'base64'), E'\\n', '')"
    if column.type is FieldType.DECIMAL:
        return f"{name}::numeric::text"  # also takes the currency sign off the type `money`
    return f"{name}::text"


def _sqlite(
    bind: Engine | Connection, select_sql: str, columns: Sequence[Field], rows: int
) -> Iterator[_Columns]:
    with closing(arrow.connect(_engine(bind))) as connection, connection.cursor() as cursor:
        cursor.execute(sqlite_select.kinds_sql(select_sql, len(columns)))
        plan = sqlite_select.plan(cursor.fetchone(), len(columns))
        cursor.adbc_statement.set_options(**{"adbc.sqlite.query.batch_rows": str(rows)})
        cursor.execute(sqlite_select.text_sql(select_sql, plan))
        first = True
        for batch in cursor.fetch_record_batch():
            part = batch.slice(1) if first else batch  # row 1 only tells ADBC the types
            first = False
            if part.num_rows:
                yield sqlite_select.assemble(part, plan, columns)


def _mysql(
    bind: Engine | Connection, select_sql: str, columns: Sequence[Field], rows: int
) -> Iterator[_Columns]:
    """The protocol's own text, taken as it comes: the driver's converters are set aside."""
    with _connected(bind) as connection:
        raw = connection.connection.driver_connection
        cursor = raw.cursor(pymysql.cursors.SSCursor)
        finished = False
        try:
            _execute_unconverted(raw, cursor, select_sql)
            for found in mysql_rows.columns(cursor._result, rows):
                arrays = [
                    _mysql_column(values, column)
                    for values, column in zip(found, columns, strict=True)
                ]
                yield arrays, []
            finished = True
        finally:
            if finished or isinstance(bind, Connection):
                cursor.close()  # reads what is left: the caller's transaction goes on
            else:
                _forget_rest(cursor)
                connection.invalidate()


def _execute_unconverted(raw: Any, cursor: Any, sql: str) -> None:
    decoders, raw.decoders = raw.decoders, {}
    try:
        cursor.execute(sql)
    finally:
        raw.decoders = decoders


def _forget_rest(cursor: Any) -> None:
    """Its connection is about to be cut: PyMySQL must not try to read the remaining rows."""
    result, cursor.connection = cursor._result, None
    if result is not None:
        result.unbuffered_active = False


def _mysql_column(values: pa.Array | mysql_rows.Cells, column: Field) -> pa.Array:
    if isinstance(values, list):
        values = canonical.from_values(values, column)
    return canonical.finish(values, column)


def _fetched(
    bind: Engine | Connection, select_sql: str, columns: Sequence[Field], rows: int
) -> Iterator[_Columns]:
    """Any driver, by rows: SQL Server, databases in memory, views of a SQLite source."""
    pad = dialect_of(bind) == "sqlite"
    with _connected(bind) as connection:
        watch = connection.info.get("watch")
        if watch:
            watch.wind()
        result = driver_sql(connection.execution_options(stream_results=True), select_sql)
        with closing(result):
            while found := result.fetchmany(rows):
                if watch:
                    watch.wind()
                arrays = [
                    canonical.finish(canonical.from_values(values, column), column, pad=pad)
                    for values, column in zip(zip(*found, strict=True), columns, strict=True)
                ]
                yield arrays, []
