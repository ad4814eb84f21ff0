"""Whether a mapping document fits its plan: every name in it must exist in sources and target."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence

from migrator.errors import PlanError
from migrator.model.mapping import Feed, FieldMapping, LookupWay
from migrator.model.plan import Plan
from migrator.model.schema import Entity
from migrator.model.text import Text
from migrator.transforms import TRANSFORMS
from migrator.transforms.compiling import ready_steps
from migrator.transforms.expression import compile_expression


def suffix(name: str, known: Sequence[str]) -> str:
    """The nearest known name as a question, or ""."""
    near = difflib.get_close_matches(name, known, n=1)
    return f" Did you mean {near[0]!r}?" if near else ""


def no_column(table: str, name: str, columns: Sequence[str]) -> Text:
    """The sentence for a column that is not there."""
    return Text(
        f"The table {table} has no column {name!r}.{suffix(name, columns)}",
        f"جدول {table} ستونی به نام {name!r} ندارد.",
    )


def no_entity(name: str, known: Sequence[str]) -> Text:
    """The sentence for an entity that is not there."""
    return Text(
        f"The target has no entity {name!r}.{suffix(name, known)}",
        f"مقصد موجودیتی به نام {name!r} ندارد.",
    )


def numbered(plan: Plan) -> int:
    """The highest number that a feed of the plan has or had."""
    return max([plan.feed_numbers, *(feed.no for feed in plan.feeds)])


def problems(plan: Plan, feeds: Sequence[Feed]) -> list[str]:
    """What in `feeds` does not fit the sources and the target of `plan`, a sentence each. Steps
    that this version does not know are no problem here: they block running, never opening."""
    found = [*_doubled("id", [f.id for f in feeds]), *_doubled("number", [f.no for f in feeds])]
    for feed in feeds:
        found += [f"{feed.id}: {problem}" for problem in _of_feed(plan, feed, feeds)]
    return found


def check(plan: Plan, feeds: Sequence[Feed]) -> None:
    """Raise PlanError with everything that does not fit."""
    found = problems(plan, feeds)
    if found:
        more = f" And {len(found) - 5} more." if len(found) > 5 else ""
        raise PlanError(
            Text(
                f"The mapping document does not fit this project. {' '.join(found[:5])}{more}",
                f"سند نگاشت با این پروژه جور نیست. {' '.join(found[:5])}{more}",
            ),
            hint=Text(
                "Correct these names in the document, then import it again.",
                "این نام‌ها را در سند درست کنید و دوباره واردش کنید.",
            ),
            problems=found,
        )


def _doubled(what: str, values: Sequence[object]) -> Iterator[str]:
    for value, times in Counter(values).items():
        if times > 1:
            yield f"{times} feeds have the {what} {value!r}."


def _of_feed(plan: Plan, feed: Feed, feeds: Sequence[Feed]) -> Iterator[str]:
    if feed.no < 1:
        yield "Its number must be 1 or more."
    columns, why_none = _columns(plan, feed)
    if why_none:
        yield why_none
    names = [e.name for e in plan.target.schema.entities]
    if feed.entity not in names:
        yield no_entity(feed.entity, names).en
    else:
        yield from _of_rows(plan.target.schema.entity(feed.entity), feed)
    for row in feed.fields:
        yield from _of_row(plan, row, feeds)
    if not why_none:
        yield from _missing_columns(feed, columns)


def _columns(plan: Plan, feed: Feed) -> tuple[list[str], str]:
    """The columns of the feed's table, and why there are none ("" when there are)."""
    sources = [spec.id for spec in plan.sources]
    if feed.source not in sources:
        return [], f"There is no source {feed.source!r}.{suffix(feed.source, sources)}"
    tables = {c.table.name: c for c in plan.source(feed.source).tables}
    if feed.table not in tables:
        near = suffix(feed.table, list(tables))
        return [], f"{feed.source} has no table {feed.table!r}.{near}"
    if not tables[feed.table].keep:
        return [], f"The table {feed.table} is left out of this project."
    return [c.name for c in tables[feed.table].table.columns], ""


def _of_rows(entity: Entity, feed: Feed) -> Iterator[str]:
    fields = [f.name for f in entity.fields]
    for row in feed.fields:
        if row.target not in fields:
            yield f"{feed.entity} has no field {row.target!r}.{suffix(row.target, fields)}"
    for row in feed.fields:
        kind = row.lookup.type_field if row.lookup else ""
        if kind and kind not in fields:
            yield f"{row.target}: {feed.entity} has no field {kind!r}.{suffix(kind, fields)}"
    yield from (
        f"The field {name} is filled by {times} rows."
        for name, times in Counter(r.target for r in feed.fields).items()
        if times > 1
    )


def _of_row(plan: Plan, row: FieldMapping, feeds: Sequence[Feed]) -> Iterator[str]:
    if all(step.transform in TRANSFORMS for step in row.steps):
        try:
            ready_steps(row.steps, TRANSFORMS, len(row.sources))
        except PlanError as error:
            yield from (f"{row.target}: {p}" for p in error.details["problems"])
    if row.lookup:
        for way in row.lookup.ways:
            yield from (f"{row.target}: {p}" for p in _of_lookup(plan, way, feeds))


def _of_lookup(plan: Plan, lookup: LookupWay, feeds: Sequence[Feed]) -> Iterator[str]:
    names = [e.name for e in plan.target.schema.entities]
    if lookup.entity not in names:
        yield no_entity(lookup.entity, names).en
        return
    fields = [f.name for f in plan.target.schema.entity(lookup.entity).fields]
    if lookup.by and lookup.by not in fields:
        yield f"{lookup.entity} has no field {lookup.by!r}.{suffix(lookup.by, fields)}"
    if lookup.feed and lookup.feed not in {f.id for f in feeds if f.entity == lookup.entity}:
        yield f"No feed of {lookup.entity} is called {lookup.feed!r}."


def _missing_columns(feed: Feed, columns: Sequence[str]) -> Iterator[str]:
    asked = [*feed.key, *(name for row in feed.fields for name in row.sources)]
    asked += [gone.column for gone in feed.left_out]
    for one in feed.filters:
        try:
            asked += sorted(compile_expression(one.expression).names)
        except PlanError as error:
            yield f"The filter {one.expression!r} cannot run: {error.message}"
    for name in dict.fromkeys(asked):
        if name not in columns:
            yield no_column(feed.table, name, columns).en
