"""What a survivorship rule is: an order over the values of a cluster; the first one wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from migrator.model.text import Text


@dataclass(frozen=True)
class RankContext:
    """What a rule may look at: `field` the quoted column, `columns` the names of all columns of
    the row (quoted by the rule), `options` the rule's options, `feed_sources` the source id of each
    feed number, for rules that prefer a source."""

    field: str
    columns: frozenset[str]
    options: Any
    feed_sources: dict[int, str]


@dataclass(frozen=True)
class Rule:
    """One entry of the registry. `order` gives the ORDER BY terms (DuckDB SQL over the rows of
    clean_<entity>) by which the winning value stands first among the non-empty ones of its cluster;
    ties are broken by the lowest `_rid`, so the result never depends on the order of rows."""

    id: str
    title: Text
    help: Text
    options: type
    order: Callable[[RankContext], list[str]]
