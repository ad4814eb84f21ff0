"""The mapping document as files."""

from __future__ import annotations

from collections.abc import Sequence

from ui.job import Job
from ui.session import Session


def export(*, session: Session, path: str, language: str) -> Job:
    """Write the document as .xlsx, .html, .md or .json: Exported."""
    return session.run("documents.export", path=path, language=language)


def review(*, session: Session, paths: Sequence[str]) -> Job:
    """What changed in workbooks that came back: ImportReview."""
    return session.query("documents.review", paths=tuple(paths))


def take(*, session: Session, paths: Sequence[str], ids: Sequence[str]) -> Job:
    """Take the changes with these ids."""
    return session.edit("documents.take", paths=tuple(paths), ids=tuple(ids))
