"""Parts of a text: by separator, and of a person's name."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.model.text import Text
from migrator.transforms.base import Example, Transform, Value
from migrator.transforms.characters import words
from migrator.transforms.folding import fold
from migrator.transforms.options import Refused, option


@dataclass(frozen=True)
class SplitOptions:
    """Where to cut and which part to take."""

    separator: str = option(
        ",", Text("Separator", "جداکننده"), help=Text("Empty: any space", "خالی: هر فاصله")
    )
    part: int = option(
        1,
        Text("Part", "بخش"),
        help=Text("1 is the first, -1 the last", "۱ نخستین و ۱- آخرین بخش است"),
    )
    rest: bool = option(False, Text("With all that follows", "همراه با همه‌ی بخش‌های بعدی"))

    def __post_init__(self) -> None:
        if self.part == 0:
            raise Refused(
                "part counts from 1 (or -1 from the end), not from 0",
                "شمارش از ۱ (یا ۱- از پایان) آغاز می‌شود، نه از صفر",
            )


def split(value: str, options: SplitOptions) -> Value:
    """The part without spaces at its ends; None when there is no such part."""
    parts = value.split(options.separator or None)
    at = options.part - 1 if options.part > 0 else len(parts) + options.part
    if not 0 <= at < len(parts):
        return None
    taken = parts[at:] if options.rest else [parts[at]]
    return (options.separator or " ").join(taken).strip() or None


@dataclass(frozen=True)
class SplitNameOptions:
    """Which part of the name, and whether titles such as دکتر or Mr come off first."""

    part: str = option(
        "first",
        Text("Part", "بخش"),
        choices=(
            ("first", Text("first name", "نام")),
            ("last", Text("last name", "نام خانوادگی")),
            ("rest", Text("all after the first name", "همه‌ی پس از نام")),
            ("title", Text("title", "عنوان")),
            ("full", Text("whole name", "نام کامل")),
        ),
    )
    strip_titles: bool = option(True, Text("Take titles off", "عنوان‌ها جدا شوند"))


# Compared by `fold`. Words before a name that are no part of it.
_TITLES = frozenset(
    map(
        fold,
        words(
            "آقای آقا خانم سرکار جناب دکتر مهندس استاد پروفسور حاج حاجی حاجیه سرهنگ سردار کربلایی "
            "دوشیزه بانو Mr Mrs Ms Miss Mx Dr Prof Professor Eng Engr Sir Madam Herr Frau Mme Mlle"
        ),
    )
)
_SUFFIXES = frozenset(words("jr sr ii iii iv phd md mba esq msc bsc"))
# The word that follows belongs to the same given name.
_GIVEN_PREFIXES = frozenset(map(fold, words("سید سیده میر ملا شیخ Seyed Seyyed Sayed Seyyedeh")))
# The halves of common double given names, when at least three words are there.
_DOUBLE_FIRST = frozenset(
    map(fold, words("محمد علی غلام عبد امیر گل حبیب نور روح نعمت فتح فاطمه زهرا"))
)
_DOUBLE_SECOND = frozenset(
    map(
        fold,
        words(
            "رضا علی حسین حسن مهدی امین جواد صادق باقر کاظم تقی نقی هادی محمد اصغر اکبر سجاد طاها "
            "پارسا الله زهرا سادات ابراهیم یاسین صالح حسام"
        ),
    )
)
_PARTICLES = frozenset(words("van von der den de del della da di du la le al el bin ibn ben abu"))


def split_name(value: str, options: SplitNameOptions) -> Value:
    """One part of the name; None when it has no such part.

    "Last, First" is understood. A Persian name has its given name first (one word, or two for
    سید علی and, in names of three words or more, for محمد رضا and its like) and the rest is the
    family name. A Latin name ends with the family name and its particles (van der Berg).
    """
    titles, name = _titles_off(_in_order(value).split())
    if not options.strip_titles:
        titles, name = [], titles + name
    if options.part == "title":
        return " ".join(titles) or None
    if options.part == "full":
        return " ".join(name) or None
    given = _given_words(name)
    if options.part == "first":
        return " ".join(name[:given]) or None
    rest = name[given:]
    if options.part == "last" and not _is_persian(value):
        rest = rest[_family_start(rest) :]
    return " ".join(rest) or None


def _in_order(value: str) -> str:
    """ "Smith, John" as "John Smith"; a suffix such as "Smith, Jr." is dropped."""
    family, comma, given = value.replace("،", ",").partition(",")
    if not comma or not given.strip():
        return family
    if fold(given).replace(" ", "") in _SUFFIXES:
        return family
    return f"{given} {family}"


def _titles_off(name: list[str]) -> tuple[list[str], list[str]]:
    at = 0
    while at < len(name) - 1 and (fold(name[at]) in _TITLES or not fold(name[at])):
        at += 1
    end = len(name)
    while end > at + 1 and fold(name[end - 1]).replace(" ", "") in _SUFFIXES:
        end -= 1
    return name[:at], name[at:end]


def _given_words(name: list[str]) -> int:
    """How many words the given name has."""
    if len(name) < 3:
        return min(len(name), 1)
    first, second = fold(name[0]), fold(name[1])
    if first in _GIVEN_PREFIXES:
        double = len(name) > 3 and second in _DOUBLE_FIRST and fold(name[2]) in _DOUBLE_SECOND
        return 3 if double else 2
    return 2 if first in _DOUBLE_FIRST and second in _DOUBLE_SECOND else 1


def _family_start(name: list[str]) -> int:
    at = max(len(name) - 1, 0)
    while at > 0 and fold(name[at - 1]) in _PARTICLES:
        at -= 1
    return at


def _is_persian(text: str) -> bool:
    return any("\u0600" <= character <= "\u06ff" for character in text)


SPLIT = Transform(
    id="split",
    title=Text("Split and take a part", "برش و برداشتن یک بخش"),
    help=Text(
        "Cuts the text at a separator and takes one part.",
        "متن را در جداکننده می‌بُرد و یک بخش آن را برمی‌دارد.",
    ),
    options=SplitOptions,
    function=split,
    examples=(
        Example("Tehran, Iran", "Tehran"),
        Example("Tehran, Iran", "Iran", {"part": -1}),
        Example("a,b,c", "b,c", {"part": 2, "rest": True}),
        Example("a,b", None, {"part": 3}),
        Example("علی  رضایی", "رضایی", {"separator": "", "part": 2}),
    ),
    idempotent=False,
)
SPLIT_NAME = Transform(
    id="split_name",
    title=Text("Split a person's name", "جدا کردن نام شخص"),
    help=Text(
        "Takes first name, last name or title out of a full name, Persian or Latin.",
        "نام، نام خانوادگی یا عنوان را از نام کامل فارسی یا لاتین جدا می‌کند.",
    ),
    options=SplitNameOptions,
    function=split_name,
    examples=(
        Example("آقای علی رضایی مقدم", "علی"),
        Example("آقای علی رضایی مقدم", "رضایی مقدم", {"part": "last"}),
        Example("جناب آقای دکتر محمد رضا کریمی", "محمد رضا"),
        Example("جناب آقای دکتر محمد رضا کریمی", "جناب آقای دکتر", {"part": "title"}),
        Example("سيد علي موسوي", "سيد علي"),
        Example("Dr. Johann van der Berg", "van der Berg", {"part": "last"}),
        Example("Mary Ann Smith", "Ann Smith", {"part": "rest"}),
        Example("Smith, John", "John"),
        Example("Mr John Smith", "Mr", {"strip_titles": False}),
        Example("Cher", None, {"part": "last"}),
        Example("خانم احمدی", "احمدی", {"part": "full"}),
    ),
    idempotent=False,
)
