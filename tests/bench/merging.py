"""Speed of merging:  python tests/bench/merging.py [ROWS]

ROWS contacts of 12 fields (three in ten of them in clusters), and as many orders that look them up.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from migrator.model.mapping import Lookup  # noqa: E402
from migrator.model.survivorship import SurvivorRule, Survivorship  # noqa: E402
from migrator.progress import NULL_PROGRESS  # noqa: E402
from migrator.stages.merge import EntityMerge, MergeSection, run  # noqa: E402
from migrator.stages.merge_lookups import FieldLookup  # noqa: E402
from migrator.store.staging import Staging  # noqa: E402

FIELDS = tuple(f"field{n}" for n in range(12))


def fill(staging: Staging, rows: int) -> None:
    """Clean tables and clusters, made by the database itself."""
    values = ", ".join(
        f"case when hash(i, {n}) % 5 > 0 then 'value ' || (hash(i, {n}) % 500000) end as {name}"
        for n, name in enumerate(FIELDS)
    )
    staging.create(
        "clean_contact",
        f"select (1::bigint << 40) | i as _rid, 'C' || i as _key, {values}"
        f" from range(1, {rows + 1}) r(i)",
    )
    staging.create(
        "clusters_contact",
        "select _rid, (1::bigint << 40) | ((i - 1) // 2 * 2 + 1) as _gid from"
        " (select _rid, _rid & ((1::bigint << 40) - 1) as i from clean_contact)"
        f" where i <= {rows * 3 // 10 // 2 * 2}",
    )
    staging.create(
        "clean_order",
        f"select (2::bigint << 40) | i as _rid, 'O' || i as _key, (i * 7)::varchar as total,"
        f" 'C' || (hash(i) % {rows * 101 // 100} + 1) as customer from range(1, {rows + 1}) r(i)",
    )
    staging.create("clusters_order", "select 0::bigint as _rid, 0::bigint as _gid where false")


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    rules = (
        SurvivorRule("", "most_frequent"),
        SurvivorRule("field1", "longest"),
        SurvivorRule("field2", "most_recent", {"by": "field3"}),
        SurvivorRule("field4", "most_complete_row"),
    )
    section = MergeSection(
        (
            EntityMerge("contact", FIELDS),
            EntityMerge(
                "order",
                ("total", "customer"),
                (FieldLookup("customer", Lookup("contact"), (2,)),),
            ),
        ),
        (Survivorship("contact", rules),),
        {1: "contacts", 2: "orders"},
        {1: "crm", 2: "crm"},
    )
    with tempfile.TemporaryDirectory() as folder:
        staging = Staging(Path(folder) / "staging.duckdb")
        fill(staging, rows)
        wall, cpu = time.perf_counter(), time.process_time()
        report = run(staging, section, NULL_PROGRESS)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"merge {rows} + {rows} rows: {wall:.1f} s (cpu {cpu:.1f}), peak {peak:.0f} MiB")
        print(report.facts)
        staging.close()


if __name__ == "__main__":
    main()
