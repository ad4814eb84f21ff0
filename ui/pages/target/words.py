"""The target's schema in words for people."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from migrator.model.schema import Entity, Field, FieldType, PicklistValue, Schema
from migrator.model.text import Text
from ui import speech


def entity_told(entity: Entity) -> str:
    """The entity's name in the language of the window."""
    en = entity.label or entity.name
    return speech.say(Text(en, entity.label_fa or en))


def field_told(field: Field) -> str:
    """The field's name in the language of the window."""
    en = field.label or field.name
    return speech.say(Text(en, field.label_fa or en))


def value_told(value: PicklistValue) -> str:
    """What people read for a value of a picklist, with what is stored."""
    en = value.label or value.value
    told = speech.say(Text(en, value.label_fa or en))
    return told if told == value.value else f"{told} ({speech.ltr(value.value)})"


def type_told(field: Field) -> str:
    """The type with its size: what fits into the field."""
    told = _types()[field.type]
    if field.type is FieldType.TEXT and field.length:
        up_to = QCoreApplication.translate("Schema", "Text, up to {length}")
        return up_to.format(length=speech.number(field.length))
    if field.type is FieldType.DECIMAL and field.scale:
        digits = QCoreApplication.translate("Schema", "Number, {scale} decimals")
        return digits.format(scale=speech.number(field.scale))
    return told


def points_told(entity: Entity, field: Field, schema: Schema) -> str:
    """Where a lookup points, or how many values a picklist has; "" for other fields."""
    relationship = entity.relationship(field.name)
    if relationship is not None:
        parent = relationship.parent
        return entity_told(schema.entity(parent)) if schema.has(parent) else parent
    if field.picklist:
        many = QCoreApplication.translate("Schema", "{count} values")
        return many.format(count=speech.number(len(field.picklist)))
    return ""


def role_told(entity: Entity, field: Field) -> tuple[str, str]:
    """(word, tone) for what must be in the field: key, required, made by the target, or ""."""
    if field.name in entity.primary_key:
        return QCoreApplication.translate("Schema", "key"), "accent_ink"
    if field.required and not field.generated:
        return QCoreApplication.translate("Schema", "required"), "warn"
    if any(field.name in key for key in entity.unique_keys):
        return QCoreApplication.translate("Schema", "no repeats"), "muted"
    return "", ""


def _types() -> dict[FieldType, str]:
    return {
        FieldType.TEXT: QCoreApplication.translate("Schema", "Text"),
        FieldType.INTEGER: QCoreApplication.translate("Schema", "Whole number"),
        FieldType.DECIMAL: QCoreApplication.translate("Schema", "Number"),
        FieldType.FLOAT: QCoreApplication.translate("Schema", "Number, approximate"),
        FieldType.BOOLEAN: QCoreApplication.translate("Schema", "Yes or no"),
        FieldType.DATE: QCoreApplication.translate("Schema", "Date"),
        FieldType.TIME: QCoreApplication.translate("Schema", "Time"),
        FieldType.DATETIME: QCoreApplication.translate("Schema", "Date and time"),
        FieldType.UUID: QCoreApplication.translate("Schema", "Identifier (UUID)"),
        FieldType.BINARY: QCoreApplication.translate("Schema", "File"),
    }
