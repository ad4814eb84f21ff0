"""All sources at a glance, as cards."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from migrator.databases.url import is_database_url
from migrator.desks.source_plan import fed_by
from migrator.desks.source_words import said
from migrator.model.plan import Plan, SourceSpec, TableChoice
from migrator.model.source import TableKind
from migrator.model.views.sources import Overview, SourceCard, TableCard
from migrator.pipeline import Freshness, StageStatus
from migrator.store import names
from migrator.workspace import Workspace

_SERVERS = {
    "postgresql": "PostgreSQL",
    "postgres": "PostgreSQL",
    "mysql": "MySQL",
    "mariadb": "MariaDB",
    "mssql": "SQL Server",
    "sqlite": "SQLite",
}
_WORKBOOKS = frozenset({"xlsx", "xlsm", "xlsb", "xls", "ods"})


def overview(workspace: Workspace) -> Overview:
    """Every source of the plan, with what became of it."""
    plan = workspace.plan
    extract = next(s for s in workspace.status() if s.name == "extract")
    changed = changed_sources(workspace)
    cards = tuple(_source(plan, spec, extract, changed) for spec in plan.sources)
    kept = [c.no for spec in plan.sources for c in spec.tables if c.keep]
    counts = _counts(extract)
    rows = sum(counts.get(names.raw(no), 0) for no in kept)
    return Overview(cards, str(extract.freshness), len(kept), rows)


def changed_sources(workspace: Workspace) -> frozenset[str]:
    """Ids of sources of files that were written after their snapshot was taken."""
    return frozenset(workspace.changed_sources())


def name_of(uri: str) -> str:
    """What people call the place: its last part."""
    if is_database_url(uri) and not uri.startswith("sqlite"):
        parts = urlsplit(uri)
        return parts.path.strip("/") or parts.hostname or uri
    return Path(uri.partition("?")[0]).name or uri


def is_there(uri: str) -> bool:
    """Whether a file or folder is where it was; servers are not asked."""
    return _place(uri)[3]


def _source(
    plan: Plan, spec: SourceSpec, extract: StageStatus, changed: frozenset[str]
) -> SourceCard:
    kind, where, size, there = _place(spec.uri)
    state = "ok" if there else "missing"
    if there and spec.id in changed:
        state = "changed"
    return SourceCard(
        spec.id,
        spec.uri,
        name_of(spec.uri),
        where,
        kind,
        _form(spec, kind),
        state,
        size,
        tuple(_table(plan, spec, choice, extract) for choice in spec.tables),
    )


def _place(uri: str) -> tuple[str, str, int | None, bool]:
    """(kind, where, bytes, whether it is there); servers are not asked."""
    if is_database_url(uri) and not uri.startswith("sqlite"):
        parts = urlsplit(uri)
        port = f":{parts.port}" if parts.port else ""
        return "database", f"{parts.hostname or ''}{port}", None, True
    path = Path(uri.removeprefix("sqlite://").partition("?")[0] if "://" in uri else uri)
    if path.is_dir():
        return "folder", str(path.parent), None, True
    if path.is_file():
        return "file", str(path.parent), path.stat().st_size, True
    return "file", str(path.parent), None, False


def _form(spec: SourceSpec, kind: str) -> str:
    if "://" in spec.uri:
        scheme = spec.uri.partition("://")[0].partition("+")[0].lower()
        return _SERVERS.get(scheme, scheme)
    if kind == "folder":
        return ""
    facts = spec.tables[0].table.facts if spec.tables else {}
    if spec.tables and spec.tables[0].table.kind in (TableKind.TABLE, TableKind.VIEW):
        return "SQLite"
    told = facts.get("format", "")
    suffix = Path(spec.uri.lower().removesuffix(".gz")).suffix.lstrip(".")
    return (told or suffix or "text").upper() if told in {*_WORKBOOKS, ""} else told.upper()


def _table(plan: Plan, spec: SourceSpec, choice: TableChoice, extract: StageStatus) -> TableCard:
    table = choice.table
    counts, told = _counts(extract), _told(extract, f"{spec.id}/{table.name}")
    rows = counts.get(names.raw(choice.no)) if choice.keep else None
    estimate = table.facts.get("rows_estimate", "")
    estimated = rows is None and table.rows is None and estimate.isdecimal() and estimate != "0"
    if rows is None:
        rows = int(estimate) if estimated else table.rows
    return TableCard(
        table.name,
        choice.no,
        table.kind,
        len(table.columns),
        rows,
        estimated,
        choice.keep,
        said(choice.reason),
        len(table.warnings),
        bool(choice.options),
        bool(table.facts.get("hidden")),
        fed_by(plan, spec.id, table.name),
        told,
    )


def _counts(extract: StageStatus) -> dict[str, int]:
    """Rows of the snapshots, while they fit the plan."""
    if extract.freshness != Freshness.FRESH or extract.output is None:
        return {}
    return extract.output.report.rows


def _told(extract: StageStatus, label: str) -> int:
    """How many records of a table could not be read when its snapshot was taken."""
    if extract.freshness != Freshness.FRESH or extract.output is None:
        return 0
    return int(extract.output.report.facts["tables"].get(label, {}).get("unreadable", 0))
