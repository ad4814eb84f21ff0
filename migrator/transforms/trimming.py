"""Spaces at the ends and inside, and invisible characters."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from migrator.model.text import Text
from migrator.transforms.base import Example, Transform, Value
from migrator.transforms.characters import INVISIBLE, ODD_SPACES, SPACES, ZWNJ
from migrator.transforms.kernels import VALUE, blank_to_null, only_where, undecided_where
from migrator.transforms.options import option
from migrator.transforms.rules import Rules


@dataclass(frozen=True)
class TrimOptions:
    """What counts as space, and whether inner runs of it become one."""

    collapse: bool = option(
        True, Text("Inner runs of spaces become one", "فاصله‌های پیاپی میانی یکی شوند")
    )
    lines: bool = option(
        False,
        Text("Keep line breaks", "سرخط‌ها بمانند"),
        help=Text("Otherwise a line break is a space", "وگرنه هر سرخط یک فاصله به‌شمار می‌آید"),
    )
    invisible: bool = option(
        True,
        Text("Remove invisible characters", "نویسه‌های نامرئی حذف شوند"),
        help=Text(
            "Direction marks, zero-width spaces, soft hyphens; the Persian half-space stays",
            "نشانه‌های جهت، فاصله‌ی صفر و خط‌تیره‌ی نرم؛ نیم‌فاصله‌ی فارسی می‌ماند",
        ),
    )


_BREAKS = "\n\u000b\u000c\r\u0085\u2028\u2029"
_HIDDEN = dict.fromkeys(INVISIBLE, "")
_FLAT = dict.fromkeys(ODD_SPACES, " ")
_KEEP_BREAKS = {c: "\n" if c in _BREAKS else " " for c in ODD_SPACES if c not in "\r\n"}


def _trim_rules(options: TrimOptions) -> Rules:
    spaces = (_KEEP_BREAKS if options.lines else _FLAT) if options.collapse else {}
    table = {**(_HIDDEN if options.invisible else {}), **spaces}
    if not options.collapse:
        return Rules(table)
    if not options.lines:
        return Rules(table, ((" {2,}", " "),))
    breaks = (("\r\n?", "\n"), (" *\n *", "\n"), ("\n{3,}", "\n\n"))
    return Rules(table, ((" {2,}", " "), *breaks))


_TRIM = {
    options: _trim_rules(options)
    for options in (
        TrimOptions(collapse, lines, invisible)
        for collapse in (True, False)
        for lines in (True, False)
        for invisible in (True, False)
    )
}


# A superset of the texts that any setting changes.
_TOUCHED = f"^[ {ZWNJ}]|[ {ZWNJ}]$|  |[{ODD_SPACES}{INVISIBLE}]"


def trim(value: str, options: TrimOptions) -> Value:
    """The text without spaces at its ends; None when nothing is left."""
    return _TRIM[options].text(value).strip(SPACES + ZWNJ) or None


def _trim_kernel(values: pl.Series, options: TrimOptions) -> tuple[pl.Series, pl.Series]:
    trimmed = _TRIM[options].column(VALUE).str.strip_chars(SPACES + ZWNJ)
    touched = VALUE.str.contains(_TOUCHED) | (VALUE == "")
    return only_where(values, touched, blank_to_null(trimmed)), undecided_where(values)


TRIM = Transform(
    id="trim",
    title=Text("Trim spaces", "پیراستن فاصله‌ها"),
    help=Text(
        "Removes spaces at the ends, makes inner runs one, removes invisible characters.",
        "فاصله‌های دو سر را برمی‌دارد، فاصله‌های پیاپی را یکی و نویسه‌های نامرئی را حذف می‌کند.",
    ),
    options=TrimOptions,
    function=trim,
    kernel=_trim_kernel,
    examples=(
        Example("  Sara\u00a0\u00a0 Ahmadi ", "Sara Ahmadi"),
        Example("\u200fعلی\u200e", "علی"),
        Example("می\u200cخواهم\u200c", "می\u200cخواهم"),
        Example(" \u00a0\t", None),
        Example("a\r\n  b", "a b"),
        Example("a \r\n  b\n\n\n\nc", "a\nb\n\nc", {"lines": True}),
        Example(" a  b ", "a  b", {"collapse": False}),
        Example("a\u200bb", "a\u200bb", {"invisible": False}),
    ),
)
