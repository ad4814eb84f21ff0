"""The page of the step "Pilot"."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from migrator.model.piloting import PilotChoice
from migrator.model.views.runs import PilotView, RunView
from ui import speech
from ui.dialogs.story_dialog import StoryDialog
from ui.job import Job
from ui.latest import Latest
from ui.messages import Failure
from ui.operations import pilot as operations
from ui.pages.page import Page
from ui.pages.pilot import words
from ui.pages.pilot.approve_strip import ApproveStrip
from ui.pages.pilot.choice_part import ChoicePart
from ui.pages.pilot.records_part import RecordsPart
from ui.session import Session
from ui.widgets.ask_strip import AskStrip
from ui.widgets.basic import EmptyState, button
from ui.widgets.gate_strip import GateStrip
from ui.widgets.run_progress import Lane, RunProgress
from ui.widgets.tabs import Tabs

_TASKS = {operations.RUN, operations.LOOK, operations.TAKE_BACK}
_FINISHED = {"done", "attention"}


class PilotPage(Page):
    """Choose, run, look, remove, approve."""

    step = "pilot"
    needs = "validate"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.view: PilotView | None = None
        self.start = self.header.add_action(
            self.tr("Run the pilot"), "play", self.run_pilot, primary=True
        )
        self.gate = GateStrip()
        self.gate.go.connect(self.go)
        self.approve = button(self.tr("Approve"), "shield-check")
        self.remove = button(self.tr("Remove again"), "undo-2", danger=True)
        self.gate.tools.addWidget(self.approve)
        self.gate.tools.addWidget(self.remove)
        self.question = AskStrip()
        self.signing = ApproveStrip()
        self.choice = ChoicePart()
        self.records = RecordsPart()
        self.progress = RunProgress(
            self.tr("Stop"),
            self.tr("You may stop at any time: going on later writes nothing twice."),
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        empty = EmptyState(
            "flask-conical",
            self.tr("Nothing was loaded yet"),
            self.tr(
                "The pilot writes a few complete records into the target. Here they then stand"
                " beside their source rows, field by field."
            ),
            self.tr("Run the pilot"),
            self.run_pilot,
        )
        self._looked = QStackedWidget()
        self._looked.addWidget(empty)
        self._looked.addWidget(self.records)
        self.tabs = Tabs(self.tr("Parts of the pilot"))
        self.tabs.add(self.tr("What it takes"), self.choice)
        self.tabs.add(self.tr("Records beside their source"), self._looked)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tabs)
        self._stack.addWidget(self.progress)
        for strip in (self.gate, self.question, self.signing):
            self.body.addWidget(strip)
        self.body.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._overview = Latest(self, self._show, self.fail)
        self._listed = Latest(self, self.records.show_records, self.fail)
        self._one = Latest(self, self.records.show_record, self.fail)
        self.approve.clicked.connect(self._ask_approval)
        self.remove.clicked.connect(self._ask_removal)
        self.signing.approved.connect(self._approve)
        self.choice.rows_wanted.connect(self._set_rows)
        self.choice.choice_wanted.connect(self._set_choice)
        self.records.entity_wanted.connect(
            lambda name: self._listed.ask(operations.records(session=self.session, entity=name))
        )
        self.records.record_wanted.connect(
            lambda name, gid: self._one.ask(
                operations.record(session=self.session, entity=name, gid=gid)
            )
        )
        self.records.look_wanted.connect(
            lambda: self._follow(operations.look(session=self.session))
        )
        self.records.story.connect(
            lambda name, gid: StoryDialog(self.session, name, gid, self).open()
        )
        self.session.running.connect(self._running)

    # -- what a page says

    def title(self) -> str:
        return self.tr("Pilot")

    def intro(self) -> str:
        return self.tr(
            "Load a few complete records, look at them in the target, then approve: the full run"
            " stays locked until then."
        )

    def blocker(self) -> str:
        if self.view is None or self.view.gate.open:
            return ""
        if self.view.run is None or not self.view.run.fits:
            return self.tr("Run a pilot of this plan and approve it")
        return self.tr("The pilot is not approved yet")

    # -- what is shown

    def refresh(self) -> None:
        if self.session.task is not None and self.session.task.call.name in _TASKS:
            self._follow(self.session.task)
        self._overview.ask(operations.overview(session=self.session))

    def _show(self, view: PilotView) -> None:
        self.view = view
        self.gate.show_gate(view.gate, words.next_step(view.run))
        self.choice.show_view(view)
        self._looked.setCurrentIndex(1 if view.run is not None else 0)
        if view.run is not None:
            self.records.show_view(view)
        self.header.set_pills(words.pills(view))
        self._weigh()
        self.blocker_changed.emit()
        if self.progress.following and self.session.task is not None and not self._lanes_shown:
            self._lanes_shown = True
            self.progress.follow(self.session.task, self._lanes())

    _lanes_shown = False

    def _weigh(self) -> None:
        """Which buttons can be pressed now."""
        busy, view = self.session.busy, self.view
        run = view.run if view else None
        self.start.setEnabled(not busy and view is not None and bool(view.shares))
        resumes = run is not None and run.resumable and not busy
        self.start.setText(self.tr("Resume the pilot") if resumes else self.tr("Run the pilot"))
        self.choice.setEnabled(not busy)
        self.records.again.setEnabled(not busy and run is not None and run.state in _FINISHED)
        finished = run is not None and run.state in _FINISHED and run.fits
        approved = run is not None and run.approval is not None
        self.approve.setVisible(finished and not approved)
        self.approve.setEnabled(not busy)
        there = run is not None and run.state not in {"rolled_back"}
        self.remove.setVisible(there and view is not None and view.can_roll_back)
        self.remove.setEnabled(not busy)

    # -- what a person does

    def run_pilot(self) -> None:
        """Load the pilot, or go on with one that stopped."""
        if not self.session.busy:
            self.banner("")
            self._follow(operations.run(session=self.session)).succeeded.connect(self._ran)

    def _ran(self, run: RunView) -> None:
        self.tabs.show_part(1)
        if told := words.refused(run):
            self.banner(told, "warn")

    def _set_rows(self, rows: int) -> None:
        operations.set_rows(session=self.session, rows=rows).failed.connect(self.fail)

    def _set_choice(self, choice: PilotChoice) -> None:
        operations.set_choice(session=self.session, choice=choice).failed.connect(self.fail)

    def _ask_approval(self) -> None:
        run = self.view.run if self.view else None
        if run is not None:
            self.question.hide()
            self.signing.begin(run.no, run.who)

    def _approve(self, run: int, by: str, note: str) -> None:
        job = operations.approve(session=self.session, run=run, by=by, note=note)
        job.failed.connect(self.fail)

    def _ask_removal(self) -> None:
        run = self.view.run if self.view else None
        if run is None:
            return
        self.signing.hide()
        self.question.ask(
            words.remove_question(run),
            self.tr("Remove them"),
            lambda: self._remove(run.no),
            "error",
        )

    def _remove(self, run: int) -> None:
        job = operations.take_back(session=self.session, run=run)
        self._follow(job).succeeded.connect(self._removed)

    def _removed(self, told: RunView) -> None:
        self.banner(words.removed(told), "warn" if told.kept else "ok")

    # -- a task under way

    def _follow(self, job: Job) -> Job:
        self.question.hide()
        self.signing.hide()
        if not self.progress.following:
            job.failed.connect(self._failed)
            self._lanes_shown = self.view is not None
            self.progress.follow(job, self._lanes())
        self._stack.setCurrentWidget(self.progress)
        self._weigh()
        return job

    def _failed(self, failure: Failure) -> None:
        self.fail(failure)

    def _lanes(self) -> list[Lane]:
        shares = self.view.shares if self.view else ()
        return [Lane(share.entity, speech.say(share.label), share.taken) for share in shares]

    def _running(self, job: Job | None) -> None:
        if job is None:
            self._stack.setCurrentWidget(self.tabs)
        self._weigh()
