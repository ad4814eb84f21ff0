"""The parts that reconciliation compared one by one, in words: from a run's facts to lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from migrator.model.plan import Plan
from migrator.model.schema import Field
from migrator.model.text import Text

KINDS: dict[str, Text] = {
    "owner": Text("Owner", "مسئول"),
    "status": Text("Status", "وضعیت"),
    "currency": Text("Currency", "ارز"),
    "country": Text("Country", "کشور"),
    "month": Text("Month", "ماه"),
}
EMPTY = Text("(empty)", "(خالی)")
ALL = Text("all records", "همه‌ی رکوردها")


@dataclass(frozen=True)
class SegmentSum:
    """The sum of a number field over a segment, on both sides; exact decimals as text."""

    field: str
    label: Text
    expected: str
    found: str


@dataclass(frozen=True)
class Segment:
    """Records of an entity with the same value of a field: how many should be in the target, how
    many are. `kind` is one of KINDS; `value` is None for records without a value; `told` is what
    people call it."""

    entity: str
    label: Text
    kind: str
    field: str
    field_label: Text
    value: str | None
    told: Text
    expected: int
    found: int
    sums: tuple[SegmentSum, ...]

    @property
    def agrees(self) -> bool:
        return self.expected == self.found and all(s.expected == s.found for s in self.sums)


@dataclass(frozen=True)
class BrokenLink:
    """A lookup that is not whole: how many records point to nothing (`orphan`), lost their parent
    or have another one."""

    entity: str
    label: Text
    field: str
    field_label: Text
    orphan: int
    lost: int
    wrong: int


def wholes(plan: Plan, facts: Mapping[str, Any]) -> Iterator[Segment]:
    """All records of every entity as one segment (its `kind` is ""): the control totals."""
    for entity, found in _entities(facts):
        counts, *sums = found["totals"]
        yield Segment(
            entity,
            label_of(plan, entity),
            "",
            "",
            Text("", ""),
            None,
            ALL,
            int(counts["expected"]),
            int(counts["found"]),
            tuple(
                SegmentSum(
                    one["field"],
                    label_of(plan, entity, one["field"]),
                    one["expected"],
                    one["found"],
                )
                for one in sums
            ),
        )


def segments(plan: Plan, facts: Mapping[str, Any]) -> Iterator[Segment]:
    """The segments of every entity from the facts that a reconciliation left, in their order."""
    for entity, found in _entities(facts):
        for one in found.get("segments", ()):
            for row in one["rows"]:
                yield _segment(plan, entity, one, row)


def broken_links(plan: Plan, facts: Mapping[str, Any]) -> Iterator[BrokenLink]:
    """Every lookup that is not whole, from the same facts."""
    for entity, found in _entities(facts):
        for name, counts in found.get("links", {}).items():
            yield BrokenLink(
                entity,
                label_of(plan, entity),
                name,
                label_of(plan, entity, name),
                int(counts.get("orphan", 0)),
                int(counts.get("lost", 0)),
                int(counts.get("wrong", 0)),
            )


def _entities(facts: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    return iter(facts.get("reconciliation", {}).get("entities", {}).items())


def _segment(plan: Plan, entity: str, one: dict[str, Any], row: dict[str, Any]) -> Segment:
    expected, found = row["expected"], row["found"]
    sums = tuple(
        SegmentSum(name, label_of(plan, entity, name), left, right)
        for name, left, right in zip(one["measures"], expected[1:], found[1:], strict=True)
    )
    return Segment(
        entity,
        label_of(plan, entity),
        one["kind"],
        one["field"],
        label_of(plan, entity, one["field"]),
        row["value"],
        _told(plan, entity, one["field"], row),
        int(expected[0]),
        int(found[0]),
        sums,
    )


def _told(plan: Plan, entity: str, field: str, row: dict[str, Any]) -> Text:
    value = row["value"]
    if value is None or value == "":
        return EMPTY
    found = _field(plan, entity, field)
    for one in found.picklist if found else ():
        if one.value == value:
            return Text(one.label or value, one.label_fa or one.label or value)
    return Text.of(row.get("name") or value)


def _field(plan: Plan, entity: str, name: str) -> Field | None:
    schema = plan.target.schema
    fields = schema.entity(entity).fields if schema.has(entity) else ()
    return next((one for one in fields if one.name == name), None)


def label_of(plan: Plan, entity: str, field: str = "") -> Text:
    """What people call an entity or a field of it; its name where the schema says nothing."""
    schema = plan.target.schema
    found = _field(plan, entity, field) if field else None
    if found is None and (field or not schema.has(entity)):
        return Text.of(field or entity)
    told = found or schema.entity(entity)
    name = told.label or field or entity
    return Text(name, told.label_fa or name)


@dataclass(frozen=True)
class Part:
    """Which segment is meant: the records with this value of a field."""

    entity: str
    kind: str
    field: str
    value: str | None
