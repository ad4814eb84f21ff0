"""The mapping document with what the data say about it, written to a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from migrator import starting
from migrator.contract.content import document_fingerprint
from migrator.desks.evidence import told
from migrator.desks.mapping_preview import preview
from migrator.desks.mapping_sheet import table_profile
from migrator.desks.mapping_values import values
from migrator.documents import html, markdown, workbook
from migrator.documents.lines import Document, Findings, Legacy
from migrator.documents.state import map_of
from migrator.errors import MigratorError, PlanError, ProjectError
from migrator.model.mapping import Feed, FieldMapping
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.model.views.mapping_documents import Exported
from migrator.progress import NULL_PROGRESS, Progress
from migrator.project.project import now
from migrator.workspace import Workspace

MOST_VALUES = 2_000  # legacy values of one field
SAMPLE_LENGTH = 120


def _json(document: Document, path: Path) -> None:
    path.write_text(starting.mapping_text(document.plan) + "\n", "utf-8")


FORMATS: Mapping[str, Callable[[Document, Path], None]] = {
    ".xlsx": workbook.write,
    ".html": html.write,
    ".md": markdown.write,
    ".json": _json,
}


def export(
    workspace: Workspace, path: Path, language: str, progress: Progress = NULL_PROGRESS
) -> Exported:
    """Write the mapping document; the file's ending decides in which form. Raises PlanError for
    another ending, ProjectError when the file cannot be written."""
    writer = FORMATS.get(path.suffix.lower())
    if writer is None:
        listed = ", ".join(FORMATS)
        raise PlanError(
            Text(
                f"A mapping document is not written as {path.suffix or 'a file without ending'!r}.",
                f"سند نگاشت با پسوند {path.suffix!r} نوشته نمی‌شود.",
            ),
            hint=Text(f"End the name with one of {listed}.", f"یکی از این پسوندها: {listed}."),
        )
    plan = workspace.plan
    data = findings(workspace, plan, progress) if writer is not _json else _bare(workspace, plan)
    try:
        writer(Document(plan, data, language or plan.language), path)
    except OSError as error:
        raise ProjectError(
            Text(
                f"The file cannot be written: {error.strerror or error}.",
                f"پرونده نوشته نمی‌شود: {error.strerror or error}.",
            ),
            hint=Text(
                "Check the folder, or close the program that has the file open.",
                "پوشه را بررسی کنید یا برنامه‌ای را که پرونده در آن باز است ببندید.",
            ),
        ) from error
    return Exported(str(path), path.stat().st_size, data.fingerprint)


def _bare(workspace: Workspace, plan: Plan) -> Findings:
    """What is known without looking at the data."""
    mark = document_fingerprint(plan.feeds)
    kept = reversed(workspace.project.contracts.versions())
    version = next((one.name for one in kept if one.fingerprint == mark), "")
    return Findings(workspace.project.id, mark, now(), workspace.user, version)


def findings(workspace: Workspace, plan: Plan, progress: Progress = NULL_PROGRESS) -> Findings:
    """What the data say about every row; fields without a snapshot simply have no samples."""
    found = _bare(workspace, plan)
    total = sum(len(feed.fields) for feed in plan.feeds)
    done = 0
    for feed in plan.feeds:
        profile = table_profile(workspace, feed.source, feed.table)
        for column in profile.columns if profile else ():
            frequent = " | ".join(one.value for one in column.top[:4])
            found.columns[feed.source, feed.table, column.name] = frequent[: 2 * SAMPLE_LENGTH]
        for row in feed.fields:
            progress.update(done, total, "export")
            _look(workspace, plan, feed, row, found)
            done += 1
    return found


def _look(workspace: Workspace, plan: Plan, feed: Feed, row: FieldMapping, found: Findings) -> None:
    place = (feed.id, row.target)
    reasons = told(row.evidence)
    if reasons:
        en, fa = "; ".join(r.en for r in reasons), "؛ ".join(r.fa for r in reasons)
        found.evidence[place] = Text(en, fa)
    try:
        lines = preview(workspace.staging, plan, feed, row, 1).lines
        if lines:
            before = " + ".join(text for text in lines[0].before if text)
            found.samples[place] = (before[:SAMPLE_LENGTH], (lines[0].after or "")[:SAMPLE_LENGTH])
        field = next(
            (f for f in plan.target.schema.entity(feed.entity).fields if f.name == row.target), None
        )
        if field is not None and (map_of(row.steps) is not None or field.picklist):
            sheet = values(workspace.staging, plan, feed, row, MOST_VALUES)
            found.values[place] = tuple(Legacy(one.value, one.rows) for one in sheet.lines)
    except (MigratorError, KeyError):
        return  # a row that cannot run is written without samples; the page says why
