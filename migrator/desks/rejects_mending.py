"""Corrections of rejects: by hand, by workbook, and as a step for all records of a cause."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from migrator.desks import validation_cells as cells
from migrator.desks.cleaning_edits import entity_label, field_label
from migrator.desks.validation_edits import Correction, corrected
from migrator.desks.validation_trial import Group
from migrator.documents.copy_cells import copy_cells
from migrator.errors import MigratorError, PlanError
from migrator.model.changes import ChangeSet
from migrator.model.dormant import mapped_fields
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.model.views.rejects import Corrected, CorrectionReview, RefusedCell
from migrator.rejected import copy
from migrator.rejected.copy import Change, Changes
from migrator.rejects import RejectGroup, members
from migrator.workspace import Workspace

# What the target's refusal is among our own reasons: the same ways repair it.
_REASONS = {
    "23502": "required", "1048": "required", "1364": "required", "22001": "too_long",
    "1406": "too_long", "22003": "out_of_range", "1264": "out_of_range", "22007": "bad_date",
    "22008": "bad_date", "22P02": "wrong_type", "1366": "wrong_type", "1292": "bad_date",
}  # fmt: skip
Place = tuple[str, str]  # entity, field


def as_group(workspace: Workspace, group: RejectGroup, field: str = "") -> Group:
    """The cause as validation tries steps on it: the very records, and our own reason for what the
    target said. PlanError for a field that nothing fills."""
    name = field or group.field
    if name not in mapped_fields(workspace.plan, group.entity):
        raise PlanError(
            Text("Nothing is mapped to this field.", "چیزی به این فیلد نگاشت نشده است."),
            hint=Text("Choose another field.", "فیلد دیگری برگزینید."),
        )
    code = group.code
    if group.kind == "reject":
        code = "required" if "NOT NULL" in group.words else _REASONS.get(code, code)
    listed = f"select gid from ({members(workspace.staging, group)})"
    return Group(group.entity, name, code, gids=listed)


# -- by hand


def correct(workspace: Workspace, changes: Sequence[Change], label: Text) -> ChangeSet:
    """Give records other values, all in one edit. Raises PlanError."""
    if not changes:
        raise PlanError(
            Text("No correction was chosen.", "هیچ اصلاحی برگزیده نشده است."),
            hint=Text("Choose at least one.", "دست‌کم یکی را برگزینید."),
        )
    rows: dict[Place, list[Correction]] = {}
    for change in changes:
        rows.setdefault((change.entity, change.field), []).extend(_rows(workspace, change))

    def edit(plan: Plan) -> Plan:
        for (entity, field), found in rows.items():
            plan = corrected(plan, entity, field, found)
        return plan

    return workspace.edit(label, edit)


def _rows(workspace: Workspace, change: Change) -> list[Correction]:
    where = cells.Target(change.entity, change.gid, change.field)
    return cells.corrections(workspace.staging, workspace.plan, where, change.new, same=False)


# -- by workbook


def review(workspace: Workspace, path: str) -> tuple[Changes, CorrectionReview]:
    """What a workbook that came back says; a value that its field cannot hold is refused too.
    Raises SourceError for a file that is no workbook."""
    plan = workspace.plan
    found = copy.read(copy_cells(Path(path)), workspace.staging, plan, workspace.project.id)
    for place, change in list(found.changes.items()):
        try:
            _rows(workspace, change)
        except MigratorError as error:
            en, fa = (" ".join(error.words(language)).strip() for language in ("en", "fa"))
            found.refuse(change.cells[0], en, fa)
            del found.changes[place]
    told = tuple(
        Corrected(
            one.id,
            one.entity,
            entity_label(plan, one.entity),
            one.key,
            one.field,
            field_label(plan, one.entity, one.field),
            one.old,
            one.new,
            one.cells,
        )
        for one in found.changes.values()
    )
    refusals = tuple(RefusedCell(cell, why) for cell, why in found.refusals)
    return found, CorrectionReview(found.who, told, refusals)


def take(workspace: Workspace, path: str, ids: Sequence[str]) -> ChangeSet:
    """Take the chosen corrections of a workbook: one edit. PlanError for ids that it has not."""
    found, _ = review(workspace, path)
    wanted = frozenset(ids)
    changes = list(copy.chosen(found, wanted))
    gone = wanted - {change.id for change in changes}
    if gone:
        raise PlanError(
            Text(
                f"The workbook has no change {', '.join(sorted(gone))} that can be taken.",
                f"در کارپوشه تغییر پذیرفتنی {'، '.join(sorted(gone))} نیست.",
            ),
            hint=Text("Look at its changes again.", "تغییرهایش را دوباره ببینید."),
        )
    count = len(changes)
    label = Text(f"Took {count} corrections of rejects", f"پذیرش {count} اصلاح ردشده‌ها")
    return correct(workspace, changes, label)
