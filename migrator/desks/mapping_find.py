"""Finding the parts of a mapping document; what is not there is a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from migrator.errors import PlanError
from migrator.mapping_names import no_column, suffix
from migrator.model.mapping import Feed, FieldMapping
from migrator.model.plan import Plan
from migrator.model.schema import Field
from migrator.model.text import Text


def feed_of(plan: Plan, feed_id: str) -> Feed:
    """The feed with this id; PlanError if it is gone."""
    for feed in plan.feeds:
        if feed.id == feed_id:
            return feed
    raise PlanError(
        Text(f"There is no feed called {feed_id!r}.", f"نگاشتی با نام {feed_id!r} نیست."),
        hint=Text("It may have been removed: choose another.", "شاید حذف شده باشد."),
    )


def field_of(plan: Plan, feed: Feed, target: str) -> Field:
    """The target field of a feed's entity; PlanError if there is none."""
    names = [f.name for f in plan.target.schema.entity(feed.entity).fields]
    if target not in names:
        raise PlanError(
            Text(
                f"{feed.entity} has no field {target!r}.{suffix(target, names)}",
                f"موجودیت {feed.entity} فیلدی به نام {target!r} ندارد.",
            ),
            hint=Text("Choose a field of the target.", "یکی از فیلدهای مقصد را برگزینید."),
        )
    return plan.target.schema.entity(feed.entity).field(target)


def row_of(feed: Feed, target: str) -> FieldMapping:
    """The row that fills `target`; PlanError if nothing fills it."""
    for row in feed.fields:
        if row.target == target:
            return row
    raise PlanError(
        Text(f"Nothing fills {target} yet.", f"هنوز چیزی {target} را پر نمی‌کند."),
        hint=Text("Map a column to it first.", "نخست ستونی را به آن نگاشت کنید."),
    )


def known_columns(plan: Plan, feed: Feed, names: Iterable[str]) -> None:
    """Raise PlanError for a name that is no column of the feed's table."""
    columns = [c.name for c in plan.choice(feed.source, feed.table).table.columns]
    for name in names:
        if name not in columns:
            raise PlanError(
                no_column(feed.table, name, columns),
                hint=Text("Choose a column of the table.", "یکی از ستون‌های جدول را برگزینید."),
            )
