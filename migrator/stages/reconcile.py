"""Reconcile: read the target back and compare every field of every row with what was sent."""

from __future__ import annotations

import contextlib
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pyarrow as pa

from migrator.errors import TargetError
from migrator.model.reports import StageReport
from migrator.model.schema import Entity
from migrator.model.text import Text
from migrator.progress import Progress
from migrator.stages import reconcile_sql as sql
from migrator.stages.lookup_fields import with_lookups
from migrator.stages.reconcile_links import broken, list_strangers, mark_orphans
from migrator.stages.reconcile_names import named
from migrator.stages.reconcile_read import ReadBack
from migrator.stages.reconcile_since import mark_changed
from migrator.stages.reconcile_sql import Compared
from migrator.stages.reconcile_totals import Totals, dimensions, measures, plain, told
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import BATCH_ROWS, Staging
from migrator.targets.base import Target

VERSION = 3

# What the query calls the stream of records that the target gives back.
_FOUND = "found_in_target"

_DIFFERENCE = pa.schema(
    [
        ("_gid", pa.int64()),
        ("target_id", pa.string()),
        ("field", pa.string()),
        ("kind", pa.string()),
        ("expected", pa.string()),
        ("found", pa.string()),
    ]
)


@dataclass(frozen=True)
class ReconcileSection:
    """The open target, the entities that were loaded (types as the target has them), and by how
    much numbers may differ: `<entity>.<field>` to an absolute tolerance, none by default. `parents`
    names the parents of lookups: `<entity>.<field>` to the entities it may point to. `again` says
    that nothing was written since the comparison before. With `strict` records that this project
    did not load are extra ones as well."""

    target: Target
    entities: tuple[Entity, ...]
    tolerances: dict[str, float] = field(default_factory=dict)
    parents: dict[str, tuple[str, ...]] = field(default_factory=dict)
    again: bool = False
    strict: bool = False


@dataclass(frozen=True)
class _Sides:
    """An entity that was compared: its fields, and the totals of both sides."""

    fields: list[Compared]
    expected: Totals
    found: Totals


def run(staging: Staging, section: ReconcileSection, progress: Progress) -> StageReport:
    """Writes difference_<entity> for every entity.

    Expected is what outcome_<entity> calls loaded, with what expected_<entity> says stands there by
    a collision rule; found is what the target's read_back gives of
    our records. Facts per entity: `expected`, `found`, `equal`, `missing`, `extra`, `different`
    (rows), `fields` (field to rows that differ), `kinds`, `totals` (count and sums of number
    fields, both sides, as text), `segments` (see `reconcile_totals.told`) and `links` (see
    `reconcile_links.broken`). Raises TargetError when the target lost an entity or a field.
    """
    started = time.monotonic()
    _still_there(staging, section)
    sides = {one.name: _compare(staging, section, one, progress) for one in section.entities}
    schema = section.target.schema().entities
    for name, one in sides.items():
        for lookup in (compared for compared in one.fields if compared.parents):
            mark_orphans(staging, section.target, schema, name, lookup)
    facts: dict[str, Any] = {"entities": {}}
    for entity in section.entities:
        summary = _summary(staging, entity.name, sides[entity.name])
        _name_owners(staging, section, sides[entity.name], summary["segments"])
        facts["entities"][entity.name] = summary
    found = facts["entities"].values()
    attention = sum(one["missing"] + one["extra"] + one["different"] for one in found)
    return StageReport(
        stage="reconcile",
        rows={name: staging.count(name) for name in writes([e.name for e in section.entities])},
        facts=facts,
        warnings=tuple(
            f"{name}: {one['missing']} missing, {one['extra']} extra, {one['different']} different"
            for name, one in facts["entities"].items()
            if one["missing"] + one["extra"] + one["different"]
        ),
        attention=attention,
        seconds=time.monotonic() - started,
    )


def writes(entities: Sequence[str]) -> list[str]:
    """The logical tables that `run` writes."""
    return [names.difference(entity) for entity in entities]


def _compared(staging: Staging, section: ReconcileSection, entity: Entity) -> list[Compared]:
    mapped = staging.columns(names.ready(entity.name))
    looked = with_lookups(entity, mapped, section.parents)
    fields = []
    for one in entity.fields:
        if one.name not in mapped:
            continue
        parents = [r.parent for r in looked.relationships if r.field == one.name]
        loaded = tuple(parent for parent in parents if staging.exists(names.outcome(parent)))
        if parents and not loaded:
            # Parents that were never loaded: the lookup had nothing to point to.
            continue
        tolerance = section.tolerances.get(f"{entity.name}.{one.name}", 0.0)
        fields.append(Compared(one.name, one.type, loaded, tolerance))
    return fields


def _still_there(staging: Staging, section: ReconcileSection) -> None:
    schema = section.target.schema()
    problems = []
    for entity in section.entities:
        if not staging.exists(names.outcome(entity.name)):
            continue
        if not schema.has(entity.name):
            problems.append(entity.name)
            continue
        known = {one.name for one in schema.entity(entity.name).fields}
        compared = _compared(staging, section, entity)
        problems += [f"{entity.name}.{one.name}" for one in compared if one.name not in known]
    if problems:
        raise TargetError(
            Text(
                f"The target no longer has {', '.join(problems)}.",
                f"مقصد دیگر این‌ها را ندارد: {'، '.join(problems)}.",
            ),
            hint=Text(
                "Restore them, or map to the target as it is now.",
                "آن‌ها را برگردانید یا به مقصدِ کنونی نگاشت کنید.",
            ),
            problems=problems,
        )


def _compare(
    staging: Staging, section: ReconcileSection, entity: Entity, progress: Progress
) -> _Sides:
    difference = names.difference(entity.name)
    before = staging.physical(difference) if staging.exists(difference) else ""
    needed = (names.outcome(entity.name), names.ready(entity.name))
    if not all(staging.exists(table) for table in needed):
        staging.write(difference, _DIFFERENCE, [])
        return _Sides([], Totals((), ()), Totals((), ()))
    fields = _compared(staging, section, entity)
    parts, sums = dimensions(entity, fields), measures(entity, fields)
    sides = _Sides(fields, Totals(sums, parts), Totals(sums, parts))
    kinds: dict[str, int] = {}
    for only_ours in (False, True) if _perhaps_alone(staging, section.target, entity) else (True,):
        sides = replace(sides, found=Totals(sums, parts))
        reading = ReadBack(section.target, entity, fields, sides.found, progress)
        found = _differences(staging, entity, fields, reading, only_ours)
        staging.write(difference, _DIFFERENCE, found)
        kinds = _kinds(staging, difference)
        if not kinds.get("extra"):
            break  # every record is one that the load tells of, so all that was read is ours
    _add_up(staging, entity, sides)
    missing, extra = kinds.get("missing", 0), kinds.get("extra", 0)
    if sides.found.rows - extra != sides.expected.rows - missing:
        staging.run(
            f"""insert into {quote(staging.physical(difference))}
                select null, id, '', 'extra', null, id || ' (' || times || ' times)'
                from (select unnest(?) as id, unnest(?) as times)""",
            _repeated(section.target, entity),
        )
    if section.strict:
        sides.found.rows += list_strangers(staging, section.target, entity)
    # A comparison that was broken off left no table, and one under the same name left no other.
    if before not in {"", staging.physical(difference)}:
        mark_changed(staging, entity.name, before, section.again)
    return sides


def _perhaps_alone(staging: Staging, target: Target, entity: Entity) -> bool:
    """Whether the target has no more records than were loaded. Telling ours from those of others
    costs the database more than giving all of them, so then all are read first."""
    loaded = f"select count(*) from {quote(names.outcome(entity.name))} where state = 'loaded'"
    there = target.count(entity)
    return there is not None and there <= int(staging.scalar(loaded))


def _add_up(staging: Staging, entity: Entity, sides: _Sides) -> None:
    """The totals of what should be there."""
    rows = sql.expected(entity.name, sides.fields, _ruled(staging, entity))
    columns = ", ".join(quote(name) for name in sides.expected.fields) or "target_id"
    for batch in staging.arrow(f"select {columns} from ({rows})"):
        sides.expected.add(batch)


def _differences(
    staging: Staging,
    entity: Entity,
    fields: Sequence[Compared],
    reading: ReadBack,
    only_ours: bool,
) -> Iterator[pa.RecordBatch]:
    """The comparison, as a stream: the target's records pass by once and are not stored."""
    with contextlib.closing(staging.cursor()) as cursor:
        reader = pa.RecordBatchReader.from_batches(reading.schema, reading.batches(only_ours))
        cursor.register(_FOUND, reader)
        try:
            query = sql.differences(entity.name, _FOUND, fields, _ruled(staging, entity))
            for batch in cursor.sql(query).to_arrow_reader(BATCH_ROWS):
                yield batch.cast(_DIFFERENCE)
        except Exception:
            # The database wraps what the stream raised; people need the target's own words.
            if reading.error is not None:
                raise reading.error from None
            raise
        finally:
            cursor.unregister(_FOUND)


def _ruled(staging: Staging, entity: Entity) -> tuple[str, ...]:
    """Fields in which something else than the mapped value may be right (see names.expected)."""
    table = names.expected(entity.name)
    return tuple(staging.columns(table)[1:]) if staging.exists(table) else ()


def _repeated(target: Target, entity: Entity) -> tuple[list[str], list[str]]:
    """Target ids that come back more than once, and how often."""
    counts: Counter[str] = Counter()
    for batch in target.read_back(entity, []):
        counts.update(batch.column("target_id").to_pylist())
    twice = {key: times for key, times in counts.items() if times > 1}
    return list(twice), [str(times) for times in twice.values()]


def _name_owners(
    staging: Staging, section: ReconcileSection, sides: _Sides, segments: list[dict[str, Any]]
) -> None:
    """Give segments that are ids of other records a `name` for people."""
    parents = {one.name: one.parents for one in sides.fields if one.parents}
    for dimension in segments:
        if dimension["field"] in parents:
            ids = [row["value"] for row in dimension["rows"] if row["value"]]
            found = named(staging, section.entities, parents[dimension["field"]], ids)
            for row in dimension["rows"]:
                row["name"] = found.get(row["value"], "")


def _kinds(staging: Staging, difference: str) -> dict[str, int]:
    return dict(
        staging.rows(f"select kind, count(*) from {quote(difference)} group by kind order by kind")
    )


def _summary(staging: Staging, entity: str, sides: _Sides) -> dict[str, Any]:
    difference = names.difference(entity)
    kinds = _kinds(staging, difference)
    per_field = dict(
        staging.rows(
            f"""select field, count(*) from {quote(difference)} where field <> ''
                group by field order by 2 desc, 1"""
        )
    )
    different = int(
        staging.scalar(
            f"select count(distinct target_id) from {quote(difference)} where field <> ''"
        )
    )
    missing, expected, found = int(kinds.get("missing", 0)), sides.expected, sides.found
    totals = [{"field": "", "expected": str(expected.rows), "found": str(found.rows)}]
    totals += [
        {"field": name, "expected": plain(left), "found": plain(right)}
        for name, left, right in zip(expected.measures, expected.sums, found.sums, strict=True)
    ]
    return {
        "expected": expected.rows,
        "found": found.rows,
        "equal": expected.rows - missing - different,
        "missing": missing,
        "extra": int(kinds.get("extra", 0)),
        "different": different,
        "fields": per_field,
        "kinds": kinds,
        "totals": totals,
        "segments": told(expected, found),
        "links": broken(staging, entity, sides.fields),
    }
