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

Parents = Mapping[str, tuple[str, ...]]  # `<entity>.<field>` to the entities it points to


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


def edges(staging: Staging, entities: Sequence[Entity], parents: Parents) -> list[Edge]:
    """Every way in which golden records of these entities point to each other."""
    columns = {e.name: set(staging.columns(names.golden(e.name))) for e in entities}
    return [edge for e in entities for edge in _edges_of(e, columns, parents)]


def _edges_of(entity: Entity, columns: dict[str, set[str]], parents: Parents) -> Iterator[Edge]:
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

    Goes breadth first from the records that failed on their own; every record is held back in one
    round only, so self-references and cycles come to an end. The rounds work on pairs of ids.
    """
    held = {name: f"_held_{n}" for n, name in enumerate(found)}
    made = [*held.values(), "_held_back", *(f"_edge_{n}" for n in range(len(ways)))]
    try:
        if not _start(staging, found, held):
            return
        for number, edge in enumerate(ways):
            staging.run(
                f"""create or replace table _edge_{number} as
                    select c._gid as row, p._gid as parent
                    from {quote(names.golden(edge.child))} c
                    join {quote(names.golden(edge.parent))} p on {edge.joined()}"""
            )
        level = 0
        while sum(_step(staging, number, edge, held, level) for number, edge in enumerate(ways)):
            level += 1
            progress.update(level, None, "validate: records of parents that are held back")
        for number, edge in enumerate(ways):
            _tell(staging, number, edge, found[edge.child])
    finally:
        for table in made:
            staging.run(f"drop table if exists {quote(table)}")


def _start(staging: Staging, found: dict[str, str], held: dict[str, str]) -> int:
    """Round 0: records that have an error of their own; returns how many."""
    error = literal(Severity.ERROR.value)
    staging.run(
        "create or replace table _held_back"
        " (edge integer, row bigint, parent bigint, round integer)"
    )
    for name, table in held.items():
        staging.run(
            f"""create or replace table {quote(table)} as select distinct row, 0 as round
                from {quote(found[name])} where severity = {error}"""
        )
    return sum(int(staging.scalar(f"select count(*) from {t}")) for t in held.values())


def _step(staging: Staging, number: int, edge: Edge, held: dict[str, str], level: int) -> int:
    """Hold back the children, over one lookup, of parents of this round; returns how many.

    A child that two parents of this round hold back is told of both, and goes on once.
    """
    child, parent = quote(held[edge.child]), quote(held[edge.parent])
    staging.run(
        f"""insert into _held_back select {number}, e.row, e.parent, {level}
            from _edge_{number} e join {parent} h on h.row = e.parent and h.round = {level}
            where not exists (select 1 from {child} k where k.row = e.row and k.round <= {level})"""
    )
    mine = f"from _held_back b where b.edge = {number} and b.round = {level}"
    staging.run(
        f"""insert into {child} select distinct b.row, {level + 1} {mine}
            and not exists (select 1 from {child} k where k.row = b.row)"""
    )
    return int(staging.scalar(f"select count(*) {mine}"))


def _tell(staging: Staging, number: int, edge: Edge, table: str) -> None:
    """The issues of one lookup: what was looked up, and the parent that was held back."""
    shown = quote(edge.field if edge.key else f"_raw_{edge.field}")
    staging.run(
        f"""insert into {quote(table)}
            select b.row, {literal(edge.field)}, 'parent_held_back',
                {literal(Severity.ERROR.value)}, left(c.{shown}, 200),
                {literal(edge.parent)} || coalesce(' ' || p._key, '')
            from _held_back b
            join {quote(names.golden(edge.child))} c on c._gid = b.row
            join {quote(names.golden(edge.parent))} p on p._gid = b.parent
            where b.edge = {number}"""
    )
