"""Words of a story that several parts of its dialog use."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from migrator.model.mapping import lineage
from migrator.model.plan import Plan
from migrator.model.views.story import Fate
from ui import speech
from ui.visible import code_point, shapeless, visible

NOTHING = "—"
LONGEST = 400  # letters of a value that a cell or tip shows


def row_told(plan: Plan, rid: int) -> str:
    """A source row as people find it again: table and number."""
    number, ordinal = lineage(rid)
    feed = next((f for f in plan.feeds if f.no == number), None)
    table = speech.isolate(f"{feed.source} / {feed.table}") if feed else ""
    told = QCoreApplication.translate("Story", "{table}, row {number}")
    return told.format(table=table, number=speech.number(ordinal))


def value_told(value: str | None) -> str:
    """A value for display: kept apart from the direction around it, hidden signs visible."""
    if value is None or value == "":
        return NOTHING
    return speech.isolate(visible(value[:LONGEST]))


def signs_told(before: str | None, after: str | None) -> str:
    """The letters that came or went, by code point: some look alike and are not."""
    old, new = set(before or ""), set(after or "")
    gone = [_sign(letter) for letter in sorted(old - new)][:6]
    come = [_sign(letter) for letter in sorted(new - old)][:6]
    if not gone and not come:
        return ""
    return speech.ltr(f"− {', '.join(gone) or NOTHING}   + {', '.join(come) or NOTHING}")


def _sign(letter: str) -> str:
    return code_point(letter) if shapeless(letter) else f"{letter} {code_point(letter)}"


def fate_told(fate: Fate) -> tuple[str, str]:
    """(where a record stands, tone)."""
    told = {
        Fate.LEFT_OUT: (QCoreApplication.translate("Story", "left out by plan"), "plain"),
        Fate.MAPPED: (QCoreApplication.translate("Story", "not worked out further"), "plain"),
        Fate.QUARANTINED: (QCoreApplication.translate("Story", "in quarantine"), "error"),
        Fate.READY: (QCoreApplication.translate("Story", "ready to load"), "info"),
        Fate.LOADED: (QCoreApplication.translate("Story", "in the target"), "ok"),
        Fate.REJECTED: (QCoreApplication.translate("Story", "refused by the target"), "error"),
        Fate.PENDING: (QCoreApplication.translate("Story", "waits to be loaded"), "info"),
    }
    return told[fate]


def stage_told(stage: str) -> str:
    """Where an issue comes from."""
    told = {
        "map": QCoreApplication.translate("Story", "mapping"),
        "cleanse": QCoreApplication.translate("Story", "cleansing"),
        "match": QCoreApplication.translate("Story", "duplicates"),
        "merge": QCoreApplication.translate("Story", "merging"),
        "validate": QCoreApplication.translate("Story", "validation"),
        "load": QCoreApplication.translate("Story", "loading"),
        "extract": QCoreApplication.translate("Story", "reading"),
    }
    return told.get(stage, stage)
