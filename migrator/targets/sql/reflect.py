"""A database as a target's schema: entities, fields, keys, lookups and closed value lists."""

from __future__ import annotations

import re
from dataclasses import replace

from sqlalchemy import Connection

from migrator.databases import catalog
from migrator.databases.engine import Dialect
from migrator.databases.tables import CatalogColumn, CatalogTable
from migrator.databases.trouble import explained, where
from migrator.errors import TargetError
from migrator.model.schema import (
    CheckConstraint,
    Entity,
    Field,
    FieldType,
    PicklistValue,
    Relationship,
    Schema,
)
from migrator.model.source import ForeignKey
from migrator.targets.sql.checks import length_of, picklist_of

LEDGER_PREFIX = "kooch_"


def reflect(connection: Connection, dialect: Dialect) -> Schema:
    """The tables that the connection's default schema holds, ledger tables and views left out.

    `required` is NOT NULL without anything that fills it; `generated` an identity or a default.
    Columns that the database computes cannot be loaded: they and keys over several columns to other
    tables are told in `notes`. Raises TargetError.
    """
    with explained(connection.engine.url, TargetError):
        found = [
            table
            for table in catalog.tables(connection)
            if not table.view and not table.namespace and not table.name.startswith(LEDGER_PREFIX)
        ]
    keys = {table.name: table.primary_key for table in found}
    return Schema(
        entities=tuple(_entity(table, keys, dialect) for table in found),
        name=where(connection.engine.url),
        notes=tuple(note for table in found for note in _notes(table)),
    )


def _entity(table: CatalogTable, keys: dict[str, tuple[str, ...]], dialect: Dialect) -> Entity:
    picklists: dict[str, tuple[str, ...]] = {}
    lengths: dict[str, int] = {}
    others: list[CheckConstraint] = []
    for check in table.checks:
        picklist, length = picklist_of(check.sql, dialect), length_of(check.sql)
        if picklist and picklist[0] not in picklists:
            picklists[picklist[0]] = picklist[1]
        elif length:
            lengths[length[0]] = length[1]
        else:
            others.append(check)
    fields = [_field(column) for column in table.columns if not column.computed]
    return Entity(
        table.name,
        tuple(_restricted(f, picklists.get(f.name, ()), lengths.get(f.name)) for f in fields),
        table.primary_key,
        table.unique_keys,
        _relationships(table, keys),
        table.indexes,
        tuple(others),
    )


def _field(column: CatalogColumn) -> Field:
    meaning = column.meaning
    return Field(
        column.name,
        meaning.type,
        meaning.length,
        meaning.precision,
        meaning.scale,
        required=not column.nullable and not column.generated,
        generated=column.generated,
        picklist=tuple(PicklistValue(value) for value in column.values),
        native_type=column.native,
    )


def _restricted(field: Field, picklist: tuple[str, ...], length: int | None) -> Field:
    if length is not None and field.type is FieldType.TEXT:
        field = replace(field, length=min(length, field.length or length))
    if picklist and not field.picklist:
        field = replace(field, picklist=tuple(PicklistValue(value) for value in picklist))
    return field


def _relationships(
    table: CatalogTable, keys: dict[str, tuple[str, ...]]
) -> tuple[Relationship, ...]:
    nullable = {column.name: column.nullable for column in table.columns}
    found = []
    for key in table.foreign_keys:
        if len(key.columns) == 1:
            column = key.columns[0]
            found.append(
                Relationship(
                    column, key.parent, _parent_field(key, keys), not nullable.get(column, True)
                )
            )
    return tuple(sorted(found, key=lambda r: list(nullable).index(r.field)))


def _parent_field(key: ForeignKey, keys: dict[str, tuple[str, ...]]) -> str:
    """The parent's column; SQLite leaves it out when it is the primary key."""
    named = key.parent_columns or keys.get(key.parent, ())
    return named[0] if named else ""


def _notes(table: CatalogTable) -> list[str]:
    computed = [column.name for column in table.columns if column.computed]
    notes = [f"{table.name}.{name} is computed by the database." for name in computed]
    notes += [
        f"{table.name} refers to {key.parent} by {' + '.join(key.columns)}: a lookup over several"
        " fields is not followed."
        for key in table.foreign_keys
        if len(key.columns) > 1
    ]
    return [re.sub(r"\s+", " ", note) for note in notes]
