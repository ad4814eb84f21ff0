"""Numbers, whole numbers, percentages and rounding."""

from __future__ import annotations

import decimal
from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from migrator.model.text import Text
from migrator.transforms.base import CannotTransform, Example, Transform, Value
from migrator.transforms.characters import plain
from migrator.transforms.kernels import VALUE, run
from migrator.transforms.numerals import EXACT, canonical_number, number_text, simple_number
from migrator.transforms.options import Choices, number_between, option

DECIMAL_CHOICES: Choices = (
    ("auto", Text("told by each number", "از خود عدد معلوم شود")),
    ("point", Text("point: 1,234.5", "نقطه: 1,234.5")),
    ("comma", Text("comma: 1.234,5", "ویرگول: 1.234,5")),
)
DECIMAL_TITLE = Text("Decimal mark", "نشانه‌ی اعشار")


@dataclass(frozen=True)
class NumberOptions:
    """Which mark stands before the fraction."""

    decimal: str = option("auto", DECIMAL_TITLE, choices=DECIMAL_CHOICES)


def number(value: str, options: NumberOptions) -> Value:
    """The canonical form of the number, see `canonical_number`."""
    return canonical_number(value, options.decimal) if plain(value) else None


def _number_kernel(values: pl.Series, options: NumberOptions) -> tuple[pl.Series, pl.Series]:
    result = simple_number(VALUE, options.decimal)
    return run(values, result, result.is_null())


@dataclass(frozen=True)
class IntegerOptions:
    """What becomes of a fraction."""

    fraction: str = option(
        "zeros",
        Text("A fraction", "بخش اعشاری"),
        choices=(
            ("zeros", Text("must be zero (5.00)", "باید صفر باشد (5.00)")),
            ("round", Text("is rounded", "گرد شود")),
            ("cut", Text("is cut off", "حذف شود")),
        ),
    )
    decimal: str = option("auto", DECIMAL_TITLE, choices=DECIMAL_CHOICES)


def integer(value: str, options: IntegerOptions) -> Value:
    """A whole number in canonical form."""
    if not plain(value):
        return None
    text = canonical_number(value, options.decimal)
    whole, _, fraction = text.partition(".")
    if not fraction.strip("0"):
        return number_text(Decimal(whole))
    if options.fraction == "zeros":
        raise CannotTransform("not a whole number", "bad_number")
    return rounded(text, 0, "half_up" if options.fraction == "round" else "cut")


def _integer_kernel(values: pl.Series, options: IntegerOptions) -> tuple[pl.Series, pl.Series]:
    result = simple_number(VALUE, options.decimal).str.extract("^(-?[0-9]+)(?:\\.0+)?$")
    settled = pl.when(result != "-0").then(result)
    return run(values, settled, settled.is_null())


@dataclass(frozen=True)
class PercentOptions:
    """How a share is written afterwards, and how a number without a sign is meant."""

    to: str = option(
        "percent",
        Text("Result", "نتیجه"),
        choices=(
            ("percent", Text("12.5 for 12.5 %", "12.5 برای ۱۲٫۵ درصد")),
            ("fraction", Text("0.125 for 12.5 %", "0.125 برای ۱۲٫۵ درصد")),
        ),
    )
    without_sign: str = option(
        "percent",
        Text("A number without %", "عدد بی نشانه‌ی درصد"),
        choices=(
            ("percent", Text("is percent", "درصد است")),
            ("fraction", Text("is a fraction of 1", "کسری از ۱ است")),
        ),
    )
    decimal: str = option("auto", DECIMAL_TITLE, choices=DECIMAL_CHOICES)


def percent(value: str, options: PercentOptions) -> Value:
    """A share as a canonical number."""
    text = plain(value)
    if not text:
        return None
    bare = text.replace("درصد", "%").strip("%٪﹪％ ")
    signed = len(bare) < len(text)
    share = Decimal(canonical_number(bare, options.decimal))
    given = "percent" if signed else options.without_sign
    if given == options.to:
        return number_text(share)
    return number_text(share.scaleb(2 if options.to == "percent" else -2, EXACT))


_MODES = {
    "half_up": decimal.ROUND_HALF_UP,
    "half_even": decimal.ROUND_HALF_EVEN,
    "up": decimal.ROUND_CEILING,
    "down": decimal.ROUND_FLOOR,
    "cut": decimal.ROUND_DOWN,
}


@dataclass(frozen=True)
class RoundOptions:
    """How many decimals, and which way."""

    decimals: int = option(
        0, Text("Decimals", "رقم اعشار"), help=Text("-3 is thousands", "۳- یعنی هزارگان")
    )
    mode: str = option(
        "half_up",
        Text("Way", "شیوه"),
        choices=(
            ("half_up", Text("half away from zero", "نیم به دور از صفر")),
            ("half_even", Text("half to even", "نیم به زوج")),
            ("up", Text("up", "به بالا")),
            ("down", Text("down", "به پایین")),
            ("cut", Text("towards zero", "به سوی صفر")),
        ),
    )

    def __post_init__(self) -> None:
        number_between("decimals", self.decimals, -30, 30)


def round_number(value: str, options: RoundOptions) -> Value:
    """The number with so many decimals."""
    if not plain(value):
        return None
    return rounded(canonical_number(value), options.decimals, options.mode)


def rounded(text: str, decimals: int, mode: str) -> str:
    """Canonical text of a canonical number, rounded."""
    unit = Decimal(1).scaleb(-decimals)
    result = Decimal(text).quantize(unit, rounding=_MODES[mode], context=EXACT)
    return number_text(result)


NUMBER = Transform(
    id="number",
    title=Text("Number", "عدد"),
    help=Text(
        "Reads numbers with separators and Persian digits: 1,234.50 becomes 1234.50.",
        "عدد را با جداکننده و رقم فارسی می‌خواند: ۱٬۲۳۴٫۵۰ می‌شود 1234.50.",
    ),
    options=NumberOptions,
    function=number,
    kernel=_number_kernel,
    examples=(
        Example("1,234.50", "1234.50"),
        Example("۱٬۲۳۴٬۵۶۷٫۸۹", "1234567.89"),
        Example("1.234,56", "1234.56"),
        Example("1,5", "1.5"),
        Example("1,500", "1500"),
        Example("1,500", "1.500", {"decimal": "comma"}),
        Example("1.500", "1500", {"decimal": "comma"}),
        Example("1 234 567", "1234567"),
        Example("(12.5)", "-12.5"),
        Example("12-", "-12"),
        Example("007", "7"),
        Example("1e5", "100000"),
        Example("2.5E-3", "0.0025"),
        Example("-0.00", "0.00"),
        Example("1,23,4", fails="bad_number"),
        Example("0,125", "0.125"),
        Example("12 شعبه", fails="bad_number"),
    ),
    idempotent=False,
)
INTEGER = Transform(
    id="integer",
    title=Text("Whole number", "عدد صحیح"),
    help=Text("Reads whole numbers.", "عدد صحیح را می‌خواند."),
    options=IntegerOptions,
    function=integer,
    kernel=_integer_kernel,
    examples=(
        Example("۱٬۲۳۴", "1234"),
        Example("5.00", "5"),
        Example("5.5", fails="bad_number"),
        Example("5.5", "6", {"fraction": "round"}),
        Example("-5.9", "-5", {"fraction": "cut"}),
        Example("-0", "0"),
        Example("five", fails="bad_number"),
    ),
)
PERCENT = Transform(
    id="percent",
    title=Text("Percentage", "درصد"),
    help=Text("Reads percentages.", "درصد را می‌خواند."),
    options=PercentOptions,
    function=percent,
    examples=(
        Example("12.5 %", "12.5"),
        Example("٪۱۲", "12"),
        Example("۹ درصد", "0.09", {"to": "fraction"}),
        Example("0.09", "9", {"without_sign": "fraction"}),
        Example("low", fails="bad_number"),
    ),
    idempotent=False,
)
ROUND = Transform(
    id="round",
    title=Text("Round", "گرد کردن"),
    help=Text("Rounds a number, exactly.", "عدد را بی‌خطا گرد می‌کند."),
    options=RoundOptions,
    function=round_number,
    examples=(
        Example("2.5", "3"),
        Example("2.5", "2", {"mode": "half_even"}),
        Example("-2.5", "-3"),
        Example("1234.567", "1234.57", {"decimals": 2}),
        Example("1234", "1000", {"decimals": -3}),
        Example("-0.4", "0"),
        Example("x", fails="bad_number"),
    ),
)
