"""Ways to repair a group of issues, each a recipe step, tried on the real values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from migrator.advice.picklists import value_map
from migrator.desks.cleaning_edits import field_label
from migrator.desks.validation_trial import KNOWERS, READERS, Group, trial, values_of
from migrator.model.dormant import mapped_fields
from migrator.model.mapping import OnError, Step
from migrator.model.plan import Plan
from migrator.model.recipe import RecipeStep
from migrator.model.relations import lookups
from migrator.model.schema import Field, FieldType
from migrator.model.text import Text
from migrator.model.views.validation import Suggestion, Trial
from migrator.store.staging import Staging

TRIED = 1_000  # distinct values that every suggestion is tried on
LISTED = 300  # entries of a proposed value map
OTHERS = 3  # fields that an empty one could be filled from
_TYPED = {"bad_date", "wrong_type", "bad_number", "bad_boolean", "transform_failed"}
_READ_AGAIN = Text("Read it again in its usual form", "خواندن دوباره به شکل معمول")
_SHORT_YEARS = Text("Accept years of two digits", "پذیرش سال دورقمی")
_SHORT_JALALI = Text("Read as Jalali, years of two digits", "خواندن به‌صورت شمسی با سال دورقمی")
_EACH = Text("Replace the values one by one", "جایگزینی یک‌به‌یک مقدارها")
_EMPTY_THESE = Text("Empty these values", "خالی کردن همین مقدارها")
_FIXED = Text("Fill with one value", "پر کردن با یک مقدار")
_CUT = Text("Cut to the length of the field", "بریدن به اندازه‌ی فیلد")
_ROUND = Text("Round to the digits of the field", "گرد کردن به رقم‌های فیلد")
_CLEAN = Text("Remove invisible characters", "حذف نویسه‌های نامرئی")
_PICK = Text("Translate to the allowed values", "برگرداندن به مقدارهای مجاز")
_PATTERN = Text("Replace by a pattern", "جایگزینی با الگو")


@dataclass(frozen=True)
class _Way:
    """One idea, before it is tried. An `exact` one becomes a map of the values that it repairs:
    the transform itself would complain of the good values, or read them in its own way."""

    title: Text
    step: Step
    reads: tuple[str, ...] = ()
    asks: bool = False
    exact: bool = False


def suggestions(staging: Staging, plan: Plan, group: Group) -> tuple[Suggestion, ...]:
    """Ways to repair the group: those that keep most values and repair most records first, those
    that ask for something last. A way that repairs nothing, and asks nothing, is left out."""
    found = []
    for way in _ways(staging, plan, group):
        reads = way.reads or (group.field,)
        step = RecipeStep("", reads, group.field, way.step)
        tried = trial(staging, plan, group, step, TRIED)
        if way.exact and tried.repaired:
            lines = {line.before or "": line.after or "" for line in tried.lines if line.ok}
            step = RecipeStep("", reads, group.field, _map(lines))
            tried = trial(staging, plan, group, step, TRIED)
        if way.asks or tried.repaired:
            found.append(Suggestion(way.title, step, tried, way.asks))
    return tuple(sorted(found, key=lambda s: (s.asks, *_worth(s.trial))))


def _worth(trial: Trial) -> tuple[int, int]:
    """Sorts the better first: a value that is repaired is worth more than one that is emptied."""
    return trial.emptied - trial.repaired, -trial.repaired


def _ways(staging: Staging, plan: Plan, group: Group) -> Iterator[_Way]:
    field = next(f for f in plan.target.schema.entity(group.entity).fields if f.name == group.field)
    if group.code == "required":
        yield from _fillings(plan, group, field)
        return
    if group.field not in lookups(plan, group.entity):
        yield from _readings(group, field)
        yield from _shapings(staging, group, field)
    values = [v for v in _values(staging, group) if v]
    if values:
        yield _Way(_EACH, _map({value: value for value in values}), asks=True)
        if not field.required:
            yield _Way(_EMPTY_THESE, _map(dict.fromkeys(values, "")))


def _values(staging: Staging, group: Group) -> list[str]:
    frame, _ = values_of(staging, group, (group.field,), LISTED)
    return frame[group.field].to_list()


def _map(entries: dict[str, str]) -> Step:
    options = {"map": entries, "default": "keep", "folded": False}
    return Step("value_map", options, OnError.KEEP)


def _fillings(plan: Plan, group: Group, field: Field) -> Iterator[_Way]:
    """An empty field, from another one or with a fixed value."""
    taken = lookups(plan, group.entity)
    schema = {f.name: f for f in plan.target.schema.entity(group.entity).fields}
    others = [
        name
        for name in mapped_fields(plan, group.entity)
        if name != group.field and name not in taken and schema[name].type == field.type
    ]
    near = sorted(others, key=lambda name: not _alike(schema[name], field))[:OTHERS]
    for name in near:
        label = field_label(plan, group.entity, name)
        title = Text(f"Take it from {label.en}", f"برداشتن از {label.fa}")
        step = Step("coalesce", {}, OnError.KEEP)
        yield _Way(title, step, (group.field, name))
    yield _Way(_FIXED, Step("constant", {"only_empty": True}, OnError.KEEP), asks=True)


def _alike(one: Field, other: Field) -> bool:
    """Fields that often hold each other's value: parts of a name, telephone numbers."""
    kinds = ("name", "phone", "mobile", "email", "date", "address")
    return any(k in one.meaning and k in other.meaning for k in kinds)


def _readings(group: Group, field: Field) -> Iterator[_Way]:
    """Transforms that know what a value of this kind looks like."""
    name = KNOWERS.get(group.code) or (READERS.get(field.type) if group.code in _TYPED else None)
    if name is None:
        return
    yield _Way(_READ_AGAIN, Step(name, {}, OnError.KEEP), exact=True)
    if field.type in {FieldType.DATE, FieldType.DATETIME}:
        short = {"order": "year_first", "short_years": True}
        yield _Way(_SHORT_JALALI, Step("jalali_to_gregorian", short, OnError.KEEP), exact=True)
        yield _Way(_SHORT_YEARS, Step("date", {"short_years": True}, OnError.KEEP), exact=True)


def _shapings(staging: Staging, group: Group, field: Field) -> Iterator[_Way]:
    if group.code == "too_long" and field.length:
        yield _Way(_CUT, Step("truncate", {"length": field.length, "how": "cut"}, OnError.KEEP))
    if group.code == "out_of_range" and field.scale is not None:
        yield _Way(_ROUND, Step("round", {"decimals": field.scale}, OnError.KEEP))
    if group.code == "bad_characters":
        yield _Way(_CLEAN, Step("trim", {}, OnError.KEEP))
    if group.code in {"not_in_picklist", "value_not_in_map"} and field.picklist:
        values = [v for v in _values(staging, group) if v]
        found = value_map(field.label or field.name, values, field)
        if found:
            yield _Way(_PICK, _map(found))
    if group.code == "pattern":
        yield _Way(_PATTERN, Step("regex_replace", {}, OnError.KEEP), asks=True)
