"""One row of the snapshot on its way through all fields of a feed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import polars as pl

from migrator.desks.error_words import problem_text
from migrator.desks.mapping_lookups import exact_key, key_sql
from migrator.desks.mapping_preview import (
    columns_of,
    filters_of,
    lines_of,
    looked_up,
    schema_problems,
    with_problem,
)
from migrator.errors import PlanError
from migrator.model.issues import Severity
from migrator.model.mapping import Feed, FieldMapping
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.model.views.mapping import PreviewLine, RecordPreview
from migrator.store import names
from migrator.store.names import literal, quote
from migrator.store.staging import Staging


@dataclass(frozen=True)
class Wanted:
    """Which row: the one with this `key`, else the nearest to place `row`, `after` or before it."""

    row: int = 0
    key: str = ""
    after: bool = True


def record(staging: Staging, plan: Plan, feed: Feed, wanted: Wanted) -> RecordPreview:
    """The row through all fields, in the order of the target's. An empty preview where there is no
    snapshot or no row; PlanError for a key that no row has. Steps that cannot run are the problem
    of their field only."""
    raw = names.raw(plan.choice(feed.source, feed.table).no)
    rows = staging.count(raw)
    place = _place(staging, plan, feed, (raw, wanted)) if rows else 0
    if not place:
        return RecordPreview(rows=rows)
    known = columns_of(plan, feed)
    listed = ", ".join(["_row", *(f"{column} as {quote(f'_{n}')}" for n, column in known.items())])
    found = staging.table(f"select {listed} from {quote(raw)} where _row = {place}")
    frame = pl.DataFrame(pl.from_arrow(found))
    lines = {row.target: _line(row, frame, known) for row in feed.fields}
    checked = _checked(staging, plan, feed, lines)
    order = [f.name for f in plan.target.schema.entity(feed.entity).fields]
    return RecordPreview(
        row=place,
        key="|".join((frame[f"_{name}"][0] or "").strip() for name in feed.key),
        left_out=_left_out(plan, feed, frame),
        fields=tuple((name, checked[name]) for name in order if name in checked),
        rows=rows,
    )


def _place(staging: Staging, plan: Plan, feed: Feed, asked: tuple[str, Wanted]) -> int:
    raw, wanted = quote(asked[0]), asked[1]
    if wanted.key and feed.key:
        found = None
        for key in filter(None, (exact_key(plan, feed), key_sql(plan, feed))):
            if found is None:  # as it is written first: that is quick
                sql = f"select min(_row) from {raw} where {key} = {literal(wanted.key)}"
                found = staging.rows(sql)[0][0]
    elif wanted.key and wanted.key.isdecimal():
        found = staging.rows(f"select _row from {raw} where _row = {int(wanted.key)}")
        found = found[0][0] if found else None
    elif wanted.key:
        found = None
    else:
        best, way = ("min", ">=") if wanted.after else ("max", "<=")
        sql = f"select {best}(_row) from {raw}"
        found = staging.rows(f"{sql} where _row {way} {int(wanted.row)}")[0][0]
        if found is None:  # beyond the end: the last one that way
            found = staging.rows(f"select {'max' if wanted.after else 'min'}(_row) from {raw}")[0][
                0
            ]
    if found is None:
        raise PlanError(
            Text(
                f"No row of {feed.table} has the key {wanted.key!r}.",
                f"هیچ ردیفی از {feed.table} کلید «{wanted.key}» ندارد.",
            ),
            hint=Text(
                "Write the key as it stands in the source.",
                "کلید را همان‌طور که در مبدأ است بنویسید.",
            ),
        )
    return int(found)


def _line(row: FieldMapping, frame: pl.DataFrame, known: Mapping[str, str]) -> PreviewLine:
    if any(name not in known for name in row.sources):
        gone = next(name for name in row.sources if name not in known)
        told = Text(f"The column {gone!r} is not there any more.", f"ستون «{gone}» دیگر نیست.")
        return PreviewLine((), 1, (), None, str(Severity.ERROR), told, 0)
    columns = [frame[f"_{name}"] for name in row.sources]
    try:
        return lines_of(row, columns, [1], frame["_row"])[0]
    except PlanError as error:
        before = tuple(column[0] for column in columns)
        words = problem_text(" ".join(error.details.get("problems") or [str(error)]))
        return PreviewLine(before, 1, (), None, str(Severity.ERROR), words, 0)


def _checked(
    staging: Staging, plan: Plan, feed: Feed, lines: dict[str, PreviewLine]
) -> dict[str, PreviewLine]:
    """The lines with what the parents' snapshots and the target's schema would say."""
    looked = {row.target: row.lookup for row in feed.fields if row.lookup}
    found = {}
    for name, line in lines.items():
        lookup = looked.get(name)
        found[name] = looked_up(staging, plan, lookup, [line])[0] if lookup else line
    plain = {name: [line.after] for name, line in found.items() if name not in looked}
    entity = plan.target.schema.entity(feed.entity)
    told = schema_problems(staging, entity, plain)
    return {
        name: with_problem(line, told[0, name])
        if (0, name) in told and not line.severity
        else replace(line, rows=1)
        for name, line in found.items()
    }


def _left_out(plan: Plan, feed: Feed, frame: pl.DataFrame) -> str:
    _, gone = filters_of(plan, feed).split(frame)
    return str(gone["reason"][0]) if gone.height else ""
