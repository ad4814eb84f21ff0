"""The whole job on made-up customers, CSV to PostgreSQL, each stage beside the raw tool.

    python -m tests.bench [ROWS]            (1,000,000 if not given)

Needs the shared folder beside the repository (the generator of customers), and PostgreSQL.
Both sides run in processes of their own, so that peaks of memory are theirs.
"""

from __future__ import annotations

import csv
import itertools
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import openpyxl

from tests.bench.raw import RAW, RAW_XLSX
from tests.servers import PostgresServer

ROOT = Path(__file__).resolve().parents[2]
GENERATOR = ROOT.parent / "shared" / "bench" / "gen_customers.py"


def run_part(*command: str) -> dict[str, float]:
    """Run a part of the bench in a process of its own; it prints one JSON object."""
    done = subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, text=True, cwd=ROOT, check=False
    )
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory(prefix="kooch-bench-") as name:
        folder = Path(name)
        subprocess.run([sys.executable, GENERATOR, str(rows), folder], check=True)
        source = folder / f"cust_{rows}.csv"
        server = PostgresServer()
        server.start()
        try:
            ours = run_part("tests.bench.job", str(source), server.url(server.create_database()))
            url = server.url(server.create_database())
            raw = {k: run_part("tests.bench.raw", k, str(source), url)["seconds"] for k in RAW}
        finally:
            server.stop()
            server.remove()
        report(rows, ours, raw)
        spreadsheets(source, folder)
        standardising = [sys.executable, "tests/bench/standardise.py", source, "3"]
        subprocess.run(standardising, cwd=ROOT, check=True)
        subprocess.run([sys.executable, "-m", "tests.bench.suggesting"], cwd=ROOT, check=True)


def spreadsheets(source: Path, folder: Path, rows: int = 100_000) -> None:
    """Reading a sheet of 100,000 rows and 12 columns, snapshot and all, beside two raw readers."""
    path = folder / "sheet.xlsx"
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("customers")
    with source.open(encoding="utf-8", newline="") as stream:
        for row in itertools.islice(csv.reader(stream), rows + 1):
            sheet.append(row)
    book.save(path)
    ours = run_part("tests.bench.sheet", str(path))["seconds"]
    for name in RAW_XLSX:
        other = run_part("tests.bench.raw", name, str(path), "")["seconds"]
        print(f"{'xlsx':12} {ours:8.1f} {other:8.1f} {ours / other:7.2f}  {name}")


def report(rows: int, ours: dict[str, float], raw: dict[str, float]) -> None:
    beside = {
        "extract": "duckdb read_csv into a disk table",
        "match": "splink alone, its own defaults",
        "load": "psql copy with primary key",
        "reconcile": "adbc fetch of the same table",
    }
    print(f"{rows:,} customers, CSV -> PostgreSQL, wall seconds")
    print(f"{'stage':12} {'kooch':>8} {'raw':>8} {'ratio':>7}  beside")
    for stage, seconds in ours.items():
        if stage in {"peak_mib", "total"}:
            continue
        if stage in beside:
            other = raw[beside[stage]]
            print(f"{stage:12} {seconds:8.1f} {other:8.1f} {seconds / other:7.2f}  {beside[stage]}")
        else:
            print(f"{stage:12} {seconds:8.1f}")
    print(f"{'total':12} {ours['total']:8.1f}   peak memory {ours['peak_mib']:,.0f} MiB")


def peak_mib() -> float:
    """The largest resident set of this process and its children so far, added up."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (own + children) / 1024


if __name__ == "__main__":
    started = time.monotonic()
    main()
    print(f"(bench: {time.monotonic() - started:.0f} s)")
