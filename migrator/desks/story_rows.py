"""The way of one source row: its values, every transform, every cleansing step, replayed."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from migrator.desks.story_issues import issue_lines, issue_text
from migrator.desks.story_tables import Row, Tables, field_label
from migrator.errors import PlanError
from migrator.model.mapping import Feed, FieldMapping, Step, lineage
from migrator.model.plan import TableChoice
from migrator.model.recipe import RecipeStep
from migrator.model.text import Text
from migrator.model.views.story import FieldTrace, RowTrace, StepTrace, Value
from migrator.store import names
from migrator.transforms import TRANSFORMS
from migrator.transforms.runner import compile_steps


def row_trace(tables: Tables, feed: Feed, rid: int) -> RowTrace:
    """The row `rid` of a feed, from the source to what cleansing made of it."""
    ordinal = lineage(rid)[1]
    choice = tables.plan.choice(feed.source, feed.table)
    raw = _raw(tables, choice, ordinal)
    where = f"_rid = {rid}"
    gone = tables.one(names.excluded(feed.entity), where)
    mapped = tables.one(names.mapped(feed.entity), where)
    return RowTrace(
        rid=rid,
        source=feed.source,
        table=feed.table,
        ordinal=ordinal,
        key=str(mapped["_key"]) if mapped else "",
        values=tuple(raw.items()),
        fields=() if mapped is None else _fields(tables, feed, raw, mapped),
        left_out=str(gone["reason"]) if gone and mapped is None else "",
        issues=tuple(
            line
            for stage in ("map", "cleanse")
            for line in issue_lines(tables, feed.entity, stage, rid)
        ),
    )


def _raw(tables: Tables, choice: TableChoice, ordinal: int) -> dict[str, Value]:
    """The source values by column name."""
    found = tables.one(names.raw(choice.no), f"_row = {ordinal}") or {}
    return {c.name: found.get(f"c{n}") for n, c in enumerate(choice.table.columns, 1)}


def _fields(
    tables: Tables, feed: Feed, raw: dict[str, Value], mapped: Row
) -> tuple[FieldTrace, ...]:
    entity = feed.entity
    clean = tables.one(names.clean(entity), f"_rid = {int(mapped['_rid'])}")
    steps = [s for r in tables.plan.recipes if r.entity == entity for s in r.steps if s.enabled]
    values = {name: value for name, value in mapped.items() if not name.startswith("_")}
    cleansing, cleaned = _cleansing(steps, values)
    rows = {row.target: row for row in feed.fields}
    found = []
    for name, value in values.items():
        row = rows.get(name)
        mapping, made = _mapping(row, raw) if row else ((), None)
        end = clean.get(name) if clean else value
        agrees = made == value and (clean is None or cleaned.get(name) == end)
        sources = tuple((column, raw.get(column)) for column in row.sources) if row else ()
        if row is None and end is None and name not in cleansing:
            continue  # another feed maps it, this one has nothing for it
        label = field_label(tables.plan, entity, name)
        changes = tuple(cleansing.get(name, ()))
        found.append(FieldTrace(name, label, sources, mapping, changes, end, agrees))
    return tuple(found)


def _mapping(row: FieldMapping, raw: dict[str, Value]) -> tuple[tuple[StepTrace, ...], Value]:
    """Every transform of a row of the document, and the value at the end."""
    given = [raw.get(name) for name in row.sources]
    value: Value = next((one for one in given if one is not None), None)
    traces: list[StepTrace] = []
    told = 0
    for number in range(1, len(row.steps) + 1):
        before = value if number > 1 else _shown(given)
        try:
            value, troubles = _apply(row.steps[:number], given, row.target)
        except PlanError as error:  # a transform that this version does not know
            traces.append(
                StepTrace(_title(row.steps[number - 1]), before, None, Text.of(str(error)))
            )
            return tuple(traces), None
        trouble = troubles[told] if len(troubles) > told else None
        told = len(troubles)
        traces.append(StepTrace(_title(row.steps[number - 1]), before, value, trouble))
    return tuple(traces), value


def _cleansing(
    steps: Sequence[RecipeStep], mapped: dict[str, Value]
) -> tuple[dict[str, list[StepTrace]], dict[str, Value]]:
    """The steps that changed something or failed, by field; and the values at the end."""
    values = dict(mapped)
    found: dict[str, list[StepTrace]] = {}
    for step in steps:
        if not {*step.reads, step.writes} <= values.keys():
            continue
        before = values[step.writes]
        given = [values[name] for name in step.reads]
        try:
            after, troubles = _apply((step.step,), given, step.writes)
        except PlanError:
            continue
        values[step.writes] = after
        trouble = troubles[0] if troubles else None
        if after != before or trouble is not None:
            trace = StepTrace(_title(step.step), before, after, trouble)
            found.setdefault(step.writes, []).append(trace)
    return found, values


def _apply(steps: Sequence[Step], given: Sequence[Value], field: str) -> tuple[Value, list[Text]]:
    """The value after the steps, as the engine itself works it out, and the issues on the way."""
    chain = compile_steps(steps, sources=len(given))
    applied = chain.apply([pl.Series([v], dtype=pl.String) for v in given], rows=1)
    troubles = [
        issue_text(one["code"], field, one["value"], one["detail"])
        for one in applied.issues.iter_rows(named=True)
    ]
    value: Value = applied.values[0]
    return value, troubles


def _title(step: Step) -> Text:
    return (
        TRANSFORMS.get(step.transform).title
        if step.transform in TRANSFORMS
        else Text.of(step.transform)
    )


def _shown(given: Sequence[Value]) -> Value:
    """What went in: one value, or several side by side."""
    if len(given) == 1:
        return given[0]
    filled = [one for one in given if one is not None]
    return " | ".join(filled) if filled else None
