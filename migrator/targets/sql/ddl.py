"""The SQL that creates a schema, per dialect; and its execution."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable

from sqlalchemy import Connection

from migrator.databases import catalog
from migrator.databases.engine import Dialect, dialect_of, driver_sql, quote_name
from migrator.databases.trouble import explained
from migrator.errors import TargetError
from migrator.model.schema import Entity, Field, FieldType, Relationship, Schema
from migrator.model.text import Text
from migrator.targets.sql import types

NAME_LIMITS = {"postgresql": 63, "mysql": 64, "mssql": 128, "sqlite": 1000}
# Values that differ in any letter, case or trailing space must stay different keys. Comments that
# only MariaDB (`M!`) or MySQL from 8.0.17 on executes; MariaDB passes over the second.
_MYSQL_TABLE = (
    " engine=InnoDB default charset=utf8mb4"
    " /*M! collate=utf8mb4_nopad_bin */ /*!80017 collate=utf8mb4_0900_bin */"
)


def statements(schema: Schema, dialect: Dialect, existing: Collection[str] = ()) -> list[str]:
    """CREATE statements for the entities of `schema` that are not in `existing`, in an order that
    works; to be run as they stand (`databases.engine.driver_sql`).

    Lookups become foreign keys, also in cycles: inline on SQLite and on MySQL (there with the
    check of the order switched off around), added at the end elsewhere. Picklists become CHECKs.
    Raises TargetError naming all names that the dialect would cut or refuse.
    """
    wanted = [entity for entity in schema.entities if entity.name not in existing]
    _refuse_long_names(wanted, dialect)
    writer = _Writer(schema, dialect)
    tables = [writer.table(entity) for entity in wanted]
    indexes = [sql for entity in wanted for sql in writer.indexes(entity)]
    if dialect == "mysql" and tables:
        return ["set foreign_key_checks=0", *tables, "set foreign_key_checks=1"]
    if dialect == "sqlite":
        return tables + indexes
    return tables + indexes + [sql for entity in wanted for sql in writer.added_keys(entity)]


def create(connection: Connection, schema: Schema) -> None:
    """Create the entities that do not exist, in the connection's transaction (MySQL commits each
    table on its own, whole). The caller commits. Raises TargetError."""
    dialect = dialect_of(connection)
    with explained(connection.engine.url, TargetError):
        existing = {
            table.name.lower() for table in catalog.tables(connection) if not table.namespace
        }
        names = [entity.name for entity in schema.entities]
        there = [name for name in names if _key(name, dialect) in _keys(existing, dialect)]
        try:
            for statement in statements(schema, dialect, there):
                driver_sql(connection, statement)
        finally:
            if dialect == "mysql" and not connection.invalidated:
                driver_sql(connection, "set foreign_key_checks=1")


class _Writer:
    def __init__(self, schema: Schema, dialect: Dialect) -> None:
        self.schema = schema
        self.dialect = dialect

    def table(self, entity: Entity) -> str:
        """CREATE TABLE with all that the dialect takes inline."""
        in_checks = types.checked_lengths(entity, self.dialect)
        lines = [self.column(entity, field, field.name in in_checks) for field in entity.fields]
        counted = types.counted_key(entity)
        if entity.primary_key and not (self.dialect == "sqlite" and counted):
            lines.append(f"primary key ({self.names(entity.primary_key)})")
        if self.dialect != "mssql":
            lines += [
                f"constraint {self.tag('uq', entity, key)} unique ({self.names(key)})"
                for key in entity.unique_keys
            ]
        lines += self.checks(entity, in_checks)
        if self.dialect == "mysql":
            lines += [
                f"index {self.tag('ix', entity, key)} ({self.prefixes(entity, key)})"
                for key in entity.indexes
            ]
        if self.dialect in ("mysql", "sqlite"):
            lines += [
                f"constraint {self.tag('fk', entity, [lookup.field])} {self.key(lookup)}"
                for lookup in entity.relationships
            ]
        tail = _MYSQL_TABLE if self.dialect == "mysql" else ""
        body = ",\n  ".join(lines)
        return f"create table {self.name(entity.name)} (\n  {body}\n){tail}"

    def column(self, entity: Entity, field: Field, checked: bool) -> str:
        """Name, type, and what fills it."""
        in_key = field.name in entity.primary_key
        native = types.native_type(field, self.dialect, in_key=in_key, checked=checked)
        parts = [self.name(field.name), native]
        counted = field.name == types.counted_key(entity)
        if field.required or in_key:
            parts.append("not null")
        if counted:
            parts.append(types.COUNTER[self.dialect])
        elif field.generated and (default := types.default_of(field, self.dialect)):
            parts.append(default)
        return " ".join(parts)

    def checks(self, entity: Entity, in_checks: Collection[str]) -> list[str]:
        """Picklists, lengths that the type cannot hold, and the schema's own checks."""
        lines = []
        for field in entity.fields:
            name = self.name(field.name)
            if field.picklist:
                values = ", ".join(self.literal(field, item.value) for item in field.picklist)
                tag = self.tag("ck", entity, [field.name])
                lines.append(f"constraint {tag} check ({name} in ({values}))")
            if field.name in in_checks:
                tag = self.tag("len", entity, [field.name])
                lines.append(f"constraint {tag} check (char_length({name}) <= {field.length})")
        for check in entity.constraints:
            named = f"constraint {self.name(check.name)} " if check.name else ""
            lines.append(f"{named}check ({check.sql})")
        return lines

    def indexes(self, entity: Entity) -> list[str]:
        """CREATE INDEX; on SQL Server unique keys too, which there must leave NULLs out."""
        table = self.name(entity.name)
        found = []
        if self.dialect == "mssql":
            for key in entity.unique_keys:
                given = " and ".join(f"{self.name(name)} is not null" for name in key)
                tag = self.tag("uq", entity, key)
                found.append(
                    f"create unique index {tag} on {table} ({self.names(key)}) where {given}"
                )
        if self.dialect != "mysql":
            found += [
                f"create index {self.tag('ix', entity, key)} on {table} ({self.names(key)})"
                for key in entity.indexes
            ]
        return found

    def added_keys(self, entity: Entity) -> list[str]:
        """ALTER TABLE ... ADD for each lookup, when all tables exist."""
        return [
            f"alter table {self.name(entity.name)} add constraint"
            f" {self.tag('fk', entity, [lookup.field])} {self.key(lookup)}"
            for lookup in entity.relationships
        ]

    def key(self, lookup: Relationship) -> str:
        column = lookup.parent_field or self.parent_key(lookup)
        return (
            f"foreign key ({self.name(lookup.field)})"
            f" references {self.name(lookup.parent)} ({self.name(column)})"
        )

    def parent_key(self, lookup: Relationship) -> str:
        """The one column of the parent's primary key; TargetError when there is no such."""
        known = self.schema.has(lookup.parent)
        key = self.schema.entity(lookup.parent).primary_key if known else ()
        if len(key) != 1:
            raise TargetError(
                Text(
                    f"The lookup {lookup.field} points to {lookup.parent}, which has no single"
                    " key.",
                    f"ارجاع «{lookup.field}» به «{lookup.parent}» اشاره می‌کند که کلید "
                    "تک‌فیلدی ندارد.",
                ),
                hint=Text(
                    "Correct the schema: name the parent's field.",
                    "طرح را درست کنید: فیلد والد را نام ببرید.",
                ),
                parent=lookup.parent,
            )
        return key[0]

    def prefixes(self, entity: Entity, key: Iterable[str]) -> str:
        """Columns of a MySQL index, long text by its first letters."""
        return ", ".join(self.name(name) + types.mysql_prefix(entity.field(name)) for name in key)

    def literal(self, field: Field, value: str) -> str:
        if field.type in (FieldType.INTEGER, FieldType.DECIMAL) and types.is_number(value):
            return value
        if self.dialect == "mysql":
            value = value.replace("\\", "\\\\")
        quoted = "'" + value.replace("'", "''") + "'"
        return "N" + quoted if self.dialect == "mssql" else quoted

    def tag(self, kind: str, entity: Entity, columns: Iterable[str]) -> str:
        """The name of a constraint or index: readable, stable, never too long."""
        text = "_".join([kind, entity.name, *columns])
        if len(text.encode()) > 60:
            text = f"{text[:40]}_{hashlib.sha256(text.encode()).hexdigest()[:8]}"
        if len(text.encode()) > 60:  # letters of several bytes
            text = f"{kind}_{hashlib.sha256(text.encode()).hexdigest()[:16]}"
        return self.name(text)

    def name(self, name: str) -> str:
        return quote_name(self.dialect, name)

    def names(self, names: Iterable[str]) -> str:
        return ", ".join(map(self.name, names))


def _key(name: str, dialect: Dialect) -> str:
    """Names as the dialect tells them apart."""
    return name if dialect == "postgresql" else name.lower()


def _keys(names: Iterable[str], dialect: Dialect) -> set[str]:
    return {_key(name, dialect) for name in names}


def _refuse_long_names(entities: Iterable[Entity], dialect: Dialect) -> None:
    limit = NAME_LIMITS[dialect]
    measure = (lambda text: len(text.encode())) if dialect == "postgresql" else len
    names = [name for e in entities for name in (e.name, *(f.name for f in e.fields))]
    problems = sorted({name for name in names if not name or measure(name) > limit})
    if problems:
        raise TargetError(
            Text(
                f"Names too long for {dialect} (at most {limit}): {', '.join(problems)}.",
                f"این نام‌ها برای {dialect} بلندند (حداکثر {limit}): {'، '.join(problems)}.",
            ),
            hint=Text("Shorten them in the schema.", "آن‌ها را در طرح کوتاه کنید."),
            problems=tuple(problems),
        )
