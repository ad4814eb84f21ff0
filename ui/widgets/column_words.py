"""The words for what a column is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from migrator.model.meanings import MEANINGS
from migrator.model.profile import ODDITIES, Oddity
from migrator.model.views.assess import Split
from ui import speech
from ui.visible import visible
from ui.widgets.charts import Piece

TONES = ("ok", "warn", "error")


def type_word(kind: str) -> str:
    """The type of a column: one of model.schema.FieldType, as people call it."""
    words = {
        "text": QCoreApplication.translate("ColumnWords", "text"),
        "integer": QCoreApplication.translate("ColumnWords", "whole number"),
        "decimal": QCoreApplication.translate("ColumnWords", "number"),
        "float": QCoreApplication.translate("ColumnWords", "number"),
        "boolean": QCoreApplication.translate("ColumnWords", "yes or no"),
        "date": QCoreApplication.translate("ColumnWords", "date"),
        "time": QCoreApplication.translate("ColumnWords", "time of day"),
        "datetime": QCoreApplication.translate("ColumnWords", "date and time"),
        "uuid": QCoreApplication.translate("ColumnWords", "UUID"),
        "binary": QCoreApplication.translate("ColumnWords", "picture or file"),
    }
    return words.get(kind, kind)


def meaning_word(meaning: str) -> str:
    """What a column is about."""
    return speech.say(MEANINGS[meaning]) if meaning in MEANINGS else meaning


def kind_words(meaning: str, kind: str) -> str:
    """Meaning and type of a column in one line, each said once."""
    words = dict.fromkeys(
        (meaning_word(meaning), type_word(kind)) if meaning != "text" else (type_word(kind),)
    )
    return " · ".join(words)


def split_words() -> tuple[str, str, str, str]:
    """What the pieces of a column's bar are called."""
    return (
        QCoreApplication.translate("ColumnWords", "Fits"),
        QCoreApplication.translate("ColumnWords", "Odd, a rule cures it"),
        QCoreApplication.translate("ColumnWords", "Does not fit"),
        QCoreApplication.translate("ColumnWords", "Empty"),
    )


def split_pieces(split: Split) -> list[Piece]:
    """The bar of a column: what fits, what is odd, what does not fit; the rest is empty."""
    amounts = (split.fits, split.odd, split.unfit)
    return [
        Piece(amount, tone, f"{word}: {speech.number(amount)}")
        for amount, tone, word in zip(amounts, TONES, split_words(), strict=False)
    ]


def split_told(split: Split) -> str:
    """A column's bar in words."""
    words = split_words()
    amounts = (split.fits, split.odd, split.unfit, split.empty)
    told = (f"{w}: {speech.number(n)}" for w, n in zip(words, amounts, strict=True) if n)
    return "، ".join(told) if speech.language() == "fa" else ", ".join(told)


def odd_word(odd: Oddity) -> str:
    """An oddity with its rows and an example."""
    told = f"{speech.say(ODDITIES[odd.code])}: {speech.number(odd.rows)}"
    return f"{told} ({speech.isolate(visible(odd.example))})" if odd.example else told


def filled_share(split: Split) -> str:
    """The share of rows that hold a value; a dash where there are no rows."""
    return speech.percent(split.filled / split.rows) if split.rows else "–"
