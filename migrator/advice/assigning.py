"""One column for one field: the best pairs first, nobody twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from migrator.advice.columns import Column
from migrator.advice.pairing import THRESHOLD, Fit, fit
from migrator.model.schema import Entity, Field

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


def fits(columns: Sequence[Column], entity: Entity, table_kind: str) -> list[Pair]:
    """Every pair that has anything for it, the best first; ties in the order of the tables."""
    pairs = [
        Pair(column, field, fit(column, field, entity, table_kind))
        for column in columns
        for field in plain_fields(entity)
    ]
    return sorted((p for p in pairs if p.fit.score > 0), key=lambda p: -p.fit.score)


def assign(pairs: Iterable[Pair]) -> list[Pair]:
    """Pairs at or above the threshold, each column and each field at most once."""
    taken_columns: set[str] = set()
    taken_fields: set[str] = set()
    chosen = []
    for pair in pairs:
        if pair.fit.score < THRESHOLD:
            break
        if pair.column.name in taken_columns or pair.field.name in taken_fields:
            continue
        taken_columns.add(pair.column.name)
        taken_fields.add(pair.field.name)
        chosen.append(pair)
    return chosen


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
