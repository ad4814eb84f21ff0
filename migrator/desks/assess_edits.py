"""Changes of the plan that leave tables and columns out, or take them back. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from migrator.desks.source_plan import fitted
from migrator.model.mapping import LeftOut
from migrator.model.plan import Plan, TableChoice


def leave_tables(plan: Plan, numbers: Collection[int], reason: str) -> Plan:
    """The plan without these tables and what they feed."""
    left = _tables(plan, numbers, lambda choice: replace(choice, keep=False, reason=reason))
    return fitted(left).plan


def keep_tables(plan: Plan, numbers: Collection[int]) -> Plan:
    """The plan with these tables; they wait to be mapped."""
    return _tables(plan, numbers, lambda choice: replace(choice, keep=True, reason=""))


def leave_columns(plan: Plan, table: tuple[str, str], columns: Sequence[str], reason: str) -> Plan:
    """The plan with these columns set aside. Rows of the mapping that read one of them go; a key
    still tells rows apart."""
    names = dict.fromkeys(columns)

    def left(choice: TableChoice) -> TableChoice:
        others = (gone for gone in choice.left_out if gone.column not in names)
        added = (LeftOut(name, reason) for name in names)
        return replace(choice, left_out=(*others, *added))

    number = plan.choice(*table).no
    aside = _tables(plan, {number}, left)
    feeds = (
        replace(feed, fields=tuple(row for row in feed.fields if not {*row.sources} & {*names}))
        if (feed.source, feed.table) == table
        else feed
        for feed in plan.feeds
    )
    return replace(aside, feeds=tuple(feeds))


def keep_columns(plan: Plan, table: tuple[str, str], columns: Collection[str]) -> Plan:
    """The plan in which no decision, here or in the mapping, leaves these columns out."""

    def back(listed: tuple[LeftOut, ...]) -> tuple[LeftOut, ...]:
        return tuple(gone for gone in listed if gone.column not in columns)

    number = plan.choice(*table).no
    taken = _tables(plan, {number}, lambda c: replace(c, left_out=back(c.left_out)))
    feeds = (
        replace(feed, left_out=back(feed.left_out)) if (feed.source, feed.table) == table else feed
        for feed in plan.feeds
    )
    return replace(taken, feeds=tuple(feeds))


def _tables(
    plan: Plan, numbers: Collection[int], change: Callable[[TableChoice], TableChoice]
) -> Plan:
    sources = (
        replace(
            spec,
            tables=tuple(change(c) if c.no in numbers else c for c in spec.tables),
        )
        for spec in plan.sources
    )
    return replace(plan, sources=tuple(sources))
