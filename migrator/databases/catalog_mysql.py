"""The catalogue of MySQL and MariaDB: information_schema of the current database."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection

from migrator.databases.engine import driver_rows, driver_sql
from migrator.databases.native import understand
from migrator.databases.tables import CatalogColumn, CatalogTable, distinct
from migrator.model.schema import CheckConstraint, FieldType
from migrator.model.source import ForeignKey

_COLUMNS = """
select t.table_name, t.table_type, c.column_name, c.column_type, c.is_nullable, c.column_default,
       c.extra, coalesce(c.character_set_name, ''), coalesce(c.generation_expression, ''),
       coalesce(c.collation_name, '')
from information_schema.tables t
join information_schema.columns c on c.table_schema = t.table_schema
 and c.table_name = t.table_name
where t.table_schema = database() and t.table_type not in ('SYSTEM VIEW', 'SEQUENCE')
order by t.table_name, c.ordinal_position"""
_INDEXES = """
select table_name, index_name, non_unique, column_name, sub_part
from information_schema.statistics where table_schema = database()
order by table_name, index_name, seq_in_index"""
_FOREIGN = """
select table_name, constraint_name, column_name, referenced_table_schema, referenced_table_name,
       referenced_column_name, database()
from information_schema.key_column_usage
where table_schema = database() and referenced_table_name is not null
order by table_name, constraint_name, ordinal_position"""
_CHECKS_MARIADB = """
select table_name, constraint_name, check_clause from information_schema.check_constraints
where constraint_schema = database() order by table_name, constraint_name"""
_CHECKS_MYSQL = """
select t.table_name, c.constraint_name, c.check_clause
from information_schema.check_constraints c
join information_schema.table_constraints t on t.constraint_schema = c.constraint_schema
 and t.constraint_name = c.constraint_name
where c.constraint_schema = database() order by t.table_name, c.constraint_name"""


def tables(connection: Connection) -> list[CatalogTable]:
    """All tables and views of the database that the URL names."""
    is_mariadb = "MariaDB" in str(driver_sql(connection, "select version()").scalar_one())
    checks_sql = _CHECKS_MARIADB if is_mariadb else _CHECKS_MYSQL
    columns, indexes, foreign, checks = (
        _grouped(driver_rows(connection, sql), lambda row: row[0])
        for sql in (_COLUMNS, _INDEXES, _FOREIGN, checks_sql)
    )
    return [
        _table(name, found, indexes.get(name, []), (foreign.get(name, []), checks.get(name, [])))
        for name, found in columns.items()
    ]


def _grouped(rows: Iterable[Any], key: Callable[[Any], str]) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return dict(groups)


def _table(
    name: str, columns: list[Any], index_rows: list[Any], rules: tuple[list[Any], list[Any]]
) -> CatalogTable:
    indexes = _grouped(index_rows, lambda row: row[1])
    foreign = _grouped(rules[0], lambda row: row[1])
    # An index on the first letters of a column is no key, and one on an expression has no column.
    whole = {
        index: [row[3] for row in rows]
        for index, rows in indexes.items()
        if all(row[3] is not None and row[4] is None for row in rows)
        and index not in foreign  # made for the foreign key, and called like it
    }
    primary = tuple(whole.pop("PRIMARY", ()))
    unique = [names for index, names in whole.items() if not indexes[index][0][2]]
    others = [names for index, names in whole.items() if indexes[index][0][2]]
    return CatalogTable(
        name,
        columns=tuple(_column(row) for row in columns),
        view=columns[0][1] == "VIEW",
        primary_key=primary,
        unique_keys=distinct(unique, but=[primary]),
        indexes=distinct(others),
        foreign_keys=tuple(_foreign_key(rows) for rows in foreign.values()),
        checks=tuple(CheckConstraint(row[1], row[2]) for row in rules[1]),
    )


def _column(row: Any) -> CatalogColumn:
    native, extra, computed = str(row[3]), str(row[6]).lower(), bool(row[8])
    meaning = understand(native, "mysql")
    if native == "char(36)" and row[9] == "ascii_bin":
        meaning = understand("uuid", "mysql")  # as our own CREATE TABLE declares one
    default = None if row[5] in (None, "NULL") else str(row[5])
    return CatalogColumn(
        row[2],
        native,
        meaning,
        nullable=row[4] == "YES",
        default=default,
        generated=computed or "auto_increment" in extra or default is not None,
        computed=computed,
        values=_enum_values(native) if meaning.type is FieldType.TEXT else (),
        charset=row[7],
    )


def _enum_values(native: str) -> tuple[str, ...]:
    if not native.startswith("enum("):
        return ()
    return tuple(value.replace("''", "'") for value in re.findall(r"'((?:[^']|'')*)'", native[5:]))


def _foreign_key(rows: list[Any]) -> ForeignKey:
    first = rows[0]
    parent = first[4] if first[3] == first[6] else f"{first[3]}.{first[4]}"
    return ForeignKey(tuple(r[2] for r in rows), parent, tuple(r[5] for r in rows))
