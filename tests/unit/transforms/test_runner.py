"""Chains: error policies, nulls, several columns, problems, and what is remembered."""

from __future__ import annotations

from collections import Counter

import polars as pl
import pytest

from migrator.errors import PlanError
from migrator.model.mapping import OnError, Step
from migrator.model.text import Text
from migrator.registry import Registry
from migrator.transforms import TRANSFORMS
from migrator.transforms.base import CannotTransform, Example, NoOptions, Transform
from migrator.transforms.memo import Memo
from migrator.transforms.runner import ISSUE_COLUMNS, compile_steps


def texts(*values: str | None) -> pl.Series:
    return pl.Series(values, dtype=pl.String)


@pytest.mark.parametrize(
    ("policy", "value", "severity"),
    [
        pytest.param(OnError.KEEP, "x12", "warning", id="keep"),
        pytest.param(OnError.BLANK, None, "warning", id="blank"),
        pytest.param(OnError.ISSUE, "x12", "error", id="issue"),
    ],
)
def test_error_policy(policy: OnError, value: str | None, severity: str) -> None:
    steps = [Step("trim"), Step("integer", on_error=policy)]
    applied = compile_steps(steps).apply([texts("1,200", None, " x12 ", "7")])
    assert applied.values.to_list() == ["1200", None, value, "7"]
    assert applied.issues.rows() == [(2, "bad_number", severity, "x12", "not a number")]
    assert applied.issues.schema == ISSUE_COLUMNS


def test_keep_goes_on_and_issue_ends_the_way() -> None:
    after = Step("prefix_suffix", {"prefix": "N"})
    chain = compile_steps([Step("integer", on_error=OnError.KEEP), after])
    assert chain.apply([texts("5", "x")]).values.to_list() == ["N5", "Nx"]
    chain = compile_steps([Step("integer"), after, Step("integer")])
    applied = chain.apply([texts("5", "x")])
    assert applied.values.to_list() == ["N5", "x"]
    assert applied.issues.rows() == [
        (0, "bad_number", "error", "N5", "not a number"),
        (1, "bad_number", "error", "x", "not a number"),
    ]


def test_an_ended_row_raises_nothing_more_in_later_steps_that_take_many() -> None:
    later = Step("expression", {"expression": "number(value) + 1"})
    constant = Step("constant", {"value": "none", "only_empty": True})
    applied = compile_steps([Step("integer"), constant, later]).apply([texts("5", "x")])
    assert applied.values.to_list() == ["6", "x"]
    assert applied.issues["index"].to_list() == [1]


def test_failure_of_several_columns_shows_all_of_them() -> None:
    step = Step("expression", {"expression": "a / b"})
    applied = compile_steps([step], sources=2).apply([texts("6", "1"), texts("4", "0")])
    assert applied.values.to_list() == ["1.5", "1"]
    assert applied.issues.rows() == [(1, "transform_failed", "error", "1 | 0", "division by zero")]


def test_no_column_needs_the_number_of_rows() -> None:
    chain = compile_steps([Step("constant", {"value": "IR"})], sources=0)
    assert chain.apply([], rows=3).values.to_list() == ["IR"] * 3
    assert chain.apply([], rows=0).values.to_list() == []


def test_no_step_hands_the_column_through() -> None:
    applied = compile_steps([], sources=1).apply([texts("a", None)])
    assert applied.values.to_list() == ["a", None]


def test_other_types_are_read_as_text() -> None:
    applied = compile_steps([Step("trim")]).apply([pl.Series([1, None])])
    assert applied.values.to_list() == ["1", None]


def test_join_of_names_with_gaps() -> None:
    chain = compile_steps([Step("join"), Step("persian_letters")], sources=2)
    applied = chain.apply([texts("علي", None, None), texts("كريمي", "رضايي", None)])
    assert applied.values.to_list() == ["علی کریمی", "رضایی", None]


def test_all_problems_are_told_at_once() -> None:
    steps = [
        Step("prefix_sufix"),
        Step("phone", {"regoin": "IR"}),
        Step("round", {"decimals": "two", "mode": "half_upp"}),
        Step("regex_replace", {"pattern": "(a"}),
        Step("expression", {"expression": "valu + 1"}),
        Step("value_map", {"map": {"علي": "1", "علی": "2"}}),
    ]
    with pytest.raises(PlanError) as caught:
        compile_steps(steps, sources=2)
    problems = caught.value.details["problems"]
    wanted = [
        ("Step 1", "Did you mean 'prefix_suffix'?"),
        ("Step 2", "Did you mean 'region'?"),
        ("Step 3", "decimals: int is expected"),
        ("Step 3", "Did you mean 'half_up'?"),
        ("Step 4", "not RE2 syntax"),
        ("Step 5", "'valu'"),
        ("Step 6", "listed twice"),
    ]
    for step, words in wanted:
        assert any(p.startswith(step) and words in p for p in problems), (step, words, problems)
    assert len(problems) == len(wanted)


@pytest.mark.parametrize(
    ("steps", "sources", "ok"),
    [
        pytest.param([Step("trim")], 2, False, id="two-into-one"),
        pytest.param([], 2, False, id="two-into-nothing"),
        pytest.param([Step("trim")], 0, False, id="none-into-one"),
        pytest.param([Step("coalesce"), Step("trim")], 2, True, id="many-first"),
        pytest.param([Step("constant", {"value": "x"})], 0, True, id="constant"),
        pytest.param([Step("trim"), Step("constant", {"value": "x"})], 1, True, id="many-later"),
    ],
)
def test_first_step_must_take_the_columns(steps: list[Step], sources: int, ok: bool) -> None:
    if ok:
        compile_steps(steps, sources=sources)
    else:
        with pytest.raises(PlanError, match="column"):
            compile_steps(steps, sources=sources)


def test_columns_that_do_not_fit_are_refused_when_applied() -> None:
    with pytest.raises(PlanError, match="2 columns"):
        compile_steps([Step("trim")]).apply([texts("a"), texts("b")])


def counting(calls: Counter[str]) -> Registry[Transform]:
    def shout(value: str, options: NoOptions) -> str:
        calls[value] += 1
        if value == "bad":
            raise CannotTransform("bad")
        return value.upper()

    registry: Registry[Transform] = Registry("transform")
    registry.register(*TRANSFORMS)
    text = Text("Shout", "فریاد")
    registry.register(Transform("shout", text, text, NoOptions, shout, (Example("a", "A"),)))
    return registry


def test_function_runs_once_per_distinct_value_across_batches() -> None:
    calls: Counter[str] = Counter()
    chain = compile_steps([Step("shout")], registry=counting(calls))
    for _ in range(3):
        applied = chain.apply([texts("a", "b", "a", "bad", None, "bad")])
        assert applied.values.to_list() == ["A", "B", "A", "bad", None, "bad"]
        assert applied.issues["index"].to_list() == [3, 5]
    assert calls == {"a": 1, "b": 1, "bad": 1}


def test_memo_is_bounded_and_results_stay_right() -> None:
    calls: Counter[str] = Counter()
    memo = Memo(limit=10)
    chain = compile_steps([Step("shout")], registry=counting(calls), memo=memo)
    values = [f"v{n}" for n in range(25)] * 2
    assert chain.apply([texts(*values)]).values.to_list() == [v.upper() for v in values]
    assert len(memo) <= 10


def test_two_steps_of_one_kind_do_not_share_results() -> None:
    steps = [Step("substring", {"start": 2}), Step("substring", {"start": 3})]
    memo = Memo()
    assert compile_steps(steps[:1], memo=memo).apply([texts("abcd")]).values.to_list() == ["bcd"]
    assert compile_steps(steps[1:], memo=memo).apply([texts("abcd")]).values.to_list() == ["cd"]


def test_inputs_are_left_alone() -> None:
    column = texts(" a ", "", None, "۱")
    before = column.to_list()
    compile_steps([Step("trim"), Step("digits"), Step("blank_if")]).apply([column])
    assert column.to_list() == before
