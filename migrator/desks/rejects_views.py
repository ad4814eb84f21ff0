"""The rejects workbench as it is shown."""

from __future__ import annotations

from typing import Any

from migrator import delta
from migrator.databases.refusals import refusal
from migrator.desks.cleaning_edits import entity_label, field_label
from migrator.loading import gate
from migrator.model.dormant import mapped_fields
from migrator.model.issue_titles import title_of
from migrator.model.issues import ISSUE_CODES
from migrator.model.loading import RunKind
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.model.views.rejects import (
    CauseLine,
    FixedLine,
    RejectPage,
    RejectRecord,
    Workbench,
)
from migrator.project.cases import CauseKey
from migrator.rejected import states
from migrator.rejected.workbook import visible
from migrator.rejects import RejectGroup, group_of, reject_rows, told_of
from migrator.store import names
from migrator.store.names import quote
from migrator.workspace import Workspace

_NOT_YET = Text("Nothing was loaded in full yet.", "هنوز هیچ اجرای کاملی انجام نشده است.")
_CLOSED = Text(
    "More than the cleansing changed since the last run: a pilot has to be approved first.",
    "پس از اجرای پیشین چیزی بیش از پاک‌سازی تغییر کرده است: نخست باید اجرای آزمایشی تأیید شود.",
)


def workbench(workspace: Workspace) -> Workbench:
    """Every cause with its states."""
    plan, staging, cases = workspace.plan, workspace.staging, workspace.project.cases
    found = states.standings(staging, plan, cases)
    why = _bar(workspace)
    return Workbench(
        tuple(_line(plan, one) for one in found),
        tuple(
            FixedLine(one.id, one.key.entity, entity_label(plan, one.key.entity),
                      _told(plan, one.key), one.rows, one.keys)
            for one in states.fixed(staging, plan, cases)
        ),
        sum(one.group.rows for one in found if one.group.kind == "reject"),
        not why.en,
        why,
    )  # fmt: skip


def _bar(workspace: Workspace) -> Text:
    """What keeps a replay from being made now."""
    if delta.base(workspace) is None:
        return _NOT_YET
    if not workspace.plan.loading.require_pilot or delta.follows(workspace, RunKind.REPLAY):
        return Text("", "")
    bound = gate(workspace)
    approved = any(one.fingerprint == bound for one in workspace.project.runs.approvals())
    return Text("", "") if approved else _CLOSED


def _line(plan: Plan, one: states.Standing) -> CauseLine:
    group, accepted = one.group, one.acceptance
    return CauseLine(
        group.id,
        group.entity,
        entity_label(plan, group.entity),
        group.kind,
        group.field,
        field_label(plan, group.entity, group.field),
        group.code,
        group.told,
        group.words,
        group.rows,
        group.example,
        one.new,
        one.recurring,
        accepted.who if accepted else "",
        accepted.at if accepted else "",
        accepted.reason if accepted else "",
        group.field in mapped_fields(plan, group.entity),
    )


def _told(plan: Plan, key: CauseKey) -> Text:
    """A cause that no record has any more."""
    field = field_label(plan, key.entity, key.field)
    if key.code not in ISSUE_CODES:
        return refusal(key.code, key.words, field if key.field else Text("", ""))
    title = title_of(key.code)
    return Text(f"{field.en}: {title.en}", f"{field.fa}: {title.fa}") if key.field else title


def page(workspace: Workspace, cause: str, limit: int, offset: int) -> RejectPage:
    """Records of a cause with every value, its own field first."""
    plan, staging = workspace.plan, workspace.staging
    group = group_of(staging, plan, cause)
    shown = visible(staging, plan.target.schema.entity(group.entity))
    order = sorted(shown, key=lambda name: name != group.field)
    rows = reject_rows(staging, group, limit, offset)
    values = _values(workspace, group, [shown[name] for name in order], [r.gid for r in rows])
    cases = workspace.project.cases
    seen, last = cases.seen().get(group.key, {}), cases.last_run()
    records = tuple(
        RejectRecord(
            row.gid,
            row.key,
            values.get(row.gid, ()),
            _words(plan, group, row.value, row.detail),
            states.RECURRING if states.recurs(seen.get(row.key), last) else states.NEW,
        )
        for row in rows
    )
    fields = tuple((name, field_label(plan, group.entity, name)) for name in order)
    return RejectPage(fields, records, group.rows)


def _words(plan: Plan, group: RejectGroup, value: str, detail: str) -> Text:
    if group.kind == "reject":
        return Text.of(detail)
    return told_of(group.code, field_label(plan, group.entity, group.field), value, detail)


def _values(
    workspace: Workspace, group: RejectGroup, columns: list[str], gids: list[int]
) -> dict[int, tuple[Any, ...]]:
    listed = "".join(f", {quote(column)}" for column in columns)
    rows = workspace.staging.rows(
        f"select _gid{listed} from {quote(names.golden(group.entity))}"
        " where _gid in (select unnest(?))",
        [gids],
    )
    return {int(row[0]): tuple(row[1:]) for row in rows}
