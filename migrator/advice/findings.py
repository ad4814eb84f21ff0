"""What an assessment says in plain words, each with where it is solved."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from migrator.advice.quality import HARMLESS, UNDECIDED, date_styles, misfits, style_of
from migrator.model.profile import ColumnProfile, TableProfile, Tie
from migrator.model.schema import FieldType
from migrator.model.text import Text
from migrator.model.views.assess import Finding

_TONES = ("error", "warn", "info")
_SAME_VALUE_ROWS = 10  # from here on, one value in every row says that the column tells nothing
_EXAMPLE = 60

# Oddities that were born when the source was read; every other one is cured by a cleansing rule.
_BORN_AT_READING = frozenset({"mojibake", "lost_letters", "scientific"})

_ODD: dict[str, Text] = {
    "edge_space": Text(
        "{rows} values with a space at the start or the end",
        "{rows} مقدار با فاصله شروع یا تمام می‌شود",
    ),
    "double_space": Text(
        "{rows} values with several spaces in a row", "در {rows} مقدار چند فاصله پشت هم آمده است"
    ),
    "blank": Text("{rows} cells with nothing but spaces", "{rows} خانه فقط فاصله دارد"),
    "nbsp": Text("{rows} values with unusual spaces", "در {rows} مقدار فاصله‌ی نامعمول هست"),
    "zero_width": Text(
        "{rows} values with invisible characters", "در {rows} مقدار نویسه‌ی نامرئی هست"
    ),
    "bidi_control": Text(
        "{rows} values with hidden direction marks", "در {rows} مقدار نشانه‌ی پنهان جهت متن هست"
    ),
    "control": Text("{rows} values with control characters", "در {rows} مقدار نویسه‌ی کنترلی هست"),
    "arabic_letters": Text("{rows} values with Arabic ي or ك", "{rows} مقدار «ي» یا «ك» عربی دارد"),
    "mixed_digits": Text(
        "Persian and Latin digits mixed: {rows} values in the rarer kind",
        "رقم فارسی و لاتین با هم آمده است؛ {rows} مقدار از نوع کم‌شمارتر است",
    ),
    "homoglyphs": Text(
        "{rows} values with look-alike letters of two alphabets",
        "در {rows} مقدار حرف‌های هم‌شکل از دو الفبا آمده است",
    ),
    "placeholder": Text(
        "{rows} cells with a placeholder instead of a value",
        "{rows} خانه به‌جای مقدار، جای‌نگهدار دارد",
    ),
    "mixed_calendars": Text(
        "Jalali and Gregorian dates mixed: {rows} dates in the rarer calendar",
        "تاریخ شمسی و میلادی با هم آمده است؛ {rows} تاریخ از تقویم کم‌شمارتر است",
    ),
    "impossible_date": Text("{rows} dates not in any calendar", "{rows} تاریخ وجود خارجی ندارد"),
    "leading_zeros": Text(
        "{rows} numbers with leading zeros, not to be lost",
        "{rows} عدد با صفر آغاز می‌شود و این صفرها نباید از دست برود",
    ),
    "case_variants": Text(
        "{rows} values in another spelling of the same value",
        "{rows} مقدار، نگارش دیگری از همان مقدار است",
    ),
    "mojibake": Text(
        "{rows} values decoded with the wrong encoding",
        "{rows} مقدار با کدگذاری نادرست خوانده شده است",
    ),
    "lost_letters": Text(
        "{rows} values with letters lost to ? or �",
        "در {rows} مقدار حرف‌هایی به ? یا � تبدیل شده است",
    ),
    "scientific": Text(
        "{rows} numbers shortened to the form 1.2E+10",
        "{rows} عدد به شکل 1.2E+10 کوتاه شده است",
    ),
    "markup": Text("{rows} values with HTML in them", "در {rows} مقدار برچسب HTML هست"),
}

_MISFIT: dict[FieldType, Text] = {
    FieldType.INTEGER: Text(
        "{rows} values not readable as a whole number", "{rows} مقدار عدد صحیح نیست"
    ),
    FieldType.DECIMAL: Text("{rows} values not readable as a number", "{rows} مقدار عدد نیست"),
    FieldType.DATE: Text("{rows} values not readable as a date", "{rows} مقدار تاریخ نیست"),
    FieldType.DATETIME: Text("{rows} values not readable as a date", "{rows} مقدار تاریخ نیست"),
    FieldType.BOOLEAN: Text(
        "{rows} values written unlike the other yes and no",
        "{rows} مقدار مانند بقیه‌ی بله و خیرها نوشته نشده است",
    ),
}
_COPIES = Text(
    "{rows} rows copied exactly from another row", "{rows} ردیف رونوشت دقیق ردیف دیگری است"
)
_ORPHANS = Text(
    "{rows} rows without their record in {parent}",
    "{rows} ردیف به رکوردی اشاره می‌کند که در {parent} نیست",
)
_NO_KEY = Text(
    "Nothing identifies a row: no column is unique and filled",
    "چیزی ردیف‌ها را یکتا نمی‌کند: هیچ ستونی هم پر و هم یکتا نیست",
)
_NO_ROWS = Text("The table has no rows", "جدول هیچ ردیفی ندارد")
_EMPTY = Text("{count} columns without any value", "{count} ستون در همه‌ی ردیف‌ها خالی است")
_SAME = Text(
    "{count} columns with the same value in every row",
    "{count} ستون در همه‌ی ردیف‌ها یک مقدار دارد",
)
_STYLES = Text("Dates written in {count} ways", "تاریخ‌ها به {count} شکل نوشته شده است")


def findings_of(
    tables: Sequence[tuple[TableProfile, Collection[str]]], ties: Sequence[Tie]
) -> tuple[Finding, ...]:
    """Findings on tables, each given with the columns that are left out; the weightiest first."""
    found = [one for table, aside in tables for one in _of_table(table, aside)]
    found += [
        Finding(
            "orphans",
            _ORPHANS,
            "error",
            "validation",
            tie.table,
            tie.columns,
            rows=tie.orphans,
            parent=tie.parent,
            example=tie.examples[0][:_EXAMPLE] if tie.examples else "",
        )
        for tie in ties
        if tie.orphans
    ]
    ordered = sorted(found, key=lambda one: (_TONES.index(one.tone), -one.rows))
    return tuple(replace(one, words=_of_one(one)) for one in ordered)


def _of_one(found: Finding) -> Text:
    """The words, in the singular where English needs it: `{rows} values` of one row."""
    english = found.words.en
    for place, count in (("rows", found.rows), ("count", found.count)):
        if count == 1:
            english = re.sub(rf"(\{{{place}\}} [a-z]+)s\b", r"\1", english)
    return Text(english, found.words.fa)


def _of_table(table: TableProfile, aside: Collection[str]) -> Iterator[Finding]:
    if not table.rows:
        yield Finding("empty_table", _NO_ROWS, "info", "", table.name)
        return
    if table.duplicate_rows:
        yield Finding(
            "copies", _COPIES, "warn", "duplicates", table.name, rows=table.duplicate_rows
        )
    if table.rows > 1 and not table.keys:
        yield Finding("no_key", _NO_KEY, "warn", "mapping", table.name)
    columns = [column for column in table.columns if column.name not in aside]
    yield from _odd(table, columns)
    for column in columns:
        yield from _of_column(table, column)
    yield from _telling_nothing(table, columns)


def _odd(table: TableProfile, columns: Sequence[ColumnProfile]) -> Iterator[Finding]:
    by_code: dict[str, list[tuple[int, str, str]]] = {}
    for column in columns:
        for odd in column.odd:
            by_code.setdefault(odd.code, []).append((odd.rows, column.name, odd.example))
    for code, seen in by_code.items():
        seen.sort(key=lambda one: -one[0])
        yield Finding(
            code,
            _ODD[code],
            "info" if code in HARMLESS else "error" if code in UNDECIDED else "warn",
            "sources" if code in _BORN_AT_READING else "cleaning",
            table.name,
            tuple(name for _, name, _ in seen),
            rows=sum(rows for rows, _, _ in seen),
            count=len(seen),
            example=next((example for _, _, example in seen if example), "")[:_EXAMPLE],
        )


def _of_column(table: TableProfile, column: ColumnProfile) -> Iterator[Finding]:
    strange = misfits(column)
    if strange:
        yield Finding(
            "misfit", _MISFIT[column.type], "error", "mapping", table.name, (column.name,), strange
        )
    styles = len(date_styles(column))
    if styles > 1:
        yield Finding(
            "date_styles",
            _STYLES,
            "warn",
            "mapping",
            table.name,
            (column.name,),
            rows=column.filled,
            count=styles,
            example=" · ".join(_shown(column)),
        )


def _shown(column: ColumnProfile) -> list[str]:
    """One value for each of three ways of writing, as far as the frequent values show them."""
    by_style: dict[str, str] = {}
    for one in column.top:
        by_style.setdefault(style_of(one.value), one.value)
    return list(by_style.values())[:3]


def _telling_nothing(table: TableProfile, columns: Sequence[ColumnProfile]) -> Iterator[Finding]:
    empty = tuple(column.name for column in columns if not column.filled)
    if empty:
        yield Finding("empty", _EMPTY, "info", "", table.name, empty, count=len(empty))
    same = tuple(
        column.name
        for column in columns
        if column.distinct == 1 and column.filled == table.rows >= _SAME_VALUE_ROWS
    )
    if same:
        yield Finding("same", _SAME, "info", "", table.name, same, count=len(same))
