"""How well a source column fits a target field: a score between 0 and 1 with its evidence.

The score is a weighing of clues. Name: the canonical words both are called by. Meaning: what the
column is about, by header and values. The rest can only lower it: a word that turns the meaning
(e-mail *consent*), values that do not read as the field's type, that are longer than the field,
that are not in its picklist. Names that do not say quite the same are never worth more than
`UNSURE`. What the scores are worth is measured: tests/bench/suggesting.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from migrator.advice.columns import Column, words_of_header
from migrator.advice.picklists import covered
from migrator.advice.thesaurus import HARMLESS, KINDS, NEUTRAL, QUALIFIERS
from migrator.advice.turning import turned
from migrator.advice.words import alike, kind_of
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
UNSURE = 0.88  # the most that a pair is worth whose names do not say quite the same
_RIVALS = frozenset({"customer", "supplier", "vendor"})  # one is not the other
# Words that name a meaning, beside those that a field is called by: they are no strangers to it.
_NAMING = {
    "company_name": frozenset({"account", "company", "name"}),
    "person_name": frozenset({"contact", "person", "name", "fullname"}),
    "first_name": frozenset({"contact", "person", "name", "firstname"}),
    "last_name": frozenset({"contact", "person", "name", "lastname"}),
    "product_name": frozenset({"product", "productname", "name"}),
    "job_title": frozenset({"jobtitle", "title"}),
    "salutation": frozenset({"salutation"}),
    "email": frozenset({"email"}),
    "phone": frozenset({"phone"}),
    "mobile": frozenset({"mobile", "phone"}),
    "fax": frozenset({"fax"}),
    "url": frozenset({"website"}),
    "address": frozenset({"address"}),
    "city": frozenset({"city"}),
    "province": frozenset({"province"}),
    "postal_code": frozenset({"postalcode"}),
    "country": frozenset({"country"}),
    "national_id": frozenset({"nationalid"}),
    "company_id": frozenset({"companyid"}),
    "economic_code": frozenset({"economiccode", "taxnumber"}),
    "iban": frozenset({"iban"}),
    "birth_date": frozenset({"birthdate"}),
    "gender": frozenset({"gender"}),
}
_MOBILE = 0.8  # from here on a column's numbers are mobile numbers
# A number that only the old system knew.
_BARE_KEYS = frozenset({"id", "key", "pk", "guid", "uuid", "oid", "rowid", "recordid", "شناسه"})
_ASIDE = HARMLESS | {"other"}
_VAGUE = frozenset({"text", "number", "code", "id", "reference", "note", "category", "quantity"})


@dataclass(frozen=True)
class Fit:
    """`score` 0..1 and the reasons for it, as one sentence."""

    score: float
    evidence: str


@dataclass(frozen=True)
class Sought:
    """A field with the sets of canonical words it is called by; `kind` is its entity's, which also
    has a field for mobile numbers if `beside_mobile`."""

    field: Field
    kind: str
    names: tuple[frozenset[str], ...]
    known: frozenset[str]
    compact: str
    beside_mobile: bool


def sought(entity: Entity, field: Field) -> Sought:
    """What a column must be like to feed the field."""
    names = field_words(entity, field)
    kind = kind_of(entity.name) or kind_of(entity.label)
    mobile = any(other.meaning == "mobile" for other in entity.fields)
    return Sought(field, kind, names, frozenset().union(*names), compact(field.name), mobile)


def field_words(entity: Entity, field: Field) -> tuple[frozenset[str], ...]:
    """The ways in which a field is called: by its name and by its labels."""
    names = (field.name, field.label, field.label_fa)
    kind = kind_of(entity.name) or kind_of(entity.label)
    return tuple(_without_kind(_telling(words_of_header(name)), kind) for name in names if name)


def column_words(column: Column, *kinds: str) -> frozenset[str]:
    """What a column is called, without the words that only repeat its table or the entity."""
    words = _telling(column.words)
    for kind in kinds:
        words = _without_kind(words, kind, _others(column))
    return words


def _telling(words: frozenset[str]) -> frozenset[str]:
    return words - NEUTRAL or words


def _others(column: Column) -> frozenset[str]:
    """Words for records that the column's table does not hold: suppliers among customers."""
    return _RIVALS - column.home if _RIVALS & column.home else frozenset()


def _repeated(column: Column, kinds: Iterable[str]) -> frozenset[str]:
    """Words that only say what the record is."""
    words = frozenset().union(*(KINDS.get(kind, frozenset()) for kind in kinds))
    return words - _others(column)


@dataclass(frozen=True)
class Said:
    """A column as the fields of one entity see it: its words without those that only repeat the
    table or the entity, and the words that say nothing there."""

    column: Column
    words: frozenset[str]
    repeated: frozenset[str]
    compact: str


def said_by(column: Column, kinds: Sequence[str]) -> Said:
    """What a column says to the fields of an entity; `kinds` are those of table and entity."""
    return Said(
        column, column_words(column, *kinds), _repeated(column, kinds), compact(column.name)
    )


def fit(said: Said, to: Sought) -> Fit:
    """How well the column fits the field. 0 where types or meanings exclude each other."""
    column, field = said.column, to.field
    named, meant = _named(said, to), _meant(column, field)
    if (not meant and named < 0.5) or not _possible(column, field):
        return _NONE
    strange = said.words - to.known - said.repeated - _NAMING.get(field.meaning, frozenset())
    clear = turned(strange, field.meaning)
    score = _weighed(column, field, named, meant, clear) * _against(said, to)
    doubts = _doubts(column, field) if score >= _HARDLY else []
    for _, factor in doubts:
        score *= factor
    if score < _HARDLY:
        return _NONE
    if named < 0.95 or "other" in strange:
        score = min(score, UNSURE)
    elif said.compact == to.compact and score >= _SAME_NAME:
        score = min(score + 0.04, 0.99)  # letter for letter
    told = [text for text, _ in doubts]
    if clear < 1:
        told.insert(0, f"the column also says {' '.join(sorted(strange))}")
    return Fit(round(score, 2), _evidence(column, field, named, meant, told))


_NONE = Fit(0.0, "")
_HARDLY = 0.1


def _weighed(column: Column, field: Field, named: float, meant: float, clear: float) -> float:
    if field.meaning in TELLING:
        about = meant * clear
        score = max(0.5 * named + 0.5 * about, 0.88 * about)
        score = max(score, _SAME_NAME) if named >= 0.95 else score * max(clear, 0.3)
    else:
        shape = meant if field.meaning else 0.5 * named
        score = (0.8 * named + 0.2 * shape) * clear if named >= 0.5 else 0.0
    if meant == 0.0 and field.meaning and column.meaning not in _VAGUE:
        score *= 0.85 if named == 1.0 else 0.6
    if column.meaning == "id" and field.meaning not in {"code", "id", "text", "number"}:
        score *= 0.5
    return score


def _without_kind(
    words: frozenset[str], kind: str, but: frozenset[str] = frozenset()
) -> frozenset[str]:
    rest = words - (KINDS.get(kind, frozenset()) - but) - {"1", "of", "the"}
    return rest or words


def _named(said: Said, to: Sought) -> float:
    """How much both are called the same, 0..1."""
    if said.compact == to.compact:
        return 1.0
    core = said.words - (_ASIDE - to.known) or said.words
    if not core & to.known:
        return 0.0
    likeness = max(alike(core, words) for words in to.names)
    return 0.5 * likeness if said.compact in _BARE_KEYS else likeness


def _against(said: Said, to: Sought) -> float:
    """A factor for what speaks against the pair beside the words."""
    column, field = said.column, to.field
    factor = 0.6 if _contrary(said.words, to) else 1.0
    if field.meaning == "phone" and to.beside_mobile and column.sure("mobile") >= _MOBILE:
        factor *= 0.75
    if _numbered(column, field) and said.compact != to.compact:
        factor *= 0.7
    return factor


def _meant(column: Column, field: Field) -> float:
    """How sure the column is about what the field is about."""
    sure = column.sure(field.meaning)
    for guess in column.guesses:
        sure = max(sure, guess.confidence * _NEAR.get((guess.meaning, field.meaning), 0.0))
    return sure if sure >= 0.3 else 0.0


def _contrary(said: frozenset[str], to: Sought) -> bool:
    """Whether column and field are qualified differently: a billing address is no ship-to one."""
    known = to.known & QUALIFIERS
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


def _numbered(column: Column, field: Field) -> bool:
    """Whether numbers would be taken for values of the picklist: another system counts otherwise,
    the 2 of one is not the 2 of the other."""
    codes = field.picklist and field.meaning == "category"
    return bool(codes and column.share(str.isdecimal) == 1.0)


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
        reasons.append(
            f"the names {'agree' if named >= 0.95 else 'are alike'} ({field.label or field.name})"
        )
    if meant:
        guess = next((g for g in column.guesses if g.meaning == field.meaning), column.guesses[0])
        reasons.append(guess.evidence)
    return "; ".join([*(r for r in reasons if r), *doubts])
