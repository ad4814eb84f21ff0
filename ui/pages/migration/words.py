"""What the page of the migration says about runs."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from migrator.model.views.runs import DryRun, MigrationView, RunView
from ui import speech
from ui.widgets.run_words import LOOKS, state_told

FINISHED = {"done", "attention"}

_WHOLE = {"full", "replay", "delta"}


def newest_full(view: MigrationView) -> RunView | None:
    """The newest run after which everything was tried, however it stands; None before the first."""
    return next((run for run in view.runs if run.kind in _WHOLE), None)


def state_of(run: RunView, *, working: bool) -> tuple[str, str]:
    """State and tone; a run that says it is running while nothing works was ended by force."""
    state = "stopped" if run.state == "running" and not working else run.state
    return state_told(state), LOOKS.get(state, ("plain", ""))[0]


def pills(view: MigrationView, *, working: bool) -> list[tuple[str, str]]:
    """The newest whole run and its state, for the heading."""
    run = newest_full(view)
    if run is None:
        return []
    told, tone = state_of(run, working=working)
    pill = QCoreApplication.translate("Migration", "run {run}: {state}")
    shown = pill.format(run=speech.number(run.no), state=told)
    return [(shown, "plain" if tone == "muted" else tone)]


def icon_of(run: RunView, *, working: bool) -> str:
    """The picture of its state."""
    state = "stopped" if run.state == "running" and not working else run.state
    return LOOKS.get(state, ("plain", "circle"))[1]


def can_be_taken_back(run: RunView | None) -> bool:
    """Whether a rollback of this run makes sense."""
    return run is not None and run.kind != "rollback" and run.state != "rolled_back"


def lasted(run: RunView) -> str:
    """How long a run took; "" while it has no end."""
    try:
        spent = datetime.fromisoformat(run.ended_at) - datetime.fromisoformat(run.started_at)
    except ValueError:
        return ""
    return speech.duration(max(0.0, spent.total_seconds()))


def moved(run: RunView) -> str:
    """How many records a run brought in or took out."""
    if run.kind == "rollback":
        return speech.ltr(f"−{speech.number(run.removed)}") if run.removed else speech.number(0)
    new = sum(one.loaded - one.there for one in run.entities)
    return speech.ltr(f"+{speech.number(new)}") if run.entities else ""


def detail(run: RunView) -> str:
    """More about a run, in one or two sentences."""
    said = []
    if run.reason.en:
        said.append(speech.say(run.reason))
    if run.kind == "rollback" and run.of:
        said.append(_taken_back(run))
    if run.approval is not None:
        told = QCoreApplication.translate("Migration", "Approved by {who}, {when}.")
        who, when = speech.isolate(run.approval.by), speech.moment(run.approval.at)
        said.append(told.format(who=who, when=when))
    refused = sum(one.rejected for one in run.entities)
    if refused:
        told = QCoreApplication.translate("Migration", "The target refused {count} records.")
        said.append(told.format(count=speech.number(refused)))
    if not run.fits and run.kind != "rollback":
        said.append(
            QCoreApplication.translate(
                "Migration", "The plan or its data changed since this run began."
            )
        )
    return " ".join(said)


def _taken_back(run: RunView) -> str:
    told = QCoreApplication.translate(
        "Migration", "Run {run} was taken back: {count} records removed."
    )
    said = [told.format(run=speech.number(run.of), count=speech.number(run.removed))]
    if run.restored:
        told = QCoreApplication.translate("Migration", "{count} got back what they held.")
        said.append(told.format(count=speech.number(run.restored)))
    if run.kept:
        told = QCoreApplication.translate("Migration", "{count} stay: others changed or use them.")
        said.append(told.format(count=speech.number(run.kept)))
    return " ".join(said)


def start_question(view: MigrationView, dry: DryRun | None) -> str:
    """Asks before everything is loaded."""
    target = speech.ltr(view.target)
    if dry is None or not dry.told:
        ready = sum(one.ready for one in view.predictions)
        told = QCoreApplication.translate(
            "Migration", "Load up to {count} records into {target}? This writes into the target."
        )
        return told.format(count=speech.number(ready), target=target)
    told = QCoreApplication.translate(
        "Migration",
        "Load {count} new records into {target}? {there} are there already. This writes into the"
        " target.",
    )
    return told.format(
        count=speech.number(sum(one.create for one in dry.predictions)),
        there=speech.number(sum(one.there or 0 for one in dry.predictions)),
        target=target,
    )


def back_question(run: RunView) -> str:
    """Asks before a run is taken back."""
    told = QCoreApplication.translate(
        "Migration",
        "Take run {run} back? Records that it created are removed, updated ones get back what they"
        " held. Records that others changed since stay and are listed.",
    )
    return told.format(run=speech.number(run.no))
