"""An expression as a transform."""

from __future__ import annotations

import string
from dataclasses import dataclass
from functools import cached_property

from migrator.errors import PlanError
from migrator.model.text import Text
from migrator.transforms.base import Example, Transform, Value
from migrator.transforms.expression import Expression, compile_expression
from migrator.transforms.options import Refused, option


@dataclass(frozen=True)
class ExpressionOptions:
    """The expression; `value` and `a` are the first column, `b` the second, and so on."""

    expression: str = option(
        "value",
        Text("Expression", "عبارت"),
        help=Text(
            "value is the value; a, b, c ... are the columns. Example: a + ' ' + b if b else a",
            "value مقدار است و a، b، c ستون‌ها. نمونه: ‎a + ' ' + b if b else a",
        ),
        of="expression",
    )

    def __post_init__(self) -> None:
        try:
            unknown = sorted(self.compiled.names - _NAMES)
        except PlanError as error:
            told = str(error).removesuffix(".")
            raise Refused(told, f"عبارت پذیرفته نیست: {told}") from error
        if unknown:
            raise Refused(
                f"the expression reads {unknown[0]!r}; use value, a, b, c",
                f"عبارت {unknown[0]} را می‌خواند؛ value و a و b و c را به کار ببرید",
            )

    @cached_property
    def compiled(self) -> Expression:
        """The expression, ready to run."""
        return compile_expression(self.expression)


_NAMES = frozenset({"value", *string.ascii_lowercase})


def evaluate_expression(values: tuple[Value, ...], options: ExpressionOptions) -> Value:
    """The result as text: `true`/`false` for a condition, canonical numbers."""
    row = dict(zip(string.ascii_lowercase, values, strict=False))
    result = options.compiled({**row, "value": values[0] if values else None})
    return ("true" if result else "false") if isinstance(result, bool) else result


EXPRESSION = Transform(
    id="expression",
    title=Text("Expression", "عبارت محاسباتی"),
    help=Text(
        "Works out a value from one or several columns; nothing but values is reachable.",
        "مقدار را از یک یا چند ستون حساب می‌کند؛ جز مقدارها به چیزی دسترسی ندارد.",
    ),
    options=ExpressionOptions,
    function=evaluate_expression,
    examples=(
        Example(("12", "3"), "36", {"expression": "number(a) * number(b)"}),
        Example(("0.1", "0.2"), "0.3", {"expression": "number(a) + number(b)"}),
        Example(("علی", None), "علی", {"expression": "a + ' ' + b if b else a"}),
        Example(("1402",), "true", {"expression": "value >= 1400"}),
        Example((None,), "none", {"expression": "value or 'none'"}),
        Example(("x",), options={"expression": "value * 2"}, fails="bad_number"),
        Example(("1", "0"), options={"expression": "a / b"}, fails="transform_failed"),
    ),
    many=True,
    idempotent=False,
)
