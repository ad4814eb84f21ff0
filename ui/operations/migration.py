"""The full run: prediction, start, resume, rollback."""

from __future__ import annotations

from typing import Any

from ui.job import Job
from ui.session import Session

RUN, DRY_RUN, TAKE_BACK = "migration.run", "migration.dry_run", "migration.take_back"


def overview(*, session: Session) -> Job:
    """Everything at one look: MigrationView."""
    return session.query("migration.overview")


def dry_run(*, session: Session, initiator: Any = None) -> Job:
    """Predict with what the target holds already, without writing: DryRun."""
    return session.run(DRY_RUN, initiator=initiator)


def run(*, session: Session) -> Job:
    """Load everything, or go on where a run stopped: RunView."""
    return session.run(RUN)


def take_back(*, session: Session, run: int) -> Job:
    """Remove again what a run loaded: RunView of the rollback."""
    return session.run(TAKE_BACK, run=run)
