"""Differences planted at random in many records: all of them are found, and nothing else.

KOOCH_PLANTED sets the records (1,000,000 in the long run)."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl
import pyarrow as pa
import pytest

from migrator.model.schema import Entity, Field, FieldType, Schema
from migrator.progress import NULL_PROGRESS
from migrator.stages import reconcile
from migrator.stages.reconcile import ReconcileSection
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging

RECORDS = int(os.environ.get("KOOCH_PLANTED", "20000"))
SHARE = 0.001  # of all fields
FEW = max(5, RECORDS // 2_000)  # missing, extra, swapped
PERSON = Entity(
    "person",
    (
        Field("name"),
        Field("city"),
        Field("country", meaning="country"),
        Field("statuscode", FieldType.INTEGER, meaning="status"),
        Field("credit", FieldType.DECIMAL),
        Field("createdon", FieldType.DATETIME),
    ),
)
FIELDS = [field.name for field in PERSON.fields]

pytestmark = pytest.mark.timeout(max(120, RECORDS // 1_000))


class Held:
    """A target that holds one table."""

    def __init__(self, table: pl.DataFrame) -> None:
        self.table = table

    def schema(self) -> Schema:
        return Schema((PERSON,))

    def count(self, entity: Entity) -> int:  # noqa: ARG002
        return self.table.height

    def read_back(
        self,
        entity: Entity,  # noqa: ARG002
        fields: Sequence[str],
        only_ours: bool = True,  # noqa: ARG002
    ) -> Iterator[pa.RecordBatch]:
        yield from self.table.select("target_id", *fields).to_arrow().to_batches(10_000)


def made() -> pl.DataFrame:
    """Records that all differ."""
    gid = pl.int_range(RECORDS, eager=True).alias("_gid")
    text = gid.cast(pl.String)
    moment = pl.datetime_range(
        pl.datetime(2020, 1, 1), pl.datetime(2020, 1, 1) + pl.duration(minutes=RECORDS - 1), "1m"
    )
    return pl.DataFrame({"_gid": gid}).with_columns(
        _key=text,
        target_id="t" + text,
        name="مریم Ärger " + text,
        city="city " + (gid % 997).cast(pl.String),
        country="country " + (gid % 7).cast(pl.String),
        statuscode=(gid % 4).cast(pl.String),
        credit=(gid % 5_000).cast(pl.String) + ".25",
        createdon=moment.dt.to_string("%Y-%m-%dT%H:%M:%S"),
    )


def plant(table: pl.DataFrame, seed: int) -> tuple[pl.DataFrame, set[tuple[str, str]]]:
    """The table with faults, and where they are: (target id, field or "")."""
    chance = random.Random(seed)
    chosen = chance.sample(range(RECORDS), 4 * FEW + round(RECORDS * len(FIELDS) * SHARE))
    gone, swapped, changed = chosen[:FEW], chosen[FEW : 3 * FEW], chosen[4 * FEW :]
    columns = {name: table[name].to_list() for name in ("target_id", *FIELDS)}
    truth = {(f"t{row}", "") for row in gone} | {(f"x{row}", "") for row in range(FEW)}
    for row in changed:
        field = chance.choice(FIELDS)
        columns[field][row] = None if chance.random() < 0.1 else _other(field, columns[field][row])
        truth.add((f"t{row}", field))
    for one, other in zip(swapped[:FEW], swapped[FEW:], strict=True):
        ids = columns["target_id"]
        ids[one], ids[other] = ids[other], ids[one]
        differing = [f for f in FIELDS if columns[f][one] != columns[f][other]]
        truth |= {(f"t{row}", field) for row in (one, other) for field in differing}
    extra = table.head(FEW).with_columns(target_id="x" + pl.int_range(FEW).cast(pl.String))
    there = pl.DataFrame(columns).filter(~pl.Series(range(RECORDS)).is_in(gone))
    there = pl.concat([there, extra.select(there.columns)])
    return there.sample(fraction=1, shuffle=True, seed=seed), truth


def _other(field: str, value: str) -> str:
    if field == "statuscode":
        return f"{int(value) + 1}"
    # Amounts end in 5 and moments in 0.
    return f"{value[:-1]}9" if field in {"credit", "createdon"} else f"{value}z"


@pytest.fixture
def staging(tmp_path: Path) -> Iterator[Staging]:
    opened = Staging(tmp_path / "staging.duckdb")
    yield opened
    opened.close()


def lay(staging: Staging, table: pl.DataFrame) -> None:
    ready = table.select("_gid", "_key", *FIELDS).to_arrow()
    outcome = table.select("_gid", "target_id", state=pl.lit("loaded")).to_arrow()
    for name, one in (("ready", ready), ("outcome", outcome)):
        plain = one.cast(
            pa.schema([(c, pa.int64() if c == "_gid" else pa.string()) for c in one.column_names])
        )
        staging.write(f"{name}_person", plain.schema, plain.to_batches(65_536))


def test_everything_that_was_planted_is_found_and_nothing_else(staging: Staging) -> None:
    table = made()
    lay(staging, table)
    clean = reconcile.run(staging, _section(Held(table)), NULL_PROGRESS)
    assert clean.attention == 0
    assert all(
        row["expected"] == row["found"]
        for one in clean.facts["entities"]["person"]["segments"]
        for row in one["rows"]
    )
    there, truth = plant(table, seed=5)
    report = reconcile.run(staging, _section(Held(there)), NULL_PROGRESS)
    found = staging.rows(f"select target_id, field from {quote(names.difference('person'))}")
    assert len(found) == len(truth)
    assert set(found) == truth
    facts = report.facts["entities"]["person"]
    assert (facts["missing"], facts["extra"]) == (FEW, FEW)
    assert facts["expected"] - facts["missing"] == facts["found"] - facts["extra"]
    # Both sides of every segment, counted by another program.
    credit = pl.col("credit").cast(pl.Float64).sum().round(2)
    country = next(one for one in facts["segments"] if one["kind"] == "country")
    for side, rows in (("expected", table), ("found", there)):
        wanted = rows.group_by("country").agg(pl.len(), credit)
        told = {row["value"]: row[side] for row in country["rows"]}
        assert {key: (n, c) for key, n, c in wanted.iter_rows()} == {
            key: (int(n), float(c)) for key, (n, c) in told.items() if n != "0"
        }


def _section(target: Held) -> ReconcileSection:
    return ReconcileSection(target, (PERSON,))  # type: ignore[arg-type]
