"""The catalogue of PostgreSQL: pg_catalog, all schemas but the system's."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection

from migrator.databases.engine import driver_rows, driver_sql
from migrator.databases.native import understand
from migrator.databases.tables import CatalogColumn, CatalogTable, distinct
from migrator.model.schema import CheckConstraint
from migrator.model.source import ForeignKey

_OURS = "n.nspname <> 'information_schema' and n.nspname !~ '^pg_'"
_COLUMNS = f"""
select n.nspname, c.relname, c.relkind::text, a.attname, format_type(a.atttypid, a.atttypmod),
       not a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity <> '', a.attgenerated <> '',
       case when t.typtype = 'd' then format_type(t.typbasetype, t.typtypmod) end,
       (select array_agg(e.enumlabel::text order by e.enumsortorder)
          from pg_enum e where e.enumtypid = t.oid)
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type t on t.oid = a.atttypid
left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition and {_OURS}
order by n.nspname, c.relname, a.attnum"""
_NAMES = """(select array_agg(a.attname::text order by part.at)
   from unnest({keys}) with ordinality part(no, at)
   join pg_attribute a on a.attrelid = {table} and a.attnum = part.no)"""
_CONSTRAINTS = f"""
select n.nspname, c.relname, k.contype::text, k.conname,
       {_NAMES.format(keys="k.conkey", table="k.conrelid")},
       pg_get_expr(k.conbin, k.conrelid), pn.nspname, p.relname,
       {_NAMES.format(keys="k.confkey", table="k.confrelid")}
from pg_constraint k
join pg_class c on c.oid = k.conrelid
join pg_namespace n on n.oid = c.relnamespace
left join pg_class p on p.oid = k.confrelid
left join pg_namespace pn on pn.oid = p.relnamespace
where k.contype in ('p', 'u', 'f', 'c') and {_OURS}
order by k.oid"""
_INDEXED = _NAMES.format(keys="(i.indkey::int2[])[0:i.indnkeyatts - 1]", table="i.indrelid")
_INDEXES = f"""
select n.nspname, c.relname, i.indisunique, {_INDEXED}
from pg_index i
join pg_class c on c.oid = i.indrelid
join pg_namespace n on n.oid = c.relnamespace
where i.indpred is null and i.indexprs is null and not i.indisprimary and {_OURS}
  and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid
                    and k.contype in ('p', 'u'))
order by i.indexrelid"""


def tables(connection: Connection) -> list[CatalogTable]:
    """All tables, partitioned tables (not their parts), views, materialised views and foreign
    tables."""
    default = str(driver_sql(connection, "select coalesce(current_schema(), '')").scalar_one())
    columns: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in driver_rows(connection, _COLUMNS):
        columns[row[0], row[1]].append(row)
    keys: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in driver_rows(connection, _CONSTRAINTS):
        keys[row[0], row[1]].append(row)
    indexes: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in driver_rows(connection, _INDEXES):
        indexes[row[0], row[1]].append(row)
    return [
        _table(place, found, (keys[place], indexes[place]), default)
        for place, found in columns.items()
    ]


def _table(
    place: tuple[str, str], columns: list[Any], keys: tuple[list[Any], list[Any]], default: str
) -> CatalogTable:
    constraints, indexes = keys
    by_kind: dict[str, list[Any]] = defaultdict(list)
    for row in constraints:
        by_kind[row[2]].append(row)
    primary = tuple(by_kind["p"][0][4]) if by_kind["p"] else ()
    unique = [*(row[4] for row in by_kind["u"]), *(row[3] for row in indexes if row[2])]
    namespace = "" if place[0] == default else place[0]
    return CatalogTable(
        place[1],
        columns=tuple(_column(row) for row in columns),
        namespace=namespace,
        view=columns[0][2] in ("v", "m"),
        primary_key=primary,
        unique_keys=distinct(unique, but=[primary]),
        indexes=distinct(row[3] for row in indexes if not row[2]),
        foreign_keys=tuple(_foreign_key(row, default) for row in by_kind["f"]),
        checks=tuple(CheckConstraint(row[3], row[5] or "") for row in by_kind["c"]),
    )


def _column(row: Any) -> CatalogColumn:
    native, base = row[4], row[9]
    default = None if row[8] else row[6]
    return CatalogColumn(
        row[3],
        native,
        understand(base or native, "postgresql"),
        nullable=bool(row[5]),
        default=default,
        generated=bool(row[7] or row[8] or default is not None),
        computed=bool(row[8]),
        values=tuple(row[10] or ()),
    )


def _foreign_key(row: Any, default: str) -> ForeignKey:
    parent = row[7] if row[6] == default else f"{row[6]}.{row[7]}"
    return ForeignKey(tuple(row[4]), parent, tuple(row[8]))
