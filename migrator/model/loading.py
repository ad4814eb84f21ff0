"""How rows travel to the target."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from migrator.model.piloting import PilotChoice


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
    """A run loads a pilot, loads everything, sends only what is not in the target yet (replay) or
    only what a newer snapshot changed (delta), or takes an earlier run back."""

    PILOT = "pilot"
    FULL = "full"
    REPLAY = "replay"
    DELTA = "delta"
    ROLLBACK = "rollback"

    @property
    def partial(self) -> bool:
        """Goes on from what a full run has loaded."""
        return self in (RunKind.REPLAY, RunKind.DELTA)

    @property
    def whole(self) -> bool:
        """After it everything that is planned was tried."""
        return self is RunKind.FULL or self.partial


class BatchState(StrEnum):
    """What the local journal knows of a batch; the ledger in the target decides."""

    PLANNED = "planned"
    SENDING = "sending"
    UNKNOWN = "unknown"
    DONE = "done"


@dataclass(frozen=True)
class TargetMatch:
    """How records that others put into the target are recognised as the records of `entity`.

    `fields` are mapped fields that name a record together (a natural key or an external id); equal
    means what the target itself calls equal. `rules` matches by the entity's match settings
    instead, with their thresholds. Neither: records of others are not looked for.
    """

    entity: str
    fields: tuple[str, ...] = ()
    rules: bool = False


@dataclass(frozen=True)
class LoadSettings:
    """`batch_rows` rows travel in one transaction; `max_rejects` stops a run that goes wrong
    (0: never). `pilot_rows` is the size of the pilot per entity without parents. `matching` says
    how records that are in the target already are met; entities it does not name are not looked for
    (in the modes update and upsert: by their first unique key that is mapped). With
    `require_signature` the full run waits until every row of the mapping document is signed."""

    batch_rows: int = 10_000
    max_rejects: int = 0
    pilot_rows: int = 25
    pilot: PilotChoice = PilotChoice()
    mode: WriteMode = WriteMode.INSERT
    require_pilot: bool = True
    require_signature: bool = False
    matching: tuple[TargetMatch, ...] = ()


@dataclass(frozen=True)
class PilotApproval:
    """A person looked at the pilot `run` and let exactly this plan and these data pass."""

    run: int
    fingerprint: str
    by: str
    at: str
    note: str = ""
