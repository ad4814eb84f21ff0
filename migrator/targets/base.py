"""What every target is: a schema, batches that are written once, and reading back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import pyarrow as pa

from migrator.model.loading import IdStrategy
from migrator.model.schema import Entity, Schema

# The ledger's entries as strings: `sha` is the digest of what we left in the record, `image` as in
# `doors.LOADED`, but with the values that the record held before (`values`).
LEDGER = pa.schema([(name, pa.string()) for name in ("key", "target_id", "action", "sha", "image")])


@dataclass(frozen=True)
class Capabilities:
    """What a target can promise. `exactly_once`: its ledger commits with the rows; otherwise the
    mode is called "at least once" everywhere. `ids` lists the strategies it can serve."""

    exactly_once: bool
    can_create: bool
    can_roll_back: bool
    ids: tuple[IdStrategy, ...]
    enforces_types: bool


@dataclass(frozen=True)
class RowReject:
    """A row the target refused: its golden id, the target's own code (SQLSTATE or number) and its
    words, with personal values left out."""

    gid: int
    code: str
    reason: str


@dataclass(frozen=True)
class LoadBatch:
    """Rows of one entity that travel in one transaction.

    `rows`: `_gid` int64, `_key` string, `target_id` string (empty when the target counts), then a
    string column per field in canonical text, lookups already resolved to target ids.
    `digest` is the SHA-256 of exactly this payload.
    """

    entity: Entity
    number: int
    digest: str
    rows: pa.RecordBatch


@dataclass(frozen=True)
class BatchOutcome:
    """What became of a batch: target ids by golden id, rejects, and whether an earlier life of the
    program had committed it already."""

    ids: dict[int, str]
    rejects: tuple[RowReject, ...] = ()
    already_there: bool = False


class Target(Protocol):
    """An opened target. Methods raise TargetError with a sentence and what to do."""

    capabilities: Capabilities

    def schema(self) -> Schema:
        """The target's own description of its entities, ledger tables left out."""

    def create(self, schema: Schema) -> None:
        """Create the entities of `schema` that do not exist yet."""

    def problems(self, entities: Sequence[Entity]) -> tuple[str, ...]:
        """What stands in the way of loading these entities, as sentences; empty if nothing."""

    def read_back(
        self, entity: Entity, fields: Sequence[str], only_ours: bool = True
    ) -> Iterator[pa.RecordBatch]:
        """All records as string columns in canonical text: `target_id`, then `fields`. With
        `only_ours` just those that this project's ledger names."""

    def count(self, entity: Entity) -> int | None:
        """How many records the entity has, whoever made them; None where only reading them all
        could tell."""

    def ledger(self, project: str, entity: Entity) -> Iterator[pa.RecordBatch] | None:
        """The project's records of `entity` that are in the target already (schema LEDGER); None
        when it cannot tell before a load. Reads only: what is not there is not made."""

    def equal_keys(self, entity: Entity, field: str, values: pa.Array) -> pa.Array:
        """A text per value (canonical text): the same exactly where the target calls the values
        of this field equal; NULL stays NULL. Reads only."""

    def close(self) -> None:
        """Release the connection; safe to call twice."""
