"""Words that turn the meaning of the word beside them: e-mail *consent*, phone *notes*.

`turned` is a factor: 1 where the column says nothing that the field does not know, small where
one word more makes it another thing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from migrator.advice.thesaurus import HARMLESS, KINDS, QUALIFIERS, TURNING

# Words that say of what sort the value is, and the meanings of fields that are of that sort.
_SORTS: dict[str, frozenset[str]] = {
    "code": frozenset(
        {"code", "id", "reference", "number", "national_id", "company_id", "economic_code"}
        | {"iban", "postal_code", "phone", "mobile", "fax"}
    ),
    "name": frozenset(
        {"company_name", "person_name", "first_name", "last_name", "product_name", "city"}
        | {"province", "country", "text", "job_title", "category"}
    ),
    "title": frozenset({"text", "job_title", "salutation", "company_name", "product_name"}),
    "date": frozenset({"date", "datetime", "birth_date"}),
    "time": frozenset({"date", "datetime"}),
    "since": frozenset({"date", "datetime"}),
    "close": frozenset({"date", "datetime"}),
    "start": frozenset({"date", "datetime"}),
    "end": frozenset({"date", "datetime"}),
    "amount": frozenset({"money"}),
    "price": frozenset({"money"}),
    "quantity": frozenset({"quantity", "number"}),
    "count": frozenset({"quantity", "number"}),
    "rate": frozenset({"percent"}),
    "status": frozenset({"status", "boolean"}),
    "flag": frozenset({"status", "boolean"}),
    "category": frozenset({"category", "status"}),
    "note": frozenset({"note"}),
    "consent": frozenset({"boolean"}),
}
_SORTED, _FOREIGN, _UNKNOWN, _SHORT, _SECOND = 0.3, 0.45, 0.6, 0.85, 0.9


def turned(strange: Iterable[str], meaning: str) -> float:
    """The factor for words of a column that a field of this meaning is not called by."""
    factor = 1.0
    for word in strange:
        factor *= _factor(word, meaning)
    return factor


def _factor(word: str, meaning: str) -> float:
    if word in HARMLESS:
        return 1.0
    if word == "other":  # a second telephone is one, after the first
        return _SECOND
    if word in _SORTS:
        return 1.0 if meaning in _SORTS[word] else _SORTED
    if word in TURNING:
        return _SORTED
    if word in _kinds():
        return _FOREIGN
    return _SHORT if len(word) < 3 and not word.isdecimal() else _UNKNOWN


def telling_inside(words: Iterable[str]) -> frozenset[str]:
    """Of words in brackets those that count: a currency or a remark does not."""
    return frozenset(words) & (TURNING | _SORTS.keys() | QUALIFIERS) - {"code", "name", "title"}


@cache
def _kinds() -> frozenset[str]:
    return frozenset().union(*KINDS.values())
