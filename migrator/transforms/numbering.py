"""Numbers made for records: a row's place in its table, with a prefix and leading zeros."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from migrator.model.text import Text
from migrator.transforms.base import CannotTransform, Example, Transform, Value
from migrator.transforms.options import number_between, option


@dataclass(frozen=True)
class SequenceOptions:
    """What stands around the number, how many digits it has at least, and where it begins."""

    prefix: str = option("", Text("Before the number", "پیش از شماره"))
    digits: int = option(5, Text("Digits, at least", "دست‌کم چند رقم"))
    start: int = option(
        1,
        Text("First number", "نخستین شماره"),
        help=Text(
            "Feeds that number the same field each need a range of their own",
            "اگر چند نگاشت همین فیلد را شماره می‌زنند، هرکدام بازه‌ی خودش را می‌خواهد",
        ),
    )
    suffix: str = option("", Text("After the number", "پس از شماره"))

    def __post_init__(self) -> None:
        number_between("digits", self.digits, 1, 18)
        number_between("start", self.start, 0, 10**17)


def sequence(value: str, options: SequenceOptions) -> Value:
    """The number, counted on from the first one. The same row of the same snapshot always gets the
    same number, whatever is left out or merged."""
    digits = value.strip()
    if not (digits.isdecimal() and len(digits) <= 17):
        raise CannotTransform("not a whole number")
    number = int(digits) + options.start - 1
    if number < 0:
        raise CannotTransform("below zero")
    return f"{options.prefix}{str(number).rjust(options.digits, '0')}{options.suffix}"


def _sequence_kernel(values: pl.Series, options: SequenceOptions) -> tuple[pl.Series, pl.Series]:
    plain = values.str.contains(r"^(0|[1-9][0-9]{0,16})$").fill_null(value=True)
    number = values.set(~plain, None).cast(pl.Int64) + (options.start - 1)
    undecided = ~plain | (number < 0).fill_null(value=False)
    text = pl.DataFrame({"v": number.cast(pl.String)}).select(
        pl.concat_str(
            pl.lit(options.prefix),
            pl.col("v").str.pad_start(options.digits, "0"),
            pl.lit(options.suffix),
        ).alias("result")
    )
    return text["result"], undecided


SEQUENCE = Transform(
    id="sequence",
    title=Text("Running number", "شماره‌ی ردیف"),
    help=Text(
        "Numbers records, such as C-00001. Without a column it counts the rows of the table; with"
        " one it writes the column's number this way.",
        "رکوردها را شماره می‌زند، مانند C-00001. بی‌ستون، ردیف‌های جدول را می‌شمارد؛ با ستون، عدد همان"
        " ستون را به این شکل می‌نویسد.",
    ),
    options=SequenceOptions,
    function=sequence,
    kernel=_sequence_kernel,
    examples=(
        Example("1", "C-00001", {"prefix": "C-"}),
        Example("۱۲", "00012"),
        Example("123456", "123456"),
        Example("2", "A1001/x", {"prefix": "A", "digits": 3, "start": 1000, "suffix": "/x"}),
        Example("0", "00000"),
        Example("12a", fails="transform_failed"),
        Example("0", fails="transform_failed", options={"start": 0}),
    ),
    idempotent=False,
    numbered=True,
)
