"""The staging database of a project: named, immutable table versions behind stable views."""

from __future__ import annotations

import contextlib
import re
import threading
import uuid
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from migrator.errors import Cancelled, ProjectError
from migrator.model.text import Text
from migrator.store.names import quote

BATCH_ROWS = 65_536
_OF_DISK = re.compile(r"No space left|Could not write|quota", re.IGNORECASE)
_SETTINGS = (
    "enable_progress_bar=false",
    "preserve_insertion_order=false",
    # Choosing a compression costs more than half of the time of writing a table (300,000 rows of 12
    # texts: 1.0 s against 0.4 s); staging is disposable, so disk is the cheaper thing to spend.
    "force_compression='uncompressed'",
)


class Staging:
    """A DuckDB file (or memory when `path` is None), opened by one process at a time.

    A logical table `clean_contact` is a view on its current version `clean_contact__<fp8>`;
    writing makes the new version whole before the view moves, so a stage that is cancelled or dies
    leaves the old output as it was.
    """

    def __init__(
        self, path: Path | None, *, memory_mb: int = 700, threads: int | None = None
    ) -> None:
        self.path = path
        self.version = "00000000"
        self._opening = threading.Lock()
        self._running: set[duckdb.DuckDBPyConnection] = set()
        config: dict[str, Any] = {"memory_limit": f"{memory_mb}MB"}
        if threads:
            config["threads"] = threads
        try:
            self.connection = duckdb.connect(str(path) if path else ":memory:", config=config)
        except duckdb.IOException as error:
            raise ProjectError(
                Text(
                    f"The staging database {path.name if path else ''} cannot be opened.",
                    f"پایگاه میانی {path.name if path else ''} باز نمی‌شود.",
                ),
                hint=Text(
                    "Close the other program that has this project open, then try again.",
                    "برنامه‌ی دیگری را که این پروژه را باز کرده ببندید و دوباره بکوشید.",
                ),
                reason=str(error),
            ) from error
        for setting in _SETTINGS:
            self.connection.execute(f"set {setting}")
        self.run("create table if not exists _current (name varchar primary key, physical varchar)")
        self.run("create table if not exists _made (physical varchar primary key, id varchar)")
        self._current: dict[str, str] = dict(self.rows("select name, physical from _current"))
        self._made: dict[str, str] = dict(self.rows("select physical, id from _made"))
        found = {row[0] for row in self.rows("select distinct table_name from duckdb_columns()")}
        self._known = {name for name in found if name in self._current or "__" in name}

    def close(self) -> None:
        """Checkpoint and close; safe to call twice."""
        self.connection.close()

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of its own to the same database: one per task, results own theirs."""
        with self._opening:  # two threads may ask at once
            return self.connection.cursor()

    @contextlib.contextmanager
    def _work(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor for a statement of a stage, which `interrupt` may stop."""
        with _explained(), contextlib.closing(self.cursor()) as cursor:
            self._running.add(cursor)
            try:
                yield cursor
            finally:
                self._running.discard(cursor)

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query whose result is small."""
        with _explained(), contextlib.closing(self.cursor()) as cursor:
            return cursor.execute(sql, list(params)).fetchall()

    def scalar(self, sql: str, params: Sequence[Any] = ()) -> Any:
        """First column of the first row; None when there is no row."""
        found = self.rows(sql, params)
        return found[0][0] if found else None

    def run(self, sql: str, params: Sequence[Any] = ()) -> None:
        """A statement whose result does not matter."""
        with self._work() as cursor:
            cursor.execute(sql, list(params)).fetchall()

    def arrow(self, sql: str, rows: int = BATCH_ROWS) -> Iterator[pa.RecordBatch]:
        """The result as a stream of record batches of at most `rows` rows."""
        with self._work() as cursor:
            yield from cursor.sql(sql).to_arrow_reader(rows)

    def table(self, sql: str) -> pa.Table:
        """The whole result as an Arrow table: for results known to be small."""
        with _explained(), contextlib.closing(self.cursor()) as cursor:
            return cursor.sql(sql).to_arrow_table()

    # -- versions of logical tables

    def begin(self, version: str) -> None:
        """Name the version (a fingerprint) that the tables written from now on belong to."""
        self.version = version

    def create(self, name: str, select: str) -> int:
        """Make the current version of `name` from a SELECT, point the view at it; returns rows."""
        physical = _physical(name, self.version)
        with self._work() as cursor:
            cursor.execute(f"create or replace table {quote(physical)} as {select}").fetchall()
        self._stamp(physical)
        return self._publish(name, physical)

    def write(self, name: str, schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> int:
        """Make the current version of `name` from a stream of batches; returns rows.

        The stream is pulled by the database: memory stays at a few batches. An exception raised by
        the stream comes out as itself, not wrapped. The stream may read this same database through
        `arrow`.
        """
        physical = _physical(name, self.version)
        stream = _Relay(batches)
        reader = pa.RecordBatchReader.from_batches(schema, iter(stream))
        with self._work() as cursor:
            cursor.register("incoming", reader)
            try:
                cursor.execute(
                    f"create or replace table {quote(physical)} as select * from incoming"
                ).fetchall()
            except duckdb.Error:
                if stream.error is not None:
                    raise stream.error from None
                raise
            finally:
                cursor.unregister("incoming")
        if stream.error is not None:
            raise stream.error
        self._stamp(physical)
        return self._publish(name, physical)

    def _stamp(self, physical: str) -> None:
        # Tables of snapshots keep their name when they are taken anew: the name is no content.
        self._made[physical] = uuid.uuid4().hex
        self.run("insert or replace into _made values (?, ?)", [physical, self._made[physical]])

    def made(self, physical: str) -> str:
        """Names the making of a table version: another one after it was made anew."""
        return self._made.get(physical, "")

    def shown(self) -> dict[str, str]:
        """Every logical table, and the version it shows now."""
        return dict(self._current)

    def _publish(self, name: str, physical: str) -> int:
        # Also when the name stays the same: a version made anew may have other columns.
        self.run(f"create or replace view {quote(name)} as select * from {quote(physical)}")
        if self._current.get(name) != physical:
            self.run("insert or replace into _current values (?, ?)", [name, physical])
            self._current[name] = physical
        self._known |= {name, physical}
        return self.count(physical)

    def same_as(self, name: str, other: str) -> int:
        """Make the current version of `name` the very table that `other` is now."""
        return self._publish(name, self.physical(other))

    def physical(self, name: str) -> str:
        """The table that `name` shows now; raises KeyError if there is none."""
        return self._current[name]

    def point(self, name: str, physical: str) -> bool:
        """Let `name` show a table made earlier; False if that was thrown away."""
        if not self.exists(physical):
            return False
        if self._current.get(name) != physical:
            self._publish(name, physical)
        return True

    def exists(self, name: str) -> bool:
        """Whether a table or view of this name exists."""
        # Looking into the catalogue costs some 10 ms, and a pipeline asks hundreds of times: what
        # was published here is remembered.
        sql = "select count(*) from duckdb_columns() where table_name = ?"
        return name in self._known or bool(self.scalar(sql, [name]))

    def columns(self, name: str) -> list[str]:
        """Column names of a table or view, in order."""
        return [
            row[0]
            for row in self.rows(
                "select column_name from duckdb_columns() where table_name = ?"
                " order by column_index",
                [name],
            )
        ]

    def count(self, name: str) -> int:
        """Number of rows; 0 if there is no such table."""
        return int(self.scalar(f"select count(*) from {quote(name)}")) if self.exists(name) else 0

    def cells(self) -> dict[str, int]:
        """About how many cells every table version holds."""
        return dict(
            self.rows("select table_name, estimated_size * column_count from duckdb_tables()")
        )

    def old_versions(self, keep: Collection[str]) -> list[str]:
        """Every table version, or rest of one, that is neither shown now nor in `keep`."""
        listed = self.rows(
            "select table_name from duckdb_tables() where table_name like '%\\_\\_%' escape '\\'"
        )
        kept = {*keep, *self._current.values()}
        return [row[0] for row in listed if row[0] not in kept]

    def drop(self, physical: str) -> None:
        """Throw a table version away; who reads it now reads on."""
        self._known.discard(physical)
        self._made.pop(physical, None)
        self.run(f"drop table {quote(physical)}")
        self.run("delete from _made where physical = ?", [physical])

    def checkpoint(self) -> None:
        """Give the room of what was dropped back, as far as nobody reads the database now."""
        with contextlib.suppress(duckdb.TransactionException):
            self.run("checkpoint")

    def interrupt(self) -> None:
        """Stop the statements that make tables; called from another thread. They end as
        `Cancelled`; reading (`rows`, `table`) goes on."""
        for connection in [self.connection, *self._running]:
            connection.interrupt()


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    """The world's troubles as sentences; every other error of the database is a bug of ours."""
    try:
        yield
    except duckdb.InterruptException:
        raise Cancelled from None
    except duckdb.OutOfMemoryException as error:
        raise ProjectError(
            Text(
                "The staging database needs more memory than it may use.",
                "پایگاه میانی بیش از حافظه‌ی مجاز جا می‌خواهد.",
            ),
            hint=Text(
                "Close other programs, or leave out tables that are not needed; then run again.",
                "برنامه‌های دیگر را ببندید یا جدول‌هایی را که لازم نیستند کنار "
                "بگذارید و دوباره اجرا کنید.",
            ),
            reason=str(error),
        ) from error
    except (duckdb.IOException, duckdb.TransactionException, duckdb.FatalException) as error:
        # A COMMIT that finds no room is no IOException, nor is what is said after it.
        if not isinstance(error, duckdb.IOException) and not _OF_DISK.search(str(error)):
            raise
        raise ProjectError(
            Text(
                "The staging database cannot be written: the disk may be full.",
                "در پایگاه میانی نمی‌شود نوشت: شاید دیسک پر باشد.",
            ),
            hint=Text(
                "Free some space where the project lies, then try again.",
                "در دیسکی که پروژه در آن است جا باز کنید و دوباره بکوشید.",
            ),
            reason=str(error),
        ) from error


class _Relay:
    """Hands batches on and remembers the exception that ended the stream: DuckDB would wrap it."""

    def __init__(self, batches: Iterable[pa.RecordBatch]) -> None:
        self._batches = batches
        self.error: BaseException | None = None

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        try:
            yield from self._batches
        except (Exception, Cancelled) as error:
            self.error = error
            raise RuntimeError("stream ended") from error


def _physical(name: str, version: str) -> str:
    return f"{name}__{version[:8]}"
