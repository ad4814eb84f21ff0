"""Nouns of the plan in words: issues, steps, lookups, goals."""

from __future__ import annotations

from migrator.model.issue_details import detail_text
from migrator.model.issue_titles import title_of
from migrator.model.issues import ISSUE_CODES
from migrator.model.mapping import FieldMapping
from migrator.model.plan import Goal, Plan
from migrator.model.reports import StageReport
from migrator.reports.data import PackData, RunFacts
from migrator.reports.speech import Speech
from migrator.reports.words import WORDS


def one_of(speech: Speech, family: str, item: str) -> str:
    """The word for an item of a closed list (`fate`, `status` ...); an item that this version does
    not know is shown as it is."""
    key = f"{family}_{item}"
    return speech.say(key) if key in WORDS else item


def cause(speech: Speech, code: str, **values: str) -> str:
    """The sentence of an issue code with its values; its short title without any."""
    known = ISSUE_CODES.get(code)
    if known is None:
        return code
    if not values:
        return title_of(code).say(speech.language)
    told = {name: values.get(name) or "–" for name in ("field", "value", "detail")}
    told["detail"] = detail_text(told["detail"]).say(speech.language)
    return known.text.say(speech.language, **told)


def steps(data: PackData, speech: Speech, row: FieldMapping) -> str:
    """The transforms of a row in order, with the options that were set."""
    return data.steps(row.steps).say(speech.language)


def lookup(data: PackData, speech: Speech, row: FieldMapping) -> str:
    """Which record a lookup points to."""
    if row.lookup is None:
        return ""
    return " / ".join(_way(data.plan, speech, one.entity, one.by) for one in row.lookup.ways)


def _way(plan: Plan, speech: Speech, entity: str, by: str) -> str:
    name = label(plan, speech, entity)
    return f"{name} ({label(plan, speech, entity, by)})" if by else name


def warning(data: PackData, speech: Speech, sentence: str) -> str:
    """What a stage warns of; an entity that it names first is called as people call it."""
    told = data.told(sentence).say(speech.language)
    place, colon, rest = told.partition(": ")
    name = place.strip("\u2066\u2068\u2069")
    return f"{label(data.plan, speech, name)}: {rest}" if colon and rest else told


def made(data: PackData, speech: Speech, stage: StageReport) -> list[tuple[str, int]]:
    """What a stage wrote: (what, rows); what is of the same kind is counted together."""
    counts: dict[str, int] = {}
    for name, rows in stage.rows.items():
        what = _written(data.plan, speech, name)
        counts[what] = counts.get(what, 0) + rows
    return list(counts.items())


def _written(plan: Plan, speech: Speech, name: str) -> str:
    if plan.target.schema.has(name):
        return label(plan, speech, name)
    kind = name.partition("_")[0]
    number = name.removeprefix("raw_")
    for spec in plan.sources:
        for choice in spec.tables:
            if kind == "raw" and number == str(choice.no):
                return f"{spec.id} / {choice.table.name}"
    return one_of(speech, "written", kind) if f"written_{kind}" in WORDS else name


def goal(plan: Plan, speech: Speech, wanted: Goal) -> str:
    """A goal as a phrase: what is measured and its bounds."""
    entity = label(plan, speech, wanted.entity) or speech.say("all_records")
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
        ("dry_run", _foretold(speech, run)),
        ("version", run.version),
        ("generated", speech.at(data.generated_at)),
    ]
    return [(speech.say(key), value) for key, value in rows if value]


def _foretold(speech: Speech, run: RunFacts) -> str:
    """How right the dry run before the run was; "" without one."""
    if not run.foretold:
        return ""
    right, total = speech.number(run.foretold_rightly), speech.number(run.foretold)
    return speech.say("foretold", right=right, total=total)


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
