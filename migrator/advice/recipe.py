"""Propose a cleansing recipe: the housekeeping that every field of a kind deserves."""

from __future__ import annotations

from migrator.model.mapping import OnError, Step
from migrator.model.plan import Plan
from migrator.model.recipe import Recipe, RecipeStep
from migrator.model.schema import Field, FieldType

# Free text that people typed: stray spaces and foreign look-alike letters are noise there. Codes
# and keys are left alone: a space in them may be meant.
TYPED_BY_PEOPLE = {
    "company_name",
    "person_name",
    "first_name",
    "last_name",
    "job_title",
    "address",
    "city",
    "province",
    "country",
    "product_name",
    "note",
}


def propose_recipe(plan: Plan, entity: str) -> Recipe:
    """Spaces trimmed, placeholders such as `-` and `NULL` blanked, and Persian letters unified in
    every mapped text field that people typed; what the mapping does already is left out."""
    fields = {f.name: f for f in plan.target.schema.entity(entity).fields}
    steps: list[RecipeStep] = []
    for name in dict.fromkeys(r.target for feed in plan.feeds_of(entity) for r in feed.fields):
        field = fields[name]
        if field.type != FieldType.TEXT or field.picklist:
            continue
        steps += _for_field(field, _treated(plan, entity, name))
    return Recipe(entity, tuple(steps))


def _treated(plan: Plan, entity: str, name: str) -> set[str]:
    """Transforms that every feed of the field applies already; lookups take no treatment."""
    rows = [r for feed in plan.feeds_of(entity) for r in feed.fields if r.target == name]
    if any(row.lookup for row in rows):
        return {"trim", "blank_if", "persian_letters"}
    done = [{step.transform for step in row.steps} for row in rows]
    return set.intersection(*done) if done else set()


def _for_field(field: Field, treated: set[str]) -> list[RecipeStep]:
    wanted = ["trim", "blank_if"]
    if field.meaning in TYPED_BY_PEOPLE:
        wanted.append("persian_letters")
    return [
        RecipeStep(
            id=f"{field.name}-{transform}",
            reads=(field.name,),
            writes=field.name,
            step=Step(transform, on_error=OnError.KEEP),
        )
        for transform in wanted
        if transform not in treated
    ]
