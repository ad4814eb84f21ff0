"""The mapping document as people see it: feeds, their two sides, values before and after."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.model.mapping import Feed
from migrator.model.schema import PicklistValue
from migrator.model.text import Text


@dataclass(frozen=True)
class FeedLine:
    """One feed in a list. `mapped` counts its rows, `review` those that nobody agreed to yet,
    `missing` required fields that it does not fill, `open` columns that are neither used nor left
    out by any feed of the table; `mark` tells it from another feed of the same name ("" where there
    is none)."""

    id: str
    no: int
    source: str
    table: str
    entity: str
    label: Text
    mapped: int
    review: int
    missing: int
    open: int
    mark: str = ""


@dataclass(frozen=True)
class TableLine:
    """A kept source table and the ids of the feeds that read it; `rows` is None if not counted,
    `no` is the table's number in the project."""

    source: str
    table: str
    rows: int | None
    columns: int
    feeds: tuple[str, ...] = ()
    no: int = 0


@dataclass(frozen=True)
class EntityLine:
    """An entity of the target."""

    name: str
    label: Text
    fields: int
    fed: bool


@dataclass(frozen=True)
class Overview:
    """The whole document in numbers. `missing` are the labels (entity, field) of required fields
    of fed entities that no feed fills; `fingerprint` are the eight letters by which people know
    what the document says."""

    feeds: tuple[FeedLine, ...] = ()
    tables: tuple[TableLine, ...] = ()
    entities: tuple[EntityLine, ...] = ()
    missing: tuple[tuple[Text, Text], ...] = ()
    fingerprint: str = ""

    @property
    def mapped(self) -> int:
        """Rows of all feeds."""
        return sum(feed.mapped for feed in self.feeds)

    @property
    def review(self) -> int:
        """Rows that nobody agreed to yet."""
        return sum(feed.review for feed in self.feeds)

    @property
    def open(self) -> int:
        """Columns that nobody decided on, each counted once."""
        by_table = {(feed.source, feed.table): feed.open for feed in self.feeds}
        return sum(by_table.values())


@dataclass(frozen=True)
class SourceCard:
    """A source column. `filled` is a share 0..1 (None: not profiled), `samples` frequent values,
    `key` whether it identifies the row, `reason` why it is left out ("" when it is not);
    `elsewhere` names the entities that other feeds of the table fill from it."""

    name: str
    type: str
    meaning: str
    meant: Text
    filled: float | None = None
    distinct: int | None = None
    samples: tuple[str, ...] = ()
    key: bool = False
    reason: str = ""
    elsewhere: tuple[Text, ...] = ()


@dataclass(frozen=True)
class TargetCard:
    """A target field. `parent` is the entity that a lookup field points to ("" otherwise),
    `required` only where the target does not fill the field itself; `own` is part of the target's
    own key, which Kooch makes."""

    name: str
    label: Text
    type: str
    meaning: str
    length: int | None = None
    required: bool = False
    own: bool = False
    parent: str = ""
    picklist: tuple[PicklistValue, ...] = ()
    description: str = ""


@dataclass(frozen=True)
class FeedSheet:
    """Everything about one feed. `evidence` explains proposals by target field, `titles` names the
    transforms in use (an id without title is unknown to this version), `problems` are sentences by
    target field for rows that cannot run, `parents` the feeds (id, words) of each entity that a
    lookup may point to, `rows` counts the snapshot, `reopened` are the fields of rows that were
    edited after people signed them."""

    line: FeedLine
    feed: Feed
    sources: tuple[SourceCard, ...]
    targets: tuple[TargetCard, ...]
    evidence: dict[str, tuple[Text, ...]]
    titles: dict[str, Text]
    problems: dict[str, Text]
    parents: dict[str, tuple[tuple[str, Text], ...]]
    rows: int = 0
    reopened: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PreviewLine:
    """One distinct value on its way: `before` as it stands in the source (one text per column),
    `stages` after each step, `after` at the end. `severity` is "" when all went well; `problem`
    says what was wrong at step number `failed` (from 0, -1 for none)."""

    before: tuple[str | None, ...]
    rows: int
    stages: tuple[str | None, ...]
    after: str | None
    severity: str = ""
    problem: Text = Text("", "")
    failed: int = -1


@dataclass(frozen=True)
class Preview:
    """Lines to look at, out of `looked` distinct values in the first `sampled` rows of the
    snapshot; `bad` of them have a problem."""

    lines: tuple[PreviewLine, ...] = ()
    looked: int = 0
    sampled: int = 0
    bad: int = 0


@dataclass(frozen=True)
class ValueLine:
    """A source value on its way into a picklist: `to` is what the value map makes of it (None when
    it is not listed), `proposed` what its spelling suggests ("" for nothing), with `confidence`;
    what is not `sure` is for people to decide, one by one."""

    value: str
    rows: int
    to: str | None
    proposed: str = ""
    confidence: float = 0.0

    @property
    def sure(self) -> bool:
        """Whether the proposal may be taken with all others at once."""
        return self.confidence >= 0.9


@dataclass(frozen=True)
class ValueSheet:
    """The distinct values that reach the value map of a row, the most frequent first; `step` is the
    map's place among the steps (-1: there is none yet), `more` counts values not listed here."""

    lines: tuple[ValueLine, ...] = ()
    step: int = -1
    more: int = 0
    default: str = "issue"
    default_value: str = ""


@dataclass(frozen=True)
class FilterEffect:
    """What a filter would leave out: `rows` of `total`; some of them in the columns it reads."""

    rows: int
    total: int
    columns: tuple[str, ...] = ()
    examples: tuple[tuple[str | None, ...], ...] = ()


@dataclass(frozen=True)
class RecordPreview:
    """One row of a feed's table through all fields of the feed, by target field. `row` is its place
    in the table (0: the table is empty), `key` what identifies it, `left_out` why a filter leaves
    it out ("" when none does); `rows` counts the table."""

    row: int = 0
    key: str = ""
    left_out: str = ""
    fields: tuple[tuple[str, PreviewLine], ...] = ()
    rows: int = 0
