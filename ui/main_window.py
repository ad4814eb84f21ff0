"""The window: rail, pages, bars. It knows the order of the steps and nothing of the work."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from migrator.model.changes import ChangeSet
from migrator.model.views.state import STEPS, Mark
from ui import theme, translations
from ui.dialogs.history_dialog import HistoryDialog
from ui.job import Job
from ui.messages import Failure
from ui.session import Session
from ui.settings import Settings
from ui.shell.bars import BottomBar, TopBar
from ui.shell.focus import KeepFocus
from ui.shell.overall import Overall
from ui.shell.pages import ACCOUNT, loaded
from ui.shell.rail import Rail
from ui.shell.run_bar import RunBar
from ui.shell.start_screen import StartScreen
from ui.shell.visits import Visits
from ui.theme import Scheme
from ui.widgets.banner import Banner
from ui.widgets.basic import set_kind

RAIL_WIDTH = 216
SMALLEST = (1024, 640)


class MainWindow(QMainWindow):
    """Built anew whenever language or colours change: no part has to translate itself."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        translations.install(_app(), settings.language)
        self._step = "project"
        self.visits: Visits | None = None
        self.setMinimumSize(*SMALLEST)
        self.resize(1280, 760)
        self.restoreGeometry(settings.geometry)
        session.opened.connect(self._opened)
        session.closed.connect(self._closed)
        session.changed.connect(self._changed)
        session.running.connect(self._running)
        session.died.connect(self._died)
        self._keys()
        KeepFocus(self)
        self._build()

    # -- building

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Kooch"))
        self.setLocale(QLocale())  # the parts write their figures as the language does
        self.banner = Banner()
        self.start: StartScreen | None = None
        self.visits = None
        root = QWidget()
        box = QVBoxLayout(root)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.top = self._top_bar()
        self.run_bar = RunBar()
        box.addWidget(self.top)
        box.addWidget(self.banner)
        box.addWidget(self._start() if self.session.state is None else self._wizard(), 1)
        box.addWidget(self.run_bar)
        if self.session.state is not None:
            box.addWidget(self._bottom_bar())
        old = self.centralWidget()
        self.setCentralWidget(root)
        if old is not None:
            old.deleteLater()
        self.run_bar.follow(self.session.task, self.session.state)
        self.top.show_state(self.session.state)
        if self.visits is not None:
            self._show_state()
            self.visits.go(self._step)

    def _top_bar(self) -> TopBar:
        top = TopBar()
        top.undo.connect(lambda: self._try(self.session.undo()))
        top.redo.connect(lambda: self._try(self.session.redo()))
        top.home.connect(lambda: self._try(self.session.close_project()))
        top.history.connect(lambda: HistoryDialog(self.session, self).open())
        top.account.connect(lambda: loaded(ACCOUNT)(self.session, self).open())
        top.language.connect(self.speak)
        top.scheme.connect(self.paint_in)
        return top

    def _start(self) -> QWidget:
        self.start = start = StartScreen()
        start.set_recents(self.settings.recents)
        start.open_requested.connect(self.open_project)
        start.create_requested.connect(
            lambda folder, name, language: self._try(self.session.create(folder, name, language))
        )
        start.sample_requested.connect(
            lambda folder: self._try(self.session.sample(folder, self.settings.language))
        )
        start.forget_requested.connect(self.settings.forget)
        return start

    def _wizard(self) -> QWidget:
        self.rail = Rail()
        self.rail.setFixedWidth(RAIL_WIDTH)
        self.overall = Overall()
        side = QFrame()
        set_kind(side, "rail")
        side.setFixedWidth(RAIL_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rail, 1)
        column.addWidget(self.overall)
        edge = QFrame()
        edge.setFixedWidth(1)
        set_kind(edge, "line")
        stack = QStackedWidget()
        self.visits = Visits(self.session, stack)
        self.visits.moved.connect(self._moved)
        self.visits.told.connect(self._tell)
        self.visits.working.connect(self.rail.steps.show_running)
        self.rail.chosen.connect(self.visits.go)
        wizard = QWidget()
        row = QHBoxLayout(wizard)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(edge)
        row.addWidget(stack, 1)
        return wizard

    def _bottom_bar(self) -> QWidget:
        self.bottom = BottomBar()
        self.bottom.back.connect(lambda: self._walk(-1))
        self.bottom.forward.connect(lambda: self._walk(1))
        return self.bottom

    def _keys(self) -> None:
        for keys, by in (("Alt+Right", 1), ("Alt+Left", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda by=by: self._walk(by))

    # -- what people choose

    def speak(self, language: str) -> None:
        """Change the language of the window, now."""
        app = _app()
        translations.install(app, language)
        self.settings.language = language
        rtl = language == "fa"
        app.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        self._rebuild()

    def paint_in(self, scheme: str) -> None:
        """Change the colours, now."""
        self.settings.scheme = scheme
        theme.apply(_app(), Scheme(scheme))
        self._rebuild()

    def go(self, step: str) -> None:
        """Look at another step."""
        if self.visits is not None:
            self.visits.go(step)

    def open_project(self, folder: str) -> None:
        """Open the project in `folder`, as if a person had picked it."""
        self._try(self.session.open(folder))

    def crashed(self, kind: str, report: str) -> None:
        """Say that we failed, where the report is, and offer to read everything anew."""
        words = self.tr("Something went wrong inside Kooch. Your work is kept.")
        self.banner.say(words, "error", self.tr("Reopen"), self._reopen, f"{kind}\n{report}")

    def _reopen(self) -> None:
        self.banner.hide()
        state = self.session.state
        if state is not None:
            self._try(self.session.open(state.folder))

    def _walk(self, by: int) -> None:
        if self.visits is None:
            return
        page = self.visits.page
        if by > 0 and page is not None and page.blocker():
            return
        at = STEPS.index(self.visits.step) + by
        if 0 <= at < len(STEPS):
            self.visits.go(STEPS[at])

    def _rebuild(self) -> None:
        if self.visits is not None and self.visits.page is not None:
            self.visits.page.leave()
        self._build()

    # -- what the session says

    def _opened(self) -> None:
        state = self.session.state
        assert state is not None
        self.settings.remember(state.folder, state.plan.name)
        self._step = first_step(state.steps) if len(state.history) > 1 else STEPS[0]
        self._build()

    def _closed(self) -> None:
        self._step = "project"
        self._build()

    def _changed(self, changes: ChangeSet, initiator: Any) -> None:  # noqa: ARG002
        self._show_state()

    def _show_state(self) -> None:
        self.top.show_state(self.session.state)
        if self.visits is not None and self.session.state is not None:
            self.rail.steps.show_state(self.session.state)
            self.overall.show_state(self.session.state)
            self._tell()

    def _running(self, job: Job | None) -> None:
        self.run_bar.follow(job, self.session.state)
        if self.start is not None:
            self.start.set_busy(job is not None)
        if job is None and self.visits is not None:
            self.visits.idle()

    def _died(self, code: int) -> None:
        words = self.tr(
            "The engine stopped unexpectedly and was started again. Nothing you decided was lost."
        )
        self.banner.say(words, "warn", details=self.tr("Exit code {code}").format(code=code))

    def _moved(self, step: str) -> None:
        self._step = step
        self.rail.show_step(step)

    def _tell(self) -> None:
        if self.visits is None or self.session.state is None:
            return
        step, page = self.visits.step, self.visits.page
        reason = page.blocker() if page is not None else ""
        self.bottom.tell(first=step == STEPS[0], last=step == STEPS[-1], reason=reason)

    def _try(self, job: Job) -> None:
        job.failed.connect(self._say)

    def _say(self, failure: Failure) -> None:
        self.banner.fail(failure)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self.settings.geometry = self.saveGeometry()
        self.settings.sync()
        if self.visits is not None and self.visits.page is not None:
            self.visits.page.leave()
        self.session.shutdown()
        event.accept()


def first_step(steps: Any) -> str:
    """Where a project that was opened goes on: the first step that is not done."""
    for state in steps:
        if state.mark in {Mark.OPEN, Mark.STALE}:
            return str(state.step)
    return "project"


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
