"""Which records a group's lookup values point to, by name: a key says little to a reader."""

from __future__ import annotations

from collections.abc import Sequence

from migrator.desks.duplicates_compare import titles
from migrator.model.mapping import ROW_BITS, LookupWay, lineage
from migrator.model.plan import Plan
from migrator.stages.merge_crosswalk import key_sql
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging


def told(
    staging: Staging, plan: Plan, entity: str, field: str, values: Sequence[tuple[int, str]]
) -> tuple[str, ...]:
    """For every (row, value) of a field the name of the record that it points to, "" where it
    points to none. The merge stage decides in the end; this looks up as it does, but for
    spelling: a field is compared letter by letter, not folded."""
    feeds = {feed.no: feed for feed in plan.feeds_of(entity)}
    found: dict[int, tuple[str, int]] = {}
    for row, value in values:
        feed = feeds.get(lineage(row)[0])
        mapped = next((r for r in feed.fields if r.target == field), None) if feed else None
        for way in mapped.lookup.ways if mapped and mapped.lookup and value else ():
            if feed and row not in found and staging.exists(names.crosswalk(way.entity)):
                golden = _golden(staging, plan, way, (feed.source, value))
                if golden is not None:
                    found[row] = (way.entity, golden)
    named = {
        parent: titles(staging, plan, parent, {g for p, g in found.values() if p == parent})
        for parent in {parent for parent, _ in found.values()}
    }
    return tuple(
        named[found[row][0]].get(found[row][1], "") if row in found else "" for row, _ in values
    )


def _golden(staging: Staging, plan: Plan, lookup: LookupWay, wanted: tuple[str, str]) -> int | None:
    """The golden id of the parent that a value of a source means; its own source comes first."""
    source, value = wanted
    own = [feed.no for feed in plan.feeds_of(lookup.entity) if feed.source == source]
    only = [feed.no for feed in plan.feeds if feed.id == lookup.feed] if lookup.feed else []
    key = f"p.{quote(lookup.by)}" if lookup.by else key_sql("p")
    feed = f"(p._rid >> {ROW_BITS})"
    narrowed = f" and {feed} in ({', '.join(map(str, only))})" if only else ""
    near = f"{feed} in ({', '.join(map(str, own))})" if own else "false"
    found = staging.rows(
        f"select x._gid from {quote(names.clean(lookup.entity))} p"
        f" join {quote(names.crosswalk(lookup.entity))} x on x._rid = p._rid"
        f" where {key} = {literal(value)}{narrowed} order by {near} desc, p._rid limit 1"
    )
    return int(found[0][0]) if found else None
