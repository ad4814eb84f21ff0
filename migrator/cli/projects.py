"""Commands on a project, from new to report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from migrator import starting
from migrator.cli import output
from migrator.cli.dry import dry_run, scored, tell_delta
from migrator.cli.main import main
from migrator.cli.output import ATTENTION, TerminalProgress, emit, say, table
from migrator.contract.content import SHOWN, document_fingerprint
from migrator.contract.fit import broken
from migrator.desks.error_words import problem_text
from migrator.loading import RunResult
from migrator.model.changes import ChangeSet
from migrator.model.loading import RunKind
from migrator.model.plan import Plan
from migrator.model.reports import StageReport
from migrator.pipeline import Freshness
from migrator.project.secrets import variable
from migrator.workspace import Workspace

project = click.argument("folder", metavar="PROJECT", type=click.Path(path_type=Path))
as_json = click.option("--json", "as_json", is_flag=True, help="One JSON document for machines.")


@main.command()
@project
@click.option(
    "--source", "sources", multiple=True, required=True, help="File, folder or database URL."
)
@click.option("--target", required=True, help="Database URL, or a folder for CSV files.")
@click.option(
    "--create", default="", metavar="SCHEMA", help="Make this bundled schema there (crm)."
)
@click.option("--empty", is_flag=True, help="No proposals: an empty mapping document.")
@as_json
def new(
    folder: Path, sources: tuple[str, ...], target: str, create: str, empty: bool, as_json: bool
) -> None:
    """Make PROJECT: look at the sources, copy the target's schema, propose the mapping."""
    with TerminalProgress() as progress:
        workspace = starting.begin(folder, sources, target, create=create)
        with workspace:
            if not empty:
                starting.propose_all(workspace, progress)
            plan = workspace.plan
    if as_json:
        emit({"project": str(workspace.project.folder), "feeds": plan.feeds})
        return
    say(f"Made {workspace.project.folder}")
    table(
        "Proposed mapping (see it with: kooch map show)",
        ["table", "entity", "fields", "left out"],
        [(f.table, f.entity, len(f.fields), len(f.left_out)) for f in plan.feeds],
    )
    _unmapped(plan)
    for secret in workspace.secrets.unkept:
        say(
            f"There is no keyring here: give the password of {secret} again with every command,"
            f" in the environment variable {variable(secret)}."
        )


def _unmapped(plan: Plan) -> None:
    """Columns that nobody has decided about: mapped nowhere, left out by nobody."""
    lost = starting.unaccounted(plan)
    if lost:
        say(f"{len(lost)} columns of these tables are not mapped and not left out:")
        for source, name in dict.fromkeys((s, t) for s, t, _ in lost):
            listed = ", ".join(c for s, t, c in lost if (s, t) == (source, name))
            say(f"  {source}/{name}: {listed}")


@main.command()
@project
@as_json
def status(folder: Path, as_json: bool) -> None:
    """How the stages, the runs and the row account of PROJECT stand."""
    with Workspace.open(folder) as workspace:
        stages, runs, account = workspace.status(), workspace.runs(), workspace.account()
        changed = workspace.changed_sources()
    if as_json:
        emit({"stages": stages, "runs": runs, "account": account, "balanced": account.balanced,
              "changed_sources": changed})  # fmt: skip
        return
    _changed(changed)
    table(
        "Stages",
        ["stage", "state", "why", "made"],
        [(s.name, s.freshness, s.reason, s.output.at if s.output else "") for s in stages],
    )
    if runs:
        table(
            "Runs",
            ["run", "kind", "state", "started", "by"],
            [(r.no, r.kind, r.state, r.started_at, r.who) for r in runs],
        )
    output.account(account, [s.name for s in stages if s.freshness != Freshness.FRESH])


@main.command()
@project
@as_json
def history(folder: Path, as_json: bool) -> None:
    """Every change of the plan in plain words."""
    with Workspace.open(folder) as workspace:
        entries = workspace.history()
    if as_json:
        emit([{**vars(e), "label": e.label.en} for e in entries])
        return
    table(
        "History",
        ["no", "change", "when", "who", "now"],
        [(e.seq, e.label.en, e.at, e.who, "<-" if e.current else "") for e in entries],
    )


def _step(folder: Path, move: Callable[[Workspace], ChangeSet], word: str, as_json: bool) -> None:
    with Workspace.open(folder) as workspace:
        change = move(workspace)
    if as_json:
        emit({"change": change.label.en, "sections": change.sections, "stale": change.stages})
        return
    say(f"{word}: {change.label.en}")
    if change.stages:
        say(f"To be worked out anew: {', '.join(change.stages)}")


@main.command()
@project
@as_json
def undo(folder: Path, as_json: bool) -> None:
    """Take the last change of the plan back."""
    _step(folder, Workspace.undo, "Taken back", as_json)


@main.command()
@project
@as_json
def redo(folder: Path, as_json: bool) -> None:
    """Make the change again that undo took back."""
    _step(folder, Workspace.redo, "Made again", as_json)


@main.command()
@project
@click.option("--until", default="validate", help="Last stage to run (extract ... validate).")
@click.option("--pilot", is_flag=True, help="Load a small, self-contained pilot and compare it.")
@click.option("--full", is_flag=True, help="Load everything and compare it.")
@click.option("--delta", is_flag=True, help="Load only what newer data changed since --full.")
@click.option(
    "--resume", is_flag=True, help="Go on with a run that stopped (a full run unless --pilot)."
)
@click.option("--refresh", is_flag=True, help="Read the sources anew first.")
@click.option("--dry-run", "dry", is_flag=True, help="Say what --full would do; write nothing.")
@as_json
def run(
    folder: Path,
    until: str,
    pilot: bool,
    full: bool,
    delta: bool,
    resume: bool,
    refresh: bool,
    dry: bool,
    as_json: bool,
) -> None:
    """Bring the stages of PROJECT up to date; with --pilot, --full or --delta, load and reconcile
    too."""
    several = pilot + (full or resume) + dry > 1 and not (pilot and resume and not (full or dry))
    if several or (delta and (pilot or full or resume)):
        raise click.UsageError("Choose one of --pilot, --full, --delta and --dry-run.")
    kind = RunKind.PILOT if pilot else RunKind.DELTA if delta else RunKind.FULL
    with TerminalProgress() as progress, Workspace.open(folder) as workspace:
        if refresh:
            workspace.refresh()
        if dry:
            click.get_current_context().exit(dry_run(workspace, progress, as_json, kind))
        if not (pilot or full or resume or delta):
            reports = workspace.run(until, progress)
            workspace.tidy()
            _derived(workspace, reports, as_json)
            return
        loaded(workspace, workspace.load(kind, progress), as_json)


def _changed(sources: list[str]) -> None:
    for source in sources:
        say(f"{source} was changed after its snapshot: take a new one with kooch run --refresh.")


def _derived(workspace: Workspace, reports: list[StageReport], as_json: bool) -> None:
    account = workspace.account()
    if as_json:
        emit({"stages": reports, "account": account, "balanced": account.balanced,
              "mapping": document_fingerprint(workspace.plan.feeds)[:SHOWN]})  # fmt: skip
    else:
        table(
            "Stages",
            ["stage", "rows", "attention", "seconds"],
            [(r.stage, sum(r.rows.values()), r.attention, round(r.seconds, 2)) for r in reports],
        )
        output.account(account)
        _changed(workspace.changed_sources())
    click.get_current_context().exit(output.code_of(account))


def loaded(workspace: Workspace, result: RunResult, as_json: bool) -> None:
    """Say how a run ended, and exit."""
    if as_json:
        emit(result)
    else:
        output.run_result(result)
        scored(result.prediction)
        if result.kind == RunKind.DELTA:
            tell_delta(workspace)
        if result.kind == RunKind.PILOT:
            folder = workspace.project.folder
            say(f"Look at it in the target, then: kooch approve {folder} {result.run}")
    click.get_current_context().exit(0 if result.clean else ATTENTION)


@main.command()
@project
@click.argument("number", metavar="RUN", type=int)
@click.option("--by", default="", help="Who approves; the signed-in user if not given.")
@click.option("--note", default="")
def approve(folder: Path, number: int, by: str, note: str) -> None:
    """Approve the pilot RUN: the full run may pass with exactly this plan and these data."""
    with Workspace.open(folder) as workspace:
        approval = workspace.approve_pilot(number, by, note)
    say(f"Pilot {number} approved by {approval.by}.")


@main.command()
@project
@click.argument("number", metavar="RUN", type=int)
@as_json
def rollback(folder: Path, number: int, as_json: bool) -> None:
    """Take RUN back: created rows removed, updated ones restored, rows changed by others kept."""
    with TerminalProgress() as progress, Workspace.open(folder) as workspace:
        told = workspace.rollback(number, progress)
    if as_json:
        emit(told)
    else:
        output.rollback_result(told)
    click.get_current_context().exit(ATTENTION if told["kept"] else 0)


@main.command()
@project
@click.option("--limit", default=50, help="How many differences to list.")
@click.option("--strict", is_flag=True, help="Count records of others as not expected.")
@as_json
def reconcile(folder: Path, limit: int, strict: bool, as_json: bool) -> None:
    """Read the target back and compare every value with what the plan says."""
    with TerminalProgress() as progress, Workspace.open(folder) as workspace:
        report = workspace.reconcile(progress, strict=strict)
        found = workspace.differences(limit)
    if as_json:
        emit({"report": report, "differences": found})
    else:
        output.reconciliation(report, found)
    click.get_current_context().exit(ATTENTION if report.attention else 0)


@main.command()
@project
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path))
@click.option("--language", type=click.Choice(["en", "fa"]), default=None)
def report(folder: Path, out: Path, language: str | None) -> None:
    """Write the sign-off pack: an Excel workbook and an HTML report."""
    with Workspace.open(folder) as workspace:
        for path in workspace.report(out, language or "", problem_text):
            say(f"Written: {path}")


@main.group(name="map")
def mapping() -> None:
    """The mapping document: show, export, import, versions, signatures, templates."""


@mapping.command(name="show")
@project
@as_json
def map_show(folder: Path, as_json: bool) -> None:
    """Every row of the mapping document."""
    with Workspace.open(folder) as workspace:
        plan = workspace.plan
    if as_json:
        emit(plan.feeds)
        return
    say(f"Fingerprint {document_fingerprint(plan.feeds)[:SHOWN]}")
    for feed in plan.feeds:
        output.feed(replace(feed, left_out=plan.left_out_of(feed)))
    for problem in broken(plan):
        say(problem.en)
    if not broken(plan):
        _unmapped(plan)
