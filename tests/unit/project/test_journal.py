"""The journal of batches."""

from __future__ import annotations

import sqlite3

from migrator.model.loading import BatchState
from migrator.project.journal import BatchRecord, Journal


def journal() -> Journal:
    made = Journal(sqlite3.connect(":memory:", isolation_level=None))
    made.create_tables()
    made.create_tables()
    return made


def test_batches_go_from_planned_to_done() -> None:
    made = journal()
    made.plan(1, "contact", "load", [(0, 1, 10), (1, 11, 20)])
    made.mark(1, "contact", "load", [(0, BatchState.SENDING, "abc")])
    made.mark(1, "contact", "load", [(0, BatchState.DONE, "abc"), (1, BatchState.UNKNOWN, "def")])
    assert made.batches(1, "contact", "load") == [
        BatchRecord(0, BatchState.DONE, "abc", 1, 10),
        BatchRecord(1, BatchState.UNKNOWN, "def", 11, 20),
    ]
    assert made.counts(1) == {BatchState.DONE: 1, BatchState.UNKNOWN: 1}


def test_planning_again_keeps_what_is_known() -> None:
    made = journal()
    made.plan(1, "contact", "load", [(0, 1, 10)])
    made.mark(1, "contact", "load", [(0, BatchState.DONE, "abc")])
    made.plan(1, "contact", "load", [(0, 1, 10), (1, 11, 20)])
    assert [batch.state for batch in made.batches(1, "contact", "load")] == [
        BatchState.DONE,
        BatchState.PLANNED,
    ]


def test_runs_entities_and_kinds_are_apart() -> None:
    made = journal()
    for run, entity, kind in (
        (1, "a", "load"),
        (1, "a", "link"),
        (1, "b", "load"),
        (2, "a", "load"),
    ):
        made.plan(run, entity, kind, [(0, 1, 1)])
    made.mark(1, "a", "load", [(0, BatchState.DONE, "x")])
    assert made.counts(1) == {BatchState.DONE: 1, BatchState.PLANNED: 2}
    made.forget(1)
    assert made.counts(1) == {}
    assert made.counts(2) == {BatchState.PLANNED: 1}


def test_a_note_on_an_unknown_batch_is_passed_over() -> None:
    made = journal()
    made.mark(1, "a", "load", [(0, BatchState.DONE, "x")])
    assert made.batches(1, "a", "load") == []
