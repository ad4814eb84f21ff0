"""A mapping document without anybody's data, and how it fits another project."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from migrator.advice.words import alike, canonical
from migrator.contract.fit import read_by
from migrator.contract.signing import settled
from migrator.model.checking import Checking
from migrator.model.codec import from_data, to_data
from migrator.model.mapping import Feed, FieldMapping, LeftOut, RowStatus
from migrator.model.matching import MatchSettings
from migrator.model.plan import Plan
from migrator.model.recipe import Recipe
from migrator.model.schema import Schema
from migrator.model.survivorship import Survivorship
from migrator.transforms.folding import compact

FORMAT, VERSION = "kooch-template", 1
NEAR = 0.75  # from this likeness on, another name may mean the same
SURE, USED = 0.95, 0.85  # confidence in what people agreed to elsewhere, and in what ran unagreed
ENOUGH = 0.5  # share of the columns that a table must have to stand for another


@dataclass(frozen=True)
class Template:
    """What one project hands to the next."""

    name: str
    feeds: tuple[Feed, ...] = ()
    recipes: tuple[Recipe, ...] = ()
    matching: tuple[MatchSettings, ...] = ()
    survivorship: tuple[Survivorship, ...] = ()
    checking: tuple[Checking, ...] = ()


def made(plan: Plan, name: str) -> Template:
    """The template of a plan: rules and value maps; nobody's name, no place, no note."""
    feeds = tuple(
        replace(
            feed, left_out=plan.left_out_of(feed), fields=tuple(_bare(row) for row in feed.fields)
        )
        for feed in plan.feeds
    )
    return Template(
        name or plan.name, feeds, plan.recipes, plan.matching, plan.survivorship, plan.checking
    )


def _bare(row: FieldMapping) -> FieldMapping:
    status = RowStatus.AGREED if settled(row) else RowStatus.DRAFT
    return FieldMapping(
        row.target, row.sources, row.steps, row.lookup, status, collision=row.collision
    )


def text_of(template: Template) -> str:
    """The template as JSON text."""
    document = {"format": FORMAT, "version": VERSION, **to_data(template)}
    return json.dumps(document, ensure_ascii=False, indent=2)


def read(text: str) -> Template:
    """The template that a text holds; ValueError says what does not fit."""
    document = json.loads(text)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ValueError("it does not say that it is one")
    if int(document.get("version", 0)) > VERSION:
        raise ValueError("it was made by a newer Kooch")
    return from_data(Template, document)


# -- names of one project found in another


@dataclass(frozen=True)
class Match:
    """What a name is called here, and how alike the two are (1: the same)."""

    name: str
    likeness: float

    @property
    def same(self) -> bool:
        """Whether nobody has to be asked."""
        return self.likeness >= 1.0


def likeness(left: str, right: str) -> float:
    """How much two names say the same, 0..1; 1 when they differ in spelling habits alone."""
    if left == right or compact(left) == compact(right):
        return 1.0
    a, b = canonical(left), canonical(right)
    if a == b:
        return 0.95
    return 0.9 * alike(frozenset(a), frozenset(b))


def matched(wanted: Sequence[str], there: Sequence[str]) -> dict[str, Match]:
    """For each wanted name its nearest one, every name once, the surest pairs first."""
    pairs = sorted(
        ((likeness(w, t), -n, w, t) for w in wanted for n, t in enumerate(there)),
        reverse=True,
    )
    found: dict[str, Match] = {}
    taken: set[str] = set()
    for score, _, name, other in pairs:
        if score >= NEAR and name not in found and other not in taken:
            found[name] = Match(other, score)
            taken.add(other)
    return found


Table = tuple[str, str]


@dataclass(frozen=True)
class Names:
    """How the template's names are called in a plan."""

    tables: dict[Table, Table]
    columns: dict[Table, dict[str, Match]]  # by the template's table
    entities: dict[str, Match]
    fields: dict[str, dict[str, Match]]  # by the template's entity


def names(template: Template, plan: Plan) -> Names:
    """Find the template's tables, columns, entities and fields in the plan. A table is known by
    its columns more than by its name."""
    wanted: dict[Table, list[str]] = {}
    for feed in template.feeds:
        listed = wanted.setdefault((feed.source, feed.table), [])
        listed += [name for name in _of_feed(feed) if name not in listed]
    there = {
        (spec.id, choice.table.name): [column.name for column in choice.table.columns]
        for spec in plan.sources
        for choice in spec.tables
        if choice.keep
    }
    found = {
        (old, new): matched(columns, there[new]) for old, columns in wanted.items() for new in there
    }
    scores = sorted(
        (
            (_score(old, new, wanted[old], columns), old, new)
            for (old, new), columns in found.items()
        ),
        reverse=True,
    )
    tables: dict[Table, Table] = {}
    for score, old, new in scores:
        if score >= ENOUGH and old not in tables and new not in tables.values():
            tables[old] = new
    columns = {old: found[old, new] for old, new in tables.items()}
    entities = matched(
        list(dict.fromkeys(_entities(template))),
        [e.name for e in plan.target.schema.entities],
    )
    fields = {old: _fields(template, plan.target.schema, old, m) for old, m in entities.items()}
    return Names(tables, columns, entities, fields)


def _entities(template: Template) -> Iterator[str]:
    for feed in template.feeds:
        yield feed.entity
        for row in feed.fields:
            yield from row.lookup.entities if row.lookup else ()


def _of_feed(feed: Feed) -> list[str]:
    return [*read_by(feed), *(gone.column for gone in feed.left_out)]


def _score(old: Table, new: Table, wanted: Sequence[str], columns: dict[str, Match]) -> float:
    share = sum(m.likeness for m in columns.values()) / len(wanted) if wanted else 0.0
    return 0.75 * share + 0.25 * likeness(old[1], new[1])


def _fields(template: Template, schema: Schema, old: str, entity: Match) -> dict[str, Match]:
    wanted = [row.target for f in template.feeds if f.entity == old for row in f.fields]
    there = [field.name for field in schema.entity(entity.name).fields]
    return matched(list(dict.fromkeys(wanted)), there)


def left_out(feed: Feed, columns: dict[str, Match]) -> tuple[LeftOut, ...]:
    """The columns that the template leaves out, where they are there without doubt."""
    return tuple(
        LeftOut(columns[gone.column].name, gone.reason)
        for gone in feed.left_out
        if gone.column in columns and columns[gone.column].same
    )
