"""Decisions: appended, counted act by act, taken back by another row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from migrator.model.matching import Answer, Verdict
from migrator.model.plan import Plan
from migrator.model.survivorship import Override
from migrator.project.project import Project
from migrator.project.records import Decisions


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "acme") as made:
        made.history.record(Plan(name="Northwind"), "New project", "mina")
        yield made


def same(left: int, right: int) -> Verdict:
    return Verdict("contact", left, right, Answer.SAME, by="mina")


def different(left: int, right: int) -> Verdict:
    return Verdict("contact", left, right, Answer.DIFFERENT, by="mina")


def told(decisions: Decisions, until: int | None = None) -> list[tuple[int, int, str]]:
    return [(v.left, v.right, v.answer.value) for v in decisions.verdicts(until)]


def test_an_act_is_withdrawn_as_a_whole_and_its_rows_stay(project: Project) -> None:
    decisions = project.decisions
    first = decisions.add(same(1, 2))
    second = decisions.add(different(3, 4), different(3, 5))
    assert (first, second, decisions.last()) == (1, 2, 3)
    decisions.withdraw(second, "mina")
    assert told(decisions) == [(1, 2, "same")]
    assert [row[3] for row in decisions.rows()] == ["verdict"] * 3 + ["withdrawal"]


def test_what_was_said_before_counts_again(project: Project) -> None:
    decisions = project.decisions
    decisions.add(same(1, 2))
    again = decisions.add(different(1, 2))
    assert told(decisions)[-1] == (1, 2, "different")
    decisions.withdraw(again, "mina")
    assert told(decisions) == [(1, 2, "same")]


def test_acts_name_what_counts_oldest_first(project: Project) -> None:
    decisions = project.decisions
    decisions.add(same(1, 2), same(1, 3))
    kept = decisions.add(Override("contact", "email", 2, by="omid"))
    assert [(a.no, a.kind, a.entity, a.rows, a.who) for a in decisions.acts()] == [
        (1, "verdict", "contact", 2, "mina"),
        (kept, "override", "contact", 1, "omid"),
    ]
    decisions.withdraw(kept, "omid")
    assert [a.no for a in decisions.acts()] == [1]
    assert decisions.overrides() == ()


def test_looking_back_passes_over_what_came_later(project: Project) -> None:
    decisions = project.decisions
    first = decisions.add(same(1, 2))
    decisions.withdraw(first, "mina")
    decisions.add(same(7, 8))
    assert told(decisions, until=1) == [(1, 2, "same")]
    assert told(decisions, until=2) == []
    assert told(decisions) == [(7, 8, "same")]


def test_another_opener_reads_the_same(project: Project) -> None:
    project.decisions.add(same(1, 2), same(1, 3))
    project.decisions.withdraw(project.decisions.add(same(4, 5)), "mina")
    before = project.decisions.verdicts()
    project.close()
    with Project.open(project.folder) as again:
        assert again.decisions.verdicts() == before
        assert [(v.seq, v.act) for v in before] == [(1, 1), (2, 1)]


def test_an_unknown_kind_of_decision_is_passed_over(project: Project) -> None:
    project.connection.execute(
        "insert into decision(at, who, kind, body) values ('2026-01-01', 'x', 'blessing', '{}')"
    )
    project.decisions.add(same(1, 2))
    assert told(project.decisions) == [(1, 2, "same")]
