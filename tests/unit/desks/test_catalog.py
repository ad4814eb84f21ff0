"""The catalog describes every registered item well enough for a form in both languages."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from migrator.desks.catalog import CatalogDesk, options_problem
from migrator.errors import PlanError
from migrator.model.views.catalog import CatalogItem, OptionKind
from migrator.transforms import TRANSFORMS
from migrator.transforms.compiling import build_options

DESK = CatalogDesk(None)  # type: ignore[arg-type]  # the registries need no project
ITEMS = [*DESK.transforms(), *DESK.checks(), *DESK.survivors()]
ALL = [pytest.param(item, id=f"{item.kind}-{item.id}") for item in ITEMS]


@pytest.mark.parametrize("item", ALL)
def test_an_item_is_described_in_both_languages(item: CatalogItem) -> None:
    words = [item.title, item.help, item.group_title, *(o.title for o in item.options)]
    words += [label for option in item.options for _, label in option.choices]
    assert all(text.en and text.fa for text in words)
    assert all(option.title.en != option.name for option in item.options)
    assert item.group != "other"


@pytest.mark.parametrize("item", ALL)
def test_its_defaults_are_accepted(item: CatalogItem) -> None:
    assert DESK.problem(item.kind, item.id, item.defaults()) is None


@pytest.mark.parametrize("item", ALL)
def test_a_default_is_of_its_kind(item: CatalogItem) -> None:
    shapes: dict[OptionKind, Any] = {
        OptionKind.TEXT: str,
        OptionKind.NUMBER: int,
        OptionKind.DECIMAL: float,
        OptionKind.BOOLEAN: bool,
        OptionKind.CHOICE: str,
        OptionKind.LIST: list,
        OptionKind.MAPPING: dict,
        OptionKind.TABLE: list,
    }
    for option in item.options:
        assert isinstance(option.default, shapes[option.kind]) or option.optional
        allowed = [value for value, _ in option.choices]
        assert not allowed or option.default in allowed


def test_the_catalog_is_complete_and_crosses_a_process_border() -> None:
    found = DESK.transforms()
    assert {item.id for item in found} == {one.id for one in TRANSFORMS}
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes


def test_examples_tell_what_fails_and_why() -> None:
    item = next(i for i in DESK.transforms() if i.id == "value_map")
    failing = [e for e in item.examples if e.fails.en]
    assert failing[-1].fails.en == "The value map has no entry for x"
    assert failing[-1].fails.fa == "جدول مقدارها برای x مقداری ندارد"
    working = [e for e in item.examples if not e.fails.en]
    assert (working[0].given, working[0].gives) == (("فعال",), "active")


@pytest.mark.parametrize(
    ("kind", "item", "options", "en", "fa"),
    [
        ("transform", "pad_left", {"width": 0}, "Width must be between", "باید از 1 تا 1000"),
        ("transform", "regex_replace", {"pattern": "("}, "is not RE2 syntax", "به نحو RE2 نیست"),
        ("transform", "phone", {"region": "Iran"}, "is not a country", "کد کشور نیست"),
        ("transform", "template", {"template": "{1"}, "has no partner", "جفت ندارد"),
        ("transform", "datetime", {"zone": "Asia/X"}, "is not a time zone", "منطقه‌ی زمانی نیست"),
        ("transform", "expression", {"expression": "zz"}, "the expression", "عبارت"),
        (
            "transform",
            "value_map",
            {"map": {"a": "1", "A": "2"}},
            "'A' is listed twice",
            "«A» دو بار آمده است",
        ),
        ("check", "pattern", {"pattern": "(?=a)"}, "is not RE2 syntax", "به نحو RE2 نیست"),
        ("survivor", "valid_first", {"pattern": "["}, "is not RE2 syntax", "به نحو RE2 نیست"),
        ("check", "range", {"least": "x"}, "Option least: float is expected", "گزینه‌ی \u2068least"),
        ("transform", "trim", {"colapse": True}, "Did you mean 'collapse'?", "collapse"),
    ],
)
def test_a_refused_value_is_told_in_one_sentence(
    kind: str, item: str, options: dict[str, Any], en: str, fa: str
) -> None:
    told = DESK.problem(kind, item, options)
    assert told is not None
    assert en.lower() in told.en.lower()
    assert fa in told.fa
    assert told.en.endswith((".", "?"))


def test_what_does_not_exist_is_named() -> None:
    with pytest.raises(PlanError, match="no transform called 'trimm'"):
        DESK.problem("transform", "trimm", {})
    with pytest.raises(PlanError, match="no kind of choice"):
        DESK.problem("stage", "trim", {})


def test_examples_options_are_accepted() -> None:
    for item in DESK.transforms():
        for example in item.examples:
            assert options_problem(TRANSFORMS.get(item.id), example.options) is None
            build_options(TRANSFORMS.get(item.id), {**item.defaults(), **example.options})
