"""One column for one field: the best pairs first, nobody twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from migrator.advice.columns import Column
from migrator.advice.pairing import THRESHOLD, UNSURE, Fit, Sought, fit, said_by, sought
from migrator.model.schema import Entity, Field
from migrator.transforms.folding import compact

# What belongs to a person when a table describes a company and its contact in one row.
OF_PERSONS = frozenset(
    {
        "person_name",
        "first_name",
        "last_name",
        "job_title",
        "salutation",
        "gender",
        "birth_date",
        "national_id",
        "mobile",
    }
)
# What both records of such a table may carry: each must be reachable by itself.
SHARED = frozenset({"email", "phone"})
# What belongs to the company when a table of persons names the company they work for.
OF_COMPANIES = frozenset({"company_name", "company_id", "economic_code", "url"})


@dataclass(frozen=True)
class Pair:
    """A column for a field."""

    column: Column
    field: Field
    fit: Fit


def plain_fields(entity: Entity) -> tuple[Field, ...]:
    """The fields that take values: all but the primary key, lookups and generated ones."""
    lookups = {r.field for r in entity.relationships}
    return tuple(
        f
        for f in entity.fields
        if f.name not in lookups and f.name not in entity.primary_key and not f.generated
    )


@dataclass(frozen=True, eq=False)
class _Board:
    """The fields of one entity, ready to be compared with the columns of one kind of table."""

    fields: tuple[Sought, ...]
    kind: str


def fits(columns: Sequence[Column], entity: Entity, table_kind: str) -> list[Pair]:
    """Every pair that has anything for it, the best first; ties in the order of the tables."""
    board = _board(entity, table_kind)
    pairs = [pair for column in columns for pair in _of_column(column, board)]
    return sorted(pairs, key=lambda p: -p.fit.score)


@lru_cache(maxsize=128)
def _board(entity: Entity, table_kind: str) -> _Board:
    return _Board(tuple(sought(entity, f) for f in plain_fields(entity)), table_kind)


# A table is looked at several times on the way to a proposal: which entity, which field, what is
# left over.
@lru_cache(maxsize=4096)
def _of_column(column: Column, board: _Board) -> tuple[Pair, ...]:
    said = said_by(column, (board.kind, board.fields[0].kind)) if board.fields else None
    pairs = (Pair(column, to.field, fit(said, to)) for to in board.fields if said)
    return tuple(pair for pair in pairs if pair.fit.score > 0)


def assign(pairs: Iterable[Pair]) -> list[Pair]:
    """Pairs at or above the threshold, each column and each field at most once: the best pairs
    first, then a column makes way for another where it has a second field that fits as well. A
    pair that had a rival is not shown as sure."""
    fitting = [pair for pair in pairs if pair.fit.score >= THRESHOLD]
    chosen: dict[str, Pair] = {}
    fields: dict[str, Pair] = {}
    for pair in fitting:
        if pair.column.name not in chosen and pair.field.name not in fields:
            chosen[pair.column.name] = fields[pair.field.name] = pair
    for pair in fitting:
        if pair.column.name not in chosen:
            _make_way(pair, fitting, chosen, fields)
    return sorted(_humbled(fitting, chosen), key=lambda pair: -pair.fit.score)


def _make_way(
    wish: Pair, fitting: Sequence[Pair], chosen: dict[str, Pair], fields: dict[str, Pair]
) -> None:
    """Gives the wished field to its column, if the column that has it loses next to nothing."""
    has = fields[wish.field.name]
    for other in fitting:
        same = other.column.name == has.column.name
        if same and other.field.name not in fields and has.fit.score - other.fit.score <= _RIVAL:
            chosen[has.column.name] = fields[other.field.name] = other
            chosen[wish.column.name] = fields[wish.field.name] = wish
            return


def _humbled(fitting: Sequence[Pair], chosen: Mapping[str, Pair]) -> Iterable[Pair]:
    """The chosen pairs, those with a rival that fits as well kept below what is shown as sure."""
    by_column: dict[str, list[float]] = {}
    by_field: dict[str, list[float]] = {}
    for pair in fitting:
        by_column.setdefault(pair.column.name, []).append(pair.fit.score)
        by_field.setdefault(pair.field.name, []).append(pair.fit.score)
    for pair in chosen.values():
        own, same = pair.fit.score, compact(pair.column.name) == compact(pair.field.name)
        fields = sum(own - score <= _TWIN for score in by_column[pair.column.name])
        columns = sum(own - score <= _RIVAL for score in by_field[pair.field.name])
        if own > UNSURE and (fields > 1 or (columns > 1 and not same)):
            yield Pair(pair.column, pair.field, Fit(UNSURE, f"{pair.fit.evidence}; {_TWO}"))
        else:
            yield pair


_TWIN = 0.06  # how near another field must come, though one may be called like the column
_RIVAL = 0.03  # how near a second fit must come to be as good
_TWO = "another pair fits as well"


def with_names(chosen: list[Pair], entity: Entity, columns: Sequence[Column]) -> list[Pair]:
    """`chosen` with first and last name taken from a column of full names, where there is one and
    the names have no columns of their own."""
    half = _half_a_name(chosen)
    chosen = [p for p in chosen if p is not half]
    by_meaning = {p.field.meaning: p.column for p in chosen}
    if {"first_name", "last_name"} & set(by_meaning):
        return chosen
    sure = (c for c in columns if c.meaning == "person_name" and c.sure("person_name") >= THRESHOLD)
    source = half.column if half else by_meaning.get("person_name") or next(sure, None)
    if source is None:
        return chosen
    score = round(0.9 * max(source.sure("person_name"), THRESHOLD), 2)
    parts = [
        Pair(source, field, Fit(score, "a part of the full name"))
        for field in plain_fields(entity)
        if field.meaning in {"first_name", "last_name", "person_name"}
        and field.meaning not in by_meaning
    ]
    return chosen + parts


def _half_a_name(chosen: list[Pair]) -> Pair | None:
    """The pair in which a column of full names won only the first or only the last name: the other
    half would be lost."""
    names = [p for p in chosen if p.field.meaning in {"first_name", "last_name"}]
    if len(names) == 1 and names[0].column.meaning == "person_name":
        return names[0]
    return None


def unmet(entity: Entity, filled: Mapping[str, object]) -> tuple[str, ...]:
    """Required fields that nothing fills; the primary key is ours to make."""
    return tuple(
        f.name
        for f in entity.fields
        if f.required
        and not f.generated
        and f.name not in entity.primary_key
        and f.name not in filled
    )
