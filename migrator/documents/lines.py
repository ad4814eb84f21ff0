"""The mapping document line by line, in one language: what every written form of it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from migrator.contract import words as contract_words
from migrator.documents import words
from migrator.documents.state import ROW_CELLS, CellKey, State, loosely, map_of, said
from migrator.model.mapping import Feed, FieldMapping
from migrator.model.plan import Plan
from migrator.model.schema import Entity, Field
from migrator.model.text import Text
from migrator.reports.speech import Speech

LONGEST_LIST = 40  # picklist labels in a cell


@dataclass(frozen=True)
class Legacy:
    """A legacy value that reaches a value map, and in how many rows."""

    value: str
    rows: int


@dataclass(frozen=True)
class Findings:
    """What the data say, by (feed, target field): `samples` (before, after), `values` that reach a
    value map or a picklist, `evidence` of a proposal in words; `columns` holds frequent values by
    (source, table, column). `version` names the document, `exported` is an ISO moment in UTC."""

    project: str
    fingerprint: str
    exported: str
    by: str = ""
    version: str = ""
    samples: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    values: dict[tuple[str, str], tuple[Legacy, ...]] = field(default_factory=dict)
    evidence: dict[tuple[str, str], Text] = field(default_factory=dict)
    columns: dict[tuple[str, str, str], str] = field(default_factory=dict)


@dataclass(frozen=True)
class FieldLine:
    """One target field under one feed; `row` is None while nothing fills it."""

    feed: Feed
    entity: Entity
    field: Field
    row: FieldMapping | None

    def key(self, what: str) -> CellKey:
        """One cell of the line."""
        return CellKey(self.feed.id, self.field.name, what)


@dataclass(frozen=True)
class ValueLine:
    """One legacy value of a value map; `rows` is 0 for one that does not occur."""

    feed: Feed
    entity: Entity
    field: Field
    legacy: str
    rows: int

    @property
    def key(self) -> CellKey:
        """The cell that people change."""
        return CellKey(self.feed.id, self.field.name, "value", self.legacy)


@dataclass(frozen=True)
class ColumnLine:
    """A source column that no field takes, under the first feed of its table."""

    feed: Feed
    column: str
    type: str

    @property
    def key(self) -> CellKey:
        """The cell that people change."""
        return CellKey(self.feed.id, "", "left_out", self.column)


@dataclass(frozen=True)
class Document:
    """A plan's mapping with what the data say, told in one language."""

    plan: Plan
    findings: Findings
    language: str

    @cached_property
    def state(self) -> State:
        """The plan, asked cell by cell."""
        return State(self.plan)

    @cached_property
    def speech(self) -> Speech:
        """Numbers and dates in the language."""
        return Speech(self.language)

    @property
    def rtl(self) -> bool:
        """Whether it is read from the right."""
        return self.language == "fa"

    def say(self, text: Text, **values: object) -> str:
        """A text in the language."""
        return text.say(self.language, **values)

    def entities(self) -> tuple[Entity, ...]:
        """The entities that some feed fills."""
        return tuple(self.plan.target.schema.entity(name) for name in self.plan.entities())

    def entity_name(self, entity: Entity) -> str:
        """What people call an entity."""
        return (entity.label_fa if self.rtl else "") or entity.label or entity.name

    def field_name(self, field: Field) -> str:
        """What people call a field."""
        return (field.label_fa if self.rtl else "") or field.label or field.name

    # -- lines

    def fields(self, entity: Entity) -> Iterator[FieldLine]:
        """Every field under every feed of the entity."""
        for feed in self.plan.feeds_of(entity.name):
            rows = {row.target: row for row in feed.fields}
            for one in entity.fields:
                yield FieldLine(feed, entity, one, rows.get(one.name))

    def values(self) -> Iterator[ValueLine]:
        """Every legacy value of every value map, one line for all its spellings that the map does
        not tell apart; and those that reach a picklist without a map and are not in it."""
        for entity in self.entities():
            for line in self.fields(entity):
                if line.row is not None:
                    yield from self._values(line, line.row)

    def _values(self, line: FieldLine, row: FieldMapping) -> Iterator[ValueLine]:
        options = map_of(row.steps)
        reached = self.findings.values.get((line.feed.id, row.target), ())
        if options is None:
            allowed = {one.value for one in line.field.picklist}
            reached = tuple(one for one in reached if one.value not in allowed)
        loose = bool((options or {}).get("folded", True))
        names = {loosely(name, loose): name for name in (options or {}).get("map", {})}
        counts: dict[str, int] = {}
        for one in reached:
            same = loosely(one.value, loose)
            names.setdefault(same, one.value)
            counts[same] = counts.get(same, 0) + one.rows
        order = sorted(names, key=lambda same: (-counts.get(same, 0), names[same]))
        for same in order:
            yield ValueLine(line.feed, line.entity, line.field, names[same], counts.get(same, 0))

    def columns(self) -> Iterator[ColumnLine]:
        """Every column of a mapped table that no field takes and that is no key."""
        seen: set[tuple[str, str]] = set()
        for feed in self.plan.feeds:
            if (feed.source, feed.table) in seen:
                continue
            seen.add((feed.source, feed.table))
            keys = self._keys(feed)
            for column in self._table_columns(feed):
                if column not in keys and not self.state.mapped(feed.id, column):
                    yield ColumnLine(feed, column, self._column_type(feed, column))

    def _keys(self, feed: Feed) -> set[str]:
        """Columns that records of the table are known by, but for those left out by name."""
        place = (feed.source, feed.table)
        same = [f for f in self.plan.feeds if (f.source, f.table) == place]
        return {name for f in same for name in f.key} - self.plan.set_aside(*place).keys()

    def _table_columns(self, feed: Feed) -> tuple[str, ...]:
        return self.state.columns(feed.id)

    def _column_type(self, feed: Feed, column: str) -> str:
        table = self.plan.choice(feed.source, feed.table).table
        return next((str(c.type) for c in table.columns if c.name == column), "")

    # -- what a line says

    def told(self, key: CellKey) -> str:
        """What stands in a cell that people may change."""
        value = self.state.value(key)
        return self.say(self.state.told(key, value)) if value else ""

    def of_field(self, line: FieldLine) -> dict[str, str]:
        """Every cell of a field's line."""
        found = {
            "table": self.table_name(line.feed),
            "field": self.field_name(line.field),
            "name": line.field.name,
            **{what: self.told(line.key(what)) for what in ROW_CELLS},
            **self._definition(line),
        }
        return {**found, **self._row(line)} if line.row else found

    def _row(self, line: FieldLine) -> dict[str, str]:
        row, place = line.row, (line.feed.id, line.field.name)
        assert row is not None
        options = map_of(row.steps)
        before, after = self.findings.samples.get(place, ("", ""))
        sheet = self.say(words.SHEETS["values"])
        return {
            "steps": self.say(contract_words.steps(row.steps)),
            "values": ""
            if options is None
            else self.say(
                words.VALUES_OF,
                count=self.speech.number(len(options.get("map", {}))),
                sheet=sheet,
            ),
            "lookup": self.say(contract_words.lookup(row.lookup)),
            "confidence": "" if row.confidence is None else self.speech.percent(row.confidence),
            "evidence": self.say(self.findings.evidence.get(place, Text("", ""))),
            "comments": "\n".join(f"{one.by}: {one.text}" for one in row.comments),
            "changed": self._changed(row),
            "before": before,
            "after": after,
        }

    def _changed(self, row: FieldMapping) -> str:
        when = self.speech.moment(row.changed_at) if row.changed_at else ""
        comma = "، " if self.rtl else ", "
        return comma.join(part for part in (row.changed_by, when) if part)

    def table_name(self, feed: Feed) -> str:
        """The table of a feed; with the feed's number where another one is like it."""
        place = (feed.source, feed.table, feed.entity)
        twins = [f for f in self.plan.feeds if (f.source, f.table, f.entity) == place]
        mark = f" #{feed.no}" if len(twins) > 1 else ""
        return f"{feed.source} / {feed.table}{mark}"

    def _definition(self, line: FieldLine) -> dict[str, str]:
        field = line.field
        labels = [said(one, self.language) for one in field.picklist]
        listed = ("، " if self.rtl else ", ").join(labels[:LONGEST_LIST])
        return {
            "type": self.say(words.TYPES[str(field.type)]),
            "length": self.speech.digits(str(field.length)) if field.length else "",
            "required": self.say(words.YES) if self.needed(line.entity, field) else "",
            "picklist": f"{listed} …" if len(labels) > LONGEST_LIST else listed,
        }

    @staticmethod
    def needed(entity: Entity, field: Field) -> bool:
        """Whether somebody must fill the field."""
        return field.required and not field.generated and field.name not in entity.primary_key

    def of_column(self, line: ColumnLine) -> dict[str, str]:
        """Every cell of an unmapped column's line."""
        place = (line.feed.source, line.feed.table, line.column)
        return {
            "table": self.table_name(line.feed),
            "column": line.column,
            "type": self.say(words.TYPES.get(line.type, Text.of(line.type))),
            "samples": self.findings.columns.get(place, ""),
            "left_out": self.told(line.key),
        }

    def of_value(self, line: ValueLine) -> dict[str, str]:
        """Every cell of a legacy value's line but the count."""
        return {
            "table": self.table_name(line.feed),
            "field": f"{self.entity_name(line.entity)}: {self.field_name(line.field)}",
            "legacy": line.legacy,
            "value": self.told(line.key),
        }

    def facts(self) -> list[tuple[str, str]]:
        """What the document says of itself: (title, value)."""
        plan, found = self.plan, self.findings
        rows = [row for feed in plan.feeds for row in feed.fields]
        review = sum(str(row.status) not in {"agreed", "signed"} for row in rows)
        filled = {(feed.entity, row.target) for feed in plan.feeds for row in feed.fields}
        lacking = [
            f"{self.entity_name(e)}: {self.field_name(f)}"
            for e in self.entities()
            for f in e.fields
            if self.needed(e, f) and (e.name, f.name) not in filled
        ]
        fed = {(feed.source, feed.table) for feed in plan.feeds}
        idle = [
            f"{spec.id} / {choice.table.name}"
            for spec in plan.sources
            for choice in spec.tables
            if choice.keep and (spec.id, choice.table.name) not in fed
        ]
        unfed = [
            self.entity_name(e)
            for e in plan.target.schema.entities
            if e.name not in plan.entities()
        ]
        left = sum(not self.told(line.key) for line in self.columns())
        comma = "، " if self.rtl else ", "
        version = " · ".join(part for part in (found.version, found.fingerprint[:8]) if part)
        told = {
            "project": plan.name,
            "customer": plan.customer,
            "version": version,
            "exported": self.speech.moment(found.exported),
            "by": found.by,
            "rows": self.speech.number(len(rows)),
            "review": self.speech.number(review),
            "missing": comma.join(lacking),
            "open": self.speech.number(left),
            "idle": comma.join(idle),
            "unfed": comma.join(unfed),
        }
        return [(self.say(words.FACTS[name]), text) for name, text in told.items() if text]
