"""What the step "Duplicates" shows: scores, the review queue, records side by side, the rules."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from migrator.model.changes import ChangeSet
from migrator.model.matching import MatchSettings
from migrator.model.text import Text


class Stand(StrEnum):
    """How a group of records that may be one and the same stands."""

    TO_DECIDE = "to_decide"  # at least one pair waits for a person
    BY_RULE = "by_rule"  # merged by its score alone
    DECIDED = "decided"  # people's verdicts settle it


@dataclass(frozen=True)
class Counts:
    """Groups by how they stand, and rows that the last result merged into others."""

    to_decide: int = 0
    by_rule: int = 0
    decided: int = 0
    absorbed: int = 0

    @property
    def all(self) -> int:
        """Every group."""
        return self.to_decide + self.by_rule + self.decided


@dataclass(frozen=True)
class EntityLine:
    """One entity to look for duplicates in. `settings` tells whether the plan says how."""

    name: str
    label: Text
    enabled: bool
    settings: bool
    rows: int
    counts: Counts


@dataclass(frozen=True)
class Overview:
    """Every entity, and what was decided since the last result: verdicts, kept values."""

    entities: tuple[EntityLine, ...]
    verdicts: int = 0
    overrides: int = 0


@dataclass(frozen=True)
class Stop:
    """What a threshold of `at` would mean: so many pairs without a verdict score as high; merged
    from there on, they would make so many clusters and spare so many rows (None where the last
    result does not tell: it kept no pairs that low)."""

    at: float
    pairs: int
    clusters: int | None = None
    absorbed: int | None = None


@dataclass(frozen=True)
class Scores:
    """The scores of an entity's pairs. `stops` rise from 0 to 1; bar n of a histogram holds
    `stops[n].pairs - stops[n + 1].pairs` pairs. `compared` counts all pairs that were scored."""

    entity: str
    merge_above: float
    review_above: float
    stops: tuple[Stop, ...] = ()
    compared: int = 0
    learned: bool = False


@dataclass(frozen=True)
class QueueLine:
    """One group in the queue: its row ids, lowest first, a name for it, the score that speaks for
    it, how it stands."""

    rows: tuple[int, ...]
    title: str
    score: float | None
    stand: Stand


@dataclass(frozen=True)
class QueuePage:
    """A window on the queue. `total` counts the groups of the filter as they stood after decision
    `as_of`: ask for the next window with the same number, and nothing is skipped."""

    total: int
    as_of: int
    lines: tuple[QueueLine, ...]
    counts: Counts


@dataclass(frozen=True)
class Record:
    """One row side by side with others. `part` numbers the clusters that the last result made of
    the rows shown; `ordinal` is the row's place in its source table."""

    row: int
    title: str
    source: str
    table: str
    ordinal: int
    part: int


@dataclass(frozen=True)
class FieldLine:
    """One field across the records, and what merging the chosen ones would keep. `winner` is the
    place of the record whose value wins, `kept` tells that a person wants it so, `rule` is the
    survivorship rule that decides otherwise. `told` says values in words: the record that a lookup
    points to, the label in a picklist ("" where a value says it itself)."""

    name: str
    label: Text
    meaning: Text
    compared: bool
    values: tuple[str, ...]
    winner: int | None
    result: str
    rule: Text
    kept: bool = False
    told: tuple[Text, ...] = ()


@dataclass(frozen=True)
class PairLine:
    """A scored or judged pair among the records; `answer` is the verdict that counts, "" if
    none; `asked` tells that it waits for one."""

    left: int
    right: int
    probability: float | None
    answer: str
    asked: bool


@dataclass(frozen=True)
class SideBySide:
    """Records beside each other; `more` counts rows of the group that are not shown."""

    entity: str
    records: tuple[Record, ...]
    fields: tuple[FieldLine, ...]
    pairs: tuple[PairLine, ...]
    stand: Stand
    more: int = 0


@dataclass(frozen=True)
class EvidenceLine:
    """What one field says about a pair: words for how the values agree and their weight (log2 of
    how much likelier that is for one and the same record than for two)."""

    name: str
    label: Text
    words: Text
    weight: float


@dataclass(frozen=True)
class Explanation:
    """Why a pair has its score: `start` is the weight before looking at any field, and the
    weights add up to the score. Nothing but the pair is set where the pair was never scored."""

    left: int
    right: int
    probability: float | None = None
    weight: float = 0.0
    start: float = 0.0
    evidence: tuple[EvidenceLine, ...] = ()


@dataclass(frozen=True)
class FieldChoice:
    """A mapped field that can be compared, and how its values can be made into blocks: ids of
    derived keys ("" the value itself) with words."""

    name: str
    label: Text
    meaning: str
    keys: tuple[tuple[str, Text], ...]


@dataclass(frozen=True)
class BlockLine:
    """What a blocking rule did the last time: pairs it made, rows it left out because their block
    was too big."""

    pairs: int
    skipped_rows: int


@dataclass(frozen=True)
class SurvivorLine:
    """The rule by which one field survives (field "": all fields without their own)."""

    field: str
    label: Text
    rule: str
    options: dict[str, Any] = dataclasses.field(default_factory=dict)
    own: bool = False


@dataclass(frozen=True)
class Rules:
    """All that decides about duplicates of one entity. `blocks` goes with `settings.blocking`,
    None where the last result does not know the rule."""

    settings: MatchSettings
    fields: tuple[FieldChoice, ...]
    meanings: tuple[tuple[str, Text], ...]
    survivors: tuple[SurvivorLine, ...]
    blocks: tuple[BlockLine | None, ...] = ()


@dataclass(frozen=True)
class Decided(ChangeSet):
    """A change of decisions: the rows it is about, so that a client finds their group again."""

    rows: tuple[int, ...] = ()
