"""The rejects workbench on a small real project: causes and states, corrections, replays."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from migrator.cli.commands import main
from migrator.databases.refusals import field_in, refusal
from migrator.errors import PlanError, ProjectError
from migrator.model.mapping import OnError, Step
from migrator.model.recipe import RecipeStep
from migrator.model.text import Text
from migrator.model.views.rejects import CauseLine, CorrectionReview, Workbench
from tests.unit.desks.loading_project import NO_JOHN, Calls

# Another record that the target refuses in words of its own.
NO_SARA = """create trigger no_sara before insert on contact when new.lastname = 'Noori'
    begin select raise(abort, 'lastname 4711 is not welcome'); end"""


@pytest.fixture(scope="module")
def tried(_made_loading_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything was tried once; the target refused two records, our checks hold two back."""
    home = tmp_path_factory.mktemp("rejects") / "home"
    shutil.copytree(_made_loading_project, home)
    call = Calls(home)
    run = call("pilot.run")
    call("pilot.approve", run=run.no, by="Sara")
    call("migration.take_back", run=1)
    call.crm(NO_JOHN)
    call.crm(NO_SARA)
    call("migration.run")
    call.close()
    shutil.copytree(home, home.with_name("kept"))
    return home


@pytest.fixture
def call(tried: Path) -> Iterator[Calls]:
    """That project as it was, at the place that its target's address names."""
    shutil.rmtree(tried)
    shutil.copytree(tried.with_name("kept"), tried)
    calls = Calls(tried)
    yield calls
    calls.close()


def bench(call: Calls) -> Workbench:
    found = call("rejects.overview")
    assert isinstance(found, Workbench)
    return found


def cause(call: Calls, words: str) -> CauseLine:
    return next(one for one in bench(call).causes if words in one.told.en)


def states(call: Calls) -> dict[str, tuple[str, int, int]]:
    return {one.told.en: (one.state, one.new, one.recurring) for one in bench(call).causes}


EMPTY_NAME = "Account name is required and empty"
HELD = "The parent record is in quarantine: Account C4"
JOHN = "The target refused it: no John here"
SARA = "The target refused it: lastname … is not welcome"


def test_causes_stand_over_the_runs(call: Calls) -> None:
    assert states(call) == {
        EMPTY_NAME: ("new", 1, 0),
        HELD: ("new", 1, 0),
        JOHN: ("new", 1, 0),
        SARA: ("new", 1, 0),
    }
    assert bench(call).refused == 2
    call.crm("drop trigger no")
    assert bench(call).replayable
    run = call("rejects.replay")
    assert (run.kind, run.state) == ("replay", "attention")
    assert states(call) == {
        EMPTY_NAME: ("recurring", 0, 1),
        HELD: ("recurring", 0, 1),
        SARA: ("recurring", 0, 1),
    }
    assert [(one.told.en, one.rows, one.keys) for one in bench(call).fixed] == [
        (JOHN, 1, ("contact_2|3",))
    ]
    assert call.crm("select count(*), count(distinct contactid) from contact") == [(3, 3)]
    # The same cause, seen again after it was mended, is not new.
    call("migration.take_back", run=run.no)
    call.crm(NO_JOHN)
    call("rejects.replay")
    assert states(call)[JOHN][0] == "recurring"
    assert call.workspace.account().balanced


def test_a_value_by_hand_reaches_the_target_by_a_replay(call: Calls) -> None:
    found = call("rejects.records", cause=cause(call, "required").id)
    assert [(one.key, one.state) for one in found.records] == [("account_1|C4", "new")]
    assert found.fields[0][0] == "name"
    gid = found.records[0].gid
    call("rejects.correct", entity="account", gid=gid, field="name", value="Lost & Found")
    call.workspace.run("validate")
    assert {one.told.en for one in bench(call).causes} == {JOHN, SARA}
    run = call("rejects.replay")
    assert {one.entity: one.loaded for one in run.entities} == {"account": 4, "contact": 3}
    assert call.crm("select count(*) from account where name = 'Lost & Found'") == [(1,)]
    story = "select count(*) from contact c join account a on a.accountid = c.parentcustomerid"
    assert call.crm(f"{story} where a.accountnumber = 'C4'") == [(1,)]
    # What was there before was not sent again.
    facts = call.workspace.runs()[-1].facts["entities"]
    assert {name: one["batches"] for name, one in facts.items()} == {"account": 1, "contact": 1}
    told = [entry.label.en for entry in call.workspace.history()]
    assert "Corrected Account name of Account" in told


def test_all_of_a_cause_by_a_step_that_was_tried(call: Calls) -> None:
    sara = cause(call, "welcome")
    assert (sara.field, sara.fixable) == ("lastname", True)
    step = RecipeStep(
        "", ("lastname",), "lastname",
        Step("value_map", {"map": {"Noori": "Nouri"}, "default": "keep"}, OnError.KEEP),
    )  # fmt: skip
    tried = call("rejects.try_step", cause=sara.id, step=step)
    assert [(one.before, one.after, one.ok) for one in tried.lines] == [("Noori", "Nouri", True)]
    assert (tried.rows, tried.others) == (1, 0)
    asked = call("rejects.suggest", cause=sara.id)
    assert {one.step.step.transform for one in asked} == {"value_map"}
    call("rejects.fix", entity="contact", step=step)
    call.workspace.run("validate")
    call("rejects.replay")
    assert call.crm("select count(*) from contact where lastname = 'Nouri'") == [(1,)]
    john = cause(call, "John")
    with pytest.raises(PlanError, match="Nothing is mapped"):
        call("rejects.suggest", cause=john.id)
    with pytest.raises(PlanError, match="No record has the cause"):
        call("rejects.records", cause=sara.id)


def test_an_acceptance_says_who_and_why_and_can_be_taken_back(call: Calls) -> None:
    john = cause(call, "John")
    with pytest.raises(PlanError, match="reason is missing"):
        call("rejects.accept", cause=john.id, reason=" ")
    before = bench(call).open
    call("rejects.accept", cause=john.id, reason="He left", by="Mina")
    call("rejects.replay")
    found = cause(call, "John")
    assert (found.state, found.accepted_by, found.reason) == ("accepted", "Mina", "He left")
    assert bench(call).open == before - 1
    call("rejects.withdraw", cause=john.id)
    assert cause(call, "John").state == "recurring"
    with pytest.raises(ProjectError, match="not accepted"):
        call("rejects.withdraw", cause=john.id)


# -- the workbook


def edited(path: Path, *changes: tuple[str, str, str, object]) -> None:
    """Change cells as people do: (sheet's beginning, source key, column's key, value)."""
    book = openpyxl.load_workbook(path)
    for beginning, key, column, value in changes:
        sheet = next(book[name] for name in book.sheetnames if name.startswith(beginning))
        at = {cell.value: cell.column for cell in sheet[1]}
        row = next(r for r in range(3, sheet.max_row + 1) if sheet.cell(r, 2).value == key)
        sheet.cell(row, at[column]).value = value
    book.save(path)


def review(call: Calls, path: Path) -> CorrectionReview:
    found = call("rejects.review", path=str(path))
    assert isinstance(found, CorrectionReview)
    return found


def sheet_of(path: Path, key: str) -> str:
    book = openpyxl.load_workbook(path)
    return next(
        s.title for s in book.worksheets
        if s.sheet_state == "visible" and any(c.value == key for c in s["B"])
    )  # fmt: skip


@pytest.fixture
def exported(call: Calls, tmp_path: Path) -> Path:
    path = tmp_path / "rejects.xlsx"
    assert call("rejects.export", path=str(path), language="fa") == 4
    return path


def test_the_workbook_has_a_locked_sheet_per_cause(exported: Path) -> None:
    book = openpyxl.load_workbook(exported)
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert len(shown) == 4
    assert book["kooch"].sheet_state == "veryHidden"
    for sheet in shown:
        assert sheet.sheet_view.rightToLeft
        assert sheet.protection.sheet
        assert sheet.column_dimensions["A"].hidden
        assert [sheet.cell(3, n).protection.locked for n in (2, 3, 4)] == [True, True, False]


def test_corrections_come_back_and_are_one_edit(call: Calls, exported: Path) -> None:
    account, john = sheet_of(exported, "account_1|C4"), sheet_of(exported, "contact_2|3")
    edited(
        exported,
        (account, "account_1|C4", "name", "یافته"),
        (john, "contact_2|3", "firstname", "Jon"),
        (john, "contact_2|3", "lastname", "Smyth"),
    )
    found = review(call, exported)
    told = {(c.entity, c.key, c.field): (c.old, c.new) for c in found.changes}
    assert told == {
        ("account", "account_1|C4", "name"): ("", "یافته"),
        ("contact", "contact_2|3", "firstname"): ("John", "Jon"),
        ("contact", "contact_2|3", "lastname"): ("Smith", "Smyth"),
    }
    assert not found.refusals
    before = len(call.workspace.history())
    ids = [c.id for c in found.changes if c.field != "lastname"]
    call("rejects.take", path=str(exported), ids=ids)
    assert len(call.workspace.history()) == before + 1
    call.workspace.run("validate")
    call("rejects.replay")
    rows = call.crm("select firstname, lastname from contact where firstname = 'Jon'")
    assert rows == [("Jon", "Smith")]
    # What was taken is there: only the other change is left, and undo takes both back.
    assert [c.field for c in review(call, exported).changes] == ["lastname"]


BAD = (
    ("account_1|C4", "_key", "account_1|C9", "source key was changed"),
    ("contact_2|3", "firstname", "=1/0", "No value can be read"),
)


@pytest.mark.parametrize(("key", "column", "value", "why"), BAD, ids=[b[3] for b in BAD])
def test_what_cannot_be_taken_is_told_with_its_cell(
    call: Calls, exported: Path, key: str, column: str, value: str, why: str
) -> None:
    edited(exported, (sheet_of(exported, key), key, column, value))
    found = review(call, exported)
    assert not found.changes
    assert [why in one.told.en for one in found.refusals] == [True]
    assert found.refusals[0].cell


def test_a_value_that_moved_on_is_not_overwritten(call: Calls, exported: Path) -> None:
    gid = call("rejects.records", cause=cause(call, "John").id).records[0].gid
    edited(exported, (sheet_of(exported, "contact_2|3"), "contact_2|3", "firstname", "Jon"))
    call("rejects.correct", entity="contact", gid=gid, field="firstname", value="Johnny")
    call.workspace.run("validate")
    found = review(call, exported)
    assert not found.changes
    assert "since the export" in found.refusals[0].told.en


def test_foreign_and_damaged_workbooks_are_refused(
    call: Calls, exported: Path, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(exported)
    book["kooch"].cell(3, 2).value = "x"
    book.save(exported)
    assert "hidden sheet was changed" in review(call, exported).refusals[0].told.en
    with pytest.raises(ProjectError, match="cannot be written"):
        call("rejects.export", path=str(tmp_path / "no" / "r.xlsx"), language="en")


# -- the gate


def test_a_replay_needs_a_mapping_as_it_was(call: Calls) -> None:
    call.workspace.edit("Another system", lambda plan: replace(plan, system="erp2"))
    call.workspace.run("validate")
    found = bench(call)
    assert (found.replayable, "pilot" in found.why.en) == (False, True)
    with pytest.raises(PlanError, match="pilot"):
        call("rejects.replay")


def test_nothing_is_replayed_before_a_full_run(loading_project: Calls) -> None:
    assert "in full yet" in bench(loading_project).why.en
    with pytest.raises(PlanError, match="in full yet"):
        loading_project("rejects.replay")


@pytest.mark.parametrize(
    ("code", "words", "field", "told"),
    [
        ("23505", 'constraint "account_no" Key (number)=(…)', "number", "Another record"),
        ("1062", "Duplicate entry for key 'number'", "number", "Another record"),
        ("", "UNIQUE constraint failed: account.number", "number", "Another record"),
        ("1406", "Data too long for column 'name' at row …", "name", "too long"),
        ("22001", "value too long for type character varying(50)", "", "too long"),
        ("1048", "Column 'name' cannot be null", "name", "demands a value"),
        ("P0001", "no John here", "", "The target refused it: no John here"),
    ],
)
def test_refusals_in_plain_words(code: str, words: str, field: str, told: str) -> None:
    assert field_in(words, ("name", "number", "accountid")) == field
    assert told in refusal(code, words, Text.of(field)).en


def test_the_command_line_does_the_same(call: Calls, tmp_path: Path) -> None:
    call.close()
    folder, book = str(call.workspace.project.folder), tmp_path / "r.xlsx"

    def kooch(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(main, ["rejects", folder, *words])
        return done.exit_code, done.output

    code, told = kooch("--json")
    found = {one["told"]["en"]: one["id"] for one in json.loads(told)["causes"]}
    assert (code, len(found)) == (3, 4)
    assert "Noori" in kooch("--cause", found[SARA])[1]
    assert kooch("--accept", found[JOHN], "--reason", "He left", "--by", "Mina")[0] == 0
    assert "accepted by Mina: He left" in kooch()[1]
    assert kooch("--export", str(book), "--language", "en")[0] == 3
    edited(book, (sheet_of(book, "account_1|C4"), "account_1|C4", "name", "Found"))
    code, told = kooch("--take", str(book))
    assert (code, "Took 1 corrections" in told) == (0, True)
    code, told = kooch("--replay", "--json")
    accounts = {one["entity"]: one["loaded"] for one in json.loads(told)["account"]["entities"]}
    assert (code, accounts) == (3, {"account": 4, "contact": 3})
    assert kooch("--replay", "--accept", "x")[0] == 2
    done = CliRunner().invoke(main, ["run", folder, "--delta", "--dry-run", "--json"])
    delta = json.loads(done.output)["delta"]
    assert {e: one["same"] for e, one in delta.items()} == {"account": 4, "contact": 3}


def test_what_waits_for_a_refused_parent_goes_after_it(call: Calls) -> None:
    call("migration.take_back", run=3)
    call.crm("""create trigger no_acme before insert on account when new.name = 'Acme'
        begin select raise(abort, 'no Acme'); end""")
    call("migration.run")
    waits = [one for one in bench(call).causes if one.kind == "pending"]
    assert [(one.rows, one.field) for one in waits] == [(2, "parentcustomerid")]
    assert "C3" in str(call("rejects.records", cause=waits[0].id).records)
    for trigger in ("no", "no_sara", "no_acme"):
        call.crm(f"drop trigger {trigger}")
    call("rejects.replay")
    assert {one.kind for one in bench(call).causes} == {"quarantine"}
    assert call.crm("select count(*) from contact where parentcustomerid is null") == [(0,)]
