"""The mapping document as a contract: versions, differences, signatures, templates."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.model.text import Text


@dataclass(frozen=True)
class VersionLine:
    """A named version. `fingerprint` is the short one that people read; `current` says that the
    document says the same now."""

    no: int
    name: str
    who: str
    at: str
    note: str
    fingerprint: str
    rows: int
    current: bool = False


@dataclass(frozen=True)
class DiffLine:
    """A cell that differs between two states of the document, as a line of a table and as a
    sentence. `what` is that of `model.mapping_change.MappingChange`, `cell` its words."""

    feed: str
    entity: str
    target: str
    what: str
    key: str
    where: Text
    cell: Text
    old: Text
    new: Text
    sentence: Text


@dataclass(frozen=True)
class EditedCell:
    """A cell that was edited after signing; `who` and `at` are "" where nobody knows."""

    cell: Text
    old: Text
    new: Text
    who: str = ""
    at: str = ""


@dataclass(frozen=True)
class SignLine:
    """A row and its signature. `standing` is `signed`, `reopened` or `unsigned`; `status` the
    row's own; `by` and `at` tell the signature, valid or not; `edits` what was edited since."""

    feed: str
    entity: str
    target: str
    where: Text
    status: str
    standing: str
    by: str = ""
    at: str = ""
    edits: tuple[EditedCell, ...] = ()
    told: Text = Text("", "")


@dataclass(frozen=True)
class EntitySign:
    """An entity and how far its signing has got; `hindrances` say what keeps it from being signed
    as a whole."""

    entity: str
    label: Text
    rows: int
    signed: int
    reopened: int
    hindrances: tuple[Text, ...] = ()


@dataclass(frozen=True)
class SignSheet:
    """Every row of the document. `required` says that the full run waits for all signatures,
    `user` who works here, `people` whom the plan names."""

    lines: tuple[SignLine, ...]
    entities: tuple[EntitySign, ...]
    fingerprint: str
    required: bool = False
    user: str = ""
    people: tuple[str, ...] = ()

    @property
    def signed(self) -> int:
        """Rows whose signature holds."""
        return sum(line.standing == "signed" for line in self.lines)

    @property
    def reopened(self) -> int:
        """Rows that were edited after they were signed."""
        return sum(line.standing == "reopened" for line in self.lines)


@dataclass(frozen=True)
class TemplateLine:
    """A part of a template and what becomes of it here. `how` is `fits`, `nearly` (proposed) or
    `not`; `why` says it in words."""

    how: str
    table: str
    entity: str
    target: str
    told: Text
    why: Text = Text("", "")


@dataclass(frozen=True)
class TemplateFit:
    """What applying a template would do. `name` is the template's, `here` the line numbers that
    are kept as they are because people decided already."""

    name: str
    lines: tuple[TemplateLine, ...]
    kept: int = 0

    def count(self, how: str) -> int:
        """Lines of one kind."""
        return sum(line.how == how for line in self.lines)
