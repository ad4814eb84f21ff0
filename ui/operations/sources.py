"""What the sources page asks and does."""

from __future__ import annotations

from collections.abc import Sequence

from migrator.model.views.sources import Place, Rename
from ui.job import Job
from ui.session import Session


def overview(*, session: Session) -> Job:
    """All sources with their tables: Overview."""
    return session.query("sources.overview")


def preview(*, session: Session, source: str, table: str) -> Job:
    """The first rows of a table: Preview."""
    return session.query("sources.preview", source=source, table=table)


def top(*, session: Session, source: str, table: str) -> Job:
    """The first rows of a file or sheet as they stand: Top."""
    return session.query("sources.top", source=source, table=table)


def losses(*, session: Session, source: str, tables: Sequence[str] = ()) -> Job:
    """What of the mapping goes with a source or with tables of it: tuple of Loss."""
    return session.query("sources.losses", source=source, tables=tuple(tables))


def test(*, session: Session, url: str, password: str) -> Job:
    """Whether a database lets us in: Reached."""
    return session.query("sources.test", url=url, password=password)


def add(*, session: Session, places: Sequence[Place]) -> Job:
    """Look at places and add what can be read: Added."""
    return session.run("sources.add", places=tuple(places))


def remove(*, session: Session, source: str) -> Job:
    """Take a source out of the plan."""
    return session.edit("sources.remove", source=source)


def keep(
    *, session: Session, source: str, tables: Sequence[str], keep: bool, reason: str = ""
) -> Job:
    """Keep tables, or leave them out with a reason."""
    return session.edit(
        "sources.keep", source=source, tables=tuple(tables), keep=keep, reason=reason
    )


def read_as(
    *, session: Session, source: str, table: str, options: dict[str, str], agreed: bool = False
) -> Job:
    """Read a table with other options: Reread."""
    return session.run(
        "sources.read_as", source=source, table=table, options=options, agreed=agreed
    )


def look_again(
    *,
    session: Session,
    sources: Sequence[str] = (),
    agreed: bool = False,
    renames: tuple[Rename, ...] = (),
) -> Job:
    """Look at sources anew (without names: those that changed): Reread."""
    return session.run("sources.look_again", sources=tuple(sources), agreed=agreed, renames=renames)


def relocate(
    *,
    session: Session,
    source: str,
    uri: str,
    agreed: bool = False,
    renames: tuple[Rename, ...] = (),
) -> Job:
    """Read a source from another place: Reread."""
    return session.run("sources.relocate", source=source, uri=uri, agreed=agreed, renames=renames)


def unlock(*, session: Session, source: str, password: str) -> Job:
    """Keep the password of a source: Unlocked."""
    return session.run("sources.unlock", source=source, password=password)


def read_all(*, session: Session) -> Job:
    """Take the snapshots of all kept tables."""
    return session.run("stages.run", until="extract")
