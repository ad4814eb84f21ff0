"""Everything that Kooch proposes for a step, accepted at once."""

from __future__ import annotations

from ui.job import Job
from ui.session import Session


def cleaning(*, session: Session) -> Job:
    """Take the proposed recipe of every entity."""
    return session.edit("proposals.cleaning")


def matching(*, session: Session) -> Job:
    """Take the proposed duplicate rules of every entity."""
    return session.run("proposals.matching")
