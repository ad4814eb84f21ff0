"""The cells of a mapping document that people may change in a file, as the plan has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from migrator.contract import words as contract_words
from migrator.contract.cells import VALUE_MAP
from migrator.documents import words
from migrator.model.mapping import Collision, Feed, FieldMapping, RowStatus, Step
from migrator.model.plan import Plan
from migrator.model.schema import Entity, Field, PicklistValue
from migrator.model.text import Text
from migrator.transforms.folding import compact, fold

Value = tuple[str, ...]  # column names, or one text, or nothing
NOTHING: Value = ()
ROW_CELLS = ("sources", "default", "collision", "status", "owner", "note")


@dataclass(frozen=True)
class CellKey:
    """Where a cell stands: see `MappingChange` for `what` and `key`."""

    feed: str
    target: str
    what: str
    key: str = ""


@dataclass(frozen=True)
class State:
    """A plan, asked cell by cell."""

    plan: Plan

    @cached_property
    def _feeds(self) -> dict[str, Feed]:
        return {feed.id: feed for feed in self.plan.feeds}

    @cached_property
    def _rows(self) -> dict[tuple[str, str], FieldMapping]:
        return {(f.id, row.target): row for f in self.plan.feeds for row in f.fields}

    @cached_property
    def _aside(self) -> dict[tuple[str, str], dict[str, str]]:
        places = {(f.source, f.table) for f in self.plan.feeds}
        return {place: self.plan.set_aside(*place) for place in places}

    def feed(self, feed_id: str) -> Feed | None:
        """The feed; None when it is gone."""
        return self._feeds.get(feed_id)

    def row(self, feed_id: str, target: str) -> FieldMapping | None:
        """The row that fills the field; None when nothing does."""
        return self._rows.get((feed_id, target))

    def entity(self, feed_id: str) -> Entity | None:
        """What the feed fills; None when either is gone."""
        feed, schema = self.feed(feed_id), self.plan.target.schema
        return schema.entity(feed.entity) if feed and schema.has(feed.entity) else None

    def field(self, key: CellKey) -> Field | None:
        """The target field of a cell; None when it is gone."""
        entity = self.entity(key.feed)
        return next((f for f in entity.fields if f.name == key.target), None) if entity else None

    def columns(self, feed_id: str) -> tuple[str, ...]:
        """The columns of the table that the feed reads."""
        feed = self.feed(feed_id)
        try:
            table = self.plan.choice(feed.source, feed.table).table if feed else None
        except KeyError:
            table = None
        return tuple(c.name for c in table.columns) if table else ()

    def mapped(self, feed_id: str, column: str) -> str:
        """The field that some feed of the same table fills from the column; "" for none."""
        feed = self.feed(feed_id)
        if feed is None:
            return ""
        same = (f for f in self.plan.feeds if (f.source, f.table) == (feed.source, feed.table))
        return next((r.target for f in same for r in f.fields if column in r.sources), "")

    def picklist(self, key: CellKey) -> tuple[PicklistValue, ...]:
        """What the field of the cell may hold; empty for anything."""
        field = self.field(key)
        return field.picklist if field is not None and key.what in {"default", "value"} else ()

    def value(self, key: CellKey) -> Value | None:
        """What stands in the cell; None when there is no such cell any more."""
        if key.what == "left_out":
            return self._left_out(key)
        if self.field(key) is None:
            return None
        row = self.row(key.feed, key.target)
        if row is None:
            return NOTHING
        if key.what == "value":
            entry = entry_of(row.steps, key.key)
            return NOTHING if entry is None else (entry[1],)
        return cell_of(row, key.what)

    def _left_out(self, key: CellKey) -> Value | None:
        feed = self.feed(key.feed)
        if feed is None or key.key not in self.columns(key.feed):
            return None
        reason = self._aside[feed.source, feed.table].get(key.key)
        return NOTHING if reason is None else (reason,)

    # -- as people write it

    def told(self, key: CellKey, value: Value) -> Text:
        """The value in words; nothing is the empty text."""
        if not value:
            return Text("", "")
        if key.what == "sources":
            return Text.of(" + ".join(value))
        if key.what == "status":
            return contract_words.STATUSES[RowStatus(value[0])]
        if key.what == "collision":
            return contract_words.COLLISIONS[Collision(value[0])]
        if key.what == "value" and value[0] == "":
            return words.EMPTY
        picklist = self.picklist(key)
        return label_of(picklist, value[0]) if picklist else Text.of(value[0])

    def place(self, key: CellKey) -> Text:
        """What the cell is, in words: entity, field, cell."""
        if key.what == "left_out":
            table = getattr(self.feed(key.feed), "table", key.feed)
            what = words.COLUMNS["left_out"]
            return Text(f"{table}: {key.key} · {what.en}", f"{table}: {key.key} · {what.fa}")
        entity = getattr(self.feed(key.feed), "entity", key.feed)
        at = contract_words.where(self.plan, entity, key.target)
        what = words.COLUMNS.get(key.what, Text.of(key.what))
        more = f" · {key.key}" if key.key else ""
        return Text(f"{at.en} · {what.en}{more}", f"{at.fa} · {what.fa}{more}")


def cell_of(row: FieldMapping, what: str) -> Value:
    """A cell of a row that is there. The default of a row without columns is its fixed value."""
    if what == "sources":
        return row.sources
    text = default_of(row) if what == "default" else str(getattr(row, what))
    return (text,) if text else NOTHING


def default_of(row: FieldMapping) -> str:
    """The last step's value where it fills what is empty, or the fixed value; "" for none."""
    if not row.steps:
        return ""
    first, last = row.steps[0], row.steps[-1]
    step = first if not row.sources else last
    fixed = step.transform == "constant" and (not row.sources or step.options.get("only_empty"))
    return str(step.options.get("value", "")) if fixed else ""


def map_of(steps: Sequence[Step]) -> Mapping[str, Any] | None:
    """The options of the row's first value map; None when it has none."""
    return next((step.options for step in steps if step.transform == VALUE_MAP), None)


def entry_of(steps: Sequence[Step], legacy: str) -> tuple[str, str] | None:
    """(key, result) of the entry that a legacy value meets, compared as the step itself does."""
    options = map_of(steps)
    if options is None:
        return None
    loose = bool(options.get("folded", True))
    wanted = loosely(legacy, loose)
    entries = dict(options.get("map", {}))
    return next(((k, str(v)) for k, v in entries.items() if loosely(k, loose) == wanted), None)


def loosely(value: str, loose: bool = True) -> str:
    """The key by which value maps compare."""
    return (fold(value) or value.strip()) if loose else value


def label_of(picklist: Sequence[PicklistValue], value: str) -> Text:
    """A picklist value by its label; by label and value where another has the same label."""
    return _labels(tuple(picklist)).get(value) or Text.of(value)


@lru_cache(maxsize=512)
def _labels(picklist: tuple[PicklistValue, ...]) -> dict[str, Text]:
    told = {one.value: [said(one, language) for language in ("en", "fa")] for one in picklist}
    seen = [Counter(map(compact, column)) for column in zip(*told.values(), strict=True)]
    return {
        value: Text(
            *(
                label if counts[compact(label)] == 1 else f"{label} ({value})"
                for label, counts in zip(labels, seen, strict=True)
            )
        )
        for value, labels in told.items()
    }


def said(item: PicklistValue, language: str) -> str:
    """The label of a picklist value in one language."""
    return (item.label_fa if language == "fa" else "") or item.label or item.value
