"""The report as one HTML page that needs nothing else: sections in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from migrator.model.reports import EntityAccount
from migrator.reports import charts, telling
from migrator.reports.charts import Bar, Part
from migrator.reports.comparison import approvals_table, hashes, links_table, totals_table
from migrator.reports.data import PackData
from migrator.reports.html import Html, el, join, value
from migrator.reports.sheets import totals
from migrator.reports.speech import Speech
from migrator.reports.style import AMBER, BLUE, CSS, GREEN, GREY, RED, VIOLET
from migrator.reports.tables import (
    account_tables,
    differences_table,
    goals_table,
    mapping_tables,
    people_table,
    section,
    stages_table,
)
from migrator.reports.tally import Tally

_BARS = 14  # columns of one table that are drawn
_TABLES = 8  # tables whose completeness is drawn
_CAUSES = 12
_FATES = (
    ("loaded", GREEN),
    ("absorbed", VIOLET),
    ("pending", GREY),
    ("quarantined", AMBER),
    ("rejected", RED),
)


def page(data: PackData, tally: Tally, speech: Speech) -> str:
    """The whole document as text, to be written as UTF-8."""
    body = (
        _header(data, speech),
        _kpis(data, speech),
        _verdict(data, speech),
        _facts(data, speech),
        goals_table(data, speech) if data.goals else None,
        people_table(data, speech) if data.plan.people or data.plan.milestones else None,
        _flow(data, speech),
        account_tables(data, speech),
        _causes(data, tally, speech),
        totals_table(data, speech),
        differences_table(data, tally, speech),
        links_table(data, speech),
        approvals_table(data, speech),
        _scores(data, speech),
        _completeness(data, speech),
        mapping_tables(data, speech),
        stages_table(data, speech),
        _signatures(speech),
        hashes(speech),
        _footer(data, speech),
    )
    return document(f"{speech.say('report')} – {data.plan.name}", body, speech)


def document(title: str, body: Sequence[object], speech: Speech) -> str:
    """A whole HTML document in the look of the reports: nothing is fetched, nothing runs."""
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        # Even markup that slipped through could do no harm.
        el(
            "meta",
            http_equiv="Content-Security-Policy",
            content="default-src 'none'; style-src 'unsafe-inline'; img-src data:",
        ),
        el("title", title),
        el("style", Html(CSS)),
    )
    language = "fa" if speech.rtl else "en"
    root = el("html", head, el("body", *body), lang=language, dir="rtl" if speech.rtl else "ltr")
    return f"<!DOCTYPE html>\n{root}\n"


def _header(data: PackData, speech: Speech) -> Html:
    who = data.plan.customer or data.plan.name
    line = join(value(data.plan.name), " · ", speech.at(data.generated_at))
    names = el(
        "div", el("h1", speech.say("report"), " – ", value(who)), el("div", line, class_="soft")
    )
    return el("header", names, el("div", "Kooch · کوچ", class_="mark"))


def _kpis(data: PackData, speech: Speech) -> Html:
    found = totals(data.account)
    tones = {"read": "blue", "absorbed": "violet", "loaded": "green"}
    tones |= {"quarantined": "amber", "rejected": "red"}
    boxes = [
        el(
            "div",
            el("b", speech.number(found[key])),
            el("span", speech.say(key)),
            class_="kpi",
            style=f"--tone:var(--{tone})",
        )
        for key, tone in tones.items()
    ]
    return el("div", boxes, class_="kpis")


def _verdict(data: PackData, speech: Speech) -> Html:
    good = data.account.balanced
    told = "balanced" if good else "unbalanced"
    words = el("div", el("b", speech.say(told)), el("p", speech.say(f"{told}_more"), class_="soft"))
    tone = "good" if good else "bad"
    return el("section", charts.sign(good), words, class_=f"card verdict {tone}")


def _facts(data: PackData, speech: Speech) -> Html:
    rows = [
        el("div", el("dt", label), el("dd", value(said)))
        for label, said in telling.facts(speech, data)
    ]
    return el("section", el("dl", rows, class_="facts"), class_="card")


def _fates(speech: Speech, account: EntityAccount | dict[str, int]) -> list[Part]:
    counts = account if isinstance(account, dict) else vars(account)
    return [
        Part(speech.say(key), counts[key], speech.number(counts[key]), colour)
        for key, colour in _FATES
        if counts[key]
    ]


def _flow(data: PackData, speech: Speech) -> Html | None:
    found = totals(data.account)
    ends = _fates(speech, found)
    if not ends:
        return None
    start = Part(speech.say("mapped"), found["mapped"], speech.number(found["mapped"]), GREY)
    title = speech.say("flow")
    stream = charts.flow(title, start, ends, rtl=speech.rtl)
    rows = [
        Bar(
            telling.label(data.plan, speech, one.entity),
            tuple(_fates(speech, one)),
            speech.number(one.mapped),
        )
        for one in data.account.entities
    ]
    shares = [_as_shares(row) for row in rows]
    marks = [
        el("span", el("i", style=f"background:{colour}"), speech.say(key)) for key, colour in _FATES
    ]
    per_entity = charts.bars(title, shares, rtl=speech.rtl, whole=1.0)
    return section(
        title,
        stream,
        el("div", per_entity, style="margin-top:18px"),
        el("div", marks, class_="legend"),
    )


def _as_shares(row: Bar) -> Bar:
    whole = sum(part.amount for part in row.parts) or 1
    parts = tuple(Part(p.label, p.amount / whole, p.told, p.colour) for p in row.parts)
    return Bar(row.label, parts, row.told)


def _causes(data: PackData, tally: Tally, speech: Speech) -> Html:
    title = speech.say("causes")
    if not tally.causes:
        return section(title, el("p", speech.say("none"), class_="soft"))
    rows = []
    for (held, field, code), count in tally.causes.most_common(_CAUSES):
        colour = AMBER if held == "quarantine" else RED
        entity, _, name = field.partition(".")
        where = telling.label(data.plan, speech, entity, name)
        said = f"{where}: {_headline(speech, code)}"
        rows.append(Bar(said, (Part(said, count, "", colour),), speech.number(count)))
    marks = [
        el("span", el("i", style=f"background:{colour}"), telling.one_of(speech, "held", held))
        for held, colour in (("quarantine", AMBER), ("reject", RED))
    ]
    chart = charts.bars(title, rows, rtl=speech.rtl, label_width=430)
    more = el("p", speech.say("in_workbook"), class_="soft small")
    return section(title, chart, el("div", marks, class_="legend"), more)


def _headline(speech: Speech, code: str) -> str:
    """A code without values, in a few words."""
    return telling.cause(speech, code)


def _scores(data: PackData, speech: Speech) -> Html | None:
    if not data.score_bins:
        return None
    above = max((m.merge_above for m in data.plan.matching), default=0.99)
    review = min((m.review_above for m in data.plan.matching), default=0.8)
    parts = [
        Part(
            f"{speech.percent(one.low)} – {speech.percent(one.high)}",
            one.pairs,
            speech.number(one.pairs),
            GREEN if one.low >= above else AMBER if one.low >= review else GREY,
        )
        for one in data.score_bins
    ]
    return section(speech.say("histogram"), charts.columns(speech.say("histogram"), parts))


def _completeness(data: PackData, speech: Speech) -> Html | None:
    blocks: list[Html] = []
    for source, profile in data.profiles[:_TABLES]:
        shown = profile.columns[:_BARS]
        rows = [
            Bar(
                column.name,
                (Part(column.name, column.filled, "", _tone(column.filled, column.rows)),),
                speech.percent(column.filled / column.rows) if column.rows else "–",
            )
            for column in shown
        ]
        if not rows:
            continue
        told = (
            value(f"{source} / {profile.name}"),
            " · ",
            speech.say("rows_of", count=profile.rows),
        )
        more = len(profile.columns) - len(shown)
        picture = charts.bars(profile.name, rows, rtl=speech.rtl, whole=max(profile.rows, 1))
        rest = speech.say("more_tables", count=more) if more else None
        blocks.append(
            el(
                "div",
                el("h3", told),
                picture,
                el("p", rest, class_="soft small") if rest else None,
                style="break-inside:avoid",
            )
        )
    return section(speech.say("completeness"), blocks, long=True) if blocks else None


def _tone(filled: int, rows: int) -> str:
    share = filled / rows if rows else 0.0
    return GREEN if share >= 0.95 else BLUE if share >= 0.5 else AMBER


def _signatures(speech: Speech) -> Html:
    lines = [
        el(
            "div",
            el("h3", speech.say(side)),
            [el("div", speech.say(key)) for key in ("name", "date", "signature")],
        )
        for side in ("for_customer", "for_team")
    ]
    said = el("p", speech.say("sign_text"))
    return section(speech.say("signatures"), said, el("div", lines, class_="signs"))


def _footer(data: PackData, speech: Speech) -> Html:
    mark = el("code", value(data.fingerprint))
    parts = [speech.say("fingerprint"), ": ", mark, el("br")]
    if data.mapping:
        document = el("code", value(data.mapping))
        parts += [speech.say("mapping_fingerprint"), ": ", document, el("br")]
    return el("footer", *parts, speech.say("fingerprint_more"))
