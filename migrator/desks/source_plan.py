"""What changes of sources do to a plan, worked out on the plan alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from migrator.errors import PlanError
from migrator.model.mapping import Feed, FieldMapping
from migrator.model.plan import Plan, SourceSpec, TableChoice
from migrator.model.source import SourceTable
from migrator.model.text import Text
from migrator.model.views.sources import Fed, Loss
from migrator.transforms.expression import compile_expression

KEY = "key"


@dataclass(frozen=True)
class Remade:
    """A plan whose mapping fits its sources again, and what that cost."""

    plan: Plan
    losses: tuple[Loss, ...] = ()
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    def then(self, after: Remade) -> Remade:
        """What came of both, one after the other."""
        return Remade(
            after.plan,
            (*self.losses, *after.losses),
            (*self.gone, *after.gone),
            (*self.new, *after.new),
        )


def next_number(plan: Plan) -> int:
    """The first free table number."""
    return 1 + max((c.no for spec in plan.sources for c in spec.tables), default=0)


def with_source(plan: Plan, spec: SourceSpec) -> Plan:
    """`spec` at the end, its tables numbered behind those of the plan."""
    first = next_number(plan)
    tables = tuple(replace(choice, no=first + n) for n, choice in enumerate(spec.tables))
    return replace(plan, sources=(*plan.sources, replace(spec, tables=tables)))


def without_source(plan: Plan, source: str) -> Remade:
    """The plan without a source, and without what its tables feed."""
    left = tuple(spec for spec in plan.sources if spec.id != source)
    return fitted(replace(plan, sources=left))


def changed_spec(plan: Plan, source: str, change: Callable[[SourceSpec], SourceSpec]) -> Plan:
    """One source changed, the others as they are."""
    specs = (change(spec) if spec.id == source else spec for spec in plan.sources)
    return replace(plan, sources=tuple(specs))


def changed_tables(
    plan: Plan, source: str, tables: Iterable[str], change: Callable[[TableChoice], TableChoice]
) -> Plan:
    """Some tables of a source changed."""
    wanted = set(tables)

    def each(spec: SourceSpec) -> SourceSpec:
        choices = (change(c) if c.table.name in wanted else c for c in spec.tables)
        return replace(spec, tables=tuple(choices))

    return changed_spec(plan, source, each)


def looked_again(plan: Plan, spec: SourceSpec, found: Sequence[TableChoice]) -> Remade:
    """`spec` (in place of the source with its id) with the tables that were found in it now. What
    people decided about a table stays while a table of its name is there."""
    known = {choice.table.name: choice for choice in plan.source(spec.id).tables}
    decided = {choice.table.name: choice for choice in spec.tables}
    free = next_number(plan)
    tables = []
    for choice in found:
        name = choice.table.name
        if name in decided:
            tables.append(_again(decided[name], choice.table))
        else:
            tables.append(replace(choice, no=free))
            free += 1
    names = {choice.table.name for choice in found}
    made = fitted(changed_spec(plan, spec.id, lambda _: replace(spec, tables=tuple(tables))))
    return replace(
        made,
        gone=tuple(name for name in known if name not in names),
        new=tuple(c.table.name for c in found if c.table.name not in known),
    )


def _again(choice: TableChoice, table: SourceTable) -> TableChoice:
    names = {column.name for column in table.columns}
    left_out = tuple(gone for gone in choice.left_out if gone.column in names)
    return replace(choice, table=table, left_out=left_out)


# -- a mapping that fits its sources


def fitted(plan: Plan) -> Remade:
    """The plan with a mapping of columns that are there, in tables that are kept."""
    feeds: list[Feed] = []
    losses: list[Loss] = []
    for feed in plan.feeds:
        left, lost = _fitted(plan, feed)
        if left is not None:
            feeds.append(left)
        if lost:
            losses.append(Loss(feed.table, feed.entity, label(plan, feed.entity), tuple(lost)))
    ids = {feed.id for feed in feeds}
    numbers = [feed.no for feed in plan.feeds if feed.id not in ids]
    made = replace(
        plan,
        feeds=tuple(
            replace(f, fields=tuple(_any_feed(row, ids) for row in f.fields)) for f in feeds
        ),
        feed_numbers=max([plan.feed_numbers, *numbers]),
    )
    return Remade(made, tuple(losses))


def _fitted(plan: Plan, feed: Feed) -> tuple[Feed | None, list[str]]:
    """The feed without columns that are gone (None if nothing is left), and the fields lost."""
    choice = _choice(plan, feed)
    every = [row.target for row in feed.fields]
    if choice is None or not choice.keep:
        return None, every or [KEY]
    names = {column.name for column in choice.table.columns}
    rows = tuple(row for row in feed.fields if names.issuperset(row.sources))
    lost = [row.target for row in feed.fields if row not in rows]
    key = tuple(name for name in feed.key if name in names)
    lost += [KEY] if key != feed.key else []
    filters = tuple(f for f in feed.filters if names.issuperset(_names(f.expression)))
    left_out = tuple(gone for gone in feed.left_out if gone.column in names)
    if lost and not any(row.sources for row in rows):
        return None, every
    return replace(feed, fields=rows, key=key, filters=filters, left_out=left_out), lost


def _choice(plan: Plan, feed: Feed) -> TableChoice | None:
    try:
        return plan.choice(feed.source, feed.table)
    except KeyError:
        return None


def _names(expression: str) -> frozenset[str]:
    try:
        return compile_expression(expression).names
    except PlanError:  # it is no expression, and says so where filters are edited
        return frozenset()


def _any_feed(row: FieldMapping, ids: set[str]) -> FieldMapping:
    """A lookup into the records of a feed that is gone looks into those of all feeds."""
    return replace(row, lookup=row.lookup.among(ids)) if row.lookup else row


def label(plan: Plan, entity: str) -> Text:
    """What people call an entity."""
    schema = plan.target.schema
    if not schema.has(entity):
        return Text.of(entity)
    found = schema.entity(entity)
    return Text(found.label or entity, found.label_fa or found.label or entity)


def fed_by(plan: Plan, source: str, table: str) -> tuple[Fed, ...]:
    """The entities that a table feeds."""
    feeds = [feed for feed in plan.feeds if (feed.source, feed.table) == (source, table)]
    return tuple(Fed(f.entity, label(plan, f.entity), len(f.fields)) for f in feeds)
