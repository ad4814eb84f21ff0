"""Which entities a source table feeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from migrator.advice.assigning import (
    OF_COMPANIES,
    OF_PERSONS,
    SHARED,
    assign,
    fits,
    unmet,
    with_names,
)
from migrator.advice.columns import Column
from migrator.advice.words import kind_of
from migrator.model.schema import Entity, Schema
from migrator.model.source import SourceTable, TableKind

_COLLEAGUES = 0.9  # a list of persons of which nothing else is known holds customers first
_SURE = 0.55  # from here on a column is taken for a company's or a person's name


@dataclass(frozen=True)
class Table:
    """A source table with what is known of it. `key` names the columns that identify a row."""

    source: str
    table: SourceTable
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.table.name

    @property
    def place(self) -> tuple[str, str]:
        """Where it is: source and name."""
        return self.source, self.table.name

    @property
    def kind(self) -> str:
        """The kind of record that the table's name says, or ""."""
        return kind_of(self.table.name)

    def column(self, name: str) -> Column:
        """The column called `name`; KeyError if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


# Companies in fewer than half of the rows belong to people; so do names that fewer than six in ten
# rows give anew (a list of customers with its duplicates stays well above that).
SELDOM, REPEATED = 0.5, 0.6


@dataclass(frozen=True)
class Role:
    """A table feeds an entity with these columns (besides keys and lookups). A side role is the
    lesser one of two: not every row needs to have such a record."""

    entity: Entity
    columns: tuple[Column, ...]
    kind: str
    side: bool = False


def entity_kind(entity: Entity) -> str:
    """The kind of record that an entity is."""
    return kind_of(entity.name) or kind_of(entity.label)


def key_of(table: SourceTable, columns: Sequence[Column]) -> tuple[str, ...]:
    """The primary key, a unique key, or a column that is unique, filled and called a code."""
    if table.primary_key:
        return table.primary_key
    if table.unique_keys:
        return min(table.unique_keys, key=len)
    for column in columns:
        if column.unique and column.full and column.meaning in {"id", "code", "reference"}:
            return (column.name,)
    return ()


def roles_of(table: Table, schema: Schema) -> tuple[Role, ...]:
    """The entities that the table feeds, companies before their contacts; none when unsure."""
    if table.table.kind == TableKind.VIEW or not table.columns:
        return ()
    main = _named(table, schema) or _guessed(table, schema)
    if main is None:
        return ()
    kind = entity_kind(main)
    if kind == "organisation":
        return _company_and_person(table, main, _of_kind(schema, "person"))
    if kind == "person":
        return _person_and_company(table, main, _of_kind(schema, "organisation"))
    return (Role(main, table.columns, table.kind or kind),)


def _of_kind(schema: Schema, kind: str) -> list[Entity]:
    return [e for e in schema.entities if entity_kind(e) == kind]


def _named(table: Table, schema: Schema) -> Entity | None:
    """The entity of the kind that the table's name says, the best fed one of several."""
    candidates = _of_kind(schema, table.kind) if table.kind else []
    if not candidates:
        return None
    best = max(candidates, key=lambda entity: _worth(table, entity)[0])
    return best if _worth(table, best)[0] > 0 else None


def _guessed(table: Table, schema: Schema) -> Entity | None:
    """The entity that the columns speak for, when they speak clearly."""
    if table.kind:
        return None
    best: tuple[float, Entity] | None = None
    for entity in schema.entities:
        worth, complete = _worth(table, entity)
        if entity_kind(entity) == "user":
            worth *= _COLLEAGUES
        clear = worth >= 2.0 and worth >= 0.35 * len(table.columns)
        if complete and clear and (best is None or worth > best[0]):
            best = (worth, entity)
    return best[1] if best else None


def _worth(table: Table, entity: Entity) -> tuple[float, bool]:
    """(sum of the fits, whether every required field is fed) if the table fed the entity."""
    chosen = assign(fits(table.columns, entity, table.kind or entity_kind(entity)))
    everything = with_names(chosen, entity, table.columns)
    missing = unmet(entity, {p.field.name: p for p in everything})
    return sum(p.fit.score for p in chosen), not missing


def _company_and_person(
    table: Table, company: Entity, persons: Sequence[Entity]
) -> tuple[Role, ...]:
    kind = table.kind or "organisation"
    person = next((p for p in persons if _belongs(p, company)), None)
    if person is None or not _has(table, {"person_name", "last_name"}):
        return (Role(company, table.columns, kind),)
    if _of_people(table):
        return _person_and_company(table, person, [company])
    theirs = tuple(c for c in table.columns if c.meaning in OF_PERSONS or _of_contact(c))
    rest = tuple(c for c in table.columns if c not in theirs)
    own = {c.meaning for c in theirs}
    shared = tuple(c for c in rest if c.meaning in SHARED - own)
    return (Role(company, rest, kind), Role(person, (*theirs, *shared), kind, side=True))


def _of_contact(column: Column) -> bool:
    """Whether the header says that it is about the company's contact: contact e-mail."""
    return "contact" in column.words and column.meaning in {*SHARED, "fax", "note", "text"}


def _person_and_company(
    table: Table, person: Entity, companies: Sequence[Entity]
) -> tuple[Role, ...]:
    kind = table.kind or "person"
    company = next((c for c in companies if _belongs(person, c)), None)
    if company is None or not _has(table, {"company_name"}):
        return (Role(person, table.columns, kind),)
    theirs = tuple(c for c in table.columns if c.meaning in OF_COMPANIES)
    rest = tuple(c for c in table.columns if c not in theirs)
    return (Role(company, theirs, kind, side=True), Role(person, rest, kind))


def _of_people(table: Table) -> bool:
    """Whether the rows are people though the table looks like one of companies: most name none, or
    the same company stands in many rows."""
    named = [c for c in table.columns if c.meaning == "company_name" and c.filled is not None]
    if not named:
        return False
    best = max(named, key=lambda c: c.filled or 0.0)
    return (best.filled or 0.0) < SELDOM or (best.distinct or 1.0) < REPEATED


def _belongs(person: Entity, company: Entity) -> bool:
    return any(r.parent == company.name for r in person.relationships)


def _has(table: Table, meanings: set[str]) -> bool:
    return any(c.meaning in meanings and c.sure(c.meaning) >= _SURE for c in table.columns)
