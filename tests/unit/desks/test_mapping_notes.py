"""What people write beside rows: collisions, comments, blocks of cells, names of twin feeds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from migrator.desks import mapping_notes as notes
from migrator.errors import PlanError
from migrator.model.mapping import Collision, Comment, Feed, FieldMapping, RowStatus
from migrator.model.plan import Plan

SAID = Comment("Sara", "2026-11-22T10:00:00+00:00", "  Ask the client ")


def plan(*feeds: Feed) -> Plan:
    return Plan("p", feeds=feeds)


def feed(no: int, *columns: str, source: str = "s", table: str = "t", entity: str = "e") -> Feed:
    rows = tuple(FieldMapping(f"f{n}", (name,)) for n, name in enumerate(columns))
    return Feed(f"{entity}_{no}", no, source, table, entity, (), rows)


def row(made: Plan, target: str) -> FieldMapping:
    return next(r for r in made.feeds[0].fields if r.target == target)


def test_a_comment_goes_to_the_end_of_each_row() -> None:
    made = notes.comment(plan(feed(1, "a", "b")), "e_1", ["f0", "f1"], SAID)
    made = notes.comment(made, "e_1", ["f0"], replace(SAID, text="Done"))
    assert [one.text for one in row(made, "f0").comments] == ["Ask the client", "Done"]
    assert [one.by for one in row(made, "f1").comments] == ["Sara"]


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 2_001])
def test_a_comment_says_something_readable(text: str) -> None:
    with pytest.raises(PlanError):
        notes.comment(plan(feed(1, "a")), "e_1", ["f0"], replace(SAID, text=text))


def test_a_block_is_written_whole() -> None:
    cells = [("f0", "status", "agreed"), ("f0", "owner", " Sara "), ("f1", "collision", "fill")]
    made = notes.write(plan(feed(1, "a", "b")), "e_1", cells)
    assert (row(made, "f0").status, row(made, "f0").owner) == (RowStatus.AGREED, "Sara")
    assert row(made, "f1").collision == Collision.FILL
    assert row(made, "f1").status == RowStatus.DRAFT


@pytest.mark.parametrize(
    "cell",
    [("f0", "status", "fine"), ("f0", "collision", ""), ("f0", "sources", "a"), ("f9", "note", "")],
)
def test_a_block_that_cannot_stand_is_refused(cell: notes.Cell) -> None:
    with pytest.raises(PlanError):
        notes.write(plan(feed(1, "a")), "e_1", [("f0", "note", "x"), cell])


@pytest.mark.parametrize(
    ("feeds", "told"),
    [
        ((feed(1, "a"), feed(2, "a", entity="other")), {}),
        ((feed(1, "id", "tel1"), feed(2, "id", "tel2")), {"e_1": "tel1", "e_2": "tel2"}),
        ((feed(1, "a"), feed(2, "a")), {"e_1": "1", "e_2": "2"}),
        ((feed(1, "a"), feed(2, "a", source="z")), {"e_1": "s", "e_2": "z"}),
        (
            (feed(1, "a"), feed(2, "b"), feed(3, "a", source="z")),
            {"e_1": "s · a", "e_2": "s · b", "e_3": "z"},
        ),
    ],
)
def test_feeds_of_one_name_are_told_apart(feeds: tuple[Feed, ...], told: dict[str, str]) -> None:
    assert notes.marks(plan(*feeds)) == told
