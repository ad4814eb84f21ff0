"""What the engine says it works on, in the language of the window."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from migrator.model.text import Text
from migrator.model.views.state import ProjectState
from ui import speech

_REFUSED = re.compile(r" \(\d+ refused\)$")  # the page of the run shows it beside the entity


def entity_names(state: ProjectState | None) -> dict[str, str]:
    """What people call the entities and the feeds of the plan, by their names in it."""
    if state is None:
        return {}
    told = {}
    for entity in state.plan.target.schema.entities:
        name = entity.label or entity.name
        told[entity.name] = speech.say(Text(name, entity.label_fa or name))
    feeds = {feed.id: told.get(feed.entity, feed.entity) for feed in state.plan.feeds}
    return feeds | told


def work_told(label: str, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """The label of a progress report ("extract crm/customers", "contact: blocks") in words;
    `names` as `entity_names` gives them."""
    words = _words()
    label = _REFUSED.sub("", label).replace("take back", "take", 1)
    before, _, after = label.partition(" ")
    if before in words and after:
        return f"{words[before]} {speech.isolate(names.get(after, after))}"
    what, _, doing = label.partition(": ")
    if doing in words:
        return f"{words[doing]} {speech.isolate(names.get(what, what))}"
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
