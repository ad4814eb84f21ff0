"""Schemas of databases that somebody else made."""

from __future__ import annotations

import pytest

from migrator.databases.catalog_sqlite import checks
from migrator.databases.engine import Dialect, close_engine, dialect_of, driver_sql, open_engine
from migrator.databases.url import parse
from migrator.model.schema import CheckConstraint, FieldType, PicklistValue, Relationship, Schema
from migrator.targets.sql.checks import length_of, picklist_of
from migrator.targets.sql.reflect import reflect


def reflected(url: str, *sql: str) -> Schema:
    engine = open_engine(parse(url))
    with engine.begin() as connection:
        for statement in sql:
            driver_sql(connection, statement)
    with engine.begin() as connection:
        found = reflect(connection, dialect_of(engine))
    close_engine(engine)
    return found


@pytest.mark.parametrize(
    ("sql", "dialect", "expected"),
    [
        ("((status)::text = ANY ((ARRAY['a'::character varying, 'b''c'::character varying])"
         "::text[]))", "postgresql", ("status", ("a", "b'c"))),
        ("(status = ANY (ARRAY['a'::text, 'b'::text]))", "postgresql", ("status", ("a", "b"))),
        ("(\"St at\" = 'a'::text)", "postgresql", ("St at", ("a",))),
        ("(n = ANY (ARRAY[1, 2, '-3'::integer]))", "postgresql", ("n", ("1", "2", "-3"))),
        ("`status` in ('a','b')", "mysql", ("status", ("a", "b"))),
        ("(`status` in (_utf8mb4\\'a\\',_utf8mb4\\'b\\'))", "mysql", ("status", ("a", "b"))),
        ("\"status\" IN ('a', 'b')", "sqlite", ("status", ("a", "b"))),
        ("status in (1, 2)", "sqlite", ("status", ("1", "2"))),
        ("([status]='b' OR [status]='a')", "mssql", ("status", ("b", "a"))),
        ("(n > 0)", "postgresql", None),
        ("a in ('x') or b in ('y')", "sqlite", None),
        ("not (a in ('x'))", "sqlite", None),
        ("a in ('x') and a is not null", "sqlite", None),
        ("json_valid(`a`)", "mysql", None),
        ("((a)::text ~ '^x'::text)", "postgresql", None),
        ("lower(a) in ('x')", "sqlite", None),
        ("a != 'x'", "sqlite", None),
    ],
)  # fmt: skip
def test_picklists_in_checks(
    sql: str, dialect: Dialect, expected: tuple[str, tuple[str, ...]] | None
) -> None:
    assert picklist_of(sql, dialect) == expected


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("char_length(`a`) <= 4000", ("a", 4000)),
        ("(length((a)::text) <= 5)", ("a", 5)),
        ("length(a) >= 5", None),
        ("length(a) <= 5 or b", None),
    ],
)
def test_lengths_in_checks(sql: str, expected: tuple[str, int] | None) -> None:
    assert length_of(sql) == expected


def test_checks_in_a_create_table() -> None:
    sql = (
        "create table t (a text constraint \"my ck\" check (a in ('x)', 'y') and (1)),"
        " b int check(b > 0) /* check (c) */, d text default 'check (e)')"
    )
    assert checks(sql) == [
        CheckConstraint("my ck", "a in ('x)', 'y') and (1)"),
        CheckConstraint("", "b > 0"),
    ]


@pytest.mark.server
def test_postgresql_of_somebody_else(postgres_url: str) -> None:
    schema = reflected(
        postgres_url,
        "create type mood as enum ('happy', 'so so')",
        "create domain email as varchar(80) check (value like '%@%')",
        "create table kooch_batch (a int)",
        "create table person (id serial primary key, mail email not null, mood mood,"
        " created timestamptz not null default now(), first text, last text,"
        " full_name text generated always as (first || last) stored,"
        " kind char(1) check (kind in ('a', 'b')), age int check (age between 0 and 150),"
        " boss int references person (id), unique (mail))",
        "create unique index on person (first, last)",
        "create index on person (lower(last))",
        "create table pair (a int, b int, primary key (a, b))",
        "create table child (a int, b int, foreign key (a, b) references pair)",
        "create view v as select 1",
    )
    assert [entity.name for entity in schema.entities] == ["child", "pair", "person"]
    person = schema.entity("person")
    got = [(f.name, f.type.value, f.length, f.required, f.generated) for f in person.fields]
    assert got == [
        ("id", "integer", None, False, True),
        ("mail", "text", 80, True, False),
        ("mood", "text", None, False, False),
        ("created", "datetime", None, False, True),
        ("first", "text", None, False, False),
        ("last", "text", None, False, False),
        ("kind", "text", 1, False, False),
        ("age", "integer", None, False, False),
        ("boss", "integer", None, False, False),
    ]
    assert person.field("mood").picklist == (PicklistValue("happy"), PicklistValue("so so"))
    assert person.field("kind").picklist == (PicklistValue("a"), PicklistValue("b"))
    assert person.unique_keys == (("mail",), ("first", "last"))
    assert person.indexes == ()
    assert [check.name for check in person.constraints] == ["person_age_check"]
    assert person.relationships == (Relationship("boss", "person", "id"),)
    assert schema.entity("pair").primary_key == ("a", "b")
    assert schema.notes == (
        "child refers to pair by a + b: a lookup over several fields is not followed.",
        "person.full_name is computed by the database.",
    )


@pytest.mark.server
def test_mariadb_of_somebody_else(mariadb_url: str) -> None:
    schema = reflected(
        mariadb_url,
        "create table p (id int auto_increment primary key, kind enum('a','it''s') not null,"
        " created timestamp not null default current_timestamp, note text, n tinyint(1),"
        " total decimal(9,2) as (1.5) virtual, boss int, code varchar(9) default 'x',"
        " size varchar(5) check (size in ('S','M')), constraint boss_fk foreign key (boss)"
        " references p (id), index part (note(10)), unique (code))",
    )
    (entity,) = schema.entities
    got = [(f.name, f.type.value, f.length, f.required, f.generated) for f in entity.fields]
    assert got == [
        ("id", "integer", None, False, True),
        ("kind", "text", None, True, False),
        ("created", "datetime", None, False, True),
        ("note", "text", None, False, False),
        ("n", "boolean", None, False, False),
        ("boss", "integer", None, False, False),
        ("code", "text", 9, False, True),
        ("size", "text", 5, False, False),
    ]
    assert entity.field("kind").picklist == (PicklistValue("a"), PicklistValue("it's"))
    assert entity.field("size").picklist == (PicklistValue("S"), PicklistValue("M"))
    assert (entity.unique_keys, entity.indexes) == ((("code",),), ())
    assert entity.relationships == (Relationship("boss", "p", "id"),)
    assert schema.notes == ("p.total is computed by the database.",)


def test_sqlite_of_somebody_else(tmp_path: object) -> None:
    schema = reflected(
        f"{tmp_path}/a.db",
        "create table p (id integer primary key, kind text not null check (kind in ('a','b')),"
        " price money(10,2), boss int references p, at datetime default current_timestamp,"
        " twice as (price * 2), unique (kind, price))",
        "create table no_rowid (k int primary key) without rowid",
        "create virtual table words using fts5(a)",
    )
    assert [e.name for e in schema.entities] == ["no_rowid", "p", "words"]
    assert not schema.entity("no_rowid").field("k").generated
    entity = schema.entity("p")
    assert entity.field("id").generated
    assert entity.field("kind").picklist == (PicklistValue("a"), PicklistValue("b"))
    assert entity.field("price").type is FieldType.DECIMAL
    assert (entity.field("price").precision, entity.field("price").scale) == (10, 2)
    assert entity.field("at").generated
    assert entity.relationships == (Relationship("boss", "p", "id"),)
    assert entity.unique_keys == (("kind", "price"),)
    assert schema.notes == ("p.twice is computed by the database.",)
