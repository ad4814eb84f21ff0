"""The mapping step on a small real project: edits, proposals, values before and after."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from migrator import starting
from migrator.desks.evidence import told
from migrator.desks.mapping import MappingDesk
from migrator.errors import PlanError
from migrator.model.mapping import Feed, FieldMapping, Filter, Lookup, OnError, RowStatus, Step
from migrator.progress import NULL_PROGRESS
from migrator.workspace import Workspace

CUSTOMERS = """code,company,phone,registered,active,credit,seller
C1,شرکت نمونه,021-88554433,1402/11/03,yes,"12,500",ali
C2,شركت آزمون ,021-88554434,1403/12/30,no,900,reza
C3,Acme,021-88554435,99-13-01,maybe,,ali
C4,Acme Two,021-88554436,1398/04/01,yes,10 ریال,
"""
PEOPLE = """id,first name,last name,email,company code
1,Ali,Rezaei,ali@example.com,C1
2,Maryam,Karimi,maryam@example.com,C2
"""


@pytest.fixture(scope="module")
def _profiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two tables, the bundled schema, nothing mapped; snapshots taken and profiled."""
    home = tmp_path_factory.mktemp("mapping")
    files = home / "old"
    files.mkdir()
    (files / "customers.csv").write_text(CUSTOMERS, "utf-8")
    (files / "people.csv").write_text(PEOPLE, "utf-8")
    uris = [str(files / "customers.csv"), str(files / "people.csv")]
    target = f"sqlite:///{home / 'crm.sqlite'}"
    with starting.begin(home / "p", uris, target, create=starting.BUNDLED) as workspace:
        workspace.run("profile")
        return workspace.project.folder


@pytest.fixture
def desk(_profiled: Path, tmp_path: Path) -> Iterator[MappingDesk]:
    """A desk on a copy of the profiled project."""
    folder = Path(shutil.copytree(_profiled, tmp_path / _profiled.name))
    with Workspace.open(folder) as workspace:
        yield MappingDesk(workspace)


def made(desk: MappingDesk, table: str = "customers", entity: str = "account") -> Feed:
    """A new feed."""
    desk.add_feed(table, table, entity)
    return desk.workspace.plan.feeds[-1]


def row(desk: MappingDesk, feed: str, target: str) -> FieldMapping:
    found = next(f for f in desk.workspace.plan.feeds if f.id == feed)
    return next(r for r in found.fields if r.target == target)


# -- feeds


def test_numbers_of_feeds_are_given_once(desk: MappingDesk) -> None:
    first, second = made(desk), made(desk, entity="contact")
    desk.remove_feed(second.id)
    third = made(desk, "people", "contact")
    assert [first.no, second.no, third.no] == [1, 2, 3]
    assert third.id == "contact_3"


def test_a_feed_proposes_the_key_of_its_table(desk: MappingDesk) -> None:
    feed = made(desk)
    assert feed.key == ("code",)
    desk.set_key(feed.id, ["company", "phone", "company"])
    assert desk.sheet(feed.id).feed.key == ("company", "phone")


@pytest.mark.parametrize(
    ("source", "table", "entity", "words"),
    [
        ("customers", "customers", "acount", "Did you mean 'account'?"),
        ("customers", "nothing", "account", "no table 'nothing'"),
        ("nowhere", "customers", "account", "no table 'customers' in nowhere"),
    ],
)
def test_a_feed_needs_a_table_and_an_entity(
    desk: MappingDesk, source: str, table: str, entity: str, words: str
) -> None:
    with pytest.raises(PlanError, match=words.replace("?", r"\?")):
        desk.add_feed(source, table, entity)


def test_removing_a_feed_frees_the_lookups_that_point_to_it(desk: MappingDesk) -> None:
    parent, child = made(desk), made(desk, "people", "contact")
    desk.map_columns(child.id, "parentcustomerid", ["company code"])
    assert row(desk, child.id, "parentcustomerid").lookup == Lookup("account", feed=parent.id)
    desk.remove_feed(parent.id)
    left = row(desk, child.id, "parentcustomerid")
    assert (left.lookup, left.status) == (Lookup("account"), RowStatus.TO_DECIDE)


# -- rows


def test_mapping_proposes_the_steps_that_the_values_need(desk: MappingDesk) -> None:
    feed = made(desk)
    desk.map_columns(feed.id, "new_customersince", ["registered"])
    found = row(desk, feed.id, "new_customersince")
    assert [s.transform for s in found.steps] == ["date_auto"]
    assert found.status == RowStatus.DRAFT


def test_several_columns_begin_with_a_step_that_takes_many(desk: MappingDesk) -> None:
    feed = made(desk, "people", "contact")
    desk.map_columns(feed.id, "fullname", ["first name"])
    single = row(desk, feed.id, "fullname").steps
    desk.map_columns(feed.id, "fullname", ["first name", "last name"])
    assert row(desk, feed.id, "fullname").steps == (Step("join"), *single)
    # Two e-mail addresses joined make none: the first that is filled is taken.
    desk.map_columns(feed.id, "emailaddress1", ["first name", "last name"])
    assert row(desk, feed.id, "emailaddress1").steps[0] == Step("coalesce")
    after = {line.after for line in desk.preview(feed.id, "fullname").lines}
    assert after == {"Ali Rezaei", "Maryam Karimi"}
    desk.map_columns(feed.id, "fullname", ["last name"])
    assert row(desk, feed.id, "fullname").steps == single


def test_rows_stand_in_the_order_of_the_targets_fields(desk: MappingDesk) -> None:
    feed = made(desk)
    for target, column in (("telephone1", "phone"), ("name", "company"), ("accountnumber", "code")):
        desk.map_columns(feed.id, target, [column])
    assert [r.target for r in desk.sheet(feed.id).feed.fields] == [
        "name",
        "accountnumber",
        "telephone1",
    ]


def test_a_constant_and_a_default(desk: MappingDesk) -> None:
    feed = made(desk)
    desk.set_constant(feed.id, "address1_country", "ایران")
    assert [line.after for line in desk.preview(feed.id, "address1_country").lines] == ["ایران"]
    desk.map_columns(feed.id, "description", ["seller"])
    desk.set_default(feed.id, "description", "unknown")
    after = {line.before: line.after for line in desk.preview(feed.id, "description").lines}
    assert after == {("ali",): "ali", ("reza",): "reza", (None,): "unknown"}
    desk.set_default(feed.id, "description", "")
    assert all(s.transform != "constant" for s in row(desk, feed.id, "description").steps)


def test_what_is_changed_is_no_longer_agreed(desk: MappingDesk) -> None:
    feed = made(desk)
    desk.map_columns(feed.id, "name", ["company"])
    desk.set_status(feed.id, ["name"], RowStatus.AGREED)
    desk.set_owner(feed.id, ["name"], " Sara ")
    desk.set_note(feed.id, "name", "checked")
    agreed = row(desk, feed.id, "name")
    assert (agreed.status, agreed.owner, agreed.note) == (RowStatus.AGREED, "Sara", "checked")
    desk.set_steps(feed.id, "name", [Step("case", {"to": "upper"})])
    changed = row(desk, feed.id, "name")
    assert (changed.status, changed.owner) == (RowStatus.DRAFT, "Sara")


def test_steps_that_cannot_run_are_refused_but_unknown_ones_may_stay(desk: MappingDesk) -> None:
    feed = made(desk)
    desk.map_columns(feed.id, "name", ["company"])
    with pytest.raises(PlanError, match="Did you mean 'trim'"):
        desk.set_steps(feed.id, "name", [Step("trin")])
    desk.workspace.edit("From a later version", lambda plan: _with_unknown(plan, feed.id))
    assert "of_tomorrow" in desk.sheet(feed.id).problems["name"].en
    desk.set_steps(feed.id, "name", [Step("of_tomorrow"), Step("trim")])
    assert [s.transform for s in row(desk, feed.id, "name").steps] == ["of_tomorrow", "trim"]


def _with_unknown(plan, feed_id: str):  # type: ignore[no-untyped-def]
    feeds = tuple(
        replace(
            f, fields=tuple(replace(r, steps=(*r.steps, Step("of_tomorrow"))) for r in f.fields)
        )
        if f.id == feed_id
        else f
        for f in plan.feeds
    )
    return replace(plan, feeds=feeds)


def test_columns_are_left_out_with_a_reason(desk: MappingDesk) -> None:
    feed = made(desk)
    assert desk.overview().open == 6
    desk.leave_out(feed.id, ["seller"], "not needed")
    assert desk.overview().open == 5
    card = next(c for c in desk.sheet(feed.id).sources if c.name == "seller")
    assert card.reason == "not needed"
    with pytest.raises(PlanError, match="without a reason"):
        desk.leave_out(feed.id, ["credit"], "  ")
    desk.map_columns(feed.id, "description", ["seller"])
    assert desk.sheet(feed.id).feed.left_out == ()
    with pytest.raises(PlanError, match="mapped to description"):
        desk.leave_out(feed.id, ["seller"], "no")
    desk.unmap(feed.id, ["description"])
    desk.leave_out(feed.id, ["seller"], "no")
    desk.take_back(feed.id, ["seller"])
    assert desk.overview().open == 6


def test_filters_are_checked_and_counted(desk: MappingDesk) -> None:
    feed = made(desk)
    effect = desk.filter_effect(feed.id, "field('active') == 'yes'")
    assert (effect.rows, effect.total, effect.columns) == (2, 4, ("active",))
    with pytest.raises(PlanError, match="no column 'activ'"):
        desk.set_filters(feed.id, [Filter("field('activ') == 'yes'", "why")])
    with pytest.raises(PlanError, match="without a reason"):
        desk.set_filters(feed.id, [Filter("field('active') == 'yes'", "")])
    desk.map_columns(feed.id, "name", ["company"])
    desk.set_filters(feed.id, [Filter("field('active') == 'yes'", "why")])
    assert {line.before[0] for line in desk.preview(feed.id, "name").lines} == {
        "شركت آزمون ",
        "Acme",
    }


# -- before and after


def test_preview_shows_every_stage_and_marks_what_fails(desk: MappingDesk) -> None:
    feed = made(desk)
    desk.map_columns(feed.id, "new_customersince", ["registered"])
    desk.set_steps(
        feed.id, "new_customersince", [Step("trim"), Step("date_auto", {}, OnError.BLANK)]
    )
    seen = desk.preview(feed.id, "new_customersince")
    assert (seen.looked, seen.sampled, seen.bad) == (4, 4, 1)
    lines = {line.before[0]: line for line in seen.lines}
    assert lines["1402/11/03"].stages == ("1402/11/03", "2024-01-23")
    bad = lines["99-13-01"]
    assert (bad.after, bad.severity, bad.failed) == (None, "warning", 1)
    assert "99-13-01" in bad.problem.en
    assert seen == pickle.loads(pickle.dumps(seen))


def test_preview_tells_what_the_target_would_refuse(desk: MappingDesk) -> None:
    feed = made(desk)
    desk.map_columns(feed.id, "creditlimit", ["company"])
    desk.set_steps(feed.id, "creditlimit", [])
    lines = desk.preview(feed.id, "creditlimit").lines
    assert {line.severity for line in lines} == {"error"}
    assert lines[0].problem.en.startswith("Not a valid decimal")


def test_preview_tries_steps_that_are_not_in_the_plan(desk: MappingDesk) -> None:
    feed = made(desk)
    desk.map_columns(feed.id, "name", ["company"])
    tried = desk.preview(feed.id, "name", steps=(Step("case", {"to": "upper"}),))
    assert "ACME TWO" in {line.after for line in tried.lines}
    with pytest.raises(PlanError):
        desk.preview(feed.id, "name", steps=(Step("case", {"tto": "upper"}),))


def test_value_map_lists_what_is_not_mapped_first(desk: MappingDesk) -> None:
    feed = made(desk)
    desk.map_columns(feed.id, "statuscode", ["active"])
    found = desk.values(feed.id, "statuscode")
    assert [(v.value, v.rows, v.to, v.proposed) for v in found.lines] == [
        ("maybe", 1, None, ""),
        ("yes", 2, "1", "1"),
        ("no", 1, "2", "2"),
    ]
    desk.set_value_map(feed.id, "statuscode", {"yes": "1", "no": "2", "maybe": ""}, "blank")
    again = desk.values(feed.id, "statuscode")
    assert {v.value: v.to for v in again.lines} == {"yes": "1", "no": "2", "maybe": ""}
    assert again.default == "blank"
    assert len(row(desk, feed.id, "statuscode").steps) == 1


# -- proposals


def test_proposals_never_touch_what_people_decided(desk: MappingDesk) -> None:
    desk.suggest(NULL_PROGRESS)
    plan = desk.workspace.plan
    feed = next(f for f in plan.feeds if f.entity == "account")
    assert {r.status for r in feed.fields} == {RowStatus.SUGGESTED}
    desk.map_columns(feed.id, "name", ["code"])
    desk.set_status(feed.id, ["telephone1"], RowStatus.AGREED)
    desk.unmap(feed.id, ["creditlimit"])
    desk.leave_out(feed.id, ["credit"], "not any more")
    before = {r.target: r for r in desk.sheet(feed.id).feed.fields}
    desk.suggest(NULL_PROGRESS)
    after = {r.target: r for r in desk.sheet(feed.id).feed.fields}
    assert after["name"] == before["name"]
    assert after["telephone1"] == before["telephone1"]
    assert "creditlimit" not in after
    assert [f.no for f in desk.workspace.plan.feeds] == [f.no for f in plan.feeds]


def test_proposals_for_one_table_leave_the_others_alone(desk: MappingDesk) -> None:
    feed = made(desk)
    desk.suggest(NULL_PROGRESS, [("people", "people")])
    plan = desk.workspace.plan
    assert plan.feeds[0] == feed
    assert {f.table for f in plan.feeds[1:]} == {"people"}
    assert len({f.no for f in plan.feeds}) == len(plan.feeds)


def test_accepting_above_a_confidence(desk: MappingDesk) -> None:
    desk.suggest(NULL_PROGRESS)
    rows = [r for f in desk.workspace.plan.feeds for r in f.fields]
    sure = sum((r.confidence or 0) >= 0.9 for r in rows)
    assert 0 < sure < len(rows)
    desk.accept(at_least=0.9)
    assert desk.overview().review == len(rows) - sure
    with pytest.raises(PlanError, match="as sure as that"):
        desk.accept(at_least=0.9)


def test_evidence_is_told_in_both_languages(desk: MappingDesk) -> None:
    desk.suggest(NULL_PROGRESS)
    for feed in desk.workspace.plan.feeds:
        for parts in desk.sheet(feed.id).evidence.values():
            assert all(part.en != part.fa for part in parts), parts
    assert told("98% of the values are dates; strange")[0].fa == "۹۸٪ مقدارها تاریخ‌اند"


# -- the document as a file


def test_the_document_goes_out_and_comes_back(desk: MappingDesk) -> None:
    desk.suggest(NULL_PROGRESS)
    before = desk.workspace.plan.feeds
    text = desk.document()
    desk.remove_feed(before[0].id)
    desk.take_document(text)
    assert desk.workspace.plan.feeds == before
    desk.workspace.undo()
    assert len(desk.workspace.plan.feeds) == len(before) - 1


def test_a_document_that_names_what_is_not_there_is_refused_whole(desk: MappingDesk) -> None:
    desk.suggest(NULL_PROGRESS)
    before = desk.workspace.plan
    text = desk.document().replace('"company"', '"compani"').replace('"telephone1"', '"telefone1"')
    with pytest.raises(PlanError) as caught:
        desk.take_document(text)
    told_all = " ".join(caught.value.details["problems"])
    assert "no column 'compani'. Did you mean 'company'?" in told_all
    assert "no field 'telefone1'. Did you mean 'telephone1'?" in told_all
    assert desk.workspace.plan == before


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"format": "kooch-mapping", "feeds": [1]}', "\0"]
)
def test_what_is_no_document_is_refused(desk: MappingDesk, text: str) -> None:
    with pytest.raises(PlanError, match="not a mapping document"):
        desk.take_document(text)


def test_a_feed_that_is_gone_is_a_sentence(desk: MappingDesk) -> None:
    for ask in (desk.sheet, desk.remove_feed):
        with pytest.raises(PlanError, match="no feed called 'gone_9'"):
            ask("gone_9")
    with pytest.raises(PlanError, match="Nothing fills name"):
        desk.preview(made(desk).id, "name")


def test_proposals_for_a_feed_of_which_nobody_would_have_thought(desk: MappingDesk) -> None:
    feed = made(desk, "people", "lead")
    desk.suggest(NULL_PROGRESS, feed=feed.id)
    assert len(desk.workspace.plan.feeds) == 1
    rows = {r.target: r.sources for r in desk.sheet(feed.id).feed.fields}
    assert rows["lastname"] == ("last name",)
    assert rows["emailaddress1"] == ("email",)


def test_preview_marks_lookups_that_find_no_record(desk: MappingDesk) -> None:
    made(desk)
    child = made(desk, "people", "contact")
    desk.map_columns(child.id, "parentcustomerid", ["company code"])
    assert desk.preview(child.id, "parentcustomerid").bad == 0
    desk.map_columns(child.id, "parentcustomerid", ["email"])
    lines = desk.preview(child.id, "parentcustomerid").lines
    assert {line.problem.en for line in lines} == {
        "ali@example.com was not found in Account",
        "maryam@example.com was not found in Account",
    }


def test_preview_marks_lookups_by_a_field(desk: MappingDesk) -> None:
    parent = made(desk)
    child = made(desk, "people", "contact")
    desk.map_columns(parent.id, "name", ["company"])
    desk.map_columns(child.id, "parentcustomerid", ["company code"])
    desk.set_lookup(child.id, "parentcustomerid", Lookup("account", "name", parent.id))
    assert desk.preview(child.id, "parentcustomerid").bad == 2
    desk.map_columns(parent.id, "accountnumber", ["code"])
    desk.set_lookup(child.id, "parentcustomerid", Lookup("account", "accountnumber"))
    assert desk.preview(child.id, "parentcustomerid").bad == 0


def test_a_feed_without_rows_does_not_stop_the_stages(desk: MappingDesk) -> None:
    feed = made(desk)
    desk.map_columns(feed.id, "name", ["company"])
    made(desk, "people", "contact")
    reports = desk.workspace.run("validate")
    assert reports[-1].stage == "validate"
