"""Icons and words for columns and fields."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from migrator.model.mapping import Collision, RowStatus
from migrator.model.views.mapping import SourceCard, TargetCard
from ui import speech
from ui.pages.mapping.document import Document
from ui.visible import visible

_MEANINGS = {
    "company_name": "building-2",
    "person_name": "user",
    "first_name": "user",
    "last_name": "user",
    "job_title": "user",
    "salutation": "user",
    "gender": "user",
    "email": "mail",
    "phone": "phone",
    "mobile": "phone",
    "fax": "phone",
    "url": "globe",
    "address": "map-pin",
    "city": "map-pin",
    "province": "map-pin",
    "postal_code": "map-pin",
    "country": "map-pin",
    "national_id": "key",
    "company_id": "key",
    "economic_code": "key",
    "iban": "key",
    "id": "key",
    "code": "key",
    "birth_date": "calendar",
    "date": "calendar",
    "datetime": "calendar",
    "money": "banknote",
    "currency": "banknote",
    "quantity": "hash",
    "percent": "hash",
    "number": "hash",
    "boolean": "toggle-left",
    "status": "list",
    "category": "list",
    "reference": "link",
    "note": "file-text",
}
_TYPES = {
    "integer": "hash",
    "decimal": "hash",
    "float": "hash",
    "boolean": "toggle-left",
    "date": "calendar",
    "datetime": "calendar",
    "time": "clock",
    "uuid": "key",
}


def shown(text: str) -> str:
    """A name or a value of the data: nothing hidden in it, apart from the words around it."""
    return speech.isolate(visible(text))


def source_icon(card: SourceCard) -> str:
    """The icon of a column, by what it is about."""
    return _MEANINGS.get(card.meaning) or _TYPES.get(card.type, "type")


def target_icon(card: TargetCard) -> str:
    """The icon of a field."""
    if card.parent:
        return "link"
    if card.picklist:
        return "list"
    return _MEANINGS.get(card.meaning) or _TYPES.get(card.type, "type")


def type_words(name: str) -> str:
    """A type in words."""
    return {
        "text": QCoreApplication.translate("Mapping", "Text"),
        "integer": QCoreApplication.translate("Mapping", "Whole number"),
        "decimal": QCoreApplication.translate("Mapping", "Decimal"),
        "float": QCoreApplication.translate("Mapping", "Number"),
        "boolean": QCoreApplication.translate("Mapping", "Yes or no"),
        "date": QCoreApplication.translate("Mapping", "Date"),
        "time": QCoreApplication.translate("Mapping", "Time"),
        "datetime": QCoreApplication.translate("Mapping", "Date and time"),
        "uuid": QCoreApplication.translate("Mapping", "Id"),
        "binary": QCoreApplication.translate("Mapping", "File"),
    }.get(name, name)


def target_words(card: TargetCard) -> str:
    """What a field takes, in a few words."""
    if card.parent:
        parent = speech.ltr(card.parent)
        return QCoreApplication.translate("Mapping", "Lookup to {entity}").format(entity=parent)
    if card.picklist:
        count = speech.number(len(card.picklist))
        return QCoreApplication.translate("Mapping", "Picklist · {count}").format(count=count)
    if card.length:
        return f"{type_words(card.type)} · {speech.number(card.length)}"
    return type_words(card.type)


def status_words(status: RowStatus) -> str:
    """A status in words."""
    return {
        RowStatus.SUGGESTED: QCoreApplication.translate("Mapping", "Suggested"),
        RowStatus.DRAFT: QCoreApplication.translate("Mapping", "Draft"),
        RowStatus.TO_DECIDE: QCoreApplication.translate("Mapping", "To decide"),
        RowStatus.AGREED: QCoreApplication.translate("Mapping", "Agreed"),
        RowStatus.SIGNED: QCoreApplication.translate("Mapping", "Signed"),
    }[status]


def collision_words(collision: Collision) -> str:
    """What happens to a value that the target already has, in a few words."""
    return {
        Collision.OVERWRITE: QCoreApplication.translate("Mapping", "Overwrite"),
        Collision.FILL: QCoreApplication.translate("Mapping", "Fill if empty"),
        Collision.KEEP: QCoreApplication.translate("Mapping", "Keep the target's"),
        Collision.APPEND: QCoreApplication.translate("Mapping", "Append"),
    }[collision]


def collision_help(collision: Collision) -> str:
    """The same in a sentence."""
    return {
        Collision.OVERWRITE: QCoreApplication.translate(
            "Mapping", "The mapped value replaces what the target has, an empty one included."
        ),
        Collision.FILL: QCoreApplication.translate(
            "Mapping", "The mapped value is written only where the target's field is empty."
        ),
        Collision.KEEP: QCoreApplication.translate(
            "Mapping", "The target's value stays; only records that are created get this one."
        ),
        Collision.APPEND: QCoreApplication.translate(
            "Mapping", "The mapped text is put behind the target's, unless it is in it already."
        ),
    }[collision]


def evidence_words(document: Document, target: str) -> str:
    """Why a row was suggested."""
    comma = "؛ " if speech.language() == "fa" else "; "
    return comma.join(speech.say(part) for part in document.sheet.evidence.get(target, ()))
