"""Types that people chose for columns, in their profile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from migrator.advice.quality import READS_AS
from migrator.model.profile import ColumnProfile, TableProfile
from migrator.model.source import SourceColumn


def as_chosen(found: TableProfile, columns: Sequence[SourceColumn]) -> TableProfile:
    """The profile with the chosen types in place of what the values look like; `type_share` tells
    how many of them read as that."""
    chosen = {column.name: column for column in columns if column.chosen}
    if not chosen:
        return found
    return replace(
        found,
        columns=tuple(
            _as(column, chosen[column.name]) if column.name in chosen else column
            for column in found.columns
        ),
    )


def _as(column: ColumnProfile, told: SourceColumn) -> ColumnProfile:
    if column.type == told.type:
        return column
    kinds = READS_AS.get(told.type)
    share = 1.0 if column.filled else 0.0
    if kinds is not None and column.filled:
        fits = sum(one.rows for one in column.types if one.value in kinds)
        share = round(min(fits / column.filled, 1.0), 4)
    return replace(column, type=told.type, type_share=share)
