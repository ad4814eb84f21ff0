"""The stage "predict": what a load would do with every ready record, found without writing.

The target's records are read; what then becomes of those that ours meet is decided by the same
code that the load runs, and what the target would refuse is judged by its own schema.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from migrator.model.loading import IdStrategy, WriteMode
from migrator.model.reports import StageReport
from migrator.model.schema import Entity, Schema
from migrator.progress import Progress
from migrator.stages.load_meeting import ledger_table
from migrator.stages.load_order import Step
from migrator.stages.load_payload import MEETS, Payload, folded_key
from migrator.stages.load_section import LoadSection, Payloads
from migrator.stages.predict_refusals import Candidates, refuse
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging
from migrator.targets.collide import Happens, happens
from migrator.targets.doors import BatchKind, Order
from migrator.targets.opening import door_of
from migrator.targets.sql.changes import decide
from migrator.targets.sql.content import row_shas
from migrator.targets.sql.ledger import Entry

READS = ("ready",)
WRITES = ("predicted", "collided")
VERSION = 1
NEW = "new:"  # how the key of a record begins that the target will count itself
_MET = "predict_met"


def run(staging: Staging, section: LoadSection, progress: Progress) -> StageReport:
    """Write predicted_<entity> and collided_<entity> of every entity.

    Facts per entity: `create`, `update`, `skip`, `reject`, `wait` (records), `causes` (code, field,
    records), `fields` (field to what would become of how many values) and `left` (records of
    earlier runs that are planned no more). Raises TargetError.
    """
    started = time.perf_counter()
    schema = section.target.schema()
    predictor = _Predictor(staging, section, schema, progress)
    facts = {"entities": {step.name: predictor.predict(step) for step in predictor.steps}}
    rows = {
        name: staging.count(name)
        for step in predictor.steps
        for name in (names.predicted(step.name), names.collided(step.name))
    }
    attention = sum(one["reject"] + one["wait"] for one in facts["entities"].values())
    seconds = round(time.perf_counter() - started, 3)
    return StageReport("predict", rows, facts, (), attention, seconds)


def writes(entities: Sequence[str]) -> list[str]:
    """The logical tables that `run` writes."""
    return [name(entity) for entity in entities for name in (names.predicted, names.collided)]


class _Predictor:
    def __init__(
        self, staging: Staging, section: LoadSection, schema: Schema, progress: Progress
    ) -> None:
        self.staging = staging
        self.section = section
        self.schema = schema
        self.progress = progress
        self.links = door_of(section.target).links
        self.payloads = Payloads(staging, section, self.links, names.predicted)
        self.steps = self.payloads.steps

    def predict(self, step: Step) -> dict[str, Any]:
        """One entity; those of its parents are written already."""
        live = self._live(step)
        more = tuple(dict.fromkeys(_read(step.load.fields, live)))
        payload = self.payloads.meet(step, more, self.progress)
        order = self.payloads.order(step, BatchKind.LOAD, payload.fields)
        self._decide(payload, order)
        candidates = Candidates(self.staging, payload, live, self._after(payload, order))
        self._class(payload, order)
        refuse(candidates, self.section.target, self.schema.has(step.name))
        self._collided(payload, order)
        return self._facts(payload)

    def _live(self, step: Step) -> Entity:
        """The entity as the target has it, or will have it when the load has made it."""
        there = self.schema.has(step.name)
        return self.schema.entity(step.name) if there else step.load.entity

    # -- records that are there

    def _decide(self, payload: Payload, order: Order) -> None:
        """The table of rows whose record is there: `_gid`, `class`, `field`, and per field number n
        what happens (`w<n>`), the value held (`h<n>`) and the one afterwards (`a<n>`)."""
        name, fields = payload.step.name, order.fields
        meets = f"q.{MEETS}" if payload.meets else "null"
        columns = [f"q.{quote(f)} as m{n}" for n, f in enumerate(fields)]
        columns += [f"e.{quote(f)} as h{n}" for n, f in enumerate(fields)]
        sql = f"""select q._gid, q._key, k.target_id as known, {meets} as meets, k.action, k.sha,
                k.image, e.target_id as there {"".join(f", {c}" for c in columns)}
            from ({payload.rows()}) q left join {quote(ledger_table(name))} k on k.key = q._key
            left join {quote(names.existing(name))} e
                on e.target_id = coalesce(k.target_id, {meets})
            where k.key is not null or {meets} is not null"""
        schema = pa.schema(
            [("_gid", pa.int64()), ("class", pa.string()), ("field", pa.string())]
            + [(f"{part}{n}", pa.string()) for n in range(len(fields)) for part in "wha"]
        )
        label = f"compare {name}"
        self.progress.update(0, None, label)

        def decided() -> Iterator[pa.RecordBatch]:
            done = 0
            for batch in self.staging.arrow(sql, 10_000):
                yield _decided(order, batch, schema)
                done += batch.num_rows
                self.progress.update(done, None, label)

        self.staging.write(_MET, schema, decided())

    def _after(self, payload: Payload, order: Order) -> str:
        """SQL of every row that would be written: `_gid`, `_key`, `id` (NULL if the target counts),
        `old` (whether the record is there), `ours` (whether the ledger knows it) and the fields as
        they would be."""
        columns = [
            f"case when d._gid is not null then d.a{n} else q.{quote(f)} end as {quote(f)}"
            for n, f in enumerate(order.fields)
        ]
        meets = f"q.{MEETS}" if payload.meets else "null"
        return f"""select q._gid, q._key, d._gid is not null as old, k.key is not null as ours,
                coalesce(k.target_id, {meets}, nullif(q.target_id, '')) as id
                {"".join(f", {c}" for c in columns)}
            from ({payload.rows()}) q
            left join {quote(ledger_table(payload.step.name))} k on k.key = q._key
            left join {quote(_MET)} d on d._gid = q._gid"""

    # -- every record

    def _class(self, payload: Payload, order: Order) -> None:
        """predicted_<entity> before anything is refused."""
        name = payload.step.name
        new = literal(NEW)
        counted = payload.ids is IdStrategy.IDENTITY
        fresh = f"{new} || r._gid" if counted else "f.id"
        only_update = order.mode is WriteMode.UPDATE
        otherwise, code = ("'reject'", "'missing'") if only_update else ("'create'", "null")
        if not self.links:  # files have no ledger: what is there is known by its id
            there = f"f.id in (select target_id from {quote(names.existing(name))})"
            otherwise = f"(case when {there} then 'skip' else 'create' end)"
        left, chosen = _unsent(payload)
        self.staging.create(
            names.predicted(name),
            f"""with held as (select _gid, min(code) as code, min(field) as field,
                    min(detail) as detail from ({payload.held()}) group by _gid),
                free as ({self._after(payload, order)})
                select r._gid, r._key,
                    case when {left} then case when k.key is null then 'wait' else 'skip' end
                         when d._gid is not null then d.class
                         when h._gid is not null and k.key is not null then 'skip'
                         when h._gid is not null then 'wait' else {otherwise} end as class,
                    case when k.key is not null or {left} then k.target_id
                         when h._gid is not null then null
                         when d.class = 'reject' then null
                         when d._gid is not null then f.id
                         when {otherwise} <> 'reject' then {fresh} end as target_id,
                    case when d.class = 'reject' and d.field = '' then 'missing'
                         when d.class = 'reject' then 'too_long'
                         when k.key is not null then null
                         when h._gid is not null then h.code
                         when d._gid is null and not {left} then {code} end::varchar as code,
                    coalesce(nullif(d.field, ''), h.field, '') as field,
                    coalesce(h.detail, '') as detail
                from {quote(names.ready(name))} r {chosen}
                left join free f on f._gid = r._gid
                left join held h on h._gid = r._gid
                left join {quote(_MET)} d on d._gid = r._gid
                left join {quote(ledger_table(name))} k on k.key = {folded_key("r._key")}""",
        )

    def _collided(self, payload: Payload, order: Order) -> None:
        """collided_<entity>: values of records that are there, and what becomes of them."""
        parts = [
            f"""select d._gid, {literal(f)} as field, d.w{n} as what, d.h{n} as held,
                q.{quote(f)} as mapped, d.a{n} as result
                from {quote(_MET)} d join ({payload.rows()}) q on q._gid = d._gid
                join {quote(names.predicted(payload.step.name))} p on p._gid = d._gid
                where d.w{n} <> '' and p.class in ('update', 'skip')"""
            for n, f in enumerate(order.fields)
        ]
        nothing = """select 0::bigint as _gid, '' as field, '' as what, '' as held, '' as mapped,
            '' as result where false"""
        self.staging.create(names.collided(payload.step.name), " union all ".join(parts) or nothing)

    def _facts(self, payload: Payload) -> dict[str, Any]:
        name = payload.step.name
        table = quote(names.predicted(name))
        counts = dict(self.staging.rows(f"select class, count(*) from {table} group by class"))
        causes = self.staging.rows(
            f"select class, code, field, count(*) from {table} where code is not null"
            " group by class, code, field order by 4 desc, 1, 2, 3"
        )
        fields: dict[str, dict[str, int]] = {}
        for field, what, count in self.staging.rows(
            f"select field, what, count(*) from {quote(names.collided(name))} group by field, what"
        ):
            fields.setdefault(field, {})[what] = int(count)
        left = self.staging.scalar(
            f"select count(*) from {quote(ledger_table(name))} where key not in"
            f" (select {folded_key('_key')} from {quote(names.ready(name))})"
        )
        return {
            **{one: int(counts.get(one, 0)) for one in CLASSES},
            "causes": [[kind, code, field, int(count)] for kind, code, field, count in causes],
            "fields": {f: fields[f] for f in payload.step.load.fields if f in fields},
            "left": int(left),
        }


def _unsent(payload: Payload) -> tuple[str, str]:
    """SQL that is true of records that this run does not send (they stay as the ledger has them),
    and the join that it needs."""
    if not payload.only:
        return "false", ""
    return "(c._gid is null)", f"left join {payload.only} c on c._gid = r._gid"


CLASSES = ("create", "update", "skip", "reject", "wait")


def _read(fields: Sequence[str], live: Entity) -> Iterator[str]:
    """What must be known of the target's records: what is mapped, and its unique keys."""
    known = {field.name for field in live.fields}
    yield from (field for field in fields if field in known)
    yield from live.primary_key
    for key in live.unique_keys:
        yield from key


def _decided(order: Order, batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    fields = order.fields
    table = pa.Table.from_batches([batch])
    mapped = table.select([f"m{n}" for n in range(len(fields))]).rename_columns(list(fields))
    held = table.select([f"h{n}" for n in range(len(fields))]).rename_columns(list(fields))
    entries = [_entry(row) for row in table.select(["_key", "known", "action", "sha", "image"])
               .to_pylist()]  # fmt: skip
    ids = [known or meets for known, meets in zip(
        table["known"].to_pylist(), table["meets"].to_pylist(), strict=True)]  # fmt: skip
    made = [(entry, entry is not None and entry.action == "insert") for entry in entries]
    found = decide(order, mapped, ids, held.to_pylist(), made)
    sent = row_shas(mapped, order.entity, fields)
    classes, wrong, looked = [], [], []
    for n, (entry, there) in enumerate(zip(entries, table["there"].to_pylist(), strict=True)):
        long = found.too_long.get(n, "")
        as_sent = entry is not None and entry.row_sha == sent[n]
        same = as_sent or not found.changed[n]
        looked.append(not as_sent)  # what is there as we sent it is not looked at again
        lost = there is None and not as_sent
        classes.append("reject" if lost or (long and not same) else "skip" if same else "update")
        wrong.append("" if lost or same else long)
    columns: list[pa.Array] = [
        batch.column("_gid"), pa.array(classes, pa.string()), pa.array(wrong, pa.string())
    ]  # fmt: skip
    for name in fields:
        now = _whole(held, name)
        after = _whole(found.after, name) if name in found.after.column_names else now
        field = order.entity.field(name)
        if name == order.entity.primary_key[0]:
            what = pa.array([Happens.NOTHING.value] * table.num_rows, pa.string())
        else:
            what = happens(field, _whole(mapped, name), now, after)
            what = pc.if_else(pa.array(looked, pa.bool_()), what, Happens.NOTHING.value)
        columns += [what, now, after]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def _entry(row: dict[str, Any]) -> Entry | None:
    if row["known"] is None:
        return None
    image = json.loads(row["image"]) if row["image"] else None
    return Entry(row["_key"], row["known"], row["action"], row["sha"], 0, 0, image)


def _whole(table: pa.Table, name: str) -> pa.Array:
    chunks = table.column(name).chunks
    return pa.concat_arrays(chunks) if chunks else pa.array([], pa.string())
