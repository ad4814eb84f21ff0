"""The assessment of the sources as one self-contained HTML page that a client can read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from migrator.model.meanings import MEANINGS
from migrator.model.personal import KINDS, PERSONAL
from migrator.model.plan import Plan
from migrator.model.profile import TableProfile
from migrator.model.views.assess import Assessment, Finding, Quality, TableLine
from migrator.reports import charts
from migrator.reports.charts import Bar, Part
from migrator.reports.html import Html, el, join, value
from migrator.reports.page import document
from migrator.reports.profile_page import table_section
from migrator.reports.speech import Speech
from migrator.reports.style import AMBER, GREEN, RED
from migrator.reports.tables import chip, grid, section

_COLUMNS = 3  # columns of a finding that are named
_TONES = {"error": "red", "warn": "amber", "info": "blue"}


def write_assessment(
    found: Assessment,
    profiles: Mapping[str, TableProfile],
    path: Path,
    plan: Plan,
    language: str = "en",
) -> None:
    """Write the page to `path`; raises OSError when the disk refuses."""
    speech = Speech(language)
    kept = [profiles[line.key] for line in found.tables if line.profiled]
    body = [
        _header(plan, speech),
        _kpis(found, speech),
        _quality(found.quality, speech),
        _findings(found, speech),
        _tables(found, speech),
        _ties(found, speech),
        _personal(plan, kept, speech),
        _left_out(plan, found, speech),
        *(table_section(table, speech) for table in kept),
    ]
    title = f"{speech.say('assessment')} – {plan.name}"
    path.write_text(document(title, body, speech), encoding="utf-8", newline="\n")


def finding_words(one: Finding, speech: Speech) -> Html:
    """The sentence of a finding, its numbers as people write them."""
    said = one.words.say(
        speech.language,
        rows=speech.number(one.rows),
        count=speech.number(one.count),
        parent=one.parent,
    )
    return value(said)


def _header(plan: Plan, speech: Speech) -> Html:
    line = join(value(plan.name), " · ", speech.at(datetime.now()))
    title = el("h1", speech.say("assessment"), " – ", value(plan.customer or plan.name))
    return el(
        "header",
        el("div", title, el("div", line, class_="soft")),
        el("div", "Kooch · کوچ", class_="mark"),
    )


def _kpis(found: Assessment, speech: Speech) -> Html:
    totals = found.totals
    boxes = (
        ("rows", totals.rows, "blue"),
        ("columns", totals.columns, "blue"),
        ("copies", totals.duplicate_rows, "violet"),
        ("to_look_at", totals.odd + totals.unfit, "amber"),
        ("personal_columns", totals.personal, "red"),
    )
    return el(
        "div",
        [
            el(
                "div",
                el("b", speech.number(count)),
                el("span", speech.say(key)),
                class_="kpi",
                style=f"--tone:var(--{tone})",
            )
            for key, count, tone in boxes
        ],
        class_="kpis",
    )


def _parts(quality: Quality, speech: Speech) -> tuple[Part, ...]:
    shares = (
        ("is_ready", quality.ready, GREEN),
        ("is_curable", quality.curable, AMBER),
        ("is_undecided", quality.undecided, RED),
    )
    return tuple(
        Part(speech.say(key), share, speech.percent(share), colour) for key, share, colour in shares
    )


def _quality(quality: Quality, speech: Speech) -> Html:
    parts = _parts(quality, speech)
    told = speech.say("out_of", score=quality.score)
    marks = [
        el("span", el("i", style=f"background:{p.colour}"), f"{p.label} {p.told}") for p in parts
    ]
    bar = charts.bars(speech.say("quality"), [Bar(told, parts, "")], rtl=speech.rtl, whole=1.0)
    more = speech.say("quality_more", columns=quality.columns)
    return section(
        speech.say("quality"),
        bar,
        el("div", marks, class_="legend"),
        el("p", more, class_="soft small"),
    )


def _findings(found: Assessment, speech: Speech) -> Html:
    title = speech.say("findings")
    if not found.findings:
        return section(title, el("p", speech.say("none"), class_="soft"))
    heads = [speech.say(key) for key in ("finding", "table", "columns", "example")]
    rows = [
        [
            el(
                "span",
                finding_words(one, speech),
                style=f"border-inline-start:3px solid var(--{_TONES[one.tone]});"
                "padding-inline-start:8px;display:block",
            ),
            value(one.table),
            _names(one.columns, speech),
            value(one.example),
        ]
        for one in found.findings
    ]
    return section(title, grid(heads, rows), long=True)


def _names(columns: tuple[str, ...], speech: Speech) -> Html:
    rest = len(columns) - _COLUMNS
    shown = [el("div", value(name)) for name in columns[:_COLUMNS]]
    return join(shown, el("div", f"+{speech.number(rest)}") if rest > 0 else None)


def _tables(found: Assessment, speech: Speech) -> Html:
    heads = ("table", "rows", "columns", "share", "quality", "copies", "orphans", "keys")
    rows = [_table_row(line, speech) for line in found.tables if line.profiled]
    told = [speech.say(key) for key in heads]
    return section(speech.say("tables"), grid(told, rows, range(1, 7)), long=True)


def _table_row(line: TableLine, speech: Speech) -> list[object]:
    split = line.split
    return [
        value(line.key),
        speech.number(line.rows),
        speech.number(line.columns),
        speech.percent(split.filled / split.rows) if split.rows else "–",
        speech.number(line.quality.score) if line.quality.columns else "–",
        speech.number(line.duplicate_rows),
        speech.number(line.orphans),
        value(", ".join(" + ".join(key) for key in line.keys[:2])),
    ]


def _ties(found: Assessment, speech: Speech) -> Html | None:
    if not found.ties:
        return None
    heads = ("table", "columns", "refers_to", "kind", "contained", "orphans", "example")
    rows = [
        [
            value(tie.table),
            value(", ".join(tie.columns)),
            value(f"{tie.parent} ({', '.join(tie.parent_columns)})"),
            speech.say("declared" if tie.declared else "candidate"),
            speech.percent(tie.contained),
            speech.number(tie.orphans),
            value(", ".join(tie.examples[:2])),
        ]
        for tie in found.ties
    ]
    told = [speech.say(key) for key in heads]
    return section(speech.say("relationships"), grid(told, rows, (4, 5)), long=True)


def _personal(plan: Plan, tables: list[TableProfile], speech: Speech) -> Html | None:
    aside = {
        f"{spec.id}/{choice.table.name}": plan.set_aside(spec.id, choice.table.name)
        for spec in plan.sources
        for choice in spec.tables
    }
    rows = [
        [
            value(table.name),
            value(column.name),
            MEANINGS[column.meaning].say(speech.language),
            chip(KINDS[PERSONAL[column.meaning]].say(speech.language), "red"),
            speech.number(column.filled),
        ]
        for table in tables
        for column in table.columns
        if column.meaning in PERSONAL and column.name not in aside.get(table.name, {})
    ]
    if not rows:
        return None
    told = [speech.say(key) for key in ("table", "column", "meaning", "personal", "filled")]
    return section(speech.say("personal_columns"), grid(told, rows, (4,)), long=True)


def _left_out(plan: Plan, found: Assessment, speech: Speech) -> Html | None:
    rows: list[list[object]] = [
        [value(line.key), "", value(line.reason.say(speech.language))]
        for line in found.tables
        if not line.keep
    ]
    rows += [
        [value(f"{spec.id}/{choice.table.name}"), value(column), value(reason)]
        for spec in plan.sources
        for choice in spec.tables
        if choice.keep
        for column, reason in plan.set_aside(spec.id, choice.table.name).items()
    ]
    if not rows:
        return None
    told = [speech.say(key) for key in ("table", "column", "reason")]
    return section(speech.say("set_aside"), grid(told, rows), long=True)
