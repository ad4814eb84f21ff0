"""The shapes of a mapping as pure edits: lookups into several entities, one record per key, columns
that become rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from migrator.desks.mapping_find import feed_of, field_of, known_columns
from migrator.errors import PlanError
from migrator.mapping_names import no_entity, numbered
from migrator.model.mapping import Feed, FieldMapping, Filter, Lookup, LookupWay, RowStatus, Step
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.transforms import TRANSFORMS
from migrator.transforms.compiling import ready_steps
from migrator.transforms.folding import fold


def check_lookup(plan: Plan, feed: Feed, target: str, lookup: Lookup) -> None:
    """PlanError for a lookup of the field `target` that cannot be followed."""
    for way in lookup.ways:
        _check_way(plan, way)
    if not lookup.type_field:
        return
    field_of(plan, feed, lookup.type_field)
    if lookup.type_field == target:
        raise PlanError(
            Text("A lookup cannot be its own type field.", "ارجاع نمی‌تواند فیلد نوع خودش باشد."),
            hint=Text("Choose another field.", "فیلد دیگری برگزینید."),
        )
    meant: dict[str, str] = {}
    for way in lookup.ways:
        for word in way.when or (way.entity,):
            first = meant.setdefault(fold(word), way.entity)
            if first != way.entity:
                raise PlanError(
                    Text(
                        f"{word!r} means both {first} and {way.entity}.",
                        f"«{word}» هم «{first}» را می‌رساند و هم «{way.entity}» را.",
                    ),
                    hint=Text(
                        "Let each value of the type mean one entity.",
                        "هر مقدار نوع را تنها برای یک موجودیت بگذارید.",
                    ),
                )


def _check_way(plan: Plan, way: LookupWay) -> None:
    schema = plan.target.schema
    if not schema.has(way.entity):
        raise PlanError(no_entity(way.entity, [e.name for e in schema.entities]))
    if way.by and way.by not in [f.name for f in schema.entity(way.entity).fields]:
        raise PlanError(
            Text(
                f"{way.entity} has no field {way.by!r}.",
                f"موجودیت «{way.entity}» فیلد «{way.by}» را ندارد.",
            )
        )
    if way.feed and feed_of(plan, way.feed).entity != way.entity:
        raise PlanError(
            Text(
                f"The feed {way.feed} does not fill {way.entity}.",
                f"نگاشت «{way.feed}» موجودیت «{way.entity}» را پر نمی‌کند.",
            )
        )


def set_one_per_key(plan: Plan, feed_id: str, *, on: bool) -> Plan:
    """Whether the key of the feed identifies a record instead of a row; PlanError without a key."""
    feed = feed_of(plan, feed_id)
    if on and not feed.key:
        raise PlanError(
            Text("The feed has no key.", "این نگاشت کلید ندارد."),
            hint=Text(
                "Choose the columns that tell records apart.",
                "ستون‌هایی را برگزینید که رکوردها را از هم جدا می‌کنند.",
            ),
        )
    return replace(
        plan, feeds=tuple(replace(f, one_per_key=on) if f.id == feed_id else f for f in plan.feeds)
    )


def number(plan: Plan, feed_id: str, target: str, options: dict[str, Any]) -> Plan:
    """The field holds a running number, made from the row's place in its table. PlanError for
    options that cannot be used."""
    feed = feed_of(plan, feed_id)
    field_of(plan, feed, target)
    step = Step("sequence", options)
    ready_steps((step,), TRANSFORMS, 0)
    old = next((row for row in feed.fields if row.target == target), FieldMapping(target))
    row = replace(
        old, sources=(), steps=(step,), lookup=None, status=RowStatus.DRAFT,
        confidence=None, evidence="",
    )  # fmt: skip
    order = [f.name for f in plan.target.schema.entity(feed.entity).fields]
    rows = [*(r for r in feed.fields if r.target != target), row]
    rows.sort(key=lambda r: order.index(r.target) if r.target in order else len(order))
    return replace(
        plan,
        feeds=tuple(replace(f, fields=tuple(rows)) if f.id == feed_id else f for f in plan.feeds),
    )


def columns_to_rows(plan: Plan, feed_id: str, target: str, columns: Sequence[str]) -> Plan:
    """A feed per column: copies of the feed in which that column fills `target`, and rows where it
    is empty are left out (phone1, phone2, phone3: up to three records of a child entity from one
    row). The feed itself takes the first column. Rows of other fields that read one of the columns
    stay in the feed of that column only."""
    feed = feed_of(plan, feed_id)
    field_of(plan, feed, target)
    wanted = tuple(dict.fromkeys(columns))
    known_columns(plan, feed, wanted)
    if len(wanted) < 2:
        raise PlanError(
            Text("Fewer than two columns were chosen.", "کمتر از دو ستون انتخاب شده است."),
            hint=Text("Choose all columns of the same kind.", "همه‌ی ستون‌های هم‌نوع را برگزینید."),
        )
    old = next((row for row in feed.fields if row.target == target), FieldMapping(target))
    number = numbered(plan)
    made = [_of_column(feed, replace(old, lookup=None), wanted[0], wanted)]
    for no, column in enumerate(wanted[1:], number + 1):
        one = replace(feed, id=f"{feed.entity}_{no}", no=no)
        made.append(_of_column(one, replace(old, lookup=None), column, wanted))
    feeds: list[Feed] = []
    for known in plan.feeds:
        feeds += made if known.id == feed_id else [known]
    return replace(plan, feeds=tuple(feeds), feed_numbers=number + len(wanted) - 1)


def _of_column(feed: Feed, old: FieldMapping, column: str, wanted: Sequence[str]) -> Feed:
    steps = old.steps[1:] if old.steps and old.steps[0] == Step("join") else old.steps
    row = replace(old, sources=(column,), steps=steps, status=RowStatus.DRAFT, confidence=None)
    others = set(wanted) - {column}
    kept = [r for r in feed.fields if r.target != old.target and not set(r.sources) & others]
    empty = Filter(f"not trim(field({column!r}))", f"{column} is empty.")
    return replace(
        feed,
        fields=(*kept, replace(row, evidence="", signature=None)),
        filters=(*(f for f in feed.filters if f != empty), empty),
        left_out=tuple(gone for gone in feed.left_out if gone.column != column),
    )
