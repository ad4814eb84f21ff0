"""Words that several parts of the page say."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from migrator.model.mapping import OnError
from migrator.model.views.cleaning import FieldLine, Likeness
from ui import speech


def on_error_title(policy: OnError) -> str:
    """What becomes of a value that cannot be converted."""
    return {
        OnError.KEEP: QCoreApplication.translate("Cleaning", "Keep it as it is"),
        OnError.BLANK: QCoreApplication.translate("Cleaning", "Make it empty"),
        OnError.ISSUE: QCoreApplication.translate("Cleaning", "Hold the row back"),
    }[policy]


def on_error_help(policy: OnError) -> str:
    """The same in a sentence."""
    return {
        OnError.KEEP: QCoreApplication.translate(
            "Cleaning", "The value travels on unchanged, with a warning."
        ),
        OnError.BLANK: QCoreApplication.translate(
            "Cleaning", "The field stays empty, with a warning; the row travels on."
        ),
        OnError.ISSUE: QCoreApplication.translate(
            "Cleaning", "The row waits in quarantine until somebody corrects it."
        ),
    }[policy]


def likeness_title(likeness: Likeness) -> str:
    """How values are alike, in a word or two."""
    return {
        Likeness.SPELLING: QCoreApplication.translate("Cleaning", "Same words"),
        Likeness.LETTERS: QCoreApplication.translate("Cleaning", "Same letters"),
        Likeness.SOUND: QCoreApplication.translate("Cleaning", "Same sound"),
        Likeness.NEAR: QCoreApplication.translate("Cleaning", "Nearly the same"),
    }[likeness]


def likeness_help(likeness: Likeness) -> str:
    """The same in a sentence."""
    return {
        Likeness.SPELLING: QCoreApplication.translate(
            "Cleaning",
            "The same words in any order; case, accents, punctuation and keyboard do not count.",
        ),
        Likeness.LETTERS: QCoreApplication.translate(
            "Cleaning", "The same pairs of letters; spaces do not count either."
        ),
        Likeness.SOUND: QCoreApplication.translate(
            "Cleaning", "Letters that sound alike count as one, in Persian and in Latin script."
        ),
        Likeness.NEAR: QCoreApplication.translate(
            "Cleaning", "A few letters differ. Look closely: not all of these mean the same."
        ),
    }[likeness]


def field_told(field: FieldLine) -> str:
    """A field as people find it: its label, and its name where that differs."""
    label = speech.say(field.label)
    return label if label == field.name else f"{label} ({speech.ltr(field.name)})"


def empty_told() -> str:
    """What stands for no value."""
    return QCoreApplication.translate("Cleaning", "(empty)")
