"""The catalogue as SQLAlchemy reflects it: for SQL Server."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection, inspect
from sqlalchemy.exc import SQLAlchemyError

from migrator.databases.engine import dialect_of
from migrator.databases.native import understand
from migrator.databases.tables import CatalogColumn, CatalogTable, distinct
from migrator.model.schema import CheckConstraint
from migrator.model.source import ForeignKey


def tables(connection: Connection) -> list[CatalogTable]:
    """Tables and views of the default schema."""
    inspector = inspect(connection)
    names = [(name, False) for name in inspector.get_table_names()]
    names += [(name, True) for name in inspector.get_view_names()]
    return [_table(connection, inspector, name, view) for name, view in sorted(names)]


def _table(connection: Connection, inspector: Any, name: str, view: bool) -> CatalogTable:
    try:
        columns = tuple(_column(connection, found) for found in inspector.get_columns(name))
    except SQLAlchemyError as error:
        return CatalogTable(name, view=view, problem=str(getattr(error, "orig", error)))
    if view:
        return CatalogTable(name, columns, view=True)
    primary = tuple(inspector.get_pk_constraint(name)["constrained_columns"])
    indexes = [index for index in inspector.get_indexes(name) if None not in index["column_names"]]
    return CatalogTable(
        name,
        columns,
        primary_key=primary,
        unique_keys=distinct((i["column_names"] for i in indexes if i["unique"]), but=[primary]),
        indexes=distinct(i["column_names"] for i in indexes if not i["unique"]),
        foreign_keys=tuple(_foreign_key(found) for found in inspector.get_foreign_keys(name)),
        checks=tuple(
            CheckConstraint(found["name"] or "", found["sqltext"])
            for found in _checks(inspector, name)
        ),
    )


def _checks(inspector: Any, name: str) -> list[Any]:
    try:
        return list(inspector.get_check_constraints(name))
    except NotImplementedError:
        return []


def _column(connection: Connection, found: Any) -> CatalogColumn:
    native = re.sub(r' COLLATE "?\w+"?', "", found["type"].compile(connection.dialect)).lower()
    fills = found.get("default") is not None or bool(found.get("identity"))
    return CatalogColumn(
        found["name"],
        native,
        understand(native, dialect_of(connection)),
        nullable=bool(found["nullable"]),
        default=found.get("default"),
        generated=fills or bool(found.get("computed")),
        computed=bool(found.get("computed")),
    )


def _foreign_key(found: Any) -> ForeignKey:
    space = found.get("referred_schema")
    parent = f"{space}.{found['referred_table']}" if space else found["referred_table"]
    return ForeignKey(tuple(found["constrained_columns"]), parent, tuple(found["referred_columns"]))
