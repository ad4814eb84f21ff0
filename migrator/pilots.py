"""What the choice of a pilot is made from, out of the plan and what the stages have left."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from migrator.errors import PlanError
from migrator.model.dormant import mapped_fields
from migrator.model.loading import RunKind
from migrator.model.personal import PERSONAL
from migrator.model.piloting import PilotBy
from migrator.model.plan import Plan
from migrator.model.relations import in_order, parents_of
from migrator.model.schema import Field, FieldType
from migrator.model.text import Text
from migrator.stages.pilot import PilotSection
from migrator.stages.pilot_cover import EntityTraits
from migrator.stages.pilot_mask import MaskedField, write_masked
from migrator.stages.pilot_masks import UNMASKED
from migrator.store import names

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


def masks(workspace: Workspace, kind: RunKind) -> bool:
    """Whether a run of this kind carries made-up personal data."""
    return kind is RunKind.PILOT and workspace.plan.loading.pilot.mask


def check_masks(workspace: Workspace, kind: RunKind) -> None:
    """Made-up and real records never stand in the target together: PlanError that names the run
    which has to be taken back first."""
    loads = [r for r in workspace.runs() if r.kind != RunKind.ROLLBACK and r.state != "rolled_back"]
    wanted = masks(workspace, kind)
    other = [run for run in loads if bool(run.facts.get("masked")) != wanted]
    if not other:
        return
    no = other[-1].no
    if wanted:
        raise PlanError(
            Text(
                f"Run {no} has brought real records into the target: a masked pilot cannot join"
                " them.",
                f"اجرای {no} رکوردهای واقعی به مقصد برده است: اجرای آزمایشیِ پوشیده به آن‌ها"
                " افزوده نمی‌شود.",
            ),
            hint=Text(
                "Take that run back, or run the pilot without masking.",
                "آن اجرا را بازگردانید، یا اجرای آزمایشی را بدون پوشاندن انجام دهید.",
            ),
        )
    raise PlanError(
        Text(
            f"The masked pilot (run {no}) is still in the target.",
            f"اجرای آزمایشیِ پوشیده (اجرای {no}) هنوز در مقصد است.",
        ),
        hint=Text(
            "Remove it again first: its personal data are made up.",
            "نخست آن را بردارید: داده‌های شخصی آن ساختگی است.",
        ),
    )


def masked_fields(plan: Plan, entity: str) -> dict[str, MaskedField]:
    """The mapped fields that a masked pilot makes up: those whose meaning is personal data, and
    that are no lookup and no picklist."""
    there = {*mapped_fields(plan, entity)} - {*parents_of(plan, entity)}
    return {
        field.name: MaskedField(field.meaning, field.length)
        for field in plan.target.schema.entity(entity).fields
        if field.name in there
        and not field.picklist
        and field.meaning in PERSONAL.keys() - UNMASKED
    }


def write_masks(workspace: Workspace) -> None:
    """Write masked_<entity> of every entity, after the pilot was chosen."""
    plan = workspace.plan
    key = hashlib.sha256(f"mask {workspace.project.id}".encode()).digest()
    for entity in plan.entities():
        write_masked(workspace.staging, entity, masked_fields(plan, entity), key)


@contextmanager
def shown_masked(workspace: Workspace, masked: bool) -> Iterator[None]:
    """While it lasts, ready_<entity> shows the masked records, if `masked`. After a crash the next
    run of the stages lets the views stand on the real ones again."""
    staging = workspace.staging
    entities = [e for e in workspace.plan.entities() if staging.exists(names.masked(e))]
    if not masked or not entities:
        yield
        return
    real = {names.ready(e): staging.physical(names.ready(e)) for e in entities}
    try:
        for entity in entities:
            staging.point(names.ready(entity), staging.physical(names.masked(entity)))
        yield
    finally:
        for name, physical in real.items():
            staging.point(name, physical)


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
