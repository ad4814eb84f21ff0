"""Duplicates: which fields are compared, and from which score on rows are merged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """A person's verdict on a pair."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True)
class Comparison:
    """Compare `field` in the way that fits `meaning` (one of model.meanings)."""

    field: str
    meaning: str


@dataclass(frozen=True)
class BlockingRule:
    """Rows are compared only when they agree on all these keys. A key is a field name, or
    `field:key` with one of the derived keys that stages/match.py lists (digits, skeleton ...).
    """

    keys: tuple[str, ...]


@dataclass(frozen=True)
class MatchSettings:
    """How duplicates of one entity are found. Probabilities are Splink's match probabilities:
    at or above `merge_above` rows are merged by themselves, at or above `review_above` people are
    asked. `max_block` caps how many rows one blocking value may hold; bigger blocks are reported,
    not compared."""

    entity: str
    enabled: bool = True
    comparisons: tuple[Comparison, ...] = ()
    blocking: tuple[BlockingRule, ...] = ()
    merge_above: float = 0.99
    review_above: float = 0.80
    max_block: int = 2000


@dataclass(frozen=True)
class Verdict:
    """A person's answer on two rows (row ids); `seq` orders them, the last one counts. `act`
    numbers what was decided in one go (0: this row alone)."""

    entity: str
    left: int
    right: int
    answer: Answer
    seq: int = 0
    by: str = ""
    note: str = ""
    act: int = 0
