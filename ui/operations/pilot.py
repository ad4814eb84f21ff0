"""The pilot: what it takes, its run, its records, its approval."""

from __future__ import annotations

from typing import Any

from migrator.model.piloting import PilotChoice
from ui.job import Job
from ui.session import Session

RUN, LOOK, TAKE_BACK = "pilot.run", "pilot.look", "pilot.take_back"


def overview(*, session: Session) -> Job:
    """Everything at one look: PilotView."""
    return session.query("pilot.overview")


def records(*, session: Session, entity: str) -> Job:
    """The chosen records of an entity: tuple of PilotRecord."""
    return session.query("pilot.records", entity=entity)


def record(*, session: Session, entity: str, gid: int) -> Job:
    """One record beside its source and the target: RecordView or None."""
    return session.query("pilot.record", entity=entity, gid=gid)


def set_rows(*, session: Session, rows: int, initiator: Any = None) -> Job:
    """Ask for so many records per entity."""
    return session.edit("pilot.set_rows", initiator=initiator, rows=rows)


def set_choice(*, session: Session, choice: PilotChoice, initiator: Any = None) -> Job:
    """Say how the records are chosen."""
    return session.edit("pilot.set_choice", initiator=initiator, choice=choice)


def run(*, session: Session) -> Job:
    """Load the pilot and read it back: RunView."""
    return session.run(RUN)


def look(*, session: Session) -> Job:
    """Compare with the target again."""
    return session.run(LOOK)


def take_back(*, session: Session, run: int) -> Job:
    """Remove again what a run loaded: RunView of the rollback."""
    return session.run(TAKE_BACK, run=run)


def approve(*, session: Session, run: int, by: str, note: str) -> Job:
    """Let everything be loaded as this pilot was."""
    return session.edit("pilot.approve", run=run, by=by, note=note)
