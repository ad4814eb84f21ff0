"""Reports on paper."""

from __future__ import annotations

from pathlib import Path

from ui.job import Job
from ui.session import Session


def write(*, session: Session, page: Path, paper: Path) -> Job:
    """Draw the HTML report `page` as the PDF `paper`, in the engine's process: number of pages."""
    return session.run("paper.write", page=str(page), paper=str(paper))
