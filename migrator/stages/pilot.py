"""Choose a pilot: a few records of every entity, and every parent that they need."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging


@dataclass(frozen=True)
class PilotSection:
    """`rows` records are asked for per entity; `lookups` lists (child, field, parent) of every
    mapped lookup between the `entities`."""

    entities: tuple[str, ...]
    lookups: tuple[tuple[str, str, str], ...]
    rows: int


@dataclass(frozen=True)
class Closure:
    """How the choice grew, per entity: records asked for, and taken in all."""

    asked: dict[str, int]
    taken: dict[str, int]

    def sentence(self) -> str:
        """One line for people."""
        parts = [
            f"{taken} {entity}"
            + (f" ({taken - self.asked[entity]} as parents)" if taken > self.asked[entity] else "")
            for entity, taken in self.taken.items()
            if taken
        ]
        return "The pilot takes " + ", ".join(parts) + "." if parts else "There is nothing to load."


def choose(staging: Staging, section: PilotSection) -> Closure:
    """Write pilot_<entity> for every entity: the first records by golden id, spread evenly over
    the table, closed under all parents (self-references and cycles included).

    Even spreading beats the first n: legacy tables are sorted by age, and the odd rows are late.
    """
    asked = {}
    for entity in section.entities:
        ready = quote(names.ready(entity))
        total = staging.count(names.ready(entity))
        stride = max(1, total // section.rows) if section.rows else 1
        staging.create(
            names.pilot(entity),
            f"""select _gid, 'asked' as why from
                (select _gid, row_number() over (order by _gid) - 1 as n from {ready})
                where n % {stride} = 0 order by _gid limit {section.rows}""",
        )
        asked[entity] = staging.count(names.pilot(entity))
    while sum(_pull(staging, *lookup) for lookup in section.lookups):
        pass
    return Closure(asked, {e: staging.count(names.pilot(e)) for e in section.entities})


def _pull(staging: Staging, child: str, field: str, parent: str) -> int:
    """Add the parents of chosen children; returns how many were new."""
    column = quote(field)
    missing = f"""select distinct p._gid, {literal(f"parent of {child}")} as why
        from {quote(names.pilot(child))} c
        join {quote(names.ready(child))} r on r._gid = c._gid
        join {quote(names.ready(parent))} p on p._gid = try_cast(r.{column} as bigint)
        where p._gid not in (select _gid from {quote(names.pilot(parent))})"""
    count = int(staging.scalar(f"select count(*) from ({missing})"))
    if count:
        staging.run(f"insert into {quote(staging.physical(names.pilot(parent)))} {missing}")
    return count
