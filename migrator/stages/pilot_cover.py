"""As few records as show every trait of the data: a greedy set cover over columns.

The greedy choice takes, again and again, the record that shows most of what is still missing; it
needs at most ln(n)+1 times the records of the best choice (Chvátal 1979, "A greedy heuristic for
the set-covering problem", Mathematics of Operations Research 4).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from migrator.model.mapping import ROW_BITS
from migrator.model.piloting import Covered, Trait
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging

# So many records are looked at for each trait: those that show most other traits.
CANDIDATES = 40
# A chain of ancestors is followed so far; a cycle would have no end.
DEEPEST = 50


@dataclass(frozen=True)
class EntityTraits:
    """What there is to show of an entity: its picklist and text fields, its lookups to itself, its
    feeds (number to id), mapping rows with transforms (field to (feed no, raw table no, column
    number)), and example row ids by recipe step."""

    picklists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    self_lookups: tuple[str, ...] = ()
    feeds: Mapping[int, str] = field(default_factory=dict)
    transformed: tuple[tuple[str, int, int, int], ...] = ()
    cleansed: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    cleansed_fields: Mapping[str, str] = field(default_factory=dict)
    issue_stages: tuple[str, ...] = ("map", "cleanse", "merge", "validate")


@dataclass(frozen=True)
class Cover:
    """The choice: golden id to what it shows; `missed` are traits that no ready record shows, and
    `over` those for which `rows` left no room."""

    chosen: dict[int, tuple[Covered, ...]]
    missed: tuple[Covered, ...] = ()
    over: tuple[Covered, ...] = ()


def cover(staging: Staging, entity: str, traits: EntityTraits, rows: int) -> Cover:
    """Choose at most `rows` ready records of an entity that show as many traits as they can."""
    selects = [*_selects(staging, entity, traits)]
    if not selects:
        return Cover({})
    shown = _candidates(staging, entity, selects)
    wanted = _wanted(traits)
    taken, over = _greedy(shown, rows)
    found = {one for each in shown.values() for one in each}
    return Cover(taken, tuple(one for one in wanted if one not in found), over)


def _wanted(traits: EntityTraits) -> list[Covered]:
    """Traits that are known before looking. A transform that changes nothing has nothing to show;
    a step that did should be seen, unless its rows are all kept back."""
    told = [
        Covered(Trait.PICKLIST, name, value)
        for name, values in traits.picklists.items()
        for value in values
    ]
    told += [Covered(Trait.FEED, detail=feed) for feed in traits.feeds.values()]
    return told + [
        Covered(Trait.CLEANSED, traits.cleansed_fields.get(step, ""), step)
        for step, rows in traits.cleansed.items()
        if rows
    ]


def _selects(staging: Staging, entity: str, traits: EntityTraits) -> Iterator[str]:
    """SELECTs of (_gid, trait, field, detail), one row for each record that shows the trait."""
    ready, walk = quote(names.ready(entity)), quote(names.crosswalk(entity))
    for name in traits.picklists:
        column = quote(name)
        yield _trait("_gid", Trait.PICKLIST, name, column, f"{ready} where {column} <> ''")
    for name in traits.texts:
        size = f"length({quote(name)})"
        known = f"from {ready} where {quote(name)} <> ''"
        for trait, order in ((Trait.LONGEST, "desc"), (Trait.SHORTEST, "asc")):
            one = f"(select _gid {known} order by {size} {order}, _gid limit 1)"
            yield _trait("_gid", trait, name, "''", one)
    yield _trait("_gid", Trait.MERGED, "", "''", f"{ready} where _size > 1")
    for no, feed in traits.feeds.items():
        rows = f"{walk} where _rid >> {ROW_BITS} = {no}"
        yield _trait("_gid", Trait.FEED, "", literal(feed), rows)
    for name in traits.self_lookups:
        yield from _deepest(entity, name)
    for stage in traits.issue_stages:
        table = names.issues(stage, entity)
        if staging.exists(table):
            yield _issues(stage, quote(table), walk)
    yield from _transformed(staging, entity, traits)
    for step, rids in traits.cleansed.items():
        if rids:
            listed = f"{walk} where _rid in ({', '.join(map(str, rids))})"
            name = traits.cleansed_fields.get(step, "")
            yield _trait("_gid", Trait.CLEANSED, name, literal(step), listed)


def _trait(gid: str, trait: Trait, name: str, detail: str, rows: str) -> str:
    return (
        f"select {gid} as _gid, {literal(trait)} as trait, {literal(name)} as field,"
        f" {detail} as detail from {rows}"
    )


def _issues(stage: str, table: str, walk: str) -> str:
    """Issues carry row ids up to match and golden ids from merge on."""
    told = f"{literal(Trait.ISSUE)} as trait, i.field, i.code as detail from {table} i"
    if stage in {"merge", "validate"}:
        return f"select i.row as _gid, {told}"
    return f"select x._gid, {told} join {walk} x on x._rid = i.row"


def _deepest(entity: str, name: str) -> Iterator[str]:
    """The record with the longest chain of ancestors."""
    ready, column = quote(names.ready(entity)), f"try_cast({quote(name)} as bigint)"
    yield f"""select _gid, {literal(Trait.DEEPEST)} as trait, {literal(name)} as field,
        '' as detail from (
            with recursive up(_gid, above, depth) as (
                select _gid, {column}, 0 from {ready}
                union all
                select u._gid, {column.replace(quote(name), "p." + quote(name))}, u.depth + 1
                from up u join {ready} p on p._gid = u.above
                where u.depth < {DEEPEST} and p._gid <> u._gid)
            select _gid from up where depth > 0 order by depth desc, _gid limit 1)"""


def _transformed(staging: Staging, entity: str, traits: EntityTraits) -> Iterator[str]:
    """Rows whose mapped value is not what stood in the one column that it comes from."""
    mapped, walk = quote(names.mapped(entity)), quote(names.crosswalk(entity))
    for name, feed, table, column in traits.transformed:
        if staging.exists(names.raw(table)):
            rows = f"""{mapped} m join {walk} x using (_rid)
                join {quote(names.raw(table))} r on r._row = m._rid & {(1 << ROW_BITS) - 1}
                where m._rid >> {ROW_BITS} = {feed}
                and m.{quote(name)} is distinct from r.c{column}"""
            yield _trait("x._gid", Trait.MAPPED, name, "''", rows)


def _candidates(
    staging: Staging, entity: str, selects: Sequence[str]
) -> dict[int, tuple[Covered, ...]]:
    """What each record worth looking at shows. Rare traits weigh more: a record's score is the sum
    of 1/(records that show the trait)."""
    found = staging.rows(
        f"""with shown as (
                select distinct _gid, trait, field, detail from ({" union all ".join(selects)})
                where _gid in (select _gid from {quote(names.ready(entity))})),
            weighed as (select *, 1.0 / count(*) over (partition by trait, field, detail) as w
                from shown),
            scored as (select *, sum(w) over (partition by _gid) as score from weighed),
            ranked as (select *, row_number() over (partition by trait, field, detail
                order by score desc, _gid) as place from scored)
            select _gid, trait, field, detail from scored
            where _gid in (select _gid from ranked where place <= {CANDIDATES})
            order by score desc, _gid, trait, field, detail"""
    )
    shown: dict[int, list[Covered]] = defaultdict(list)
    for gid, trait, name, detail in found:
        shown[gid].append(Covered(Trait(trait), name or "", detail or ""))
    return {gid: tuple(each) for gid, each in shown.items()}


def _greedy(
    shown: dict[int, tuple[Covered, ...]], rows: int
) -> tuple[dict[int, tuple[Covered, ...]], tuple[Covered, ...]]:
    missing = dict.fromkeys(one for each in shown.values() for one in each)
    left = {gid: set(each) for gid, each in shown.items()}
    taken: dict[int, tuple[Covered, ...]] = {}
    while missing and len(taken) < rows:
        best = max(left, key=lambda gid: (len(left[gid]), -gid))
        new = left.pop(best)
        taken[best] = tuple(one for one in shown[best] if one in new)
        for one in new:
            del missing[one]
        left = {gid: kept for gid, each in left.items() if (kept := each - new)}
    return taken, tuple(missing)
