"""Who signed which row, whether that still holds, and what was edited since."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from migrator.contract import cells, words
from migrator.contract.cells import Cell, Place
from migrator.contract.content import row_content, row_fingerprint
from migrator.errors import PlanError
from migrator.model.codec import from_data
from migrator.model.mapping import Feed, FieldMapping, RowStatus, Signature
from migrator.model.plan import Plan
from migrator.model.schema import FieldType
from migrator.model.text import Text

NOTHING = Text("", "")
SETTLED = frozenset({RowStatus.AGREED, RowStatus.SIGNED})


class Standing(StrEnum):
    """How the signature of a row stands."""

    UNSIGNED = "unsigned"
    SIGNED = "signed"
    REOPENED = "reopened"  # it was signed, and is not what it was


@dataclass(frozen=True)
class Edited:
    """A cell that differs from what was signed. `at` and `who` are "" where nobody knows."""

    what: str
    key: str
    old: Text
    new: Text
    who: str = ""
    at: str = ""


def standing(plan: Plan, feed: Feed, row: FieldMapping) -> Standing:
    """Worked out from the row as it is now: nothing has to be kept up to date."""
    if row.signature is None:
        return Standing.UNSIGNED
    holds = row.signature.fingerprint == row_fingerprint(plan, feed, row)
    return Standing.SIGNED if holds and row.status == RowStatus.SIGNED else Standing.REOPENED


def edits(
    plan: Plan, feed: Feed, row: FieldMapping, recalled: Mapping[str, Any]
) -> tuple[Edited, ...]:
    """What was edited in a row since it was signed. `recalled` holds what signed rows said, by
    fingerprint; a row that is not in it is told to be different without the cells."""
    if row.signature is None:
        return ()
    who = row.changed_by if row.changed_at >= row.signature.at else ""
    at = row.changed_at if who else ""
    before = recalled.get(row.signature.fingerprint)
    found = []
    if row.signature.fingerprint != row_fingerprint(plan, feed, row):
        if before is None:
            found.append(Edited("row", "", NOTHING, words.row(row)))
        else:
            found += _compared(before, row_content(plan, feed, row), words.feed(feed))
    if not found and row.status != RowStatus.SIGNED:
        signed, now = words.STATUSES[RowStatus.SIGNED], words.STATUSES[row.status]
        found.append(Edited("status", "", signed, now))
    return tuple(replace(one, who=who, at=at) if one.what in _OWN else one for one in found)


_OWN = cells.RUNNING | {"row", "status"}


def _compared(old: Mapping[str, Any], new: Mapping[str, Any], table: Text) -> Iterator[Edited]:
    before, after = _cells(old, NOTHING), _cells(new, table)
    for place in dict.fromkeys([*after, *before]):
        was, now = before.get(place), after.get(place)
        if was is None or now is None or was.data != now.data:
            told = was.told if was else NOTHING
            yield Edited(place.what, place.key, told, now.told if now else NOTHING)


def _cells(content: Mapping[str, Any], table: Text) -> cells.Cells:
    row = from_data(FieldMapping, content["row"])
    feed = content["feed"]
    found = cells.running(row)
    whole = (feed["table"], feed["entity"], feed["one_per_key"])
    found[Place("", "feed")] = Cell(whole, table)
    found[Place("", "record_key")] = Cell(feed["key"], words.listed(feed["key"]))
    for expression, reason in feed["filters"]:
        found[Place("", "filter", expression)] = Cell(reason, Text.of(reason))
    field = content["field"]
    found[Place("", "definition")] = Cell(field, definition_words(field))
    return found


TYPES = {
    FieldType.TEXT: Text("text", "متن"),
    FieldType.INTEGER: Text("whole number", "عدد صحیح"),
    FieldType.DECIMAL: Text("decimal number", "عدد اعشاری"),
    FieldType.FLOAT: Text("number", "عدد"),
    FieldType.BOOLEAN: Text("yes or no", "بله یا خیر"),
    FieldType.DATE: Text("date", "تاریخ"),
    FieldType.TIME: Text("time", "ساعت"),
    FieldType.DATETIME: Text("date and time", "تاریخ و ساعت"),
    FieldType.UUID: Text("UUID", "UUID"),
    FieldType.BINARY: Text("binary", "دودویی"),
}


def definition_words(field: Mapping[str, Any] | None) -> Text:
    """A field's definition in a few words; a field that is gone says so."""
    if field is None:
        return Text("there is no such field", "چنین فیلدی نیست")
    told = [TYPES[FieldType(field["type"])]]
    if field["length"]:
        size = words.number(field["length"])
        told.append(Text(f"up to {size.en} characters", f"تا {size.fa} نویسه"))
    if field["precision"]:
        size = words.number(field["precision"])
        told.append(Text(f"{size.en} digits", f"{size.fa} رقم"))
    if field["required"]:
        told.append(Text("required", "الزامی"))
    if field["parent"]:
        told.append(Text(f"points to {field['parent']}", f"ارجاع به {field['parent']}"))
    if field["picklist"]:
        some = words.listed(field["picklist"][:6])
        dots = "…" if len(field["picklist"]) > 6 else ""
        told.append(Text(f"one of: {some.en}{dots}", f"یکی از: {some.fa}{dots}"))
    return Text(", ".join(t.en for t in told), "، ".join(t.fa for t in told))


# -- signing


@dataclass(frozen=True)
class Mark:
    """Who signs, and when (ISO, UTC)."""

    by: str
    at: str


def contents(plan: Plan, chosen: Mapping[str, Collection[str]]) -> dict[str, Any]:
    """What the chosen rows (targets by feed id) say now, by fingerprint."""
    found = {}
    for feed in plan.feeds:
        for row in feed.fields:
            if row.target in chosen.get(feed.id, ()):
                found[row_fingerprint(plan, feed, row)] = row_content(plan, feed, row)
    return found


def sign(plan: Plan, chosen: Mapping[str, Collection[str]], mark: Mark) -> Plan:
    """The chosen rows signed as they stand; those that are signed already keep their signature.
    PlanError names rows that nobody has agreed to."""
    open_rows = [
        words.where(plan, feed.entity, row.target)
        for feed in plan.feeds
        for row in feed.fields
        if row.target in chosen.get(feed.id, ()) and not settled(row)
    ]
    if open_rows:
        raise _not_agreed(open_rows)

    def signed(feed: Feed, row: FieldMapping) -> FieldMapping:
        if row.target not in chosen.get(feed.id, ()):
            return row
        if standing(plan, feed, row) == Standing.SIGNED:
            return row
        signature = Signature(mark.by, mark.at, row_fingerprint(plan, feed, row))
        return replace(row, status=RowStatus.SIGNED, signature=signature)

    return _each(plan, signed)


def settled(row: FieldMapping) -> bool:
    """Whether people agreed to the row as it stands."""
    return row.status in SETTLED


def unsign(plan: Plan, chosen: Mapping[str, Collection[str]]) -> Plan:
    """The chosen rows without signature; what was signed is agreed again."""

    def bare(feed: Feed, row: FieldMapping) -> FieldMapping:
        if row.target not in chosen.get(feed.id, ()) or row.signature is None:
            return row
        status = RowStatus.AGREED if row.status == RowStatus.SIGNED else row.status
        return replace(row, status=status, signature=None)

    return _each(plan, bare)


def reopened(plan: Plan) -> Plan:
    """The plan in which no row says that it is signed when it is not: a row that was edited after
    signing is agreed, and keeps the signature that tells what it was."""

    def honest(feed: Feed, row: FieldMapping) -> FieldMapping:
        if row.status != RowStatus.SIGNED or standing(plan, feed, row) == Standing.SIGNED:
            return row
        return replace(row, status=RowStatus.AGREED)

    return _each(plan, honest)


def _each(plan: Plan, change: Any) -> Plan:
    feeds = tuple(
        replace(feed, fields=tuple(change(feed, row) for row in feed.fields)) for feed in plan.feeds
    )
    return plan if feeds == plan.feeds else replace(plan, feeds=feeds)


def _not_agreed(rows: list[Text]) -> PlanError:
    some, more = rows[:5], len(rows) - 5
    en, fa = ", ".join(t.en for t in some), "، ".join(t.fa for t in some)
    if more > 0:
        en, fa = f"{en} and {more} more", f"{fa} و {words.number(more).fa} مورد دیگر"
    return PlanError(
        Text(f"Nobody has agreed to: {en}.", f"درباره‌ی این‌ها هنوز توافق نشده است: {fa}."),
        hint=Text(
            "Set their status to agreed first, then sign.",
            "نخست وضعیتشان را «توافق‌شده» کنید و سپس امضا کنید.",
        ),
    )
