"""A company that stands in the rows of its people is suggested as one record, not one per row."""

from __future__ import annotations

from migrator import bundled
from migrator.advice.mapping import suggest
from migrator.model.profile import ColumnProfile, TableProfile, ValueCount
from migrator.model.source import SourceColumn, SourceTable


def test_the_company_of_a_sheet_of_people_is_one_record_per_name() -> None:
    names = ("contact_id", "first_name", "last_name", "mobile", "email", "company_name")
    table = SourceTable("people", tuple(SourceColumn(name) for name in names))
    feeds = {
        feed.entity: feed for feed in suggest([("old", table, None)], bundled.schema("crm")).feeds
    }
    company, person = feeds["account"], feeds["contact"]
    assert (company.key, company.one_per_key) == (("company_name",), True)
    assert not person.one_per_key
    lookup = next(row.lookup for row in person.fields if row.target == "parentcustomerid")
    assert lookup is not None
    assert (lookup.entity, lookup.by, lookup.feed) == ("account", "name", company.id)


def test_a_list_of_customers_in_which_companies_repeat_is_one_of_people() -> None:
    """Some name the same company, some none: they are people, and lose nothing for it."""
    people = [(f"{n:05d}", "Sara", f"Ahmadi {n}", f"0912{n:07d}") for n in range(30)]
    companies = ["Razi", "", "Sepahan"] * 10
    rows = [(*person, company) for person, company in zip(people, companies, strict=True)]
    names = ("customer code", "first name", "last name", "mobile", "company")
    table = SourceTable("customers", tuple(SourceColumn(name) for name in names))
    columns = tuple(
        ColumnProfile(
            name,
            rows=30,
            filled=sum(map(bool, cells)),
            empty=sum(not cell for cell in cells),
            distinct=len({*cells} - {""}),
            top=tuple(ValueCount(value, 1) for value in dict.fromkeys(cells) if value),
        )
        for name, cells in zip(names, zip(*rows, strict=True), strict=True)
    )
    profile = TableProfile("customers", 30, columns)
    feeds = {
        feed.entity: feed
        for feed in suggest([("old", table, profile)], bundled.schema("crm")).feeds
    }
    company, person = feeds["account"], feeds["contact"]
    assert (company.key, company.one_per_key) == (("company",), True)
    assert [one.reason for one in company.filters] == ["The row names no Account."]
    assert person.key == ("customer code",)
