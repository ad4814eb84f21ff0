"""How the values of a column are spread: numbers, years of dates, lengths of texts."""

from __future__ import annotations

import math

from migrator.model.profile import ColumnProfile
from migrator.model.schema import FieldType
from migrator.model.views.assess import Bin, Histogram
from migrator.stages.profile_sql import number_of
from migrator.store.names import quote
from migrator.store.staging import Staging

_BINS = 14  # at most about this many
_FEW = 10  # a text column with no more different values is told by its top values
# Years that people write; the others (0000, 9999) stand for no date.
_YEARS = range(1000, 2200)
# A Jalali year and the Gregorian one in which most of it lies.
_JALALI, _APART = range(1200, 1500), 621

# Numbers that are no names of something: how phone numbers or ids are spread tells nothing.
_AMOUNTS = frozenset({"money", "quantity", "percent", "number", "id", "text"})

_DIGITS = "translate(v, '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789')"
_YEAR = f"try_cast(nullif(regexp_extract({_DIGITS}, '(?:^|[^0-9])([0-9]{{4}})(?:[^0-9]|$)', 1), '')"
_YEAR += " as integer)"


def spread(
    staging: Staging, relation: str, column: str, profile: ColumnProfile
) -> Histogram | None:
    """The histogram that suits the column's type; None where it would tell nothing (no values, a
    yes or no, texts of one length, a handful of values)."""
    if not profile.filled:
        return None
    if profile.type in {FieldType.INTEGER, FieldType.DECIMAL} and profile.meaning in _AMOUNTS:
        over, value = "number", number_of("v")
    elif profile.type in {FieldType.DATE, FieldType.DATETIME}:
        over, value = "year", _YEAR
    elif profile.type != FieldType.BOOLEAN and profile.distinct > _FEW:
        over, value = "length", "length(v)"
    else:
        return None
    bounds = f" and x between {_YEARS.start} and {_YEARS.stop - 1}" if over == "year" else ""
    values = f"""select x from (select ({value})::double as x
        from (select {quote(column)} as v from {quote(relation)})
        where trim(coalesce(v, '')) <> '') where isfinite(x){bounds}"""
    if over == "year":
        values = _one_calendar(staging, values)
    return _histogram(staging, over, values, profile.filled)


def _one_calendar(staging: Staging, years: str) -> str:
    """The years; Jalali ones as Gregorian where both calendars occur, so that they stand together.

    Jalali year y begins in March of y + 621 (calendar reform of 1925).
    """
    inside = f"x between {_JALALI.start} and {_JALALI.stop - 1}"
    jalali, others = staging.rows(
        f"select count(*) filter ({inside}), count(*) filter (not ({inside})) from ({years})"
    )[0]
    if not jalali or not others:
        return years
    return f"select case when {inside} then x + {_APART} else x end as x from ({years})"


def _histogram(staging: Staging, over: str, values: str, filled: int) -> Histogram | None:
    count, low, high, broken = staging.rows(
        f"select count(*), min(x), max(x), count(*) filter (x <> floor(x)) from ({values})"
    )[0]
    if not count or low == high:
        return None
    step = nice_step((high - low) / _BINS, whole=not broken)
    start = math.floor(low / step) * step
    found = dict(
        staging.rows(
            f"select floor((x - {start!r}) / {step!r})::bigint, count(*) from ({values}) group by 1"
        )
    )
    bins = tuple(
        Bin(start + n * step, start + (n + 1) * step, int(found.get(n, 0)))
        for n in range(int(max(found)) + 1)
    )
    return Histogram(over, bins, not broken, max(0, filled - int(count)))


def nice_step(rough: float, *, whole: bool = False) -> float:
    """1, 2 or 5 times a power of ten: the least not below `rough`, and at least 1 if `whole`."""
    if whole and rough <= 1:
        return 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999999)
