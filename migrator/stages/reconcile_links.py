"""Records beside those compared: parents that lookups point to, and records of others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from migrator.model.schema import Entity
from migrator.stages.reconcile_sql import Compared
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging
from migrator.targets.base import Target

_DANGLING, _ALL = "reconcile_dangling", "reconcile_all"
_ID = pa.schema([("id", pa.string())])


def mark_orphans(
    staging: Staging, target: Target, entities: Sequence[Entity], child: str, field: Compared
) -> None:
    """Note in difference_<child> every loaded record whose lookup `field` points to a record that
    is not in the target: `orphan` stands there instead of another kind, or in a row of its own
    where the lookup is as planned and its parent has gone. `entities` are those of the target."""
    gone = " union all ".join(
        f"select target_id from {quote(names.difference(parent))} where kind = 'missing'"
        for parent in field.parents
        if staging.exists(names.difference(parent))
    )
    table = quote(staging.physical(names.difference(child)))
    name = literal(field.name)
    if gone and staging.scalar(f"select count(*) from ({gone})"):
        # Lookups that are as planned: their parents were there, and are not any more.
        staging.run(_orphaned(table, child, field, gone))
    elsewhere = (
        f"field = {name} and kind in ('differs', 'truncated', 'changed') and found is not null"
    )
    suspects = f"select distinct found from {table} where {elsewhere}"
    ours = " union all ".join(
        f"select target_id from {quote(names.outcome(parent))} where target_id is not null"
        for parent in field.parents
    )
    unknown = [
        row[0]
        for row in staging.rows(
            f"""select found from ({suspects}) where found not in ({ours})
                {f"or found in ({gone})" if gone else ""}"""
        )
    ]
    if unknown:
        parents = [entity for entity in entities if entity.name in field.parents]
        _settle(staging, table, elsewhere, _absent(target, parents, unknown))


def _orphaned(table: str, child: str, field: Compared, gone: str) -> str:
    loaded = " union all ".join(
        f"select _gid, target_id from {quote(names.outcome(parent))} where state = 'loaded'"
        for parent in field.parents
    )
    return f"""insert into {table}
        select r._gid, o.target_id, {literal(field.name)}, 'orphan', p.target_id, p.target_id
        from {quote(names.ready(child))} r
        join {quote(names.outcome(child))} o on o._gid = r._gid and o.state = 'loaded'
        join ({loaded}) p on p._gid = try_cast(r.{quote(field.name)} as bigint)
        where p.target_id in ({gone})
            and not exists (select 1 from {table} d where d._gid = r._gid
                and (d.kind = 'missing' or d.field = {literal(field.name)}))"""


def _absent(target: Target, parents: Sequence[Entity], ids: Sequence[str]) -> pa.Array:
    """Those of `ids` that no record of the target has, whoever made it."""
    left = pa.array(ids, pa.string())
    for parent in parents:
        for batch in target.read_back(parent, [], only_ours=False):
            there = pc.is_in(left, value_set=batch.column("target_id").cast(pa.string()))
            left = left.filter(pc.invert(there))
            if not len(left):
                return left
    return left


def _settle(staging: Staging, table: str, where: str, absent: pa.Array) -> None:
    if len(absent):
        staging.write(_DANGLING, _ID, [pa.RecordBatch.from_arrays([absent], schema=_ID)])
        staging.run(
            f"""update {table} set kind = 'orphan'
                where {where} and found in (select id from {quote(_DANGLING)})"""
        )


def list_strangers(staging: Staging, target: Target, entity: Entity) -> int:
    """Note every record of the target that this project did not load as an extra one; returns how
    many there are."""
    staging.write(_ALL, _ID, _ids(target, entity))
    table = staging.physical(names.difference(entity.name))
    before = staging.count(table)
    staging.run(
        f"""insert into {quote(table)} select null, id, '', 'extra', null, id from {quote(_ALL)}
            where id not in (select target_id from {quote(names.outcome(entity.name))}
                    where target_id is not null)
                and id not in (select target_id from {quote(table)} where kind = 'extra')"""
    )
    return staging.count(table) - before


def _ids(target: Target, entity: Entity) -> Iterator[pa.RecordBatch]:
    for batch in target.read_back(entity, [], only_ours=False):
        yield pa.RecordBatch.from_arrays([batch.column("target_id").cast(pa.string())], schema=_ID)


def broken(staging: Staging, entity: str, fields: Sequence[Compared]) -> dict[str, dict[str, int]]:
    """Per lookup that is not whole: records that point to nothing that is there (`orphan`), lost
    their parent (`lost`) or have another one (`wrong`)."""
    lookups = ", ".join(literal(one.name) for one in fields if one.parents)
    if not lookups:
        return {}
    found: dict[str, dict[str, int]] = {}
    for name, what, count in staging.rows(
        f"""select field, case when kind = 'orphan' then 'orphan' when found is null then 'lost'
                else 'wrong' end as what, count(*)
            from {quote(names.difference(entity))} where field in ({lookups})
            group by all order by all"""
    ):
        found.setdefault(name, {})[what] = int(count)
    return found
