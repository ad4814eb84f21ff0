from __future__ import annotations

from collections.abc import Iterator

import pytest

from migrator.errors import PlanError
from migrator.model.checking import Checking, CheckRule, Waiver
from migrator.model.issues import ISSUE_CODES, Severity
from migrator.model.reports import StageReport
from migrator.model.schema import Entity, Field, FieldType, PicklistValue, Relationship
from migrator.progress import NULL_PROGRESS
from migrator.stages import validate
from migrator.stages.validate import ValidateSection
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging
from tests.unit.stages.golden_tables import crosswalk, golden, issues, provenance

ACCOUNT = Entity(
    "account",
    (
        Field("accountid", FieldType.UUID, required=True),
        Field("name", length=10, required=True),
        Field("code"),
        Field("revenue", FieldType.DECIMAL, precision=6, scale=2),
        Field("kind", FieldType.INTEGER, picklist=(PicklistValue("1"), PicklistValue("2"))),
        Field("parentid", FieldType.UUID),
    ),
    primary_key=("accountid",),
    unique_keys=(("code",),),
    relationships=(Relationship("parentid", "account", "accountid"),),
)
CONTACT = Entity(
    "contact",
    (
        Field("contactid", FieldType.UUID, required=True),
        Field("lastname", required=True),
        Field("accountid", FieldType.UUID),
    ),
    primary_key=("contactid",),
    relationships=(Relationship("accountid", "account", "accountid"),),
)
ACCOUNT_FIELDS = ("name", "code", "revenue", "kind", "parentid", "_raw_parentid")


@pytest.fixture
def staging() -> Iterator[Staging]:
    opened = Staging(None, threads=1)
    yield opened
    opened.close()


def account(gid: int, **values: str | None) -> dict[str, object]:
    return {"_gid": gid, "name": f"n{gid}"} | values


def child_of(gid: int, parent: int | None, **values: str | None) -> dict[str, object]:
    known = None if parent is None else str(parent)
    return account(gid, parentid=known, _raw_parentid=known, **values)


def run(staging: Staging, *entities: Entity, **more: object) -> StageReport:
    section = ValidateSection(entities, **more)  # type: ignore[arg-type]
    return validate.run(staging, section, NULL_PROGRESS)


def gids(staging: Staging, table: str) -> list[int]:
    return [row[0] for row in staging.rows(f"select _gid from {quote(table)} order by 1")]


def told(staging: Staging, entity: str = "account") -> list[tuple[int, str, str, str]]:
    table = quote(names.issues("validate", entity))
    return staging.rows(f"select row, field, code, severity from {table} order by all")


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        pytest.param({"name": None}, "name", "required", id="required, null"),
        pytest.param({"name": ""}, "name", "required", id="required, empty"),
        pytest.param({"name": "شرکت بازرگانی"}, "name", "too_long", id="characters, not bytes"),
        pytest.param({"revenue": "12,5"}, "revenue", "wrong_type", id="decimal with comma"),
        pytest.param({"revenue": "12345.5"}, "revenue", "out_of_range", id="digits before point"),
        pytest.param({"revenue": "1.255"}, "revenue", "out_of_range", id="digits after point"),
        pytest.param({"kind": "3"}, "kind", "not_in_picklist", id="picklist"),
        pytest.param({"_raw_parentid": "x9"}, "parentid", "missing_parent", id="parent not found"),
    ],
)
def test_the_schema_is_always_checked(
    staging: Staging, values: dict[str, str | None], field: str, code: str
) -> None:
    golden(staging, "account", ACCOUNT_FIELDS, [account(1, **values), account(2)])
    run(staging, ACCOUNT)
    assert told(staging) == [(1, field, code, "error")]
    assert gids(staging, "ready_account") == [2]
    assert gids(staging, "quarantine_account") == [1]


def test_a_clean_row_has_no_issue(staging: Staging) -> None:
    row = account(1, name="۱۲۳۴۵۶۷۸۹۰", revenue="-1234.50", kind="2", code="a")
    golden(staging, "account", ACCOUNT_FIELDS, [row])
    report = run(staging, ACCOUNT)
    assert told(staging) == []
    assert report.attention == 0
    assert staging.columns("ready_account") == staging.columns("golden_account")


def test_unique_keys_hold_back_every_twin_but_no_empty_one(staging: Staging) -> None:
    rows = [account(1, code="a"), account(2, code="a"), account(3), account(4), account(5, code="")]
    golden(staging, "account", ACCOUNT_FIELDS, [*rows, account(6, code="")])
    run(staging, ACCOUNT)
    assert [(row, code) for row, _, code, _ in told(staging)] == [
        (1, "not_unique"),
        (2, "not_unique"),
    ]


def test_a_required_field_that_nothing_is_mapped_to_holds_back_all(staging: Staging) -> None:
    golden(staging, "account", ("code",), [{"_gid": 1, "code": "a"}])
    run(staging, ACCOUNT)
    assert told(staging) == [(1, "name", "required", "error")]


def test_children_of_held_back_parents_are_held_back_in_every_generation(staging: Staging) -> None:
    chain = [child_of(1, None, name=None), child_of(2, 1), child_of(3, 2), child_of(4, None)]
    golden(staging, "account", ACCOUNT_FIELDS, chain)
    people = [
        {"_gid": 10, "lastname": "a", "accountid": "3", "_raw_accountid": "c"},
        {"_gid": 11, "lastname": "b", "accountid": "4", "_raw_accountid": "d"},
    ]
    golden(staging, "contact", ("lastname", "accountid", "_raw_accountid"), people)
    report = run(staging, CONTACT, ACCOUNT)
    assert gids(staging, "ready_account") == [4]
    assert gids(staging, "ready_contact") == [11]
    assert told(staging, "contact") == [(10, "accountid", "parent_held_back", "error")]
    shown = staging.rows("select value, detail from issues_validate_contact")
    assert shown == [("c", "account k3")]
    assert report.facts["entities"]["account"] == {
        "golden": 4,
        "ready": 1,
        "quarantined": 3,
        "errors": 3,
        "warnings": 0,
        "held_back": 2,
    }


@pytest.mark.parametrize(
    ("rows", "ready"),
    [
        pytest.param([child_of(1, 2), child_of(2, 1)], [1, 2], id="a healthy cycle travels"),
        pytest.param([child_of(1, 1)], [1], id="its own parent"),
        pytest.param(
            [child_of(1, 2, name=None), child_of(2, 1), child_of(3, 2)], [], id="sick cycle"
        ),
        pytest.param([child_of(1, 1, name=None), child_of(2, None)], [2], id="sick self-reference"),
    ],
)
def test_cycles_come_to_an_end(
    staging: Staging, rows: list[dict[str, object]], ready: list[int]
) -> None:
    golden(staging, "account", ACCOUNT_FIELDS, rows)
    run(staging, ACCOUNT)
    assert gids(staging, "ready_account") == ready


def test_a_plain_foreign_key_without_lookup_follows_the_mapped_key(staging: Staging) -> None:
    parent = Entity("p", (Field("id", FieldType.INTEGER), Field("t", required=True)), ("id",))
    child = Entity(
        "c",
        (Field("pid", FieldType.INTEGER),),
        relationships=(Relationship("pid", "p", "id"),),
    )
    rows = [{"_gid": 1, "id": "70", "t": None}, {"_gid": 2, "id": "71", "t": "x"}]
    golden(staging, "p", ("id", "t"), rows)
    golden(staging, "c", ("pid",), [{"_gid": 5, "pid": "70"}, {"_gid": 6, "pid": "71"}])
    run(staging, parent, child)
    assert gids(staging, "ready_c") == [6]


def test_errors_of_earlier_stages_count_unless_another_row_won(staging: Staging) -> None:
    golden(staging, "account", ACCOUNT_FIELDS, [account(1), account(3), account(5), account(7)])
    crosswalk(staging, "account", [(1, 1), (2, 1), (3, 3), (4, 3), (5, 5), (7, 7)])
    provenance(staging, "account", [(1, "name", 1), (3, "name", 4)])
    mapped = [
        (2, "name", "transform_failed", "error"),  # row 1 won: of no matter
        (4, "name", "transform_failed", "error"),  # row 4 won: counts
        (7, "code", "transform_failed", "warning"),  # travels on, with the warning
    ]
    issues(staging, "map", "account", mapped)
    issues(staging, "cleanse", "account", [(2, "code", "value_not_in_map", "error")])
    issues(staging, "merge", "account", [(5, "parentid", "lookup_not_found", "error")])
    run(staging, ACCOUNT)
    assert told(staging) == [
        (1, "code", "value_not_in_map", "error"),
        (3, "name", "transform_failed", "error"),
        (5, "parentid", "lookup_not_found", "error"),
        (7, "code", "transform_failed", "warning"),
    ]
    assert gids(staging, "ready_account") == [7]


def test_a_parent_that_merge_missed_is_told_once(staging: Staging) -> None:
    golden(staging, "account", ACCOUNT_FIELDS, [account(1, _raw_parentid="x")])
    issues(staging, "merge", "account", [(1, "parentid", "lookup_not_found", "error")])
    run(staging, ACCOUNT)
    assert told(staging) == [(1, "parentid", "lookup_not_found", "error")]


def test_a_value_that_its_map_does_not_know_is_told_once(staging: Staging) -> None:
    golden(staging, "account", ACCOUNT_FIELDS, [account(1, kind="9"), account(2, kind="9")])
    crosswalk(staging, "account", [(1, 1), (2, 2)])
    issues(staging, "map", "account", [(1, "kind", "value_not_in_map", "error")])
    run(staging, ACCOUNT)
    assert told(staging) == [
        (1, "kind", "value_not_in_map", "error"),
        (2, "kind", "not_in_picklist", "error"),
    ]


def test_waivers_turn_errors_into_warnings(staging: Staging) -> None:
    rows = [
        account(1, kind="9"),
        account(2, kind="9"),
        account(3, name=None),
        account(4, name=None),
    ]
    golden(staging, "account", ACCOUNT_FIELDS, rows)
    waivers = (
        Waiver("account", "kind", "not_in_picklist", "known", row=2),
        Waiver("account", "name", "required", "agreed"),
        Waiver("contact", "kind", "not_in_picklist", "other entity"),
    )
    run(staging, ACCOUNT, waivers=waivers)
    assert gids(staging, "ready_account") == [2, 3, 4]
    assert [severity for *_, severity in told(staging)] == ["error", *["warning"] * 3]


def test_rules_of_people_run_with_their_severity(staging: Staging) -> None:
    golden(staging, "account", ACCOUNT_FIELDS, [account(1, code="x y"), account(2, code="xy")])
    rules = (
        CheckRule("pattern", ("code",), {"pattern": r"\w+"}, Severity.WARNING),
        CheckRule("pattern", ("name",), {"pattern": "never"}, enabled=False),
    )
    run(staging, ACCOUNT, checking=(Checking("account", rules),))
    assert told(staging) == [(1, "code", "pattern", "warning")]
    assert gids(staging, "ready_account") == [1, 2]


def test_all_bad_rules_are_named_before_anything_is_written(staging: Staging) -> None:
    golden(staging, "account", ACCOUNT_FIELDS, [account(1)])
    rules = (
        CheckRule("patern", ("code",)),
        CheckRule("required", ("nme",)),
        CheckRule("pattern", ("code",), {"pattern": "(?=x)"}),
        CheckRule("compare_fields", ("revenue",)),
    )
    with pytest.raises(PlanError) as caught:
        run(staging, ACCOUNT, checking=(Checking("account", rules),))
    problems = caught.value.details["problems"]
    assert len(problems) == 4
    assert "pattern" in problems[0]  # the near miss
    assert not staging.exists("ready_account")


def test_an_entity_without_rows_is_empty_not_missing(staging: Staging) -> None:
    report = run(staging, ACCOUNT, CONTACT)
    assert report.rows == dict.fromkeys(
        ("ready_account", "quarantine_account", "ready_contact", "quarantine_contact"), 0
    )
    assert "_raw_accountid" in staging.columns("ready_contact")


def test_hostile_names_and_values_are_only_text(staging: Staging) -> None:
    bad = "a\"'b; drop table x --"
    entity = Entity(bad, (Field(bad, required=True, length=3, picklist=(PicklistValue("'"),)),))
    rules = (CheckRule("not_placeholder", (bad,), {"words": ["'; --"]}),)
    golden(staging, bad, (bad,), [{"_gid": 1, bad: "'"}, {"_gid": 2, bad: "'; --"}])
    run(staging, entity, checking=(Checking(bad, rules),))
    assert gids(staging, names.ready(bad)) == [1]


def test_facts_count_issues_by_field_and_code(staging: Staging) -> None:
    golden(staging, "account", ACCOUNT_FIELDS, [account(1, kind="9"), account(2, kind="9")])
    report = run(staging, ACCOUNT)
    assert report.facts["issues"] == [
        {
            "entity": "account",
            "field": "kind",
            "code": "not_in_picklist",
            "severity": "error",
            "count": 2,
            "rows": 2,
        }
    ]
    assert report.attention == 2
    assert {row["code"] for row in report.facts["issues"]} <= set(ISSUE_CODES)


def test_no_work_table_stays(staging: Staging) -> None:
    golden(staging, "account", ACCOUNT_FIELDS, [child_of(1, None, name=None), child_of(2, 1)])
    run(staging, ACCOUNT)
    tables = {row[0] for row in staging.rows("select table_name from duckdb_tables()")}
    assert not {name for name in tables if name.startswith(("_found", "_held", "_edge"))}


def test_a_lookup_that_the_schema_does_not_declare(staging: Staging) -> None:
    orders = Entity("orders", (Field("who", FieldType.INTEGER, length=1),))
    rows = [{"_gid": 5, "who": "10", "_raw_who": "a"}, {"_gid": 6, "who": "11", "_raw_who": "b"}]
    golden(staging, "orders", ("who", "_raw_who"), rows)
    golden(staging, "account", ACCOUNT_FIELDS, [account(10, name=None), account(11)])
    run(staging, ACCOUNT, orders, parents={"orders.who": ("account",)})
    assert told(staging, "orders") == [(5, "who", "parent_held_back", "error")]
