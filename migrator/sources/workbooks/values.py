"""One value at a time: Excel's numbers, dates and escapes as canonical text.

Formats and serial numbers as ECMA-376 part 1 describes them (18.8.30, 18.17.4.1, 22.9.2.19 for the
_xHHHH_ escape). Called once per distinct value of a block; the last ones are remembered.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache

_DAY = 86_400_000  # milliseconds
_LAST_SERIAL = 2_958_466  # 1 January 10000, the first day that does not exist
_LAST_SERIAL_1904 = _LAST_SERIAL - 1_462
_PLAIN = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MAX_DIGITS = 15
_BINARY_DIGITS = 17
_REMEMBERED = 1 << 16


class NumberKind(StrEnum):
    """What a number format shows: a number, a day (perhaps with a time), a time, a duration."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"


# Built-in format ids that are dates in some locale: 27-36 and 50-58 are East Asian ones.
_BUILT_IN = {
    **dict.fromkeys([14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)], NumberKind.DATE),
    **dict.fromkeys([18, 19, 20, 21, 32, 33, 34, 35, 45, 47], NumberKind.TIME),
    46: NumberKind.DURATION,
}


def built_in_format(format_id: int) -> NumberKind:
    """What a format without a code of its own shows."""
    return _BUILT_IN.get(format_id, NumberKind.NUMBER)


def format_kind(code: str) -> NumberKind:
    """What a number format code shows, from its first section; linear in its length."""
    letters, elapsed = _format_letters(code)
    if elapsed and not letters & set("yd"):
        return NumberKind.DURATION
    if letters & set("yd") or ("m" in letters and not letters & set("hs")):
        return NumberKind.DATE
    return NumberKind.TIME if letters & set("hs") else NumberKind.NUMBER


def _format_letters(code: str) -> tuple[set[str], bool]:
    """The lower-case letters that mean something, and whether there is an elapsed [h]."""
    letters: set[str] = set()
    elapsed = False
    place, end = 0, len(code)
    if "general" in code.lower():
        return letters, False
    while place < end and code[place] != ";":
        char = code[place]
        if char in "\\_*":
            place += 1
        elif char == '"':
            place = _after(code, '"', place)
        elif char == "[":
            close = _after(code, "]", place)
            inside = code[place + 1 : close].lower()
            elapsed = elapsed or bool(inside) and not inside.strip("hms")
            place = close
        elif char.isalpha():
            letters.add(char.lower())
        place += 1
    return letters, elapsed


def _after(code: str, char: str, place: int) -> int:
    found = code.find(char, place + 1)
    return len(code) if found < 0 else found


def unescape(text: str) -> str:
    """`_x000D_` and its kin as the characters they stand for (`_x005F_` is an underscore).

    Escapes of surrogates and of NUL, which no text can hold, stay as they are written.
    """
    if "_x" not in text:
        return text
    return _ESCAPE.sub(_unescape_one, text)


def _unescape_one(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if code == 0 or 0xD800 <= code <= 0xDFFF else chr(code)


@lru_cache(maxsize=_REMEMBERED)
def number_text(stored: str) -> tuple[str, bool]:
    """The shortest plain text of a stored number, and whether it has more than 15 significant
    digits, which a spreadsheet does not keep.

    A whole number of that length stays as stored: it may be an id that was typed as a number. A
    fraction of 16 or 17 digits is how Excel writes a binary number: the shortest text that gives
    the same one is taken (12345.678900000001 is 12345.6789). No exponent between 1e-7 and 1e21.
    What is not a number comes back as it is.
    """
    text = stored.strip()
    if not _NUMBER.fullmatch(text):
        return text, False
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text, False
    digits = len(_significant(value))
    if _MAX_DIGITS < digits <= _BINARY_DIGITS and value != value.to_integral_value():
        value = Decimal(repr(float(value)))
        return _positional(value), len(_significant(value)) > _MAX_DIGITS
    if digits > _MAX_DIGITS:
        return text if _PLAIN.fullmatch(text) else _positional(value), True
    return _positional(value), False


def float_text(value: float) -> tuple[str, bool]:
    """The same for a number of which only the binary form is left."""
    return number_text(repr(value))


def _significant(value: Decimal) -> str:
    return "".join(map(str, value.as_tuple().digits)).strip("0")


def _positional(value: Decimal) -> str:
    if value == 0:
        return "0"
    value = value.normalize() if len(value.as_tuple().digits) <= 28 else value
    if not -7 <= value.adjusted() < 21:
        return f"{value:e}"
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=_REMEMBERED)
def serial_text(stored: str, kind: NumberKind, epoch_1904: bool) -> str | None:
    """A date, time or duration as ISO text; None where the serial names no day that exists.

    1900 system: serial 1 is 1900-01-01, 60 the 29 February that never was, 0 no day at all. A
    part of a day alone is a time. Times are exact to the millisecond, all that Excel shows.
    """
    try:
        serial = float(stored)
    except ValueError:
        return None
    limit = _LAST_SERIAL_1904 if epoch_1904 else _LAST_SERIAL
    if not 0 <= serial < limit:  # false for NaN too
        return None
    days, rest = divmod(round(serial * _DAY), _DAY)
    if kind is NumberKind.DURATION:
        return _clock(days * 24 * 3_600_000 + rest)
    if days == 0 and (kind is NumberKind.TIME or (rest and not epoch_1904)):
        return _clock(rest)
    day = _day(days, epoch_1904)
    if day is None or days >= limit:
        return None
    return f"{day:%Y-%m-%d}" if rest == 0 else f"{day:%Y-%m-%d}T{_clock(rest)}"


def _day(days: int, epoch_1904: bool) -> datetime | None:
    if epoch_1904:
        return datetime(1904, 1, 1) + timedelta(days=days)
    if days in (0, 60):
        return None
    return datetime(1899, 12, 31 if days < 60 else 30) + timedelta(days=days)


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{text}.{rest:03}".rstrip("0") if rest else text
