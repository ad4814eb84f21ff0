"""Step 4: the target."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from migrator.model.views.target import Health, Prospect, TargetGlance, TargetKind
from ui import speech
from ui.job import Job
from ui.latest import Latest
from ui.messages import Failure
from ui.operations import target
from ui.operations.target import Wanted
from ui.pages.page import Page
from ui.pages.target.browser import SchemaBrowser
from ui.pages.target.chooser import TargetChooser
from ui.pages.target.consequences import Consequences, harmless
from ui.session import Session

CHOOSE, ASK, BROWSE = range(3)


class TargetPage(Page):
    """Shows the schema of the target that was chosen, else how to choose one."""

    step = "target"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._seen: TargetGlance | None = None
        self._health: Health | None = None
        self._unreached = ""
        self._checked = ""  # the URI that was reached for, so that it happens once
        self._choosing = False
        self._wanted: Wanted | None = None
        self.test = self.header.add_action(self.tr("Test"), "plug", self.check)
        self.another = self.header.add_action(
            self.tr("Another target"), "arrow-right-left", self.choose_again
        )
        self.chooser = TargetChooser(self._reach)
        self.consequences = Consequences()
        self.browser = SchemaBrowser()
        self.stack = QStackedWidget()
        for one in (self.chooser, self.consequences, self.browser):
            self.stack.addWidget(one)
        self.body.addWidget(self.stack, 1)
        self._glance = Latest(self, self._show_glance, self.fail)
        self.chooser.chosen.connect(self._preview)
        self.chooser.given_up.connect(self._give_up)
        self.consequences.accepted.connect(self._choose)
        self.consequences.refused.connect(lambda: self.stack.setCurrentIndex(CHOOSE))

    def title(self) -> str:
        return self.tr("Target")

    def intro(self) -> str:
        return self.tr(
            "Where the data go, and what fits into every field there. Nothing is written before"
            " the pilot."
        )

    def blocker(self) -> str:
        if self.session.state is None or self.session.plan.target.schema.entities:
            return ""
        return self.tr("Choose a target first.")

    def refresh(self) -> None:
        if self.session.state is None:
            return
        plan = self.session.plan
        chosen = bool(plan.target.schema.entities)
        if not self._choosing:
            self.stack.setCurrentIndex(BROWSE if chosen else CHOOSE)
        if plan.target.uri != self._checked:
            self._health, self._unreached = None, ""
        self.browser.show_plan(plan)
        self.test.setVisible(chosen and not self._choosing)
        self.another.setVisible(chosen and not self._choosing)
        self._glance.ask(target.glance(session=self.session))

    # -- the target that there is

    def check(self) -> None:
        """Reach for the target."""
        if self.session.busy:
            return
        self.banner("")
        self._checked = self.session.plan.target.uri
        self.test.setEnabled(False)
        job = target.check(session=self.session, initiator=self)
        job.then(self._show_health, self._not_reached)
        job.finished.connect(self._settled)

    def _show_glance(self, found: TargetGlance) -> None:
        first = self._seen is None
        self._seen = found
        if first or not self._choosing:
            self.chooser.show_target(self.session.plan.target, found)
        if found.trouble.en:
            self.banner(
                speech.say(found.trouble), "error", self.tr("Choose again"), self.choose_again
            )
        elif not found.kept_for_good:
            self.banner(
                self.tr(
                    "This computer has no keyring: the password is forgotten when Kooch is closed."
                ),
                "warn",
            )
        self._show_pills()
        remote = found.kind is TargetKind.DATABASE
        if remote and self._checked != self.session.plan.target.uri:
            self.check()

    def _show_health(self, found: Health) -> None:
        self._health, self._unreached = found, ""
        self._show_pills()
        if found.problems:
            more = len(found.problems) - 1
            problems = [speech.say(problem) for problem in found.problems]
            told = speech.isolate(problems[0])
            if more:
                rest = self.tr("and {count} more").format(count=speech.number(more))
                told = f"{told} ({rest})"
            self._banner.say(told, "warn", details="\n".join(problems))
        elif not found.made:
            self.banner(self.tr("The place is free: the pilot makes the tables there."), "ok")
        else:
            words = self.tr("The target answers: {count} of its tables are there.")
            self.banner(words.format(count=speech.number(found.tables)), "ok")

    def _not_reached(self, failure: Failure) -> None:
        self._health, self._unreached = None, failure.message
        self._show_pills()
        self.fail(failure)

    def _show_pills(self) -> None:
        if self._seen is None or self._seen.kind is TargetKind.NONE:
            self.header.set_pills([])
            return
        pills = [(speech.ltr(_short(self._seen.place)), "plain")]
        if self._unreached or self._seen.trouble.en:
            pills.append((self.tr("cannot be reached"), "error"))
        elif self._seen.exists is False or (self._health and not self._health.made):
            pills.append((self.tr("made by the pilot"), "info"))
        elif self._health and self._health.problems:
            pills.append((self.tr("differs from the plan"), "warn"))
        elif self._health or self._seen.exists:
            pills.append((self.tr("is there"), "ok"))
        self.header.set_pills(pills)

    # -- another target

    def choose_again(self) -> None:
        """Show the choice, filled in from the present target."""
        self._choosing = True
        self.banner("")
        self.chooser.show_target(self.session.plan.target, self._seen)
        self.stack.setCurrentIndex(CHOOSE)
        self.another.setVisible(False)
        self.test.setVisible(False)

    def _give_up(self) -> None:
        self._choosing = False
        self.refresh()

    def _reach(self, url: str, password: str) -> Job:
        return target.reach(session=self.session, url=url, password=password, initiator=self)

    def _preview(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._choosing = True
        self.banner("")
        self.chooser.set_busy(True)
        job = target.preview(session=self.session, wanted=wanted, initiator=self)
        job.then(self._weigh, self.fail)
        job.finished.connect(self._settled)

    def _weigh(self, found: Prospect) -> None:
        if harmless(found):
            self._choose()
            return
        self.consequences.show_prospect(found, self.session.plan)
        self.stack.setCurrentIndex(ASK)

    def _choose(self) -> None:
        if self._wanted is None:
            return
        self.chooser.set_busy(True)
        job = target.choose(session=self.session, wanted=self._wanted)
        job.then(self._chosen, self.fail)
        job.finished.connect(self._settled)

    def _settled(self) -> None:
        self.test.setEnabled(True)
        self.chooser.set_busy(False)

    def _chosen(self, _: object) -> None:
        self._choosing = False
        self._checked = ""
        self.refresh()
        self.blocker_changed.emit()


def _short(place: str) -> str:
    """The end of a long path: the beginning says least."""
    return place if len(place) <= 44 else "…" + place[-43:]
