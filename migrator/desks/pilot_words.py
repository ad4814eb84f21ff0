"""What a pilot shows, said in words."""

from __future__ import annotations

from migrator.desks.runs import field_label
from migrator.model.issue_titles import title_of
from migrator.model.piloting import Covered, Trait
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.transforms import TRANSFORMS

_TOLD: dict[Trait, Text] = {
    Trait.PICKLIST: Text("{field}: “{detail}”", "{field}: «{detail}»"),
    Trait.LONGEST: Text("longest {field}", "بلندترین {field}"),
    Trait.SHORTEST: Text("shortest {field}", "کوتاه‌ترین {field}"),
    Trait.ISSUE: Text("{field}: {detail}", "{field}: {detail}"),
    Trait.MAPPED: Text("{field} changed by its transforms", "{field} با تبدیل‌هایش تغییر کرده"),
    Trait.CLEANSED: Text(
        "{field} changed by the step {detail}", "{field} با گام {detail} تغییر کرده"
    ),
    Trait.FEED: Text("a row of {detail}", "ردیفی از {detail}"),
    Trait.MERGED: Text("merged from several rows", "ادغام‌شده از چند ردیف"),
    Trait.DEEPEST: Text("deepest chain of {field}", "ژرف‌ترین زنجیره‌ی {field}"),
}


def covered_text(plan: Plan, entity: str, one: Covered) -> Text:
    """A trait in words, with labels instead of names and codes."""
    name = field_label(plan, entity, one.field) if one.field else Text("record", "رکورد")
    detail = _detail(plan, entity, one)
    told = _TOLD[one.trait]
    return Text(
        told.en.format(field=name.en, detail=detail.en),
        told.fa.format(field=name.fa, detail=detail.fa),
    )


def _detail(plan: Plan, entity: str, one: Covered) -> Text:
    if one.trait is Trait.PICKLIST:
        return _picked(plan, entity, one)
    if one.trait is Trait.ISSUE:
        return title_of(one.detail)
    if one.trait is Trait.FEED:
        feed = next((f for f in plan.feeds if f.id == one.detail), None)
        return Text.of(f"{feed.source} / {feed.table}" if feed else one.detail)
    if one.trait is Trait.CLEANSED:
        steps = (s for r in plan.recipes if r.entity == entity for s in r.steps)
        step = next((s.step.transform for s in steps if s.id == one.detail), "")
        return TRANSFORMS.get(step).title if step in TRANSFORMS else Text.of(one.detail)
    return Text.of(one.detail)


def _picked(plan: Plan, entity: str, one: Covered) -> Text:
    schema = plan.target.schema
    fields = schema.entity(entity).fields if schema.has(entity) else ()
    values = (v for f in fields if f.name == one.field for v in f.picklist)
    found = next((v for v in values if v.value == one.detail), None)
    if found is None:
        return Text.of(one.detail)
    return Text(found.label or found.value, found.label_fa or found.label or found.value)
