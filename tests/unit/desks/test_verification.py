"""The verification on a small real project: differences, causes, goals, the sign-off pack."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from migrator.errors import ProjectError
from migrator.model.plan import Goal
from migrator.model.segments import Part
from migrator.model.views.runs import VerificationView
from tests.unit.desks.loading_project import Calls

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
    assert found.differences == 10  # Maryam's company is gone
    told = {c.entity: (c.equal, c.normalised, c.differs, c.missing) for c in found.compared}
    assert told == {"account": (2, 0, 0, 1), "contact": (0, 0, 4, 0)}
    first = call("verification.differences", limit=2)
    assert (first.total, len(first.lines)) == (10, 2)
    assert (first.lines[0].kind, first.lines[0].key) == ("missing", "account_1|C2")
    rest = call("verification.differences", offset=2, limit=100)
    assert (rest.total, len(rest.lines)) == (10, 8)
    names = call("verification.differences", entity="contact", kind="changed")
    assert {(x.field, x.field_label.en, x.found) for x in names.lines} == {
        ("firstname", "First name", "X")
    }
    assert all(line.gid for line in names.lines)
    assert call("verification.differences", entity="contact", kind="missing").total == 0


def test_from_a_segment_or_a_lookup_to_its_records(call: Calls) -> None:
    parts, broken = call("verification.segments")
    assert broken == ()
    assert parts
    assert all(one.agrees for one in parts)
    call.crm("delete from account where accountnumber = 'C2'")
    call.crm("update account set customertypecode = 1 where accountnumber = 'C3'")
    call.crm("insert into account (accountid, name) values ('theirs', 'Others')")
    call("verification.reconcile")
    parts, broken = call("verification.segments")
    assert [(b.entity, b.field, b.orphan, b.lost, b.wrong) for b in broken] == [
        ("contact", "parentcustomerid", 1, 0, 0)
    ]
    wrong = {(p.kind, p.told.en): (p.expected, p.found) for p in parts if not p.agrees}
    assert wrong == {("status", "Competitor"): (0, 1), ("status", "Customer"): (3, 1)}
    for one in (p for p in parts if not p.agrees):
        part = Part(one.entity, one.kind, one.field, one.value)
        page = call("verification.differences", part=part)
        assert abs(one.expected - one.found) <= page.total
    assert overview(call).compared[0].extra == 0
    call("verification.reconcile", strict=True)
    assert overview(call).compared[0].extra == 1
    page = call("verification.differences", kind="extra")
    assert [line.target_id for line in page.lines] == ["theirs"]


def test_only_the_targets_own_way_of_writing_is_no_real_difference(call: Calls) -> None:
    call.crm("update contact set lastname = upper(lastname)")
    call("verification.reconcile")
    told = {c.entity: (c.equal, c.normalised, c.differs) for c in overview(call).compared}
    assert told["contact"] == (0, 4, 0)
    assert overview(call).run.state == "attention"


@pytest.mark.parametrize(("language", "word"), [("en", "Run"), ("fa", "اجرا")])
def test_the_pack_is_written_and_sealed(
    call: Calls, tmp_path: Path, language: str, word: str
) -> None:
    files = call("verification.report", folder=str(tmp_path / "pack"), language=language)
    names = ["migration_report.xlsx", "migration_report.html", "manifest.sha256"]
    assert [Path(f.path).name for f in files] == names
    for one in files:
        content = Path(one.path).read_bytes()
        assert (one.size, one.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert word in Path(files[1].path).read_text("utf-8")
    paper = tmp_path / "pack" / "migration_report.pdf"
    paper.write_bytes(b"paper")
    paths = (*(one.path for one in files), str(paper), "nowhere")
    sealed = call("verification.seal", paths=paths)
    assert sealed[:3] == (*files[:2], sealed[2])
    told = Path(sealed[3].path).read_text("utf-8").splitlines()
    assert told == [f"{one.sha256} *{Path(one.path).name}" for one in sealed[:3]]
    assert call("verification.seal", paths=("nowhere",)) == ()


def test_a_place_that_cannot_be_written_is_one_sentence(call: Calls, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ProjectError, match="cannot be written"):
        call("verification.report", folder=str(tmp_path / "file"), language="en")


def test_nothing_is_verified_before_anything_was_loaded(loading_project: Calls) -> None:
    found = overview(loading_project)
    assert (found.run, found.compared, found.differences) == (None, (), 0)
    assert loading_project("verification.differences").total == 0
