"""The demo: bundled legacy data through the whole job, from snapshot to sign-off pack."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from migrator import bundled, starting
from migrator.cli import output
from migrator.cli.main import main
from migrator.cli.output import ATTENTION, DONE, TerminalProgress, emit, say, table
from migrator.cli.window import has_display, is_installed, open_window
from migrator.desks.error_words import problem_text
from migrator.errors import ProjectError
from migrator.loading import RunResult
from migrator.model.loading import RunKind
from migrator.rejects import reject_groups
from migrator.workspace import Workspace

PROJECT, CRM, PACK = "sample.kooch", "crm.sqlite", "sign-off"
MARK = "made-by-kooch-demo"
SAMPLES = ("northwind.sqlite", "legacy_customers.xlsx")


@main.command()
@click.option("--dir", "folder", default="demo", type=click.Path(file_okay=False, path_type=Path))
@click.option("--target", default="", help="Database URL; a new SQLite CRM if not given.")
@click.option("--language", type=click.Choice(["en", "fa"]), default="en", help="Of the report.")
@click.option(
    "--open/--no-open",
    "opens",
    default=None,
    help="Open the finished sample in the window (default: where there is a display).",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document for machines.")
def demo(folder: Path, target: str, language: str, opens: bool | None, as_json: bool) -> None:
    """Move the bundled legacy data into a CRM: the whole job, pilot to sign-off pack."""
    folder = folder.expanduser().resolve()
    _prepare(folder)
    uri = target or f"sqlite:///{folder / CRM}"
    samples = [str(bundled.sample_folder() / name) for name in SAMPLES]
    with TerminalProgress(not as_json) as progress:
        workspace = starting.begin(folder / PROJECT, samples, uri, create=starting.BUNDLED)
        with workspace:
            starting.propose_all(workspace, progress)
            workspace.run("validate", progress)
            pilot = workspace.load(RunKind.PILOT, progress)
            workspace.approve_pilot(pilot.run, note="The demo approves its own pilot.")
            full = workspace.load(RunKind.FULL, progress)
            files = workspace.report(folder / PACK, language, problem_text)
            _show(workspace, pilot, full, files, as_json)
    if opens or (opens is None and not as_json and has_display() and is_installed()):
        open_window(folder / PROJECT)
    click.get_current_context().exit(DONE if full.balanced else ATTENTION)


def _prepare(folder: Path) -> None:
    """Make the folder, or empty one that an earlier demo made; never anybody else's."""
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARK).is_file():
            raise ProjectError(
                f"The folder {folder.name} holds other things.",
                hint="Choose an empty or new folder: kooch demo --dir FOLDER",
            )
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text("This folder is made anew by every kooch demo.\n", "utf-8")


def _show(
    workspace: Workspace, pilot: RunResult, full: RunResult, files: list[Path], as_json: bool
) -> None:
    groups = reject_groups(workspace.staging, workspace.plan)
    project = workspace.project.folder
    if as_json:
        emit({"project": str(project), "pilot": pilot, "full": full, "kept_back": groups,
              "files": [str(f) for f in files]})  # fmt: skip
        return
    table(
        "Mapping",
        ["source table", "entity", "fields"],
        [(f"{f.source}/{f.table}", f.entity, len(f.fields)) for f in workspace.plan.feeds],
    )
    say(f"\nPilot (run {pilot.run}): {pilot.closure}")
    output.run_result(full)
    if groups:
        table(
            "Rows in quarantine, by cause",
            ["entity", "kind", "field", "cause", "rows"],
            [(g.entity, g.kind, g.field, g.cause, g.rows) for g in groups],
        )
    say("\nThe sign-off pack:")
    for path in files:
        say(f"  {path}")
    say(f"The project: {project}")
    say(f"See it again: kooch status {project}; kooch reconcile {project}")
