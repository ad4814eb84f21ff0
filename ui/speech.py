"""How numbers, dates and foreign runs are written in the language of the window."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from PySide6.QtCore import QCalendar, QDate, QLocale

from migrator.model.text import Text, persian_digits

LANGUAGES = ("en", "fa")
_LOCALES = {"en": "en_GB", "fa": "fa_IR"}
LRI, FSI, PDI = "\u2066", "\u2068", "\u2069"
_STRONG_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def use(language: str) -> None:
    """Speak `language` from now on ("en" or "fa")."""
    QLocale.setDefault(QLocale(_LOCALES.get(language, "en_GB")))


def language() -> str:
    """The language of the window: "en" or "fa"."""
    return "fa" if QLocale().language() == QLocale.Language.Persian else "en"


def say(text: Text, **values: object) -> str:
    """The phrase in the language of the window; whole numbers are written in its digits."""
    told = {name: number(v) if isinstance(v, int) else v for name, v in values.items()}
    if language() == "fa" and text.fa != text.en:  # a name is left as it is
        text = Text(text.en, persian_digits(text.fa))
    return text.say(language(), **told)


def number(value: float, decimals: int = 0) -> str:
    """1,234 or ۱٬۲۳۴."""
    if isinstance(value, int) and not decimals:
        return QLocale().toString(value)
    return QLocale().toString(float(value), "f", decimals)


def percent(share: float, decimals: int = 0) -> str:
    """A share between 0 and 1 as 97% or ۹۷٪. What is not whole never rounds to 100%."""
    shown = share * 100
    if not decimals and 99.5 <= shown < 100:
        shown = 99.0
    sign = "٪" if language() == "fa" else "%"
    return number(shown, decimals) + sign


def digits(text: str) -> str:
    """`text` with its digits written as the language does (no grouping)."""
    return text.translate(_DIGITS) if language() == "fa" else text


def date(iso: str) -> str:
    """An ISO date or moment as a day: 22 Nov 2026, or ۱ آذر ۱۴۰۵. Moments are shown in local
    time. Text that is no date comes back as it is."""
    moment = _moment(iso)
    if moment is None:
        return iso
    day = QDate(moment.year, moment.month, moment.day)
    locale = QLocale()
    if language() == "fa":
        calendar = QCalendar(QCalendar.System.Jalali)
        parts = calendar.partsFromDate(day)
        month = calendar.monthName(locale, parts.month)
        return f"{digits(str(parts.day))} {month} {digits(str(parts.year))}"
    return locale.toString(day, "d MMM yyyy")


def moment(iso: str) -> str:
    """An ISO moment as day and time of day, local time."""
    found = _moment(iso)
    if found is None:
        return iso
    return (
        f"{date(iso)}، {digits(found.strftime('%H:%M'))}"
        if language() == "fa"
        else (f"{date(iso)}, {found.strftime('%H:%M')}")
    )


def duration(seconds: float) -> str:
    """3:05 or 1:02:07, in the language's digits."""
    whole = max(0, round(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    told = f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes}:{secs:02}"
    return digits(told)


def ltr(value: str) -> str:
    """A code, e-mail or Latin name that keeps its own direction inside Persian text. For display
    only: never store or copy it."""
    return f"{LRI}{value}{PDI}"


def isolate(value: str) -> str:
    """A value of unknown direction, kept apart from the text around it. For display only."""
    return f"{FSI}{value}{PDI}"


def is_rtl(value: str) -> bool:
    """Whether the value's own direction is right to left: its first strong letter decides."""
    for letter in value:
        if _STRONG_RTL.match(letter):
            return True
        if letter.isalpha():
            return False
    return False


def _moment(iso: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(iso)
    except ValueError:
        return None
    if len(iso) > 10:
        found = (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone()
    return found


def listed(parts: Iterable[str]) -> str:
    """Words in a row, with the comma of the language between them."""
    return ("، " if language() == "fa" else ", ").join(parts)
