"""Checks of one value: its form, its range, its characters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import re2

from migrator.checks import sqltext as sql
from migrator.checks.base import Check, CheckContext
from migrator.checks.schema_checks import NoOptions
from migrator.errors import PlanError
from migrator.model.text import Text
from migrator.store.names import literal, quote
from migrator.transforms.options import option


@dataclass(frozen=True)
class RangeOptions:
    """Bounds of a number, both included; None leaves a side open. Text that is no number fails."""

    least: float | None = option(None, Text("At least", "دست‌کم"))
    most: float | None = option(None, Text("At most", "دست‌بالا"))


@dataclass(frozen=True)
class PatternOptions:
    """An RE2 expression that the whole value must fit (or must not, when `forbid`)."""

    pattern: str = option(
        ".*",
        Text("Pattern", "الگو"),
        help=Text("RE2 syntax; the whole value must fit", "به نحو RE2؛ همه‌ی مقدار باید جور باشد"),
        of="pattern",
    )
    forbid: bool = option(False, Text("It must not fit", "نباید جور باشد"))


_DAY_HELP = Text(
    "Gregorian, such as 2024-03-20; empty: no limit", "میلادی، مانند 2024-03-20؛ خالی: بی‌کران"
)


@dataclass(frozen=True)
class DateOptions:
    """First and last plausible day, canonical dates, both included; empty leaves a side open."""

    earliest: str = option(
        "1900-01-01", Text("First plausible day", "نخستین روز پذیرفتنی"), help=_DAY_HELP
    )
    latest: str = option(
        "2100-12-31", Text("Last plausible day", "واپسین روز پذیرفتنی"), help=_DAY_HELP
    )


_PLACEHOLDERS = (
    "-",
    "--",
    "---",
    ".",
    "?",
    "null",
    "(null)",
    "none",
    "nan",
    "n/a",
    "na",
    "tbd",
    "unknown",
    "0000-00-00",
    "00/00/0000",
    "نامشخص",
    "نامعلوم",
    "ندارد",
    "تست",
    "test",
)


@dataclass(frozen=True)
class PlaceholderOptions:
    """Texts that stand for "nothing", compared without case and outer spaces."""

    words: tuple[str, ...] = option(
        _PLACEHOLDERS,
        Text("Words that mean nothing", "واژه‌هایی که یعنی هیچ"),
        help=Text("Compared without case and outer spaces", "بی‌توجه به بزرگی حروف و فاصله‌ی دو سر"),
    )


# Repetitions are not counted in these expressions: a counted one over letters of all alphabets
# makes RE2 some fifty times slower. `_long_label` counts instead.
_LABEL = r"[\p{L}\p{N}]+(-+[\p{L}\p{N}]+)*"
# One @, a local part of the unquoted form of RFC 5321, a domain of at least two labels of which
# the last has no digit (RFC 1034 and 5890).
_EMAIL = (
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]+)*"
    rf"@({_LABEL}\.)+(\p{{L}}\p{{L}}+|[xX][nN]--[A-Za-z0-9\-]+)"
)
_PHONE = r"\+[1-9]\d{6,14}"  # E.164: at most 15 digits, the country code first
_URL = rf"(?i)https?://({_LABEL}\.)+(\p{{L}}\p{{L}}+|xn--[a-z0-9\-]+)(:\d+)?([/?#][^\s]*)?"
_CONTROL = r"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x{9F}]"
_INVISIBLE = (
    r"[\x{AD}\x{200B}\x{200E}\x{200F}\x{61C}\x{202A}-\x{202E}\x{2060}\x{2066}-\x{2069}"
    r"\x{FEFF}\x{FFFD}]"
)


# The library would write a line to the process's stderr for every bad pattern.
_QUIET = re2.Options()
_QUIET.log_errors = False


def _said(error: Exception) -> str:
    said = error.args[0] if error.args else ""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)


def _each(context: CheckContext, wrong: Callable[[str], str], code: str, detail: str = "''") -> str:
    """Failing rows of every field: those that hold something and for which `wrong` is true."""
    return sql.union(
        [
            sql.failing(context, name, f"{sql.filled(name)} and ({wrong(name)})", code, detail)
            for name in context.fields
        ]
    )


def _email(context: CheckContext) -> str:
    return _each(
        context,
        lambda name: (
            f"not {sql.matches(name, _EMAIL)} or length({quote(name)}) > 254"
            f" or instr({quote(name)}, '@') > 65 or {_long_label(name)}"
        ),
        "bad_email",
    )


def _phone(context: CheckContext) -> str:
    return _each(context, lambda name: f"not {sql.matches(name, _PHONE)}", "bad_phone")


def _url(context: CheckContext) -> str:
    return _each(
        context,
        lambda name: f"not {sql.matches(name, _URL)} or {_long_label(name)}",
        "bad_url",
    )


def _long_label(name: str) -> str:
    """Part of a domain with more than 63 characters."""
    host = f"regexp_extract({quote(name)}, '(@|//)([^/?#:]+)', 2)"
    longest = f"list_max(list_transform(string_split({host}, '.'), lambda part: length(part)))"
    return f"case when length({quote(name)}) > 63 then {longest} > 63 else false end"


def _pattern(context: CheckContext) -> str:
    options: PatternOptions = context.options
    try:
        re2.compile(options.pattern, _QUIET)
    except re2.error as error:
        raise PlanError(
            Text(
                f"The pattern {options.pattern!r} cannot be read: {_said(error)}.",
                f"الگوی «{options.pattern}» خوانده نمی‌شود: {_said(error)}.",
            ),
            hint=Text(
                "Write a regular expression as RE2 knows it (no look-around, no back-references).",
                "عبارت منظم را به شیوه‌ی RE2 بنویسید (بدون look-around و ارجاع به عقب).",
            ),
        ) from None
    maybe = "" if options.forbid else "not "
    return _each(
        context,
        lambda name: f"{maybe}{sql.matches(name, options.pattern)}",
        "pattern",
        literal(options.pattern),
    )


def _range(context: CheckContext) -> str:
    options: RangeOptions = context.options
    low = "" if options.least is None else f"{float(options.least)!r}::double"
    high = "" if options.most is None else f"{float(options.most)!r}::double"
    shown = f"{'' if options.least is None else options.least} to "
    shown += f"{'' if options.most is None else options.most}"

    def wrong(name: str) -> str:
        number = sql.as_number(name)
        parts = [f"{number} is null", f"isnan({number})"]
        parts += [f"{number} < {low}"] if low else []
        parts += [f"{number} > {high}"] if high else []
        return " or ".join(parts)

    return _each(context, wrong, "out_of_range", literal(shown))


def _date_plausible(context: CheckContext) -> str:
    options: DateOptions = context.options

    def wrong(name: str) -> str:
        # Canonical dates sort as text; a text that is no date at all is no plausible one either.
        day = f"left({quote(name)}, 10)"
        parts = [f"try_cast({day} as date) is null"]
        parts += [f"{day} < {literal(options.earliest)}"] if options.earliest else []
        parts += [f"{day} > {literal(options.latest)}"] if options.latest else []
        return " or ".join(parts)

    return _each(context, wrong, "bad_date", literal(f"{options.earliest} to {options.latest}"))


def _national_id(context: CheckContext) -> str:
    def wrong(name: str) -> str:
        column = quote(name)
        digit = [f"ascii(substr({column}, {at}, 1)) - 48" for at in range(1, 11)]
        total = " + ".join(f"({digit[at]}) * {10 - at}" for at in range(9))
        rest = f"(({total}) % 11)"
        check = f"case when {rest} < 2 then {rest} else 11 - {rest} end"
        same = f"{column} = repeat(left({column}, 1), 10)"
        # The check digit: weights 10 to 2 over nine digits, modulo 11; see the register's rule in
        # advice.meaning_values.iranian_national_id.
        form = sql.matches(name, "[0-9]{10}")
        return f"case when not {form} or {same} then true else {digit[9]} <> {check} end"

    return _each(context, wrong, "bad_national_id")


def _no_control_characters(context: CheckContext) -> str:
    found = f"[{_CONTROL[1:-1]}{_INVISIBLE[1:-1]}]"
    selects = []
    for name in context.fields:
        first = f"regexp_extract({quote(name)}, {literal(found)})"
        detail = f"printf('U+%04X', unicode({first}))"
        selects.append(
            sql.failing(context, name, sql.contains(name, found), "bad_characters", detail)
        )
    return sql.union(selects)


def _not_placeholder(context: CheckContext) -> str:
    options: PlaceholderOptions = context.options
    listed = ", ".join(literal(word.strip().lower()) for word in options.words)
    if not listed:
        return sql.EMPTY_SELECT
    return _each(
        context,
        lambda name: f"lower(trim({quote(name)})) in ({listed})",
        "placeholder",
    )


RANGE = Check(
    "range",
    Text("Range of a number", "بازه‌ی عدد"),
    Text("The number lies between two bounds.", "عدد میان دو کران باشد."),
    RangeOptions,
    ("out_of_range",),
    _range,
)
PATTERN = Check(
    "pattern",
    Text("Form of a text", "شکل متن"),
    Text(
        "The whole value fits a regular expression (RE2), or does not.",
        "همه‌ی مقدار با یک عبارت باقاعده (RE2) جور باشد، یا نباشد.",
    ),
    PatternOptions,
    ("pattern",),
    _pattern,
)
EMAIL = Check(
    "email",
    Text("E-mail address", "نشانی ایمیل"),
    Text("The value has the form of an e-mail address.", "مقدار شکل نشانی ایمیل دارد."),
    NoOptions,
    ("bad_email",),
    _email,
)
PHONE = Check(
    "phone",
    Text("International phone number", "شماره تلفن بین‌المللی"),
    Text(
        "The value is written as in E.164: + and up to 15 digits.",
        "مقدار به شکل E.164 نوشته شده: + و حداکثر ۱۵ رقم.",
    ),
    NoOptions,
    ("bad_phone",),
    _phone,
)
URL = Check(
    "url",
    Text("Web address", "نشانی وب"),
    Text(
        "The value is a full web address with http or https.",
        "مقدار نشانی کامل وب با http یا https است.",
    ),
    NoOptions,
    ("bad_url",),
    _url,
)
NATIONAL_ID_IRAN = Check(
    "national_id_iran",
    Text("Iranian national id", "کد ملی"),
    Text(
        "Ten digits with the right check digit.",
        "ده رقم با رقم کنترل درست.",
    ),
    NoOptions,
    ("bad_national_id",),
    _national_id,
)
DATE_PLAUSIBLE = Check(
    "date_plausible",
    Text("Plausible date", "تاریخ پذیرفتنی"),
    Text("The date exists and lies between two days.", "تاریخ وجود دارد و میان دو روز است."),
    DateOptions,
    ("bad_date",),
    _date_plausible,
)
NO_CONTROL_CHARACTERS = Check(
    "no_control_characters",
    Text("No control characters", "بدون نویسه‌ی کنترلی"),
    Text(
        "No control, direction or zero-width characters (the half-space of Persian is fine).",
        "نویسه‌ی کنترلی، جهت یا بی‌عرض ندارد (نیم‌فاصله‌ی فارسی مجاز است).",
    ),
    NoOptions,
    ("bad_characters",),
    _no_control_characters,
)
NOT_PLACEHOLDER = Check(
    "not_placeholder",
    Text("No placeholder", "بدون جای‌نگهدار"),
    Text(
        "The value is not a stand-in for nothing, such as - or N/A.",
        "مقدار جای‌نگهداری مانند - یا N/A یا نامشخص نیست.",
    ),
    PlaceholderOptions,
    ("placeholder",),
    _not_placeholder,
)
