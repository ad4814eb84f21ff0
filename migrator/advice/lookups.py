"""Lookups: columns that point to records of another table, or to the company of the same row."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from migrator.advice.columns import Column
from migrator.advice.pairing import column_words, field_words
from migrator.advice.steps import steps_for
from migrator.advice.tables import Role, Table
from migrator.advice.thesaurus import KINDS
from migrator.advice.words import alike, canonical
from migrator.model.mapping import FieldMapping, Lookup, RowStatus, Step
from migrator.model.schema import Entity, Field, Schema
from migrator.transforms.folding import compact

_DECLARED, _IMPLIED = 0.95, 0.75  # a foreign key of the database; a column called like a key
_ALIKE = 0.3


@dataclass(frozen=True)
class Reference:
    """`column` of a table points to the key of `parent`. `declared` by the database or implied."""

    column: str
    parent: Table
    declared: bool


@dataclass(frozen=True)
class Links:
    """The target, all tables, and by (source, table, entity) the numbers of the feeds and which of
    them are side roles."""

    schema: Schema
    tables: tuple[Table, ...]
    numbers: dict[tuple[str, str, str], int]
    side: frozenset[tuple[str, str, str]]
    _seen: dict[tuple[str, str], tuple[Reference, ...]] = dataclasses.field(default_factory=dict)

    def references(self, table: Table) -> tuple[Reference, ...]:
        """Columns that point elsewhere: declared single-column foreign keys, else columns called
        like the key of another table of the same source."""
        place = (table.source, table.name)
        if place not in self._seen:
            self._seen[place] = tuple(self._references(table))
        return self._seen[place]

    def _references(self, table: Table) -> Iterator[Reference]:
        declared = set()
        for key in table.table.foreign_keys:
            parent = self._table(table.source, key.parent)
            if parent is not None and len(key.columns) == 1:
                declared.add(key.columns[0])
                yield Reference(key.columns[0], parent, declared=True)
        for column in table.columns:
            parent = None if column.name in declared else self._implied(table, column)
            if parent is not None:
                yield Reference(column.name, parent, declared=False)

    def parent_feed(self, table: Table, entity: str) -> str:
        """The feed from `table` to `entity` that references may point to: every row of the table
        has such a record. "" if there is none."""
        return (
            "" if (table.source, table.name, entity) in self.side else self.feed_id(table, entity)
        )

    def feed_id(self, table: Table, entity: str) -> str:
        """The id of the feed from `table` to `entity`, "" if there is none."""
        number = self.numbers.get((table.source, table.name, entity))
        return f"{entity}_{number}" if number else ""

    def is_reference(self, table: Table, column: Column) -> bool:
        """Whether the column points to another table; its values mean nothing by themselves."""
        return any(ref.column == column.name for ref in self.references(table))

    def reason(self, table: Table, column: Column) -> str:
        """Why a reference is left over, as a sentence; "" for other columns."""
        for ref in self.references(table):
            if ref.column == column.name:
                return f"It refers to {ref.parent.name}, and no lookup of the target fits that."
        return ""

    def _table(self, source: str, name: str) -> Table | None:
        same = (t for t in self.tables if t.source == source and t.name == name)
        return next(same, None)

    def _implied(self, table: Table, column: Column) -> Table | None:
        if column.name in table.key and len(table.key) == 1:
            return None
        if canonical(column.name) in {("code",), ("name",), ("code", "name")}:
            return None
        for other in self.tables:
            if other.place == table.place or len(other.key) != 1:
                continue
            key = other.column(other.key[0])
            named = compact(key.name) == compact(column.name) or _called_like_key(column, other)
            # What two sources call alike is the same only if values show it.
            if named and (other.source == table.source or _share_values(column, key)):
                return other
        return None


def _called_like_key(column: Column, other: Table) -> bool:
    """Whether the column says "customer code" and the other table is one of customers with a code
    as key, in whatever words; where values are known, they must look alike."""
    key = other.column(other.key[0])
    said = _with_kinds(column.words)
    wanted = _with_kinds(key.words) | ({other.kind} if other.kind else frozenset())
    if "code" not in said or len(said) < 2 or said != wanted:
        return False
    return not column.values or not key.values or bool(_shapes(column) & _shapes(key))


def _shapes(column: Column) -> set[str]:
    """How the values look. Of a long list of keys a few say no more than that."""
    return {re.sub(r"[^\W\d_]+", "A", re.sub(r"\d+", "9", value)) for value in column.values}


def _share_values(column: Column, key: Column) -> bool:
    return bool({*column.values} & {*key.values})


def _with_kinds(words: frozenset[str]) -> frozenset[str]:
    """The words, those for a kind of record as that kind."""
    return frozenset(
        next((kind for kind, names in KINDS.items() if word in names), word) for word in words
    )


def links_of(table: Table, role: Role, links: Links) -> Iterator[FieldMapping]:
    """Rows for the lookups of the entity that references of the table can fill: the best named
    pairs first, then references for which only one lookup is left."""
    names = {c.name for c in role.columns}
    found = [
        (_likeness(table, role, ref, field), ref, field, parent)
        for ref in links.references(table)
        for field, parent in ((r.field, r.parent) for r in role.entity.relationships)
        if ref.column in names and links.parent_feed(ref.parent, parent)
    ]
    done: set[str] = set()
    for likeness, ref, field, parent in sorted(found, key=lambda one: -one[0]):
        others = {f for _, r, f, _ in found if r == ref} - done
        if {ref.column, field} & done or (likeness < _ALIKE and len(others) > 1):
            continue
        done |= {ref.column, field}
        yield _link(
            ref, field, likeness, Lookup(parent, feed=links.parent_feed(ref.parent, parent))
        )


def _link(ref: Reference, field: str, likeness: float, lookup: Lookup) -> FieldMapping:
    sure = _DECLARED if ref.declared else _IMPLIED
    how = "a foreign key" if ref.declared else "called like the key"
    return FieldMapping(
        target=field,
        sources=(ref.column,),
        lookup=lookup,
        status=RowStatus.SUGGESTED,
        confidence=round(sure * (0.85 + 0.15 * likeness), 2),
        evidence=f"{how} of {ref.parent.name}, which feeds {lookup.entity}",
    )


def links_by_header(
    columns: Sequence[Column], entity: Entity, schema: Schema
) -> Iterator[FieldMapping]:
    """Rows for headers that say outright by which field the parent is found, as loaders write
    them: `Owner:User-Username`, `Parent:Account_No`, `parent.account_no`."""
    for column in columns:
        said = _BY_HEADER.fullmatch(column.name.strip())
        for relation in entity.relationships if said else ():
            name = compact(relation.field)
            known = said and compact(said[1]) in {name, name.removesuffix("id")}
            parent = next((e for e in schema.entities if e.name == relation.parent), None)
            if not said or not known or parent is None:
                continue
            key = next((f for f in parent.fields if compact(f.name) == compact(said[3])), None)
            if key is not None and compact(said[2] or parent.name) == compact(parent.name):
                yield FieldMapping(
                    target=relation.field,
                    sources=(column.name,),
                    steps=steps_for(column, key),
                    lookup=Lookup(parent.name, key.name),
                    status=RowStatus.SUGGESTED,
                    confidence=_DECLARED,
                    evidence=f"the header names the key of {parent.name}",
                )


_BY_HEADER = re.compile(r"(\w+)[:.](?:(\w+)-)?(\w+)")


def link_to_company(table: Table, role: Role, links: Links) -> Iterator[FieldMapping]:
    """The row that ties a contact to the company described in the same row of the table."""
    for relation in role.entity.relationships:
        feed = links.feed_id(table, relation.parent)
        if not feed or relation.parent == role.entity.name or not _is_person(role):
            continue
        if len(table.key) == 1 and role.side:
            yield _same_row(relation.field, table.key[0], Lookup(relation.parent, feed=feed))
            return
        # By name: a person without a company is no error, a key that finds no company would be.
        named = next((c for c in table.columns if c.meaning == "company_name"), None)
        by = _name_field(links.schema.entity(relation.parent))
        if named is not None and by is not None:
            lookup = Lookup(relation.parent, by.name, feed)
            yield _same_row(relation.field, named.name, lookup, steps_for(named, by))
        return


def _same_row(
    field: str, column: str, lookup: Lookup, steps: tuple[Step, ...] = ()
) -> FieldMapping:
    return FieldMapping(
        target=field,
        sources=(column,),
        steps=steps,
        lookup=lookup,
        status=RowStatus.SUGGESTED,
        confidence=0.9,
        evidence="company and person stand in the same row",
    )


def _likeness(table: Table, role: Role, ref: Reference, field: str) -> float:
    said = column_words(table.column(ref.column), role.kind)
    words = field_words(role.entity, role.entity.field(field))
    return max(alike(said, one) for one in words)


def _is_person(role: Role) -> bool:
    return any(f.meaning in {"last_name", "person_name"} for f in role.entity.fields)


def _name_field(company: Entity) -> Field | None:
    return next((f for f in company.fields if f.meaning == "company_name"), None)
