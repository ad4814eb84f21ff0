"""The tables of the HTML page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from migrator.model.mapping import Feed, FieldMapping
from migrator.reports import telling
from migrator.reports.data import PackData
from migrator.reports.html import Html, el, join, value
from migrator.reports.speech import Speech
from migrator.reports.tally import Tally

_ENTITY = ("mapped", "absorbed", "golden", "quarantined", "ready", "loaded", "rejected", "pending")
_TABLE = ("read", "used", "excluded", "unreadable")


def grid(
    heads: Sequence[str], rows: Iterable[Sequence[object]], numbers: Iterable[int] = ()
) -> Html:
    """A table; the columns at `numbers` are aligned as numbers."""
    right = set(numbers)
    top = [el("th", head, class_="n" if at in right else None) for at, head in enumerate(heads)]
    lines = [
        el(
            "tr",
            [el("td", cell, class_="n" if at in right else None) for at, cell in enumerate(row)],
        )
        for row in rows
    ]
    return el("table", el("thead", el("tr", top)), el("tbody", lines))


def section(title: str, *children: object, long: bool = False) -> Html:
    """A card with a heading."""
    return el("section", el("h2", title), *children, class_="card long" if long else "card")


def chip(said: str, tone: str) -> Html:
    """A word on a coloured ground."""
    return el("span", said, class_="chip", style=f"--tone:var(--{tone})")


def _balance(speech: Speech, good: bool) -> Html:
    return chip(speech.say("yes" if good else "no"), "green" if good else "red")


def account_tables(data: PackData, speech: Speech) -> Html:
    """The row account in figures, per source table and per entity."""
    heads = [speech.say(key) for key in ("source", "table", *_TABLE, "balance")]
    tables = (
        [
            value(one.source),
            value(one.table),
            *(speech.number(getattr(one, key)) for key in _TABLE),
            _balance(speech, one.balanced),
        ]
        for one in data.account.tables
    )
    entity_heads = [speech.say(key) for key in ("entity", *_ENTITY, "balance")]
    entities = (
        [
            value(telling.label(data.plan, speech, one.entity)),
            *(speech.number(getattr(one, key)) for key in _ENTITY),
            _balance(speech, one.balanced),
        ]
        for one in data.account.entities
    )
    return section(
        speech.say("account"),
        el("p", speech.say("identity_table"), class_="soft small"),
        grid(heads, tables, range(2, 6)),
        el("p", speech.say("identity_entity"), class_="soft small", style="margin-top:16px"),
        grid(entity_heads, entities, range(1, 9)),
        long=True,
    )


def goals_table(data: PackData, speech: Speech) -> Html:
    """Each goal, what was reached, and whether that is enough."""
    rows = []
    for one in data.goals:
        if one.reached is None:
            reached, met = "–", chip(speech.say("not_measured"), "amber")
        else:
            reached = speech.percent(one.reached)
            met = chip(
                speech.say("is_met" if one.met else "not_met"), "green" if one.met else "red"
            )
        rows.append([value(telling.goal(data.plan, speech, one.goal)), reached, met])
    heads = [speech.say(key) for key in ("goal", "reached", "met")]
    return section(speech.say("goals"), grid(heads, rows, (1,)))


def differences_table(data: PackData, tally: Tally, speech: Speech) -> Html:
    """What reconciliation found, with the first differences."""
    if not data.compared:
        said = speech.say("not_compared")
        return section(speech.say("differences"), el("p", said, class_="soft"))
    count = sum(tally.differences.values())
    told = el("p", speech.say("compared", compared=data.compared, different=count))
    if not count:
        return section(speech.say("differences"), told)
    rows = [
        [
            value(telling.label(data.plan, speech, one.entity)),
            value(one.record),
            value(telling.label(data.plan, speech, one.entity, one.field) if one.field else ""),
            telling.one_of(speech, "difference", one.kind),
            value(one.expected),
            value(one.found),
        ]
        for one in tally.first_differences
    ]
    heads = [speech.say(k) for k in ("entity", "record", "field", "kind", "expected", "found")]
    rest = el("p", speech.say("in_workbook"), class_="soft small", style="margin-top:10px")
    more = rest if count > len(rows) else None
    return section(speech.say("differences"), told, grid(heads, rows), more, long=True)


def mapping_tables(data: PackData, speech: Speech) -> Html:
    """The mapping document, one table per feed."""
    return section(
        speech.say("mapping"),
        [_feed(data, feed, speech) for feed in data.plan.feeds]
        or el("p", speech.say("none"), class_="soft"),
        long=True,
    )


def _feed(data: PackData, feed: Feed, speech: Speech) -> Html:
    arrow = " ← " if speech.rtl else " → "
    entity = telling.label(data.plan, speech, feed.entity)
    title = el("h3", value(feed.table), arrow, value(entity))
    heads = [speech.say(k) for k in ("source_fields", "steps", "field", "lookup", "status", "note")]
    rows = [_row(data, feed, row, speech) for row in feed.fields]
    for gone in data.plan.left_out_of(feed):
        left = chip(speech.say("left_out"), "violet")
        rows.append([value(gone.column), "", "", "", left, value(gone.reason)])
    return join(title, grid(heads, rows))


def _row(data: PackData, feed: Feed, row: FieldMapping, speech: Speech) -> list[object]:
    label = telling.label(data.plan, speech, feed.entity, row.target)
    name = el("span", value(row.target), class_="soft small")
    return [
        value(", ".join(row.sources)),
        el("span", value(telling.steps(data, speech, row))),
        join(value(label), " ", name) if label != row.target else value(label),
        value(telling.lookup(data, speech, row)),
        telling.one_of(speech, "status", row.status),
        value(row.note),
    ]


def people_table(data: PackData, speech: Speech) -> Html:
    """Who takes part and which dates were agreed on, as the plan has them."""
    people = [[value(one.name), value(one.role), value(one.email)] for one in data.plan.people]
    dates = [
        [value(one.what), speech.moment(one.due) if one.due else "–"]
        for one in data.plan.milestones
    ]
    heads = [speech.say(key) for key in ("name", "role", "email")]
    parts = [grid(heads, people)] if people else []
    if dates:
        space = "margin-top:16px" if people else None
        parts.append(el("h3", speech.say("timetable"), style=space))
        parts.append(grid([speech.say("what"), speech.say("due")], dates))
    title = "people" if people else "timetable"
    return section(speech.say(title), *(parts if people else parts[1:]))


def stages_table(data: PackData, speech: Speech) -> Html:
    """What every stage did, how long it took, and what it warns of."""
    rows = [
        [
            telling.one_of(speech, "stage", one.stage),
            join([_count(speech, *what) for what in telling.made(data, speech, one)]),
            speech.number(one.attention),
            speech.number(round(one.seconds, 2)),
            [el("div", value(telling.warning(data, speech, w))) for w in one.warnings],
        ]
        for one in data.stages
    ]
    heads = [speech.say(k) for k in ("stage", "rows", "attention", "seconds", "warnings")]
    return section(speech.say("stages"), grid(heads, rows, (2, 3)), long=True)


def _count(speech: Speech, name: str, count: int) -> Html:
    return el("div", value(name), ": ", speech.number(count))
