"""The full run on a small real project: prediction, gate, stop and resume, rollback."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from migrator.errors import Cancelled, PlanError, TargetError
from migrator.model.views.runs import DryRun, MigrationView
from migrator.progress import Progress
from tests.unit.desks.loading_project import NO_JOHN, Calls


@pytest.fixture
def call(loading_project: Calls) -> Calls:
    return loading_project


def overview(call: Calls) -> MigrationView:
    found = call("migration.overview")
    assert isinstance(found, MigrationView)
    return found


def dry_run(call: Calls) -> DryRun:
    found = call("migration.dry_run")
    assert isinstance(found, DryRun)
    return found


def approved(call: Calls, rows: int = 25) -> None:
    call("pilot.set_rows", rows=rows)
    run = call("pilot.run")
    call("pilot.approve", run=run.no, by="Sara")


class Stop(Progress):
    """Says stop at a label, and remembers every label."""

    def __init__(self, label: str = "") -> None:
        self.label = label
        self.seen: list[tuple[str, int, int | None]] = []

    def update(self, done: int, total: int | None, label: str) -> None:
        self.seen.append((label, done, total))
        if label == self.label:
            raise Cancelled


def test_the_prediction_is_what_then_happens(call: Calls) -> None:
    approved(call, rows=1)
    before = {p.entity: p for p in dry_run(call).predictions}
    told = {e: (p.mapped, p.held, p.ready, p.there, p.create) for e, p in before.items()}
    assert told == {"account": (4, 1, 3, 1, 2), "contact": (5, 1, 4, 1, 3)}
    run = call("migration.run")
    assert {e.entity: e.loaded - e.there for e in run.entities} == {
        e: p.create for e, p in before.items()
    }
    after = {p.entity: (p.there, p.create, p.left) for p in dry_run(call).predictions}
    assert after == {"account": (3, 0, 0), "contact": (4, 0, 0)}


def test_a_dry_run_writes_nothing_and_names_what_would_be_made(call: Calls) -> None:
    found = dry_run(call)
    assert {"account", "contact"} == set(found.makes)
    assert (found.problems, found.told) == ((), True)
    assert not call.target.exists()


def test_a_dry_run_says_what_stands_in_the_way(call: Calls) -> None:
    approved(call)
    call.crm("alter table contact drop column jobtitle")
    [problem] = dry_run(call).problems
    assert problem.en == "contact.jobtitle is not in the target any more."
    assert problem.fa.endswith("دیگر در مقصد نیست.")


def test_records_that_are_planned_no_more_are_counted(call: Calls) -> None:
    approved(call)
    call.crm("insert into kooch_crosswalk select scope, run, batch_no, 'contact_9|gone',"
             " 'gone', action, row_sha, before_image from kooch_crosswalk"
             " where source_key like '%|1' limit 1")  # fmt: skip
    assert {p.entity: p.left for p in dry_run(call).predictions} == {"account": 0, "contact": 1}


def test_the_gate_is_closed_without_an_approved_pilot(call: Calls) -> None:
    assert overview(call).gate.open is False
    with pytest.raises(PlanError, match="No pilot of this plan") as caught:
        call("migration.run")
    assert "kooch" not in caught.value.hint
    assert overview(call).runs == ()


def test_a_folder_cannot_tell_beforehand_what_it_has(call: Calls, tmp_path: Path) -> None:
    out = tmp_path / "out"
    call.workspace.edit(
        "Into files", lambda p: replace(p, target=replace(p.target, uri=f"folder:{out}"))
    )
    found = dry_run(call)
    assert (found.told, {p.there for p in found.predictions}) == (False, {None})
    assert overview(call).can_roll_back is False


def test_a_stopped_run_is_resumed_and_never_doubled(call: Calls) -> None:
    approved(call, rows=1)
    with pytest.raises(Cancelled):
        call("migration.run", Stop("load contact"))
    view = overview(call)
    assert view.runs[0].state == "cancelled"
    assert view.resume == view.runs[0].no
    progress = Stop()
    run = call("migration.run", progress)
    assert run.no == view.resume
    assert overview(call).resume == 0
    assert ("load contact", 4, 4) in progress.seen
    assert call.crm("select count(*) from contact") == [(4,)]


def test_rows_that_the_target_refuses_are_told_on_the_way(call: Calls) -> None:
    approved(call, rows=1)
    call.crm(NO_JOHN)
    progress = Stop()
    run = call("migration.run", progress)
    assert ("load contact (1 refused)", 4, 4) in progress.seen
    assert {e.entity: e.rejected for e in run.entities} == {"account": 0, "contact": 1}
    assert run.state == "attention"


def test_a_run_taken_back_counts_as_not_loaded_but_the_pilot_stays(call: Calls) -> None:
    approved(call, rows=1)
    run = call("migration.run")
    told = call("migration.take_back", run=run.no)
    assert (told.removed, told.kept) == (5, 0)
    view = overview(call)
    assert [(r.kind, r.state) for r in view.runs] == [
        ("rollback", "done"),
        ("full", "rolled_back"),
        ("pilot", "attention"),
    ]
    assert {e.entity: (e.loaded, e.pending) for e in view.account.entities} == {
        "account": (1, 2),
        "contact": (1, 3),
    }
    assert view.account.balanced


def test_what_others_changed_is_kept_and_listed(call: Calls) -> None:
    approved(call)
    call.crm("update contact set lastname = 'Theirs' where firstname = 'John'")
    pilot = overview(call).runs[0].no
    told = call("migration.take_back", run=pilot)
    # John stays, and so does the company that he belongs to.
    assert told.kept == 2
    assert {one.entity for one in told.conflicts} == {"contact", "account"}


def settle_matching(call: Calls, **how: object) -> None:
    call("migration.recognise", entity="account", **how)


def test_existing_records_are_met_foretold_and_scored(call: Calls) -> None:
    """A company of others is met by its number and by the rules; each rule shows its rows."""
    approved(call, rows=1)
    call("migration.take_back", run=1)
    call.crm("insert into account(accountid, accountnumber, name, telephone1) values"
             " ('11111111-1111-4111-8111-111111111111', 'C3', 'Acme', '+1 555')")  # fmt: skip
    before = call.target.read_bytes()
    settle_matching(call, fields=["accountnumber"])
    found = dry_run(call)
    assert call.target.read_bytes() == before
    assert [(c.known.create, c.known.update) for c in found.predictions if c.known] == [
        (2, 1), (4, 0),
    ]  # fmt: skip
    [phone] = [e for e in found.effects if e.field == "telephone1"]
    assert (phone.overwrite, phone.fill) == (1, 0)
    ahead = call("migration.records_ahead", entity="account", kind="field",
                 what="telephone1:overwrite")  # fmt: skip
    assert (ahead.total, ahead.lines[0].held, ahead.lines[0].target_id[:4]) == (1, "+1 555", "1111")
    ahead = call("migration.records_ahead", entity="account", kind="class", what="create")
    assert ahead.total == 2
    assert overview(call).dry is not None
    call.workspace.edit("No gate", lambda p: replace(p, loading=replace(
        p.loading, require_pilot=False)))  # fmt: skip
    run = call("migration.run")
    assert run.score is not None
    assert (run.score.right, run.score.total) == (7, 7)
    assert call.crm("select count(*) from account") == [(3,)]
    assert overview(call).dry is None  # it came to pass


def test_the_duplicates_rules_find_records_of_the_target(call: Calls) -> None:
    approved(call, rows=1)
    call("migration.take_back", run=1)
    call.crm("insert into account(accountid, name, telephone1, accountnumber) values"
             " ('11111111-1111-4111-8111-111111111111', 'شرکت نمونه', '+982188554433', 'C1'),"
             " ('22222222-2222-4222-8222-222222222222', 'Another', '+4930123', 'X9')")  # fmt: skip
    settle_matching(call, fields=(), rules=True)
    found = dry_run(call)
    known = {p.entity: p.known for p in found.predictions}
    account = known["account"]
    assert account is not None
    assert account.update + account.wait == 1  # sure enough to merge, or asked: never both made
    assert account.create == 2


def test_fields_that_cannot_name_a_record_are_refused(call: Calls) -> None:
    with pytest.raises(PlanError, match="cannot be found by nothing"):
        settle_matching(call, fields=["nothing"])
    with pytest.raises(PlanError, match="called nobody"):
        call("migration.recognise", entity="nobody", fields=["x"])
    settle_matching(call, fields=["name"])
    settle_matching(call, fields=[])
    assert call.workspace.plan.loading.matching == ()


def test_an_unknown_run_and_an_unreachable_target_are_sentences(
    call: Calls, tmp_path: Path
) -> None:
    approved(call)
    where = f"sqlite:///{tmp_path / 'no' / 'crm.sqlite'}"
    call.workspace.edit("Gone", lambda p: replace(p, target=replace(p.target, uri=where)))
    with pytest.raises(TargetError):
        call("migration.dry_run")
    with pytest.raises(TargetError):
        call("migration.take_back", run=1)
    assert [r.kind for r in overview(call).runs] == ["rollback", "pilot"]
    assert overview(call).runs[0].state == "failed"
    assert overview(call).runs[1].state == "attention"
