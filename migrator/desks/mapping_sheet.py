"""What the mapping step shows: the document in numbers, and one feed with both its sides."""

from __future__ import annotations

from dataclasses import replace

from migrator.advice.mapping import lacking
from migrator.contract.content import document_fingerprint
from migrator.contract.signing import Standing, standing
from migrator.desks.error_words import problem_text
from migrator.desks.evidence import told
from migrator.desks.mapping_edits import DECIDED
from migrator.desks.mapping_notes import marks
from migrator.desks.state import lacking as lacking_anywhere
from migrator.errors import PlanError
from migrator.model.codec import from_data
from migrator.model.mapping import Feed, FieldMapping
from migrator.model.meanings import MEANINGS
from migrator.model.plan import Plan
from migrator.model.profile import ColumnProfile, TableProfile
from migrator.model.schema import Entity
from migrator.model.source import SourceColumn
from migrator.model.text import Text
from migrator.model.views.mapping import (
    EntityLine,
    FeedLine,
    FeedSheet,
    Overview,
    SourceCard,
    TableLine,
    TargetCard,
)
from migrator.starting import unaccounted
from migrator.store import names
from migrator.transforms import TRANSFORMS
from migrator.transforms.compiling import ready_steps
from migrator.workspace import Workspace

SAMPLES = 6
SAMPLE_LENGTH = 60


def overview(workspace: Workspace) -> Overview:
    """Feeds, tables and entities with their counts."""
    plan = workspace.plan
    schema = plan.target.schema
    lines = feed_lines(plan)
    tables = tuple(
        TableLine(
            spec.id,
            choice.table.name,
            choice.table.rows,
            len(choice.table.columns),
            tuple(f.id for f in lines if (f.source, f.table) == (spec.id, choice.table.name)),
            choice.no,
        )
        for spec in plan.sources
        for choice in spec.tables
        if choice.keep
    )
    fed = set(plan.entities())
    entities = tuple(
        EntityLine(e.name, entity_label(e), len(e.fields), e.name in fed) for e in schema.entities
    )
    missing = tuple(
        (entity_label(schema.entity(entity)), field_label(schema.entity(entity), field))
        for entity, field in lacking_anywhere(plan)
    )
    mark = document_fingerprint(plan.feeds)[:8] if plan.feeds else ""
    return Overview(lines, tables, entities, missing, mark)


def feed_lines(plan: Plan) -> tuple[FeedLine, ...]:
    """Every feed in numbers, in the plan's order."""
    left = unaccounted(plan)
    told_apart = marks(plan)
    return tuple(
        replace(_line(plan, feed, left), mark=told_apart.get(feed.id, "")) for feed in plan.feeds
    )


def _line(plan: Plan, feed: Feed, left: list[tuple[str, str, str]]) -> FeedLine:
    has = plan.target.schema.has(feed.entity)
    return FeedLine(
        id=feed.id,
        no=feed.no,
        source=feed.source,
        table=feed.table,
        entity=feed.entity,
        label=entity_label(plan.target.schema.entity(feed.entity)) if has else Text.of(feed.entity),
        mapped=len(feed.fields),
        review=sum(row.status not in DECIDED for row in feed.fields),
        missing=len(lacking(feed, plan.target.schema)) if has else 0,
        open=sum((source, table) == (feed.source, feed.table) for source, table, _ in left),
    )


def entity_label(entity: Entity) -> Text:
    """What people call the entity."""
    return Text(entity.label or entity.name, entity.label_fa or entity.label or entity.name)


def field_label(entity: Entity, name: str) -> Text:
    """What people call the field."""
    field = next((f for f in entity.fields if f.name == name), None)
    if field is None:
        return Text.of(name)
    return Text(field.label or name, field.label_fa or field.label or name)


def table_profile(workspace: Workspace, source: str, table: str) -> TableProfile | None:
    """The newest profile of one table, None if it was never profiled."""
    latest = workspace.project.outputs.latest("profile")
    found = latest.report.facts["tables"].get(f"{source}/{table}") if latest else None
    return from_data(TableProfile, found) if found is not None else None


def sheet(workspace: Workspace, feed: Feed) -> FeedSheet:
    """Everything about one feed."""
    plan = workspace.plan
    schema = plan.target.schema
    entity = schema.entity(feed.entity) if schema.has(feed.entity) else Entity(feed.entity, ())
    used = {step.transform for row in feed.fields for step in row.steps}
    parents = {r.parent for r in entity.relationships}
    parents |= {row.lookup.entity for row in feed.fields if row.lookup}
    return FeedSheet(
        line=_line(plan, feed, unaccounted(plan)),
        feed=feed,
        sources=_sources(workspace, feed),
        targets=_targets(entity),
        evidence={row.target: told(row.evidence) for row in feed.fields if row.evidence},
        titles={name: TRANSFORMS.get(name).title for name in sorted(used) if name in TRANSFORMS},
        problems=_problems(plan, feed),
        parents={
            parent: tuple((f.id, Text.of(f"{f.source} / {f.table}")) for f in plan.feeds_of(parent))
            for parent in sorted(parents)
        },
        rows=workspace.staging.count(names.raw(plan.choice(feed.source, feed.table).no)),
        reopened=frozenset(
            row.target for row in feed.fields if standing(plan, feed, row) == Standing.REOPENED
        ),
    )


def _targets(entity: Entity) -> tuple[TargetCard, ...]:
    lookups = {r.field: r.parent for r in entity.relationships}
    return tuple(
        TargetCard(
            name=f.name,
            label=Text(f.label or f.name, f.label_fa or f.label or f.name),
            type=str(f.type),
            meaning=f.meaning,
            length=f.length,
            required=f.required and not f.generated and f.name not in entity.primary_key,
            own=f.name in entity.primary_key,
            parent=lookups.get(f.name, ""),
            picklist=f.picklist,
            description=f.description,
        )
        for f in entity.fields
    )


def _sources(workspace: Workspace, feed: Feed) -> tuple[SourceCard, ...]:
    plan = workspace.plan
    table = plan.choice(feed.source, feed.table).table
    profile = table_profile(workspace, feed.source, feed.table)
    seen = {c.name: c for c in profile.columns} if profile else {}
    reasons = plan.set_aside(feed.source, feed.table)
    elsewhere: dict[str, list[Text]] = {}
    for other in plan.feeds:
        if other.id != feed.id and (other.source, other.table) == (feed.source, feed.table):
            label = _line(plan, other, []).label
            for name in dict.fromkeys(n for row in other.fields for n in row.sources):
                elsewhere.setdefault(name, []).append(label)
    return tuple(
        replace(
            _source(column, seen.get(column.name)),
            key=column.name in feed.key,
            reason=reasons.get(column.name, ""),
            elsewhere=tuple(elsewhere.get(column.name, ())),
        )
        for column in table.columns
    )


def _source(column: SourceColumn, seen: ColumnProfile | None) -> SourceCard:
    if seen is None:
        return SourceCard(column.name, str(column.type), "text", MEANINGS["text"])
    return SourceCard(
        name=column.name,
        type=str(seen.type),
        meaning=seen.meaning,
        meant=MEANINGS.get(seen.meaning, MEANINGS["text"]),
        filled=seen.filled / seen.rows if seen.rows else None,
        distinct=seen.distinct,
        samples=tuple(one.value[:SAMPLE_LENGTH] for one in seen.top[:SAMPLES]),
    )


def _problems(plan: Plan, feed: Feed) -> dict[str, Text]:
    columns = {c.name for c in plan.choice(feed.source, feed.table).table.columns}
    found = {row.target: _problem(row, columns) for row in feed.fields}
    return {target: words for target, words in found.items() if words is not None}


def _problem(row: FieldMapping, columns: set[str]) -> Text | None:
    gone = [name for name in row.sources if name not in columns]
    if gone:
        listed = ", ".join(gone)
        return Text(f"There is no column {listed} any more.", f"ستون {listed} دیگر نیست.")
    try:
        ready_steps(row.steps, TRANSFORMS, len(row.sources))
    except PlanError as error:
        return problem_text(" ".join(error.details["problems"]))
    return None
