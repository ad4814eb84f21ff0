"""What is asked and done at the Clean step."""

from __future__ import annotations

from collections.abc import Sequence

from migrator.model.recipe import RecipeStep
from migrator.model.views.cleaning import Unified
from ui.job import Job
from ui.session import Session


def entities(*, session: Session) -> Job:
    """The entities to clean: tuple of EntityLine."""
    return session.query("cleaning.entities")


def recipe(*, session: Session, entity: str) -> Job:
    """The recipe of an entity with the effect of each step: RecipeView."""
    return session.query("cleaning.recipe", entity=entity)


def preview(*, session: Session, entity: str, position: int, step: RecipeStep, show: str) -> Job:
    """What a step does at a place of the recipe: StepPreview."""
    return session.query("cleaning.preview", entity=entity, position=position, step=step, show=show)


def suggestions(*, session: Session, entity: str) -> Job:
    """Steps that the recipe lacks: tuple of StepLine."""
    return session.query("cleaning.suggestions", entity=entity)


def facet(*, session: Session, entity: str, field: str, search: str) -> Job:
    """The values of a field with their counts: Facet."""
    return session.query("cleaning.facet", entity=entity, field=field, search=search)


def groups(*, session: Session, entity: str, field: str, likeness: str) -> Job:
    """Values that may mean the same: Groups."""
    return session.query("cleaning.groups", entity=entity, field=field, likeness=likeness)


def references(*, session: Session) -> Job:
    """Source tables to look up in: tuple of Reference."""
    return session.query("cleaning.references")


def reference(*, session: Session, source: str, table: str, key: str, result: str) -> Job:
    """Two columns of a source table, the first row names them: tuple of pairs."""
    return session.query("cleaning.reference", source=source, table=table, key=key, result=result)


def add(*, session: Session, entity: str, steps: Sequence[RecipeStep], position: int = -1) -> Job:
    """Put steps into the recipe."""
    return session.edit("cleaning.add", entity=entity, steps=tuple(steps), position=position)


def change(*, session: Session, entity: str, step: RecipeStep) -> Job:
    """Put another version of a step in its place."""
    return session.edit("cleaning.change", entity=entity, step=step)


def remove(*, session: Session, entity: str, ids: Sequence[str]) -> Job:
    """Take steps out."""
    return session.edit("cleaning.remove", entity=entity, ids=tuple(ids))


def move(*, session: Session, entity: str, step: str, position: int) -> Job:
    """Bring a step to another place; `position` counts without it."""
    return session.edit("cleaning.move", entity=entity, step=step, position=position)


def switch(*, session: Session, entity: str, ids: Sequence[str], on: bool) -> Job:
    """Switch steps on or off."""
    return session.edit("cleaning.switch", entity=entity, ids=tuple(ids), on=on)


def unify(*, session: Session, entity: str, field: str, groups: Sequence[Unified]) -> Job:
    """Let values of a field read the same."""
    return session.edit("cleaning.unify", entity=entity, field=field, groups=tuple(groups))
