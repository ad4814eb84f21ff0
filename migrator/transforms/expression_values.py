"""The values of expressions, their arithmetic and the functions that expressions may call.

A value is text, an exact decimal number, true/false, or None for empty. Every operation is bounded
in time and memory: numbers have at most 50 digits, texts at most MAX_TEXT characters.
"""

from __future__ import annotations

import decimal
import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from migrator.transforms.base import CannotTransform
from migrator.transforms.characters import plain
from migrator.transforms.folding import fold
from migrator.transforms.numerals import canonical_number, number_text

Result = str | Decimal | bool | None

MAX_TEXT = 100_000
_NUMBERS = decimal.Context(
    prec=50,
    Emin=-400,
    Emax=400,
    traps=[decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow],
)


def as_number(value: Result) -> Decimal | None:
    """The number that the value is or writes; None for empty. Raises CannotTransform."""
    if isinstance(value, Decimal) or value is None:
        return value
    if isinstance(value, bool):
        return Decimal(int(value))
    if not plain(value):
        return None
    return Decimal(canonical_number(value))


def as_text(value: Result) -> str:
    """The value as it is written into a field; empty text for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return number_text(value) if isinstance(value, Decimal) else value


def is_true(value: Result) -> bool:
    """False, empty and zero are not true; everything else is."""
    return bool(value)


def bounded(text: str) -> str:
    """The text, or CannotTransform(too_long)."""
    if len(text) > MAX_TEXT:
        raise CannotTransform(f"a text of more than {MAX_TEXT} characters", "too_long")
    return text


def calculate(operation: Callable[..., Decimal], *values: Result) -> Decimal | None:
    """A decimal operation; None when a value is empty. Raises CannotTransform."""
    numbers = [as_number(value) for value in values]
    if any(number is None for number in numbers):
        return None
    try:
        return _finite(operation(*numbers))
    except (decimal.DecimalException, ArithmeticError, ValueError) as error:
        reason = "division by zero" if isinstance(error, ZeroDivisionError) else "no such number"
        raise CannotTransform(reason) from error


def _finite(number: Decimal) -> Decimal:
    if not number.is_finite():
        raise ValueError("not finite")
    return number


def add(left: Result, right: Result) -> Result:
    """Two texts are written one after the other; with a number on either side they are added."""
    if isinstance(left, str) and isinstance(right, str):
        return bounded(left + right)
    if isinstance(left, str | None) and isinstance(right, str | None):
        return left or right
    return calculate(_NUMBERS.add, left, right)


def power(base: Decimal, exponent: Decimal) -> Decimal:
    """Whole exponents up to 100 only."""
    if exponent != exponent.to_integral_value() or abs(exponent) > 100:
        raise ValueError("exponent")
    return _NUMBERS.power(base, exponent)


ARITHMETIC: dict[str, Callable[[Result, Result], Result]] = {
    "Add": add,
    "Sub": lambda a, b: calculate(_NUMBERS.subtract, a, b),
    "Mult": lambda a, b: calculate(_NUMBERS.multiply, a, b),
    "Div": lambda a, b: calculate(_NUMBERS.divide, a, b),
    "FloorDiv": lambda a, b: calculate(_floor_divide, a, b),
    "Mod": lambda a, b: calculate(_modulo, a, b),
    "Pow": lambda a, b: calculate(power, a, b),
}


def _floor_divide(left: Decimal, right: Decimal) -> Decimal:
    return _NUMBERS.divide(left, right).to_integral_value(decimal.ROUND_FLOOR, _NUMBERS)


def _modulo(left: Decimal, right: Decimal) -> Decimal:
    whole = _NUMBERS.multiply(right, _floor_divide(left, right))
    return _NUMBERS.subtract(left, whole)


def negate(value: Result) -> Result:
    """Minus the number."""
    return calculate(_NUMBERS.minus, value)


def equal(left: Result, right: Result) -> bool:
    """A text equals a number when it writes that number; empty text equals None."""
    if isinstance(left, Decimal) or isinstance(right, Decimal):
        try:
            return as_number(left) == as_number(right)
        except CannotTransform:
            return False
    return (as_text(left) or None) == (as_text(right) or None)


_ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    "Lt": operator.lt,
    "LtE": operator.le,
    "Gt": operator.gt,
    "GtE": operator.ge,
}


def _ordered(name: str) -> Callable[[Result, Result], bool]:
    """Numbers as numbers when one side is one, else text by code points (so ISO dates in time);
    with an empty value, or a text that is no number against a number, false."""

    def compare(left: Result, right: Result) -> bool:
        if isinstance(left, str) and isinstance(right, str):
            return _ORDERS[name](left, right) if left and right else False
        try:
            first, second = as_number(left), as_number(right)
        except CannotTransform:
            return False
        return first is not None and second is not None and _ORDERS[name](first, second)

    return compare


COMPARISONS: dict[str, Callable[[Result, Result], bool]] = {
    "Eq": equal,
    "NotEq": lambda a, b: not equal(a, b),
    "Is": equal,
    "IsNot": lambda a, b: not equal(a, b),
    **{name: _ordered(name) for name in _ORDERS},
}


@dataclass(frozen=True)
class Function:
    """One function that expressions may call; `most` is None for any number of values."""

    least: int
    most: int | None
    call: Callable[..., Result]


def _replace(text: str, find: str, by: str) -> str:
    if not find:
        return text
    if len(text) + text.count(find) * (len(by) - len(find)) > MAX_TEXT:
        raise CannotTransform(f"a text of more than {MAX_TEXT} characters", "too_long")
    return text.replace(find, by)


def _whole(value: Result) -> int:
    number = as_number(value)
    if number is None or number != number.to_integral_value() or abs(number) > MAX_TEXT:
        raise CannotTransform("a small whole number is expected")
    return int(number)


def _left(value: Result, count: Result) -> Result:
    return as_text(value)[: max(_whole(count), 0)] or None


def _right(value: Result, count: Result) -> Result:
    text, size = as_text(value), max(_whole(count), 0)
    return text[len(text) - size :] if 0 < size < len(text) else (text if size else "") or None


def _mid(value: Result, start: Result, count: Result) -> Result:
    at = max(_whole(start) - 1, 0)
    return as_text(value)[at : at + max(_whole(count), 0)] or None


def _pad(value: Result, width: Result, fill: Result = "0") -> Result:
    size = _whole(width)
    if size > 1000 or len(as_text(fill)) != 1:
        raise CannotTransform("a length up to 1000 and one character are expected")
    return as_text(value).rjust(size, as_text(fill)) or None


def _round(value: Result, decimals: Result = None) -> Result:
    places = _whole(decimals) if decimals is not None else 0
    if abs(places) > 30:
        raise CannotTransform("between -30 and 30 decimals are expected")
    unit = Decimal(1).scaleb(-places)
    return calculate(lambda n: n.quantize(unit, decimal.ROUND_HALF_UP, _NUMBERS), value)


def _extreme(choose: Callable[..., Decimal]) -> Callable[..., Result]:
    def pick(*values: Result) -> Result:
        numbers = [n for n in map(as_number, values) if n is not None]
        return choose(numbers) if numbers else None

    return pick


def _iso_part(place: int) -> Callable[[Result], Result]:
    def part(value: Result) -> Result:
        match = re.match(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])", as_text(value))
        if match is None:
            raise CannotTransform("a date such as 2024-03-20 is expected", "bad_date")
        return Decimal(match[place])

    return part


def _skip_empty(function: Callable[[str], Result]) -> Callable[[Result], Result]:
    return lambda value: None if value is None else function(as_text(value))


def _split(value: Result, separator: Result, part: Result) -> Result:
    pieces = as_text(value).split(as_text(separator) or None)
    at = _whole(part)
    at = at - 1 if at > 0 else len(pieces) + at
    return pieces[at].strip() or None if 0 <= at < len(pieces) else None


def _title(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:].lower() for word in text.split(" "))


def _integer(value: Result) -> Result:
    return calculate(lambda n: n.to_integral_value(decimal.ROUND_DOWN, _NUMBERS), value)


def _writes_number(value: Result) -> bool:
    try:
        return as_number(value) is not None
    except CannotTransform:
        return False


FUNCTIONS: dict[str, Function] = {
    "upper": Function(1, 1, _skip_empty(lambda t: bounded(t.upper()))),
    "lower": Function(1, 1, _skip_empty(lambda t: bounded(t.lower()))),
    "title": Function(1, 1, _skip_empty(lambda t: bounded(_title(t)))),
    "trim": Function(1, 1, _skip_empty(lambda t: " ".join(t.split()) or None)),
    "fold": Function(1, 1, _skip_empty(lambda t: bounded(fold(t)) or None)),
    "digits": Function(1, 1, _skip_empty(lambda t: re.sub("[^0-9]", "", plain(t)) or None)),
    "len": Function(1, 1, lambda v: Decimal(len(as_text(v)))),
    "left": Function(2, 2, _left),
    "right": Function(2, 2, _right),
    "mid": Function(3, 3, _mid),
    "pad_left": Function(2, 3, _pad),
    "split": Function(3, 3, _split),
    "replace": Function(3, 3, lambda v, f, b: _replace(as_text(v), as_text(f), as_text(b)) or None),
    "contains": Function(2, 2, lambda v, part: as_text(part) in as_text(v)),
    "starts_with": Function(2, 2, lambda v, part: as_text(v).startswith(as_text(part))),
    "ends_with": Function(2, 2, lambda v, part: as_text(v).endswith(as_text(part))),
    "concat": Function(1, None, lambda *v: bounded("".join(map(as_text, v))) or None),
    "coalesce": Function(1, None, lambda *v: next((x for x in v if x not in (None, "")), None)),
    "is_empty": Function(1, 1, lambda v: isinstance(v, str | None) and not (v or "").strip()),
    "is_number": Function(1, 1, _writes_number),
    "number": Function(1, 1, as_number),
    "text": Function(1, 1, as_text),
    "abs": Function(1, 1, lambda v: calculate(_NUMBERS.abs, v)),
    "int": Function(1, 1, _integer),
    "round": Function(1, 2, _round),
    "min": Function(1, None, _extreme(min)),
    "max": Function(1, None, _extreme(max)),
    "year": Function(1, 1, _iso_part(1)),
    "month": Function(1, 1, _iso_part(2)),
    "day": Function(1, 1, _iso_part(3)),
}
