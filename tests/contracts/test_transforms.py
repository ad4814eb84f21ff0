"""What every transform of the registry promises."""

from __future__ import annotations

import dataclasses
import importlib
import re
import sys
import time
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import migrator.transforms
from migrator.model.issues import ISSUE_CODES
from migrator.model.mapping import Step
from migrator.model.text import Text
from migrator.registry import Registry
from migrator.transforms import TRANSFORMS
from migrator.transforms.base import CannotTransform, Example, NoOptions, Transform
from migrator.transforms.compiling import build_options
from migrator.transforms.runner import compile_steps

CASES = [
    pytest.param(transform, example, id=f"{transform.id}-{number}")
    for transform in TRANSFORMS
    for number, example in enumerate(transform.examples)
]
ALL = [pytest.param(transform, id=transform.id) for transform in TRANSFORMS]
KERNELS = [pytest.param(t, id=t.id) for t in TRANSFORMS if t.kernel is not None]


def outcome(transform: Transform, given: Any, options: Any) -> tuple[str | None, str]:
    """(result, code of the failure)."""
    try:
        return transform.function(given, options), ""
    except CannotTransform as error:
        return None, error.code if error.detail else "no detail"


def is_persian(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return not letters or any("\u0600" <= c <= "\u06ff" for c in letters)


@pytest.mark.parametrize(("transform", "example"), CASES)
def test_example_holds(transform: Transform, example: Example) -> None:
    options = build_options(transform, example.options or {})
    assert outcome(transform, example.given, options) == (example.gives, example.fails)


@pytest.mark.parametrize(("transform", "example"), CASES)
def test_same_input_same_output(transform: Transform, example: Example) -> None:
    options = build_options(transform, example.options or {})
    before = repr(options)
    first = outcome(transform, example.given, options)
    assert outcome(transform, example.given, options) == first
    assert repr(options) == before


@pytest.mark.parametrize(("transform", "example"), CASES)
def test_chain_agrees_with_the_example(transform: Transform, example: Example) -> None:
    chain = compile_steps([Step(transform.id, example.options or {})])
    given = example.given if isinstance(example.given, tuple) else (example.given,)
    columns = [pl.Series([value], dtype=pl.String) for value in given]
    applied = chain.apply(columns, rows=1)
    if example.fails:
        assert applied.issues["code"].to_list() == [example.fails]
    else:
        assert applied.values.to_list() == [example.gives]
        assert applied.issues.is_empty()


@pytest.mark.parametrize(
    ("transform", "example"),
    [case for case in CASES if case.values[0].idempotent and not case.values[1].fails],
)
def test_idempotent_flag_is_honoured(transform: Transform, example: Example) -> None:
    options = build_options(transform, example.options or {})
    if example.gives is not None:
        again = (example.gives,) if transform.many else example.gives
        assert outcome(transform, again, options) == (example.gives, "")


@pytest.mark.parametrize("transform", ALL)
def test_null_and_empty_pass(transform: Transform) -> None:
    applied = compile_steps([Step(transform.id)]).apply([pl.Series([None, ""], dtype=pl.String)])
    assert applied.values.to_list() == [None, None]
    assert applied.issues.is_empty()


@pytest.mark.parametrize("transform", ALL)
def test_no_rows_give_no_rows(transform: Transform) -> None:
    applied = compile_steps([Step(transform.id)]).apply([pl.Series([], dtype=pl.String)])
    assert applied.values.to_list() == []
    assert applied.issues.is_empty()


@pytest.mark.parametrize("transform", ALL)
def test_very_long_values_end_soon(transform: Transform) -> None:
    long = [piece * (60_000 // len(piece)) for piece in (" ", "1", "1,", "a ", "@", "<", "\u200c ")]
    started = time.monotonic()
    compile_steps([Step(transform.id)]).apply([pl.Series(["x" + text + "x" for text in long])])
    compile_steps([Step(transform.id)]).apply([pl.Series(long)])
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("transform", ALL)
def test_options_are_frozen_with_documented_defaults(transform: Transform) -> None:
    options = transform.options()
    assert dataclasses.is_dataclass(options)
    assert transform.options.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert transform.options.__doc__
    for field in dataclasses.fields(options):
        title, choices = field.metadata["title"], field.metadata["choices"]
        assert isinstance(title, Text)
        default = getattr(options, field.name)
        assert not choices or default in [value for value, _ in choices]
        texts = [title, field.metadata["help"], *(label for _, label in choices)]
        for text in filter(None, texts):
            assert text.en
            assert text.fa
            assert is_persian(text.fa) or text.fa == text.en
    if transform.options is NoOptions:
        assert not dataclasses.fields(options)


@pytest.mark.parametrize("transform", ALL)
def test_documented_in_both_languages(transform: Transform) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]*", transform.id)
    assert transform.title.en
    assert transform.help.en.endswith(".")
    assert transform.help.fa.endswith(".")
    for phrase in (transform.title.fa, transform.help.fa):
        assert is_persian(phrase) or transform.id == "uuid5"
        assert not set("يكى٠١٢٣٤٥٦٧٨٩") & set(
            phrase.replace("ي و ك عربی", "").replace("ي، ى، ك", "")
        )
    assert transform.function.__doc__
    assert transform.examples
    assert all(not e.fails or e.fails in ISSUE_CODES for e in transform.examples)


def test_every_code_that_can_be_raised_is_listed() -> None:
    folder = Path(migrator.transforms.__file__).parent
    raised = {
        code
        for file in folder.glob("*.py")
        for code in re.findall(r"CannotTransform\([^()]*?\"([a-z_]+)\"\)", file.read_text("utf-8"))
    }
    assert raised
    assert raised <= ISSUE_CODES.keys()


def words_of(text: str) -> list[str]:
    return text.split("|")


PIECES = st.one_of(
    st.sampled_from(
        words_of(
            "0912 3456789|+98|0098|۰۹۱۲|٠٩|داخلی|ext|a@b.com|Sara|@|.com|1399|1403|12|30|31|13|/|-|"
            ".|:|00:00:00|2024|02|29|ي|ك|ی|ک|ة|ؤ|أ|ـ|\u200c|\u200f|\u00a0|\u00ad|\t|\r\n|\n|,|٬|٫|(|)|ریال|"
            "﷼|تومان|بله|فعال|غیر|NULL|N/A|0|1|-0|0.00|e5|ß|İ|ı|Σ|ς|ǅ|é|e\u0301|ﻼ|０|٥|½|²|५|😀|'|’|"
            "0499370899|1111111111|9121234567|98|mailto:|<|>| "
        ),
    ),
    st.text(alphabet=st.characters(codec="utf-8"), max_size=3),
)
MIXED = st.lists(PIECES, max_size=6).map("".join)
DIGITS = st.text(alphabet="0123456789۰۱۲۳۴۵۶۷۸۹٠٩-/. ,+", max_size=14)


@st.composite
def options_of(draw: st.DrawFn, transform: Transform) -> Any:
    """Options with every choice and flag drawn; the rest at its default."""
    drawn: dict[str, Any] = {}
    for field in dataclasses.fields(transform.options):
        if field.metadata["choices"]:
            drawn[field.name] = draw(st.sampled_from([v for v, _ in field.metadata["choices"]]))
        elif field.default is True or field.default is False:
            drawn[field.name] = draw(st.booleans())
    return build_options(transform, drawn)


@pytest.mark.parametrize("transform", KERNELS)
def test_kernel_agrees_with_its_function(transform: Transform) -> None:
    assert transform.kernel is not None
    kernel = transform.kernel
    plain = [e.given for e in transform.examples if isinstance(e.given, str)]

    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.one_of(MIXED, DIGITS), min_size=1, max_size=20), options_of(transform))
    def agrees(values: list[str], options: Any) -> None:
        texts = [*values, *plain]
        if transform.many:
            rows = [(a, b) for a, b in zip(texts, [*texts[1:], None], strict=True)]
            frame = pl.DataFrame(rows, schema={"0": pl.String, "1": pl.String}, orient="row")
            given: list[Any] = rows
            results, undecided = kernel(frame.to_struct(), options)
        else:
            given = texts
            results, undecided = kernel(pl.Series(texts, dtype=pl.String), options)
        told = zip(given, results.to_list(), undecided.to_list(), strict=True)
        for value, result, is_open in told:
            if not is_open:
                assert (result, "") == outcome(transform, value, options), (value, options)

    agrees()


@pytest.mark.parametrize(
    "transform", [pytest.param(t, id=t.id) for t in TRANSFORMS if t.idempotent and not t.many]
)
def test_applying_twice_changes_nothing_more(transform: Transform) -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.one_of(MIXED, DIGITS), options_of(transform))
    def settles(value: str, options: Any) -> None:
        result, failed = outcome(transform, value, options)
        if result is not None and not failed:
            assert outcome(transform, result, options) == (result, ""), (value, options)

    settles()


NEW_FILE = '''
from dataclasses import dataclass
from migrator.model.text import Text
from migrator.transforms.base import Example, Transform
from migrator.transforms.options import option

@dataclass(frozen=True)
class ReverseOptions:
    """Nothing but a greeting."""
    before: str = option("", Text("Before", "پیش از متن"))

def reverse(value, options):
    """The text from its end."""
    return options.before + value[::-1]

REVERSE = Transform("reverse", Text("Reverse", "وارونه"), Text("Reverses.", "وارونه می‌کند."),
    ReverseOptions, reverse, (Example("abc", "cba"),), idempotent=False)
'''


def test_a_new_transform_is_one_file_and_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kooch_extra_reverse.py").write_text(NEW_FILE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    registry: Registry[Transform] = Registry("transform")
    registry.register(*TRANSFORMS)
    registry.register(importlib.import_module("kooch_extra_reverse").REVERSE)
    steps = [Step("trim"), Step("reverse", {"before": ">"})]
    applied = compile_steps(steps, registry=registry).apply([pl.Series([" abc "])])
    assert applied.values.to_list() == [">cba"]
    sys.modules.pop("kooch_extra_reverse")
