"""What a sign-off pack is made from. The caller gathers it; the reports only write it down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from migrator.model.mapping import Step
from migrator.model.plan import Goal, Plan
from migrator.model.profile import TableProfile
from migrator.model.reports import RowAccount, StageReport
from migrator.model.segments import BrokenLink, Segment
from migrator.model.text import Text


class CrosswalkRow(NamedTuple):
    """One source record of one entity and what became of it. `golden` is the golden id, `target`
    the id in the target ("" if it never got there), `fate` one of FATES in words.py."""

    entity: str
    source: str
    table: str
    record: int
    key: str
    golden: str
    target: str
    fate: str


class MergeRow(NamedTuple):
    """One record that was merged into a golden record. `score` is the match probability 0..1 of
    the pair that tied it (None: by a person), `by` who decided, `record` its values in short."""

    entity: str
    golden: str
    source: str
    table: str
    number: int
    score: float | None
    by: str
    record: str


class IssueRow(NamedTuple):
    """One reason why a record was held back (quarantine) or refused by the target (reject).
    `record` is people's handle on it: source, table and number, or its key; `owner` is who answers
    for the field in the mapping document."""

    entity: str
    record: str
    field: str
    code: str
    severity: str
    value: str
    detail: str
    owner: str = ""


class DifferenceRow(NamedTuple):
    """One value or record that the target does not hold as the plan says. `kind` is `value`,
    `missing`, `extra`, `platform` (written its own way by the target itself), `truncated`,
    `changed` (by somebody since the load) or `orphan` (a lookup that points to nothing)."""

    entity: str
    record: str
    target: str
    field: str
    kind: str
    expected: str
    found: str


class DecisionRow(NamedTuple):
    """A person's decision: what about, the answer, who, when, why."""

    at: str
    by: str
    about: Text | str
    answer: str
    note: str


class LogRow(NamedTuple):
    """One line of the run's log."""

    at: str
    by: str
    text: str


@dataclass(frozen=True)
class GoalResult:
    """A goal of the plan and what was reached, as a share 0..1 (None: could not be measured)."""

    goal: Goal
    reached: float | None
    met: bool


@dataclass(frozen=True)
class ScoreBin:
    """How many pairs have a match probability from `low` up to `high` (0..1)."""

    low: float
    high: float
    pairs: int


@dataclass(frozen=True)
class RunFacts:
    """The run that the pack is about. Times are ISO 8601 text; `delivery` says how rows were sent:
    `exactly_once`, `upsert` or `at_least_once`. `foretold` counts the records of the dry run before
    it (0 without one), `foretold_rightly` those that came to pass as it said."""

    no: int = 0
    kind: str = ""
    state: str = ""
    started: str = ""
    finished: str = ""
    by: str = ""
    target: str = ""
    delivery: str = ""
    version: str = ""
    foretold: int = 0
    foretold_rightly: int = 0


def _by_id(steps: Sequence[Step]) -> Text:
    return Text.of(" > ".join(step.transform for step in steps))


@dataclass(frozen=True)
class PackData:
    """Everything of a pack. The big lists are read once, in order, one row at a time.

    `profiles` are (source id, profile); `differences_total` is the count over all values compared
    (`compared`), both known before the list is read. `fingerprint` names plan and data,
    `mapping` the mapping document alone, shortened as people know it. `parts` are the control
    totals and segments, `links` the lookups that are not whole, `accepted` who let the pilot pass
    and which exceptions were accepted by whom. `told` gives a sentence of
    the engine in both languages, `steps` transforms in words.
    """

    plan: Plan
    account: RowAccount
    fingerprint: str
    generated_at: datetime
    run: RunFacts = field(default_factory=RunFacts)
    stages: tuple[StageReport, ...] = ()
    profiles: tuple[tuple[str, TableProfile], ...] = ()
    goals: tuple[GoalResult, ...] = ()
    score_bins: tuple[ScoreBin, ...] = ()
    compared: int = 0
    crosswalk: Iterable[CrosswalkRow] = ()
    merges: Iterable[MergeRow] = ()
    quarantine: Iterable[IssueRow] = ()
    rejects: Iterable[IssueRow] = ()
    differences: Iterable[DifferenceRow] = ()
    decisions: Iterable[DecisionRow] = ()
    log: Iterable[LogRow] = ()
    told: Callable[[str], Text] = Text.of
    steps: Callable[[Sequence[Step]], Text] = _by_id
    mapping: str = ""
    parts: tuple[Segment, ...] = ()
    links: tuple[BrokenLink, ...] = ()
    accepted: tuple[DecisionRow, ...] = ()


@dataclass(frozen=True)
class PackPaths:
    """The files that were written; `lists` are CSVs of lists that a sheet cannot hold in full,
    `manifest` names the SHA-256 of all others."""

    workbook: Path
    page: Path
    manifest: Path
    lists: tuple[Path, ...] = ()

    def all(self) -> tuple[Path, ...]:
        """Every file, the workbook first and the manifest last."""
        return (self.workbook, self.page, *self.lists, self.manifest)
