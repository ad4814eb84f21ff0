"""The desk "Duplicates" on a small real project: two people twice, one thrice, some alone."""

from __future__ import annotations

import csv
import pickle
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from migrator import starting
from migrator.desks.duplicates import DuplicatesDesk
from migrator.errors import PlanError
from migrator.model.mapping import Feed, FieldMapping, row_id
from migrator.model.matching import BlockingRule, Comparison, MatchSettings
from migrator.model.plan import Plan
from migrator.model.survivorship import SurvivorRule, Survivorship
from migrator.model.views.duplicates import QueueLine, Stand
from migrator.store.names import quote
from migrator.workspace import Workspace

PEOPLE = [
    ["id", "first", "last", "mail", "mobile"],
    ["1", "Anna", "Weber", "anna.weber7@mail.de", "+4915112345601"],
    ["2", "Anna", "Weber", "anna.weber7@mail.de", "+4915112345601"],  # surely 1
    ["3", "Jonas", "Weber", "", "+4915112345601"],  # 1's phone, another first name
    ["4", "Omid", "Rostami", "omid9@mail.ir", "+989121110004"],
    ["5", "O.", "Rostami", "", "+989121110004"],  # perhaps 4
    ["6", "Sara", "Noori", "sara31@mail.ir", "+989121110006"],
    ["7", "Sara", "Noori", "sara31@mail.ir", "+989121110007"],  # surely 6
    ["8", "Pál", "Kovács", "pal5@mail.hu", "+36301110008"],
]
ANNA, ANNA2, JONAS, OMID, O_ROSTAMI, SARA, SARA2, PAL = (row_id(1, n) for n in range(1, 9))
SETTINGS = MatchSettings(
    "contact",
    comparisons=(
        Comparison("emailaddress1", "email"),
        Comparison("mobilephone", "mobile"),
        Comparison("firstname", "first_name"),
        Comparison("lastname", "last_name"),
    ),
    blocking=(
        BlockingRule(("emailaddress1",)),
        BlockingRule(("mobilephone:last7",)),
        BlockingRule(("lastname:skeleton",)),
    ),
    merge_above=0.99999,
    review_above=0.5,
)


def _plan(plan: Plan) -> Plan:
    fields = {
        "firstname": "first", "lastname": "last", "emailaddress1": "mail", "mobilephone": "mobile",
    }  # fmt: skip
    rows = tuple(FieldMapping(target, (source,)) for target, source in fields.items())
    feed = Feed("people", 1, "people", "people", "contact", ("id",), rows)
    return replace(plan, feeds=(feed,), matching=(SETTINGS,))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("duplicates")
    with (home / "people.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(PEOPLE)
    target = f"sqlite:///{home / 'crm.sqlite'}"
    files = [str(home / "people.csv")]
    with starting.begin(home / "p", files, target, create=starting.BUNDLED) as workspace:
        workspace.edit("mapped", _plan)
        workspace.run("merge")
        return workspace.project.folder


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[DuplicatesDesk]:
    folder = tmp_path / "p.kooch"
    shutil.copytree(made, folder)
    with Workspace.open(folder) as workspace:
        yield DuplicatesDesk(workspace)


def lines(desk: DuplicatesDesk, show: str = "all") -> dict[tuple[int, ...], QueueLine]:
    return {line.rows: line for line in desk.queue("contact", show).lines}


def stands(desk: DuplicatesDesk) -> dict[tuple[int, ...], str]:
    return {rows: line.stand.value for rows, line in lines(desk).items()}


def clusters(desk: DuplicatesDesk) -> set[frozenset[int]]:
    """The clusters after matching and merging again."""
    desk.workspace.run("merge")
    found: dict[int, set[int]] = {}
    for row, cluster in desk.workspace.staging.rows("select _rid, _gid from clusters_contact"):
        found.setdefault(cluster, set()).add(row)
    return {frozenset(rows) for rows in found.values()}


def golden(desk: DuplicatesDesk, row: int, field: str) -> str:
    desk.workspace.run("merge")
    sql = f"select {quote(field)} from golden_contact join crosswalk_contact x using (_gid)"
    return str(desk.workspace.staging.scalar(f"{sql} where x._rid = ?", [row]))


ANNAS, ROSTAMIS, SARAS = (ANNA, ANNA2, JONAS), (OMID, O_ROSTAMI), (SARA, SARA2)


# -- the queue


def test_groups_stand_where_their_pairs_put_them(desk: DuplicatesDesk) -> None:
    assert stands(desk) == {
        ANNAS: "to_decide",
        ROSTAMIS: "to_decide",
        SARAS: "by_rule",
    }
    counted = desk.queue("contact").counts
    assert (counted.to_decide, counted.by_rule, counted.decided, counted.absorbed) == (2, 1, 0, 2)
    assert {line.title for line in lines(desk).values()} == {
        "Anna Weber", "Omid Rostami", "Sara Noori",
    }  # fmt: skip


def test_a_window_on_the_queue_does_not_move_while_people_decide(desk: DuplicatesDesk) -> None:
    first = desk.queue("contact", "to_decide", limit=1)
    assert (first.total, len(first.lines)) == (2, 1)
    desk.merge("contact", first.lines[0].rows)
    second = desk.queue("contact", "to_decide", offset=1, limit=1, as_of=first.as_of)
    assert second.total == (2 if first.as_of else 1)
    again = desk.queue("contact", "to_decide")
    assert again.total == 1
    kept = desk.queue("contact", "to_decide", as_of=again.as_of)
    desk.merge("contact", again.lines[0].rows)
    later = desk.queue("contact", "to_decide", as_of=again.as_of)
    assert [line.rows for line in later.lines] == [line.rows for line in kept.lines]
    assert [line.stand for line in later.lines] == [Stand.DECIDED]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("weber", {ANNAS}), ("sara31@", {SARAS}), ("  ROSTAMI ", {ROSTAMIS}), ("nobody", set()),
        ("o'neill", set()), ("%", set()),
    ],
)  # fmt: skip
def test_the_queue_is_searched(
    desk: DuplicatesDesk, words: str, rows: set[tuple[int, ...]]
) -> None:
    assert {line.rows for line in desk.queue("contact", "all", words).lines} == rows


# -- verdicts


def test_a_merge_counts_at_once_and_holds_after_matching(desk: DuplicatesDesk) -> None:
    changes = desk.merge("contact", ROSTAMIS)
    assert changes.sections == {"decisions"}
    assert {"match", "merge"} <= set(changes.stages)
    assert stands(desk)[ROSTAMIS] == "decided"
    assert desk.overview().verdicts == 1
    assert frozenset(ROSTAMIS) in clusters(desk)
    assert desk.overview().verdicts == 0
    assert stands(desk)[ROSTAMIS] == "decided"


def test_no_duplicate_keeps_the_parts_together_and_apart(desk: DuplicatesDesk) -> None:
    desk.separate("contact", ANNAS)
    assert stands(desk)[ANNAS] == "decided"
    assert clusters(desk) == {frozenset({ANNA, ANNA2}), frozenset(SARAS)}


def test_a_merge_by_rule_can_be_taken_apart(desk: DuplicatesDesk) -> None:
    desk.separate("contact", SARAS)
    assert clusters(desk) == {frozenset({ANNA, ANNA2})}
    assert stands(desk)[SARAS] == "decided"


def test_one_record_is_taken_out_of_a_merge(desk: DuplicatesDesk) -> None:
    desk.merge("contact", ANNAS)
    assert frozenset(ANNAS) in clusters(desk)
    desk.merge("contact", (ANNA, JONAS), without=(ANNA2,))
    assert clusters(desk) == {frozenset({ANNA, JONAS}), frozenset(SARAS)}


def test_a_later_merge_beats_an_earlier_no(desk: DuplicatesDesk) -> None:
    desk.separate("contact", ROSTAMIS)
    desk.merge("contact", ROSTAMIS)
    assert frozenset(ROSTAMIS) in clusters(desk)


def test_taking_back_goes_from_the_newest_to_the_oldest(desk: DuplicatesDesk) -> None:
    before = desk.workspace.pipeline.fingerprint("match", desk.workspace.inputs())
    desk.merge("contact", ANNAS)
    desk.separate("contact", SARAS)
    assert desk.take_back("contact").rows == SARAS
    assert stands(desk)[SARAS] == "by_rule"
    assert desk.take_back("contact").rows == ANNAS
    assert stands(desk)[ANNAS] == "to_decide"
    assert desk.workspace.pipeline.fingerprint("match", desk.workspace.inputs()) == before
    with pytest.raises(PlanError, match="no decision to take back"):
        desk.take_back("contact")


def test_what_was_applied_can_still_be_taken_back(desk: DuplicatesDesk) -> None:
    desk.separate("contact", SARAS)
    clusters(desk)
    desk.take_back("contact")
    # What was made before is shown again without any work.
    assert desk.overview().verdicts == 0
    assert desk.workspace.staging.count("clusters_contact") == 4
    desk.merge("contact", ROSTAMIS)
    desk.separate("contact", SARAS)
    clusters(desk)
    desk.workspace.withdraw(desk.workspace.project.decisions.acts()[0].no)
    assert desk.overview().verdicts == 1
    assert clusters(desk) == {frozenset({ANNA, ANNA2})}
    assert desk.overview().verdicts == 0


@pytest.mark.parametrize(
    ("rows", "without"), [((ANNA,), ()), ((ANNA, ANNA2), (ANNA,)), ((ANNA, 99), ()), ((), ())]
)
def test_a_merge_needs_two_records_that_exist(
    desk: DuplicatesDesk, rows: tuple[int, ...], without: tuple[int, ...]
) -> None:
    with pytest.raises(PlanError):
        desk.merge("contact", rows, without)
    assert desk.workspace.project.decisions.rows() == []


# -- side by side


def test_side_by_side_shows_what_merging_would_keep(desk: DuplicatesDesk) -> None:
    shown = desk.side_by_side("contact", ROSTAMIS)
    assert [(r.title, r.source, r.ordinal, r.part) for r in shown.records] == [
        ("Omid Rostami", "people", 4, 0),
        ("O. Rostami", "people", 5, 1),
    ]
    by_name = {f.name: f for f in shown.fields}
    assert by_name["firstname"].values == ("Omid", "O.")
    assert (by_name["firstname"].result, by_name["firstname"].winner) == ("Omid", 0)
    assert by_name["firstname"].rule.en == "First row"
    assert shown.stand is Stand.TO_DECIDE
    assert [(p.left, p.right, p.asked, p.answer) for p in shown.pairs] == [
        (OMID, O_ROSTAMI, True, "")
    ]


def test_the_preview_follows_the_rules_and_who_is_chosen(desk: DuplicatesDesk) -> None:
    rule = Survivorship("contact", (SurvivorRule("firstname", "longest"),))
    desk.workspace.edit("rule", lambda p: replace(p, survivorship=(rule,)))
    all_of_them = {f.name: f for f in desk.side_by_side("contact", ANNAS).fields}
    assert (all_of_them["firstname"].result, all_of_them["firstname"].rule.en) == (
        "Jonas", "Longest",
    )  # fmt: skip
    two = {f.name: f for f in desk.side_by_side("contact", ANNAS, (JONAS,)).fields}
    assert two["firstname"].result == "Anna"
    assert len(two["firstname"].values) == 3


def test_the_preview_is_what_merge_then_makes(desk: DuplicatesDesk) -> None:
    desk.keep("contact", "firstname", JONAS)
    preview = {f.name: f.result for f in desk.side_by_side("contact", ANNAS).fields}
    desk.merge("contact", ANNAS)
    for field, value in preview.items():
        assert golden(desk, ANNA, field) == value


def test_a_kept_value_is_shown_as_such_and_let_go_again(desk: DuplicatesDesk) -> None:
    desk.keep("contact", "mobilephone", SARA2)
    kept = {f.name: f for f in desk.side_by_side("contact", SARAS).fields}["mobilephone"]
    assert (kept.kept, kept.winner, kept.result) == (True, 1, "+989121110007")
    assert desk.overview().overrides == 1
    assert golden(desk, SARA, "mobilephone") == "+989121110007"
    assert desk.overview().overrides == 0
    desk.let_rule_decide("contact", "mobilephone", SARAS)
    assert desk.overview().overrides == 0
    assert golden(desk, SARA, "mobilephone") == "+989121110006"


def test_the_latest_of_two_kept_values_counts_until_it_is_taken_back(
    desk: DuplicatesDesk,
) -> None:
    desk.keep("contact", "mobilephone", SARA2)
    desk.keep("contact", "mobilephone", SARA)
    assert golden(desk, SARA, "mobilephone") == "+989121110006"
    desk.take_back("contact")
    assert golden(desk, SARA, "mobilephone") == "+989121110007"


@pytest.mark.parametrize(
    ("field", "row"), [("emailaddress1", JONAS), ("nickname", ANNA), ("_key", ANNA), ("fax", 99)]
)
def test_nothing_is_kept_that_is_not_there(desk: DuplicatesDesk, field: str, row: int) -> None:
    with pytest.raises(PlanError):
        desk.keep("contact", field, row)


def test_why_adds_up_to_the_score(desk: DuplicatesDesk) -> None:
    why = desk.explain("contact", O_ROSTAMI, OMID)
    assert (why.left, why.right) == (OMID, O_ROSTAMI)
    assert why.start + sum(e.weight for e in why.evidence) == pytest.approx(why.weight, abs=0.01)
    assert why.probability == pytest.approx(1 / (1 + 2**-why.weight), abs=1e-4)
    told = {e.name: e.words for e in why.evidence}
    assert told["mobilephone"].fa == "یکسان، مقداری کمیاب"
    assert told["emailaddress1"].en == "one of them is empty"
    assert desk.explain("contact", ANNA, PAL).probability is None


# -- thresholds and rules


def test_every_threshold_tells_what_the_next_result_will_be(desk: DuplicatesDesk) -> None:
    found = desk.scores("contact")
    for at in (0.5, 0.9, 0.99, 0.9999, 1.0):
        stop = next(s for s in found.stops if s.at == at)
        desk.set_thresholds("contact", at, 0.5)
        made = clusters(desk)
        assert (stop.clusters, stop.absorbed) == (len(made), sum(len(c) - 1 for c in made)), at


def test_thresholds_know_of_verdicts_that_were_just_given(desk: DuplicatesDesk) -> None:
    desk.separate("contact", ROSTAMIS)
    desk.merge("contact", ANNAS)
    stop = next(s for s in desk.scores("contact").stops if s.at == 0.5)
    desk.set_thresholds("contact", 0.5, 0.5)
    made = clusters(desk)
    assert (stop.clusters, stop.absorbed) == (len(made), sum(len(c) - 1 for c in made))


def test_below_what_was_kept_only_the_pairs_are_known(desk: DuplicatesDesk) -> None:
    stops = desk.scores("contact").stops
    assert [s.clusters is None for s in stops if s.at < 0.5] == [True] * 10
    assert all(one.pairs >= other.pairs for one, other in zip(stops, stops[1:], strict=False))


@pytest.mark.parametrize(("merge", "review"), [(0.5, 0.6), (1.1, 0.5), (0.9, 0.0), (0.9, -1.0)])
def test_thresholds_stand_in_order(desk: DuplicatesDesk, merge: float, review: float) -> None:
    with pytest.raises(PlanError, match="score from which"):
        desk.set_thresholds("contact", merge, review)


def test_each_change_of_rules_is_one_named_step(desk: DuplicatesDesk) -> None:
    desk.set_enabled("contact", enabled=False)
    desk.set_enabled("contact", enabled=True)
    desk.set_comparisons("contact", SETTINGS.comparisons[:2])
    desk.set_blocking("contact", (BlockingRule(("emailaddress1:local",)),))
    desk.set_survivor("contact", "firstname", "longest")
    desk.suggest("contact")
    told = [(e.label.en, e.label.fa) for e in desk.workspace.history()][-6:]
    assert all(en != fa for en, fa in told)
    assert len({en for en, _ in told}) == 6


def test_a_derived_key_goes_with_the_meaning_it_needs(desk: DuplicatesDesk) -> None:
    as_text = tuple(
        replace(c, meaning="text") if c.field == "mobilephone" else c for c in SETTINGS.comparisons
    )
    desk.set_comparisons("contact", as_text)
    (settings,) = desk.workspace.plan.matching
    assert BlockingRule(("mobilephone",)) in settings.blocking
    desk.workspace.run("merge")


@pytest.mark.parametrize(
    "blocking",
    [
        (), (BlockingRule(()),), (BlockingRule(("nickname",)),),
        (BlockingRule(("mobilephone:skeleton",)),),
        (BlockingRule(("lastname",)), BlockingRule(("lastname",))),
    ],
    ids=["none", "no key", "unmapped", "no such part", "twice"],
)  # fmt: skip
def test_blocking_rules_that_do_not_fit_are_refused(
    desk: DuplicatesDesk, blocking: tuple[BlockingRule, ...]
) -> None:
    with pytest.raises(PlanError):
        desk.set_blocking("contact", blocking)


def test_rules_list_what_can_be_chosen(desk: DuplicatesDesk) -> None:
    rules = desk.rules("contact")
    assert rules.settings == SETTINGS
    assert [f.name for f in rules.fields] == [
        "firstname", "lastname", "emailaddress1", "mobilephone",
    ]  # fmt: skip
    keys = {f.name: [key for key, _ in f.keys] for f in rules.fields}
    assert keys["mobilephone"] == ["", "last7"]
    assert all(block is not None for block in rules.blocks)
    assert [(s.field, s.rule, s.own) for s in rules.survivors][:2] == [
        ("", "first", True),
        ("firstname", "first", False),
    ]


def test_a_survivorship_rule_is_set_and_taken_away(desk: DuplicatesDesk) -> None:
    desk.set_survivor("contact", "firstname", "longest")
    desk.set_survivor("contact", "", "last")
    desk.set_survivor("contact", "firstname", "")
    own = {s.field: (s.rule, s.own) for s in desk.rules("contact").survivors}
    assert own["firstname"] == ("last", False)
    with pytest.raises(PlanError, match="survivorship rule does not fit"):
        desk.set_survivor("contact", "firstname", "most_recent", {"by": "nickname"})


def test_a_rule_of_a_field_that_is_mapped_no_more_sleeps(desk: DuplicatesDesk) -> None:
    desk.set_survivor("contact", "mobilephone", "longest")

    def unmapped(plan: Plan) -> Plan:
        (feed,) = plan.feeds
        left = tuple(row for row in feed.fields if row.target != "mobilephone")
        return replace(plan, feeds=(replace(feed, fields=left),))

    desk.workspace.edit("unmapped", unmapped)
    desk.workspace.run("merge")
    assert "mobilephone" not in {f.name for f in desk.rules("contact").fields}
    desk.set_thresholds("contact", 0.99, 0.6)


# -- everywhere


def test_what_is_answered_crosses_a_process_border(desk: DuplicatesDesk) -> None:
    answers = (
        desk.overview(), desk.scores("contact"), desk.queue("contact", "all"),
        desk.side_by_side("contact", ANNAS), desk.explain("contact", ANNA, ANNA2),
        desk.rules("contact"), desk.merge("contact", ANNAS),
    )  # fmt: skip
    assert pickle.loads(pickle.dumps(answers)) == answers


def test_an_entity_that_nothing_feeds_is_refused(desk: DuplicatesDesk) -> None:
    with pytest.raises(PlanError, match="No source table is mapped"):
        desk.queue("account")


def test_before_the_first_match_there_is_nothing_to_decide(tmp_path: Path, made: Path) -> None:
    folder = tmp_path / "p.kooch"
    shutil.copytree(made, folder)
    (folder / "staging.duckdb").unlink()
    with Workspace.open(folder) as workspace:
        desk = DuplicatesDesk(workspace)
        assert desk.queue("contact", "all").total == 0
        assert desk.overview().entities[0].rows == 0
        assert desk.side_by_side("contact", ANNAS).records == ()
        assert desk.scores("contact").stops[0].pairs == 0
