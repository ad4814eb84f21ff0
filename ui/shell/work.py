"""What the engine says it works on, in the language of the window."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from ui import speech

_REFUSED = re.compile(r" \(\d+ refused\)$")  # the page of the run shows it beside the entity


def work_told(label: str) -> str:
    """The label of a progress report ("extract crm/customers", "contact: blocks") in words."""
    words = _words()
    label = _REFUSED.sub("", label).replace("take back", "take", 1)
    before, _, after = label.partition(" ")
    if before in words and after:
        return f"{words[before]} {speech.isolate(after)}"
    what, _, doing = label.partition(": ")
    if doing in words:
        return f"{words[doing]} {speech.isolate(what)}"
    verb = before.rstrip(":")
    return words.get(verb, label)


def _words() -> dict[str, str]:
    return {
        "extract": QCoreApplication.translate("Work", "Reading"),
        "profile": QCoreApplication.translate("Work", "Assessing"),
        "map": QCoreApplication.translate("Work", "Mapping"),
        "clean": QCoreApplication.translate("Work", "Cleaning"),
        "match": QCoreApplication.translate("Work", "Finding duplicates"),
        "learning": QCoreApplication.translate("Work", "Learning what duplicates look like:"),
        "comparing": QCoreApplication.translate("Work", "Comparing"),
        "match keys": QCoreApplication.translate("Work", "Preparing the comparison:"),
        "blocks": QCoreApplication.translate("Work", "Choosing what to compare:"),
        "crosswalk": QCoreApplication.translate("Work", "Merging"),
        "merge": QCoreApplication.translate("Work", "Merging"),
        "validate": QCoreApplication.translate("Work", "Validating"),
        "load": QCoreApplication.translate("Work", "Loading"),
        "look": QCoreApplication.translate("Work", "Looking into the target:"),
        "compare": QCoreApplication.translate("Work", "Comparing with the target:"),
        "take": QCoreApplication.translate("Work", "Taking back"),
        "link": QCoreApplication.translate("Work", "Linking records of"),
        "read": QCoreApplication.translate("Work", "Reading back"),
        "export": QCoreApplication.translate("Work", "Writing the file"),
        "report": QCoreApplication.translate("Work", "Writing the report"),
    }


def call_told(name: str) -> str:
    """What a task is about, before the engine says more."""
    return {
        "start.open": QCoreApplication.translate("Work", "Opening the project"),
        "start.create": QCoreApplication.translate("Work", "Making the project"),
        "start.sample": QCoreApplication.translate("Work", "Preparing the sample"),
        "start.close": QCoreApplication.translate("Work", "Closing the project"),
    }.get(name, QCoreApplication.translate("Work", "Working"))
