"""What the duplicates page asks and does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from migrator.model.matching import BlockingRule, Comparison
from ui.job import Job
from ui.session import Session


def overview(*, session: Session) -> Job:
    """Every entity, and what was decided since the last result: Overview."""
    return session.query("duplicates.overview")


def scores(*, session: Session, entity: str) -> Job:
    """What each threshold would mean: Scores."""
    return session.query("duplicates.scores", entity=entity)


def queue(
    *, session: Session, entity: str, show: str, search: str = "", offset: int = 0, as_of: int = 0
) -> Job:
    """A window on the review queue: QueuePage."""
    return session.query(
        "duplicates.queue", entity=entity, show=show, search=search, offset=offset, as_of=as_of
    )


def side_by_side(
    *, session: Session, entity: str, rows: Sequence[int], without: Sequence[int] = ()
) -> Job:
    """Records beside each other: SideBySide."""
    return session.query(
        "duplicates.side_by_side", entity=entity, rows=tuple(rows), without=tuple(without)
    )


def explain(*, session: Session, entity: str, left: int, right: int) -> Job:
    """Why a pair has its score: Explanation."""
    return session.query("duplicates.explain", entity=entity, left=left, right=right)


def rules(*, session: Session, entity: str) -> Job:
    """All that decides about duplicates of an entity: Rules."""
    return session.query("duplicates.rules", entity=entity)


def merge(
    *,
    session: Session,
    initiator: Any,
    entity: str,
    rows: Sequence[int],
    without: Sequence[int] = (),
) -> Job:
    """These records are one and the same, those `without` are different: Decided."""
    return session.edit(
        "duplicates.merge",
        initiator=initiator,
        entity=entity,
        rows=tuple(rows),
        without=tuple(without),
    )


def separate(*, session: Session, initiator: Any, entity: str, rows: Sequence[int]) -> Job:
    """These records are not one and the same: Decided."""
    return session.edit("duplicates.separate", initiator=initiator, entity=entity, rows=tuple(rows))


def take_back(*, session: Session, initiator: Any, entity: str) -> Job:
    """Undo the last decision about an entity: Decided."""
    return session.edit("duplicates.take_back", initiator=initiator, entity=entity)


def keep(*, session: Session, initiator: Any, entity: str, field: str, row: int) -> Job:
    """Keep a record's value in the golden record: Decided."""
    return session.edit("duplicates.keep", initiator=initiator, entity=entity, field=field, row=row)


def let_rule_decide(
    *, session: Session, initiator: Any, entity: str, field: str, rows: Sequence[int]
) -> Job:
    """Let the survivorship rule choose the value again: Decided."""
    return session.edit(
        "duplicates.let_rule_decide",
        initiator=initiator,
        entity=entity,
        field=field,
        rows=tuple(rows),
    )


def apply(*, session: Session) -> Job:
    """Find duplicates and merge again, with everything that was decided."""
    return session.run("stages.run", until="merge")


def set_thresholds(
    *, session: Session, entity: str, merge_above: float, review_above: float
) -> Job:
    """Merge by itself from one score on, ask from another one on."""
    return session.edit(
        "duplicates.set_thresholds",
        entity=entity,
        merge_above=merge_above,
        review_above=review_above,
    )


def set_enabled(*, session: Session, entity: str, enabled: bool) -> Job:
    """Look for duplicates of an entity, or leave it alone."""
    return session.edit("duplicates.set_enabled", entity=entity, enabled=enabled)


def set_comparisons(*, session: Session, entity: str, comparisons: Sequence[Comparison]) -> Job:
    """Say which fields are compared, and as what."""
    return session.edit("duplicates.set_comparisons", entity=entity, comparisons=tuple(comparisons))


def set_blocking(*, session: Session, entity: str, blocking: Sequence[BlockingRule]) -> Job:
    """Say which records are compared at all."""
    return session.edit("duplicates.set_blocking", entity=entity, blocking=tuple(blocking))


def suggest(*, session: Session, entity: str) -> Job:
    """Propose the rules anew."""
    return session.edit("duplicates.suggest", entity=entity)


def set_survivor(
    *, session: Session, entity: str, field: str, rule: str, options: dict[str, Any] | None = None
) -> Job:
    """Choose the survivorship rule of a field; rule "" gives it the common one again."""
    return session.edit(
        "duplicates.set_survivor", entity=entity, field=field, rule=rule, options=options
    )
