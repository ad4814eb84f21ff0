"""How the columns of staging tables read: labels, types and meanings."""

from __future__ import annotations

from collections.abc import Mapping

from migrator.model.plan import Plan, TableChoice
from migrator.model.schema import Entity, Field, FieldType
from migrator.model.text import Text
from migrator.model.views.tables import GridColumn
from migrator.store import names

_RECORDS = ("mapped", "clean", "golden", "ready", "quarantine")
_OTHERS = ("excluded", "pairs", "clusters", "provenance", "crosswalk", "pilot", "outcome")
_STAGES = ("map", "cleanse", "merge", "validate", "load")
_RAW = "_raw_"
MOST_CHOICES = 1_000  # of a longer picklist the codes are shown
_WORDS = {
    "_row": Text("Row in the source", "ردیف در مبدأ"),
    "_rid": Text("Row id", "شناسه‌ی ردیف"),
    "_gid": Text("Record id", "شناسه‌ی رکورد"),
    "_key": Text("Source key", "کلید مبدأ"),
    "_size": Text("Rows merged", "ردیف‌های ادغام‌شده"),
    "row": Text("Row id", "شناسه‌ی ردیف"),
    "field": Text("Field", "فیلد"),
    "code": Text("Reason", "علت"),
    "severity": Text("Severity", "شدت"),
    "value": Text("Value", "مقدار"),
    "detail": Text("Detail", "جزئیات"),
    "reason": Text("Reason", "دلیل"),
    "line": Text("Line", "سطر"),
    "text": Text("Text", "متن"),
    "state": Text("State", "وضعیت"),
    "action": Text("Action", "عمل"),
    "target_id": Text("Target id", "شناسه در مقصد"),
    "batch_no": Text("Batch", "دسته"),
    "kind": Text("Kind", "نوع"),
    "expected": Text("Expected", "مورد انتظار"),
    "found": Text("Found", "یافته"),
    "why": Text("Why", "چرا"),
    "rule": Text("Rule", "قاعده"),
    "probability": Text("Probability", "احتمال"),
    "weight": Text("Weight", "وزن"),
}
_NUMBERS = {"BIGINT", "INTEGER", "SMALLINT", "TINYINT", "DOUBLE", "FLOAT"}


def entity_of(name: str) -> str:
    """The entity that a staging table belongs to; "" if to none."""
    for stage in _STAGES:
        if name.startswith(f"issues_{stage}_"):
            return name.removeprefix(f"issues_{stage}_")
    kind, _, entity = name.partition("_")
    return entity if kind in {*_RECORDS, *_OTHERS, "difference"} else ""


def marks_of(name: str) -> tuple[str, ...]:
    """The issue tables that speak of the rows of a staging table."""
    kind, _, rest = name.partition("_")
    if kind == "raw" and rest.isdecimal():
        return (names.notes(int(rest)),)
    stages = {
        "mapped": ("map",),
        "clean": ("map", "cleanse"),
        "golden": ("validate",),
        "ready": ("validate",),
        "quarantine": ("validate",),
    }
    return tuple(names.issues(stage, rest) for stage in stages.get(kind, ()))


def columns_of(plan: Plan, name: str, types: Mapping[str, str]) -> tuple[GridColumn, ...]:
    """The columns of the staging table `name`, as people see them."""
    kind, _, rest = name.partition("_")
    if kind == "raw" and rest.isdecimal():
        return _snapshot(_choice(plan, int(rest)), types)
    records = kind in _RECORDS
    schema = plan.target.schema
    entity = schema.entity(rest) if records and schema.has(rest) else None
    return tuple(
        _column(entity, column, types, hidden=records and column.startswith("_"))
        for column in types
        if not column.startswith(_RAW)
    )


def label_of(entity: Entity | None, name: str) -> Text:
    """The name of a field as people read it, in both languages."""
    field = _field(entity, name)
    if field is None:
        return _WORDS.get(name, Text.of(name))
    return Text(field.label or name, field.label_fa or field.label or name)


def _column(
    entity: Entity | None, name: str, types: Mapping[str, str], *, hidden: bool
) -> GridColumn:
    field = _field(entity, name)
    shown = _RAW + name if _RAW + name in types else name
    if field is None:
        kind = FieldType.DECIMAL if types[name] in _NUMBERS else FieldType.TEXT
        return GridColumn(name, shown, label_of(None, name), kind.value, "", hidden)
    kind = FieldType.TEXT if shown != name else field.type
    choices = _choices(field) if shown == name else ()
    label = label_of(entity, name)
    return GridColumn(name, shown, label, kind.value, field.meaning, hidden, choices)


def _choices(field: Field) -> tuple[tuple[str, Text], ...]:
    """The values of a picklist whose names say more than they do."""
    named = (
        (one.value, Text(one.label or one.value, one.label_fa or one.label or one.value))
        for one in field.picklist[:MOST_CHOICES]
    )
    return tuple((value, told) for value, told in named if told != Text.of(value))


def _field(entity: Entity | None, name: str) -> Field | None:
    if entity is None:
        return None
    return next((one for one in entity.fields if one.name == name), None)


def _choice(plan: Plan, no: int) -> TableChoice | None:
    choices = (choice for spec in plan.sources for choice in spec.tables)
    return next((choice for choice in choices if choice.no == no), None)


def _snapshot(choice: TableChoice | None, types: Mapping[str, str]) -> tuple[GridColumn, ...]:
    found = {f"c{n}": one for n, one in enumerate(choice.table.columns if choice else (), 1)}
    columns = []
    for column in types:
        source = found.get(column)
        label = Text.of(source.name) if source else _WORDS.get(column, Text.of(column))
        kind = source.type.value if source else FieldType.TEXT.value
        columns.append(GridColumn(column, column, label, kind, "", column.startswith("_")))
    return tuple(columns)
