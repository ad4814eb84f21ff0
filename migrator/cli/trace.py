"""The story of one record on the command line."""

from __future__ import annotations

from pathlib import Path

import click

from migrator.cli.main import main
from migrator.cli.output import ATTENTION, emit, say, table
from migrator.cli.projects import as_json, project
from migrator.desks.story import StoryDesk
from migrator.errors import PlanError
from migrator.model.text import Text
from migrator.model.views.story import Fate, Hit, Landing, RecordStory, RowTrace
from migrator.store import names
from migrator.workspace import Workspace

NOTHING = "-"

_FATES = {
    Fate.LEFT_OUT: Text("left out by plan", "به تصمیم برنامه کنار گذاشته شده"),
    Fate.MAPPED: Text("not worked out further", "هنوز پیش‌تر نرفته"),
    Fate.QUARANTINED: Text("in quarantine", "در قرنطینه"),
    Fate.READY: Text("ready to load", "آماده‌ی بارگذاری"),
    Fate.LOADED: Text("in the target", "در مقصد"),
    Fate.REJECTED: Text("refused by the target", "ردشده از سوی مقصد"),
    Fate.PENDING: Text("waits to be loaded", "در انتظار بارگذاری"),
}


@main.command()
@project
@click.argument("key")
@click.option("--entity", default="", help="Only records of this entity.")
@click.option("--language", type=click.Choice(["en", "fa"]), default=None)
@as_json
def trace(folder: Path, key: str, entity: str, language: str | None, as_json: bool) -> None:
    """The whole story of the record with KEY: a source key, an id in the target, or a number.

    From the source cells through every transform, cleansing step, merge and check to the batch
    that brought it into the target, and what reading back has found. Exit code 3 when several
    records have that key: they are listed, `--entity` chooses.
    """
    with Workspace.open(folder) as workspace:
        desk = StoryDesk(workspace)
        hits = [hit for hit in desk.find(key) if entity in {"", hit.entity}]
        if not hits:
            raise _not_found(key, entity)
        if len(hits) > 1:
            _several(hits, as_json)
            click.get_current_context().exit(ATTENTION)
        story = desk.record(hits[0].entity, hits[0].gid) if hits[0].gid else desk.row(hits[0].rid)
        compared = workspace.staging.exists(names.difference(story.entity))
        spoken = language or workspace.plan.language
    if as_json:
        emit(story)
        return
    _tell(story, spoken)
    if compared and story.landing.fate is Fate.LOADED and not story.landing.differences:
        say("Read back: every field is as the plan says.")


def _not_found(key: str, entity: str) -> PlanError:
    place = f" of {entity}" if entity else ""
    return PlanError(
        Text(
            f"No record{place} has the key, target id or number {key!r}.",
            f"هیچ رکوردی{f' از «{entity}»' if entity else ''} کلید، شناسه یا شماره‌ی «{key}» ندارد.",
        ),
        hint=Text(
            "Keys are those of the source as the mapping document names them; after a change of the"
            " plan, bring the stages up to date first.",
            "کلیدها همان کلیدهای مبدأ در سند نگاشت هستند؛ پس از تغییر برنامه، نخست مرحله‌ها را"
            " به‌روز کنید.",
        ),
    )


def _several(hits: list[Hit], as_json: bool) -> None:
    if as_json:
        emit({"several": hits})
        return
    table(
        "Several records: choose one with --entity, or by its number",
        ["entity", "number", "key", "name", "found by"],
        [(h.entity, str(h.gid or h.rid), h.key, h.name, h.by) for h in hits],
    )


def _tell(story: RecordStory, language: str) -> None:
    say(f"{story.label.say(language)}  {story.name or NOTHING}  [{story.key or NOTHING}]")
    say(_FATES[story.landing.fate].say(language))
    if story.stale:
        say(f"Out of date since: {story.stale}")
    for row in story.rows:
        _row(row, language)
    if len(story.rows) > 1:
        _merge(story, language)
    if story.issues:
        table(
            "Checks",
            ["stage", "field", "severity", "what", "accepted because"],
            [
                (i.stage, i.field, i.severity, i.text.say(language), i.waived_for)
                for i in story.issues
            ],
        )
    _landing(story.landing)


def _row(row: RowTrace, language: str) -> None:
    said = f": left out, {row.left_out}" if row.left_out else ""
    say(f"\n{row.source} / {row.table}, row {row.ordinal}{said}")
    if row.left_out:
        table("Source", ["column", "value"], row.values)
        return
    lines: list[tuple[str | None, ...]] = []
    for one in row.fields:
        came = " + ".join(f"{name}={value or NOTHING}" for name, value in one.sources) or NOTHING
        lines.append((one.field, came, "", one.value, "" if one.agrees else "plan changed since"))
        lines += [
            (
                "",
                f"{step.title.say(language)}",
                step.before,
                step.after,
                _words(step.trouble, language),
            )
            for step in (*one.mapping, *one.cleansing)
        ]
    table("Source to field", ["field", "from / step", "before", "after", "trouble"], lines)
    if row.issues:
        table(
            "Issues of the row",
            ["stage", "field", "severity", "what"],
            [(i.stage, i.field, i.severity, i.text.say(language)) for i in row.issues],
        )


def _merge(story: RecordStory, language: str) -> None:
    table(
        "Merged: the value that survived, and the others",
        ["field", "value", "from row", "rule", "others"],
        [
            (
                one.field,
                one.value,
                str(one.rid),
                one.rule.say(language),
                ", ".join(f"{rid}={value}" for rid, value in one.candidates if value != one.value),
            )
            for one in story.survivors
            if any(value is not None for _, value in one.candidates)
        ],
    )
    table(
        "Why they are one",
        ["row", "row", "probability", "verdict", "by", "together"],
        [
            (str(p.left), str(p.right), f"{p.probability:.3f}", p.answer, p.by, p.together)
            for p in story.pairs
        ],
    )


def _landing(landing: Landing) -> None:
    facts = [
        ("id in the target", landing.target_id),
        ("action", landing.action),
        ("run", f"{landing.run} ({landing.run_at})" if landing.run else ""),
        ("batch", "" if landing.batch is None else str(landing.batch)),
        ("pilot", landing.pilot),
        ("reason", landing.reason),
    ]
    told = [(name, value) for name, value in facts if value]
    if told:
        table("Target", ["what", "value"], told)
    if landing.differences:
        table("Reading back found", ["field", "kind", "expected", "found"], landing.differences)


def _words(text: Text | None, language: str) -> str:
    return text.say(language) if text else ""
