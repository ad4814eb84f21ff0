"""The verification: what reading back has shown, what is not there and why, the sign-off pack."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from migrator import goals
from migrator.desks import runs
from migrator.desks.base import Desk, query, task
from migrator.desks.error_words import problem_text
from migrator.desks.verification_differences import differences_sql
from migrator.errors import ProjectError
from migrator.loading import standing
from migrator.model.segments import BrokenLink, Part, Segment, broken_links, segments
from migrator.model.text import Text
from migrator.model.views.project import ALL_RECORDS
from migrator.model.views.runs import (
    Cause,
    DifferenceLine,
    DifferencePage,
    GoalLine,
    PackFile,
    VerificationView,
)
from migrator.progress import Progress
from migrator.rejects import RejectGroup, reject_groups
from migrator.reports.data import GoalResult
from migrator.reports.manifest import MANIFEST, digest, write_manifest


class VerificationDesk(Desk):
    """Proof of what was loaded."""

    @query
    def overview(self) -> VerificationView:
        """Everything at one look: read back counts, causes, goals, the row account."""
        workspace = self.workspace
        plan, staging = workspace.plan, workspace.staging
        last = standing(workspace)
        account = workspace.account()
        found = runs.compared(workspace, last)
        facts = last.facts if last else {}
        return VerificationView(
            target=runs.target_words(plan),
            run=runs.run_view(workspace, last.no) if last else None,
            compared_at=str(facts.get("reconciliation", {}).get("at", "")),
            values=int(facts.get("compared", {}).get("values", 0)),
            compared=found,
            totals=runs.control_totals(workspace, last),
            differences=self._count(differences_sql(staging, plan)),
            causes=tuple(self._cause(group) for group in reject_groups(staging, plan)),
            goals=tuple(self._goal(one) for one in goals.measure(staging, plan, account)),
            account=account,
            entities=runs.labels(plan),
            refused=sum(one.rejected for one in account.entities),
        )

    @query
    def differences(
        self,
        offset: int = 0,
        limit: int = 200,
        entity: str = "",
        kind: str = "",
        field: str = "",
        part: Part | None = None,
    ) -> DifferencePage:
        """Some differences: of one entity, kind, field or segment when given."""
        staging = self.workspace.staging
        sql = differences_sql(staging, self.workspace.plan, entity, kind, field, part)
        if not sql:
            return DifferencePage((), 0)
        rows = staging.rows(
            f"select * from ({sql}) order by place, _gid nulls last, target_id, field"
            f" limit {max(0, limit)} offset {max(0, offset)}"
        )
        return DifferencePage(tuple(self._line(row[1:]) for row in rows), self._count(sql))

    @query
    def segments(self) -> tuple[tuple[Segment, ...], tuple[BrokenLink, ...]]:
        """What was compared part by part, and the lookups that are not whole."""
        plan, last = self.workspace.plan, standing(self.workspace)
        facts = last.facts if last else {}
        return tuple(segments(plan, facts)), tuple(broken_links(plan, facts))

    @task
    def reconcile(self, progress: Progress, strict: bool = False) -> None:
        """Read the target back again and compare every value; with `strict` records that others
        put there count as not expected."""
        self.workspace.reconcile(progress, strict=strict)

    @task
    def report(self, folder: str, language: str, progress: Progress) -> tuple[PackFile, ...]:
        """Write the sign-off pack into a folder; returns its files."""
        progress.update(0, None, "report")
        home = Path(folder).expanduser()
        with _written(home):
            return tuple(
                _sealed(path) for path in self.workspace.report(home, language, problem_text)
            )

    @task
    def seal(self, paths: tuple[str, ...], progress: Progress) -> tuple[PackFile, ...]:
        """Write the manifest of a pack anew for these files, which lie in one folder; returns them
        with it. Files that are not there are left out."""
        progress.update(0, None, "report")
        files = [Path(path) for path in paths if Path(path).is_file()]
        if not files:
            return ()
        with _written(files[0].parent):
            kept = [one for one in files if one.name != MANIFEST]
            return tuple(_sealed(one) for one in (*kept, write_manifest(files[0].parent, kept)))

    # -- parts

    def _count(self, sql: str) -> int:
        return int(self.workspace.staging.scalar(f"select count(*) from ({sql})")) if sql else 0

    def _line(self, row: tuple[str | int | None, ...]) -> DifferenceLine:
        entity, gid, key, target_id, field, kind, expected, found = row
        name, column = str(entity), str(field or "")
        return DifferenceLine(
            entity=name,
            label=runs.entity_label(self.workspace.plan, name),
            gid=int(gid or 0),
            key=str(key or ""),
            target_id=str(target_id or ""),
            field=column,
            field_label=runs.field_label(self.workspace.plan, name, column),
            kind=str(kind),
            expected=None if expected is None else str(expected),
            found=None if found is None else str(found),
        )

    def _cause(self, group: RejectGroup) -> Cause:
        plan = self.workspace.plan
        return Cause(
            group.entity,
            runs.entity_label(plan, group.entity),
            group.kind,
            group.field,
            runs.field_label(plan, group.entity, group.field),
            group.code,
            group.told,
            group.rows,
            group.example,
        )

    def _goal(self, one: GoalResult) -> GoalLine:
        plan, goal = self.workspace.plan, one.goal
        return GoalLine(
            runs.entity_label(plan, goal.entity) if goal.entity else ALL_RECORDS,
            goal.measure,
            runs.field_label(plan, goal.entity, goal.field),
            goal.at_least,
            goal.at_most,
            one.reached,
            one.met,
        )


@contextmanager
def _written(place: Path) -> Iterator[None]:
    """Troubles of the file system as one sentence."""
    try:
        yield
    except OSError as error:
        raise ProjectError(
            Text(
                f"{place.name or place} cannot be written: {error.strerror or error}.",
                f"پرونده‌ی «{place.name or place}» نوشته نمی‌شود: {error.strerror or error}.",
            ),
            hint=Text(
                "Choose another place, or close the program that has the file open.",
                "جای دیگری برگزینید یا برنامه‌ای را که این پرونده را باز کرده ببندید.",
            ),
            path=str(place),
        ) from error


def _sealed(path: Path) -> PackFile:
    return PackFile(str(path), path.stat().st_size, digest(path))
