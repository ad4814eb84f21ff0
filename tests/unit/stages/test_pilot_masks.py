"""Masked values have the shape of real ones, pass the same checks, and lead back to nobody."""

from __future__ import annotations

import re

import pytest

from migrator.stages.pilot_masks import masked
from migrator.transforms.base import NoOptions
from migrator.transforms.identifiers import NationalIdOptions, iban, national_id_iran

KEY = b"k" * 32


@pytest.mark.parametrize(
    ("meaning", "value", "shape"),
    [
        ("email", "sara.ahmadi@company.ir", r"[a-z]{4}\.[a-z]{6}@example\.com"),
        ("email", "علی@x.ir", r"[a-z]+@example\.com"),
        ("mobile", "+989121234567", r"\+98912[0-9]\d{6}"),
        ("mobile", "۰۹۱۲ ۱۲۳ ۴۵۶۷", r"۰۹۱۲ [۰-۹]{3} [۰-۹]{4}"),
        ("phone", "021-88776655", r"021-8[0-9]{7}"),
        ("first_name", "Margaret", r"[A-Z][a-z]+"),
        ("last_name", "احمدی", "[\u0600-\u06ff]+"),
        ("person_name", "Sara Ahmadi", r"[A-Z][a-z]+ [A-Z][a-z]+"),
        ("person_name", "احمدی، سارا", "[\u0600-\u06ff]+, [\u0600-\u06ff]+"),
        ("address", "Obere Str. 57", r"[A-Z][a-z]{4} [A-Z][a-z]{2}\. \d\d"),
        ("birth_date", "1980-02-29", r"19(79|80)-\d\d-\d\d"),
        ("birth_date", "unknown", r"[a-z]{7}"),
        ("national_id", "A-12345", r"[A-Z]-\d{5}"),
    ],
)
def test_the_shape_stays_and_the_value_does_not(meaning: str, value: str, shape: str) -> None:
    one = masked(meaning, KEY, [value], None)[value]
    assert one != value
    assert re.fullmatch(shape, one), one
    assert masked(meaning, KEY, [value], None)[value] == one  # always the same
    others = {masked(meaning, bytes([n] * 32), [value], None)[value] for n in range(6)}
    assert len(others) > 1  # another project, another value


def test_numbers_with_check_digits_pass_their_checks() -> None:
    ids = [f"{n:09d}" for n in range(100_000_000, 100_000_200)]
    for one in masked("national_id", KEY, [f"{n}0" for n in ids], None).values():
        assert national_id_iran(one, NationalIdOptions()) == one
    whole = [f"IR{n:024d}" for n in range(100)]
    for one in masked("iban", KEY, whole, None).values():
        assert iban(one, NoOptions()) == one


@pytest.mark.parametrize("meaning", ["first_name", "person_name", "email", "mobile"])
def test_different_values_stay_different(meaning: str) -> None:
    values = [f"Person{n} 0912{n:07d}" for n in range(600)]
    made = masked(meaning, KEY, values, 40)
    assert len(set(made.values())) == 600
    assert all(len(one) <= 40 for one in made.values())
