"""Types as databases write them, as types of ours: pure functions over the type's text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from migrator.databases.engine import Dialect
from migrator.model.schema import FieldType

T = FieldType
_FORM = re.compile(
    r"^\s*([^()]*?)\s*(?:\(\s*(max|\d+)?\s*(?:[ ,]\s*(-?\d+))?[^)]*\)\s*([^()]*))?$", re.IGNORECASE
)


@dataclass(frozen=True)
class Native:
    """A native type understood. `length` counts characters and is None when there is no limit."""

    type: FieldType
    length: int | None = None
    precision: int | None = None
    scale: int | None = None


_COMMON: dict[str, FieldType] = {
    "integer": T.INTEGER, "int": T.INTEGER, "bigint": T.INTEGER, "smallint": T.INTEGER,
    "mediumint": T.INTEGER, "tinyint": T.INTEGER, "int2": T.INTEGER, "int4": T.INTEGER,
    "int8": T.INTEGER, "serial": T.INTEGER, "bigserial": T.INTEGER, "year": T.INTEGER,
    "oid": T.INTEGER, "counter": T.INTEGER, "autoincrement": T.INTEGER,
    "numeric": T.DECIMAL, "decimal": T.DECIMAL, "dec": T.DECIMAL, "number": T.DECIMAL,
    "money": T.DECIMAL, "smallmoney": T.DECIMAL, "currency": T.DECIMAL, "fixed": T.DECIMAL,
    "real": T.FLOAT, "float": T.FLOAT, "double": T.FLOAT, "double precision": T.FLOAT,
    "float4": T.FLOAT, "float8": T.FLOAT,
    "boolean": T.BOOLEAN, "bool": T.BOOLEAN, "logical": T.BOOLEAN, "yesno": T.BOOLEAN,
    "date": T.DATE, "time": T.TIME, "timetz": T.TIME,
    "time without time zone": T.TIME, "time with time zone": T.TIME,
    "datetime": T.DATETIME, "timestamp": T.DATETIME, "timestamptz": T.DATETIME,
    "datetime2": T.DATETIME, "smalldatetime": T.DATETIME, "datetimeoffset": T.DATETIME,
    "timestamp without time zone": T.DATETIME, "timestamp with time zone": T.DATETIME,
    "uuid": T.UUID, "uniqueidentifier": T.UUID, "guid": T.UUID, "uuid char": T.UUID,
    "bytea": T.BINARY, "blob": T.BINARY, "tinyblob": T.BINARY, "mediumblob": T.BINARY,
    "longblob": T.BINARY, "binary": T.BINARY, "varbinary": T.BINARY, "image": T.BINARY,
    "rowversion": T.BINARY, "geometry": T.BINARY, "long varbinary": T.BINARY,
    "point": T.BINARY, "polygon": T.BINARY, "linestring": T.BINARY,
}  # fmt: skip
_LENGTHS = frozenset({
    "char", "character", "varchar", "character varying", "nchar", "nvarchar", "bpchar", "varchar2",
    "nvarchar2", "native character", "varying character", "text", "ntext",
})  # fmt: skip
# SQLite takes any word as a type: what is not known by name is judged by its parts.
_SQLITE_PARTS: tuple[tuple[str, FieldType], ...] = (
    ("bool", T.BOOLEAN), ("guid", T.UUID), ("datetime", T.DATETIME), ("timestamp", T.DATETIME),
    ("int", T.INTEGER), ("char", T.TEXT), ("clob", T.TEXT), ("text", T.TEXT), ("blob", T.BINARY),
    ("binary", T.BINARY), ("real", T.FLOAT), ("floa", T.FLOAT), ("doub", T.FLOAT),
    ("dec", T.DECIMAL), ("num", T.DECIMAL), ("money", T.DECIMAL),
)  # fmt: skip


def understand(native: str, dialect: Dialect) -> Native:
    """What `native` (`varchar(40)`, `tinyint(1) unsigned`, `timestamp(6) with time zone` ...) means
    in this dialect; anything unknown is TEXT."""
    match = _FORM.match(native)
    if match is None:
        return Native(T.TEXT)
    word, first, second, rest = match.groups()
    name = " ".join(word.lower().split())
    number = int(first) if first and first.isdigit() else None
    if dialect == "postgresql" and name in ("point", "polygon", "geometry"):
        return Native(T.TEXT)
    if name in ("bit", "tinyint"):
        return Native(_bit_or_tiny(name, number, dialect))
    name = _whole_name(name, rest)
    found = _COMMON.get(name) or _by_parts(name, dialect)
    if found is T.DECIMAL and number is not None:
        return Native(T.DECIMAL, None, number, int(second) if second else 0)
    if found is T.TEXT and name in _LENGTHS:
        return Native(T.TEXT, number)
    return Native(found)


def column_sql(quoted: str, native: str, dialect: Dialect) -> str:
    """How to select a column so that nothing of its value is lost: MySQL prints a FLOAT with six
    digits only, and BIT(n) as bytes."""
    word = native.lower().partition("(")[0].split(" ")[0]
    if dialect == "mysql" and word == "float":
        return f"{quoted} + 0e0"
    if dialect == "mysql" and word == "bit":
        return f"{quoted} + 0"
    return quoted


def _whole_name(name: str, rest: str | None) -> str:
    """`timestamp(6) with time zone` has its name around the brackets; `int(10) unsigned` not."""
    whole = f"{name} {rest or ''}".strip().lower()
    return whole if whole in _COMMON else name.removesuffix(" unsigned").removesuffix(" zerofill")


def _bit_or_tiny(name: str, number: int | None, dialect: Dialect) -> FieldType:
    if name == "tinyint":
        return T.BOOLEAN if dialect == "mysql" and number == 1 else T.INTEGER
    if dialect == "postgresql":
        return T.TEXT  # a string of bits
    return T.BOOLEAN if number in (None, 1) else T.INTEGER


def _by_parts(name: str, dialect: Dialect) -> FieldType:
    if dialect == "sqlite":
        return next((kind for part, kind in _SQLITE_PARTS if part in name), T.TEXT)
    return T.TEXT
