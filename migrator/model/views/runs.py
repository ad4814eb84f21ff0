"""Loads seen by people: the pilot and its records, the prediction, runs, and what reading back has
shown."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.model.piloting import PilotChoice
from migrator.model.reports import RowAccount
from migrator.model.text import Text
from migrator.model.views.prediction import Ahead, Effect, Recognition, Score

# -- the gate


@dataclass(frozen=True)
class Approval:
    """Who let which pilot pass, when (ISO, UTC), and what was noted."""

    run: int
    by: str
    at: str
    note: str


@dataclass(frozen=True)
class Changed:
    """A part of the work that differs from what was approved; `step` is where it is done."""

    step: str
    told: Text


@dataclass(frozen=True)
class Gate:
    """Whether everything may be loaded. `approval` is the newest one, `open` says that it holds for
    exactly the plan and data of now (or that none is asked for); `changed` names what differs.
    `waiting` says what in the mapping document keeps it shut ("" for nothing)."""

    required: bool
    open: bool
    approval: Approval | None
    changed: tuple[Changed, ...]
    waiting: Text = Text("", "")


# -- runs


@dataclass(frozen=True)
class Loaded:
    """What a run did with one entity. `there` rows were in the target as they are already."""

    entity: str
    label: Text
    loaded: int
    rejected: int
    pending: int
    there: int
    rows_per_second: int


@dataclass(frozen=True)
class Kept:
    """A record that a rollback left in the target, and why."""

    entity: str
    key: str
    target_id: str
    reason: str


@dataclass(frozen=True)
class RunView:
    """One load or rollback. `state`: running, done, attention, cancelled, failed, rolled_back; a
    `running` one that no task of this program works on was stopped by force. `fits`: its plan and
    data are those of now. A rollback tells which run it took back (`of`) and what it did."""

    no: int
    kind: str
    state: str
    started_at: str
    ended_at: str
    who: str
    fits: bool
    reason: Text = Text("", "")
    approval: Approval | None = None
    entities: tuple[Loaded, ...] = ()
    of: int = 0
    removed: int = 0
    restored: int = 0
    kept: int = 0
    gone: int = 0
    conflicts: tuple[Kept, ...] = ()
    score: Score | None = None

    @property
    def resumable(self) -> bool:
        """Whether loading again goes on with this run."""
        return self.fits and self.state in {"running", "failed", "cancelled"}


# -- the pilot


@dataclass(frozen=True)
class PilotShare:
    """What a pilot takes of one entity: `taken` of `ready` records, `asked` of them chosen, the
    others because `parents_of` (child entity, records) need them, or as children of what was
    chosen (`children_of`). A pilot by coverage shows `covered` traits and `missed` some;
    `unknown` are keys that were asked for and are not there."""

    entity: str
    label: Text
    ready: int
    asked: int
    taken: int
    parents_of: tuple[tuple[Text, int], ...]
    children_of: tuple[tuple[Text, int], ...] = ()
    covered: int = 0
    missed: tuple[Text, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class PilotEntity:
    """An entity that a pilot may be chosen by, with its mapped fields (name, label)."""

    name: str
    label: Text
    fields: tuple[tuple[str, Text], ...]


@dataclass(frozen=True)
class PilotView:
    """The page at one look. `run` is the newest pilot; `rows` is what is asked for per entity, or
    the most that is. `trouble` says why nothing can be chosen."""

    target: str
    can_roll_back: bool
    rows: int
    shares: tuple[PilotShare, ...]
    gate: Gate
    run: RunView | None
    compared: tuple[Compared, ...]
    differences: int
    choice: PilotChoice = PilotChoice()
    entities: tuple[PilotEntity, ...] = ()
    trouble: Text | None = None


@dataclass(frozen=True)
class PilotRecord:
    """A chosen record. `state`: loaded, rejected, pending or gone (taken back); `parent_of` is the
    entity that needs it, `child_of` the one that it came along with, `covers` what it was chosen
    to show; `differences` counts fields that the target holds otherwise."""

    gid: int
    key: str
    title: str
    state: str
    parent_of: Text | None
    differences: int
    child_of: Text | None = None
    covers: tuple[Text, ...] = ()


@dataclass(frozen=True)
class SourceRow:
    """A source row that a record was made of."""

    source: str
    table: str
    number: int


@dataclass(frozen=True)
class FieldLine:
    """One field of a record on its way. `columns` and `source` are what the winning source row
    held; `sent` is what was loaded, `parent` what a lookup points to in words, `held` what the
    target gave back. `kind`: same, unknown, or as in DifferenceLine."""

    field: str
    label: Text
    columns: str
    source: str | None
    sent: str | None
    parent: str
    held: str | None
    kind: str


@dataclass(frozen=True)
class RecordView:
    """A record beside its source and what the target holds. `read_at` is when that was read back
    ("" if it was not)."""

    entity: str
    label: Text
    key: str
    title: str
    state: str
    target_id: str
    reason: str
    read_at: str
    rows: tuple[SourceRow, ...]
    fields: tuple[FieldLine, ...]


# -- the prediction


@dataclass(frozen=True)
class Classes:
    """What a run would do with the ready records of an entity: make them, change records that are
    there, leave those as they are, have them refused, or keep them back."""

    create: int
    update: int
    skip: int
    reject: int
    wait: int


@dataclass(frozen=True)
class Prediction:
    """What a run would do with one entity. `waiting` records look up one that is not ready; `known`
    is what a dry run found (None before it) and `left` counts records of earlier runs that are
    planned no more."""

    entity: str
    label: Text
    mapped: int
    absorbed: int
    held: int
    ready: int
    waiting: int
    known: Classes | None = None
    left: int | None = None

    @property
    def there(self) -> int | None:
        """Records that the target has already, as far as that is known."""
        return self.known.update + self.known.skip if self.known else None

    @property
    def create(self) -> int:
        """Records that would be made new; the most that could be, before a dry run."""
        return self.known.create if self.known else max(0, self.ready - self.waiting)


@dataclass(frozen=True)
class DryRun:
    """The prediction with the target read. `makes` are entities that the load would create
    first; `problems` are sentences on what stands in the way; `told` is False for a target that
    cannot say beforehand what it has."""

    at: str
    predictions: tuple[Prediction, ...]
    makes: tuple[str, ...]
    problems: tuple[Text, ...]
    told: bool
    effects: tuple[Effect, ...] = ()
    causes: tuple[Ahead, ...] = ()


@dataclass(frozen=True)
class MigrationView:
    """The page at one look; `runs` newest first. `resume` is the stopped full run that loading
    would go on with (0: none). `dry` is the newest dry run while it holds."""

    target: str
    can_roll_back: bool
    gate: Gate
    predictions: tuple[Prediction, ...]
    runs: tuple[RunView, ...]
    resume: int
    account: RowAccount
    entities: tuple[tuple[str, Text], ...]
    dry: DryRun | None = None
    recognitions: tuple[Recognition, ...] = ()


# -- the verification


@dataclass(frozen=True)
class Compared:
    """The records of one entity read back. `equal + normalised + differs + missing = expected`;
    normalised ones differ only as the target itself writes values."""

    entity: str
    label: Text
    expected: int
    found: int
    equal: int
    normalised: int
    differs: int
    missing: int
    extra: int


@dataclass(frozen=True)
class ControlTotal:
    """The sum of a number field over all records that were loaded, and over those read back; exact
    decimals as text."""

    entity: str
    label: Text
    field: str
    field_label: Text
    expected: str
    found: str


@dataclass(frozen=True)
class DifferenceLine:
    """One place where the target does not hold what the plan says. `kind`: missing, extra,
    differs, changed (by somebody since), normalised, truncated or orphan; `gid` is 0 for records
    that are not ours to know."""

    entity: str
    label: Text
    gid: int
    key: str
    target_id: str
    field: str
    field_label: Text
    kind: str
    expected: str | None
    found: str | None


@dataclass(frozen=True)
class DifferencePage:
    """Some differences, and how many there are in all for this filter."""

    lines: tuple[DifferenceLine, ...]
    total: int


@dataclass(frozen=True)
class Cause:
    """Records of one entity that are not in the target, by cause. `kind`: quarantine or reject."""

    entity: str
    label: Text
    kind: str
    field: str
    field_label: Text
    code: str
    told: Text
    rows: int
    example: str


@dataclass(frozen=True)
class GoalLine:
    """A goal of the plan, measured: shares between 0 and 1, None where there is no bound or
    nothing to measure."""

    entity: Text
    measure: str
    field: Text
    at_least: float | None
    at_most: float | None
    reached: float | None
    met: bool


@dataclass(frozen=True)
class VerificationView:
    """The page at one look. `run` is the newest finished load that was not taken back;
    `compared_at` is when the target was read back (ISO, UTC), `values` how many values that
    compared."""

    target: str
    run: RunView | None
    compared_at: str
    values: int
    compared: tuple[Compared, ...]
    totals: tuple[ControlTotal, ...]
    differences: int
    causes: tuple[Cause, ...]
    goals: tuple[GoalLine, ...]
    account: RowAccount
    entities: tuple[tuple[str, Text], ...]
    refused: int


@dataclass(frozen=True)
class PackFile:
    """A file of the sign-off pack: where it is, its size in bytes, its SHA-256."""

    path: str
    size: int
    sha256: str
