"""What a column is about: a guess from its name and a sample of its values, with the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from migrator.advice.meaning_values import CLUES, NUMERIC, calendar, is_number, plain
from migrator.advice.meaning_words import phrases
from migrator.model.schema import FieldType
from migrator.transforms.folding import fold

SAMPLE = 200

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[^\W\d_])(?=\d)")
_PERSIAN = re.compile("[\u0600-\u06ff]")
_PLAIN = re.compile(r"[-+]?[\d,]*\d(\.\d+)?")
_TIME = re.compile(r"\d:\d\d(:\d\d)?")
_TOGETHER = [(meaning, phrase, "".join(phrase)) for meaning, phrase in phrases()]
_PRECISE = {"birth_date": "date", "mobile": "phone", "fax": "phone", "phone": "mobile"}
# "region id" is somebody's key: of this table if it never repeats, else of another.
_KEY_WORDS = frozenset({"id", "guid", "uuid", "fk", "شناسه", "shenase"})
_NUMBER_TYPES = {FieldType.INTEGER, FieldType.DECIMAL, FieldType.FLOAT}
_DATE_TYPES = {FieldType.DATE, FieldType.DATETIME}


class Guess(NamedTuple):
    """A meaning of `model.meanings.MEANINGS`, how sure we are (0 to 1), and why, as a sentence."""

    meaning: str
    confidence: float
    evidence: str


class _Score(NamedTuple):
    score: float
    why: str


def meaning_of(
    name: str,
    values: Sequence[str] = (),
    type: str = FieldType.TEXT,
    *,
    unique: bool | None = None,
) -> Guess:
    """The likeliest meaning of a column.

    `name` is its header, `values` a sample of filled values (the first 200 count), `type` what the
    values were found to be (a `FieldType`), `unique` whether no value repeats in the whole column
    (None: unknown). Without any clue the answer is `text` or `number` with low confidence.
    """
    return meanings_of(name, values, type, unique=unique)[0]


def meanings_of(
    name: str,
    values: Sequence[str] = (),
    type: str = FieldType.TEXT,
    *,
    unique: bool | None = None,
) -> list[Guess]:
    """All meanings that something speaks for, the likeliest first; never empty."""
    said = _by_name(name)
    shown = _by_values(values)
    guesses = [
        _weigh(meaning, said, shown, bool(values)) for meaning in {*said, *_confident(shown)}
    ]
    guesses = [_settle(guess, str(type), values, unique) for guess in guesses]
    guesses.sort(key=lambda guess: (-guess.confidence, guess.meaning))
    if guesses and guesses[0].confidence >= 0.2:
        return guesses
    return [_fallback(str(type)), *guesses]


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """A header as folded words: `EMailAddress1` and `e_mail address` read the same."""
    return tuple(word for word in fold(_CAMEL.sub(" ", name)).split() if not word.isdecimal())


@lru_cache(maxsize=4096)
def _name_scores(name: str) -> tuple[tuple[str, float, str], ...]:
    words = words_of(name)
    if not words:
        return ()
    joined = "".join(words)
    found: dict[str, tuple[float, str]] = {}
    for meaning, phrase, together in _TOGETHER:
        if together not in joined:
            continue
        score = _phrase_score(words, joined, phrase)
        if score > found.get(meaning, (0.0, ""))[0]:
            found[meaning] = (score, " ".join(phrase))
    if len(words) > 1 and (words[-1] in _KEY_WORDS or words[0] in _KEY_WORDS):
        known = found.get("reference", (0.0, ""))
        found["reference"] = max(known, (0.7, " ".join(words)))
    return tuple((meaning, score, phrase) for meaning, (score, phrase) in found.items())


def _phrase_score(words: tuple[str, ...], joined: str, phrase: tuple[str, ...]) -> float:
    length, compact = len(phrase), "".join(phrase)
    if joined == compact:
        return 0.9
    extra = min(0.12, 0.04 * (length - 1))
    # The head noun comes last in English ("customer phone") and first in Persian (تلفن مشتری).
    persian = bool(_PERSIAN.search(joined))
    head, other = (
        (words[:length], words[-length:]) if persian else (words[-length:], words[:length])
    )
    if head == phrase:
        return 0.72 + extra
    if other == phrase:
        return 0.5 + extra
    if any(words[n : n + length] == phrase for n in range(1, len(words) - length)):
        return 0.45 + extra
    if len(compact) >= 5 and (joined.endswith(compact) or joined.startswith(compact)):
        return 0.5 + extra
    return 0.0


def _by_name(name: str) -> dict[str, _Score]:
    return {
        meaning: _Score(score, f"the name says {phrase!r}")
        for meaning, score, phrase in _name_scores(name)
    }


def _by_values(values: Sequence[str]) -> dict[str, _Score]:
    sample = [text for text in (plain(value) for value in values[:SAMPLE]) if text]
    found: dict[str, _Score] = {}
    for clue in CLUES if sample else ():
        share = sum(map(clue.test, sample)) / len(sample)
        # A handful of values proves less than many.
        score = clue.alone * share * min(1.0, 0.6 + 0.1 * len(sample))
        if score > found.get(clue.meaning, _Score(-1, "")).score:
            found[clue.meaning] = _Score(score, f"{share:.0%} of the values are {clue.label}")
    return found


def _confident(shown: dict[str, _Score]) -> Iterable[str]:
    return (meaning for meaning, one in shown.items() if one.score >= 0.25)


_DECISIVE = {clue.meaning for clue in CLUES if clue.decisive} | {"birth_date", "fax", "mobile"}


def _weigh(meaning: str, said: dict[str, _Score], shown: dict[str, _Score], sampled: bool) -> Guess:
    named = said.get(meaning, _Score(0.0, ""))
    valued = shown.get(meaning, _Score(0.0, ""))
    akin = shown.get(_PRECISE.get(meaning, ""), _Score(0.0, ""))
    if named.score and akin.score > valued.score:
        valued = akin
    score = 1 - (1 - named.score) * (1 - valued.score)
    reasons = [named.why] if named.why else []
    if valued.score >= 0.1:
        reasons.append(valued.why)
    if named.score and sampled and meaning in _DECISIVE and valued.score < 0.15:
        score = named.score * 0.4
        reasons.append("but the values look otherwise")
    return Guess(meaning, round(min(score, 0.99), 3), "; ".join(reasons))


def _settle(guess: Guess, type: str, values: Sequence[str], unique: bool | None) -> Guess:
    """Facts beside name and shape: the detected type, and whether values repeat."""
    meaning, score, evidence = guess
    score *= _fitting(meaning, values) if meaning in NUMERIC else 1.0
    if meaning in NUMERIC and values and type not in _NUMBER_TYPES:
        sample = [plain(value) for value in values[:SAMPLE]]
        share = sum(map(is_number, sample)) / len(sample)
        score *= 0.3 + 0.7 * share
    elif meaning in {"id", "reference", "code"} and unique is not None:
        fits = unique == (meaning != "reference")
        score = min(0.99, score * 1.15) if fits else score * (0.95 if meaning == "code" else 0.55)
        evidence += "; no value repeats" if unique else "; values repeat"
    elif meaning in _TEXTUAL and type in _NUMBER_TYPES | _DATE_TYPES:
        score *= 0.35
        evidence += f"; but the values are of type {type}"
    if meaning in {"date", "datetime", "birth_date"} and values:
        evidence += _calendars(values)
        meaning = "datetime" if meaning == "date" and _has_times(values) else meaning
    return Guess(meaning, round(score, 3), evidence)


def _fitting(meaning: str, values: Sequence[str]) -> float:
    """Percentages above 100 are none; a column of nothing but fractions of one is no money."""
    sample = [plain(value) for value in values[:SAMPLE]]
    sizes = [abs(float(text.replace(",", ""))) for text in sample if _PLAIN.fullmatch(text)]
    if meaning == "percent" and sizes and max(sizes) > 100:
        return 0.4
    return 0.6 if meaning == "money" and sizes and 0 < max(sizes) <= 1 else 1.0


_TEXTUAL = frozenset(
    {"company_name", "person_name", "first_name", "last_name", "job_title", "salutation"}
    | {"address", "city", "country", "product_name", "note"}
)


def _calendars(values: Sequence[str]) -> str:
    kinds = {calendar(plain(value)) for value in values[:SAMPLE]} - {""}
    if not kinds:
        return ""
    return "; Jalali and Gregorian mixed" if len(kinds) == 2 else f"; {kinds.pop()} calendar"


def _has_times(values: Sequence[str]) -> bool:
    """Whether most values carry a time of day other than midnight."""
    times = [_TIME.search(plain(value)) for value in values[:SAMPLE]]
    told = sum(1 for found in times if found and set(found[0]) & set("123456789"))
    return told > len(times) / 2


def _fallback(type: str) -> Guess:
    kinds = {
        FieldType.INTEGER: "number",
        FieldType.DECIMAL: "number",
        FieldType.FLOAT: "number",
        FieldType.DATE: "date",
        FieldType.DATETIME: "datetime",
        FieldType.BOOLEAN: "boolean",
        FieldType.BINARY: "binary",
    }
    meaning = {str(kind): name for kind, name in kinds.items()}.get(type, "text")
    return Guess(meaning, 0.2, f"nothing but the type, {type}, is known")
