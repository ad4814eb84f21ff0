"""Versions, signatures and templates on a real project; the gate that waits for signatures."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from migrator import starting
from migrator.cli.commands import main
from migrator.contract.content import SHOWN, document_fingerprint
from migrator.errors import PlanError
from migrator.model.mapping import RowStatus
from migrator.model.plan import Plan
from migrator.model.views.contract import SignSheet, TemplateFit
from migrator.workspace import Workspace
from tests.unit.desks.loading_project import Calls


@pytest.fixture
def call(loading_project: Calls) -> Calls:
    return loading_project


def feed_of(call: Calls, entity: str) -> str:
    return call.workspace.plan.feeds_of(entity)[0].id


def sheet(call: Calls) -> SignSheet:
    found = call("contract.signatures")
    assert isinstance(found, SignSheet)
    return found


def settled(plan: Plan) -> Plan:
    """Every row agreed, every column that nobody wants left out."""
    feeds = tuple(
        replace(f, fields=tuple(replace(r, status=RowStatus.AGREED) for r in f.fields))
        for f in plan.feeds
    )
    return replace(plan, feeds=feeds)


def agree_and_account(call: Calls) -> None:
    call.workspace.edit("Agreed", settled)
    left = {(s, t): [] for s, t, _ in starting.unaccounted(call.workspace.plan)}
    for source, table, column in starting.unaccounted(call.workspace.plan):
        left[source, table].append(column)
    for (source, table), columns in left.items():
        feed = next(
            f.id for f in call.workspace.plan.feeds if (f.source, f.table) == (source, table)
        )
        call("mapping.leave_out", feed=feed, columns=columns, reason="not needed")


def test_signed_run_edited_run_the_gate_refuses_and_names_the_edit(call: Calls) -> None:
    agree_and_account(call)
    call("contract.require_signature", required=True)
    with pytest.raises(PlanError, match=r"\d+ rows of the mapping are not signed: "):
        call("migration.run")
    for entity in call.workspace.plan.entities():
        call("contract.sign_entity", entity=entity, by="Mina")
    assert (sheet(call).signed, sheet(call).reopened) == (len(sheet(call).lines), 0)
    run = call("pilot.run")
    call("pilot.approve", run=run.no, by="Sara")
    assert call("migration.overview").gate.open
    call("migration.run")

    call.workspace.user = "Ali"
    feed = feed_of(call, "account")
    call("mapping.set_default", feed=feed, target="name", value="unknown")
    with pytest.raises(PlanError) as refused:
        call("migration.run")
    assert refused.value.words("en")[0] == (
        "Account: Account name was edited after signing (by Ali): default nothing became “unknown”."
    )
    assert "پس از امضا ویرایش شد" in refused.value.words("fa")[0]
    gate = call("migration.overview").gate
    assert not gate.open
    assert "edited after signing" in gate.waiting.en
    call("history.undo")
    assert sheet(call).signed == len(sheet(call).lines), "undo brings the signature back"


def test_an_edit_of_the_feed_names_its_author_out_of_the_history(call: Calls) -> None:
    call.workspace.edit("Agreed", settled)
    feed = feed_of(call, "account")
    call("contract.sign", rows={feed: ["name"]}, by="Mina")
    call.workspace.user = "Reza"
    call("mapping.set_key", feed=feed, columns=[])
    call("mapping.set_owner", feed=feed, targets=["name"], owner="Sara")
    line = next(one for one in sheet(call).lines if (one.feed, one.target) == (feed, "name"))
    assert [(e.cell.en, e.old.en, e.new.en, e.who) for e in line.edits] == [
        ("record key", "code", "", "Reza")
    ]


def test_an_entity_is_signed_only_when_nothing_hinders(call: Calls) -> None:
    feed = feed_of(call, "account")
    with pytest.raises(PlanError, match="Not agreed yet") as refused:
        call("contract.sign_entity", entity="account")
    assert any("neither mapped nor left out" in p or "Not agreed" in p
               for p in refused.value.details["problems"])  # fmt: skip
    agree_and_account(call)
    call("mapping.unmap", feed=feed, targets=["name"])
    told = {e.entity: [h.en for h in e.hindrances] for e in sheet(call).entities}["account"]
    assert told == [
        "Required, but nothing fills it: Account: Account name.",
        "Columns neither mapped nor left out: company.",
    ]


def test_a_value_without_picklist_value_hinders(call: Calls) -> None:
    agree_and_account(call)
    feed = feed_of(call, "account")
    call("mapping.map_columns", feed=feed, target="customertypecode", columns=["seller"])
    call("mapping.set_value_map", feed=feed, target="customertypecode", values={"1": "3"})
    call("mapping.set_status", feed=feed, targets=["customertypecode"], status=RowStatus.AGREED)
    told = {e.entity: [h.en for h in e.hindrances] for e in sheet(call).entities}["account"]
    assert told == ["Account: Relationship type: values without a picklist value: 2."]
    call("mapping.set_value_map", feed=feed, target="customertypecode", values={"1": "3", "2": "3"})
    call("mapping.set_status", feed=feed, targets=["customertypecode"], status=RowStatus.AGREED)
    assert not sheet(call).entities[0].hindrances


def test_versions_are_kept_compared_and_put_back_as_one_edit(call: Calls) -> None:
    feed = feed_of(call, "account")
    call("contract.save_version", name="v1", note="first")
    call("mapping.set_note", feed=feed, target="name", note="as agreed")
    call("mapping.unmap", feed=feed, targets=["telephone1"])
    call("contract.save_version", name="v2", by="Mina")
    with pytest.raises(PlanError, match="a version called v1 already"):
        call("contract.save_version", name="v1")
    newest, first = call("contract.versions")
    assert (newest.name, newest.who, newest.current, first.current) == ("v2", "Mina", True, False)
    assert newest.fingerprint != first.fingerprint
    told = [(d.what, d.target, d.new.en) for d in call("contract.compare", old=first.no)]
    assert told == [("note", "name", "as agreed"), ("row", "telephone1", "")]
    assert call("contract.compare", old=first.no) == call(
        "contract.compare", old=first.no, new=newest.no
    )
    edits = len(call.workspace.history())
    call("contract.restore_version", no=first.no)
    assert len(call.workspace.history()) == edits + 1
    assert call("contract.compare", old=first.no) == ()
    call("history.undo")
    assert [v.current for v in call("contract.versions")] == [True, False]


def test_a_template_fits_the_next_customers_names_and_says_what_does_not(
    call: Calls, tmp_path: Path
) -> None:
    call.workspace.edit("Agreed", settled)
    feed = feed_of(call, "account")
    call("mapping.set_owner", feed=feed, targets=["name"], owner="Mina Secret")
    text = call("contract.template", name="Retail")
    assert "Secret" not in text
    assert "/old/" not in text
    (tmp_path / "kunden.csv").write_text(
        "Code,Company_Name,tel no,extra\nK1,Beta,021-1,x\n", "utf-8"
    )
    plan = Plan(
        "next",
        sources=(starting.look(str(tmp_path / "kunden.csv"), "kunden", "", 1),),
        target=call.workspace.plan.target,
    )
    with Workspace.create(tmp_path / "next", plan) as other:
        call.host.workspace, mine = other, call.host.workspace
        fit = call("contract.template_fit", text=text)
        assert isinstance(fit, TemplateFit)
        how = {(one.entity, one.target): (one.how, one.why.en) for one in fit.lines if one.target}
        assert how["account", "accountnumber"] == ("fits", "")
        assert how["account", "telephone1"] == ("nearly", "tel no stands in for phone.")
        assert how["contact", "emailaddress1"] == ("not", "There is no table like people.")
        call("contract.apply_template", text=text)
        made = other.plan.feeds_of("account")[0]
        rows = {r.target: r for r in made.fields}
        assert (made.key, rows["telephone1"].sources) == (("Code",), ("tel no",))
        assert rows["accountnumber"].status == RowStatus.SUGGESTED
        assert rows["accountnumber"].evidence == "agreed in the template Retail"
        assert (rows["telephone1"].confidence or 1) < (rows["accountnumber"].confidence or 0)
        assert [m.entity for m in other.plan.matching] == [m.entity for m in call_matching(mine)]
        call("mapping.set_status", feed=made.id, targets=["telephone1"], status=RowStatus.AGREED)
        assert call("contract.template_fit", text=text).kept == 1
        call("history.undo")
        call("history.undo")
        assert other.plan.feeds == ()
    call.host.workspace = mine
    with pytest.raises(PlanError, match="not a template"):
        call("contract.template_fit", text='{"format": "x"}')


def call_matching(workspace: Workspace | None) -> tuple[object, ...]:
    assert workspace is not None
    return workspace.plan.matching


def test_window_and_command_line_name_the_document_alike(call: Calls) -> None:
    shown = sheet(call).fingerprint
    assert shown == document_fingerprint(call.workspace.plan.feeds)[:SHOWN]
    folder = call.workspace.project.folder
    call("mapping.set_status", feed=feed_of(call, "account"), targets=["name"], status="agreed")
    call.close()
    told = CliRunner().invoke(main, ["map", "show", str(folder)]).output
    assert f"Fingerprint {shown}" in told
    ran = CliRunner().invoke(main, ["run", str(folder), "--until", "map", "--json"])
    assert json.loads(ran.output)["mapping"] == shown


def test_the_command_line_signs_and_refuses_like_the_window(call: Calls) -> None:
    folder = str(call.workspace.project.folder)
    call.close()

    def kooch(*args: str) -> tuple[int, str]:
        done = CliRunner().invoke(main, ["map", args[0], folder, *args[1:]])
        return done.exit_code, done.output

    assert kooch("sign", "account.name")[0] == 4, "nobody agreed to it"
    assert kooch("agree")[0] == 0
    code, told = kooch("sign", "account.name", "--by", "Mina", "--json")
    signed = [(one["target"], one["by"]) for one in json.loads(told)["lines"] if one["at"]]
    assert (code, signed) == (3, [("name", "Mina")])
    assert kooch("sign", "--all")[0] == 0
    assert kooch("require", "--signature")[0] == 0
    assert kooch("save", "v1")[0] == 0
    assert "They say the same." in kooch("diff", "v1")[1]
    assert kooch("diff", "v9")[0] == 4
    assert kooch("unsign", "account.name")[0] == 3
    refused = CliRunner().invoke(main, ["run", folder, "--full"])
    assert refused.exit_code == 4


def test_a_moved_wider_reordered_file_keeps_its_signed_mapping(call: Calls, tmp_path: Path) -> None:
    agree_and_account(call)
    for entity in call.workspace.plan.entities():
        call("contract.sign_entity", entity=entity, by="Mina")
    old = Path(call.workspace.plan.source("people").uri)
    new = tmp_path / "archive" / "persons 2024.csv"
    new.parent.mkdir()
    lines = [line.split(",") for line in old.read_text("utf-8").splitlines()]
    extra = [["vip", "birthday"], *([str(n), "1990-01-01"] for n in range(len(lines)))]
    wider = [[*more, *reversed(line)] for line, more in zip(lines, extra, strict=False)]
    new.write_text("\n".join(",".join(line) for line in wider) + "\n", "utf-8")
    old.unlink()
    found = call("sources.relocate", source="people", uri=str(new), agreed=False)
    assert (found.done, found.losses, found.gone) == (True, (), ())
    assert found.moved == (("people", "persons 2024"),)
    assert sheet(call).signed == len(sheet(call).lines), "the signatures hold"
    lost = [column for _, _, column in starting.unaccounted(call.workspace.plan)]
    assert lost == ["vip", "birthday"], "new columns are flagged"
    call.workspace.refresh()
    call.workspace.run("validate")
    assert call.workspace.account().balanced

    # One column renamed: proposed, not taken by itself; everything can still be looked at.
    new.write_text(new.read_text("utf-8").replace("email", "E-mail address"), "utf-8")
    asked = call("sources.look_again", sources=("people",), agreed=False)
    assert [(one.old, one.new) for one in asked.renames] == [("email", "E-mail address")]
    call("sources.look_again", sources=("people",), agreed=True)
    feed = feed_of(call, "contact")
    assert call("mapping.sheet", feed=feed).problems["emailaddress1"].en
    assert call("mapping.preview", feed=feed, target="emailaddress1").lines == ()
    assert call("mapping.overview").feeds
    hindered = {e.entity: e.hindrances for e in sheet(call).entities}["contact"]
    assert "has no column email any more" in hindered[0].en
    with pytest.raises(PlanError, match="has no column email any more"):
        call("migration.run")
    call("history.undo")
    call("sources.look_again", sources=("people",), agreed=True, renames=asked.renames)
    reopened = [one.target for one in sheet(call).lines if one.standing == "reopened"]
    assert reopened == ["emailaddress1"], "another column is another content"
    call.workspace.run("map")


def test_a_field_that_is_gone_can_still_be_looked_at(call: Calls) -> None:
    feed = feed_of(call, "account")

    def without(plan: Plan) -> Plan:
        entities = tuple(
            replace(e, fields=tuple(f for f in e.fields if f.name != "telephone1"))
            for e in plan.target.schema.entities
        )
        schema = replace(plan.target.schema, entities=entities)
        return replace(plan, target=replace(plan.target, schema=schema))

    call.workspace.edit("Without", without)
    assert call("mapping.overview").feeds
    assert call("mapping.sheet", feed=feed)
    assert call("mapping.preview", feed=feed, target="telephone1") is not None
    told = {e.entity: e.hindrances for e in sheet(call).entities}["account"]
    assert told[0].en == "account has no field telephone1 any more, but it is mapped."
    with pytest.raises(PlanError, match="no field telephone1 any more"):
        call("migration.run")
