"""Assess: what the sources hold, how good it is, and what of it is left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from migrator.advice.quality import misfits, split_of
from migrator.desks import assess_views as views
from migrator.desks.assess_edits import keep_columns, keep_tables, leave_columns, leave_tables
from migrator.desks.base import Desk, edit, query, task
from migrator.errors import PlanError, ProjectError
from migrator.model.changes import ChangeSet
from migrator.model.personal import PERSONAL
from migrator.model.plan import TableChoice
from migrator.model.profile import ODDITIES, ColumnProfile, TableProfile, Tie
from migrator.model.text import Text
from migrator.model.views.assess import Assessment, ColumnDetail, ColumnLine, FoundRows
from migrator.progress import Progress
from migrator.reports.assessment_page import write_assessment
from migrator.stages import profile
from migrator.stages.profile_rows import EMPTY, MISFIT, VALUE, row_numbers
from migrator.stages.profile_spread import spread
from migrator.starting import known_profiles
from migrator.store import names

ROWS_LIMIT = 5_000  # rows behind one figure that are listed
FIGURES = (EMPTY, MISFIT, VALUE)


class AssessDesk(Desk):
    """Reads the newest profile; leaves tables and columns out, or takes them back."""

    @query
    def overview(self) -> Assessment:
        """Everything at a glance. Tables without a profile have no figures."""
        return views.assessment(self.workspace.plan, self._profiles(), self._ties())

    @query
    def columns(self, no: int) -> tuple[ColumnLine, ...]:
        """The columns of the table numbered `no`, in order; none without a profile."""
        source, choice = self._choice(no)
        found = self._profiles().get(f"{source}/{choice.table.name}")
        if found is None:
            return ()
        return views.column_lines(self.workspace.plan, source, choice, found, self._ties())

    @query
    def column(self, table: str, column: str) -> ColumnDetail:
        """One column in full. `table` is `<source>/<table>`, a snapshot `raw_<no>` (its columns by
        their own name or as c<n>) or any staging table, which is profiled on the spot."""
        where = self._source_table(table)
        if where is None:
            return self._staged(table, column)
        source, choice = where
        listed = [c.name for c in choice.table.columns]
        if column not in listed and column in {f"c{n}" for n in range(1, len(listed) + 1)}:
            column = listed[int(column[1:]) - 1]
        if column not in listed:
            raise PlanError(
                Text(
                    f"The table {choice.table.name} has no column {column!r}.",
                    f"جدول «{choice.table.name}» ستون «{column}» را ندارد.",
                )
            )
        key, at = f"{source}/{choice.table.name}", f"c{listed.index(column) + 1}"
        known = self._profiles().get(key)
        found = known.column(column) if known else self._look(names.raw(choice.no), at, column)
        orphans = views.orphans_of(self._ties(), key).get(column, 0)
        return self._detail(names.raw(choice.no), at, found, (table, orphans))

    @query
    def rows(self, table: str, column: str, what: str, value: str = "") -> FoundRows:
        """The rows behind a figure of a source table's column: `what` is `empty`, `misfit`,
        `value` (rows that hold `value`) or a code of ODDITIES."""
        where = self._source_table(table)
        if where is None:
            raise PlanError(
                Text(f"{table} is no table of a source.", f"جدول «{table}» در هیچ مبدأیی نیست.")
            )
        source, choice = where
        found = self._profiles().get(f"{source}/{choice.table.name}")
        listed = [c.name for c in choice.table.columns]
        if found is None or column not in listed or what not in {*ODDITIES, *FIGURES}:
            raise PlanError(
                Text(
                    f"Nothing is known of {what} in the column {column!r}.",
                    f"درباره‌ی «{what}» در ستون «{column}» چیزی دانسته نیست.",
                )
            )
        at, asked = f"c{listed.index(column) + 1}", (found.column(column), what, value)
        raw = names.raw(choice.no)
        total, rows = row_numbers(self.workspace.staging, raw, at, asked, ROWS_LIMIT)
        return FoundRows(total, tuple(rows))

    def _staged(self, table: str, column: str) -> ColumnDetail:
        if column not in self.workspace.staging.columns(table):
            raise ProjectError(
                Text(
                    f"There is no column {column!r} in {table} yet.",
                    f"هنوز در «{table}» ستون «{column}» نیست.",
                ),
                hint=Text(
                    "Bring the steps before this one up to date.",
                    "مرحله‌های پیش از این را به‌روز کنید.",
                ),
            )
        return self._detail(table, column, self._look(table, column, column), (table, 0))

    def _look(self, relation: str, column: str, label: str) -> ColumnProfile:
        made = profile.profile_relation(self.workspace.staging, relation, [(column, label)])
        return made.columns[0]

    def _detail(
        self, relation: str, column: str, found: ColumnProfile, asked: tuple[str, int]
    ) -> ColumnDetail:
        staging = self.workspace.staging
        drawn = spread(staging, relation, column, found) if staging.exists(relation) else None
        return ColumnDetail(
            table=asked[0],
            label=found.name,
            profile=found,
            split=split_of(found, asked[1]),
            personal=PERSONAL.get(found.meaning, ""),
            misfits=misfits(found),
            histogram=drawn,
        )

    # -- what is left out

    @edit
    def leave_tables(self, numbers: Sequence[int], reason: str) -> ChangeSet:
        """Leave tables out; what was mapped from them is unmapped. PlanError without a reason."""
        said = _said(reason)
        label = Text(f"Left out {self._names(numbers)}", f"کنار گذاشتن {self._names(numbers)}")
        return self.workspace.edit(label, lambda plan: leave_tables(plan, numbers, said))

    @edit
    def keep_tables(self, numbers: Sequence[int]) -> ChangeSet:
        """Take tables back."""
        label = Text(f"Took back {self._names(numbers)}", f"بازگرداندن {self._names(numbers)}")
        return self.workspace.edit(label, lambda plan: keep_tables(plan, numbers))

    @edit
    def leave_columns(self, no: int, columns: Sequence[str], reason: str) -> ChangeSet:
        """Leave columns of a table out; what was mapped from them is unmapped."""
        said = _said(reason)
        source, choice = self._choice(no)
        listed = self._listed(choice, columns)
        label = Text(f"Left out {listed}", f"کنار گذاشتن {listed}")
        return self.workspace.edit(
            label, lambda plan: leave_columns(plan, (source, choice.table.name), columns, said)
        )

    @edit
    def keep_columns(self, no: int, columns: Sequence[str]) -> ChangeSet:
        """Take columns back; they wait to be mapped."""
        source, choice = self._choice(no)
        listed = self._listed(choice, columns)
        label = Text(f"Took back {listed}", f"بازگرداندن {listed}")
        return self.workspace.edit(
            label, lambda plan: keep_columns(plan, (source, choice.table.name), columns)
        )

    # -- the report

    @task
    def export(self, path: str, language: str, progress: Progress) -> str:
        """Write the assessment as one HTML page for a client to read; returns its path."""
        self.workspace.run("profile", progress)
        progress.update(0, None, "report")
        file = Path(path).expanduser()
        try:
            write_assessment(self.overview(), self._profiles(), file, self.workspace.plan, language)
        except OSError as error:
            raise ProjectError(
                Text(
                    f"The report cannot be written to {file}.", f"گزارش در «{file}» نوشته نمی‌شود."
                ),
                hint=Text(
                    "Choose another folder, or close the program that has this file open.",
                    "پوشه‌ی دیگری برگزینید یا برنامه‌ای را که این پرونده را باز کرده ببندید.",
                ),
                reason=str(error),
            ) from error
        return str(file)

    # -- parts

    def _profiles(self) -> dict[str, TableProfile]:
        return known_profiles(self.workspace)

    def _ties(self) -> list[Tie]:
        latest = self.workspace.project.outputs.latest("profile")
        return profile.ties(latest.report) if latest else []

    def _choice(self, no: int) -> tuple[str, TableChoice]:
        for spec in self.workspace.plan.sources:
            for choice in spec.tables:
                if choice.no == no:
                    return spec.id, choice
        raise PlanError(
            Text(
                f"The plan has no table with the number {no}.",
                f"برنامه جدولی با شماره‌ی {no} ندارد.",
            )
        )

    def _source_table(self, table: str) -> tuple[str, TableChoice] | None:
        for spec in self.workspace.plan.sources:
            for choice in spec.tables:
                if table in {f"{spec.id}/{choice.table.name}", names.raw(choice.no)}:
                    return spec.id, choice
        return None

    def _names(self, numbers: Sequence[int]) -> str:
        if not numbers:
            raise PlanError(Text("No table is chosen.", "جدولی انتخاب نشده است."))
        return _listing([self._choice(no)[1].table.name for no in numbers])

    @staticmethod
    def _listed(choice: TableChoice, columns: Sequence[str]) -> str:
        known = {column.name for column in choice.table.columns}
        strange = [name for name in columns if name not in known]
        if strange or not columns:
            raise PlanError(_no_column(choice.table.name, strange))
        return _listing(list(columns))


def _no_column(table: str, strange: Sequence[str]) -> Text:
    if not strange:
        return Text(
            f"The table {table} has no chosen column.", f"ستونی از جدول «{table}» انتخاب نشده است."
        )
    return Text(
        f"The table {table} has no column {strange[0]!r}.",
        f"جدول «{table}» ستون «{strange[0]}» را ندارد.",
    )


def _said(reason: str) -> str:
    if not reason.strip():
        raise PlanError(
            Text("What is left out needs a reason.", "برای کنار گذاشتن باید دلیلی بنویسید."),
            hint=Text(
                "Write a few words that others understand.", "چند واژه بنویسید که دیگران هم بفهمند."
            ),
        )
    return reason.strip()


def _listing(all_names: list[str]) -> str:
    shown = ", ".join(all_names[:3])
    return shown + (f" (+{len(all_names) - 3})" if len(all_names) > 3 else "")
