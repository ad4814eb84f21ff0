"""Numbers, shares and dates as people of a language write them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from migrator.reports.words import WORDS

_PERSIAN = str.maketrans("0123456789,.%", "۰۱۲۳۴۵۶۷۸۹٬٫٪")
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


@dataclass(frozen=True)
class Speech:
    """How a report speaks. `language` is "fa" for Persian, anything else for English."""

    language: str

    @property
    def rtl(self) -> bool:
        """Whether pages run from right to left."""
        return self.language == "fa"

    def say(self, key: str, /, **values: object) -> str:
        """The words for `key` of WORDS; KeyError if there are none. Numbers among `values` are
        written as people write them."""
        told = {k: self.number(v) if isinstance(v, int) else v for k, v in values.items()}
        return WORDS[key].say(self.language, **told)

    def digits(self, text: str) -> str:
        """A number written in Latin digits, in the digits of the language."""
        return text.translate(_PERSIAN) if self.rtl else text

    def number(self, value: float) -> str:
        """A count or a number with thousands separators."""
        whole = isinstance(value, int) or float(value).is_integer()
        return self.digits(f"{value:,.0f}" if whole else f"{value:,.2f}")

    def percent(self, share: float) -> str:
        """A share 0..1; one decimal where whole percents would hide something. Never rounded up
        to 100 % or down to 0 %."""
        points = share * 100
        if 0 < points < 0.1:
            return self.digits("<0.1%")
        if 99.9 < points < 100:
            return self.digits(">99.9%")
        return self.digits(f"{points:.0f}%" if points == round(points) else f"{points:.1f}%")

    def day(self, when: date) -> str:
        """A date in words; in Persian of the Jalali calendar."""
        if not self.rtl:
            return f"{when.day} {_ENGLISH[when.month - 1]} {when.year}"
        year, month, day = jalali(when)
        return self.digits(f"{day} ") + _MONTHS[month - 1] + self.digits(f" {year}")

    def moment(self, text: str) -> str:
        """An ISO 8601 time as date and time of day; other text as it is."""
        try:
            when = datetime.fromisoformat(text)
        except ValueError:
            return text
        return self.at(when)

    def at(self, when: datetime) -> str:
        """Date and time of day."""
        return f"{self.day(when.date())}{'،' if self.rtl else ','} {self.digits(f'{when:%H:%M}')}"


def jalali(when: date) -> tuple[int, int, int]:
    """(year, month, day) of the Jalali calendar for a Gregorian date, by the 33-year leap rule:
    year y is leap when (8 y + 29) mod 33 < 8. Right for the years 1178 to 1633."""
    year = when.year - 621
    if when.toordinal() < _nowruz(year):
        year -= 1
    day = when.toordinal() - _nowruz(year)
    return (year, day // 31 + 1, day % 31 + 1) if day < 186 else (year, *_second_half(day - 186))


def _second_half(day: int) -> tuple[int, int]:
    return day // 30 + 7, day % 30 + 1


def _nowruz(year: int) -> int:
    leaps = (8 * (year - 1) + 29) // 33 - (8 * (_ANCHOR_YEAR - 1) + 29) // 33
    return _ANCHOR + 365 * (year - _ANCHOR_YEAR) + leaps
