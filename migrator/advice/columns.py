"""What a suggestion needs to know about a source column."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from migrator.advice.meaning import Guess, meanings_of
from migrator.advice.meaning_values import calendar, is_number, plain
from migrator.advice.turning import telling_inside
from migrator.advice.words import canonical
from migrator.model.profile import ColumnProfile, TableProfile
from migrator.model.schema import FieldType
from migrator.model.source import SourceColumn, SourceTable

NUMBERS = frozenset({FieldType.INTEGER, FieldType.DECIMAL, FieldType.FLOAT})
DATES = frozenset({FieldType.DATE, FieldType.DATETIME})
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_SAME_TYPE = 0.95  # share of values from which on a column has their type


# Of so many filled rows on it says something that values repeat.
TELLING = 20


@dataclass(frozen=True)
class Column:
    """A source column as suggestions see it.

    `values` are frequent filled values (none without a profile); `unique` and `full` are None when
    nobody counted; `filled` is a share of the rows, `distinct` of the filled ones (None where they
    are too few to tell, or nobody counted); `longest` is in characters (0: unknown); `guesses` are
    its possible meanings, the likeliest first. `words` are canonical, `home` those of its table.
    """

    name: str
    type: FieldType
    words: frozenset[str]
    guesses: tuple[Guess, ...]
    values: tuple[str, ...] = ()
    unique: bool | None = None
    full: bool | None = None
    longest: int = 0
    filled: float | None = None
    distinct: float | None = None
    home: frozenset[str] = frozenset()

    @property
    def meaning(self) -> str:
        """The likeliest meaning."""
        return self.guesses[0].meaning

    def sure(self, meaning: str) -> float:
        """How sure we are that the column has this meaning, 0..1."""
        return next((g.confidence for g in self.guesses if g.meaning == meaning), 0.0)

    def share(self, test: Callable[[str], bool]) -> float | None:
        """Share of the known values that pass the test; None without values."""
        if not self.values:
            return None
        return sum(bool(test(plain(value))) for value in self.values) / len(self.values)

    def share_of_type(self, wanted: FieldType) -> float | None:
        """Share of the values that read as numbers or dates, whichever `wanted` is; None when
        nothing is known."""
        if self.type == wanted or {self.type, wanted} <= NUMBERS or {self.type, wanted} <= DATES:
            return 1.0
        if wanted in NUMBERS:
            return 0.0 if self.type in DATES else self.share(_numeric)
        if wanted in DATES:
            return 0.0 if self.type in NUMBERS - {FieldType.INTEGER} else self.share(_dated)
        return None


def columns_of(table: SourceTable, profile: TableProfile | None) -> tuple[Column, ...]:
    """All columns of a table, in order."""
    known = {c.name: c for c in profile.columns} if profile else {}
    return tuple(_column(table, column, known.get(column.name)) for column in table.columns)


def _column(table: SourceTable, column: SourceColumn, seen: ColumnProfile | None) -> Column:
    words = words_of_header(column.header or column.name)
    home = frozenset(canonical(table.name))
    alone = {*table.unique_keys, table.primary_key}
    unique = True if (column.name,) in alone else None
    if seen is None:
        guesses = meanings_of(column.header or column.name, (), column.type, unique=unique)
        return Column(column.name, column.type, words, tuple(guesses), unique=unique, home=home)
    values = tuple(one.value for one in seen.top)
    kind = column.type if column.chosen or column.type != FieldType.TEXT else _kind(seen)
    distinct = seen.distinct == seen.filled if seen.exact and seen.filled else None
    guesses = meanings_of(column.header or column.name, values, kind, unique=unique or distinct)
    return Column(
        column.name,
        kind,
        words,
        _with_profiled(guesses, seen),
        values=values,
        unique=unique or distinct,
        full=seen.filled == seen.rows,
        longest=seen.longest or 0,
        filled=seen.filled / seen.rows if seen.rows else None,
        distinct=seen.distinct / seen.filled if seen.exact and seen.filled >= TELLING else None,
        home=home,
    )


def words_of_header(header: str) -> frozenset[str]:
    """The canonical words of a header; of what stands in brackets only what turns its meaning."""
    outside = _BRACKETS.sub(" ", header)
    words = frozenset(canonical(outside))
    if outside == header or not words:
        return frozenset(canonical(header))
    inside = {word for part in _BRACKETS.findall(header) for word in canonical(part)}
    return words | telling_inside(inside)


def _kind(seen: ColumnProfile) -> FieldType:
    return seen.type if seen.type_share >= _SAME_TYPE else FieldType.TEXT


def _with_profiled(guesses: list[Guess], seen: ColumnProfile) -> tuple[Guess, ...]:
    """The profile saw more values than its most frequent ones: its word stands."""
    told = Guess(seen.meaning, seen.confidence, seen.evidence)
    rest = [g for g in guesses if g.meaning != told.meaning]
    return tuple(sorted((told, *rest), key=lambda g: -g.confidence))


def _numeric(text: str) -> bool:
    return is_number(text) or is_number(text.partition(" ")[0])


def _dated(text: str) -> bool:
    return bool(calendar(text))
