"""Commands on a project's sources and target that are not what or where they were."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from migrator.cli.main import main
from migrator.cli.output import ATTENTION, FAILED, TerminalProgress, emit, say, table
from migrator.cli.projects import as_json, project
from migrator.desks.sources import SourcesDesk
from migrator.desks.target import TargetDesk
from migrator.model.views.sources import Rename, Reread
from migrator.progress import Progress
from migrator.workspace import Workspace

rename = click.option(
    "--rename", "pairs", multiple=True, metavar="TABLE.OLD=NEW", help="This column has a new name."
)
take = click.option("--take-renames", is_flag=True, help="Take every proposed rename.")


@main.group(name="source")
def source() -> None:
    """The sources of a project: moved, renamed, looked at again."""


@source.command(name="move")
@project
@click.argument("name", metavar="SOURCE")
@click.argument("place", metavar="NEWPATH")
@rename
@take
@as_json
def source_move(
    folder: Path, name: str, place: str, pairs: tuple[str, ...], take_renames: bool, as_json: bool
) -> None:
    """Read SOURCE from NEWPATH from now on. The mapping stays; missing columns are named."""
    with TerminalProgress() as progress, Workspace.open(folder) as workspace:
        desk = SourcesDesk(workspace)
        renames = _renames(name, pairs)
        found = desk.relocate(name, place, not take_renames, progress, renames)
        if take_renames:
            found = desk.relocate(name, place, True, progress, (*renames, *found.renames))
    _told(found, as_json)


@source.command(name="look")
@project
@click.argument("names", metavar="[SOURCE]...", nargs=-1)
@rename
@take
@as_json
def source_look(
    folder: Path, names: tuple[str, ...], pairs: tuple[str, ...], take_renames: bool, as_json: bool
) -> None:
    """Look at sources again: new tables and columns, columns that are gone or renamed."""
    with TerminalProgress() as progress, Workspace.open(folder) as workspace:
        every = names or tuple(spec.id for spec in workspace.plan.sources)
        renames = tuple(one for name in every for one in _renames(name, pairs))
        found = _look(SourcesDesk(workspace), every, renames, take_renames, progress)
    _told(found, as_json)


def _look(
    desk: SourcesDesk,
    names: tuple[str, ...],
    renames: tuple[Rename, ...],
    take_renames: bool,
    progress: Progress,
) -> Reread:
    found = desk.look_again(names, not take_renames, progress, renames)
    if take_renames and not found.done:
        return desk.look_again(names, True, progress, (*renames, *found.renames))
    return found


def _renames(source_id: str, pairs: Sequence[str]) -> tuple[Rename, ...]:
    found = []
    for pair in pairs:
        old, equals, new = pair.partition("=")
        name, dot, column = old.partition(".")
        if not (equals and dot and column and new):
            raise click.UsageError(f"Write --rename TABLE.OLD=NEW, not {pair!r}.")
        found.append(Rename(source_id, name, column, new))
    return tuple(found)


def _told(found: Reread, as_json: bool) -> None:
    context = click.get_current_context()
    if as_json:
        emit(found)
    elif found.problem is not None:
        say(f"{found.problem.message.en} {found.problem.hint.en}".strip())
        say("Where it stands elsewhere now: kooch source move PROJECT SOURCE NEWPATH.")
    else:
        _say(found)
    if found.problem is not None:
        context.exit(FAILED)
    context.exit(ATTENTION if found.losses else 0)


def _say(found: Reread) -> None:
    for old, new in found.moved:
        say(f"The table {old} is called {new} now.")
    for word, names in (("New", found.new), ("No longer there", found.gone)):
        if names:
            say(f"{word}: {', '.join(names)}.")
    for loss in found.losses:
        what = f"waits for {', '.join(loss.waiting)}" if loss.waiting else "goes with its table"
        say(f"{loss.table}: {loss.label.en} ({', '.join(loss.fields)}) {what}.")
    if found.renames:
        table(
            "Columns that may be the ones that are missing",
            ["table", "was", "is", "likeness", "same values"],
            [
                (r.table, r.old, r.new, f"{r.score:.0%}",
                 "" if r.values is None else f"{r.values:.0%}")
                for r in found.renames
            ],
        )  # fmt: skip
        say("Decide with --rename TABLE.OLD=NEW, or take all with --take-renames.")
    if not found.losses:
        say("The mapping fits.")


@main.group(name="target")
def target() -> None:
    """The target of a project: its schema looked at again."""


@target.command(name="look")
@project
@click.option("--take", is_flag=True, help="Take the schema over; the mapping stays whole.")
@as_json
def target_look(folder: Path, take: bool, as_json: bool) -> None:
    """What the target's schema does otherwise than when it was read last."""
    with TerminalProgress() as progress, Workspace.open(folder) as workspace:
        desk, spec = TargetDesk(workspace), workspace.plan.target
        create, form = bool(spec.create), str(spec.options.get("form", "csv"))
        found = desk.preview(spec.uri, "", create, form, progress=progress)
        if take:
            desk.choose(spec.uri, "", create, form, progress=progress)
    if as_json:
        emit(found.changes)
    for one in () if as_json else found.changes:
        say(f"{'BLOCKS: ' if one.blocking else ''}{one.told.en}")
    if not found.changes and not as_json:
        say("The target is as it was.")
    if found.changes and not as_json:
        say("Taken over." if take else "Take it over with --take.")
    blocks = any(one.blocking for one in found.changes)
    click.get_current_context().exit(ATTENTION if blocks else 0)
