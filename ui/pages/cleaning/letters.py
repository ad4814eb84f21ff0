"""What differs between a value before and after, letter by letter.

Arabic and Persian yeh and kaf, kinds of spaces and of digits look the same: what changed is said
by code point.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from ui import speech
from ui.visible import code_point, pieces, shapeless

LONGEST = 400  # letters beyond are not compared
MOST_CHIPS = 3


@dataclass(frozen=True)
class Shown:
    """A value as it is shown, and the ranges of it that differ, as (start, length)."""

    text: str
    ranges: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Difference:
    """A value before and after, and its changed letters in words, such as "ي U+064A → ی U+06CC"."""

    before: Shown
    after: Shown
    chips: tuple[str, ...] = ()


def difference(before: str | None, after: str | None) -> Difference:
    """The difference of two values; None is empty and has no text."""
    if before is None or after is None or max(len(before), len(after)) > LONGEST:
        return Difference(_plain(before), _plain(after))
    gone: list[tuple[int, int]] = []
    new: list[tuple[int, int]] = []
    chips: dict[str, None] = {}
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gone.append((i, j))
        new.append((k, m))
        chips |= dict.fromkeys(_chips(before[i:j], after[k:m]))
    told = list(chips)
    if len(told) > MOST_CHIPS:
        told = [*told[:MOST_CHIPS], "…"]
    return Difference(_marked(before, gone), _marked(after, new), tuple(told))


def _plain(value: str | None) -> Shown:
    return Shown("".join(pieces(value)) if value else "")


def _marked(text: str, spans: list[tuple[int, int]]) -> Shown:
    shown = pieces(text)
    starts = [0]
    for piece in shown:
        starts.append(starts[-1] + len(piece))
    ranges = [(starts[i], starts[j] - starts[i]) for i, j in spans if starts[j] > starts[i]]
    return Shown("".join(shown), tuple(ranges))


def _chips(gone: str, new: str) -> list[str]:
    """Changed letters by code point, where eyes may not see the change."""
    if gone and len(gone) == len(new):
        pairs = [(a, b) for a, b in zip(gone, new, strict=True) if a != b]
        return [_pair(a, b) for a, b in pairs if _alike(a) or _alike(b)]
    if gone and not new:
        return [speech.ltr(f"{_letter(a)} → ∅") for a in gone if shapeless(a)]
    if new and not gone:
        return [speech.ltr(f"∅ → {_letter(b)}") for b in new if shapeless(b)]
    return []


def _alike(letter: str) -> bool:
    """Whether a letter is of those that look like others: everything outside ASCII."""
    return not letter.isascii()


def _pair(before: str, after: str) -> str:
    return speech.ltr(f"{_letter(before)} → {_letter(after)}")


def _letter(letter: str) -> str:
    return code_point(letter) if shapeless(letter) else f"{letter} {code_point(letter)}"
