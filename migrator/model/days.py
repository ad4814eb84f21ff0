"""Days and moments as people of either language write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from migrator.model.text import Text, persian_digits

_MONTHS = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)
_ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# Nowruz 1403 in the Gregorian calendar. The 33-year rule below is right for 1178 to 1633.
_ANCHOR_YEAR, _ANCHOR = 1403, date(2024, 3, 20).toordinal()


def day(when: date) -> Text:
    """A date in words; in Persian of the Jalali calendar."""
    year, month, number = jalali(when)
    return Text(
        f"{when.day} {_ENGLISH[when.month - 1]} {when.year}",
        persian_digits(f"{number} {_MONTHS[month - 1]} {year}"),
    )


def at(when: datetime) -> Text:
    """Date and time of day."""
    words, clock = day(when.date()), f"{when:%H:%M}"
    return Text(f"{words.en}, {clock}", f"{words.fa}، {persian_digits(clock)}")


def local_moment(iso: str) -> Text:
    """An ISO moment (UTC unless it says otherwise) in the time of this machine; other text as it
    is."""
    try:
        when = datetime.fromisoformat(iso)
    except ValueError:
        return Text.of(iso)
    return at((when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone())


def jalali(when: date) -> tuple[int, int, int]:
    """(year, month, day) of the Jalali calendar for a Gregorian date, by the 33-year leap rule:
    year y is leap when (8 y + 29) mod 33 < 8. Right for the years 1178 to 1633."""
    year = when.year - 621
    if when.toordinal() < _nowruz(year):
        year -= 1
    number = when.toordinal() - _nowruz(year)
    if number < 186:
        return year, number // 31 + 1, number % 31 + 1
    return year, (number - 186) // 30 + 7, (number - 186) % 30 + 1


def _nowruz(year: int) -> int:
    leaps = (8 * (year - 1) + 29) // 33 - (8 * (_ANCHOR_YEAR - 1) + 29) // 33
    return _ANCHOR + 365 * (year - _ANCHOR_YEAR) + leaps
