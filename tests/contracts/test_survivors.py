"""What every survivorship rule promises: it picks an input value, whatever the order of rows."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrator.model.codec import to_data
from migrator.model.mapping import row_id
from migrator.stages.merge_golden import FieldRule, winners_sql
from migrator.store.staging import Staging
from migrator.survivors import SURVIVORS
from migrator.survivors.base import RankContext, Rule

COLUMNS = ("value", "at")
OPTIONS: dict[str, dict[str, Any]] = {
    "most_recent": {"by": "at"},
    "source_priority": {"sources": ("shop", "crm")},
}
SOURCES = {1: "crm", 2: "shop", 3: "files"}
RULES = [pytest.param(rule, id=rule.id) for rule in SURVIVORS]
VALUES = st.one_of(
    st.none(),
    st.sampled_from(["", "10", "9", "-3.5", "ali@b.ir", "ali", "+989121234567", "2024-01-01"]),
    st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8),
)
DATES = st.sampled_from([None, "", "2023-05-01", "2024-01-01", "2024-01-01T10:00:00"])
ROWS = st.lists(st.tuples(st.integers(1, 3), VALUES, DATES), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def staging() -> Iterator[Staging]:
    opened = Staging(None, threads=1)
    yield opened
    opened.close()


def winner(
    staging: Staging, rule: Rule, rows: list[tuple[int, str | None, str | None]]
) -> tuple[int, str | None]:
    """(row id, value) that the rule picks among rows of (row id, value, date), all one cluster."""
    table = pa.table(
        {
            "_rid": pa.array([rid for rid, _, _ in rows], pa.int64()),
            "value": pa.array([value for _, value, _ in rows], pa.string()),
            "at": pa.array([at for _, _, at in rows], pa.string()),
        }
    )
    staging.write("clean_x", table.schema, table.to_batches())
    lowest = min(rid for rid, _, _ in rows)
    staging.create("clusters_x", f"select _rid, {lowest}::bigint as _gid from clean_x")
    options = rule.options(**OPTIONS.get(rule.id, {}))
    order = rule.order(RankContext('"value"', frozenset(("_rid", *COLUMNS)), options, SOURCES))
    found = staging.rows(
        winners_sql("clean_x", "clusters_x", [FieldRule("value", rule.id, tuple(order))])
    )
    assert len(found) == 1
    return found[0][2]["r"], found[0][2]["v"]


@pytest.mark.parametrize("rule", RULES)
@settings(max_examples=12, deadline=None)
@given(rows=ROWS, seed=st.integers(0, 99))
def test_picks_an_input_value_whatever_the_order(
    staging: Staging, rule: Rule, rows: list[tuple[int, str | None, str | None]], seed: int
) -> None:
    given_rows = [(row_id(feed, n), value, at) for n, (feed, value, at) in enumerate(rows, 1)]
    rid, value = winner(staging, rule, given_rows)
    assert (rid, value) in {(row, text) for row, text, _ in given_rows}
    assert bool(value) == any(text for _, text, _ in given_rows)
    shuffled = list(given_rows)
    random.Random(seed).shuffle(shuffled)
    assert winner(staging, rule, shuffled) == (rid, value)


@pytest.mark.parametrize("rule", RULES)
def test_is_documented_and_its_options_travel_as_data(rule: Rule) -> None:
    for text in (rule.title, rule.help):
        assert text.en.strip()
        assert text.fa.strip()
    assert rule.help.en.endswith(".")
    assert to_data(rule.options()) == {}


@pytest.mark.parametrize("rule", RULES)
def test_order_terms_are_plain_expressions(rule: Rule) -> None:
    options = rule.options(**OPTIONS.get(rule.id, {}))
    context = RankContext('"value"', frozenset(COLUMNS), options, SOURCES)
    terms = rule.order(context)
    assert terms == rule.order(context)
    assert not [term for term in terms if term.endswith((" asc", " first", " last"))]


def test_there_are_at_least_eight() -> None:
    assert len(SURVIVORS) >= 8
