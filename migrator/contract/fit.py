"""Whether the document still fits its sources and its target: what does not is a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from migrator.contract import words
from migrator.errors import PlanError
from migrator.model.mapping import Feed, FieldMapping
from migrator.model.plan import Plan, TableChoice
from migrator.model.text import Text
from migrator.transforms.expression import compile_expression


def broken(plan: Plan) -> tuple[Text, ...]:
    """Everything that the feeds name and that is not there any more. A document with such names is
    kept whole, but does not run."""
    return tuple(told for feed in plan.feeds for told in _of_feed(plan, feed))


def hindrance(plan: Plan) -> Text | None:
    """The first of them with the number of the others; None if the document fits."""
    found = broken(plan)
    if not found:
        return None
    more = words.number(len(found) - 1)
    if len(found) == 1:
        return found[0]
    return Text(f"{found[0].en} And {more.en} more.", f"{found[0].fa} و {more.fa} مورد دیگر.")


def _of_feed(plan: Plan, feed: Feed) -> Iterator[Text]:
    choice = choice_of(plan, feed)
    if choice is None:
        yield Text(
            f"The table {feed.table} of {feed.source} is not there any more.",
            f"جدول {feed.table} از {feed.source} دیگر نیست.",
        )
    else:
        yield from _of_columns(plan, feed, choice)
    schema = plan.target.schema
    if not schema.has(feed.entity):
        yield Text(
            f"The target has no entity {feed.entity} any more.",
            f"مقصد دیگر موجودیت {feed.entity} را ندارد.",
        )
        return
    known = {field.name for field in schema.entity(feed.entity).fields}
    for row in feed.fields:
        if row.target not in known:
            yield Text(
                f"{feed.entity} has no field {row.target} any more, but it is mapped.",
                f"موجودیت {feed.entity} دیگر فیلد {row.target} را ندارد، ولی نگاشت شده است.",
            )
        yield from _of_lookup(plan, feed, row)


def choice_of(plan: Plan, feed: Feed) -> TableChoice | None:
    """The feed's table where it is there and kept."""
    try:
        choice = plan.choice(feed.source, feed.table)
    except KeyError:
        return None
    return choice if choice.keep else None


def missing_columns(plan: Plan, feed: Feed) -> tuple[str, ...]:
    """Columns that the feed reads and that its table does not have."""
    choice = choice_of(plan, feed)
    if choice is None:
        return ()
    known = {column.name for column in choice.table.columns}
    return tuple(name for name in read_by(feed) if name not in known)


def read_by(feed: Feed) -> tuple[str, ...]:
    """Columns that the feed reads: for rows, its key and its filters."""
    asked = [*feed.key, *(name for row in feed.fields for name in row.sources)]
    for one in feed.filters:
        asked += filter_columns(one.expression)
    return tuple(dict.fromkeys(asked))


def filter_columns(expression: str) -> list[str]:
    """The columns that a filter reads; none for an expression that is none."""
    try:
        return sorted(compile_expression(expression).names)
    except PlanError:  # it says so where filters are edited
        return []


def _of_columns(plan: Plan, feed: Feed, choice: TableChoice) -> Iterator[Text]:
    known = {column.name for column in choice.table.columns}
    at = words.where(plan, feed.entity, "")
    for row in feed.fields:
        gone = [name for name in row.sources if name not in known]
        if gone:
            field = words.where(plan, feed.entity, row.target)
            names = words.listed(gone)
            yield Text(
                f"{feed.table} has no column {names.en} any more: {field.en} waits for another.",
                f"جدول {feed.table} دیگر ستون {names.fa} را ندارد: «{field.fa}» ستون دیگری "
                "می‌خواهد.",
            )
    lost = [name for name in feed.key if name not in known]
    if lost:
        names = words.listed(lost)
        yield Text(
            f"{feed.table} has no column {names.en} any more: it is in the key for {at.en}.",
            f"جدول {feed.table} دیگر ستون {names.fa} را ندارد که در کلید «{at.fa}» است.",
        )
    for one in feed.filters:
        lost = [name for name in filter_columns(one.expression) if name not in known]
        if lost:
            names = words.listed(lost)
            yield Text(
                f"{feed.table} has no column {names.en} any more: a filter of {at.en} reads it.",
                f"جدول {feed.table} دیگر ستون {names.fa} را ندارد که پالایه‌ی «{at.fa}» می‌خواندش.",
            )


def _of_lookup(plan: Plan, feed: Feed, row: FieldMapping) -> Iterator[Text]:
    schema = plan.target.schema
    at = words.where(plan, feed.entity, row.target)
    for way in row.lookup.ways if row.lookup else ():
        there = schema.has(way.entity) and (
            not way.by or any(f.name == way.by for f in schema.entity(way.entity).fields)
        )
        if not there:
            name = f"{way.entity}.{way.by}" if way.by else way.entity
            yield Text(
                f"{at.en} looks up {name}, which the target does not have any more.",
                f"«{at.fa}» به {name} ارجاع می‌دهد که دیگر در مقصد نیست.",
            )
