"""The records of a pilot beside their source rows and what the target gave back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from migrator.desks.pilot_words import covered_text
from migrator.desks.runs import entity_label, field_label
from migrator.loading import target_of
from migrator.model.codec import fingerprint, from_data
from migrator.model.loading import RunKind
from migrator.model.mapping import FieldMapping, lineage
from migrator.model.piloting import Covered
from migrator.model.plan import Plan
from migrator.model.relations import entity_of, lookups
from migrator.model.schema import FieldType
from migrator.model.text import Text
from migrator.model.views.runs import FieldLine, PilotRecord, RecordView, SourceRow
from migrator.progress import Progress
from migrator.project.project import now
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging
from migrator.targets.base import Target
from migrator.workspace import Workspace

RECORDS_SHOWN = 1_000
# Fields of these meanings name a record; whole names before parts of them.
_WHOLE = ("company_name", "person_name", "product_name")
_PARTS = ("first_name", "last_name")


# -- reading back


def read_back(workspace: Workspace, progress: Progress) -> None:
    """Write seen_<entity> of every entity: what the target holds of the pilot's records now.
    Raises TargetError."""
    plan, staging = workspace.plan, workspace.staging
    moment = now()
    staging.begin(fingerprint("seen", moment))
    with target_of(workspace) as target:
        for name in plan.entities():
            progress.update(0, None, f"read {name}")
            fields = value_fields(staging, plan, name)
            schema = pa.schema([(c, pa.string()) for c in ("target_id", "_at", *fields)])
            rows = _held(target, workspace, name, fields)
            stamped = (_stamped(batch, moment, schema) for batch in rows)
            staging.write(names.seen(name), schema, stamped)


def _held(
    target: Target, workspace: Workspace, name: str, fields: Sequence[str]
) -> Iterator[pa.RecordBatch]:
    staging = workspace.staging
    if not (staging.exists(names.pilot(name)) and staging.exists(names.outcome(name))):
        return
    sql = f"""select o.target_id from {quote(names.pilot(name))} p
        join {quote(names.outcome(name))} o using (_gid) where o.target_id is not null"""
    ids = pa.array([row[0] for row in staging.rows(sql)], pa.string())
    if not len(ids):
        return
    entity = workspace.plan.target.schema.entity(name)
    for batch in target.read_back(entity, fields):
        yield batch.filter(pc.is_in(batch.column("target_id").cast(pa.string()), value_set=ids))


def _stamped(batch: pa.RecordBatch, moment: str, schema: pa.Schema) -> pa.RecordBatch:
    there = {name: batch.column(name).cast(pa.string()) for name in batch.schema.names}
    there["_at"] = pa.array([moment] * batch.num_rows, pa.string())
    return pa.RecordBatch.from_arrays([there[name] for name in schema.names], schema=schema)


def value_fields(staging: Staging, plan: Plan, entity: str) -> list[str]:
    """The fields of an entity that its ready table has, in the schema's order."""
    there = set(staging.columns(names.ready(entity)))
    return [f.name for f in plan.target.schema.entity(entity).fields if f.name in there]


# -- the list


def records(workspace: Workspace, entity: str, gone: bool) -> tuple[PilotRecord, ...]:
    """The chosen records of an entity, those with differences first; `gone` says that the pilot
    was taken back."""
    plan, staging = workspace.plan, workspace.staging
    needed = (names.pilot(entity), names.ready(entity), names.outcome(entity))
    if not all(staging.exists(table) for table in needed):
        return ()
    found = staging.rows(
        f"""select p._gid, r._key, {title_sql(staging, plan, entity, "r")}, o.state, p.why,
            p.covers, coalesce(d.n, 0)
            from {quote(names.pilot(entity))} p join {quote(names.ready(entity))} r using (_gid)
            left join {quote(names.outcome(entity))} o using (_gid)
            left join ({_counted(staging, entity)}) d using (_gid)
            order by (o.state = 'loaded'), coalesce(d.n, 0) desc, p._gid limit {RECORDS_SHOWN}"""
    )
    return tuple(
        PilotRecord(
            gid,
            key or "",
            title or key or "",
            "gone" if gone and state != "loaded" else state or "pending",
            _came(plan, why, "parent of "),
            count,
            _came(plan, why, "child of "),
            _covers(plan, entity, covers),
        )
        for gid, key, title, state, why, covers, count in found
    )


def _counted(staging: Staging, entity: str) -> str:
    table = names.difference(entity)
    if not staging.exists(table):
        return "select 0::bigint as _gid, 0 as n where false"
    return f"select _gid, count(*) as n from {quote(table)} where _gid is not null group by _gid"


def _came(plan: Plan, why: str, along: str) -> Text | None:
    """The entity that a record came along with, if it did so in this way."""
    name = why.removeprefix(along)
    return None if name == why else entity_label(plan, name)


def _covers(plan: Plan, entity: str, told: str | None) -> tuple[Text, ...]:
    found = from_data(tuple[Covered, ...], json.loads(told)) if told else ()
    return tuple(covered_text(plan, entity, one) for one in found)


def title_sql(staging: Staging, plan: Plan, entity: str, alias: str) -> str:
    """SQL for the words by which people know a record: its name, else its first text."""
    looked = lookups(plan, entity)
    there = set(value_fields(staging, plan, entity)) - set(looked)
    fields = [f for f in plan.target.schema.entity(entity).fields if f.name in there]
    by_meaning = {f.meaning: f.name for f in reversed(fields)}
    chosen = [by_meaning[m] for m in _WHOLE if m in by_meaning][:1]
    chosen = chosen or [by_meaning[m] for m in _PARTS if m in by_meaning]
    texts = [f.name for f in fields if f.type == FieldType.TEXT and not f.picklist]
    chosen = chosen or texts[:1]
    columns = [f"nullif({alias}.{quote(name)}, '')" for name in chosen]
    return f"nullif(concat_ws(' ', {', '.join(columns)}), '')" if columns else "null"


# -- one record


def record(workspace: Workspace, entity: str, gid: int, gone: bool) -> RecordView | None:
    """One record with every field on its way; None when it is not ready any more."""
    return _Looker(workspace, entity, gid).view(gone)


def _sent(workspace: Workspace, entity: str) -> str:
    """The table of what travelled: a masked pilot sent made-up values."""
    last = workspace.project.runs.last(RunKind.PILOT)
    if last is not None and last.facts.get("masked"):
        return names.masked(entity)
    return names.ready(entity)


class _Looker:
    def __init__(self, workspace: Workspace, entity: str, gid: int) -> None:
        self.staging = workspace.staging
        self.plan = workspace.plan
        self.entity = entity
        self.gid = gid
        self.table = _sent(workspace, entity)
        self.fields = value_fields(self.staging, self.plan, entity)
        self.looked = lookups(self.plan, entity)
        self._raw: dict[int, dict[str, str | None]] = {}

    def view(self, gone: bool) -> RecordView | None:
        title = title_sql(self.staging, self.plan, self.entity, "r")
        ready = self._one(
            f"select r.*, {title} as _title from {quote(self.table)} r where r._gid = {self.gid}"
        )
        if ready is None:
            return None
        outcome = self._table_row(names.outcome(self.entity), f"_gid = {self.gid}")
        target_id = outcome.get("target_id") or ""
        held = self._table_row(names.seen(self.entity), f"target_id = {literal(target_id)}")
        state = outcome.get("state") or "pending"
        told = self._told(target_id) if target_id else {}
        return RecordView(
            entity=self.entity,
            label=entity_label(self.plan, self.entity),
            key=ready["_key"] or "",
            title=ready["_title"] or ready["_key"] or "",
            state="gone" if gone and state != "loaded" else state,
            target_id=target_id,
            reason=outcome.get("reason") or "",
            read_at=held.get("_at") or "",
            rows=tuple(self._source(rid) for rid in self._rids()),
            fields=tuple(self._line(name, ready, held, told) for name in self.fields),
        )

    # -- the parts of a field

    def _line(
        self,
        name: str,
        ready: dict[str, Any],
        held: dict[str, Any],
        told: dict[str, tuple[str, str | None]],
    ) -> FieldLine:
        rid = self._winners().get(name, self.gid)
        columns, source = self._given(rid, name)
        sent, parent = ready[name], ""
        if f"_raw_{name}" in ready and name in self.looked:
            sent, parent = self._parent(ready[name])
        kind, shown = told.get(name) or told.get("") or ("same", held.get(name))
        if not held and kind not in {"missing"}:
            kind = "unknown"
        return FieldLine(
            name, field_label(self.plan, self.entity, name), columns, source, sent, parent,
            shown if kind != "missing" else None, kind,
        )  # fmt: skip

    def _parent(self, value: str | None) -> tuple[str | None, str]:
        """The parent's id in the target, and its words."""
        parent = entity_of(self.plan, int(value)) if value else ""
        if not value or not parent:
            return None, ""
        title = title_sql(self.staging, self.plan, parent, "r")
        found = self._one(
            f"select r._key, {title} as title from {quote(names.ready(parent))} r"
            f" where r._gid = try_cast({literal(value)} as bigint)"
        )
        there = self._table_row(
            names.outcome(parent), f"_gid = try_cast({literal(value)} as bigint)"
        )
        words = (found["title"] or found["_key"]) if found else ""
        return there.get("target_id"), words

    def _given(self, rid: int, name: str) -> tuple[str, str | None]:
        """The columns that a field is mapped from in the feed of the row, and their values."""
        mapping = self._mapping(rid, name)
        if mapping is None or not mapping.sources:
            return "", None
        row = self._raw_row(rid)
        values = [row.get(column) for column in mapping.sources]
        given = [value for value in values if value is not None]
        return " + ".join(mapping.sources), " | ".join(given) if given else None

    def _mapping(self, rid: int, name: str) -> FieldMapping | None:
        no = lineage(rid)[0]
        rows = (row for feed in self.plan.feeds if feed.no == no for row in feed.fields)
        return next((row for row in rows if row.target == name), None)

    # -- rows

    def _rids(self) -> list[int]:
        table = names.crosswalk(self.entity)
        if not self.staging.exists(table):
            return []
        sql = f"select _rid from {quote(table)} where _gid = {self.gid} order by _rid"
        return [row[0] for row in self.staging.rows(sql)]

    def _winners(self) -> dict[str, int]:
        table = names.provenance(self.entity)
        if not self.staging.exists(table):
            return {}
        sql = f"select field, _rid from {quote(table)} where _gid = {self.gid}"
        return dict(self.staging.rows(sql))

    def _source(self, rid: int) -> SourceRow:
        no, ordinal = lineage(rid)
        feed = next((feed for feed in self.plan.feeds if feed.no == no), None)
        return SourceRow(feed.source if feed else "", feed.table if feed else "", ordinal)

    def _raw_row(self, rid: int) -> dict[str, str | None]:
        if rid not in self._raw:
            no, ordinal = lineage(rid)
            feed = next(feed for feed in self.plan.feeds if feed.no == no)
            choice = self.plan.choice(feed.source, feed.table)
            found = self._table_row(names.raw(choice.no), f"_row = {ordinal}")
            columns = enumerate(choice.table.columns, 1)
            self._raw[rid] = {column.name: found.get(f"c{n}") for n, column in columns}
        return self._raw[rid]

    def _told(self, target_id: str) -> dict[str, tuple[str, str | None]]:
        """Field -> kind of difference and what was found; the field "" is the whole record."""
        table = names.difference(self.entity)
        if not self.staging.exists(table):
            return {}
        sql = f"select field, kind, found from {quote(table)} where target_id = $1"
        return {row[0]: (row[1], row[2]) for row in self.staging.rows(sql, [target_id])}

    def _table_row(self, table: str, where: str) -> dict[str, Any]:
        """The first such row of a table by column; nothing where there is no table."""
        if not self.staging.exists(table):
            return {}
        return self._one(f"select * from {quote(table)} where {where} limit 1") or {}

    def _one(self, sql: str) -> dict[str, Any] | None:
        rows = self.staging.table(sql).to_pylist()
        return rows[0] if rows else None
