"""The page of the step "Verify"."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from migrator.model.views.runs import PackFile, RunView, VerificationView
from ui import speech
from ui.dialogs.story_dialog import StoryDialog
from ui.job import Job
from ui.latest import Latest
from ui.operations import paper, rejects
from ui.operations import verification as operations
from ui.pages.page import Page
from ui.pages.verification import words
from ui.pages.verification.comparison_part import ComparisonPart
from ui.pages.verification.differences_part import DifferencesPart
from ui.pages.verification.goals_part import GoalsPart
from ui.pages.verification.pack_part import PackPart
from ui.pages.verification.rejects_part import RejectsPart
from ui.pages.verification.wanted import Wanted
from ui.session import Session
from ui.widgets.account_sheet import AccountSheet
from ui.widgets.basic import Card, EmptyState
from ui.widgets.run_progress import Lane, RunProgress
from ui.widgets.tabs import Tabs

_TASKS = {operations.RECONCILE, rejects.REPLAY}
COMPARISON, DIFFERENCES, CAUSES, GOALS, ACCOUNT, PACK = range(6)


class VerificationPage(Page):
    """Compare, see what differs and what is not there, sign off."""

    step = "verification"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.view: VerificationView | None = None
        self._pdf = False
        self._told_unfit = False
        self._files: tuple[PackFile, ...] = ()
        self.comparison = ComparisonPart()
        self.differences = DifferencesPart(self._ask_differences)
        self.causes = RejectsPart(session)
        self.goals = GoalsPart()
        self.account = AccountSheet()
        self.pack = PackPart()
        self.progress = RunProgress(self.tr("Stop"))
        self._build()
        self._connect()

    def _build(self) -> None:
        card = Card()
        card.body.addWidget(self.account)
        self.tabs = Tabs(self.tr("Parts of the verification"))
        self.tabs.add(self.tr("Comparison"), self.comparison)
        self.tabs.add(self.tr("Differences"), self.differences)
        self.tabs.add(self.tr("Not loaded"), self.causes)
        self.tabs.add(self.tr("Goals"), self.goals)
        self.tabs.add(self.tr("Row account"), card)
        self.tabs.add(self.tr("Sign-off pack"), self.pack)
        empty = EmptyState(
            "clipboard-check",
            self.tr("There is nothing to verify yet"),
            self.tr("After a run the target is read back here and compared, value by value."),
            self.tr("Go to the migration"),
            lambda: self.go.emit("migration"),
        )
        self._stack = QStackedWidget()
        for part in (self.tabs, self.progress, empty):
            self._stack.addWidget(part)
        self._empty = empty
        self.body.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._overview = Latest(self, self._show, self.fail)
        self._parts = Latest(self, self.comparison.show_parts, self.fail)
        self.comparison.again_wanted.connect(self.reconcile)
        self.comparison.rows_wanted.connect(self._look_at)
        self.differences.story.connect(self._tell_story)
        self.differences.failed.connect(self.fail)
        self.causes.said.connect(self.banner)
        self.causes.failed.connect(self.fail)
        self.causes.replay_wanted.connect(self.replay)
        self.goals.go.connect(self.go)
        self.pack.wanted.connect(self.write_pack)
        self.session.running.connect(self._running)

    # -- what a page says

    def title(self) -> str:
        return self.tr("Verify")

    def intro(self) -> str:
        return self.tr(
            "The target is read back and compared with what was sent. Look at what differs and at"
            " what is not there, then sign off."
        )

    # -- what is shown

    def refresh(self) -> None:
        task = self.session.task
        if task is not None and task.call.name in _TASKS:
            self._follow(task)
        self._overview.ask(operations.overview(session=self.session))
        self._parts.ask(operations.segments(session=self.session))
        self.causes.ask()

    def _show(self, view: VerificationView) -> None:
        self.view = view
        self.comparison.show_view(view)
        self.differences.show_view(view)
        self.goals.show_view(view)
        self.account.show_account(view.account, view.entities)
        state = self.session.state
        self.pack.suggest(state.folder if state else "", self.session.plan.language)
        kept = sum(one.quarantined + one.rejected for one in view.account.entities)
        self._name(DIFFERENCES, self.tr("Differences"), view.differences)
        self._name(CAUSES, self.tr("Not loaded"), kept)
        self.header.set_pills(words.pills(view))
        self._show_stack()
        self._weigh()
        self._tell_fit(view.run)

    def _tell_fit(self, run: RunView | None) -> None:
        """Say that the plan moved on since the run; take it back when it fits again."""
        fits = run is None or run.fits
        if not fits:
            self.banner(
                words.moved_on(run), "warn", self.tr("Go to the migration"),
                lambda: self.go.emit("migration"),
            )  # fmt: skip
        elif self._told_unfit:
            self.banner("")
        self._told_unfit = not fits

    def _name(self, place: int, title: str, count: int) -> None:
        self.tabs.rename(place, f"{title} ({speech.number(count)})" if count else title)

    def _show_stack(self) -> None:
        if self.progress.following:
            self._stack.setCurrentWidget(self.progress)
        elif self.view is not None and self.view.run is None:
            self._stack.setCurrentWidget(self._empty)
        else:
            self._stack.setCurrentWidget(self.tabs)

    def _weigh(self) -> None:
        busy, view = self.session.busy, self.view
        self.comparison.again.setEnabled(not busy and view is not None)
        self.causes.set_busy(busy)
        self.pack.set_busy(busy)

    # -- what a person does

    def _ask_differences(self, offset: int, limit: int, wanted: Wanted) -> Job:
        return operations.differences(
            session=self.session, offset=offset, limit=limit, entity=wanted.entity,
            kind=wanted.kind, field=wanted.field, part=wanted.part,
        )  # fmt: skip

    def _look_at(self, wanted: Wanted) -> None:
        self.differences.look_at(wanted)
        self.tabs.show_part(DIFFERENCES)

    def _tell_story(self, entity: str, gid: int) -> None:
        StoryDialog(self.session, entity, gid, self).open()

    def reconcile(self, strict: bool = False) -> None:
        """Read the target back again."""
        if not self.session.busy:
            self.banner("")
            self._follow(operations.reconcile(session=self.session, strict=strict))

    def replay(self) -> None:
        """Send refused records once more."""
        if not self.session.busy:
            self.banner("")
            self._follow(rejects.replay(session=self.session)).succeeded.connect(self._replayed)

    def _replayed(self, run: RunView) -> None:
        refused = sum(one.rejected for one in run.entities)
        if refused:
            told = self.tr("The target refused {count} records again.")
            self.banner(told.format(count=speech.number(refused)), "warn")
        else:
            self.banner(self.tr("The target took every record now."), "ok")

    def write_pack(self, folder: str, language: str, pdf: bool) -> None:
        """Write the sign-off pack."""
        self._pdf = pdf
        job = operations.report(session=self.session, folder=folder, language=language)
        job.then(self._written, self.fail)

    def _written(self, files: tuple[PackFile, ...]) -> None:
        self._files = files
        self.pack.show_files(files)
        self.banner(self.tr("The sign-off pack was written."), "ok")
        page = next((Path(one.path) for one in files if one.path.endswith(".html")), None)
        if not self._pdf or page is None:
            return
        pdf = page.with_suffix(".pdf")
        job = paper.write(session=self.session, page=page, paper=pdf)
        job.then(lambda _: self._seal(str(pdf)), self.fail)

    def _seal(self, path: str) -> None:
        paths = (*(one.path for one in self._files), path)
        operations.seal(session=self.session, paths=paths).then(self.pack.show_files, self.fail)

    # -- a task under way

    def _follow(self, job: Job) -> Job:
        if not self.progress.following:
            job.failed.connect(self.fail)
            self.progress.follow(job, self._lanes())
        self._show_stack()
        self._weigh()
        return job

    def _lanes(self) -> list[Lane]:
        if self.view is None:
            return []
        labels = dict(self.view.entities)
        return [
            Lane(one.entity, speech.say(labels[one.entity]), one.ready)
            for one in self.view.account.entities
        ]

    def _running(self, job: Job | None) -> None:  # noqa: ARG002
        self._show_stack()
        self._weigh()
