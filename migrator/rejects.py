"""Rows that need attention: kept back by our checks or refused by the target, grouped by cause."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from migrator.model.issues import ISSUE_CODES, Severity
from migrator.model.plan import Plan
from migrator.model.schema import Schema
from migrator.model.text import Text
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging

EXCEL_ROWS = 1_048_000


@dataclass(frozen=True)
class RejectGroup:
    """Rows of one entity with the same cause. `kind` is quarantine or reject; `told` is the cause
    in both languages."""

    entity: str
    kind: str
    field: str
    code: str
    cause: str
    rows: int
    example: str
    told: Text = Text("", "")


def reject_groups(staging: Staging, plan: Plan) -> list[RejectGroup]:
    """All causes, most rows first."""
    groups = []
    for entity in plan.entities():
        for kind, sql in _kinds(staging, entity):
            groups += _grouped(staging, plan, entity, kind, sql)
    return sorted(groups, key=lambda g: -g.rows)


def reject_rows(staging: Staging, plan: Plan) -> Iterator[tuple[str, str, int, str, str, str, str]]:
    """(entity, kind, golden id, key, field, cause, value) of every reason of every such row."""
    for entity in plan.entities():
        for kind, sql in _kinds(staging, entity):
            listed = f"""select r.gid, k._key, r.field, r.code, r.value, r.detail from ({sql}) r
                left join (select _gid, _key from {quote(names.golden(entity))}) k on k._gid = r.gid
                order by r.gid, r.field"""
            for batch in staging.arrow(listed):
                columns = (column.to_pylist() for column in batch.columns)
                for gid, key, field, code, value, detail in zip(*columns, strict=True):
                    cause = cause_of(code, field, value, detail)
                    yield entity, kind, gid, key or "", field, cause, value or ""


def _kinds(staging: Staging, entity: str) -> list[tuple[str, str]]:
    """(kind, SQL) for what exists of the two kinds."""
    both = (("quarantine", _quarantined(staging, entity)), ("reject", _refused(staging, entity)))
    return [(kind, sql) for kind, sql in both if sql]


def export_rejects(staging: Staging, plan: Plan, path: Path) -> int:
    """Write every reason of every row to a workbook, values as text; returns lines written."""
    if not path.absolute().parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "There is no such folder", str(path.parent))
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Rejects")
    sheet.append(["entity", "kind", "record", "key", "field", "cause", "value"])
    count = 0
    for row in reject_rows(staging, plan):
        if count >= EXCEL_ROWS:
            break
        sheet.append([_text(sheet, value) for value in row])
        count += 1
    book.save(path)
    return count


def cause_of(code: str, field: str, value: str | None, detail: str | None) -> str:
    """The cause in plain words; a code that is not ours is the target's own."""
    return told_of(code, Text.of(field), value, detail).en


def told_of(code: str, field: Text, value: str | None, detail: str | None) -> Text:
    """Like `cause_of`, in both languages, with the field as people call it; the target's own words
    are what they are."""
    known = ISSUE_CODES.get(code)
    if known is None:
        return Text.of(f"{code}: {detail or ''}".strip())
    values = {"value": value or "", "detail": detail or ""}
    return Text(
        known.text.say("en", field=field.en, **values),
        known.text.say("fa", field=field.fa, **values),
    )


def _text(sheet: Any, value: Any) -> Any:
    cell = WriteOnlyCell(sheet, value=str(value))
    cell.data_type = "s"  # text that starts with "=" must not become a formula
    return cell


def _quarantined(staging: Staging, entity: str) -> str:
    issues, held = names.issues("validate", entity), names.quarantine(entity)
    if not (staging.exists(issues) and staging.exists(held)):
        return ""
    return (
        f'select i."row" as gid, i.field, i.code, i.value, i.detail from {quote(issues)} i'
        f" where i.severity = {literal(Severity.ERROR.value)}"
        f' and i."row" in (select _gid from {quote(held)})'
    )


def _refused(staging: Staging, entity: str) -> str:
    outcome = names.outcome(entity)
    if not staging.exists(outcome):
        return ""
    return (
        "select _gid as gid, '' as field, code, null::varchar as value, reason as detail"
        f" from {quote(outcome)} where state = 'rejected'"
    )


def _grouped(staging: Staging, plan: Plan, entity: str, kind: str, sql: str) -> list[RejectGroup]:
    rows = staging.rows(
        f"""select field, code, count(distinct gid), any_value(value),
            case when count(distinct value) = 1 then any_value(value) else '…' end,
            case when count(distinct detail) = 1 then any_value(detail) else '…' end
            from ({sql}) group by field, code, case when code in (select unnest($1)) then ''
            else detail end""",
        [list(ISSUE_CODES)],
    )
    return [
        RejectGroup(
            entity,
            kind,
            field or "",
            code,
            cause_of(code, field or "", value, detail),
            count,
            example or "",
            told_of(code, _label(plan.target.schema, entity, field or ""), value, detail),
        )
        for field, code, count, example, value, detail in rows
    ]


def _label(schema: Schema, entity: str, name: str) -> Text:
    """What people call a field."""
    fields = schema.entity(entity).fields if schema.has(entity) else ()
    found = next((f for f in fields if f.name == name), None)
    return (
        Text(found.label or name, found.label_fa or found.label or name) if found else Text.of(name)
    )
