"""What differs between two states of the mapping document, cell by cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from migrator.contract import cells, words
from migrator.contract.cells import Cells, Place
from migrator.model.mapping import Feed, FieldMapping
from migrator.model.mapping_change import MappingChange
from migrator.model.text import Text

NOTHING = Text("", "")


@dataclass(frozen=True)
class Difference:
    """One cell that differs, in every language; `feed` and `entity` as in MappingChange."""

    feed: str
    entity: str
    place: Place
    old: Text
    new: Text

    def change(self, language: str = "en") -> MappingChange:
        """The difference in one language."""
        return MappingChange(
            self.feed,
            self.entity,
            self.place.target,
            self.place.what,
            self.old.say(language),
            self.new.say(language),
            self.place.key,
        )


def differences(
    old_feeds: Sequence[Feed], new_feeds: Sequence[Feed], language: str = "en"
) -> tuple[MappingChange, ...]:
    """Every cell that differs, old values and new ones in the words of `language`."""
    return tuple(one.change(language) for one in differing(old_feeds, new_feeds))


def differing(old_feeds: Sequence[Feed], new_feeds: Sequence[Feed]) -> tuple[Difference, ...]:
    """Every cell that differs, in the order of the new document; what went comes last.

    Feeds are the same when their ids are; a feed of another id stands for one that is gone when
    table and entity are the same. A row that came or went is one difference, not one a cell.
    """
    pairs = _pairs(old_feeds, new_feeds)
    return tuple(one for old, new in pairs for one in _of_feed(old, new))


def _pairs(
    old_feeds: Sequence[Feed], new_feeds: Sequence[Feed]
) -> list[tuple[Feed | None, Feed | None]]:
    left = {feed.id: feed for feed in old_feeds}
    found: list[tuple[Feed | None, Feed | None]] = []
    waiting = {feed.id for feed in new_feeds} & left.keys()
    for feed in new_feeds:
        twin = left.pop(feed.id, None)
        if twin is None:
            alike = (f for f in left.values() if f.id not in waiting and _place(f) == _place(feed))
            twin = next(alike, None)
            if twin is not None:
                del left[twin.id]
        found.append((twin, feed))
    return found + [(feed, None) for feed in left.values()]


def _place(feed: Feed) -> tuple[str, str, str]:
    return feed.source, feed.table, feed.entity


def _of_feed(old: Feed | None, new: Feed | None) -> Iterator[Difference]:
    if old is None or new is None:
        feed = new or old
        assert feed is not None  # one of the two is there
        told = words.feed(feed, rows=True)
        yield Difference(
            feed.id,
            feed.entity,
            Place("", "feed"),
            NOTHING if old is None else told,
            NOTHING if new is None else told,
        )
        return
    yield from _of_cells(new, cells.of_feed(old), cells.of_feed(new))
    before = _numbered(old)
    for place, row in _numbered(new).items():
        twin = before.pop(place, None)
        if twin is None:
            yield _row(new, row, came=True)
        else:
            yield from _of_cells(new, cells.of_row(twin), cells.of_row(row))
    for row in before.values():
        yield _row(new, row, came=False)


def _numbered(feed: Feed) -> dict[tuple[str, int], FieldMapping]:
    """Rows by field, and by turn: a document that does not fit may fill a field twice."""
    found: dict[tuple[str, int], FieldMapping] = {}
    turns: Counter[str] = Counter()
    for row in feed.fields:
        found[row.target, turns[row.target]] = row
        turns[row.target] += 1
    return found


def _row(feed: Feed, row: FieldMapping, *, came: bool) -> Difference:
    told = words.row(row)
    old, new = (NOTHING, told) if came else (told, NOTHING)
    return Difference(feed.id, feed.entity, Place(row.target, "row"), old, new)


def _of_cells(feed: Feed, old: Cells, new: Cells) -> Iterator[Difference]:
    for place in dict.fromkeys([*new, *old]):
        before, after = old.get(place), new.get(place)
        if before is None or after is None or before.data != after.data:
            yield Difference(
                feed.id,
                feed.entity,
                place,
                before.told if before else NOTHING,
                after.told if after else NOTHING,
            )
