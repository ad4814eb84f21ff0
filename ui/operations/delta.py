"""Delta runs: what newer data change, and loading only that."""

from __future__ import annotations

from ui.job import Job
from ui.session import Session

RUN = "delta.run"


def overview(*, session: Session) -> Job:
    """Whether to offer one: DeltaOffer."""
    return session.query("delta.overview")


def ahead(*, session: Session) -> Job:
    """Compare newer data with what was loaded: DeltaView."""
    return session.run("delta.ahead")


def records(*, session: Session, entity: str, what: str) -> Job:
    """The records behind a number: tuple of DeltaRecord."""
    return session.query("delta.records", entity=entity, what=what)


def run(*, session: Session) -> Job:
    """Load only what changed: RunView."""
    return session.run(RUN)
