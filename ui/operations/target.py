"""Where the data go."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from ui.job import Job
from ui.session import Session


@dataclass(frozen=True)
class Wanted:
    """A target as a person asks for it: `create` the bundled schema there, or take the tables that
    are there; `form` is csv or xlsx for a folder of files."""

    uri: str
    password: str = ""
    create: bool = False
    form: str = "csv"


def glance(*, session: Session) -> Job:
    """What is known of the target without reaching for it: TargetGlance."""
    return session.query("target.glance")


def reach(*, session: Session, url: str, password: str, initiator: Any = None) -> Job:
    """Reach for a database: Reached. An empty password means the one that is kept."""
    return session.run("target.test", initiator=initiator, uri=url, password=password)


def preview(*, session: Session, wanted: Wanted, initiator: Any = None) -> Job:
    """What choosing this target would do to the plan: Prospect."""
    return session.run("target.preview", initiator=initiator, **asdict(wanted))


def choose(*, session: Session, wanted: Wanted) -> Job:
    """Make this the target: one step of undo."""
    return session.run("target.choose", **asdict(wanted))


def check(*, session: Session, initiator: Any = None) -> Job:
    """Reach for the plan's target and compare it with the plan: Health."""
    return session.run("target.check", initiator=initiator)
