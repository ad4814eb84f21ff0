"""What reaches a value map, and what a filter leaves out: whole snapshots, asked on purpose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from migrator.advice.picklists import proposals
from migrator.desks.mapping_edits import map_step
from migrator.desks.mapping_preview import SAMPLED, columns_of, filters_of
from migrator.errors import PlanError
from migrator.mapping_names import no_column
from migrator.model.mapping import Feed, FieldMapping, Filter, Step
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.model.views.mapping import FilterEffect, ValueLine, ValueSheet
from migrator.stages.row_filters import RowFilters
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging
from migrator.transforms.runner import compile_steps

# -- value maps


def values(staging: Staging, plan: Plan, feed: Feed, row: FieldMapping, limit: int) -> ValueSheet:
    """The values that reach the row's value map in the rows that the feed takes, whole snapshot,
    with what becomes of them."""
    at = map_step(row.steps)
    before = row.steps[: at if at >= 0 else len(row.steps)]
    counted = _reaching(staging, plan, feed, row, before)
    field = plan.target.schema.entity(feed.entity).field(row.target)
    header = row.sources[0] if row.sources else ""
    proposed = proposals(header, [value for value, _ in counted], field)
    options: Mapping[str, Any] = row.steps[at].options if at >= 0 else {}
    to = _mapped(row.steps[at], [v for v, _ in counted]) if at >= 0 else {}
    lines = [
        ValueLine(value, rows, to.get(value), *proposed.get(value, ("", 0.0)))
        for value, rows in counted
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
    gone = any(name not in known for name in row.sources)
    if gone or not row.sources or not staging.exists(raw):
        return []
    filters = filters_of(plan, feed)
    asked = dict.fromkeys([*row.sources, *sorted(filters.names)])
    listed = ", ".join(f"{known[name]} as {quote(f'_{name}')}" for name in asked)
    found = staging.table(
        f"select {listed}, count(*) as n from {quote(raw)} group by all order by n desc"
        f" limit {SAMPLED}"
    )
    frame, _ = filters.split(pl.DataFrame(pl.from_arrow(found)))
    columns = [frame[f"_{name}"] for name in row.sources]
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
            no_column(feed.table, gone[0], list(known)),
            hint=Text("Write columns as field('name').", "ستون‌ها را به شکل field('name') بنویسید."),
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
