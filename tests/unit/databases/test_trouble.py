"""Database errors: whose fault, and in which words."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pymysql
import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from migrator.databases import arrow, codes
from migrator.databases.engine import close_engine, dialect_of, open_engine
from migrator.databases.trouble import DRIVER_ERRORS, classify, explain, explained, words
from migrator.databases.url import parse
from migrator.errors import SourceError, TargetError
from tests.servers import MariaServer, PostgresServer

URL = parse("postgresql://ali:hush@db.example/sales")


class PgError(psycopg.Error):
    """A PostgreSQL error of any SQLSTATE."""

    def __init__(self, state: str, message: str = "words") -> None:
        super().__init__(message)
        self.sqlstate = state


@pytest.mark.parametrize(
    ("state", "blame"),
    [
        ("23505", "conflict"), ("23503", "row"), ("23502", "row"), ("23514", "row"),
        ("22001", "row"), ("22P02", "row"), ("22003", "row"), ("P0001", "row"), ("54000", "row"),
        ("08006", "infrastructure"), ("08P01", "infrastructure"), ("40001", "infrastructure"),
        ("40P01", "infrastructure"), ("53100", "infrastructure"), ("53300", "infrastructure"),
        ("57014", "infrastructure"), ("57P01", "infrastructure"), ("58030", "infrastructure"),
        ("55P03", "infrastructure"), ("42P01", "infrastructure"), ("42501", "infrastructure"),
        ("25P02", "infrastructure"), ("XX000", "infrastructure"),
    ],
)  # fmt: skip
def test_blame_by_sqlstate(state: str, blame: str) -> None:
    assert classify(PgError(state)) == blame
    assert classify(DBAPIError("insert", {}, PgError(state))) == blame


@pytest.mark.parametrize(
    ("number", "blame"),
    [
        (1062, "conflict"), (1406, "row"), (1264, "row"), (1366, "row"), (1452, "row"),
        (4025, "row"), (3819, "row"), (1048, "row"), (1644, "row"),
        (1205, "infrastructure"), (1213, "infrastructure"), (1114, "infrastructure"),
        (1021, "infrastructure"), (2006, "infrastructure"), (2013, "infrastructure"),
        (1045, "infrastructure"), (1146, "infrastructure"), (1290, "infrastructure"),
    ],
)  # fmt: skip
def test_blame_by_mysql_number(number: int, blame: str) -> None:
    assert classify(pymysql.OperationalError(number, "words")) == blame


@pytest.mark.parametrize(
    ("number", "blame"),
    [(2627, "conflict"), (547, "row"), (8152, "row"), (50001, "row"), (1205, "infrastructure")],
)
def test_blame_by_sql_server_number(number: int, blame: str) -> None:
    assert codes.blame_number("mssql", number) == blame


SQLITE_CASES = [
    pytest.param("insert into t values (1, 'x', 1)", "conflict", id="unique"),
    pytest.param("insert into t values (2, null, 1)", "row", id="not null"),
    pytest.param("insert into t values (2, 'x', 9)", "row", id="foreign key"),
    pytest.param("insert into t values (-1, 'x', 1)", "row", id="check"),
    pytest.param("insert into t values ('no', 'x', 1)", "row", id="datatype"),
    pytest.param("insert into nope values (1)", "infrastructure", id="no table"),
]


@pytest.mark.parametrize(("sql", "blame"), SQLITE_CASES)
@pytest.mark.parametrize("way", ["sqlite3", "adbc"])
def test_blame_on_sqlite(tmp_path: Path, sql: str, blame: str, way: str) -> None:
    engine = open_engine(parse(str(tmp_path / "a.db")))
    with engine.begin() as connection:
        connection.execute(
            text(
                "create table t (id integer primary key check (id > 0), a text not null,"
                " parent integer references t)"
            )
        )
        connection.execute(text("insert into t values (1, 'x', 1)"))
    with pytest.raises(DRIVER_ERRORS) as raised:
        _execute(engine, sql, way)
    assert classify(raised.value) == blame


def _execute(engine: Engine, sql: str, way: str) -> None:
    if way == "sqlite3":
        with engine.begin() as connection:
            connection.execute(text(sql))
    else:
        with closing(arrow.connect(engine)) as fast, fast.cursor() as cursor:
            cursor.execute(sql)


def test_a_full_disk_is_no_rows_fault(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as raw:
        raw.execute("create table t (a)")
        raw.execute("pragma max_page_count=3")
        with pytest.raises(sqlite3.OperationalError) as raised:
            raw.execute("insert into t values (zeroblob(100000))")
    assert classify(raised.value) == "infrastructure"
    problem = explain(raised.value, parse(str(tmp_path / "a.db")), TargetError)
    assert problem.message == "There is no room left on the disk of a.db."
    assert problem.details["case"] == "disk_full"


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        pytest.param(
            PgError("22P02", 'invalid input syntax for type integer: "Ali 0912"'),
            ("22P02", "invalid input syntax for type integer"),
            id="postgresql value",
        ),
        pytest.param(
            PgError("22003", 'value "99999999999" is out of range for type integer'),
            ("22003", "value out of range for type integer"),
            id="postgresql range",
        ),
        pytest.param(
            pymysql.IntegrityError(1062, "Duplicate entry 'a'b@x.ir' for key 'uq_email'"),
            ("1062", "Duplicate entry for key 'uq_email'"),
            id="mysql duplicate",
        ),
        pytest.param(
            pymysql.DataError(
                1366, "Incorrect integer value: 'Ali' for column `d`.`t`.`a` at row 3"
            ),
            ("1366", "Incorrect integer value: for column `d`.`t`.`a` at row 3"),
            id="mysql value",
        ),
        pytest.param(
            pymysql.DataError(1406, "Data too long for column 'name' at row 1"),
            ("1406", "Data too long for column 'name' at row 1"),
            id="nothing to hide",
        ),
    ],
)
def test_words_of_a_refusal_hold_no_values(error: Exception, expected: tuple[str, str]) -> None:
    assert words(error) == expected


@pytest.mark.parametrize(
    ("state", "case", "transient"),
    [
        ("08001", "unreachable", True), ("08006", "lost", True), ("28P01", "password", False),
        ("3D000", "no_database", False), ("42501", "no_permission", False),
        ("53100", "disk_full", False), ("53300", "busy", True), ("40001", "deadlock", True),
        ("40P01", "deadlock", True), ("55P03", "lock_timeout", True), ("57P03", "shutdown", True),
        ("57014", "stopped", False), ("99999", "refused", False),
    ],
)  # fmt: skip
def test_explained_by_sqlstate(state: str, case: str, transient: bool) -> None:
    problem = explain(PgError(state), URL, TargetError)
    assert isinstance(problem, TargetError)
    assert (problem.details["case"], problem.transient) == (case, transient)
    assert problem.details["sqlstate"] == state
    assert problem.hint
    assert "hush" not in f"{problem}{problem.details}"


def test_other_exceptions_pass() -> None:
    with pytest.raises(ZeroDivisionError), explained(URL, SourceError):
        _ = 1 / 0


def test_an_explained_error_is_not_explained_twice() -> None:
    first = SourceError("one")
    assert explain(first, URL, TargetError) is first


@pytest.mark.server
@pytest.mark.parametrize(
    ("change", "case"),
    [
        pytest.param({"password": "wrong"}, "password", id="wrong password"),
        pytest.param({"database": "nothing_here"}, "no_database", id="unknown database"),
        pytest.param({"port": 1}, "unreachable", id="closed port"),
        pytest.param({"host": "no-such-host.invalid"}, "unreachable", id="unknown host"),
    ],
)
@pytest.mark.parametrize("kind", ["postgres", "mariadb"])
def test_why_there_is_no_connection(
    kind: str, change: dict[str, str], case: str, request: pytest.FixtureRequest
) -> None:
    url = parse(request.getfixturevalue(f"{kind}_url")).set(**change)  # type: ignore[arg-type]
    engine = open_engine(url, read_only=True)
    with pytest.raises(SourceError) as raised, explained(url, SourceError):
        engine.connect()
    assert raised.value.details["case"] == case
    if kind == "postgres":
        with pytest.raises(SourceError) as raised, explained(url, SourceError):
            arrow.connect(engine)
        assert raised.value.details["case"] == case


@pytest.mark.server
@pytest.mark.parametrize("kind", ["postgres", "mariadb"])
def test_a_killed_server_is_a_lost_connection(kind: str, request: pytest.FixtureRequest) -> None:
    server: PostgresServer | MariaServer = request.getfixturevalue(kind)
    url = parse(request.getfixturevalue(f"{kind}_url"))
    engine = open_engine(url)
    with engine.connect() as connection:
        connection.execute(text("select 1"))
        server.restart()
        with pytest.raises(TargetError) as raised, explained(url, TargetError):
            connection.execute(text("select 1"))
    assert raised.value.transient
    assert raised.value.details["case"] == "lost"
    close_engine(engine)


@pytest.mark.server
def test_a_locked_row_is_waited_for_then_told(database_url: str) -> None:
    engine = open_engine(parse(database_url))
    dialect = dialect_of(engine)
    wait = {
        "sqlite": "pragma busy_timeout=100",
        "postgresql": "set lock_timeout=100",
        "mysql": "set innodb_lock_wait_timeout=1",
    }[dialect]
    with engine.begin() as connection:
        connection.execute(text("create table t (a int primary key)"))
        connection.execute(text("insert into t values (1)"))
    with engine.connect() as first, engine.connect() as second:
        first.execute(text("update t set a = 2"))
        second.execute(text(wait))
        with pytest.raises(DBAPIError) as raised:
            second.execute(text("update t set a = 3"))
        second.rollback()
    assert classify(raised.value) == "infrastructure"
    problem = explain(raised.value, engine.url, TargetError)
    assert (problem.details["case"], problem.transient) == ("lock_timeout", True)
    close_engine(engine)
