"""A template put into a plan: row by row, with a reason for each that does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from migrator.contract import words
from migrator.contract.fit import filter_columns
from migrator.contract.signing import settled
from migrator.contract.template import SURE, USED, Match, Names, Table, Template, left_out, names
from migrator.mapping_names import numbered
from migrator.model.mapping import Feed, FieldMapping, Filter, LookupWay, RowStatus
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.model.views.contract import TemplateLine

FITS, NEARLY, NOT = "fits", "nearly", "not"
NOTHING = Text("", "")


@dataclass(frozen=True)
class Placed:
    """A row of the template and what it is here (None where it does not fit)."""

    line: TemplateLine
    feed: str  # the template's feed
    row: FieldMapping | None = None


def placed(template: Template, plan: Plan) -> tuple[Names, tuple[Placed, ...]]:
    """Every row of the template in the names of the plan."""
    found = names(template, plan)
    rows = tuple(
        _row(template, plan, found, feed, row) for feed in template.feeds for row in feed.fields
    )
    return found, rows


def _row(template: Template, plan: Plan, found: Names, feed: Feed, row: FieldMapping) -> Placed:
    """One row; what is missing first decides why it does not fit."""
    place: Table = (feed.source, feed.table)
    columns = found.columns.get(place, {})
    why = _missing(found, feed, row)
    if why is not None:
        told = Text.of(f"{feed.table} → {feed.entity}.{row.target}")
        return Placed(TemplateLine(NOT, feed.table, feed.entity, row.target, told, why), feed.id)
    entity, field = found.entities[feed.entity], found.fields[feed.entity][row.target]
    used = [entity, field, *(columns[name] for name in row.sources)]
    near = [one for one in used if not one.same]
    sure = SURE if settled(row) else USED
    score = sure * min((one.likeness for one in used), default=1.0)
    said = "agreed" if settled(row) else "used"
    here = replace(
        row,
        target=field.name,
        sources=tuple(columns[name].name for name in row.sources),
        status=RowStatus.SUGGESTED,
        confidence=round(score, 2),
        evidence=f"{said} in the template {template.name.replace(';', ',')}",
    )
    table = found.tables[place][1]
    line = TemplateLine(
        NEARLY if near else FITS,
        table,
        entity.name,
        field.name,
        words.where(plan, entity.name, field.name),
        _renamed(row, field, columns) if near else NOTHING,
    )
    return Placed(line, feed.id, here)


def _missing(found: Names, feed: Feed, row: FieldMapping) -> Text | None:
    place = (feed.source, feed.table)
    if place not in found.tables:
        return Text(
            f"There is no table like {feed.table}.", f"جدولی همانند {feed.table} این‌جا نیست."
        )
    if feed.entity not in found.entities:
        return Text(
            f"The target has no entity like {feed.entity}.",
            f"مقصد موجودیتی همانند {feed.entity} ندارد.",
        )
    if row.target not in found.fields[feed.entity]:
        return Text(
            f"{feed.entity} has no field like {row.target}.",
            f"موجودیت {feed.entity} فیلدی همانند {row.target} ندارد.",
        )
    gone = [name for name in row.sources if name not in found.columns[place]]
    if gone:
        listed = words.listed(gone)
        return Text(
            f"{found.tables[place][1]} has no column like {listed.en}.",
            f"جدول {found.tables[place][1]} ستونی همانند {listed.fa} ندارد.",
        )
    lost = (
        [w.entity for w in row.lookup.ways if w.entity not in found.entities] if row.lookup else []
    )
    if lost:
        return Text(
            f"It looks up {lost[0]}, which nothing here is like.",
            f"به {lost[0]} ارجاع می‌دهد که این‌جا همانندی ندارد.",
        )
    return None


def _renamed(row: FieldMapping, field: Match, columns: dict[str, Match]) -> Text:
    pairs = [(name, columns[name].name) for name in row.sources if not columns[name].same]
    pairs += [(row.target, field.name)] if not field.same else []
    en = ", ".join(f"{new} stands in for {old}" for old, new in pairs)
    fa = "، ".join(f"{new} به جای {old}" for old, new in pairs)
    return Text(
        f"{en}." if en else "The entity has another name.",
        f"{fa}." if fa else "نام موجودیت فرق دارد.",
    )


# -- into the plan


def applied(template: Template, plan: Plan, *, nearly: bool) -> tuple[Plan, int]:
    """The plan with the template's rows as suggestions, and how many rows people had decided on
    here, which stay as they are."""
    found, rows = placed(template, plan)
    taken = [one for one in rows if one.row and (nearly or one.line.how == FITS)]
    ids, feeds, highest = _ids(template, plan, found, {one.feed for one in taken})
    kept = 0
    for feed in template.feeds:
        if feed.id not in ids:
            continue
        new = [_lookup(one.row, ids, found) for one in taken if one.feed == feed.id and one.row]
        done, stayed = _merged(feeds[ids[feed.id]], new, feed, found)
        feeds[ids[feed.id]] = done
        kept += stayed
    return replace(plan, feeds=tuple(feeds.values()), feed_numbers=highest), kept


def _ids(
    template: Template, plan: Plan, found: Names, used: set[str]
) -> tuple[dict[str, str], dict[str, Feed], int]:
    """(the plan's feed for each of the template's, all feeds by id, the highest number)."""
    feeds = {feed.id: feed for feed in plan.feeds}
    ids: dict[str, str] = {}
    highest = numbered(plan)
    for feed in template.feeds:
        place = found.tables.get((feed.source, feed.table))
        if feed.id not in used or place is None:
            continue
        entity = found.entities[feed.entity].name
        same = (
            f.id
            for f in feeds.values()
            if (f.source, f.table, f.entity) == (*place, entity) and f.id not in ids.values()
        )
        ids[feed.id] = next(same, "")
        if not ids[feed.id]:
            highest += 1
            ids[feed.id] = f"{entity}_{highest}"
            feeds[ids[feed.id]] = Feed(ids[feed.id], highest, *place, entity)
    return ids, feeds, highest


def _lookup(row: FieldMapping, ids: dict[str, str], found: Names) -> FieldMapping:
    if row.lookup is None:
        return row
    ways = [_way(way, ids, found) for way in row.lookup.ways]
    first = ways[0]
    lookup = replace(
        row.lookup,
        entity=first.entity,
        by=first.by,
        feed=first.feed,
        others=tuple(ways[1:]),
    )
    return replace(row, lookup=lookup)


def _way(way: LookupWay, ids: dict[str, str], found: Names) -> LookupWay:
    fields = found.fields.get(way.entity, {})
    by = fields[way.by].name if way.by in fields else way.by
    return replace(way, entity=found.entities[way.entity].name, by=by, feed=ids.get(way.feed, ""))


def _merged(here: Feed, rows: list[FieldMapping], feed: Feed, found: Names) -> tuple[Feed, int]:
    """The feed with the template's rows beside those that people decided on."""
    columns = found.columns[(feed.source, feed.table)]
    decided = {row.target: row for row in here.fields if row.status != RowStatus.SUGGESTED}
    others = {row.target: row for row in here.fields}
    new = {row.target: row for row in rows}
    order = dict.fromkeys([*others, *new])
    fields = tuple(decided.get(t) or new.get(t) or others[t] for t in order)
    used = {name for row in fields for name in row.sources}
    gone = {one.column for one in here.left_out} | used
    key = tuple(columns[name].name for name in feed.key if name in columns)
    whole = len(key) == len(feed.key)
    done = replace(
        here,
        fields=fields,
        key=here.key or (key if whole else ()),
        one_per_key=here.one_per_key or (not here.key and whole and feed.one_per_key),
        filters=here.filters or tuple(_filters(feed, columns)),
        left_out=(
            *here.left_out,
            *(one for one in left_out(feed, columns) if one.column not in gone),
        ),
    )
    return done, len(decided.keys() & new.keys())


def _filters(feed: Feed, columns: dict[str, Match]) -> Iterator[Filter]:
    """Filters whose columns are called the same here."""
    for one in feed.filters:
        asked = filter_columns(one.expression)
        if all(name in columns and columns[name].name == name for name in asked):
            yield one
