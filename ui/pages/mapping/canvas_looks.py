"""From the document to what cards and lines show."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from migrator.model.mapping import FieldMapping, RowStatus
from migrator.model.views.mapping import SourceCard, TargetCard
from ui import speech
from ui.pages.mapping.canvas_items import Chip
from ui.pages.mapping.canvas_paint import Look
from ui.pages.mapping.document import DECIDED, Document
from ui.pages.mapping.glyphs import shown, source_icon, target_icon, target_words

_SAMPLES = 3
_DULL = "trim"  # nearly every text is trimmed: a chip of it would hide the others


def source_look(document: Document, card: SourceCard) -> Look:
    """How a column shows."""
    if card.reason:
        told = QCoreApplication.translate("Mapping", "Left out: {reason}").format(
            reason=shown(card.reason)
        )
    elif card.samples:
        told = " · ".join(shown(text) for text in card.samples[:_SAMPLES])
    else:
        told = QCoreApplication.translate("Mapping", "no values")
    if card.elsewhere and not card.reason and card.name not in document.fed:
        arrow = "←" if speech.language() == "fa" else "→"
        told = f"{arrow} {speech.say(card.elsewhere[0])} · {told}"
    return Look(
        name=shown(card.name),
        told=told,
        icon=source_icon(card),
        bar=card.filled,
        faded=bool(card.reason),
        linked=card.name in document.fed,
        used=bool(card.elsewhere) or card.key,
    )


def target_look(document: Document, card: TargetCard) -> Look:
    """How a field shows."""
    missing = document.lacks(card)
    told = target_words(card)
    if missing:
        told = QCoreApplication.translate("Mapping", "{type} · nothing fills it").format(type=told)
    row = document.rows.get(card.name)
    if row is not None and not row.sources:
        told = constant_words(document, row)
    return Look(
        name=speech.say(card.label),
        told=told,
        icon=target_icon(card),
        star=card.required,
        missing=missing,
        linked=row is not None,
    )


def constant_words(document: Document, row: FieldMapping) -> str:
    """What a field without a column gets."""
    first = row.steps[0] if row.steps else None
    if first is not None and first.transform == "sequence":
        number = f"{first.options.get('prefix', '')}1…"
        words = QCoreApplication.translate("Mapping", "Running number: {number}")
        return words.format(number=speech.ltr(number))
    value = next((s.options.get("value", "") for s in row.steps if s.transform == "constant"), "")
    card = document.targets.get(row.target)
    label = next((p for p in card.picklist if p.value == value), None) if card else None
    if label is not None:
        told = (label.label_fa if speech.language() == "fa" else label.label) or label.value
    else:
        told = str(value)
    words = QCoreApplication.translate("Mapping", "Always: {value}")
    return words.format(value=shown(told))


def sure_words(document: Document, row: FieldMapping) -> str:
    """The first chip of a line: how sure, or how far people have got."""
    if row.target in document.sheet.problems:
        return "!"
    if row.target in document.sheet.reopened:
        return QCoreApplication.translate("Mapping", "reopened")
    if row.status in DECIDED:
        return "✓"
    if row.status == RowStatus.TO_DECIDE:
        return "?"
    if row.status == RowStatus.DRAFT or row.confidence is None:
        return QCoreApplication.translate("Mapping", "draft")
    return speech.percent(row.confidence)


def chips(document: Document, row: FieldMapping) -> list[Chip]:
    """The chips of a line."""
    found: list[Chip] = [(sure_words(document, row), document.tone(row))]
    if row.lookup is not None:
        words = QCoreApplication.translate("Mapping", "lookup")
        found.append((words, "violet"))
    for step in row.steps:
        if step.transform == _DULL:
            continue
        title = document.sheet.titles.get(step.transform)
        if title is None:
            found.append((step.transform, "error"))
        else:
            found.append((speech.say(title), "violet"))
    return found


def is_solid(row: FieldMapping) -> bool:
    """Whether people agreed to the row: its line is never dashed."""
    return row.status in DECIDED
