"""The mapping document as files: `kooch map export` and `kooch map import`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from migrator import starting
from migrator.cli.output import ATTENTION, TerminalProgress, emit, say, table
from migrator.cli.projects import as_json, mapping, project
from migrator.desks.mapping_documents import DocumentsDesk
from migrator.desks.mapping_papers import FORMATS, export
from migrator.errors import PlanError
from migrator.model.changes import ChangeSet
from migrator.model.views.mapping_documents import CellEdit, ImportReview
from migrator.workspace import Workspace

ALL, NONE = "all", "none"


@mapping.command(name="export")
@project
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--language", type=click.Choice(["en", "fa"]), default=None)
@as_json
def map_export(folder: Path, file: Path, language: str | None, as_json: bool) -> None:
    """Write the mapping document to FILE: .xlsx to fill in, .html or .md to read, .json whole."""
    if file.suffix.lower() not in FORMATS:
        raise click.UsageError(f"End the name with one of {', '.join(FORMATS)}.")
    with TerminalProgress() as progress, Workspace.open(folder) as workspace:
        written = export(workspace, file, language or "", progress)
    if as_json:
        emit(written)
    else:
        say(f"Written: {written.path} (document {written.fingerprint[:8]})")


@mapping.command(name="import")
@project
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--accept",
    default=NONE,
    metavar="all|none|ID,ID...",
    help="Which changes of workbooks to take; all leaves conflicts out (name their ids).",
)
@as_json
def map_import(folder: Path, files: tuple[Path, ...], accept: str, as_json: bool) -> None:
    """Bring filled-in workbooks back: show each change, take what is accepted (one step of undo).
    A .json FILE replaces the whole document."""
    if any(file.suffix.lower() == ".json" for file in files):
        if len(files) > 1:
            raise click.UsageError("A .json document replaces the whole mapping: give it alone.")
        _replace(folder, files[0], as_json)
        return
    paths = [str(file) for file in files]
    with Workspace.open(folder) as workspace:
        desk = DocumentsDesk(workspace)
        found = desk.review(paths)
        ids = _chosen(found, accept)
        change = desk.take(paths, ids) if ids and not found.refusals else None
    taken = frozenset(ids) if change is not None else frozenset()
    if as_json:
        emit({"review": found, "taken": sorted(taken), "stale": change.stages if change else ()})
    else:
        _show(found, taken)
        _told(found, change, len(taken))
    open_clashes = [c for c in found.clashes if not any(edit.id in taken for edit in c.edits)]
    click.get_current_context().exit(ATTENTION if found.refusals or open_clashes else 0)


def _replace(folder: Path, file: Path, as_json: bool) -> None:
    try:
        feeds = starting.mapping_from(file.read_text("utf-8"))
    except ValueError as error:
        raise PlanError(
            f"{file.name} is not a mapping document: {error}.",
            hint="Export one with kooch map export and edit that.",
        ) from error
    with Workspace.open(folder) as workspace:
        change = starting.replace_mapping(workspace, feeds)
    if as_json:
        emit({"change": change.label.en, "stale": change.stages})
    else:
        say(f"{change.label.en}. {_stale(change)}")


def _chosen(found: ImportReview, accept: str) -> tuple[str, ...]:
    """The ids that `accept` means. Raises click.UsageError for one that is none."""
    if accept == NONE:
        return ()
    if accept == ALL:
        return tuple(edit.id for edit in found.edits)
    wanted = tuple(dict.fromkeys(part.strip() for part in accept.split(",") if part.strip()))
    known = {edit.id for edit in _every(found)}
    gone = [name for name in wanted if name not in known]
    if gone and not found.refusals:
        raise click.UsageError(f"No change has the id {', '.join(gone)}.")
    return wanted


def _every(found: ImportReview) -> list[CellEdit]:
    return [*found.edits, *(edit for clash in found.clashes for edit in clash.edits)]


def _show(found: ImportReview, taken: frozenset[str]) -> None:
    if found.edits:
        table(
            "Changes",
            ["id", "what", "old", "new", "who", "cell", "taken"],
            [_line(edit, taken) for edit in found.edits],
        )
    if found.clashes:
        table(
            "Conflicts: accept one id each, or none to keep the plan",
            ["id", "what", "at the export", "in the plan", "wanted", "who", "cell", "taken"],
            [
                (edit.id, edit.place.en, clash.base.en, clash.now.en, *_line(edit, taken)[3:])
                for clash in found.clashes
                for edit in clash.edits
            ],
        )
    if found.refusals:
        table(
            "Refused: nothing was taken",
            ["file", "cell", "why"],
            [(one.file, one.cell, one.words.en) for one in found.refusals],
        )


def _line(edit: CellEdit, taken: frozenset[str]) -> Sequence[object]:
    return (
        edit.id,
        edit.place.en,
        edit.old.en,
        edit.new.en,
        edit.change.who,
        ", ".join(edit.cells),
        edit.id in taken,
    )


def _told(found: ImportReview, change: ChangeSet | None, taken: int) -> None:
    if change is not None:
        say(f"Took {taken} changes. {_stale(change)}")
    elif found.refusals:
        say(f"{len(found.refusals)} cells were refused: correct them and import again.")
    elif found.edits or found.clashes:
        say("Nothing was taken: give --accept all, or the ids of the changes to take.")
    else:
        say("Nothing was changed in these files.")


def _stale(change: ChangeSet) -> str:
    return f"To be worked out anew: {', '.join(change.stages) or 'nothing'}"
