"""Mapping suggestions against what a person would map, and against known traps."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

import openpyxl
import pytest

from migrator import bundled
from migrator.advice.mapping import Suggestions, lacking, suggest
from migrator.advice.meaning import meaning_of
from migrator.advice.meaning_values import calendar, is_number, plain
from migrator.model.mapping import Feed, FieldMapping, Lookup, RowStatus
from migrator.model.profile import ColumnProfile, TableProfile, ValueCount
from migrator.model.schema import FieldType
from migrator.model.source import ForeignKey, SourceColumn, SourceTable, TableKind
from migrator.transforms import TRANSFORMS
from migrator.transforms.expression import compile_expression

CRM = bundled.schema("crm")
SQLITE = {
    "TEXT": FieldType.TEXT,
    "INTEGER": FieldType.INTEGER,
    "NUMERIC": FieldType.DECIMAL,
    "REAL": FieldType.FLOAT,
    "DATE": FieldType.DATE,
    "DATETIME": FieldType.DATETIME,
    "BLOB": FieldType.BINARY,
}
ADDRESS = {
    "address1_line1": "Address",
    "address1_city": "City",
    "address1_stateorprovince": "Region",
    "address1_postalcode": "PostalCode",
    "address1_country": "Country",
}
PERSON = {"firstname": "ContactName", "lastname": "ContactName", "fullname": "ContactName"}
LIST = "مشتريان"

# What a person would map. Fields of several source columns are joined by "+"; "" is a constant.
TRUTH: dict[tuple[str, str], dict[str, str]] = {
    ("Customers", "account"): {
        "name": "CompanyName",
        "accountnumber": "CustomerID",
        "customertypecode": "",
        "telephone1": "Phone",
        "fax": "Fax",
        **ADDRESS,
    },
    ("Customers", "contact"): {
        **PERSON,
        "jobtitle": "ContactTitle",
        "telephone1": "Phone",
        "parentcustomerid": "CustomerID",
    },
    ("Employees", "systemuser"): {
        "fullname": "FirstName+LastName",
        "salutation": "TitleOfCourtesy",
        "firstname": "FirstName",
        "lastname": "LastName",
        "title": "Title",
        "employeeid": "EmployeeID",
        "homephone": "HomePhone",
        "parentsystemuserid": "ReportsTo",
        "new_birthdate": "BirthDate",
        "new_hiredate": "HireDate",
        "new_notes": "Notes",
        **ADDRESS,
    },
    ("Order Details", "salesorderdetail"): {
        "salesorderid": "OrderID",
        "productid": "ProductID",
        "quantity": "Quantity",
        "priceperunit": "UnitPrice",
        "new_discountrate": "Discount",
    },
    ("Orders", "salesorder"): {
        "ordernumber": "OrderID",
        "customerid": "CustomerID",
        "ownerid": "EmployeeID",
        "submitdate": "OrderDate",
        "requestdeliveryby": "RequiredDate",
        "datefulfilled": "ShippedDate",
        "freightamount": "Freight",
        "shipto_name": "ShipName",
        "shipto_line1": "ShipAddress",
        "shipto_city": "ShipCity",
        "shipto_stateorprovince": "ShipRegion",
        "shipto_postalcode": "ShipPostalCode",
        "shipto_country": "ShipCountry",
    },
    ("Products", "product"): {
        "productnumber": "ProductID",
        "name": "ProductName",
        "new_supplierid": "SupplierID",
        "size": "QuantityPerUnit",
        "price": "UnitPrice",
        "quantityonhand": "UnitsInStock",
        "statuscode": "Discontinued",
    },
    ("Shippers", "account"): {
        "name": "CompanyName",
        "accountnumber": "ShipperID",
        "customertypecode": "",
        "telephone1": "Phone",
    },
    ("Suppliers", "account"): {
        "name": "CompanyName",
        "accountnumber": "SupplierID",
        "customertypecode": "",
        "telephone1": "Phone",
        "fax": "Fax",
        "websiteurl": "HomePage",
        **ADDRESS,
    },
    ("Suppliers", "contact"): {
        **PERSON,
        "jobtitle": "ContactTitle",
        "telephone1": "Phone",
        "parentcustomerid": "SupplierID",
    },
    (LIST, "account"): {
        "name": "نام شرکت",
        "accountnumber": "کد",
        "new_nationalid": "شناسه ملی",
        "customertypecode": "",
        "telephone1": "تلفن",
        "emailaddress1": "ایمیل",
        "address1_line1": "آدرس",
        "address1_city": "شهر",
        "address1_postalcode": "کد پستی",
        "address1_country": "کشور",
        "creditlimit": "credit limit",
        "new_customersince": "تاریخ ثبت",
        "description": "توضیحات",
        "statuscode": "active?",
    },
    (LIST, "contact"): {
        "firstname": "contact person",
        "lastname": "contact person",
        "fullname": "contact person",
        "jobtitle": "سمت",
        "emailaddress1": "ایمیل",
        "telephone1": "تلفن",
        "mobilephone": "موبایل",
        "parentcustomerid": "کد",
    },
}


def column_profile(name: str, kind: FieldType, cells: Sequence[object]) -> ColumnProfile:
    """What profiling would say of these cells, as far as suggestions look at it."""
    values = [str(cell) for cell in cells if cell is not None and str(cell).strip()]
    counts = Counter(values)
    tests = ((FieldType.DECIMAL, is_number), (FieldType.DATE, calendar))
    if kind == FieldType.TEXT and values:
        kind = next((t for t, test in tests if all(test(plain(v)) for v in values)), kind)
    guess = meaning_of(name, list(counts)[:200], kind, unique=len(counts) == len(values))
    return ColumnProfile(
        name,
        len(cells),
        len(values),
        len(cells) - len(values),
        len(counts),
        longest=max(map(len, values), default=0),
        top=tuple(ValueCount(value, n) for value, n in counts.most_common(10)),
        type=kind,
        type_share=1.0,
        meaning=guess.meaning,
        confidence=guess.confidence,
        evidence=guess.evidence,
    )


def profiled(table: SourceTable, rows: Sequence[Sequence[object]]) -> TableProfile:
    columns = (
        column_profile(column.name, column.type, [row[at] for row in rows])
        for at, column in enumerate(table.columns)
    )
    return TableProfile(table.name, len(rows), tuple(columns))


Given = tuple[str, SourceTable, TableProfile | None]


def northwind() -> Iterable[Given]:
    path = bundled.sample_folder() / "northwind.sqlite"
    database = sqlite3.connect(f"file:{path.as_posix()}?immutable=1", uri=True)
    try:
        names = "select name from sqlite_master where type='table' and name not like 'sqlite%'"
        for (name,) in database.execute(names).fetchall():
            info = database.execute(f'pragma table_info("{name}")').fetchall()
            keys: dict[int, list[tuple[str, str, str]]] = {}
            for row in database.execute(f'pragma foreign_key_list("{name}")'):
                keys.setdefault(row[0], []).append((row[3], row[2], row[4]))
            table = SourceTable(
                name,
                tuple(SourceColumn(i[1], i[1], SQLITE[i[2].upper()]) for i in info),
                primary_key=tuple(i[1] for i in sorted(info, key=lambda i: i[5]) if i[5]),
                foreign_keys=tuple(
                    ForeignKey(tuple(k[0] for k in one), one[0][1], tuple(k[2] for k in one))
                    for one in keys.values()
                ),
            )
            yield (
                "northwind",
                table,
                profiled(table, database.execute(f'select * from "{name}"').fetchall()),
            )
    finally:
        database.close()


def customer_list() -> Given:
    book = openpyxl.load_workbook(bundled.sample_folder() / "legacy_customers.xlsx")
    _, _, heads, *rows = book[LIST].iter_rows(values_only=True)
    table = SourceTable(
        LIST, tuple(SourceColumn(str(h), str(h)) for h in heads), kind=TableKind.SHEET
    )
    return "list", table, profiled(table, rows)


@pytest.fixture(scope="module")
def samples() -> list[Given]:
    return [*northwind(), customer_list()]


@pytest.fixture(scope="module")
def found(samples: list[Given]) -> Suggestions:
    return suggest(samples, CRM)


def pairs(suggestions: Suggestions) -> set[tuple[str, str, str, str]]:
    return {
        (feed.table, feed.entity, row.target, "+".join(row.sources))
        for feed in suggestions.feeds
        for row in feed.fields
    }


WANTED = {
    (table, entity, target, source)
    for (table, entity), rows in TRUTH.items()
    for target, source in rows.items()
}


def test_samples_are_mapped_as_a_person_would(found: Suggestions) -> None:
    got = pairs(found)
    assert {(f.table, f.entity) for f in found.feeds} == set(TRUTH)
    assert got - WANTED == set(), "precision"
    assert WANTED - got == set(), "recall"


def test_names_and_keys_alone_get_nearly_as_far(samples: list[Given]) -> None:
    got = pairs(suggest([(source, table, None) for source, table, _ in samples], CRM))
    right = len(got & WANTED)
    assert right / len(got) >= 0.98
    assert right / len(WANTED) >= 0.98


def test_every_column_is_mapped_or_listed(samples: list[Given], found: Suggestions) -> None:
    mapped = {(f.source, f.table, c) for f in found.feeds for r in f.fields for c in r.sources}
    listed = {(u.source, u.table, u.column) for u in found.unaccounted}
    everything = {(source, t.name, c.name) for source, t, _ in samples for c in t.columns}
    assert mapped | listed == everything
    assert not mapped & listed
    assert all(u.reason for u in found.unaccounted)


def test_nothing_is_fed_twice_and_nothing_is_signed(found: Suggestions) -> None:
    assert [feed.no for feed in found.feeds] == list(range(1, len(found.feeds) + 1))
    for feed in found.feeds:
        targets = [row.target for row in feed.fields]
        assert len(targets) == len(set(targets)), feed.id
        assert lacking(feed, CRM) == ()
        for row in feed.fields:
            assert row.status == RowStatus.SUGGESTED
            assert 0.55 <= (row.confidence or 0) <= 1
            assert row.evidence


def feed_of(found: Suggestions, table: str, entity: str) -> Feed:
    return next(f for f in found.feeds if (f.table, f.entity) == (table, entity))


def row_of(feed: Feed, target: str) -> FieldMapping:
    return next(row for row in feed.fields if row.target == target)


@pytest.mark.parametrize(
    ("table", "entity", "target", "parent"),
    [
        ("Employees", "systemuser", "parentsystemuserid", ("Employees", "systemuser")),
        ("Orders", "salesorder", "customerid", ("Customers", "account")),
        ("Orders", "salesorder", "ownerid", ("Employees", "systemuser")),
        ("Order Details", "salesorderdetail", "salesorderid", ("Orders", "salesorder")),
        ("Products", "product", "new_supplierid", ("Suppliers", "account")),
        ("Customers", "contact", "parentcustomerid", ("Customers", "account")),
        (LIST, "contact", "parentcustomerid", (LIST, "account")),
    ],
)
def test_lookups_name_the_feed_of_their_parent(
    found: Suggestions, table: str, entity: str, target: str, parent: tuple[str, str]
) -> None:
    row = row_of(feed_of(found, table, entity), target)
    assert row.lookup == Lookup(parent[1], feed=feed_of(found, *parent).id)


@pytest.mark.parametrize(
    ("table", "entity", "target", "steps"),
    [
        (LIST, "contact", "mobilephone", ["trim", "phone"]),
        (LIST, "contact", "lastname", ["trim", "persian_letters", "split_name"]),
        (LIST, "account", "new_customersince", ["date_auto"]),
        (LIST, "account", "statuscode", ["value_map"]),
        (LIST, "account", "emailaddress1", ["trim", "email"]),
        (LIST, "account", "creditlimit", ["money"]),
        ("Products", "product", "statuscode", ["value_map"]),
        ("Orders", "salesorder", "freightamount", ["number"]),
        ("Employees", "systemuser", "fullname", ["join"]),
        # Numbers from all over the world must not be read as Iranian ones.
        ("Customers", "account", "telephone1", ["trim"]),
        (LIST, "account", "telephone1", ["trim", "digits"]),
    ],
)
def test_steps_fit_values(
    found: Suggestions, table: str, entity: str, target: str, steps: list[str]
) -> None:
    row = row_of(feed_of(found, table, entity), target)
    assert [step.transform for step in row.steps] == steps


def test_steps_exist_and_their_options_are_valid(found: Suggestions) -> None:
    for feed in found.feeds:
        for row in feed.fields:
            for step in row.steps:
                TRANSFORMS.get(step.transform).options(**step.options)


def test_status_words_are_mapped_to_the_picklist(found: Suggestions) -> None:
    active = row_of(feed_of(found, LIST, "account"), "statuscode").steps[0].options["map"]
    assert {active[word] for word in ("بله", "yes", "فعال", "1")} == {"1"}
    assert {active[word] for word in ("خیر", "no", "غیرفعال", "0")} == {"2"}
    gone = row_of(feed_of(found, "Products", "product"), "statuscode").steps[0].options["map"]
    assert gone == {"0": "1", "1": "2"}, "discontinued asks the other way round"


def test_rows_without_a_person_make_no_contact(found: Suggestions) -> None:
    (left_out,) = feed_of(found, LIST, "contact").filters
    test = compile_expression(left_out.expression)
    assert test({"contact person": " "})
    assert test({"contact person": None})
    assert not test({"contact person": "علی"})
