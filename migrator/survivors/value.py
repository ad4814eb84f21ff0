"""Rules that go by the values themselves: length, number, frequency, form."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.model.text import Text
from migrator.store.names import literal
from migrator.survivors.base import RankContext, Rule
from migrator.survivors.order import NoOptions
from migrator.transforms.options import option

_SHAPES = {
    "email": r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}",
    "phone": r"\+[1-9][0-9]{6,14}",
}


@dataclass(frozen=True)
class ValidFirstOptions:
    """`pattern` is an RE2 expression that the whole value must match; without one, `shape` is
    `email` or `phone` (international form, +98...)."""

    pattern: str = option(
        "",
        Text("Pattern", "الگو"),
        help=Text("RE2 syntax; empty: the form chosen below", "به نحو RE2؛ خالی: شکل زیر"),
        of="pattern",
    )
    shape: str = option(
        "email",
        Text("Form", "شکل"),
        choices=(
            ("email", Text("e-mail address", "نشانی ایمیل")),
            ("phone", Text("international phone number", "شماره تلفن بین‌المللی")),
        ),
    )


def _longest(context: RankContext) -> list[str]:
    return [f"length({context.field}) desc"]


def _shortest(context: RankContext) -> list[str]:
    return [f"length({context.field})"]


def _most_frequent(context: RankContext) -> list[str]:
    return [f"count(*) over (partition by _gid, {context.field}) desc"]


def _number(context: RankContext) -> str:
    return f"try_cast({context.field} as decimal(38, 9))"


def _highest(context: RankContext) -> list[str]:
    return [f"{_number(context)} desc", f"{context.field} desc"]


def _lowest(context: RankContext) -> list[str]:
    return [_number(context), context.field]


def _valid_first(context: RankContext) -> list[str]:
    pattern = context.options.pattern or _SHAPES.get(context.options.shape, ".*")
    return [f"regexp_full_match({context.field}, {literal(pattern)}) desc"]


LONGEST = Rule(
    "longest",
    Text("Longest", "بلندترین"),
    Text("The value with the most characters.", "مقداری که نویسه‌های بیشتری دارد."),
    NoOptions,
    _longest,
)
SHORTEST = Rule(
    "shortest",
    Text("Shortest", "کوتاه‌ترین"),
    Text("The value with the fewest characters.", "مقداری که نویسه‌های کمتری دارد."),
    NoOptions,
    _shortest,
)
MOST_FREQUENT = Rule(
    "most_frequent",
    Text("Most frequent", "پرتکرارترین"),
    Text(
        "The value that most rows of the cluster agree on.",
        "مقداری که بیشتر سطرهای خوشه بر سر آن هم‌نظرند.",
    ),
    NoOptions,
    _most_frequent,
)
HIGHEST = Rule(
    "highest",
    Text("Highest", "بیشترین"),
    Text(
        "The highest number; dates and texts by their order. Numbers come before texts.",
        "بزرگ‌ترین عدد؛ تاریخ و متن به ترتیب خودشان. عدد پیش از متن می‌آید.",
    ),
    NoOptions,
    _highest,
)
LOWEST = Rule(
    "lowest",
    Text("Lowest", "کمترین"),
    Text(
        "The lowest number; dates and texts by their order. Numbers come before texts.",
        "کوچک‌ترین عدد؛ تاریخ و متن به ترتیب خودشان. عدد پیش از متن می‌آید.",
    ),
    NoOptions,
    _lowest,
)
VALID_FIRST = Rule(
    "valid_first",
    Text("Valid first", "نخست معتبرها"),
    Text(
        "A value of the right form: an e-mail address, a phone number in international form, or"
        " a pattern of yours; among those, the first.",
        "مقداری با شکل درست: نشانی ایمیل، شماره تلفن بین‌المللی یا الگوی دلخواه شما؛ از میان آن‌ها،"
        " نخستین.",
    ),
    ValidFirstOptions,
    _valid_first,
)
