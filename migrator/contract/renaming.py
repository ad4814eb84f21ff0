"""Columns that are called otherwise than before: who may be whom, and a mapping that follows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from migrator.contract.fit import filter_columns
from migrator.contract.template import likeness
from migrator.model.mapping import Feed, Filter
from migrator.model.plan import Plan

LEAST = 0.4  # below it nobody is bothered with a proposal
TELLING = 5  # distinct values from which on equal contents say something by themselves
SAME_TABLE = 0.6  # share of equal column names that makes a table of another name the same


@dataclass(frozen=True)
class Likely:
    """A column that may be another one: how alike the names are and which share of the values is
    the same (None where they are not known), and both taken together, 0..1."""

    old: str
    new: str
    name: float
    values: float | None
    score: float


Values = Mapping[str, frozenset[str]]


def likely(
    gone: Sequence[str], fresh: Sequence[str], old_values: Values, new_values: Values
) -> tuple[Likely, ...]:
    """For columns that are gone the new ones that may be them, each once, the surest first."""
    pairs = [_pair(old, new, old_values.get(old), new_values.get(new))
             for old in gone for new in fresh]  # fmt: skip
    pairs.sort(key=lambda one: -one.score)
    found: list[Likely] = []
    for one in pairs:
        free = all(one.old != other.old and one.new != other.new for other in found)
        if one.score >= LEAST and free:
            found.append(one)
    return tuple(found)


def _pair(old: str, new: str, before: frozenset[str] | None, now: frozenset[str] | None) -> Likely:
    name = likeness(old, new)
    if not before or not now:
        return Likely(old, new, name, None, name)
    fewest = min(len(before), len(now))
    share = len(before & now) / fewest
    score = max(0.5 * name + 0.5 * share if name else 0.0, 0.7 * name)
    if fewest >= TELLING:
        score = max(score, 0.9 * share)
    return Likely(old, new, name, share, score)


def same_tables(
    gone: Mapping[str, Sequence[str]], fresh: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """The new name of tables that are called otherwise, known by their columns."""
    pairs = sorted(
        (
            (_shared(before, now), old, new)
            for old, before in gone.items()
            for new, now in fresh.items()
        ),
        reverse=True,
    )
    found: dict[str, str] = {}
    alone = len(gone) == 1 and len(fresh) == 1
    for share, old, new in pairs:
        enough = share >= SAME_TABLE or (alone and share > 0)
        if enough and old not in found and new not in found.values():
            found[old] = new
    return found


def _shared(before: Sequence[str], now: Sequence[str]) -> float:
    return len({*before} & {*now}) / len({*before}) if before else 0.0


def renamed(plan: Plan, source: str, table: str, names: Mapping[str, str]) -> Plan:
    """The plan whose feeds of a table read `names` (old to new) under their new names."""
    feeds = tuple(
        _feed(feed, names) if (feed.source, feed.table) == (source, table) else feed
        for feed in plan.feeds
    )
    return replace(plan, feeds=feeds)


def _feed(feed: Feed, names: Mapping[str, str]) -> Feed:
    rows = tuple(
        replace(row, sources=tuple(names.get(name, name) for name in row.sources))
        for row in feed.fields
    )
    return replace(
        feed,
        fields=rows,
        key=tuple(names.get(name, name) for name in feed.key),
        filters=tuple(_filter(one, names) for one in feed.filters),
        left_out=tuple(
            replace(gone, column=names.get(gone.column, gone.column)) for gone in feed.left_out
        ),
    )


def _filter(one: Filter, names: Mapping[str, str]) -> Filter:
    """The filter with columns under their new names; one that cannot be followed safely stays as
    it is, and says what it misses."""
    asked = filter_columns(one.expression)
    text = one.expression
    for old in asked:
        if old in names:
            text = _follow(text, old, names[old])
    wanted = sorted(names.get(name, name) for name in asked)
    return replace(one, expression=text) if filter_columns(text) == wanted else one


def _follow(text: str, old: str, new: str) -> str:
    quoted = "'" + new.replace("\\", "\\\\").replace("'", "\\'") + "'"
    called = f"field({quoted})".replace("\\", r"\\")
    text = re.sub(rf"""field\(\s*(['"]){re.escape(old)}\1\s*\)""", called, text)
    if not old.isidentifier():
        return text
    return re.sub(rf"(?<![\w'\"]){old}(?![\w'\"(])", called, text)
