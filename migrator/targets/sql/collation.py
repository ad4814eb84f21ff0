"""Which texts a target calls equal, asked of the target itself; nothing is written for it."""

from __future__ import annotations

import re

import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Connection

from migrator.databases.engine import Dialect, dialect_of, driver_rows, quote_name
from migrator.model.schema import Entity, Field, FieldType
from migrator.targets.sql.content import comparable

_CHUNK = 500
_UNPADDED = re.compile(r"nopad|_0900_|^binary$")


def equal_keys(connection: Connection, entity: Entity, field: Field, values: pa.Array) -> pa.Array:
    """A text per value: two of them are the same exactly where the column of `field` would call
    the values equal. NULL stays NULL."""
    plain = comparable(values, field)
    dialect = dialect_of(connection)
    if field.type is not FieldType.TEXT or entity.relationship(field.name):
        return plain
    if dialect == "postgresql":
        return pc.utf8_lower(plain) if field.native_type.lower() == "citext" else plain
    if dialect == "sqlite":
        return _sqlite(connection, entity, field, plain)
    return _mysql(connection, entity, field, plain) if dialect == "mysql" else plain


def _sqlite(connection: Connection, entity: Entity, field: Field, values: pa.Array) -> pa.Array:
    """SQLite's three collations (datatype3.html, section 7): the column's is found by trying."""
    column, table = _quoted(field.name, "sqlite"), _quoted(entity.name, "sqlite")
    folds, trims = driver_rows(
        connection,
        f"select max(x = 'A'), max(y = 'a') from (select {column} as x, {column} as y"
        f" from {table} where 0 union all select 'a', 'a ')",
    )[0]
    if folds:
        values = pc.ascii_lower(values)
    return pc.utf8_rtrim(values, characters=" ") if trims else values


def _mysql(connection: Connection, entity: Entity, field: Field, values: pa.Array) -> pa.Array:
    """The server's own sort keys: texts with one sort key are equal there."""
    names = [name.replace("\\", "\\\\").replace("'", "''") for name in (entity.name, field.name)]
    found = driver_rows(
        connection,
        "select character_set_name, collation_name from information_schema.columns"
        f" where table_schema = database() and table_name = '{names[0]}'"
        f" and column_name = '{names[1]}'",
    )
    if not found or not found[0][1]:
        return values
    letters, collation = found[0]
    if not _UNPADDED.search(collation):
        values = pc.utf8_rtrim(values, characters=" ")
    coded = values.dictionary_encode()
    texts = coded.dictionary.to_pylist()
    keys: list[str] = []
    cursor = connection.connection.cursor()
    try:
        for start in range(0, len(texts), _CHUNK):
            part = texts[start : start + _CHUNK]
            rows = " union all ".join(["select %s as n, %s as v"] * len(part))
            cursor.execute(
                f"select n, hex(weight_string(convert(v using {letters}) collate {collation}))"
                f" from ({rows}) q order by n",
                [value for pair in enumerate(part) for value in pair],
            )
            keys += [str(row[1]) for row in cursor.fetchall()]
    finally:
        cursor.close()
    return pa.array(keys, pa.string()).take(coded.indices)


def _quoted(name: str, dialect: Dialect) -> str:
    return quote_name(dialect, name)
