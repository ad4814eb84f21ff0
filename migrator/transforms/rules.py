"""A fixed list of replacements that runs on one text and on a column with the same result."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import polars as pl


class Rules:
    """First `table` (single characters to texts), then `patterns` in order.

    A pattern is (regular expression, replacement) in the common subset of Python's `re` and
    Rust's `regex`: literal characters instead of escapes such as \\s or \\w, no look-around;
    groups in the replacement are written \\1.
    """

    def __init__(self, table: Mapping[str, str], patterns: Sequence[tuple[str, str]] = ()) -> None:
        self._table = str.maketrans(dict(table))
        self._from = list(table)
        self._to = list(table.values())
        self._patterns = [(re.compile(pattern), to) for pattern, to in patterns]

    @property
    def characters(self) -> str:
        """The characters that the table changes."""
        return "".join(self._from)

    def text(self, text: str) -> str:
        """The rules applied to one text."""
        if self._table:
            text = text.translate(self._table)
        for pattern, to in self._patterns:
            text = pattern.sub(to, text)
        return text

    def column(self, value: pl.Expr) -> pl.Expr:
        """The rules applied to a column."""
        if self._from:
            value = value.str.replace_many(self._from, self._to)
        for pattern, to in self._patterns:
            value = value.str.replace_all(pattern.pattern, to.replace("\\1", "${1}"))
        return value
