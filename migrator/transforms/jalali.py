"""The Iranian solar (Jalali) calendar, exact for the years that customer data can hold.

A year is leap when (25 y + 11) mod 33 < 8: the 33-year cycle. From 1277 to 1500 it gives the same
days as the astronomical rule (the year begins on the day whose noon in Tehran follows the March
equinox); in six years between 1243 and 1276, before the calendar was official (1304), the two
differ by a day. Months 1 to 6 have 31 days, 7 to 11 have 30, and 12 has 29, or 30 in a leap year.
1 Farvardin 1403 is 20 March 2024.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from itertools import accumulate

FIRST_YEAR, LAST_YEAR = 1200, 1500
_YEARS = range(FIRST_YEAR, LAST_YEAR + 2)


def is_leap(year: int) -> bool:
    """Whether Esfand of this Jalali year has 30 days (1200 to 1500)."""
    return (25 * year + 11) % 33 < 8


def month_length(year: int, month: int) -> int:
    """Days of a Jalali month."""
    if month <= 6:
        return 31
    return 30 if month < 12 or is_leap(year) else 29


def _new_years() -> list[int]:
    lengths = [366 if is_leap(year) else 365 for year in _YEARS[:-1]]
    since_first = list(accumulate(lengths, initial=0))
    anchor = datetime.date(2024, 3, 20).toordinal() - since_first[1403 - FIRST_YEAR]
    return [anchor + days for days in since_first]


# Proleptic Gregorian ordinals of 1 Farvardin, from FIRST_YEAR to the year after LAST_YEAR.
_NEW_YEARS = _new_years()


def to_gregorian(year: int, month: int, day: int) -> datetime.date:
    """The Gregorian date; ValueError when there is no such day or the year is out of range."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"Jalali year {year} is outside {FIRST_YEAR} to {LAST_YEAR}")
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    if not 1 <= day <= month_length(year, month):
        raise ValueError(f"month {month} of {year} has no day {day}")
    before = 31 * (month - 1) - max(month - 7, 0)
    return datetime.date.fromordinal(_NEW_YEARS[year - FIRST_YEAR] + before + day - 1)


def from_gregorian(date: datetime.date) -> tuple[int, int, int]:
    """(year, month, day) of a Gregorian date; ValueError outside the supported years."""
    ordinal = date.toordinal()
    if not _NEW_YEARS[0] <= ordinal < _NEW_YEARS[-1]:
        raise ValueError(f"{date} is outside the Jalali years {FIRST_YEAR} to {LAST_YEAR}")
    at = bisect_right(_NEW_YEARS, ordinal) - 1
    days = ordinal - _NEW_YEARS[at]
    if days < 186:
        return FIRST_YEAR + at, 1 + days // 31, 1 + days % 31
    return FIRST_YEAR + at, 7 + (days - 186) // 30, 1 + (days - 186) % 30
