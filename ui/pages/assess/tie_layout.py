"""Where tables stand in the picture of their relationships. Plain functions, no painting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from migrator.model.profile import Tie

_SWEEPS = 3


@dataclass(frozen=True)
class Place:
    """`level` counts from the tables that refer to none, `row` from the top."""

    level: int
    row: float


def tied(ties: Sequence[Tie]) -> tuple[str, ...]:
    """The tables that some tie names, in the order in which ties name them."""
    return tuple(dict.fromkeys(name for tie in ties for name in (tie.parent, tie.table)))


def places(ties: Sequence[Tie]) -> dict[str, Place]:
    """A place for every tied table: parents one level before their children, and children near
    their parents, so that few lines cross. Rings are cut where they close."""
    names = tied(ties)
    parents = {
        name: tuple(dict.fromkeys(t.parent for t in ties if t.table == name and t.parent != name))
        for name in names
    }
    levels: dict[str, int] = {}
    for name in names:
        _level(name, parents, levels, ())
    rows = [[n for n in names if levels[n] == level] for level in range(_highest(levels) + 1)]
    for _ in range(_SWEEPS):
        _sort_by(rows, parents)
        _sort_by(rows[::-1], _children(parents))
    _sort_by(rows, parents)
    most = max((len(row) for row in rows), default=0)
    return {
        name: Place(level, at + (most - len(row)) / 2)
        for level, row in enumerate(rows)
        for at, name in enumerate(row)
    }


def _highest(levels: Mapping[str, int]) -> int:
    return max(levels.values(), default=-1)


def _level(
    name: str,
    parents: Mapping[str, Sequence[str]],
    levels: dict[str, int],
    above: tuple[str, ...],
) -> int:
    if name in levels:
        return levels[name]
    known = [
        _level(parent, parents, levels, (*above, name))
        for parent in parents[name]
        if parent not in above
    ]
    levels[name] = 1 + max(known, default=-1)
    return levels[name]


def _children(parents: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {
        name: tuple(child for child, above in parents.items() if name in above) for name in parents
    }


def _sort_by(rows: list[list[str]], neighbours: Mapping[str, Sequence[str]]) -> None:
    """Put each row into the order of the mean place of its neighbours in the other rows."""
    at = {name: n - len(row) / 2 for row in rows for n, name in enumerate(row)}
    for row in rows:
        row.sort(key=lambda name: _mean([at[n] for n in neighbours[name]], at[name]))
        at.update({name: n - len(row) / 2 for n, name in enumerate(row)})


def _mean(numbers: Sequence[float], alone: float) -> float:
    return sum(numbers) / len(numbers) if numbers else alone
