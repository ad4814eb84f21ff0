"""What another threshold would mean, worked out from the pairs of the last result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from migrator.desks.duplicates_groups import Answers, Edge, Pair
from migrator.model.matching import Answer, MatchSettings
from migrator.model.views.duplicates import Scores, Stop

# Even steps of a twentieth, as the match report counts them, and finer ones where it matters.
COARSE = tuple(step / 20 for step in range(20))
FINE = (0.97, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9999, 0.99999, 1.0)


def scores(
    settings: MatchSettings, pairs: Sequence[Pair], facts: Mapping[str, Any], answers: Answers
) -> Scores:
    """Every stop with its counts. Where no pair was kept that low, the report's own count stands
    in for the pairs, and clusters are not known."""
    low = settings.review_above
    grown = _grown(pairs, answers)
    judged = [pair[2] for pair in pairs if pair[3] is not None and pair[2] is not None]
    stops = []
    for at in (*COARSE, *FINE):
        if at >= low:
            stops.append(Stop(at, *grown.at(at)))
        elif at in COARSE:
            known = sum(facts.get("histogram", ())[round(at * 20) :])
            stops.append(Stop(at, max(0, known - sum(chance >= at for chance in judged))))
    return Scores(
        settings.entity,
        settings.merge_above,
        low,
        tuple(stops),
        int(facts.get("pairs_compared", 0)),
        any(field["learned"] for field in facts.get("fields", ())),
    )


class _Grown:
    """Clusters growing as the threshold sinks: (score, pairs so far, clusters, rows absorbed)."""

    def __init__(self, start: tuple[int, int]) -> None:
        self._start = start
        self._steps: list[tuple[float, int, int, int]] = []

    def add(self, score: float, pairs: int, clusters: int, absorbed: int) -> None:
        self._steps.append((score, pairs, clusters, absorbed))

    def at(self, threshold: float) -> tuple[int, int, int]:
        """(pairs without a verdict, clusters, rows absorbed) at a threshold."""
        low, high = 0, len(self._steps)
        while low < high:  # the scores fall: find the first below the threshold
            middle = (low + high) // 2
            if self._steps[middle][0] >= threshold:
                low = middle + 1
            else:
                high = middle
        if low == 0:
            return 0, *self._start
        return self._steps[low - 1][1:]


def _grown(pairs: Sequence[Pair], answers: Answers) -> _Grown:
    """The match stage's own way of making clusters, one pair after the other: verdicts "same"
    first (the latest first), then scores; what would bring a pair together that people keep apart
    is left out."""
    forest = _Forest(pair for pair, answer in answers.items() if answer is Answer.DIFFERENT)
    for left, right in reversed([p for p, answer in answers.items() if answer is Answer.SAME]):
        forest.join(left, right)
    grown = _Grown((forest.clusters, forest.absorbed))
    counted = 0
    for left, right, chance, _ in pairs:
        if chance is None or (left, right) in answers:
            continue
        counted += 1
        forest.join(left, right)
        grown.add(chance, counted, forest.clusters, forest.absorbed)
    return grown


class _Forest:
    """Sets of rows that grow together, but never across a forbidden pair."""

    def __init__(self, forbidden: Iterable[Edge]) -> None:
        self._parents: dict[int, int] = {}
        self._sizes: dict[int, int] = {}
        self._enemies: dict[int, set[int]] = {}
        for left, right in forbidden:
            self._enemies.setdefault(left, set()).add(right)
            self._enemies.setdefault(right, set()).add(left)
        self._members: dict[int, set[int]] = {row: {row} for row in self._enemies}
        self.clusters = 0
        self.absorbed = 0

    def _root(self, row: int) -> int:
        parents = self._parents
        if row not in parents:
            parents[row] = row
            self._sizes[row] = 1
            return row
        while (parent := parents[row]) != row:
            parents[row] = row = parents[parent]
        return row

    def join(self, left: int, right: int) -> None:
        """Bring two rows together, unless that is forbidden."""
        one, other = self._root(left), self._root(right)
        if one == other or self._hostile(one, other):
            return
        if self._sizes[one] < self._sizes[other]:
            one, other = other, one
        self.clusters += (self._sizes[one] == 1) - (self._sizes[other] > 1)
        self.absorbed += 1
        self._parents[other] = one
        self._sizes[one] += self._sizes[other]
        if other in self._members:
            self._members.setdefault(one, set()).update(self._members.pop(other))

    def _hostile(self, one: int, other: int) -> bool:
        """Whether rows that people keep apart would meet; only such rows are remembered."""
        if not self._enemies:
            return False
        mine, theirs = self._members.get(one), self._members.get(other)
        if not mine or not theirs:
            return False
        return any(self._enemies[row] & theirs for row in mine)
