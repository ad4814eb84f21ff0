"""What the page of the pilot says about a run."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from migrator.model.views.runs import PilotView, RunView
from ui import speech

FINISHED = {"done", "attention"}


def pills(view: PilotView) -> list[tuple[str, str]]:
    """The state of the pilot in the heading."""
    run, found = view.run, []
    if view.gate.open and view.gate.approval is not None:
        found.append((QCoreApplication.translate("Pilot", "approved"), "ok"))
    elif view.gate.approval is not None:
        found.append((QCoreApplication.translate("Pilot", "changed since approval"), "warn"))
    elif run is not None and run.state in FINISHED and run.fits:
        found.append((QCoreApplication.translate("Pilot", "waits for approval"), "warn"))
    if view.differences:
        told = QCoreApplication.translate("Pilot", "{count} differences")
        found.append((told.format(count=speech.number(view.differences)), "error"))
    return found


def next_step(run: RunView | None) -> str:
    """What to do while nothing is approved."""
    if run is None:
        return QCoreApplication.translate("Pilot", "See what the pilot takes, then run it.")
    if run.state == "rolled_back":
        told = QCoreApplication.translate(
            "Pilot", "Run {run} was removed again: run another one to approve it."
        )
    elif not run.fits:
        told = QCoreApplication.translate(
            "Pilot", "The plan changed since run {run}: run the pilot again."
        )
    elif run.state in FINISHED:
        told = QCoreApplication.translate(
            "Pilot", "Look at the records of run {run}, then approve it."
        )
    else:
        told = QCoreApplication.translate("Pilot", "Run {run} stopped: resuming goes on with it.")
    return told.format(run=speech.number(run.no))


def remove_question(run: RunView) -> str:
    """Asks before a run is taken back."""
    told = QCoreApplication.translate(
        "Pilot",
        "Remove the {count} records again that run {run} created in the target? Records that"
        " others changed since stay and are listed.",
    )
    count = sum(one.loaded - one.there for one in run.entities)
    return told.format(count=speech.number(count), run=speech.number(run.no))


def removed(told: RunView) -> str:
    """What taking a run back did."""
    words = QCoreApplication.translate(
        "Pilot", "{removed} records were removed, {restored} got back what they held."
    ).format(removed=speech.number(told.removed), restored=speech.number(told.restored))
    if not told.kept:
        return words
    kept = QCoreApplication.translate("Pilot", "{count} stay: others changed or use them.")
    return f"{words} {kept.format(count=speech.number(told.kept))}"


def refused(run: RunView) -> str:
    """That the target refused some records; "" if it took all."""
    count = sum(one.rejected for one in run.entities)
    words = QCoreApplication.translate("Pilot", "The target refused {count} records of the pilot.")
    return words.format(count=speech.number(count)) if count else ""
