"""MariaDB and MySQL: LOAD DATA LOCAL, checked, with INSERT as the judge of refused rows.

LOAD DATA LOCAL never stops at a bad row: like INSERT IGNORE it skips or bends it and leaves a
warning. So its rows count only when it took all of them without one warning; otherwise they are
taken back and sent as INSERT, which refuses in strict mode.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, cast

import pyarrow as pa
import pyarrow.compute as pc
import pymysql
import pymysql.connections
from sqlalchemy import Engine

from migrator.databases import canonical
from migrator.model.schema import Entity, Field, FieldType
from migrator.targets.sql.content import without_zone
from migrator.targets.sql.csvbytes import csv_bytes, zero_or_one
from migrator.targets.sql.session import Session

_LOCAL_REFUSED = {1017, 1148, 2068, 3948, 4166}  # LOAD DATA LOCAL switched off, here or there
_PACKET = 1 << 16
_OFFERED: dict[str, tuple[pa.Buffer, Callable[[], None]]] = {}
_INSERT_BYTES = 1 << 20
_INSERT_ROWS = 1000
_FEW_ROWS = 50  # below this an INSERT is as quick


def _send_offered(filename: bytes | str, connection: Any) -> None:
    """Answer the server's wish for a "local file" with bytes from memory; never with a file. A
    hostile server may ask for any file of this machine (the manual's security note on LOCAL), and
    rows in a temporary file would outlive a crash."""
    name = filename.decode() if isinstance(filename, bytes) else filename
    body, sent = _OFFERED.get(name, (None, None))
    if body is None or sent is None:
        raise pymysql.err.OperationalError(1017, "The server asked for a file: not sent.")
    view = memoryview(body)
    for start in range(0, len(view), _PACKET):
        connection.write_packet(view[start : start + _PACKET].tobytes())
    sent()


# PyMySQL has no other way to send rows from memory. Where it does not know this name any more the
# offered name is no file, LOAD DATA is refused, and rows go by INSERT.
pymysql.connections._send_local_file = _send_offered


class MysqlSession(Session):
    """A PyMySQL connection in autocommit: transactions are begun and ended in words."""

    dialect = "mysql"
    begin_sql = "start transaction"
    share_lock = " lock in share mode"
    update_lock = " for update"
    temporary = "create temporary table {name} engine=InnoDB as {select}"
    # Without the word TEMPORARY a DROP would commit the transaction.
    drop_temporary = "drop temporary table {exists} {name}"

    def __init__(self, engine: Engine) -> None:
        self._pooled = engine.raw_connection()
        self._raw = cast(Any, self._pooled.driver_connection)
        self._pooled.detach()  # ours alone, and closed for good with `close`
        self._raw.autocommit(True)
        # Gap locks keep others from counting on where we count.
        self.execute("set session transaction isolation level repeatable read")
        self._local = True

    def execute(self, sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """See Session."""
        with self._raw.cursor() as cursor:
            cursor.execute(sql.replace("?", "%s") if params else sql, tuple(params) or None)
            return list(cursor.fetchall()) if cursor.description else []

    def insert(self, table: str, fields: Sequence[Field], rows: pa.Table) -> None:
        """See Session."""
        for place, field in enumerate(fields):
            column = rows.column(place)
            if field.type is FieldType.BOOLEAN:
                column = zero_or_one(column)
            elif field.type is FieldType.DATETIME:
                column = without_zone(column.combine_chunks(), field)
            rows = rows.set_column(place, field.name, column)
        if not (self._local and rows.num_rows >= _FEW_ROWS and self._load(table, fields, rows)):
            self._insert(table, fields, rows)

    def _load(self, table: str, fields: Sequence[Field], rows: pa.Table) -> bool:
        """Whether LOAD DATA took all rows as they are; if not, nothing of it is left."""
        name = f"rows-{uuid.uuid4().hex}"
        _OFFERED[name] = csv_bytes(_escaped(rows)), self.use_the_wait
        marks = [f"@v{n}" if f.type is FieldType.BINARY else self.quote(f.name) for n, f in
                 enumerate(fields)]  # fmt: skip
        sets = [f"{self.quote(f.name)} = from_base64(@v{n})" for n, f in enumerate(fields)
                if f.type is FieldType.BINARY]  # fmt: skip
        sql = (
            f"load data local infile '{name}' into table {table} character set utf8mb4"
            " fields terminated by ',' optionally enclosed by '\"' escaped by '\\\\'"
            f" lines terminated by '\\n' ({', '.join(marks)})"
            + (f" set {', '.join(sets)}" if sets else "")
        )
        self.execute("savepoint kooch_load")
        try:
            with self._raw.cursor() as cursor:
                taken = cursor.execute(sql)
                clean = taken == rows.num_rows and cursor.warning_count == 0
        except pymysql.Error as error:
            if not error.args or error.args[0] not in _LOCAL_REFUSED:
                raise
            self._local = clean = False
        finally:
            del _OFFERED[name]
        if not clean:
            self.execute("rollback to savepoint kooch_load")
        return bool(clean)

    def _insert(self, table: str, fields: Sequence[Field], rows: pa.Table) -> None:
        columns = ", ".join(self.quote(field.name) for field in fields)
        head = f"insert into {table} ({columns}) values "
        waiting: list[str] = []
        size = 0
        for row in zip(*(_literals(self._raw, rows.column(n), f) for n, f in enumerate(fields)),
                       strict=True):  # fmt: skip
            waiting.append(f"({', '.join(row)})")
            size += len(waiting[-1])
            if size > _INSERT_BYTES or len(waiting) >= _INSERT_ROWS:
                self.execute(head + ", ".join(waiting))
                waiting, size = [], 0
        if waiting:
            self.execute(head + ", ".join(waiting))

    def select(self, sql: str, fields: Sequence[Field]) -> pa.Table:
        """See Session."""
        decoders, self._raw.decoders = self._raw.decoders, {}
        try:
            rows = self.execute(sql)
        finally:
            self._raw.decoders = decoders
        columns = list(zip(*rows, strict=True)) or [()] * len(fields)
        arrays = [
            canonical.finish(canonical.from_values(values, field), field)
            for values, field in zip(columns, fields, strict=True)
        ]
        return pa.table(arrays, names=[field.name for field in fields])

    def next_ids(self, entity: Entity, count: int) -> list[int]:
        """See Session. Reading the highest key FOR UPDATE locks the gap above it, so that no other
        transaction can insert there until ours ends."""
        key, table = self.quote(entity.primary_key[0]), self.quote(entity.name)
        last = int(self.execute(f"select coalesce(max({key}), 0) from {table} for update")[0][0])
        row = self.execute(
            "select auto_increment from information_schema.tables"
            " where table_schema = database() and table_name = ?",
            (entity.name,),
        )
        last = max(last, int(row[0][0] or 1) - 1 if row else 0)
        return list(range(last + 1, last + count + 1))

    def join_update(self, table: str, other: str, on: str, sets: Sequence[tuple[str, str]]) -> str:
        """See Session."""
        assigned = ", ".join(f"t.{column} = {value}" for column, value in sets)
        return f"update {table} t join {other} n on {on} set {assigned}"

    def prepare_ledger(self, statements: Sequence[str]) -> None:
        """See Session: DDL commits by itself here, so a named lock keeps others out."""
        self.execute("select get_lock('kooch_ledger', 30)")
        try:
            for statement in statements:
                self.execute(statement)
        finally:
            with suppress(pymysql.Error):
                self.execute("select release_lock('kooch_ledger')")

    def close(self) -> None:
        """See Session."""
        with suppress(pymysql.Error, OSError):
            self._raw.close()


def _escaped(rows: pa.Table) -> pa.Table:
    """Text for LOAD DATA: backslashes doubled, NULL as `\\N`."""
    columns = []
    for column in rows.columns:
        text = column.cast(pa.string())
        text = pc.replace_substring(text, "\\", "\\\\")
        columns.append(pc.fill_null(text, "\\N"))
    return pa.table(columns, names=rows.column_names)


def _literals(raw: Any, column: pa.ChunkedArray, field: Field) -> list[str]:
    values = column.to_pylist()
    form = "from_base64({})" if field.type is FieldType.BINARY else "{}"
    return ["null" if v is None else form.format(raw.escape(v)) for v in values]
