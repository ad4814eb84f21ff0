"""What the page needs to know of lists that are read only once, counted while they pass by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from migrator.reports.data import DifferenceRow, IssueRow, MergeRow

_KEPT = 12  # rows of each list that the page shows


@dataclass
class Tally:
    """Counts and first rows of the big lists."""

    causes: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    differences: Counter[str] = field(default_factory=Counter)
    first_differences: list[DifferenceRow] = field(default_factory=list)
    merged: Counter[str] = field(default_factory=Counter)

    def issues(self, held: str, rows: Iterable[IssueRow]) -> Iterator[tuple[str, IssueRow]]:
        """The rows, each with `held` (quarantine or reject); counted by cause."""
        for row in rows:
            self.causes[
                held, row.entity + "." + row.field if row.field else row.entity, row.code
            ] += 1
            yield held, row

    def different(self, rows: Iterable[DifferenceRow]) -> Iterator[DifferenceRow]:
        """The rows, counted by kind."""
        for row in rows:
            self.differences[row.kind] += 1
            if len(self.first_differences) < _KEPT:
                self.first_differences.append(row)
            yield row

    def merges(self, rows: Iterable[MergeRow]) -> Iterator[MergeRow]:
        """The rows, counted by entity."""
        for row in rows:
            self.merged[row.entity] += 1
            yield row
