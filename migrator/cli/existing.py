"""How records that are in the target already are recognised, on the command line."""

from __future__ import annotations

from pathlib import Path

import click

from migrator.cli.main import main
from migrator.cli.output import emit, say, table
from migrator.cli.projects import as_json, project
from migrator.meeting import set_matching
from migrator.model.loading import TargetMatch
from migrator.workspace import Workspace


@main.command()
@project
@click.argument("entity", default="")
@click.option("--key", default="", metavar="FIELD,..", help="Mapped fields that name a record.")
@click.option("--rules", is_flag=True, help="By the duplicates rules of the entity.")
@click.option("--off", is_flag=True, help="Do not look for records of others.")
@as_json
def existing(folder: Path, entity: str, key: str, rules: bool, off: bool, as_json: bool) -> None:
    """Show or say how records that are in the target of PROJECT already are recognised.

    A record that is met is changed by the collision rule of each field (overwrite, fill, keep,
    append) instead of being made again: see it with kooch run PROJECT --dry-run.
    """
    if bool(key) + rules + off > 1 or ((key or rules or off) and not entity):
        raise click.UsageError("Name an entity and one of --key, --rules and --off.")
    fields = tuple(part.strip() for part in key.split(",") if part.strip())
    with Workspace.open(folder) as workspace:
        if key or rules or off:
            set_matching(workspace, TargetMatch(entity, fields, rules))
        matching, fed = workspace.plan.loading.matching, workspace.plan.entities()
    found = {one.entity: one for one in matching}
    if as_json:
        emit({"matching": matching})
        return
    table(
        "Records that are in the target already",
        ["entity", "recognised by"],
        [(name, _by(found.get(name))) for name in fed],
    )
    say("What they hold is changed by the collision rule of each field: kooch map show.")


def _by(found: TargetMatch | None) -> str:
    if found is None:
        return "not looked for"
    return "the duplicates rules" if found.rules else ", ".join(found.fields)
