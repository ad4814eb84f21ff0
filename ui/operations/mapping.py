"""What the mapping page asks and does."""

from __future__ import annotations

from collections.abc import Sequence

from migrator.model.mapping import Collision, Filter, Lookup, RowStatus, Step
from ui.job import Job
from ui.session import Session


def overview(*, session: Session) -> Job:
    """The document in numbers: Overview."""
    return session.query("mapping.overview")


def sheet(*, session: Session, feed: str) -> Job:
    """One feed with both its sides: FeedSheet."""
    return session.query("mapping.sheet", feed=feed)


def preview(
    *,
    session: Session,
    feed: str,
    target: str,
    limit: int = 8,
    steps: Sequence[Step] | None = None,
) -> Job:
    """Values before and after, through `steps` where given: Preview."""
    tried = None if steps is None else tuple(steps)
    return session.query("mapping.preview", feed=feed, target=target, limit=limit, steps=tried)


def record(*, session: Session, feed: str, row: int = 0, key: str = "", after: bool = True) -> Job:
    """One row through all fields, from a place on (or before it) or by its key: RecordPreview."""
    return session.query("mapping.record", feed=feed, row=row, key=key, after=after)


def values(*, session: Session, feed: str, target: str) -> Job:
    """The values that reach a value map: ValueSheet."""
    return session.query("mapping.values", feed=feed, target=target)


def filter_effect(*, session: Session, feed: str, expression: str) -> Job:
    """What a filter would leave out: FilterEffect."""
    return session.query("mapping.filter_effect", feed=feed, expression=expression)


def document(*, session: Session) -> Job:
    """The mapping document as text."""
    return session.query("mapping.document")


def take_document(*, session: Session, text: str) -> Job:
    """Put another mapping document in place."""
    return session.edit("mapping.take_document", text=text)


def suggest(*, session: Session, feed: str = "") -> Job:
    """Propose rows for one feed ("" for every table)."""
    return session.run("mapping.suggest", feed=feed)


def accept(*, session: Session, feed: str, at_least: float) -> Job:
    """Agree to suggestions of at least this confidence."""
    return session.edit("mapping.accept", feed=feed, at_least=at_least)


def add_feed(*, session: Session, source: str, table: str, entity: str) -> Job:
    """Let a table feed an entity."""
    return session.edit("mapping.add_feed", source=source, table=table, entity=entity)


def remove_feed(*, session: Session, feed: str) -> Job:
    """Take a feed away."""
    return session.edit("mapping.remove_feed", feed=feed)


def set_key(*, session: Session, feed: str, columns: Sequence[str]) -> Job:
    """Choose the key columns of a feed."""
    return session.edit("mapping.set_key", feed=feed, columns=tuple(columns))


def set_one_per_key(*, session: Session, feed: str, on: bool) -> Job:
    """Choose whether rows with the same key are one record."""
    return session.edit("mapping.set_one_per_key", feed=feed, on=on)


def set_filters(*, session: Session, feed: str, filters: Sequence[Filter]) -> Job:
    """Choose the rows that are left out."""
    return session.edit("mapping.set_filters", feed=feed, filters=tuple(filters))


def leave_out(*, session: Session, feed: str, columns: Sequence[str], reason: str) -> Job:
    """Leave columns out with a reason."""
    return session.edit("mapping.leave_out", feed=feed, columns=tuple(columns), reason=reason)


def take_back(*, session: Session, feed: str, columns: Sequence[str]) -> Job:
    """Open columns again that were left out."""
    return session.edit("mapping.take_back", feed=feed, columns=tuple(columns))


def map_columns(*, session: Session, feed: str, target: str, columns: Sequence[str]) -> Job:
    """Let columns fill a field."""
    return session.edit("mapping.map_columns", feed=feed, target=target, columns=tuple(columns))


def unmap(*, session: Session, feed: str, targets: Sequence[str]) -> Job:
    """Let nothing fill these fields."""
    return session.edit("mapping.unmap", feed=feed, targets=tuple(targets))


def set_constant(*, session: Session, feed: str, target: str, value: str) -> Job:
    """Give every row the same value."""
    return session.edit("mapping.set_constant", feed=feed, target=target, value=value)


def number(*, session: Session, feed: str, target: str, prefix: str) -> Job:
    """Number the records of a feed: C-00001, C-00002 ..."""
    return session.edit("mapping.number", feed=feed, target=target, prefix=prefix)


def columns_to_rows(*, session: Session, feed: str, target: str, columns: Sequence[str]) -> Job:
    """Make a record of each column: a feed per column."""
    return session.edit("mapping.columns_to_rows", feed=feed, target=target, columns=tuple(columns))


def set_default(*, session: Session, feed: str, target: str, value: str) -> Job:
    """Give empty fields a value."""
    return session.edit("mapping.set_default", feed=feed, target=target, value=value)


def set_lookup(*, session: Session, feed: str, target: str, lookup: Lookup | None) -> Job:
    """Choose which record a field points to."""
    return session.edit("mapping.set_lookup", feed=feed, target=target, lookup=lookup)


def set_steps(*, session: Session, feed: str, target: str, steps: Sequence[Step]) -> Job:
    """Put the transforms of a row in place."""
    return session.edit("mapping.set_steps", feed=feed, target=target, steps=tuple(steps))


def set_value_map(
    *,
    session: Session,
    feed: str,
    target: str,
    values: dict[str, str],
    default: tuple[str, str],
) -> Job:
    """Say what each legacy value becomes."""
    how, value = default
    return session.edit(
        "mapping.set_value_map",
        feed=feed,
        target=target,
        values=values,
        default=how,
        default_value=value,
    )


def set_status(*, session: Session, feed: str, targets: Sequence[str], status: RowStatus) -> Job:
    """Say how far people have got."""
    return session.edit("mapping.set_status", feed=feed, targets=tuple(targets), status=status)


def set_owner(*, session: Session, feed: str, targets: Sequence[str], owner: str) -> Job:
    """Say who answers for rows."""
    return session.edit("mapping.set_owner", feed=feed, targets=tuple(targets), owner=owner)


def set_collision(
    *, session: Session, feed: str, targets: Sequence[str], collision: Collision
) -> Job:
    """Say what mapped values do to those that the target has already."""
    return session.edit(
        "mapping.set_collision", feed=feed, targets=tuple(targets), collision=collision
    )


def comment(*, session: Session, feed: str, targets: Sequence[str], text: str) -> Job:
    """Say something about rows."""
    return session.edit("mapping.comment", feed=feed, targets=tuple(targets), text=text)


def write(*, session: Session, feed: str, cells: Sequence[tuple[str, str, str]]) -> Job:
    """Write many cells at once: (target field, status|collision|owner|note, value)."""
    return session.edit("mapping.write", feed=feed, cells=tuple(cells))


def set_note(*, session: Session, feed: str, target: str, note: str) -> Job:
    """Write a note to a row."""
    return session.edit("mapping.set_note", feed=feed, target=target, note=note)
