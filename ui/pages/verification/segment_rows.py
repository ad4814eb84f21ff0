"""Totals, segments and broken relationships as rows of a sheet, and the differences behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from migrator.model.segments import BrokenLink, Part, Segment
from migrator.model.views.runs import ControlTotal
from ui import speech
from ui.models.sheet_model import Cell
from ui.pages.verification.figures import same, told
from ui.pages.verification.wanted import Wanted

Row = tuple[Sequence[Cell], Wanted]


def kind_told(kind: str) -> str:
    """What records are divided by."""
    return {
        "owner": QCoreApplication.translate("Segments", "By owner"),
        "status": QCoreApplication.translate("Segments", "By status"),
        "currency": QCoreApplication.translate("Segments", "By currency"),
        "country": QCoreApplication.translate("Segments", "By country"),
        "month": QCoreApplication.translate("Segments", "By month"),
    }.get(kind, kind)


def total_rows(totals: Sequence[ControlTotal]) -> list[Row]:
    """The sums of whole entities."""
    return [
        (
            (
                Cell(speech.say(one.label), tip=speech.ltr(one.entity)),
                Cell(speech.say(one.field_label), tip=speech.ltr(one.field)),
                *_sides(one.expected, one.found),
            ),
            Wanted(one.entity, field=one.field, told=speech.say(one.field_label)),
        )
        for one in totals
    ]


def segment_rows(segments: Sequence[Segment]) -> list[Row]:
    """The count of every segment and its sums."""
    return [row for one in segments for row in _segment(one)]


def _segment(one: Segment) -> Iterator[Row]:
    field = speech.say(one.field_label)
    value = speech.say(one.told)
    value = speech.ltr(value) if one.kind == "month" else speech.isolate(value)
    place = (
        Cell(speech.say(one.label), tip=speech.ltr(one.entity)),
        Cell(field, tone="muted", tip=speech.ltr(one.field)),
        Cell(value, tip=speech.isolate(one.value or "")),
    )
    part = Part(one.entity, one.kind, one.field, one.value)
    words = f"{field}: {value}"
    records = QCoreApplication.translate("Segments", "records")
    both = QCoreApplication.translate("Segments", "{part}, {field}")
    sides = _sides(str(one.expected), str(one.found))
    yield (*place, Cell(records), *sides), Wanted(one.entity, part=part, told=words)
    for total in one.sums:
        label = speech.say(total.label)
        yield (
            (
                *place,
                Cell(label, tip=speech.ltr(total.field)),
                *_sides(total.expected, total.found),
            ),
            Wanted(
                one.entity, field=total.field, part=part, told=both.format(part=words, field=label)
            ),
        )


def link_rows(links: Sequence[BrokenLink]) -> list[Row]:
    """Lookups that are not whole."""
    return [
        (
            (
                Cell(speech.say(one.label), tip=speech.ltr(one.entity)),
                Cell(speech.say(one.field_label), tip=speech.ltr(one.field)),
                *(_count(rows) for rows in (one.orphan, one.lost, one.wrong)),
            ),
            Wanted(one.entity, field=one.field, told=speech.say(one.field_label)),
        )
        for one in links
    ]


def _count(rows: int) -> Cell:
    return Cell(speech.number(rows), number=True, tone="error" if rows else "muted")


def _sides(expected: str, found: str) -> tuple[Cell, Cell, Cell]:
    equal = same(expected, found)
    if equal:
        words = QCoreApplication.translate("Segments", "equal")
        last = Cell(words, tone="ok", icon="check")
    else:
        words = QCoreApplication.translate("Segments", "look")
        last = Cell(words, tone="error", icon="circle-alert")
    return (
        Cell(told(expected), number=True, copy=expected),
        Cell(told(found), number=True, tone="" if equal else "error", copy=found),
        last,
    )
