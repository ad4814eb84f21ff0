"""Merge: survivorship, crosswalk, lookups; rows in, rows out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa
import pytest

from migrator.errors import Cancelled, PlanError
from migrator.model.mapping import Feed, FieldMapping, Lookup, row_id
from migrator.model.matching import Answer, Verdict
from migrator.model.plan import Plan
from migrator.model.survivorship import SurvivorRule, Survivorship
from migrator.progress import NULL_PROGRESS
from migrator.stages import match
from migrator.stages.merge import EntityMerge, MergeSection, run, section_of
from migrator.stages.merge_lookups import FieldLookup
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging

FEED_IDS = {1: "crm.customers", 2: "shop.people", 3: "crm.orders"}
FEED_SOURCES = {1: "crm", 2: "shop", 3: "crm"}


@pytest.fixture
def staging() -> Iterator[Staging]:
    opened = Staging(None, threads=2)
    opened.begin("cafe0001")
    yield opened
    opened.close()


def put(
    staging: Staging, entity: str, fields: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """clean_<entity> from rows of (feed, ordinal, key, *values)."""
    schema = pa.schema([("_rid", pa.int64()), *((n, pa.string()) for n in ("_key", *fields))])
    table = [[row_id(feed, ordinal), *rest] for feed, ordinal, *rest in rows]
    columns = [
        pa.array([row[place] for row in table], kind.type) for place, kind in enumerate(schema)
    ]
    staging.write(names.clean(entity), schema, [pa.RecordBatch.from_arrays(columns, schema=schema)])


def cluster(staging: Staging, entity: str, *groups: Sequence[tuple[int, int]]) -> None:
    pairs = []
    for group in groups:
        rids = [row_id(*row) for row in group]
        pairs += [(rid, min(rids)) for rid in rids]
    values = ", ".join(f"({a}::bigint, {b}::bigint)" for a, b in pairs) or "(NULL, NULL)"
    staging.create(
        names.clusters(entity),
        f"select _rid::bigint as _rid, _gid::bigint as _gid from (values {values})"
        " v(_rid, _gid) where _rid is not null",
    )


def section(*entities: EntityMerge, rules: tuple[Survivorship, ...] = ()) -> MergeSection:
    return MergeSection(entities, rules, FEED_IDS, FEED_SOURCES)


def table(staging: Staging, name: str, columns: str, order: str = "all") -> list[tuple[Any, ...]]:
    return staging.rows(f"select {columns} from {quote(name)} order by {order}")


def merge(staging: Staging, *entities: EntityMerge, rules: tuple[Survivorship, ...] = ()) -> Any:
    return run(staging, section(*entities, rules=rules), NULL_PROGRESS)


CONTACT = EntityMerge("contact", ("name", "email"))


def test_single_rows_pass_straight_through(staging: Staging) -> None:
    put(staging, "contact", ("name", "email"), [(1, 1, "a", "Ali", None), (1, 2, "b", None, "")])
    cluster(staging, "contact")
    report = merge(staging, CONTACT)
    assert table(staging, "golden_contact", "_gid, _key, _size, name, email") == [
        (row_id(1, 1), "crm.customers|a", 1, "Ali", None),
        (row_id(1, 2), "crm.customers|b", 1, None, ""),
    ]
    assert table(staging, "provenance_contact", "*") == []
    assert table(staging, "issues_merge_contact", "*") == []
    assert report.facts["contact"]["absorbed"] == 0


def test_issue_and_provenance_tables_have_their_columns_even_when_empty(staging: Staging) -> None:
    put(staging, "contact", ("name", "email"), [])
    cluster(staging, "contact")
    merge(staging, CONTACT)
    assert staging.columns("issues_merge_contact") == [
        "row", "field", "code", "severity", "value", "detail",
    ]  # fmt: skip
    assert staging.columns("provenance_contact") == ["_gid", "field", "_rid", "rule"]
    assert staging.columns("golden_contact") == ["_gid", "_key", "_size", "name", "email"]
    assert staging.columns("crosswalk_contact") == ["_rid", "_gid", "_key"]


def test_an_empty_value_never_beats_a_value(staging: Staging) -> None:
    put(
        staging,
        "contact",
        ("name", "email"),
        [(1, 1, "a", None, ""), (1, 2, "b", "Ali", None), (2, 1, "a", "Aly", "a@b.ir")],
    )
    cluster(staging, "contact", [(1, 1), (1, 2), (2, 1)])
    merge(staging, CONTACT)
    assert table(staging, "golden_contact", "_key, _size, name, email") == [
        ("crm.customers|a", 3, "Ali", "a@b.ir")
    ]
    assert table(staging, "provenance_contact", "field, _rid, rule") == [
        ("email", row_id(2, 1), "first"),
        ("name", row_id(1, 2), "first"),
    ]


def test_field_rule_beats_default_rule(staging: Staging) -> None:
    put(
        staging,
        "contact",
        ("name", "email"),
        [(1, 1, "a", "Ali", "a@b.ir"), (1, 2, "b", "Ali Karimi", "ali@b.ir")],
    )
    cluster(staging, "contact", [(1, 1), (1, 2)])
    rules = (SurvivorRule("", "longest"), SurvivorRule("email", "last"))
    merge(staging, CONTACT, rules=(Survivorship("contact", rules),))
    assert table(staging, "golden_contact", "name, email") == [("Ali Karimi", "ali@b.ir")]
    assert table(staging, "provenance_contact", "field, rule") == [
        ("email", "last"),
        ("name", "longest"),
    ]


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        pytest.param(SurvivorRule("name", "longset"), "no such rule", id="unknown rule"),
        pytest.param(SurvivorRule("nam", "first"), "no such field", id="unknown field"),
        pytest.param(SurvivorRule("name", "most_recent", {"by": "x"}), "no field 'x'", id="date"),
        pytest.param(
            SurvivorRule("name", "valid_first", {"pattern": "("}), "bad pattern", id="pattern"
        ),
        pytest.param(
            SurvivorRule("name", "source_priority", {"sources": "crm"}), "a list", id="options"
        ),
    ],
)
def test_rules_that_do_not_fit_are_named(staging: Staging, rule: SurvivorRule, says: str) -> None:
    put(staging, "contact", ("name", "email"), [])
    cluster(staging, "contact")
    with pytest.raises(PlanError) as caught:
        merge(staging, CONTACT, rules=(Survivorship("contact", (rule,)),))
    assert says in caught.value.details["problems"][0]


def test_repeated_source_keys_become_unique_and_are_told(staging: Staging) -> None:
    rows = [
        (1, 1, "a", "x", None),
        (1, 2, "a", "y", None),
        (1, 3, "a", "z", None),
        (1, 4, "a#2", "u", None),
        (2, 1, "a", "v", None),
        (2, 2, None, "w", None),
    ]
    put(staging, "contact", ("name", "email"), rows)
    cluster(staging, "contact")
    merge(staging, CONTACT)
    keys = dict(table(staging, "golden_contact", "name, _key"))
    assert keys == {
        "x": "crm.customers|a",
        "y": "crm.customers|a#2#2",
        "z": "crm.customers|a#3",
        "u": "crm.customers|a#2",
        "v": "shop.people|a",
        "w": "shop.people|2",
    }
    assert table(staging, "issues_merge_contact", "row, code, severity, value, detail") == [
        (row_id(1, 2), "same_key", "warning", "a", "crm.customers"),
        (row_id(1, 3), "same_key", "warning", "a", "crm.customers"),
    ]


def test_repeated_keys_that_were_merged_are_no_issue(staging: Staging) -> None:
    put(staging, "contact", ("name", "email"), [(1, 1, "a", "x", None), (1, 2, "a", "x", None)])
    cluster(staging, "contact", [(1, 1), (1, 2)])
    merge(staging, CONTACT)
    assert table(staging, "issues_merge_contact", "*") == []
    assert table(staging, "crosswalk_contact", "_gid, _key") == [
        (row_id(1, 1), "crm.customers|a"),
        (row_id(1, 1), "crm.customers|a#2"),
    ]


# -- lookups

ORDER = EntityMerge(
    "order", ("total", "customer"), (FieldLookup("customer", Lookup("contact"), (3,)),)
)


def orders(staging: Staging, *customers: str | None) -> None:
    rows = [(3, n, f"o{n}", str(n), customer) for n, customer in enumerate(customers, 1)]
    put(staging, "order", ("total", "customer"), rows)
    cluster(staging, "order")


def test_children_follow_a_merged_parent(staging: Staging) -> None:
    put(
        staging,
        "contact",
        ("name", "email"),
        [(1, 1, "a", "Ali", None), (1, 2, "b", "Ali", None), (1, 3, "c", "Sara", None)],
    )
    cluster(staging, "contact", [(1, 1), (1, 2)])
    orders(staging, "b", "c", "nobody", None, "")
    report = merge(staging, CONTACT, ORDER)
    assert table(staging, "golden_order", "total, customer, _raw_customer") == [
        ("1", str(row_id(1, 1)), "b"),
        ("2", str(row_id(1, 3)), "c"),
        ("3", None, "nobody"),
        ("4", None, None),
        ("5", None, ""),
    ]
    assert table(staging, "issues_merge_order", "*") == [
        (row_id(3, 3), "customer", "lookup_not_found", "error", "nobody", "contact")
    ]
    assert report.attention == 1


def test_taking_a_merge_back_restores_values_and_children(staging: Staging) -> None:
    put(
        staging,
        "contact",
        ("name", "email"),
        [(1, 1, "a", "Ali", None), (1, 2, "b", "Aly", "a@b.ir")],
    )
    orders(staging, "a", "b")
    rows = (row_id(1, 1), row_id(1, 2))
    joined = (Verdict("contact", *rows, Answer.SAME, 1),)
    parted = (*joined, Verdict("contact", *rows, Answer.DIFFERENT, 2))

    def outcome(verdicts: tuple[Verdict, ...]) -> tuple[Any, Any]:
        match.run(staging, match.MatchSection((), verdicts, ("contact", "order")), NULL_PROGRESS)
        merge(staging, CONTACT, ORDER)
        return (
            table(staging, "golden_contact", "_gid, _key, name, email"),
            table(staging, "golden_order", "total, customer"),
        )

    assert outcome(joined) == (
        [(rows[0], "crm.customers|a", "Ali", "a@b.ir")],
        [("1", str(rows[0])), ("2", str(rows[0]))],
    )
    assert outcome(parted) == (
        [(rows[0], "crm.customers|a", "Ali", None), (rows[1], "crm.customers|b", "Aly", "a@b.ir")],
        [("1", str(rows[0])), ("2", str(rows[1]))],
    )


def test_lookup_prefers_the_childs_own_source_then_the_lowest_row(staging: Staging) -> None:
    rows = [(1, 1, "7", "old", None), (2, 1, "7", "shop", None), (2, 2, "8", "x", None)]
    put(staging, "contact", ("name", "email"), [*rows, (2, 3, "8", "y", None)])
    cluster(staging, "contact")
    put(staging, "order", ("total", "customer"), [(3, 1, "o", "1", "7"), (2, 9, "p", "2", "8")])
    cluster(staging, "order")
    lookup = FieldLookup("customer", Lookup("contact"), (2, 3))
    merge(staging, CONTACT, EntityMerge("order", ("total", "customer"), (lookup,)))
    assert table(staging, "golden_order", "total, customer") == [
        ("1", str(row_id(1, 1))),
        ("2", str(row_id(2, 2))),
    ]
    assert table(staging, "issues_merge_order", "code, severity, value") == [
        ("lookup_ambiguous", "warning", "8")
    ]


def test_two_fitting_rows_of_one_golden_record_are_not_ambiguous(staging: Staging) -> None:
    put(staging, "contact", ("name", "email"), [(1, 1, "8", "x", None), (1, 2, "8", "y", None)])
    cluster(staging, "contact", [(1, 1), (1, 2)])
    orders(staging, "8")
    merge(staging, CONTACT, ORDER)
    assert table(staging, "issues_merge_order", "*") == []


def test_lookup_in_one_feed_only(staging: Staging) -> None:
    put(staging, "contact", ("name", "email"), [(1, 1, "7", "x", None), (2, 1, "7", "y", None)])
    cluster(staging, "contact")
    orders(staging, "7")
    lookup = FieldLookup("customer", Lookup("contact", feed="shop.people"), (3,))
    merge(staging, CONTACT, EntityMerge("order", ("total", "customer"), (lookup,)))
    assert table(staging, "golden_order", "customer") == [(str(row_id(2, 1)),)]


def test_lookup_by_a_field_is_folded(staging: Staging) -> None:
    put(
        staging,
        "contact",
        ("name", "email"),
        [(1, 1, "a", "علی کریمی", None), (1, 2, "b", "Sara  KARIMI", None)],
    )
    cluster(staging, "contact")
    orders(staging, "علي كريمي", "sara karimi", "nobody", "--")
    lookup = FieldLookup("customer", Lookup("contact", by="name"), (3,))
    merge(staging, CONTACT, EntityMerge("order", ("total", "customer"), (lookup,)))
    assert table(staging, "golden_order", "customer") == [
        (str(row_id(1, 1)),),
        (str(row_id(1, 2)),),
        (None,),
        (None,),
    ]


def test_a_circle_of_entities_and_a_lookup_into_itself(staging: Staging) -> None:
    put(
        staging,
        "account",
        ("name", "parent", "main"),
        [(1, 1, "A", "Pars", "B", "c1"), (1, 2, "B", "Iran", "B", None)],
    )
    put(staging, "contact", ("name", "account"), [(2, 1, "c1", "Ali", "B")])
    for entity in ("account", "contact"):
        cluster(staging, entity)
    account = EntityMerge(
        "account",
        ("name", "parent", "main"),
        (
            FieldLookup("parent", Lookup("account"), (1,)),
            FieldLookup("main", Lookup("contact"), (1,)),
        ),
    )
    contact = EntityMerge(
        "contact", ("name", "account"), (FieldLookup("account", Lookup("account"), (2,)),)
    )
    merge(staging, account, contact)
    pars, iran, ali = row_id(1, 1), row_id(1, 2), row_id(2, 1)
    assert table(staging, "golden_account", "_gid, parent, main") == [
        (pars, str(iran), str(ali)),
        (iran, str(iran), None),
    ]
    assert table(staging, "golden_contact", "account") == [(str(iran),)]


def test_value_of_a_feed_without_lookup_is_not_taken_for_a_record(staging: Staging) -> None:
    put(staging, "contact", ("name", "email"), [(1, 1, "a", "Ali", None)])
    cluster(staging, "contact")
    put(staging, "order", ("total", "customer"), [(2, 1, "p", "2", "a")])
    cluster(staging, "order")
    merge(staging, CONTACT, ORDER)
    assert table(staging, "golden_order", "customer, _raw_customer") == [(None, "a")]
    assert table(staging, "issues_merge_order", "code") == [("lookup_not_found",)]


@pytest.mark.parametrize(
    ("lookup", "says"),
    [
        pytest.param(Lookup("nothing"), "no feed fills", id="entity"),
        pytest.param(Lookup("contact", by="x"), "not mapped", id="field"),
        pytest.param(Lookup("contact", feed="x"), "does not exist", id="feed"),
    ],
)
def test_lookups_that_do_not_fit_are_named(staging: Staging, lookup: Lookup, says: str) -> None:
    put(staging, "contact", ("name", "email"), [])
    orders(staging)
    with pytest.raises(PlanError) as caught:
        merge(
            staging,
            CONTACT,
            EntityMerge("order", ("customer",), (FieldLookup("customer", lookup, (3,)),)),
        )
    assert says in caught.value.details["problems"][0]


def test_temporary_tables_are_gone(staging: Staging) -> None:
    put(staging, "contact", ("name", "email"), [(1, 1, "a", "x", None), (1, 2, "b", "y", None)])
    cluster(staging, "contact", [(1, 1), (1, 2)])
    orders(staging, "a")
    merge(staging, CONTACT, ORDER)
    left = staging.rows("select table_name from duckdb_columns() where table_name like 'merge_%'")
    assert left == []


def test_cancelling_leaves_the_old_output_and_nothing_else(staging: Staging) -> None:
    class Stop:
        def update(self, done: int, total: int | None, label: str) -> None:
            if label == "order: merge":
                raise Cancelled

    put(staging, "contact", ("name", "email"), [(1, 1, "a", "x", None)])
    cluster(staging, "contact")
    orders(staging, "a")
    with pytest.raises(Cancelled):
        run(staging, section(CONTACT, ORDER), Stop())
    left = staging.rows("select table_name from duckdb_columns() where table_name like 'merge_%'")
    assert left == []
    assert not staging.exists("golden_order")


def test_section_of_a_plan() -> None:
    lookup = Lookup("contact")
    plan = Plan(
        "x",
        feeds=(
            Feed("f1", 1, "crm", "c", "contact", fields=(FieldMapping("name"),)),
            Feed("f2", 2, "shop", "o", "order", fields=(FieldMapping("customer", lookup=lookup),)),
            Feed("f3", 3, "crm", "o", "order", fields=(FieldMapping("customer", lookup=lookup),)),
        ),
    )
    assert section_of(plan, ["contact", "order"]) == MergeSection(
        (
            EntityMerge("contact", ("name",)),
            EntityMerge("order", ("customer",), (FieldLookup("customer", lookup, (2, 3)),)),
        ),
        (),
        {1: "f1", 2: "f2", 3: "f3"},
        {1: "crm", 2: "shop", 3: "crm"},
    )
