"""Visits: which page is looked at, and that what it needs is worked out first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from migrator.model.changes import ChangeSet
from migrator.model.views.state import STEPS, Mark, ProjectState
from ui.messages import Failure
from ui.pages.page import Page
from ui.session import EVERYTHING, Session
from ui.shell.blocked import Blocked, Working
from ui.shell.pages import page_class

UNFRESH = {"stale", "never"}


class Visits(QObject):
    """Shows the pages of a project in a stack; a page is made when it is first looked at."""

    moved = Signal(str)  # the step that is looked at now
    told = Signal()  # what the bottom bar says may have changed
    working = Signal(str)  # the step whose stage runs, or ""

    def __init__(self, session: Session, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._session = session
        self._stack = stack
        self._pages: dict[str, Page] = {}
        self._extra: QWidget | None = None
        self._under_way = (0, "")  # the plan's version and the step that a stage runs for
        self._gave_up = 0  # the plan's version whose stage failed or was stopped
        self.step = "project"
        session.changed.connect(self._changed)

    @property
    def page(self) -> Page | None:
        """The page that is looked at, if it is there and not blocked."""
        page = self._pages.get(self.step)
        return page if page is not None and page.active else None

    @property
    def _state(self) -> ProjectState:
        assert self._session.state is not None
        return self._session.state

    def go(self, step: str) -> None:
        """Look at another step."""
        if step not in STEPS or self._session.state is None:
            return
        if (page := self.page) is not None:
            page.leave()
        self.step = step
        self._arrive()
        self.moved.emit(step)

    def _arrive(self) -> None:
        state = self._state
        if state.step(self.step).mark is Mark.BLOCKED:
            blocked = Blocked(state, self.step)
            blocked.go.connect(self.go)
            self._show_extra(blocked)
            return
        page = self._made(self.step)
        if self._lacks(page):
            if state.stages.get(page.needs) == "never":
                self._show_extra(Working())
            self._work_out(page)
        else:
            self._enter(page)

    def _made(self, step: str) -> Page:
        if step not in self._pages:
            page = page_class(step)(self._session)
            page.go.connect(self.go)
            page.blocker_changed.connect(self.told)
            self._stack.addWidget(page)
            self._pages[step] = page
        return self._pages[step]

    def _enter(self, page: Page) -> None:
        self._stack.setCurrentWidget(page)
        self._drop_extra()
        page.enter()
        self.told.emit()

    def _show_extra(self, widget: QWidget) -> None:
        self._drop_extra()
        self._extra = widget
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self.told.emit()

    def _drop_extra(self) -> None:
        if self._extra is not None:
            self._stack.removeWidget(self._extra)
            self._extra.deleteLater()
            self._extra = None

    # -- what a page needs

    def _lacks(self, page: Page) -> bool:
        return (
            bool(page.needs)
            and self._state.stages.get(page.needs) in UNFRESH
            and self._gave_up != self._version()
        )

    def _version(self) -> int:
        return next((h.seq for h in self._state.history if h.current), 0)

    def _work_out(self, page: Page) -> None:
        if self._session.busy:
            return  # its end is a change, and asks again
        self._under_way = (self._version(), self.step)
        job = self._session.run("stages.run", until=page.needs)
        self.working.emit(self.step)
        # Bound methods, which Qt lets go of with this object: the window may be built anew first.
        job.finished.connect(self._finished)
        job.failed.connect(self._give_up)
        job.cancelled.connect(self._give_up)
        job.succeeded.connect(self._worked_out)

    def _finished(self) -> None:
        self.working.emit("")

    def _worked_out(self) -> None:
        _, step = self._under_way
        page = self._pages[step]
        if step == self.step and not page.active:
            self._enter(page)

    def _give_up(self, failure: Failure | None = None) -> None:
        version, step = self._under_way
        if self._session.overtaken:
            return  # an edit stopped it, and its end asks anew for what the page needs
        if version != self._version():
            if step == self.step:
                self._arrive()
            return
        self._gave_up = version
        page = self._pages[step]
        if step == self.step:
            if not page.active:
                self._enter(page)
            if failure is not None:
                page.fail(failure)
            else:
                page.banner(
                    self.tr("Stopped: what is shown here is from before."),
                    "warn",
                    self.tr("Work it out"),
                    self._again,
                )

    def _again(self) -> None:
        self._gave_up = 0
        if (page := self.page) is not None:
            page.banner("")
        self.idle()

    def _changed(self, changes: ChangeSet, initiator: Any) -> None:
        if changes is not EVERYTHING:
            self._gave_up = 0  # another plan: what could not be worked out may be possible now
        page = self.page
        if page is None:
            if not self._session.busy:
                self._arrive()
            return
        if self._state.step(self.step).mark is Mark.BLOCKED:
            page.leave()
            self._arrive()
        elif self._lacks(page):
            self._work_out(page)
        else:
            page.on_changed(changes, initiator)
        self.told.emit()

    def idle(self) -> None:
        """No task runs any more: what waited for that may start."""
        page = self.page
        if self._session.state is None:
            return
        if page is None:
            self._arrive()
        elif self._lacks(page):
            self._work_out(page)

    def reread(self) -> None:
        """Let the page that is looked at read everything anew."""
        self._changed(EVERYTHING, None)
