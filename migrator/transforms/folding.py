"""The match and header key of a text: what is left when spelling habits are taken away.

`fold` and `fold_series` give the same answer; the second works on a column at once.
"""

from __future__ import annotations

import unicodedata

import polars as pl

# Letters that Persian and Arabic keyboards write differently, each to the one we compare by.
# Hamza carriers and madda (أ إ آ ؤ ئ ۀ) need no entry: they decompose into letter and mark.
_LETTERS = {
    "ي": "ی",
    "ى": "ی",
    "ې": "ی",
    "ۍ": "ی",
    "ێ": "ی",
    "ے": "ی",
    "ؽ": "ی",
    "ك": "ک",
    "ڪ": "ک",
    "ة": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ۃ": "ه",
    "ٱ": "ا",
    "ٲ": "ا",
    "ٳ": "ا",
    "ء": "",
}
# Parts of a word, not gaps in it: apostrophes, kashida, zero-width joiner, soft hyphen.
_DROPPED = "'’‘ʼʹ`´ʿʾـ\u200d\u00ad"
# Bidi controls, byte order mark, word joiner, variation selectors.
_INVISIBLE = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2060"
# Marks of alphabets in which people leave them out. Others (Indic vowel signs) are letters.
_MARKS = ((0x0300, 0x036F), (0x0483, 0x0487), (0x0591, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F))
_MORE_MARKS = ((0x0670, 0x0670), (0x06D6, 0x06ED), (0x08D3, 0x08FF), (0xFE00, 0xFE0F))


def fold(text: str) -> str:
    """The key under which two spellings of the same text are equal.

    NFKC, case folded, accents and Arabic vowel signs off; Persian and Arabic letters unified
    (ي ى/ی, ك/ک, أ إ آ/ا, ؤ/و, ئ/ی, ة ۀ/ه, ء dropped); digits Latin; kashida, apostrophes and
    invisible controls dropped; the zero-width non-joiner and every other character that is no
    letter or digit become one space between words. Idempotent. May be empty.
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", " ".join(folded.translate(_TABLE).split()))


def compact(text: str) -> str:
    """`fold` without spaces: also equal for words written together (علیرضا, علی‌رضا, علی رضا)."""
    return fold(text).replace(" ", "")


def fold_series(values: pl.Series) -> pl.Series:
    """`fold` of every text of the column; null stays null."""
    name = values.name
    plain = values.str.contains(_NOT_PLAIN).not_()
    folded = (
        values.str.to_lowercase()
        .str.replace_many(_PLAIN_FROM, _PLAIN_TO)
        .str.replace_all(" {2,}", " ")
        .str.strip_chars(" ")
    )
    if bool((plain | plain.is_null()).all()):
        return folded.alias(name)
    rare = values.filter(plain.not_()).unique()
    keys = pl.Series([fold(text) for text in rare], dtype=pl.String)
    return values.to_frame("value").select(
        pl.when(pl.lit(plain) | pl.lit(plain).is_null())
        .then(pl.lit(folded))
        .otherwise(pl.col("value").replace_strict(rare, keys, default=None))
        .alias(name)
    )[name]


def compact_series(values: pl.Series) -> pl.Series:
    """`compact` of every text of the column; null stays null."""
    return fold_series(values).str.replace_all(" ", "", literal=True)


def _fold_character(character: str) -> str:
    if character in _DROPPED or character in _INVISIBLE:
        return ""
    if character in _LETTERS:
        return _LETTERS[character]
    code = ord(character)
    if any(low <= code <= high for low, high in _MARKS + _MORE_MARKS):
        return ""
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return character if category[0] in "LNM" else " "


class _Table(dict[int, str]):
    """Code point to folded text, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold_character(chr(code))
        return self[code]


_TABLE = _Table()

# Characters that the vectorised form handles itself; a value with any other goes through `fold`.
_PLAIN = (
    [chr(code) for code in range(0x80)]
    + [chr(code) for code in range(0x0600, 0x0700)]
    + list("\u00a0\u200b\u200c\u200d\u200e\u200f\ufeff«»–—…’‘“”")
)
_NOT_PLAIN = "[^" + "".join(f"\\x{{{ord(c):X}}}" for c in _PLAIN) + "]"
_PLAIN_FROM = [c for c in _PLAIN if not c.isupper() and fold(f"a{c}b") != f"a{c}b"]
_PLAIN_TO = [fold(f"a{c}b")[1:-1] for c in _PLAIN_FROM]
