"""What single values give away: one small test per meaning, over text with Latin digits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from migrator.advice import gazetteers as known
from migrator.transforms.folding import fold

_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩٫٬", "01234567890123456789.,")
_NOISE = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\W\d_]{2,}", re.I)
_URL = re.compile(
    r"(https?://|www\.)\S+|[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|ir|org|net|co|info|io|de|uk)(/\S*)?",
    re.I,
)
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_MOBILE = re.compile(r"(\+98|0098|98|0)?9\d{9}")
_PHONE = re.compile(r"(\+|00)?[\d\s().\-/]{6,22}(\s*(x|ext\.?|داخلی)\s*\d{1,5})?[\s\d+]*", re.I)
_UUID = re.compile(r"\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?", re.I)
_DATE = re.compile(
    r"(?P<a>\d{1,4})(?P<sep>[-/.])(?P<b>\d{1,2}|[a-z]{3,9})(?P=sep)(?P<c>\d{1,4})", re.I
)
_COMPACT_DATE = re.compile(r"(1[34]|19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_TIME = re.compile(
    r"[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d|[ap]m|ق\.ظ|ب\.ظ)?$", re.I
)
_NUMBER = re.compile(r"[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?")
_MONEY_WORDS = re.compile(r"ریال|تومان|rial|toman|irr|usd|eur|[$€£﷼]", re.I)
_PERCENT = re.compile(r"[-+]?\d+(\.\d+)?\s*[%٪]")
_IRAN_POSTAL = re.compile(r"[1-9]\d{4}-?\d{5}")
_POSTAL = re.compile(
    r"\d{4,5}|\d{5}-\d{3,4}|[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}|[A-Z]\d[A-Z]\s*\d[A-Z]\d|"
    r"[A-Z]{1,2}-\d{4,5}|\d{4}\s?[A-Z]{2}|\d{3}\s\d{2}|\d{2}-\d{3}"
)
_CODE = re.compile(r"(?=\S*\d)[A-Za-z0-9][A-Za-z0-9_\-/.]{1,19}|[A-Z]{2,8}")
_BINARY = re.compile(
    r"(?=.*[A-Z])(?=.*[a-z])(?=.*\d)[A-Za-z0-9+/]{60,}={0,2}|(\\x|0x)?[0-9A-Fa-f]{64,}"
)
_WORD = re.compile(r"[^\W\d_]+")
_JALALI_YEARS, _WESTERN_YEARS = range(1200, 1500), range(1800, 2200)


def plain(value: str) -> str:
    """The value trimmed, with Latin digits and without bidi controls."""
    return _NOISE.sub("", value).translate(_DIGITS).strip()


def iranian_national_id(text: str) -> bool:
    """Whether ten digits carry the check digit of an Iranian national id.

    Weights 10..2 over the first nine digits, modulo 11: below 2 the digit itself, else 11 minus
    it. Ten equal digits pass the sum but are never issued. Leading zeros may not be missing.
    """
    if len(text) != 10 or not text.isdecimal() or len(set(text)) == 1:
        return False
    rest = sum(int(d) * w for d, w in zip(text, range(10, 1, -1), strict=False)) % 11
    return int(text[9]) == (rest if rest < 2 else 11 - rest)


def iranian_company_id(text: str) -> bool:
    """Whether eleven digits carry the check digit of an Iranian company's national id.

    Tenth digit plus 2 is added to each of the first ten, weights 29 27 23 19 17 repeated; the sum
    modulo 11 (10 counts as 0) is the eleventh.
    """
    if len(text) != 11 or not text.isdecimal() or text[3:9] == "000000":
        return False
    shift = int(text[9]) + 2
    weights = (29, 27, 23, 19, 17) * 2
    total = sum((int(d) + shift) * w for d, w in zip(text, weights, strict=False))
    return total % 11 % 10 == int(text[10])


def iban(text: str) -> bool:
    """Whether the text is an IBAN with right check digits (ISO 13616, modulo 97)."""
    joined = re.sub(r"[\s\-]", "", text).upper()
    if not _IBAN.fullmatch(joined) or (joined.startswith("IR") and len(joined) != 26):
        return False
    moved = joined[4:] + joined[:4]
    return int("".join(str(int(c, 36)) for c in moved)) % 97 == 1


def calendar(text: str) -> str:
    """`jalali`, `gregorian`, or "" for no date; two-digit years count as gregorian."""
    day = _TIME.sub("", text).strip()
    if _COMPACT_DATE.fullmatch(day):
        return "jalali" if int(day[:4]) in _JALALI_YEARS else "gregorian"
    found = _DATE.fullmatch(day)
    if not found:
        return ""
    years = [int(part) for part in (found["a"], found["c"]) if len(part) == 4]
    if any(year in _JALALI_YEARS for year in years):
        return "jalali"
    if any(year in _WESTERN_YEARS for year in years):
        return "gregorian"
    short = len(found["a"]) <= 2 and len(found["c"]) == 2
    return "gregorian" if short and (not found["b"].isdecimal() or int(found["b"]) <= 31) else ""


def _joined(text: str) -> str:
    return re.sub(r"[\s().\-/]", "", text)


def _digits_of_phone(text: str) -> bool:
    return bool(_PHONE.fullmatch(text)) and 7 <= sum(c.isdecimal() for c in text) <= 18


def _words(text: str) -> set[str]:
    return set(fold(text).split())


def _is_person(text: str) -> bool:
    words = _WORD.findall(text.replace("\u200c", ""))
    if not 2 <= len(words) <= 5 or any(c.isdecimal() for c in text):
        return False
    folded = fold(text).split()
    return any(word in known.FIRST_NAMES for word in folded[:3])


def _is_company(text: str) -> bool:
    return bool(_words(text) & known.COMPANY_WORDS)


def _is_address(text: str) -> bool:
    return len(text) > 8 and bool(_words(text) & known.ADDRESS_WORDS) and len(text.split()) > 1


def _is_note(text: str) -> bool:
    return len(text.split()) >= 6


def _in(words: frozenset[str]) -> Callable[[str], bool]:
    return lambda text: fold(text) in words


def _matches(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: bool(pattern.fullmatch(text))


@dataclass(frozen=True)
class Clue:
    """How strongly values of this shape speak for a meaning: `alone` is the confidence when every
    value passes and the name says nothing; `label` completes "90% of the values are ..."; with
    `decisive` a column of this meaning must look like it, so values can contradict the name."""

    meaning: str
    label: str
    test: Callable[[str], bool]
    alone: float
    decisive: bool = False


CLUES: tuple[Clue, ...] = (
    Clue("email", "e-mail addresses", _matches(_EMAIL), 0.97, decisive=True),
    Clue("iban", "bank accounts with right check digits", iban, 0.97),
    Clue("id", "UUIDs", _matches(_UUID), 0.85),
    Clue("url", "web addresses", _matches(_URL), 0.9, decisive=True),
    Clue(
        "mobile",
        "Iranian mobile numbers",
        lambda text: bool(_MOBILE.fullmatch(_joined(text))),
        0.9,
    ),
    Clue("national_id", "national ids with right check digits", iranian_national_id, 0.92),
    Clue("company_id", "company ids with right check digits", iranian_company_id, 0.92),
    Clue(
        "datetime",
        "dates with a time",
        lambda text: bool(_TIME.search(text)) and bool(calendar(text)),
        0.9,
        decisive=True,
    ),
    Clue("date", "dates", lambda text: bool(calendar(text)), 0.88, decisive=True),
    Clue("percent", "percentages", _matches(_PERCENT), 0.9),
    Clue(
        "money",
        "amounts with a currency",
        lambda text: bool(_MONEY_WORDS.search(text)) and any(c.isdecimal() for c in text),
        0.85,
    ),
    Clue("gender", "words for a gender", _in(known.GENDERS), 0.8),
    Clue("boolean", "words for yes or no", _in(known.BOOLEANS), 0.8),
    Clue("currency", "currencies", _in(known.CURRENCIES), 0.85),
    Clue("salutation", "forms of address", _in(known.SALUTATIONS), 0.8),
    Clue("status", "words for a status", _in(known.STATUSES), 0.7),
    Clue("country", "countries", _in(known.COUNTRIES), 0.85),
    Clue("city", "cities", _in(known.CITIES), 0.85),
    Clue("province", "provinces", _in(known.PROVINCES), 0.7),
    Clue("company_name", "names with a word that companies use", _is_company, 0.8),
    Clue("first_name", "first names", _in(known.FIRST_NAMES), 0.8),
    Clue("person_name", "names of persons", _is_person, 0.85),
    Clue(
        "job_title",
        "words for a position",
        lambda text: bool(_words(text) & known.TITLE_WORDS) and len(text.split()) <= 5,
        0.8,
    ),
    Clue("address", "lines with a word that addresses use", _is_address, 0.85),
    Clue("phone", "phone numbers", _digits_of_phone, 0.55, decisive=True),
    Clue("postal_code", "ten-digit postal codes", _matches(_IRAN_POSTAL), 0.5),
    Clue("postal_code", "postal codes", _matches(_POSTAL), 0.3),
    Clue("binary", "encoded bytes", _matches(_BINARY), 0.9),
    Clue("note", "long texts", _is_note, 0.6),
    Clue("code", "codes", _matches(_CODE), 0.35),
    Clue("number", "numbers", _matches(_NUMBER), 0.4),
)

# Meanings whose values are numbers; they need no clue of their own.
NUMERIC = frozenset({"money", "quantity", "percent", "number"})


def is_number(text: str) -> bool:
    """Whether the text is a plain number, thousands separators allowed."""
    return bool(_NUMBER.fullmatch(text)) or bool(_MONEY_WORDS.search(text)) or text.endswith("%")
