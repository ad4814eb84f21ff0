"""Amounts of money with their currency words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from migrator.model.text import Text
from migrator.transforms.base import CannotTransform, Example, Transform, Value
from migrator.transforms.characters import LONGEST, plain, words
from migrator.transforms.folding import fold
from migrator.transforms.kernels import VALUE, none_decided, run
from migrator.transforms.numbers import DECIMAL_CHOICES, DECIMAL_TITLE
from migrator.transforms.numerals import EXACT, canonical_number, number_text, simple_number
from migrator.transforms.options import option


@dataclass(frozen=True)
class MoneyOptions:
    """Which part of the amount is wanted, and in which unit Iranian amounts are."""

    part: str = option(
        "amount",
        Text("Part", "بخش"),
        choices=(
            ("amount", Text("amount", "مبلغ")),
            ("currency", Text("currency code", "کد ارز")),
        ),
    )
    unit: str = option(
        "as_is",
        Text("Iranian amounts", "مبلغ‌های ایرانی"),
        choices=(
            ("as_is", Text("as written", "همان که نوشته شده")),
            ("rial", Text("toman to rial (x 10)", "تومان به ریال (۱۰ برابر)")),
            ("toman", Text("rial to toman (/ 10)", "ریال به تومان (یک‌دهم)")),
        ),
        help=Text(
            "Only amounts that name toman or rial",
            "فقط مبلغ‌هایی که تومان یا ریال در آن‌ها نوشته شده",
        ),
    )
    decimal: str = option("auto", DECIMAL_TITLE, choices=DECIMAL_CHOICES)


RIAL, TOMAN = "IRR", "IRT"
_WORDS = {
    "ریال": RIAL,
    "ر": RIAL,
    "rial": RIAL,
    "rials": RIAL,
    "irr": RIAL,
    "تومان": TOMAN,
    "تومن": TOMAN,
    "ت": TOMAN,
    "toman": TOMAN,
    "tomans": TOMAN,
    "irt": TOMAN,
    "دلار": "USD",
    "dollar": "USD",
    "dollars": "USD",
    "یورو": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "پوند": "GBP",
    "درهم": "AED",
    "لیر": "TRY",
    "یوان": "CNY",
}
_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₺": "TRY", "₽": "RUB", "₹": "INR"}
# ISO 4217 codes that customer data really holds; any other word is refused, not skipped.
_CODES = frozenset(
    words(
        "USD EUR GBP JPY CHF CNY AED TRY RUB INR IQD AFN SAR QAR KWD OMR BHD CAD AUD NZD SEK NOK "
        "DKK PLN CZK HUF RON BGN KRW SGD HKD MYR THB IDR PKR AMD AZN GEL TMT KZT UZS ZAR BRL MXN "
        "EGP ILS UAH"
    )
)
_SCALES = {
    "هزار": 3,
    "میلیون": 6,
    "ملیون": 6,
    "میلیارد": 9,
    "thousand": 3,
    "million": 6,
    "billion": 9,
}
_NO_CENTS = re.compile(r"[.,][-–—]+$|/[-–=]$")
_NUMBER = re.compile(r"[0-9(+−–-](?:[0-9.,٫٬ '’_()+−–-]*[0-9)-])?")


def money(value: str, options: MoneyOptions) -> Value:
    """The amount as a canonical number, or the currency code (None when none is written).
    هزار, میلیون and میلیارد multiply. Words that are no currency are refused."""
    text = _NO_CENTS.sub("", plain(value.replace("﷼", " ریال ")))
    if not text:
        return None
    match = _NUMBER.search(text) if len(text) <= LONGEST else None
    if match is None:
        raise CannotTransform("no amount", "bad_number")
    currency, scale = _words(text[: match.start()] + " " + text[match.end() :])
    if options.part == "currency":
        return currency or None
    amount = canonical_number(match[0], options.decimal)
    factor = scale + _unit_shift(currency, options.unit)
    return number_text(Decimal(amount).scaleb(factor, EXACT)) if factor else amount


def _words(text: str) -> tuple[str, int]:
    currency, scale = "", 0
    for symbol, code in _SYMBOLS.items():
        text = text.replace(symbol, f" {code} ")
    for word in fold(text).split():
        code = _WORDS.get(word) or (word.upper() if word.upper() in _CODES else "")
        if word in _SCALES and not scale:
            scale = _SCALES[word]
        elif code and currency in ("", code):
            currency = code
        else:
            raise CannotTransform(f"{word!r} is no currency here", "bad_number")
    return currency, scale


def _unit_shift(currency: str, unit: str) -> int:
    if currency == TOMAN and unit == "rial":
        return 1
    return -1 if currency == RIAL and unit == "toman" else 0


def _money_kernel(values: pl.Series, options: MoneyOptions) -> tuple[pl.Series, pl.Series]:
    if options.part != "amount":
        return none_decided(values)
    bare = VALUE
    if options.unit != "toman":
        bare = VALUE.str.replace("[ \u00a0]*ر[یي]ال *$", "")
    result = simple_number(bare, options.decimal)
    return run(values, result, result.is_null())


MONEY = Transform(
    id="money",
    title=Text("Amount of money", "مبلغ"),
    help=Text(
        "Reads amounts such as “1,234 ریال” or “12.50 EUR”; turns toman into rial if wanted.",
        "مبلغ‌هایی مانند «۱٬۲۳۴ ریال» یا «12.50 EUR» را می‌خواند و اگر بخواهید تومان را ریال می‌کند.",
    ),
    options=MoneyOptions,
    function=money,
    kernel=_money_kernel,
    examples=(
        Example("1,234 ریال", "1234"),
        Example("۱٬۲۳۴ ريال", "1234"),
        Example("12.50 EUR", "12.50"),
        Example("EUR 1.234,50", "1234.50"),
        Example("$ 99", "USD", {"part": "currency"}),
        Example("500 تومان", "5000", {"unit": "rial"}),
        Example("5000 ریال", "5000", {"unit": "rial"}),
        Example("5005 ریال", "500.5", {"unit": "toman"}),
        Example("۲٫۵ میلیون تومان", "2500000"),
        Example("12,000/-", "12000"),
        Example("-15 €", "-15"),
        Example("توافقی", fails="bad_number"),
        Example("12 apples", fails="bad_number"),
    ),
    idempotent=False,
)
