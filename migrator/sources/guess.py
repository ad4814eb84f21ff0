"""What type a column of text probably has: a guess for people, from a sample, never acted upon."""

from __future__ import annotations

import re
from collections.abc import Iterable

from migrator.model.schema import FieldType

_ENOUGH = 0.95
_FEW = 20
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_BOOLEANS = frozenset({"true", "false", "yes", "no", "t", "f", "y", "n", "بله", "خیر"})
_DATE = r"(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2}))"
_TIME = r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?"
_FORMS: tuple[tuple[FieldType, re.Pattern[str]], ...] = (
    (FieldType.INTEGER, re.compile(r"-?(?:0|[1-9]\d{0,14})")),
    (
        FieldType.DECIMAL,
        re.compile(
            r"-?(?:(?:0|[1-9]\d{0,14})[.,]\d{1,12}|[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?"
            r"|[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?)"
        ),
    ),
    (FieldType.FLOAT, re.compile(r"-?\d+\.\d+[eE][+-]?\d+")),
    (FieldType.DATE, re.compile(_DATE)),
    (FieldType.TIME, re.compile(_TIME)),
    (
        FieldType.DATETIME,
        re.compile(_DATE + r"[T ]" + _TIME + r"(?: ?[AaPp][Mm])?(?:Z|[+-]\d{2}:?\d{2})?"),
    ),
    (FieldType.UUID, re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")),
)
_WIDER = {
    frozenset({FieldType.INTEGER, FieldType.DECIMAL}): FieldType.DECIMAL,
    frozenset({FieldType.INTEGER, FieldType.FLOAT}): FieldType.FLOAT,
    frozenset({FieldType.DECIMAL, FieldType.FLOAT}): FieldType.FLOAT,
    frozenset({FieldType.INTEGER, FieldType.DECIMAL, FieldType.FLOAT}): FieldType.FLOAT,
    frozenset({FieldType.DATE, FieldType.DATETIME}): FieldType.DATETIME,
}


def guess_value(value: str) -> FieldType:
    """The type one value looks like. Digits with leading zeros, with a plus sign or more than 15
    of them are names, not numbers: TEXT. Persian and Arabic digits count as digits."""
    text = value.strip().translate(_DIGITS)
    if text.lower() in _BOOLEANS:
        return FieldType.BOOLEAN
    for kind, form in _FORMS:
        if form.fullmatch(text):
            return kind
    return FieldType.TEXT


def guess_type(values: Iterable[str | None]) -> FieldType:
    """The type that all values of a sample look like (19 of 20 in samples of 20 and more).

    Empty and NULL values say nothing; a single value that is digits but no number (leading zeros,
    16 digits and more) makes the column TEXT.
    """
    counts: dict[FieldType, int] = {}
    for value in values:
        if value is None or not value.strip():
            continue
        kind = guess_value(value)
        if kind is FieldType.TEXT and value.strip().translate(_DIGITS).isdigit():
            return FieldType.TEXT
        counts[kind] = counts.get(kind, 0) + 1
    total = sum(counts.values())
    if not total:
        return FieldType.TEXT
    text = counts.pop(FieldType.TEXT, 0)
    if text and (total < _FEW or text > total * (1 - _ENOUGH)):
        return FieldType.TEXT
    found = frozenset(counts)
    if len(found) == 1:
        return next(iter(found))
    return _WIDER.get(found, FieldType.TEXT)
