"""What can be chosen: every transform, check and survivorship rule, described for a form."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from typing import Any, Union, get_args, get_origin, get_type_hints

from migrator.checks import CHECKS
from migrator.desks.base import Desk, query
from migrator.desks.error_words import problem_text
from migrator.errors import PlanError
from migrator.model.codec import to_data
from migrator.model.issues import ISSUE_CODES
from migrator.model.text import Text
from migrator.model.views.catalog import (
    NO_TEXT,
    CatalogExample,
    CatalogItem,
    OptionField,
    OptionKind,
)
from migrator.survivors import SURVIVORS
from migrator.transforms import TRANSFORMS
from migrator.transforms.base import CannotTransform, Example, Transform
from migrator.transforms.compiling import Adjustable, build_options
from migrator.transforms.options import Refused
from migrator.transforms.replacing import check_regex

OTHER = ("other", Text("Other", "دیگر"))
# Shelf -> its title and the modules whose items stand on it. What is listed nowhere is "other".
_SHELVES: dict[str, tuple[Text, tuple[str, ...]]] = {
    "text": (
        Text("Text", "متن"),
        ("trimming", "case", "cleaning", "replacing", "shaping"),
    ),
    "persian": (Text("Persian letters and digits", "حروف و رقم‌های فارسی"), ("letters",)),
    "parts": (Text("Split and join", "برش و پیوند"), ("splitting", "joining")),
    "contact": (Text("Phone, e-mail, web", "تلفن، ایمیل، وب"), ("phones", "web")),
    "ids": (Text("National ids and accounts", "کدهای ملی و حساب"), ("identifiers",)),
    "numbers": (Text("Numbers and money", "عدد و مبلغ"), ("numbers", "money", "booleans")),
    "dates": (Text("Dates", "تاریخ"), ("dates", "datetimes")),
    "values": (
        Text("Value maps and rules", "جدول و عبارت"),
        ("value_maps", "expression_step", "by_hand"),
    ),
    "keys": (Text("Keys and privacy", "کلید و محرمانگی"), ("keys", "numbering")),
    "schema": (Text("What the target demands", "خواسته‌های مقصد"), ("schema_checks",)),
    "value": (Text("One value", "یک مقدار"), ("value_checks",)),
    "row": (Text("Fields of one row", "فیلدهای یک ردیف"), ("row_checks",)),
    "order": (Text("By the row", "بر پایه‌ی سطر"), ("order",)),
    "content": (Text("By the value", "بر پایه‌ی مقدار"), ("value",)),
}
_SCALARS = {
    bool: OptionKind.BOOLEAN,
    int: OptionKind.NUMBER,
    float: OptionKind.DECIMAL,
    str: OptionKind.TEXT,
}


class CatalogDesk(Desk):
    """Describes the registries. Needs nothing of the plan."""

    @query
    def transforms(self) -> tuple[CatalogItem, ...]:
        """Every transform, shelf by shelf."""
        return described_transforms()

    @query
    def checks(self) -> tuple[CatalogItem, ...]:
        """Every check."""
        return _sorted(_item("check", one, one.title, one.help, one.select) for one in CHECKS)

    @query
    def survivors(self) -> tuple[CatalogItem, ...]:
        """Every survivorship rule."""
        return _sorted(_item("survivor", one, one.title, one.help, one.order) for one in SURVIVORS)

    @query
    def problem(self, kind: str, item: str, options: dict[str, Any]) -> Text | None:
        """Why these options of a transform, check or survivor cannot be used, in one sentence;
        None when they can. Raises PlanError for an item that does not exist."""
        return options_problem(_found(kind, item), options)


def described_transforms() -> tuple[CatalogItem, ...]:
    """Every transform, shelf by shelf."""
    items = (
        dataclasses.replace(
            _item("transform", one, one.title, one.help, one.function),
            many=one.many,
            examples=tuple(_example(one, example) for example in one.examples),
        )
        for one in TRANSFORMS
    )
    return _sorted(items)


def options_problem(item: Adjustable, options: dict[str, Any]) -> Text | None:
    """Why `options` cannot be used, in one sentence; None when they can."""
    try:
        built = build_options(item, options)
        for field in dataclasses.fields(built):
            if field.metadata.get("of") == "pattern":
                check_regex(getattr(built, field.name))
    except PlanError as error:
        cause = error.__cause__
        if isinstance(cause, Refused):
            return _sentence(cause.words)
        return problem_text(" ".join(error.details.get("problems", [error.message])))
    except Refused as refused:
        return _sentence(refused.words)
    return None


def _sentence(words: Text) -> Text:
    return Text(f"{words.en[:1].upper()}{words.en[1:]}.", f"{words.fa}.")


def _found(kind: str, item: str) -> Adjustable:
    if kind == "transform":
        return TRANSFORMS.get(item)
    if kind == "check":
        return CHECKS.get(item)
    if kind == "survivor":
        return SURVIVORS.get(item)
    raise PlanError(
        Text(f"There is no kind of choice called {kind!r}.", f"گونه‌ی انتخابی به نام «{kind}» نیست.")
    )


def _sorted(items: Any) -> tuple[CatalogItem, ...]:
    places = {name: place for place, name in enumerate([*_SHELVES, OTHER[0]])}
    return tuple(sorted(items, key=lambda item: places[item.group]))


def _item(
    kind: str, item: Adjustable, title: Text, help: Text, function: Callable[..., Any]
) -> CatalogItem:
    group, group_title = _shelf(function)
    return CatalogItem(
        kind, item.id, title, help, group, group_title, options=option_fields(item.options)
    )


def _shelf(function: Callable[..., Any]) -> tuple[str, Text]:
    module = function.__module__.rpartition(".")[2]
    found = ((name, title) for name, (title, modules) in _SHELVES.items() if module in modules)
    return next(found, OTHER)


def option_fields(options: type) -> tuple[OptionField, ...]:
    """The fields of an options dataclass, in order."""
    hints = get_type_hints(options)
    return tuple(_field(field, hints[field.name]) for field in dataclasses.fields(options))


def _field(field: dataclasses.Field[Any], hint: Any) -> OptionField:
    words = field.metadata
    optional = get_origin(hint) in (Union, types.UnionType)
    if optional:
        hint = next(part for part in get_args(hint) if part is not type(None))
    choices = tuple(words.get("choices", ()))
    return OptionField(
        name=field.name,
        title=words.get("title") or Text.of(field.name),
        kind=OptionKind.CHOICE if choices else _kind(hint),
        default=to_data(_default(field)),
        help=words.get("help") or NO_TEXT,
        choices=choices,
        of=words.get("of", ""),
        optional=optional,
    )


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return None if field.default is dataclasses.MISSING else field.default


def _kind(hint: Any) -> OptionKind:
    if hint in _SCALARS:
        return _SCALARS[hint]
    if get_origin(hint) is dict:
        return OptionKind.MAPPING
    inner = get_args(hint)[0] if get_origin(hint) is tuple else None
    if inner is str:
        return OptionKind.LIST
    if get_origin(inner) is tuple:
        return OptionKind.TABLE
    raise TypeError(f"no form can be made for an option of type {hint}")


def _example(transform: Transform, example: Example) -> CatalogExample:
    given = example.given if isinstance(example.given, tuple) else (example.given,)
    options = dict(example.options or {})
    return CatalogExample(given, example.gives, options, _failure(transform, example, options))


def _failure(transform: Transform, example: Example, options: dict[str, Any]) -> Text:
    if not example.fails:
        return NO_TEXT
    value = example.given if isinstance(example.given, str) else ""
    try:
        transform.function(example.given, build_options(transform, options))
    except CannotTransform as failed:
        words = ISSUE_CODES[failed.code].text
        told = {"value": value, "detail": failed.detail, "field": ""}
        return Text(words.en.format(**told), words.fa.format(**told))
    return NO_TEXT
