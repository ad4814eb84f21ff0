"""How well a source column fits a target field: a score between 0 and 1 with its evidence.

The score is a weighing of clues, not a probability. Name: the canonical words both are called by.
Meaning: what the column is about, by header and values. Facts can only lower it: values that do
not read as the field's type, that are longer than the field, that are not in its picklist.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from migrator.advice.columns import Column
from migrator.advice.picklists import covered
from migrator.advice.thesaurus import KINDS, NEUTRAL, QUALIFIERS
from migrator.advice.words import alike, canonical, kind_of
from migrator.model.schema import Entity, Field, FieldType
from migrator.transforms.folding import compact

THRESHOLD = 0.55  # below it the answer is "I don't know"

# Meanings that tell a field from its neighbours; the others (date, money ...) need a name as well.
TELLING = frozenset(
    {
        "company_name",
        "person_name",
        "first_name",
        "last_name",
        "job_title",
        "salutation",
        "email",
        "phone",
        "mobile",
        "fax",
        "url",
        "address",
        "city",
        "province",
        "postal_code",
        "country",
        "national_id",
        "company_id",
        "economic_code",
        "iban",
        "birth_date",
        "gender",
        "product_name",
    }
)
# A column of the first meaning may well feed a field of the second.
_NEAR = {
    ("date", "datetime"): 0.9,
    ("datetime", "date"): 0.9,
    ("date", "birth_date"): 0.5,
    ("mobile", "phone"): 0.5,
    ("phone", "mobile"): 0.4,
    ("id", "code"): 0.8,
    ("number", "quantity"): 0.7,
    ("number", "money"): 0.6,
    ("quantity", "number"): 0.7,
    ("code", "number"): 0.3,
    ("boolean", "status"): 0.9,
    ("category", "status"): 0.4,
    ("status", "category"): 0.4,
    ("note", "text"): 0.6,
    ("text", "note"): 0.5,
    ("category", "text"): 0.5,
}
_SAME_NAME = 0.85  # what an equal name is worth when nothing is known about the values
# Words beside the name of a thing that do not make it another thing.
_HARMLESS = frozenset({"name", "code", "title", "work"}) | QUALIFIERS - {"ship"}
_VAGUE = frozenset({"text", "number", "code", "id", "reference", "note", "category", "quantity"})


@dataclass(frozen=True)
class Fit:
    """`score` 0..1 and the reasons for it, as one sentence."""

    score: float
    evidence: str


def field_words(entity: Entity, field: Field) -> tuple[frozenset[str], ...]:
    """The ways in which a field is called: by its name and by its labels."""
    names = (field.name, field.label, field.label_fa)
    return tuple(_without_kind(canonical(name), kind_of(entity.name)) for name in names if name)


def column_words(column: Column, table_kind: str) -> frozenset[str]:
    """What a column is called, without the words that only repeat its table."""
    words = tuple(w for w in column.words if w not in NEUTRAL) or tuple(column.words)
    return _without_kind(words, table_kind)


def fit(column: Column, field: Field, entity: Entity, table_kind: str) -> Fit:
    """How well the column fits the field. 0 where types or meanings exclude each other."""
    if not _possible(column, field):
        return Fit(0.0, "")
    said = column_words(column, table_kind)
    named = _named(column, said, field, entity)
    meant = _meant(column, field)
    if field.meaning in TELLING:
        about = meant * _strangers(said, field, entity)
        score = max(0.5 * named + 0.5 * about, 0.88 * about)
        score = max(score, _SAME_NAME) if named >= 0.95 else score
    else:
        score = (0.8 * named + 0.2 * meant) if named >= 0.5 else 0.0
    if meant == 0.0 and field.meaning and column.meaning not in _VAGUE:
        score *= 0.85 if named == 1.0 else 0.6
    if column.meaning == "id" and field.meaning not in {"code", "id", "text"}:
        score *= 0.5
    if _contrary(said, field, entity):
        score *= 0.6
    doubts = _doubts(column, field)
    for _, factor in doubts:
        score *= factor
    return Fit(round(score, 2), _evidence(column, field, named, meant, (d for d, _ in doubts)))


def _without_kind(words: tuple[str, ...], kind: str) -> frozenset[str]:
    rest = frozenset(words) - KINDS.get(kind, frozenset()) - {"1", "of", "the"}
    return rest or frozenset(words)


def _named(column: Column, said: frozenset[str], field: Field, entity: Entity) -> float:
    if compact(column.name) == compact(field.name):
        return 1.0
    return max((alike(said, words) for words in field_words(entity, field)), default=0.0)


def _meant(column: Column, field: Field) -> float:
    """How sure the column is about what the field is about."""
    sure = column.sure(field.meaning)
    for guess in column.guesses:
        sure = max(sure, guess.confidence * _NEAR.get((guess.meaning, field.meaning), 0.0))
    return sure if sure >= 0.3 else 0.0


def _strangers(said: frozenset[str], field: Field, entity: Entity) -> float:
    """Below 1 for words of the column that the field does not know: e-mail *consent*."""
    known = frozenset().union(*field_words(entity, field))
    kinds = frozenset().union(*KINDS.values())
    strange = said - known - kinds - _HARMLESS
    return float(0.6 ** len(strange))


def _contrary(said: frozenset[str], field: Field, entity: Entity) -> bool:
    """Whether column and field are qualified differently: a billing address is no ship-to one."""
    known = frozenset().union(*field_words(entity, field)) & QUALIFIERS
    return bool(said & QUALIFIERS and known and not said & known)


def _possible(column: Column, field: Field) -> bool:
    if (column.type == FieldType.BINARY) != (field.type == FieldType.BINARY):
        return False
    if field.type == FieldType.UUID:
        return False
    if "consent" in column.words and field.type != FieldType.BOOLEAN:
        return False
    share = None if field.picklist else column.share_of_type(field.type)
    return share is None or share >= 0.5


def _doubts(column: Column, field: Field) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    share = None if field.picklist else column.share_of_type(field.type)
    if share is not None and share < 0.95:
        found.append((f"only {share:.0%} of the values read as {field.type}", 0.7 + 0.3 * share))
    if field.length and column.longest > field.length:
        text = f"the longest value has {column.longest} characters, the field takes {field.length}"
        found.append((text, 0.9))
    if field.picklist and column.values:
        known = covered(column.name, column.values, field)
        if known < 0.99:
            text = f"{known:.0%} of the values are in the picklist"
            found.append((text, 0.4 + 0.6 * known))
    return found


def _evidence(
    column: Column, field: Field, named: float, meant: float, doubts: Iterable[str]
) -> str:
    reasons = []
    if named >= 0.5:
        reasons.append(f"the names {'agree' if named >= 0.95 else 'are alike'} ({field.label})")
    if meant:
        guess = next((g for g in column.guesses if g.meaning == field.meaning), column.guesses[0])
        reasons.append(guess.evidence)
    return "; ".join([*(r for r in reasons if r), *doubts])
