"""The whole document in figures: what stands beside the heading, and what holds people back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from migrator.model.views.mapping import Overview
from ui import speech
from ui.pages.mapping.feed_bar import idle_tables, open_words
from ui.pages.mapping.glyphs import shown


def pills(overview: Overview) -> list[tuple[str, str]]:
    """Figures as (text, tone)."""
    if not overview.feeds:
        return []
    words = QCoreApplication.translate("Mapping", "{n} mapped")
    found = [(words.format(n=speech.number(overview.mapped)), "ok")]
    if overview.review:
        words = QCoreApplication.translate("Mapping", "{n} to review")
        found.append((words.format(n=speech.number(overview.review)), "warn"))
    if overview.missing:
        words = QCoreApplication.translate("Mapping", "{n} required missing")
        found.append((words.format(n=speech.number(len(overview.missing))), "error"))
    if overview.open:
        found.append((open_words(overview.open), "info"))
    if idle := len(idle_tables(overview)):
        words = QCoreApplication.translate("Mapping", "{n} tables feed nothing")
        if idle == 1:
            words = QCoreApplication.translate("Mapping", "1 table feeds nothing")
        found.append((words.format(n=speech.number(idle)), "warn"))
    return found


def blocker(overview: Overview) -> str:
    """Required fields that nothing fills hold people back; open columns only warn."""
    if not any(line.mapped for line in overview.feeds):
        return QCoreApplication.translate("Mapping", "Nothing is mapped yet")
    missing = overview.missing
    if not missing:
        return ""
    entity, field = missing[0]
    if len(missing) == 1:
        words = QCoreApplication.translate(
            "Mapping", "Nothing fills the required field {field} of {entity}"
        )
        return words.format(field=speech.say(field), entity=speech.say(entity))
    words = QCoreApplication.translate(
        "Mapping", "{n} required fields are filled by nothing, such as {field} of {entity}"
    )
    return words.format(
        n=speech.number(len(missing)), field=speech.say(field), entity=speech.say(entity)
    )


def refused_words(words: Sequence[str]) -> str:
    """Why a block was not pasted."""
    listed = ("، " if speech.language() == "fa" else ", ").join(shown(one) for one in words[:3])
    told = QCoreApplication.translate("Mapping", "Nothing was pasted: {words} cannot stand there.")
    return told.format(words=listed)
