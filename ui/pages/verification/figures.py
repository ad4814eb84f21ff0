"""Exact sums as people write them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QLocale

from ui import speech

LONGEST = 18  # digits that Qt writes with separators


def same(left: str, right: str) -> bool:
    """Whether two exact sums are one number."""
    try:
        return Decimal(left) == Decimal(right)
    except InvalidOperation:
        return left == right


def told(total: str) -> str:
    """An exact sum in the figures of the language, digit for digit."""
    whole, point, part = total.partition(".")
    digits = whole.lstrip("-")
    if not digits.isdecimal() or len(digits) > LONGEST:
        return speech.ltr(speech.digits(total))
    sign = "-" if whole.startswith("-") else ""
    point = QLocale().decimalPoint() if point else ""
    return speech.ltr(f"{sign}{speech.number(int(digits))}{point}{speech.digits(part)}")
