"""The parts of a mapping document, and what differs in it, as people say it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from migrator.model.mapping import Collision, Feed, FieldMapping, Lookup, OnError, RowStatus, Step
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.transforms import TRANSFORMS

if TYPE_CHECKING:
    from migrator.contract.diff import Difference

LONGEST = 60  # characters of an option's value in a sentence
_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")

STATUSES = {
    RowStatus.SUGGESTED: Text("suggested", "پیشنهادی"),
    RowStatus.DRAFT: Text("draft", "پیش‌نویس"),
    RowStatus.TO_DECIDE: Text("to decide", "نیازمند تصمیم"),
    RowStatus.AGREED: Text("agreed", "توافق‌شده"),
    RowStatus.SIGNED: Text("signed", "امضاشده"),
}
COLLISIONS = {
    Collision.OVERWRITE: Text("overwrite", "بازنویسی شود"),
    Collision.FILL: Text("fill if empty", "اگر خالی است پر شود"),
    Collision.KEEP: Text("keep", "همان بماند"),
    Collision.APPEND: Text("append", "افزوده شود"),
}
_ON_ERROR = {
    OnError.KEEP: Text("bad values stay", "مقدار نادرست بماند"),
    OnError.BLANK: Text("bad values become empty", "مقدار نادرست خالی شود"),
}
CELLS = {
    "row": Text("row", "ردیف"),
    "sources": Text("columns", "ستون‌ها"),
    "steps": Text("transforms", "تبدیل‌ها"),
    "default": Text("default", "مقدار پیش‌فرض"),
    "lookup": Text("lookup", "ارجاع"),
    "collision": Text("rule for existing values", "قاعده‌ی برخورد با مقدار موجود"),
    "status": Text("status", "وضعیت"),
    "owner": Text("owner", "مسئول"),
    "note": Text("note", "یادداشت"),
    "comment": Text("comment", "دیدگاه"),
    "value": Text("value map", "جدول مقدارها"),
    "left_out": Text("left-out column", "ستون کنارگذاشته"),
    "filter": Text("rows left out", "ردیف‌های کنارگذاشته"),
    "record_key": Text("record key", "کلید ردیف"),
    "feed": Text("feed", "نگاشت جدول"),
    "definition": Text("definition of the target field", "تعریف فیلد مقصد"),
}


def number(value: int) -> Text:
    """A number in both scripts."""
    return Text(f"{value}", f"{value}".translate(_DIGITS))


def listed(names: Sequence[str]) -> Text:
    """Names one after the other."""
    return Text(", ".join(names), "، ".join(names))


def feed(found: Feed, *, rows: bool = False) -> Text:
    """A feed by its table and entity, if asked with the number of its rows."""
    en, fa = f"{found.table} → {found.entity}", f"{found.table} ← {found.entity}"
    if found.one_per_key:
        en, fa = f"{en}, one record per key", f"{fa}، هر کلید یک رکورد"
    if rows:
        count = number(len(found.fields))
        en, fa = f"{en} ({count.en} fields)", f"{fa} ({count.fa} فیلد)"
    return Text(en, fa)


def row(found: FieldMapping) -> Text:
    """A whole row in one line."""
    through, to = steps(found.steps), lookup(found.lookup)
    given = listed(found.sources)
    parts = [(given, ""), (through, " → " if given.en else ""), (to, " → ")]
    en = "".join(between + told.en for told, between in parts if told.en)
    fa = "".join(between.replace("→", "←") + told.fa for told, between in parts if told.fa)
    return Text(en, fa)


def lookup(found: Lookup | None) -> Text:
    """What a lookup points to."""
    if found is None:
        return Text("", "")
    ways = [_way(one.entity, one.by, one.feed) for one in found.ways]
    en = "record of " + " or ".join(way.en for way in ways)
    fa = "رکورد " + " یا ".join(way.fa for way in ways)
    if found.type_field:
        en, fa = f"{en}, as {found.type_field} says", f"{fa}، به گفته‌ی {found.type_field}"
    return Text(en, fa)


def _way(entity: str, by: str, feed_id: str) -> Text:
    en, fa = entity, entity
    if by:
        en, fa = f"{en} by {by}", f"{fa} با {by}"
    if feed_id:
        en, fa = f"{en} from {feed_id}", f"{fa} از {feed_id}"
    return Text(en, fa)


def steps(found: Sequence[Step]) -> Text:
    """Transforms in order, each with the options that differ from the usual ones."""
    told = [step(one) for one in found]
    return Text(" > ".join(t.en for t in told), " > ".join(t.fa for t in told))


def step(one: Step) -> Text:
    """One transform with its options; an id that nobody knows is shown as it stands."""
    if one.transform not in TRANSFORMS:
        return Text.of(one.transform)
    known = TRANSFORMS.get(one.transform)
    options = {f.name: f for f in dataclasses.fields(known.options)}
    told = [
        _option(options[name], value)
        for name, value in one.options.items()
        if name in options and value != _usual(options[name])
    ]
    if one.on_error in _ON_ERROR:
        told.append(_ON_ERROR[one.on_error])
    if not told:
        return known.title
    en, fa = "; ".join(t.en for t in told), "؛ ".join(t.fa for t in told)
    return Text(f"{known.title.en} ({en})", f"{known.title.fa} ({fa})")


def _usual(option: dataclasses.Field[Any]) -> Any:
    if option.default_factory is not dataclasses.MISSING:
        return option.default_factory()
    return option.default


def _option(option: dataclasses.Field[Any], value: Any) -> Text:
    title = option.metadata.get("title") or Text.of(option.name)
    shown = _value(value, dict(option.metadata.get("choices") or ()))
    return Text(f"{title.en}: {shown.en}", f"{title.fa}: {shown.fa}")


def _value(value: Any, choices: dict[Any, Text]) -> Text:
    if isinstance(value, bool):
        return Text("yes", "بله") if value else Text("no", "خیر")
    if isinstance(value, str) and value in choices:
        return choices[value]
    if isinstance(value, dict):
        value = ", ".join(f"{k} = {v}" for k, v in value.items())
    elif isinstance(value, (list, tuple)):
        value = ", ".join(map(str, value))
    shown = str(value)
    return Text.of(shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…")


# -- what differs, as sentences


def where(plan: Plan, entity: str, target: str) -> Text:
    """A field of an entity by their labels; the entity alone where no field is meant."""
    schema = plan.target.schema
    if not schema.has(entity):
        return Text.of(f"{entity}.{target}" if target else entity)
    found = schema.entity(entity)
    name = Text(found.label or entity, found.label_fa or found.label or entity)
    if not target:
        return name
    field = next((f for f in found.fields if f.name == target), None)
    en = (field.label if field else "") or target
    fa = (field.label_fa if field else "") or en
    return Text(f"{name.en}: {en}", f"{name.fa}: {fa}")


def where_in(plan: Plan, feed_id: str, entity: str, target: str) -> Text:
    """`where`, with the table named when several feeds fill the entity."""
    at = where(plan, entity, target)
    feeds = plan.feeds_of(entity)
    table = next((one.table for one in feeds if one.id == feed_id), "")
    if len(feeds) < 2 or not table:
        return at
    return Text(f"{at.en} ({table})", f"{at.fa} ({table})")


def sentence(plan: Plan, one: Difference) -> Text:
    """A difference in one sentence."""
    at, place = where_in(plan, one.feed, one.entity, one.place.target), one.place
    if place.what == "feed" and not one.old.en:
        return Text(f"{at.en}: {one.new.en} was added.", f"{at.fa}: «{one.new.fa}» افزوده شد.")
    if place.what == "feed" and not one.new.en:
        return Text(f"{at.en}: {one.old.en} was removed.", f"{at.fa}: «{one.old.fa}» حذف شد.")
    if place.what == "row":
        if one.new.en or not one.old.en:
            return Text(
                f"{at.en} is mapped now: {quoted(one.new).en}.",
                f"{at.fa} نگاشت شد: {quoted(one.new).fa}.",
            )
        return Text(
            f"{at.en} is mapped no more; it was {quoted(one.old).en}.",
            f"نگاشت {at.fa} برداشته شد؛ پیش‌تر {quoted(one.old).fa} بود.",
        )
    cell = CELLS.get(place.what, Text.of(place.what))
    if place.key and place.what != "comment":
        cell = Text(f"{cell.en} “{place.key}”", f"{cell.fa} «{place.key}»")
    return Text(
        f"{at.en}, {cell.en}: {quoted(one.old).en} became {quoted(one.new).en}.",
        f"{at.fa}، {cell.fa}: از {quoted(one.old).fa} به {quoted(one.new).fa} تغییر کرد.",
    )


def quoted(told: Text) -> Text:
    """The words between quotation marks; "nothing" where there are none."""
    return Text(
        f"“{told.en}”" if told.en else "nothing",
        f"«{told.fa}»" if told.fa else "هیچ",
    )
