"""Dates to ISO text, from Gregorian, Jalali and mixed columns; and their year."""

from __future__ import annotations

import re
from dataclasses import dataclass

import polars as pl

from migrator.model.text import Text
from migrator.transforms import jalali
from migrator.transforms.base import CannotTransform, Example, Transform, Value
from migrator.transforms.calendar_text import DateRules, read_date, simple_dates
from migrator.transforms.characters import plain
from migrator.transforms.options import Choices, number_between, option

ORDERS: Choices = (
    ("day_first", Text("day first: 20/03/2024", "روز در آغاز: 20/03/2024")),
    ("month_first", Text("month first: 03/20/2024", "ماه در آغاز: 03/20/2024")),
    ("year_first", Text("year first: 24/03/20", "سال در آغاز: 24/03/20")),
)
ORDER_TITLE = Text("Order where the year does not show", "ترتیب وقتی جای سال پیدا نیست")
SHORT_TITLE = Text("Accept years of two digits", "سال دورقمی پذیرفته شود")
PIVOT_TITLE = Text(
    "Two-digit years from here on are of the last century",
    "از این سال دورقمی به بعد از سده‌ی پیش است",
)


@dataclass(frozen=True)
class DateOptions:
    """Order of the parts, and two-digit years."""

    order: str = option("day_first", ORDER_TITLE, choices=ORDERS)
    short_years: bool = option(False, SHORT_TITLE)
    pivot: int = option(30, PIVOT_TITLE)

    def __post_init__(self) -> None:
        number_between("pivot", self.pivot, 0, 100)

    def rules(self) -> DateRules:
        """What the reader of dates needs."""
        short = "gregorian" if self.short_years else ""
        return DateRules("gregorian", self.order, short, self.pivot)


@dataclass(frozen=True)
class JalaliOptions:
    """Order of the parts, and two-digit years."""

    order: str = option("year_first", ORDER_TITLE, choices=ORDERS)
    short_years: bool = option(False, SHORT_TITLE)
    pivot: int = option(20, PIVOT_TITLE)

    def __post_init__(self) -> None:
        number_between("pivot", self.pivot, 0, 100)

    def rules(self) -> DateRules:
        """What the reader of dates needs."""
        return DateRules("jalali", self.order, "jalali" if self.short_years else "", self.pivot)


@dataclass(frozen=True)
class DateAutoOptions:
    """Order of the parts, and the calendar of two-digit years."""

    order: str = option("day_first", ORDER_TITLE, choices=ORDERS)
    short_years: str = option(
        "refuse",
        Text("Years of two digits", "سال‌های دورقمی"),
        choices=(
            ("refuse", Text("are reported", "گزارش شوند")),
            ("jalali", Text("are Jalali", "شمسی‌اند")),
            ("gregorian", Text("are Gregorian", "میلادی‌اند")),
        ),
    )
    pivot: int = option(30, PIVOT_TITLE)

    def __post_init__(self) -> None:
        number_between("pivot", self.pivot, 0, 100)

    def rules(self) -> DateRules:
        """What the reader of dates needs."""
        short = "" if self.short_years == "refuse" else self.short_years
        return DateRules("auto", self.order, short, self.pivot)


AnyDateOptions = DateOptions | JalaliOptions | DateAutoOptions


def date(value: str, options: AnyDateOptions) -> Value:
    """The day as ISO text (2024-03-20)."""
    return read_date(value, options.rules()).isoformat() if plain(value) else None


def _date_kernel(values: pl.Series, options: AnyDateOptions) -> tuple[pl.Series, pl.Series]:
    result = simple_dates(values, options.rules())
    return result, values.is_not_null() & result.is_null()


@dataclass(frozen=True)
class YearOptions:
    """The calendar of the year wanted."""

    to: str = option(
        "as_is",
        Text("Calendar of the year", "تقویم سال"),
        choices=(
            ("as_is", Text("as written", "همان که نوشته شده")),
            ("gregorian", Text("Gregorian", "میلادی")),
            ("jalali", Text("Jalali", "شمسی")),
        ),
    )


_FOUR = re.compile(r"(?<![0-9])(1[2-9][0-9]{2}|2[01][0-9]{2})(?![0-9])")


def year(value: str, options: YearOptions) -> Value:
    """The year of a date, or a year that stands alone. A year alone has no counterpart in the
    other calendar (it covers parts of two): refused when that is asked for."""
    text = plain(value)
    if not text:
        return None
    alone = _FOUR.fullmatch(text)
    if alone:
        calendar = "jalali" if int(text) < 1500 else "gregorian"
        if options.to in ("as_is", calendar):
            return text
        raise CannotTransform("a year alone is in two years of the other calendar", "bad_date")
    day = read_date(text, DateRules())
    if options.to == "gregorian":
        return str(day.year)
    if options.to == "jalali":
        return str(jalali.from_gregorian(day)[0])
    written = _FOUR.findall(text)
    return str(written[0]) if written else text[:4]


DATE = Transform(
    id="date",
    title=Text("Date", "تاریخ میلادی"),
    help=Text(
        "Reads Gregorian dates in many forms; a time of day is left out.",
        "تاریخ میلادی را به شکل‌های گوناگون می‌خواند؛ ساعت کنار گذاشته می‌شود.",
    ),
    options=DateOptions,
    function=date,
    kernel=_date_kernel,
    examples=(
        Example("2024-03-20", "2024-03-20"),
        Example("20/03/2024", "2024-03-20"),
        Example("03/20/2024", "2024-03-20", {"order": "month_first"}),
        Example("2024.3.5 13:45:00", "2024-03-05"),
        Example("20240320", "2024-03-20"),
        Example("20 March 2024", "2024-03-20"),
        Example("Mar 20, 2024", "2024-03-20"),
        Example("۲۰۲۴/۰۳/۲۰", "2024-03-20"),
        Example("20.3.24", "2024-03-20", {"short_years": True}),
        Example("20.3.69", "1969-03-20", {"short_years": True}),
        Example("20.3.24", fails="bad_date"),
        Example("2023-02-29", fails="bad_date"),
        Example("03/20/2024", fails="bad_date"),
        Example("1402/01/15", fails="bad_date"),
        Example("0000-00-00", fails="bad_date"),
    ),
)
JALALI_TO_GREGORIAN = Transform(
    id="jalali_to_gregorian",
    title=Text("Jalali date to Gregorian", "تاریخ شمسی به میلادی"),
    help=Text(
        "Converts Iranian dates exactly; days that do not exist are refused.",
        "تاریخ شمسی را دقیق تبدیل می‌کند و روزهای ناموجود را نمی‌پذیرد.",
    ),
    options=JalaliOptions,
    function=date,
    kernel=_date_kernel,
    examples=(
        Example("1403/01/01", "2024-03-20"),
        Example("۱۴۰۳-۱-۱", "2024-03-20"),
        Example("1399.12.30", "2021-03-20"),
        Example("15/07/1395", "2016-10-06"),
        Example("۱ فروردین ۱۴۰۳", "2024-03-20"),
        Example("75/01/02", "1996-03-21", {"short_years": True}),
        Example("02/01/15", "2023-04-04", {"short_years": True}),
        Example("75/01/02", fails="bad_date"),
        Example("1399/12/31", fails="bad_date"),
        Example("1400/12/30", fails="bad_date"),
        Example("1402/13/40", fails="bad_date"),
        Example("2024-03-20", fails="bad_date"),
    ),
    idempotent=False,
)
DATE_AUTO = Transform(
    id="date_auto",
    title=Text("Date, either calendar", "تاریخ شمسی یا میلادی"),
    help=Text(
        "Reads a column that mixes Jalali and Gregorian dates; the year tells which.",
        "ستونی را که تاریخ شمسی و میلادی دارد می‌خواند؛ سال نشان می‌دهد کدام است.",
    ),
    options=DateAutoOptions,
    function=date,
    kernel=_date_kernel,
    examples=(
        Example("1395/07/01", "2016-09-22"),
        Example("2016-09-22", "2016-09-22"),
        Example("۲۲/۰۹/۲۰۱۶", "2016-09-22"),
        Example("01/07/1395", "2016-09-22"),
        Example("2016-09-22 00:00:00", "2016-09-22"),
        Example("75/1/2", "1996-03-21", {"order": "year_first", "short_years": "jalali"}),
        Example("1402/13/40", fails="bad_date"),
        Example("1399/12/31", fails="bad_date"),
        Example("نامشخص", fails="bad_date"),
        Example("0000-00-00", fails="bad_date"),
    ),
)
YEAR = Transform(
    id="year",
    title=Text("Year", "سال"),
    help=Text("Takes the year out of a date.", "سال را از تاریخ برمی‌دارد."),
    options=YearOptions,
    function=year,
    examples=(
        Example("2024-03-20", "2024"),
        Example("1402/12/29", "1402"),
        Example("2024-03-19", "1402", {"to": "jalali"}),
        Example("1403/01/01", "2024", {"to": "gregorian"}),
        Example("۱۳۹۹", "1399"),
        Example("1399", options={"to": "gregorian"}, fails="bad_date"),
        Example("x", fails="bad_date"),
    ),
    idempotent=False,
)
