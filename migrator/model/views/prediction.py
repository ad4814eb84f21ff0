"""What a run would do, seen by people; and how right that was."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.model.text import Text


@dataclass(frozen=True)
class Effect:
    """How many values of a field would be changed or kept in records that the target has."""

    entity: str
    label: Text
    field: str
    field_label: Text
    overwrite: int = 0
    clear: int = 0
    fill: int = 0
    append: int = 0
    keep: int = 0


@dataclass(frozen=True)
class Ahead:
    """Records that would not arrive, by cause. `kind`: reject or wait."""

    entity: str
    label: Text
    kind: str
    field_label: Text
    code: str
    told: Text
    rows: int


@dataclass(frozen=True)
class AheadLine:
    """A record of the prediction. `told` says why it would not arrive; `held`, `mapped` and
    `result` are the value in the target, the mapped one and the one afterwards."""

    gid: int
    key: str
    target_id: str
    told: Text
    held: str | None = None
    mapped: str | None = None
    result: str | None = None


@dataclass(frozen=True)
class AheadPage:
    """Some records of the prediction, and how many there are in all."""

    lines: tuple[AheadLine, ...]
    total: int


@dataclass(frozen=True)
class Scored:
    """Records of one entity of which the same was foretold and the same done; both are create,
    update, skip, reject or wait."""

    entity: str
    label: Text
    predicted: str
    done: str
    rows: int


@dataclass(frozen=True)
class Misjudged:
    """A record of which something else was foretold than was done."""

    entity: str
    key: str
    predicted: str
    done: str
    reason: str


@dataclass(frozen=True)
class Score:
    """How right a dry run was. `wrong` lists the first misjudged records."""

    at: str
    lines: tuple[Scored, ...]
    wrong: tuple[Misjudged, ...]

    @property
    def total(self) -> int:
        return sum(line.rows for line in self.lines)

    @property
    def right(self) -> int:
        return sum(line.rows for line in self.lines if line.predicted == line.done)


@dataclass(frozen=True)
class Recognition:
    """How records of an entity that are in the target already are recognised: by `fields`, by the
    duplicates `rules`, or (neither) not at all. `allowed` are the fields to choose from, with their
    labels; `keys` those that the target itself calls unique; `can_rules`: there are rules."""

    entity: str
    label: Text
    fields: tuple[str, ...]
    rules: bool
    allowed: tuple[tuple[str, Text], ...]
    keys: tuple[tuple[str, ...], ...]
    can_rules: bool
