"""A record whose parent is kept back cannot travel either; neither can its own children."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from migrator.model.issues import Severity
from migrator.model.schema import Entity
from migrator.progress import Progress
from migrator.stages.lookup_fields import with_lookups
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging


@dataclass(frozen=True)
class Edge:
    """Rows of `child` point to rows of `parent`: `field` holds the parent's golden id, or, with
    `key`, the value of that field of the parent."""

    child: str
    field: str
    parent: str
    key: str = ""

    def joined(self) -> str:
        """SQL: child `c` points to parent `p`."""
        column = f"c.{quote(self.field)}"
        if self.key:
            return f"p.{quote(self.key)} = {column}"
        return f"p._gid = try_cast({column} as bigint)"


def edges(staging: Staging, entities: Sequence[Entity], parents: Mapping[str, str]) -> list[Edge]:
    """Every way in which golden records of these entities point to each other."""
    columns = {e.name: set(staging.columns(names.golden(e.name))) for e in entities}
    return [edge for e in entities for edge in _edges_of(e, columns, parents)]


def _edges_of(
    entity: Entity, columns: dict[str, set[str]], parents: Mapping[str, str]
) -> Iterator[Edge]:
    mine = columns[entity.name]
    for one in with_lookups(entity, mine, parents).relationships:
        if one.parent in columns:
            yield Edge(entity.name, one.field, one.parent)
    for one in entity.relationships:
        plain = one.field in mine and f"_raw_{one.field}" not in mine
        if plain and one.parent_field in columns.get(one.parent, ()):
            yield Edge(entity.name, one.field, one.parent, one.parent_field)


def hold_back_children(
    staging: Staging, ways: Sequence[Edge], found: dict[str, str], progress: Progress
) -> None:
    """Add an error `parent_held_back` to every record, of any generation, whose parent has an
    error. `found` maps entities to their tables of issues, which grow.

    Goes breadth first from the records that failed on their own; every record enters the front
    once, so self-references and cycles come to an end.
    """
    fronts = {name: f"_front_{n}" for n, name in enumerate(found)}
    error = literal(Severity.ERROR.value)
    try:
        for name, front in fronts.items():
            staging.run(
                f"""create or replace table {quote(front)} as
                    select distinct row, 0 as round from {quote(found[name])}
                    where severity = {error}"""
            )
        level = 0
        while sum(_step(staging, edge, found, fronts, level) for edge in ways):
            level += 1
            progress.update(level, None, "validate: records of parents that are held back")
    finally:
        for front in fronts.values():
            staging.run(f"drop table if exists {quote(front)}")


def _step(
    staging: Staging, edge: Edge, found: dict[str, str], fronts: dict[str, str], level: int
) -> int:
    """Hold back the children, over one lookup, of parents of this round; returns how many."""
    front, raw = quote(fronts[edge.child]), f"_raw_{edge.field}"
    shown = quote(edge.field if edge.key else raw)
    # A child that two parents of this round hold back is told of both, and goes on once.
    hit = f"""select c._gid as row, left(c.{shown}, 200) as value,
            {literal(edge.parent)} || ' ' || p._key as detail
        from {quote(names.golden(edge.child))} c
        join {quote(names.golden(edge.parent))} p on {edge.joined()}
        join {quote(fronts[edge.parent])} f on f.row = p._gid
        where f.round = {level} and not exists (select 1 from {front} k
            where k.row = c._gid and k.round <= {level})"""
    count = int(staging.scalar(f"select count(*) from ({hit})"))
    if count:
        staging.run(
            f"""insert into {quote(found[edge.child])}
                select row, {literal(edge.field)}, 'parent_held_back',
                    {literal(Severity.ERROR.value)}, value, coalesce(detail, {literal(edge.parent)})
                from ({hit})"""
        )
        staging.run(
            f"""insert into {front} select distinct row, {level + 1} from ({hit}) h
                where not exists (select 1 from {front} k where k.row = h.row)"""
        )
    return count
