"""The dry run as people see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from migrator import meeting
from migrator.desks.runs import entity_label, field_label
from migrator.model.dormant import awake_matching
from migrator.model.issue_titles import title_of
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.model.views.prediction import (
    Ahead,
    AheadLine,
    AheadPage,
    Effect,
    Recognition,
)
from migrator.model.views.runs import Classes, DryRun, Prediction
from migrator.prediction import CLASSES, Foreseen, lines
from migrator.workspace import Workspace

_MISSING = Text("Not in the target", "در مقصد نیست")


def dry_run(
    plan: Plan, found: Foreseen, predictions: Mapping[str, Prediction], problems: tuple[Text, ...]
) -> DryRun:
    """The dry run for the page; `predictions` by entity are what is known without it."""
    told = []
    for name, one in predictions.items():
        facts = found.entities.get(name)
        if facts is None or not found.tells:
            told.append(one)
            continue
        classes = Classes(**{kind: int(facts[kind]) for kind in CLASSES})
        told.append(
            Prediction(
                name, one.label, one.mapped, one.absorbed, one.held, one.ready, one.waiting,
                classes, int(facts["left"]),
            )
        )  # fmt: skip
    return DryRun(
        found.at,
        tuple(told),
        found.makes,
        problems,
        found.tells,
        tuple(_effects(plan, found.entities)),
        tuple(_causes(plan, found.entities)),
    )


def _effects(plan: Plan, entities: Mapping[str, Any]) -> Iterator[Effect]:
    for name, facts in entities.items():
        label = entity_label(plan, name)
        for field, counts in facts["fields"].items():
            yield Effect(name, label, field, field_label(plan, name, field), **counts)


def _causes(plan: Plan, entities: Mapping[str, Any]) -> Iterator[Ahead]:
    for name, facts in entities.items():
        label = entity_label(plan, name)
        for kind, code, field, rows in facts["causes"]:
            yield Ahead(name, label, kind, _fields(plan, name, field), code, why(code), rows)


def _fields(plan: Plan, entity: str, listed: str) -> Text:
    """What people call a field, or several with commas between."""
    found = [field_label(plan, entity, name) for name in listed.split(", ") if name]
    return Text(", ".join(f.en for f in found), "، ".join(f.fa for f in found))


def why(code: str) -> Text:
    """Why a record would not arrive, in a few words."""
    if code == "missing":
        return _MISSING
    return title_of(code) if code else Text("", "")


def page(
    workspace: Workspace, entity: str, what: tuple[str, str], limit: int, offset: int
) -> AheadPage:
    """Records behind a number of the dry run (see `prediction.lines`)."""
    rows, total = lines(workspace, entity, what, limit, offset)
    plan, by_field = workspace.plan, what[0] == "field"
    found = []
    for gid, key, target_id, field, code, detail, *values in rows:
        told = Text("", "")
        if not by_field and code:
            title, where = why(code), _fields(plan, entity, field)
            told = Text(_joined(title.en, where.en, detail), _joined(title.fa, where.fa, detail))
        shown = "" if target_id.startswith("new:") else target_id
        found.append(AheadLine(gid, key, shown, told, *values))
    return AheadPage(tuple(found), total)


def _joined(title: str, where: str, detail: str) -> str:
    return " · ".join(part for part in (title, where, detail) if part)


def recognitions(plan: Plan) -> tuple[Recognition, ...]:
    """How records that are in the target are recognised, entity by entity."""
    chosen = {one.entity: one for one in plan.loading.matching}
    ruled = {m.entity for m in awake_matching(plan) if m.enabled and m.comparisons and m.blocking}
    found = []
    for name in plan.entities():
        allowed = meeting.key_fields(plan, name)
        entity = plan.target.schema.entity(name) if plan.target.schema.has(name) else None
        unique = [entity.primary_key, *entity.unique_keys] if entity else []
        now = chosen.get(name)
        found.append(
            Recognition(
                name,
                entity_label(plan, name),
                now.fields if now else (),
                now.rules if now else False,
                tuple((field, field_label(plan, name, field)) for field in allowed),
                tuple(key for key in unique if key and set(key) <= set(allowed)),
                name in ruled,
            )
        )
    return tuple(found)
