"""Reading numbers as people write them: digits of three scripts, separators, signs."""

from __future__ import annotations

import re
from decimal import Context, Decimal

import polars as pl

from migrator.transforms.base import CannotTransform
from migrator.transforms.characters import PLAIN, plain

MAX_DIGITS = 100
# For Decimal operations that must not round.
EXACT = Context(prec=300)

# The Arabic separators say what they are; every dash that stands for minus is one.
_SIGNS = {"٬": "'", "−": "-", "–": "-", "﹣": "-", "－": "-", "＋": "+"}
_SIGN_TABLE = str.maketrans(_SIGNS)
_FORM = re.compile(r"([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,2}))?")
_GROUPS = re.compile(r"[0-9]{1,3}(?:([,. '’_])[0-9]{3})(?:\1[0-9]{3})*")
_FORMS = {"point": ".", "comma": ","}


def canonical_number(value: str, decimal: str = "auto") -> str:
    """Plain point notation (`-1234.50`) of a number written with thousands separators, Persian or
    Arabic digits, a sign in front or behind, or parentheses for minus. Digits after the point stay
    as many as they were. `decimal` is the mark before the fraction: point, comma or auto.

    With auto: of two different marks the last is the decimal one; a mark that comes more than once
    separates thousands; a single comma before exactly three digits separates thousands, otherwise
    it is decimal; a single point is decimal. Raises CannotTransform(bad_number).
    """
    text = plain(value).translate(_SIGN_TABLE)
    negative, text = _sign_off(text)
    if len(text) > 2 * MAX_DIGITS:
        raise CannotTransform(f"more than {MAX_DIGITS} digits", "bad_number")
    whole, fraction, exponent = _parts(_one_point(text, decimal))
    if exponent:
        number = Decimal(f"{whole or 0}.{fraction or 0}").scaleb(exponent, EXACT)
        whole, _, fraction = f"{number:f}".partition(".")
        fraction = fraction.rstrip("0")
    digits = (whole.lstrip("0") or "0") + (f".{fraction}" if fraction else "")
    if len(digits) > MAX_DIGITS:
        raise CannotTransform(f"more than {MAX_DIGITS} digits", "bad_number")
    return f"-{digits}" if negative and digits.strip("0.") else digits


def number_text(number: Decimal) -> str:
    """A Decimal as canonical text: no exponent, no minus before zero."""
    text = f"{number:f}"
    return text.removeprefix("-") if not number else text


def _sign_off(text: str) -> tuple[bool, str]:
    if text.startswith("(") and text.endswith(")"):
        return True, text[1:-1].strip()
    if text.endswith("-") and not text.startswith(("-", "+")):
        return True, text[:-1].strip()
    if text.startswith(("-", "+")):
        return text[0] == "-", text[1:].strip()
    return False, text


def _parts(text: str) -> tuple[str, str, int]:
    match = _FORM.fullmatch(text)
    if match is None or match[1] or not (match[2] or match[3]):
        raise CannotTransform("not a number", "bad_number")
    return match[2], match[3] or "", int(match[4] or 0)


def _one_point(text: str, decimal: str) -> str:
    """The number without thousands separators, a point before its fraction."""
    mark = "٫" if "٫" in text else _FORMS.get(decimal) or _decimal_mark(text)
    whole, found, fraction = text.rpartition(mark) if mark else ("", "", text)
    if not found:
        whole, fraction = text, ""
    body, exponent = _split_exponent(whole)
    if exponent and found:
        raise CannotTransform("not a number", "bad_number")
    return _ungrouped(body) + exponent + (f".{fraction}" if found else "")


def _split_exponent(text: str) -> tuple[str, str]:
    at = text.lower().find("e")
    return (text[:at], text[at:]) if at > 0 else (text, "")


def _ungrouped(whole: str) -> str:
    if whole.isdigit() or not whole:
        return whole
    match = _GROUPS.fullmatch(whole)
    if match is None or match[1] is None:
        raise CannotTransform("not a number", "bad_number")
    return whole.replace(match[1], "")


def _decimal_mark(text: str) -> str:
    points, commas = text.count("."), text.count(",")
    if points and commas:
        return "." if text.rfind(".") > text.rfind(",") else ","
    if points == 1:
        return "."
    if commas == 1 and not re.search(r"^[1-9][0-9]{0,2},[0-9]{3}$", text):
        return ","
    return ""


_PLAIN_NUMBER = "^(-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?)$"
_GROUPED = "^-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\\.[0-9]+)?$"
_TABLE = {**PLAIN, **_SIGNS}


def simple_number(value: pl.Expr, decimal: str) -> pl.Expr:
    """`canonical_number` of those texts of a column that are written in a settled way, null for
    the rest."""
    text = value.str.replace_many(list(_TABLE), list(_TABLE.values())).str.strip_chars(" ")
    if decimal == "comma":
        text = pl.when(text.str.contains("[.,]").not_()).then(text)
    else:
        bare = text.str.replace_all(",", "", literal=True)
        text = pl.when(text.str.contains(_GROUPED)).then(bare).otherwise(text)
    number = text.str.extract(_PLAIN_NUMBER)
    settled = (number.str.len_bytes() <= 50) & number.str.contains("^-0(?:\\.0*)?$").not_()
    return pl.when(settled).then(number)
