"""Digits and letters of Persian and Arabic keyboards."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from migrator.model.text import Text
from migrator.transforms.base import Example, Transform, Value
from migrator.transforms.characters import (
    ARABIC_DIGITS,
    FULLWIDTH_DIGITS,
    LATIN_DIGITS,
    PERSIAN_DIGITS,
)
from migrator.transforms.kernels import ALL_DECIDED, VALUE, only_where, run, undecided_where
from migrator.transforms.options import option
from migrator.transforms.persian import presentation_forms, typography
from migrator.transforms.rules import Rules

_SCRIPTS = {"latin": LATIN_DIGITS, "persian": PERSIAN_DIGITS, "arabic": ARABIC_DIGITS}


@dataclass(frozen=True)
class DigitsOptions:
    """The script that digits are written in."""

    to: str = option(
        "latin",
        Text("Digits", "رقم‌ها"),
        choices=(
            ("latin", Text("Latin 123", "لاتین 123")),
            ("persian", Text("Persian ۱۲۳", "فارسی ۱۲۳")),
            ("arabic", Text("Arabic ١٢٣", "عربی ١٢٣")),
        ),
    )


def _digit_rules(to: str) -> Rules:
    scripts = (*_SCRIPTS.values(), FULLWIDTH_DIGITS)
    pairs = (zip(script, _SCRIPTS[to], strict=True) for script in scripts)
    return Rules({odd: new for pair in pairs for odd, new in pair if odd != new})


_DIGITS = {to: _digit_rules(to) for to in _SCRIPTS}


def digits(value: str, options: DigitsOptions) -> Value:
    """The text with all its digits in one script."""
    return _DIGITS[options.to].text(value)


def _digits_kernel(values: pl.Series, options: DigitsOptions) -> tuple[pl.Series, pl.Series]:
    return run(values, _DIGITS[options.to].column(VALUE), ALL_DECIDED)


@dataclass(frozen=True)
class PersianLettersOptions:
    """What is more than a matter of keyboard is an option."""

    teh_marbuta: bool = option(
        False, Text("ة becomes ه", "ة به ه تبدیل شود"), help=Text("فاطمة, فاطمه", "فاطمة، فاطمه")
    )
    hamza: bool = option(
        False,
        Text("Drop hamza: أ إ ؤ ئ ۀ", "حذف همزه: أ إ ؤ ئ ۀ"),
        help=Text("مؤسسه becomes موسسه", "مؤسسه می‌شود موسسه"),
    )
    vowel_signs: bool = option(False, Text("Drop vowel signs", "حذف اعراب"))
    punctuation: bool = option(
        False,
        Text("Persian punctuation: ، ؛ ؟", "نشانه‌گذاری فارسی: ، ؛ ؟"),
        help=Text("Only after Persian letters", "فقط پس از حروف فارسی"),
    )


@lru_cache(maxsize=16)
def _letter_rules(options: PersianLettersOptions) -> Rules:
    return typography(
        teh_marbuta=options.teh_marbuta,
        hamza=options.hamza,
        vowel_signs=options.vowel_signs,
        punctuation=options.punctuation,
    )


def persian_letters(value: str, options: PersianLettersOptions) -> Value:
    """The text as a good Persian typist writes it: ی and ک, no kashida, half-spaces only where
    they do something. Latin text stays as it is. None when nothing is left."""
    return _letter_rules(options).text(presentation_forms(value)).strip("\u200c") or None


def _persian_kernel(
    values: pl.Series, options: PersianLettersOptions
) -> tuple[pl.Series, pl.Series]:
    rules = _letter_rules(options)
    result = rules.column(VALUE).str.strip_chars("\u200c")
    punctuation = ",;?،؛؟" if options.punctuation else ""
    touched = VALUE.str.contains(f"[{rules.characters}\u200c{punctuation}]")
    undecided = VALUE.str.contains("[\ufb50-\ufdff\ufe70-\ufefc]") | (VALUE == "")
    done = only_where(values, touched, pl.when(result != "").then(result))
    return done, undecided_where(values, undecided)


@dataclass(frozen=True)
class ArabicToPersianOptions:
    """Letters always; digits and teh marbuta if wanted."""

    digits: bool = option(True, Text("Digits too", "رقم‌ها هم"))
    teh_marbuta: bool = option(False, Text("ة becomes ه", "ة به ه تبدیل شود"))


# The letters and digits for which the Unicode Standard (chapter 9, Arabic, tables of code points
# U+0600-06FF) has one character for Arabic and another for Persian use, and no other change:
# U+064A and U+0649 to U+06CC, U+0643 to U+06A9, U+0660-0669 to U+06F0-06F9.
_ARABIC_LETTERS = {"ي": "ی", "ى": "ی", "ك": "ک"}
_ARABIC = {
    (with_digits, teh): Rules(
        {
            **_ARABIC_LETTERS,
            **(dict(zip(ARABIC_DIGITS, PERSIAN_DIGITS, strict=True)) if with_digits else {}),
            **({"ة": "ه"} if teh else {}),
        }
    )
    for with_digits in (True, False)
    for teh in (True, False)
}


def arabic_to_persian(value: str, options: ArabicToPersianOptions) -> Value:
    """Arabic code points to the Persian ones of the same letter or digit, one to one."""
    return _ARABIC[options.digits, options.teh_marbuta].text(value)


def _arabic_kernel(
    values: pl.Series, options: ArabicToPersianOptions
) -> tuple[pl.Series, pl.Series]:
    rules = _ARABIC[options.digits, options.teh_marbuta]
    return run(values, rules.column(VALUE), ALL_DECIDED)


DIGITS = Transform(
    id="digits",
    title=Text("Digits of one script", "یکسان‌سازی رقم‌ها"),
    help=Text(
        "Writes Persian, Arabic and Latin digits in one script.",
        "رقم‌های فارسی، عربی و لاتین را به یک خط می‌نویسد.",
    ),
    options=DigitsOptions,
    function=digits,
    kernel=_digits_kernel,
    examples=(
        Example("۱۲ / ١٢ / 12", "12 / 12 / 12"),
        Example("١٢ و 34", "۱۲ و ۳۴", {"to": "persian"}),
        Example("۱۲", "١٢", {"to": "arabic"}),
    ),
)
PERSIAN_LETTERS = Transform(
    id="persian_letters",
    title=Text("Persian letters", "یکسان‌سازی حروف فارسی"),
    help=Text(
        "Arabic ي and ك become Persian, kashida goes, half-spaces are put right.",
        "ي و ك عربی را فارسی می‌کند، کشیده را برمی‌دارد و نیم‌فاصله‌ها را درست می‌کند.",
    ),
    options=PersianLettersOptions,
    function=persian_letters,
    kernel=_persian_kernel,
    examples=(
        Example("علي كريمي", "علی کریمی"),
        Example("ســلام", "سلام"),
        Example("می\u200c\u200cخواهم \u200cبروم", "می\u200cخواهم بروم"),
        Example("کار\u200cها", "کارها"),
        Example("مؤسسة", "موسسه", {"hamza": True, "teh_marbuta": True}),
        Example("مؤسسة", "مؤسسة"),
        Example("مُحَمَّد", "محمد", {"vowel_signs": True}),
        Example("سلام , خوبی?", "سلام، خوبی؟", {"punctuation": True}),
        Example("ﻋﻠﻲ", "علی"),
        Example("Kay & Yale, ok?", "Kay & Yale, ok?"),
    ),
)
ARABIC_TO_PERSIAN = Transform(
    id="arabic_to_persian",
    title=Text("Arabic to Persian code points", "تبدیل کد عربی به فارسی"),
    help=Text(
        "Exchanges only letters and digits that look the same: ي, ى, ك and digits.",
        "فقط حروف و رقم‌های هم‌شکل را عوض می‌کند: ي، ى، ك و رقم‌ها.",
    ),
    options=ArabicToPersianOptions,
    function=arabic_to_persian,
    kernel=_arabic_kernel,
    examples=(
        Example("علي ١٢", "علی ۱۲"),
        Example("علي ١٢", "علی ١٢", {"digits": False}),
        Example("فاطمة", "فاطمه", {"teh_marbuta": True}),
        Example("مؤسسه", "مؤسسه"),
    ),
)
