"""What the Validate step shows: issues by rule and cause, ways to repair them, waivers, checks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from migrator.model.checking import CheckRule, Waiver
from migrator.model.recipe import RecipeStep
from migrator.model.text import Text

Value = str | None


class Remedy(StrEnum):
    """The one action that repairs a group of issues."""

    FIX = "fix"  # a recipe step
    MAP = "map"  # a field that nothing is mapped to: the Map step
    PARENT = "parent"  # the parent record must be repaired
    MATCH = "match"  # two records that may be one: the Duplicates step


@dataclass(frozen=True)
class Cause:
    """The issues of a group that have the same detail."""

    detail: str
    told: Text
    issues: int
    rows: int


@dataclass(frozen=True)
class IssueGroup:
    """Issues with one entity, field, rule and severity. `title` says what is wrong in a few words,
    without a value; `rows` counts records. `waived`: the issues are warnings because somebody
    accepted them."""

    entity: str
    entity_label: Text
    field: str
    field_label: Text
    code: str
    severity: str
    title: Text
    issues: int
    rows: int
    remedy: Remedy
    causes: tuple[Cause, ...] = ()
    waived: bool = False
    demanded: bool = False  # by the target itself: it would refuse such a record
    parent: str = ""  # the entity that the field points to


@dataclass(frozen=True)
class EntityTotals:
    """Where the golden records of an entity stand. `errors` and `warnings` count issues."""

    entity: str
    label: Text
    golden: int
    ready: int
    held: int
    errors: int
    warnings: int


@dataclass(frozen=True)
class WaiverLine:
    """An issue that somebody accepted. `key` names the record when it is for one; `lifts` counts
    the issues that are warnings by it now."""

    waiver: Waiver
    entity_label: Text
    field_label: Text
    title: Text
    lifts: int
    key: str = ""


@dataclass(frozen=True)
class RuleLine:
    """A check that a person added. `number` counts the rules of the entity from 0; `found` counts
    the records that fail it (None: it was not run yet)."""

    entity: str
    number: int
    rule: CheckRule
    entity_label: Text
    title: Text
    fields: tuple[Text, ...] = ()
    found: int | None = None


@dataclass(frozen=True)
class Validation:
    """Everything that the step shows beside the rows."""

    totals: tuple[EntityTotals, ...]
    groups: tuple[IssueGroup, ...]
    waivers: tuple[WaiverLine, ...] = ()
    rules: tuple[RuleLine, ...] = ()

    @property
    def ready(self) -> int:
        return sum(one.ready for one in self.totals)

    @property
    def held(self) -> int:
        return sum(one.held for one in self.totals)

    @property
    def errors(self) -> int:
        return sum(one.errors for one in self.totals)

    @property
    def warnings(self) -> int:
        return sum(one.warnings for one in self.totals)


@dataclass(frozen=True)
class TrialLine:
    """One distinct value before and after a step. `ok`: no check complains any more."""

    before: Value
    after: Value
    rows: int
    ok: bool
    problem: Text = Text("", "")


@dataclass(frozen=True)
class Trial:
    """What a step would do to the records that have an issue. `repaired` counts the records whose
    value passes every check of the field afterwards; `emptied` those that lose their value;
    `others` the records without the issue that the step would change or complain of; `complete`
    is False when there were too many distinct values to try all."""

    lines: tuple[TrialLine, ...] = ()
    rows: int = 0
    repaired: int = 0
    emptied: int = 0
    others: int = 0
    complete: bool = True
    problem: Text | None = None


@dataclass(frozen=True)
class Suggestion:
    """A way to repair a group: a recipe step, what it is called, and what it would do. `asks`: it
    does nothing until the person fills something in."""

    title: Text
    step: RecipeStep
    trial: Trial
    asks: bool = False


@dataclass(frozen=True)
class CellValue:
    """The value of one field of a record, for correcting it. `same` counts the other records with
    the same value and the same issue; `choices` are the allowed values, (value, label)."""

    entity: str
    gid: int
    key: str
    field: str
    field_label: Text
    value: Value
    same: int = 0
    problems: tuple[tuple[str, str], ...] = ()  # (code, detail) of the issues of the cell
    choices: tuple[tuple[str, Text], ...] = ()


@dataclass(frozen=True)
class RuleTrial:
    """What a check would find if it ran now: records, and some of them (key, value)."""

    rows: int
    examples: tuple[tuple[str, Value], ...] = ()
    problem: Text | None = None
