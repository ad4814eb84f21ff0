"""How the entities of a plan hang together: which lookup points where, and their order."""

from __future__ import annotations

from migrator.model.mapping import FieldMapping, lineage
from migrator.model.plan import Plan
from migrator.model.schema import Entity


def lookups(plan: Plan, entity: str) -> dict[str, FieldMapping]:
    """Lookup rows of an entity by target field (the first feed that maps it decides)."""
    rows = (row for feed in plan.feeds_of(entity) for row in feed.fields if row.lookup)
    found: dict[str, FieldMapping] = {}
    for row in rows:
        found.setdefault(row.target, row)
    return found


def parents_of(plan: Plan, entity: str) -> dict[str, tuple[str, ...]]:
    """The entities that each lookup field of an entity may point to, over all feeds."""
    found: dict[str, tuple[str, ...]] = {}
    for feed in plan.feeds_of(entity):
        for row in feed.fields:
            if row.lookup:
                both = (*found.get(row.target, ()), *row.lookup.entities)
                found[row.target] = tuple(dict.fromkeys(both))
    return found


def all_parents(plan: Plan) -> dict[str, tuple[str, ...]]:
    """`parents_of` every fed entity, by `<entity>.<field>`."""
    return {
        f"{entity}.{field}": parents
        for entity in plan.entities()
        for field, parents in parents_of(plan, entity).items()
    }


def in_order(plan: Plan) -> tuple[str, ...]:
    """The fed entities, parents before children as far as cycles allow."""
    fed = plan.entities()
    parents = {
        e: {parent for some in parents_of(plan, e).values() for parent in some} & set(fed) - {e}
        for e in fed
    }
    order: list[str] = []
    while len(order) < len(fed):
        free = [e for e in fed if e not in order and parents[e] <= set(order)]
        # In a cycle nobody is free: take the one that waits for the fewest.
        waiting = (e for e in fed if e not in order)
        order += free or [min(waiting, key=lambda e: len(parents[e] - set(order)))]
    return tuple(order)


def entities_of(plan: Plan) -> tuple[Entity, ...]:
    """The fed entities of the target's schema, parents first."""
    return tuple(plan.target.schema.entity(name) for name in in_order(plan))


def entity_of(plan: Plan, rid: int) -> str:
    """The entity that a row or golden id belongs to, "" when its feed is gone."""
    number = lineage(rid)[0]
    return next((feed.entity for feed in plan.feeds if feed.no == number), "")
