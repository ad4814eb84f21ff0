"""Databases as sources: what they hold, exactly and in one snapshot."""

from __future__ import annotations

import base64
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from migrator.databases import sqlite_file
from migrator.databases.engine import close_engine, dialect_of, driver_sql, open_engine, quote
from migrator.databases.url import masked, parse
from migrator.errors import MigratorError, SourceError
from migrator.model.schema import FieldType
from migrator.model.source import ForeignKey, SourceTable, TableKind
from migrator.sources.base import OpenOptions
from migrator.sources.database import DatabaseSource
from tests.servers import PASSWORD


def fill(url: str, *statements: str) -> Engine:
    engine = open_engine(parse(url))
    with engine.begin() as connection:
        for statement in statements:
            driver_sql(connection, statement)
    return engine


def rows_of(
    source: DatabaseSource, table: str, limit: int | None = None
) -> list[tuple[object, ...]]:
    return [tuple(row.values()) for b in source.read(table, limit) for row in b.rows.to_pylist()]


def table_of(source: DatabaseSource, name: str) -> SourceTable:
    return next(table for table in source.discover() if table.name == name)


@pytest.fixture
def northwind(shared: Path) -> Path:
    return shared / "data" / "legacy_db" / "northwind.sqlite"


def test_northwind_is_read_whole(northwind: Path) -> None:
    source = DatabaseSource(str(northwind))
    tables = {table.name: table for table in source.discover()}
    with closing(sqlite3.connect(f"{northwind.as_uri()}?immutable=1", uri=True)) as raw:
        for name, table in tables.items():
            expected = raw.execute(f'select count(*) from "{name}"').fetchone()[0]
            assert (name, table.rows) == (name, expected)
            assert sum(b.rows.num_rows for b in source.read(name)) == expected
        (picture,) = raw.execute("select Picture from Categories where CategoryID = 1").fetchone()
        prices = [
            None if value is None else str(value)
            for (value,) in raw.execute("select UnitPrice from Products order by ProductID")
        ]
    assert rows_of(source, "Categories", 1)[0][4] == base64.b64encode(picture).decode()
    names = [column.name for column in tables["Products"].columns]
    at = names.index("UnitPrice") + 1
    assert [row[at] for row in rows_of(source, "Products")] == prices
    assert tables["Order Details"].primary_key == ("OrderID", "ProductID")
    assert tables["Order Details"].foreign_keys[1] == ForeignKey(
        ("ProductID",), "Products", ("ProductID",)
    )
    assert tables["Invoices"].kind is TableKind.VIEW
    assert not any(name.startswith("sqlite_") for name in tables)
    source.close()
    source.close()


def test_a_source_file_is_left_alone(northwind: Path, tmp_path: Path) -> None:
    file = tmp_path / "n.sqlite"
    shutil.copyfile(northwind, file)
    before = file.read_bytes()
    source = DatabaseSource(str(file))
    assert len(source.identity()) == 64
    rows_of(source, "Orders")
    source.close()
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["n.sqlite"]


def test_what_is_still_in_the_wal_is_read(tmp_path: Path) -> None:
    file = tmp_path / "live.db"
    with closing(sqlite3.connect(file)) as writer:
        writer.execute("pragma journal_mode=wal")
        writer.execute("create table t (a)")
        writer.execute("insert into t values ('in the wal')")
        writer.commit()
        names = sorted(path.name for path in tmp_path.iterdir())
        assert "live.db-wal" in names
        source = DatabaseSource(str(file))
        assert rows_of(source, "t") == [(1, "in the wal")]
        copies = list(sqlite_file._COPIES.values())
        source.close()
        assert copies
        assert not any(copy.exists() for copy in copies)
        assert sorted(path.name for path in tmp_path.iterdir()) == names


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    fill(str(file), "create table t (a)", "insert into t values (1)")
    source = DatabaseSource(str(file))
    found = source.read("t")
    next(found)
    with closing(sqlite3.connect(file)) as writer:
        writer.execute("create table other (b)")
        writer.commit()
    with pytest.raises(SourceError, match=r"a\.db was changed while it was read"):
        next(found)
    source.close()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(None, "There is no file x.db", id="missing"),
        pytest.param(b"PK\x03\x04 not a database at all", "is not a SQLite database", id="zip"),
        pytest.param(b"SQLite format 3\x00" + b"\xff" * 4096, "damaged", id="broken header"),
    ],
)
def test_files_that_are_no_database(tmp_path: Path, content: bytes | None, message: str) -> None:
    if content is not None:
        (tmp_path / "x.db").write_bytes(content)
    with pytest.raises(SourceError, match=message):
        DatabaseSource(str(tmp_path / "x.db"))


def test_a_damaged_page_is_found_before_reading(northwind: Path, tmp_path: Path) -> None:
    data = bytearray(northwind.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 64] = bytes(range(64))
    (tmp_path / "x.db").write_bytes(data)
    with pytest.raises(SourceError, match=r"x\.db is damaged"):
        DatabaseSource(str(tmp_path / "x.db"))


def test_an_endless_view_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("migrator.sources.database.COUNT_SECONDS", 0.2)
    monkeypatch.setattr(sqlite_file, "VIEW_SECONDS", 0.2)
    file = tmp_path / "a.db"
    fill(
        str(file),
        "create view v as with recursive n(i) as (select 1 union all select i + 1 from n)"
        " select i from n where i < 0",
        "create view broken as select * from gone",
        "create table good (a integer primary key)",
    )
    source = DatabaseSource(str(file))
    tables = {table.name: table for table in source.discover()}
    assert tables["v"].rows is None
    assert "took too long" in tables["v"].warnings[0]
    assert "cannot be read" in tables["broken"].warnings[0]
    assert tables["good"].warnings == ()
    with pytest.raises(SourceError, match="took too long"):
        rows_of(source, "v")
    with pytest.raises(SourceError, match="broken cannot be read"):
        rows_of(source, "broken")
    source.close()


def test_strange_sqlite_values_come_with_notes(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    fill(
        str(file),
        "create table t (id integer primary key, a)",
        "insert into t values (1, 'x' || char(0) || 'y'), (2, cast(x'ff41' as text)), (3, 'ok')",
    )
    source = DatabaseSource(str(file))
    (batch,) = source.read("t")
    assert batch.rows.column(2).to_pylist() == ["xy", "\\xffA", "ok"]
    assert sorted((n.ordinal, n.column, n.code, n.value) for n in batch.notes) == [
        (1, 2, "nul_character", "x\\x00y"),
        (2, 2, "undecodable_bytes", "\\xffA"),
    ]
    source.close()


def test_a_missing_table_names_the_nearest(northwind: Path) -> None:
    source = DatabaseSource(str(northwind))
    with pytest.raises(SourceError, match=r"There is no table Ordrs.*Did you mean Orders\?"):
        rows_of(source, "Ordrs")
    source.close()


def test_the_preview_is_the_beginning_of_the_table(northwind: Path) -> None:
    source = DatabaseSource(str(northwind))
    whole = rows_of(source, "Customers")
    for limit in (0, 1, 7, 1000):
        assert rows_of(source, "Customers", limit) == whole[:limit]
    source.close()


CUSTOMER = (
    "create table customer (id int primary key, code varchar(10) not null unique, name varchar(40),"
    " born date, credit decimal(12,2))",
    "create table orders (no int, line int, customer int not null references customer (id),"
    " primary key (no, line), foreign key (customer) references customer (id))",
    "create table loose (a varchar(5))",
    "create view names as select name from customer",
    "insert into customer values (2, 'B', 'Zoë', '2001-02-03', 10.5), (1, 'A', null, null, null)",
    "insert into orders values (1, 1, 2)",
)


@pytest.mark.server
def test_discovery_is_the_same_everywhere(database_url: str) -> None:
    close_engine(fill(database_url, *CUSTOMER))
    source = DatabaseSource(database_url)
    tables = {table.name: table for table in source.discover()}
    assert list(tables) == ["customer", "loose", "names", "orders"]
    customer = tables["customer"]
    assert [(c.name, c.type.value, c.nullable) for c in customer.columns] == [
        ("id", "integer", customer.columns[0].nullable),
        ("code", "text", False),
        ("name", "text", True),
        ("born", "date", True),
        ("credit", "decimal", True),
    ]
    assert (customer.rows, customer.primary_key, customer.unique_keys) == (2, ("id",), (("code",),))
    assert customer.warnings == ()
    assert set(tables["orders"].foreign_keys) == {ForeignKey(("customer",), "customer", ("id",))}
    assert tables["orders"].primary_key == ("no", "line")
    assert tables["loose"].warnings == (
        "It has no primary key: nothing but its place tells a row apart.",
    )
    assert tables["names"].kind is TableKind.VIEW
    rows = rows_of(source, "customer")
    assert rows[0] == (1, "1", "A", None, None, None)
    assert rows[1][:5] == (2, "2", "B", "Zoë", "2001-02-03")
    assert rows[1][5] in ("10.50", "10.5")  # SQLite keeps no zeros
    assert rows_of(source, "customer", 1) == rows[:1]
    assert len(rows_of(source, "names")) == 2
    source.close()


@pytest.mark.server
@pytest.mark.parametrize("kind", ["postgres", "mariadb"])
def test_all_reads_see_one_state(kind: str, request: pytest.FixtureRequest) -> None:
    url = request.getfixturevalue(f"{kind}_url")
    engine = fill(url, "create table t (a int primary key)", "insert into t values (1)")
    source = DatabaseSource(url)
    assert table_of(source, "t").rows == 1
    with engine.begin() as connection:
        connection.execute(text("insert into t values (2)"))
    assert rows_of(source, "t") == [(1, "1")]
    assert table_of(source, "t").rows == 1
    source.close()
    later = DatabaseSource(url)
    assert rows_of(later, "t") == [(1, "1"), (2, "2")]
    later.close()
    close_engine(engine)


@pytest.mark.server
@pytest.mark.parametrize("kind", ["postgres", "mariadb"])
def test_a_source_cannot_be_written(kind: str, request: pytest.FixtureRequest) -> None:
    url = request.getfixturevalue(f"{kind}_url")
    close_engine(fill(url, "create table t (a int primary key)"))
    source = DatabaseSource(url)
    with pytest.raises(Exception, match=r"(?i)read.only"):
        driver_sql(source._connected(), "insert into t values (1)")
    source.close()


@pytest.mark.server
def test_hostile_names(database_url: str) -> None:
    engine = open_engine(parse(database_url))
    name = 'we`ird "na\'me" %s :x; --'
    table, column = quote(engine, name), quote(engine, 'co`l"umn %s :y')
    close_engine(engine)
    close_engine(
        fill(
            database_url,
            f"create table {table} ({column} int primary key, {quote(engine, 'ک')} varchar(9))",
            f"insert into {table} values (1, 'x')",
        )
    )
    source = DatabaseSource(database_url)
    found = table_of(source, name)
    assert [c.name for c in found.columns] == ['co`l"umn %s :y', "ک"]
    assert (found.primary_key, found.rows) == (('co`l"umn %s :y',), 1)
    assert rows_of(source, name) == [(1, "1", "x")]
    source.close()


@pytest.mark.server
def test_a_table_that_vanishes_is_told(database_url: str) -> None:
    engine = fill(database_url, "create table t (a int primary key)")
    source = DatabaseSource(database_url)
    source._catalog()
    source._connected().rollback()
    with engine.begin() as connection:
        driver_sql(connection, "drop table t")
    with pytest.raises(MigratorError) as raised:
        rows_of(source, "t")
    assert isinstance(raised.value, SourceError)
    if dialect_of(engine) != "sqlite":
        assert raised.value.details["case"] == "no_table"
    source.close()
    close_engine(engine)


@pytest.mark.server
def test_postgresql_schemas_partitions_and_rights(postgres_url: str) -> None:
    engine = fill(
        postgres_url,
        "create schema crm",
        "create table crm.lead (id int primary key)",
        "create table parted (a int primary key) partition by range (a)",
        "create table part1 partition of parted for values from (0) to (10)",
        "create materialized view seen as select 1 as one",
        "insert into parted values (3)",
        "create role reader login password 'r'",
        "create table secret (a int primary key)",
        "grant select on parted to reader",
        "grant usage on schema crm to reader",
    )
    source = DatabaseSource(postgres_url)
    kinds = {table.name: (table.kind.value, table.rows) for table in source.discover()}
    assert kinds == {
        "crm.lead": ("table", 0),
        "parted": ("table", 1),
        "secret": ("table", 0),
        "seen": ("view", 1),
    }
    assert rows_of(source, "parted") == [(1, "3")]
    assert rows_of(source, "crm.lead") == []
    source.close()
    url = parse(postgres_url).set(username="reader", password="r")
    reader = DatabaseSource(url.render_as_string(hide_password=False))
    tables = {table.name: table for table in reader.discover()}
    assert tables["parted"].rows == 1
    assert tables["secret"].rows is None
    assert "lacks a right" in tables["secret"].warnings[0]
    assert rows_of(reader, "parted") == [(1, "3")]
    with pytest.raises(SourceError, match="User reader lacks a right"):
        rows_of(reader, "secret")
    reader.close()
    with engine.begin() as connection:
        driver_sql(connection, "drop owned by reader")
        driver_sql(connection, "drop role reader")
    close_engine(engine)


@pytest.mark.server
def test_utf8_in_a_latin1_column_is_noticed(mariadb_url: str) -> None:
    close_engine(
        fill(
            mariadb_url,
            "create table t (id int primary key, bad varchar(50) character set latin1,"
            " good varchar(50) character set latin1)",
            "insert into t values (1, convert(cast('شرکت نمونه' as binary) using latin1), 'Zoë'),"
            " (2, 'plain', 'Müller')",
        )
    )
    source = DatabaseSource(mariadb_url)
    (warning,) = table_of(source, "t").warnings
    assert warning.startswith("Column bad holds UTF-8 text as latin1")
    source.close()


@pytest.mark.server
def test_mysql_floats_and_bits_keep_their_value(mariadb_url: str) -> None:
    close_engine(
        fill(
            mariadb_url,
            "create table t (id int primary key, f float, b bit(1), m bit(8))",
            "insert into t values (1, 3.1415927, b'1', b'10000001')",
        )
    )
    source = DatabaseSource(mariadb_url)
    assert rows_of(source, "t") == [(1, "1", "3.1415927410125732", "true", "129")]
    source.close()


@pytest.mark.server
def test_the_secret_opens_and_is_not_shown(postgres_url: str) -> None:
    bare = masked(parse(postgres_url))
    source = DatabaseSource(bare, OpenOptions(secret=PASSWORD))
    assert source.discover() == ()
    assert PASSWORD not in source.identity()
    source.close()
    refused = DatabaseSource(bare, OpenOptions(secret="hush"))
    with pytest.raises(SourceError) as raised:
        refused.discover()
    refused.close()
    assert raised.value.details["case"] == "password"
    assert "hush" not in f"{raised.value}{raised.value.details}"


def test_views_of_unknown_type_are_text(northwind: Path) -> None:
    source = DatabaseSource(str(northwind))
    columns = table_of(source, "Order Subtotals").columns
    assert [(c.name, c.type) for c in columns] == [
        ("OrderID", FieldType.INTEGER),
        ("Subtotal", FieldType.TEXT),
    ]
    source.close()


def test_read_agrees_with_an_independent_dump(
    northwind: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Every cell of a table without dates or blobs, against the standard library's reader."""
    source = DatabaseSource(str(northwind))
    dump: Callable[[object], str | None] = lambda v: None if v is None else str(v)  # noqa: E731
    with closing(sqlite3.connect(f"{northwind.as_uri()}?immutable=1", uri=True)) as raw:
        expected = [
            tuple(dump(v) for v in row)
            for row in raw.execute('select * from "Order Details" order by OrderID, ProductID')
        ]
    assert [row[1:] for row in rows_of(source, "Order Details")] == expected
    source.close()
