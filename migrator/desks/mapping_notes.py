"""What people write beside the rows of a mapping document, as pure functions: a plan in, a plan
out. Nothing here changes a value."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from migrator.desks.mapping_edits import annotate
from migrator.desks.mapping_find import feed_of, row_of
from migrator.errors import PlanError
from migrator.model.mapping import Collision, Comment, RowStatus
from migrator.model.plan import Plan
from migrator.model.text import Text

Cell = tuple[str, str, str]  # target field, what, value
MOST_LETTERS = 2_000  # of one comment
_CHOICES: Mapping[str, type[StrEnum]] = {"status": RowStatus, "collision": Collision}
_WRITTEN = frozenset({"owner", "note"})


def comment(plan: Plan, feed_id: str, targets: Collection[str], one: Comment) -> Plan:
    """The comment at the end of what was said about each of the rows. PlanError for an empty one,
    or one too long to be read."""
    feed = feed_of(plan, feed_id)
    words = one.text.strip()
    if not words:
        raise PlanError(
            Text("The comment is empty.", "دیدگاه خالی است."),
            hint=Text("Write something first.", "نخست چیزی بنویسید."),
        )
    if len(words) > MOST_LETTERS:
        raise PlanError(
            Text(
                f"The comment is longer than {MOST_LETTERS} letters.",
                f"دیدگاه از {MOST_LETTERS} نویسه بلندتر است.",
            ),
            hint=Text("Say it shorter.", "کوتاه‌ترش کنید."),
        )
    for target in targets:
        row = row_of(feed, target)
        said = (*row.comments, replace(one, text=words))
        plan = annotate(plan, feed_id, [target], comments=said)
    return plan


def write(plan: Plan, feed_id: str, cells: Sequence[Cell]) -> Plan:
    """Many cells at once, as when a block comes from a spreadsheet: status, collision, owner or
    note of rows. PlanError for a word that cannot stand there; nothing is written then."""
    for target, what, value in cells:
        plan = annotate(plan, feed_id, [target], **{what: _value(what, value)})
    return plan


def _value(what: str, value: str) -> str | StrEnum:
    if what in _WRITTEN:
        return value.strip()
    choices = _CHOICES.get(what)
    if choices is None:
        raise PlanError(
            Text(f"{what!r} cannot be written here.", f"{what!r} را نمی‌توان این‌جا نوشت.")
        )
    if value not in set(choices):
        known = ", ".join(choices)
        raise PlanError(
            Text(f"{value!r} is no {what}: {known}.", f"{value!r} این‌جا معنا ندارد: {known}."),
            hint=Text("Choose one of the list.", "یکی از فهرست را برگزینید."),
        )
    return choices(value)


def marks(plan: Plan) -> dict[str, str]:
    """What tells feeds apart that have the same table name and the same entity, by feed id: the
    source, or the first column that only this one of them reads, or its number."""
    found: dict[str, str] = {}
    for twins in _groups(plan, lambda place: place[1:]):
        if len({plan_feed[0] for plan_feed in twins.values()}) > 1:
            found |= {feed: place[0] for feed, place in twins.items()}
    for twins in _groups(plan, lambda place: place):
        for name in twins:
            own = _own_column(plan, name, twins)
            found[name] = " · ".join(part for part in (found.get(name, ""), own) if part)
    return found


Place = tuple[str, str, str]  # source, table, entity


def _groups(plan: Plan, by: Callable[[Place], object]) -> list[dict[str, Place]]:
    groups: dict[object, dict[str, Place]] = {}
    for feed in plan.feeds:
        place = (feed.source, feed.table, feed.entity)
        groups.setdefault(by(place), {})[feed.id] = place
    return [group for group in groups.values() if len(group) > 1]


def _own_column(plan: Plan, feed_id: str, twins: Collection[str]) -> str:
    read = {f.id: [name for row in f.fields for name in row.sources] for f in plan.feeds}
    others = {name for twin in twins if twin != feed_id for name in read[twin]}
    number = next(f.no for f in plan.feeds if f.id == feed_id)
    return next((name for name in read[feed_id] if name not in others), str(number))
