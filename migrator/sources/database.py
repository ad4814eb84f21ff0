"""A database as a source: tables and views, read in one snapshot, changed in nothing."""

from __future__ import annotations

import datetime as dt
import difflib
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Connection

from migrator.databases import catalog, mojibake
from migrator.databases.engine import (
    close_engine,
    dialect_of,
    driver_sql,
    open_engine,
    quote,
)
from migrator.databases.native import column_sql
from migrator.databases.stream import stream, undecodable
from migrator.databases.tables import CatalogColumn, CatalogTable
from migrator.databases.trouble import DRIVER_ERRORS, explain, explained
from migrator.databases.url import masked, parse
from migrator.errors import SourceError
from migrator.model.schema import Field
from migrator.model.source import SourceColumn, SourceTable, TableKind
from migrator.sources.base import CellNote, OpenOptions, ReadBatch, row_schema

COUNT_SECONDS = 60  # a view that takes longer to count is left uncounted


class DatabaseSource:
    """A database, or a SQLite file, opened for reading only.

    All of `discover` and `read` sees one state of the data where the database can do that
    (PostgreSQL, InnoDB, SQLite files that nobody writes). A table of another schema is called
    `schema.table`. Rows come in the order of the primary key if there is one.
    """

    def __init__(self, uri: str, options: OpenOptions | None = None) -> None:
        options = options or OpenOptions()
        self.url = parse(uri, options.secret, SourceError)
        self._engine = open_engine(self.url, read_only=True)
        self._dialect = dialect_of(self._engine)
        self._opened = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        self._stamp = self._file_stamp()
        self._connection: Connection | None = None
        self._tables: dict[str, CatalogTable] = {}

    def discover(self) -> tuple[SourceTable, ...]:
        """All tables and views but the system's, counted; what cannot be read says so."""
        return tuple(self._describe(table) for table in self._catalog().values())

    def read(self, table: str, limit: int | None = None) -> Iterator[ReadBatch]:
        """The records of one table or view, `_row` counted from 1 in reading order."""
        found = self._find(table)
        fields = [_field(column) for column in found.columns]
        schema = row_schema(len(fields))
        done = 0
        with explained(self.url, SourceError):
            batches = stream(
                self._connected(), self._select(found, limit), fields, guarded=found.view
            )
            for batch in batches:
                yield _read_batch(batch, schema, done)
                done += batch.num_rows
        self._refuse_changed_file()

    def identity(self) -> str:
        """SHA-256 of a SQLite file; otherwise the URL without password, and when it was opened."""
        if self._dialect != "sqlite":
            return f"{masked(self.url)} at {self._opened}"
        digest = hashlib.sha256()
        with explained(self.url, SourceError), self._path().open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
        return digest.hexdigest()

    def close(self) -> None:
        """Give the connection back; safe to call twice."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
        close_engine(self._engine)

    # -- the session

    def _connected(self) -> Connection:
        """The one connection of this source; its first use fixes what all reads see."""
        if self._connection is None:
            with explained(self.url, SourceError):
                self._connection = self._engine.connect()
                if self._dialect == "mysql":
                    driver_sql(
                        self._connection, "start transaction with consistent snapshot, read only"
                    )
        return self._connection

    def _catalog(self) -> dict[str, CatalogTable]:
        if not self._tables:
            with explained(self.url, SourceError):
                found = catalog.tables(self._connected())
            self._tables = {table.full_name: table for table in found}
        return self._tables

    def _find(self, name: str) -> CatalogTable:
        tables = self._catalog()
        if name not in tables:
            near = difflib.get_close_matches(name, tables, n=1)
            raise SourceError(
                f"There is no table {name} in the source.",
                hint=f"Did you mean {near[0]}?" if near else "Look at the source again.",
                table=name,
            )
        table = tables[name]
        if table.problem or not table.columns:
            raise SourceError(
                f"{name} cannot be read: {table.problem or 'it has no columns'}.",
                hint="Leave it out, or ask who looks after the database.",
                table=name,
            )
        return table

    def _path(self) -> Path:
        return Path(self.url.database or "").absolute()

    def _file_stamp(self) -> tuple[int, int] | None:
        if self._dialect != "sqlite" or not self._path().is_file():
            return None
        status = self._path().stat()
        return status.st_size, status.st_mtime_ns

    def _refuse_changed_file(self) -> None:
        if self._file_stamp() != self._stamp:
            raise SourceError(
                f"{self._path().name} was changed while it was read.",
                hint="Close the program that writes it, then read the source again.",
                transient=True,
            )

    # -- SQL

    def _name(self, table: CatalogTable) -> str:
        parts = [part for part in (table.namespace, table.name) if part]
        return ".".join(quote(self._engine, part) for part in parts)

    def _select(self, table: CatalogTable, limit: int | None) -> str:
        columns = ", ".join(
            column_sql(quote(self._engine, column.name), column.native, self._dialect)
            for column in table.columns
        )
        key = _order_key(table)
        top = f"top ({limit}) " if limit is not None and self._dialect == "mssql" else ""
        order = ", ".join(quote(self._engine, name) for name in key)
        sql = f"select {top}{columns} from {self._name(table)}"
        sql += f" order by {order}" if order else ""
        return sql + (f" limit {limit}" if limit is not None and not top else "")

    # -- describing

    def _describe(self, table: CatalogTable) -> SourceTable:
        warnings = []
        rows = None
        if table.problem:
            warnings.append(f"It cannot be read: {table.problem}.")
        else:
            rows, trouble = self._count(table)
            warnings += [trouble] if trouble else []
        if table.view:
            warnings.append("This is a view: its rows come from other tables.")
        elif not table.primary_key and not table.problem:
            warnings.append("It has no primary key: nothing but its place tells a row apart.")
        if self._dialect == "mysql" and rows:
            warnings += mojibake.warnings(self._connected(), table)
        return SourceTable(
            table.full_name,
            tuple(
                SourceColumn(c.name, c.name, c.meaning.type, c.native, c.nullable)
                for c in table.columns
            ),
            TableKind.VIEW if table.view else TableKind.TABLE,
            rows,
            table.primary_key,
            table.unique_keys,
            table.foreign_keys,
            warnings=tuple(warnings),
        )

    def _count(self, table: CatalogTable) -> tuple[int | None, str]:
        """The number of rows, or None and a sentence why not."""
        connection = self._connected()
        watch = connection.info.get("watch")
        if watch:
            watch.wind(COUNT_SECONDS)
        try:
            with self._attempt(connection):
                sql = f"select count(*) from {self._name(table)}"
                return int(driver_sql(connection, sql).scalar_one()), ""
        except DRIVER_ERRORS as error:
            problem = explain(error, self.url, SourceError)
            if problem.transient or connection.invalidated:
                raise problem from error
            return None, f"Its rows could not be counted: {problem.message}"

    @contextmanager
    def _attempt(self, connection: Connection) -> Iterator[None]:
        """A query that may fail or take long. PostgreSQL gives up a whole transaction after one
        error, so there it runs in a savepoint, which is ended: snapshots are exported later."""
        if self._dialect != "postgresql":
            yield
            return
        driver_sql(connection, "savepoint attempt")
        driver_sql(connection, f"set local statement_timeout to '{COUNT_SECONDS}s'")
        try:
            yield
        finally:
            if not connection.invalidated:
                driver_sql(connection, "rollback to savepoint attempt")
                driver_sql(connection, "release savepoint attempt")


def _order_key(table: CatalogTable) -> tuple[str, ...]:
    """The columns that put the rows in a fixed order: a key without NULLs, if there is one."""
    if table.primary_key:
        return table.primary_key
    solid = {column.name for column in table.columns if not column.nullable}
    return next((key for key in table.unique_keys if solid.issuperset(key)), ())


def _field(column: CatalogColumn) -> Field:
    return Field(column.name, column.meaning.type, native_type=column.native)


def _read_batch(batch: pa.RecordBatch, schema: pa.Schema, done: int) -> ReadBatch:
    """Number the rows; NUL characters, which no target takes, go with a note."""
    notes = [
        CellNote(done + row + 1, column + 1, "undecodable_bytes", _cell(batch, row, column))
        for row, column in undecodable(batch)
    ]
    columns = []
    for number, found in enumerate(batch.columns, start=1):
        has_nul = pc.match_substring(found, "\0")
        if pc.any(has_nul).as_py():
            places = pc.indices_nonzero(has_nul.fill_null(False)).to_pylist()
            notes += [
                CellNote(done + row + 1, number, "nul_character", _cell(batch, row, number - 1))
                for row in places
            ]
            columns.append(pc.replace_substring(found, "\0", ""))
        else:
            columns.append(found)
    ordinals = pa.array(range(done + 1, done + batch.num_rows + 1), pa.int64())
    return ReadBatch(
        pa.RecordBatch.from_arrays([ordinals, *columns], schema=schema), (), tuple(notes)
    )


def _cell(batch: pa.RecordBatch, row: int, column: int) -> str:
    return str(batch.column(column)[row].as_py()).replace("\0", "\\x00")[:500]
