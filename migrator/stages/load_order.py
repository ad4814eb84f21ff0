"""In which order entities are loaded, and which lookups must wait."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from migrator.errors import PlanError
from migrator.model.mapping import Collision
from migrator.model.schema import Entity
from migrator.model.text import Text


@dataclass(frozen=True)
class EntityLoad:
    """One entity to load: its mapped fields in order, and its lookups that hold a golden id of a
    parent (field -> the entities it may be of). Other relationship fields hold the target's keys
    already. `collisions` are the rules of fields that do not simply overwrite what a record of
    others holds."""

    entity: Entity
    fields: tuple[str, ...]
    lookups: Mapping[str, tuple[str, ...]]
    collisions: Mapping[str, Collision] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """An entity in its place. `early` lookups point to entities that are loaded before it; `late`
    ones (self-references and cycles) are filled by a second pass."""

    load: EntityLoad
    place: int
    early: tuple[str, ...]
    late: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.load.entity.name


def in_order(loads: Sequence[EntityLoad]) -> tuple[Step, ...]:
    """Parents before children; where a cycle allows no order, lookups that may be empty wait.
    Raises PlanError naming required lookups that make an order impossible."""
    waiting = {load.entity.name: load for load in loads}
    _refuse_unknown_parents(loads, waiting)
    steps: list[Step] = []
    there: set[str] = set()
    while waiting:
        load = _next(waiting, there)
        early = tuple(f for f, parents in load.lookups.items() if there.issuperset(parents))
        late = tuple(f for f in load.lookups if f not in early)
        steps.append(Step(load, len(steps), early, late))
        there.add(load.entity.name)
        del waiting[load.entity.name]
    return tuple(steps)


def _next(waiting: Mapping[str, EntityLoad], there: set[str]) -> EntityLoad:
    """The first entity with nothing to wait for, else the one that must leave the fewest lookups
    open, all of which may be empty."""
    missing = {
        name: [field for field, parents in load.lookups.items() if not there.issuperset(parents)]
        for name, load in waiting.items()
    }
    possible = [
        name
        for name, fields in missing.items()
        if not any(_required(waiting[name], f) for f in fields)
    ]
    if not possible:
        circle = ", ".join(
            f"{name}.{field}" for name, fields in missing.items() for field in fields
            if _required(waiting[name], field)
        )  # fmt: skip
        raise PlanError(
            Text(
                f"These required lookups point to each other in a circle: {circle}.",
                f"این ارجاع‌های الزامی در یک دور به هم اشاره می‌کنند: {circle}.",
            ),
            hint=Text(
                "Make one of them optional in the target, or leave one entity out.",
                "یکی از آن‌ها را در مقصد اختیاری کنید یا یک موجودیت را کنار بگذارید.",
            ),
        )
    return waiting[min(possible, key=lambda name: len(missing[name]))]


def _required(load: EntityLoad, field: str) -> bool:
    relationship = load.entity.relationship(field)
    return load.entity.field(field).required or bool(relationship and relationship.required)


def _refuse_unknown_parents(loads: Sequence[EntityLoad], known: Mapping[str, EntityLoad]) -> None:
    problems = [
        f"{load.entity.name}.{field} looks up {parent}, which is not loaded"
        for load in loads
        for field, parents in load.lookups.items()
        for parent in parents
        if parent not in known
    ]
    if problems:
        raise PlanError(
            Text("; ".join(problems) + ".", "؛ ".join(problems) + "."),
            hint=Text(
                "Map the parent too, or unmap the lookup.",
                "والد را هم نگاشت کنید یا نگاشت ارجاع را بردارید.",
            ),
        )
