"""One feed as the canvas and the table read it: who feeds whom, and what waits for a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from migrator.model.mapping import FieldMapping, RowStatus
from migrator.model.views.mapping import FeedSheet, SourceCard, TargetCard
from ui import speech

SURE, FAIR = 0.9, 0.6  # from here on a proposal is green, or amber
DECIDED = frozenset({RowStatus.AGREED, RowStatus.SIGNED})


class Show(StrEnum):
    """What part of the document is looked at."""

    ALL = "all"
    DECIDE = "decide"  # what waits for a person
    UNMAPPED = "unmapped"


@dataclass(frozen=True)
class Asked:
    """The filter of both sides: texts are searched in names, labels and samples."""

    show: Show = Show.ALL
    source: str = ""
    target: str = ""


@dataclass(frozen=True)
class Chosen:
    """What is selected: a source column, a target field, or both ends of a row."""

    source: str = ""
    target: str = ""


@dataclass(frozen=True)
class Marked:
    """Several things at once: target fields of rows, and source columns that fill nothing here."""

    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()

    def __len__(self) -> int:
        """How many things are marked."""
        return len(self.rows) + len(self.columns)

    def without(self, other: Marked) -> Marked:
        """What of this is not in `other`."""
        return Marked(
            tuple(name for name in self.rows if name not in other.rows),
            tuple(name for name in self.columns if name not in other.columns),
        )

    def joined(self, other: Marked) -> Marked:
        """Both."""
        return Marked(
            tuple(dict.fromkeys([*self.rows, *other.rows])),
            tuple(dict.fromkeys([*self.columns, *other.columns])),
        )


@dataclass(frozen=True)
class Link:
    """One line of the canvas; of several columns that fill one field the first is `leading`."""

    source: str
    target: str
    leading: bool


class Document:
    """A feed sheet with its questions answered once."""

    def __init__(self, sheet: FeedSheet) -> None:
        self.sheet = sheet
        self.sources: dict[str, SourceCard] = {card.name: card for card in sheet.sources}
        self.targets: dict[str, TargetCard] = {card.name: card for card in sheet.targets}
        self.rows: dict[str, FieldMapping] = {row.target: row for row in sheet.feed.fields}

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every line, in the order of the rows."""
        return tuple(
            Link(source, row.target, n == 0)
            for row in self.sheet.feed.fields
            for n, source in enumerate(row.sources)
            if source in self.sources and row.target in self.targets
        )

    @cached_property
    def fed(self) -> dict[str, tuple[str, ...]]:
        """The target fields that each source column fills."""
        found: dict[str, list[str]] = {}
        for link in self.links:
            found.setdefault(link.source, []).append(link.target)
        return {source: tuple(targets) for source, targets in found.items()}

    def is_open(self, card: SourceCard) -> bool:
        """Whether nobody said yet what becomes of the column."""
        used = card.name in self.fed or card.key or bool(card.elsewhere)
        return not used and not card.reason

    def lacks(self, card: TargetCard) -> bool:
        """Whether the field is required and nothing fills it."""
        return card.required and card.name not in self.rows

    def waits(self, row: FieldMapping) -> bool:
        """Whether a person should look at the row: doubtful, in trouble, or not sure enough."""
        if row.target in self.sheet.problems or row.target in self.sheet.reopened:
            return True
        if row.status == RowStatus.TO_DECIDE:
            return True
        if row.status == RowStatus.SUGGESTED:
            return (row.confidence or 0.0) < SURE
        return False

    def tone(self, row: FieldMapping) -> str:
        """The colour of a row, as a token of the theme."""
        if row.target in self.sheet.problems:
            return "error"
        if row.target in self.sheet.reopened:
            return "warn"
        if row.status in DECIDED:
            return "accent"
        if row.status == RowStatus.TO_DECIDE:
            return "warn"
        if row.status == RowStatus.DRAFT or row.confidence is None:
            return "violet"
        return "ok" if row.confidence >= SURE else "warn" if row.confidence >= FAIR else "error"

    def marks(self, chosen: Chosen) -> Marked:
        """What a selection stands for when several things are marked."""
        if chosen.target in self.rows:
            return Marked((chosen.target,))
        alone = not chosen.target and chosen.source in self.sources
        return Marked((), (chosen.source,) if alone else ())

    def undecided(self, order: Sequence[Chosen]) -> list[Chosen]:
        """What of `order` waits for a person: rows, required fields and columns alike."""
        return [one for one in order if self._waits_for(one)]

    def _waits_for(self, one: Chosen) -> bool:
        if one.target in self.rows:
            return self.waits(self.rows[one.target])
        if one.target in self.targets:
            return self.lacks(self.targets[one.target])
        return one.source in self.sources and self.is_open(self.sources[one.source])

    # -- filters

    def shown_sources(self, asked: Asked) -> list[SourceCard]:
        """The columns that pass, those left out at the end."""
        cards = [card for card in self.sheet.sources if self._shows_source(card, asked)]
        return sorted(cards, key=lambda card: bool(card.reason))

    def shown_targets(self, asked: Asked) -> list[TargetCard]:
        """The fields that pass, in the schema's order; the target's own key at the end."""
        cards = [card for card in self.sheet.targets if self._shows_target(card, asked)]
        return sorted(cards, key=lambda card: card.own)

    def _shows_source(self, card: SourceCard, asked: Asked) -> bool:
        if asked.source and not _found(
            asked.source, card.name, *card.samples, speech.say(card.meant)
        ):
            return False
        if asked.show == Show.ALL:
            return True
        if asked.show == Show.UNMAPPED:
            return card.name not in self.fed and not card.reason
        return self.is_open(card) or any(
            self.waits(self.rows[target]) for target in self.fed.get(card.name, ())
        )

    def _shows_target(self, card: TargetCard, asked: Asked) -> bool:
        if asked.target and not _found(asked.target, card.name, card.label.en, card.label.fa):
            return False
        row = self.rows.get(card.name)
        if asked.show == Show.ALL:
            return True
        if row is None:
            return asked.show == Show.UNMAPPED or self.lacks(card)
        return asked.show == Show.DECIDE and self.waits(row)


def _found(asked: str, *texts: str) -> bool:
    wanted = asked.casefold().split()
    whole = " ".join(texts).casefold()
    return all(word in whole for word in wanted)
