"""The whole story of one record: where it came from, what was done to it, where it ended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from migrator.model.text import Text

Value = str | None


@dataclass(frozen=True)
class StepTrace:
    """One transform or cleansing step and what it did to the value; `trouble` is the issue that it
    raised."""

    title: Text
    before: Value
    after: Value
    trouble: Text | None = None


@dataclass(frozen=True)
class FieldTrace:
    """How one field of a source row came about: the source columns with their values, every
    transform, and those cleansing steps that changed it or failed. `value` is what the stages made
    of it; `agrees` is False when the plan, as it stands now, would make something else."""

    field: str
    label: Text
    sources: tuple[tuple[str, Value], ...]
    mapping: tuple[StepTrace, ...]
    cleansing: tuple[StepTrace, ...]
    value: Value
    agrees: bool = True


@dataclass(frozen=True)
class IssueLine:
    """One issue of the record or of a row of it. `waived_for` is the reason why people accept it
    ("" if nobody does)."""

    stage: str
    field: str
    severity: str
    text: Text
    waived_for: str = ""


@dataclass(frozen=True)
class RowTrace:
    """One source row. `ordinal` counts the records of its table from 1; `left_out` is the reason
    why a filter left it out ("" if none did); `values` are its source columns as they were read."""

    rid: int
    source: str
    table: str
    ordinal: int
    key: str
    values: tuple[tuple[str, Value], ...]
    fields: tuple[FieldTrace, ...]
    left_out: str = ""
    issues: tuple[IssueLine, ...] = ()


@dataclass(frozen=True)
class PairTrace:
    """Two rows that were compared. `answer` is a person's verdict ("same", "different" or ""), `by`
    whose it was; `together` tells whether they ended in one record. `other` is the golden id of
    the record that the second row ended in."""

    left: int
    right: int
    probability: float
    answer: str
    by: str
    together: bool
    other: int


@dataclass(frozen=True)
class ParentTrace:
    """What a lookup found: the value that was looked up, and the record of `entity` (`gid` None:
    nothing was found)."""

    entity: str
    looked_up: Value
    gid: int | None
    name: str = ""


@dataclass(frozen=True)
class SurvivorTrace:
    """One field of the golden record: the value, the row it came from, by which rule, and what the
    other rows had (row id and value)."""

    field: str
    label: Text
    value: Value
    rid: int
    rule: Text
    candidates: tuple[tuple[int, Value], ...]
    parent: ParentTrace | None = None


class Fate(StrEnum):
    """Where a record stands now."""

    LEFT_OUT = "left_out"  # by a filter of the plan
    MAPPED = "mapped"  # the stages have not gone further yet
    QUARANTINED = "quarantined"
    READY = "ready"
    LOADED = "loaded"
    REJECTED = "rejected"
    PENDING = "pending"


@dataclass(frozen=True)
class Landing:
    """How the record ended. `run` is the newest load that has an outcome for it (0: none), `pilot`
    tells why it was chosen for the pilot ("" if it was not); `differences` are the fields in which
    the target differs: (field, kind, expected, found)."""

    fate: Fate
    target_id: str = ""
    action: str = ""
    batch: int | None = None
    run: int = 0
    run_at: str = ""
    reason: str = ""
    pilot: str = ""
    differences: tuple[tuple[str, str, Value, Value], ...] = ()


@dataclass(frozen=True)
class RecordStory:
    """Everything about one golden record, or about a row that became none (`gid` 0). `stale` names
    the first stage whose output no longer fits the plan ("" if all do)."""

    entity: str
    label: Text
    gid: int
    key: str
    name: str
    rows: tuple[RowTrace, ...]
    pairs: tuple[PairTrace, ...]
    survivors: tuple[SurvivorTrace, ...]
    issues: tuple[IssueLine, ...]
    landing: Landing
    stale: str = ""


@dataclass(frozen=True)
class Hit:
    """A record that a search found. `by` says by what: key, target, row or name. A row that became
    part of no record has `gid` 0 and its `rid`."""

    entity: str
    label: Text
    gid: int
    key: str
    name: str
    by: str
    rid: int = 0
