"""Checks that compare fields of one row with each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from migrator.checks import sqltext as sql
from migrator.checks.base import Check, CheckContext
from migrator.checks.schema_checks import NoOptions
from migrator.errors import PlanError
from migrator.model.text import Text
from migrator.store.names import literal, quote
from migrator.transforms.options import option

# The word people choose, and the comparison that must hold.
_OPERATORS = {"=": "=", "<>": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}


@dataclass(frozen=True)
class CompareOptions:
    """The first field, compared by `operator` (= <> < <= > >=), with the sum (`combine` = sum),
    product (product) or ratio first / second (ratio) of the other fields; `tolerance` is the
    largest difference that still counts as equal. Numbers; rows with an empty field pass."""

    operator: str = option(
        "=",
        Text("The first field is", "فیلد نخست"),
        choices=(
            ("=", Text("equal to", "برابر است با")),
            ("<>", Text("different from", "برابر نیست با")),
            ("<", Text("less than", "کمتر است از")),
            ("<=", Text("at most", "حداکثر برابر است با")),
            (">", Text("more than", "بیشتر است از")),
            (">=", Text("at least", "حداقل برابر است با")),
        ),
    )
    combine: str = option(
        "sum",
        Text("The other fields together", "فیلدهای دیگر با هم"),
        choices=(
            ("sum", Text("their sum", "جمع آن‌ها")),
            ("product", Text("their product", "حاصل‌ضرب آن‌ها")),
            ("ratio", Text("the second divided by the rest", "دومی تقسیم بر بقیه")),
        ),
    )
    tolerance: float = option(
        0.0,
        Text("Tolerance", "رواداری"),
        help=Text(
            "Largest difference that still counts as equal",
            "بیشترین اختلافی که برابر به شمار می‌آید",
        ),
    )


def _date_order(context: CheckContext) -> str:
    """Each field must not be later than the one after it; canonical dates compare as text."""
    selects = []
    for earlier, later in zip(context.fields, context.fields[1:], strict=False):
        both = f"{sql.filled(earlier)} and {sql.filled(later)}"
        # A day and a moment compare by their day; two moments in full.
        shorter = f"least(length({quote(earlier)}), length({quote(later)}))"
        wrong = f"{both} and left({quote(later)}, {shorter}) < left({quote(earlier)}, {shorter})"
        detail = f"{literal(earlier + ' ')} || left({quote(earlier)}, 40)"
        selects.append(sql.failing(context, later, wrong, "date_order", detail))
    return sql.union(selects)


def _refuse_unfit(options: CompareOptions, fields: Sequence[str]) -> None:
    if options.operator not in _OPERATORS or options.combine not in ("sum", "product", "ratio"):
        raise PlanError(
            Text(
                f"The check compare_fields cannot use {options.operator!r} with"
                f" {options.combine!r}.",
                f"وارسی compare_fields نمی‌تواند «{options.operator}» را با «{options.combine}» "
                "به کار برد.",
            ),
            hint=Text(
                "Operators: = <> < <= > >=; combine: sum, product or ratio.",
                "عملگرها: = <> < <= > >=؛ ترکیب: sum، product یا ratio.",
            ),
        )
    if len(fields) < 2:
        raise PlanError(
            Text(
                "The check compare_fields needs at least two fields.",
                "وارسی compare_fields دست‌کم دو فیلد می‌خواهد.",
            ),
            hint=Text(
                "The first is compared with the others taken together.",
                "فیلد نخست با ترکیب فیلدهای دیگر مقایسه می‌شود.",
            ),
        )


def _compare_fields(context: CheckContext) -> str:
    options: CompareOptions = context.options
    _refuse_unfit(options, context.fields)
    first, *others = context.fields
    numbers = [f"try_cast({quote(name)} as decimal(38, 9))" for name in others]
    if options.combine == "ratio":
        numbers = [numbers[0], *(f"nullif({number}, 0)" for number in numbers[1:])]
    sign = {"sum": " + ", "product": " * ", "ratio": " / "}[options.combine]
    right = sign.join(f"({number})::double" for number in numbers)
    if options.combine == "sum":
        right = sign.join(numbers)
    left = f"try_cast({quote(first)} as decimal(38, 9))"
    near = f"abs({left} - ({right})) <= {float(options.tolerance)!r}"
    holds = {"=": near, "<>": f"not ({near})"}.get(
        options.operator,
        f"({left} {_OPERATORS[options.operator]} ({right}) or {near})"
        if options.operator in ("<=", ">=")
        else f"{left} {_OPERATORS[options.operator]} ({right})",
    )
    rule = f"{first} {options.operator} {sign.join(others)}"
    return sql.failing(context, first, f"not ({holds})", "check_failed", literal(rule))


DATE_ORDER = Check(
    "date_order",
    Text("Order of dates", "ترتیب تاریخ‌ها"),
    Text(
        "Each date is not before the one named ahead of it.",
        "هر تاریخ پیش از تاریخ نام‌برده‌ی قبلی نیست.",
    ),
    NoOptions,
    ("date_order",),
    _date_order,
)
COMPARE_FIELDS = Check(
    "compare_fields",
    Text("Compare numbers of a row", "مقایسه‌ی عددهای یک سطر"),
    Text(
        "A number stands in the stated relation to the sum, product or ratio of others.",
        "یک عدد با جمع، حاصل‌ضرب یا نسبت عددهای دیگر رابطه‌ی گفته‌شده را دارد.",
    ),
    CompareOptions,
    ("check_failed",),
    _compare_fields,
)
