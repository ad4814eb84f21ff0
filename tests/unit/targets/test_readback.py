"""Reading back gives what was loaded, or says what the database made of it."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from migrator.databases.engine import close_engine, driver_sql, open_engine
from migrator.databases.url import parse
from migrator.errors import TargetError
from migrator.model.schema import Entity, Field, FieldType, Schema
from migrator.targets.sql.ddl import create
from migrator.targets.sql.readback import read_back

T = FieldType
ENTITY = Entity(
    "thing",
    (
        Field("id", T.UUID, required=True),
        Field("name", T.TEXT, 100),
        Field("amount", T.DECIMAL, precision=19, scale=4),
        Field("ratio", T.FLOAT),
        Field("born", T.DATE),
        Field("seen", T.DATETIME),
        Field("at", T.TIME),
        Field("count", T.INTEGER),
        Field("other", T.UUID),
    ),
    ("id",),
)
ID = "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a{:02}"
ROWS: list[dict[str, str | None]] = [
    {
        "id": ID.format(11), "name": " سلام 'a\"b\\c\n", "amount": "12345678901.2300",
        "ratio": "0.1", "born": "2024-02-29", "seen": "2024-02-29T23:59:59.123456",
        "at": "00:00:00", "count": "-9007199254740993", "other": ID.format(12),
    },
    {
        "id": ID.format(12), "name": "", "amount": "0.0001", "ratio": "1.5", "born": "0001-01-01",
        "seen": "2024-02-29T00:00:00", "at": "23:59:59", "count": "0", "other": None,
    },
    {"id": ID.format(13), **dict.fromkeys(
        ["name", "amount", "ratio", "born", "seen", "at", "count", "other"])},
]  # fmt: skip


@pytest.mark.server
def test_canonical_text_comes_back_equal(database_url: str) -> None:
    engine = open_engine(parse(database_url))
    names = [field.name for field in ENTITY.fields]
    marks = ", ".join(f":{name}" for name in names)
    with engine.begin() as connection:
        create(connection, Schema((ENTITY,)))
        connection.execute(text(f"insert into thing values ({marks})"), ROWS)
    found = [row for b in read_back(engine, ENTITY, names) for row in b.to_pylist()]
    assert sorted(found, key=lambda row: row["id"]) == [
        {"target_id": row["id"], **row} for row in ROWS
    ]
    close_engine(engine)


@pytest.mark.server
def test_only_the_named_ids(database_url: str) -> None:
    engine = open_engine(parse(database_url))
    with engine.begin() as connection:
        create(connection, Schema((ENTITY,)))
        for row in ROWS:
            connection.execute(text("insert into thing (id, name) values (:id, :name)"), row)
        driver_sql(connection, "create table ledger (target_id varchar(100), entity varchar(50))")
        driver_sql(connection, f"insert into ledger values ('{ID.format(12)}', 'thing')")
        driver_sql(connection, f"insert into ledger values ('{ID.format(13)}', 'other')")
    ids = "select target_id from ledger where entity = 'thing'"
    found = [row for b in read_back(engine, ENTITY, ["name"], ids) for row in b.to_pylist()]
    assert found == [{"target_id": ID.format(12), "name": ""}]
    close_engine(engine)


@pytest.mark.server
def test_counted_ids_are_found_too(database_url: str) -> None:
    engine = open_engine(parse(database_url))
    entity = Entity("n", (Field("id", T.INTEGER, generated=True), Field("v")), ("id",))
    with engine.begin() as connection:
        create(connection, Schema((entity,)))
        connection.execute(text("insert into n (v) values ('a'), ('b')"))
    ids = "select '2' as target_id"
    found = [row for b in read_back(engine, entity, ["v"], ids) for row in b.to_pylist()]
    assert found == [{"target_id": "2", "v": "b"}]
    close_engine(engine)


def test_a_table_that_is_gone_is_told(tmp_path: object) -> None:
    engine = open_engine(parse(f"{tmp_path}/a.db"))
    with pytest.raises(TargetError, match="not there any more"):
        list(read_back(engine, ENTITY, ["name"]))
    close_engine(engine)


def test_an_entity_needs_one_key(tmp_path: object) -> None:
    engine = open_engine(parse(f"{tmp_path}/a.db"))
    with pytest.raises(TargetError, match="t has no primary key of one column"):
        list(read_back(engine, Entity("t", (Field("a"),)), ["a"]))
    close_engine(engine)
