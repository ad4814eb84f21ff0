"""Traps that other tools fell into, and the damage of real customer lists."""

from __future__ import annotations

import runpy
from typing import Any

import polars as pl
import pytest

from migrator.model.mapping import OnError, Step
from migrator.transforms.runner import compile_steps


def run(steps: list[Step], *values: str | None) -> list[str | None]:
    return compile_steps(steps).apply([pl.Series(values, dtype=pl.String)]).values.to_list()


def codes(step: Step, *values: str) -> list[str]:
    applied = compile_steps([step]).apply([pl.Series(values)])
    return applied.issues["code"].to_list()


def test_mixed_calendar_column_is_told_cell_by_cell() -> None:
    given = ["1395/07/01", "2016-09-22", "۱۳۹۵.۷.۱", "22/09/2016", "2016-09-22 00:00:00"]
    assert run([Step("date_auto")], *given) == ["2016-09-22"] * 5


def test_ambiguous_order_is_a_choice_of_the_column() -> None:
    assert run([Step("date")], "01-03-2016") == ["2016-03-01"]
    assert run([Step("date", {"order": "month_first"})], "01-03-2016") == ["2016-01-03"]


def test_stored_value_is_touched_only_as_chosen() -> None:
    spelled = ["علي كريمي", "می خواهم", "مؤسسه", "مدرسة", "١٢"]
    assert run([Step("persian_letters")], *spelled) == [
        "علی کریمی",
        "می خواهم",
        "مؤسسه",
        "مدرسة",
        "١٢",
    ]
    chosen = Step("persian_letters", {"hamza": True, "teh_marbuta": True})
    assert run([chosen, Step("digits")], *spelled) == [
        "علی کریمی",
        "می خواهم",
        "موسسه",
        "مدرسه",
        "12",
    ]


@pytest.mark.parametrize("text", ["O'Neil & Söhne, GmbH?", "a_b; c", "naïve—test", "①½", "日本語"])
def test_latin_is_never_touched_by_persian_letters(text: str) -> None:
    options: dict[str, Any] = {"hamza": True, "teh_marbuta": True, "punctuation": True}
    assert run([Step("persian_letters", options)], text) == [text]


@pytest.mark.parametrize("text", ["0010", "021000021", "12345678901234567890", "1e5", "۰۰۱۲"])
def test_text_steps_keep_what_looks_like_a_number(text: str) -> None:
    assert run([Step("trim"), Step("blank_if"), Step("unicode")], text) == [text]


@pytest.mark.parametrize(
    "mobile",
    [
        "09123456789",
        "+989123456789",
        "00989123456789",
        "0912 345 6789",
        "0912-345-6789",
        "+98 (912) 345 67 89",
        "9123456789",
        "989123456789",
        "۰۹۱۲۳۴۵۶۷۸۹",
        "+٩٨٩١٢٣٤٥٦٧٨٩",
    ],
)
def test_every_spelling_of_a_mobile(mobile: str) -> None:
    assert run([Step("phone")], mobile) == ["+989123456789"]
    assert run([Step("mobile_iran")], mobile) == ["+989123456789"]


def test_bare_local_number_is_possible_but_not_valid() -> None:
    assert codes(Step("phone"), "8855443", "88776655-6", "091234567890") == ["bad_phone"] * 3


def test_placeholders_of_lists() -> None:
    assert run([Step("blank_if"), Step("phone")], "-", "NULL", "n/a", None) == [None] * 4


def test_broken_dates_of_lists() -> None:
    broken = ["1402/13/40", "0000-00-00", "نامشخص", "1399/12/31", "N/A", "2023-02-29", "31/04/2020"]
    assert codes(Step("date_auto"), *broken) == ["bad_date"] * len(broken)


def test_national_ids_of_lists() -> None:
    good = ["0499370899", "499370899", "049-937089-9", "۰۴۹۹۳۷۰۸۹۹"]
    assert run([Step("national_id_iran")], *good) == ["0499370899"] * 4
    bad = ["1111111111", "0000000000", "0499370890", "123", "049937089X"]
    assert codes(Step("national_id_iran"), *bad) == ["bad_national_id"] * 5


def test_amounts_of_lists() -> None:
    given = ["1,234,567", "1234567", "۱,۲۳۴,۵۶۷", "1234567.00", "1,234,567 ریال"]
    wanted = ["1234567"] * 3 + ["1234567.00", "1234567"]
    assert run([Step("money")], *given) == wanted


def test_addresses_of_lists() -> None:
    given = ["SARA.A@GMAIL.COM", "Sara.a@gmail.com", " sara.a@gmail.com ", "sara.a @gmail.com"]
    assert run([Step("email")], *given) == ["sara.a@gmail.com"] * 4


def test_too_long_a_note_is_never_cut_silently() -> None:
    step = Step("truncate", {"length": 4000}, OnError.ISSUE)
    assert codes(step, "x" * 4000) == []
    assert codes(step, "x" * 4001) == ["too_long"]


def test_customer_list_as_made(shared: Any, tmp_path: Any) -> None:
    """Every generated national id is either restored exactly or reported."""
    maker = runpy.run_path(str(shared / "bench" / "gen_customers.py"))
    maker["main"](3000, str(tmp_path), 7)
    frame = pl.read_csv(tmp_path / "cust_3000.csv", infer_schema=False)
    checks = {
        "full_name": ([Step("trim"), Step("persian_letters")], "[يكـ]|^ | $|  "),
        "mobile": ([Step("blank_if"), Step("phone")], "^[^+]|^.{0,12}$|^.{14,}$"),
        "email": ([Step("email")], "[A-Z ]"),
        "birth_date": ([Step("date_auto")], "^[^12]|[^0-9-]"),
        "reg_date": ([Step("date_auto")], "^[^12]|[^0-9-]"),
        "amount": ([Step("money")], "[^0-9.]"),
    }
    for column, (steps, never) in checks.items():
        applied = compile_steps(steps).apply([frame[column]])
        reported = applied.issues["index"].to_list()
        good = (
            applied.values.to_frame("v").with_row_index().filter(~pl.col("index").is_in(reported))
        )
        assert good["v"].drop_nulls().str.contains(never).sum() == 0, column
        assert len(reported) < 0.02 * frame.height
        filled = frame[column].str.strip_chars().is_in(["", "-", "NULL"]).not_()
        assert (good["v"].is_null() & filled.gather(good["index"])).sum() == 0
