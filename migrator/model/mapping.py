"""The mapping document: source field -> transforms -> target field, row by row."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any


class OnError(StrEnum):
    """What a value becomes that a transform cannot convert."""

    KEEP = "keep"  # the value stays as it was, with a warning
    BLANK = "blank"  # the field stays empty, with a warning
    ISSUE = "issue"  # the value stays as it was, and the row is kept back


class RowStatus(StrEnum):
    """How far people have got with a row of the document."""

    SUGGESTED = "suggested"
    DRAFT = "draft"
    TO_DECIDE = "to_decide"
    AGREED = "agreed"
    SIGNED = "signed"


class Collision(StrEnum):
    """What the mapped value does to the value that the target's record already has."""

    OVERWRITE = "overwrite"  # the mapped value wins, an empty one included
    FILL = "fill"  # the mapped value is written only where the target's field is empty
    KEEP = "keep"  # the target's value stays; a record that is created gets the mapped one
    APPEND = "append"  # the mapped text is put behind the target's, unless it is in it already


@dataclass(frozen=True)
class Comment:
    """What somebody said about a row. `at` is an ISO moment in UTC."""

    by: str
    at: str
    text: str


@dataclass(frozen=True)
class Signature:
    """Somebody signed a row: `fingerprint` is that of its content then, `at` an ISO moment in
    UTC. A row whose content has another fingerprint now is signed no more."""

    by: str
    at: str
    fingerprint: str


@dataclass(frozen=True)
class Step:
    """One transform with its options. An id that this version does not know is kept and blocks
    running, never opening."""

    transform: str
    options: dict[str, Any] = field(default_factory=dict)
    on_error: OnError = OnError.ISSUE


@dataclass(frozen=True)
class LookupWay:
    """One entity that a lookup may mean, see `Lookup`. `when` lists the values of the type field
    that mean it; none: the entity's name."""

    entity: str
    by: str = ""
    feed: str = ""
    when: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lookup:
    """The field points to a record of `entity`: the mapped value is compared with that record's
    source key, or with its field `by` when given. `feed` narrows to records of one feed (its id).
    A value that finds nothing is an issue `lookup_not_found`; an empty one is simply no parent.

    With `others` the record may be of another entity too (a customer: account or contact).
    `type_field` names the field of the same row that says which (compared with `when`); where it
    is empty, or there is none, the entities are tried in order, and an empty type field is filled
    with what stands for the entity found: its first `when`, else its name."""

    entity: str
    by: str = ""
    feed: str = ""
    when: tuple[str, ...] = ()
    others: tuple[LookupWay, ...] = ()
    type_field: str = ""

    @property
    def ways(self) -> tuple[LookupWay, ...]:
        """Everything it may mean, in the order in which it is tried."""
        return (LookupWay(self.entity, self.by, self.feed, self.when), *self.others)

    @property
    def entities(self) -> tuple[str, ...]:
        """The entities it may point to, each once."""
        return tuple(dict.fromkeys(way.entity for way in self.ways))

    def among(self, feeds: Collection[str]) -> Lookup:
        """The lookup without feeds that are not among these: it looks in all of them instead."""
        others = tuple(replace(w, feed=w.feed if w.feed in feeds else "") for w in self.others)
        return replace(self, feed=self.feed if self.feed in feeds else "", others=others)


@dataclass(frozen=True)
class FieldMapping:
    """One row of the document. `sources` are column names of the feed's table (none for a
    constant); several are handed to the first step together, which must take many. `changed_by` and
    `changed_at` (ISO, UTC) tell who touched the row last."""

    target: str
    sources: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    lookup: Lookup | None = None
    status: RowStatus = RowStatus.DRAFT
    confidence: float | None = None
    evidence: str = ""
    owner: str = ""
    note: str = ""
    collision: Collision = Collision.OVERWRITE
    changed_by: str = ""
    changed_at: str = ""
    signature: Signature | None = None
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True)
class Filter:
    """Rows that are left out by plan: a boolean expression of the locked-down evaluator over the
    feed's columns, true = left out, and the reason people gave."""

    expression: str
    reason: str


@dataclass(frozen=True)
class LeftOut:
    """A source column that is deliberately not mapped, with the reason."""

    column: str
    reason: str


@dataclass(frozen=True)
class Feed:
    """One source table feeding one entity.

    `no` numbers the feeds of a plan for good (row ids carry it, see `row_id`). `key` names the
    source columns that identify a row; empty means its position in the table. With `one_per_key`
    they identify a record instead: rows whose key is the same, spelling habits taken away, become
    one golden record (a company that stands in the rows of all its people).
    """

    id: str
    no: int
    source: str
    table: str
    entity: str
    key: tuple[str, ...] = ()
    fields: tuple[FieldMapping, ...] = ()
    filters: tuple[Filter, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    one_per_key: bool = False


ROW_BITS = 40


def row_id(feed_no: int, ordinal: int) -> int:
    """Our id for a source row: the feed's number above 40 bits of the row's ordinal (1-based)."""
    return feed_no << ROW_BITS | ordinal


def lineage(rid: int) -> tuple[int, int]:
    """(feed number, ordinal) of a row id."""
    return rid >> ROW_BITS, rid & ((1 << ROW_BITS) - 1)
