"""What came back in copies of the mapping workbook, for people to accept or reject."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.model.mapping_change import MappingChange
from migrator.model.text import Text


@dataclass(frozen=True)
class CopyFacts:
    """A workbook that came back: its file name, who saved it last ("" where it does not say), when
    it was exported (ISO, UTC), the fingerprint of the document that it was made from, and whether
    that is still the document of the project."""

    file: str
    who: str
    exported: str
    fingerprint: str
    current: bool


@dataclass(frozen=True)
class CellEdit:
    """One cell that somebody changed. `id` is the same whenever the same change is read again;
    `value` is what the plan would get (column names, or one text, or nothing); `place`, `old` and
    `new` are for people. `files` and `cells` (`Sheet!C12`) tell where it stands, one of each for
    every copy that says the same."""

    id: str
    change: MappingChange
    value: tuple[str, ...]
    place: Text
    old: Text
    new: Text
    files: tuple[str, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Clash:
    """A cell that cannot be taken without choosing: copies say different things, or the plan was
    changed since the export (`plan_moved`). `base` stood there at the export, `now` in the plan."""

    place: Text
    base: Text
    now: Text
    edits: tuple[CellEdit, ...]
    plan_moved: bool


@dataclass(frozen=True)
class Refusal:
    """Something that cannot be taken at all: the copy, the cell, and why."""

    file: str
    cell: str
    words: Text


@dataclass(frozen=True)
class ImportReview:
    """All that came back. While something is refused nothing can be taken."""

    copies: tuple[CopyFacts, ...] = ()
    edits: tuple[CellEdit, ...] = ()
    clashes: tuple[Clash, ...] = ()
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True)
class Exported:
    """A document that was written: the file, its size in bytes, the document's fingerprint."""

    path: str
    size: int
    fingerprint: str
