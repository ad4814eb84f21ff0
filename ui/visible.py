"""Values with what eyes cannot see made visible. For display only."""

from __future__ import annotations

import re
import unicodedata

SPACE = "·"
_EDGES = re.compile(r"^ +| +$| {2,}")
_NAMED = {"\n": "⏎", "\r": "", "\t": "⇥", "\u00a0": "⍽"}
# The half-space and the joiner are part of Persian spelling.
_KEPT = "\u200c\u200d"


def visible(text: str) -> str:
    """Spaces at the ends and runs of them as dots, line breaks and tabs as signs, characters
    without a shape by their code point."""
    return "".join(pieces(text))


def pieces(text: str) -> list[str]:
    """What stands for each character of `text` in `visible`."""
    dots = {place for found in _EDGES.finditer(text) for place in range(*found.span())}
    return [SPACE if place in dots else _shown(letter) for place, letter in enumerate(text)]


def shapeless(letter: str) -> bool:
    """Whether a character shows nothing by itself."""
    return unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp", "Zs"}


def code_point(letter: str) -> str:
    """U+06CC."""
    return f"U+{ord(letter):04X}"


def _shown(letter: str) -> str:
    if letter in _NAMED:
        return _NAMED[letter]
    if letter not in _KEPT and letter != " " and shapeless(letter):
        return f"[{code_point(letter)}]"
    return letter
