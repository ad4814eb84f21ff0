"""The transforms that a value needs on its way into a field."""

from __future__ import annotations

import phonenumbers

from migrator.advice.columns import Column
from migrator.advice.picklists import value_map
from migrator.model.mapping import OnError, Step
from migrator.model.schema import Field, FieldType

_IRANIAN = 0.9  # share of telephone numbers that must be Iranian
# By the field's meaning. A text that cannot be read travels on as it is, with a warning:
# people would rather keep a strange number than lose it. Typed fields cannot take it: such a row
# is kept back.
_BY_MEANING = {
    "email": "email",
    "url": "url",
    "national_id": "national_id_iran",
}
_BY_TYPE = {
    FieldType.DATE: "date_auto",
    FieldType.DATETIME: "datetime",
    FieldType.DECIMAL: "number",
    FieldType.FLOAT: "number",
    FieldType.INTEGER: "integer",
    FieldType.BOOLEAN: "boolean",
}
_DIGITS = frozenset({"postal_code", "company_id", "economic_code", "iban", "code"})
_NAME_PARTS = {"first_name": "first", "last_name": "last", "person_name": "full"}
_ARABIC_FORMS = frozenset("يىكة")


def steps_for(column: Column, field: Field) -> tuple[Step, ...]:
    """The steps for values of `column` on their way to `field`, in order."""
    if field.picklist:
        found = value_map(column.name, column.values, field)
        changes = {value: to for value, to in found.items() if value != to}
        return (Step("value_map", {"map": found}),) if changes else ()
    if field.meaning == "money" and column.share(_with_words):
        return (Step("money"),)
    if field.type in _BY_TYPE:
        # Also where a database declares the type: SQLite and its like do not hold to it.
        return (Step(_BY_TYPE[field.type]),)
    return _for_text(column, field)


def _for_text(column: Column, field: Field) -> tuple[Step, ...]:
    steps = [Step("trim", {}, OnError.KEEP)]
    if field.meaning in {"phone", "mobile", "fax"}:
        return (*steps, *_for_phone(column))
    if _BY_MEANING.get(field.meaning):
        steps.append(Step(_BY_MEANING[field.meaning], {}, OnError.KEEP))
        return tuple(steps)
    if field.meaning in _DIGITS and any(_foreign_digits(value) for value in column.values):
        steps.append(Step("digits", {}, OnError.KEEP))
    elif any(letter in _ARABIC_FORMS for value in column.values for letter in value):
        steps.append(Step("persian_letters", {}, OnError.KEEP))
    part = _NAME_PARTS.get(field.meaning)
    if part and column.meaning == "person_name":
        steps.append(Step("split_name", {"part": part}, OnError.KEEP))
    return tuple(steps)


def _with_words(text: str) -> bool:
    return any(c.isalpha() for c in text)


def _for_phone(column: Column) -> tuple[Step, ...]:
    """A number without country code says nothing of its country: read as Iranian, a number from
    London becomes a valid one in Gorgan. So only where nearly all values are Iranian."""
    if (column.share(_iranian) or 0.0) >= _IRANIAN:
        return (Step("phone", {}, OnError.KEEP),)
    if any(_foreign_digits(value) for value in column.values):
        return (Step("digits", {}, OnError.KEEP),)
    return ()


def _iranian(text: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(text, "IR"))
    except phonenumbers.NumberParseException:
        return False


def _foreign_digits(value: str) -> bool:
    return any(c.isdecimal() and not c.isascii() for c in value)
