"""Rows that need attention: kept back by our checks or refused by the target, grouped by cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from migrator.databases.refusals import field_in, refusal
from migrator.errors import PlanError
from migrator.model.codec import fingerprint
from migrator.model.issue_details import detail_text
from migrator.model.issue_titles import title_of
from migrator.model.issues import ISSUE_CODES, Severity
from migrator.model.plan import Plan
from migrator.model.schema import Schema
from migrator.model.text import Text
from migrator.project.cases import CauseKey
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging

EXCEL_ROWS = 1_048_000
FSI, PDI = "\u2068", "\u2069"
SEVERAL = "…"  # stands for values that differ
_OURS = ", ".join(literal(code) for code in ISSUE_CODES)
# The target's words without numbers of rows and the like, so that equal causes are equal.
_FOLDED = r"regexp_replace(coalesce(reason, ''), '\b\d+\b', '…', 'g')"


@dataclass(frozen=True)
class RejectGroup:
    """Rows of one entity with the same cause. `kind` is quarantine, reject or pending (kept back by
    the load: the parent is not in the target, or it is not clear which record of the target it is);
    `told` is the cause
    in both languages, `words` the target's own without the values ("" where our code says it all),
    `field` the one it is about (of the target's words: as far as they name one). `id` is a short
    name of the cause that stays the same over runs."""

    entity: str
    kind: str
    field: str
    code: str
    cause: str
    rows: int
    example: str
    told: Text = Text("", "")
    words: str = ""
    key: CauseKey = CauseKey("", "", "", "")
    id: str = ""


@dataclass(frozen=True)
class RejectRow:
    """One record with a cause: its golden id and source key, the value that the cause names, and
    the words of the check or the target."""

    gid: int
    key: str
    value: str
    detail: str


def reject_groups(staging: Staging, plan: Plan) -> list[RejectGroup]:
    """All causes, most rows first."""
    groups = []
    for entity in plan.entities():
        for kind, sql in _kinds(staging, entity):
            groups += _grouped(staging, plan, entity, kind, sql)
    return sorted(groups, key=lambda g: -g.rows)


def cause_id(key: CauseKey) -> str:
    """Eight letters that name a cause."""
    return fingerprint("cause", key)[:8]


def group_of(staging: Staging, plan: Plan, name: str) -> RejectGroup:
    """The cause with this id; PlanError if nothing has it now."""
    found = next((one for one in reject_groups(staging, plan) if one.id == name), None)
    if found is None:
        raise PlanError(
            Text(f"No record has the cause {name} now.", f"اکنون هیچ رکوردی علت {name} را ندارد."),
            hint=Text("Look at the causes again.", "علت‌ها را دوباره ببینید."),
        )
    return found


def reject_rows(
    staging: Staging, group: RejectGroup, limit: int, offset: int = 0
) -> list[RejectRow]:
    """Records of a cause, in order of golden id."""
    rows = staging.rows(
        f"""select r.gid, coalesce(any_value(g._key), ''), coalesce(any_value(r.value), ''),
            coalesce(any_value(r.detail), '')
            from ({members(staging, group)}) r left join {quote(names.golden(group.entity))} g
            on g._gid = r.gid group by r.gid order by r.gid limit {limit} offset {offset}"""
    )
    return [RejectRow(*row) for row in rows]


def members(staging: Staging, group: RejectGroup) -> str:
    """SELECT of `gid`, `field`, `code`, `value`, `detail`, `words` of every record of a cause."""
    sql = dict(_kinds(staging, group.entity)).get(group.kind)
    if not sql:
        return "select 0::bigint as gid, '' as field, '' as code, '' as value, '' as detail," \
            " '' as words where false"  # fmt: skip
    found = group.key
    return (
        f"select * from ({sql}) where coalesce(field, '') = {literal(found.field)}"
        f" and code = {literal(found.code)} and words = {literal(found.words)}"
    )


def present(staging: Staging, plan: Plan) -> Iterator[tuple[CauseKey, str, str]]:
    """(cause, source key, kind) of every record that is left behind now."""
    for entity in plan.entities():
        for kind, sql in _kinds(staging, entity):
            listed = f"""select distinct coalesce(r.field, '') as field, r.code, r.words,
                coalesce(g._key, '') as key from ({sql}) r
                left join {quote(names.golden(entity))} g on g._gid = r.gid"""
            for batch in staging.arrow(listed):
                columns = (column.to_pylist() for column in batch.columns)
                for field, code, words, key in zip(*columns, strict=True):
                    yield CauseKey(entity, field, code, words), key, kind


def _kinds(staging: Staging, entity: str) -> list[tuple[str, str]]:
    """(kind, SQL) for what exists of the three kinds."""
    every = (
        ("quarantine", _quarantined(staging, entity)),
        ("reject", _refused(staging, entity)),
        ("pending", _waiting(staging, entity)),
    )
    return [(kind, sql) for kind, sql in every if sql]


def cause_of(code: str, field: str, value: str | None, detail: str | None) -> str:
    """The cause in plain words; a code that is not ours is the target's own."""
    return told_of(code, Text.of(field), value, detail).en


def told_of(code: str, field: Text, value: str | None, detail: Text | str | None) -> Text:
    """Like `cause_of`, in both languages, with the field as people call it; the target's own words
    are what they are."""
    known = ISSUE_CODES.get(code)
    if known is None:
        words = detail.en if isinstance(detail, Text) else detail or ""
        return Text.of(f"{code}: {words}".strip())
    told = detail if isinstance(detail, Text) else detail_text(detail or "")
    return Text(
        known.text.say("en", field=field.en, value=value or "", detail=told.en),
        known.text.say(
            "fa",
            field=field.fa,
            value=_apart(value or ""),
            detail=told.fa if told.fa != told.en else _apart(told.fa),
        ),
    )


def _apart(value: str) -> str:
    """A value inside Persian words: it keeps its own direction and digits."""
    return f"{FSI}{value}{PDI}" if value else ""


def _quarantined(staging: Staging, entity: str) -> str:
    issues, held = names.issues("validate", entity), names.quarantine(entity)
    if not (staging.exists(issues) and staging.exists(held)):
        return ""
    return (
        f'select i."row" as gid, i.field, i.code, i.value, i.detail,'
        f" case when i.code in ({_OURS}) then '' else coalesce(i.detail, '') end as words"
        f" from {quote(issues)} i where i.severity = {literal(Severity.ERROR.value)}"
        f' and i."row" in (select _gid from {quote(held)})'
    )


def _waiting(staging: Staging, entity: str) -> str:
    issues, outcome = names.issues("load", entity), names.outcome(entity)
    if not (staging.exists(issues) and staging.exists(outcome)):
        return ""
    return (
        f"select i.\"row\" as gid, i.field, i.code, i.value, i.detail, '' as words"
        f" from {quote(issues)} i join {quote(outcome)} o on o._gid = i.row"
        f" where o.state = 'pending' and i.severity = {literal(Severity.ERROR.value)}"
    )


def _refused(staging: Staging, entity: str) -> str:
    outcome = names.outcome(entity)
    if not staging.exists(outcome):
        return ""
    return (
        "select _gid as gid, '' as field, coalesce(code, '') as code, null::varchar as value,"
        f" reason as detail, {_FOLDED} as words"
        f" from {quote(outcome)} where state = 'rejected'"
    )


def _grouped(staging: Staging, plan: Plan, entity: str, kind: str, sql: str) -> list[RejectGroup]:
    rows = staging.rows(
        f"""select coalesce(field, ''), code, words, count(distinct gid), any_value(value),
            case when count(distinct value) <= 1 then any_value(value) else '{SEVERAL}' end,
            case when count(distinct detail) <= 1 then any_value(detail) else '{SEVERAL}' end
            from ({sql}) group by 1, 2, 3"""
    )
    return [_group(plan, kind, CauseKey(entity, *row[:3]), row[3:]) for row in rows]


def _group(plan: Plan, kind: str, key: CauseKey, found: Sequence[Any]) -> RejectGroup:
    count, example, value, detail = found
    field, schema = key.field, plan.target.schema
    if kind == "reject" and schema.has(key.entity):
        field = field_in(key.words, [f.name for f in schema.entity(key.entity).fields])
        told = refusal(key.code, key.words, _label(schema, key.entity, field))
        cause = told.en
    else:
        cause = cause_of(key.code, field, value, detail)
        told = _group_told(schema, (key.entity, field, key.code), value, detail)
    return RejectGroup(
        key.entity, kind, field, key.code, cause, count, example or "", told, key.words, key,
        cause_id(key),
    )  # fmt: skip


def _group_told(
    schema: Schema, place: tuple[str, str, str], value: str | None, detail: str | None
) -> Text:
    """The cause of a group of rows: the whole sentence where they share value and detail, else a
    few words."""
    entity, field, code = place
    if code in ISSUE_CODES and SEVERAL in {value, detail}:
        return title_of(code)
    named = Text.of(detail or "")
    if detail and schema.has(name := detail.partition(" ")[0]):
        # The parent that is meant: its entity, then the source key behind the feed's name.
        parent, key = schema.entity(name), detail.partition(" ")[2].rpartition("|")[2]
        label = parent.label or name
        fa = parent.label_fa or label
        named = Text(f"{label} {key}".strip(), f"{fa} {_apart(key)}".strip())
    return told_of(code, _label(schema, entity, field), value, named)


def _label(schema: Schema, entity: str, name: str) -> Text:
    """What people call a field."""
    fields = schema.entity(entity).fields if schema.has(entity) else ()
    found = next((f for f in fields if f.name == name), None)
    return (
        Text(found.label or name, found.label_fa or found.label or name) if found else Text.of(name)
    )
