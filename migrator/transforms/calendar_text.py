"""Reading dates as people write them, in two calendars."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from migrator.transforms import jalali
from migrator.transforms.base import CannotTransform
from migrator.transforms.characters import LONGEST, plain, plain_expr, words
from migrator.transforms.folding import fold
from migrator.transforms.kernels import VALUE

# From this year on a year is Gregorian (Jalali 1500 begins in March 2121), below it Jalali.
FIRST_GREGORIAN = 1500
LAST_GREGORIAN = 9999


@dataclass(frozen=True)
class DateRules:
    """`calendar` is gregorian, jalali or auto (told by the year). `order` is day_first,
    month_first or year_first; it decides where the year does not show. `short_years` names the
    calendar of two-digit years ("" refuses them); those from `pivot` on are 13xx or 19xx, those
    below 14xx or 20xx."""

    calendar: str = "auto"
    order: str = "day_first"
    short_years: str = ""
    pivot: int = 30


_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?"
_ANY_TIME = re.compile(rf"[T ]+{_TIME}(?: ?[AaPp][Mm])?(?:Z| ?[+-][0-9]{{2}}:?[0-9]{{2}})?$")
_NUMBERS = re.compile(r"([0-9]{1,4}) ?[-/. ] ?([0-9]{1,2}) ?[-/. ] ?([0-9]{1,4})")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_GREGORIAN_MONTHS = (
    words("jan feb mar apr may jun jul aug sep oct nov dec"),
    words("january february march april may june july august september october november december"),
)
_JALALI_MONTHS = (
    words("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر ابان اذر دی بهمن اسفند"),
    words("farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand"),
)


def read_date(value: str, rules: DateRules) -> datetime.date:
    """The day that the text names; a time of day after it is passed over.

    Understood: year-month-day and day-month-year (or month-day-year) with - / . or a space
    between, yyyymmdd, and month names (March, فروردین). Raises CannotTransform(bad_date) for
    other texts, days that do not exist and years of the wrong calendar.
    """
    text = plain(value)
    if len(text) > LONGEST:
        raise CannotTransform("not a date", "bad_date")
    text = _ANY_TIME.sub("", text)
    try:
        year, month, day, calendar = _read(text, rules)
        if calendar == "jalali":
            return jalali.to_gregorian(year, month, day)
        return datetime.date(year, month, day)
    except ValueError as error:
        raise CannotTransform(str(error), "bad_date") from error


def _read(text: str, rules: DateRules) -> tuple[int, int, int, str]:
    numbers = _NUMBERS.fullmatch(text) or _COMPACT.fullmatch(text)
    if numbers is None:
        return _read_named(text, rules)
    first, middle, last = numbers.groups()
    if len(first) > 2 and len(last) > 2:
        raise ValueError("not a date")
    if len(first) > 2:
        year, month, day = first, middle, last
    elif len(last) > 2 or rules.order != "year_first":
        year = last
        month, day = (first, middle) if rules.order == "month_first" else (middle, first)
    else:
        year, month, day = first, middle, last
    full, calendar = _year(year, rules)
    return full, int(month), int(day), calendar


def _year(text: str, rules: DateRules) -> tuple[int, str]:
    year = int(text)
    if len(text) <= 2:
        if not rules.short_years:
            raise ValueError("a year of two digits")
        old, new = (1300, 1400) if rules.short_years == "jalali" else (1900, 2000)
        return year + (old if year >= rules.pivot else new), rules.short_years
    calendar = "jalali" if year < FIRST_GREGORIAN else "gregorian"
    if len(text) != 4 or not jalali.FIRST_YEAR <= year <= LAST_GREGORIAN:
        raise ValueError(f"year {year} is not plausible")
    if rules.calendar not in ("auto", calendar):
        raise ValueError(f"year {year} is of the other calendar")
    return year, calendar


def _read_named(text: str, rules: DateRules) -> tuple[int, int, int, str]:
    parts = fold(text).split()
    months = [_months()[word] for word in parts if word in _months()]
    numbers = [word for word in parts if word.isdecimal()]
    if len(parts) != 3 or len(months) != 1 or len(numbers) != 2:
        raise ValueError("not a date")
    calendar, month = months[0]
    year, day = sorted(numbers, key=len, reverse=True)
    if len(year) != 4 or len(day) > 2 or rules.calendar not in ("auto", calendar):
        raise ValueError("not a date of this calendar")
    if (int(year) < FIRST_GREGORIAN) != (calendar == "jalali"):
        raise ValueError("the month is of another calendar than the year")
    return int(year), month, int(day), calendar


@lru_cache(maxsize=1)
def _months() -> dict[str, tuple[str, int]]:
    """Folded month names to calendar and number."""
    found = {}
    for calendar, lists in (("gregorian", _GREGORIAN_MONTHS), ("jalali", _JALALI_MONTHS)):
        for names in lists:
            found.update({fold(name): (calendar, n) for n, name in enumerate(names, 1)})
    return found


_LUT_FIRST, _LUT_LAST = jalali.FIRST_YEAR, 2199
_SHAPE = (
    "^(?:([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})"
    "|([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}))"
    "(?:[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)?$"
)


def simple_dates(values: pl.Series, rules: DateRules) -> pl.Series:
    """`read_date` of a column as ISO text, null where the function must read the value."""
    matched = (
        values.alias("value")
        .to_frame()
        .select(plain_expr(VALUE).str.extract_groups(_SHAPE).alias("parts"))
    )
    parts = matched.unnest("parts").cast(pl.Int32)  # one pass: as an expression it runs six times
    month, day = ("4", "5") if rules.order == "month_first" else ("5", "4")
    low = FIRST_GREGORIAN if rules.calendar == "gregorian" else _LUT_FIRST
    high = FIRST_GREGORIAN - 1 if rules.calendar == "jalali" else _LUT_LAST
    year = pl.coalesce("1", "6")
    cell = _cell(year, pl.coalesce("2", month), pl.coalesce("3", day))
    cells = parts.select(pl.when(year.is_between(low, high)).then(cell).alias("cell"))
    return day_table().gather(cells["cell"])


def _cell(year: pl.Expr, month: pl.Expr, day: pl.Expr) -> pl.Expr:
    """Place of a day in the table; null when month or day is out of every month's reach."""
    inside = month.is_between(1, 12) & day.is_between(1, 31)
    return pl.when(inside).then(((year - _LUT_FIRST) * 12 + month - 1) * 31 + day - 1)


@lru_cache(maxsize=1)
def day_table() -> pl.Series:
    """ISO text of every day from 1200 on: Jalali years, then Gregorian ones; null where a month
    has no such day."""
    old = range(_LUT_FIRST, FIRST_GREGORIAN)
    table: list[datetime.date | None] = []
    for year in old:
        for month in range(1, 13):
            length = jalali.month_length(year, month)
            first = jalali.to_gregorian(year, month, 1).toordinal()
            table += [datetime.date.fromordinal(first + n) for n in range(length)]
            table += [None] * (31 - length)
    new = pl.select(
        pl.date_range(pl.date(FIRST_GREGORIAN, 1, 1), pl.date(_LUT_LAST, 12, 31)).alias("date")
    )["date"]
    frame = pl.DataFrame({"date": new})
    cells = frame.select(
        _cell(pl.col("date").dt.year(), pl.col("date").dt.month(), pl.col("date").dt.day())
    ).to_series()
    size = (_LUT_LAST - _LUT_FIRST + 1) * 12 * 31
    empty = pl.repeat(None, size - len(table), dtype=pl.Date, eager=True)
    filled = pl.Series(table, dtype=pl.Date).append(empty).scatter(cells, new)
    return filled.dt.to_string("iso")
