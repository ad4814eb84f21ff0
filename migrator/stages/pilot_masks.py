"""Made-up values of the same shape in place of personal data: the same value always becomes the
same one within a project, different values stay different, and nothing leads back without the key.

Letters are drawn from HMAC-SHA256 of the value under a key (RFC 2104); check digits are worked out
again, so that a masked number passes the same checks as a real one.
"""

from __future__ import annotations

import hmac
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Names as common as they are meaningless: no list of anybody.
_FIRST_FA = _words(
    "آرش بهار پویا ترانه جمشید درسا رامین سارا شهاب کاوه"
    " گلناز مهتاب نوید هما یاسمن فرهاد لاله بابک نسترن سیامک"
)
_LAST_FA = _words(
    "آذری بهاری پارسا تابان جاوید دریایی روشن ستوده شایان کیانی"
    " گلستان مهرگان نیکخو هنرور یگانه فرزین لطیف باران نامدار سروش"
)
_FIRST_EN = _words(
    "Alex Blair Casey Drew Ellis Frankie Gray Harper Indigo Jules"
    " Kit Logan Morgan Noel Oakley Parker Quinn Rowan Sage Taylor"
)
_LAST_EN = _words(
    "Ashdown Birch Calder Dale Elmer Fairford Glenn Heath Islay Kerr"
    " Lowell Marsh Norwood Orchard Penrose Ridley Stone Thorne Vale Wold"
)

_PERSIAN = "ابپتجچخدرزسشفقکگلمنوهی"
_PLAIN = "abcdefghijklmnopqrstuvwxyz"
_ARABIC = re.compile("[\u0600-\u06ff]")
MOST_TRIES = 1_000


def masked(meaning: str, key: bytes, values: Iterable[str], length: int | None) -> dict[str, str]:
    """A made-up value for each distinct one, none twice. `meaning` is one of model.personal's;
    values of other meanings keep their shape letter by letter. `length` is the most letters."""
    make = _MAKERS.get(meaning, _shape)
    made: dict[str, str] = {}
    used: set[str] = set()
    for value in sorted(set(values)):
        for attempt in range(MOST_TRIES):
            chosen = make(value, _Stream(key, f"{meaning}\0{attempt}\0{value}"))[:length]
            if chosen not in used and chosen != value:
                break
            # Twenty names and twenty surnames are soon used up; then letters do.
            make = make if attempt < 50 else _shape
        made[value] = chosen
        used.add(chosen)
    return made


class _Stream:
    """Numbers that look random, and are always the same for a key and a text."""

    def __init__(self, key: bytes, text: str) -> None:
        self._bytes = self._draw(key, text.encode())

    @staticmethod
    def _draw(key: bytes, text: bytes) -> Iterator[int]:
        for block in itertools.count():
            yield from hmac.digest(key, block.to_bytes(4, "big") + text, "sha256")

    def pick(self, among: str | tuple[str, ...]) -> str:
        """One of them; two bytes keep the bias below 0.1 % for up to 60."""
        number = next(self._bytes) << 8 | next(self._bytes)
        return among[number % len(among)]


def _shape(value: str, stream: _Stream) -> str:
    """Digits become digits, letters letters of the same alphabet and case; the rest stays."""
    return "".join(_letter(one, stream) for one in value)


def _letter(one: str, stream: _Stream) -> str:
    if one.isdecimal():
        # Digits of any script keep their script.
        first = ord(one) - int(one)
        return chr(first + int(stream.pick("0123456789")))
    if _ARABIC.match(one) and one.isalpha():
        return stream.pick(_PERSIAN)
    if one.isascii() and one.isalpha():
        drawn = stream.pick(_PLAIN)
        return drawn.upper() if one.isupper() else drawn
    return stream.pick(_PLAIN) if one.isalpha() else one


def _name(first: bool) -> Callable[[str, _Stream], str]:
    def make(value: str, stream: _Stream) -> str:
        persian = bool(_ARABIC.search(value))
        if first:
            return stream.pick(_FIRST_FA if persian else _FIRST_EN)
        return stream.pick(_LAST_FA if persian else _LAST_EN)

    return make


def _full_name(value: str, stream: _Stream) -> str:
    persian = bool(_ARABIC.search(value))
    first = stream.pick(_FIRST_FA if persian else _FIRST_EN)
    last = stream.pick(_LAST_FA if persian else _LAST_EN)
    return f"{last}, {first}" if "," in value or "،" in value else f"{first} {last}"


def _email(value: str, stream: _Stream) -> str:
    """The domain is one that no mail is ever delivered to (RFC 2606)."""
    local = value.partition("@")[0] or value
    plain = "".join(one if one.isascii() else "x" for one in local)
    return f"{_shape(plain, stream)}@example.com"


def _phone(value: str, stream: _Stream) -> str:
    """Country and operator stay, so that it is still a number of its kind."""
    digits = sum(one.isdecimal() for one in value)
    kept = max(0, min(digits - 4, 6 if value.strip().startswith(("+", "00")) else 4))
    out, seen = [], 0
    for one in value:
        seen += one.isdecimal()
        out.append(one if seen <= kept else _letter(one, stream))
    return "".join(out)


def _national_id(value: str, stream: _Stream) -> str:
    """Ten digits with the check digit of an Iranian national id; other numbers by shape."""
    if not re.fullmatch(r"[0-9]{10}", value):
        return _shape(value, stream)
    nine = _shape(value[:9], stream)
    rest = sum(int(digit) * (10 - place) for place, digit in enumerate(nine)) % 11
    return f"{nine}{rest if rest < 2 else 11 - rest}"


def _iban(value: str, stream: _Stream) -> str:
    """Check digits after ISO 13616: 98 less the remainder of the number with 00 modulo 97."""
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]+", value):
        return _shape(value, stream)
    body = _shape(value[4:], stream).upper()
    rest = int("".join(str(int(c, 36)) for c in f"{body}{value[:2]}00")) % 97
    return f"{value[:2]}{98 - rest:02d}{body}"


def _birth_date(value: str, stream: _Stream) -> str:
    """Up to half a year earlier or later."""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return _shape(value, stream)
    days = int(stream.pick(tuple(str(n) for n in range(-180, 181) if n)))
    return f"{day + timedelta(days=days)}{value[10:]}"


_MAKERS: dict[str, Callable[[str, _Stream], str]] = {
    "person_name": _full_name,
    "first_name": _name(first=True),
    "last_name": _name(first=False),
    "email": _email,
    "phone": _phone,
    "mobile": _phone,
    "fax": _phone,
    "address": _shape,
    "national_id": _national_id,
    "iban": _iban,
    "birth_date": _birth_date,
}
# What may stay as it is although it is personal: it names nobody by itself.
UNMASKED = frozenset({"gender"})
