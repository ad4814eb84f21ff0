"""What the cells of the mapping table say, and the lines that it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from migrator.model.mapping import FieldMapping
from ui import speech
from ui.pages.mapping.canvas_looks import constant_words
from ui.pages.mapping.document import Asked, Document, Show
from ui.pages.mapping.glyphs import (
    collision_words,
    evidence_words,
    shown,
    status_words,
    target_words,
)
from ui.pages.mapping.value_map_model import picklist_words

_LISTED = 12  # picklist values named in a cell


class Column(IntEnum):
    """The columns in their order."""

    SOURCE = 0
    SAMPLES = 1
    TARGET = 2
    TYPE = 3
    LENGTH = 4
    REQUIRED = 5
    PICKLIST = 6
    STEPS = 7
    COLLISION = 8
    SURE = 9
    EVIDENCE = 10
    STATUS = 11
    OWNER = 12
    NOTE = 13
    COMMENTS = 14
    CHANGED = 15


@dataclass(frozen=True)
class Line:
    """One line: a row of the document, a lone column (no target), or a lone field (no row)."""

    source: str = ""
    target: str = ""
    row: FieldMapping | None = None


def title(column: int) -> str:
    """What a column is called."""
    return {
        Column.SOURCE: QCoreApplication.translate("Mapping", "Source column"),
        Column.SAMPLES: QCoreApplication.translate("Mapping", "Values"),
        Column.TARGET: QCoreApplication.translate("Mapping", "Target field"),
        Column.TYPE: QCoreApplication.translate("Mapping", "Type"),
        Column.LENGTH: QCoreApplication.translate("Mapping", "Length"),
        Column.REQUIRED: QCoreApplication.translate("Mapping", "Required"),
        Column.PICKLIST: QCoreApplication.translate("Mapping", "Picklist"),
        Column.STEPS: QCoreApplication.translate("Mapping", "Transforms"),
        Column.COLLISION: QCoreApplication.translate("Mapping", "If the target has a value"),
        Column.SURE: QCoreApplication.translate("Mapping", "Match"),
        Column.EVIDENCE: QCoreApplication.translate("Mapping", "Why"),
        Column.STATUS: QCoreApplication.translate("Mapping", "Status"),
        Column.OWNER: QCoreApplication.translate("Mapping", "Owner"),
        Column.NOTE: QCoreApplication.translate("Mapping", "Note"),
        Column.COMMENTS: QCoreApplication.translate("Mapping", "Comments"),
        Column.CHANGED: QCoreApplication.translate("Mapping", "Last change"),
    }[Column(column)]


def text(document: Document, line: Line, column: int) -> str:
    """The words of one cell."""
    one = Column(column)
    if one in _BY_LINE:
        return _BY_LINE[one](document, line)
    if line.row is None:
        return ""
    return _BY_ROW[one](document, line.row)


def _source(document: Document, line: Line) -> str:
    if line.row is not None and not line.row.sources:
        return constant_words(document, line.row)
    return " + ".join(shown(name) for name in _columns(line))


def _columns(line: Line) -> tuple[str, ...]:
    names = line.row.sources if line.row else (line.source,)
    return tuple(name for name in names if name)


def _samples(document: Document, line: Line) -> str:
    found = [
        value
        for name in _columns(line)
        if name in document.sources
        for value in document.sources[name].samples[:3]
    ]
    return " · ".join(shown(value) for value in found[:4])


def _target(document: Document, line: Line) -> str:
    card = document.targets.get(line.target)
    if card is None:
        return line.target
    return speech.say(card.label) + (" *" if card.required else "")


def _type(document: Document, line: Line) -> str:
    card = document.targets.get(line.target)
    return target_words(card) if card is not None else ""


def _length(document: Document, line: Line) -> str:
    card = document.targets.get(line.target)
    return speech.number(card.length) if card is not None and card.length else ""


def _required(document: Document, line: Line) -> str:
    card = document.targets.get(line.target)
    yes = card is not None and card.required
    return QCoreApplication.translate("Mapping", "required") if yes else ""


def _picklist(document: Document, line: Line) -> str:
    card = document.targets.get(line.target)
    if card is None or not card.picklist:
        return ""
    comma = "، " if speech.language() == "fa" else ", "
    told = comma.join(picklist_words(item) for item in card.picklist[:_LISTED])
    return told + ("…" if len(card.picklist) > _LISTED else "")


def _status(document: Document, line: Line) -> str:
    if line.row is not None:
        told = status_words(line.row.status)
        if line.row.target not in document.sheet.reopened:
            return told
        words = QCoreApplication.translate("Mapping", "{status}, edited after signing")
        return words.format(status=told)
    if line.target:
        return QCoreApplication.translate("Mapping", "Nothing fills it")
    reason = document.sources[line.source].reason
    if reason:
        words = QCoreApplication.translate("Mapping", "Left out: {reason}")
        return words.format(reason=shown(reason))
    return QCoreApplication.translate("Mapping", "Not decided yet")


def steps_words(document: Document, row: FieldMapping) -> str:
    """The transforms of a row in order."""
    titles = document.sheet.titles
    told = [QCoreApplication.translate("Mapping", "lookup")] if row.lookup else []
    told += [
        speech.say(titles[step.transform]) if step.transform in titles else step.transform
        for step in row.steps
    ]
    return (" ← " if speech.language() == "fa" else " → ").join(told)


def _sure(document: Document, row: FieldMapping) -> str:  # noqa: ARG001 - as all cells
    return speech.percent(row.confidence) if row.confidence is not None else ""


def _comments(document: Document, row: FieldMapping) -> str:  # noqa: ARG001 - as all cells
    if not row.comments:
        return ""
    last = row.comments[-1]
    more = f" ({speech.number(len(row.comments))})" if len(row.comments) > 1 else ""
    return f"{shown(last.by)}: {shown(last.text)}{more}"


def _changed(document: Document, row: FieldMapping) -> str:  # noqa: ARG001 - as all cells
    parts = (shown(row.changed_by) if row.changed_by else "", speech.moment(row.changed_at))
    return " · ".join(part for part in parts if part)


_BY_LINE: dict[Column, Callable[[Document, Line], str]] = {
    Column.SOURCE: _source,
    Column.SAMPLES: _samples,
    Column.TARGET: _target,
    Column.TYPE: _type,
    Column.LENGTH: _length,
    Column.REQUIRED: _required,
    Column.PICKLIST: _picklist,
    Column.STATUS: _status,
}
_BY_ROW: dict[Column, Callable[[Document, FieldMapping], str]] = {
    Column.STEPS: steps_words,
    Column.COLLISION: lambda _, row: collision_words(row.collision),
    Column.SURE: _sure,
    Column.EVIDENCE: lambda document, row: evidence_words(document, row.target),
    Column.OWNER: lambda _, row: row.owner,
    Column.NOTE: lambda _, row: row.note,
    Column.COMMENTS: _comments,
    Column.CHANGED: _changed,
}


def sentence(document: Document, line: Line) -> str:
    """A line in one sentence, for ears."""
    comma = "، " if speech.language() == "fa" else ", "
    given = _source(document, line)
    if line.row is None:
        name = given if line.source else _target(document, line)
        return comma.join((name, _status(document, line)))
    words = QCoreApplication.translate("Mapping", "{column} fills {field}")
    parts = [words.format(column=given, field=_target(document, line))]
    parts += [_status(document, line), _sure(document, line.row), steps_words(document, line.row)]
    return comma.join(part for part in parts if part)


def lines(document: Document, asked: Asked) -> list[Line]:
    """The lines that pass the filter: required fields that nothing fills, rows, lone columns."""
    sources = {card.name for card in document.shown_sources(asked)}
    targets = {card.name for card in document.shown_targets(asked)}
    lacking = [
        Line(target=card.name)
        for card in document.sheet.targets
        if document.lacks(card) and card.name in targets and not asked.source
    ]
    rows = [
        Line(next(iter(row.sources), ""), row.target, row)
        for row in document.sheet.feed.fields
        if row.target in targets and (set(row.sources) & sources or not asked.source)
    ]
    free = [
        card
        for card in document.shown_sources(asked)
        if (document.is_open(card) or card.reason) and not asked.target
    ]
    lone = [Line(source=card.name) for card in free if asked.show == Show.ALL or not card.reason]
    return [*lacking, *rows, *lone]
