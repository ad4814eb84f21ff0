"""Mapping suggestions where headers mislead, tables say little, and targets are not ours."""

from __future__ import annotations

import pytest

from migrator import bundled
from migrator.advice.mapping import suggest
from migrator.advice.words import alike, canonical, kind_of
from migrator.model.profile import ColumnProfile, TableProfile
from migrator.model.schema import Entity, Field, FieldType, Schema
from migrator.model.source import SourceColumn, SourceTable, TableKind

CRM = bundled.schema("crm")


def a_table(name: str, *columns: str, kind: TableKind = TableKind.FILE) -> SourceTable:
    return SourceTable(name, tuple(SourceColumn(c, c) for c in columns), kind=kind)


def mapped_to(name: str, *columns: str) -> dict[str, set[str]]:
    """Column -> entity.field over all feeds, from names alone."""
    out: dict[str, set[str]] = {column: set() for column in columns}
    for feed in suggest([("s", a_table(name, *columns), None)], CRM).feeds:
        for row in feed.fields:
            for column in row.sources:
                out[column].add(f"{feed.entity}.{row.target}")
    return out


def test_a_word_more_is_another_thing() -> None:
    got = mapped_to("customers", "Company", "Email", "Email consent", "Name")
    assert got["Email"] == {"account.emailaddress1"}
    assert got["Email consent"] == set()


def test_supplier_number_is_not_supplier_name() -> None:
    got = mapped_to("suppliers", "Supplier number", "Supplier name")
    assert got["Supplier name"] == {"account.name"}
    assert got["Supplier number"] == {"account.accountnumber"}
    products = mapped_to(
        "products", "Product name", "Product code", "Supplier number", "Supplier name"
    )
    assert products["Supplier number"] == set()
    assert products["Supplier name"] == set()


@pytest.mark.parametrize(
    ("columns", "wanted"),
    [
        (
            ("cod_moshtari", "nam_sherkat", "tel1", "tel2", "shahr", "cod posti", "code eghtesadi"),
            ("accountnumber", "name", "telephone1", "telephone2", "address1_city")
            + ("address1_postalcode", "new_economiccode"),
        ),
        (
            ("نام مشتری", "تلفن", "نمابر", "وب سایت", "استان", "كد اقتصادي"),
            ("name", "telephone1", "fax", "websiteurl", "address1_stateorprovince")
            + ("new_economiccode",),
        ),
        (
            ("CUST_NO", "CUST_NAME", "ADDR", "ZIP", "STATE", "WWW"),
            ("accountnumber", "name", "address1_line1", "address1_postalcode")
            + ("address1_stateorprovince", "websiteurl"),
        ),
    ],
    ids=["finglish", "persian", "abbreviations"],
)
def test_customer_headers_of_all_sorts(columns: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    got = mapped_to("customers", *columns)
    assert got == {c: {f"account.{w}"} for c, w in zip(columns, wanted, strict=True)}


def test_contacts_with_a_company_feed_both() -> None:
    got = mapped_to("contacts", "first_name", "last_name", "mob", "cod_meli", "company_name", "xyz")
    assert got["first_name"] == {"contact.firstname", "contact.fullname"}
    assert got["mob"] == {"contact.mobilephone"}
    assert got["cod_meli"] == {"contact.governmentid"}
    assert got["company_name"] == {"account.name", "contact.parentcustomerid"}
    assert got["xyz"] == set()


@pytest.mark.parametrize("name", ["Sheet1", "صفحه ۱", "export_2019"])
def test_columns_speak_where_the_table_does_not(name: str) -> None:
    got = mapped_to(name, "نام شرکت", "نام رابط", "موبایل", "ایمیل", "شهر", "آدرس")
    assert got["نام شرکت"] == {"account.name", "contact.parentcustomerid"}
    assert "contact.mobilephone" in got["موبایل"]


@pytest.mark.parametrize(
    "table",
    [
        a_table("settings", "key", "value", "updated"),
        a_table("Regions", "RegionID", "RegionDescription"),
        a_table("EmployeeTerritories", "EmployeeID", "TerritoryID"),
        a_table("Customers", "CompanyName", "Phone", "City", kind=TableKind.VIEW),
    ],
    ids=lambda t: t.name,
)
def test_unsure_tables_feed_nothing(table: SourceTable) -> None:
    found = suggest([("s", table, None)], CRM)
    assert found.feeds == ()
    assert [u.table for u in found.unmatched] == [table.name]
    assert len(found.unaccounted) == len(table.columns)


def test_two_like_columns_do_not_share_a_field() -> None:
    got = mapped_to("customers", "Company name", "Fax", "Fax number")
    assert sorted(len(got[c]) for c in ("Fax", "Fax number")) == [0, 1]


def test_dates_do_not_become_amounts() -> None:
    table = SourceTable(
        "customers",
        (SourceColumn("company"), SourceColumn("Credit limit", type=FieldType.DATE)),
    )
    found = suggest([("s", table, None)], CRM)
    assert [u.column for u in found.unaccounted] == ["Credit limit"]


def test_a_schema_that_is_not_ours() -> None:
    clients = Entity(
        "clients",
        (
            Field("id", FieldType.UUID, required=True),
            Field("company", length=80, required=True, meaning="company_name"),
            Field("phone", length=30, meaning="phone"),
        ),
        primary_key=("id",),
    )
    (feed,) = suggest(
        [("s", a_table("مشتریان", "نام شرکت", "تلفن"), None)], Schema((clients,))
    ).feeds
    assert {r.target: r.sources for r in feed.fields} == {
        "company": ("نام شرکت",),
        "phone": ("تلفن",),
    }


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("cod_meli", ("nationalid",)),
        ("کد ملي", ("nationalid",)),
        ("tel1", ("phone", "1")),
        ("ShipPostalCode", ("ship", "postalcode")),
        ("emailaddress1", ("email", "1")),
        ("Email consent", ("email", "consent")),
        ("نام مشتری", ("name", "customer")),
        ("ReportsTo", ("manager",)),
        ("qwzx", ("qwzx",)),
    ],
)
def test_canonical_words(header: str, words: tuple[str, ...]) -> None:
    assert canonical(header) == words


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("tblCustomers", "organisation"),
        ("customer orders", "order"),
        ("سفارش مشتری", "order"),
        ("لیست مشتریان", "organisation"),
        ("CustomerDemographics", ""),
        ("Sheet1", ""),
    ],
)
def test_kinds_of_tables(name: str, kind: str) -> None:
    assert kind_of(name) == kind


def test_likeness_is_symmetric_and_bounded() -> None:
    left, right = frozenset({"email", "consent"}), frozenset({"email"})
    assert alike(left, right) == alike(right, left) == 0.5
    assert alike(left, left) == 1.0
    assert alike(frozenset(), frozenset()) == 0.0


def test_customers_who_are_persons_are_contacts_first() -> None:
    """As in a shop: few rows name a company, and orders belong to the person."""
    customers = SourceTable(
        "Customer",
        tuple(SourceColumn(c, c) for c in ("CustomerId", "FirstName", "LastName", "Company")),
        primary_key=("CustomerId",),
    )
    filled = {"CustomerId": 50, "FirstName": 50, "LastName": 50, "Company": 9}
    columns = (
        ColumnProfile(name, 50, n, 50 - n, n, meaning=meaning, confidence=0.9)
        for (name, n), meaning in zip(
            filled.items(), ("id", "first_name", "last_name", "company_name"), strict=True
        )
    )
    orders = SourceTable(
        "Invoice",
        tuple(SourceColumn(c, c) for c in ("InvoiceId", "CustomerId", "BillingCity", "Total")),
        primary_key=("InvoiceId",),
    )
    found = suggest(
        [("s", customers, TableProfile("Customer", 50, tuple(columns))), ("s", orders, None)], CRM
    )
    account, contact, order = found.feeds
    assert [f.entity for f in found.feeds] == ["account", "contact", "salesorder"]
    assert [f.expression for f in account.filters] == ["not trim(field('Company'))"]
    assert contact.filters == ()
    (company,) = [r for r in contact.fields if r.lookup]
    assert company.lookup is not None
    assert (company.sources, company.lookup.by) == (("Company",), "name")
    (buyer,) = [r for r in order.fields if r.lookup]
    assert buyer.lookup is not None
    assert (buyer.target, buyer.lookup.feed) == ("contactid", contact.id)
    assert "BillingCity" in {u.column for u in found.unaccounted}, "a bill is not a ship-to address"
