"""What people see of a mapping while they work on it, over a snapshot of many rows.

    python -m tests.bench.preview [ROWS]            (1,000,000 if not given)

Needs the shared folder beside the repository (the generator of customers). Prints, in milliseconds,
how long the values of a field take through all its steps (the first look, and again with an option
of the last step changed, which is what typing in a form does), and how long one row takes through
all fields: found by its place, and by its key.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from migrator import starting
from migrator.desks.mapping import MappingDesk
from migrator.model.mapping import FieldMapping, Lookup, Step
from migrator.model.plan import Plan
from migrator.model.schema import Field
from tests.bench.__main__ import GENERATOR
from tests.bench.job import CUSTOMER, FIELDS, plan

# A record of the same kind, found among all rows by its key, and by a field.
LOOKUPS = (
    FieldMapping("friend", ("legacy_id",), lookup=Lookup("customer")),
    FieldMapping("twin", ("email",), (Step("email"),), Lookup("customer", "email")),
)


def wide(before: Plan) -> Plan:
    """The plan of the whole job, with two lookups more."""
    made = plan(before)
    feed = replace(made.feeds[0], fields=(*FIELDS, *LOOKUPS))
    entity = replace(CUSTOMER, fields=(*CUSTOMER.fields, Field("friend"), Field("twin")))
    schema = replace(made.target.schema, entities=(entity,))
    return replace(made, feeds=(feed,), target=replace(made.target, schema=schema))


def clock(name: str, calls: list[Callable[[], object]]) -> None:
    """Run every call once and print the middle and the longest time."""
    times = []
    for call in calls:
        started = time.perf_counter()
        call()
        times.append((time.perf_counter() - started) * 1000)
    print(f"{name:44} {len(times):5} {statistics.median(times):8.1f} {max(times):8.1f}")


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory(prefix="kooch-bench-") as name:
        folder = Path(name)
        subprocess.run([sys.executable, GENERATOR, str(rows), folder], check=True)
        uri = f"sqlite:///{folder / 'crm.sqlite'}"
        source = str(folder / f"cust_{rows}.csv")
        with starting.begin(
            folder / "p.kooch", [source], uri, create=starting.BUNDLED
        ) as workspace:
            workspace.run("extract")
            workspace.edit("Mapped", wide)
            measure(MappingDesk(workspace), rows)


def measure(desk: MappingDesk, rows: int) -> None:
    feed = desk.workspace.plan.feeds[0]
    print(f"{rows:,} rows, milliseconds{'times':>21} {'median':>8} {'longest':>8}")
    plain = [row for row in feed.fields if row.lookup is None]
    clock("values of a field", [lambda r=r: desk.preview(feed.id, r.target) for r in plain])
    changed = [
        (row.target, (*row.steps, Step("truncate", {"length": length})))
        for row in plain
        for length in (5, 6, 7)
    ]
    clock(
        "again, with a step changed",
        [lambda t=t, s=s: desk.preview(feed.id, t, steps=s) for t, s in changed],
    )
    for row in LOOKUPS:
        by = row.lookup.by if row.lookup and row.lookup.by else "key"
        clock(f"values of a lookup by {by}", [lambda r=row: desk.preview(feed.id, r.target)] * 3)
    places = [1 + (n * 7919 * 131) % rows for n in range(30)]
    clock("a row by its place, all fields", [lambda n=n: desk.record(feed.id, n) for n in places])
    keys = [desk.record(feed.id, n).key for n in places[:10]]
    clock("a row by its key, all fields", [lambda k=k: desk.record(feed.id, key=k) for k in keys])


if __name__ == "__main__":
    main()
