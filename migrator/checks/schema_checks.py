"""Checks that follow from the target's schema: required, length, type, picklist, unique."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.checks import sqltext as sql
from migrator.checks.base import Check, CheckContext
from migrator.model.schema import Field, FieldType
from migrator.model.text import Text
from migrator.store.names import literal, quote
from migrator.transforms.options import Choices, option


@dataclass(frozen=True)
class NoOptions:
    """For checks that have nothing to set."""


@dataclass(frozen=True)
class MaxLengthOptions:
    """`length` in characters; 0 takes the length of the field in the target."""

    length: int = option(
        0,
        Text("Greatest length", "بیشترین طول"),
        help=Text("In characters; 0: as in the target", "به نویسه؛ صفر: همان طول مقصد"),
    )


_TYPES: Choices = (
    ("", Text("as in the target", "همان نوع مقصد")),
    (FieldType.TEXT.value, Text("text", "متن")),
    (FieldType.INTEGER.value, Text("whole number", "عدد صحیح")),
    (FieldType.DECIMAL.value, Text("decimal number", "عدد اعشاری")),
    (FieldType.FLOAT.value, Text("floating-point number", "عدد ممیز شناور")),
    (FieldType.BOOLEAN.value, Text("yes or no", "بله یا خیر")),
    (FieldType.DATE.value, Text("date", "تاریخ")),
    (FieldType.TIME.value, Text("time", "ساعت")),
    (FieldType.DATETIME.value, Text("date and time", "تاریخ و ساعت")),
    (FieldType.UUID.value, Text("UUID", "UUID")),
    (FieldType.BINARY.value, Text("binary data", "داده‌ی دودویی")),
)


@dataclass(frozen=True)
class FieldTypeOptions:
    """`type` is a FieldType; empty takes the type, precision and scale of the field in the
    target. `precision` counts all digits, `scale` those after the point; 0 means no limit."""

    type: str = option("", Text("Type", "نوع"), choices=_TYPES)
    precision: int = option(
        0, Text("Digits in all", "همه‌ی رقم‌ها"), help=Text("0: no limit", "صفر: بی‌حد")
    )
    scale: int = option(
        0, Text("Digits after the point", "رقم‌های اعشار"), help=Text("0: no limit", "صفر: بی‌حد")
    )


@dataclass(frozen=True)
class PicklistOptions:
    """`values` are the allowed ones; empty takes the picklist of the field in the target."""

    values: tuple[str, ...] = option(
        (),
        Text("Allowed values", "مقدارهای مجاز"),
        help=Text("Empty: the picklist of the target", "خالی: فهرست انتخاب مقصد"),
    )


def _required(context: CheckContext) -> str:
    return sql.union(
        [sql.failing(context, f, f"not {sql.filled(f)}", "required") for f in context.fields]
    )


def _max_length(context: CheckContext) -> str:
    selects = []
    for name in context.fields:
        field = sql.known(context, name)
        most = context.options.length or (field.length if field else 0) or 0
        if most and not sql.is_lookup(context, name):
            detail = f"length({quote(name)})::varchar || ' > {int(most)}'"
            condition = f"length({quote(name)}) > {int(most)}"
            selects.append(sql.failing(context, name, condition, "too_long", detail))
    return sql.union(selects)


def _field_type(context: CheckContext) -> str:
    selects = []
    for name in context.fields:
        if sql.is_lookup(context, name):
            continue
        kind, precision, scale = _wanted(context, sql.known(context, name))
        right = sql.of_type(name, kind)
        wrong = f"{sql.filled(name)} and not {right}"
        selects.append(sql.failing(context, name, wrong, "wrong_type", literal(kind.value)))
        if kind == FieldType.DECIMAL and precision:
            selects.append(_digits(context, name, precision, scale))
        if kind == FieldType.INTEGER:
            selects.append(_integer_range(context, name, precision))
    return sql.union([select for select in selects if select])


def _wanted(context: CheckContext, field: Field | None) -> tuple[FieldType, int, int]:
    options = context.options
    if options.type or field is None:
        return FieldType(options.type or "text"), options.precision, options.scale
    precision = options.precision or field.precision or 0
    return field.type, precision, options.scale or field.scale or 0


def _digits(context: CheckContext, name: str, precision: int, scale: int) -> str:
    column = f"ltrim({quote(name)}, '-')"
    whole = f"length(ltrim(split_part({column}, '.', 1), '0'))"
    after = f"length(rtrim(split_part({column}, '.', 2), '0'))"
    limit = f"{precision - scale} digits before and {scale} after the point"
    condition = (
        f"{sql.filled(name)} and {sql.of_type(name, FieldType.DECIMAL)}"
        f" and ({whole} > {precision - scale} or {after} > {scale})"
    )
    return sql.failing(context, name, condition, "out_of_range", literal(limit))


def _integer_range(context: CheckContext, name: str, precision: int) -> str:
    field = sql.known(context, name)
    native = (field.native_type if field else "").lower()
    bits = _INTEGER_BITS.get(native.replace("(", " ").split(" ")[0], 64)
    low, high = (
        (0, 2**bits - 1) if "unsigned" in native else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
    )
    if precision:
        high = min(high, 10**precision - 1)
        low = max(low, -high)
    number = f"try_cast({quote(name)} as hugeint)"
    condition = (
        f"{sql.filled(name)} and {sql.of_type(name, FieldType.INTEGER)}"
        f" and coalesce({number} not between ({low})::hugeint and ({high})::hugeint, true)"
    )
    return sql.failing(context, name, condition, "out_of_range", literal(f"{low} to {high}"))


# Sizes of the integer types that databases name. `integer` is left out: SQLite's holds 64 bits,
# and a number too large for another's is refused there by name.
_INTEGER_BITS = {
    "tinyint": 8,
    "smallint": 16,
    "int2": 16,
    "smallserial": 16,
    "mediumint": 24,
    "int": 32,
    "int4": 32,
    "serial": 32,
}


def _picklist(context: CheckContext) -> str:
    selects = []
    for name in context.fields:
        field = sql.known(context, name)
        values = context.options.values or tuple(v.value for v in (field.picklist if field else ()))
        if values:
            listed = ", ".join(literal(value) for value in values)
            condition = f"{sql.filled(name)} and {quote(name)} not in ({listed})"
            selects.append(sql.failing(context, name, condition, "not_in_picklist"))
    return sql.union(selects)


def _unique(context: CheckContext) -> str:
    """Rows that share all values of `fields` together; a row with an empty one shares nothing."""
    if not context.fields:
        return sql.EMPTY_SELECT
    parts = ", ".join(quote(name) for name in context.fields)
    shown = " || ', ' || ".join(quote(name) for name in context.fields)
    whole = " and ".join(sql.filled(name) for name in context.fields)
    label = literal(", ".join(context.fields))
    return f"""select row, {label} as field, 'not_unique' as code, value,
            twins::varchar || ' rows' as detail
        from (select _gid as row, left({shown}, {sql.VALUE_LENGTH}) as value,
                count(*) over (partition by {parts}) as twins
              from {context.table} where {whole})
        where twins > 1"""


def _parent_exists(context: CheckContext) -> str:
    selects = []
    for name in context.fields:
        named = [r.parent for r in context.entity.relationships if r.field == name]
        if not named:
            continue
        asked, detail = f"_raw_{name}", literal(" / ".join(named))
        selects.append(
            f"""select _gid as row, {literal(name)} as field, 'missing_parent' as code,
                left({quote(asked)}, {sql.VALUE_LENGTH}) as value,
                {detail} as detail
            from {context.table} where {sql.filled(asked)} and not {sql.filled(name)}"""
        )
        parents = [context.parents[parent] for parent in named if parent in context.parents]
        if len(parents) == len(named):
            column = f"c.{quote(name)}"
            there = " union all ".join(f"select _gid from {parent}" for parent in parents)
            selects.append(
                f"""select c._gid as row, {literal(name)} as field, 'missing_parent' as code,
                    {column} as value, {detail} as detail
                from {context.table} c where coalesce({column}, '') <> '' and not exists
                (select 1 from ({there}) p where p._gid = try_cast({column} as bigint))"""
            )
    return sql.union(selects)


REQUIRED = Check(
    "required",
    Text("Required", "الزامی"),
    Text("The field must hold a value.", "فیلد باید مقدار داشته باشد."),
    NoOptions,
    ("required",),
    _required,
)
MAX_LENGTH = Check(
    "max_length",
    Text("Maximum length", "بیشترین اندازه"),
    Text(
        "No more characters than the target's field takes.",
        "تعداد نویسه‌ها بیش از ظرفیت فیلد مقصد نباشد.",
    ),
    MaxLengthOptions,
    ("too_long",),
    _max_length,
)
FIELD_TYPE = Check(
    "field_type",
    Text("Type of the value", "نوع مقدار"),
    Text(
        "The value reads as the field's type: numbers fit its digits, dates exist.",
        "مقدار از نوع فیلد است: عدد در اندازه‌ی آن جا می‌شود و تاریخ وجود دارد.",
    ),
    FieldTypeOptions,
    ("wrong_type", "out_of_range"),
    _field_type,
)
PICKLIST = Check(
    "picklist",
    Text("Allowed values", "مقدارهای مجاز"),
    Text("The value is one of a closed list.", "مقدار یکی از فهرست بسته باشد."),
    PicklistOptions,
    ("not_in_picklist",),
    _picklist,
)
UNIQUE = Check(
    "unique",
    Text("Unique", "یکتا"),
    Text(
        "No two records share the values of these fields.",
        "هیچ دو رکوردی در این فیلدها مقدار یکسان ندارند.",
    ),
    NoOptions,
    ("not_unique",),
    _unique,
)
PARENT_EXISTS = Check(
    "parent_exists",
    Text("Parent exists", "وجود رکورد والد"),
    Text(
        "What the lookup names was found among the parent's records.",
        "رکوردی که ارجاع نام می‌برد میان رکوردهای والد پیدا شده است.",
    ),
    NoOptions,
    ("missing_parent",),
    _parent_exists,
)
