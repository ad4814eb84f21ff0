"""Words of the page that several of its parts say."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from migrator.model.views.duplicates import QueueLine, Stand
from ui import speech


def line_told(line: QueueLine) -> tuple[str, str]:
    """(the name of a group, everything about it in words)."""
    name = line.title or QCoreApplication.translate("Duplicates", "(no name)")
    score = "" if line.score is None else score_told(line.score)
    parts = (name, records_told(len(line.rows)), score, stand_told(line.stand))
    return name, ", ".join(part for part in parts if part)


def records_told(count: int) -> str:
    """How many records a group has."""
    words = QCoreApplication.translate("Duplicates", "{count} records")
    return words.format(count=speech.number(count))


def score_told(score: float) -> str:
    """A score as percent, never rounded up to certainty."""
    decimals = 0 if score < 0.99 or score >= 1 else 1 if score < 0.999 else 2
    scale = 100 * 10**decimals
    return speech.percent(math.floor(score * scale + 1e-9) / scale, decimals)


def pairs_told(count: int) -> str:
    """How many pairs."""
    one = QCoreApplication.translate("Duplicates", "{count} pair")
    many = QCoreApplication.translate("Duplicates", "{count} pairs")
    return (one if count == 1 else many).format(count=speech.number(count))


def clusters_told(count: int) -> str:
    """How many clusters."""
    one = QCoreApplication.translate("Duplicates", "{count} cluster")
    many = QCoreApplication.translate("Duplicates", "{count} clusters")
    return (one if count == 1 else many).format(count=speech.number(count))


def stand_told(stand: Stand) -> str:
    """How a group stands, in words."""
    return {
        Stand.TO_DECIDE: QCoreApplication.translate("Duplicates", "to decide"),
        Stand.BY_RULE: QCoreApplication.translate("Duplicates", "merged by rule"),
        Stand.DECIDED: QCoreApplication.translate("Duplicates", "decided"),
    }[stand]
