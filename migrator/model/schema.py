"""What a target looks like: entities, fields, picklists, relationships."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class FieldType(StrEnum):
    """The types a value can have. Staged values are text; this says how that text reads.

    Canonical text: INTEGER `-12`; DECIMAL/FLOAT plain point notation `1234.50` (FLOAT may use an
    exponent); BOOLEAN `true`/`false`; DATE `2024-03-20`; TIME `13:05:00`; DATETIME
    `2024-03-20T13:05:00[.ffffff][+03:30]`; UUID lower case with hyphens; BINARY base64.
    """

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    FLOAT = "float"
    BOOLEAN = "boolean"
    DATE = "date"
    TIME = "time"
    DATETIME = "datetime"
    UUID = "uuid"
    BINARY = "binary"


@dataclass(frozen=True)
class PicklistValue:
    """One allowed value: what is stored, and what people read."""

    value: str
    label: str = ""
    label_fa: str = ""


@dataclass(frozen=True)
class Field:
    """One field of an entity.

    `length` counts characters; `precision` all digits and `scale` those after the point of a
    DECIMAL. `generated` means the target fills it when nothing is sent (identity or default).
    `meaning` is one of `model.meanings.MEANINGS` or "" when unknown.
    """

    name: str
    type: FieldType = FieldType.TEXT
    length: int | None = None
    precision: int | None = None
    scale: int | None = None
    required: bool = False
    generated: bool = False
    picklist: tuple[PicklistValue, ...] = ()
    meaning: str = ""
    label: str = ""
    label_fa: str = ""
    description: str = ""
    native_type: str = ""


@dataclass(frozen=True)
class Relationship:
    """A lookup: `field` of this entity holds the primary key of `parent`."""

    field: str
    parent: str
    parent_field: str = ""
    required: bool = False


@dataclass(frozen=True)
class CheckConstraint:
    """A CHECK of the target, as its own SQL text: shown to people, enforced by the target."""

    name: str
    sql: str


@dataclass(frozen=True)
class Entity:
    """A table of the target. `unique_keys` excludes the primary key."""

    name: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...] = ()
    unique_keys: tuple[tuple[str, ...], ...] = ()
    relationships: tuple[Relationship, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    constraints: tuple[CheckConstraint, ...] = ()
    label: str = ""
    label_fa: str = ""

    def field(self, name: str) -> Field:
        """The field called `name`; KeyError if there is none."""
        for candidate in self.fields:
            if candidate.name == name:
                return candidate
        raise KeyError(name)

    def relationship(self, field_name: str) -> Relationship | None:
        """The lookup that `field_name` carries, or None."""
        return next((r for r in self.relationships if r.field == field_name), None)


@dataclass(frozen=True)
class Schema:
    """All entities of a target, and where the description comes from."""

    entities: tuple[Entity, ...] = ()
    name: str = ""
    version: str = ""
    notes: tuple[str, ...] = field(default=())

    def entity(self, name: str) -> Entity:
        """The entity called `name`; KeyError if there is none."""
        for candidate in self.entities:
            if candidate.name == name:
                return candidate
        raise KeyError(name)

    def has(self, name: str) -> bool:
        """Whether there is an entity called `name`."""
        return any(e.name == name for e in self.entities)
