"""What the rejects workbench shows: causes with their states, records, corrections that came."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.model.text import Text


@dataclass(frozen=True)
class CauseLine:
    """Records of one entity that are not in the target, by cause. `kind`: quarantine, reject, or
    pending (the load kept them back);
    `told` says it in plain words, `words` are the target's own ("" where they say no more).
    `rows = new + recurring`; with `accepted_by` all of them may stay behind. `fixable`: a recipe
    step could mend them all (the field is known and mapped)."""

    id: str
    entity: str
    label: Text
    kind: str
    field: str
    field_label: Text
    code: str
    told: Text
    words: str
    rows: int
    example: str
    new: int
    recurring: int
    accepted_by: str = ""
    accepted_at: str = ""
    reason: str = ""
    fixable: bool = False

    @property
    def state(self) -> str:
        """new, recurring or accepted."""
        if self.accepted_by:
            return "accepted"
        return "recurring" if self.recurring else "new"


@dataclass(frozen=True)
class FixedLine:
    """Records that had a cause after an earlier run and have it no more; some of their keys."""

    id: str
    entity: str
    label: Text
    told: Text
    rows: int
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Workbench:
    """Every cause, most records first, and what was mended. `refused` records the target refused;
    `replayable`: they can be sent again now, `why` says what bars it."""

    causes: tuple[CauseLine, ...]
    fixed: tuple[FixedLine, ...]
    refused: int
    replayable: bool
    why: Text = Text("", "")

    @property
    def open(self) -> int:
        """Records that nobody has accepted."""
        return sum(one.rows for one in self.causes if not one.accepted_by)


@dataclass(frozen=True)
class RejectRecord:
    """One record of a cause: its values by field, what the cause names, the target's words, its
    state (new or recurring)."""

    gid: int
    key: str
    values: tuple[str | None, ...]
    detail: Text
    state: str


@dataclass(frozen=True)
class RejectPage:
    """Some records of a cause, and how many there are; `fields` are (name, label) of the values,
    the field of the cause first."""

    fields: tuple[tuple[str, Text], ...]
    records: tuple[RejectRecord, ...]
    total: int


@dataclass(frozen=True)
class Corrected:
    """One corrected value that came back in a workbook."""

    id: str
    entity: str
    label: Text
    key: str
    field: str
    field_label: Text
    old: str
    new: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class RefusedCell:
    """A cell that cannot be taken, and why."""

    cell: str
    told: Text


@dataclass(frozen=True)
class CorrectionReview:
    """What a workbook that came back says. Nothing is taken yet."""

    who: str
    changes: tuple[Corrected, ...]
    refusals: tuple[RefusedCell, ...]
