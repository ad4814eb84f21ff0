"""Step 8: what is wrong with the records that are to travel, and what repairs it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from migrator.model.checking import CheckRule
from migrator.model.recipe import RecipeStep
from migrator.model.views.validation import (
    Cause,
    CellValue,
    IssueGroup,
    Remedy,
    RuleLine,
    Validation,
    WaiverLine,
)
from ui import speech
from ui.job import Job
from ui.latest import Latest
from ui.operations import validation
from ui.pages.page import Page
from ui.pages.validation.correct_dialog import CorrectDialog
from ui.pages.validation.fix_dialog import FixDialog
from ui.pages.validation.rows_panel import RowsPanel
from ui.pages.validation.rule_dialog import RuleDialog
from ui.pages.validation.side_panel import SidePanel
from ui.pages.validation.waive_dialog import WaiveDialog
from ui.pages.validation.words import pills
from ui.session import Session


class ValidationPage(Page):
    """Issues on one side, the records with marked cells on the other; every repair is a change of
    the plan, after which the records are validated again."""

    step = "validation"
    needs = "validate"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.found: Validation | None = None
        self.export = self.header.add_action(
            self.tr("Export quarantine"), "download", self.ask_export
        )
        self.header.add_action(self.tr("Validate again"), "refresh-cw", self._validate)
        self.side = SidePanel()
        self.rows = RowsPanel(session)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.side)
        row.addWidget(self.rows, 1)
        self.body.addLayout(row, 1)
        self._overview = Latest(self, self._show, self.fail)
        self._cell = Latest(self, self._open_correction, self.fail)
        self._connect()

    def _connect(self) -> None:
        self.side.group_chosen.connect(self.rows.show_group)
        self.side.waiver_chosen.connect(self.rows.show_waiver)
        self.side.remedy_wanted.connect(self._remedy)
        self.side.waive_wanted.connect(lambda group: self._ask_waiver(group, ()))
        self.side.unwaive_wanted.connect(self._unwaive)
        self.side.rule_wanted.connect(self._ask_rule)
        self.side.rule_dropped.connect(self._drop_rule)
        self.side.rule_switched.connect(self._switch_rule)
        self.rows.correct_wanted.connect(self._ask_cell)
        self.rows.waive_wanted.connect(self._waive_rows)
        self.rows.grid.failed.connect(self.fail)

    def title(self) -> str:
        return self.tr("Validate and fix")

    def intro(self) -> str:
        return self.tr(
            "What the target would refuse, and what looks wrong. Each group is one thing to do:"
            " fix it, or accept it with a reason."
        )

    def blocker(self) -> str:
        if self.found is not None and not self.found.ready:
            return self.tr("No record is ready to travel yet.")
        return ""

    def refresh(self) -> None:
        self._overview.ask(validation.overview(session=self.session))

    def _show(self, found: Validation) -> None:
        self.found = found
        self.header.set_pills(pills(found))
        self.export.setEnabled(found.held > 0)
        self.side.show_validation(found)
        if not found.groups and found.totals:
            self.rows.show_entity(found.totals[0].entity)
        self.blocker_changed.emit()

    # -- repairing

    def _remedy(self, group: IssueGroup, cause: Cause | None) -> None:
        if group.remedy == Remedy.MAP:
            self.go.emit("mapping")
        elif group.remedy == Remedy.MATCH:
            self.go.emit("duplicates")
        elif group.remedy == Remedy.PARENT:
            self._look_at_parent(group)
        else:
            dialog = FixDialog(self.session, group, cause, self)
            dialog.chosen.connect(lambda step: self._fix(group, step))
            dialog.open()

    def _look_at_parent(self, group: IssueGroup) -> None:
        groups = self.found.groups if self.found else ()
        errors = [g for g in groups if g.severity == "error" and g.entity == group.parent]
        own = [g for g in errors if g.remedy != Remedy.PARENT]
        if own or errors:
            self.side.choose((own or errors)[0])
        else:
            self.banner(self.tr("The parent has no issue of its own any more. Validate again."))

    def _fix(self, group: IssueGroup, step: RecipeStep) -> None:
        self._do(validation.fix(session=self.session, entity=group.entity, step=step))

    def _ask_cell(self, entity: str, gid: int, field: str) -> None:
        self._cell.ask(validation.cell(session=self.session, entity=entity, gid=gid, field=field))

    def _open_correction(self, cell: CellValue) -> None:
        dialog = CorrectDialog(cell, self)
        dialog.corrected.connect(lambda value, same: self._correct(cell, value, same))
        dialog.open()

    def _correct(self, cell: CellValue, value: str, same: bool) -> None:
        self._do(
            validation.correct(
                session=self.session,
                entity=cell.entity,
                gid=cell.gid,
                field=cell.field,
                value=value,
                same=same,
            )
        )

    # -- accepting

    def _waive_rows(self, rows: tuple[int, ...]) -> None:
        found = self.side.group()
        if found:
            self._ask_waiver(found[0], rows)

    def _ask_waiver(self, group: IssueGroup, rows: tuple[int, ...]) -> None:
        dialog = WaiveDialog(group, rows, self)
        dialog.waived.connect(lambda reason, chosen: self._waive(group, reason, chosen))
        dialog.open()

    def _waive(self, group: IssueGroup, reason: str, rows: tuple[int, ...] | None) -> None:
        self._do(validation.waive(session=self.session, group=group, reason=reason, rows=rows))

    def _unwaive(self, line: WaiverLine) -> None:
        self._do(validation.unwaive(session=self.session, waivers=(line.waiver,)))

    # -- checks that people add

    def _ask_rule(self, line: RuleLine | None) -> None:
        dialog = RuleDialog(self.session, line, self)
        number = line.number if line else -1
        dialog.chosen.connect(lambda entity, rule: self._put_rule(entity, rule, number))
        dialog.open()

    def _put_rule(self, entity: str, rule: CheckRule, number: int) -> None:
        self._do(validation.put_rule(session=self.session, entity=entity, rule=rule, number=number))

    def _switch_rule(self, line: RuleLine) -> None:
        rule = replace(line.rule, enabled=not line.rule.enabled)
        self._put_rule(line.entity, rule, line.number)

    def _drop_rule(self, line: RuleLine) -> None:
        self._do(validation.drop_rule(session=self.session, entity=line.entity, number=line.number))

    # -- the rest

    def _do(self, job: Job) -> None:
        self.banner("")
        job.then(lambda _: None, failed=self.fail)

    def _validate(self) -> None:
        self._do(validation.validate(session=self.session))

    def ask_export(self) -> QFileDialog:
        """Ask where to write the records that are kept back."""
        words = self.tr("Excel workbooks (*.xlsx)")
        dialog = QFileDialog(self, self.tr("Export the records in quarantine"), "", words)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.tr("quarantine.xlsx"))
        dialog.fileSelected.connect(self.write_export)
        dialog.open()
        return dialog

    def write_export(self, path: str) -> None:
        """Write the records that are kept back to a workbook."""
        job = validation.export(session=self.session, path=path, language=speech.language())
        job.then(lambda count: self._tell_export(count, path), failed=self.fail)

    def _tell_export(self, count: int, path: str) -> None:
        self.banner(
            self.tr("{n} records written to {file}").format(
                n=speech.number(count), file=speech.ltr(Path(path).name)
            ),
            "ok",
        )
