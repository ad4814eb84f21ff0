"""The story of a record."""

from __future__ import annotations

from ui.job import Job
from ui.session import Session


def record(*, session: Session, entity: str, gid: int) -> Job:
    """The story of a golden record: RecordStory."""
    return session.query("story.record", entity=entity, gid=gid)


def row(*, session: Session, rid: int) -> Job:
    """The story of the record that a source row became part of: RecordStory."""
    return session.query("story.row", rid=rid)


def find(*, session: Session, text: str) -> Job:
    """Records by source key, target id or number: tuple of Hit."""
    return session.query("story.find", text=text)
