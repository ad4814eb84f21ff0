"""Real values on their way through the steps of a row, worked out on a part of the snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from migrator.advice.picklists import value_map
from migrator.checks import CHECKS
from migrator.checks.base import CheckContext
from migrator.desks.mapping_edits import map_step
from migrator.errors import PlanError
from migrator.model.issues import ISSUE_CODES, Severity
from migrator.model.mapping import Feed, FieldMapping, Filter, Step
from migrator.model.plan import Plan
from migrator.model.schema import Entity, Field
from migrator.model.text import Text
from migrator.model.views.mapping import (
    FilterEffect,
    Preview,
    PreviewLine,
    ValueLine,
    ValueSheet,
)
from migrator.stages.row_filters import RowFilters
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging
from migrator.transforms.compiling import build_options
from migrator.transforms.memo import Memo
from migrator.transforms.runner import Applied, compile_steps

SAMPLED = 5_000  # rows of the snapshot that are looked at
DISTINCT = 400  # different values that go through the steps
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
    filters = _filters(feed)
    asked = dict.fromkeys([*wanted, *sorted(filters.names & known.keys())])
    listed = ", ".join(["_row", *(f"{known[n]} as {quote(f'_{n}')}" for n in asked)])
    found = staging.table(f"select {listed} from {quote(raw)} where _row <= {SAMPLED}")
    frame = pl.DataFrame(pl.from_arrow(found))
    kept, _ = filters.split(frame)
    counted = kept.group_by([f"_{n}" for n in wanted], maintain_order=True).agg(
        pl.len().alias("rows"), pl.col("_row").min().alias("_first")
    )
    ordered = counted.sort(["rows", "_first"], descending=[True, False])
    return ordered.drop("_first").head(DISTINCT)


def _filters(feed: Feed) -> RowFilters:
    try:
        return RowFilters(feed.filters)
    except PlanError:
        return RowFilters(())  # a filter that cannot run is told elsewhere


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
    lines = _lines(row, columns, counts)
    lines = _checked(staging, plan.target.schema.entity(feed.entity), row, lines)
    bad = [line for line in lines if line.severity]
    good = sorted((line for line in lines if not line.severity), key=_dull)
    shown = bad[: max(limit - len(good), limit // 2)]
    shown = good[: limit - len(shown)] + shown
    return Preview(tuple(shown), len(lines), min(SAMPLED, sum(counts)), len(bad))


def _dull(line: PreviewLine) -> int:
    """Values that change tell the most, empty ones the least."""
    if not any(line.before) and line.before:
        return 2
    return int(line.after in line.before)


def _lines(row: FieldMapping, columns: list[pl.Series], counts: Sequence[int]) -> list[PreviewLine]:
    height, memo = len(counts), Memo()
    if not row.steps and len(columns) == 1:
        stages: list[list[str | None]] = []
        last = Applied(columns[0], pl.DataFrame())
    else:
        applied = [
            compile_steps(row.steps[: n + 1], sources=len(row.sources), memo=memo).apply(
                columns, rows=height
            )
            for n in range(len(row.steps))
        ]
        if not applied:
            raise PlanError("The row has no steps.", hint="Add a step, or map a column.")
        stages, last = [one.values.to_list() for one in applied], applied[-1]
        failed_at = _failed_at(applied)
    problems = _first_problems(last)
    before = [column.to_list() for column in columns]
    after = last.values.to_list()
    lines = []
    for n, count in enumerate(counts):
        severity, words = problems.get(n, ("", Text("", "")))
        lines.append(
            PreviewLine(
                before=tuple(column[n] for column in before),
                rows=int(count),
                stages=tuple(stage[n] for stage in stages),
                after=after[n],
                severity=severity,
                problem=words,
                failed=failed_at.get(n, -1) if problems else -1,
            )
        )
    return lines


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


def _checked(
    staging: Staging, entity: Entity, row: FieldMapping, lines: list[PreviewLine]
) -> list[PreviewLine]:
    """The lines with what the target's schema would say to their values. What a lookup holds is
    not its value yet: it goes unchecked."""
    field = next((f for f in entity.fields if f.name == row.target), None)
    if row.lookup or field is None or not lines:
        return lines
    told = _schema_problems(staging, entity, field, [line.after for line in lines])
    return [
        line if line.severity or n not in told else _with_problem(line, told[n])
        for n, line in enumerate(lines)
    ]


def _with_problem(line: PreviewLine, words: Text) -> PreviewLine:
    return PreviewLine(
        line.before,
        line.rows,
        line.stages,
        line.after,
        str(Severity.ERROR),
        words,
        len(line.stages),
    )


def _schema_problems(
    staging: Staging, entity: Entity, field: Field, values: Sequence[str | None]
) -> dict[int, Text]:
    listed = ", ".join(
        f"({n}, {'NULL' if value is None else literal(value)})" for n, value in enumerate(values)
    )
    table = f"(select * from (values {listed}) as t(_gid, {quote(field.name)}))"
    needed = field.required and not field.generated
    selects = []
    for name in _CHECKS if needed else _CHECKS[1:]:
        check = CHECKS.get(name)
        context = CheckContext(table, entity, (field.name,), build_options(check, {}), {})
        selects.append(f"({check.select(context)})")
    label = Text(field.label or field.name, field.label_fa or field.label or field.name)
    found: dict[int, Text] = {}
    for index, _, code, value, detail in staging.rows(" union all ".join(selects)):
        en = issue_words(code, value, detail, label.en).en
        found.setdefault(int(index), Text(en, issue_words(code, value, detail, label.fa).fa))
    return found


# -- value maps


def values(staging: Staging, plan: Plan, feed: Feed, row: FieldMapping, limit: int) -> ValueSheet:
    """The values that reach the row's value map, whole snapshot, with what becomes of them."""
    at = map_step(row.steps)
    before = row.steps[: at if at >= 0 else len(row.steps)]
    counted = _reaching(staging, plan, feed, row, before)
    field = plan.target.schema.entity(feed.entity).field(row.target)
    header = row.sources[0] if row.sources else ""
    proposed = value_map(header, [value for value, _ in counted], field)
    options: Mapping[str, Any] = row.steps[at].options if at >= 0 else {}
    to = _mapped(row.steps[at], [v for v, _ in counted]) if at >= 0 else {}
    lines = [
        ValueLine(value, rows, to.get(value), proposed.get(value, "")) for value, rows in counted
    ]
    lines.sort(key=lambda line: (line.to is not None, -line.rows))
    return ValueSheet(
        lines=tuple(lines[:limit]),
        step=at,
        more=max(0, len(lines) - limit),
        default=str(options.get("default", "issue")),
        default_value=str(options.get("default_value", "")),
    )


def _reaching(
    staging: Staging, plan: Plan, feed: Feed, row: FieldMapping, steps: Sequence[Step]
) -> list[tuple[str, int]]:
    raw = names.raw(plan.choice(feed.source, feed.table).no)
    known = columns_of(plan, feed)
    if not row.sources or not staging.exists(raw):
        return []
    listed = ", ".join(known[name] for name in row.sources)
    found = staging.table(
        f"select {listed}, count(*) as n from {quote(raw)} group by all order by n desc"
        f" limit {SAMPLED}"
    )
    frame = pl.DataFrame(pl.from_arrow(found))
    columns = [frame[known[name]] for name in row.sources]
    if steps:
        reached = compile_steps(steps, sources=len(columns)).apply(columns).values
    else:
        reached = columns[0]
    counted = (
        pl.DataFrame({"value": reached, "n": frame["n"]})
        .filter(pl.col("value").is_not_null() & (pl.col("value").str.strip_chars() != ""))
        .group_by("value", maintain_order=True)
        .agg(pl.col("n").sum())
        .sort("n", descending=True, maintain_order=True)
    )
    return [(value, int(n)) for value, n in counted.iter_rows()]


def _mapped(step: Step, asked: Sequence[str]) -> dict[str, str | None]:
    """What the map says to each value it knows, loosely compared as the step itself does."""
    strict = Step(step.transform, {**step.options, "default": "issue"})
    applied = compile_steps([strict]).apply([pl.Series("v", asked, dtype=pl.String)])
    unknown = set(applied.issues["index"].to_list())
    results = zip(asked, applied.values.to_list(), strict=True)
    return {v: to or "" for n, (v, to) in enumerate(results) if n not in unknown}


# -- filters


def filter_effect(
    staging: Staging, plan: Plan, feed: Feed, expression: str, limit: int
) -> FilterEffect:
    """What a filter would leave out of the first rows; PlanError for one that cannot run."""
    filters = RowFilters((Filter(expression, "-"),))
    known = columns_of(plan, feed)
    gone = sorted(filters.names - known.keys())
    if gone:
        raise PlanError(
            f"The table {feed.table} has no column {gone[0]!r}.",
            hint="Write the columns as field('name').",
        )
    used = tuple(name for name in known if name in filters.names)
    raw = names.raw(plan.choice(feed.source, feed.table).no)
    if not staging.exists(raw):
        return FilterEffect(0, 0, used)
    listed = ", ".join(["_row", *(f"{known[n]} as {quote(f'_{n}')}" for n in used)])
    frame = pl.DataFrame(pl.from_arrow(staging.table(f"select {listed} from {quote(raw)}")))
    _, hit = filters.split(frame)
    shown = hit.select([f"_{name}" for name in used]).head(limit) if used else pl.DataFrame()
    return FilterEffect(hit.height, frame.height, used, tuple(shown.rows()))
