"""Records that are changed: what they should hold afterwards, and the statements for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from migrator.model.mapping import Collision
from migrator.model.schema import Entity, FieldType
from migrator.targets.collide import differ, result
from migrator.targets.doors import Order
from migrator.targets.sql import records
from migrator.targets.sql.content import row_shas
from migrator.targets.sql.ledger import Entry
from migrator.targets.sql.session import Refusal, Session

Values = Mapping[str, str | None]


@dataclass(frozen=True)
class Changes:
    """Rows to be changed, in order. `after` is what each record should hold (the key first, then
    the fields); `writes` says per field where that must be written; `changed` where anything must.
    `kept` are the values that stand in the place of mapped ones, `too_long` the fields that what
    was appended does not fit into."""

    after: pa.Table
    writes: Mapping[str, pa.Array]
    changed: list[bool]
    kept: list[dict[str, str | None]]
    shas: list[str]
    too_long: Mapping[int, str]


def decide(
    order: Order,
    rows: pa.Table,
    ids: Sequence[str],
    held: Sequence[Values],
    known: Sequence[tuple[Entry | None, bool]],
) -> Changes:
    """What becomes of records that hold `held` now, when `rows` of the mapped fields meet them.

    The rules are for records that others made; what an earlier run of ours wrote there, and nobody
    changed since, is judged as if it had not been written. A record that we created holds what is
    mapped, unless somebody changed it since: then the rules are for it too. `known` is the
    crosswalk's entry of each row, and whether we created its record.
    """
    entity, key = order.entity, order.entity.primary_key[0]
    names = [name for name in order.fields if name != key]
    now = {n: pa.array([one.get(n) for one in held], pa.string()) for n in order.fields}
    plain, base = _bases(order, now, held, known)
    after, writes = {key: pa.array(ids, pa.string())}, {}
    for name in names:
        mapped = _whole(rows, name)
        rule = order.collisions.get(name, Collision.OVERWRITE)
        met = result(entity, name, rule, mapped, base[name])
        after[name] = pc.if_else(plain, mapped, met) if rule is not Collision.OVERWRITE else mapped
        writes[name] = differ(entity.field(name), after[name], now[name])
    changed = reduce(pc.or_, writes.values(), pa.array([False] * len(ids)))
    for name in names:
        if name not in order.collisions:  # one statement for all of these
            writes[name] = changed
    table = pa.table(after)
    return Changes(
        table,
        writes,
        changed.to_pylist(),
        _kept(order, rows, table),
        row_shas(table.select([n for n in order.fields if n in after]), entity, order.fields),
        _too_long(order, table, writes),
    )


def _bases(
    order: Order,
    now: Mapping[str, pa.Array],
    held: Sequence[Values],
    known: Sequence[tuple[Entry | None, bool]],
) -> tuple[pa.Array, dict[str, pa.Array]]:
    """Where records are ours alone and as we left them, and the values that the rules look at."""
    shas = row_shas(pa.table(dict(now)), order.entity, order.fields) if order.fields else []
    plain, bases = [], []
    for (entry, ours), values, sha in zip(known, held, shas or [""] * len(held), strict=True):
        touched = entry is not None and entry.row_sha != sha
        plain.append(ours and not touched)
        first = {} if entry is None or touched else original(entry)
        bases.append({**values, **first})
    columns = {n: pa.array([one.get(n) for one in bases], pa.string()) for n in order.fields}
    return pa.array(plain, pa.bool_()), columns


def original(entry: Entry) -> Values:
    """What the record held before the project's first run changed it."""
    values: Values = {}
    image = entry.before
    while image is not None:
        values = image["values"]
        image = (image.get("was") or {}).get("before")
    return values


def _kept(order: Order, rows: pa.Table, after: pa.Table) -> list[dict[str, str | None]]:
    found: list[dict[str, str | None]] = [{} for _ in range(after.num_rows)]
    key = order.entity.primary_key[0]
    for name in order.fields:
        if name not in order.collisions and name != key:
            continue
        values = _whole(after, name)
        other = differ(order.entity.field(name), values, _whole(rows, name))
        for n, (is_other, value) in enumerate(
            zip(other.to_pylist(), values.to_pylist(), strict=True)
        ):
            if is_other:
                found[n][name] = value
    return found


def _too_long(order: Order, after: pa.Table, writes: Mapping[str, pa.Array]) -> dict[int, str]:
    """Appended texts that the field has no room for: not every database says so."""
    found: dict[int, str] = {}
    for name, rule in order.collisions.items():
        field = order.entity.field(name)
        if rule is not Collision.APPEND or field.type is not FieldType.TEXT or not field.length:
            continue
        if name in writes:
            longer = pc.greater(pc.utf8_length(_whole(after, name)), field.length)
            wrong = pc.and_(pc.fill_null(longer, False), writes[name])
            found |= {n: name for n, bad in enumerate(wrong.to_pylist()) if bad}
    return found


def write(
    session: Session, entity: Entity, after: pa.Table, writes: Mapping[str, pa.Array]
) -> list[Refusal]:
    """UPDATE what `writes` says; refused rows as `Session.piecewise` tells them. A value that does
    not change is not sent, so it keeps every digit that it has there."""
    key = entity.primary_key[0]
    marks = {name: f"{name}?{n}" for n, name in enumerate(writes)}
    marked = after
    for name, where in writes.items():
        marked = marked.append_column(marks[name], where)

    def put(part: pa.Table) -> None:
        whole = [n for n, mark in marks.items() if pc.all(part.column(mark)).as_py()]
        records.change(session, entity, part.select([key, *whole]))
        for name in (n for n in marks if n not in whole):
            some = part.filter(part.column(marks[name]))
            records.change(session, entity, some.select([key, name]))

    return session.piecewise(marked, put)


def image_of(
    held: Values, was: Entry | None, kept: Mapping[str, str | None], *, changed: bool
) -> dict[str, Any]:
    """The before-image of the crosswalk (see `doors.LOADED`)."""
    image: dict[str, Any] = {"values": dict(held), "was": was.data() if was else None}
    if kept:
        image["kept"] = dict(kept)
    if not changed:
        image["same"] = True
    return image


def _whole(rows: pa.Table, name: str) -> pa.Array:
    return pa.concat_arrays(rows.column(name).chunks) if rows.num_rows else pa.array([], "string")
