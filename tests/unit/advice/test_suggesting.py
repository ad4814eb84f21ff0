"""Suggestions against a person's truth (`headers.txt`), and where they must not be sure.

The figures behind these bounds: `python -m tests.bench.suggesting`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from migrator import bundled, starting
from migrator.advice.assigning import Pair, assign
from migrator.advice.columns import columns_of
from migrator.advice.finglish import FINGLISH, sound
from migrator.advice.mapping import rows_for, suggest
from migrator.advice.pairing import Fit
from migrator.advice.thesaurus import COMPOSED, WORDS
from migrator.advice.turning import turned
from migrator.advice.understanding import understood_entity
from migrator.advice.words import canonical
from migrator.desks.evidence import told
from migrator.desks.mapping import MappingDesk
from migrator.model.mapping import Lookup
from migrator.model.profile import TableProfile
from migrator.model.schema import Entity, Field, FieldType, Schema
from migrator.model.source import SourceColumn, SourceTable, TableKind
from migrator.progress import NULL_PROGRESS
from tests.unit.advice.judged import ROWS, SURE, judge, profile_of, sheets

CRM = bundled.schema("crm")
LANDLINES = tuple(f"021887766{n}" for n in range(50, 56))
MOBILES = tuple(f"091212345{n}" for n in range(60, 66))
PERSIAN = re.compile("[\u0600-\u06ff]")


def test_the_table_of_headers_is_worth_something() -> None:
    known = sheets()
    headers = [h for sheet in known for h in sheet.headers]
    held = [h for sheet in known if sheet.half == "held" for h in sheet.headers]
    assert len(headers) >= 300
    assert len(held) >= len(headers) / 2
    assert sum(not h.fine for h in headers) >= 80, "columns that belong nowhere"
    places = {f"{e.name}.{f.name}" for e in CRM.entities for f in e.fields}
    assert {place for h in headers for place in h.fine} <= places


@pytest.mark.parametrize("values", [True, False], ids=["values", "names"])
@pytest.mark.parametrize("half", ["tune", "held"])
def test_suggestions_agree_with_people(half: str, values: bool) -> None:
    score = judge((s for s in sheets() if s.half == half), CRM, values=values)
    assert score.wrong(SURE) == [], "wrong where the window says sure"
    assert score.precision() >= 0.95
    assert score.recall >= 0.87, score.missed
    assert score.count(SURE) >= 0.5 * score.count(), "being unsure of everything is no answer"


def mapped(
    name: str, schema: Schema, **columns: tuple[str, ...]
) -> dict[str, dict[str, tuple[str, float]]]:
    """Entity -> column -> (field, confidence), for rows of one column."""
    table = SourceTable(name, tuple(SourceColumn(c) for c in columns), kind=TableKind.SHEET)
    profile = TableProfile(name, ROWS, tuple(profile_of(c, v) for c, v in columns.items()))
    return {
        feed.entity: {
            row.sources[0]: (row.target, row.confidence or 0.0)
            for row in feed.fields
            if len(row.sources) == 1
        }
        for feed in suggest([("s", table, profile)], schema).feeds
    }


@pytest.mark.parametrize(
    "header",
    ["Email consent", "Email bounced", "email_count", "Old email", "E-mail note", "تایید ایمیل"]
    + ["Phone type", "Phone verified", "Preferred phone", "tel_note", "Assistant phone"]
    + ["Supplier number", "City code", "Fax count", "Address type", "آدرس قدیم", "Country flag"]
    + ["last modified by", "تاریخ تماس", "ردیف"],
)
def test_a_word_that_turns_the_meaning(header: str) -> None:
    table = SourceTable("customers", (SourceColumn("Company"), SourceColumn(header)))
    (feed,) = suggest([("s", table, None)], CRM).feeds
    assert [row.target for row in feed.fields if header in row.sources] == []


@pytest.mark.parametrize(
    ("strange", "meaning", "factor"),
    [
        ((), "email", 1.0),
        (("work",), "email", 1.0),
        (("consent",), "email", 0.3),
        (("consent",), "boolean", 1.0),
        (("date",), "birth_date", 1.0),
        (("date",), "phone", 0.3),
        (("code",), "phone", 1.0),
        (("code",), "city", 0.3),
        (("supplier",), "code", 0.45),
        (("zzz",), "email", 0.6),
    ],
)
def test_turned(strange: tuple[str, ...], meaning: str, factor: float) -> None:
    assert turned(strange, meaning) == factor


def test_several_telephones_each_find_their_field() -> None:
    names = {"first_name": ("Ali",), "last_name": ("Rad",)}
    company = mapped(
        "customers", CRM, Company=("Alfa Ltd",), tel1=LANDLINES, tel2=LANDLINES, tel3=LANDLINES
    )
    assert company["account"]["tel1"][0] == "telephone1"
    assert company["account"]["tel2"][0] == "telephone2"
    assert "tel3" not in company["account"], "there is no third field"
    person = mapped("contacts", CRM, **names, phone1=LANDLINES, phone2=MOBILES)
    assert person["contact"]["phone1"][0] == "telephone1"
    assert person["contact"]["phone2"][0] == "mobilephone", "its values are mobile numbers"


def test_address_blocks_stay_together() -> None:
    kinds = ("street", "city", "postcode")
    fields = [Field(f"{block}_{kind}") for block in ("billing", "shipping") for kind in kinds]
    account = Entity("account", (Field("name", required=True), *fields))
    got = mapped(
        "customers",
        Schema((account,)),
        Company=("Alfa Ltd",),
        **{
            f"{block} {kind}": values
            for block in ("Bill to", "Delivery")
            for kind, values in zip(kinds, (("1 High Street",), ("London",), ()), strict=True)
        },
    )["account"]
    for kind in kinds:
        assert got[f"Bill to {kind}"][0] == f"billing_{kind}"
        assert got[f"Delivery {kind}"][0] == f"shipping_{kind}"


def test_a_target_that_says_nothing_of_meanings_is_understood() -> None:
    entity = Entity(
        "clients",
        (Field("id", FieldType.INTEGER), Field("name"), Field("mobile_no"), Field("kod_melli"))
        + (Field("xyz"), Field("vip", FieldType.BOOLEAN)),
        primary_key=("id",),
    )
    meanings = [field.meaning for field in understood_entity(entity).fields]
    assert meanings == ["", "company_name", "mobile", "national_id", "", "boolean"]
    columns = (SourceColumn("همراه"), SourceColumn("کد ملی"))
    rows = rows_for(SourceTable("t", columns), None, entity)
    assert {row.target: row.sources for row in rows} == {
        "mobile_no": ("همراه",),
        "kod_melli": ("کد ملی",),
    }


def test_fields_called_the_same_are_never_sure() -> None:
    twins = Entity("account", (Field("Region__c", label="Region"), Field("region")))
    (row,) = rows_for(SourceTable("t", (SourceColumn("Region"),)), None, twins)
    assert (row.confidence or 1.0) < SURE
    assert "another pair fits as well" in row.evidence


def test_a_column_makes_way_where_it_loses_nothing() -> None:
    table = SourceTable("t", (SourceColumn("a"), SourceColumn("b")))
    a, b = columns_of(table, None)
    f, g = Field("f"), Field("g")
    pairs = [Pair(a, f, Fit(0.9, "")), Pair(a, g, Fit(0.88, "")), Pair(b, f, Fit(0.8, ""))]
    assert {p.column.name: p.field.name for p in assign(pairs)} == {"a": "g", "b": "f"}
    dear = [pairs[0], Pair(a, g, Fit(0.6, "")), pairs[2]]
    assert {p.column.name: p.field.name for p in assign(dear)} == {"a": "f"}


@pytest.mark.parametrize(
    ("one", "other"),
    [("kode", "cod"), ("melli", "meli"), ("shomareh", "shomare"), ("moojoodi", "mojudi")]
    + [("gheymat", "gheimat"), ("mahsool", "mahsul"), ("khanevadegi", "khanevadegy")],
)
def test_finglish_spellings_sound_the_same(one: str, other: str) -> None:
    assert sound(one) == sound(other)
    assert sound("sherkat") != sound("shahr")


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("kodemelli", ("nationalid",)),
        ("national kod", ("nationalid",)),
        ("shomareh_hamrah", ("mobile",)),
        ("CUST_NM", ("customer", "name")),
        ("ش. ثبت", ("registrationno",)),
        ("نام و نام خانوادگی", ("fullname",)),
        ("تاریخ آخرین خرید", ("date", "latest", "خرید")),
        ("First", ("firstname",)),
    ],
)
def test_headers_of_all_sorts(header: str, words: tuple[str, ...]) -> None:
    assert canonical(header) == words


def test_every_composed_word_is_made_of_known_ones() -> None:
    known = {*WORDS, *FINGLISH}
    assert {word for parts in COMPOSED for word in parts} <= known
    assert set(FINGLISH) - {"sale", "purchase", "total", "active"} <= set(WORDS) | {"taxnumber"}


@pytest.mark.parametrize(
    ("codes", "sources", "linked"),
    [
        (("C1", "C1", "C2"), ("s", "s"), True),
        (("17", "18", "17"), ("s", "s"), False),
        (("C1", "C1", "C2"), ("a", "b"), True),
        (("C7", "C8", "C7"), ("a", "b"), False),
    ],
    ids=["called like the key", "looks otherwise", "two files", "two files, other values"],
)
def test_a_code_of_another_table_is_a_lookup(
    codes: tuple[str, ...], sources: tuple[str, str], linked: bool
) -> None:
    customers = SourceTable(
        "مشتریان", (SourceColumn("کد"), SourceColumn("نام شرکت")), unique_keys=(("کد",),)
    )
    orders = SourceTable(
        "orders", (SourceColumn("Order no"), SourceColumn("cust_cd")), unique_keys=(("Order no",),)
    )
    given = [
        (customers, (("کد", ("C1", "C2", "C3")), ("نام شرکت", ("شرکت الف", "شرکت ب")))),
        (orders, (("Order no", ("1", "2", "3")), ("cust_cd", codes))),
    ]
    feeds = suggest(
        [
            (source, table, TableProfile(table.name, ROWS, tuple(profile_of(*c) for c in seen)))
            for source, (table, seen) in zip(sources, given, strict=True)
        ],
        CRM,
    ).feeds
    links = [row for row in feeds[-1].fields if row.lookup]
    assert [(row.target, row.sources) for row in links] == (
        [("customerid", ("cust_cd",))] if linked else []
    )


@pytest.mark.parametrize(
    ("header", "by"),
    [
        ("Owner:systemuser-internalemailaddress", "internalemailaddress"),
        ("ownerid.employeeid", "employeeid"),
        ("Owner:account-name", None),
        ("Owner:systemuser-nothing", None),
        ("Note: call", None),
    ],
)
def test_headers_that_name_the_key_of_the_parent(header: str, by: str | None) -> None:
    table = SourceTable("customers", (SourceColumn("Company"), SourceColumn(header)))
    (feed,) = suggest([("s", table, None)], CRM).feeds
    by_role = {row.sources: row for row in feed.fields}
    by_people = {row.sources: row for row in rows_for(table, None, CRM.entity("account"), CRM)}
    for rows in (by_role, by_people):
        lookup = rows[header,].lookup if (header,) in rows else None
        assert lookup == (by and Lookup("systemuser", by))


def test_reasons_are_told_in_persian() -> None:
    parts = [
        part
        for sheet in sheets()
        for feed in suggest([("s", sheet.table, sheet.profile)], CRM).feeds
        for row in feed.fields
        for part in told(row.evidence)
    ]
    assert parts
    assert [part.en for part in parts if not PERSIAN.search(part.fa)] == []


def test_consent_never_becomes_the_address(tmp_path: Path) -> None:
    """Through the proposals that a new project takes, and through the mapping step."""
    csv = tmp_path / "customers.csv"
    csv.write_text("Company,Email consent,City\nAlfa Ltd,Y,London\nBeta Inc,N,Leeds\n", "utf-8")
    target = f"sqlite:///{tmp_path / 'crm.sqlite'}"
    with starting.begin(tmp_path / "p", [str(csv)], target, create="crm") as workspace:
        starting.propose_all(workspace)
        proposed = workspace.plan.feeds
        MappingDesk(workspace).suggest(progress=NULL_PROGRESS)
        for feeds in (proposed, workspace.plan.feeds):
            used = {source for feed in feeds for row in feed.fields for source in row.sources}
            assert used == {"Company", "City"}
        assert ("customers", "customers", "Email consent") in starting.unaccounted(workspace.plan)
