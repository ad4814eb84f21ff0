"""What the step "Target" shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from migrator.model.text import Text


class TargetKind(StrEnum):
    """What a target is, for people."""

    NONE = "none"
    SQLITE = "sqlite"
    DATABASE = "database"
    FOLDER = "folder"


@dataclass(frozen=True)
class TargetGlance:
    """What is known of the plan's target without reaching for it.

    `place` is how people call it. `exists` tells whether a file or folder is there (None: only a
    test can tell). `trouble` is one sentence when something is wrong at first sight. `has_password`
    says that a password is kept, `kept_for_good` that it outlives the program. `loaded` tells that
    rows of this project were loaded into it.
    """

    kind: TargetKind
    place: str = ""
    exists: bool | None = None
    has_password: bool = False
    kept_for_good: bool = True
    loaded: bool = False
    trouble: Text = Text("", "")


@dataclass(frozen=True)
class LostField:
    """A mapped field that the other schema does not have, with the source columns it is made
    from (`table.column`)."""

    entity: str
    field: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Fit:
    """What another schema does to the plan: `kept` mapped fields stay, `lost` vanish. `dropped`
    counts what goes with them, by a phrase for people."""

    kept: int = 0
    lost: tuple[LostField, ...] = ()
    dropped: tuple[tuple[Text, int], ...] = ()


@dataclass(frozen=True)
class SchemaChange:
    """What a schema that was read again does otherwise (`field` is "" for a whole entity). `kind`
    is removed, shortened, retyped, required, picklist, added, lengthened, optional or
    picklist_longer; `blocking` when a mapped row is touched and a person has to decide."""

    entity: str
    field: str
    kind: str
    told: Text
    blocking: bool


@dataclass(frozen=True)
class Prospect:
    """What choosing a target would mean. `entities` and `fields` count its schema; `create` that
    Kooch makes the bundled schema there when rows are first loaded; `notes` are the engine's
    sentences on what stands there already; `leaves_rows` that rows of this project lie in the
    present target and stay there; `changes` what the same target's schema does otherwise than when
    it was read last: then the mapping stays whole."""

    place: str
    entities: int
    fields: int
    create: bool
    fit: Fit
    notes: tuple[Text, ...] = ()
    leaves_rows: bool = False
    changes: tuple[SchemaChange, ...] = ()


@dataclass(frozen=True)
class Health:
    """The target was reached. `made` is False while the pilot has still to make its tables;
    `tables` counts those of the plan that are there; `problems` stand in the way of a load."""

    place: str
    made: bool
    tables: int
    problems: tuple[Text, ...] = ()
