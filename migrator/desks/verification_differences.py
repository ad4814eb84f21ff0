"""The differences that a person asks for: of an entity, a kind, a field or a segment."""

from __future__ import annotations

from migrator.model.plan import Plan
from migrator.model.relations import parents_of
from migrator.model.segments import Part
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging

_ZONED = r"'[T ].*([+-]\d\d(:?\d\d)?)$'"


def differences_sql(
    staging: Staging,
    plan: Plan,
    entity: str = "",
    kind: str = "",
    field: str = "",
    part: Part | None = None,
) -> str:
    """SELECT of differences in the order of the plan's entities; "" when nothing was compared.

    With `field` those of that field and of whole records; with `part` those of records that should
    be in the segment or were found in it. A record that nobody expected may be in any.
    """
    entity = part.entity if part else entity
    parts = []
    for place, name in enumerate(plan.entities()):
        table = names.difference(name)
        if entity in ("", name) and staging.exists(table):
            wanted = [
                f"d.kind = {literal(kind)}" if kind else "",
                f"d.field in ('', {literal(field)})" if field else "",
                _in_part(staging, plan, part) if part else "",
            ]
            parts.append(
                f"select {place} as place, {literal(name)} as entity, d._gid, g._key,"
                f" d.target_id, d.field, d.kind, d.expected, d.found from {quote(table)} d"
                f" left join {quote(names.golden(name))} g on g._gid = d._gid where "
                + (" and ".join(one for one in wanted if one) or "true")
            )
    return " union all ".join(parts)


def _in_part(staging: Staging, plan: Plan, part: Part) -> str:
    ready = names.ready(part.entity)
    if not staging.exists(ready) or part.field not in staging.columns(ready):
        return "false"
    value = "null" if part.value is None else literal(part.value)
    column = f"r.{quote(part.field)}"
    if f"_raw_{part.field}" in staging.columns(ready):
        column = _parent_id(staging, plan, part, column)
    mine = f"select r._gid from {quote(ready)} r where {_key(part, column)} = {value}"
    if part.value is None:
        mine = f"select r._gid from {quote(ready)} r where {column} is null"
    found = f"{_key(part, 'd.found')} is not distinct from {value}"
    moved = f"(d.field = {literal(part.field)} and {found})"
    return f"(d._gid in ({mine}) or {moved} or d.kind = 'extra')"


def _key(part: Part, value: str) -> str:
    """What a value is counted under, as the reconciliation does it."""
    if part.kind != "month":
        return value
    utc = f"strftime(try_cast({value} as timestamptz) at time zone 'UTC', '%Y-%m')"
    return f"case when regexp_matches({value}, {_ZONED}) then {utc} else left({value}, 7) end"


def _parent_id(staging: Staging, plan: Plan, part: Part, column: str) -> str:
    parents = parents_of(plan, part.entity).get(part.field, ())
    loaded = [
        f"select _gid, target_id from {quote(names.outcome(parent))} where state = 'loaded'"
        for parent in parents
        if staging.exists(names.outcome(parent))
    ]
    if not loaded:
        return "null::varchar"
    return f"""(select any_value(p.target_id) from ({" union all ".join(loaded)}) p
        where p._gid = try_cast({column} as bigint))"""
