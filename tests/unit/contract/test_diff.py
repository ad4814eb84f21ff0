"""What differs between two documents, cell by cell; what names a document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from migrator.contract.content import document_fingerprint
from migrator.contract.diff import differences, differing
from migrator.contract.words import sentence
from migrator.model.mapping import (
    Collision,
    Comment,
    Feed,
    FieldMapping,
    Filter,
    LeftOut,
    Lookup,
    RowStatus,
    Signature,
    Step,
)
from migrator.model.plan import Plan

MAP = Step("value_map", {"map": {"x": "1", "y": "2"}, "default": "issue"})
ROW = FieldMapping("name", ("a",), (Step("trim"), MAP))
FEED = Feed("f", 1, "s", "t", "account", ("id",), (ROW,))

WHOLE = "a → Trim spaces > Value map (Values: x = 1, y = 2)"


def with_row(**changes: object) -> Feed:
    return replace(FEED, fields=(replace(ROW, **changes),))  # type: ignore[arg-type]


def remapped(**entries: str) -> Feed:
    step = replace(MAP, options={**MAP.options, "map": entries})
    return with_row(steps=(Step("trim"), step))


def default(value: str) -> Step:
    return Step("constant", {"value": value, "only_empty": True})


CELLS = [
    ("sources", with_row(sources=("a", "b")), [("sources", "", "a", "a, b")]),
    ("a value changed", remapped(x="1", y="3"), [("value", "y", "2", "3")]),
    ("a value came", remapped(x="1", y="2", z="9"), [("value", "z", "", "9")]),
    ("a value went", remapped(x="1"), [("value", "y", "2", "")]),
    ("default", with_row(steps=(*ROW.steps, default("d"))), [("default", "", "", "d")]),
    ("lookup", with_row(lookup=Lookup("contact", "email")),
     [("lookup", "", "", "record of contact by email")]),
    ("collision", with_row(collision=Collision.KEEP), [("collision", "", "overwrite", "keep")]),
    ("status", with_row(status=RowStatus.AGREED), [("status", "", "draft", "agreed")]),
    ("owner", with_row(owner="Mina"), [("owner", "", "", "Mina")]),
    ("comment", with_row(comments=(Comment("Mina", "2026", "why?"),)),
     [("comment", "2026 Mina", "", "why?")]),
    ("row went and came", replace(FEED, fields=(replace(ROW, target="fax"),)),
     [("row", "", "", WHOLE), ("row", "", WHOLE, "")]),
    ("left out", replace(FEED, left_out=(LeftOut("c", "old"),)), [("left_out", "c", "", "old")]),
    ("filter", replace(FEED, filters=(Filter("a == 1", "tests"),)),
     [("filter", "a == 1", "", "tests")]),
    ("key", replace(FEED, key=("id", "no")), [("record_key", "", "id", "id, no")]),
    ("table", replace(FEED, table="u"), [("feed", "", "t → account", "u → account")]),
    ("another id, the same place", replace(FEED, id="g"), []),
    ("who touched it", with_row(changed_by="x", changed_at="y", confidence=0.3), []),
]  # fmt: skip


@pytest.mark.parametrize(("new", "expected"), [c[1:] for c in CELLS], ids=[c[0] for c in CELLS])
def test_every_cell_that_differs_is_told(new: Feed, expected: list[tuple[str, ...]]) -> None:
    found = differences([FEED], [new])
    assert [(c.what, c.key, c.old, c.new) for c in found] == expected
    back = [(c.what, c.key, c.new, c.old) for c in differences([new], [FEED])]
    assert sorted(back) == sorted(expected)


def test_a_feed_that_came_is_one_difference() -> None:
    found = differences([], [FEED])
    assert [(c.what, c.old, c.new) for c in found] == [("feed", "", "t → account (1 fields)")]
    assert differences([FEED], [FEED]) == ()


def test_an_option_of_a_transform_is_told_in_both_languages() -> None:
    new = with_row(steps=(Step("limit_length", {"length": 9}), MAP))
    plan = Plan("p")
    told = [sentence(plan, one) for one in differing([FEED], [new])]
    assert "Trim spaces" in told[0].en
    assert "«" in told[0].fa
    assert "تبدیل‌ها" in told[0].fa


FINGERPRINT = [
    ("owner", with_row(owner="x"), True),
    ("status", with_row(status=RowStatus.SIGNED, signature=Signature("a", "b", "c")), True),
    ("number", replace(FEED, no=7), True),
    ("collision", with_row(collision=Collision.FILL), False),
    ("steps", with_row(steps=()), False),
    ("one per key", replace(FEED, one_per_key=True), False),
]


@pytest.mark.parametrize(
    ("new", "same"), [c[1:] for c in FINGERPRINT], ids=[c[0] for c in FINGERPRINT]
)
def test_the_fingerprint_names_what_runs(new: Feed, same: bool) -> None:
    assert (document_fingerprint([FEED]) == document_fingerprint([new])) is same
