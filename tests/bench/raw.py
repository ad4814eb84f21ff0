"""The raw tools, each alone:  python -m tests.bench.raw NAME SOURCE URL"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import adbc_driver_postgresql.dbapi as adbc
import duckdb
import fastexcel
import psycopg
import python_calamine
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

COLUMNS = [
    "legacy_id", "full_name", "mobile", "email", "birth_date", "reg_date",
    "company", "city", "address", "national_id", "amount", "status",
]  # fmt: skip


def read_csv(source: str, url: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        connection = duckdb.connect(str(Path(folder) / "raw.duckdb"))
        connection.execute("set enable_progress_bar = false")
        connection.execute(
            "create table raw as select * from read_csv(?, all_varchar = true)", [source]
        ).fetchall()
        connection.close()


def copy_with_key(source: str, url: str) -> None:
    columns = ", ".join(f"{name} text" for name in COLUMNS[1:])
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        connection.execute("drop table if exists raw_copy")
        connection.execute(f"create table raw_copy (legacy_id text primary key, {columns})")
    command = f"\\copy raw_copy from '{source}' csv header"
    subprocess.run(["psql", "-q", url, "-c", command], check=True)


def adbc_fetch(source: str, url: str) -> None:
    """Fetches what `copy_with_key` has left there."""
    with adbc.connect(url.replace("+psycopg", "")) as connection, connection.cursor() as cursor:
        cursor.execute("select * from raw_copy")
        for _ in cursor.fetch_record_batch():
            pass


def splink_alone(source: str, url: str) -> None:
    connection = duckdb.connect()
    connection.execute("set enable_progress_bar = false")
    connection.execute(
        "create table people as select legacy_id as unique_id, * exclude legacy_id"
        " from read_csv(?, all_varchar = true)",
        [source],
    ).fetchall()
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="unique_id",
        comparisons=[
            cl.JaroWinklerAtThresholds("full_name", [0.9, 0.8]),
            cl.ExactMatch("mobile"),
            cl.ExactMatch("email"),
            cl.ExactMatch("birth_date"),
            cl.ExactMatch("national_id"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("mobile", "full_name"),
            block_on("email"),
            block_on("national_id"),
            block_on("full_name", "birth_date"),
        ],
    )
    api = DuckDBAPI(connection=connection)
    linker = Linker(api.register("people"), settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("national_id"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("email"))
    pairs = linker.inference.predict(threshold_match_probability=0.9)
    linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, 0.95)


def calamine_alone(source: str, url: str) -> None:
    book = python_calamine.load_workbook(source)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def fastexcel_as_text(source: str, url: str) -> None:
    book = fastexcel.read_excel(source)
    for name in book.sheet_names:
        book.load_sheet(name, dtypes="string").to_arrow()


RAW: dict[str, Callable[[str, str], None]] = {
    "duckdb read_csv into a disk table": read_csv,
    "psql copy with primary key": copy_with_key,
    "adbc fetch of the same table": adbc_fetch,
    "splink alone, its own defaults": splink_alone,
}
RAW_XLSX: dict[str, Callable[[str, str], None]] = {
    "python-calamine alone": calamine_alone,
    "fastexcel, all columns text": fastexcel_as_text,
}


if __name__ == "__main__":
    started = time.monotonic()
    {**RAW, **RAW_XLSX}[sys.argv[1]](sys.argv[2], sys.argv[3])
    print(json.dumps({"seconds": time.monotonic() - started}))
