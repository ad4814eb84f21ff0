"""The groups of the review queue: rows that some kept pair brings together.

What was grouped is remembered by the names of the table versions it was made from, which never
change; verdicts given since are laid over it.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from migrator.model.matching import Answer, MatchSettings, Verdict
from migrator.model.views.duplicates import Counts, Stand
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging

LARGEST = 24  # rows; bigger ones are split into questions of two clusters each
_REMEMBERED = 6

Edge = tuple[int, int]
Pair = tuple[int, int, float | None, str | None]  # left, right, probability, answer
Answers = Mapping[Edge, Answer]


@dataclass(frozen=True)
class Group:
    """Rows that may be one and the same. `asked` pairs wait for a verdict; `fit` tells how well
    the row that fits least belongs to the others, `merged` whether the score alone joins some."""

    rows: tuple[int, ...]
    asked: tuple[Edge, ...]
    doubt: float | None
    fit: float | None
    merged: bool

    def stand(self, answers: Answers) -> Stand | None:
        """How the group stands with these verdicts; None where nothing is left to look at."""
        if any(pair not in answers for pair in self.asked):
            return Stand.TO_DECIDE
        rows = set(self.rows)
        if any(left in rows and right in rows for left, right in answers):
            return Stand.DECIDED
        return Stand.BY_RULE if self.merged else None

    @property
    def score(self) -> float | None:
        """What stands in the queue: the best pair in question, else how well all fit."""
        return self.doubt if self.doubt is not None else self.fit


@dataclass
class Groups:
    """All groups of an entity, those in doubt first (the likeliest first), then those merged by
    rule (the least fitting first)."""

    listed: list[Group] = field(default_factory=list)

    @cached_property
    def of_row(self) -> dict[int, list[int]]:
        """The places of every row's groups."""
        found: dict[int, list[int]] = {}
        for place, group in enumerate(self.listed):
            for row in group.rows:
                found.setdefault(row, []).append(place)
        return found

    @cached_property
    def stands(self) -> list[Stand | None]:
        """How every group stands without any verdict."""
        return [
            Stand.TO_DECIDE if group.asked else Stand.BY_RULE if group.merged else None
            for group in self.listed
        ]

    def standing(self, answers: Answers) -> list[Stand | None]:
        """How every group stands with these verdicts, by place."""
        found = list(self.stands)
        touched: set[int] = set()
        for left, right in answers:
            touched |= set(self.of_row.get(left, ())) & set(self.of_row.get(right, ()))
        for place in touched:
            group = self.listed[place]
            rows = set(group.rows)
            own = {p: a for p, a in answers.items() if p[0] in rows and p[1] in rows}
            found[place] = group.stand(own)
        return found


def counts(standing: Iterable[Stand | None], absorbed: int) -> Counts:
    """How many groups stand how."""
    found = dict.fromkeys(Stand, 0)
    for stand in standing:
        if stand is not None:
            found[stand] += 1
    return Counts(found[Stand.TO_DECIDE], found[Stand.BY_RULE], found[Stand.DECIDED], absorbed)


_cache: weakref.WeakKeyDictionary[Staging, dict[tuple[object, ...], Groups]] = (
    weakref.WeakKeyDictionary()
)


def in_force(verdicts: Iterable[Verdict]) -> dict[Edge, Answer]:
    """The answer that counts for every pair, in the order in which they were given."""
    found: dict[Edge, Answer] = {}
    for verdict in verdicts:
        if verdict.left != verdict.right:
            pair = (min(verdict.left, verdict.right), max(verdict.left, verdict.right))
            found.pop(pair, None)
            found[pair] = verdict.answer
    return found


def groups(staging: Staging, settings: MatchSettings) -> Groups:
    """The groups of the last result of an entity; none where it was never matched."""
    entity = settings.entity
    if not (staging.exists(names.pairs(entity)) and staging.exists(names.clusters(entity))):
        return Groups()
    versions = (staging.physical(names.pairs(entity)), staging.physical(names.clusters(entity)))
    key = (*versions, settings.merge_above, settings.review_above)
    known = _cache.setdefault(staging, {})
    if key not in known:
        while len(known) >= _REMEMBERED:
            known.pop(next(iter(known)))
        bounds = (settings.review_above, settings.merge_above)
        known[key] = Groups(build(pairs_of(staging, entity), clusters_of(staging, entity), bounds))
    return known[key]


def pairs_of(staging: Staging, entity: str) -> list[Pair]:
    """Every kept pair of the last result, the likeliest first."""
    table = staging.table(
        f'select "left", "right", probability, answer from {quote(names.pairs(entity))}'
        ' order by probability desc nulls last, "left", "right"'
    )
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))


def clusters_of(staging: Staging, entity: str) -> dict[int, int]:
    """Row -> cluster of the rows that the last result merged."""
    table = staging.table(f"select _rid, _gid from {quote(names.clusters(entity))}")
    return dict(zip(*(column.to_pylist() for column in table.columns), strict=True))


def build(
    pairs: Sequence[Pair], clusters: Mapping[int, int], bounds: tuple[float, float]
) -> list[Group]:
    """The groups of kept pairs; `bounds` are (review_above, merge_above)."""
    parents = _joined(pairs)
    together: dict[int, list[Pair]] = {}
    for pair in pairs:
        together.setdefault(_root(parents, pair[0]), []).append(pair)
    found: list[Group] = []
    for inner in together.values():
        rows = {row for pair in inner for row in pair[:2]}
        if len(rows) <= LARGEST:
            found.append(_group(rows, inner, clusters, bounds))
        else:
            found += _split(inner, clusters, bounds)
    doubtful = [group for group in found if group.asked]
    settled = [group for group in found if not group.asked]
    doubtful.sort(key=lambda group: (-(group.doubt or 0.0), group.rows))
    settled.sort(key=lambda group: (group.fit or 0.0, group.rows))
    return doubtful + settled


def _joined(pairs: Sequence[Pair]) -> dict[int, int]:
    parents: dict[int, int] = {}
    for left, right, _, _ in pairs:
        one = _root(parents, left) if left in parents else parents.setdefault(left, left)
        other = _root(parents, right) if right in parents else parents.setdefault(right, right)
        if one != other:
            parents[max(one, other)] = min(one, other)
    return parents


def _root(parents: dict[int, int], row: int) -> int:
    while (parent := parents[row]) != row:
        parents[row] = row = parents[parent]
    return row


def _group(
    rows: Iterable[int],
    pairs: Sequence[Pair],
    clusters: Mapping[int, int],
    bounds: tuple[float, float],
) -> Group:
    review, merge = bounds
    if len(pairs) == 1 and pairs[0][0] not in clusters:
        left, right, only, _ = pairs[0]  # by far the most groups are one pair
        if only is not None and review <= only < merge:
            return Group((left, right), ((left, right),), only, only, merged=False)
    asked: list[Edge] = []
    best: dict[int, float] = {}
    doubt: float | None = None
    merged = False
    for pair in pairs:
        left, right, chance, _ = pair
        merged = merged or (left in clusters and clusters[left] == clusters.get(right))
        if chance is None:
            continue
        merged = merged or chance >= merge
        best[left] = max(chance, best.get(left, 0.0))
        best[right] = max(chance, best.get(right, 0.0))
        if in_question(pair, clusters, bounds):
            asked.append((left, right))
            doubt = max(chance, doubt or 0.0)
    fit = min(best.values(), default=None)
    return Group(tuple(sorted(rows)), tuple(asked), doubt, fit, merged)


def in_question(pair: Pair, clusters: Mapping[int, int], bounds: tuple[float, float]) -> bool:
    """Whether a pair waits for a verdict: neither sure nor hopeless, and not together already
    through others. `bounds` are (review_above, merge_above)."""
    left, right, chance, answer = pair
    if chance is None or not bounds[0] <= chance < bounds[1]:
        return False
    joined = left in clusters and clusters[left] == clusters.get(right)
    return not joined or answer is not None


def _split(
    pairs: Sequence[Pair], clusters: Mapping[int, int], bounds: tuple[float, float]
) -> list[Group]:
    """A heap too big to look at: one group per cluster, and one per two clusters that some pair
    in doubt, or a verdict, holds against each other."""
    members: dict[int, list[int]] = {}
    for row, cluster in clusters.items():
        members.setdefault(cluster, []).append(row)
    between: dict[Edge, list[Pair]] = {}
    for pair in pairs:
        left, right, chance, answer = pair
        one, other = sorted((clusters.get(left, left), clusters.get(right, right)))
        doubtful = chance is not None and bounds[0] <= chance < bounds[1]
        if one == other or doubtful or answer is not None:
            between.setdefault((one, other), []).append(pair)
    return [
        _group(
            {row for cluster in key for row in members.get(cluster, [cluster])},
            inner,
            clusters,
            bounds,
        )
        for key, inner in between.items()
    ]
