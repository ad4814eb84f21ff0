"""What a document says, as data: for fingerprints, and for signatures bound to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from migrator.model.codec import fingerprint, to_data
from migrator.model.mapping import Feed, FieldMapping
from migrator.model.plan import Plan
from migrator.model.schema import Entity, Field

SHOWN = 8  # letters of a fingerprint that people see


def document_fingerprint(feeds: Sequence[Feed]) -> str:
    """Names what the document does: everything that runs and what is left out. Notes, owners,
    status and signatures change nothing in it, nor does the order of rows."""
    return fingerprint("mapping", [_feed_document(feed) for feed in feeds])


def _feed_document(feed: Feed) -> Any:
    rows = sorted(([row.target, _row(row)] for row in feed.fields), key=lambda pair: pair[0])
    gone = sorted({one.column for one in feed.left_out})
    return [feed.id, feed.source, feed.table, feed.entity, _how(feed), rows, gone]


def _row(row: FieldMapping) -> Any:
    return {
        "sources": to_data(row.sources),
        "steps": to_data(row.steps),
        "lookup": to_data(row.lookup),
        "collision": row.collision.value,
    }


def _how(feed: Feed) -> Any:
    return {
        "key": list(feed.key),
        "filters": [[one.expression, one.reason] for one in feed.filters],
        "one_per_key": feed.one_per_key,
    }


def row_content(plan: Plan, feed: Feed, row: FieldMapping) -> dict[str, Any]:
    """What a signature of the row is about: the row, the feed it belongs to and the target field as
    it is defined now. The table counts by its number in the plan, so that a file which was moved
    or renamed is still the same table; labels count for nothing."""
    return {
        "row": {"target": row.target, **_row(row)},
        "feed": {"table": _table(plan, feed), "entity": feed.entity, **_how(feed)},
        "field": definition(plan, feed.entity, row.target),
    }


def row_fingerprint(plan: Plan, feed: Feed, row: FieldMapping) -> str:
    """SHA-256 over `row_content`."""
    return fingerprint(row_content(plan, feed, row))


def _table(plan: Plan, feed: Feed) -> Any:
    try:
        return plan.choice(feed.source, feed.table).no
    except KeyError:
        return [feed.source, feed.table]


def definition(plan: Plan, entity: str, target: str) -> dict[str, Any] | None:
    """The target field's definition as data; None where the schema has no such field."""
    schema = plan.target.schema
    found = schema.entity(entity) if schema.has(entity) else Entity(entity, ())
    field = next((one for one in found.fields if one.name == target), None)
    return None if field is None else field_definition(found, field)


def field_definition(entity: Entity, field: Field) -> dict[str, Any]:
    """What a value must be to fit the field."""
    relation = entity.relationship(field.name)
    return {
        "type": field.type.value,
        "length": field.length,
        "precision": field.precision,
        "scale": field.scale,
        "required": needed(entity, field),
        "picklist": sorted(one.value for one in field.picklist),
        "parent": relation.parent if relation else "",
    }


def needed(entity: Entity, field: Field) -> bool:
    """Whether somebody has to fill the field: neither the target nor Kooch does."""
    return field.required and not field.generated and field.name not in entity.primary_key
