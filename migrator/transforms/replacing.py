"""Replacing plain text and by regular expression (RE2: linear time whatever the pattern)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import re2

from migrator.model.text import Text
from migrator.transforms.base import CannotTransform, Example, Transform, Value
from migrator.transforms.options import Refused, number_between, option

MAX_PATTERN = 1000
MAX_RESULT = 1_000_000


@dataclass(frozen=True)
class ReplaceOptions:
    """Plain text to look for and what stands there afterwards."""

    find: str = option("", Text("Find", "جست‌وجوی"))
    by: str = option("", Text("Replace by", "جایگزین"))
    whole: bool = option(
        False, Text("Only when it is the whole value", "فقط وقتی همه‌ی مقدار همین است")
    )


def replace(value: str, options: ReplaceOptions) -> Value:
    """Every occurrence replaced; None when nothing is left."""
    if options.whole:
        return (options.by or None) if value == options.find else value
    if not options.find:
        return value
    return _bounded(value.replace(options.find, options.by))


@dataclass(frozen=True)
class RegexReplaceOptions:
    """A pattern in RE2 syntax; the replacement may use \\1, \\2 ... for groups."""

    pattern: str = option(
        "", Text("Pattern", "الگو"), help=Text("RE2 syntax", "به نحو RE2"), of="pattern"
    )
    by: str = option("", Text("Replace by", "جایگزین"), help=Text("\\1 is group 1", "\\1 گروه ۱"))
    ignore_case: bool = option(False, Text("Ignore case", "بی‌توجه به بزرگی حروف"))

    def __post_init__(self) -> None:
        check_regex(self.pattern, self.ignore_case)
        try:
            regex(self.pattern, self.ignore_case).sub(self.by, "")
        except (re2.error, IndexError, ValueError) as error:
            raise Refused(
                f"the replacement cannot be used: {error}",
                f"متن جایگزین به کار نمی‌آید: \u2066{error}\u2069",
            ) from error


def regex_replace(value: str, options: RegexReplaceOptions) -> Value:
    """Every match replaced; None when nothing is left."""
    if not options.pattern:
        return value
    return _bounded(regex(options.pattern, options.ignore_case).sub(options.by, value))


@dataclass(frozen=True)
class RegexExtractOptions:
    """A pattern in RE2 syntax and the group that is the result."""

    pattern: str = option(
        "", Text("Pattern", "الگو"), help=Text("RE2 syntax", "به نحو RE2"), of="pattern"
    )
    group: int = option(
        0, Text("Group", "گروه"), help=Text("0 is the whole match", "صفر یعنی همه‌ی تطابق")
    )
    ignore_case: bool = option(False, Text("Ignore case", "بی‌توجه به بزرگی حروف"))
    otherwise: str = option(
        "blank",
        Text("Without a match", "اگر پیدا نشد"),
        choices=(
            ("blank", Text("empty", "خالی")),
            ("keep", Text("keep the value", "مقدار بماند")),
            ("fail", Text("report it", "گزارش شود")),
        ),
    )

    def __post_init__(self) -> None:
        check_regex(self.pattern, self.ignore_case)
        number_between("group", self.group, 0, regex(self.pattern, self.ignore_case).groups)


def regex_extract(value: str, options: RegexExtractOptions) -> Value:
    """What the group matched first in the text; None when it is empty."""
    match = regex(options.pattern, options.ignore_case).search(value)
    if match is not None:
        return match.group(options.group) or None
    if options.otherwise == "fail":
        raise CannotTransform(f"nothing matches {options.pattern}", "pattern")
    return value if options.otherwise == "keep" else None


@lru_cache(maxsize=256)
def regex(pattern: str, ignore_case: bool = False) -> Any:
    """The compiled RE2 pattern; ValueError when it is not one."""
    settings = re2.Options()
    settings.log_errors = False
    settings.case_sensitive = not ignore_case
    try:
        return re2.compile(pattern, settings)
    except re2.error as error:
        reason = error.args[0] if error.args else error
        reason = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else reason
        raise Refused(
            f"the pattern {pattern!r} is not RE2 syntax: {reason}",
            f"الگوی \u2066{pattern}\u2069 به نحو RE2 نیست: \u2066{reason}\u2069",
        ) from error


def check_regex(pattern: str, ignore_case: bool = False) -> None:
    """Raise ValueError unless the pattern compiles and is of sane length."""
    if len(pattern) > MAX_PATTERN:
        raise Refused(
            f"the pattern is longer than {MAX_PATTERN} characters",
            f"الگو از {MAX_PATTERN} نویسه بلندتر است",
        )
    regex(pattern, ignore_case)


def _bounded(text: str) -> Value:
    if len(text) > MAX_RESULT:
        raise CannotTransform(f"the result has more than {MAX_RESULT} characters", "too_long")
    return text or None


REPLACE = Transform(
    id="replace",
    title=Text("Replace text", "جایگزینی متن"),
    help=Text("Replaces one text by another.", "متنی را با متن دیگر جایگزین می‌کند."),
    options=ReplaceOptions,
    function=replace,
    examples=(
        Example("a-b-c", "a/b/c", {"find": "-", "by": "/"}),
        Example("خ. آزادی", "خیابان آزادی", {"find": "خ.", "by": "خیابان"}),
        Example("new york", "new york", {"find": "new", "by": "old", "whole": True}),
        Example("new", "old", {"find": "new", "by": "old", "whole": True}),
        Example("xx", None, {"find": "x"}),
        Example("untouched", "untouched"),
    ),
    idempotent=False,
)
REGEX_REPLACE = Transform(
    id="regex_replace",
    title=Text("Replace by pattern", "جایگزینی با الگو"),
    help=Text(
        "Replaces what matches a regular expression (RE2: always fast).",
        "هر آنچه با عبارت منظم (RE2، همیشه سریع) جور باشد جایگزین می‌شود.",
    ),
    options=RegexReplaceOptions,
    function=regex_replace,
    examples=(
        Example("2024.03.20", "20/03/2024", {"pattern": r"(\d+)\.(\d+)\.(\d+)", "by": r"\3/\2/\1"}),
        Example("Tel: 12", "12", {"pattern": "^tel: *", "ignore_case": True}),
        Example("aaaa!", "aaaa!", {"pattern": "(a+)+$"}),
        Example("123", None, {"pattern": r"\d+"}),
    ),
    idempotent=False,
)
REGEX_EXTRACT = Transform(
    id="regex_extract",
    title=Text("Extract by pattern", "استخراج با الگو"),
    help=Text(
        "Takes the part that matches a regular expression (RE2: always fast).",
        "بخشی را که با عبارت منظم (RE2، همیشه سریع) جور است برمی‌دارد.",
    ),
    options=RegexExtractOptions,
    function=regex_extract,
    examples=(
        Example("Order #123 of May", "123", {"pattern": r"#(\d+)", "group": 1}),
        Example("کد پستی: ۱۲۳۴", "۱۲۳۴", {"pattern": r"\p{Nd}+"}),
        Example("none", None, {"pattern": r"\d+"}),
        Example("none", "none", {"pattern": r"\d+", "otherwise": "keep"}),
        Example("none", options={"pattern": r"\d+", "otherwise": "fail"}, fails="pattern"),
    ),
    idempotent=False,
)
