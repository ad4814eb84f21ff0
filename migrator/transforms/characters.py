"""Character tables shared by transforms, and one cleaner for codes, numbers and dates."""

from __future__ import annotations

import polars as pl

PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
LATIN_DIGITS = "0123456789"
FULLWIDTH_DIGITS = "０１２３４５６７８９"

ZWNJ = "\u200c"
# Unicode White_Space without the plain space.
ODD_SPACES = (
    "\t\n\u000b\u000c\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
SPACES = " " + ODD_SPACES
# Zero-width space, bidi marks, embeddings and isolates, word joiner, byte order mark, soft hyphen.
INVISIBLE = (
    "\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
    "\ufeff\u00ad\u180e"
)

TO_LATIN_DIGITS = {
    odd: latin
    for digits in (PERSIAN_DIGITS, ARABIC_DIGITS, FULLWIDTH_DIGITS)
    for odd, latin in zip(digits, LATIN_DIGITS, strict=True)
}
# What codes, numbers and dates are read through: Latin digits, plain spaces, nothing invisible.
PLAIN = {
    **TO_LATIN_DIGITS,
    **dict.fromkeys(ODD_SPACES, " "),
    **dict.fromkeys(INVISIBLE + ZWNJ + "\u200dـ", ""),
}
_PLAIN_TABLE = str.maketrans(PLAIN)


# No phone number, date, amount or address is longer; longer texts are refused before any pattern
# that looks back and forth sees them.
LONGEST = 500


def plain(text: str) -> str:
    """Latin digits, plain spaces, no invisible characters, no kashida, no spaces at the ends."""
    return text.translate(_PLAIN_TABLE).strip(" ")


def plain_expr(value: pl.Expr) -> pl.Expr:
    """`plain` of a column."""
    return value.str.replace_many(list(PLAIN), list(PLAIN.values())).str.strip_chars(" ")


def words(text: str) -> tuple[str, ...]:
    """The words of a table that is written as one text."""
    return tuple(text.split())
