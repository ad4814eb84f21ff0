"""The issues of the newest validation, gathered so that each group is one thing to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from migrator.checks import CHECKS
from migrator.desks.cleaning_edits import entity_label, field_label
from migrator.desks.validation_words import DEMANDED, remedy_of
from migrator.model.checking import Waiver
from migrator.model.issue_details import detail_text
from migrator.model.issue_titles import title_of
from migrator.model.plan import Plan
from migrator.model.relations import lookups
from migrator.model.views.validation import (
    Cause,
    EntityTotals,
    IssueGroup,
    RuleLine,
    WaiverLine,
)
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging

CAUSES = 8  # more of them is no grouping any more
# Their detail names another record, which is no cause to group by.
_NAMES_OTHERS = {"parent_held_back", "missing_parent", "lookup_not_found", "lookup_ambiguous"}
_ORDER = {"error": 0, "warning": 1, "info": 2}


def totals(staging: Staging, plan: Plan) -> tuple[EntityTotals, ...]:
    """Every fed entity that was validated."""
    found = []
    for entity in plan.entities():
        table = names.issues("validate", entity)
        if not staging.exists(table):
            continue
        errors, warnings = staging.rows(
            f"select count(*) filter (severity = 'error'), count(*) filter (severity = 'warning')"
            f" from {quote(table)}"
        )[0]
        found.append(
            EntityTotals(
                entity,
                entity_label(plan, entity),
                staging.count(names.golden(entity)),
                staging.count(names.ready(entity)),
                staging.count(names.quarantine(entity)),
                errors,
                warnings,
            )
        )
    return tuple(found)


def groups(staging: Staging, plan: Plan) -> tuple[IssueGroup, ...]:
    """Every group, errors first, most records first."""
    found = [one for entity in plan.entities() for one in _of_entity(staging, plan, entity)]
    return tuple(sorted(found, key=lambda g: (_ORDER.get(g.severity, 3), -g.rows, g.entity)))


def _of_entity(staging: Staging, plan: Plan, entity: str) -> Iterator[IssueGroup]:
    table = names.issues("validate", entity)
    if not staging.exists(table):
        return
    rows = staging.rows(
        f"""select field, code, severity, count(*), count(distinct row), any_value(detail),
            count(distinct detail) from {quote(table)} group by field, code, severity"""
    )
    causes = _causes(staging, table)
    waivers = [w for w in plan.waivers if w.entity == entity]
    label = entity_label(plan, entity)
    for field, code, severity, issues, records, detail, details in rows:
        several = 1 < details <= CAUSES and code not in _NAMES_OTHERS
        listed = causes.get((field, code, severity), ()) if several else ()
        yield IssueGroup(
            entity=entity,
            entity_label=label,
            field=field,
            field_label=field_label(plan, entity, field),
            code=code,
            severity=severity,
            title=title_of(code),
            issues=issues,
            rows=records,
            remedy=remedy_of(code, detail or ""),
            causes=tuple(listed),
            waived=severity == "warning" and any(_is_of(w, field, code) for w in waivers),
            demanded=code in DEMANDED,
            parent=_parent(plan, entity, field),
        )


def _parent(plan: Plan, entity: str, field: str) -> str:
    """The entity that a lookup field points to; "" for other fields."""
    row = lookups(plan, entity).get(field)
    return row.lookup.entity if row is not None and row.lookup is not None else ""


def _is_of(waiver: Waiver, field: str, code: str) -> bool:
    return (waiver.field, waiver.code) == (field, code)


def _causes(staging: Staging, table: str) -> dict[tuple[str, str, str], list[Cause]]:
    rows = staging.rows(
        f"""select * exclude (place) from (
            select *, row_number() over (
                partition by field, code, severity order by issues desc, detail) as place
            from (select field, code, severity, coalesce(detail, '') as detail,
                count(*) as issues, count(distinct row) as records
                from {quote(table)} group by all))
            where place <= {CAUSES} order by records desc, detail"""
    )
    found: dict[tuple[str, str, str], list[Cause]] = {}
    for field, code, severity, detail, issues, records in rows:
        cause = Cause(detail, detail_text(detail), issues, records)
        found.setdefault((field, code, severity), []).append(cause)
    return found


def waiver_lines(staging: Staging, plan: Plan) -> tuple[WaiverLine, ...]:
    """Every waiver, in the order in which they were made."""
    return tuple(_waiver_line(staging, plan, one) for one in plan.waivers)


def _waiver_line(staging: Staging, plan: Plan, one: Waiver) -> WaiverLine:
    table, golden = names.issues("validate", one.entity), names.golden(one.entity)
    lifts, key = 0, ""
    if staging.exists(table):
        where = f"field = {literal(one.field)} and code = {literal(one.code)}"
        where += f" and row = {int(one.row)}" if one.row is not None else ""
        lifts = int(
            staging.scalar(
                f"select count(*) from {quote(table)} where severity = 'warning' and {where}"
            )
        )
    if one.row is not None and staging.exists(golden):
        key = str(
            staging.scalar(f"select _key from {quote(golden)} where _gid = {int(one.row)}") or ""
        )
    return WaiverLine(
        one,
        entity_label(plan, one.entity),
        field_label(plan, one.entity, one.field),
        title_of(one.code),
        lifts,
        key,
    )


def rule_lines(staging: Staging, plan: Plan) -> tuple[RuleLine, ...]:
    """Every check that people added, in order."""
    found = []
    for checking in plan.checking:
        for number, rule in enumerate(checking.rules):
            known: Any = CHECKS.get(rule.check) if rule.check in CHECKS else None
            found.append(
                RuleLine(
                    checking.entity,
                    number,
                    rule,
                    entity_label(plan, checking.entity),
                    known.title if known else title_of(rule.check),
                    tuple(field_label(plan, checking.entity, name) for name in rule.fields),
                    _found(staging, checking.entity, rule.fields, known) if known else None,
                )
            )
    return tuple(found)


def _found(staging: Staging, entity: str, fields: tuple[str, ...], check: Any) -> int | None:
    """Records with an issue that this check can tell of these fields."""
    table = names.issues("validate", entity)
    if not staging.exists(table):
        return None
    codes = ", ".join(literal(code) for code in check.codes)
    where = f" and field in ({', '.join(map(literal, fields))})" if fields else ""
    sql = f"select count(distinct row) from {quote(table)} where code in ({codes}){where}"
    return int(staging.scalar(sql))
