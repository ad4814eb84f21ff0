"""Control totals of one side: the count and the sums, as a whole and by segment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import polars as pl
import pyarrow as pa

from migrator.model.schema import Entity, Field, FieldType
from migrator.stages.reconcile_sql import Compared, summed

# A field with more values than this divides nothing into segments.
MOST_SEGMENTS = 2_000
SHOWN = 60  # segments of a dimension that are told one by one
_MONEY = pl.Decimal(38, 9)
_DAYS = (FieldType.DATE, FieldType.DATETIME)
_CREATED = ("creat", "opened", "entered", "registered", "since", "submit", "order", "start")
_OWNERS = ("owner", "seller", "salesperson", "rep", "agent")
_PEOPLE = ("user", "owner", "employee", "staff")
_CODES = (FieldType.INTEGER, FieldType.TEXT, FieldType.BOOLEAN)


@dataclass(frozen=True)
class Dimension:
    """What records are divided by: `kind` is owner, status, currency, country or month."""

    kind: str
    field: str
    type: FieldType


@dataclass
class Segment:
    """A part of the records: how many, and the sums of the number fields in their order."""

    rows: int
    sums: list[Decimal]


def dimensions(entity: Entity, fields: Sequence[Compared]) -> tuple[Dimension, ...]:
    """At most one field of every kind, chosen by what the fields are."""
    compared = {one.name: one for one in fields}
    there = [field for field in entity.fields if field.name in compared]
    chosen = {
        "owner": _first(there, lambda f: _owner(f, compared[f.name])),
        "status": _first(there, lambda f: _status(f, compared[f.name])),
        "currency": _first(there, lambda f: 2 * (f.meaning == "currency")),
        "country": _first(there, lambda f: 2 * (f.meaning == "country")),
        "month": _first(there, _creation),
    }
    return tuple(Dimension(kind, f.name, f.type) for kind, f in chosen.items() if f)


def _first(fields: Sequence[Field], rank: Any) -> Field | None:
    """The field with the highest rank above 0, the earlier one of equals."""
    best = max(fields, key=rank, default=None)
    return best if best is not None and rank(best) > 0 else None


def _named(name: str, words: Sequence[str]) -> bool:
    return any(word in name.lower() for word in words)


def _owner(field: Field, compared: Compared) -> int:
    people = any(_named(parent, _PEOPLE) for parent in compared.parents)
    return (2 if _named(field.name, _OWNERS) else int(people)) if compared.parents else 0


def _status(field: Field, compared: Compared) -> int:
    if field.type not in _CODES or compared.parents:
        return 0
    by_name = bool(field.picklist) and _named(field.name, ("status", "state", "stage"))
    return 3 if field.meaning == "status" else 2 if by_name else int(bool(field.picklist))


def _creation(field: Field) -> int:
    if field.type not in _DAYS or field.meaning == "birth_date" or _named(field.name, ("birth",)):
        return 0
    return 2 if _named(field.name, _CREATED) else 1


def measures(entity: Entity, fields: Sequence[Compared]) -> list[str]:
    """The number fields whose sum means something: codes of picklists have none."""
    codes = {field.name for field in entity.fields if field.picklist or field.meaning == "status"}
    return [field.name for field in summed(fields) if field.name not in codes]


class Totals:
    """Adds up the records of one side as they pass: their number, and the fields `measures`.
    `segments` maps a dimension's field to its values; a field with too many is left out."""

    def __init__(self, measures: Sequence[str], dimensions: Sequence[Dimension]) -> None:
        self.measures = list(measures)
        self.dimensions = dimensions
        self.rows = 0
        self.sums = [Decimal(0) for _ in self.measures]
        self.segments: dict[str, dict[str | None, Segment]] = {d.field: {} for d in dimensions}

    @property
    def fields(self) -> list[str]:
        """The columns that `add` looks at."""
        return list(dict.fromkeys([*self.measures, *(d.field for d in self.dimensions)]))

    def add(self, batch: pa.RecordBatch) -> None:
        """Count a batch in that has at least `fields` as text; a text that is no number adds
        nothing."""
        self.rows += batch.num_rows
        if not batch.num_rows or not self.fields:
            return
        frame = pl.DataFrame(pl.from_arrow(batch.select(self.fields)))
        numbers = [
            frame[name].cast(_MONEY, strict=False).alias(f"n{at}")
            for at, name in enumerate(self.measures)
        ]
        for at, column in enumerate(numbers):
            self.sums[at] += Decimal(column.sum() or 0)
        for one in self.dimensions:
            if one.field in self.segments:
                self._divide(one, pl.DataFrame([_keys(frame[one.field], one), *numbers]))

    def _divide(self, dimension: Dimension, frame: pl.DataFrame) -> None:
        found = self.segments[dimension.field]
        sums = [pl.col(f"n{at}").sum() for at in range(len(self.measures))]
        for key, rows, *added in frame.group_by("key").agg(pl.len(), *sums).iter_rows():
            known = found.setdefault(key, Segment(0, [Decimal(0)] * len(self.measures)))
            known.rows += rows
            known.sums = [a + Decimal(b or 0) for a, b in zip(known.sums, added, strict=True)]
        if len(found) > MOST_SEGMENTS:
            del self.segments[dimension.field]


def _keys(values: pl.Series, dimension: Dimension) -> pl.Series:
    """What a value is counted under: of a moment its month, in UTC where it has a zone."""
    if dimension.kind != "month":
        return values.alias("key")
    if dimension.type == FieldType.DATETIME:
        zoned = values.str.contains(r"[T ].*[+-]\d\d(:?\d\d)?$") & ~values.str.ends_with("+00:00")
        if zoned.any():
            iso = values.str.replace(" ", "T", literal=True)
            moments = iso.str.to_datetime("%+", time_zone="UTC", strict=False)
            inside = moments.dt.strftime("%Y-%m-%dT%H:%M:%S")
            values = inside.zip_with(zoned.fill_null(False) & inside.is_not_null(), values)
    return values.str.slice(0, 7).alias("key")


def told(ours: Totals, theirs: Totals) -> list[dict[str, Any]]:
    """Facts of the segments of both sides: per dimension `kind`, `field`, `measures`, `rows` (each
    `value`, `expected` and `found`: the count, then the sums as text) and `rest`: how many more
    segments there are, which all agree. Segments that disagree come first, then large ones; months
    in order of time."""
    facts = []
    for one in ours.dimensions:
        left, right = ours.segments.get(one.field), theirs.segments.get(one.field)
        if left is None or right is None:
            continue
        none = Segment(0, [Decimal(0)] * len(ours.measures))
        pairs = [(key, left.get(key, none), right.get(key, none)) for key in {**left, **right}]
        pairs.sort(key=lambda p: (p[1] == p[2], -p[1].rows, p[0] or ""))
        wrong = sum(a != b for _, a, b in pairs)
        shown = pairs[: max(SHOWN, wrong)]
        if one.kind == "month":
            shown.sort(key=lambda p: (p[0] is None, p[0] or ""))
        facts.append(
            {
                "kind": one.kind,
                "field": one.field,
                "measures": list(ours.measures),
                "rows": [
                    {"value": key, "expected": _figures(a), "found": _figures(b)}
                    for key, a, b in shown
                ],
                "rest": len(pairs) - len(shown),
            }
        )
    return facts


def _figures(segment: Segment) -> list[str]:
    return [str(segment.rows), *(plain(total) for total in segment.sums)]


def plain(total: Decimal) -> str:
    """A sum without needless zeros."""
    text = f"{total:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
