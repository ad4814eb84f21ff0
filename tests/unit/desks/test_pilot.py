"""The pilot on a small real project that loads into SQLite."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from migrator.errors import Cancelled, PlanError, TargetError
from migrator.model.loading import RunKind
from migrator.model.piloting import PilotChoice
from migrator.model.plan import Plan
from migrator.model.views.runs import PilotView, RecordView
from tests.unit.desks.loading_project import PEOPLE, Calls


@pytest.fixture
def call(loading_project: Calls) -> Calls:
    return loading_project


def overview(call: Calls) -> PilotView:
    found = call("pilot.overview")
    assert pickle.loads(pickle.dumps(found)) == found
    assert isinstance(found, PilotView)
    return found


def of(call: Calls, title: str, entity: str = "contact") -> RecordView:
    records = call("pilot.records", entity=entity)
    gid = next(r.gid for r in records if r.title == title)
    found = call("pilot.record", entity=entity, gid=gid)
    assert isinstance(found, RecordView)
    return found


def without_seller(plan: Plan) -> Plan:
    feeds = [replace(f, fields=f.fields[:-1]) if f.entity == "account" else f for f in plan.feeds]
    return replace(plan, feeds=tuple(feeds))


def test_the_choice_explains_itself_and_writes_nothing(call: Calls) -> None:
    call("pilot.set_rows", rows=1)
    found = overview(call)
    assert [(s.entity, s.ready, s.asked, s.taken) for s in found.shares] == [
        ("account", 3, 1, 1),
        ("contact", 4, 1, 1),
    ]
    call("pilot.set_rows", rows=2)
    shares = {s.entity: s for s in overview(call).shares}
    # C1 and C2 are asked for; the second contact of four belongs to C3.
    assert (shares["account"].asked, shares["account"].taken) == (2, 3)
    assert [(label.en, n) for label, n in shares["account"].parents_of] == [("Contact", 1)]
    assert not call.target.exists()


@pytest.mark.parametrize("rows", [0, -3, 10_001])
def test_a_size_out_of_range_is_one_sentence(call: Calls, rows: int) -> None:
    with pytest.raises(PlanError, match="between 1 and 10,000"):
        call("pilot.set_rows", rows=rows)


def test_loaded_records_stand_beside_their_source_and_the_target(call: Calls) -> None:
    call("pilot.run")
    found = of(call, "Ali Rezaei")
    lines = {line.field: line for line in found.fields}
    assert (found.state, [(r.table, r.number) for r in found.rows]) == ("loaded", [("people", 1)])
    assert (lines["fullname"].columns, lines["fullname"].source) == (
        "first name + last name",
        "Ali | Rezaei",
    )
    assert (lines["fullname"].sent, lines["fullname"].held) == ("Ali Rezaei", "Ali Rezaei")
    company = lines["parentcustomerid"]
    assert (company.source, company.parent) == ("C1", "شرکت نمونه")
    assert company.sent == company.held
    assert {line.kind for line in found.fields} == {"same"}
    assert found.read_at
    [[held]] = call.crm("select count(*) from contact")
    assert held == 4


def test_what_others_changed_is_marked_after_another_look(call: Calls) -> None:
    call("pilot.run")
    call.crm("update contact set lastname = 'Changed' where firstname = 'John'")
    call("pilot.look")
    found = of(call, "John Smith")
    told = {line.field: (line.kind, line.sent, line.held) for line in found.fields}
    assert told["lastname"] == ("changed", "Smith", "Changed")
    assert told["firstname"] == ("same", "John", "John")
    view = overview(call)
    assert view.differences == 1
    assert [(c.entity, c.equal, c.differs) for c in view.compared] == [
        ("account", 3, 0),
        ("contact", 3, 1),
    ]
    first = call("pilot.records", entity="contact")[0]
    assert (first.title, first.differences) == ("John Smith", 1)


def test_a_record_that_is_gone_from_the_target_is_missing(call: Calls) -> None:
    call("pilot.run")
    call.crm("delete from contact where firstname = 'John'")
    call("pilot.look")
    assert {line.kind for line in of(call, "John Smith").fields} == {"missing"}
    assert {line.held for line in of(call, "John Smith").fields} == {None}


def test_an_approval_opens_the_gate_until_something_changes(call: Calls) -> None:
    run = call("pilot.run")
    assert overview(call).gate.open is False
    call("pilot.approve", run=run.no, by=" Sara ", note="looked at ten")
    gate = overview(call).gate
    assert (gate.open, gate.approval.by, gate.approval.note) == (True, "Sara", "looked at ten")
    call.workspace.edit("Without the seller", without_seller)
    call("stages.run", until="validate")
    gate = overview(call).gate
    assert gate.open is False
    assert [changed.step for changed in gate.changed] == ["mapping"]
    assert overview(call).run.fits is False


def test_what_was_taken_back_is_not_listed_as_changed(call: Calls, tmp_path: Path) -> None:
    run = call("pilot.run")
    call("pilot.approve", run=run.no, by="Sara")
    call("sources.keep", source="people", tables=("people",), keep=False)
    call("stages.run", until="extract")
    call("history.undo")
    call("stages.run", until="validate")
    gate = overview(call).gate
    assert (gate.open, gate.changed) == (True, ())  # it was read again, and is the same
    call.workspace.edit("Without the seller", without_seller)
    assert [changed.step for changed in overview(call).gate.changed] == ["mapping"]
    Path(call.workspace.plan.sources[1].uri).write_text(PEOPLE.replace("Maryam", "Mary"), "utf-8")
    call.workspace.project.outputs.forget("extract")  # as "Read all tables" does
    call("stages.run", until="extract")
    assert "sources" in [changed.step for changed in overview(call).gate.changed]


def test_a_pilot_of_another_plan_cannot_be_approved(call: Calls) -> None:
    run = call("pilot.run")
    call.workspace.edit("Without the seller", without_seller)
    with pytest.raises(PlanError, match="changed since pilot 1"):
        call("pilot.approve", run=run.no, by="Sara")
    with pytest.raises(PlanError, match="needs a name"):
        call("pilot.approve", run=run.no, by="  ")


def test_removing_it_again_leaves_no_record_and_says_so(call: Calls) -> None:
    run = call("pilot.run")
    told = call("pilot.take_back", run=run.no)
    assert (told.kind, told.of, told.removed, told.kept) == ("rollback", run.no, 7, 0)
    assert call.crm("select count(*) from contact") == [(0,)]
    assert overview(call).run.state == "rolled_back"
    assert {r.state for r in call("pilot.records", entity="contact")} == {"gone"}
    assert {line.kind for line in of(call, "Ali Rezaei").fields} == {"unknown"}
    assert all(e.loaded == 0 and e.pending == e.ready for e in call.workspace.account().entities)


class StopAt:
    """Says stop at a label, as a person would."""

    def __init__(self, label: str) -> None:
        self.label = label

    def update(self, done: int, total: int | None, label: str) -> None:
        if label == self.label:
            raise Cancelled


def test_a_stopped_pilot_goes_on_with_the_same_number(call: Calls) -> None:
    with pytest.raises(Cancelled):
        call("pilot.run", StopAt("load contact"))
    stopped = overview(call).run
    assert (stopped.state, stopped.resumable) == ("cancelled", True)
    again = call("pilot.run")
    assert (again.no, {e.entity: e.loaded for e in again.entities}) == (
        stopped.no,
        {"account": 3, "contact": 4},
    )


def test_a_target_out_of_reach_is_one_sentence(call: Calls, tmp_path: Path) -> None:
    call.workspace.edit(
        "A target that is not there",
        lambda p: replace(
            p, target=replace(p.target, uri=f"sqlite:///{tmp_path / 'no' / 'crm.sqlite'}")
        ),
    )
    with pytest.raises(TargetError):
        call("pilot.run")
    failed = overview(call).run
    assert failed.state == "failed"
    assert failed.reason.en.startswith("crm.sqlite cannot be opened. ")
    assert "باز نمی‌شود. ببینید" in failed.reason.fa


def test_why_a_run_stopped_is_kept_in_both_languages(call: Calls) -> None:
    call.workspace.edit(
        "No such kind of target",
        lambda p: replace(p, target=replace(p.target, uri="nowhere://crm")),
    )
    with pytest.raises(TargetError):
        call("pilot.run")
    reason = overview(call).run.reason
    assert reason.en.startswith("nowhere:// is no target that can be written. Use ")
    assert reason.fa.startswith("مقصد «nowhere://» نوشتنی نیست. یکی از این‌ها را به کار برید:")


def test_a_masked_pilot_shows_nobody_and_keeps_the_full_run_out(call: Calls) -> None:
    call("pilot.set_choice", choice=PilotChoice(mask=True))
    run = call("pilot.run")
    held = call.crm("select firstname, lastname, fullname, emailaddress1 from contact")
    real = {"Ali", "Rezaei", "Maryam", "Karimi", "John", "Smith", "Sara", "Noori"}
    assert len(held) == 4
    assert not real & {word for row in held for cell in row for word in str(cell).split()}
    assert all(str(mail).endswith("@example.com") and "ali" not in str(mail) for *_, mail in held)
    [[companies]] = call.crm("select count(*) from account where name = 'Acme'")
    assert companies == 1  # a company is no person
    # Reading back expects what was sent, now and later.
    call("pilot.look")
    assert overview(call).differences == 0
    found = of(call, "Ali Rezaei")
    lines = {line.field: line for line in found.fields}
    assert lines["firstname"].source == "Ali"
    assert lines["firstname"].sent == lines["firstname"].held != "Ali"
    # Real data do not join made-up ones, nor the other way round.
    call("pilot.approve", run=run.no, by="Ana")
    with pytest.raises(PlanError, match=rf"masked pilot \(run {run.no}\) is still in the target"):
        call.workspace.load(RunKind.FULL)
    call("pilot.take_back", run=run.no)
    assert call.workspace.load(RunKind.FULL).balanced
    names_now = {row[0] for row in call.crm("select firstname from contact")}
    assert names_now == {"Ali", "Maryam", "John", "Sara"}
    with pytest.raises(PlanError, match="has brought real records"):
        call("pilot.run")
