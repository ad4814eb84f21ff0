"""Shapes of a mapping at its desk: one record per key, numbers, columns that become rows, lookups
into several entities, and one row of the source through all fields."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from migrator import starting
from migrator.desks.mapping import MappingDesk
from migrator.errors import PlanError
from migrator.model.mapping import Feed, Filter, Lookup, LookupWay, Step
from migrator.model.views.mapping import RecordPreview
from migrator.workspace import Workspace

SHEET = """no,name,company,tel1,tel2,credit
10,Ali Rezaei,شرکت الف,021-88554433,,12
20,Sara Noori,شرکت الف,,0912-1234567,x9
30, Reza Amiri,Beta,,,7
"""


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("shapes")
    (home / "sheet.csv").write_text(SHEET, "utf-8")
    target = f"sqlite:///{home / 'crm.sqlite'}"
    uris = [str(home / "sheet.csv")]
    with starting.begin(home / "p", uris, target, create=starting.BUNDLED) as workspace:
        workspace.run("extract")
        return workspace.project.folder


@pytest.fixture
def desk(_made: Path, tmp_path: Path) -> Iterator[MappingDesk]:
    with Workspace.open(Path(shutil.copytree(_made, tmp_path / _made.name))) as workspace:
        yield MappingDesk(workspace)


def made(desk: MappingDesk, entity: str) -> Feed:
    desk.add_feed("sheet", "sheet", entity)
    return desk.workspace.plan.feeds[-1]


def feed(desk: MappingDesk, feed_id: str) -> Feed:
    return next(f for f in desk.workspace.plan.feeds if f.id == feed_id)


def test_one_record_per_key_needs_a_key_and_can_be_undone(desk: MappingDesk) -> None:
    one = made(desk, "account")
    desk.set_key(one.id, [])
    with pytest.raises(PlanError, match="no key"):
        desk.set_one_per_key(one.id, on=True)
    desk.set_key(one.id, ["company"])
    desk.map_columns(one.id, "name", ["company"])
    desk.set_one_per_key(one.id, on=True)
    desk.workspace.run("merge")
    assert desk.workspace.staging.rows("select name, _size from golden_account order by _gid") == [
        ("شرکت الف", 2),
        ("Beta", 1),
    ]
    desk.workspace.undo()
    assert not feed(desk, one.id).one_per_key


def test_a_field_without_column_gets_running_numbers(desk: MappingDesk) -> None:
    one = made(desk, "contact")
    desk.number(one.id, "governmentid", "C-", 4, 100)
    row = next(r for r in feed(desk, one.id).fields if r.target == "governmentid")
    assert (row.sources, row.steps[0].transform) == ((), "sequence")
    shown = desk.preview(one.id, "governmentid")
    assert [line.after for line in shown.lines] == ["C-0100", "C-0101", "C-0102"]
    assert desk.record(one.id, 3).fields[0][1].after == "C-0102"
    with pytest.raises(PlanError, match="digits"):
        desk.number(one.id, "governmentid", "C-", 99)


def test_columns_to_rows_makes_a_feed_per_column(desk: MappingDesk) -> None:
    one = made(desk, "contact")
    desk.map_columns(one.id, "lastname", ["name"])
    desk.map_columns(one.id, "telephone1", ["tel1", "tel2"])
    desk.leave_out(one.id, ["credit"], "old")
    desk.columns_to_rows(one.id, "telephone1", ["tel1", "tel2"])
    both = [f for f in desk.workspace.plan.feeds if f.entity == "contact"]
    assert [f.id for f in both] == [one.id, f"contact_{one.no + 1}"]
    assert [[r.sources for r in f.fields if r.target == "telephone1"] for f in both] == [
        [("tel1",)],
        [("tel2",)],
    ]
    assert all(any(r.target == "lastname" for r in f.fields) for f in both)
    desk.workspace.run("map")
    staging = desk.workspace.staging
    assert staging.rows("select lastname from mapped_contact order by _rid") == [
        ("Ali Rezaei",),
        ("Sara Noori",),
    ]
    with pytest.raises(PlanError, match="Fewer than two"):
        desk.columns_to_rows(one.id, "telephone1", ["tel1"])


@pytest.mark.parametrize(
    ("lookup", "wrong"),
    [
        (Lookup("account", others=(LookupWay("nothing"),)), "no entity"),
        (Lookup("account", others=(LookupWay("contact", "nothing"),)), "no field"),
        (Lookup("account", type_field="nothing"), "no field"),
        (Lookup("account", type_field="parentcustomerid"), "its own type field"),
        (
            Lookup("account", when=("P",), others=(LookupWay("contact", when=("p ",)),),
                   type_field="jobtitle"),
            "means both",
        ),
    ],
)  # fmt: skip
def test_a_lookup_that_cannot_be_followed_is_refused(
    desk: MappingDesk, lookup: Lookup, wrong: str
) -> None:
    one = made(desk, "contact")
    desk.map_columns(one.id, "parentcustomerid", ["company"])
    with pytest.raises(PlanError, match=wrong):
        desk.set_lookup(one.id, "parentcustomerid", lookup)


def test_a_lookup_into_two_entities_survives_the_loss_of_a_feed(desk: MappingDesk) -> None:
    account, contact = made(desk, "account"), made(desk, "contact")
    desk.set_key(account.id, ["company"])
    desk.set_key(contact.id, ["no"])
    desk.map_columns(contact.id, "parentcustomerid", ["company"])
    both = Lookup("account", feed=account.id, others=(LookupWay("contact", feed=contact.id),))
    desk.set_lookup(contact.id, "parentcustomerid", both)
    shown = desk.preview(contact.id, "parentcustomerid")
    assert shown.bad == 0  # a company is no contact, but one of the two is enough
    desk.remove_feed(account.id)
    row = next(r for r in feed(desk, contact.id).fields if r.target == "parentcustomerid")
    assert row.lookup == Lookup("account", others=(LookupWay("contact", feed=contact.id),))


def test_one_row_through_all_fields(desk: MappingDesk) -> None:
    one = made(desk, "account")
    desk.set_key(one.id, ["no"])
    desk.map_columns(one.id, "name", ["name"])
    desk.map_columns(one.id, "creditlimit", ["credit"])
    desk.set_steps(one.id, "creditlimit", [Step("integer")])
    desk.map_columns(one.id, "telephone1", ["tel1"])
    desk.set_filters(one.id, [Filter("field('company') == 'Beta'", "moved away")])

    def seen(found: RecordPreview) -> tuple[int, str, str, dict[str, tuple[object, str]]]:
        fields = {name: (line.after, line.severity) for name, line in found.fields}
        return found.row, found.key, found.left_out, fields

    second = seen(desk.record(one.id, key="20"))
    assert second[:3] == (2, "20", "")
    assert second[3]["creditlimit"] == ("x9", "error")
    third = desk.record(one.id, 99)
    assert seen(third)[:3] == (3, "30", "moved away")
    assert dict(third.fields)["name"].before == (" Reza Amiri",)
    assert desk.record(one.id, 2, after=False).row == 2
    with pytest.raises(PlanError, match="No row of sheet has the key"):
        desk.record(one.id, key="77")


def test_values_nearly_alike_are_proposed_but_not_sure(desk: MappingDesk) -> None:
    one = made(desk, "account")
    desk.map_columns(one.id, "industrycode", ["company"])
    lines = desk.values(one.id, "industrycode").lines
    assert {line.value for line in lines} == {"شرکت الف", "Beta"}
    assert not any(line.sure for line in lines)
    desk.set_filters(one.id, [Filter("field('company') == 'Beta'", "moved away")])
    assert [line.value for line in desk.values(one.id, "industrycode").lines] == ["شرکت الف"]
