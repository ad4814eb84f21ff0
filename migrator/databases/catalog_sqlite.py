"""The catalogue of SQLite: pragmas, and the CREATE text for checks."""

from __future__ import annotations

import re
import sqlite3
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from migrator.databases.native import understand
from migrator.databases.tables import CatalogColumn, CatalogTable, distinct
from migrator.model.schema import CheckConstraint
from migrator.model.source import ForeignKey

_CHECK = re.compile(r"(?:constraint\s+(\S+)\s+)?check\s*\(", re.IGNORECASE)


def tables(connection: Connection) -> list[CatalogTable]:
    """All tables and views but SQLite's own and the hidden parts of virtual tables."""
    listed = _rows(
        connection,
        "select l.name, l.type, l.wr, m.sql from pragma_table_list l join sqlite_master m"
        " on m.name = l.name and m.type in ('table', 'view')"
        " where l.schema = 'main' and l.type <> 'shadow' and substr(l.name, 1, 7) <> 'sqlite_'"
        " order by l.name",
    )
    return [
        _table(connection, name, kind == "view", not without_rowid, sql or "")
        for name, kind, without_rowid, sql in listed
    ]


def _rows(connection: Connection, sql: str, *values: str) -> list[Any]:
    return list(connection.exec_driver_sql(sql, values))


def _table(
    connection: Connection, name: str, view: bool, has_rowid: bool, sql: str
) -> CatalogTable:
    try:
        described = _rows(
            connection,
            'select name, type, "notnull", dflt_value, pk, hidden from pragma_table_xinfo(?)'
            " where hidden <> 1 order by cid",
            name,
        )
    except (DBAPIError, sqlite3.Error) as error:
        return CatalogTable(name, view=view, problem=str(getattr(error, "orig", error)))
    primary = tuple(row[0] for row in sorted((r for r in described if r[4]), key=lambda r: r[4]))
    unique, indexes = _indexes(connection, name)
    return CatalogTable(
        name,
        columns=tuple(_column(row, primary, has_rowid) for row in described),
        view=view,
        primary_key=primary,
        unique_keys=distinct(unique, but=[primary]),
        indexes=distinct(indexes),
        foreign_keys=_foreign_keys(connection, name),
        checks=tuple(checks(sql)) if not view else (),
    )


def _column(row: Any, primary: tuple[str, ...], has_rowid: bool) -> CatalogColumn:
    name, native, not_null, default, _key, hidden = row
    # An INTEGER PRIMARY KEY is the row number itself: SQLite counts.
    counts = has_rowid and primary == (name,) and native.upper() == "INTEGER"
    return CatalogColumn(
        name,
        native,
        understand(native, "sqlite"),
        nullable=not (not_null or counts),
        default=default,
        generated=counts or bool(hidden) or default is not None,
        computed=bool(hidden),
    )


def _indexes(connection: Connection, table: str) -> tuple[list[list[str]], list[list[str]]]:
    """Columns of the unique and of the other indexes, whole and on plain columns only."""
    unique: list[list[str]] = []
    others: list[list[str]] = []
    listed = _rows(
        connection,
        'select name, "unique", origin from pragma_index_list(?) where not partial'
        " order by seq desc",
        table,
    )
    for index, is_unique, origin in listed:
        names = [
            row[0]
            for row in _rows(
                connection, "select name from pragma_index_info(?) order by seqno", index
            )
        ]
        if None not in names and origin != "pk":
            (unique if is_unique else others).append(names)
    return unique, others


def _foreign_keys(connection: Connection, table: str) -> tuple[ForeignKey, ...]:
    keys: dict[int, list[Any]] = {}
    for number, parent, column, parent_column in _rows(
        connection,
        'select id, "table", "from", "to" from pragma_foreign_key_list(?) order by id desc, seq',
        table,
    ):
        keys.setdefault(number, []).append((parent, column, parent_column))
    return tuple(
        ForeignKey(
            tuple(row[1] for row in rows),
            rows[0][0],
            tuple(row[2] for row in rows if row[2] is not None),
        )
        for rows in keys.values()
    )


def checks(sql: str) -> list[CheckConstraint]:
    """The CHECKs in a CREATE TABLE text, names unquoted ("" if they have none)."""
    found: list[CheckConstraint] = []
    plain = _blank_strings(sql)
    for match in _CHECK.finditer(plain):
        end = _closing(plain, match.end())
        name = sql[match.start(1) : match.end(1)] if match.group(1) else ""
        found.append(CheckConstraint(name.strip('"`[]'), sql[match.end() : end].strip()))
    return found


def _blank_strings(sql: str) -> str:
    """The same text, same length, quoted parts and comments made harmless."""
    quoted = r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|\[[^\]]*\]|--[^\n]*|/\*.*?\*/"
    return re.sub(quoted, lambda m: "_" * len(m.group()), sql, flags=re.DOTALL)


def _closing(plain: str, start: int) -> int:
    depth = 1
    for at in range(start, len(plain)):
        depth += {"(": 1, ")": -1}.get(plain[at], 0)
        if depth == 0:
            return at
    return len(plain)
