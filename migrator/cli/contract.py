"""Commands on the mapping document as a contract: versions, differences, signatures, templates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from migrator.cli.output import ATTENTION, emit, say, table
from migrator.cli.projects import as_json, mapping, project
from migrator.desks import contract_signing as signing
from migrator.desks import contract_templates as templates
from migrator.desks import contract_versions as versions
from migrator.errors import PlanError
from migrator.model.mapping import Feed, FieldMapping, RowStatus
from migrator.model.views.contract import DiffLine, SignSheet, TemplateFit
from migrator.workspace import Workspace

by = click.option("--by", default="", help="Who does it; the signed-in user if not given.")
file = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@mapping.command(name="versions")
@project
@as_json
def map_versions(folder: Path, as_json: bool) -> None:
    """The named versions of the mapping document."""
    with Workspace.open(folder) as workspace:
        found = versions.versions(workspace)
    if as_json:
        emit(found)
        return
    table(
        "Versions of the mapping",
        ["no", "name", "by", "when", "rows", "fingerprint", "note", "now"],
        [
            (v.no, v.name, v.who, v.at, v.rows, v.fingerprint, v.note, "<-" if v.current else "")
            for v in found
        ],
    )


@mapping.command(name="save")
@project
@click.argument("name")
@click.option("--note", default="")
@by
def map_save(folder: Path, name: str, note: str, by: str) -> None:
    """Keep the mapping document as it stands as the version NAME."""
    with Workspace.open(folder) as workspace:
        kept = versions.save(workspace, name, note, by)
    say(f"Version {kept.no} “{kept.name}” kept, fingerprint {kept.fingerprint}.")


@mapping.command(name="restore")
@project
@click.argument("version")
def map_restore(folder: Path, version: str) -> None:
    """Put a VERSION (name or number) in place of the document; one step of undo."""
    with Workspace.open(folder) as workspace:
        change = versions.restore(workspace, versions.number_of(workspace, version))
    say(f"{change.label.en}. To be worked out anew: {', '.join(change.stages) or 'nothing'}")


@mapping.command(name="diff")
@project
@click.argument("old")
@click.argument("new", default="current")
@click.option("--language", type=click.Choice(["en", "fa"]), default="en")
@as_json
def map_diff(folder: Path, old: str, new: str, language: str, as_json: bool) -> None:
    """What differs between the versions OLD and NEW (the document as it stands if not given)."""
    with Workspace.open(folder) as workspace:
        numbers = versions.number_of(workspace, old), versions.number_of(workspace, new)
        found = versions.compare(workspace, *numbers)
    if as_json:
        emit(found)
        return
    for one in found:
        say(one.sentence.say(language))
    if not found:
        say("They say the same." if language == "en" else "تفاوتی ندارند.")
        return
    _table_of(found, language)


def _table_of(found: Sequence[DiffLine], language: str) -> None:
    table(
        f"{len(found)} differences",
        ["field", "what", "key", "old", "new"],
        [
            (one.where.say(language), one.cell.say(language), one.key,
             one.old.say(language), one.new.say(language))
            for one in found
        ],
    )  # fmt: skip


# -- signatures


def _chosen(
    workspace: Workspace, rows: Sequence[str], wanted: Callable[[FieldMapping], bool]
) -> dict[str, list[str]]:
    """Targets by feed id of ENTITY.FIELD or FEED.FIELD names; of all rows where none are named."""
    feeds = workspace.plan.feeds
    if not rows:
        every = {feed.id: [r.target for r in feed.fields if wanted(r)] for feed in feeds}
        return {feed: targets for feed, targets in every.items() if targets}
    chosen: dict[str, list[str]] = {}
    for name in rows:
        place, _, target = name.partition(".")
        hit = [feed for feed in feeds if place in {feed.id, feed.entity} and _maps(feed, target)]
        if not hit:
            raise PlanError(
                f"There is no row {name!r} in the mapping.",
                hint="Name rows as ENTITY.FIELD, as in: kooch map show.",
            )
        for feed in hit:
            chosen.setdefault(feed.id, []).append(target)
    return chosen


def _maps(feed: Feed, target: str) -> bool:
    return any(row.target == target for row in feed.fields)


@mapping.command(name="sign")
@project
@click.argument("rows", nargs=-1, metavar="[ENTITY.FIELD]...")
@click.option("--entity", default="", help="Sign every row of this entity.")
@click.option("--all", "every", is_flag=True, help="Sign every row that people agreed to.")
@by
@as_json
def map_sign(
    folder: Path, rows: tuple[str, ...], entity: str, every: bool, by: str, as_json: bool
) -> None:
    """Sign rows of the mapping document; without rows, show how the signatures stand."""
    with Workspace.open(folder) as workspace:
        if entity:
            signing.sign_entity(workspace, entity, by)
        elif rows or every:
            agreed = {RowStatus.AGREED, RowStatus.SIGNED}
            signing.sign_rows(workspace, _chosen(workspace, rows, lambda r: r.status in agreed), by)
        found = signing.sheet(workspace)
    _signed(found, as_json)


@mapping.command(name="unsign")
@project
@click.argument("rows", nargs=-1, metavar="[ENTITY.FIELD]...")
@as_json
def map_unsign(folder: Path, rows: tuple[str, ...], as_json: bool) -> None:
    """Take signatures back; of every row where none are named."""
    with Workspace.open(folder) as workspace:
        chosen = _chosen(workspace, rows, lambda row: row.signature is not None)
        signing.unsign_rows(workspace, chosen)
        found = signing.sheet(workspace)
    _signed(found, as_json)


def _signed(found: SignSheet, as_json: bool) -> None:
    if as_json:
        emit(found)
    else:
        table(
            f"Signatures of mapping {found.fingerprint}",
            ["entity", "rows", "signed", "reopened", "what hinders"],
            [
                (e.entity, e.rows, e.signed, e.reopened, " ".join(h.en for h in e.hindrances))
                for e in found.entities
            ],
        )
        for line in found.lines:
            if line.standing == "reopened":
                say(line.told.en)
    whole = found.signed == len(found.lines)
    click.get_current_context().exit(0 if whole else ATTENTION)


@mapping.command(name="require")
@project
@click.option("--signature/--no-signature", required=True, help="Whether the full run waits.")
def map_require(folder: Path, signature: bool) -> None:
    """Let the full run wait until every row of the mapping is signed, or not."""
    with Workspace.open(folder) as workspace:
        change = signing.require(workspace, signature)
    say(f"{change.label.en}.")


# -- agreeing


@mapping.command(name="agree")
@project
@click.argument("rows", nargs=-1, metavar="[ENTITY.FIELD]...")
@click.option(
    "--at-least",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Only suggestions of at least this confidence (0..1).",
)
def map_agree(folder: Path, rows: tuple[str, ...], at_least: float) -> None:
    """Agree to rows as they stand; to all that nobody doubts where none are named."""
    with Workspace.open(folder) as workspace:
        chosen = _chosen(workspace, rows, lambda row: _agreeable(row, at_least))
        if chosen:
            signing.agree(workspace, chosen)
    say(f"Agreed to {sum(map(len, chosen.values()))} rows.")


def _agreeable(row: FieldMapping, at_least: float) -> bool:
    doubted = row.status in {RowStatus.TO_DECIDE, RowStatus.AGREED, RowStatus.SIGNED}
    return not doubted and (at_least == 0 or (row.confidence or 0) >= at_least)


# -- templates


@mapping.group(name="template")
def template() -> None:
    """Take the mapping of one project to the next."""


@template.command(name="save")
@project
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--name", default="", help="What it is called; the project's name if not given.")
def template_save(folder: Path, file: Path, name: str) -> None:
    """Write the mapping and its rules, without data, as a template."""
    with Workspace.open(folder) as workspace:
        file.write_text(templates.text_of(workspace, name), "utf-8")
    say(f"Written: {file}")


@template.command(name="check")
@project
@file
@as_json
def template_check(folder: Path, file: Path, as_json: bool) -> None:
    """Say what of the template FILE fits this project; nothing changes."""
    with Workspace.open(folder) as workspace:
        found = templates.fit(workspace, file.read_text("utf-8"))
    _fits(found, as_json)


@template.command(name="apply")
@project
@file
@click.option("--exact", is_flag=True, help="Only what fits without doubt.")
@as_json
def template_apply(folder: Path, file: Path, exact: bool, as_json: bool) -> None:
    """Apply the template FILE as suggestions; one step of undo."""
    with Workspace.open(folder) as workspace:
        text = file.read_text("utf-8")
        found = templates.fit(workspace, text)
        change = templates.apply(workspace, text, nearly=not exact)
    if not as_json:
        say(f"{change.label.en}.")
    _fits(found, as_json)


def _fits(found: TemplateFit, as_json: bool) -> None:
    if as_json:
        emit(found)
    else:
        say(
            f"{found.count('fits')} fit, {found.count('nearly')} nearly, {found.count('not')} not;"
            f" {found.kept} rows are decided here and stay."
        )
        table(
            f"Template {found.name}",
            ["how", "table", "field", "why"],
            [(one.how, one.table, one.told.en, one.why.en) for one in found.lines],
        )
    click.get_current_context().exit(ATTENTION if found.count("not") else 0)
