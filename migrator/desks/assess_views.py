"""The assessment, worked out from the plan, the profiles and the ties. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from migrator.advice.findings import findings_of
from migrator.advice.quality import date_styles, quality_of, split_of
from migrator.model.personal import PERSONAL
from migrator.model.plan import Plan, TableChoice
from migrator.model.profile import ColumnProfile, TableProfile, Tie
from migrator.model.text import Text
from migrator.model.views.assess import (
    Assessment,
    ColumnLine,
    Split,
    TableLine,
    Totals,
)

# Reasons that discovery gives by itself; people's own are shown as they wrote them.
_REASONS = {
    "a view repeats what its tables hold": Text(
        "a view repeats what its tables hold", "نما همان داده‌ی جدول‌های خود را تکرار می‌کند"
    ),
    "no columns": Text("no columns", "بدون ستون"),
}
_MANY_STYLES = 5  # a profile keeps that many patterns of a column

Profiles = Mapping[str, TableProfile]


def assessment(plan: Plan, profiles: Profiles, ties: Sequence[Tie]) -> Assessment:
    """The whole picture."""
    listed = [
        (spec.id, choice, profiles.get(f"{spec.id}/{choice.table.name}"))
        for spec in plan.sources
        for choice in spec.tables
    ]
    lines = [_line(plan, source, choice, found, ties) for source, choice, found in listed]
    kept = [
        (found, frozenset(plan.set_aside(source, choice.table.name)))
        for source, choice, found in listed
        if choice.keep and found is not None
    ]
    names = {table.name for table, _ in kept}
    real = [tie for tie in ties if {tie.table, tie.parent} <= names]
    looked_at = [(table, c) for table, aside in kept for c in table.columns if c.name not in aside]
    splits = [split_of(c, orphans_of(real, t.name).get(c.name, 0)) for t, c in looked_at]
    return Assessment(
        totals=_totals(kept, [c for _, c in looked_at], splits, real),
        quality=quality_of(splits),
        tables=tuple(sorted(lines, key=lambda line: not line.keep)),
        findings=findings_of(kept, real),
        ties=tuple(real),
    )


def column_lines(
    plan: Plan, source: str, choice: TableChoice, found: TableProfile, ties: Sequence[Tie]
) -> tuple[ColumnLine, ...]:
    """The columns of one table, in order."""
    aside = plan.set_aside(source, choice.table.name)
    orphans = orphans_of(ties, found.name)
    keys = {name for key in found.keys[:1] for name in key} | {*choice.table.primary_key}
    targets = _targets(plan, source, choice.table.name)
    return tuple(
        ColumnLine(
            name=column.name,
            type=str(column.type),
            meaning=column.meaning,
            split=split_of(column, orphans.get(column.name, 0)),
            distinct=column.distinct,
            exact=column.exact,
            key=column.name in keys,
            personal=PERSONAL.get(column.meaning, ""),
            odd=column.odd,
            mapped_to=targets.get(column.name, ()),
            left_out=column.name in aside,
            reason=aside.get(column.name, ""),
        )
        for column in found.columns
    )


def orphans_of(ties: Sequence[Tie], table: str) -> dict[str, int]:
    """Rows of a table whose parent is missing, by the column that refers to it."""
    found: dict[str, int] = {}
    for tie in ties:
        if tie.table == table and tie.orphans and len(tie.columns) == 1:
            name = tie.columns[0]
            found[name] = max(found.get(name, 0), tie.orphans)
    return found


def _targets(plan: Plan, source: str, table: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for feed in plan.feeds:
        if (feed.source, feed.table) == (source, table):
            for row in feed.fields:
                for name in row.sources:
                    found.setdefault(name, []).append(f"{feed.entity}.{row.target}")
    return {name: tuple(dict.fromkeys(targets)) for name, targets in found.items()}


def _line(
    plan: Plan,
    source: str,
    choice: TableChoice,
    found: TableProfile | None,
    ties: Sequence[Tie],
) -> TableLine:
    table = choice.table
    feeds = (f.entity for f in plan.feeds if (f.source, f.table) == (source, table.name))
    bare = TableLine(
        no=choice.no,
        key=f"{source}/{table.name}",
        source=source,
        name=table.name,
        kind=str(table.kind),
        keep=choice.keep,
        reason=_REASONS.get(choice.reason, Text.of(choice.reason)),
        profiled=False,
        rows=table.rows or 0,
        columns=len(table.columns),
        entities=tuple(dict.fromkeys(feeds)),
    )
    if found is None or not choice.keep:
        return bare
    return _figures(bare, column_lines(plan, source, choice, found, ties), found, ties)


def _figures(
    bare: TableLine, columns: Sequence[ColumnLine], found: TableProfile, ties: Sequence[Tie]
) -> TableLine:
    used = [column for column in columns if not column.left_out]
    figures = {
        "profiled": True,
        "rows": found.rows,
        "split": _sum([column.split for column in used]),
        "quality": quality_of(column.split for column in used),
        "keys": found.keys,
        "duplicate_rows": found.duplicate_rows,
        "orphans": sum(tie.orphans for tie in ties if tie.table == found.name),
        "odd_columns": sum(bool(column.split.odd or column.split.unfit) for column in used),
        "personal": sum(bool(column.personal) for column in used),
        "left_out": len(columns) - len(used),
    }
    return TableLine(**{**vars(bare), **figures})


def _sum(splits: Sequence[Split]) -> Split:
    return Split(
        sum(s.fits for s in splits),
        sum(s.odd for s in splits),
        sum(s.unfit for s in splits),
        sum(s.empty for s in splits),
    )


def _totals(
    kept: Sequence[tuple[TableProfile, frozenset[str]]],
    columns: Sequence[ColumnProfile],
    splits: Sequence[Split],
    ties: Sequence[Tie],
) -> Totals:
    whole = _sum(splits)
    styles = [len(date_styles(column)) for column in columns]
    most = max(styles, default=0)
    return Totals(
        tables=len(kept),
        rows=sum(table.rows for table, _ in kept),
        columns=len(columns),
        duplicate_rows=sum(table.duplicate_rows for table, _ in kept),
        odd=whole.odd,
        unfit=whole.unfit,
        empty=whole.empty,
        orphans=sum(tie.orphans for tie in ties),
        styles=most,
        styled=sum(count > 1 for count in styles),
        least=most >= _MANY_STYLES,
        personal=sum(column.meaning in PERSONAL for column in columns),
    )
