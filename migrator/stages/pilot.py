"""Choose a pilot: a few records of every entity, and everything that they need."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa

from migrator.errors import PlanError
from migrator.model.codec import to_data
from migrator.model.piloting import Covered, PilotBy, PilotChoice
from migrator.model.text import Text
from migrator.stages.pilot_closure import Chosen, Lookups, Reason, Why, close
from migrator.stages.pilot_cover import EntityTraits, cover
from migrator.stages.pilot_pick import by_filter, by_keys, spread
from migrator.store import names
from migrator.store.staging import Staging

_PILOT = pa.schema([("_gid", pa.int64()), ("why", pa.string()), ("covers", pa.string())])


@dataclass(frozen=True)
class PilotSection:
    """`rows` records are asked for per entity; `lookups` lists (child, field, parent) of every
    mapped lookup between the `entities`; `traits` what a pilot by coverage should show."""

    entities: tuple[str, ...]
    lookups: Lookups
    rows: int
    choice: PilotChoice = PilotChoice()
    traits: Mapping[str, EntityTraits] = field(default_factory=dict)


@dataclass(frozen=True)
class Closure:
    """How the choice grew, per entity: records asked for, and taken in all. `because` counts, per
    entity, the parents by the child that needs them, `below` the children by their parent.
    `covered` counts the traits shown, `missed` lists those that nothing shows or that had no room;
    `unknown` the keys that were asked for and are not there."""

    asked: dict[str, int]
    taken: dict[str, int]
    because: dict[str, dict[str, int]] = field(default_factory=dict)
    below: dict[str, dict[str, int]] = field(default_factory=dict)
    covered: dict[str, int] = field(default_factory=dict)
    missed: dict[str, tuple[Covered, ...]] = field(default_factory=dict)
    unknown: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def sentence(self) -> str:
        """One line for people."""
        parts = [
            f"{taken} {entity}{self._grown(entity)}"
            for entity, taken in self.taken.items()
            if taken
        ]
        return "The pilot takes " + ", ".join(parts) + "." if parts else "There is nothing to load."

    def _grown(self, entity: str) -> str:
        parents = sum(self.because.get(entity, {}).values())
        children = sum(self.below.get(entity, {}).values())
        told = [f"{parents} as parents"] if parents else []
        told += [f"{children} as children"] if children else []
        return f" ({', '.join(told)})" if told else ""


@dataclass(frozen=True)
class Choice:
    """The chosen records, and what was asked for and could not be had."""

    chosen: Chosen
    missed: dict[str, tuple[Covered, ...]] = field(default_factory=dict)
    unknown: dict[str, tuple[str, ...]] = field(default_factory=dict)


def choice(staging: Staging, section: PilotSection) -> Choice:
    """The records that the section asks for, closed under all parents (self-references and cycles
    included) and, as deep as asked, with children. Reads only; PlanError where the choice cannot be
    made."""
    found = _asked(staging, section)
    close(staging, found.chosen, section.lookups, section.choice.children)
    return found


def _asked(staging: Staging, section: PilotSection) -> Choice:
    wanted, rows = section.choice, section.rows
    chosen: Chosen = {entity: {} for entity in section.entities}
    missed: dict[str, tuple[Covered, ...]] = {}
    unknown: dict[str, tuple[str, ...]] = {}
    if wanted.by is PilotBy.COUNT:
        for entity in section.entities:
            chosen[entity] = dict.fromkeys(spread(staging, entity, rows), Why())
    elif wanted.by is PilotBy.KEYS:
        for entity, keys in wanted.keys.items():
            gids, absent = by_keys(staging, _known(section, entity), keys)
            chosen[entity] = dict.fromkeys(gids, Why())
            unknown |= {entity: tuple(absent)} if absent else {}
    elif wanted.by is PilotBy.FILTER:
        entity = _known(section, wanted.entity)
        chosen[entity] = dict.fromkeys(by_filter(staging, entity, wanted.where, rows), Why())
    else:
        for entity in section.entities:
            shown = cover(staging, entity, section.traits.get(entity, EntityTraits()), rows)
            chosen[entity] = {gid: Why(covers=told) for gid, told in shown.chosen.items()}
            missed |= {entity: (*shown.missed, *shown.over)} if shown.missed or shown.over else {}
    return Choice(chosen, missed, unknown)


def _known(section: PilotSection, entity: str) -> str:
    if entity in section.entities:
        return entity
    raise PlanError(
        Text(
            f"No feed fills {entity or 'the entity of the filter'}.",
            f"هیچ نگاشتی «{entity}» را پر نمی‌کند.",
        ),
        hint=Text("Choose an entity that is filled.", "موجودیتی را برگزینید که پر می‌شود."),
        problems=list(section.entities),
    )


def closure(found: Choice) -> Closure:
    """The counts of a choice."""

    def counted(reason: Reason) -> dict[str, dict[str, int]]:
        return {
            entity: dict(Counter(why.of for why in rows.values() if why.reason is reason))
            for entity, rows in found.chosen.items()
        }

    chosen = found.chosen
    return Closure(
        {e: sum(w.reason is Reason.ASKED for w in rows.values()) for e, rows in chosen.items()},
        {e: len(rows) for e, rows in chosen.items()},
        counted(Reason.PARENT),
        counted(Reason.CHILD),
        {e: sum(len(w.covers) for w in rows.values()) for e, rows in chosen.items()},
        found.missed,
        found.unknown,
    )


def choose(staging: Staging, section: PilotSection) -> Closure:
    """Write pilot_<entity> for every entity: its choice, and why each record is in it."""
    found = choice(staging, section)
    for entity, rows in found.chosen.items():
        told = [
            w.reason if w.reason is Reason.ASKED else f"{w.reason} of {w.of}" for w in rows.values()
        ]
        covers = [json.dumps(to_data(w.covers)) if w.covers else None for w in rows.values()]
        columns = [
            pa.array(list(rows), pa.int64()),
            pa.array([str(one) for one in told], pa.string()),
            pa.array(covers, pa.string()),
        ]
        batch = pa.RecordBatch.from_arrays(columns, schema=_PILOT)
        staging.write(names.pilot(entity), _PILOT, [batch])
    return closure(found)
