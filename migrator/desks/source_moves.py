"""A source that is elsewhere, or looks otherwise: the mapping follows, what is missing is named."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from migrator.contract.fit import missing_columns, read_by
from migrator.contract.renaming import likely, renamed, same_tables
from migrator.desks.source_plan import Remade, changed_spec, label, next_number
from migrator.errors import MigratorError
from migrator.model.mapping import Feed
from migrator.model.plan import Plan, SourceSpec, TableChoice
from migrator.model.views.sources import Loss, Rename
from migrator.store import names
from migrator.store.names import quote
from migrator.workspace import Workspace

SAMPLED = 1000  # rows whose values tell columns apart


@dataclass(frozen=True)
class Moved:
    """A plan that reads a source as it is now. `losses` are rows that wait for a column, `tables`
    names tables that are called otherwise (old, new)."""

    made: Remade
    tables: tuple[tuple[str, str], ...] = ()


def moved(
    plan: Plan, spec: SourceSpec, found: Sequence[TableChoice], renames: Collection[Rename] = ()
) -> Moved:
    """`spec` (in place of the source with its id) with the tables that are in it now. The mapping
    stays whole: a table of another name is known by its columns, rows whose columns are gone wait
    for others. Only feeds of a table that is gone altogether go with it."""
    before = {choice.table.name: choice for choice in plan.source(spec.id).tables}
    now = {choice.table.name: choice for choice in found}
    pairs = same_tables(
        {n: _columns(c) for n, c in before.items() if n not in now and c.keep},
        {n: _columns(c) for n, c in now.items() if n not in before},
    )
    tables = _tables(plan, spec, found, {new: old for old, new in pairs.items()})
    after = changed_spec(plan, spec.id, lambda _: replace(spec, tables=tables))
    feeds = tuple(_follow(feed, spec.id, pairs) for feed in after.feeds)
    after = replace(after, feeds=feeds)
    for one in renames:
        if one.source == spec.id:
            after = renamed(after, spec.id, one.table, {one.old: one.new})
    rest = _without_gone(after)
    return Moved(
        Remade(
            rest,
            _losses(rest, spec.id) + _gone_feeds(after, rest),
            tuple(n for n in before if n not in now and n not in pairs),
            tuple(n for n in now if n not in before and n not in pairs.values()),
        ),
        tuple(pairs.items()),
    )


def _columns(choice: TableChoice) -> list[str]:
    return [column.name for column in choice.table.columns]


def _tables(
    plan: Plan, spec: SourceSpec, found: Sequence[TableChoice], was: dict[str, str]
) -> tuple[TableChoice, ...]:
    decided = {choice.table.name: choice for choice in spec.tables}
    free = next_number(plan)
    made = []
    for choice in found:
        old = decided.get(was.get(choice.table.name, choice.table.name))
        if old is None:
            made.append(replace(choice, no=free))
            free += 1
            continue
        there = {column.name for column in choice.table.columns}
        aside = tuple(gone for gone in old.left_out if gone.column in there)
        made.append(replace(old, table=choice.table, left_out=aside))
    return tuple(made)


def _follow(feed: Feed, source: str, pairs: dict[str, str]) -> Feed:
    if feed.source != source or feed.table not in pairs:
        return feed
    return replace(feed, table=pairs[feed.table])


def _without_gone(plan: Plan) -> Plan:
    """Without feeds whose table is not there any more; all other feeds stay whole."""
    there = {(s.id, c.table.name) for s in plan.sources for c in s.tables}
    if all((feed.source, feed.table) in there for feed in plan.feeds):
        return plan
    kept = {feed.id: feed for feed in plan.feeds if (feed.source, feed.table) in there}
    highest = max(plan.feed_numbers, *(feed.no for feed in plan.feeds))
    rows = {
        feed.id: tuple(
            replace(row, lookup=row.lookup.among(set(kept))) if row.lookup else row
            for row in feed.fields
        )
        for feed in kept.values()
    }
    feeds = tuple(replace(feed, fields=rows[feed.id]) for feed in kept.values())
    return replace(plan, feeds=feeds, feed_numbers=highest)


def _losses(plan: Plan, source: str) -> tuple[Loss, ...]:
    found = []
    for feed in plan.feeds:
        if feed.source == source and (gone := {*missing_columns(plan, feed)}):
            fields = tuple(row.target for row in feed.fields if gone & {*row.sources})
            fields += ("key",) if gone & {*feed.key} else ()
            told = label(plan, feed.entity)
            found.append(Loss(feed.table, feed.entity, told, fields, tuple(sorted(gone))))
    return tuple(found)


def _gone_feeds(before: Plan, after: Plan) -> tuple[Loss, ...]:
    left = {feed.id for feed in after.feeds}
    return tuple(
        Loss(f.table, f.entity, label(before, f.entity), tuple(r.target for r in f.fields))
        for f in before.feeds
        if f.id not in left
    )


# -- who may be whom


def proposals(workspace: Workspace, spec: SourceSpec, found: Moved) -> tuple[Rename, ...]:
    """For columns that rows wait for, the new columns that may be them: by name and by content."""
    plan, before = found.made.plan, workspace.plan
    was = {new: old for old, new in found.tables}
    old_choices = {choice.table.name: choice for choice in before.source(spec.id).tables}
    made: list[Rename] = []
    for choice in plan.source(spec.id).tables:
        name = choice.table.name
        old = old_choices.get(was.get(name, name))
        feeds = [f for f in plan.feeds if (f.source, f.table) == (spec.id, name)]
        gone = tuple(dict.fromkeys(n for f in feeds for n in missing_columns(plan, f)))
        if old is None or not gone:
            continue
        known = {n for f in feeds for n in (*read_by(f), *(one.column for one in f.left_out))}
        known |= {one.column for one in choice.left_out}
        fresh = [n for n in _columns(choice) if n not in known]
        then = _read_before(workspace, old, gone)
        now = _read_now(workspace, plan.source(spec.id), choice, fresh)
        made += [
            Rename(spec.id, name, one.old, one.new, one.score, one.values)
            for one in likely(gone, fresh, then, now)
        ]
    return tuple(made)


def _read_before(
    workspace: Workspace, choice: TableChoice, wanted: Sequence[str]
) -> dict[str, frozenset[str]]:
    """Values that the snapshot holds."""
    raw, staging = names.raw(choice.no), workspace.staging
    columns = _columns(choice)
    if not staging.exists(raw):
        return {}
    there = set(staging.columns(raw))
    known = {name: f"c{columns.index(name) + 1}" for name in wanted if name in columns}
    return {
        name: frozenset(
            str(row[0])
            for row in staging.rows(
                f"select distinct {quote(place)} from (select * from {quote(raw)}"
                f" limit {SAMPLED}) where {quote(place)} is not null"
            )
        )
        for name, place in known.items()
        if place in there
    }


def _read_now(
    workspace: Workspace, spec: SourceSpec, choice: TableChoice, wanted: Sequence[str]
) -> dict[str, frozenset[str]]:
    """Values that the source holds; none where it cannot be read now."""
    columns = _columns(choice)
    values: dict[str, set[str]] = {name: set() for name in wanted}
    try:
        source = workspace.open_source(spec)
        try:
            for batch in source.read(choice.table.name, SAMPLED):
                for name in wanted:
                    read = batch.rows.column(f"c{columns.index(name) + 1}").to_pylist()
                    values[name].update(one for one in read if one is not None)
        finally:
            source.close()
    except MigratorError:
        return {}
    return {name: frozenset(found) for name, found in values.items()}
