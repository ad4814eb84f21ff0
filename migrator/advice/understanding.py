"""What the fields of a target are about, where its schema does not say: most databases do not."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from migrator.advice.meaning import meaning_of
from migrator.advice.words import canonical, kind_of
from migrator.model.schema import Entity, Field, FieldType, Schema

_SURE = 0.7
# What "name" names, by the kind of record.
_NAMES = {"organisation": "company_name", "person": "person_name", "user": "person_name",
          "product": "product_name"}  # fmt: skip


def understood(schema: Schema) -> Schema:
    """The schema with a meaning for every field whose name or label clearly has one."""
    return replace(schema, entities=tuple(map(understood_entity, schema.entities)))


@lru_cache(maxsize=256)
def understood_entity(entity: Entity) -> Entity:
    """The entity with a meaning for every field whose name or label clearly has one."""
    kind = kind_of(entity.name) or kind_of(entity.label)
    lookups = {relation.field for relation in entity.relationships} | {*entity.primary_key}
    fields = (
        field if field.meaning or field.name in lookups else _understood(field, kind)
        for field in entity.fields
    )
    return replace(entity, fields=tuple(fields))


def _understood(field: Field, kind: str) -> Field:
    if canonical(field.name) == ("name",) and kind in _NAMES:
        return replace(field, meaning=_NAMES[kind])
    if field.type == FieldType.BOOLEAN:
        return replace(field, meaning="boolean")
    guesses = [meaning_of(name, (), field.type) for name in (field.name, field.label) if name]
    best = max(guesses, key=lambda guess: guess.confidence)
    return replace(field, meaning=best.meaning) if best.confidence >= _SURE else field
