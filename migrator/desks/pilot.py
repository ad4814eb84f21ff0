"""The pilot: choose a few records, load them, look at them beside their source, approve."""

from __future__ import annotations

from dataclasses import replace

from migrator.desks import pilot_records, runs
from migrator.desks.base import Desk, edit, query, task
from migrator.desks.pilot_words import covered_text
from migrator.errors import PlanError
from migrator.loading import gate, standing
from migrator.model.changes import ChangeSet
from migrator.model.dormant import mapped_fields
from migrator.model.loading import RunKind
from migrator.model.piloting import PilotBy, PilotChoice
from migrator.model.text import Text
from migrator.model.views.runs import (
    PilotEntity,
    PilotRecord,
    PilotShare,
    PilotView,
    RecordView,
    RunView,
)
from migrator.pilots import pilot_section
from migrator.progress import Progress
from migrator.project.records import Run
from migrator.stages import pilot as pilot_stage
from migrator.stages.pilot_pick import filter_over
from migrator.store import names

MOST_ROWS = 10_000
MOST_LEVELS = 10


class PilotDesk(Desk):
    """A load of a small, self-contained subset, and a person's approval of it."""

    @query
    def overview(self) -> PilotView:
        """What would be taken, how the newest pilot went, and whether it is approved. The derived
        stages must be fresh."""
        plan = self.workspace.plan
        last = self._last()
        newest = last is not None and standing(self.workspace) == last
        found = runs.compared(self.workspace, last) if newest else ()
        shares, trouble = self._shares()
        return PilotView(
            target=runs.target_words(plan),
            can_roll_back=runs.can_roll_back(plan),
            rows=plan.loading.pilot_rows,
            shares=shares,
            gate=runs.gate_view(self.workspace),
            run=runs.run_view(self.workspace, last.no) if last else None,
            compared=found,
            differences=sum(
                one.differs + one.normalised + one.missing + one.extra for one in found
            ),
            choice=plan.loading.pilot,
            entities=tuple(
                PilotEntity(
                    name,
                    runs.entity_label(plan, name),
                    tuple((f, runs.field_label(plan, name, f)) for f in mapped_fields(plan, name)),
                )
                for name in plan.entities()
            ),
            trouble=trouble,
        )

    @query
    def records(self, entity: str) -> tuple[PilotRecord, ...]:
        """The records that the newest pilot chose of an entity."""
        return pilot_records.records(self.workspace, entity, self._gone())

    @query
    def record(self, entity: str, gid: int) -> RecordView | None:
        """One of them beside its source rows and what the target gave back."""
        return pilot_records.record(self.workspace, entity, gid, self._gone())

    @edit
    def set_rows(self, rows: int) -> ChangeSet:
        """Ask for so many records per entity."""
        if not 1 <= rows <= MOST_ROWS:
            raise PlanError(
                Text(
                    f"A pilot takes between 1 and {MOST_ROWS:,} records per entity.",
                    f"اجرای آزمایشی برای هر موجودیت بین ۱ تا {MOST_ROWS:,} رکورد می‌گیرد.",
                ),
                hint=Text("Choose a number in between.", "عددی در این بازه برگزینید."),
            )
        label = Text(f"Pilot of {rows} records", f"اجرای آزمایشی با {rows} رکورد")
        return self.workspace.edit(
            label, lambda plan: replace(plan, loading=replace(plan.loading, pilot_rows=rows))
        )

    @edit
    def set_choice(self, choice: PilotChoice) -> ChangeSet:
        """Say how the records are chosen. PlanError for a filter that cannot run."""
        if not 0 <= choice.children <= MOST_LEVELS:
            raise PlanError(
                Text(
                    f"Children come along up to {MOST_LEVELS} levels deep.",
                    f"فرزندان حداکثر تا {MOST_LEVELS} سطح همراه می‌شوند.",
                ),
                hint=Text("Choose a smaller number.", "عدد کوچک‌تری برگزینید."),
            )
        if choice.by is PilotBy.FILTER:
            filter_over(choice.where, mapped_fields(self.workspace.plan, choice.entity))
        label = Text("How the pilot is chosen", "شیوه‌ی گزینش اجرای آزمایشی")
        return self.workspace.edit(
            label, lambda plan: replace(plan, loading=replace(plan.loading, pilot=choice))
        )

    @task
    def run(self, progress: Progress) -> RunView:
        """Load the pilot, compare it, and read its records back."""
        result = self.workspace.load(RunKind.PILOT, progress)
        pilot_records.read_back(self.workspace, progress)
        return runs.run_view(self.workspace, result.run)

    @task
    def look(self, progress: Progress) -> None:
        """Compare with the target again, and read the pilot's records back."""
        self.workspace.reconcile(progress)
        pilot_records.read_back(self.workspace, progress)

    @task
    def take_back(self, run: int, progress: Progress) -> RunView:
        """Remove again what a run loaded; returns the rollback."""
        self.workspace.rollback(run, progress)
        return runs.run_views(self.workspace)[0]

    @edit
    def approve(self, run: int, by: str, note: str = "") -> ChangeSet:
        """Let everything be loaded with exactly the plan and data of this pilot."""
        found = next((r for r in self.workspace.runs() if r.no == run), None)
        if not by.strip():
            raise PlanError(
                Text("An approval needs a name.", "تأیید بدون نام نمی‌شود."),
                hint=Text("Write who approves.", "بنویسید چه کسی تأیید می‌کند."),
            )
        if found is not None and found.fingerprint != gate(self.workspace):
            raise PlanError(
                Text(
                    f"The plan or its data changed since pilot {run} ran.",
                    f"پس از اجرای آزمایشی {run}، برنامه یا داده‌های آن تغییر کرده است.",
                ),
                hint=Text(
                    "Run the pilot again, look at it and approve it.",
                    "اجرای آزمایشی را دوباره انجام دهید، آن را ببینید و تأیید کنید.",
                ),
            )
        self.workspace.approve_pilot(run, by.strip(), note.strip())
        return ChangeSet(Text(f"Approved pilot {run}", f"تأیید اجرای آزمایشی {run}"))

    # -- parts

    def _last(self) -> Run | None:
        return self.workspace.project.runs.last(RunKind.PILOT)

    def _gone(self) -> bool:
        last = self._last()
        return last is not None and last.state == "rolled_back"

    def _shares(self) -> tuple[tuple[PilotShare, ...], Text | None]:
        """What would be taken of each entity, or why nothing can be chosen."""
        plan, staging = self.workspace.plan, self.workspace.staging
        ready = {name: names.ready(name) for name in plan.entities()}
        if not ready or not all(staging.exists(table) for table in ready.values()):
            return (), None
        try:
            found = pilot_stage.choice(staging, pilot_section(self.workspace))
        except PlanError as error:
            return (), Text(error.words("en")[0], error.words("fa")[0])
        told = pilot_stage.closure(found)

        def counted(among: dict[str, dict[str, int]], name: str) -> tuple[tuple[Text, int], ...]:
            return tuple((runs.entity_label(plan, e), n) for e, n in among[name].items())

        return tuple(
            PilotShare(
                name,
                runs.entity_label(plan, name),
                staging.count(ready[name]),
                told.asked[name],
                taken,
                counted(told.because, name),
                counted(told.below, name),
                told.covered[name],
                tuple(covered_text(plan, name, one) for one in told.missed.get(name, ())),
                told.unknown.get(name, ()),
            )
            for name, taken in told.taken.items()
        ), None
