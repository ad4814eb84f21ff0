"""Templates at the desk: made from a project, tried on another, applied as suggestions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from migrator.contract import words
from migrator.contract.applying import FITS, NOT, applied, placed
from migrator.contract.template import Template, made, read
from migrator.contract.template import text_of as written
from migrator.desks.target_fit import fitted
from migrator.errors import PlanError
from migrator.model.changes import ChangeSet
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.model.views.contract import TemplateFit, TemplateLine
from migrator.workspace import Workspace

_RULES = (
    ("recipes", Text("Cleansing recipe", "دستور پاک‌سازی")),
    ("matching", Text("Duplicate rules", "قاعده‌های تکراری‌یابی")),
    ("survivorship", Text("Survivorship rules", "قاعده‌های بقا")),
    ("checking", Text("Checks", "قاعده‌های اعتبارسنجی")),
)


def text_of(workspace: Workspace, name: str) -> str:
    """The template of the project as text."""
    return written(made(workspace.plan, name.strip()))


def fit(workspace: Workspace, text: str) -> TemplateFit:
    """What of the template fits, nearly fits and does not fit."""
    template, plan = _read(text), workspace.plan
    _, rows = placed(template, plan)
    _, kept = applied(template, plan, nearly=True)
    lines = (*(one.line for one in rows), *_rules(template, plan))
    return TemplateFit(template.name, lines, kept)


def apply(workspace: Workspace, text: str, *, nearly: bool) -> ChangeSet:
    """Apply the template as one step of undo; PlanError if nothing of it fits."""
    template = _read(text)
    after, _ = applied(template, workspace.plan, nearly=nearly)
    after = _with_rules(template, after)
    if after == workspace.plan:
        raise PlanError(
            Text(
                f"Nothing of the template {template.name} is new here.",
                f"الگوی «{template.name}» چیز تازه‌ای برای این پروژه ندارد.",
            ),
            hint=Text("See what fits and what does not.", "ببینید چه چیزی جور است و چه چیزی نه."),
        )
    label = Text(f"Applied the template {template.name}", f"به‌کارگیری الگوی «{template.name}»")
    return workspace.edit(label, lambda _: after)


def _read(text: str) -> Template:
    try:
        return read(text)
    except ValueError as error:
        raise PlanError(
            Text(
                f"This is not a template of Kooch: {error}.",
                f"این پرونده الگوی کوچ نیست: {error}.",
            ),
            hint=Text(
                "Choose a file that Kooch saved as a template.",
                "پرونده‌ای را برگزینید که کوچ به شکل الگو نوشته است.",
            ),
        ) from error


def _own(template: Template, plan: Plan) -> Plan:
    """The plan with the template's rules alone, as far as they fit its schema."""
    with_rules = replace(
        plan,
        recipes=template.recipes,
        matching=template.matching,
        survivorship=template.survivorship,
        checking=template.checking,
    )
    return fitted(with_rules, plan.target.schema)


def _with_rules(template: Template, plan: Plan) -> Plan:
    """The plan with rules for entities that have none of the kind yet."""
    own = _own(template, plan)
    for section, _ in _RULES:
        have = {one.entity for one in getattr(plan, section)}
        more = tuple(one for one in getattr(own, section) if one.entity not in have)
        both: dict[str, Any] = {section: (*getattr(plan, section), *more)}
        plan = replace(plan, **both)
    return plan


def _rules(template: Template, plan: Plan) -> Iterator[TemplateLine]:
    own = _own(template, plan)
    for section, title in _RULES:
        fits = {one.entity for one in getattr(own, section)}
        for one in getattr(template, section):
            here = one.entity in fits
            at = words.where(plan, one.entity, "")
            why = Text("", "") if here else Text("Nothing here is like it.", "همانندی ندارد.")
            told = Text(f"{title.en}: {at.en}", f"{title.fa}: {at.fa}")
            yield TemplateLine(FITS if here else NOT, "", one.entity, "", told, why)
