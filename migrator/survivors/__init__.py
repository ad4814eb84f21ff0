"""Survivorship rules: which value of a cluster goes into the golden record.

A rule's order terms are SQL expressions over the rows of clean_<entity> joined with `_gid` (the
row's cluster), each optionally followed by " desc". Empty values never take part, expressions that
give NULL come last, and the lowest `_rid` breaks ties.
"""

from __future__ import annotations

from migrator.registry import Registry
from migrator.survivors import order, value
from migrator.survivors.base import Rule

SURVIVORS: Registry[Rule] = Registry("survivorship rule")
SURVIVORS.register(
    order.FIRST,
    order.LAST,
    value.LONGEST,
    value.SHORTEST,
    value.MOST_FREQUENT,
    order.MOST_RECENT,
    order.SOURCE_PRIORITY,
    value.HIGHEST,
    value.LOWEST,
    order.MOST_COMPLETE_ROW,
    value.VALID_FIRST,
)

__all__ = ["SURVIVORS"]
