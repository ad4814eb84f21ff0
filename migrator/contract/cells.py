"""A feed taken apart into cells: what two states of the document are compared by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from migrator.contract import words
from migrator.model.mapping import Feed, FieldMapping, Step
from migrator.model.text import Text

VALUE_MAP = "value_map"


@dataclass(frozen=True)
class Place:
    """Where a cell stands: a target field ("" for the feed itself), what it is (see
    `model.mapping_change.MappingChange.what`), and its key within that."""

    target: str
    what: str
    key: str = ""


@dataclass(frozen=True)
class Cell:
    """`data` is what is compared, `told` how people write it."""

    data: Any
    told: Text


Cells = dict[Place, Cell]


def parts(steps: Sequence[Step]) -> tuple[tuple[Step, ...], dict[str, str], str]:
    """(steps without what the other two tell, the entries of the first value map, the default)."""
    rest = list(steps)
    default = ""
    if rest and rest[-1].transform == "constant" and rest[-1].options.get("only_empty"):
        default = str(rest.pop().options.get("value", ""))
    at = next((n for n, step in enumerate(rest) if step.transform == VALUE_MAP), -1)
    if at < 0:
        return tuple(rest), {}, default
    options = dict(rest[at].options)
    entries = {str(k): str(v) for k, v in dict(options.pop("map", {})).items()}
    rest[at] = Step(VALUE_MAP, options, rest[at].on_error)
    return tuple(rest), entries, default


def of_feed(feed: Feed) -> Cells:
    """The cells of the feed itself, without its rows."""
    found: Cells = {
        Place("", "feed"): Cell(
            (feed.source, feed.table, feed.entity, feed.one_per_key), words.feed(feed)
        ),
        Place("", "record_key"): Cell(feed.key, words.listed(feed.key)),
    }
    for one in feed.filters:
        found[Place("", "filter", one.expression)] = Cell(one.reason, Text.of(one.reason))
    for gone in feed.left_out:
        found[Place("", "left_out", gone.column)] = Cell(gone.reason, Text.of(gone.reason))
    return found


def of_row(row: FieldMapping) -> Cells:
    """The cells of one row of the document."""
    return dict(_of_row(row))


def running(row: FieldMapping) -> Cells:
    """The cells of a row that decide what reaches the target."""
    return {place: cell for place, cell in _of_row(row) if place.what in RUNNING}


RUNNING = frozenset({"sources", "steps", "default", "value", "lookup", "collision"})


def _of_row(row: FieldMapping) -> Iterator[tuple[Place, Cell]]:
    steps, entries, default = parts(row.steps)
    target = row.target
    yield Place(target, "sources"), Cell(row.sources, words.listed(row.sources))
    yield Place(target, "steps"), Cell(steps, words.steps(steps))
    yield Place(target, "default"), Cell(default, Text.of(default))
    for legacy, value in entries.items():
        yield Place(target, "value", legacy), Cell(value, Text.of(value))
    yield Place(target, "lookup"), Cell(row.lookup, words.lookup(row.lookup))
    yield Place(target, "collision"), Cell(row.collision, words.COLLISIONS[row.collision])
    yield Place(target, "status"), Cell(row.status, words.STATUSES[row.status])
    yield Place(target, "owner"), Cell(row.owner, Text.of(row.owner))
    yield Place(target, "note"), Cell(row.note, Text.of(row.note))
    for said in row.comments:
        place = Place(target, "comment", f"{said.at} {said.by}".strip())
        yield place, Cell(said.text, Text.of(said.text))
