"""Records that are not in the target, by cause: looked at, mended, accepted, sent again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from migrator.model.recipe import RecipeStep
from migrator.model.views.rejects import CauseLine, Workbench
from ui import speech
from ui.job import Job
from ui.latest import Latest
from ui.models.sheet_model import SheetModel
from ui.operations import rejects as operations
from ui.operations import validation
from ui.pages.validation.fix_dialog import FixDialog
from ui.pages.verification import reject_words as words
from ui.pages.verification.accept_dialog import AcceptDialog
from ui.pages.verification.corrections_dialog import CorrectionsDialog
from ui.pages.verification.records_dialog import RecordsDialog
from ui.session import Session
from ui.widgets.basic import Card, EmptyState, button, label
from ui.widgets.sheet import Sheet


class RejectsPart(QWidget):
    """`replay_wanted` when they should be sent again; `said(words, tone)` and `failed(failure)` for
    who shows it. After a correction everything is worked out anew by itself."""

    replay_wanted = Signal()
    said = Signal(str, str)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.bench: Workbench | None = None
        self._busy = False
        self.sheet = Sheet(
            SheetModel(words.titles(), numbers=(0,)), self.tr("Causes"), stretch=2, choose=True
        )
        self.told = label("", "muted", wrap=True)
        self.mended = label("", "small", wrap=True)
        self.look = button(self.tr("Records…"), "table-2")
        self.fix = button(self.tr("Fix all like this…"), "wand-sparkles")
        self.accept = button(self.tr("Accept…"), "check")
        self.export = button(self.tr("Export to Excel"), "file-spreadsheet")
        self.take = button(self.tr("Take corrections…"), "upload")
        self.replay = button(self.tr("Send again"), "refresh-cw", primary=True)
        self._asked = Latest(self, self.show_bench, self.failed.emit)
        self._build()
        self._connect()

    def _build(self) -> None:
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        deeds.addWidget(self.told, 1)
        for one in (self.look, self.fix, self.accept):
            deeds.addWidget(one)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.mended, 1)
        for one in (self.export, self.take, self.replay):
            foot.addWidget(one)
        card = Card()
        card.body.addWidget(self.sheet, 1)
        card.body.addLayout(deeds)
        card.body.addLayout(foot)
        empty = EmptyState(
            "check-check",
            self.tr("Nothing was left behind"),
            self.tr("No record is in quarantine, and the target refused none."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(card)
        self._stack.addWidget(empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def _connect(self) -> None:
        self.sheet.selectionModel().currentRowChanged.connect(lambda *_: self._weigh())
        self.sheet.doubleClicked.connect(lambda _: self._open_records())
        self.look.clicked.connect(self._open_records)
        self.fix.clicked.connect(self._open_fix)
        self.accept.clicked.connect(self._open_accept)
        self.export.clicked.connect(self._ask_place)
        self.take.clicked.connect(self._ask_copy)
        self.replay.clicked.connect(self.replay_wanted)

    # -- what is shown

    def ask(self) -> None:
        """Read the causes anew."""
        self._asked.ask(operations.overview(session=self.session))

    def show_bench(self, bench: Workbench) -> None:
        """Show causes, the same one chosen as before."""
        before = self.cause()
        self.bench = bench
        self.sheet.sheet.set_rows([words.row(one) for one in bench.causes], bench.causes)
        same = [n for n, one in enumerate(bench.causes) if before and one.id == before.id]
        if bench.causes:
            self.sheet.choose(same[0] if same else 0)
        self.mended.setText(words.mended(bench))
        self._stack.setCurrentIndex(0 if bench.causes or bench.fixed else 1)
        self._weigh()

    def cause(self) -> CauseLine | None:
        """The chosen cause."""
        row = self.sheet.chosen()
        if row < 0 or row >= self.sheet.sheet.rowCount():
            return None
        found = self.sheet.sheet.key(row)
        return found if isinstance(found, CauseLine) else None

    def set_busy(self, busy: bool) -> None:
        """What cannot be done while something runs."""
        self._busy = busy
        self._weigh()

    def _weigh(self) -> None:
        cause, bench = self.cause(), self.bench
        free = not self._busy and cause is not None
        self.look.setEnabled(cause is not None)
        self.fix.setEnabled(free and cause is not None and cause.fixable)
        self.accept.setEnabled(free)
        accepted = cause is not None and bool(cause.accepted_by)
        self.accept.setText(self.tr("Accept no more") if accepted else self.tr("Accept…"))
        self.export.setEnabled(free)
        self.take.setEnabled(not self._busy)
        self.replay.setEnabled(not self._busy and bench is not None and bench.replayable)
        self.replay.setToolTip(speech.say(bench.why) if bench is not None else "")
        self.told.setText(words.about(cause) if cause is not None else "")

    # -- what a person does

    def _open_records(self) -> None:
        cause = self.cause()
        if cause is not None:
            dialog = RecordsDialog(self.session, cause, self)
            dialog.corrected.connect(self._correct)
            dialog.open()

    def _correct(self, gid: int, field: str, value: str) -> None:
        cause = self.cause()
        if cause is not None:
            job = operations.correct(
                session=self.session, entity=cause.entity, gid=gid, field=field, value=value
            )
            self._do(job, lambda: self.tr("The value was corrected."))

    def _open_fix(self) -> None:
        cause = self.cause()
        if cause is not None:
            dialog = FixDialog(
                self.session, words.as_group(cause), None, self, ways=operations.Ways(cause.id)
            )
            dialog.chosen.connect(lambda step: self._fix(cause.entity, step))
            dialog.open()

    def _fix(self, entity: str, step: RecipeStep) -> None:
        job = operations.fix(session=self.session, entity=entity, step=step)
        self._do(job, lambda: self.tr("The step stands in the recipe now."))

    def _open_accept(self) -> None:
        cause = self.cause()
        if cause is None:
            return
        if cause.accepted_by:
            job = operations.withdraw(session=self.session, cause=cause.id)
            job.then(lambda _: self.ask(), self.failed.emit)
            return
        dialog = AcceptDialog(cause, [p.name for p in self.session.plan.people], self)
        dialog.accepted_with.connect(lambda reason, by: self._accept(cause.id, reason, by))
        dialog.open()

    def _accept(self, cause: str, reason: str, by: str) -> None:
        job = operations.accept(session=self.session, cause=cause, reason=reason, by=by)
        job.then(lambda _: self.ask(), self.failed.emit)

    def _do(self, job: Job, told: Callable[[], str]) -> None:
        """After an edit: work everything out anew, then read the causes."""

        def done(_: object) -> None:
            self.said.emit(told(), "ok")
            again = validation.validate(session=self.session)
            again.then(lambda _: self.ask(), self.failed.emit)

        job.then(done, self.failed.emit)

    # -- the workbook

    def _ask_place(self) -> None:
        dialog = QFileDialog(self, self.tr("Export to Excel"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.setNameFilter("Excel (*.xlsx)")
        dialog.selectFile("rejects.xlsx")
        dialog.fileSelected.connect(self.write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: str) -> None:
        """Write the workbook."""
        language = speech.language()
        job = operations.export(session=self.session, path=path, language=language)
        job.then(lambda lines: self._written(lines, path), self.failed.emit)

    def _written(self, lines: int, path: str) -> None:
        told = self.tr(
            "{count} lines were written to {file}. Correct them there and bring it back."
        )
        name = speech.ltr(Path(path).name)
        self.said.emit(told.format(count=speech.number(lines), file=name), "ok")

    def _ask_copy(self) -> None:
        dialog = QFileDialog(self, self.tr("Take corrections"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("Excel (*.xlsx)")
        dialog.fileSelected.connect(self.open_copy)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_copy(self, path: str) -> None:
        """Show what a workbook that came back says."""
        dialog = CorrectionsDialog(self.session, path, self)
        dialog.wanted.connect(lambda ids: self._take(path, ids))
        dialog.open()

    def _take(self, path: str, ids: tuple[str, ...]) -> None:
        told = self.tr("{count} corrections were taken.").format(count=speech.number(len(ids)))
        self._do(operations.take(session=self.session, path=path, ids=ids), lambda: told)
