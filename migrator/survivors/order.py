"""Rules that go by where a row stands: its place, its date, its source, how much it holds."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.model.mapping import ROW_BITS
from migrator.model.text import Text
from migrator.store.names import quote
from migrator.survivors.base import RankContext, Rule
from migrator.transforms.options import option


@dataclass(frozen=True)
class NoOptions:
    """For rules that have nothing to set."""


@dataclass(frozen=True)
class MostRecentOptions:
    """`by` is the field that holds the date of the row (ISO text, as cleansing leaves it)."""

    by: str = option(
        "",
        Text("Date of the row", "تاریخ سطر"),
        help=Text(
            "The field that says when a row was last changed",
            "فیلدی که زمان آخرین تغییر سطر را می‌گوید",
        ),
        of="field",
    )


@dataclass(frozen=True)
class SourcePriorityOptions:
    """`sources` lists source ids, the most trusted first; sources not listed come last."""

    sources: tuple[str, ...] = option(
        (),
        Text("Sources, the most trusted first", "منبع‌ها، معتبرترین نخست"),
        help=Text("Those not listed come last", "منبع‌های بیرون از فهرست آخر می‌آیند"),
        of="source",
    )


def _first(context: RankContext) -> list[str]:  # noqa: ARG001 - every rule is called alike
    return ["_rid"]


def _last(context: RankContext) -> list[str]:  # noqa: ARG001 - every rule is called alike
    return ["_rid desc"]


def _most_recent(context: RankContext) -> list[str]:
    by = context.options.by
    return [f"nullif({quote(by)}, '') desc"] if by in context.columns else []


def _source_priority(context: RankContext) -> list[str]:
    listed = context.options.sources
    cases = " ".join(
        f"when {number} then {listed.index(source)}"
        for number, source in sorted(context.feed_sources.items())
        if source in listed
    )
    return [f"case (_rid >> {ROW_BITS}) {cases} else {len(listed)} end"] if cases else []


def _most_complete_row(context: RankContext) -> list[str]:
    filled = [
        f"(coalesce({quote(name)}, '') <> '')::integer"
        for name in sorted(context.columns)
        if not name.startswith("_")
    ]
    return [f"({' + '.join(filled)}) desc"] if filled else []


FIRST = Rule(
    "first",
    Text("First row", "نخستین سطر"),
    Text(
        "The value of the earliest row: feeds in their order, rows in the order they were read.",
        "مقدار نخستین سطر: به ترتیب منبع‌ها و به ترتیب خوانده شدن.",
    ),
    NoOptions,
    _first,
)
LAST = Rule(
    "last",
    Text("Last row", "آخرین سطر"),
    Text("The value of the row that was read last.", "مقدار آخرین سطری که خوانده شده است."),
    NoOptions,
    _last,
)
MOST_RECENT = Rule(
    "most_recent",
    Text("Most recent row", "تازه‌ترین سطر"),
    Text(
        "The value of the row with the latest date in a field that you name; rows without a date"
        " come last.",
        "مقدار سطری که تاریخ آن در فیلد نام‌برده از همه تازه‌تر است؛ سطرهای بی‌تاریخ آخرند.",
    ),
    MostRecentOptions,
    _most_recent,
)
SOURCE_PRIORITY = Rule(
    "source_priority",
    Text("Most trusted source", "معتبرترین منبع"),
    Text(
        "The value from the source that stands first in a list of yours.",
        "مقدار منبعی که در فهرست شما پیش از دیگران آمده است.",
    ),
    SourcePriorityOptions,
    _source_priority,
)
MOST_COMPLETE_ROW = Rule(
    "most_complete_row",
    Text("Most complete row", "کامل‌ترین سطر"),
    Text(
        "The value of the row that has the most fields filled.",
        "مقدار سطری که فیلدهای پر بیشتری دارد.",
    ),
    NoOptions,
    _most_complete_row,
)
