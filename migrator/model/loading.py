"""How rows travel to the target."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WriteMode(StrEnum):
    """What happens to a row whose record is, or is not, in the target already."""

    INSERT = "insert"
    UPDATE = "update"
    UPSERT = "upsert"


class IdStrategy(StrEnum):
    """Where a record's primary key comes from: a UUIDv5 of project, entity and source key; the
    target's own counter; or a mapped field."""

    UUID = "uuid"
    IDENTITY = "identity"
    MAPPED = "mapped"


class RunKind(StrEnum):
    """A run loads a pilot, loads everything, or takes an earlier run back."""

    PILOT = "pilot"
    FULL = "full"
    ROLLBACK = "rollback"


class BatchState(StrEnum):
    """What the local journal knows of a batch; the ledger in the target decides."""

    PLANNED = "planned"
    SENDING = "sending"
    UNKNOWN = "unknown"
    DONE = "done"


@dataclass(frozen=True)
class LoadSettings:
    """`batch_rows` rows travel in one transaction; `max_rejects` stops a run that goes wrong
    (0: never). `pilot_rows` is the size of the pilot per entity without parents."""

    batch_rows: int = 10_000
    max_rejects: int = 0
    pilot_rows: int = 25
    mode: WriteMode = WriteMode.INSERT
    require_pilot: bool = True


@dataclass(frozen=True)
class PilotApproval:
    """A person looked at the pilot `run` and let exactly this plan and these data pass."""

    run: int
    fingerprint: str
    by: str
    at: str
    note: str = ""
