"""Numbers, shares and dates as people of a language write them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from migrator.model import days
from migrator.reports.words import WORDS

_PERSIAN = str.maketrans("0123456789,.%", "۰۱۲۳۴۵۶۷۸۹٬٫٪")


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
        return days.day(when).say(self.language)

    def moment(self, text: str) -> str:
        """An ISO 8601 time as date and time of day; other text as it is."""
        try:
            when = datetime.fromisoformat(text)
        except ValueError:
            return text
        return self.at(when)

    def at(self, when: datetime) -> str:
        """Date and time of day."""
        return days.at(when).say(self.language)
