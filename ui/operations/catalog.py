"""What can be chosen, and whether its options can be used."""

from __future__ import annotations

from typing import Any

from ui.job import Job
from ui.session import Session


def transforms(*, session: Session) -> Job:
    """Every transform: tuple of CatalogItem, shelf by shelf."""
    return session.query("catalog.transforms")


def checks(*, session: Session) -> Job:
    """Every check: tuple of CatalogItem."""
    return session.query("catalog.checks")


def survivors(*, session: Session) -> Job:
    """Every survivorship rule: tuple of CatalogItem."""
    return session.query("catalog.survivors")


def problem(*, session: Session, kind: str, item: str, options: dict[str, Any]) -> Job:
    """Why these options cannot be used: Text, or None."""
    return session.query("catalog.problem", kind=kind, item=item, options=options)
