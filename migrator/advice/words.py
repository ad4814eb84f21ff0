"""Headers and labels as canonical words, so that "cod_meli", "کد ملی" and "NationalID" meet."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz, process

from migrator.advice.finglish import glued_sounds, sound, sounds
from migrator.advice.thesaurus import ALONE, COMPOSED, KINDS, NEUTRAL, WEAK, WORDS
from migrator.transforms.folding import fold

# Where one word ends in names without spaces: firstName, HTTPServer, tel2, ایمیل2.
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[^\W\d_])(?=\d)")
_PERSIAN = re.compile("[\u0600-\u06ff]")
_LONGEST = 5  # words in the longest spelling worth trying
_TYPO = 88.0  # from this likeness on, an unknown long word is taken for a known one


@cache
def canonical(header: str) -> tuple[str, ...]:
    """The canonical words of a header, in order, each once. Unknown words stay as they are,
    folded; a number at the end (tel2, telephone1) stays as a word of its own. Words that together
    are another one become that: national + code, whichever language each is in."""
    words = fold(_SEAM.sub(" ", header).replace("_", " ")).split()
    found: list[str] = []
    at = 0
    while at < len(words):
        length, word = _longest(words, at)
        found += [w for w in word if w not in found]
        at += length
    return _composed(found)


def _composed(found: list[str]) -> tuple[str, ...]:
    for parts, whole in COMPOSED.items():
        if parts <= set(found):
            at = min(found.index(part) for part in parts)
            found[at] = whole
            found = [w for n, w in enumerate(found) if n <= at or w not in {*parts, whole}]
    if len(found) == 1:
        return (ALONE.get(found[0], found[0]),)
    return tuple(found)


@cache
def kind_of(name: str) -> str:
    """The kind of record that a table or entity is called by, or "". The head of the name decides:
    the last word ("customer orders"), in Persian the first ("سفارش مشتری")."""
    words = [w for w in canonical(name) if w not in NEUTRAL and not w.isdecimal()]
    if not words:
        return ""
    head = words[0] if _PERSIAN.search(name) else words[-1]
    return next((kind for kind, names in KINDS.items() if head in names), "")


def alike(left: frozenset[str], right: frozenset[str]) -> float:
    """How much two sets of canonical words say the same, 0..1: the weight of the common words over
    the weight of all. Words that say little by themselves weigh a third."""
    everything = sum(map(_weight, left | right))
    return sum(map(_weight, left & right)) / everything if everything else 0.0


def _weight(word: str) -> float:
    return 0.3 if word in WEAK else 1.0


def _longest(words: list[str], at: int) -> tuple[int, tuple[str, ...]]:
    """(how many words are used up, canonical words) of the longest known spelling at `at`."""
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        part = words[at : at + length]
        known = _spellings().get(" ".join(part)) or _heard(part)
        if known:
            return length, (known,)
    return 1, _one(words[at])


def _heard(part: list[str]) -> str:
    """The canonical word of Persian words in Latin letters, "" for others."""
    if not all(word.isascii() and word.isalpha() for word in part):
        return ""
    return sounds().get(" ".join(map(sound, part)), "")


@cache
def _one(word: str) -> tuple[str, ...]:
    known = _glued().get(word) or glued_sounds().get(sound(word))
    if known:
        return (known,)
    parts = _split(word) or _split_sounds(word)
    if parts:
        return parts
    if len(word) < 6:
        return (word,)
    near = process.extractOne(word, list(_spellings()), scorer=fuzz.ratio, score_cutoff=_TYPO)
    return (_spellings()[near[0]],) if near else (word,)


@cache
def _split(word: str) -> tuple[str, ...]:
    """Known words that make up `word` without a rest, as few as possible; () if there are none."""
    return _parts(word, _glued())


@cache
def _split_sounds(word: str) -> tuple[str, ...]:
    return _parts(sound(word), glued_sounds()) if word.isascii() else ()


def _parts(word: str, known: dict[str, str]) -> tuple[str, ...]:
    best: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(1, len(word) + 1):
        ways = [
            (*best[start], known[word[start:end]])
            for start in range(max(0, end - 24), end - 2)
            if start in best and word[start:end] in known
        ]
        if ways:
            best[end] = min(ways, key=len)
    return best.get(len(word), ())


@cache
def _spellings() -> dict[str, str]:
    listed: dict[str, str] = {}
    for word, spellings in WORDS.items():
        for spelling in (word, *spellings.split("|")):
            listed.setdefault(fold(spelling), word)
    return listed


@cache
def _glued() -> dict[str, str]:
    return {spelling.replace(" ", ""): word for spelling, word in _spellings().items()}
