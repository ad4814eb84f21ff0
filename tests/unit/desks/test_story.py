"""The story of a record: two sources, a merge, an issue, a row left out, and a load."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from migrator import starting
from migrator.desks.story import StoryDesk
from migrator.errors import PlanError
from migrator.model.checking import Waiver
from migrator.model.loading import RunKind
from migrator.model.mapping import Feed, FieldMapping, Filter, Lookup, OnError, Step, row_id
from migrator.model.matching import Answer, BlockingRule, Comparison, MatchSettings, Verdict
from migrator.model.plan import Plan
from migrator.model.recipe import Recipe, RecipeStep
from migrator.model.survivorship import SurvivorRule, Survivorship
from migrator.model.views.story import Fate, RecordStory
from migrator.workspace import Workspace

ACCOUNTS = [
    ["no", "firm", "staff"],
    ["A1", "  Acme Ltd ", "12"],
    ["A2", "Bolt", "3"],
    ["A3", "Gone & Co", "0"],
]
PEOPLE = [
    ["id", "last", "mail", "firm"],
    ["7", "Weber", "ANNA@EXAMPLE.COM", "A1"],
    ["8", "Weber-Klein", "anna@example.com", "A1"],
    ["9", "Rossi", "no mail", "A2"],
    ["10", "Ghost", "", "A99"],
]
NAME = FieldMapping("name", ("firm",), (Step("trim"), Step("case", {"to": "upper"})))
MAIL = FieldMapping("emailaddress1", ("mail",), (Step("trim"), Step("email", {}, OnError.BLANK)))


def _plan(plan: Plan) -> Plan:
    account = Feed(
        "accounts", 1, "accounts", "accounts", "account", ("no",), (NAME,),
        (Filter("firm == 'Gone & Co'", "out of business"),),
    )  # fmt: skip
    contact = Feed(
        "people", 2, "people", "people", "contact", ("id",),
        (
            FieldMapping("lastname", ("last",)),
            MAIL,
            FieldMapping("parentcustomerid", ("firm",), lookup=Lookup("account")),
        ),
    )  # fmt: skip
    lower = RecipeStep("low", ("emailaddress1",), "emailaddress1", Step("case", {"to": "lower"}))
    idle = RecipeStep("trim", ("lastname",), "lastname", Step("trim"))
    return replace(
        plan,
        feeds=(account, contact),
        recipes=(Recipe("contact", (idle, lower)),),
        matching=(
            MatchSettings(
                "contact",
                comparisons=(Comparison("emailaddress1", "email"),),
                blocking=(BlockingRule(("emailaddress1",)),),
                merge_above=0.999999,
            ),
        ),
        survivorship=(Survivorship("contact", (SurvivorRule("lastname", "longest"),)),),
    )


def made_in(home: Path) -> Path:
    """A project of the two tables with the mapping in place; nothing has run."""
    for name, rows in (("accounts", ACCOUNTS), ("people", PEOPLE)):
        with (home / f"{name}.csv").open("w", newline="") as file:
            csv.writer(file).writerows(rows)
    files = [str(home / "accounts.csv"), str(home / "people.csv")]
    target = f"sqlite:///{home / 'crm.sqlite'}"
    with starting.begin(home / "p", files, target, create=starting.BUNDLED) as made:
        made.edit("mapped", _plan)
        made.decide(Verdict("contact", row_id(2, 1), row_id(2, 2), Answer.SAME, by="sara"))
        made.run("map")
        return made.project.folder


@pytest.fixture(scope="module")
def mapped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_in(tmp_path_factory.mktemp("story"))


@pytest.fixture
def workspace(mapped: Path, tmp_path: Path) -> Iterator[Workspace]:
    folder = tmp_path / "p.kooch"
    shutil.copytree(mapped, folder)
    target = f"sqlite:///{tmp_path / 'crm.sqlite'}"
    with Workspace.open(folder) as made:
        made.edit("moved", lambda p: replace(p, target=replace(p.target, uri=target)))
        yield made


@pytest.fixture
def desk(workspace: Workspace) -> StoryDesk:
    workspace.run("validate")
    return StoryDesk(workspace)


def merged(desk: StoryDesk) -> RecordStory:
    return desk.record("contact", row_id(2, 1))


def test_the_source_rows_are_told_as_they_were_read(desk: StoryDesk) -> None:
    first, second = merged(desk).rows
    assert (first.source, first.table, first.ordinal, first.key) == ("people", "people", 1, "7")
    assert dict(first.values)["mail"] == "ANNA@EXAMPLE.COM"
    assert dict(second.values)["last"] == "Weber-Klein"


def test_every_transform_tells_before_and_after(desk: StoryDesk) -> None:
    (row,) = desk.record("account", row_id(1, 1)).rows
    (name,) = row.fields
    assert name.sources == (("firm", "  Acme Ltd "),)
    assert [(s.title.en, s.before, s.after) for s in name.mapping] == [
        ("Trim spaces", "  Acme Ltd ", "Acme Ltd"),
        (name.mapping[1].title.en, "Acme Ltd", "ACME LTD"),
    ]
    assert (name.value, name.agrees) == ("ACME LTD", True)


def test_only_cleansing_that_changed_something_is_told(desk: StoryDesk) -> None:
    first, second = merged(desk).rows
    by_field = {trace.field: trace for trace in first.fields}
    assert by_field["lastname"].cleansing == ()
    mail = {t.field: t for t in first.fields}["emailaddress1"]
    told = [(s.before, s.after) for s in (*mail.mapping, *mail.cleansing)]
    assert told[0][0] == "ANNA@EXAMPLE.COM"
    assert told[-1][1] == "anna@example.com"
    assert {t.field: t.cleansing for t in second.fields}["emailaddress1"] == ()


def test_a_value_that_could_not_be_converted_says_so_at_its_step(desk: StoryDesk) -> None:
    story = desk.row(row_id(2, 3))
    mail = {t.field: t for t in story.rows[0].fields}["emailaddress1"]
    trouble = mail.mapping[-1].trouble
    assert trouble is not None
    assert "no mail" in trouble.en
    assert mail.value is None
    assert story.rows[0].issues[0].severity == "warning"


def test_rows_tied_by_a_person_name_that_person(desk: StoryDesk) -> None:
    pairs = merged(desk).pairs
    assert [(p.left, p.right, p.answer, p.by, p.together) for p in pairs] == [
        (row_id(2, 1), row_id(2, 2), "same", "sara", True)
    ]


def test_every_surviving_value_has_its_row_and_rule(desk: StoryDesk) -> None:
    found = {s.field: s for s in merged(desk).survivors}
    last = found["lastname"]
    assert (last.value, last.rid) == ("Weber-Klein", row_id(2, 2))
    assert last.rule.en != "the only row"
    assert last.candidates == ((row_id(2, 1), "Weber"), (row_id(2, 2), "Weber-Klein"))
    parent = found["parentcustomerid"].parent
    assert parent is not None
    assert (parent.entity, parent.looked_up, parent.gid) == ("account", "A1", row_id(1, 1))
    assert parent.name == "ACME LTD"


def test_a_single_row_has_no_rule_to_tell(desk: StoryDesk) -> None:
    story = desk.row(row_id(2, 3))
    assert {s.rule.en for s in story.survivors} == {"the only row"}
    assert all(len(s.candidates) == 1 for s in story.survivors)


def test_a_lookup_that_found_nothing_is_an_issue_of_the_record(desk: StoryDesk) -> None:
    story = desk.row(row_id(2, 4))
    assert story.landing.fate is Fate.QUARANTINED
    (issue,) = [i for i in story.issues if i.field == "parentcustomerid"]
    assert (issue.severity, issue.waived_for) == ("error", "")
    assert "A99" in issue.text.en
    assert "A99" in issue.text.fa
    assert next(s.parent for s in story.survivors if s.parent).gid is None  # type: ignore[union-attr]


def test_a_waived_issue_says_why(desk: StoryDesk) -> None:
    waiver = Waiver("contact", "parentcustomerid", "lookup_not_found", "known gap", by="sara")
    desk.workspace.edit("waived", lambda plan: replace(plan, waivers=(waiver,)))
    desk.workspace.run("validate")
    story = desk.row(row_id(2, 4))
    assert story.landing.fate is Fate.READY
    (issue,) = [i for i in story.issues if i.field == "parentcustomerid"]
    assert (issue.severity, issue.waived_for) == ("warning", "known gap")


def test_a_row_left_out_by_plan_tells_the_reason(desk: StoryDesk) -> None:
    story = desk.row(row_id(1, 3))
    assert (story.gid, story.landing.fate) == (0, Fate.LEFT_OUT)
    assert story.rows[0].left_out == "out of business"
    assert dict(story.rows[0].values)["firm"] == "Gone & Co"


def test_the_landing_names_target_id_batch_and_run(desk: StoryDesk) -> None:
    assert merged(desk).landing.fate is Fate.READY
    result = desk.workspace.load(RunKind.PILOT)
    landing = merged(desk).landing
    assert (landing.fate, landing.action, landing.batch) == (Fate.LOADED, "insert", 0)
    assert landing.run == result.run
    assert landing.pilot
    assert len(landing.target_id) == 36
    (hit,) = desk.find(landing.target_id)
    assert (hit.entity, hit.gid, hit.by) == ("contact", row_id(2, 1), "target")


def test_a_plan_that_moved_on_is_told(desk: StoryDesk) -> None:
    assert merged(desk).stale == ""
    keep = FieldMapping("name", ("firm",), (Step("trim"),))

    def shorter(plan: Plan) -> Plan:
        accounts = replace(plan.feeds[0], fields=(keep,))
        return replace(plan, feeds=(accounts, plan.feeds[1]))

    desk.workspace.edit("shorter", shorter)
    story = desk.record("account", row_id(1, 1))
    assert story.stale == "map"
    (name,) = story.rows[0].fields
    assert (name.value, name.agrees) == ("ACME LTD", False)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A1", [("account", "key")]),
        ("8", [("contact", "key")]),
        (str(row_id(2, 2)), [("contact", "row")]),
        (" A2 ", [("account", "key")]),
        ("nothing of the kind", []),
        ("'; drop table x --", []),
        ("", []),
    ],
)
def test_records_are_found_by_key_and_number(
    desk: StoryDesk, text: str, found: list[tuple[str, str]]
) -> None:
    assert [(hit.entity, hit.by) for hit in desk.find(text)] == found


def test_a_row_of_a_merged_record_tells_the_record(desk: StoryDesk) -> None:
    assert desk.row(row_id(2, 2)) == merged(desk)


@pytest.mark.parametrize("rid", [row_id(9, 1), row_id(1, 99)])
def test_a_row_that_does_not_exist_is_one_sentence(desk: StoryDesk, rid: int) -> None:
    with pytest.raises(PlanError):
        desk.row(rid)


def test_a_record_that_does_not_exist_is_one_sentence(desk: StoryDesk) -> None:
    with pytest.raises(PlanError):
        desk.record("contact", 5)


def test_before_all_stages_have_run_a_row_tells_what_there_is(workspace: Workspace) -> None:
    story = StoryDesk(workspace).row(row_id(2, 1))
    assert (story.gid, story.landing.fate, story.stale) == (0, Fate.MAPPED, "cleanse")
    assert {t.field: t.value for t in story.rows[0].fields}["lastname"] == "Weber"
