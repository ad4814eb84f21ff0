"""How a project comes to be mirrored by the window."""

from __future__ import annotations

from ui.job import Job
from ui.session import Session


def open_project(*, session: Session, folder: str) -> Job:
    """Open the project in `folder`."""
    return session.open(folder)


def create(*, session: Session, folder: str, name: str, language: str) -> Job:
    """Make an empty project in `folder`, which is not there yet."""
    return session.create(folder, name, language)


def sample(*, session: Session, folder: str, language: str) -> Job:
    """Make the bundled sample project in `folder`, which is not there yet."""
    return session.sample(folder, language)
