"""Nouns of the plan in words: issues, steps, lookups, goals."""

from __future__ import annotations

import json

from migrator.model.issues import ISSUE_CODES
from migrator.model.mapping import FieldMapping, Step
from migrator.model.plan import Goal, Plan
from migrator.reports.data import PackData
from migrator.reports.speech import Speech
from migrator.reports.words import WORDS


def one_of(speech: Speech, family: str, item: str) -> str:
    """The word for an item of a closed list (`fate`, `status` ...); an item that this version does
    not know is shown as it is."""
    key = f"{family}_{item}"
    return speech.say(key) if key in WORDS else item


def cause(speech: Speech, code: str, **values: str) -> str:
    """The sentence of an issue code. Without values their places show an ellipsis."""
    known = ISSUE_CODES.get(code)
    if known is None:
        return code
    told = {name: values.get(name) or "…" for name in ("field", "value", "detail")}
    return known.text.say(speech.language, **told)


def steps(row: FieldMapping) -> str:
    """The transforms of a row in order, with the options that were set."""
    return " → ".join(_step(step) for step in row.steps)


def lookup(row: FieldMapping) -> str:
    """Which record a lookup points to."""
    if row.lookup is None:
        return ""
    return f"{row.lookup.entity}.{row.lookup.by}" if row.lookup.by else row.lookup.entity


def goal(plan: Plan, speech: Speech, wanted: Goal) -> str:
    """A goal as a phrase: what is measured and its bounds."""
    entity = label(plan, speech, wanted.entity)
    field = label(plan, speech, wanted.entity, wanted.field)
    key = f"measure_{wanted.measure}"
    what = speech.say(key, field=field, entity=entity) if key in WORDS else wanted.measure
    bounds = [
        speech.say(name, share=speech.percent(share))
        for name, share in (("at_least", wanted.at_least), ("at_most", wanted.at_most))
        if share is not None
    ]
    return f"{what}: {speech.say('and').join(bounds)}" if bounds else what


def facts(speech: Speech, data: PackData) -> list[tuple[str, str]]:
    """(label, value) of everything that names the pack; empty values are left out."""
    plan, run = data.plan, data.run
    rows = [
        ("customer", plan.customer),
        ("project", plan.name),
        ("system", plan.system),
        ("target", run.target),
        ("run", _run(speech, data)),
        ("state", one_of(speech, "state", run.state)),
        ("started", speech.moment(run.started)),
        ("finished", speech.moment(run.finished)),
        ("by", run.by),
        ("delivery", one_of(speech, "delivery", run.delivery)),
        ("version", run.version),
        ("generated", speech.at(data.generated_at)),
    ]
    return [(speech.say(key), value) for key, value in rows if value]


def label(plan: Plan, speech: Speech, entity: str, field: str = "") -> str:
    """What people call an entity or a field of the target, else its name."""
    schema = plan.target.schema
    if not schema.has(entity):
        return field or entity
    found = schema.entity(entity)
    if field:
        one = next((f for f in found.fields if f.name == field), None)
        return (one and (one.label_fa if speech.rtl else one.label)) or field
    return (found.label_fa if speech.rtl else found.label) or entity


def _run(speech: Speech, data: PackData) -> str:
    if not data.run.no:
        return ""
    return f"{speech.say('run_no', no=data.run.no)} ({one_of(speech, 'kind', data.run.kind)})"


def _step(step: Step) -> str:
    if not step.options:
        return step.transform
    return f"{step.transform} {json.dumps(step.options, ensure_ascii=False, sort_keys=True)}"
