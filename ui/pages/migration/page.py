"""The page of the step "Migrate"."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from migrator.model.changes import ChangeSet
from migrator.model.views.runs import DryRun, MigrationView, RunView
from ui import speech
from ui.job import Job
from ui.latest import Latest
from ui.operations import delta, rejects
from ui.operations import migration as operations
from ui.pages.migration import words
from ui.pages.migration.ahead_dialog import AheadDialog
from ui.pages.migration.delta_part import DeltaPart
from ui.pages.migration.prediction_part import PredictionPart
from ui.pages.migration.recognition_dialog import RecognitionDialog
from ui.pages.migration.result_part import ResultPart
from ui.pages.migration.runs_part import RunsPart
from ui.pages.page import Page
from ui.pages.verification.rejects_dialog import RejectsDialog
from ui.session import Session
from ui.widgets.ask_strip import AskStrip
from ui.widgets.basic import button
from ui.widgets.gate_strip import GateStrip
from ui.widgets.run_progress import Lane, RunProgress
from ui.widgets.tabs import Tabs

_TASKS = {operations.RUN, operations.TAKE_BACK, delta.RUN, rejects.REPLAY}
PREDICTION, RESULT, RUNS = range(3)


class MigrationPage(Page):
    """Predict, load, pause, resume, take back."""

    step = "migration"
    needs = "validate"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.view: MigrationView | None = None
        self.dry: DryRun | None = None
        self.start = self.header.add_action(
            self.tr("Start loading"), "rocket", self.ask_start, primary=True
        )
        self.gate = GateStrip()
        self.gate.go.connect(self.go)
        self.to_pilot = button(self.tr("Go to the pilot"), "flask-conical")
        self.to_pilot.clicked.connect(lambda: self.go.emit("pilot"))
        self.gate.tools.addWidget(self.to_pilot)
        self.question = AskStrip()
        self.delta = DeltaPart(session)
        self.prediction = PredictionPart()
        self.result = ResultPart()
        self.runs = RunsPart()
        self.progress = RunProgress(
            self.tr("Pause"),
            self.tr("You may pause at any time and go on later: nothing is written twice."),
        )
        self._seen_lanes = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.tabs = Tabs(self.tr("Parts of the migration"))
        self.tabs.add(self.tr("Prediction"), self.prediction)
        self.tabs.add(self.tr("Result"), self.result)
        self.tabs.add(self.tr("Runs"), self.runs)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tabs)
        self._stack.addWidget(self.progress)
        self.body.addWidget(self.gate)
        self.body.addWidget(self.question)
        self.body.addWidget(self.delta)
        self.body.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._overview = Latest(self, self._show, self.fail)
        self.prediction.dry_run_wanted.connect(self.dry_run)
        self.prediction.rows_wanted.connect(self._open_rows)
        self.prediction.recognise_wanted.connect(self.open_recognition)
        self.runs.back_wanted.connect(self._ask_back)
        self.result.go.connect(self.go)
        self.result.rejects_wanted.connect(self.open_rejects)
        self.delta.failed.connect(self.fail)
        self.delta.load_wanted.connect(lambda: self._send(delta.run(session=self.session)))
        self.session.running.connect(self._running)

    # -- what a page says

    def title(self) -> str:
        return self.tr("Migrate")

    def intro(self) -> str:
        return self.tr(
            "See what the run would do, then load everything. Parents go before their children;"
            " whatever stops it, resuming writes nothing twice."
        )

    def blocker(self) -> str:
        if self.view is None:
            return ""
        run = words.newest_full(self.view)
        if run is None or run.state not in words.FINISHED:
            return self.tr("Everything must be loaded first")
        return ""

    # -- what is shown

    def refresh(self) -> None:
        task = self.session.task
        if task is not None and task.call.name in _TASKS:
            self._follow(task)
        self._overview.ask(operations.overview(session=self.session))
        self.delta.ask()

    def on_changed(self, changes: ChangeSet, initiator: Any) -> None:
        if initiator is not self:
            self.dry = None  # whatever it said, it said of another state
        super().on_changed(changes, initiator)

    def _show(self, view: MigrationView) -> None:
        self.view = view
        self.dry = view.dry or self.dry  # one that was made before the window was opened holds too
        self.gate.show_gate(
            view.gate,
            self.tr("The full run is locked until a pilot of exactly this plan is approved.")
            if view.gate.required
            else "",
        )
        self.to_pilot.setVisible(not view.gate.open and not view.gate.waiting.en)
        self.prediction.show_view(view, self.dry)
        self.result.show_view(view)
        self.runs.show_view(view, self._loading())
        self.header.set_pills(words.pills(view, working=self._loading()))
        self._weigh()
        self.blocker_changed.emit()
        if self.progress.following and self.session.task is not None and not self._seen_lanes:
            self._seen_lanes = True
            self.progress.follow(self.session.task, self._lanes())

    def _loading(self) -> bool:
        task = self.session.task
        return task is not None and task.call.name == operations.RUN

    def _weigh(self) -> None:
        """Which buttons can be pressed now."""
        busy, view = self.session.busy, self.view
        open_gate = view is not None and view.gate.open
        self.start.setEnabled(open_gate and not busy)
        resume = view.resume if view is not None and not busy else 0
        words_ = self.tr("Resume run {run}").format(run=speech.number(resume))
        self.start.setText(words_ if resume else self.tr("Start loading"))
        self.prediction.dry_run.setEnabled(not busy and view is not None)
        self.prediction.recognise.setEnabled(not busy and view is not None)
        self.runs.set_busy(busy)

    # -- what a person does

    def dry_run(self) -> None:
        """Ask the target what it holds already."""
        if self.session.busy:
            return
        self.banner("")
        job = operations.dry_run(session=self.session, initiator=self)
        job.then(self._dried, self.fail)

    def _dried(self, dry: DryRun) -> None:
        self.dry = dry
        if self.view is not None:
            self.prediction.show_view(self.view, dry)
        if dry.problems:
            words_ = self.tr("The target is not ready for this load: {count} problems.")
            self.banner(words_.format(count=speech.number(len(dry.problems))), "error")

    def _open_rows(self, entity: str, kind: str, what: str, title: str) -> None:
        AheadDialog(self.session, title, entity, (kind, what), self).open()

    def open_recognition(self) -> None:
        """Let the person say how existing records are recognised."""
        if self.view is not None:
            RecognitionDialog(self.session, self.view.recognitions, self).open()

    def ask_start(self) -> None:
        """Ask before loading; resuming was agreed to before."""
        if self.view is None or self.session.busy:
            return
        if self.view.resume:
            self._load()
            return
        told = words.start_question(self.view, self.dry)
        self.question.ask(told, self.tr("Start loading"), self._load)

    def open_rejects(self) -> None:
        """Show what was left behind."""
        RejectsDialog(self.session, self, self._send).open()

    def _load(self) -> None:
        self._send(operations.run(session=self.session))

    def _send(self, job: Job) -> None:
        self.banner("")
        self._follow(job).succeeded.connect(self._loaded)

    def _loaded(self, run: RunView) -> None:
        self.tabs.show_part(RESULT)
        refused = sum(one.rejected for one in run.entities)
        if refused:
            words_ = self.tr("The target refused {count} records: their reasons are under Verify.")
            self.banner(words_.format(count=speech.number(refused)), "warn")

    def _ask_back(self, run: RunView) -> None:
        self.question.ask(
            words.back_question(run), self.tr("Take it back"), lambda: self._back(run.no), "error"
        )

    def _back(self, run: int) -> None:
        self.banner("")
        job = operations.take_back(session=self.session, run=run)
        self._follow(job).succeeded.connect(self._taken_back)

    def _taken_back(self, run: RunView) -> None:
        self.tabs.show_part(RUNS)
        self.banner(words.detail(run), "warn" if run.kept else "ok")

    # -- a task under way

    def _follow(self, job: Job) -> Job:
        self.question.hide()
        if not self.progress.following:
            job.failed.connect(self.fail)
            self._seen_lanes = self.view is not None
            self.progress.follow(job, self._lanes())
        self._stack.setCurrentWidget(self.progress)
        self._weigh()
        return job

    def _lanes(self) -> list[Lane]:
        shown = self.view.predictions if self.view else ()
        return [Lane(one.entity, speech.say(one.label), one.ready) for one in shown]

    def _running(self, job: Job | None) -> None:
        if job is None:
            self._stack.setCurrentWidget(self.tabs)
        self._weigh()
