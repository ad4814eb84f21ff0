"""Placeholders that mean "empty", Unicode forms, and HTML."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from migrator.model.text import Text
from migrator.transforms.base import Example, Transform, Value
from migrator.transforms.characters import INVISIBLE, SPACES, plain, plain_expr
from migrator.transforms.kernels import VALUE, blank_to_null, only_where, run, undecided_where
from migrator.transforms.options import option

PLACEHOLDERS = (
    "-",
    "--",
    "---",
    "—",
    ".",
    "?",
    "*",
    "null",
    "(null)",
    "<null>",
    "none",
    "nil",
    "nan",
    "n/a",
    "na",
    "#n/a",
    "#null!",
    "unknown",
    "ندارد",
    "نامشخص",
    "نامعلوم",
    "بدون",
    "خالی",
)


@dataclass(frozen=True)
class BlankIfOptions:
    """Words that people typed where they had nothing to type."""

    values: tuple[str, ...] = option(
        PLACEHOLDERS,
        Text("Values that mean empty", "مقدارهایی که یعنی خالی"),
        help=Text(
            "Compared without regard to case, spaces and digit script",
            "بی‌توجه به بزرگی حروف، فاصله و خط رقم‌ها سنجیده می‌شود",
        ),
    )

    @cached_property
    def keys(self) -> frozenset[str]:
        """The values as they are compared."""
        return frozenset(plain(value).lower() for value in self.values)


_PASSED_OVER = f"[{INVISIBLE}\u200c\u200dـ]"
# Letters whose lower case the two libraries may see differently.
_UNSETTLED = "[^\u0000-\u052f\u0600-\u06ff\u2000-\u206f\u3000\ufeff]"


def blank_if(value: str, options: BlankIfOptions) -> Value:
    """None for a listed value and for blanks; any other text unchanged."""
    key = plain(value).lower()
    return None if not key or key in options.keys else value


def _blank_if_kernel(values: pl.Series, options: BlankIfOptions) -> tuple[pl.Series, pl.Series]:
    listed = pl.Series(sorted(options.keys | {""}), dtype=pl.String).implode()
    key = plain_expr(VALUE).str.to_lowercase()
    # Only a short text, or one with characters that are passed over, can be a placeholder.
    longest = max((len(one) for one in options.keys), default=0)
    short = VALUE.str.strip_chars(SPACES).str.len_chars() <= longest
    touched = short | VALUE.str.contains(_PASSED_OVER)
    result = only_where(values, touched, pl.when(key.is_in(listed).not_()).then(VALUE))
    return result, undecided_where(values, VALUE.str.contains(_UNSETTLED))


@dataclass(frozen=True)
class UnicodeOptions:
    """The normalisation form of the Unicode standard."""

    form: str = option(
        "NFC",
        Text("Form", "شکل"),
        choices=(
            ("NFC", Text("NFC: same look, one spelling", "NFC: همان ظاهر با یک نگارش")),
            ("NFKC", Text("NFKC: also ligatures, widths", "NFKC: یکسان‌سازی شکل‌های نمایشی")),
        ),
    )


def unicode_form(value: str, options: UnicodeOptions) -> Value:
    """The text in the chosen form (Unicode Standard Annex 15)."""
    return unicodedata.normalize("NFKC" if options.form == "NFKC" else "NFC", value) or None


def _unicode_kernel(values: pl.Series, options: UnicodeOptions) -> tuple[pl.Series, pl.Series]:
    # Below U+02B0 and in these Arabic letters nothing changes: most values are decided at once.
    stays = "^[\u0000-\u009f\u0621-\u064a\u0660-\u066f\u0679-\u06bf\u06c3-\u06d2]*$"
    del options
    return run(values, blank_to_null(VALUE), VALUE.str.contains(stays).not_())


@dataclass(frozen=True)
class RemoveHtmlOptions:
    """What becomes of line breaks and paragraphs."""

    lines: bool = option(
        True, Text("Breaks and paragraphs become lines", "شکست‌ها و بندها سرخط شوند")
    )


_SKIPPED = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.S | re.I)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6])\b[^<>]*>", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<![A-Za-z][^<>]*>")


def remove_html(value: str, options: RemoveHtmlOptions) -> Value:
    """The text that a browser would show; a lone < or > stays."""
    text = _SKIPPED.sub(" ", value)
    text = _BREAK.sub("\n" if options.lines else " ", text)
    text = html.unescape(_TAG.sub("", text))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line) or None


BLANK_IF = Transform(
    id="blank_if",
    title=Text("Empty if it says nothing", "خالی کردن مقدارهای بی‌معنا"),
    help=Text(
        "Makes placeholders such as -, NULL and N/A empty.",
        "جاپُرکن‌هایی مانند خط‌تیره، NULL و «ندارد» را خالی می‌کند.",
    ),
    options=BlankIfOptions,
    function=blank_if,
    kernel=_blank_if_kernel,
    examples=(
        Example("N/A", None),
        Example(" - ", None),
        Example("NULL", None),
        Example("نامشخص", None),
        Example("Nathan", "Nathan"),
        Example("۰۰۰", None, {"values": ["000"]}),
    ),
)
UNICODE = Transform(
    id="unicode",
    title=Text("Unicode form", "شکل یونیکد"),
    help=Text(
        "Gives text that looks the same the same characters (NFC or NFKC).",
        "به متن‌های هم‌ظاهر نویسه‌های یکسان می‌دهد (NFC یا NFKC).",
    ),
    options=UnicodeOptions,
    function=unicode_form,
    kernel=_unicode_kernel,
    examples=(
        Example("Jose\u0301", "José"),
        Example("ﷲ", "ﷲ"),
        Example("ＡＢ１２ ﻼ", "AB12 لا", {"form": "NFKC"}),
    ),
)
REMOVE_HTML = Transform(
    id="remove_html",
    title=Text("Remove HTML", "حذف HTML"),
    help=Text(
        "Leaves the text that a web page would show.",
        "فقط متنی را که صفحه‌ی وب نشان می‌داد نگه می‌دارد.",
    ),
    options=RemoveHtmlOptions,
    function=remove_html,
    examples=(
        Example("<p>Dear <b>Sara</b>,</p><p>hi&nbsp;there</p>", "Dear Sara,\nhi there"),
        Example("a<br/>b", "a b", {"lines": False}),
        Example("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        Example("<script>alert(1)</script>سلام", "سلام"),
        Example("<p></p>", None),
    ),
    idempotent=False,
)
