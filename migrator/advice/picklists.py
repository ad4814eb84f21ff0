"""Legacy values for picklist values: by value, by label in either language, by yes and no."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz, process

from migrator.advice.thesaurus import FEMALE, MALE, NEGATED, NO, YES
from migrator.model.schema import Field, PicklistValue
from migrator.transforms.folding import fold

SURE = 0.9
_SHORTEST, _NEAR = 4, 75  # letters of words that may be nearly alike, and how alike of a hundred


def value_map(header: str, values: Sequence[str], field: Field) -> dict[str, str]:
    """Legacy value -> value of the field's picklist, for the values that have one."""
    found = {value: _one(header, value, field) for value in values}
    return {value: target for value, target in found.items() if target}


def proposals(header: str, values: Sequence[str], field: Field) -> dict[str, tuple[str, float]]:
    """Legacy value -> (value of the field's picklist, how sure that is), also for values that are
    only written nearly alike: those are less sure than `SURE`, and for people to decide."""
    known = value_map(header, values, field)
    found = {value: (target, _sureness(value, target, field)) for value, target in known.items()}
    offered = {
        fold(word): item.value
        for item in field.picklist
        for word in (item.value, item.label, item.label_fa)
        if len(fold(word)) >= _SHORTEST
    }
    for value in values:
        key = fold(value)
        if value in found or len(key) < _SHORTEST:
            continue
        near = process.extractOne(key, offered.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
        if near is not None:
            found[value] = (offered[near[0]], round(near[1] / 100 * 0.85, 2))
    return found


def _sureness(value: str, target: str, field: Field) -> float:
    """A value or label of the picklist itself is certain; a word that means the same nearly so."""
    item = next(item for item in field.picklist if item.value == target)
    same = _key(value) in {_key(item.value), _key(item.label), _key(item.label_fa)}
    return 1.0 if same else 0.95


def covered(header: str, values: Sequence[str], field: Field) -> float:
    """Share of `values` (distinct ones) that `value_map` knows."""
    return len(value_map(header, values, field)) / len(values) if values else 0.0


@cache
def _one(header: str, value: str, field: Field) -> str:
    key = _key(value)
    answer = _yes_or_no(header, field)
    if answer and (key in _folded(YES) or key in _folded(NO)):
        return answer[0] if key in _folded(YES) else answer[1]
    for item in field.picklist:
        if key and key in {_key(item.value), _key(item.label), _key(item.label_fa)}:
            return item.value
    if field.meaning == "gender":
        return _gender(key, field.picklist)
    return ""


def _yes_or_no(header: str, field: Field) -> tuple[str, str] | None:
    """(value for yes, value for no) of a picklist that tells active from not active."""
    if field.meaning != "status" or len(field.picklist) != 2:
        return None
    yes = next((p.value for p in field.picklist if _key(p.label) in _folded(YES)), "")
    no = next((p.value for p in field.picklist if _key(p.label) in _folded(NO)), "")
    if not yes or not no:
        return None
    turned = any(word in _folded(NEGATED) for word in fold(header).split())
    return (no, yes) if turned else (yes, no)


def _gender(key: str, picklist: tuple[PicklistValue, ...]) -> str:
    for words in (MALE, FEMALE):
        if key in _folded(words):
            return next((p.value for p in picklist if _key(p.label) in _folded(words)), "")
    return ""


@cache
def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_key, words))


def _key(text: str) -> str:
    """What two spellings share; Persian compounds are written with a space, half a one or none."""
    return fold(text).replace(" ", "")
