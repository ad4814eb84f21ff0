"""From one row of numbers to the profile of a column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from migrator.advice.meaning import meaning_of
from migrator.model.profile import ColumnProfile, Oddity, ValueCount
from migrator.model.schema import FieldType
from migrator.stages import profile_sql as sql
from migrator.store.staging import Staging

# A column of more text than this (200 MB) is looked at by a share of its values.
MOST_BYTES = 200_000_000
# Columns of less text than this (8 MB) together share a query.
BATCH_BYTES = 8_000_000
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


@dataclass(frozen=True)
class _Answers:
    """One answer of `profile_sql.column` by name; counts are of the values looked at."""

    distinct: int
    low: str | None
    high: str | None
    odd: dict[str, int]
    examples: dict[str, str | None]
    marks: dict[str, int]
    kinds: dict[str, int]
    often: list[dict[str, Any]]
    once: list[str]
    sample: list[dict[str, Any]]
    patterns: list[dict[str, Any]]
    spelled: int
    spellings: str
    blank: int

    @classmethod
    def of(cls, row: Sequence[Any]) -> _Answers:
        """Take the row apart; NULL, from a column without values, is nothing."""
        rest = list(row)

        def take(count: int) -> list[Any]:
            taken, rest[:] = rest[:count], rest[count:]
            return taken

        def counts(names: Sequence[str]) -> dict[str, int]:
            numbers = take(len(names))
            return {name: int(n or 0) for name, n in zip(names, numbers, strict=True)}

        distinct, low, high = take(3)
        codes = [code for code, _, _ in sql.VALUE_ODD]
        odd, examples = counts(codes), dict(zip(codes, take(len(codes)), strict=True))
        marks = counts([mark for mark, _, _ in sql.MARKS])
        kinds = counts([kind for kind, _, _ in sql.TYPES])
        often, once, sample, patterns = (found or [] for found in take(4))
        spelled, spellings, blank = take(3)
        return cls(
            distinct=int(distinct or 0),
            low=low,
            high=high,
            odd=odd,
            examples=examples,
            marks=marks,
            kinds=kinds,
            often=often,
            once=once,
            sample=sample,
            patterns=patterns,
            spelled=int(spelled or 0),
            spellings=spellings or "",
            blank=int(blank or 0),
        )

    @property
    def top(self) -> list[tuple[str, int]]:
        """The most frequent values and their rows."""
        found = [(one["v"], -int(one["n"])) for one in self.often]
        return (found + [(value, 1) for value in self.once])[: sql.TOP_VALUES]


@dataclass(frozen=True)
class _Scale:
    """How many values stand behind one that was looked at: for all, types, spellings."""

    all: int
    types: int
    spellings: int

    @classmethod
    def of(cls, seen: Overview) -> _Scale:
        share = max(1, -(-seen.bytes // MOST_BYTES))
        thin = [max(1, seen.estimate // (share * most)) for most in THIN]
        return cls(share, share * thin[0], share * thin[1])

    def asked(self, column: str, seen: Overview) -> sql.Asked:
        """The column, with these shares."""
        drawn = max(1, seen.estimate // (self.all * 10 * sql.SAMPLE))
        return sql.Asked(
            column, self.all, self.types // self.all, self.spellings // self.all, drawn
        )


def read_columns(
    staging: Staging,
    relation: str,
    columns: Sequence[tuple[str, str]],
    seen: Sequence[Overview],
) -> Iterator[ColumnProfile]:
    """Profile columns, pairs of (sql column, name), of `relation`, in order."""
    pairs = list(zip(columns, seen, strict=True))
    for batch in _batches(pairs):
        scales = [_Scale.of(one) for _, one in batch]
        asked = [
            scale.asked(column, one)
            for ((column, _), one), scale in zip(batch, scales, strict=True)
        ]
        rows = staging.rows(sql.columns(relation, asked))
        for (column, one), scale, row in zip(batch, scales, rows, strict=True):
            yield _profile(staging, relation, column, (one, scale, _Answers.of(row)))


_Pair = tuple[tuple[str, str], Overview]


def _batches(pairs: Sequence[_Pair]) -> Iterator[list[_Pair]]:
    """Columns that are looked at together: as many as fit the bound on text."""
    batch: list[_Pair] = []
    total = 0
    for pair in pairs:
        if batch and total + pair[1].bytes > BATCH_BYTES:
            yield batch
            batch, total = [], 0
        batch.append(pair)
        total += pair[1].bytes
    if batch:
        yield batch


def _profile(
    staging: Staging,
    relation: str,
    column: tuple[str, str],
    known: tuple[Overview, _Scale, _Answers],
) -> ColumnProfile:
    name, label = column
    seen, scale, found = known
    kinds = {kind: min(seen.filled, n * scale.types) for kind, n in found.kinds.items()}
    values = [value for value, _ in found.top]
    type_, type_share = _type(kinds, seen.filled, values, found.distinct)
    low, high = found.low, found.high
    if type_ in {FieldType.INTEGER, FieldType.DECIMAL}:
        least, greatest = staging.rows(sql.extremes(relation, name))[0]
        low, high = _number(least, low), _number(greatest, high)
    exact = scale.all == 1
    unique = exact and seen.rows > 1 and found.distinct == seen.filled == seen.rows
    guess = meaning_of(label, [one["v"] for one in found.sample], type_, unique=unique)
    return ColumnProfile(
        name=label,
        rows=seen.rows,
        filled=seen.filled,
        empty=seen.rows - seen.filled,
        distinct=found.distinct if exact else seen.estimate,
        exact=exact,
        shortest=seen.shortest,
        longest=seen.longest,
        least=_short(low),
        greatest=_short(high),
        top=_counts(found.top, scale.all),
        patterns=_counts([(p["v"], -int(p["n"])) for p in found.patterns], scale.spellings),
        type=type_,
        type_share=type_share,
        types=tuple(ValueCount(kind, n) for kind, n in kinds.items() if n),
        meaning=guess.meaning,
        confidence=guess.confidence,
        evidence=guess.evidence,
        odd=_odd(found, scale),
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


def _odd(found: _Answers, scale: _Scale) -> tuple[Oddity, ...]:
    """What is odd, the most frequent first."""
    odd = [
        Oddity(code, rows * scale.all, (found.examples[code] or "")[:80])
        for code, rows in found.odd.items()
    ]
    marks = found.marks
    digits = min(marks["latin_digits"], marks["other_digits"])
    calendars = min(marks["jalali"], marks["western"])
    odd += [
        Oddity("mixed_digits", digits * scale.types),
        Oddity("mixed_calendars", calendars * scale.types),
        Oddity("case_variants", found.spelled * scale.spellings, found.spellings[:80]),
        Oddity("blank", found.blank * scale.all),
    ]
    return tuple(sorted((o for o in odd if o.rows), key=lambda one: (-one.rows, one.code)))


def _counts(found: Sequence[tuple[str, int]], share: int) -> tuple[ValueCount, ...]:
    return tuple(ValueCount(value[:200], rows * share) for value, rows in found)


def _number(value: float | None, text: str | None) -> str | None:
    """A number as people write it; `text` where there is none."""
    if value is None:
        return text
    return str(int(value)) if value == int(value) else repr(value)


def _short(value: str | None) -> str | None:
    return value if value is None else value[:200]
