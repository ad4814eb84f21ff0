"""Words for what the match stage reports in its own terms."""

from __future__ import annotations

from migrator.model.text import Text
from migrator.stages.match_fields import KeyedField

EMPTY = Text("one of them is empty", "یکی از دو مقدار خالی است")

_LEVELS: dict[str, Text] = {
    "same": Text("the same", "یکسان"),
    "sounds the same": Text("sounds the same", "هم‌آوا"),
    "nearly the same": Text("nearly the same", "تقریباً یکسان"),
    "similar": Text("similar", "شبیه"),
    "same model number": Text("same model number", "شماره‌ی مدل یکسان"),
    "like words, other model number": Text(
        "like words, other model number", "واژه‌های شبیه، شماره‌ی مدل دیگر"
    ),
    "nearly the same words": Text("nearly the same words", "واژه‌ها تقریباً یکسان"),
    "mostly the same words": Text("mostly the same words", "بیشتر واژه‌ها یکسان"),
    "some of the same words": Text("some of the same words", "چند واژه‌ی یکسان"),
    "same mailbox, other domain": Text("same mailbox, other domain", "صندوق یکسان، دامنه‌ی دیگر"),
    "one or two letters differ": Text("one or two letters differ", "اختلاف در یکی دو حرف"),
    "alike, but follows from the name": Text(
        "alike, but follows from the name", "شبیه، اما از نام برمی‌آید"
    ),
    "one digit differs": Text("one digit differs", "اختلاف در یک رقم"),
    "one character differs": Text("one character differs", "اختلاف در یک نویسه"),
    "one character missing or swapped": Text(
        "one character missing or swapped", "یک نویسه‌ی جاافتاده یا جابه‌جا"
    ),
    "same district": Text("same district", "همان منطقه"),
    "one digit or day differs": Text("one digit or day differs", "اختلاف در یک رقم یا یک روز"),
    "a month or a year apart": Text("a month or a year apart", "یک ماه یا یک سال اختلاف"),
    "same numbers, similar street": Text(
        "same numbers, similar street", "شماره‌ها یکسان، خیابان شبیه"
    ),
    "same but for the last number": Text("same but for the last number", "یکسان جز شماره‌ی آخر"),
    "very similar text": Text("very similar text", "متن بسیار شبیه"),
    "different": Text("different", "متفاوت"),
    "empty": EMPTY,
}
_BANDS: dict[str, Text] = {
    "rare value": Text("a rare value", "مقداری کمیاب"),
    "uncommon value": Text("an uncommon value", "مقداری کم‌تکرار"),
    "common value": Text("a common value", "مقداری رایج"),
    "very common value": Text("a very common value", "مقداری بسیار رایج"),
}
_KEYS: dict[str, Text] = {
    "": Text("the whole value", "کل مقدار"),
    "skeleton": Text("how it sounds", "آوای آن"),
    "start": Text("how it begins to sound", "آغازِ آوای آن"),
    "local": Text("the part before @", "بخش پیش از @"),
    "digits": Text("its numbers", "شماره‌های آن"),
    "last7": Text("last seven digits", "هفت رقم آخر"),
    "place": Text("the same building", "همان ساختمان"),
    "district": Text("the district", "منطقه"),
    "year": Text("the year", "سال"),
    "code": Text("its model number", "شماره‌ی مدل آن"),
    "rare": Text("its rarest word", "کمیاب‌ترین واژه‌ی آن"),
}
_KEYS_OF_KIND: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("name", "company", "word"), ("", "skeleton", "start")),
    "text": ("", "skeleton", "code", "rare"),
    "email": ("", "local", "digits"),
    "phone": ("", "last7"),
    "address": ("", "place", "digits"),
    "postal": ("", "district"),
    "date": ("", "year"),
}


def level(label: str) -> Text:
    """A comparison level in plain words; one that is not listed speaks for itself."""
    if label in _LEVELS:
        return _LEVELS[label]
    base, _, band = label.rpartition(", ")
    if base in _LEVELS and band in _BANDS:
        one, other = _LEVELS[base], _BANDS[band]
        return Text(f"{one.en}, {other.en}", f"{one.fa}، {other.fa}")
    return Text.of(label)


def keys(meaning: str) -> tuple[tuple[str, Text], ...]:
    """The derived keys that make sense for values of a meaning, the value itself first."""
    kind = KeyedField(0, "", meaning).kind
    return tuple((key, _KEYS[key]) for key in _KEYS_OF_KIND.get(kind, ("",)))
