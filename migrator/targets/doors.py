"""How the stage `load` talks to a target, whatever keeps the target's account of batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

import pyarrow as pa

from migrator.model.loading import BatchState, IdStrategy, RunKind, WriteMode
from migrator.model.mapping import Collision
from migrator.model.schema import Entity
from migrator.targets.base import BatchOutcome, LoadBatch

# What a target tells of rows, as strings. `run` wrote the record last; `image` is NULL for records
# that were only created, else JSON: `was` (the earlier entry), `same` (nothing had to be changed)
# and `kept` (field -> the value that stands there in the place of the mapped one).
LOADED = pa.schema(
    [
        pa.field("key", pa.string()),
        pa.field("target_id", pa.string()),
        pa.field("action", pa.string()),
        pa.field("batch_no", pa.string()),
        pa.field("run", pa.string()),
        pa.field("image", pa.string()),
    ]
)
REFUSED = pa.schema(
    [
        pa.field("key", pa.string()),
        pa.field("code", pa.string()),
        pa.field("reason", pa.string()),
        pa.field("batch_no", pa.string()),
    ]
)


class BatchKind(StrEnum):
    """LOAD writes records; LINK fills lookups that had to wait for their parents (self-references
    and cycles)."""

    LOAD = "load"
    LINK = "link"


@dataclass(frozen=True)
class Order:
    """How batches of one entity are written. `fields` are the fields the batches carry; `place` is
    the entity's place in the order of loading, parents first.

    `collisions` rules the fields whose value is not simply overwritten in records that others
    made. With `meets` the batches carry a column `_meets`: the target id of the record of others
    that the row is, or NULL; `by` are the fields that say so, looked at again when the row is
    written."""

    entity: Entity
    fields: tuple[str, ...]
    ids: IdStrategy
    mode: WriteMode = WriteMode.INSERT
    kind: BatchKind = BatchKind.LOAD
    place: int = 0
    collisions: Mapping[str, Collision] = field(default_factory=dict)
    meets: bool = False
    by: tuple[str, ...] = ()


@dataclass
class Counters:
    """What happened on the way since the run began. `unknown` batches lost their connection at
    COMMIT; each was settled by the ledger. `skipped` rows were in the target already, as they
    are now; `rewritten` ones were there with other content."""

    retries: int = 0
    unknown: int = 0
    skipped: int = 0
    rewritten: int = 0


class Door(Protocol):
    """The way into a target during one run. Methods raise TargetError."""

    counters: Counters
    links: bool  # whether LINK batches can be written

    def begin_run(self, project: str, run: int, kind: RunKind) -> int:
        """Take the project's lease; returns the fence, higher than any before. An older run of the
        project stops at its next batch."""

    def done(self, order: Order) -> dict[int, str]:
        """Digests by number of this run's batches that the target has."""

    def write(
        self,
        batch: LoadBatch,
        order: Order,
        trace: Callable[[BatchState], None],
        meanwhile: Callable[[], None],
    ) -> BatchOutcome:
        """Write a batch exactly once, however often it is sent; `trace` hears of UNKNOWN.
        `meanwhile` may be called, any number of times, while the target is busy."""

    def finish(self, order: Order) -> None:
        """All batches of the order are in: let the target's own counters go on behind them."""

    def loaded(self, order: Order) -> Iterator[pa.RecordBatch]:
        """All records of the project that the target has (schema LOADED)."""

    def refused(self, order: Order) -> Iterator[pa.RecordBatch]:
        """The rejects of this run (schema REFUSED)."""
