"""The readable forms of the document, part by part: HTML and Markdown say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from migrator.documents import words
from migrator.documents.lines import Document, FieldLine
from migrator.model.mapping import Feed
from migrator.model.schema import Entity

MAPPED = ("field", "definition", "sources", "steps", "lookup", "default", "collision")
MAPPED_MORE = ("status", "owner", "note", "comments", "sample")
UNMAPPED = ("field", "name", "definition")
VALUES = ("legacy", "count", "value")
COLUMNS = ("table", "column", "samples", "left_out")


@dataclass(frozen=True)
class Table:
    """A table under a heading; `level` is that of the heading."""

    title: str
    level: int
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def sections(document: Document) -> Iterator[Table]:
    """Every part in order; one without rows is only a heading."""
    for entity in document.entities():
        yield Table(document.entity_name(entity), 2)
        lines = list(document.fields(entity))
        for feed in document.plan.feeds_of(entity.name):
            yield from _of_feed(document, feed, [one for one in lines if one.feed == feed])
        yield from _values(document, entity)
    columns = [document.of_column(line) for line in document.columns()]
    if columns:
        yield _table(document, document.say(words.SECTIONS["columns"]), 2, COLUMNS, columns)
    heads = tuple(document.say(words.COLUMNS[one]) for one in ("word", "meaning"))
    meanings = tuple((document.say(w), document.say(m)) for w, m in words.GLOSSARY)
    yield Table(document.say(words.SHEETS["glossary"]), 2, heads, meanings)


def _of_feed(document: Document, feed: Feed, lines: Sequence[FieldLine]) -> Iterator[Table]:
    title = document.table_name(feed)
    told = [(line, document.of_field(line)) for line in lines]
    mapped = [_with_definition(one) for line, one in told if line.row is not None]
    yield _table(document, title, 3, (*MAPPED, *MAPPED_MORE), mapped)
    if feed.filters:
        heads = (document.say(words.COLUMNS["column"]), document.say(words.COLUMNS["left_out"]))
        rows = tuple((one.expression, one.reason) for one in feed.filters)
        yield Table(document.say(words.SECTIONS["filters"]), 4, heads, rows)
    rest = [_with_definition(one) for line, one in told if line.row is None]
    if rest:
        yield _table(document, document.say(words.SECTIONS["unmapped"]), 4, UNMAPPED, rest)


def _with_definition(told: dict[str, str]) -> dict[str, str]:
    """Type, length and what else the target says in one cell, and so the samples."""
    length = f" ({told['length']})" if told["length"] else ""
    needed = f" · {told['required']}" if told["required"] else ""
    samples = list(dict.fromkeys(told[what] for what in ("before", "after") if told.get(what)))
    return {
        **told,
        "definition": f"{told['type']}{length}{needed}",
        "sample": " → ".join(samples),
    }


def _values(document: Document, entity: Entity) -> Iterator[Table]:
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    titles: dict[tuple[str, str], str] = {}
    for line in document.values():
        if line.entity.name == entity.name:
            place = (line.feed.id, line.field.name)
            titles[place] = f"{line.feed.table}: {document.field_name(line.field)}"
            count = {"count": document.speech.number(line.rows)}
            found.setdefault(place, []).append({**document.of_value(line), **count})
    for place, rows in found.items():
        title = f"{document.say(words.COLUMNS['values'])} · {titles[place]}"
        yield _table(document, title, 4, VALUES, rows)


def _table(
    document: Document, title: str, level: int, keys: Sequence[str], rows: Sequence[dict[str, str]]
) -> Table:
    """A column that says nothing in any row is left away."""
    said = [key for key in keys if any(row.get(key) for row in rows)]
    heads = tuple(document.say(words.COLUMNS[key]) for key in said)
    return Table(title, level, heads, tuple(tuple(r.get(k, "") for k in said) for r in rows))
