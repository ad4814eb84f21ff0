"""Length and edges of a text: pad, substring, truncate, prefix and suffix."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.model.text import Text
from migrator.transforms.base import CannotTransform, Example, Transform, Value
from migrator.transforms.options import Refused, number_between, option

MAX_LENGTH = 1_000_000


@dataclass(frozen=True)
class PadLeftOptions:
    """The length wanted and the character to fill with."""

    width: int = option(10, Text("Length", "طول"))
    fill: str = option("0", Text("Fill with", "نویسه‌ی پرکننده"))

    def __post_init__(self) -> None:
        number_between("width", self.width, 1, 1000)
        if len(self.fill) != 1:
            raise Refused("fill must be one character", "نویسه‌ی پرکننده باید یک نویسه باشد")


def pad_left(value: str, options: PadLeftOptions) -> Value:
    """The text filled up on the left; a longer text stays as it is."""
    return value.rjust(options.width, options.fill)


@dataclass(frozen=True)
class SubstringOptions:
    """Position and length of the part, counted in characters."""

    start: int = option(
        1,
        Text("From character", "از نویسه‌ی"),
        help=Text("1 is the first, -1 the last", "۱ نخستین و ۱- آخرین نویسه است"),
    )
    length: int = option(
        0, Text("How many", "چند نویسه"), help=Text("0 is all the rest", "صفر یعنی تا پایان")
    )

    def __post_init__(self) -> None:
        if self.start == 0:
            raise Refused(
                "start counts from 1 (or -1 from the end), not from 0",
                "شمارش از ۱ (یا ۱- از پایان) آغاز می‌شود، نه از صفر",
            )
        number_between("length", self.length, 0, MAX_LENGTH)


def substring(value: str, options: SubstringOptions) -> Value:
    """The part; None when there is nothing at that place."""
    start = options.start - 1 if options.start > 0 else max(len(value) + options.start, 0)
    stop = start + options.length if options.length else len(value)
    return value[start:stop] or None


@dataclass(frozen=True)
class TruncateOptions:
    """Cutting loses text, so what happens to it is a decision."""

    length: int = option(100, Text("Greatest length", "بیشترین طول"))
    how: str = option(
        "fail",
        Text("A longer text", "متن بلندتر"),
        choices=(
            ("fail", Text("is reported, not cut", "گزارش شود و بریده نشود")),
            ("cut", Text("is cut", "بریده شود")),
            ("word", Text("is cut after a whole word", "پس از یک واژه‌ی کامل بریده شود")),
        ),
    )
    ending: str = option(
        "", Text("End a cut text with", "پایان متن بریده"), help=Text("such as …", "مانند …")
    )

    def __post_init__(self) -> None:
        number_between("length", self.length, 1, MAX_LENGTH)
        if len(self.ending) >= self.length:
            raise ValueError("ending must be shorter than the greatest length")


def truncate(value: str, options: TruncateOptions) -> Value:
    """A text of at most `length` characters."""
    if len(value) <= options.length:
        return value
    if options.how == "fail":
        raise CannotTransform(f"{len(value)} characters, {options.length} allowed", "too_long")
    room = options.length - len(options.ending)
    cut = value[:room]
    if options.how == "word" and not value[room].isspace():
        cut = cut.rsplit(None, 1)[0] if len(cut.split(None, 1)) > 1 else cut
    return cut.rstrip() + options.ending or None


@dataclass(frozen=True)
class PrefixSuffixOptions:
    """What is put before and after the text."""

    prefix: str = option("", Text("Before", "پیش از متن"))
    suffix: str = option("", Text("After", "پس از متن"))
    unless_there: bool = option(True, Text("Not when it is there already", "نه وقتی از پیش هست"))


def prefix_suffix(value: str, options: PrefixSuffixOptions) -> Value:
    """The text with its additions."""
    before = "" if options.unless_there and value.startswith(options.prefix) else options.prefix
    after = "" if options.unless_there and value.endswith(options.suffix) else options.suffix
    return before + value + after


PAD_LEFT = Transform(
    id="pad_left",
    title=Text("Fill up on the left", "پر کردن از چپ"),
    help=Text(
        "Restores leading zeros: fills the text up to a length.",
        "صفرهای آغازین را برمی‌گرداند: متن را تا طول خواسته‌شده پر می‌کند.",
    ),
    options=PadLeftOptions,
    function=pad_left,
    examples=(
        Example("12345", "0000012345"),
        Example("12345678901", "12345678901"),
        Example("7", "**7", {"width": 3, "fill": "*"}),
    ),
)
SUBSTRING = Transform(
    id="substring",
    title=Text("Part of the text", "بخشی از متن"),
    help=Text(
        "Takes characters from a position, counted from either end.",
        "از جایگاهی که از یکی از دو سر شمرده می‌شود چند نویسه برمی‌دارد.",
    ),
    options=SubstringOptions,
    function=substring,
    examples=(
        Example("ABC-123", "ABC", {"length": 3}),
        Example("ABC-123", "123", {"start": 5}),
        Example("ABC-123", "123", {"start": -3}),
        Example("AB", None, {"start": 5}),
        Example("علی رضا", "رضا", {"start": 5}),
    ),
    idempotent=False,
)
TRUNCATE = Transform(
    id="truncate",
    title=Text("Limit the length", "محدود کردن طول"),
    help=Text(
        "Holds a text to a greatest length: reports longer ones, or cuts them if you say so.",
        "طول متن را محدود می‌کند: متن بلندتر گزارش یا، اگر بخواهید، بریده می‌شود.",
    ),
    options=TruncateOptions,
    function=truncate,
    examples=(
        Example("short", "short"),
        Example("too long", options={"length": 5}, fails="too_long"),
        Example("too long", "too l", {"length": 5, "how": "cut"}),
        Example("one two three", "one two", {"length": 9, "how": "word"}),
        Example("one two three", "one t…", {"length": 6, "how": "cut", "ending": "…"}),
    ),
)
PREFIX_SUFFIX = Transform(
    id="prefix_suffix",
    title=Text("Put before and after", "افزودن پیشوند و پسوند"),
    help=Text("Adds text before and after the value.", "متنی پیش و پس از مقدار می‌افزاید."),
    options=PrefixSuffixOptions,
    function=prefix_suffix,
    examples=(
        Example("123", "CUST-123", {"prefix": "CUST-"}),
        Example("CUST-123", "CUST-123", {"prefix": "CUST-"}),
        Example("12", "12 kg", {"suffix": " kg"}),
        Example("aa", "aaa", {"prefix": "a", "unless_there": False}),
    ),
    idempotent=False,
)
