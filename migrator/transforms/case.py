"""Upper, lower, title and sentence case."""

from __future__ import annotations

import re
from dataclasses import dataclass

import polars as pl

from migrator.model.text import Text
from migrator.transforms.base import Example, Transform, Value
from migrator.transforms.kernels import VALUE, none_decided, run
from migrator.transforms.options import option


@dataclass(frozen=True)
class CaseOptions:
    """Which case, and whether words of mixed case are left alone."""

    to: str = option(
        "title",
        Text("Case", "نوع حروف"),
        choices=(
            ("upper", Text("UPPER CASE", "همه بزرگ")),
            ("lower", Text("lower case", "همه کوچک")),
            ("title", Text("Every Word", "حرف نخست هر واژه بزرگ")),
            ("sentence", Text("First word only", "فقط حرف نخست جمله بزرگ")),
        ),
    )
    keep_mixed: bool = option(
        True,
        Text("Leave words of mixed case alone", "واژه‌هایی با حروف بزرگ و کوچک دست نخورند"),
        help=Text("McDonald, eBay: only for title case", "مانند McDonald؛ فقط برای حالت سوم"),
    )


# A word goes on after an apostrophe, so that O'Neil has one capital by rule and D'Arcy keeps its.
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Letters whose case mapping is old and one to one or settled: the same in every Unicode version.
_SETTLED = "^[\u0000-\u052f\u0600-\u06ff\u200b-\u200f]*$"


def change_case(value: str, options: CaseOptions) -> Value:
    """The text in the chosen case. Letters without case (Persian) stay as they are."""
    if options.to == "upper":
        return value.upper()
    if options.to == "lower":
        return value.lower()
    if options.to == "sentence":
        return _capital_first(value.lower())
    return _WORD.sub(lambda match: _title_word(match[0], keep_mixed=options.keep_mixed), value)


def _title_word(word: str, *, keep_mixed: bool) -> str:
    uniform = word in (word.upper(), word.lower())
    if keep_mixed and not uniform:
        return word
    head, mark, tail = word.partition("'")
    if len(head) == 1 and len(tail) > 2:  # O'Neil, D'Arcy, but not Sara's
        return head.upper() + mark + _capital(tail)
    return _capital(word)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:].lower()


def _capital_first(text: str) -> str:
    match = _WORD.search(text)
    if match is None:
        return text
    start = match.start()
    return text[:start] + text[start].upper() + text[start + 1 :]


def _case_kernel(values: pl.Series, options: CaseOptions) -> tuple[pl.Series, pl.Series]:
    undecided = VALUE.str.contains(_SETTLED).not_()
    if options.to == "upper":
        return run(values, VALUE.str.to_uppercase(), undecided)
    if options.to == "lower":
        return run(values, VALUE.str.to_lowercase(), undecided)
    return none_decided(values)


CASE = Transform(
    id="case",
    title=Text("Change case", "تغییر بزرگی و کوچکی حروف"),
    help=Text(
        "Writes Latin letters in upper, lower, title or sentence case.",
        "حروف لاتین را بزرگ، کوچک، آغازین یا جمله‌ای می‌کند.",
    ),
    options=CaseOptions,
    function=change_case,
    kernel=_case_kernel,
    examples=(
        Example("SARA o'neil-smith", "Sara O'Neil-Smith"),
        Example("ronald McDonald", "Ronald McDonald"),
        Example("ronald McDonald", "Ronald Mcdonald", {"keep_mixed": False}),
        Example("acme's LTD", "Acme's Ltd"),
        Example("Straße", "STRASSE", {"to": "upper"}),
        Example("ACME علی", "acme علی", {"to": "lower"}),
        Example("¿HELLO WORLD", "¿Hello world", {"to": "sentence"}),
    ),
)
