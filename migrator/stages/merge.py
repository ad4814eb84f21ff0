"""The stage "merge": one golden record per cluster or single row; nothing is deleted.

Crosswalks of all entities come first, because a lookup may point to any of them, even to its own
entity or in a circle. Then, entity by entity: survivorship per field (merge_golden), lookups
through the parents' crosswalk (merge_lookups), and issues for what could not be resolved.

Losers stay in clean_<entity>, provenance says which row gave which value: taking a merge back is a
verdict "different" and another run. A value that a person keeps (an override) goes before the rule.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from migrator.errors import PlanError
from migrator.model.dormant import filled_fields
from migrator.model.issues import Severity
from migrator.model.plan import Plan
from migrator.model.reports import StageReport
from migrator.model.survivorship import Override, Survivorship
from migrator.model.text import Text
from migrator.progress import Progress
from migrator.stages import merge_crosswalk, merge_golden, merge_lookups
from migrator.stages.merge_golden import MERGED, FieldRule
from migrator.stages.merge_lookups import FieldLookup, joined, type_field
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging

READS = ("clean", "clusters")
WRITES = ("golden", "provenance", "crosswalk", "issues_merge")
VERSION = 2


@dataclass(frozen=True)
class EntityMerge:
    """One entity: its mapped fields in order, and its lookups (a field may have one per group of
    feeds)."""

    entity: str
    fields: tuple[str, ...]
    lookups: tuple[FieldLookup, ...] = ()


@dataclass(frozen=True)
class MergeSection:
    """The entities, parents first where that is possible; survivorship rules; of every feed
    number its feed id and its source id; and the values that people keep."""

    entities: tuple[EntityMerge, ...]
    survivorship: tuple[Survivorship, ...]
    feed_ids: dict[int, str]
    feed_sources: dict[int, str]
    overrides: tuple[Override, ...] = ()


def section_of(plan: Plan, order: Sequence[str]) -> MergeSection:
    """The section of a plan; `order` names its entities, parents first."""
    entities = []
    for entity in order:
        rows = [(feed.no, row) for feed in plan.feeds_of(entity) for row in feed.fields]
        grouped: dict[tuple[str, Any], list[int]] = {}
        for number, row in rows:
            if row.lookup:
                grouped.setdefault((row.target, row.lookup), []).append(number)
        lookups = tuple(
            FieldLookup(field, lookup, tuple(feeds)) for (field, lookup), feeds in grouped.items()
        )
        fields = filled_fields(plan.feeds_of(entity))
        entities.append(EntityMerge(entity, fields, lookups))
    return MergeSection(
        tuple(entities),
        plan.survivorship,
        {feed.no: feed.id for feed in plan.feeds},
        {feed.no: feed.source for feed in plan.feeds},
    )


def run(staging: Staging, section: MergeSection, progress: Progress) -> StageReport:
    """Write golden, provenance, crosswalk and issues_merge of every entity.

    Raises PlanError naming every rule and lookup that does not fit."""
    started = time.perf_counter()
    rules = _rules(staging, section)
    rows: dict[str, int] = {}
    facts: dict[str, Any] = {}
    total = 2 * len(section.entities)
    try:
        for place, item in enumerate(section.entities):
            progress.update(place, total, f"{item.entity}: crosswalk")
            rows[names.crosswalk(item.entity)] = _crosswalk(staging, item.entity, section)
        for place, item in enumerate(section.entities, len(section.entities)):
            progress.update(place, total, f"{item.entity}: merge")
            facts[item.entity] = _merge_entity(staging, item, rules[item.entity], section)
            rows |= _written(staging, item.entity)
    finally:
        for item in section.entities:
            staging.run(f"drop table if exists {quote(f'merge_same_key_{item.entity}')}")
    progress.update(total, total, "merge")
    attention = sum(found["lookups_not_found"] + found["ambiguous"] for found in facts.values())
    seconds = round(time.perf_counter() - started, 3)
    return StageReport("merge", rows, facts, (), attention, seconds)


def _written(staging: Staging, entity: str) -> dict[str, int]:
    tables = (names.golden(entity), names.provenance(entity), names.issues("merge", entity))
    return {table: staging.count(table) for table in tables}


def _rules(staging: Staging, section: MergeSection) -> dict[str, tuple[FieldRule, ...]]:
    stated = {item.entity: item.rules for item in section.survivorship}
    known = {item.entity for item in section.entities}
    numbers = set(section.feed_ids.values())
    found: dict[str, tuple[FieldRule, ...]] = {}
    problems: list[str] = []
    for item in section.entities:
        columns = frozenset(staging.columns(names.clean(item.entity)))
        found[item.entity], wrong = merge_golden.field_rules(
            item.fields, stated.get(item.entity, ()), columns, section.feed_sources
        )
        problems += [f"{item.entity}: {problem}" for problem in wrong]
        for part in item.lookups:
            problems += _lookup_problems(staging, item.entity, part, (known, numbers))
    if problems:
        raise PlanError(
            Text(
                "The plan asks for survivorship rules or lookups that cannot be followed.",
                "برنامه قاعده‌های بقا یا ارجاع‌هایی می‌خواهد که اجراشدنی نیستند.",
            ),
            hint=Text(
                "Change these: " + "; ".join(problems) + ".",
                f"این‌ها را تغییر دهید: {'؛ '.join(problems)}.",
            ),
            problems=problems,
        )
    return found


def _lookup_problems(
    staging: Staging, entity: str, part: FieldLookup, known: tuple[set[str], set[str]]
) -> list[str]:
    entities, feeds = known
    where, problems = f"{entity}.{part.field}", []
    for way in part.lookup.ways:
        if way.entity not in entities:
            problems.append(f"{where} looks up {way.entity}, which no feed fills")
        elif way.by and way.by not in staging.columns(names.clean(way.entity)):
            problems.append(f"{where} looks up {way.entity}.{way.by}, which is not mapped")
        if way.feed and way.feed not in feeds:
            problems.append(f"{where} looks up feed {way.feed!r}, which does not exist")
    return problems


def _crosswalk(staging: Staging, entity: str, section: MergeSection) -> int:
    rows = merge_crosswalk.write_crosswalk(staging, entity, section.feed_ids)
    staging.run(
        f"create or replace table {quote(f'merge_same_key_{entity}')} as"
        f" select x._gid as row, '' as field, 'same_key' as code,"
        f" {literal(Severity.WARNING.value)} as severity, r._key as value,"
        f" {merge_crosswalk.feed_sql('r._rid', section.feed_ids)} as detail"
        f" from {merge_crosswalk.REPEATED} r join {quote(names.crosswalk(entity))} x"
        " on x._rid = r._rid where x._gid = r._rid"
    )
    merge_crosswalk.drop(staging)
    return rows


def _merge_entity(
    staging: Staging, item: EntityMerge, rules: Sequence[FieldRule], section: MergeSection
) -> dict[str, Any]:
    looked: dict[str, list[FieldLookup]] = {}
    for part in item.lookups:
        looked.setdefault(part.field, []).append(part)
    numbers = {feed: number for number, feed in section.feed_ids.items()}
    try:
        kept = [one for one in section.overrides if one.entity == item.entity]
        merge_golden.write_merged(staging, item.entity, rules, (list(looked), kept))
        for no, parts in enumerate(looked.values()):
            feeds = (numbers, section.feed_sources)
            merge_lookups.resolve(staging, no, item.entity, parts, feeds)
        _write_golden(staging, item, looked)
        _write_issues(staging, item.entity, looked)
    finally:
        merge_golden.drop(staging)
        merge_lookups.drop(staging, len(looked))
    return _facts(staging, item.entity)


def _write_golden(
    staging: Staging, item: EntityMerge, looked: Mapping[str, Sequence[FieldLookup]]
) -> None:
    places = {name: no for no, name in enumerate(looked)}
    types = {type_field(parts): places[name] for name, parts in looked.items()}
    columns = []
    for name in item.fields:
        if name in looked:
            columns += [
                f"f{places[name]}.gid::varchar as {quote(name)}",
                f"m.{quote(name)} as {quote(f'_raw_{name}')}",
            ]
        elif name in types:
            means = f"f{types[name]}"
            columns.append(
                f"coalesce(nullif({means}.type, ''), {means}.means, m.{quote(name)})"
                f" as {quote(name)}"
            )
        else:
            columns.append(f"m.{quote(name)}")
    listed = "".join(", " + column for column in columns)
    joins = [joined(item.entity, no, parts) for no, parts in enumerate(looked.values())]
    staging.create(
        names.golden(item.entity),
        f"select m._gid, x._key, m._size{listed} from {MERGED} m"
        f" join {quote(names.crosswalk(item.entity))} x on x._rid = m._gid {' '.join(joins)}",
    )


def _write_issues(
    staging: Staging, entity: str, looked: Mapping[str, Sequence[FieldLookup]]
) -> None:
    """issues_merge_<entity>, also when there are none."""
    same_key = quote(f"merge_same_key_{entity}")
    parts = [f"select * from {same_key}"]
    for no, (name, lookups) in enumerate(looked.items()):
        for code, severity, condition in (
            ("lookup_not_found", Severity.ERROR, "gid is null"),
            ("lookup_ambiguous", Severity.WARNING, "fits > 1"),
        ):
            parts.append(
                f"select m._gid, {literal(name)}, {literal(code)}, {literal(severity.value)},"
                f" m.{quote(name)}, f{no}.parent from {MERGED} m {joined(entity, no, lookups)}"
                f" where f{no}.{condition} and m.{quote(name)} <> ''"
            )
    staging.create(names.issues("merge", entity), " union all ".join(parts))


def _facts(staging: Staging, entity: str) -> dict[str, Any]:
    """The entity's account (mapped = golden + absorbed) and what needs attention."""
    mapped = staging.count(names.crosswalk(entity))
    golden = staging.count(names.golden(entity))
    counts = dict(
        staging.rows(
            f"select code, count(*) from {quote(names.issues('merge', entity))} group by code"
        )
    )
    return {
        "mapped": mapped,
        "golden": golden,
        "absorbed": mapped - golden,
        "merged_records": int(
            staging.scalar(f"select count(*) from {quote(names.golden(entity))} where _size > 1")
        ),
        "lookups_not_found": counts.get("lookup_not_found", 0),
        "ambiguous": counts.get("lookup_ambiguous", 0),
        "same_key": counts.get("same_key", 0),
        "kept_by_hand": int(
            staging.scalar(
                f"select count(*) from {quote(names.provenance(entity))}"
                f" where rule = {literal(merge_golden.OVERRIDE)}"
            )
        ),
    }
