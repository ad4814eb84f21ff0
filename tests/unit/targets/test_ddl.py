"""CREATE statements, and what comes back when they are run and read again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from migrator.databases.engine import Dialect, close_engine, dialect_of, driver_sql, open_engine
from migrator.databases.trouble import classify
from migrator.databases.url import parse
from migrator.errors import TargetError
from migrator.model.codec import from_data
from migrator.model.schema import (
    CheckConstraint,
    Entity,
    Field,
    FieldType,
    PicklistValue,
    Relationship,
    Schema,
)
from migrator.targets.sql.ddl import create, statements
from migrator.targets.sql.reflect import reflect

T = FieldType
CRM_JSON = Path(__file__).resolve().parents[3] / "resources" / "schemas" / "crm.json"

ACCOUNT = Entity(
    "account",
    (
        Field("id", T.UUID, required=True),
        Field("name", T.TEXT, 160, required=True),
        Field("status", T.TEXT, 20, picklist=(PicklistValue("it's"), PicklistValue("بسته"))),
        Field("rank", T.INTEGER, picklist=(PicklistValue("1"), PicklistValue("2"))),
        Field("revenue", T.DECIMAL, precision=19, scale=4),
        Field("ratio", T.FLOAT),
        Field("active", T.BOOLEAN),
        Field("founded", T.DATE),
        Field("opens", T.TIME),
        Field("changed", T.DATETIME),
        Field("logo", T.BINARY),
        Field("parent", T.UUID),
        Field("main_contact", T.INTEGER),
        Field("note"),
    ),
    ("id",),
    (("name", "status"),),
    (
        Relationship("parent", "account", "id"),
        Relationship("main_contact", "contact", "no"),
    ),
    (("name",),),
)
CONTACT = Entity(
    "contact",
    (
        Field("no", T.INTEGER, generated=True),
        Field("account", T.UUID, required=True),
        Field("email", T.TEXT, 100),
    ),
    ("no",),
    (("email",),),
    (Relationship("account", "account", "id", required=True),),
    (("account",),),
)
SCHEMA = Schema((ACCOUNT, CONTACT))


def bare(entity: Entity) -> Entity:
    """What a database can keep of an entity: no labels, no native types, sets in order."""
    return replace(
        entity,
        label="",
        label_fa="",
        fields=tuple(
            replace(
                field,
                required=(field.required or field.name in entity.primary_key)
                and not field.generated,
                meaning="", label="", label_fa="", description="", native_type="",
                picklist=tuple(PicklistValue(item.value) for item in field.picklist),
            )
            for field in entity.fields
        ),
        unique_keys=tuple(sorted(entity.unique_keys)),
        relationships=tuple(sorted(entity.relationships, key=lambda r: r.field)),
        indexes=tuple(sorted(entity.indexes)),
    )  # fmt: skip


def made(url: str, *schemas: Schema) -> Schema:
    engine = open_engine(parse(url))
    for schema in schemas:
        with engine.begin() as connection:
            create(connection, schema)
    with engine.begin() as connection:
        found = reflect(connection, dialect_of(engine))
    close_engine(engine)
    return found


@pytest.mark.server
def test_what_is_created_is_reflected(database_url: str) -> None:
    found = made(database_url, SCHEMA)
    indexed = replace(ACCOUNT, indexes=ACCOUNT.indexes)
    for expected in (indexed, CONTACT):
        got = bare(found.entity(expected.name))
        if "mariadb" in database_url:  # it makes an index for every lookup
            got = replace(got, indexes=expected.indexes)
        assert got == bare(expected)


@pytest.mark.server
def test_the_bundled_crm_comes_back(database_url: str) -> None:
    schema = from_data(Schema, json.loads(CRM_JSON.read_text("utf-8")))
    found = made(database_url, schema, schema)
    assert [bare(found.entity(e.name)) for e in schema.entities] == [
        bare(e) for e in schema.entities
    ]
    assert found.notes == ()


@pytest.mark.server
def test_only_what_is_missing_is_created(database_url: str) -> None:
    engine = open_engine(parse(database_url))
    with engine.begin() as connection:
        create(connection, Schema((CONTACT, ACCOUNT)))
        driver_sql(connection, "insert into account (id, name) values ('" + "a" * 32 + "', 'x')")
    extra = Entity(
        "extra",
        (Field("id", T.UUID), Field("account", T.UUID)),
        ("id",),
        relationships=(Relationship("account", "account"),),
    )
    with engine.begin() as connection:
        create(connection, replace(SCHEMA, entities=(*SCHEMA.entities, extra)))
        assert connection.execute(text("select count(*) from account")).scalar() == 1
        found = reflect(connection, dialect_of(engine))
    assert {e.name for e in found.entities} == {"account", "contact", "extra"}
    assert found.entity("extra").relationships == (Relationship("account", "account", "id"),)
    close_engine(engine)


REFUSED = [
    pytest.param("insert into account (id, name, status) values ({a}, 'x', 'open')", "row",
                 id="not in the picklist"),
    pytest.param("insert into account (id) values ({a})", "row", id="required"),
    pytest.param("insert into account (id, name, parent) values ({a}, 'x', {b})", "row",
                 id="no parent"),
    pytest.param("insert into account (id, name) values ({a}, 'x'), ({a}, 'y')", "conflict",
                 id="key twice"),
    pytest.param("insert into account (id, name, status) values ({a}, 'x', 'it''s'),"
                 " ({b}, 'x', 'it''s')", "conflict", id="unique key twice"),
]  # fmt: skip


@pytest.mark.server
@pytest.mark.parametrize(("sql", "blame"), REFUSED)
def test_the_target_refuses_what_the_schema_forbids(
    database_url: str, sql: str, blame: str
) -> None:
    engine = open_engine(parse(database_url))
    with engine.begin() as connection:
        create(connection, SCHEMA)
    values = {"a": f"'{'0' * 35}a'", "b": f"'{'0' * 35}b'"}
    if dialect_of(engine) == "postgresql":
        values = {key: f"lpad({value}, 32, '0')::uuid" for key, value in values.items()}
        values = {"a": "'" + "a" * 32 + "'", "b": "'" + "b" * 32 + "'"}
    with engine.connect() as connection, pytest.raises(DBAPIError) as raised:
        _both(connection, sql.format(**values))
    assert classify(raised.value) == blame
    close_engine(engine)


def _both(connection: Connection, sql: str) -> None:
    driver_sql(connection, sql)
    connection.commit()


@pytest.mark.server
def test_keys_that_differ_by_case_or_space_stay_apart(database_url: str) -> None:
    engine = open_engine(parse(database_url))
    with engine.begin() as connection:
        create(connection, Schema((Entity("t", (Field("k", T.TEXT, 20),), ("k",)),)))
        for key in ("Ann", "ann", "Ann ", "José", "Jose", "ي", "ی"):
            connection.execute(text("insert into t values (:k)"), {"k": key})
        assert connection.execute(text("select count(*) from t where k = 'Ann'")).scalar() == 1
    close_engine(engine)


@pytest.mark.server
def test_generated_values_are_filled(database_url: str) -> None:
    entity = Entity(
        "t",
        (
            Field("id", T.UUID, generated=True),
            Field("at", T.DATETIME, generated=True),
            Field("day", T.DATE, generated=True),
            Field("v", T.INTEGER),
        ),
        ("id",),
    )
    engine = open_engine(parse(database_url))
    with engine.begin() as connection:
        create(connection, Schema((entity,)))
        connection.execute(text("insert into t (v) values (1), (2)"))
        rows = connection.execute(text("select id, at, day from t")).all()
        found = reflect(connection, dialect_of(engine)).entity("t")
    close_engine(engine)
    assert len({str(row[0]) for row in rows}) == 2
    assert all(len(str(row[0])) == 36 and row[1] and row[2] for row in rows)
    assert [field.generated for field in found.fields] == [True, True, True, False]


@pytest.mark.server
def test_wide_text_fits_a_mariadb_row(mariadb_url: str) -> None:
    fields = tuple(Field(f"f{n}", T.TEXT, 4000) for n in range(12))
    entity = Entity("wide", (Field("id", T.INTEGER, generated=True), *fields), ("id",))
    found = made(mariadb_url, Schema((entity,)))
    assert bare(found.entity("wide")) == bare(entity)


@pytest.mark.parametrize(
    ("field", "dialect", "line"),
    [
        (Field("a", T.TEXT, 40), "postgresql", '"a" varchar(40)'),
        (Field("a"), "postgresql", '"a" text'),
        (Field("a", T.UUID, required=True), "postgresql", '"a" uuid not null'),
        (Field("a", T.DATETIME), "postgresql", '"a" timestamp'),
        (Field("a", T.DECIMAL, precision=10, scale=2), "postgresql", '"a" numeric(10,2)'),
        (Field("a", T.TEXT, 20_000), "mysql", "`a` longtext"),
        (Field("a", T.DECIMAL), "mysql", "`a` decimal(38,10)"),
        (Field("a", T.UUID), "mysql", "`a` char(36) character set ascii collate ascii_bin"),
        (Field("a", T.UUID), "sqlite", '"a" uuid char(36)'),
        (Field('a"b', T.BINARY), "sqlite", '"a""b" blob'),
        (Field("a", T.TEXT, 5000), "mssql", "[a] nvarchar(max)"),
        (Field("a]", T.BOOLEAN), "mssql", "[a]]] bit"),
    ],
)
def test_columns(field: Field, dialect: Dialect, line: str) -> None:
    (sql, *_) = [s for s in statements(Schema((Entity("t", (field,)),)), dialect) if "table" in s]
    assert sql.splitlines()[1].strip().rstrip(",") == line


def test_sql_server_statements() -> None:
    assert statements(Schema((ACCOUNT, CONTACT)), "mssql", existing={"account"}) == [
        "create table [contact] (\n"
        "  [no] bigint not null identity(1,1),\n"
        "  [account] uniqueidentifier not null,\n"
        "  [email] nvarchar(100),\n"
        "  primary key ([no])\n"
        ")",
        "create unique index [uq_contact_email] on [contact] ([email]) where [email] is not null",
        "create index [ix_contact_account] on [contact] ([account])",
        "alter table [contact] add constraint [fk_contact_account]"
        " foreign key ([account]) references [account] ([id])",
    ]


def test_lookups_in_a_cycle_come_last() -> None:
    found = statements(SCHEMA, "postgresql")
    kinds = [sql.split("(")[0].split()[0:2] for sql in found]
    assert kinds == [["create", "table"]] * 2 + [["create", "index"]] * 2 + [["alter", "table"]] * 3


def test_own_checks_are_kept() -> None:
    entity = Entity("t", (Field("a", T.INTEGER),), constraints=(CheckConstraint("pos", "a > 0"),))
    assert 'constraint "pos" check (a > 0)' in statements(Schema((entity,)), "sqlite")[0]


@pytest.mark.parametrize(("dialect", "limit"), [("postgresql", 63), ("mysql", 64), ("mssql", 128)])
def test_long_names_are_refused_before_anything_runs(dialect: Dialect, limit: int) -> None:
    fits, long, other = "a" * limit, "b" * (limit + 1), "c" * 200
    good = Schema((Entity(fits, (Field(fits), Field("x"))),))
    assert statements(good, dialect)
    with pytest.raises(TargetError) as raised:
        statements(Schema((Entity(fits, (Field(long), Field(other))),)), dialect)
    assert raised.value.details["problems"] == (long, other)


def test_postgresql_counts_bytes() -> None:
    with pytest.raises(TargetError):
        statements(Schema((Entity("t", (Field("ک" * 40),)),)), "postgresql")


def test_a_lookup_to_nowhere_is_told() -> None:
    lost = Entity("t", (Field("a"),), relationships=(Relationship("a", "gone"),))
    with pytest.raises(TargetError, match="points to gone, which has no single key"):
        statements(Schema((lost,)), "sqlite")


def test_names_of_constraints_stay_short_and_apart() -> None:
    long = "very_long_entity_name_indeed_and_more_of_it"
    fields = tuple(Field(f"another_long_field_name_{n}", T.TEXT, 10) for n in (1, 2))
    entity = Entity(long, fields, indexes=tuple((f.name,) for f in fields))
    names = [s.split('"')[1] for s in statements(Schema((entity,)), "postgresql")[1:]]
    assert len(set(names)) == 2
    assert all(len(name) <= 63 for name in names)
