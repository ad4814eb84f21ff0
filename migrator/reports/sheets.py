"""The sheets of the workbook, one function each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from migrator.model.meanings import MEANINGS
from migrator.model.profile import ODDITIES, ColumnProfile
from migrator.model.reports import EntityAccount, RowAccount
from migrator.model.text import Text
from migrator.reports import telling
from migrator.reports.comparison import comparison_sheets
from migrator.reports.data import PackData
from migrator.reports.speech import Speech
from migrator.reports.tally import Tally
from migrator.reports.workbook import Book, Cell, Head

_TABLE_PARTS = ("read", "used", "excluded", "unreadable")
_ENTITY_PARTS = (
    "mapped",
    "absorbed",
    "golden",
    "quarantined",
    "ready",
    "loaded",
    "rejected",
    "pending",
)


def write_sheets(book: Book, data: PackData, tally: Tally) -> None:
    """All sheets in the order of the tabs; the big lists are counted into `tally` on the way."""
    speech = book.speech
    book.page(
        "summary", (Head("", 30), Head("", 44), Head("", 20), Head("", 20)), _summary(data, speech)
    )
    book.page("account", _account_heads(), _account(data.account, data, speech))
    _mapping(book, data)
    _profile(book, data)
    _merges(book, data, tally)
    _held(book, data, tally)
    comparison_sheets(book, data)
    _differences(book, data, tally)
    _crosswalk(book, data)
    _decisions(book, data)
    _log(book, data)


def _heads(speech: Speech, *columns: tuple[str, int]) -> list[Head]:
    return [Head(speech.say(key), width) for key, width in columns]


def _summary(data: PackData, speech: Speech) -> Iterator[Sequence[Cell]]:
    yield (speech.say("report"),)
    yield from telling.facts(speech, data)
    good = data.account.balanced
    yield (speech.say("account"),)
    yield speech.say("balanced" if good else "unbalanced"), _more(speech, good)
    for key, count in totals(data.account).items():
        yield speech.say(key), count
    yield (speech.say("goals"),)
    for one in data.goals:
        met = "not_measured" if one.reached is None else "is_met" if one.met else "not_met"
        reached = "" if one.reached is None else speech.percent(one.reached)
        yield telling.goal(data.plan, speech, one.goal), reached, speech.say(met)
    yield from _who_and_when(data, speech)
    yield (speech.say("stages"),)
    for stage in data.stages:
        made = telling.made(data, speech, stage)
        rows = ", ".join(f"{what}: {speech.number(n)}" for what, n in made)
        warnings = (telling.warning(data, speech, one) for one in stage.warnings)
        yield telling.one_of(speech, "stage", stage.stage), rows, *warnings
    yield (speech.say("fingerprint"),)
    yield speech.say("fingerprint"), data.fingerprint
    if data.mapping:
        yield speech.say("mapping_fingerprint"), data.mapping
    yield "", speech.say("fingerprint_more")


def _who_and_when(data: PackData, speech: Speech) -> Iterator[Sequence[Cell]]:
    if data.plan.people:
        yield (speech.say("people"),)
        for person in data.plan.people:
            yield person.name, person.role, person.email
    if data.plan.milestones:
        yield (speech.say("timetable"),)
        for one in data.plan.milestones:
            yield one.what, speech.moment(one.due) if one.due else ""


def _more(speech: Speech, good: bool) -> str:
    return speech.say("balanced_more" if good else "unbalanced_more")


def totals(account: RowAccount) -> dict[str, int]:
    """The sums over all tables and entities, by the word that names them."""
    found = {key: sum(getattr(t, key) for t in account.tables) for key in _TABLE_PARTS}
    for key in _ENTITY_PARTS:
        found[key] = sum(getattr(e, key) for e in account.entities)
    return found


def _account_heads() -> list[Head]:
    return [Head("", 28), Head("", 28), *(Head("", 17) for _ in range(8))]


def _account(account: RowAccount, data: PackData, speech: Speech) -> Iterator[Sequence[Cell]]:
    yield (speech.say("account"),)
    yield "", speech.say("identity_table")
    yield "", speech.say("identity_entity")
    yield (speech.say("source"),)
    yield speech.say("source"), *(speech.say(k) for k in ("table", *_TABLE_PARTS, "balance"))
    for t in account.tables:
        counts = (getattr(t, key) for key in _TABLE_PARTS)
        yield t.source, t.table, *counts, _yes(speech, t.balanced)
    yield (speech.say("entity"),)
    yield speech.say("entity"), *(speech.say(key) for key in (*_ENTITY_PARTS, "balance"))
    for e in account.entities:
        yield telling.label(data.plan, speech, e.entity), *_counts(e), _yes(speech, e.balanced)


def _counts(entity: EntityAccount) -> Iterator[int]:
    return (getattr(entity, key) for key in _ENTITY_PARTS)


def _yes(speech: Speech, value: bool) -> str:
    return speech.say("yes" if value else "no")


def _mapping(book: Book, data: PackData) -> None:
    columns = (
        ("source", 16),
        ("table", 20),
        ("source_fields", 26),
        ("steps", 40),
        ("entity", 16),
        ("field", 24),
        ("lookup", 20),
        ("status", 14),
        ("confidence", 12),
        ("evidence", 40),
        ("owner", 16),
        ("note", 32),
    )
    book.table("mapping", _heads(book.speech, *columns), _mapping_rows(data, book.speech))


def _mapping_rows(data: PackData, speech: Speech) -> Iterator[Sequence[Cell]]:
    for feed in data.plan.feeds:
        for row in feed.fields:
            yield (
                feed.source,
                feed.table,
                ", ".join(row.sources),
                telling.steps(data, speech, row),
                feed.entity,
                row.target,
                telling.lookup(data, speech, row),
                telling.one_of(speech, "status", row.status),
                "" if row.confidence is None else speech.percent(row.confidence),
                row.evidence,
                row.owner,
                row.note,
            )
        for gone in data.plan.left_out_of(feed):
            told = speech.say("left_out")
            yield feed.source, feed.table, gone.column, told, feed.entity, *[""] * 6, gone.reason
        for out in feed.filters:
            told = f"{speech.say('filter')}: {out.expression}"
            yield feed.source, feed.table, "", told, feed.entity, *[""] * 6, out.reason


def _profile(book: Book, data: PackData) -> None:
    columns = (
        ("source", 16),
        ("table", 22),
        ("column", 22),
        ("rows", 12),
        ("filled", 12),
        ("share", 12),
        ("distinct", 12),
        ("type", 12),
        ("meaning", 20),
        ("shortest", 11),
        ("longest", 11),
        ("top", 48),
        ("odd", 44),
    )
    rows = (
        _column(book.speech, source, profile.name, column)
        for source, profile in data.profiles
        for column in profile.columns
    )
    book.table("profile", _heads(book.speech, *columns), rows)


def _column(speech: Speech, source: str, table: str, column: ColumnProfile) -> Sequence[Cell]:
    meaning = MEANINGS.get(column.meaning)
    odd = [
        f"{ODDITIES[o.code].say(speech.language) if o.code in ODDITIES else o.code}"
        f" ({speech.number(o.rows)})"
        for o in column.odd
    ]
    return (
        source,
        table,
        column.name,
        column.rows,
        column.filled,
        speech.percent(column.filled / column.rows) if column.rows else "",
        column.distinct,
        str(column.type),
        meaning.say(speech.language) if meaning else column.meaning,
        column.shortest,
        column.longest,
        " | ".join(one.value for one in column.top[:5]),
        "; ".join(odd),
    )


def _merges(book: Book, data: PackData, tally: Tally) -> None:
    columns = (
        ("entity", 16),
        ("golden_id", 20),
        ("source", 16),
        ("table", 20),
        ("record", 12),
        ("score", 10),
        ("by", 18),
        ("values", 80),
    )
    speech = book.speech
    rows = (
        (
            *row[:5],
            speech.say("person") if row.score is None else speech.percent(row.score),
            *row[6:],
        )
        for row in tally.merges(data.merges)
    )
    book.table("merges", _heads(speech, *columns), rows)


def _held(book: Book, data: PackData, tally: Tally) -> None:
    columns = (
        ("held", 18),
        ("entity", 16),
        ("record", 28),
        ("field", 22),
        ("reason", 60),
        ("severity", 12),
        ("value", 32),
        ("code", 18),
        ("owner", 18),
    )
    speech = book.speech
    told = {held: telling.one_of(speech, "held", held) for held in ("quarantine", "reject")}
    issues = [("quarantine", data.quarantine), ("reject", data.rejects)]
    rows = (
        (
            told[held],
            row.entity,
            row.record,
            row.field,
            telling.cause(speech, row.code, field=row.field, value=row.value, detail=row.detail),
            telling.one_of(speech, "severity", row.severity),
            row.value,
            row.code,
            row.owner,
        )
        for kind, listed in issues
        for held, row in tally.issues(kind, listed)
    )
    book.table("rejects", _heads(speech, *columns), rows)


def _differences(book: Book, data: PackData, tally: Tally) -> None:
    columns = (
        ("entity", 16),
        ("record", 28),
        ("target_id", 38),
        ("field", 22),
        ("kind", 26),
        ("expected", 36),
        ("found", 36),
    )
    speech = book.speech
    rows = (
        (*row[:4], telling.one_of(speech, "difference", row.kind), *row[5:])
        for row in tally.different(data.differences)
    )
    book.table("differences", _heads(speech, *columns), rows)


def _crosswalk(book: Book, data: PackData) -> None:
    columns = (
        ("entity", 16),
        ("source", 16),
        ("table", 20),
        ("record", 12),
        ("key", 24),
        ("golden_id", 20),
        ("target_id", 38),
        ("fate", 28),
    )
    speech = book.speech
    rows = ((*row[:7], telling.one_of(speech, "fate", row.fate)) for row in data.crosswalk)
    book.table("crosswalk", _heads(speech, *columns), rows)


def _decisions(book: Book, data: PackData) -> None:
    columns = (("at", 26), ("by", 20), ("about", 44), ("answer", 20), ("note", 50))
    speech = book.speech
    rows = (
        (
            speech.moment(row.at),
            row.by,
            Text.of(row.about).say(speech.language),
            telling.one_of(speech, "answer", row.answer),
            row.note,
        )
        for row in data.decisions
    )
    book.table("decisions", _heads(speech, *columns), rows)


def _log(book: Book, data: PackData) -> None:
    rows = ((book.speech.moment(row.at), *row[1:]) for row in data.log)
    book.table("log", _heads(book.speech, ("at", 26), ("by", 20), ("text", 110)), rows)
