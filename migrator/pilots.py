"""What the choice of a pilot is made from, out of the plan and what the stages have left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrator.model.dormant import mapped_fields
from migrator.model.piloting import PilotBy
from migrator.model.plan import Plan
from migrator.model.relations import in_order, parents_of
from migrator.model.schema import Field, FieldType
from migrator.stages.pilot import PilotSection
from migrator.stages.pilot_cover import EntityTraits

if TYPE_CHECKING:
    from migrator.workspace import Workspace


def pilot_section(workspace: Workspace) -> PilotSection:
    """What the plan asks of a pilot. The derived stages must be fresh."""
    plan = workspace.plan
    order = in_order(plan)
    links = tuple(
        (child, field, parent)
        for child in order
        for field, parents in parents_of(plan, child).items()
        for parent in parents
        if parent in order
    )
    choice = plan.loading.pilot
    traits = {}
    if choice.by is PilotBy.COVERAGE:
        examples = _examples(workspace)
        traits = {entity: _traits(plan, entity, examples.get(entity, {})) for entity in order}
    return PilotSection(order, links, plan.loading.pilot_rows, choice, traits)


def _examples(workspace: Workspace) -> dict[str, dict[str, list[int]]]:
    """Row ids that recipe steps have changed, by entity and step."""
    output = workspace.project.outputs.latest("cleanse")
    return output.report.facts.get("examples", {}) if output else {}


def _traits(plan: Plan, entity: str, examples: dict[str, list[int]]) -> EntityTraits:
    fields = mapped_fields(plan, entity)
    known: list[Field] = [f for f in plan.target.schema.entity(entity).fields if f.name in fields]
    looked = parents_of(plan, entity)
    steps = [s for r in plan.recipes if r.entity == entity for s in r.steps if s.id in examples]
    return EntityTraits(
        picklists={f.name: tuple(one.value for one in f.picklist) for f in known if f.picklist},
        texts=tuple(
            f.name
            for f in known
            if f.type is FieldType.TEXT and not f.picklist and f.name not in looked
        ),
        self_lookups=tuple(name for name, parents in looked.items() if entity in parents),
        feeds={feed.no: feed.id for feed in plan.feeds_of(entity)},
        transformed=_transformed(plan, entity),
        cleansed={s.id: tuple(examples[s.id]) for s in steps},
        cleansed_fields={s.id: s.writes for s in steps},
    )


def _transformed(plan: Plan, entity: str) -> tuple[tuple[str, int, int, int], ...]:
    """Mapping rows with transforms of one column: (field, feed, raw table, column)."""
    found = []
    for feed in plan.feeds_of(entity):
        choice = plan.choice(feed.source, feed.table)
        columns = [column.name for column in choice.table.columns]
        found += [
            (row.target, feed.no, choice.no, columns.index(row.sources[0]) + 1)
            for row in feed.fields
            if row.steps and len(row.sources) == 1 and row.sources[0] in columns
        ]
    return tuple(found)
