"""Records that are in the target already: found, locked, read, changed, removed; many at once.

Keys and values travel through temporary tables whose columns have the types of the target's own,
so the database itself compares and converts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from migrator.databases.native import column_sql
from migrator.model.schema import Entity, Field, FieldType
from migrator.targets.sql.session import Session

_NO = Field("kooch_no", FieldType.INTEGER)


def key_of(entity: Entity) -> Field:
    """The field of the primary key."""
    return entity.field(entity.primary_key[0])


def find(
    session: Session, entity: Entity, by: Sequence[str], keys: pa.Table, fields: Sequence[str]
) -> dict[int, tuple[str, dict[str, str | None]]]:
    """Lock and read the records whose fields `by` equal a row of `keys` (its columns, in order):
    row number -> target id and the values of `fields`, in canonical text. Rows that match nothing
    are left out."""
    rows = _found(session, entity, by, keys, fields)
    return {int(row[0]): (row[1], dict(zip(fields, row[2:], strict=True))) for row in rows}


def seen(
    session: Session, entity: Entity, by: Sequence[str], keys: pa.Table
) -> dict[int, set[str]]:
    """Lock the records whose fields `by` equal a row of `keys`: row number -> all their target
    ids."""
    ids: dict[int, set[str]] = {}
    for row in _found(session, entity, by, keys, ()):
        ids.setdefault(int(row[0]), set()).add(row[1])
    return ids


def _found(
    session: Session, entity: Entity, by: Sequence[str], keys: pa.Table, fields: Sequence[str]
) -> list[tuple[Any, ...]]:
    if not keys.num_rows:
        return []
    table = session.quote(entity.name)
    columns = ", ".join(session.quote(name) for name in by)
    on = " and ".join(f"t.{session.quote(name)} = n.{session.quote(name)}" for name in by)
    wanted = [key_of(entity), *(entity.field(name) for name in fields)]
    source = f"from {table} t join kooch_find n on {on}"
    numbered = keys.rename_columns(list(by)).add_column(
        0, _NO.name, pa.array(range(keys.num_rows), pa.int64())
    )
    with session.temporary_table(
        "kooch_find", f"select 0 as kooch_no, {columns} from {table} where 1 = 0"
    ):
        session.insert("kooch_find", [_NO, *(entity.field(name) for name in by)], numbered)
        if session.update_lock:
            session.execute(f"select 1 {source}{session.update_lock}")
        listed = ", ".join(
            column_sql(f"t.{session.quote(f.name)}", f.native_type, session.dialect) for f in wanted
        )
        # Names of their own: a mapped key would stand twice in the result.
        shown = [_NO, *(_renamed(f, n) for n, f in enumerate(wanted))]
        found = session.select(f"select n.kooch_no, {listed} {source}", shown)
    return list(zip(*(column.to_pylist() for column in found.columns), strict=True))


def _renamed(field: Field, place: int) -> Field:
    return Field(
        f"v{place}", field.type, field.length, field.precision, field.scale,
        native_type=field.native_type,
    )  # fmt: skip


def change(session: Session, entity: Entity, rows: pa.Table) -> None:
    """UPDATE by primary key: `rows` has the key as its first column, then the fields to set."""
    key = key_of(entity)
    names = [name for name in rows.column_names if name != key.name]
    if not names or not rows.num_rows:
        return
    table = session.quote(entity.name)
    columns = ", ".join(session.quote(name) for name in (key.name, *names))
    fields = [key, *(entity.field(name) for name in names)]
    with session.temporary_table("kooch_new", f"select {columns} from {table} where 1 = 0"):
        session.insert("kooch_new", fields, rows.select([key.name, *names]))
        quoted = session.quote(key.name)
        sets = [(session.quote(name), f"n.{session.quote(name)}") for name in names]
        session.execute(session.join_update(table, "kooch_new", f"t.{quoted} = n.{quoted}", sets))


def remove(session: Session, entity: Entity, ids: pa.Table) -> None:
    """DELETE by primary key: `ids` has one column of target ids."""
    key = key_of(entity)
    table, quoted = session.quote(entity.name), session.quote(key.name)
    with session.temporary_table("kooch_gone", f"select {quoted} from {table} where 1 = 0"):
        session.insert("kooch_gone", [key], ids.rename_columns([key.name]))
        session.execute(f"delete from {table} where {quoted} in (select {quoted} from kooch_gone)")


def referred(session: Session, child: Entity, field: str, ids: pa.Table) -> set[int]:
    """The row numbers of `ids` that some record of `child` holds in `field`."""
    if not ids.num_rows:
        return set()
    table, quoted = session.quote(child.name), session.quote(field)
    numbered = ids.rename_columns([field]).add_column(
        0, _NO.name, pa.array(range(ids.num_rows), pa.int64())
    )
    with session.temporary_table(
        "kooch_find", f"select 0 as kooch_no, {quoted} from {table} where 1 = 0"
    ):
        session.insert("kooch_find", [_NO, child.field(field)], numbered)
        rows = session.execute(
            f"select distinct n.kooch_no from kooch_find n"
            f" join {table} t on t.{quoted} = n.{quoted}"
        )
    return {int(row[0]) for row in rows}
