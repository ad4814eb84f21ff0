"""The rejects workbench: causes, records, corrections, acceptances, replays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from migrator.model.recipe import RecipeStep
from migrator.model.views.validation import IssueGroup
from ui.job import Job
from ui.session import Session

REPLAY = "rejects.replay"


def overview(*, session: Session) -> Job:
    """Every cause with its states, and what was mended: Workbench."""
    return session.query("rejects.overview")


def records(*, session: Session, cause: str, limit: int, offset: int = 0) -> Job:
    """Records of a cause: RejectPage."""
    return session.query("rejects.records", cause=cause, limit=limit, offset=offset)


def cell(*, session: Session, entity: str, gid: int, field: str) -> Job:
    """One value of a record: CellValue."""
    return session.query("rejects.cell", entity=entity, gid=gid, field=field)


def correct(*, session: Session, entity: str, gid: int, field: str, value: str) -> Job:
    """Give one record another value."""
    return session.edit("rejects.correct", entity=entity, gid=gid, field=field, value=value)


def fix(*, session: Session, entity: str, step: RecipeStep) -> Job:
    """Repair all records of a cause by a step of the recipe."""
    return session.edit("rejects.fix", entity=entity, step=step)


def accept(*, session: Session, cause: str, reason: str, by: str) -> Job:
    """Accept that the records of a cause stay behind."""
    return session.edit("rejects.accept", cause=cause, reason=reason, by=by)


def withdraw(*, session: Session, cause: str) -> Job:
    """Accept it no more."""
    return session.edit("rejects.withdraw", cause=cause)


def export(*, session: Session, path: str, language: str) -> Job:
    """Write every cause to a workbook to be corrected: lines written."""
    return session.run("rejects.export", path=path, language=language)


def review(*, session: Session, path: str) -> Job:
    """What a workbook that came back says: CorrectionReview."""
    return session.query("rejects.review", path=path)


def take(*, session: Session, path: str, ids: Sequence[str]) -> Job:
    """Take chosen corrections of a workbook."""
    return session.edit("rejects.take", path=path, ids=tuple(ids))


def replay(*, session: Session) -> Job:
    """Send only what is not in the target yet: RunView."""
    return session.run(REPLAY)


@dataclass(frozen=True)
class Ways:
    """Ways to repair a cause, asked as those of a group of issues are."""

    cause: str

    def suggest(self, *, session: Session, group: IssueGroup, detail: str | None = None) -> Job:
        """Ways to repair it: tuple of Suggestion."""
        del detail
        return session.query("rejects.suggest", cause=self.cause, field=group.field)

    def try_step(
        self, *, session: Session, group: IssueGroup, detail: str | None, step: RecipeStep
    ) -> Job:
        """What a step would do to its records: Trial."""
        del group, detail
        return session.query("rejects.try_step", cause=self.cause, step=step)
