"""Step 1: the project."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.plan import Plan
from migrator.model.views.project import ProjectOverview
from ui import speech
from ui.job import Job
from ui.latest import Latest
from ui.messages import Failure
from ui.models.small_table import Cell, Line
from ui.operations import project
from ui.pages.page import Page
from ui.pages.project.entries import MilestoneDialog, PersonDialog
from ui.pages.project.facts import FactsCard
from ui.pages.project.goal_dialog import GoalDialog
from ui.pages.project.goal_lines import goal_lines
from ui.pages.project.list_card import ListCard
from ui.session import Session
from ui.widgets.basic import GAP


class ProjectPage(Page):
    """What for, who, until when; the goals with how they stand."""

    step = "project"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.facts = FactsCard()
        self.facts.setFixedWidth(330)
        self.goals = ListCard(
            self.tr("Goals"),
            self.tr(
                "Say in numbers when the migration is good: mobile numbers filled above 95 %,"
                " duplicates below 1 %. They are measured all along and stand in the report."
            ),
            (self.tr("Goal"), self.tr("Bound"), self.tr("Reached"), self.tr("State")),
            (1, 0, 0, 0),
        )
        self.timetable = ListCard(
            self.tr("Timetable"),
            self.tr("Dates that people agreed on: the pilot, the full run, going live."),
            (self.tr("What"), self.tr("Due")),
            (1, 0),
        )
        self.people = ListCard(
            self.tr("People"),
            self.tr("Who owns the data, who decides, who signs."),
            (self.tr("Name"), self.tr("Role"), self.tr("E-mail")),
            (4, 3, 5),
        )
        self._overview = Latest(self, self._show_overview, self.fail)
        self._measured: ProjectOverview | None = None
        self._build()
        self._connect()

    def title(self) -> str:
        return self.tr("Project")

    def intro(self) -> str:
        return self.tr(
            "What is moved, for whom, and how good it has to be. Continue when you know your goals;"
            " all of it can be changed later."
        )

    def refresh(self) -> None:
        if self.session.state is None:
            return
        self._show_plan(self.session.plan)
        self._overview.ask(project.overview(session=self.session))

    # -- showing

    def _show_plan(self, plan: Plan) -> None:
        self.facts.show_plan(plan)
        measured = self._measured.goals if self._measured else ()
        self.goals.show_lines(goal_lines(plan, measured))
        self.timetable.show_lines(
            [
                Line((Cell(m.what), Cell(speech.date(m.due) if m.due else "—", "muted")), at)
                for at, m in enumerate(plan.milestones)
            ]
        )
        self.people.show_lines(
            [
                Line((Cell(p.name), Cell(p.role, "muted"), _email(p.email)), at)
                for at, p in enumerate(plan.people)
            ]
        )

    def _show_overview(self, found: ProjectOverview) -> None:
        self._measured = found
        self.facts.show_overview(found)
        plan = self.session.plan
        self.goals.show_lines(goal_lines(plan, found.goals))
        known = [line for line in found.goals if line.met is not None]
        missed = sum(not line.met for line in known)
        pills: list[tuple[str, str]] = []
        if known:
            met = self.tr("{met} of {all} goals met").format(
                met=speech.number(len(known) - missed), all=speech.number(len(plan.goals))
            )
            pills.append((met, "warn" if missed else "ok"))
        if any(not line.fresh for line in known):
            pills.append((self.tr("measured before the last change"), "plain"))
        self.header.set_pills(pills)

    # -- editing

    def _edit(self, what: str, value: str) -> None:
        change: dict[str, Callable[[], Job]] = {
            "name": lambda: project.rename(session=self.session, name=value),
            "customer": lambda: project.set_customer(session=self.session, customer=value),
            "system": lambda: project.set_system(session=self.session, system=value),
            "language": lambda: project.set_language(session=self.session, language=value),
        }

        self.banner("")
        change[what]().failed.connect(self._refused)

    def _refused(self, failure: Failure) -> None:
        self.facts.take_back()
        self.fail(failure)

    def _goal(self, at: int | None) -> None:
        goals = self.session.plan.goals
        goal = goals[at] if at is not None and at < len(goals) else None
        GoalDialog(self.session, self, goal, at).open()

    def _milestone(self, at: int | None) -> None:
        found = self.session.plan.milestones
        one = found[at] if at is not None and at < len(found) else None
        MilestoneDialog(self.session, self, one, at).open()

    def _person(self, at: int | None) -> None:
        found = self.session.plan.people
        one = found[at] if at is not None and at < len(found) else None
        PersonDialog(self.session, self, one, at).open()

    def _connect(self) -> None:
        self.facts.edited.connect(self._edit)
        self.goals.wanted.connect(self._goal)
        self.timetable.wanted.connect(self._milestone)
        self.people.wanted.connect(self._person)
        self.goals.removed.connect(
            lambda at: project.remove_goal(session=self.session, at=at).failed.connect(self.fail)
        )
        self.timetable.removed.connect(
            lambda at: project.remove_milestone(session=self.session, at=at).failed.connect(
                self.fail
            )
        )
        self.people.removed.connect(
            lambda at: project.remove_person(session=self.session, at=at).failed.connect(self.fail)
        )

    def _build(self) -> None:
        lists = QVBoxLayout()
        lists.setSpacing(GAP)
        lists.addWidget(self.goals, 1)
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addWidget(self.timetable, 4)
        below.addWidget(self.people, 5)
        lists.addLayout(below, 1)
        columns = QHBoxLayout()
        columns.setSpacing(GAP)
        columns.addWidget(self.facts)
        columns.addLayout(lists, 1)
        self.body.addLayout(columns, 1)


def _email(address: str) -> Cell:
    return Cell(speech.ltr(address) if address else "", "muted", plain=address, tip=address)
