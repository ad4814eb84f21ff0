"""PostgreSQL: COPY of CSV bytes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import pyarrow as pa
from sqlalchemy import Engine

from migrator.databases import canonical
from migrator.errors import TargetError
from migrator.model.schema import Entity, Field, FieldType
from migrator.model.text import Text
from migrator.targets.sql.csvbytes import csv_bytes, decoded
from migrator.targets.sql.session import Session

_LEDGER_LOCK = 0x6B6F6F6368  # "kooch"
_PIECE_ROWS = 2_000


class PostgresSession(Session):
    """A psycopg connection in autocommit: transactions are begun and ended in words."""

    dialect = "postgresql"
    # Constraints that wait for COMMIT would refuse a whole batch there, naming no row.
    begin_sql = "begin; set constraints all immediate"
    share_lock = " for share"
    update_lock = " for update of t"
    drop_temporary = "drop table {exists} pg_temp.{name}"

    def __init__(self, engine: Engine) -> None:
        self._pooled = engine.raw_connection()
        self._raw = cast(Any, self._pooled.driver_connection)
        self._pooled.detach()  # ours alone, and closed for good with `close`
        self._raw.autocommit = True
        self.execute("set lock_timeout to '30s'")

    def execute(self, sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """See Session."""
        with self._raw.cursor() as cursor:
            cursor.execute(sql.replace("?", "%s") if params else sql, params or None)
            return list(cursor.fetchall()) if cursor.description else []

    def insert(self, table: str, fields: Sequence[Field], rows: pa.Table) -> None:
        """See Session. COPY gives identity columns the values that are sent."""
        for place, field in enumerate(fields):
            if field.type is FieldType.BINARY:
                values = decoded(rows.column(place)).to_pylist()
                text = [None if value is None else "\\x" + value.hex() for value in values]
                rows = rows.set_column(place, field.name, pa.array(text, pa.string()))
        columns = ", ".join(self.quote(field.name) for field in fields)
        with (
            self._raw.cursor() as cursor,
            cursor.copy(f"copy {table} ({columns}) from stdin (format csv)") as copy,
        ):
            # The server takes the rows of one piece in while the next one is made.
            for start in range(0, rows.num_rows, _PIECE_ROWS):
                copy.write(memoryview(csv_bytes(rows.slice(start, _PIECE_ROWS))))
            self.use_the_wait()

    def select(self, sql: str, fields: Sequence[Field]) -> pa.Table:
        """See Session."""
        names = [f"c{n}" for n in range(len(fields))]
        texts = [_text(name, field) for name, field in zip(names, fields, strict=True)]
        rows = self.execute(
            f"with q({', '.join(names)}) as ({sql}) select {', '.join(texts)} from q"
        )
        columns = list(zip(*rows, strict=True)) or [()] * len(fields)
        arrays = [
            canonical.finish(pa.array(values, pa.string()), field)
            for values, field in zip(columns, fields, strict=True)
        ]
        return pa.table(arrays, names=[field.name for field in fields])

    def next_ids(self, entity: Entity, count: int) -> list[int]:
        """See Session. Taken from the sequence: what is not used leaves a gap, never a double."""
        key = entity.primary_key[0]
        found = self.execute("select pg_get_serial_sequence(?, ?)", (self.quote(entity.name), key))[
            0
        ][0]
        if found is None:
            raise TargetError(
                Text(
                    f"{entity.name}.{key} is not counted by a sequence of its own.",
                    f"ستون «{entity.name}.{key}» شمارنده‌ی خودش را ندارد.",
                ),
                hint=Text(f"Map a field to {key}.", f"فیلدی را به «{key}» نگاشت کنید."),
                entity=entity.name,
            )
        rows = self.execute(
            "select nextval(?::regclass) from generate_series(1, ?)", (found, count)
        )
        return [int(row[0]) for row in rows]

    def _sequence(self, entity: Entity) -> str | None:
        """The sequence behind the primary key, quoted as SQL wants it."""
        names = (self.quote(entity.name), entity.primary_key[0])
        found = self.execute("select pg_get_serial_sequence(?, ?)", names)[0][0]
        return None if found is None else str(found)

    def advance_counter(self, entity: Entity) -> None:
        """See Session."""
        sequence = self._sequence(entity)
        if sequence is not None:
            key, table = self.quote(entity.primary_key[0]), self.quote(entity.name)
            highest = self.execute(f"select max({key}) from {table}")[0][0]
            last = self.execute(f"select last_value from {sequence}")[0][0]
            if highest is not None and highest > last:
                self.execute("select setval(?::regclass, ?)", (sequence, highest))

    def prepare_ledger(self, statements: Sequence[str]) -> None:
        """See Session: `create table if not exists` alone races with a dying predecessor."""
        with self.transaction():
            self.execute(f"select pg_advisory_xact_lock({_LEDGER_LOCK})")
            for statement in statements:
                self.execute(statement)

    def close(self) -> None:
        """See Session."""
        self._raw.close()


def _text(name: str, field: Field) -> str:
    if field.type is FieldType.BINARY:
        return f"translate(encode({name}, 'base64'), E'\\n', '')"
    return f"{name}::text"
