"""Validate: golden records become ready or quarantined, and every reason is kept."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from migrator.errors import PlanError
from migrator.model.checking import Checking, CheckRule, Waiver
from migrator.model.issues import Severity
from migrator.model.reports import StageReport
from migrator.model.schema import Entity
from migrator.model.text import Text
from migrator.progress import Progress
from migrator.stages.lookup_fields import with_lookups
from migrator.stages.validate_earlier import earlier
from migrator.stages.validate_parents import edges, hold_back_children
from migrator.stages.validate_rules import Question, questions
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging

VERSION = 3


@dataclass(frozen=True)
class ValidateSection:
    """The entities that feeds fill, as the target describes them (fields that nothing is mapped
    to may be listed or not: the golden tables say what is mapped), and what people decided.
    `parents` names the parents of lookups: `<entity>.<field>` to the entities it may point to."""

    entities: tuple[Entity, ...]
    checking: tuple[Checking, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    parents: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def rules(self, entity: str) -> tuple[CheckRule, ...]:
        """The rules people added for an entity."""
        return tuple(r for one in self.checking if one.entity == entity for r in one.rules)


def run(staging: Staging, section: ValidateSection, progress: Progress) -> StageReport:
    """Writes issues_validate_<entity>, ready_<entity>, quarantine_<entity>.

    The issues hold what the checks found plus the errors and warnings of earlier stages that
    still matter, by golden id. A waived error is a warning. A record with an error is quarantined,
    and so is one whose parent is (code `parent_held_back`, which no waiver lifts: the parent is
    not there).
    Facts: `entities` (golden, ready, quarantined, errors, warnings, held_back per entity) and
    `issues` (entity, field, code, severity, count of issues, rows that have them). Raises
    PlanError naming every rule that cannot run, before anything is written.
    """
    started = time.monotonic()
    _complete(staging, section.entities)
    asked = _ask(staging, section)
    found = {e.name: f"_found_{n}" for n, e in enumerate(section.entities)}
    facts: dict[str, Any] = {"entities": {}, "issues": []}
    try:
        for entity in section.entities:
            _collect(staging, section, entity, asked[entity.name], found[entity.name], progress)
        hold_back_children(
            staging, edges(staging, section.entities, section.parents), found, progress
        )
        for entity in section.entities:
            facts["entities"][entity.name] = _split(staging, entity.name, found[entity.name])
            facts["issues"] += _counts(staging, entity.name, found[entity.name])
    finally:
        for table in found.values():
            staging.run(f"drop table if exists {quote(table)}")
    quarantined = sum(one["quarantined"] for one in facts["entities"].values())
    return StageReport(
        stage="validate",
        rows={
            name: one[kind]
            for entity, one in facts["entities"].items()
            for name, kind in (
                (names.ready(entity), "ready"),
                (names.quarantine(entity), "quarantined"),
            )
        },
        facts=facts,
        attention=quarantined,
        seconds=time.monotonic() - started,
    )


def writes(entities: Sequence[str]) -> list[str]:
    """The logical tables that `run` writes."""
    return [
        name
        for entity in entities
        for name in (
            names.issues("validate", entity),
            names.ready(entity),
            names.quarantine(entity),
        )
    ]


def _complete(staging: Staging, entities: Sequence[Entity]) -> None:
    """An entity that got no rows has no golden table: stand an empty one in for it."""
    for entity in entities:
        if not staging.exists(names.golden(entity.name)):
            columns = ["null::bigint as _gid", "null::varchar as _key", "null::integer as _size"]
            columns += [f"null::varchar as {quote(field.name)}" for field in entity.fields]
            columns += [
                f"null::varchar as {quote('_raw_' + r.field)}" for r in entity.relationships
            ]
            staging.create(names.golden(entity.name), f"select {', '.join(columns)} where false")


def _ask(staging: Staging, section: ValidateSection) -> dict[str, list[Question]]:
    parents = {e.name: quote(names.golden(e.name)) for e in section.entities}
    asked: dict[str, list[Question]] = {}
    problems: list[str] = []
    for entity in section.entities:
        columns = staging.columns(names.golden(entity.name))
        seen = with_lookups(entity, columns, section.parents)
        try:
            asked[entity.name] = questions(seen, columns, parents, section.rules(entity.name))
        except PlanError as error:
            problems += error.details.get("problems", [str(error)])
    if problems:
        raise PlanError(
            Text(
                f"Checks cannot run: {'; '.join(problems)}",
                f"وارسی‌ها اجرا نمی‌شوند: {'؛ '.join(problems)}",
            ),
            hint=Text("Correct or switch off these checks.", "این وارسی‌ها را درست یا خاموش کنید."),
            problems=problems,
        )
    return asked


def _collect(
    staging: Staging,
    section: ValidateSection,
    entity: Entity,
    asked: Sequence[Question],
    table: str,
    progress: Progress,
) -> None:
    """Write the issues of one entity to the work table `table`: columns of an issues table."""
    staging.run(
        f"""create or replace table {quote(table)} (row bigint, field varchar, code varchar,
            severity varchar, value varchar, detail varchar)"""
    )
    waivers = [w for w in section.waivers if w.entity == entity.name]
    selects = [
        f"select row, field, code, {literal(question.severity.value)} as severity, value, detail"
        f" from ({question.sql})"
        for question in asked
    ]
    before = earlier(staging, entity.name)
    label = f"validate {entity.name}"
    for done, select in enumerate([*before, *selects]):
        progress.update(done, len(before) + len(selects), label)
        staging.run(
            f"""insert into {quote(table)}
                select row, field, code, {_severity(waivers)} as severity, value, detail
                from ({select}) i where {_news(table, select in before)}"""
        )
    progress.update(len(before) + len(selects), len(before) + len(selects), label)


def _news(table: str, before: bool) -> str:
    """What was told once is not told again. By `before`: a complaint of the same value. Later: a
    missing parent by merge, which looked for it; a value of the wrong type by the transform that
    could not convert it; one that is not allowed by the value map that does not know it; the same
    reason by whoever told it, unless it is worse now."""
    if before:
        return f"""not exists (select 1 from {quote(table)} t where t.row = i.row
            and t.field = i.field and t.code = i.code and t.value is not distinct from i.value)"""
    error = literal(Severity.ERROR.value)
    return f"""not exists (select 1 from {quote(table)} t
        where t.row = i.row and t.field = i.field
        and (i.code = 'missing_parent' and t.code = 'lookup_not_found'
             or i.code in ('wrong_type', 'bad_date') and t.severity = {error}
             or i.code = 'not_in_picklist' and t.code = 'value_not_in_map'
                and (t.severity = {error} or i.severity <> {error})
             or i.code = t.code and i.severity <> {error}))"""


def _severity(waivers: Sequence[Waiver]) -> str:
    """SQL for the severity after waivers."""
    if not waivers:
        return "severity"
    lifted = " or ".join(
        f"(field = {literal(w.field)} and code = {literal(w.code)}"
        + (f" and row = {int(w.row)})" if w.row is not None else ")")
        for w in waivers
    )
    warning, error = literal(Severity.WARNING.value), literal(Severity.ERROR.value)
    return f"case when severity = {error} and ({lifted}) then {warning} else severity end"


def _split(staging: Staging, entity: str, table: str) -> dict[str, int]:
    golden, found = quote(names.golden(entity)), quote(table)
    held = f"(select row from {found} where severity = {literal(Severity.ERROR.value)})"
    staging.create(names.issues("validate", entity), f"select * from {found}")
    if staging.scalar(f"select count(*) from {held}"):
        ready = staging.create(
            names.ready(entity), f"select g.* from {golden} g anti join {held} h on h.row = g._gid"
        )
    else:
        ready = staging.same_as(names.ready(entity), names.golden(entity))
    quarantined = staging.create(
        names.quarantine(entity), f"select g.* from {golden} g semi join {held} h on h.row = g._gid"
    )
    total = staging.count(names.golden(entity))
    if total != ready + quarantined:
        raise RuntimeError(f"{entity}: {total} golden, but {ready} ready + {quarantined} held")
    told = staging.rows(
        f"""select count(*) filter (severity = 'error'), count(*) filter (severity = 'warning'),
            count(distinct row) filter (code = 'parent_held_back') from {found}"""
    )[0]
    return {
        "golden": total,
        "ready": ready,
        "quarantined": quarantined,
        "errors": int(told[0]),
        "warnings": int(told[1]),
        "held_back": int(told[2]),
    }


def _counts(staging: Staging, entity: str, table: str) -> list[dict[str, Any]]:
    rows = staging.rows(
        f"""select field, code, severity, count(*), count(distinct row) from {quote(table)}
            group by all order by 4 desc, 1, 2, 3"""
    )
    keys = ("field", "code", "severity", "count", "rows")
    return [{"entity": entity, **dict(zip(keys, row, strict=True))} for row in rows]
