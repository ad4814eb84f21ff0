"""Whether the values of a lookup find a record, told from the snapshots: before anything ran."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from migrator.model.mapping import Feed, FieldMapping, Lookup, LookupWay
from migrator.model.plan import Plan
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging
from migrator.transforms.folding import fold, fold_series
from migrator.transforms.runner import compile_steps

MOST = 5_000  # different parent values that are prepared for a comparison by field


def missing(
    staging: Staging, plan: Plan, lookup: Lookup, values: Sequence[str | None]
) -> frozenset[str]:
    """The values that no record of any entity of the lookup answers to. Empty where that cannot be
    told cheaply: no feed, a parent without key, too many parents to compare by field."""
    asked = list(dict.fromkeys(value for value in values if value))
    lost = [_missing(staging, plan, way, asked) for way in lookup.ways]
    return frozenset.intersection(*lost)


def _missing(
    staging: Staging, plan: Plan, lookup: LookupWay, asked: Sequence[str]
) -> frozenset[str]:
    feeds = [f for f in plan.feeds_of(lookup.entity) if lookup.feed in {"", f.id}]
    raws = [names.raw(plan.choice(f.source, f.table).no) for f in feeds]
    if not asked or not feeds or not all(staging.exists(raw) for raw in raws):
        return frozenset()
    if lookup.by:
        return _by_field(staging, plan, feeds, lookup.by, asked)
    if not all(feed.key for feed in feeds):
        return frozenset()
    wanted = {value: value.strip(" ") for value in asked}
    gone = set(wanted.values())
    for feed, raw in zip(feeds, raws, strict=True):
        # As it is written first, which is quick; trimmed only for what is left.
        for key in (exact_key(plan, feed), key_sql(plan, feed)):
            if gone and key:
                listed = ", ".join(literal(value) for value in gone)
                sql = f"select distinct {key} from {quote(raw)} where {key} in ({listed})"
                gone -= {value for (value,) in staging.rows(sql)}
    return frozenset(value for value, key in wanted.items() if key in gone)


def _columns(plan: Plan, feed: Feed) -> dict[str, str]:
    table = plan.choice(feed.source, feed.table).table
    return {column.name: f"c{n}" for n, column in enumerate(table.columns, 1)}


def exact_key(plan: Plan, feed: Feed) -> str:
    """The key column as it is written, "" where several make up the key."""
    return _columns(plan, feed)[feed.key[0]] if len(feed.key) == 1 else ""


def key_sql(plan: Plan, feed: Feed) -> str:
    """The source key as the map stage makes it: key columns trimmed and joined."""
    known = _columns(plan, feed)
    return " || '|' || ".join(f"coalesce(trim({known[name]}), '')" for name in feed.key)


def _by_field(
    staging: Staging, plan: Plan, feeds: Sequence[Feed], field: str, asked: Sequence[str]
) -> frozenset[str]:
    offered: set[str] = set()
    for feed in feeds:
        row = next((r for r in feed.fields if r.target == field), None)
        if row is None or not row.sources:
            return frozenset()
        values = _offered(staging, plan, feed, row)
        if values is None or len(offered) + len(values) > MOST:
            return frozenset()
        offered.update(fold_series(values))
    return frozenset(value for value in asked if fold(value) not in offered)


def _offered(staging: Staging, plan: Plan, feed: Feed, row: FieldMapping) -> pl.Series | None:
    """What the feed makes of the column, each value once; None when there are too many."""
    known, raw = _columns(plan, feed), names.raw(plan.choice(feed.source, feed.table).no)
    listed = ", ".join(known[name] for name in row.sources)
    table = staging.table(f"select distinct {listed} from {quote(raw)} limit {MOST + 1}")
    if table.num_rows > MOST:
        return None
    frame = pl.DataFrame(pl.from_arrow(table))
    columns = [frame[known[name]] for name in row.sources]
    values = compile_steps(row.steps, sources=len(columns)).apply(columns).values
    return values.drop_nulls().unique()
