"""Where tables stand in the picture of their relationships."""

from __future__ import annotations

import pytest

from migrator.model.profile import Tie
from ui.pages.assess.tie_layout import places, tied


def tie(child: str, parent: str) -> Tie:
    return Tie(child, ("c",), parent, ("id",), declared=True, contained=1.0, orphans=0)


@pytest.mark.parametrize(
    ("ties", "levels"),
    [
        ([], {}),
        ([("o", "c")], {"c": 0, "o": 1}),
        ([("d", "o"), ("o", "c"), ("d", "c")], {"c": 0, "o": 1, "d": 2}),
        ([("e", "e")], {"e": 0}),
        ([("a", "b"), ("b", "a")], {"b": 1, "a": 0}),
        ([("x", "p"), ("y", "p"), ("z", "q")], {"p": 0, "q": 0, "x": 1, "y": 1, "z": 1}),
    ],
)
def test_parents_stand_before_children(ties: list[tuple[str, str]], levels: dict[str, int]) -> None:
    found = places([tie(*one) for one in ties])
    assert {name: place.level for name, place in found.items()} == levels


def test_no_two_tables_share_a_place() -> None:
    ties = [tie(f"c{n}", f"p{n % 4}") for n in range(20)] + [tie("x", f"c{n}") for n in range(5)]
    found = places(ties)
    assert len({(place.level, place.row) for place in found.values()}) == len(tied(ties))


def test_children_stand_near_their_parents() -> None:
    found = places([tie("a2", "p2"), tie("a1", "p1"), tie("b1", "p1"), tie("b2", "p2")])
    order = sorted(("a1", "a2", "b1", "b2"), key=lambda name: found[name].row)
    parents = [name[1] for name in order]
    assert parents in (["1", "1", "2", "2"], ["2", "2", "1", "1"])
