"""Which records that others put into the target are records of ours: found before anything is
written, never guessed.

By key: the target's own idea of equal decides (its collation). By the duplicates rules: what the
match stage found between the ready records and the target's (suspects_<entity>). A record of the
target is met by one of ours at most; whatever else fits is kept back with a reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa

from migrator.errors import TargetError
from migrator.model.loading import LoadSettings, WriteMode
from migrator.model.text import Text
from migrator.progress import Progress
from migrator.stages.load_payload import Payload, folded_key
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging
from migrator.targets.base import LEDGER, Target
from migrator.targets.ids import match_key

EQUAL = pa.schema([("value", pa.string()), ("same", pa.string())])
_LISTED = 5


@dataclass(frozen=True)
class Way:
    """How records of others are recognised: by fields, or by the duplicates rules."""

    by: tuple[str, ...] = ()
    rules: bool = False

    def __bool__(self) -> bool:
        return bool(self.by) or self.rules


def way_of(settings: LoadSettings, payload: Payload) -> Way:
    """What the plan says about the entity; the modes update and upsert need a way in any case.
    Raises TargetError where there is no key for it."""
    asked = next((m for m in settings.matching if m.entity == payload.entity.name), None)
    if asked and (asked.fields or asked.rules):
        return Way(() if asked.rules else asked.fields, asked.rules)
    if settings.mode is WriteMode.INSERT:
        return Way()
    return Way(match_key(payload.entity, payload.step.load.fields, payload.ids))


def troubles(way: Way, payload: Payload) -> list[str]:
    """Why records cannot be recognised this way, as sentences."""
    name, fields = payload.entity.name, payload.step.load.fields
    allowed = {*fields, *payload.entity.primary_key}
    told = [f"{name}.{f} is not mapped: nothing can be found by it." for f in way.by
            if f not in allowed]  # fmt: skip
    told += [f"{name}.{f} is a lookup: nothing can be found by it." for f in way.by
             if f in payload.step.load.lookups]  # fmt: skip
    return told


def ledger_table(entity: str) -> str:
    """Staging table of what the target's ledger holds of the project (schema LEDGER)."""
    return f"load_ledger_{entity}"


def read_ledger(staging: Staging, target: Target, project: str, payload: Payload) -> None:
    """Write the table of the ledger; empty for a target that keeps none."""
    batches = target.ledger(project, payload.entity) or iter(())
    staging.write(ledger_table(payload.entity.name), LEDGER, batches)


def read_existing(
    staging: Staging, target: Target, payload: Payload, fields: Sequence[str], progress: Progress
) -> int:
    """Write existing_<entity> with `fields`; returns its rows."""
    listed = tuple(dict.fromkeys(fields))
    schema = pa.schema([(name, pa.string()) for name in ("target_id", *listed)])
    label = f"look {payload.entity.name}"

    def batches() -> Iterator[pa.RecordBatch]:
        rows = 0
        progress.update(0, None, label)
        for batch in target.read_back(payload.entity, listed, only_ours=False):
            yield pa.RecordBatch.from_arrays(batch.columns, schema=schema)
            rows += batch.num_rows
            progress.update(rows, None, label)

    there = target.schema().has(payload.entity.name)
    return staging.write(names.existing(payload.entity.name), schema, batches() if there else ())


def meet(staging: Staging, target: Target, payload: Payload, way: Way) -> None:
    """Write meeting_<entity> from existing_<entity> and the ledger, both read before."""
    name = payload.entity.name
    if way.rules:
        if not staging.exists(names.suspects(name)):
            raise TargetError(
                Text(
                    f"The records of {name} in the target were not compared yet.",
                    f"رکوردهای «{name}» در مقصد هنوز مقایسه نشده‌اند.",
                )
            )
        staging.create(names.meeting(name), _by_rules(name))
        return
    sides = [_Side(staging, target, payload, field, n) for n, field in enumerate(way.by)]
    staging.create(names.meeting(name), _by_key(name, sides, payload))
    for side in sides:
        staging.run(f"drop table if exists {side.table}")


class _Side:
    """One field of a key: a table from its values to texts that are equal where the target calls
    the values equal."""

    def __init__(
        self, staging: Staging, target: Target, payload: Payload, field: str, no: int
    ) -> None:
        name = payload.entity.name
        self.ours = payload.value_of(field)
        self.theirs = f"e.{quote(field)}"
        self.table = f"load_equal_{no}"
        values = (
            f"select {self.ours} as v from {quote(names.ready(name))} r"
            f" union select {self.theirs} from {quote(names.existing(name))} e"
        )
        there = target.schema().has(name)

        def batches() -> Iterator[pa.RecordBatch]:
            for batch in staging.arrow(f"select v from ({values}) where v is not null"):
                column = batch.column(0).cast(pa.string())
                same = target.equal_keys(payload.entity, field, column) if there else column
                yield pa.RecordBatch.from_arrays([column, same.cast(pa.string())], schema=EQUAL)

        made = list(batches())
        staging.write(self.table, EQUAL, made)
        self.table = staging.physical(self.table)


def _joined(sides: Sequence[_Side], ours: bool) -> tuple[str, str]:
    """Joins to the sides' tables, and the key as a list."""
    joins, parts = [], []
    for n, side in enumerate(sides):
        value = side.ours if ours else side.theirs
        joins.append(f"join {quote(side.table)} q{n} on q{n}.value = {value}")
        parts.append(f"q{n}.same")
    return " ".join(joins), f"[{', '.join(parts)}]"


def _by_key(name: str, sides: Sequence[_Side], payload: Payload) -> str:
    our_joins, our_key = _joined(sides, ours=True)
    their_joins, their_key = _joined(sides, ours=False)
    ledger = quote(ledger_table(name))
    shown = ", ".join(side.ours for side in sides)
    return f"""
        with ours as (
            select r._gid, {our_key} as k, concat_ws(' / ', {shown}) as shown,
                {folded_key("r._key")} in (select key from {ledger}) as known
            from {quote(names.ready(name))} r {our_joins}),
        theirs as (
            select e.target_id, {their_key} as k,
                e.target_id in (select target_id from {ledger}) as known
            from {quote(names.existing(name))} e {their_joins}),
        here as (select k, count(*) as n from ours group by k),
        there as (
            select k, count(*) as n, min(target_id) as target_id, bool_or(known) as known,
                {_some("target_id")} as listed
            from theirs group by k)
        select o._gid,
            case when h.n = 1 and t.n = 1 and not t.known then t.target_id end as target_id,
            case when h.n > 1 then 'same_key'
                 when t.n > 1 or t.known then 'target_ambiguous' end as code,
            case when h.n > 1 then o.shown else t.listed end as detail
        from ours o join here h using (k) left join there t using (k)
        where not o.known and (h.n > 1 or t.n > 0){_chosen(payload)}"""


def _chosen(payload: Payload) -> str:
    return f" and o._gid in (select _gid from {payload.only})" if payload.only else ""


def _by_rules(name: str) -> str:
    ledger = quote(ledger_table(name))
    return f"""
        with open as (
            select s.* from {quote(names.suspects(name))} s
            join {quote(names.ready(name))} r using (_gid)
            where {folded_key("r._key")} not in (select key from {ledger})
                and s.target_id not in (select target_id from {ledger})),
        mine as (select _gid, count(*) filter (sure) as sure, {_some("target_id")} as listed,
                min(target_id) filter (sure) as target_id from open group by _gid),
        fought as (select target_id from open where sure group by target_id having count(*) > 1)
        select _gid,
            case when sure = 1 and target_id not in (from fought) then target_id end as target_id,
            case when sure = 0 then 'target_unsure'
                 when sure > 1 or target_id in (from fought) then 'target_ambiguous' end as code,
            listed as detail
        from mine"""


def _some(column: str) -> str:
    """The first few distinct values, in words."""
    some = f"list_sort(list_distinct(list({column})))"
    more = literal(" ...")
    return (
        f"array_to_string({some}[1:{_LISTED}], ', ')"
        f" || case when len({some}) > {_LISTED} then {more} else '' end"
    )
