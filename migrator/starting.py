"""From nothing to a plan: look at the sources, describe the target, propose the rest."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from migrator import bundled, mapping_names
from migrator.advice.mapping import suggest
from migrator.advice.matching import propose
from migrator.advice.recipe import propose_recipe
from migrator.databases.url import is_database_url, masked, parse
from migrator.errors import PlanError
from migrator.model.changes import ChangeSet
from migrator.model.codec import from_data, to_data
from migrator.model.mapping import Feed
from migrator.model.plan import Plan, SourceSpec, TableChoice, TargetSpec
from migrator.model.profile import TableProfile
from migrator.model.schema import Schema
from migrator.model.source import SourceTable, TableKind
from migrator.model.text import Text
from migrator.progress import NULL_PROGRESS, Progress
from migrator.project.secrets import variable
from migrator.sources.base import OpenOptions
from migrator.sources.opening import open_source
from migrator.stages import profile
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging
from migrator.targets.opening import open_target
from migrator.workspace import Workspace

BUNDLED = "crm"


def source_id(uri: str, taken: Sequence[str]) -> str:
    """A short name for a source: its file's or database's name, made unique."""
    path = uri.partition("?")[0].rstrip("/")
    stem = re.sub(r"[^\w]+", "_", Path(path).stem).strip("_").lower() or "source"
    name, n = stem, 1
    while name in taken:
        n += 1
        name = f"{stem}_{n}"
    return name


def split_secret(uri: str) -> tuple[str, str]:
    """(uri without password, password): only the first may enter a plan."""
    if not is_database_url(uri):
        return uri, ""
    url = parse(uri)
    return masked(url), url.password or ""


def look(
    uri: str,
    spec_id: str,
    secret: str,
    first_no: int,
    options: dict[str, str] | None = None,
    tables_options: dict[str, dict[str, Any]] | None = None,
) -> SourceSpec:
    """Discover a source; its tables are kept, its views left out (they repeat the tables).
    `options` are those of the whole source, `tables_options` those of its tables by name."""
    bare = whole(uri)
    source = open_source(bare, OpenOptions(secret, tables_options or {}, dict(options or {})))
    try:
        tables = source.discover()
    finally:
        source.close()
    choices = tuple(_choice(first_no + n, table) for n, table in enumerate(tables))
    return SourceSpec(id=spec_id, uri=bare, options=dict(options or {}), tables=choices)


def whole(uri: str) -> str:
    """The URI with absolute paths: a project works from any folder."""
    if uri.startswith("sqlite:///") and not uri.startswith("sqlite:////"):
        return "sqlite:///" + str(Path(uri.removeprefix("sqlite:///")).resolve())
    if is_database_url(uri):
        return uri
    if "://" in uri:
        parse(uri)  # raises: no kind of database that is known
    prefix = "folder:" if uri.startswith("folder:") else ""
    return prefix + str(Path(uri.removeprefix("folder:")).expanduser().resolve())


def _choice(no: int, table: SourceTable) -> TableChoice:
    if table.kind == TableKind.VIEW:
        return TableChoice(no, table, keep=False, reason="a view repeats what its tables hold")
    if not table.columns:
        return TableChoice(no, table, keep=False, reason="no columns")
    return TableChoice(no, table)


def begin(
    folder: Path, sources: Sequence[str], target: str, *, create: str = "", name: str = ""
) -> Workspace:
    """Make a project: sources discovered, the target's schema copied into the plan.

    `create` names a bundled schema that Kooch makes in the target. Passwords inside URLs go to the
    keyring, never into the plan. Raises SourceError, TargetError, ProjectError.
    """
    specs: list[SourceSpec] = []
    secrets: dict[str, str] = {}
    for uri in sources:
        bare, secret = split_secret(uri)
        spec_id = source_id(bare, [s.id for s in specs])
        secret = secret or os.environ.get(variable(spec_id), "")
        secrets[spec_id] = secret
        specs.append(look(bare, spec_id, secret, 1 + sum(len(s.tables) for s in specs)))
    bare, secret = split_secret(target)
    secret = secret or os.environ.get(variable("target"), "")
    secrets["target"] = secret
    plan = Plan(
        name=name or folder.stem, sources=tuple(specs), target=_target(bare, secret, create)
    )
    workspace = Workspace.create(folder, plan)
    for secret_name, value in secrets.items():
        if value:
            workspace.secrets.put(secret_name, value)
    return workspace


def _target(uri: str, secret: str, create: str) -> TargetSpec:
    uri = whole(uri)
    if create and (not is_database_url(uri) or uri.startswith("sqlite")):
        return TargetSpec(uri=uri, create=create, schema=bundled.schema(create))
    schema = schema_at(uri, secret)  # also tells whether the server lets us in
    if create:
        return TargetSpec(uri=uri, create=create, schema=bundled.schema(create))
    if not schema.entities:
        raise PlanError(
            Text("The target holds no tables.", "در مقصد جدولی نیست."),
            hint=Text(
                f"Let Kooch make its bundled schema {BUNDLED} there.",
                f"بگذارید کوچ طرح آماده‌ی خود ({BUNDLED}) را آن‌جا بسازد.",
            ),
        )
    return TargetSpec(uri=uri, schema=schema)


def schema_at(uri: str, secret: str) -> Schema:
    """The schema that a target has now."""
    target = open_target(uri, secret)
    try:
        return target.schema()
    finally:
        target.close()


def propose_all(workspace: Workspace, progress: Progress = NULL_PROGRESS) -> None:
    """Profile the sources and accept every proposal: mapping, recipe, matching. One edit each, so
    that each can be undone."""
    workspace.run("profile", progress)
    workspace.edit(Text("Suggested mapping", "نگاشت پیشنهادی"), lambda plan: _map(workspace, plan))
    propose_cleaning(workspace)
    propose_matching(workspace, progress)


def propose_cleaning(workspace: Workspace) -> ChangeSet:
    """Accept the proposed recipe of every entity."""
    return workspace.edit(Text("Suggested cleansing", "پاک‌سازی پیشنهادی"), _clean)


def propose_matching(workspace: Workspace, progress: Progress = NULL_PROGRESS) -> ChangeSet:
    """Accept the proposed duplicate rules of every entity: they rest on the clean values."""
    workspace.run("cleanse", progress)
    return workspace.edit(
        Text("Suggested duplicate rules", "قاعده‌های پیشنهادی تکراری‌یابی"),
        lambda plan: _match(workspace, plan),
    )


def known_profiles(workspace: Workspace) -> dict[str, TableProfile]:
    """The newest profiles by `<source>/<table>`."""
    latest = workspace.project.outputs.latest("profile")
    return profile.profiles(latest.report) if latest else {}


def _map(workspace: Workspace, plan: Plan) -> Plan:
    profiles = known_profiles(workspace)
    tables = [
        (spec.id, choice.table, profiles.get(f"{spec.id}/{choice.table.name}"))
        for spec in plan.sources
        for choice in spec.tables
        if choice.keep
    ]
    aside = {
        (spec.id, choice.table.name): frozenset(gone.column for gone in choice.left_out)
        for spec in plan.sources
        for choice in spec.tables
    }
    return replace(plan, feeds=suggest(tables, plan.target.schema, aside).feeds)


def _clean(plan: Plan) -> Plan:
    recipes = (propose_recipe(plan, entity) for entity in plan.entities())
    return replace(plan, recipes=tuple(r for r in recipes if r.steps))


def _match(workspace: Workspace, plan: Plan) -> Plan:
    settings = []
    for name in plan.entities():
        counts = field_counts(workspace.staging, name)
        settings.append(propose(plan.target.schema.entity(name), list(counts), counts))
    return replace(plan, matching=tuple(settings))


def field_counts(staging: Staging, entity: str) -> dict[str, tuple[int, int]]:
    """Per mapped field the filled and (about) the distinct values of the clean rows: how well a
    field tells rows apart decides what is compared, and what makes blocks."""
    table = names.clean(entity)
    fields = [name for name in staging.columns(table) if not name.startswith("_")]
    if not fields:
        return {}
    asked = ", ".join(f"count({quote(f)}), approx_count_distinct({quote(f)})" for f in fields)
    found = staging.rows(f"select {asked} from {quote(table)}")[0]
    return {f: (int(found[2 * n]), int(found[2 * n + 1])) for n, f in enumerate(fields)}


def unaccounted(plan: Plan) -> list[tuple[str, str, str]]:
    """(source, table, column) of kept tables that some feed reads, for columns that no feed maps,
    uses as key or leaves out with a reason."""
    found = []
    for feed_source, feed_table in dict.fromkeys((f.source, f.table) for f in plan.feeds):
        feeds = [f for f in plan.feeds if (f.source, f.table) == (feed_source, feed_table)]
        used = {name for f in feeds for row in f.fields for name in row.sources}
        used |= {name for f in feeds for name in f.key}
        used |= plan.set_aside(feed_source, feed_table).keys()
        columns = plan.choice(feed_source, feed_table).table.columns
        found += [(feed_source, feed_table, c.name) for c in columns if c.name not in used]
    return found


# -- the mapping document as a file

DOCUMENT = "kooch-mapping"


def mapping_text(plan: Plan) -> str:
    """The mapping document of a plan as JSON text."""
    document = {"format": DOCUMENT, "version": 1, "feeds": to_data(plan.feeds)}
    return json.dumps(document, ensure_ascii=False, indent=2)


def mapping_from(text: str) -> tuple[Feed, ...]:
    """The feeds of a mapping document; ValueError says what does not fit."""
    document = json.loads(text)
    if not isinstance(document, dict) or document.get("format") != DOCUMENT:
        raise ValueError("it does not say that it is one")
    return tuple(
        from_data(Feed, feed, f"feeds[{n}]") for n, feed in enumerate(document.get("feeds", []))
    )


def replace_mapping(workspace: Workspace, feeds: tuple[Feed, ...]) -> ChangeSet:
    """Put another mapping document in place, as one step of undo. PlanError lists every name in
    it that sources and target do not have."""

    def imported(plan: Plan) -> Plan:
        mapping_names.check(plan, feeds)
        return replace(plan, feeds=feeds, feed_numbers=mapping_names.numbered(plan))

    return workspace.edit(Text("Imported mapping", "نگاشت وارد شد"), imported)
