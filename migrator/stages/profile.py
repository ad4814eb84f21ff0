"""Profile: what the columns of every snapshot hold, what identifies a row, how tables tie up."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from migrator.model.codec import from_data, to_data
from migrator.model.plan import TableChoice
from migrator.model.profile import ColumnProfile, TableProfile, Tie
from migrator.model.reports import StageReport
from migrator.progress import NULL_PROGRESS, Progress
from migrator.stages import profile_sql as sql
from migrator.stages.profile_chosen import as_chosen
from migrator.stages.profile_columns import Overview, read_columns
from migrator.stages.profile_ties import Profiled, find_ties
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging

VERSION = 2

# Pairs of columns tried as a key when no single column is one.
_MOST_PAIRS = 10


@dataclass(frozen=True)
class ProfileSection:
    """The snapshots to look at: (source id, table) of every kept table."""

    tables: tuple[tuple[str, TableChoice], ...]


def run(staging: Staging, section: ProfileSection, progress: Progress) -> StageReport:
    """Profile every snapshot and the ties between them. Writes no table.

    Facts: `tables` maps `<source>/<table>` to a TableProfile as data, `ties` lists Tie as data;
    `profiles` and `ties` turn them back. `attention` counts odd columns and ties with orphans.
    """
    started = time.monotonic()
    profiled = []
    for source, choice in section.tables:
        label = f"{source}/{choice.table.name}"
        columns = [(f"c{n}", c.name) for n, c in enumerate(choice.table.columns, 1)]
        found = profile_relation(
            staging, names.raw(choice.no), columns, name=label, progress=progress
        )
        profiled.append(Profiled(source, choice, as_chosen(found, choice.table.columns)))
    found_ties = find_ties(staging, profiled, progress)
    tables = [one.profile for one in profiled]
    return StageReport(
        stage="profile",
        facts={
            "tables": {table.name: to_data(table) for table in tables},
            "ties": [to_data(tie) for tie in found_ties],
        },
        attention=sum(bool(column.odd) for table in tables for column in table.columns)
        + sum(tie.orphans > 0 for tie in found_ties),
        seconds=time.monotonic() - started,
    )


def profiles(report: StageReport) -> dict[str, TableProfile]:
    """The table profiles of a report of `run`, by `<source>/<table>`."""
    return {name: from_data(TableProfile, data) for name, data in report.facts["tables"].items()}


def ties(report: StageReport) -> list[Tie]:
    """The relationships of a report of `run`, declared ones first."""
    return [from_data(Tie, data) for data in report.facts["ties"]]


def writes(section: ProfileSection) -> list[str]:  # noqa: ARG001
    """The logical tables that `run` writes: none, its result is the report."""
    return []


def profile_relation(
    staging: Staging,
    relation: str,
    columns: Sequence[tuple[str, str]],
    *,
    name: str = "",
    progress: Progress = NULL_PROGRESS,
) -> TableProfile:
    """Profile any staging table: `columns` pairs a VARCHAR column with the name people know.

    A table that does not exist gives a profile without rows.
    """
    label = name or relation
    if not staging.exists(relation) or not columns:
        empty = (ColumnProfile(c, 0, 0, 0, 0) for _, c in columns)
        return TableProfile(label, staging.count(relation), tuple(empty))
    rows, seen = _overview(staging, relation, [column for column, _ in columns])
    done: list[ColumnProfile] = []
    for found in read_columns(staging, relation, columns, seen):
        progress.update(len(done), len(columns), f"profile {label}")
        done.append(found)
    progress.update(len(columns), len(columns), f"profile {label}")
    keys = _keys(staging, relation, columns, done)
    return TableProfile(
        name=label,
        rows=rows,
        columns=tuple(done),
        keys=keys,
        duplicate_rows=0
        if keys or any(c.unique for c in done)
        else _duplicates(staging, relation, [c for c, _ in columns]),
    )


def _overview(
    staging: Staging, relation: str, columns: Sequence[str]
) -> tuple[int, list[Overview]]:
    rows, *numbers = staging.rows(sql.overview(relation, columns))[0]
    groups: list[list[Any]] = [numbers[at : at + 5] for at in range(0, len(numbers), 5)]
    return int(rows), [
        Overview(int(rows), int(filled), int(estimate), shortest, longest, int(size))
        for filled, estimate, shortest, longest, size in groups
    ]


def _keys(
    staging: Staging,
    relation: str,
    columns: Sequence[tuple[str, str]],
    done: Sequence[ColumnProfile],
) -> tuple[tuple[str, ...], ...]:
    unique = [c for c in done if c.unique and c.meaning not in _NO_KEYS]
    single = tuple((c.name,) for c in sorted(unique, key=lambda c: c.meaning not in _KEYLIKE))
    rows = done[0].rows
    if single or rows < 2:
        return single
    likely = [
        (column, profile)
        for (column, _), profile in zip(columns, done, strict=True)
        if profile.exact and profile.filled == rows and profile.meaning in _KEYLIKE
    ]
    pairs = [
        (left, right)
        for left, right in combinations(likely, 2)
        if left[1].distinct * right[1].distinct >= rows
    ][:_MOST_PAIRS]
    found = []
    for (left, first), (right, second) in pairs:
        both = f"{quote(left)}, {quote(right)}"
        distinct = staging.scalar(
            f"select count(*) from (select {both} from {quote(relation)} group by all)"
        )
        if distinct == rows:
            found.append((first.name, second.name))
    return tuple(found)


_KEYLIKE = frozenset({"id", "reference", "code", "number", "date", "datetime"})
# Long texts and pictures may happen to differ in every row; nobody would call them a key.
_NO_KEYS = frozenset({"note", "binary", "address"})


def _duplicates(staging: Staging, relation: str, columns: Sequence[str]) -> int:
    # Two 64-bit hashes per row instead of the row: the chance of a false twin among a million
    # rows is below 1e-26, and the memory is that of two numbers.
    listed = ", ".join(quote(column) for column in columns)
    return int(
        staging.scalar(
            f"""select coalesce(sum(n - 1), 0) from (select count(*) as n from
                (select hash({listed}) as h, hash('again', {listed}) as g from {quote(relation)})
                group by h, g having count(*) > 1)"""
        )
    )
