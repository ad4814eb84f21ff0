"""Proposals put into a mapping document without touching what people decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from migrator.advice.mapping import rows_for, suggest
from migrator.desks.mapping_find import feed_of
from migrator.errors import PlanError
from migrator.mapping_names import numbered
from migrator.model.mapping import Feed, FieldMapping, RowStatus
from migrator.model.plan import Plan
from migrator.model.profile import TableProfile
from migrator.model.text import Text

Place = tuple[str, str, str]  # source, table, entity


def proposed(
    plan: Plan, profiles: Mapping[str, TableProfile], tables: Collection[tuple[str, str]]
) -> Plan:
    """The plan with proposals for `tables`, (source, table) pairs; none means every kept table.

    Only rows that are still suggestions are made anew; rows that a person drew, agreed to or
    doubts, and columns left out, stay as they are. Feeds that do not exist yet are added.
    """
    kept = [(spec.id, c) for spec in plan.sources for c in spec.tables if c.keep]
    if not plan.target.schema.entities:
        raise PlanError(
            Text("There is no target yet.", "هنوز مقصدی انتخاب نشده است."),
            hint=Text("Choose the target first.", "نخست مقصد را تعیین کنید."),
        )
    aside = {
        (source, c.table.name): frozenset(plan.set_aside(source, c.table.name))
        for source, c in kept
    }
    given = [(source, c.table, profiles.get(f"{source}/{c.table.name}")) for source, c in kept]
    feeds = suggest(given, plan.target.schema, aside).feeds
    chosen = [f for f in feeds if not tables or (f.source, f.table) in tables]
    ids, numbers = _names(plan, feeds, chosen)
    done: dict[str, Feed] = {feed.id: feed for feed in plan.feeds}
    for feed in chosen:
        new = _renamed(feed, ids, numbers)
        done[new.id] = _merged(done[new.id], new) if new.id in done else new
    highest = max([numbered(plan), *(f.no for f in done.values())])
    return replace(plan, feeds=tuple(done.values()), feed_numbers=highest)


def proposed_feed(plan: Plan, profiles: Mapping[str, TableProfile], feed_id: str) -> Plan:
    """The plan with proposals for one feed alone. A table that people let feed an entity of which
    we would not have thought gets the pairs that fit."""
    feed = feed_of(plan, feed_id)
    table = (feed.source, feed.table)
    whole = proposed(plan, profiles, [table])
    mine = next(f for f in whole.feeds if f.id == feed_id)
    if mine.fields == feed.fields:
        gone = plan.set_aside(*table)
        choice = plan.choice(*table)
        entity = plan.target.schema.entity(feed.entity)
        rows = rows_for(choice.table, profiles.get("/".join(table)), entity, plan.target.schema)
        rows = tuple(row for row in rows if not gone.keys() & {*row.sources})
        mine = _merged(feed, replace(feed, fields=rows)) if rows else feed
    kept = {f.id for f in plan.feeds}
    fields = tuple(_known(row, kept) for row in mine.fields)
    done = replace(mine, fields=fields)
    return replace(plan, feeds=tuple(done if f.id == feed_id else f for f in plan.feeds))


def _known(row: FieldMapping, feeds: Collection[str]) -> FieldMapping:
    """The row without a lookup into a feed that was proposed beside it and not taken."""
    if row.lookup is None or row.lookup.feed in {"", *feeds}:
        return row
    return replace(row, lookup=replace(row.lookup, feed=""))


def _place(feed: Feed) -> Place:
    return feed.source, feed.table, feed.entity


def _names(
    plan: Plan, feeds: tuple[Feed, ...], chosen: list[Feed]
) -> tuple[dict[str, str], dict[str, int]]:
    """The plan's id of every proposed feed that is or will be in it, and the number of each id."""
    known: dict[Place, Feed] = {}
    for feed in plan.feeds:
        known.setdefault(_place(feed), feed)
    ids: dict[str, str] = {}
    numbers: dict[str, int] = {}
    highest = numbered(plan)
    for feed in feeds:
        if _place(feed) in known:
            there = known[_place(feed)]
            ids[feed.id], numbers[there.id] = there.id, there.no
        elif feed in chosen:
            highest += 1
            ids[feed.id] = f"{feed.entity}_{highest}"
            numbers[ids[feed.id]] = highest
    return ids, numbers


def _renamed(feed: Feed, ids: Mapping[str, str], numbers: Mapping[str, int]) -> Feed:
    """The feed under the plan's names; lookups into tables that feed nothing are dropped."""
    rows = []
    for row in feed.fields:
        if row.lookup is None or not row.lookup.feed:
            rows.append(row)
        elif row.lookup.feed in ids:
            rows.append(replace(row, lookup=replace(row.lookup, feed=ids[row.lookup.feed])))
    return replace(feed, id=ids[feed.id], no=numbers[ids[feed.id]], fields=tuple(rows))


def _merged(old: Feed, new: Feed) -> Feed:
    decided = {row.target: row for row in old.fields if row.status != RowStatus.SUGGESTED}
    rows: dict[str, FieldMapping] = {row.target: row for row in new.fields}
    order = [row.target for row in new.fields]
    order += [target for target in decided if target not in rows]
    return replace(
        old,
        key=old.key or new.key,
        fields=tuple(
            decided.get(target, rows.get(target, FieldMapping(target))) for target in order
        ),
        filters=old.filters or (new.filters if not old.fields else ()),
    )
