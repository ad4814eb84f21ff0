"""What a load, and the prediction of one, work on: the section, the order, what is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from migrator.model.loading import LoadSettings, RunKind
from migrator.model.mapping import Collision
from migrator.model.schema import Entity
from migrator.progress import Progress
from migrator.project.journal import Journal
from migrator.stages.load_meeting import Way, meet, read_existing, read_ledger, way_of
from migrator.stages.load_order import EntityLoad, Step, in_order
from migrator.stages.load_payload import Payload
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging
from migrator.targets.base import Target
from migrator.targets.doors import BatchKind, Order
from migrator.targets.ids import namespace, strategy_of


@dataclass(frozen=True)
class LoadSection:
    """What a load needs. `project` is a stable id, `system` names the legacy system: both make the
    UUIDs. `run` numbers the runs of the project; a resumed run keeps its number. `only` names, per
    entity, the staging table of the golden ids of a pilot; entities it does not name load nothing,
    an empty mapping means everything."""

    project: str
    system: str
    run: int
    kind: RunKind
    entities: tuple[EntityLoad, ...]
    settings: LoadSettings
    target: Target
    journal: Journal
    only: Mapping[str, str] = field(default_factory=dict)


def entity_load(
    entity: Entity,
    fields: Sequence[str],
    lookups: Mapping[str, tuple[str, ...]] | None = None,
    collisions: Mapping[str, Collision] | None = None,
) -> EntityLoad:
    """An entity to load. `lookups` (field -> parent entities) are fields that hold golden ids;
    without it all mapped relationship fields do."""
    if lookups is None:
        lookups = {r.field: (r.parent,) for r in entity.relationships if r.field in fields}
    rules = {f: c for f, c in (collisions or {}).items() if c is not Collision.OVERWRITE}
    return EntityLoad(entity, tuple(fields), lookups, rules)


class Payloads:
    """The entities of a section in their order, and what is sent of each. `landed` names the tables
    that tell where parents are; `links`: whether the target takes a second pass; `met` are the
    entities whose meeting with records of others was settled."""

    def __init__(
        self,
        staging: Staging,
        section: LoadSection,
        links: bool,
        landed: Callable[[str], str] = names.outcome,
    ) -> None:
        self.staging = staging
        self.section = section
        self.links = links
        self.landed = landed
        self.steps = in_order([_with_lookups(staging, load) for load in section.entities])
        self.met: dict[str, Way] = {}
        ids = {step.name: strategy_of(step.load.entity, step.load.fields) for step in self.steps}
        self.parents = {step.name: (step.load.entity, ids[step.name]) for step in self.steps}

    def of(self, step: Step) -> Payload:
        """What is sent of an entity, as far as it is settled."""
        only = self.section.only
        chosen = only.get(step.name)
        table = quote(chosen) if chosen else "(select 0::bigint as _gid where false)"
        return Payload(
            step,
            self.parents[step.name][1],
            namespace(self.section.project, self.section.system),
            self.parents,
            only=table if only else "",
            formula=not self.links,
            meets=step.name in self.met,
            landed=self.landed,
        )

    def meet(self, step: Step, more: Sequence[str], progress: Progress) -> Payload:
        """Settle which rows are records of others, and say what is sent then. existing_<entity>
        gets the fields `more` too (with none, it is read only where it is needed)."""
        payload = self.of(step)
        way = way_of(self.section.settings, payload)
        if way.by or more:
            self.read(payload, (*way.by, *more), progress)
        elif way:
            read_ledger(self.staging, self.section.target, self.section.project, payload)
        if not way:
            return payload
        meet(self.staging, self.section.target, payload, way)
        self.met[step.name] = way
        return self.of(step)

    def read(self, payload: Payload, fields: Sequence[str], progress: Progress) -> None:
        """Read what the target's ledger and the target itself hold of an entity."""
        read_ledger(self.staging, self.section.target, self.section.project, payload)
        read_existing(self.staging, self.section.target, payload, fields, progress)

    def order(self, step: Step, kind: BatchKind, fields: tuple[str, ...]) -> Order:
        """How batches of an entity are written."""
        entity, ids = self.parents[step.name]
        way = self.met.get(step.name)
        return Order(
            entity,
            fields,
            ids,
            self.section.settings.mode,
            kind,
            step.place,
            {f: rule for f, rule in step.load.collisions.items() if f in fields},
            way is not None,
            way.by if way and kind is BatchKind.LOAD else (),
        )


def _with_lookups(staging: Staging, load: EntityLoad) -> EntityLoad:
    """Lookups are the fields that keep what was looked up beside them (`_raw_<field>`); without
    that a relationship field holds a key of the target, mapped as it is."""
    columns = set(staging.columns(names.ready(load.entity.name)))
    there = {f: parents for f, parents in load.lookups.items() if f"_raw_{f}" in columns}
    return replace(load, lookups=there)
