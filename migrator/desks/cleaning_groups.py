"""Values of a field that may mean the same, grouped by keys or by nearness.

Keys, each under which two values fall into one group (the idea is OpenRefine's):
- SPELLING, the fingerprint: `fold` (case, accents, Persian and Arabic letters and digits unified,
  punctuation off), its words sorted, each once. "Tehran, IRAN" = "iran tehran".
- LETTERS: pairs of neighbouring letters of `compact`, sorted, each once. Also spaces do not
  matter, and a swap inside a long text often does not. "شهرک غرب" = "شهرکغرب".
- SOUND: letters that sound alike are one letter. Persian: ث س ص, ذ ز ض ظ, ت ط, ح ه, غ ق, ع ا, and
  خوا is خا. Latin: a short form of what Soundex and Metaphone do. "اصفهان" = "اسفهان".
- NEAR: no key. Values join the most frequent one whose folded text needs few changed letters
  (optimal string alignment, similarity at least 0.84); texts under 4 letters never do.
Texts whose digits differ are never alike: شعبه ۱ is not شعبه ۲.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from migrator.model.views.cleaning import Groups, Likeness, ValueCount, ValueGroup
from migrator.transforms.folding import compact, fold

MOST = {Likeness.NEAR: 3_000}
MOST_VALUES = 50_000
NEAR_ENOUGH = 0.84
SHORTEST = 4
SHORTEST_SOUND = 3
LISTED = 300

_SOUNDS = str.maketrans("ثصذضظطحغع", "سسزززتهقا")
_LATIN = (
    ("sch", "s"),
    ("sh", "s"),
    ("ch", "k"),
    ("ph", "f"),
    ("gh", "g"),
    ("kh", "k"),
    ("ck", "k"),
    ("c(?=[eiy])", "s"),
    ("[cq]", "k"),
    ("x", "ks"),
    ("z", "s"),
    ("w", "v"),
    ("y", "i"),
    (r"(?<=\w)[aeiouh]", ""),
)
_TWICE = re.compile(r"([^\W\d_])\1+")
_DIGITS = re.compile(r"\d+")


def fingerprint_key(text: str) -> str:
    """The words of the folded text, sorted, each once."""
    return " ".join(sorted(set(fold(text).split())))


def letters_key(text: str) -> str:
    """The pairs of neighbouring letters of the folded text, sorted, each once."""
    plain = compact(text)
    if len(plain) < 2:
        return plain
    return "".join(sorted({plain[n : n + 2] for n in range(len(plain) - 1)}))


def sound_key(text: str) -> str:
    """The folded text with letters that sound alike written alike; "" when hardly any is left."""
    sounded = fold(text).replace("خوا", "خا").translate(_SOUNDS)
    for pattern, to in _LATIN:
        sounded = re.sub(pattern, to, sounded)
    key = _TWICE.sub(r"\1", sounded).replace(" ", "")
    return key if len(key) >= SHORTEST_SOUND else ""


_KEYS: dict[Likeness, Callable[[str], str]] = {
    Likeness.SPELLING: fingerprint_key,
    Likeness.LETTERS: letters_key,
    Likeness.SOUND: sound_key,
}


def grouped(values: Sequence[ValueCount], likeness: Likeness, complete: bool = True) -> Groups:
    """The groups among `values`, which come the most frequent first."""
    most = MOST.get(likeness, MOST_VALUES)
    looked = values[:most]
    key = _KEYS.get(likeness)
    found = _by_key(looked, key) if key else _by_nearness(looked)
    groups = [ValueGroup(tuple(group), group[0].value) for group in found if len(group) > 1]
    groups.sort(key=lambda group: group.rows, reverse=True)
    whole = complete and len(looked) == len(values)
    return Groups(tuple(groups[:LISTED]), len(looked), whole)


def _by_key(values: Sequence[ValueCount], key: Callable[[str], str]) -> list[list[ValueCount]]:
    found: dict[tuple[str, str], list[ValueCount]] = defaultdict(list)
    for one in values:
        shared = key(one.value)
        if shared:
            found[shared, _digits(one.value)].append(one)
    return list(found.values())


def _digits(text: str) -> str:
    return " ".join(_DIGITS.findall(fold(text)))


def _by_nearness(values: Sequence[ValueCount]) -> list[list[ValueCount]]:
    """Every value joins the most frequent one that it is near to: no chains of small steps."""
    by_digits: dict[str, list[ValueCount]] = defaultdict(list)
    for one in values:
        by_digits[_digits(one.value)].append(one)
    return [group for same in by_digits.values() for group in _near(same)]


def _near(values: Sequence[ValueCount]) -> list[list[ValueCount]]:
    keys = {n: key for n, one in enumerate(values) if len(key := fold(one.value)) >= SHORTEST}
    groups = []
    while keys:
        leader = next(iter(keys))
        key = keys.pop(leader)
        matches = process.extract(
            key, keys, scorer=OSA.normalized_similarity, score_cutoff=NEAR_ENOUGH, limit=None
        )
        members = sorted(place for _, _, place in matches)
        for place in members:
            del keys[place]
        if members:
            groups.append([values[leader], *(values[place] for place in members)])
    return groups
