"""Words in two languages: numbers of a Persian sentence, and what is no number of it."""

from __future__ import annotations

import pytest

from migrator.model.text import persian_digits


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ردیف 12 از 30.", "ردیف ۱۲ از ۳۰."),
        ("پرونده‌ی «سال 1402» باز نشد.", "پرونده‌ی «سال 1402» باز نشد."),
        ('کد "007" در ستون c12 و ORA-0123', 'کد "007" در ستون c12 و ORA-0123'),
        ("پوشه‌ی /home/a1/2 و نشانی a@b1.ir، 3 بار", "پوشه‌ی /home/a1/2 و نشانی a@b1.ir، ۳ بار"),
        ("\u2068021-88\u2069 و {n} تا 5", "\u2068021-88\u2069 و {n} تا ۵"),
    ],
)
def test_numbers_are_written_in_persian_digits(words: str, told: str) -> None:
    assert persian_digits(words) == told
