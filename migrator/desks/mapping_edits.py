"""Changes of the mapping document as pure functions: a plan in, a plan out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any

from migrator.advice.columns import Column, columns_of
from migrator.advice.steps import steps_for
from migrator.advice.tables import key_of
from migrator.desks.mapping_find import feed_of, field_of, known_columns, row_of
from migrator.desks.mapping_shapes import check_lookup
from migrator.errors import PlanError
from migrator.mapping_names import no_entity, numbered
from migrator.model.mapping import (
    Feed,
    FieldMapping,
    Filter,
    LeftOut,
    Lookup,
    RowStatus,
    Step,
)
from migrator.model.plan import Plan
from migrator.model.profile import TableProfile
from migrator.model.schema import Field, FieldType
from migrator.model.text import Text
from migrator.transforms import TRANSFORMS
from migrator.transforms.compiling import ready_steps
from migrator.transforms.expression import compile_expression

_WHY = Text("Write why they may go.", "بنویسید چرا لازم نیستند.")
DECIDED = frozenset({RowStatus.AGREED, RowStatus.SIGNED})


def _changed(plan: Plan, feed_id: str, change: Callable[[Feed], Feed]) -> Plan:
    feed_of(plan, feed_id)
    return replace(plan, feeds=tuple(change(f) if f.id == feed_id else f for f in plan.feeds))


def _with_row(plan: Plan, feed: Feed, row: FieldMapping) -> Plan:
    """The row in place of the one for the same field, in the order of the entity's fields."""
    order = {f.name: n for n, f in enumerate(plan.target.schema.entity(feed.entity).fields)}
    rows = [r for r in feed.fields if r.target != row.target] + [row]
    rows.sort(key=lambda r: order.get(r.target, len(order)))
    kept = tuple(gone for gone in feed.left_out if gone.column not in row.sources)
    done = replace(feed, fields=tuple(rows), left_out=kept)
    return _changed(plan, feed.id, lambda _: done)


def _touched(row: FieldMapping, **changes: Any) -> FieldMapping:
    """The row changed by a person: nobody has agreed to what it is now."""
    status = row.status if row.status == RowStatus.TO_DECIDE else RowStatus.DRAFT
    return replace(row, status=status, **changes)


# -- feeds


def add_feed(
    plan: Plan, source: str, table: str, entity: str, profile: TableProfile | None
) -> Plan:
    """A new feed without rows; its number was never given to another one."""
    if not plan.target.schema.has(entity):
        names = [e.name for e in plan.target.schema.entities]
        raise PlanError(
            no_entity(entity, names),
            hint=Text("Choose an entity of the target.", "یکی از موجودیت‌های مقصد را برگزینید."),
        )
    try:
        choice = plan.choice(source, table)
    except KeyError:
        raise PlanError(
            Text(f"There is no table {table!r} in {source}.", f"{source} جدول {table!r} ندارد."),
            hint=Text("Choose a table of the sources.", "یکی از جدول‌های مبدأ را برگزینید."),
        ) from None
    if not choice.keep:
        raise PlanError(
            Text(f"The table {table} is left out.", f"جدول {table} کنار گذاشته شده است."),
            hint=Text(
                "Take it back at the step “Assess” first.", "نخست در مرحله‌ی «ارزیابی» بازش گردانید."
            ),
        )
    no = numbered(plan) + 1
    key = key_of(choice.table, columns_of(choice.table, profile))
    feed = Feed(f"{entity}_{no}", no, source, table, entity, key)
    return replace(plan, feeds=(*plan.feeds, feed), feed_numbers=no)


def remove_feed(plan: Plan, feed_id: str) -> Plan:
    """Without the feed. Lookups that were narrowed to it look among all feeds again and wait for a
    decision."""
    feed_of(plan, feed_id)
    rest = tuple(_without(feed, feed_id) for feed in plan.feeds if feed.id != feed_id)
    return replace(plan, feeds=rest, feed_numbers=numbered(plan))


def _without(feed: Feed, gone: str) -> Feed:
    def without(row: FieldMapping) -> FieldMapping:
        narrowed = {way.feed for way in row.lookup.ways} if row.lookup else set()
        if row.lookup is None or gone not in narrowed:
            return row
        lookup = row.lookup.among(narrowed - {gone})
        return replace(row, lookup=lookup, status=RowStatus.TO_DECIDE)

    return replace(feed, fields=tuple(without(row) for row in feed.fields))


def set_key(plan: Plan, feed_id: str, columns: Sequence[str]) -> Plan:
    """The columns that identify a row of the feed; none: its position."""
    known_columns(plan, feed_of(plan, feed_id), columns)
    return _changed(plan, feed_id, lambda f: replace(f, key=tuple(dict.fromkeys(columns))))


def set_filters(plan: Plan, feed_id: str, filters: Sequence[Filter]) -> Plan:
    """The rows left out by plan; PlanError for an expression that cannot run or has no reason."""
    feed = feed_of(plan, feed_id)
    for one in filters:
        test = compile_expression(one.expression)
        known_columns(plan, feed, sorted(test.names))
        if not one.reason.strip():
            raise PlanError(
                Text("Rows are left out without a reason.", "ردیف‌ها بی‌دلیل کنار گذاشته شده‌اند."),
                hint=_WHY,
            )
    return _changed(plan, feed_id, lambda f: replace(f, filters=tuple(filters)))


def leave_out(plan: Plan, feed_id: str, columns: Sequence[str], reason: str) -> Plan:
    """Columns that are not migrated, with the reason."""
    feed = feed_of(plan, feed_id)
    known_columns(plan, feed, columns)
    if not reason.strip():
        raise PlanError(
            Text("Columns are left out without a reason.", "ستون بی‌دلیل کنار گذاشته شده است."),
            hint=_WHY,
        )
    used = {name: row.target for row in feed.fields for name in row.sources}
    for name in columns:
        if name in used:
            raise PlanError(
                Text(
                    f"{name} is mapped to {used[name]}.", f"{name} به {used[name]} نگاشت شده است."
                ),
                hint=Text("Unmap it first.", "نخست نگاشت آن را بردارید."),
            )
    rest = tuple(gone for gone in feed.left_out if gone.column not in columns)
    gone = tuple(LeftOut(name, reason.strip()) for name in columns)
    return _changed(plan, feed_id, lambda f: replace(f, left_out=rest + gone))


def take_back(plan: Plan, feed_id: str, columns: Sequence[str]) -> Plan:
    """Columns that are open again: in every feed of the table, and where the assessment set them
    aside."""
    feed = feed_of(plan, feed_id)
    place = (feed.source, feed.table)

    def rest(gone: tuple[LeftOut, ...]) -> tuple[LeftOut, ...]:
        return tuple(one for one in gone if one.column not in columns)

    feeds = tuple(
        replace(f, left_out=rest(f.left_out)) if (f.source, f.table) == place else f
        for f in plan.feeds
    )
    sources = tuple(
        replace(
            spec,
            tables=tuple(
                replace(c, left_out=rest(c.left_out)) if (spec.id, c.table.name) == place else c
                for c in spec.tables
            ),
        )
        for spec in plan.sources
    )
    return replace(plan, feeds=feeds, sources=sources)


# -- rows


def map_columns(
    plan: Plan, feed_id: str, target: str, columns: Sequence[str], profile: TableProfile | None
) -> Plan:
    """`columns` fill `target`. A new row gets the steps that its values need; an existing one keeps
    its steps, owner and note."""
    feed = feed_of(plan, feed_id)
    field = field_of(plan, feed, target)
    known_columns(plan, feed, columns)
    if not columns:
        raise PlanError(
            Text("No column was chosen.", "ستونی انتخاب نشده است."),
            hint=Text("Choose a column of the source.", "یکی از ستون‌های مبدأ را برگزینید."),
        )
    known = {c.name: c for c in columns_of(plan.choice(feed.source, feed.table).table, profile)}
    old = next((row for row in feed.fields if row.target == target), None)
    if old is None:
        row = _fresh(plan, feed, field, known[columns[0]])
    elif not old.sources:  # a constant gives way to the column
        row = replace(_fresh(plan, feed, field, known[columns[0]]), owner=old.owner, note=old.note)
    else:
        row = _touched(old, confidence=None, evidence="")
    steps = _for_width(row.steps, len(columns), field)
    return _with_row(plan, feed, replace(row, sources=tuple(columns), steps=steps))


def _fresh(plan: Plan, feed: Feed, field: Field, column: Column) -> FieldMapping:
    relation = plan.target.schema.entity(feed.entity).relationship(field.name)
    if relation is None:
        return FieldMapping(field.name, steps=steps_for(column, field))
    feeds = plan.feeds_of(relation.parent)
    lookup = Lookup(relation.parent, feed=feeds[0].id if len(feeds) == 1 else "")
    return FieldMapping(field.name, lookup=lookup)


# What two of make no third: of several columns the first that is filled is taken.
_SINGLE = {"email", "phone", "mobile", "fax", "url", "iban", "postal_code", "id", "code"}
_SINGLE |= {"national_id", "company_id", "economic_code", "birth_date"}
_ONE, _ALL = Step("coalesce"), Step("join")


def _for_width(steps: tuple[Step, ...], width: int, field: Field) -> tuple[Step, ...]:
    """Several columns begin with a step that takes many, one column needs none."""
    many = bool(steps) and steps[0].transform in TRANSFORMS and _many(steps[0])
    if width > 1 and not many:
        words = field.type is FieldType.TEXT and not field.picklist
        return (_ALL if words and field.meaning not in _SINGLE else _ONE, *steps)
    if width == 1 and steps and steps[0] in (_ALL, _ONE):
        return steps[1:]
    return steps


def _many(step: Step) -> bool:
    return TRANSFORMS.get(step.transform).many


def unmap(plan: Plan, feed_id: str, targets: Collection[str]) -> Plan:
    """Without the rows that fill `targets`."""
    return _changed(
        plan,
        feed_id,
        lambda f: replace(f, fields=tuple(r for r in f.fields if r.target not in targets)),
    )


def set_constant(plan: Plan, feed_id: str, target: str, value: str) -> Plan:
    """Every row of the feed gets the same value."""
    feed = feed_of(plan, feed_id)
    field_of(plan, feed, target)
    if not value:
        raise PlanError(
            Text("The fixed value is empty.", "مقدار ثابت خالی است."),
            hint=Text("Write a value, or unmap the field.", "مقداری بنویسید یا نگاشت را بردارید."),
        )
    old = next((r for r in feed.fields if r.target == target), FieldMapping(target))
    steps = (Step("constant", {"value": value}),)
    made = _touched(old, sources=(), steps=steps, lookup=None, confidence=None, evidence="")
    return _with_row(plan, feed, made)


def set_default(plan: Plan, feed_id: str, target: str, value: str) -> Plan:
    """What an empty field gets, as the last step; an empty `value` takes that away."""
    feed = feed_of(plan, feed_id)
    row = row_of(feed, target)
    steps = row.steps[:-1] if row.steps and is_default(row.steps[-1]) else row.steps
    if value:
        steps = (*steps, Step("constant", {"value": value, "only_empty": True}))
    return _with_row(plan, feed, _touched(row, steps=steps))


def is_default(step: Step) -> bool:
    """Whether the step only fills empty values."""
    return step.transform == "constant" and bool(step.options.get("only_empty"))


def set_lookup(plan: Plan, feed_id: str, target: str, lookup: Lookup | None) -> Plan:
    """What the field points to; None makes it a plain value."""
    feed = feed_of(plan, feed_id)
    row = row_of(feed, target)
    if lookup is not None:
        check_lookup(plan, feed, target, lookup)
    return _with_row(plan, feed, _touched(row, lookup=lookup))


def set_steps(plan: Plan, feed_id: str, target: str, steps: Sequence[Step]) -> Plan:
    """The transforms of a row in order. PlanError for new ones that cannot run; a step that this
    version does not know may stay or go."""
    feed = feed_of(plan, feed_id)
    row = row_of(feed, target)
    new = [step for step in steps if step not in row.steps]
    ready_steps(new, TRANSFORMS, None)
    if all(step.transform in TRANSFORMS for step in steps):
        ready_steps([s for s in steps if s in new or _runs(s)], TRANSFORMS, len(row.sources))
    return _with_row(plan, feed, _touched(row, steps=tuple(steps)))


def _runs(step: Step) -> bool:
    try:
        ready_steps((step,), TRANSFORMS, None)
    except PlanError:
        return False
    return True


def set_value_map(
    plan: Plan, feed_id: str, target: str, values: dict[str, str], default: tuple[str, str]
) -> Plan:
    """The map of the row's value map step, which is made as the last one where there is none (but
    before a default). `default` is (what becomes of a value that is not listed, default value)."""
    row = row_of(feed_of(plan, feed_id), target)
    at = map_step(row.steps)
    options: dict[str, Any] = dict(row.steps[at].options) if at >= 0 else {}
    how, value = default
    options |= {"map": values, "default": how, "default_value": value}
    steps = list(row.steps)
    if at >= 0:
        steps[at] = replace(steps[at], options=options)
    else:
        end = len(steps) - bool(steps and is_default(steps[-1]))
        steps.insert(end, Step("value_map", options))
    return set_steps(plan, feed_id, target, steps)


def map_step(steps: Sequence[Step]) -> int:
    """The place of the value map among the steps, -1 for none."""
    return next((n for n, step in enumerate(steps) if step.transform == "value_map"), -1)


def annotate(plan: Plan, feed_id: str, targets: Collection[str], **words: Any) -> Plan:
    """Status, owner or note of rows; they change no value."""
    feed = feed_of(plan, feed_id)
    for target in targets:
        row_of(feed, target)
    rows = tuple(replace(r, **words) if r.target in targets else r for r in feed.fields)
    return _changed(plan, feed_id, lambda f: replace(f, fields=rows))


def accept(plan: Plan, feed_id: str, at_least: float) -> tuple[Plan, int]:
    """Agree to the suggested rows of a feed ("" for all feeds) whose confidence is high enough;
    returns the plan and how many."""
    count = 0

    def agreed(row: FieldMapping) -> FieldMapping:
        nonlocal count
        if row.status != RowStatus.SUGGESTED or (row.confidence or 0.0) < at_least:
            return row
        count += 1
        return replace(row, status=RowStatus.AGREED)

    feeds = tuple(
        replace(f, fields=tuple(agreed(r) for r in f.fields)) if feed_id in {"", f.id} else f
        for f in plan.feeds
    )
    return replace(plan, feeds=feeds), count
