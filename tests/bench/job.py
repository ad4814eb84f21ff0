"""The whole job in one process:  python -m tests.bench.job SOURCE.csv TARGET_URL"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from migrator import starting
from migrator.advice.matching import propose
from migrator.model.loading import RunKind
from migrator.model.mapping import Feed, FieldMapping, OnError, Step
from migrator.model.plan import Plan
from migrator.model.schema import Entity, Field, FieldType, Schema
from tests.bench.__main__ import peak_mib

KEPT = OnError.KEEP
FIELDS = [
    FieldMapping("legacy_id", ("legacy_id",)),
    FieldMapping("full_name", ("full_name",), (Step("trim"), Step("persian_letters"))),
    FieldMapping("mobile", ("mobile",), (Step("blank_if"), Step("phone", on_error=OnError.BLANK))),
    FieldMapping("email", ("email",), (Step("email", on_error=OnError.BLANK),)),
    FieldMapping("birth_date", ("birth_date",), (Step("date_auto", on_error=OnError.BLANK),)),
    FieldMapping(
        "national_id", ("national_id",), (Step("national_id_iran", on_error=OnError.BLANK),)
    ),
    *(
        FieldMapping(name, (name,))
        for name in ("reg_date", "company", "city", "address", "amount", "status")
    ),
]
CUSTOMER = Entity(
    "customer",
    (
        Field("customerid", FieldType.UUID, required=True),
        Field("legacy_id", length=20, required=True),
        Field("full_name", length=160, required=True, meaning="person_name"),
        Field("mobile", length=30, meaning="mobile"),
        Field("email", length=160, meaning="email"),
        Field("birth_date", FieldType.DATE, meaning="birth_date"),
        Field("national_id", length=10, meaning="national_id"),
        Field("reg_date", length=40),
        Field("company", length=160, meaning="company_name"),
        Field("city", length=80, meaning="city"),
        Field("address", length=250, meaning="address"),
        Field("amount", length=40),
        Field("status", length=40),
    ),
    primary_key=("customerid",),
)


def plan(before: Plan) -> Plan:
    source = before.sources[0]
    feed = Feed(
        "customers", 1, source.id, source.tables[0].table.name, "customer", ("legacy_id",),
        tuple(FIELDS),
    )  # fmt: skip
    return replace(
        before,
        feeds=(feed,),
        target=replace(before.target, create="bench", schema=Schema((CUSTOMER,), "bench")),
        loading=replace(before.loading, require_pilot=False),
    )


def main() -> None:
    times: dict[str, float] = {}
    started = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        starting.begin(Path(folder) / "bench", [sys.argv[1]], sys.argv[2], create="crm") as made,
    ):
        made.edit("Bench", plan)
        made.run("cleanse")
        counts = starting.field_counts(made.staging, "customer")
        settings = propose(CUSTOMER, list(counts), counts)
        made.edit("Duplicates", lambda before: replace(before, matching=(settings,)))
        for report in made.run("validate"):
            times[report.stage] = report.seconds
        result = made.load(RunKind.FULL)
        times["load"] = result.load.seconds
        times["reconcile"] = result.reconciliation.seconds
        if not result.balanced or result.reconciliation.attention:
            sys.exit(f"not clean: {result.account} {result.differences[:5]}")
    print(json.dumps({**times, "total": time.monotonic() - started, "peak_mib": peak_mib()}))


if __name__ == "__main__":
    main()
