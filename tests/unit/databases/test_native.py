"""Native types as types of ours."""

from __future__ import annotations

import pytest

from migrator.databases.engine import Dialect
from migrator.databases.native import Native, column_sql, understand
from migrator.model.schema import FieldType as T


@pytest.mark.parametrize(
    ("native", "dialect", "expected"),
    [
        ("character varying(40)", "postgresql", Native(T.TEXT, 40)),
        ("text", "postgresql", Native(T.TEXT)),
        ("numeric(10,2)", "postgresql", Native(T.DECIMAL, None, 10, 2)),
        ("numeric", "postgresql", Native(T.DECIMAL)),
        ("timestamp(3) with time zone", "postgresql", Native(T.DATETIME)),
        ("timestamp without time zone", "postgresql", Native(T.DATETIME)),
        ("time(6) without time zone", "postgresql", Native(T.TIME)),
        ("double precision", "postgresql", Native(T.FLOAT)),
        ("bit(1)", "postgresql", Native(T.TEXT)),
        ("integer[]", "postgresql", Native(T.TEXT)),
        ("jsonb", "postgresql", Native(T.TEXT)),
        ("interval", "postgresql", Native(T.TEXT)),
        ("point", "postgresql", Native(T.TEXT)),
        ("tinyint(1)", "mysql", Native(T.BOOLEAN)),
        ("tinyint(4)", "mysql", Native(T.INTEGER)),
        ("bit(1)", "mysql", Native(T.BOOLEAN)),
        ("bit(8)", "mysql", Native(T.INTEGER)),
        ("int(10) unsigned zerofill", "mysql", Native(T.INTEGER)),
        ("bigint(20) unsigned", "mysql", Native(T.INTEGER)),
        ("decimal(19,4)", "mysql", Native(T.DECIMAL, None, 19, 4)),
        ("enum('a','b')", "mysql", Native(T.TEXT)),
        ("longtext", "mysql", Native(T.TEXT)),
        ("geometry", "mysql", Native(T.BINARY)),
        ("year(4)", "mysql", Native(T.INTEGER)),
        ("NVARCHAR(160)", "sqlite", Native(T.TEXT, 160)),
        ("UNSIGNED BIG INT", "sqlite", Native(T.INTEGER)),
        ("DECIMAL(10, 2)", "sqlite", Native(T.DECIMAL, None, 10, 2)),
        ("uuid char(36)", "sqlite", Native(T.UUID)),
        ("", "sqlite", Native(T.TEXT)),
        ("strange(1,2,3", "sqlite", Native(T.TEXT)),
        ("nvarchar(max)", "mssql", Native(T.TEXT)),
        ("uniqueidentifier", "mssql", Native(T.UUID)),
        ("bit", "mssql", Native(T.BOOLEAN)),
        ("datetime2(7)", "mssql", Native(T.DATETIME)),
    ],
)
def test_understand(native: str, dialect: Dialect, expected: Native) -> None:
    assert understand(native, dialect) == expected


@pytest.mark.parametrize(
    ("native", "dialect", "sql"),
    [
        ("float", "mysql", "c + 0e0"),
        ("float unsigned", "mysql", "c + 0e0"),
        ("bit(1)", "mysql", "c + 0"),
        ("double", "mysql", "c"),
        ("float", "postgresql", "c"),
    ],
)
def test_columns_that_the_server_would_cut(native: str, dialect: Dialect, sql: str) -> None:
    assert column_sql("c", native, dialect) == sql
