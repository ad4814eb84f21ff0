"""What the project is about: each change is one step of undo."""

from __future__ import annotations

from typing import Any

from migrator.model.plan import Goal, Milestone, Person
from ui.job import Job
from ui.session import Session


def overview(*, session: Session) -> Job:
    """Where the project is kept and how its goals stand: ProjectOverview."""
    return session.query("project.overview")


def account(*, session: Session) -> Job:
    """Where every row has ended: AccountView."""
    return session.query("project.account")


def rename(*, session: Session, name: str, initiator: Any = None) -> Job:
    """Give the project another name."""
    return session.edit("project.rename", initiator=initiator, name=name)


def set_customer(*, session: Session, customer: str, initiator: Any = None) -> Job:
    """Say whose data are moved."""
    return session.edit("project.set_customer", initiator=initiator, customer=customer)


def set_system(*, session: Session, system: str, initiator: Any = None) -> Job:
    """Name the legacy system."""
    return session.edit("project.set_system", initiator=initiator, system=system)


def set_language(*, session: Session, language: str, initiator: Any = None) -> Job:
    """Choose the language of reports and other documents."""
    return session.edit("project.set_language", initiator=initiator, language=language)


def save_goal(*, session: Session, goal: Goal, at: int | None = None) -> Job:
    """Add a goal, or change the one at `at`."""
    return session.edit("project.save_goal", goal=goal, at=at)


def remove_goal(*, session: Session, at: int) -> Job:
    """Take a goal out."""
    return session.edit("project.remove_goal", at=at)


def save_person(*, session: Session, person: Person, at: int | None = None) -> Job:
    """Add someone who takes part, or change the entry at `at`."""
    return session.edit("project.save_person", person=person, at=at)


def remove_person(*, session: Session, at: int) -> Job:
    """Take someone out."""
    return session.edit("project.remove_person", at=at)


def save_milestone(*, session: Session, milestone: Milestone, at: int | None = None) -> Job:
    """Add a date to the timetable, or change the one at `at`."""
    return session.edit("project.save_milestone", milestone=milestone, at=at)


def remove_milestone(*, session: Session, at: int) -> Job:
    """Take a date out of the timetable."""
    return session.edit("project.remove_milestone", at=at)
