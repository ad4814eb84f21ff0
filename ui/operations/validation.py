"""Validate: what is wrong, what repairs it, what is accepted."""

from __future__ import annotations

from migrator.model.checking import CheckRule, Waiver
from migrator.model.recipe import RecipeStep
from migrator.model.views.validation import IssueGroup
from ui.job import Job
from ui.session import Session


def overview(*, session: Session) -> Job:
    """Totals, groups of issues, waivers, checks: Validation."""
    return session.query("validation.overview")


def suggest(*, session: Session, group: IssueGroup, detail: str | None = None) -> Job:
    """Ways to repair a group: tuple of Suggestion."""
    return session.query(
        "validation.suggest",
        entity=group.entity,
        field=group.field,
        code=group.code,
        severity=group.severity,
        detail=detail,
    )


def try_step(*, session: Session, group: IssueGroup, detail: str | None, step: RecipeStep) -> Job:
    """What a step would do to the records of a group: Trial."""
    asked = (group.entity, group.field, group.code, group.severity, detail)
    return session.query("validation.try_step", group=asked, step=step)


def cell(*, session: Session, entity: str, gid: int, field: str) -> Job:
    """One value of a record: CellValue."""
    return session.query("validation.cell", entity=entity, gid=gid, field=field)


def try_rule(*, session: Session, entity: str, rule: CheckRule) -> Job:
    """What a check would find: RuleTrial."""
    return session.query("validation.try_rule", entity=entity, rule=rule)


def fix(*, session: Session, entity: str, step: RecipeStep) -> Job:
    """Repair a kind of issue by a step of the recipe."""
    return session.edit("validation.fix", entity=entity, step=step)


def correct(*, session: Session, entity: str, gid: int, field: str, value: str, same: bool) -> Job:
    """Give one record, or all with the same value, another value."""
    return session.edit(
        "validation.correct", entity=entity, gid=gid, field=field, value=value, same=same
    )


def waive(*, session: Session, group: IssueGroup, reason: str, rows: tuple[int, ...] | None) -> Job:
    """Accept an issue for these records (None: all)."""
    return session.edit(
        "validation.waive",
        entity=group.entity,
        field=group.field,
        code=group.code,
        reason=reason,
        rows=rows,
    )


def unwaive(*, session: Session, waivers: tuple[Waiver, ...]) -> Job:
    """Accept these no more."""
    return session.edit("validation.unwaive", waivers=waivers)


def put_rule(*, session: Session, entity: str, rule: CheckRule, number: int = -1) -> Job:
    """Add a check, or put it in place of another."""
    return session.edit("validation.put_rule", entity=entity, rule=rule, number=number)


def drop_rule(*, session: Session, entity: str, number: int) -> Job:
    """Remove a check."""
    return session.edit("validation.drop_rule", entity=entity, number=number)


def export(*, session: Session, path: str, language: str) -> Job:
    """Write the records that are kept back to a workbook: how many."""
    return session.run("validation.export", path=path, language=language)


def validate(*, session: Session) -> Job:
    """Bring everything up to the validation up to date."""
    return session.run("stages.run", until="validate")
