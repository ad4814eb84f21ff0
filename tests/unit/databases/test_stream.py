"""Canonical text, from every kind of column of every database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from migrator.databases.engine import close_engine, driver_sql, open_engine, quote
from migrator.databases.stream import stream, undecodable
from migrator.databases.url import parse
from migrator.model.schema import Field
from migrator.model.schema import FieldType as T

Cases = list[tuple[str, T, str, str | None]]  # native type, our type, SQL literal, expected text


def read(engine: Engine, sql: str, *fields: Field, rows: int = 65_536) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for b in stream(engine, sql, fields, rows) for row in b.to_pylist()]


def run(engine: Engine, *statements: str) -> None:
    with engine.begin() as connection:
        for statement in statements:
            driver_sql(connection, statement)


POSTGRES: Cases = [
    ("numeric", T.DECIMAL, "12345678901234567890.123456789", "12345678901234567890.123456789"),
    ("numeric(10,2)", T.DECIMAL, "5", "5.00"),
    ("money", T.DECIMAL, "'1,234.50'", "1234.50"),
    ("double precision", T.FLOAT, "0.1", "0.1"),
    ("real", T.FLOAT, "0.1", "0.1"),
    ("bigint", T.INTEGER, "-9223372036854775808", "-9223372036854775808"),
    ("boolean", T.BOOLEAN, "false", "false"),
    ("text", T.TEXT, "''", ""),
    ("text", T.TEXT, "E'a\\nb'", "a\nb"),
    ("char(5)", T.TEXT, "'ab'", "ab"),
    ("bytea", T.BINARY, "decode(repeat('ab', 60), 'hex')", "q6ur" * 20),
    ("bytea", T.BINARY, "''", ""),
    ("date", T.DATE, "'2024-03-20'", "2024-03-20"),
    ("time", T.TIME, "'13:05'", "13:05:00"),
    ("timetz", T.TIME, "'13:05:00.50+03:30'", "13:05:00.5+03:30"),
    ("timestamp", T.DATETIME, "'2024-03-20 13:05:00.120'", "2024-03-20T13:05:00.12"),
    ("timestamp", T.DATETIME, "'2024-03-20 13:05:10'", "2024-03-20T13:05:10"),
    ("timestamptz", T.DATETIME, "'2024-03-20 13:05+03:30'", "2024-03-20T09:35:00+00:00"),
    ("uuid", T.UUID, "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'",
     "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
    ("jsonb", T.TEXT, "'{\"a\": [1]}'", '{"a": [1]}'),
    ("integer[]", T.TEXT, "'{1,2}'", "{1,2}"),
    ("interval", T.TEXT, "'26 hours'", "26:00:00"),
    ("inet", T.TEXT, "'10.0.0.1'", "10.0.0.1/32"),
    ("numeric", T.DECIMAL, "null", None),
]  # fmt: skip
MARIA: Cases = [
    ("decimal(38,10)", T.DECIMAL, "1234567890123456789012345678.0123456789",
     "1234567890123456789012345678.0123456789"),
    ("decimal(10,2)", T.DECIMAL, "5", "5.00"),
    ("double", T.FLOAT, "0.1e0", "0.1"),
    ("double", T.FLOAT, "1234567.891", "1234567.891"),
    ("bigint unsigned", T.INTEGER, "18446744073709551615", "18446744073709551615"),
    ("boolean", T.BOOLEAN, "true", "true"),
    ("text character set utf8mb4", T.TEXT, "'سلام 😀'", "سلام 😀"),
    ("text", T.TEXT, "''", ""),
    ("blob", T.BINARY, "repeat('ab', 4)", "YWJhYmFiYWI="),
    ("blob", T.BINARY, "x'00ff'", "AP8="),
    ("date", T.DATE, "'2024-03-20'", "2024-03-20"),
    ("time", T.TIME, "'-100:05:00'", "-100:05:00"),
    ("time(6)", T.TIME, "'13:05:00.5'", "13:05:00.5"),
    ("datetime(6)", T.DATETIME, "'2024-03-20 13:05:10'", "2024-03-20T13:05:10"),
    ("timestamp null", T.DATETIME, "'2024-03-20 13:05:10'", "2024-03-20T13:05:10"),
    ("uuid", T.UUID, "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'",
     "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
    ("json", T.TEXT, "'{\"a\":1}'", '{"a":1}'),
    ("year", T.INTEGER, "2024", "2024"),
    ("enum('ok','bad')", T.TEXT, "'bad'", "bad"),
    ("int", T.INTEGER, "null", None),
]  # fmt: skip
SQLITE: Cases = [
    ("", T.TEXT, "'00123'", "00123"),
    ("", T.TEXT, "1.5", "1.5"),
    ("", T.TEXT, "x'00ff'", "AP8="),
    ("text", T.TEXT, "''", ""),
    ("integer", T.INTEGER, "'abc'", "abc"),
    ("integer", T.INTEGER, "9223372036854775807", "9223372036854775807"),
    ("real", T.FLOAT, "1", "1.0"),
    ("real", T.FLOAT, "0.1", "0.1"),
    ("real", T.FLOAT, "0.1 + 0.2", "0.30000000000000004"),
    ("real", T.FLOAT, "1e15", "1000000000000000.0"),
    ("real", T.FLOAT, "1e300", "1e+300"),
    ("real", T.FLOAT, "9e999", "Infinity"),
    ("decimal(19,4)", T.DECIMAL, "1e17", "100000000000000000"),
    ("decimal(19,4)", T.DECIMAL, "0.00001", "0.00001"),
    ("boolean", T.BOOLEAN, "1", "true"),
    ("boolean", T.BOOLEAN, "'maybe'", "maybe"),
    ("datetime", T.DATETIME, "'1996-07-04 00:00:00.000'", "1996-07-04T00:00:00"),
    ("datetime", T.DATETIME, "'20.03.2020'", "20.03.2020"),
    ("datetime", T.DATETIME, "'2020-03-20'", "2020-03-20"),
    ("blob", T.BINARY, "'text'", "text"),
    ("text", T.TEXT, "null", None),
]


def check(url: str, cases: Cases) -> None:
    """All cases in one table: one row of values between two rows of NULLs."""
    engine = open_engine(parse(url))
    columns = ", ".join(f"c{n} {case[0]}" for n, case in enumerate(cases))
    fields = [Field(f"c{n}", case[1]) for n, case in enumerate(cases)]
    names = ", ".join(field.name for field in fields)
    run(
        engine,
        f"create table t (id int primary key, {columns})",
        "insert into t (id) values (1), (3)",
        f"insert into t (id, {names}) values (2, {', '.join(case[2] for case in cases)})",
    )
    first, middle, last = read(engine, f"select {names} from t order by id", *fields, rows=2)
    close_engine(engine)
    assert first == last == (None,) * len(cases)
    found = [(case[0], case[2], text) for case, text in zip(cases, middle, strict=True)]
    assert found == [(case[0], case[2], case[3]) for case in cases]


@pytest.mark.server
def test_postgresql_types(postgres_url: str) -> None:
    check(postgres_url, POSTGRES)


@pytest.mark.server
def test_mariadb_types(mariadb_url: str) -> None:
    check(mariadb_url, MARIA)


def test_sqlite_kinds(tmp_path: Path) -> None:
    check(str(tmp_path / "a.db"), SQLITE)


def test_sqlite_kinds_by_rows(tmp_path: Path) -> None:
    """The guarded way of views gives the same text as the fast way of tables."""
    path = str(tmp_path / "a.db")
    check(path, SQLITE)
    fields = [Field(f"c{n}", case[1]) for n, case in enumerate(SQLITE)]
    engine = open_engine(parse(path))
    names = ", ".join(field.name for field in fields)
    sql = f"select {names} from t order by id"
    guarded = [b.to_pylist() for b in stream(engine, sql, fields, guarded=True)]
    fast = [b.to_pylist() for b in stream(engine, sql, fields)]
    assert guarded == fast
    close_engine(engine)


def test_types_change_late_in_sqlite(tmp_path: Path) -> None:
    """Thousands of NULLs and integers first: what comes later must neither fail nor change."""
    engine = open_engine(parse(str(tmp_path / "a.db")))
    run(
        engine,
        "create table t (id integer primary key, v)",
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)"
        " insert into t select i, case when i < 2000 then null when i < 4000 then i end from n",
        "insert into t values (5001, 'late'), (5002, 2.5), (5003, x'ff')",
    )
    fields = (Field("id", T.INTEGER), Field("v"))
    rows = read(engine, "select id, v from t order by id desc", *fields, rows=1000)
    assert len(rows) == 5003
    assert rows[:3] == [("5003", "/w=="), ("5002", "2.5"), ("5001", "late")]
    assert rows[-1] == ("1", None)
    assert rows[1500] == ("3503", "3503")
    close_engine(engine)


def test_bad_bytes_are_shown_and_told(tmp_path: Path) -> None:
    engine = open_engine(parse(str(tmp_path / "a.db")))
    run(
        engine,
        "create table t (a text, b text)",
        "insert into t values ('ok', 'ok'), ('ok', cast(x'ff41' as text))",
    )
    (batch,) = stream(engine, "select a, b from t", (Field("a"), Field("b")))
    assert batch.to_pylist() == [{"a": "ok", "b": "ok"}, {"a": "ok", "b": "\\xffA"}]
    assert undecodable(batch) == [(1, 1)]
    close_engine(engine)


def test_an_empty_result_gives_no_batch(tmp_path: Path) -> None:
    engine = open_engine(parse(str(tmp_path / "a.db")))
    run(engine, "create table t (a text)")
    assert read(engine, "select a from t", Field("a")) == []
    close_engine(engine)


@pytest.mark.server
def test_hostile_names_and_order(database_url: str) -> None:
    engine = open_engine(parse(database_url))
    names = ['a"b', "per%cent %s", "co:lon :x", "sem;i--", "back`tick", "[brackets]", "کوچ"]
    table = quote(engine, 'order "by" `%s` :x; drop')
    columns = ", ".join(f"{quote(engine, name)} varchar(20)" for name in names)
    run(
        engine,
        f"create table {table} (id int primary key, {columns})",
        *(
            f"insert into {table} values ({n}, {', '.join(repr(f'{n}%s:x') for _ in names)})"
            for n in (3, 1, 2)
        ),
    )
    picked = ", ".join(quote(engine, name) for name in names)
    sql = f"select {picked} from {table} order by id desc limit 2"
    rows = read(engine, sql, *(Field(name) for name in names))
    assert rows == [("3%s:x",) * len(names), ("2%s:x",) * len(names)]
    close_engine(engine)


@pytest.mark.server
def test_mariadb_cells_of_every_length(mariadb_url: str) -> None:
    engine = open_engine(parse(mariadb_url))
    sizes = [0, 1, 250, 251, 252, 65_535, 65_536, 1_000_000]
    texts = [f"select {n} as n, repeat('x', {n}) as a, null as b, 'ی' as c" for n in sizes]
    sql = " union all ".join(texts) + " order by n"
    fields = [Field("n", T.INTEGER), Field("a"), Field("b"), Field("c")]
    expected = [(str(n), "x" * n, None, "ی") for n in sizes]
    assert read(engine, sql, *fields, rows=3) == expected
    blobs = f"select cast(repeat('x', {sizes[-1]}) as binary), null"
    ((blob, none),) = read(engine, blobs, Field("a", T.BINARY), Field("b", T.BINARY))
    assert (len(blob), none) == ((sizes[-1] + 2) // 3 * 4, None)
    close_engine(engine)


@pytest.mark.server
def test_batches_are_no_larger_than_asked(database_url: str) -> None:
    engine = open_engine(parse(database_url))
    run(
        engine,
        "create table t (id int primary key)",
        "insert into t values " + ", ".join(f"({n})" for n in range(25)),
    )
    sizes = [
        b.num_rows for b in stream(engine, "select id from t order by id", (Field("id"),), rows=10)
    ]
    assert max(sizes) <= 10
    assert sum(sizes) == 25
    close_engine(engine)


@pytest.mark.server
def test_a_stream_can_be_left_early(database_url: str) -> None:
    engine = open_engine(parse(database_url))
    run(
        engine,
        "create table t (id int primary key)",
        "insert into t values " + ", ".join(f"({n})" for n in range(500)),
    )
    found = stream(engine, "select id from t order by id", (Field("id", T.INTEGER),), rows=10)
    assert next(found).column(0)[0].as_py() == "0"
    found.close()  # type: ignore[attr-defined]
    assert len(read(engine, "select id from t", Field("id"))) == 500
    close_engine(engine)
