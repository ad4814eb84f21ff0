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
    """Predict record by record with what the target holds, without writing: DryRun."""
    return session.run(DRY_RUN, initiator=initiator)


def records_ahead(*, session: Session, entity: str, kind: str, what: str) -> Job:
    """The first records behind a number of the dry run: AheadPage. `kind` is `class` or `field`."""
    return session.query("migration.records_ahead", entity=entity, kind=kind, what=what)


def recognise(
    *, session: Session, entity: str, fields: list[str], rules: bool, initiator: Any = None
) -> Job:
    """Say how records of an entity that are in the target already are recognised."""
    return session.edit(
        "migration.recognise", initiator=initiator, entity=entity, fields=fields, rules=rules
    )


def run(*, session: Session) -> Job:
    """Load everything, or go on where a run stopped: RunView."""
    return session.run(RUN)


def take_back(*, session: Session, run: int) -> Job:
    """Remove again what a run loaded: RunView of the rollback."""
    return session.run(TAKE_BACK, run=run)
