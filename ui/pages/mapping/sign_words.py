"""How the window says how a signature stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from migrator.model.views.contract import SignLine
from ui import speech

TONES = {"signed": "ok", "reopened": "warn", "unsigned": "muted"}
ICONS = {"signed": "shield-check", "reopened": "triangle-alert", "unsigned": "circle"}


def standing(line: SignLine) -> str:
    """One or two words for a chip."""
    told = {
        "signed": QCoreApplication.translate("Signing", "Signed"),
        "reopened": QCoreApplication.translate("Signing", "Reopened"),
        "unsigned": QCoreApplication.translate("Signing", "Not signed"),
    }
    return told[line.standing]


def who(line: SignLine) -> str:
    """Who signed and when; "" for nobody."""
    if not line.at:
        return ""
    words = QCoreApplication.translate("Signing", "{who}, {when}")
    return words.format(who=speech.isolate(line.by), when=speech.moment(line.at))
