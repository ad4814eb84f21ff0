"""Columns and tables that are called otherwise: proposals, and a mapping that follows."""

from __future__ import annotations

from typing import Any

import pytest

from migrator.contract.renaming import likely, renamed, same_tables
from migrator.model.mapping import Feed, FieldMapping, Filter, LeftOut
from migrator.model.plan import Plan

TOWNS = frozenset({"Tehran", "Shiraz", "Tabriz", "Yazd", "Qom"})
NAMES = frozenset({"Ali", "Mina", "Sara", "Reza", "Hoda"})

PROPOSALS = [
    ("spelling", ["Phone_No"], ["phone no"], {}, {}, [("Phone_No", "phone no")]),
    ("a synonym", ["mobile"], ["موبایل"], {}, {}, [("mobile", "موبایل")]),
    ("content alone", ["A1"], ["Z9", "Q"], {"A1": TOWNS}, {"Z9": TOWNS, "Q": NAMES},
     [("A1", "Z9")]),
    ("content against a name", ["city"], ["town2", "x"], {"city": TOWNS},
     {"town2": NAMES, "x": TOWNS}, [("city", "x")]),
    ("nothing alike", ["balance"], ["photo"], {"balance": TOWNS}, {"photo": NAMES}, []),
    ("each new one once", ["tel", "tel2"], ["telephone"], {}, {}, [("tel", "telephone")]),
    ("too few values say nothing", ["A1"], ["Z9"], {"A1": frozenset({"y", "n"})},
     {"Z9": frozenset({"y", "n"})}, []),
]  # fmt: skip


@pytest.mark.parametrize("case", PROPOSALS, ids=[p[0] for p in PROPOSALS])
def test_who_may_be_whom(case: tuple[Any, ...]) -> None:
    _, gone, fresh, then, now, expected = case
    found = likely(gone, fresh, then, now)
    assert [(one.old, one.new) for one in found] == expected


def test_a_table_is_known_by_its_columns() -> None:
    gone = {"customers": ["id", "name", "city"], "old": ["x", "y"]}
    fresh = {"kunden": ["new", "id", "city", "name"], "other": ["p", "q"]}
    assert same_tables(gone, fresh) == {"customers": "kunden"}
    assert same_tables({"a": ["x", "y", "z"]}, {"b": ["x", "q", "r"]}) == {"a": "b"}, "both alone"


FILTERS = [
    ("field('old') == 'old'", "field('new name') == 'old'"),
    ('field("old") == 1 and other > 2', "field('new name') == 1 and other > 2"),
    ("old == 'x'", "field('new name') == 'x'"),
    ("older == 1", "older == 1"),
]


@pytest.mark.parametrize(("before", "after"), FILTERS)
def test_a_mapping_follows_a_renamed_column(before: str, after: str) -> None:
    feed = Feed(
        "f", 1, "s", "t", "account", ("old", "id"), (FieldMapping("name", ("old", "b")),),
        (Filter(before, "r"),), (LeftOut("c", "r"),),
    )  # fmt: skip
    other = Feed("g", 2, "s", "u", "account", ("old",))
    made = renamed(Plan("p", feeds=(feed, other)), "s", "t", {"old": "new name"}).feeds
    assert (made[0].key, made[0].fields[0].sources) == (("new name", "id"), ("new name", "b"))
    assert made[0].filters[0].expression == after
    assert made[1] == other
