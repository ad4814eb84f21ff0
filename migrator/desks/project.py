"""The step "Project": who, what for, until when."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from migrator import goals
from migrator.desks.base import Desk, edit, query
from migrator.desks.freshness import first_stale
from migrator.desks.story_tables import entity_label
from migrator.errors import PlanError
from migrator.model.changes import ChangeSet
from migrator.model.loading import RunKind
from migrator.model.plan import Goal, Milestone, Person, Plan
from migrator.model.text import Text
from migrator.model.views.project import (
    ALL_RECORDS,
    MEASURES,
    AccountView,
    GoalLine,
    ProjectOverview,
)
from migrator.store import names

T = TypeVar("T")

LANGUAGES = ("en", "fa")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class ProjectDesk(Desk):
    """Name, customer, goals, people and timetable; each change is one step of undo."""

    @query
    def overview(self) -> ProjectOverview:
        """Where the project is kept, what it takes, and how its goals stand."""
        project = self.workspace.project
        first = self.workspace.history()[0]
        staging = (project.staging_path, project.staging_path.with_suffix(".duckdb.wal"))
        return ProjectOverview(
            folder=str(project.folder),
            created_at=first.at,
            created_by=first.who,
            plan_bytes=_size(project.folder / "project.db"),
            staging_bytes=sum(_size(path) for path in staging),
            system_locked=self._loaded(),
            goals=self._goals(),
        )

    @query
    def account(self) -> AccountView:
        """Where every row has ended, counted anew."""
        loaded = any(r.kind != RunKind.ROLLBACK for r in self.workspace.runs())
        return AccountView(self.workspace.account(), first_stale(self.workspace), loaded)

    @edit
    def rename(self, name: str) -> ChangeSet:
        """Give the project another name; its folder stays."""
        name = _filled(name, Text("A project needs a name.", "پروژه باید نام داشته باشد."))
        return self._edit(Text("Renamed the project", "تغییر نام پروژه"), name=name)

    @edit
    def set_customer(self, customer: str) -> ChangeSet:
        """Say whose data are moved."""
        return self._edit(Text("Changed the customer", "تغییر مشتری"), customer=customer.strip())

    @edit
    def set_language(self, language: str) -> ChangeSet:
        """Choose the language of reports and other documents."""
        if language not in LANGUAGES:
            raise PlanError(
                Text(
                    f"There are no documents in {language!r}.",
                    f"مدارک به زبان «{language}» ساخته نمی‌شود.",
                ),
                hint=Text("Choose en or fa.", "en یا fa را برگزینید."),
            )
        return self._edit(
            Text("Changed the language of the documents", "تغییر زبان مدارک"), language=language
        )

    @edit
    def set_system(self, system: str) -> ChangeSet:
        """Name the legacy system; refused once rows were loaded: their ids are made of it."""
        system = _filled(
            system, Text("The legacy system needs a name.", "سامانه‌ی قدیمی باید نام داشته باشد.")
        )
        if system != self.workspace.plan.system and self._loaded():
            raise PlanError(
                Text(
                    "Rows were loaded under this name of the legacy system, so it can no longer"
                    " change: their ids in the target are made of it.",
                    "با همین نام سامانه‌ی قدیمی ردیف‌هایی بارگذاری شده و شناسه‌ی آن‌ها "
                    "در مقصد از این نام ساخته شده است؛ پس نام دیگر تغییر نمی‌کند.",
                ),
                hint=Text(
                    "Take the loads back first if it really must change.",
                    "اگر به‌راستی باید تغییر کند، نخست بارگذاری‌ها را بازگردانید.",
                ),
            )
        return self._edit(Text("Named the legacy system", "نام‌گذاری سامانه‌ی قدیمی"), system=system)

    @edit
    def save_goal(self, goal: Goal, at: int | None = None) -> ChangeSet:
        """Add a goal, or put it in the place of the one at `at`."""
        checked = _checked(goal, self.workspace.plan)
        about = entity_label(self.workspace.plan, goal.entity) if goal.entity else ALL_RECORDS
        label = Text(f"Added a goal: {about.en}", f"افزودن هدف: {about.fa}")
        if at is not None:
            label = Text(f"Changed a goal: {about.en}", f"تغییر هدف: {about.fa}")
        return self._edit(label, goals=_put(self.workspace.plan.goals, checked, at))

    @edit
    def remove_goal(self, at: int) -> ChangeSet:
        """Take a goal out."""
        left = _without(self.workspace.plan.goals, at)
        return self._edit(Text("Removed a goal", "حذف هدف"), goals=left)

    @edit
    def save_person(self, person: Person, at: int | None = None) -> ChangeSet:
        """Add someone who takes part, or change the entry at `at`."""
        name = _filled(person.name, Text("A person needs a name.", "نام این فرد را بنویسید."))
        email = person.email.strip()
        if email and not _EMAIL.fullmatch(email):
            raise PlanError(
                Text(f"{email} is no e-mail address.", f"نشانی «{email}» ایمیل نیست."),
                hint=Text(
                    "Write it as name@example.com.", "آن را به شکل name@example.com بنویسید."
                ),
            )
        checked = Person(name, person.role.strip(), email)
        label = Text(f"Entered {name}", f"ثبت {name}")
        return self._edit(label, people=_put(self.workspace.plan.people, checked, at))

    @edit
    def remove_person(self, at: int) -> ChangeSet:
        """Take someone out."""
        left = _without(self.workspace.plan.people, at)
        name = self.workspace.plan.people[at].name
        return self._edit(Text(f"Removed {name}", f"حذف {name}"), people=left)

    @edit
    def save_milestone(self, milestone: Milestone, at: int | None = None) -> ChangeSet:
        """Add a date to the timetable, or change the one at `at`; the dates stay in order."""
        what = _filled(
            milestone.what,
            Text("Say what is due on that date.", "بنویسید در آن تاریخ چه کاری سررسید می‌شود."),
        )
        if milestone.due and not _is_date(milestone.due):
            raise PlanError(
                Text(f"{milestone.due} is no date.", f"عبارت «{milestone.due}» تاریخ نیست."),
                hint=Text("Write it as 2026-03-21.", "آن را به شکل 2026-03-21 بنویسید."),
            )
        saved = _put(self.workspace.plan.milestones, Milestone(what, milestone.due), at)
        in_order = tuple(sorted(saved, key=lambda one: one.due or "9999"))
        label = Text(f"Timetable: {what}", f"برنامه‌ی زمانی: {what}")
        return self._edit(label, milestones=in_order)

    @edit
    def remove_milestone(self, at: int) -> ChangeSet:
        """Take a date out of the timetable."""
        left = _without(self.workspace.plan.milestones, at)
        what = self.workspace.plan.milestones[at].what
        label = Text(f"Timetable: {what} removed", f"برنامه‌ی زمانی: حذف {what}")
        return self._edit(label, milestones=left)

    def _edit(self, label: Text, **changed: Any) -> ChangeSet:
        return self.workspace.edit(label, lambda plan: replace(plan, **changed))

    def _loaded(self) -> bool:
        """Whether the target may hold rows of this project: a load that was not taken back, or
        one of whose records some were kept because others had changed them."""
        runs = self.workspace.runs()
        kept = any(r.kind == RunKind.ROLLBACK and r.facts.get("kept") for r in runs)
        return kept or any(r.kind != RunKind.ROLLBACK and r.state != "rolled_back" for r in runs)

    def _goals(self) -> tuple[GoalLine, ...]:
        plan, staging = self.workspace.plan, self.workspace.staging
        if not plan.goals:
            return ()
        fresh = not first_stale(self.workspace)
        lines = []
        for found in goals.measure(staging, plan, self.workspace.account()):
            about = [found.goal.entity] if found.goal.entity else plan.entities()
            nothing = found.goal.measure == "loaded" and not any(
                staging.exists(names.outcome(entity)) for entity in about
            )
            reached = None if nothing else found.reached
            met = None if reached is None else found.met
            lines.append(GoalLine(found.goal, reached, met, fresh))
        return tuple(lines)


def _checked(goal: Goal, plan: Plan) -> Goal:
    """The goal, or PlanError saying what does not fit."""
    if goal.measure not in MEASURES:
        raise PlanError(
            Text(
                f"{goal.measure!r} cannot be measured.",
                f"سنجه‌ی «{goal.measure}» اندازه‌گرفتنی نیست.",
            ),
            hint=Text(
                f"Choose: {list(MEASURES)}.", f"یکی از این‌ها را برگزینید: {'، '.join(MEASURES)}."
            ),
        )
    schema = plan.target.schema
    if not goal.entity and goal.measure != "filled":
        _check_bounds([bound for bound in (goal.at_least, goal.at_most) if bound is not None])
        return replace(goal, field="")
    if not schema.has(goal.entity):
        raise PlanError(
            Text(
                f"The target has no entity {goal.entity!r}.",
                f"مقصد موجودیت «{goal.entity}» را ندارد.",
            ),
            hint=Text("Choose one of its entities.", "یکی از موجودیت‌های مقصد را برگزینید."),
        )
    known = {field.name for field in schema.entity(goal.entity).fields}
    if goal.measure == "filled" and goal.field not in known:
        raise PlanError(
            Text("A goal for filled values needs a field.", "هدفِ پر بودن مقدارها یک فیلد می‌خواهد."),
            hint=Text("Choose a field of it.", "فیلدی از این موجودیت را برگزینید."),
        )
    _check_bounds([bound for bound in (goal.at_least, goal.at_most) if bound is not None])
    return goal if goal.measure == "filled" else replace(goal, field="")


def _check_bounds(bounds: list[float]) -> None:
    """Raise PlanError unless some share lies within the bounds."""
    if not bounds or any(not 0 <= bound <= 1 for bound in bounds):
        raise PlanError(
            Text(
                "A goal needs a bound between 0 and 100 percent.",
                "هدف باید کرانی بین ۰ تا ۱۰۰ درصد داشته باشد.",
            )
        )
    if len(bounds) == 2 and bounds[0] > bounds[1]:
        raise PlanError(
            Text(
                "No share can be above the one bound and below the other.",
                "هیچ سهمی نمی‌تواند هم بالای کران پایین‌تر و هم زیر آن باشد.",
            )
        )


def _put(listed: tuple[T, ...], item: T, at: int | None) -> tuple[T, ...]:
    if at is None:
        return (*listed, item)
    _without(listed, at)  # raises where there is nothing at this place
    return (*listed[:at], item, *listed[at + 1 :])


def _without(listed: tuple[T, ...], at: int) -> tuple[T, ...]:
    if not 0 <= at < len(listed):
        raise PlanError(
            Text("This entry is not in the plan any more.", "این مورد دیگر در برنامه نیست."),
            hint=Text("Look at the list again.", "فهرست را دوباره ببینید."),
        )
    return (*listed[:at], *listed[at + 1 :])


def _filled(text: str, sentence: Text) -> str:
    if not text.strip():
        raise PlanError(sentence)
    return text.strip()


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
