"""How two values of a field can agree: the comparison levels of every kind of field.

Where an agreement on a rare value says more than one on a common value, exact agreement is split
into bands by how many rows hold the value (`n`): term frequency as levels. So the weight of a pair
follows from its levels and the report alone, value by value nothing else is needed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from migrator.stages.match_fields import KeyedField

BANDS = (5, 40, 320)


@dataclass(frozen=True)
class Level:
    """`sql` over columns `<key>_l` and `<key>_r`; `m` is the share of true pairs that we expect
    here before seeing data. `exact` marks bands of full agreement, with the highest row count of
    the band; `same` names the key column whose equality the level asks for, for an exact `u`.
    `least_u` bounds u from below where agreement follows from another field's agreement. `usual`
    is the chance agreement found in customer data at large: small tables take it as it is, because
    there most of the equal pairs they hold are true ones; it bounds u from above for rare values.
    """

    label: str
    sql: str
    m: float
    exact: bool = False
    band: int | None = None
    same: str = ""
    least_u: float = 0.0
    usual: float = 1.0


@dataclass(frozen=True)
class FieldModel:
    """A compared field with its levels (strongest first, "different" last) and their m and u."""

    field: KeyedField
    levels: tuple[Level, ...]
    m: tuple[float, ...]
    u: tuple[float, ...]
    learned: bool = False

    @property
    def weights(self) -> tuple[float, ...]:
        """Match weight (log2 of m over u) of every level."""
        return tuple(round(math.log2(m / u), 4) for m, u in zip(self.m, self.u, strict=True))

    def level_sql(self) -> str:
        """SQL over `_l` and `_r` columns: -1 empty, 0 different, highest = strongest level."""
        last = len(self.levels) - 1
        cases = " ".join(
            f"WHEN {level.sql} THEN {last - index}" for index, level in enumerate(self.levels[:-1])
        )
        return f"CASE WHEN {null_sql(self.field)} THEN -1 {cases} ELSE 0 END"


def null_sql(field: KeyedField) -> str:
    """When the field says nothing about a pair: one side is empty."""
    return f"k{field.no}_l IS NULL OR k{field.no}_r IS NULL"


def levels(field: KeyedField) -> tuple[Level, ...]:
    """All levels, strongest first; the last one is "different" (sql ELSE)."""
    exact, rest = _LEVELS[field.kind](field.no)
    banded = tuple(
        Level(
            f"{exact.label}, {_band_name(index)}",
            f"({exact.sql}) AND {_band_sql(field.no, bound)}",
            exact.m,
            exact=True,
            band=bound,
            same=exact.same,
            usual=exact.usual if index == 0 else 1.0,
        )
        for index, bound in enumerate((*BANDS, None))
    )
    left = 1.0 - exact.m - sum(level.m for level in rest)
    return (*banded, *rest, Level("different", "ELSE", left))


def _band_name(index: int) -> str:
    return ("rare value", "uncommon value", "common value", "very common value")[index]


def _band_sql(no: int, bound: int | None) -> str:
    return "TRUE" if bound is None else f"greatest(n{no}_l, n{no}_r) <= {bound}"


def _jaro(key: str) -> str:
    return f"jaro_winkler_similarity({key}_l, {key}_r)"


Pair = tuple[Level, tuple[Level, ...]]


def _name(no: int) -> Pair:
    best = f"greatest({_jaro(f'p{no}')}, {_jaro(f'k{no}')}, coalesce({_jaro(f's{no}')}, 0))"
    return (
        Level("same", f"k{no}_l = k{no}_r OR p{no}_l = p{no}_r", 0.60, same=f"k{no}", usual=1e-3),
        (
            Level("sounds the same", f"s{no}_l = s{no}_r", 0.14, same=f"s{no}", usual=1e-3),
            Level("nearly the same", f"{best} >= 0.93", 0.14, usual=3e-3),
            Level("similar", f"{best} >= 0.86", 0.05, usual=0.01),
        ),
    )


def _word(no: int) -> Pair:
    return (
        Level("same", f"k{no}_l = k{no}_r OR p{no}_l = p{no}_r", 0.78, same=f"k{no}", usual=0.05),
        (
            Level("sounds the same", f"s{no}_l = s{no}_r", 0.04, same=f"s{no}", usual=0.01),
            Level("nearly the same", f"{_jaro(f'p{no}')} >= 0.92", 0.04, usual=0.01),
        ),
    )


def _text(no: int) -> Pair:
    common = f"len(list_intersect(t{no}_l, t{no}_r))"
    share = f"{common} / (len(t{no}_l) + len(t{no}_r) - {common})"
    best = f"greatest({_jaro(f'p{no}')}, {_jaro(f'k{no}')})"
    return (
        Level("same", f"k{no}_l = k{no}_r OR p{no}_l = p{no}_r", 0.35, same=f"k{no}", usual=1e-3),
        (
            Level("same model number", f"c{no}_l = c{no}_r", 0.20, same=f"c{no}", usual=1e-3),
            Level(
                "like words, other model number",
                f"c{no}_l <> c{no}_r AND ({share} >= 0.3 OR {best} >= 0.96)",
                0.03,
                least_u=0.003,
                usual=0.01,
            ),
            Level("nearly the same words", f"{share} >= 0.75 OR {best} >= 0.96", 0.20, usual=1e-3),
            Level("mostly the same words", f"{share} >= 0.5", 0.10, usual=5e-3),
            Level("some of the same words", f"{share} >= 0.3", 0.07, usual=0.03),
        ),
    )


# Mailboxes without digits are mostly the person's name: two people of one name have them alike.
_NAME_LIKE_U = 0.002


def _email(no: int) -> Pair:
    near = (
        f"CASE WHEN d{no}_l = d{no}_r AND {_jaro(f'k{no}')} > 0.88"
        f" THEN damerau_levenshtein(k{no}_l, k{no}_r) <= 2 ELSE FALSE END"
    )
    numbered = f"d{no}_l <> ''"
    return (
        Level("same", f"k{no}_l = k{no}_r", 0.66, same=f"k{no}", usual=1e-4),
        (
            Level(
                "same mailbox, other domain", f"p{no}_l = p{no}_r AND {numbered}", 0.10, usual=1e-4
            ),
            Level("one or two letters differ", f"({near}) AND {numbered}", 0.08, usual=1e-4),
            Level(
                "alike, but follows from the name",
                f"p{no}_l = p{no}_r OR ({near})",
                0.06,
                least_u=_NAME_LIKE_U,
                usual=2e-3,
            ),
        ),
    )


def _digits(no: int) -> str:
    return (
        f"CASE WHEN strlen(k{no}_l) = strlen(k{no}_r) AND strlen(k{no}_l) >= 5"
        f" THEN hamming(k{no}_l, k{no}_r) = 1 ELSE FALSE END"
    )


def _phone(no: int) -> Pair:
    return (
        Level("same", f"k{no}_l = k{no}_r", 0.72, same=f"k{no}", usual=1e-4),
        (Level("one digit differs", _digits(no), 0.06, usual=1e-4),),
    )


def _code(no: int) -> Pair:
    swapped = (
        f"CASE WHEN {_jaro(f'k{no}')} > 0.9"
        f" THEN damerau_levenshtein(k{no}_l, k{no}_r) = 1 ELSE FALSE END"
    )
    return (
        Level("same", f"k{no}_l = k{no}_r", 0.88, same=f"k{no}", usual=1e-4),
        (
            Level("one character differs", _digits(no), 0.05, usual=1e-3),
            Level("one character missing or swapped", swapped, 0.02, usual=1e-3),
        ),
    )


def _postal(no: int) -> Pair:
    return (
        Level("same", f"k{no}_l = k{no}_r", 0.75, same=f"k{no}", usual=2e-3),
        (
            Level("one character differs", _digits(no), 0.05, usual=0.01),
            Level("same district", f"left(k{no}_l, 3) = left(k{no}_r, 3)", 0.08, usual=0.05),
        ),
    )


def _date(no: int) -> Pair:
    swapped = (
        f"left(k{no}_l, 4) = left(k{no}_r, 4) AND substr(k{no}_l, 5, 2) = substr(k{no}_r, 7, 2)"
        f" AND substr(k{no}_l, 7, 2) = substr(k{no}_r, 5, 2)"
    )
    # Reading dates takes longer than all the rest: only where the years are neighbours.
    years = f"abs(try_cast(left(k{no}_l, 4) as integer) - try_cast(left(k{no}_r, 4) as integer))"
    days = (
        f"CASE WHEN {years} <= 1 THEN abs(date_diff('day',"
        f" try_strptime(k{no}_l, '%Y%m%d'), try_strptime(k{no}_r, '%Y%m%d'))) END"
    )
    near = f"({_digits(no)}) OR ({swapped}) OR {days} <= 1"
    return (
        Level("same", f"k{no}_l = k{no}_r", 0.86, same=f"k{no}", usual=3e-4),
        (
            Level("one digit or day differs", near, 0.06, usual=2e-3),
            Level(
                "a month or a year apart", f"{days} IN (28, 29, 30, 31, 365, 366)", 0.02, usual=1e-3
            ),
        ),
    )


def _address(no: int) -> Pair:
    text = _jaro(f"p{no}")
    number = f"CASE WHEN d{no}_l = d{no}_r THEN {text} >= 0.80 ELSE FALSE END"
    # Cheap tests first: the rest is looked at where the numbers start alike.
    start = (
        f"CASE WHEN left(d{no}_l, 1) = left(d{no}_r, 1) AND contains(d{no}_l, '-')"
        f" THEN regexp_replace(d{no}_l, '-[^-]*$', '') = regexp_replace(d{no}_r, '-[^-]*$', '')"
        f" AND {text} >= 0.80 ELSE FALSE END"
    )
    return (
        Level("same", f"k{no}_l = k{no}_r", 0.40, same=f"k{no}", usual=2e-4),
        (
            Level("same numbers, similar street", number, 0.15, usual=2e-4),
            Level("same but for the last number", start, 0.20, usual=5e-4),
            Level("very similar text", f"{text} >= 0.93", 0.10, usual=0.03),
        ),
    )


_LEVELS = {
    "name": _name,
    "company": _name,
    "word": _word,
    "text": _text,
    "email": _email,
    "phone": _phone,
    "code": _code,
    "postal": _postal,
    "date": _date,
    "address": _address,
    "url": _code,
}
