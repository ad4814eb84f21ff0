"""What a delta run would do, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.model.text import Text


@dataclass(frozen=True)
class DeltaOffer:
    """Whether the data were read anew since the last whole run; `why` says what bars loading only
    what changed (empty: nothing)."""

    newer: bool
    why: Text = Text("", "")


@dataclass(frozen=True)
class DeltaLine:
    """Records of one entity: new, changed and same beside what was loaded; regrouped ones were
    loaded under the key of another row (not sent); held ones are in the target and now in
    quarantine or merged; vanished ones are in the target and no more in the sources."""

    entity: str
    label: Text
    new: int
    changed: int
    same: int
    regrouped: int
    held: int
    vanished: int


@dataclass(frozen=True)
class DeltaView:
    """The comparison. `refused` and `waiting` records would not arrive; `problems` stand in the
    way."""

    lines: tuple[DeltaLine, ...]
    refused: int
    waiting: int
    problems: tuple[Text, ...]


@dataclass(frozen=True)
class DeltaRecord:
    """One record: its source key, and its id in the target ("" where it has none yet)."""

    key: str
    target_id: str
