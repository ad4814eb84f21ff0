"""What the target would refuse, by its own schema: empty, too long, not allowed, taken, orphan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa

from migrator.model.loading import IdStrategy
from migrator.model.schema import Entity, Field, FieldType
from migrator.stages.load_meeting import EQUAL
from migrator.stages.load_payload import Payload
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging
from migrator.targets.base import Target

_AFTER = "predict_after"


@dataclass(frozen=True)
class Candidates:
    """Rows that would be written: `after` is SQL of `_gid`, `_key`, `id`, `old`, `ours` and the
    fields as they would be; `live` is the entity as the target has it."""

    staging: Staging
    payload: Payload
    live: Entity
    after: str

    @property
    def name(self) -> str:
        return self.payload.step.name


def refuse(candidates: Candidates, target: Target, there: bool) -> None:
    """Turn the class of refused rows in predicted_<entity> to `reject`. `there`: the target has the
    entity already."""
    staging, payload = candidates.staging, candidates.payload
    staging.create(_AFTER, candidates.after)
    strict = target.capabilities.enforces_types
    for field in candidates.live.fields:
        _judge_field(candidates, field, strict)
    if strict:
        for relationship in candidates.live.relationships:
            if (
                relationship.field in payload.step.load.fields
                and relationship.field not in payload.step.load.lookups
            ):
                _judge_parent(candidates, target, relationship.field, relationship.parent)
    keys = [*candidates.live.unique_keys]
    if payload.ids is IdStrategy.MAPPED:
        keys.append(candidates.live.primary_key)
    for key in keys:
        if set(key) <= set(payload.fields):
            _judge_key(candidates, target, key, there)


def _reject(candidates: Candidates, code: str, field: str, where: str, detail: str = "''") -> None:
    """`where` and `detail` speak of a row `a` of what would be written."""
    table = candidates.staging.physical(names.predicted(candidates.name))
    candidates.staging.run(
        f"""update {quote(table)} p set class = 'reject', code = {literal(code)},
            field = {literal(field)}, detail = {detail},
            target_id = case when a.ours then p.target_id end
            from {quote(_AFTER)} a where a._gid = p._gid
            and p.class in ('create', 'update') and ({where})"""
    )


def _judge_field(candidates: Candidates, field: Field, strict: bool) -> None:
    sent = field.name in candidates.payload.fields
    key = candidates.payload.entity.primary_key
    if field.required and (field.name,) != tuple(key):
        if sent:
            _reject(candidates, "required", field.name, f"a.{quote(field.name)} is null")
        elif not field.generated and field.name not in candidates.payload.step.late:
            _reject(candidates, "required", field.name, "not a.old")
    if not sent:
        return
    value = f"a.{quote(field.name)}"
    if strict and field.type is FieldType.TEXT and field.length:
        long = f"length({value}) > {field.length}"
        _reject(candidates, "too_long", field.name, long, f"length({value})::varchar")
    if field.picklist:
        allowed = ", ".join(literal(item.value) for item in field.picklist)
        wrong = f"{value} is not null and {value} not in ({allowed})"
        _reject(candidates, "not_in_picklist", field.name, wrong, value)


def _judge_parent(candidates: Candidates, target: Target, field: str, parent: str) -> None:
    """A lookup that is mapped as the target's own key: the record must be there."""
    staging = candidates.staging
    known = f"predict_ids_{parent}"
    entity = next((e for e in target.schema().entities if e.name == parent), None)
    if entity is None or len(entity.primary_key) != 1:
        return
    schema = pa.schema([("target_id", pa.string())])
    staging.write(known, schema, target.read_back(entity, (), only_ours=False))
    there = f"select target_id from {quote(known)}"
    if staging.exists(names.predicted(parent)):
        there += f" union select target_id from {quote(names.predicted(parent))}"
        there += " where class in ('create', 'update', 'skip')"
    value = f"a.{quote(field)}"
    where = f"{value} is not null and {value} not in ({there})"
    _reject(candidates, "missing_parent", field, where, f"{literal(parent + ' ')} || {value}")


def _judge_key(candidates: Candidates, target: Target, key: Sequence[str], there: bool) -> None:
    """Rows whose unique key another record has: one that is there, or one that goes before."""
    staging = candidates.staging
    tables = [_equal(candidates, target, name, no, there) for no, name in enumerate(key)]
    ours = _keyed(tables, [f"a.{quote(name)}" for name in key])
    theirs = _keyed(tables, [f"e.{quote(name)}" for name in key])
    staging.create(
        "predict_taken",
        f"""with o as (select a._gid, case when a.old then a.id end as id, {ours[1]} as k
                from {quote(_AFTER)} a
                join {quote(names.predicted(candidates.name))} p on p._gid = a._gid
                    and p.class in ('create', 'update', 'skip') {ours[0]}),
            e as (select e.target_id, {theirs[1]} as k
                from {quote(names.existing(candidates.name))} e {theirs[0]}),
            n as (select _gid, row_number() over (partition by k order by _gid) as place from o)
            select distinct o._gid from o left join e on e.k = o.k
                and e.target_id is distinct from o.id join n on n._gid = o._gid
            where e.target_id is not null or n.place > 1""",
    )
    where = "a._gid in (select _gid from predict_taken)"
    _reject(candidates, "not_unique", ", ".join(key), where)


def _keyed(tables: Sequence[str], values: Sequence[str]) -> tuple[str, str]:
    joins = " ".join(
        f"join {quote(table)} q{n} on q{n}.value = {value}"
        for n, (table, value) in enumerate(zip(tables, values, strict=True))
    )
    return joins, f"[{', '.join(f'q{n}.same' for n in range(len(tables)))}]"


def _equal(candidates: Candidates, target: Target, name: str, no: int, there: bool) -> str:
    """A table from the values of a field to texts that are equal where the target calls them
    equal."""
    staging, entity = candidates.staging, candidates.live
    sql = (
        f"select v from (select {quote(name)} as v from {quote(_AFTER)} union"
        f" select {quote(name)} from {quote(names.existing(candidates.name))}) where v is not null"
    )

    def batches() -> Iterator[pa.RecordBatch]:
        for batch in staging.arrow(sql):
            column = batch.column(0).cast(pa.string())
            same = target.equal_keys(entity, name, column) if there else column
            yield pa.RecordBatch.from_arrays([column, same.cast(pa.string())], schema=EQUAL)

    table = f"predict_equal_{no}"
    staging.write(table, EQUAL, list(batches()))
    return table
