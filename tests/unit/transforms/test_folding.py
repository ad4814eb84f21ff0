"""The match key: spellings of one text are equal, different texts are not."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrator.transforms.folding import compact, compact_series, fold, fold_series


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("علي كريمي", "علی کریمی"),
        ("می\u200cخواهم", "می خواهم"),
        ("۱۲", "12"),
        ("١٢", "12"),
        ("مؤسسه", "موسسه"),
        ("مدرسة", "مدرسه"),
        ("أحمد إبراهيم آزاد", "احمد ابراهیم ازاد"),
        ("خانۀ", "خانه"),
        ("ســـلام", "سلام"),
        ("مُحَمَّد", "محمد"),
        ("ﻋﻠﻲ", "علی"),
        ("STRASSE", "straße"),
        ("José", "Jose"),
        ("O'Neil", "ONeil"),
        ("E-Mail_Address", "e mail  address"),
        ("\u200fعلی\u200e", "علی"),
        ("ＡＢ１", "ab1"),
    ],
)
def test_spellings_of_one_text(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("علی", "عالی"), ("کرم", "گرم"), ("12", "21"), ("سیب", "سبب"), ("کریم", "کرم")],
)
def test_different_texts_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_compact_also_forgets_spaces() -> None:
    assert {compact(s) for s in ("علیرضا", "علی\u200cرضا", "علی رضا")} == {"علیرضا"}


TEXT = st.text(
    alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("يكۀأ\u200c\u200f ـ۱٢’-Aß"))
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(TEXT, st.none()), max_size=8))
def test_column_equals_text_by_text(values: list[str | None]) -> None:
    column = pl.Series("v", values, dtype=pl.String)
    assert fold_series(column).to_list() == [None if v is None else fold(v) for v in values]
    assert compact_series(column).to_list() == [None if v is None else compact(v) for v in values]


@settings(max_examples=400, deadline=None)
@given(TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
