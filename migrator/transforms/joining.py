"""Several columns to one value, and values that need no column."""

from __future__ import annotations

import re
from dataclasses import dataclass

import polars as pl

from migrator.model.text import Text
from migrator.transforms.base import Example, Transform, Value
from migrator.transforms.options import Refused, option

Values = tuple[Value, ...]


@dataclass(frozen=True)
class JoinOptions:
    """What stands between the values."""

    separator: str = option(" ", Text("Separator", "جداکننده"))
    skip_empty: bool = option(True, Text("Leave empty values out", "مقدارهای خالی نیایند"))
    distinct: bool = option(False, Text("Each value once", "هر مقدار فقط یک بار"))


def join(values: Values, options: JoinOptions) -> Value:
    """The values one after the other; None when all are empty."""
    if not any(values):
        return None
    parts = [value or "" for value in values if value or not options.skip_empty]
    return options.separator.join(dict.fromkeys(parts) if options.distinct else parts)


def _join_kernel(values: pl.Series, options: JoinOptions) -> tuple[pl.Series, pl.Series]:
    """Over a struct of text columns."""
    undecided = pl.repeat(options.distinct, len(values), dtype=pl.Boolean, eager=True)
    columns = pl.all()
    filled = pl.when(columns != "").then(columns)
    something = pl.any_horizontal(filled.is_not_null())
    parts = filled if options.skip_empty else filled.fill_null("")
    joined = pl.concat_str(parts, separator=options.separator, ignore_nulls=True)
    frame = values.struct.unnest()
    return frame.select(pl.when(something).then(joined).alias("result"))["result"], undecided


@dataclass(frozen=True)
class CoalesceOptions:
    """Which of the values is taken."""

    last: bool = option(False, Text("The last filled one", "آخرین مقدار پر"))


def coalesce(values: Values, options: CoalesceOptions) -> Value:
    """The first (or last) value that is not empty; None when all are."""
    ordered = reversed(values) if options.last else values
    return next((value for value in ordered if value), None)


def _coalesce_kernel(values: pl.Series, options: CoalesceOptions) -> tuple[pl.Series, pl.Series]:
    frame = values.struct.unnest()
    names = frame.columns[::-1] if options.last else frame.columns
    filled = [pl.when(pl.col(name) != "").then(pl.col(name)) for name in names]
    undecided = pl.repeat(False, len(values), dtype=pl.Boolean, eager=True)
    return frame.select(pl.coalesce(filled).alias("result"))["result"], undecided


@dataclass(frozen=True)
class ConstantOptions:
    """The value that every row gets."""

    value: str = option("", Text("Value", "مقدار"))
    only_empty: bool = option(
        False, Text("Only where the source is empty", "فقط جایی که منبع خالی است")
    )


def constant(values: Values, options: ConstantOptions) -> Value:
    """The constant, whatever was given."""
    if options.only_empty:
        return next((value for value in values if value), None) or options.value or None
    return options.value or None


@dataclass(frozen=True)
class TemplateOptions:
    """Text with {1}, {2} ... where the values go; {{ and }} are braces."""

    template: str = option(
        "{1}",
        Text("Template", "قالب"),
        help=Text(
            "{1} is the first column. A part in [ ] is left out when a value in it is empty.",
            "{1} ستون نخست است. بخش درون [ ] اگر مقدار خالی داشته باشد نمی‌آید.",
        ),
    )

    def __post_init__(self) -> None:
        _parse(self.template)


_TOKEN = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{[1-9][0-9]?\}|[{}\[\]]|[^{}\[\]]+")


def template(values: Values, options: TemplateOptions) -> Value:
    """The template with the values filled in; None when every value it asks for is empty."""
    filled, out = False, []
    for optional, tokens in _parse(options.template):
        texts = [_fill(token, values) for token in tokens]
        asked = [text for token, text in zip(tokens, texts, strict=True) if isinstance(token, int)]
        filled = filled or any(asked)
        if not optional or all(asked):
            out += texts
    asks = any(isinstance(token, int) for _, part in _parse(options.template) for token in part)
    return "".join(out).strip() or None if filled or not asks else None


def _fill(token: str | int, values: Values) -> str:
    if isinstance(token, str):
        return token
    return (values[token - 1] or "") if token <= len(values) else ""


def _parse(text: str) -> list[tuple[bool, list[str | int]]]:
    """Parts of a template, each (optional, literal texts and column numbers)."""
    parts: list[tuple[bool, list[str | int]]] = [(False, [])]
    for token in _TOKEN.findall(text):
        if token == "[" and not parts[-1][0]:
            parts.append((True, []))
        elif token == "]" and parts[-1][0]:
            parts.append((False, []))
        elif token in ("{", "}", "[", "]"):
            raise Refused(
                f"{token!r} has no partner in the template (write it twice)",
                f"{token} در قالب جفت ندارد (اگر خود نویسه را می‌خواهید دو بار بنویسید)",
            )
        elif len(token) > 2 and token[0] == "{":
            parts[-1][1].append(int(token[1:-1]))
        else:
            parts[-1][1].append(token[0] if token in ("{{", "}}", "[[", "]]") else token)
    if parts[-1][0]:
        raise Refused(
            "'[' has no partner in the template (write it twice)",
            "] در قالب جفت ندارد (اگر خود نویسه را می‌خواهید دو بار بنویسید)",
        )
    return parts


JOIN = Transform(
    id="join",
    title=Text("Join columns", "پیوستن ستون‌ها"),
    help=Text(
        "Puts the values of several columns one after the other.",
        "مقدار چند ستون را پشت سر هم می‌نویسد.",
    ),
    options=JoinOptions,
    function=join,
    kernel=_join_kernel,
    examples=(
        Example(("علی", "رضایی"), "علی رضایی"),
        Example(("a", None, "c"), "a-c", {"separator": "-"}),
        Example(("a", None, "c"), "a--c", {"separator": "-", "skip_empty": False}),
        Example(("x", "y", "x"), "x y", {"distinct": True}),
        Example((None, ""), None),
    ),
    many=True,
)
COALESCE = Transform(
    id="coalesce",
    title=Text("First filled column", "نخستین ستون پر"),
    help=Text(
        "Takes the first of several columns that is not empty.",
        "از میان چند ستون نخستین مقدار غیرخالی را برمی‌دارد.",
    ),
    options=CoalesceOptions,
    function=coalesce,
    kernel=_coalesce_kernel,
    examples=(
        Example((None, "0912", "021"), "0912"),
        Example((None, "0912", "021"), "021", {"last": True}),
        Example(("", None), None),
    ),
    many=True,
)
CONSTANT = Transform(
    id="constant",
    title=Text("Fixed value", "مقدار ثابت"),
    help=Text("Gives every row the same value.", "به همه‌ی سطرها یک مقدار می‌دهد."),
    options=ConstantOptions,
    function=constant,
    examples=(
        Example((), "IR", {"value": "IR"}),
        Example(("x",), "IR", {"value": "IR"}),
        Example(("x",), "x", {"value": "IR", "only_empty": True}),
        Example((None,), "IR", {"value": "IR", "only_empty": True}),
        Example(("x",), None),
    ),
    many=True,
)
TEMPLATE = Transform(
    id="template",
    title=Text("Fill a template", "پر کردن قالب"),
    help=Text(
        "Writes the columns into a text such as “{1}, flat {2}”.",
        "ستون‌ها را در متنی مانند «{1}، واحد {2}» می‌نویسد.",
    ),
    options=TemplateOptions,
    function=template,
    examples=(
        Example(("آزادی", "۱۲"), "خیابان آزادی، پلاک ۱۲", {"template": "خیابان {1}، پلاک {2}"}),
        Example(("آزادی", None), "خیابان آزادی", {"template": "خیابان {1}[، پلاک {2}]"}),
        Example(("a",), "{a} [b]", {"template": "{{{1}}} [[b]]"}),
        Example((None, None), None, {"template": "{1}-{2}"}),
    ),
    many=True,
    idempotent=False,
)
