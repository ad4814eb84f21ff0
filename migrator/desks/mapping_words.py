"""What the edits of a mapping document are called in the history."""

from __future__ import annotations

from collections.abc import Sequence

from migrator.desks.mapping_find import feed_of
from migrator.desks.mapping_sheet import entity_label, field_label
from migrator.model.mapping import Collision
from migrator.model.plan import Plan
from migrator.model.text import Text

COLLISIONS = {
    Collision.OVERWRITE: Text("overwrite the target", "جای مقدار مقصد را بگیرد"),
    Collision.FILL: Text("fill if empty", "فقط جای خالی را پر کند"),
    Collision.KEEP: Text("keep the target's value", "مقدار مقصد بماند"),
    Collision.APPEND: Text("append to the target", "به مقدار مقصد افزوده شود"),
}
MOST = 3  # names in a label


def entity_words(plan: Plan, entity: str) -> Text:
    """What people call the entity; its name when it is not in the target."""
    schema = plan.target.schema
    return entity_label(schema.entity(entity)) if schema.has(entity) else Text.of(entity)


def of_feed(plan: Plan, feed_id: str, en: str, fa: str) -> Text:
    """A label with `{feed}` filled in as table and entity; PlanError for a feed that is gone."""
    feed = feed_of(plan, feed_id)
    entity = entity_words(plan, feed.entity)
    return Text(
        en.replace("{feed}", f"{feed.table} → {entity.en}"),
        fa.replace("{feed}", f"{feed.table} ← {entity.fa}"),
    )


def of_fields(plan: Plan, feed_id: str, targets: Sequence[str], en: str, fa: str) -> Text:
    """A label with `{field}` filled in; PlanError for a feed that is gone."""
    feed = feed_of(plan, feed_id)
    schema = plan.target.schema
    if schema.has(feed.entity):
        names = [field_label(schema.entity(feed.entity), target) for target in targets]
    else:
        names = [Text.of(target) for target in targets]
    more = len(names) - MOST
    listed_en = ", ".join(name.en for name in names[:MOST])
    listed_fa = "، ".join(name.fa for name in names[:MOST])
    if more > 0:
        listed_en, listed_fa = f"{listed_en} and {more} more", f"{listed_fa} و {more} فیلد دیگر"
    return Text(en.replace("{field}", listed_en), fa.replace("{field}", listed_fa))


def names(columns: Sequence[str]) -> Text:
    """Some column names in a label."""
    more = len(columns) - MOST
    en, fa = ", ".join(columns[:MOST]), "، ".join(columns[:MOST])
    if more > 0:
        return Text(f"{en} and {more} more", f"{fa} و {more} ستون دیگر")
    return Text(en, fa)
