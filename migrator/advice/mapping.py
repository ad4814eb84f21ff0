"""Mapping suggestions: which table feeds which entity, which column which field, and why.

A suggestion below `pairing.THRESHOLD` is not made: the column is listed as unaccounted, with the
nearest guess as a hint. Every column of every table is either a source of some field or listed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from migrator.advice.assigning import Pair, assign, fits, unmet, with_names
from migrator.advice.columns import columns_of
from migrator.advice.constants import constants
from migrator.advice.lookups import Links, link_to_company, links_by_header, links_of
from migrator.advice.pairing import THRESHOLD
from migrator.advice.steps import steps_for
from migrator.advice.tables import Role, Table, entity_kind, key_of, roles_of
from migrator.advice.understanding import understood, understood_entity
from migrator.model.mapping import Feed, FieldMapping, Filter, RowStatus, Step
from migrator.model.profile import TableProfile
from migrator.model.schema import Entity, Schema
from migrator.model.source import SourceTable, TableKind


@dataclass(frozen=True)
class Unaccounted:
    """A source column that no suggestion uses. `reason` is a sentence; `nearest` names the field
    it comes nearest to as `entity.field` ("" for none) and `confidence` how near, 0..1."""

    source: str
    table: str
    column: str
    reason: str
    nearest: str = ""
    confidence: float = 0.0


@dataclass(frozen=True)
class UnmatchedTable:
    """A source table that feeds nothing, with the reason as a sentence."""

    source: str
    table: str
    reason: str


@dataclass(frozen=True)
class Suggestions:
    """`feeds` as they can go into a plan (row status `suggested`), parents first within a table;
    `unaccounted` lists the columns left over, `unmatched` the tables."""

    feeds: tuple[Feed, ...] = ()
    unaccounted: tuple[Unaccounted, ...] = ()
    unmatched: tuple[UnmatchedTable, ...] = ()


Given = tuple[str, SourceTable, TableProfile | None]


Aside = Mapping[tuple[str, str], frozenset[str]]


def suggest(tables: Sequence[Given], schema: Schema, aside: Aside | None = None) -> Suggestions:
    """Feeds for the tables that the schema has a place for.

    `tables` are (source id, table, its profile or None). Without a profile only names, types and
    keys speak, and confidences stay lower. `aside` names columns, by (source, table), that people
    left out: they still tell what kind of record a table holds, but feed no field.
    """
    gone = aside or {}
    schema = understood(schema)
    known = [_table(*given) for given in tables]
    roles = {
        (t.source, t.name): _without(roles_of(t, schema), gone.get((t.source, t.name), frozenset()))
        for t in known
    }
    side = frozenset(
        (*table, role.entity.name) for table in roles for role in roles[table] if role.side
    )
    plan = Links(schema, tuple(known), _numbered(known, roles), side)
    feeds: list[Feed] = []
    unaccounted: list[Unaccounted] = []
    unmatched: list[UnmatchedTable] = []
    for table in known:
        absent = gone.get((table.source, table.name), frozenset())
        own = roles[table.source, table.name]
        made = [_without_sources(_feed(table, role, plan), absent - {*table.key}) for role in own]
        feeds += made
        left = _left_over(table, own, made, plan)
        unaccounted += [one for one in left if one.column not in absent]
        if not made:
            unmatched.append(UnmatchedTable(table.source, table.name, _why_not(table)))
    return Suggestions(tuple(feeds), tuple(unaccounted), tuple(unmatched))


def _without(roles: Sequence[Role], absent: frozenset[str]) -> tuple[Role, ...]:
    """The roles without the columns that were left out."""
    return tuple(
        replace(role, columns=tuple(c for c in role.columns if c.name not in absent))
        for role in roles
    )


def _without_sources(feed: Feed, absent: frozenset[str]) -> Feed:
    """The feed without rows that read a column that was left out. A key still tells rows apart."""
    return replace(feed, fields=tuple(r for r in feed.fields if not absent & {*r.sources}))


def _table(source: str, table: SourceTable, profile: TableProfile | None) -> Table:
    columns = columns_of(table, profile)
    return Table(source, table, columns, key_of(table, columns))


def _numbered(
    tables: Sequence[Table], roles: dict[tuple[str, str], tuple[Role, ...]]
) -> dict[tuple[str, str, str], int]:
    """Feed numbers, from 1, by source, table and entity."""
    wanted = [
        (table.source, table.name, role.entity.name)
        for table in tables
        for role in roles[table.source, table.name]
    ]
    return {one: number for number, one in enumerate(wanted, start=1)}


def _feed(table: Table, role: Role, plan: Links) -> Feed:
    number = plan.numbers[table.source, table.name, role.entity.name]
    linked = _linked(table, role, plan)
    used = {name for row in linked for name in row.sources} - set(table.key)
    columns = [c for c in role.columns if c.name not in used and not plan.is_reference(table, c)]
    pairs = with_names(assign(fits(columns, role.entity, role.kind)), role.entity, role.columns)
    rows = [_row(pair) for pair in pairs] + _joined_names(pairs, role) + linked
    taken = {row.target for row in rows}
    rows += [row for row in constants(table, role) if row.target not in taken]
    order = {f.name: n for n, f in enumerate(role.entity.fields)}
    named = _record_key(role, rows)
    return Feed(
        id=f"{role.entity.name}_{number}",
        no=number,
        source=table.source,
        table=table.name,
        entity=role.entity.name,
        key=named or table.key,
        fields=tuple(sorted(rows, key=lambda row: order[row.target])),
        filters=_without_record(table, role, rows) if role.side else (),
        one_per_key=bool(named),
    )


def _record_key(role: Role, rows: Sequence[FieldMapping]) -> tuple[str, ...]:
    """The columns that name the company which stands in the rows of its people: one record, not
    one per person."""
    if not role.side:
        return ()
    named = (row for row in rows if role.entity.field(row.target).meaning == "company_name")
    row = next(named, None)
    return row.sources if row else ()


def _without_record(table: Table, role: Role, rows: Sequence[FieldMapping]) -> tuple[Filter, ...]:
    """Leaves out rows that hold no such record: what its required field comes from is empty."""
    sources = [
        table.column(name)
        for row in rows
        if role.entity.field(row.target).required and not row.lookup
        for name in row.sources
    ]
    if not sources or any(column.full for column in sources):
        return ()
    tests = [f"not trim(field({column.name!r}))" for column in sources]
    return (
        Filter(" and ".join(tests), f"The row names no {role.entity.label or role.entity.name}."),
    )


def _linked(table: Table, role: Role, plan: Links) -> list[FieldMapping]:
    rows: dict[str, FieldMapping] = {}
    named = links_by_header(role.columns, role.entity, plan.schema)
    for row in (*named, *links_of(table, role, plan), *link_to_company(table, role, plan)):
        rows.setdefault(row.target, row)
    return list(rows.values())


def _row(pair: Pair) -> FieldMapping:
    return FieldMapping(
        target=pair.field.name,
        sources=(pair.column.name,),
        steps=steps_for(pair.column, pair.field),
        status=RowStatus.SUGGESTED,
        confidence=pair.fit.score,
        evidence=pair.fit.evidence,
    )


def rows_for(
    table: SourceTable, profile: TableProfile | None, entity: Entity, schema: Schema | None = None
) -> tuple[FieldMapping, ...]:
    """Rows for a table of which people say that it feeds `entity` (of `schema`), whatever it looks
    like."""
    columns = columns_of(table, profile)
    entity = understood_entity(entity)
    links = tuple(links_by_header(columns, entity, schema)) if schema else ()
    used = {name for row in links for name in row.sources}
    rest = [column for column in columns if column.name not in used]
    pairs = with_names(assign(fits(rest, entity, entity_kind(entity))), entity, rest)
    return (*(_row(pair) for pair in pairs), *links)


def _joined_names(pairs: Sequence[Pair], role: Role) -> list[FieldMapping]:
    """The full name from first and last name, when the table has no column for it."""
    by_meaning = {pair.field.meaning: pair for pair in pairs}
    field = next((f for f in role.entity.fields if f.meaning == "person_name"), None)
    first, last = by_meaning.get("first_name"), by_meaning.get("last_name")
    if field is None or "person_name" in by_meaning or first is None or last is None:
        return []
    return [
        FieldMapping(
            target=field.name,
            sources=(first.column.name, last.column.name),
            steps=(Step("join"),),
            status=RowStatus.SUGGESTED,
            confidence=round(0.9 * min(first.fit.score, last.fit.score), 2),
            evidence="first and last name together",
        )
    ]


def _left_over(
    table: Table, roles: tuple[Role, ...], feeds: Sequence[Feed], plan: Links
) -> list[Unaccounted]:
    mapped = {name for feed in feeds for row in feed.fields for name in row.sources}
    rest = [c for c in table.columns if c.name not in mapped]
    near: dict[str, tuple[str, float]] = {}
    for role in roles:
        own = [c for c in rest if c in role.columns]
        for pair in reversed(fits(own, role.entity, role.kind)):
            name, score = pair.column.name, pair.fit.score
            if score >= near.get(name, ("", 0.2))[1]:
                near[name] = (f"{role.entity.name}.{pair.field.name}", score)
    return [
        Unaccounted(
            table.source,
            table.name,
            column.name,
            plan.reason(table, column) or _reason(bool(roles), near.get(column.name)),
            *near.get(column.name, ("", 0.0)),
        )
        for column in rest
    ]


def _reason(fed: bool, near: tuple[str, float] | None) -> str:
    if not fed:
        return "I don't know: the table feeds no entity."
    if near is None:
        return "I don't know: no field of the target is like it."
    if near[1] >= THRESHOLD:
        return f"Another column feeds {near[0]} already."
    return f"I don't know: {near[0]} comes nearest, with {near[1]:.2f}."


def _why_not(table: Table) -> str:
    if table.table.kind == TableKind.VIEW:
        return "A view repeats what its tables hold."
    return "I don't know what kind of record this is."


def lacking(feed: Feed, schema: Schema) -> tuple[str, ...]:
    """Required fields of the feed's entity that it does not fill: what people still must decide."""
    return unmet(schema.entity(feed.entity), {row.target: row for row in feed.fields})
