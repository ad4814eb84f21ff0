"""The profile of a source as one self-contained HTML page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from migrator.model.meanings import MEANINGS
from migrator.model.profile import ODDITIES, ColumnProfile, TableProfile
from migrator.reports import charts
from migrator.reports.charts import Bar, Part
from migrator.reports.html import Html, el, join, value
from migrator.reports.page import document
from migrator.reports.speech import Speech
from migrator.reports.style import AMBER, GREEN
from migrator.reports.tables import grid, section

SHOWN_VALUES = 5


def write_profile(
    tables: Sequence[TableProfile], path: Path, source: str, language: str = "en"
) -> None:
    """Write the page to `path`; raises OSError when the disk refuses."""
    speech = Speech(language)
    title = f"{speech.say('profile')} – {source}"
    body = [
        el("header", el("div", el("h1", value(title))), el("div", "Kooch · کوچ", class_="mark"))
    ]
    body += [table_section(table, speech) for table in tables]
    path.write_text(document(title, body, speech), encoding="utf-8", newline="\n")


def table_section(table: TableProfile, speech: Speech) -> Html:
    """One table: how full its columns are, then each column with what it holds."""
    keys = ", ".join(" + ".join(key) for key in table.keys)
    told = speech.say("rows_of", count=table.rows) + (f" · {keys}" if keys else "")
    return section(
        table.name, el("p", value(told), class_="soft"), _fill(table, speech), _grid(table, speech)
    )


def _fill(table: TableProfile, speech: Speech) -> Html:
    rows = [
        Bar(
            column.name,
            (Part("", column.filled, "", GREEN if column.filled == column.rows else AMBER),),
            speech.percent(column.filled / column.rows if column.rows else 0.0),
        )
        for column in table.columns
    ]
    return charts.bars(table.name, rows, rtl=speech.rtl, whole=float(table.rows or 1))


def _grid(table: TableProfile, speech: Speech) -> Html:
    heads = [speech.say(k) for k in ("column", "type", "meaning", "distinct", "top", "odd")]
    rows = [
        [
            value(column.name),
            speech.say(f"type_{column.type}"),
            MEANINGS[column.meaning].say(speech.language),
            speech.number(column.distinct),
            _top(column, speech),
            _odd(column, speech),
        ]
        for column in table.columns
    ]
    return grid(heads, rows, numbers=(3,))


def _top(column: ColumnProfile, speech: Speech) -> Html | None:
    if column.meaning == "binary":
        return None
    shown = (
        join(value(top.value[:40]), f" ({speech.number(top.rows)})")
        for top in column.top[:SHOWN_VALUES]
    )
    return join(*(el("div", line) for line in shown))


def _odd(column: ColumnProfile, speech: Speech) -> Html:
    shown = (
        f"{ODDITIES[odd.code].say(speech.language)} ({speech.number(odd.rows)})"
        for odd in column.odd
    )
    return join(*(el("div", line) for line in shown))
