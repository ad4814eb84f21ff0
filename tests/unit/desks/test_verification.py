"""The verification on a small real project: differences, causes, goals, the sign-off pack."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from migrator.errors import ProjectError
from migrator.model.plan import Goal
from migrator.model.views.runs import VerificationView
from tests.unit.desks.loading_project import NO_JOHN, Calls

GOALS = (
    Goal("contact", "filled", "emailaddress1", at_least=0.95),
    Goal("account", "valid", at_least=0.9),
)


@pytest.fixture
def call(loading_project: Calls) -> Calls:
    """Everything is loaded."""
    call = loading_project
    call.workspace.edit("Goals", lambda plan: replace(plan, goals=GOALS))
    run = call("pilot.run")
    call("pilot.approve", run=run.no, by="Sara")
    call("migration.run")
    return call


def overview(call: Calls) -> VerificationView:
    found = call("verification.overview")
    assert isinstance(found, VerificationView)
    return found


def test_everything_at_one_look(call: Calls) -> None:
    found = overview(call)
    assert (found.run.no, found.run.kind, found.differences) == (2, "full", 0)
    assert [(c.entity, c.expected, c.found, c.equal) for c in found.compared] == [
        ("account", 3, 3, 3),
        ("contact", 4, 4, 4),
    ]
    assert found.values > 0
    assert found.account.balanced
    assert [(c.entity, c.kind, c.code, c.rows, c.told.en) for c in found.causes] == [
        ("account", "quarantine", "required", 1, "Account name is required and empty"),
        (
            "contact",
            "quarantine",
            "parent_held_back",
            1,
            "The parent record is in quarantine: Account C4",
        ),
    ]
    assert [(g.measure, g.reached, g.met) for g in found.goals] == [
        ("filled", 1.0, True),
        ("valid", 0.75, False),
    ]


def test_differences_by_page_entity_and_kind(call: Calls) -> None:
    call.crm("update contact set lastname = upper(lastname), firstname = 'X'")
    call.crm("delete from account where accountnumber = 'C2'")
    call("verification.reconcile")
    found = overview(call)
    assert found.differences == 9
    told = {c.entity: (c.equal, c.normalised, c.differs, c.missing) for c in found.compared}
    assert told == {"account": (2, 0, 0, 1), "contact": (0, 0, 4, 0)}
    first = call("verification.differences", limit=2)
    assert (first.total, len(first.lines)) == (9, 2)
    assert (first.lines[0].kind, first.lines[0].key) == ("missing", "account_1|C2")
    rest = call("verification.differences", offset=2, limit=100)
    assert (rest.total, len(rest.lines)) == (9, 7)
    names = call("verification.differences", entity="contact", kind="differs")
    assert {(x.field, x.field_label.en, x.found) for x in names.lines} == {
        ("firstname", "First name", "X")
    }
    assert all(line.gid for line in names.lines)
    assert call("verification.differences", entity="contact", kind="missing").total == 0


def test_only_the_targets_own_way_of_writing_is_no_real_difference(call: Calls) -> None:
    call.crm("update contact set lastname = upper(lastname)")
    call("verification.reconcile")
    told = {c.entity: (c.equal, c.normalised, c.differs) for c in overview(call).compared}
    assert told["contact"] == (0, 4, 0)
    assert overview(call).run.state == "attention"


def test_refused_rows_are_sent_again_without_doubling(call: Calls) -> None:
    call("migration.take_back", run=1)
    call.crm(NO_JOHN)
    call("migration.run")
    found = overview(call)
    assert (found.refused, [c.kind for c in found.causes].count("reject")) == (1, 1)
    assert "no John here" in next(c.told.fa for c in found.causes if c.kind == "reject")
    call.crm("drop trigger no")
    call("verification.replay")
    assert overview(call).refused == 0
    assert call.crm("select count(*), count(distinct contactid) from contact") == [(4, 4)]


def test_reasons_are_written_to_excel(call: Calls, tmp_path: Path) -> None:
    path = tmp_path / "rejects.xlsx"
    assert call("verification.export", path=str(path)) == 2
    sheet = openpyxl.load_workbook(path).active
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        "account",
        "contact",
    ]
    with pytest.raises(ProjectError, match="cannot be written"):
        call("verification.export", path=str(tmp_path / "no" / "rejects.xlsx"))


@pytest.mark.parametrize(("language", "word"), [("en", "Run"), ("fa", "اجرا")])
def test_the_pack_is_written_and_sealed(
    call: Calls, tmp_path: Path, language: str, word: str
) -> None:
    files = call("verification.report", folder=str(tmp_path / "pack"), language=language)
    assert [Path(f.path).name for f in files] == ["migration_report.xlsx", "migration_report.html"]
    for one in files:
        content = Path(one.path).read_bytes()
        assert (one.size, one.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert word in Path(files[1].path).read_text("utf-8")
    assert call("verification.seal", paths=(files[0].path, "nowhere")) == (files[0],)


def test_a_place_that_cannot_be_written_is_one_sentence(call: Calls, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ProjectError, match="cannot be written"):
        call("verification.report", folder=str(tmp_path / "file"), language="en")


def test_nothing_is_verified_before_anything_was_loaded(loading_project: Calls) -> None:
    found = overview(loading_project)
    assert (found.run, found.compared, found.differences) == (None, (), 0)
    assert loading_project("verification.differences").total == 0
