"""Map: the mapping document, run. Source rows become rows of an entity, field by field."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import polars as pl
import pyarrow as pa

from migrator.errors import PlanError
from migrator.model.dormant import filled_fields
from migrator.model.mapping import ROW_BITS, Feed, FieldMapping
from migrator.model.plan import TableChoice
from migrator.model.reports import StageReport
from migrator.model.text import Text
from migrator.progress import Progress
from migrator.stages.issue_frames import IssueFrames
from migrator.stages.row_filters import RowFilters
from migrator.store import names
from migrator.store.staging import Staging
from migrator.transforms.memo import Memo
from migrator.transforms.runner import Chain, compile_steps

VERSION = 1


@dataclass(frozen=True)
class MapSection:
    """The feeds in order, and the snapshot that each of them reads (by feed id)."""

    feeds: tuple[Feed, ...]
    tables: dict[str, TableChoice]

    def entities(self) -> list[str]:
        """Entities in the order in which feeds first name them."""
        return list(dict.fromkeys(feed.entity for feed in self.feeds))

    def fields(self, entity: str) -> list[str]:
        """Target fields of an entity that at least one feed fills, in document order."""
        return list(filled_fields(feed for feed in self.feeds if feed.entity == entity))


@dataclass
class _Compiled:
    """One feed, ready to run: raw columns it needs, filters, and a chain per field."""

    feed: Feed
    raw: str
    columns: dict[str, str]  # source column name -> c<n>
    filters: RowFilters
    chains: list[tuple[FieldMapping, Chain]] = field(default_factory=list)

    def needed(self) -> list[str]:
        wanted = {name for row, _ in self.chains for name in row.sources}
        wanted |= set(self.feed.key) | self.filters.names
        return [name for name in self.columns if name in wanted]


def run(staging: Staging, section: MapSection, progress: Progress) -> StageReport:
    """Compile the whole document first (all problems at once, PlanError), then stream every feed.

    Writes mapped_<entity>, excluded_<entity>, issues_map_<entity>. Facts: per feed rows and
    excluded, per entity issues.
    """
    started = time.monotonic()
    compiled = _compile(section)
    rows: dict[str, int] = {}
    facts: dict[str, Any] = {"issues": {}, "excluded": {}}
    for entity in section.entities():
        feeds = [one for one in compiled if one.feed.entity == entity]
        issues = IssueFrames()
        left_out: list[pa.Table] = []
        schema = _schema(section.fields(entity))
        stream = _stream(staging, feeds, schema, issues, left_out, progress)
        rows[entity] = staging.write(names.mapped(entity), schema, stream)
        facts["issues"][entity] = issues.write(staging, names.issues("map", entity))
        facts["excluded"][entity] = _write_excluded(staging, entity, left_out)
    return StageReport(
        stage="map",
        rows=rows,
        facts=facts,
        attention=sum(facts["issues"].values()),
        seconds=time.monotonic() - started,
    )


def writes(feeds: tuple[Feed, ...]) -> list[str]:
    """The logical tables that `run` writes."""
    entities = dict.fromkeys(feed.entity for feed in feeds)
    return [
        name
        for entity in entities
        for name in (names.mapped(entity), names.excluded(entity), names.issues("map", entity))
    ]


def _compile(section: MapSection) -> list[_Compiled]:
    problems: list[str] = []
    compiled = []
    memo = Memo()
    for feed in section.feeds:
        choice = section.tables[feed.id]
        columns = {c.name: f"c{n}" for n, c in enumerate(choice.table.columns, 1)}
        try:
            filters = RowFilters(feed.filters)
        except PlanError as error:
            problems += [f"{feed.id}: {p}" for p in error.details.get("problems", [str(error)])]
            filters = RowFilters(())
        one = _Compiled(feed, names.raw(choice.no), columns, filters)
        for row in feed.fields:
            try:
                chain = compile_steps(row.steps, sources=len(row.sources), memo=memo)
                one.chains.append((row, chain))
            except PlanError as error:
                told = error.details.get("problems", [str(error)])
                problems += [f"{feed.id}.{row.target}: {p}" for p in told]
        for name in dict.fromkeys([*feed.key, *(s for row in feed.fields for s in row.sources)]):
            if name not in columns:
                problems.append(f"{feed.id}: the table {choice.table.name} has no column {name!r}")
        compiled.append(one)
    if problems:
        some, more = problems[:5], len(problems) - 5
        raise PlanError(
            Text(
                f"The mapping cannot run: {'; '.join(some)}"
                + (f"; and {more} more." if more > 0 else "."),
                f"نگاشت اجرا نمی‌شود: {'؛ '.join(problems[:5])}"
                + (f"؛ و {more} مورد دیگر." if more > 0 else "."),
            ),
            hint=Text(
                "Correct these rows of the mapping document.", "این ردیف‌های سند نگاشت را درست کنید."
            ),
            problems=problems,
        )
    return compiled


def _schema(fields: list[str]) -> pa.Schema:
    own = [("_rid", pa.int64()), ("_key", pa.string())]
    return pa.schema(own + [(name, pa.string()) for name in fields])


def _stream(
    staging: Staging,
    feeds: list[_Compiled],
    schema: pa.Schema,
    issues: IssueFrames,
    left_out: list[pa.Table],
    progress: Progress,
) -> Iterator[pa.RecordBatch]:
    for one in feeds:
        done, total = 0, staging.count(one.raw)
        needed = one.needed()
        listed = ", ".join(
            ["_row", *(f"{one.columns[n]} as {names.quote(f'_{n}')}" for n in needed)]
        )
        for batch in staging.arrow(f"select {listed} from {names.quote(one.raw)}"):
            frame = pl.DataFrame(pl.from_arrow(batch))
            done += frame.height
            kept, gone = one.filters.split(frame)
            left_out.append(_excluded(one.feed, gone))
            if kept.height:
                yield from _rows(one, kept, schema, issues)
            progress.update(done, total, f"map {one.feed.id}")


def _rows(
    one: _Compiled, frame: pl.DataFrame, schema: pa.Schema, issues: IssueFrames
) -> list[pa.RecordBatch]:
    rids = frame["_row"] + (one.feed.no << ROW_BITS)
    out: dict[str, pl.Series] = {"_rid": rids, "_key": _keys(one.feed, frame)}
    height = frame.height
    for row, chain in one.chains:
        given = [frame[f"_{name}"] for name in row.sources]
        applied = chain.apply(given, rows=height, places=frame["_row"])
        out[row.target] = applied.values
        issues.add(row.target, rids, applied.issues)
    for name in schema.names:
        if name not in out:
            out[name] = pl.Series(name, [None], dtype=pl.String).new_from_index(0, height)
    arrays = [out[name].to_arrow().cast(schema.field(name).type) for name in schema.names]
    return [pa.RecordBatch.from_arrays(arrays, schema=schema)]


def _keys(feed: Feed, frame: pl.DataFrame) -> pl.Series:
    """The source key: the key columns trimmed and joined by `|`; without a key, or where it is
    empty, `#` and the row's ordinal."""
    ordinal = pl.concat_str([pl.lit("#"), pl.col("_row").cast(pl.String)])
    if not feed.key:
        return frame.select(ordinal.alias("_key"))["_key"]
    parts = [pl.col(f"_{name}").str.strip_chars().fill_null("") for name in feed.key]
    joined = pl.concat_str(parts, separator="|")
    empty = pl.all_horizontal([part == "" for part in parts])
    return frame.select(pl.when(empty).then(ordinal).otherwise(joined).alias("_key"))["_key"]


_EXCLUDED = pa.schema([("_rid", pa.int64()), ("reason", pa.string())])


def _excluded(feed: Feed, gone: pl.DataFrame) -> pa.Table:
    frame = gone.select((pl.col("_row") + (feed.no << ROW_BITS)).alias("_rid"), pl.col("reason"))
    return frame.to_arrow().cast(_EXCLUDED)


def _write_excluded(staging: Staging, entity: str, left_out: list[pa.Table]) -> int:
    batches = [batch for table in left_out for batch in table.to_batches()]
    return staging.write(names.excluded(entity), _EXCLUDED, batches)
