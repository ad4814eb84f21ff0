from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa
import pytest

from migrator.errors import Cancelled, TargetError
from migrator.model.reports import StageReport
from migrator.model.schema import Entity, Field, FieldType, Relationship, Schema
from migrator.progress import NULL_PROGRESS
from migrator.stages import reconcile
from migrator.stages.reconcile import ReconcileSection
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging
from tests.unit.stages.golden_tables import write

ACCOUNT = Entity("account", (Field("accountid", FieldType.UUID), Field("name")), ("accountid",))
CONTACT = Entity(
    "contact",
    (
        Field("contactid", FieldType.UUID),
        Field("name", length=50),
        Field("age", FieldType.INTEGER),
        Field("credit", FieldType.DECIMAL, precision=12, scale=2),
        Field("rate", FieldType.FLOAT),
        Field("active", FieldType.BOOLEAN),
        Field("born", FieldType.DATE),
        Field("seen", FieldType.DATETIME),
        Field("wakes", FieldType.TIME),
        Field("token", FieldType.UUID),
        Field("picture", FieldType.BINARY),
        Field("accountid", FieldType.UUID),
    ),
    ("contactid",),
    relationships=(Relationship("accountid", "account", "accountid"),),
)
PLAIN = {
    "name": "José Ärger",
    "age": "41",
    "credit": "1234.50",
    "rate": "0.1",
    "active": "true",
    "born": "2024-03-20",
    "seen": "2024-03-20T13:05:00",
    "wakes": "06:30:00",
    "token": "123e4567-e89b-12d3-a456-426614174000",
    "picture": "AAEC",
    "accountid": "7",
}
ROWS = 25

Row = dict[str, str | None]


class FakeTarget:
    """Gives back what a test laid into it, in small batches."""

    def __init__(self, tables: dict[str, list[Row]], entities: Sequence[Entity]) -> None:
        self.tables = tables
        self.strangers: dict[str, list[Row]] = {}  # records of others
        self._schema = Schema(tuple(entities))

    def schema(self) -> Schema:
        return self._schema

    def count(self, entity: Entity) -> int:
        return len(self.tables[entity.name]) + len(self.strangers.get(entity.name, []))

    def read_back(
        self, entity: Entity, fields: Sequence[str], only_ours: bool = True
    ) -> Iterator[pa.RecordBatch]:
        schema = pa.schema([(name, pa.large_string()) for name in ("target_id", *fields)])
        rows = self.tables[entity.name]
        rows = rows if only_ours else [*rows, *self.strangers.get(entity.name, [])]
        for at in range(0, len(rows), 10):
            listed = [{name: row.get(name) for name in schema.names} for row in rows[at : at + 10]]
            yield pa.RecordBatch.from_pylist(listed, schema=schema)


@pytest.fixture
def staging() -> Iterator[Staging]:
    opened = Staging(None, threads=1)
    yield opened
    opened.close()


def lay(
    staging: Staging, entity: str, rows: Sequence[dict[str, Any]], fields: Sequence[str]
) -> None:
    """ready_<entity> and outcome_<entity>: all loaded as t<gid> unless a row names its state."""
    columns: dict[str, pa.DataType] = {"_gid": pa.int64(), "_key": pa.string(), "_size": pa.int32()}
    full = [{"_key": f"k{row['_gid']}", "_size": 1} | row for row in rows]
    write(staging, names.ready(entity), full, columns | dict.fromkeys(fields, pa.string()))
    loaded = [
        {
            "_gid": row["_gid"],
            "state": row.get("state", "loaded"),
            "target_id": f"t{row['_gid']}" if row.get("state", "loaded") == "loaded" else None,
            "action": "insert",
            "batch_no": 1,
        }
        for row in rows
    ]
    outcome = {"_gid": pa.int64(), "batch_no": pa.int64()} | dict.fromkeys(
        ("state", "target_id", "action", "code", "reason"), pa.string()
    )
    write(staging, names.outcome(entity), loaded, outcome)


def laid(staging: Staging) -> FakeTarget:
    """Two accounts and ROWS contacts, loaded without a fault."""
    accounts: list[dict[str, Any]] = [{"_gid": 7, "name": "A"}, {"_gid": 8, "name": "B"}]
    lay(staging, "account", accounts, ["name"])
    contacts: list[dict[str, Any]] = [
        {"_gid": gid, "_raw_accountid": "x", **PLAIN, "name": f"{PLAIN['name']} {gid}"}
        for gid in range(100, 100 + ROWS)
    ]
    lay(staging, "contact", contacts, [*PLAIN, "_raw_accountid"])
    there: list[Row] = [
        {**PLAIN, "target_id": f"t{row['_gid']}", "name": row["name"], "accountid": "t7"}
        for row in contacts
    ]
    found: list[Row] = [{"target_id": "t7", "name": "A"}, {"target_id": "t8", "name": "B"}]
    return FakeTarget({"account": found, "contact": there}, (ACCOUNT, CONTACT))


def run(staging: Staging, target: FakeTarget, *entities: Entity, **more: Any) -> StageReport:
    asked = entities or (ACCOUNT, CONTACT)
    section = ReconcileSection(target, asked, **more)  # type: ignore[arg-type]
    return reconcile.run(staging, section, NULL_PROGRESS)


def differences(staging: Staging, entity: str = "contact") -> list[tuple[Any, ...]]:
    return staging.rows(
        "select _gid, target_id, field, kind, expected, found"
        f" from {quote(names.difference(entity))} order by all"
    )


def test_a_clean_load_has_no_difference(staging: Staging) -> None:
    report = run(staging, laid(staging))
    assert differences(staging) == []
    told = report.facts["entities"]["contact"]
    assert (told["expected"], told["found"], told["equal"]) == (ROWS, ROWS, ROWS)
    assert {"field": "credit", "expected": "30862.5", "found": "30862.5"} in told["totals"]
    assert report.attention == 0
    assert report.warnings == ()


NAME = f"{PLAIN['name']} 110"
# Single faults in one field of one record: (field, expected, found, kind).
CORRUPTIONS = [
    pytest.param("name", NAME + " ", NAME, "normalised", id="trailing space lost"),
    pytest.param("name", NAME, " " + NAME, "normalised", id="leading space added"),
    pytest.param("name", NAME, NAME.lower(), "normalised", id="case"),
    pytest.param("name", NAME, "Jose Arger 110", "differs", id="accent lost"),
    pytest.param("name", "é", "e\u0301", "normalised", id="NFC became NFD"),
    pytest.param("name", "يک", "یک", "differs", id="Arabic yeh became Persian"),
    pytest.param("name", NAME, NAME[:6], "truncated", id="truncated"),
    pytest.param("name", NAME, "Jos? ?rger 110", "differs", id="letters lost to ?"),
    pytest.param("name", "", None, "differs", id="empty became null"),
    pytest.param("name", None, "", "differs", id="null became empty"),
    pytest.param("age", "41", "42", "differs", id="off by one"),
    pytest.param("credit", "1234.50", "1234.51", "differs", id="a cent more"),
    pytest.param("credit", "1234.50", "123450", "differs", id="decimal point lost"),
    pytest.param("rate", "0.1", "0.10000000000000002", "differs", id="float noise"),
    pytest.param("active", "true", "false", "differs", id="boolean flipped"),
    pytest.param("born", "2024-03-20", "2024-03-21", "differs", id="a day later"),
    pytest.param("born", "2024-03-20", "2024-20-03", "differs", id="day and month swapped"),
    pytest.param("seen", "2024-03-20T13:05:00", "2024-03-20T13:05:01", "differs", id="a second"),
    pytest.param(
        "seen", "2024-03-20T13:05:00+03:30", "2024-03-20T13:05:00+00:00", "differs", id="time zone"
    ),
    pytest.param(
        "seen", "2024-03-20T13:05:00", "2024-03-20T14:05:00", "differs", id="daylight saving"
    ),
    pytest.param(
        "seen", "2024-03-20T13:05:00+03:30", "2024-03-20T13:05:00", "differs", id="zone lost"
    ),
    pytest.param("seen", "2024-03-20T13:05:00.5", "2024-03-20T13:05:00", "differs", id="fraction"),
    pytest.param("wakes", "06:30:00", "18:30:00", "differs", id="am became pm"),
    pytest.param("picture", "AAEC", "AAED", "differs", id="a byte"),
    pytest.param("age", "41", None, "differs", id="value lost"),
    pytest.param("age", None, "0", "differs", id="null became zero"),
]


@pytest.mark.parametrize(("field", "expected", "found", "kind"), CORRUPTIONS)
def test_every_kind_of_corruption_is_found_by_row_and_field(
    staging: Staging, field: str, expected: str | None, found: str | None, kind: str
) -> None:
    target = laid(staging)
    set_expected(staging, 110, field, expected)
    target.tables["contact"][10][field] = found
    report = run(staging, target, CONTACT)
    assert differences(staging) == [(110, "t110", field, kind, expected, found)]
    told = report.facts["entities"]["contact"]
    assert (told["equal"], told["different"], told["fields"]) == (ROWS - 1, 1, {field: 1})


def set_expected(staging: Staging, gid: int, field: str, value: str | None) -> None:
    table = quote(staging.physical(names.ready("contact")))
    staging.run(f"update {table} set {quote(field)} = ? where _gid = {gid}", [value])


def test_a_wrong_parent_is_found(staging: Staging) -> None:
    target = laid(staging)
    target.tables["contact"][3]["accountid"] = "t8"
    run(staging, target)
    assert differences(staging) == [(103, "t103", "accountid", "differs", "t7", "t8")]


def test_missing_and_extra_records_are_found(staging: Staging) -> None:
    target = laid(staging)
    gone = target.tables["contact"].pop(4)
    target.tables["contact"].append(gone | {"target_id": "t999"})
    report = run(staging, target)
    assert differences(staging) == [
        (104, "t104", "", "missing", "k104", None),
        (None, "t999", "", "extra", None, "t999"),
    ]
    told = report.facts["entities"]["contact"]
    assert (told["missing"], told["extra"], told["equal"]) == (1, 1, ROWS - 1)
    assert report.warnings == ("contact: 1 missing, 1 extra, 0 different",)


def test_a_record_that_came_back_twice_is_extra(staging: Staging) -> None:
    target = laid(staging)
    target.tables["contact"].append(dict(target.tables["contact"][4]))
    run(staging, target)
    assert differences(staging) == [(None, "t104", "", "extra", None, "t104 (2 times)")]


def test_swapped_rows_are_found_in_both(staging: Staging) -> None:
    target = laid(staging)
    rows = target.tables["contact"]
    rows[1]["name"], rows[2]["name"] = rows[2]["name"], rows[1]["name"]
    run(staging, target)
    assert [(row[0], row[2]) for row in differences(staging)] == [(101, "name"), (102, "name")]


@pytest.mark.parametrize(
    ("field", "expected", "found"),
    [
        pytest.param("credit", "1.5", "1.50", id="zeros after the point"),
        pytest.param("credit", "-0", "0.00", id="minus zero"),
        pytest.param("credit", "0012", "12", id="leading zeros of a number"),
        pytest.param("age", "7", "7.0", id="integer column given as decimal"),
        pytest.param("rate", "1e2", "100", id="exponent"),
        pytest.param("seen", "2024-03-20T13:05:00", "2024-03-20T13:05:00.000000", id="no fraction"),
        pytest.param("seen", "2024-03-20T13:05:00.500", "2024-03-20 13:05:00.5", id="half second"),
        pytest.param(
            "seen", "2024-03-20T13:05:00+03:30", "2024-03-20T09:35:00+00:00", id="same instant"
        ),
        pytest.param("seen", "2024-03-20T09:35:00", "2024-03-20T09:35:00Z", id="target keeps UTC"),
        pytest.param("wakes", "06:30:00", "06:30:00.000", id="time without fraction"),
        pytest.param("name", None, None, id="nothing"),
    ],
)
def test_equal_values_of_a_type_are_no_difference(
    staging: Staging, field: str, expected: str | None, found: str | None
) -> None:
    target = laid(staging)
    set_expected(staging, 110, field, expected)
    target.tables["contact"][10][field] = found
    run(staging, target, CONTACT)
    assert differences(staging) == []


@pytest.mark.parametrize(
    ("found", "differs"),
    [("1234.51", False), ("1234.49", False), ("1234.52", True), (None, True), ("", True)],
)
def test_a_tolerance_is_kept_to_the_cent(
    staging: Staging, found: str | None, differs: bool
) -> None:
    target = laid(staging)
    target.tables["contact"][0]["credit"] = found
    run(staging, target, CONTACT, tolerances={"contact.credit": 0.01})
    assert bool(differences(staging)) is differs


def test_only_what_was_loaded_is_expected(staging: Staging) -> None:
    target = laid(staging)
    table = quote(staging.physical(names.outcome("contact")))
    staging.run(f"update {table} set state = 'rejected', target_id = null where _gid = 105")
    del target.tables["contact"][5]
    report = run(staging, target)
    assert differences(staging) == []
    assert report.facts["entities"]["contact"]["expected"] == ROWS - 1


def test_a_parent_that_was_not_loaded_leaves_the_lookup_empty(staging: Staging) -> None:
    target = laid(staging)
    table = quote(staging.physical(names.outcome("account")))
    staging.run(f"update {table} set state = 'pending', target_id = null where _gid = 7")
    del target.tables["account"][0]
    for row in target.tables["contact"]:
        row["accountid"] = None
    run(staging, target)
    assert differences(staging) == []


def test_control_totals_show_both_sides(staging: Staging) -> None:
    target = laid(staging)
    target.tables["contact"][0]["credit"] = "0.25"
    report = run(staging, target)
    totals = {one["field"]: one for one in report.facts["entities"]["contact"]["totals"]}
    assert totals["credit"] == {"field": "credit", "expected": "30862.5", "found": "29628.25"}
    assert totals[""] == {"field": "", "expected": str(ROWS), "found": str(ROWS)}


def test_an_entity_that_was_never_loaded_is_not_read(staging: Staging) -> None:
    target = laid(staging)
    lead = Entity("lead", (Field("leadid"), Field("name")), ("leadid",))
    write(staging, names.ready("lead"), [], {"_gid": pa.int64(), "name": pa.string()})
    report = run(staging, target, lead, CONTACT)
    assert report.facts["entities"]["lead"]["expected"] == 0
    assert differences(staging, "lead") == []


def test_a_field_that_the_target_lost_is_named(staging: Staging) -> None:
    target = laid(staging)
    lost = Entity("contact", CONTACT.fields[:2])
    target._schema = Schema((ACCOUNT, lost))
    with pytest.raises(TargetError, match=r"contact\.age, contact\.credit"):
        run(staging, target)


def test_an_error_while_reading_comes_out_as_itself(staging: Staging) -> None:
    target = laid(staging)

    def broken(*_: object, **__: object) -> Iterator[pa.RecordBatch]:
        raise TargetError("The target went away.")
        yield

    target.read_back = broken  # type: ignore[method-assign]
    with pytest.raises(TargetError, match="went away"):
        run(staging, target)


def test_hostile_values_are_only_text(staging: Staging) -> None:
    bad = 'x\'; drop table "y" --'
    entity = Entity(bad, (Field(bad),), (bad,))
    lay(staging, bad, [{"_gid": 1, bad: bad}, {"_gid": 2, bad: "a"}], [bad])
    there: list[Row] = [{"target_id": "t1", bad: bad}, {"target_id": "t2", bad: "b"}]
    section = ReconcileSection(FakeTarget({bad: there}, (entity,)), (entity,))  # type: ignore[arg-type]
    reconcile.run(staging, section, NULL_PROGRESS)
    assert differences(staging, bad) == [(2, "t2", bad, "differs", "a", "b")]


def test_a_cancel_leaves_the_old_differences(staging: Staging) -> None:
    target = laid(staging)
    target.tables["contact"][0]["name"] = "x"
    run(staging, target, CONTACT)

    class Impatient:
        def update(self, done: int, total: int | None, label: str) -> None:
            raise Cancelled

    staging.begin("next")
    section = ReconcileSection(target, (CONTACT,))  # type: ignore[arg-type]
    with pytest.raises(Cancelled):
        reconcile.run(staging, section, Impatient())
    assert [row[2] for row in differences(staging)] == ["name"]


# -- segments, relationships, who changed it


def test_totals_by_segment_show_both_sides(staging: Staging) -> None:
    account = Entity("account", (Field("accountid", FieldType.UUID), Field("name")), ("accountid",))
    order = Entity(
        "salesorder",
        (
            Field("ownerid", FieldType.UUID),
            Field("statuscode", FieldType.INTEGER, meaning="status"),
            Field("currency", meaning="currency"),
            Field("born", FieldType.DATE, meaning="birth_date"),
            Field("createdon", FieldType.DATETIME),
            Field("amount", FieldType.DECIMAL),
            Field("address1_country", meaning="country"),
        ),
        relationships=(Relationship("ownerid", "account", "accountid"),),
    )
    lay(staging, "account", [{"_gid": 7, "name": "Sara"}, {"_gid": 8, "name": "Ali"}], ["name"])
    rows: list[dict[str, Any]] = [
        {
            "_gid": gid,
            "_raw_ownerid": "x",
            "ownerid": str(7 + gid % 2),
            "statuscode": str(gid % 3),
            "currency": "EUR" if gid % 4 else None,
            "createdon": "2024-04-01T01:00:00+03:30" if gid < 4 else "2024-04-02T00:00:00",
            "amount": "10.25",
            "address1_country": f"c{gid}",
            "born": None,
        }
        for gid in range(12)
    ]
    columns = [name for name in rows[0] if name != "_gid"]
    lay(staging, "salesorder", rows, columns)
    there: list[Row] = [
        {**row, "target_id": f"t{row['_gid']}", "ownerid": f"t{row['ownerid']}"} for row in rows
    ]
    for row in there[:4]:
        row["createdon"] = "2024-03-31T21:30:00+00:00"
    there[5]["amount"] = "11"
    there[6]["ownerid"] = "t8"
    del there[11]
    names_: list[Row] = [{"target_id": "t7", "name": "Sara"}, {"target_id": "t8", "name": "Ali"}]
    target = FakeTarget({"account": names_, "salesorder": there}, (account, order))
    facts = run(staging, target, account, order).facts["entities"]["salesorder"]
    found = {
        one["kind"]: {
            row.get("name") or row["value"]: (row["expected"], row["found"]) for row in one["rows"]
        }
        for one in facts["segments"]
    }
    assert {one["kind"]: one["field"] for one in facts["segments"]} == {
        "owner": "ownerid",
        "status": "statuscode",
        "currency": "currency",
        "country": "address1_country",
        "month": "createdon",
    }
    assert found["owner"] == {
        "Sara": (["6", "61.5"], ["5", "51.25"]),
        "Ali": (["6", "61.5"], ["6", "62.25"]),
    }
    assert found["month"] == {
        "2024-03": (["4", "41"], ["4", "41"]),
        "2024-04": (["8", "82"], ["7", "72.5"]),
    }
    assert found["currency"] == {
        None: (["3", "30.75"], ["3", "30.75"]),
        "EUR": (["9", "92.25"], ["8", "82.75"]),
    }
    assert found["status"]["2"] == (["4", "41"], ["3", "31.5"])
    # What disagrees comes first.
    assert [r["value"] for r in facts["segments"][3]["rows"]][:2] == ["c11", "c5"]
    assert facts["links"] == {"ownerid": {"wrong": 1}}


def test_children_of_a_record_that_is_gone_are_orphans(staging: Staging) -> None:
    target = laid(staging)
    del target.tables["account"][0]
    contacts = target.tables["contact"]
    contacts[0]["accountid"] = None
    contacts[1]["accountid"] = "t8"
    contacts[2]["accountid"] = "nobody"
    del contacts[3]
    report = run(staging, target)
    facts = report.facts["entities"]["contact"]
    assert facts["links"] == {"accountid": {"lost": 1, "orphan": ROWS - 3, "wrong": 1}}
    kinds = {row[0]: (row[3], row[4], row[5]) for row in differences(staging)}
    assert kinds[102] == ("orphan", "t7", "nobody")
    assert kinds[110] == ("orphan", "t7", "t7")
    assert kinds[103][0] == "missing"
    assert len(differences(staging)) == ROWS


def test_a_lookup_to_a_record_of_others_is_no_orphan(staging: Staging) -> None:
    target = laid(staging)
    target.strangers = {"account": [{"target_id": "theirs"}]}
    target.tables["contact"][0]["accountid"] = "theirs"
    assert run(staging, target).facts["entities"]["contact"]["links"] == {"accountid": {"wrong": 1}}


def test_a_record_of_others_in_the_place_of_a_lost_one_is_not_extra(staging: Staging) -> None:
    target = laid(staging)
    target.strangers = {"contact": [target.tables["contact"].pop() | {"target_id": "theirs"}]}
    facts = run(staging, target).facts["entities"]["contact"]
    assert (facts["expected"], facts["found"]) == (ROWS, ROWS - 1)
    assert facts["kinds"] == {"missing": 1}
    assert facts["totals"][1]["found"] == str(41 * (ROWS - 1))


def test_what_was_changed_since_is_told_from_what_the_target_does(staging: Staging) -> None:
    target = laid(staging)
    contacts = target.tables["contact"]
    contacts[0]["credit"] = "1"  # by a trigger, as it was written
    contacts[1]["name"] = "José"
    staging.begin("first")
    run(staging, target)
    contacts[0]["age"] = "1"
    contacts[1]["name"] = "J"
    contacts[2]["name"] = "jos"
    contacts[3]["name"] = str(contacts[3]["name"]).upper()
    for version in ("second", "third"):  # and it stays so
        staging.begin(version)
        run(staging, target, again=True)
        assert [(row[0], row[2], row[3]) for row in differences(staging)] == [
            (100, "age", "changed"),
            (100, "credit", "differs"),
            (101, "name", "changed"),
            (102, "name", "changed"),
            (103, "name", "normalised"),
        ]
    # Rows that a later run left alone; the others were written anew.
    staging.run(
        f"alter table {quote(staging.physical(names.outcome('contact')))} add column done varchar"
    )
    staging.run(
        f"update {quote(staging.physical(names.outcome('contact')))}"
        " set done = case when _gid = 104 then 'skip' else 'create' end"
    )
    contacts[4]["age"] = contacts[5]["age"] = "9"
    staging.begin("fourth")
    run(staging, target)
    assert [(row[0], row[3]) for row in differences(staging) if row[5] == "9"] == [
        (104, "changed"),
        (105, "differs"),
    ]
