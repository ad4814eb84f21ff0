"""Validate: groups of issues, ways to repair them that do, acceptances, checks, the workbook."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from migrator import starting
from migrator.desks.validation import ValidationDesk
from migrator.errors import PlanError, ProjectError
from migrator.model.checking import CheckRule
from migrator.model.issues import Severity
from migrator.model.mapping import Feed, FieldMapping, Lookup, OnError, Step, row_id
from migrator.model.plan import Plan
from migrator.model.recipe import RecipeStep
from migrator.model.views.validation import IssueGroup, Remedy, Suggestion
from migrator.progress import NULL_PROGRESS
from migrator.workspace import Workspace

ACCOUNTS = [
    ["no", "firm", "since", "kind", "mail"],
    ["A1", "Acme", "1399/01/15", "3", "a@example.com"],
    ["A2", "", "92/3/7", "3", "no mail"],
    ["A3", "Bolt", "96/9/25", "nine", "b@example.com"],
    ["A4", "Crane", "1399/13/01", "3", "no mail"],
    ["A5", "=Evil", "", "nine", ""],
]
PEOPLE = [["id", "last", "firm"], ["1", "Weber", "A1"], ["2", "Rossi", "A2"], ["3", "Ghost", "X"]]


def _plan(plan: Plan) -> Plan:
    account = Feed(
        "accounts", 1, "legacy", "accounts", "account", ("no",),
        (
            FieldMapping("name", ("firm",)),
            FieldMapping("accountnumber", ("no",)),
            FieldMapping("new_customersince", ("since",), (Step("date_auto"),)),
            FieldMapping("customertypecode", ("kind",)),
            FieldMapping("emailaddress1", ("mail",), (Step("email", {}, OnError.KEEP),)),
        ),
    )  # fmt: skip
    contact = Feed(
        "people", 2, "legacy", "people", "contact", ("id",),
        (
            FieldMapping("lastname", ("last",)),
            FieldMapping("parentcustomerid", ("firm",), lookup=Lookup("account")),
        ),
    )  # fmt: skip
    return replace(plan, feeds=(account, contact), recipes=(), matching=())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("validation")
    with contextlib.closing(sqlite3.connect(home / "legacy.sqlite")) as database:
        for name, (titles, *rows) in (("accounts", ACCOUNTS), ("people", PEOPLE)):
            database.execute(f"create table {name} ({', '.join(f'{t} text' for t in titles)})")
            marks = ", ".join("?" * len(titles))
            database.executemany(f"insert into {name} values ({marks})", rows)
        database.commit()
    files = [str(home / "legacy.sqlite")]
    target = f"sqlite:///{home / 'crm.sqlite'}"
    with starting.begin(home / "p", files, target, create=starting.BUNDLED) as workspace:
        workspace.edit("mapped", _plan)
        workspace.run("validate")
        return workspace.project.folder


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Iterator[Workspace]:
    shutil.copytree(made, tmp_path / "p.kooch")
    with Workspace.open(tmp_path / "p.kooch") as opened:
        yield opened


@pytest.fixture
def desk(workspace: Workspace) -> ValidationDesk:
    return ValidationDesk(workspace)


def group(desk: ValidationDesk, code: str, entity: str = "account") -> IssueGroup:
    found = [g for g in desk.overview().groups if (g.code, g.entity) == (code, entity)]
    assert len(found) == 1, desk.overview().groups
    return found[0]


def codes(desk: ValidationDesk) -> dict[tuple[str, str, str], int]:
    return {(g.entity, g.code, g.severity): g.rows for g in desk.overview().groups}


def ways(desk: ValidationDesk, one: IssueGroup) -> dict[str, Suggestion]:
    found = desk.suggest(one.entity, one.field, one.code, one.severity)
    return {suggestion.title.en: suggestion for suggestion in found}


def test_the_overview_groups_by_rule_and_counts_records(desk: ValidationDesk) -> None:
    assert codes(desk) == {
        ("account", "bad_date", "error"): 3,
        ("account", "wrong_type", "error"): 2,
        ("account", "not_in_picklist", "error"): 2,
        ("account", "required", "error"): 1,
        ("account", "bad_email", "warning"): 2,
        ("contact", "parent_held_back", "error"): 1,
        ("contact", "lookup_not_found", "error"): 1,
    }
    dates = group(desk, "bad_date")
    assert [(c.detail, c.told.fa, c.rows) for c in dates.causes] == [
        ("a year of two digits", "سال دورقمی", 2),
        ("there is no month 13", "ماه ۱۳ نداریم", 1),
    ]
    found = desk.overview()
    assert (found.ready, found.held) == (2, 6)
    assert group(desk, "parent_held_back", "contact").remedy is Remedy.PARENT
    assert group(desk, "parent_held_back", "contact").parent == "account"


def test_fixing_all_like_this_repairs_what_was_promised(
    desk: ValidationDesk, workspace: Workspace
) -> None:
    dates = group(desk, "bad_date")
    best = desk.suggest("account", dates.field, dates.code, dates.severity)[0]
    assert (best.title.en, best.trial.repaired, best.trial.rows) == (
        "Read as Jalali, years of two digits",
        2,
        3,
    )
    assert {(line.before, line.after, line.ok) for line in best.trial.lines} == {
        ("92/3/7", "2013-05-28", True),
        ("96/9/25", "2017-12-16", True),
        ("1399/13/01", "1399/13/01", False),
    }
    assert best.trial.others == 0  # the good dates are left alone
    changes = desk.fix("account", best.step)
    assert changes.label.en == "Repaired Customer since of Account"
    assert "cleanse" in changes.stages
    workspace.run("validate")
    assert group(desk, "bad_date").rows == 1
    workspace.undo()
    workspace.run("validate")
    assert group(desk, "bad_date").rows == 3


def test_a_cause_alone_can_be_repaired(desk: ValidationDesk) -> None:
    dates = group(desk, "bad_date")
    found = desk.suggest("account", dates.field, dates.code, dates.severity, "there is no month 13")
    assert {s.title.en: s.trial.rows for s in found} == {
        "Empty these values": 1,
        "Replace the values one by one": 1,
    }


def test_an_empty_required_field_is_filled_from_another(
    desk: ValidationDesk, workspace: Workspace
) -> None:
    found = ways(desk, group(desk, "required"))
    taken = found["Take it from Account number"]
    assert (taken.trial.repaired, taken.trial.lines[0].after) == (1, "A2")
    assert found["Fill with one value"].asks
    desk.fix("account", taken.step)
    workspace.run("validate")
    assert ("account", "required", "error") not in codes(desk)


def test_values_are_replaced_one_by_one(desk: ValidationDesk, workspace: Workspace) -> None:
    each = ways(desk, group(desk, "not_in_picklist"))["Replace the values one by one"]
    assert each.asks
    assert each.step.step.options["map"] == {"nine": "nine"}
    filled = replace(
        each.step, step=replace(each.step.step, options={"map": {"nine": "3"}, "default": "keep"})
    )
    asked = ("account", "customertypecode", "not_in_picklist", "error", None)
    assert desk.try_step(asked, filled).repaired == 2
    desk.fix("account", filled)
    workspace.run("validate")
    assert ("account", "not_in_picklist", "error") not in codes(desk)
    assert ("account", "wrong_type", "error") not in codes(desk)


def test_a_step_tells_of_the_records_that_it_was_not_meant_for(desk: ValidationDesk) -> None:
    asked = ("account", "new_customersince", "bad_date", "error", None)
    field = "new_customersince"
    blunt = RecipeStep("", (field,), field, Step("truncate", {"length": 4, "how": "cut"}))
    assert desk.try_step(asked, blunt).others == 1


def test_a_step_that_cannot_be_used_says_why(desk: ValidationDesk) -> None:
    asked = ("account", "name", "required", "error", None)
    bad = RecipeStep("", ("name",), "name", Step("regex_replace", {"pattern": "("}))
    problem = desk.try_step(asked, bad).problem
    assert problem is not None
    assert problem.fa
    with pytest.raises(PlanError):
        desk.try_step(asked, RecipeStep("", ("nope",), "name", Step("trim")))


def test_one_record_is_corrected_and_nothing_else(
    desk: ValidationDesk, workspace: Workspace
) -> None:
    gid = row_id(1, 2)
    cell = desk.cell("account", gid, "new_customersince")
    assert (cell.value, cell.same, cell.problems) == (
        "92/3/7",
        0,
        (("bad_date", "a year of two digits"),),
    )
    desk.correct("account", gid, "new_customersince", "1392/03/07", same=False)
    desk.correct("account", gid, "name", "Anvil", same=False)
    workspace.run("validate")
    rows = workspace.staging.rows("select name, new_customersince from ready_account order by _gid")
    assert rows == [("Acme", "2020-04-03"), ("Anvil", "2013-05-28")]
    # Corrected again: the step keeps one correction.
    desk.correct("account", gid, "name", "Amboss", same=False)
    steps = workspace.plan.recipes[0].steps
    assert [(s.writes, s.step.transform) for s in steps] == [
        ("new_customersince", "by_hand"),
        ("name", "by_hand"),
    ]
    assert steps[1].step.options["rows"] == [["1", "A2", "", "Amboss"]]
    workspace.run("validate")
    found = workspace.staging.rows(f"select name from golden_account where _gid = {gid}")
    assert found == [("Amboss",)]


def test_all_records_with_the_same_value_are_corrected(
    desk: ValidationDesk, workspace: Workspace
) -> None:
    gid = row_id(1, 2)
    cell = desk.cell("account", gid, "emailaddress1")
    assert (cell.value, cell.same) == ("no mail", 1)
    desk.correct("account", gid, "emailaddress1", "", same=True)
    workspace.run("validate")
    assert ("account", "bad_email", "warning") not in codes(desk)


def test_a_lookup_is_corrected_by_what_is_looked_up(
    desk: ValidationDesk, workspace: Workspace
) -> None:
    gid = row_id(2, 3)
    assert desk.cell("contact", gid, "parentcustomerid").value == "X"
    each = ways(desk, group(desk, "lookup_not_found", "contact"))
    step = each["Replace the values one by one"].step
    lines = {
        to: desk.try_step(
            ("contact", "parentcustomerid", "lookup_not_found", "error", None),
            replace(step, step=replace(step.step, options={"map": {"X": to}, "default": "keep"})),
        ).repaired
        for to in ("A1", "A99")
    }
    assert lines == {"A1": 1, "A99": 0}
    desk.correct("contact", gid, "parentcustomerid", "A1", same=False)
    workspace.run("validate")
    assert ("contact", "lookup_not_found", "error") not in codes(desk)


def test_a_value_of_the_wrong_type_is_refused(desk: ValidationDesk) -> None:
    with pytest.raises(PlanError, match="soon"):
        desk.correct("account", row_id(1, 2), "new_customersince", "soon", same=False)
    with pytest.raises(PlanError):
        desk.cell("account", 999, "name")
    with pytest.raises(PlanError):
        desk.correct("account", row_id(1, 2), "telephone1", "1", same=False)


def test_an_issue_is_accepted_and_taken_back(desk: ValidationDesk, workspace: Workspace) -> None:
    field = "customertypecode"
    desk.waive("account", field, "wrong_type", "a code of the branch", (row_id(1, 5),))
    desk.waive("account", field, "not_in_picklist", "a code of the branch")
    workspace.run("validate")
    assert codes(desk)[("account", "wrong_type", "warning")] == 1
    assert codes(desk)[("account", "wrong_type", "error")] == 1
    assert codes(desk)[("account", "not_in_picklist", "warning")] == 2
    one, every = desk.overview().waivers
    assert (one.key.endswith("A5"), one.lifts, every.lifts) == (True, 1, 2)
    assert [g.waived for g in desk.overview().groups if g.code == "not_in_picklist"] == [True]
    desk.unwaive((one.waiver, every.waiver))
    workspace.run("validate")
    assert codes(desk)[("account", "wrong_type", "error")] == 2


def test_what_cannot_be_accepted(desk: ValidationDesk) -> None:
    with pytest.raises(PlanError, match="parent"):
        desk.waive("contact", "parentcustomerid", "parent_held_back", "so what")
    with pytest.raises(PlanError, match="reason"):
        desk.waive("account", "name", "required", "  ")


def test_a_check_is_tried_added_changed_and_removed(
    desk: ValidationDesk, workspace: Workspace
) -> None:
    rule = CheckRule("pattern", ("name",), {"pattern": "[A-Z][a-z]+"})
    tried = desk.try_rule("account", rule)
    assert (tried.rows, [value for _, value in tried.examples]) == (1, ["=Evil"])
    desk.put_rule("account", rule)
    workspace.run("validate")
    (line,) = desk.overview().rules
    assert (line.title.en, line.found, [f.en for f in line.fields]) == (
        "Form of a text",
        1,
        ["Account name"],
    )
    desk.put_rule("account", replace(rule, severity=Severity.WARNING), 0)
    workspace.run("validate")
    assert ("account", "pattern", "warning") in codes(desk)
    desk.drop_rule("account", 0)
    assert workspace.plan.checking == ()
    with pytest.raises(PlanError):
        desk.drop_rule("account", 0)


def test_a_check_that_cannot_run_is_not_added(desk: ValidationDesk) -> None:
    bad = CheckRule("pattern", ("name",), {"pattern": "("})
    assert desk.try_rule("account", bad).problem is not None
    with pytest.raises(PlanError):
        desk.put_rule("account", bad)


def test_the_workbook_holds_whole_records_with_their_reasons(
    desk: ValidationDesk, tmp_path: Path
) -> None:
    path = tmp_path / "held.xlsx"
    assert desk.export(str(path), "fa", progress=NULL_PROGRESS) == 6
    book = load_workbook(path)
    assert len(book.sheetnames) == 2
    sheet = book[book.sheetnames[0]]
    assert sheet.sheet_view.rightToLeft
    heading, *rows = sheet.iter_rows(values_only=True)
    assert heading[:3] == ("علت‌ها", "کلید مبدأ", "نام شرکت")
    assert len(rows) == 4
    evil = next(row for row in rows if str(row[1]).endswith("A5"))
    assert evil[2] == "=Evil"
    written = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in written} == {"s"}
    with pytest.raises(ProjectError):
        desk.export(str(tmp_path / "no" / "such" / "x.xlsx"), "en", progress=NULL_PROGRESS)
