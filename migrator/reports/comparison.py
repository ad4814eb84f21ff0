"""What reading back has shown in figures: control totals, segments, relationships; and who accepted
what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from migrator.model.segments import KINDS, Segment
from migrator.model.text import Text
from migrator.reports import telling
from migrator.reports.data import DecisionRow, PackData
from migrator.reports.html import Html, el, value
from migrator.reports.manifest import MANIFEST
from migrator.reports.speech import Speech
from migrator.reports.tables import chip, grid, section
from migrator.reports.workbook import Book, Cell, Head

_SHOWN = 40  # parts that the page shows

_PARTS = (
    ("entity", 18),
    ("divided", 18),
    ("part", 30),
    ("compared_what", 24),
    ("sent", 20),
    ("in_target", 20),
    ("agrees", 12),
)
_LINKS = (
    ("entity", 18),
    ("lookup", 24),
    ("links_orphan", 18),
    ("links_lost", 18),
    ("links_wrong", 18),
)

Line = tuple[str, str, str, str, str, str, bool]


def comparison_sheets(book: Book, data: PackData) -> None:
    """The sheet of the totals, and that of relationships where any is broken."""
    speech = book.speech
    heads = [Head(speech.say(key), width) for key, width in _PARTS]
    rows = (
        (*line[:4], _figure(line[4]), _figure(line[5]), _yes(speech, line[6]))
        for one in data.parts
        for line in _lines(one, speech)
    )
    book.table("parts", heads, rows)
    if data.links:
        heads = [Head(speech.say(key), width) for key, width in _LINKS]
        book.table("links", heads, _links(data, speech))


def _lines(one: Segment, speech: Speech) -> Iterator[Line]:
    """The count of a part and every sum: (entity, divided by, part, what, sent, found, agrees)."""
    language = speech.language
    divided = one.field_label.say(language)
    if one.kind and divided != KINDS[one.kind].say(language):
        divided = f"{divided} ({KINDS[one.kind].say(language)})"
    place = (one.label.say(language), divided, one.told.say(language))
    yield (
        *place,
        speech.say("records"),
        str(one.expected),
        str(one.found),
        (one.expected == one.found),
    )
    for total in one.sums:
        told = total.label.say(language)
        yield *place, told, total.expected, total.found, total.expected == total.found


def _figure(text: str) -> Cell:
    """A number where a cell keeps it exactly; otherwise its digits."""
    whole = text.removeprefix("-")
    if len(whole.replace(".", "")) > 15:
        return text
    return float(text) if "." in text else int(text)


def _yes(speech: Speech, good: bool) -> str:
    return speech.say("yes" if good else "no")


def _links(data: PackData, speech: Speech) -> Iterator[Sequence[Cell]]:
    for one in data.links:
        names = (one.label.say(speech.language), one.field_label.say(speech.language))
        yield *names, one.orphan, one.lost, one.wrong


def totals_table(data: PackData, speech: Speech) -> Html | None:
    """The totals of every entity, then the parts that do not agree."""
    if not data.parts:
        return None
    lines = [(one, line) for one in data.parts for line in _lines(one, speech)]
    wrong = [line for one, line in lines if one.kind and not line[6]]
    bad = sum(not line[6] for _, line in lines)
    told = speech.say("parts_differ", wrong=bad, count=len(lines)) if bad else speech.say(
        "parts_agree", count=len(lines)
    )  # fmt: skip
    shown = [line for one, line in lines if not one.kind] + wrong[:_SHOWN]
    rows = [
        [
            *(value(text) for text in line[:4]),
            _grouped(speech, line[4]),
            _grouped(speech, line[5]),
            chip(_yes(speech, line[6]), "green" if line[6] else "red"),
        ]
        for line in shown
    ]
    heads = [speech.say(key) for key, _ in _PARTS]
    rest = el("p", speech.say("in_workbook"), class_="soft small", style="margin-top:10px")
    about = el("p", speech.say("parts_more"), class_="soft small")
    title = speech.say("parts")
    return section(title, el("p", told), about, grid(heads, rows, (4, 5)), rest, long=True)


def _grouped(speech: Speech, text: str) -> str:
    """An exact decimal with separators of thousands."""
    whole, point, rest = text.partition(".")
    return speech.digits(f"{int(whole):,}{point}{rest}")


def links_table(data: PackData, speech: Speech) -> Html | None:
    """Lookups that are not whole; nothing where all are."""
    if not data.links:
        return None
    rows = [
        [value(row[0]), value(row[1]), *(speech.number(int(count or 0)) for count in row[2:])]
        for row in _links(data, speech)
    ]
    heads = [speech.say(key) for key, _ in _LINKS]
    return section(speech.say("links"), grid(heads, rows, (2, 3, 4)))


def approvals_table(data: PackData, speech: Speech) -> Html | None:
    """Who let the pilot pass, and which exceptions were accepted by whom."""
    if not data.accepted:
        return None
    rows = [_decision(row, speech) for row in data.accepted]
    heads = [speech.say(key) for key in ("about", "answer", "by", "at", "note")]
    return section(speech.say("approvals"), grid(heads, rows), long=True)


def _decision(row: DecisionRow, speech: Speech) -> list[object]:
    about = value(Text.of(row.about).say(speech.language))
    answer = telling.one_of(speech, "answer", row.answer)
    when = speech.moment(row.at) if row.at else "–"
    return [about, answer, value(row.by), when, value(row.note)]


def hashes(speech: Speech) -> Html:
    """Where the hashes of the files are."""
    return el("p", speech.say("hashes_more", file=MANIFEST), class_="soft small")
