"""`kooch rejects`: what was left behind, by cause; corrected, accepted, sent again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from migrator.cli.main import main
from migrator.cli.output import ATTENTION, DONE, TerminalProgress, emit, say, table
from migrator.cli.projects import as_json, loaded, project
from migrator.desks.rejects import RejectsDesk
from migrator.model.loading import RunKind
from migrator.model.views.rejects import CorrectionReview, RejectPage, Workbench
from migrator.workspace import Workspace

ALL, NONE = "all", "none"
LISTED = 200
_file = click.Path(dir_okay=False, path_type=Path)
_there = click.Path(exists=True, dir_okay=False, path_type=Path)


@main.command()
@project
@click.option("--cause", default="", metavar="ID", help="List the records of one cause.")
@click.option("--export", "export", type=_file, help="Write a workbook to correct them in.")
@click.option("--language", type=click.Choice(["en", "fa"]), default=None, help="Of the workbook.")
@click.option("--take", "take", type=_there, help="Bring a corrected workbook back.")
@click.option(
    "--corrections",
    default=ALL,
    metavar="all|none|ID,ID...",
    help="Which corrections of the workbook to take; none only shows them.",
)
@click.option("--accept", "accept", default="", metavar="ID", help="This cause may stay behind.")
@click.option("--reason", default="", help="Why it may.")
@click.option("--by", default="", help="Who accepts; the signed-in user if not given.")
@click.option("--withdraw", default="", metavar="ID", help="Accept this cause no more.")
@click.option("--replay", is_flag=True, help="Send only what is not in the target yet.")
@as_json
def rejects(folder: Path, as_json: bool, **asked: Any) -> None:
    """Records of PROJECT that are not in the target, grouped by cause.

    Correct them in a workbook (--export, then --take: every correction is kept as a value given by
    hand, one step of undo), then send only them (--replay).
    """
    context = click.get_current_context()
    acts = [name for name in _ACTS if asked[name]]
    if asked["replay"]:
        acts.append("replay")
    if len(acts) > 1:
        raise click.UsageError(f"Choose one of {', '.join(f'--{act}' for act in acts)}.")
    with TerminalProgress() as progress, Workspace.open(folder) as workspace:
        desk = RejectsDesk(workspace)
        if asked["replay"]:
            workspace.run("validate", progress)
            loaded(workspace, workspace.load(RunKind.REPLAY, progress), as_json)
            return
        if acts:
            context.exit(_ACTS[acts[0]](desk, asked, as_json))
        found = desk.overview()
    if as_json:
        emit(found)
    else:
        _show(found)
    context.exit(ATTENTION if found.open else DONE)


# -- the acts; each returns the exit code


def _cause(desk: RejectsDesk, asked: dict[str, Any], as_json: bool) -> int:
    found: RejectPage = desk.records(asked["cause"], LISTED)
    if as_json:
        emit(found)
        return ATTENTION
    table(
        f"Records of cause {asked['cause']}: {found.total:,}",
        ["key", "state", "why", *(name for name, _ in found.fields)],
        [(one.key, one.state, one.detail.en, *one.values) for one in found.records],
    )
    if found.total > LISTED:
        say(f"The first {LISTED}; --export writes more.")
    return ATTENTION


def _export(desk: RejectsDesk, asked: dict[str, Any], as_json: bool) -> int:
    with TerminalProgress() as progress:
        lines = desk.export(str(asked["export"]), asked["language"] or "", progress)
    if as_json:
        emit({"path": str(asked["export"]), "lines": lines})
    else:
        say(f"Written: {asked['export']} ({lines:,} lines)")
    return ATTENTION if lines else DONE


def _take(desk: RejectsDesk, asked: dict[str, Any], as_json: bool) -> int:
    path, wanted = str(asked["take"]), asked["corrections"]
    found = desk.review(path)
    ids = [one.id for one in found.changes]
    if wanted != ALL:
        known, ids = (
            set(ids),
            [] if wanted == NONE else [part.strip() for part in wanted.split(",")],
        )
        unknown = [name for name in ids if name not in known]
        if unknown:
            raise click.UsageError(f"No correction has the id {', '.join(unknown)}.")
    change = desk.take(path, ids) if ids else None
    if as_json:
        emit({"review": found, "taken": ids, "stale": change.stages if change else ()})
    else:
        _show_review(found, set(ids))
    return ATTENTION if found.refusals else DONE


def _accept(desk: RejectsDesk, asked: dict[str, Any], as_json: bool) -> int:
    desk.accept(asked["accept"], asked["reason"], asked["by"])
    return _told(desk, as_json, f"Accepted: {asked['accept']}.")


def _withdraw(desk: RejectsDesk, asked: dict[str, Any], as_json: bool) -> int:
    desk.withdraw(asked["withdraw"])
    return _told(desk, as_json, f"Accepted no more: {asked['withdraw']}.")


def _told(desk: RejectsDesk, as_json: bool, words: str) -> int:
    if as_json:
        emit(desk.overview())
    else:
        say(words)
    return DONE


_ACTS: dict[str, Callable[[RejectsDesk, dict[str, Any], bool], int]] = {
    "cause": _cause,
    "export": _export,
    "take": _take,
    "accept": _accept,
    "withdraw": _withdraw,
}


_BY = {"reject": "the target", "quarantine": "our checks", "pending": "the load"}


def _show(found: Workbench) -> None:
    table(
        "Records that are not in the target, by cause",
        ["id", "entity", "by", "cause", "records", "new", "again", "state", "example"],
        [
            (
                one.id,
                one.entity,
                _BY.get(one.kind, one.kind),
                one.told.en,
                one.rows,
                one.new,
                one.recurring,
                f"accepted by {one.accepted_by}: {one.reason}" if one.accepted_by else one.state,
                one.example,
            )
            for one in found.causes
        ],
    )
    if found.fixed:
        table(
            "Mended since an earlier run",
            ["id", "entity", "cause", "records", "keys"],
            [(f.id, f.entity, f.told.en, f.rows, ", ".join(f.keys[:5])) for f in found.fixed],
        )


def _show_review(found: CorrectionReview, taken: set[str]) -> None:
    if found.changes:
        table(
            "Corrections",
            ["id", "entity", "key", "field", "old", "new", "cell", "taken"],
            [
                (c.id, c.entity, c.key, c.field, c.old, c.new, ", ".join(c.cells), c.id in taken)
                for c in found.changes
            ],
        )
    if found.refusals:
        table(
            "Cannot be taken", ["cell", "why"], [(one.cell, one.told.en) for one in found.refusals]
        )
    if taken:
        say(f"Took {len(taken)} corrections. Then: kooch rejects PROJECT --replay")
    elif not found.changes and not found.refusals:
        say("Nothing was changed in this file.")
