"""Who touched a row last: worked out where a plan is edited, so that no edit can forget it."""

from __future__ import annotations

from dataclasses import replace

from migrator.contract.signing import reopened
from migrator.model.mapping import Feed, FieldMapping, RowStatus
from migrator.model.plan import Plan


def stamped(before: Plan, after: Plan, who: str, at: str) -> Plan:
    """`after` with `who` and `at` in every row that differs from `before`, unless the edit named
    somebody itself; rows that did not change keep their names. Rows that were signed and are not
    what they were say so by their status."""
    if before.feeds == after.feeds and before.target.schema == after.target.schema:
        return after
    old = {feed.id: feed.fields for feed in before.feeds}
    feeds = tuple(_feed(feed, old.get(feed.id, ()), who, at) for feed in after.feeds)
    return reopened(replace(after, feeds=feeds))


def _feed(feed: Feed, old: tuple[FieldMapping, ...], who: str, at: str) -> Feed:
    twins: dict[str, list[FieldMapping]] = {}
    for row in old:
        twins.setdefault(row.target, []).append(row)
    rows = tuple(_row(row, twins.get(row.target, []), who, at) for row in feed.fields)
    return feed if rows == feed.fields else replace(feed, fields=rows)


def _row(row: FieldMapping, twins: list[FieldMapping], who: str, at: str) -> FieldMapping:
    if row.status == RowStatus.SUGGESTED or row in twins:
        return row  # what is only proposed was touched by nobody
    same = next((old for old in twins if _bare(old) == _bare(row)), None)
    if same is not None:
        return row if row.changed_by else same
    named = row.changed_by and all(row.changed_at != old.changed_at for old in twins)
    return row if named else replace(row, changed_by=who, changed_at=at)


def _bare(row: FieldMapping) -> FieldMapping:
    return replace(row, changed_by="", changed_at="")
