"""From one row of numbers to the profile of a column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from migrator.advice.meaning import meaning_of
from migrator.model.profile import ColumnProfile, Oddity, ValueCount
from migrator.model.schema import FieldType
from migrator.stages import profile_sql as sql
from migrator.store.staging import Staging

# A column of more text than this (200 MB) is looked at by a share of its values.
MOST_BYTES = 200_000_000
# Types, then patterns and spellings, are counted over about this many distinct values, scaled up.
THIN = (200_000, 50_000)
# A type names the column when at least this share of its filled values reads as it.
TYPE_SHARE = 0.8


class Overview(NamedTuple):
    """What the first pass says of a column."""

    rows: int
    filled: int
    estimate: int
    shortest: int | None
    longest: int | None
    bytes: int


class _Answers:
    """Takes the columns of a result row one group at a time."""

    def __init__(self, row: Sequence[Any]) -> None:
        self._row = list(row)

    def take(self, count: int) -> list[Any]:
        taken, self._row = self._row[:count], self._row[count:]
        return taken


def read_column(
    staging: Staging, relation: str, column: tuple[str, str], seen: Overview
) -> ColumnProfile:
    """Profile one column, (sql column, name), of `relation`."""
    share = max(1, -(-seen.bytes // MOST_BYTES))
    thin = (max(1, seen.estimate // (share * THIN[0])), max(1, seen.estimate // (share * THIN[1])))
    answers = _Answers(staging.rows(sql.column(relation, column[0], share, thin))[0])
    distinct, low, high = answers.take(3)
    counts = [int(n) * share for n in answers.take(len(sql.VALUE_ODD))]
    examples = answers.take(len(sql.VALUE_ODD))
    marks = dict(zip((m for m, _, _ in sql.MARKS), answers.take(len(sql.MARKS)), strict=True))
    kinds = dict(zip((k for k, _, _ in sql.TYPES), answers.take(len(sql.TYPES)), strict=True))
    top, patterns, sample, variants, blank = answers.take(5)
    found = {kind: min(seen.filled, int(n) * share * thin[0]) for kind, n in kinds.items()}
    values = [value for value, _ in top or ()]
    type_, type_share = _type(found, seen.filled, values, distinct)
    if type_ in {FieldType.INTEGER, FieldType.DECIMAL}:
        least, greatest = staging.rows(sql.extremes(relation, column[0]))[0]
        low, high = _number(least, low), _number(greatest, high)
    exact = share == 1
    guess = meaning_of(
        column[1],
        sample or (),
        type_,
        unique=exact and seen.rows > 1 and distinct == seen.filled == seen.rows,
    )
    odd = [
        Oddity(code, rows, (example or "")[:80])
        for (code, _, _), rows, example in zip(sql.VALUE_ODD, counts, examples, strict=True)
        if rows
    ]
    odd += _column_odd(marks, variants, int(blank) * share, (share * thin[0], share * thin[1]))
    return ColumnProfile(
        name=column[1],
        rows=seen.rows,
        filled=seen.filled,
        empty=seen.rows - seen.filled,
        distinct=int(distinct) if exact else seen.estimate,
        exact=exact,
        shortest=seen.shortest,
        longest=seen.longest,
        least=_short(low),
        greatest=_short(high),
        top=_counts(top, share),
        patterns=_counts(patterns, share * thin[1]),
        type=type_,
        type_share=type_share,
        types=tuple(ValueCount(kind, n) for kind, n in found.items() if n),
        meaning=guess.meaning,
        confidence=guess.confidence,
        evidence=guess.evidence,
        odd=tuple(sorted(odd, key=lambda one: (-one.rows, one.code))),
    )


def _type(
    found: dict[str, int], filled: int, values: Sequence[str], distinct: int
) -> tuple[FieldType, float]:
    """The narrowest type that most filled values read as, and the share that does."""
    if not filled:
        return FieldType.TEXT, 0.0
    if found["integer"] and distinct == 2 and {value.strip() for value in values} == {"0", "1"}:
        return FieldType.BOOLEAN, 1.0
    ladders = (("integer",), ("integer", "decimal"), ("date",), ("date", "datetime"), ("boolean",))
    best = max(ladders, key=lambda ladder: (sum(found[k] for k in ladder), -len(ladder)))
    share = sum(found[kind] for kind in best) / filled
    if share >= TYPE_SHARE:
        return FieldType(best[-1]), round(min(share, 1.0), 4)
    return FieldType.TEXT, round(max(0.0, 1 - sum(found.values()) / filled), 4)


def _column_odd(
    marks: dict[str, int], variants: Sequence[str | None], blank: int, scale: tuple[int, int]
) -> list[Oddity]:
    typed, spelt = scale
    odd = []
    if marks["latin_digits"] and marks["other_digits"]:
        odd.append(
            Oddity("mixed_digits", min(marks["latin_digits"], marks["other_digits"]) * typed)
        )
    if marks["jalali"] and marks["western"]:
        odd.append(Oddity("mixed_calendars", min(marks["jalali"], marks["western"]) * typed))
    spelled = int(variants[0] or 0)
    if spelled:
        odd.append(Oddity("case_variants", spelled * spelt, (variants[1] or "")[:80]))
    if blank:
        odd.append(Oddity("blank", blank))
    return odd


def _counts(pairs: Sequence[Sequence[str]] | None, share: int) -> tuple[ValueCount, ...]:
    return tuple(ValueCount(value[:200], int(rows) * share) for value, rows in pairs or ())


def _number(value: float | None, text: str | None) -> str | None:
    """A number as people write it; `text` where there is none."""
    if value is None:
        return text
    return str(int(value)) if value == int(value) else repr(value)


def _short(value: str | None) -> str | None:
    return value if value is None else value[:200]
