"""Groups of the review queue and what thresholds mean, on pairs written by hand."""

from __future__ import annotations

import random

import pytest

from migrator.desks.duplicates_groups import LARGEST, Group, Groups, Pair, build, in_force
from migrator.desks.duplicates_scores import scores
from migrator.model.matching import Answer, MatchSettings, Verdict
from migrator.model.views.duplicates import Stand
from migrator.stages.match_clusters import latest, write_clusters
from migrator.store.staging import Staging

BOUNDS = (0.8, 0.99)
SAME, DIFFERENT = Answer.SAME, Answer.DIFFERENT


def verdict(left: int, right: int, answer: Answer = SAME, seq: int = 1) -> Verdict:
    return Verdict("contact", left, right, answer, seq)


def only(pairs: list[Pair], clusters: dict[int, int] | None = None) -> Group:
    (group,) = build(pairs, clusters or {}, BOUNDS)
    return group


@pytest.mark.parametrize(
    ("pairs", "clusters", "rows", "asked", "stand"),
    [
        ([(1, 2, 0.9, None)], {}, (1, 2), {(1, 2)}, Stand.TO_DECIDE),
        ([(1, 2, 0.995, None)], {1: 1, 2: 1}, (1, 2), set(), Stand.BY_RULE),
        ([(1, 2, 0.9, None), (1, 3, 0.85, None)], {}, (1, 2, 3), {(1, 2), (1, 3)}, Stand.TO_DECIDE),
        (
            [(1, 2, 0.995, None), (2, 3, 0.995, None), (1, 3, 0.85, None)],
            {1: 1, 2: 1, 3: 1}, (1, 2, 3), set(), Stand.BY_RULE,
        ),
        ([(1, 2, 0.9, "same")], {1: 1, 2: 1}, (1, 2), {(1, 2)}, Stand.TO_DECIDE),
        ([(1, 2, 0.995, "different")], {}, (1, 2), set(), Stand.BY_RULE),
        ([(1, 2, None, "same")], {}, (1, 2), set(), None),
    ],
    ids=[
        "in doubt", "sure", "a star is one group", "together through others", "a verdict withdrawn",
        "a no withdrawn", "a verdict withdrawn that no score backs",
    ],
)  # fmt: skip
def test_pairs_make_groups(
    pairs: list[Pair],
    clusters: dict[int, int],
    rows: tuple[int, ...],
    asked: set[tuple[int, int]],
    stand: Stand | None,
) -> None:
    group = only(pairs, clusters)
    assert (group.rows, set(group.asked)) == (rows, asked)
    assert group.stand({}) is stand
    assert Groups([group]).standing({}) == [stand]


def test_a_group_is_decided_once_every_question_has_an_answer() -> None:
    group = only([(1, 2, 0.9, None), (1, 3, 0.85, None)])
    groups = Groups([group])
    assert groups.standing({(1, 2): SAME}) == [Stand.TO_DECIDE]
    assert groups.standing({(1, 2): SAME, (1, 3): DIFFERENT}) == [Stand.DECIDED]
    assert groups.standing({(7, 8): SAME}) == [Stand.TO_DECIDE]


def test_doubtful_groups_come_first_the_likeliest_before_the_others() -> None:
    pairs: list[Pair] = [
        (1, 2, 0.81, None),
        (3, 4, 0.95, None),
        (5, 6, 1.0, None),
        (7, 8, 0.995, None),
    ]
    clusters = {5: 5, 6: 5, 7: 7, 8: 7}
    assert [g.rows for g in build(pairs, clusters, BOUNDS)] == [(3, 4), (1, 2), (7, 8), (5, 6)]


def test_a_heap_is_asked_about_cluster_by_cluster() -> None:
    rows = list(range(1, 2 * LARGEST + 1))
    half = rows[:LARGEST]
    # Two sure clusters, one chain of doubt between them, and a doubtful single row.
    pairs: list[Pair] = [(half[0], row, 0.999, None) for row in half[1:]]
    pairs += [(rows[LARGEST], row, 0.999, None) for row in rows[LARGEST + 1 :]]
    pairs += [(1, rows[-1], 0.9, None), (2, 999, 0.85, None)]
    clusters = dict.fromkeys(half, 1) | dict.fromkeys(rows[LARGEST:], rows[LARGEST])
    found = build(pairs, clusters, BOUNDS)
    assert [(len(g.rows), len(g.asked)) for g in found] == [
        (2 * LARGEST, 1), (LARGEST + 1, 1), (LARGEST, 0), (LARGEST, 0),
    ]  # fmt: skip
    assert sum(g.merged for g in found if not g.asked) == 2


def test_the_latest_answer_on_a_pair_counts() -> None:
    given = [verdict(2, 1), verdict(3, 4, DIFFERENT), verdict(1, 2, DIFFERENT), verdict(5, 5)]
    assert in_force(given) == {(3, 4): DIFFERENT, (1, 2): DIFFERENT}


# -- what thresholds mean


@pytest.mark.parametrize("seed", range(4))
def test_stops_foretell_what_the_match_stage_makes(seed: int) -> None:
    """Random pairs, some judged: clusters and absorbed rows are those of the stage itself."""
    draw = random.Random(seed)
    edges = {tuple(sorted(draw.sample(range(1, 60), 2))) for _ in range(70)}
    pairs: list[Pair] = [(a, b, round(draw.uniform(0.8, 1), 4), None) for a, b in sorted(edges)]
    pairs.sort(key=lambda pair: (-(pair[2] or 0), pair[:2]))
    judged = draw.sample(sorted(edges), 12)
    verdicts = [
        verdict(a, b, draw.choice([SAME, DIFFERENT]), seq) for seq, (a, b) in enumerate(judged, 1)
    ]
    answers = in_force(verdicts)
    settings = MatchSettings("contact", merge_above=0.99, review_above=0.8)
    found = scores(settings, pairs, {"histogram": [0] * 20}, answers)
    with_verdicts = latest(verdicts)
    for stop in (s for s in found.stops if s.at in {0.8, 0.9, 0.98, 1.0}):
        made = _made(pairs, stop.at, with_verdicts)
        assert (stop.clusters, stop.absorbed) == made, stop.at


def _made(
    pairs: list[Pair], at: float, verdicts: dict[tuple[int, int], Verdict]
) -> tuple[int, int]:
    """(clusters, absorbed rows) that the stage makes of the pairs from a score on."""
    staging = Staging(None, threads=1)
    try:
        staging.begin("cafe0001")
        kept = [(a, b, p) for a, b, p, _ in pairs if (p or 0) >= at and (a, b) not in verdicts]
        values = ", ".join(str(edge) for edge in kept) or "(1, 1, 0.0)"
        where = "" if kept else " where false"
        edges = f'select * from (values {values}) e("left", "right", weight){where}'
        done = write_clusters(staging, "clusters_contact", edges, verdicts)
        return done.clusters, done.rows - done.clusters
    finally:
        staging.close()
