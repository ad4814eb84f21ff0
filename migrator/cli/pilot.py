"""What a pilot takes, chosen and explained on the command line."""

from __future__ import annotations

from pathlib import Path

import click

from migrator.cli.main import main
from migrator.cli.output import TerminalProgress, emit, say, table
from migrator.cli.projects import as_json, project
from migrator.desks.pilot import PilotDesk
from migrator.errors import PlanError
from migrator.model.piloting import PilotBy, PilotChoice
from migrator.model.text import Text
from migrator.model.views.runs import PilotShare, PilotView
from migrator.workspace import Workspace


@main.command()
@project
@click.option(
    "--by",
    type=click.Choice([by.value for by in PilotBy]),
    help="So many of each entity; as few as show everything; a condition; named keys.",
)
@click.option("--rows", type=int, help="Records of each entity, or the most that are taken.")
@click.option("--entity", default="", help="Whose condition or keys these are.")
@click.option("--where", default="", help="Condition over its fields: field('city') == 'Tehran'.")
@click.option("--key", "keys", multiple=True, help="A source key; may be given often.")
@click.option(
    "--keys", "file", type=click.Path(exists=True, path_type=Path), help="A file, one key a line."
)
@click.option("--children", type=int, help="Levels of children that come along.")
@click.option("--mask/--no-mask", default=None, help="Made-up personal data of the same shape.")
@as_json
def pilot(
    folder: Path,
    by: str | None,
    rows: int | None,
    entity: str,
    where: str,
    keys: tuple[str, ...],
    file: Path | None,
    children: int | None,
    mask: bool | None,
    as_json: bool,
) -> None:
    """Say how the pilot of PROJECT is chosen, and explain what it takes; nothing is loaded.

    Without options: what it would take now. `kooch run PROJECT --pilot` loads it.
    """
    if file is not None:
        keys += tuple(file.read_text("utf-8-sig").split())
    with TerminalProgress() as progress, Workspace.open(folder) as workspace:
        workspace.run("validate", progress)
        desk = PilotDesk(workspace)
        if rows is not None:
            desk.set_rows(rows)
        before = workspace.plan.loading.pilot
        wanted = _wanted(before, by, entity, (where, keys), children, mask)
        if wanted != before:
            desk.set_choice(wanted)
        view = desk.overview()
    if as_json:
        emit({"choice": view.choice, "rows": view.rows, "shares": view.shares})
        return
    _explain(view)


def _wanted(
    before: PilotChoice,
    by: str | None,
    entity: str,
    told: tuple[str, tuple[str, ...]],
    children: int | None,
    mask: bool | None,
) -> PilotChoice:
    """The choice with what was said anew; a condition or keys imply their way of choosing."""
    where, keys = told
    if (where or keys) and not entity:
        raise PlanError(
            Text("A condition or keys need an entity.", "شرط یا کلید به موجودیت نیاز دارد."),
            hint=Text("Add --entity NAME.", "‎--entity نام را بیفزایید."),
        )
    implied = PilotBy.FILTER if where else PilotBy.KEYS if keys else before.by
    return PilotChoice(
        by=PilotBy(by) if by else implied,
        keys={**before.keys, entity: keys} if keys else before.keys,
        entity=entity if where else before.entity,
        where=where or before.where,
        children=before.children if children is None else children,
        mask=before.mask if mask is None else mask,
    )


def _explain(view: PilotView) -> None:
    if view.trouble is not None:
        raise PlanError(
            view.trouble,
            hint=Text("Choose the pilot anew.", "اجرای آزمایشی را دوباره برگزینید."),
        )
    table(
        f"The pilot, chosen by {view.choice.by}",
        ["entity", "ready", "asked", "taken", "why"],
        [(s.entity, s.ready, s.asked, s.taken, _why(s)) for s in view.shares],
    )
    for share in view.shares:
        if share.missed:
            say(f"{share.entity}: no ready record, or no room, to show:")
            for one in share.missed:
                say(f"  {one.en}")
        if share.unknown:
            say(f"{share.entity}: no ready record has the key {', '.join(share.unknown)}")


def _why(share: PilotShare) -> str:
    told = [f"shows {share.covered} things"] if share.covered else []
    told += [f"{n} as parents of {child.en}" for child, n in share.parents_of]
    told += [f"{n} as children of {parent.en}" for parent, n in share.children_of]
    return ", ".join(told)
