"""The step "Target": choosing, testing, and what another schema does to the plan."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from migrator import bundled
from migrator.contract.fit import broken
from migrator.desks.target import SECRET, TargetDesk, kind_of, place_of
from migrator.desks.target_fit import fit, fitted
from migrator.errors import TargetError
from migrator.model.checking import Checking, CheckRule, Waiver
from migrator.model.loading import RunKind
from migrator.model.mapping import Feed, FieldMapping, Lookup, Step
from migrator.model.matching import BlockingRule, Comparison, MatchSettings
from migrator.model.plan import Goal, Plan, SourceSpec, TableChoice
from migrator.model.recipe import Recipe, RecipeStep
from migrator.model.schema import Entity, Field, Schema
from migrator.model.source import SourceTable
from migrator.model.survivorship import SurvivorRule, Survivorship
from migrator.model.views.target import LostField, TargetKind
from migrator.progress import NULL_PROGRESS
from migrator.targets.opening import open_target
from migrator.workspace import Workspace
from tests.servers import PASSWORD, QUOTED

TABLE = "create table people (id integer primary key, name text not null, town text)"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TargetDesk]:
    with Workspace.create(tmp_path / "move", Plan("Move")) as made:
        yield TargetDesk(made)


def sqlite_at(path: Path, *statements: str) -> str:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
    return f"sqlite:///{path}"


def test_a_new_file_gets_the_bundled_schema_and_is_not_made_yet(
    desk: TargetDesk, tmp_path: Path
) -> None:
    uri = f"sqlite:///{tmp_path / 'new.sqlite'}"
    assert not desk.test(uri, progress=NULL_PROGRESS).exists
    desk.choose(uri, create=True, progress=NULL_PROGRESS)
    spec = desk.workspace.plan.target
    assert (spec.create, spec.schema) == ("crm", bundled.schema("crm"))
    health = desk.check(NULL_PROGRESS)
    assert (health.made, health.problems) == (False, ())
    assert not (tmp_path / "new.sqlite").exists()


def test_the_schema_of_a_database_that_exists_is_copied(desk: TargetDesk, tmp_path: Path) -> None:
    uri = sqlite_at(tmp_path / "own.sqlite", TABLE)
    assert desk.test(uri, progress=NULL_PROGRESS).tables == 1
    changes = desk.choose(uri, progress=NULL_PROGRESS)
    assert changes.sections == {"target"}
    people = desk.workspace.plan.target.schema.entity("people")
    assert [f.name for f in people.fields] == ["id", "name", "town"]
    glance = desk.glance()
    assert (glance.kind, glance.exists, glance.trouble.en) == (TargetKind.SQLITE, True, "")
    assert desk.check(NULL_PROGRESS).tables == 1


def test_a_folder_takes_files_of_the_chosen_form(desk: TargetDesk, tmp_path: Path) -> None:
    desk.choose(str(tmp_path / "out"), create=True, form="xlsx", progress=NULL_PROGRESS)
    spec = desk.workspace.plan.target
    assert (kind_of(spec.uri), spec.options) == (TargetKind.FOLDER, {"form": "xlsx"})
    assert not desk.check(NULL_PROGRESS).made


@pytest.mark.parametrize(
    ("uri", "create", "told"),
    [
        ("sqlite:///{tmp}/nowhere/a.sqlite", True, "no folder nowhere"),
        ("sqlite:///{tmp}/missing.sqlite", False, "missing.sqlite is not there"),
        ("sqlite:///{tmp}/empty.sqlite", False, "holds no tables"),
        ("sqlite:///{tmp}/text.sqlite", False, "text.sqlite"),
        ("sqlite:///{tmp}", False, "not a database file"),
        ("{tmp}/text.txt", False, "not a folder"),
        ("postgresql://nobody@127.0.0.1:1/nothing", False, "no connection"),
        ("", False, "No target was chosen"),
    ],
)
def test_what_cannot_be_a_target_is_one_sentence(
    desk: TargetDesk, tmp_path: Path, uri: str, create: bool, told: str
) -> None:
    (tmp_path / "empty.sqlite").touch()
    (tmp_path / "text.sqlite").write_text("this is no database, whatever its name says")
    (tmp_path / "text.txt").write_text("x")
    with pytest.raises(TargetError, match=told) as caught:
        desk.choose(uri.format(tmp=tmp_path), create=create, progress=NULL_PROGRESS)
    assert caught.value.hint
    assert desk.workspace.plan.target.uri == ""


def test_a_target_that_went_away_is_told_at_first_sight(desk: TargetDesk, tmp_path: Path) -> None:
    uri = sqlite_at(tmp_path / "own.sqlite", TABLE)
    desk.choose(uri, progress=NULL_PROGRESS)
    (tmp_path / "own.sqlite").unlink()
    assert "not where it was" in desk.glance().trouble.en
    with pytest.raises(TargetError, match=r"own\.sqlite is not there"):
        desk.check(NULL_PROGRESS)


def test_a_made_target_that_was_loaded_and_went_away_is_told(
    desk: TargetDesk, tmp_path: Path
) -> None:
    desk.choose(f"sqlite:///{tmp_path / 'a.sqlite'}", create=True, progress=NULL_PROGRESS)
    assert desk.glance().trouble.en == ""
    desk.workspace.project.runs.start(RunKind.PILOT, "f", "me")
    assert desk.glance().trouble.en
    with pytest.raises(TargetError):
        desk.check(NULL_PROGRESS)


@pytest.mark.server
def test_the_password_goes_to_the_keyring_and_to_no_other_place(
    desk: TargetDesk, postgres_url: str
) -> None:
    url = postgres_url
    bare = url.replace(f":{QUOTED}@", "@")
    assert bare != url
    desk.choose(bare, PASSWORD, create=True, progress=NULL_PROGRESS)
    assert PASSWORD not in repr(desk.workspace.plan)
    assert QUOTED not in repr(desk.workspace.plan)
    assert desk.glance().has_password
    desk.test(bare, progress=NULL_PROGRESS)  # the kept password opens the same place
    assert desk.check(NULL_PROGRESS).made is False
    other = bare.replace("@", "x@")
    with pytest.raises(TargetError):
        desk.test(other, progress=NULL_PROGRESS)  # and is handed to no other user


def _feed(no: int, entity: str, *rows: FieldMapping) -> Feed:
    return Feed(f"{entity}_{no}", no, "legacy", "kunden", entity, fields=rows)


WIDE = Schema(
    (
        Entity("account", (Field("id"), Field("name"), Field("vat"))),
        Entity("contact", (Field("id"), Field("email"), Field("company"))),
    )
)
NARROW = Schema((Entity("account", (Field("id"), Field("name"))),))
TRIM = Step("trim")
PLAN = Plan(
    "Move",
    sources=(SourceSpec("legacy", "k.csv", tables=(TableChoice(1, SourceTable("kunden", ())),)),),
    feeds=(
        _feed(1, "account", FieldMapping("name", ("Name",)), FieldMapping("vat", ("UST", "L"))),
        _feed(2, "contact", FieldMapping("company", ("K",), lookup=Lookup("account", "vat"))),
    ),
    recipes=(
        Recipe(
            "account",
            (RecipeStep("a", ("vat",), "vat", TRIM), RecipeStep("b", ("name",), "name", TRIM)),
        ),
    ),
    matching=(
        MatchSettings(
            "account", comparisons=(Comparison("vat", "code"),), blocking=(BlockingRule(("vat",)),)
        ),
    ),
    survivorship=(
        Survivorship("account", (SurvivorRule("vat", "longest"), SurvivorRule("", "first"))),
    ),
    checking=(Checking("account", (CheckRule("email", ("vat",)),)),),
    waivers=(Waiver("account", "vat", "too_long", "old"), Waiver("account", "", "x", "y")),
    goals=(Goal("contact", "valid", at_least=1.0), Goal("account", "filled", "name", at_least=1.0)),
)


def test_another_schema_says_what_vanishes() -> None:
    found = fit(PLAN, NARROW)
    assert found.kept == 1
    assert found.lost == (
        LostField("account", "vat", ("kunden.UST", "kunden.L")),
        LostField("contact", "company", ("kunden.K",)),
    )
    assert {words.en: count for words, count in found.dropped} == {
        "cleansing steps": 1,
        "comparisons for duplicates": 2,
        "survivorship rules": 1,
        "checks": 1,
        "waivers": 1,
        "goals": 1,
    }


def test_a_fitted_plan_names_nothing_that_is_not_there() -> None:
    plan = fitted(PLAN, NARROW)
    assert [(f.entity, [r.target for r in f.fields]) for f in plan.feeds] == [("account", ["name"])]
    assert [s.id for s in plan.recipes[0].steps] == ["b"]
    assert plan.matching == ()
    assert [r.rule for r in plan.survivorship[0].rules] == ["first"]
    assert plan.checking[0].rules == ()
    assert [w.field for w in plan.waivers] == [""]
    assert [g.entity for g in plan.goals] == ["account"]


def test_the_same_schema_changes_nothing() -> None:
    assert fitted(PLAN, WIDE) == PLAN
    assert fit(PLAN, WIDE).lost == ()


def test_choosing_a_narrower_target_is_one_step_of_undo(desk: TargetDesk, tmp_path: Path) -> None:
    desk.workspace.edit("mapped", lambda _: PLAN)
    before = desk.workspace.plan
    uri = sqlite_at(
        tmp_path / "a.sqlite", "create table account (id integer primary key, name text)"
    )
    prospect = desk.preview(uri, progress=NULL_PROGRESS)
    assert [lost.field for lost in prospect.fit.lost] == ["vat", "company"]
    assert desk.workspace.plan == before
    desk.choose(uri, progress=NULL_PROGRESS)
    assert [f.entity for f in desk.workspace.plan.feeds] == ["account"]
    desk.workspace.undo()
    assert desk.workspace.plan == before


def test_the_same_target_read_again_keeps_the_mapping(desk: TargetDesk, tmp_path: Path) -> None:
    uri = sqlite_at(tmp_path / "own.sqlite", TABLE)
    desk.choose(uri, progress=NULL_PROGRESS)
    feed = Feed("f", 1, "s", "t", "people", fields=(FieldMapping("town", ("a",)),))
    desk.workspace.edit("mapped", lambda plan: replace(plan, feeds=(feed,)))
    sqlite_at(tmp_path / "own.sqlite", "alter table people drop column town")
    prospect = desk.preview(uri, progress=NULL_PROGRESS)
    assert [(one.field, one.kind, one.blocking) for one in prospect.changes] == [
        ("town", "removed", True)
    ]
    assert prospect.fit.lost == ()
    desk.choose(uri, progress=NULL_PROGRESS)
    plan = desk.workspace.plan
    assert [row.target for row in plan.feeds[0].fields] == ["town"]
    assert broken(plan)[-1].en == "people has no field town any more, but it is mapped."
    assert {s.name: s.freshness for s in desk.workspace.status()}["map"] == "blocked"


def test_tables_that_stand_where_the_schema_is_to_be_made_are_told(
    desk: TargetDesk, tmp_path: Path
) -> None:
    uri = sqlite_at(tmp_path / "a.sqlite", "create table account (accountid text primary key)")
    (note,) = desk.preview(uri, create=True, progress=NULL_PROGRESS).notes
    assert "account" in note.en
    assert "account" in note.fa


@pytest.mark.parametrize(
    ("uri", "kind", "place"),
    [
        ("", TargetKind.NONE, ""),
        ("sqlite:////data/a%20b.sqlite", TargetKind.SQLITE, "/data/a b.sqlite"),
        ("/data/crm.db", TargetKind.SQLITE, "/data/crm.db"),
        ("postgresql://u@h:5433/crm", TargetKind.DATABASE, "crm @ h:5433"),
        ("folder:/data/out", TargetKind.FOLDER, "/data/out"),
    ],
)
def test_a_target_is_called_as_people_call_it(uri: str, kind: TargetKind, place: str) -> None:
    assert (kind_of(uri), place_of(uri)) == (kind, place)


def test_what_kooch_made_is_read_again_as_it_stands(desk: TargetDesk, database_url: str) -> None:
    desk.choose(database_url, create=True, progress=NULL_PROGRESS)
    made = desk.workspace.plan.target
    with closing(open_target(made.uri, desk.workspace.secrets.get(SECRET))) as target:
        target.create(made.schema)
    assert desk.preview(database_url, create=True, progress=NULL_PROGRESS).changes == ()
    desk.choose(database_url, create=True, progress=NULL_PROGRESS)
    assert desk.workspace.plan.target == made


def test_what_others_changed_in_a_made_target_is_told_and_taken(
    desk: TargetDesk, tmp_path: Path
) -> None:
    uri = f"sqlite:///{tmp_path / 'crm.sqlite'}"
    desk.choose(uri, create=True, progress=NULL_PROGRESS)
    with closing(open_target(uri)) as target:
        target.create(desk.workspace.plan.target.schema)
    sqlite_at(
        tmp_path / "crm.sqlite",
        "alter table contact drop column description",
        "alter table contact drop column jobtitle",
        "alter table contact add column jobtitle varchar(10)",
    )
    found = desk.preview(uri, create=True, progress=NULL_PROGRESS).changes
    assert {(one.field, one.kind) for one in found} == {
        ("description", "removed"), ("jobtitle", "shortened"),
    }  # fmt: skip
    desk.choose(uri, create=True, progress=NULL_PROGRESS)
    contact = desk.workspace.plan.target.schema.entity("contact")
    assert not any(one.name == "description" for one in contact.fields)
    assert (contact.field("jobtitle").length, contact.field("jobtitle").label_fa) == (10, "سمت")
