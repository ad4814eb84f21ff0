"""SQLite: ADBC, which moves columns into prepared statements.

The ledger goes through the same connection: Python's own sqlite3 is another copy of the library,
and two copies in one process lose each other's file locks when one of them closes the file
(sqlite.org/howtocorrupt.html, section 2.2.1). So this session is closed before anything else
opens the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
from sqlalchemy import Engine

from migrator.databases import arrow, sqlite_select
from migrator.databases.trouble import words
from migrator.model.schema import Entity, Field, FieldType
from migrator.targets.sql.csvbytes import decoded, zero_or_one
from migrator.targets.sql.session import Session

_ADBC_WORDS = re.compile(r"^[A-Z_]+: (failed to (execute( query)?|reset statement): )?", re.I)
_CODES = (
    ("NOT NULL constraint", "SQLITE_CONSTRAINT_NOTNULL"),
    ("UNIQUE constraint", "SQLITE_CONSTRAINT_UNIQUE"),
    ("CHECK constraint", "SQLITE_CONSTRAINT_CHECK"),
    ("FOREIGN KEY constraint", "SQLITE_CONSTRAINT_FOREIGNKEY"),
    ("datatype mismatch", "SQLITE_MISMATCH"),
)


class SqliteSession(Session):
    """Values are bound as text and stored as the column's affinity says: numbers as numbers."""

    dialect = "sqlite"
    begin_sql = "begin immediate"

    def __init__(self, engine: Engine) -> None:
        self._raw: Any = arrow.connect(engine)
        self._raw.adbc_connection.set_autocommit(True)  # BEGIN and COMMIT are ours
        self.execute("pragma cache_size=-64000")  # KiB: a batch and the upper index pages fit

    def execute(self, sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """See Session."""
        with self._raw.cursor() as cursor:
            cursor.execute(sql, tuple(params) or None)
            return list(cursor.fetchall()) if cursor.description else []

    def insert(self, table: str, fields: Sequence[Field], rows: pa.Table) -> None:
        """See Session."""
        arrays = [_bound(rows.column(n), field) for n, field in enumerate(fields)]
        columns = ", ".join(self.quote(field.name) for field in fields)
        marks = ", ".join("?" * len(fields))
        data = pa.table(arrays, names=[f"c{n}" for n in range(len(fields))]).combine_chunks()
        with self._raw.cursor() as cursor:
            for batch in data.to_batches():
                cursor.executemany(f"insert into {table} ({columns}) values ({marks})", batch)

    def select(self, sql: str, fields: Sequence[Field]) -> pa.Table:
        """See Session."""
        with self._raw.cursor() as cursor:
            cursor.execute(sqlite_select.kinds_sql(sql, len(fields)))
            plan = sqlite_select.plan(cursor.fetchone(), len(fields))
            cursor.execute(sqlite_select.text_sql(sql, plan))
            found = cursor.fetch_arrow_table().combine_chunks().slice(1)  # row 1 tells the types
        names = [field.name for field in fields]
        if not found.num_rows:
            return pa.table([pa.array([], pa.string())] * len(fields), names=names)
        arrays, _ = sqlite_select.assemble(found.to_batches()[0], plan, fields)
        return pa.table(arrays, names=names)

    def words(self, error: BaseException) -> tuple[str, str]:
        """See Session. ADBC keeps SQLite's words, but not its code (rescode.html)."""
        code, text = words(error)
        text = _ADBC_WORDS.sub("", text)
        return next((known for start, known in _CODES if text.startswith(start)), code), text

    def next_ids(self, entity: Entity, count: int) -> list[int]:
        """See Session. The write lock is held: nobody else can count."""
        key, table = self.quote(entity.primary_key[0]), self.quote(entity.name)
        last = int(self.execute(f"select coalesce(max({key}), 0) from {table}")[0][0])
        if self.execute("select 1 from sqlite_master where name = 'sqlite_sequence'"):
            row = self.execute("select seq from sqlite_sequence where name = ?", (entity.name,))
            last = max(last, int(row[0][0]) if row else 0)
        return list(range(last + 1, last + count + 1))

    def close(self) -> None:
        """See Session."""
        self._raw.close()


def _bound(column: pa.ChunkedArray, field: Field) -> pa.Array:
    if field.type is FieldType.BINARY:
        return decoded(column)
    if field.type is FieldType.BOOLEAN:
        return zero_or_one(column).combine_chunks()
    return column.combine_chunks()
