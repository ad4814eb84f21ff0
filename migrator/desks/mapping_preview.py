"""Real values on their way through the steps of a row, worked out on a part of the snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from migrator.checks import CHECKS
from migrator.checks.base import CheckContext
from migrator.desks.mapping_lookups import missing
from migrator.errors import PlanError
from migrator.model.issues import ISSUE_CODES, Severity
from migrator.model.mapping import Feed, FieldMapping, Lookup, Step
from migrator.model.plan import Plan
from migrator.model.schema import Entity
from migrator.model.text import Text
from migrator.model.views.mapping import (
    Preview,
    PreviewLine,
)
from migrator.stages.row_filters import RowFilters
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging
from migrator.transforms import TRANSFORMS
from migrator.transforms.compiling import build_options
from migrator.transforms.memo import Memo
from migrator.transforms.runner import Applied, compile_steps

SAMPLED = 5_000  # rows of the snapshot that are looked at
DISTINCT = 400  # different values that go through the steps
# What steps made of values is remembered while people look at one row after the other, or set the
# options of one step: outcomes are pure, and the memo is bounded.
_MEMO = Memo()
_CHECKS = ("required", "max_length", "field_type", "picklist")


def columns_of(plan: Plan, feed: Feed) -> dict[str, str]:
    """Staging names (c1, c2 ...) of the columns of the feed's table."""
    table = plan.choice(feed.source, feed.table).table
    return {column.name: f"c{n}" for n, column in enumerate(table.columns, 1)}


def sample(staging: Staging, plan: Plan, feed: Feed, wanted: Sequence[str]) -> pl.DataFrame:
    """Different combinations of the wanted columns among the first rows that the feed takes, as
    `_<column>` and `rows`, the most frequent first. Empty before the snapshot was taken."""
    raw = names.raw(plan.choice(feed.source, feed.table).no)
    known = columns_of(plan, feed)
    if not staging.exists(raw) or any(name not in known for name in wanted):
        return pl.DataFrame(schema={**{f"_{n}": pl.String for n in wanted}, "rows": pl.UInt32})
    filters = filters_of(plan, feed)
    asked = dict.fromkeys([*wanted, *sorted(filters.names)])
    listed = ", ".join(["_row", *(f"{known[n]} as {quote(f'_{n}')}" for n in asked)])
    found = staging.table(f"select {listed} from {quote(raw)} where _row <= {SAMPLED}")
    frame = pl.DataFrame(pl.from_arrow(found))
    kept, _ = filters.split(frame)
    counted = kept.group_by([f"_{n}" for n in wanted], maintain_order=True).agg(
        pl.len().alias("rows"), pl.col("_row").min().alias("_first")
    )
    ordered = counted.sort(["rows", "_first"], descending=[True, False])
    return ordered.drop("_first").head(DISTINCT)


def filters_of(plan: Plan, feed: Feed) -> RowFilters:
    """The filters of the feed; none where they cannot run, which is told elsewhere."""
    try:
        filters = RowFilters(feed.filters)
    except PlanError:
        return RowFilters(())
    return filters if filters.names <= columns_of(plan, feed).keys() else RowFilters(())


def preview(staging: Staging, plan: Plan, feed: Feed, row: FieldMapping, limit: int) -> Preview:
    """The values of a row before, between and after its steps; PlanError for steps that cannot
    run. Half of the lines at most are kept for values with a problem."""
    if row.sources:
        frame = sample(staging, plan, feed, row.sources)
        columns = [frame[f"_{name}"] for name in row.sources]
        counts = frame["rows"].to_list()
    else:
        columns = []
        counts = [staging.count(names.raw(plan.choice(feed.source, feed.table).no))]
        if row.steps and row.steps[0].transform in TRANSFORMS and _numbers(row.steps[0]):
            counts = [1] * min(limit, counts[0])
    lines = lines_of(row, columns, counts)
    if row.lookup is not None:
        lines = looked_up(staging, plan, row.lookup, lines)
    else:
        lines = _checked(staging, plan.target.schema.entity(feed.entity), row, lines)
    bad = [line for line in lines if line.severity]
    good = sorted((line for line in lines if not line.severity), key=_dull)
    shown = bad[: max(limit - len(good), limit // 2)]
    shown = good[: limit - len(shown)] + shown
    return Preview(tuple(shown), len(lines), min(SAMPLED, sum(counts)), len(bad))


def _numbers(step: Step) -> bool:
    return TRANSFORMS.get(step.transform).numbered


def _dull(line: PreviewLine) -> int:
    """Values that change tell the most, empty ones the least."""
    if not any(line.before) and line.before:
        return 2
    return int(line.after in line.before)


def lines_of(
    row: FieldMapping,
    columns: list[pl.Series],
    counts: Sequence[int],
    places: pl.Series | None = None,
) -> list[PreviewLine]:
    """The columns' values on their way through the steps, a line each; `counts` tells how many
    rows have them, `places` where the rows stand. PlanError for steps that cannot run."""
    width, height = len(columns), len(counts)
    applied = [
        compile_steps(row.steps[:n], sources=width, memo=_MEMO).apply(
            columns, rows=height, places=places
        )
        for n in range(1, len(row.steps) + 1)
    ] or [compile_steps((), sources=width).apply(columns, rows=height)]
    problems, failed_at = _first_problems(applied[-1]), _failed_at(applied)
    before = [column.to_list() for column in columns]
    stages = [one.values.to_list() for one in applied]
    fine = ("", Text("", ""))
    return [
        PreviewLine(
            before=tuple(column[n] for column in before),
            rows=int(count),
            stages=tuple(stage[n] for stage in stages) if row.steps else (),
            after=stages[-1][n],
            severity=problems.get(n, fine)[0],
            problem=problems.get(n, fine)[1],
            failed=failed_at.get(n, -1),
        )
        for n, count in enumerate(counts)
    ]


def _failed_at(applied: Sequence[Applied]) -> dict[int, int]:
    """The first step, counted from 0, that a row had trouble with."""
    found: dict[int, int] = {}
    for number, one in enumerate(applied):
        for index in one.issues["index"].to_list():
            found.setdefault(index, number)
    return found


def _first_problems(applied: Applied) -> dict[int, tuple[str, Text]]:
    found: dict[int, tuple[str, Text]] = {}
    for issue in applied.issues.to_dicts():
        words = issue_words(issue["code"], issue["value"], issue["detail"])
        found.setdefault(issue["index"], (issue["severity"], words))
    return found


def issue_words(code: str, value: str | None, detail: str | None, field: str = "") -> Text:
    """An issue as a sentence."""
    text = ISSUE_CODES[code].text
    said = {"value": value or "", "detail": detail or "", "field": field}
    return Text(text.en.format(**said), text.fa.format(**said))


def looked_up(
    staging: Staging, plan: Plan, lookup: Lookup, lines: list[PreviewLine]
) -> list[PreviewLine]:
    """The lines with what finds no record of the parent marked."""
    gone = missing(staging, plan, lookup, [line.after for line in lines])
    schema = plan.target.schema
    parents = [
        schema.entity(name) if schema.has(name) else Entity(name, ()) for name in lookup.entities
    ]
    en = " / ".join(parent.label or parent.name for parent in parents)
    fa = " / ".join(parent.label_fa or parent.label or parent.name for parent in parents)

    def words(value: str | None) -> Text:
        told = issue_words("lookup_not_found", value, en)
        return Text(told.en, issue_words("lookup_not_found", value, fa).fa)

    return [
        with_problem(line, words(line.after)) if line.after in gone and not line.severity else line
        for line in lines
    ]


def _checked(
    staging: Staging, entity: Entity, row: FieldMapping, lines: list[PreviewLine]
) -> list[PreviewLine]:
    """The lines with what the target's schema would say to their values."""
    field = next((f for f in entity.fields if f.name == row.target), None)
    if field is None or not lines:
        return lines
    told = schema_problems(staging, entity, {row.target: [line.after for line in lines]})
    return [
        line
        if line.severity or (n, row.target) not in told
        else with_problem(line, told[n, row.target])
        for n, line in enumerate(lines)
    ]


def with_problem(line: PreviewLine, words: Text) -> PreviewLine:
    return PreviewLine(
        line.before,
        line.rows,
        line.stages,
        line.after,
        str(Severity.ERROR),
        words,
        len(line.stages),
    )


def schema_problems(
    staging: Staging, entity: Entity, columns: Mapping[str, Sequence[str | None]]
) -> dict[tuple[int, str], Text]:
    """What the target's schema would say to values, by (place, field)."""
    fields = {f.name: f for f in entity.fields if f.name in columns}
    if not fields:
        return {}
    rows = zip(*(columns[name] for name in fields), strict=True)
    listed = ", ".join(
        f"({n}, {', '.join('NULL' if value is None else literal(value) for value in row)})"
        for n, row in enumerate(rows)
    )
    table = f"(select * from (values {listed}) as t(_gid, {', '.join(map(quote, fields))}))"
    needed = tuple(f.name for f in fields.values() if f.required and not f.generated)
    asked = {name: needed if name == "required" else tuple(fields) for name in _CHECKS}
    selects = []
    for name, some in asked.items():
        if some:
            check = CHECKS.get(name)
            context = CheckContext(table, entity, some, build_options(check, {}), {})
            selects.append(f"({check.select(context)})")
    found: dict[tuple[int, str], Text] = {}
    for index, name, code, value, detail in staging.rows(" union all ".join(selects)):
        field = fields[name]
        label = Text(field.label or name, field.label_fa or field.label or name)
        en = issue_words(code, value, detail, label.en).en
        fa = issue_words(code, value, detail, label.fa).fa
        found.setdefault((int(index), name), Text(en, fa))
    return found
