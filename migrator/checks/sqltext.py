"""Small parts of SQL that checks share. Names and values are always quoted here."""

from __future__ import annotations

from migrator.checks.base import CheckContext
from migrator.model.schema import Field, FieldType
from migrator.store.names import literal, quote

EMPTY_SELECT = (
    "select null::bigint as row, ''::varchar as field, ''::varchar as code,"
    " ''::varchar as value, ''::varchar as detail where false"
)
VALUE_LENGTH = 200


def failing(
    context: CheckContext, field: str, condition: str, code: str, detail: str = "''"
) -> str:
    """A SELECT of the rows where `condition` holds for the column `field`; `detail` is SQL."""
    return f"""select _gid as row, {literal(field)} as field, {literal(code)} as code,
        left({quote(field)}, {VALUE_LENGTH}) as value, {detail} as detail
        from {context.table} where {condition}"""


def union(selects: list[str]) -> str:
    """All rows of several SELECTs; none at all if there are none."""
    return "\nunion all\n".join(f"({select})" for select in selects) if selects else EMPTY_SELECT


def filled(field: str) -> str:
    """The column holds something: an empty text is nothing."""
    return f"coalesce({quote(field)}, '') <> ''"


def matches(field: str, pattern: str) -> str:
    """The whole value fits the RE2 `pattern`."""
    return f"regexp_full_match({quote(field)}, {literal(pattern)})"


def contains(field: str, pattern: str) -> str:
    """Some part of the value fits the RE2 `pattern`."""
    return f"regexp_matches({quote(field)}, {literal(pattern)})"


def as_number(field: str) -> str:
    """The value as a double, NULL where it is none."""
    return f"try_cast({quote(field)} as double)"


def is_lookup(context: CheckContext, field: str) -> bool:
    """Whether the field points to a parent: its column holds the parent's golden id."""
    return context.entity.relationship(field) is not None


def known(context: CheckContext, field: str) -> Field | None:
    """The entity's field of this name, or None."""
    return next((one for one in context.entity.fields if one.name == field), None)


_DATE = r"\d{4}-\d{2}-\d{2}"
_TIME = r"\d{2}:\d{2}:\d{2}(\.\d{1,6})?"
_ZONE = r"(Z|[+-]\d{2}:\d{2})?"
_BASE64 = r"([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"
_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


def of_type(field: str, kind: FieldType) -> str:
    """SQL that is true where the value is canonical text of this type (model.schema.FieldType)
    and its date or time exists."""
    column = quote(field)
    day, moment = f"try_cast(left({column}, 10) as date)", f"try_cast({column} as time)"
    clock = f"try_cast(substr({column}, 12, 8) as time)"
    tests = {
        FieldType.TEXT: "true",
        FieldType.INTEGER: matches(field, r"-?(0|[1-9]\d*)"),
        FieldType.DECIMAL: matches(field, r"-?(0|[1-9]\d*)(\.\d+)?"),
        FieldType.FLOAT: matches(field, r"-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d{1,3})?"),
        FieldType.BOOLEAN: f"{column} in ('true', 'false')",
        FieldType.DATE: f"{matches(field, _DATE)} and {day} is not null",
        FieldType.TIME: f"{matches(field, _TIME)} and {moment} is not null",
        FieldType.DATETIME: f"{matches(field, _DATE + 'T' + _TIME + _ZONE)}"
        f" and {day} is not null and {clock} is not null",
        FieldType.UUID: matches(field, _UUID),
        FieldType.BINARY: matches(field, _BASE64),
    }
    return f"({tests[kind]})"
