"""Why a database refused a row, in plain words: its codes and sentences, sorted into kinds.

PostgreSQL SQLSTATEs (manual, appendix A), MySQL and MariaDB numbers (server error reference),
SQLite's own sentences (rescode.html)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from migrator.model.text import Text

FSI, PDI = "\u2068", "\u2069"
_KINDS: tuple[tuple[frozenset[str], str, Text], ...] = (
    (
        frozenset({"23505", "23P01", "1022", "1062", "1169", "1586", "1859"}),
        r"UNIQUE constraint failed",
        Text(
            "Another record in the target has this value",
            "رکورد دیگری در مقصد این مقدار را دارد",
        ),
    ),
    (
        frozenset({"23502", "1048", "1364"}),
        r"NOT NULL constraint failed",
        Text("The target demands a value here", "مقصد این‌جا مقدار می‌خواهد"),
    ),
    (
        frozenset({"22001", "1406", "1265", "too_long"}),
        r"string or blob too big|too long",
        Text("The value is too long for the target", "این مقدار برای مقصد بلند است"),
    ),
    (
        frozenset({"23503", "1216", "1452"}),
        r"FOREIGN KEY constraint failed",
        Text(
            "The record that it refers to is not in the target",
            "رکوردی که به آن ارجاع دارد در مقصد نیست",
        ),
    ),
    (
        frozenset({"23514", "3819", "4025"}),
        r"CHECK constraint failed",
        Text("A rule of the target forbids it", "قاعده‌ای در مقصد آن را نمی‌پذیرد"),
    ),
    (
        frozenset({"22003", "1264", "1690"}),
        r"out of range",
        Text(
            "The number is too large or too small for the target",
            "این عدد برای مقصد بیش از اندازه بزرگ یا کوچک است",
        ),
    ),
    (
        frozenset({"22007", "22008", "22P02", "1292", "1366", "1411"}),
        r"datatype mismatch",
        Text(
            "The target cannot read the value as what the field holds",
            "مقصد نمی‌تواند این مقدار را به نوع فیلد بخواند",
        ),
    ),
    (
        frozenset({"missing"}),
        r"(?!)",
        Text("The record is not in the target any more", "این رکورد دیگر در مقصد نیست"),
    ),
    (
        frozenset({"changed"}),
        r"(?!)",
        Text(
            "Who has this key in the target changed since the run began",
            "صاحب این کلید در مقصد پس از آغاز اجرا عوض شده است",
        ),
    ),
)  # fmt: skip


def refusal(code: str, words: str, field: Text) -> Text:
    """What the refusal means; the database's own words where it is none of the known kinds.
    `field` is what people call the field that it names (empty: none)."""
    for codes, pattern, told in _KINDS:
        if code in codes or re.search(pattern, words):
            if not field.en:
                return told
            return Text(f"{field.en}: {told.en}", f"{field.fa}: {told.fa}")
    said = words or code
    return Text(f"The target refused it: {said}", f"مقصد آن را نپذیرفت: {FSI}{said}{PDI}")


def field_in(words: str, fields: Sequence[str]) -> str:
    """The field that the words name, "" for none or several."""
    listed = set(re.findall(r"[^\W]+", words, re.UNICODE))
    named = [name for name in fields if name in listed]
    quoted = [name for name in named if re.search(rf"[\"'`(.]{re.escape(name)}[\"'`)]?", words)]
    found = quoted or named
    return found[0] if len(found) == 1 else ""
