"""A company that stands in the rows of its people is suggested as one record, not one per row."""

from __future__ import annotations

from migrator import bundled
from migrator.advice.mapping import suggest
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
