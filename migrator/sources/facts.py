"""What people are told about a delimited table, in words that are options as well."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from migrator.sources.base import OpenOptions
from migrator.sources.encoding import Encoding
from migrator.sources.records import NO_DELIMITER, Record
from migrator.sources.sniff import Layout
from migrator.sources.survey import Survey

_WORDS = {
    "tab": "\t",
    "space": " ",
    "none": "",
    "comma": ",",
    "semicolon": ";",
    "pipe": "|",
    "backslash": "\\",
    "\\t": "\t",
}
_SHOWN = {"\t": "tab", " ": "space", "": "none", "\\": "backslash", NO_DELIMITER: "none"}
_TOLD = 3


def options_of(options: OpenOptions, table: str) -> dict[str, Any]:
    """The options of one table, those of the whole source beneath them."""
    return {**options.source, **options.table.get(table, {})}


def encoding_option(options: OpenOptions) -> str:
    """The encoding that is asked for, "" if none is; a file has but one."""
    tables = (table.get("encoding") for table in options.table.values())
    return str(options.source.get("encoding") or next(filter(None, tables), ""))


def dialect_options(given: dict[str, Any]) -> dict[str, str]:
    """Fields of Dialect that are asked for; ValueError if a mark is not one character."""
    found: dict[str, str] = {}
    for name in ("delimiter", "quote", "escape"):
        if name not in given:
            continue
        text = str(given[name])
        mark = _WORDS.get(text.lower(), text)
        if len(mark) > 1 or mark in ("\n", "\r"):
            raise ValueError(f'the {name} must be one character, not "{text}"')
        found[name] = mark
    if found.get("delimiter") == "":
        found["delimiter"] = NO_DELIMITER
    if found.get("quote") and found.get("quote") == found.get("delimiter"):
        raise ValueError("delimiter and quote cannot be the same character")
    if "skip_space" in given:
        found["skip_space"] = "yes" if str(given["skip_space"]).lower() in ("yes", "true") else "no"
    return found


def header_option(given: dict[str, Any], line: int) -> int | None:
    """The header's 1-based line within a table that begins on `line` of its file, 0 for no header;
    None if it is to be found. The option counts lines of the file: one before the table is the
    header of another table."""
    text = str(given.get("header_row", "")).strip().lower()
    if not text:
        return None
    if text in ("none", "no", "0"):
        return 0
    if not text.isdecimal():
        raise ValueError(f'header_row must be a line number or "none", not "{text}"')
    return int(text) - line + 1 if int(text) >= line else None


def describe(found: Survey, layout: Layout, line: int, estimate: int) -> dict[str, str]:
    """Facts of a table that begins on the 1-based `line` of its file."""
    dialect = layout.dialect
    return {
        "encoding": found.encoding.name,
        "bom": "yes" if found.encoding.bom else "no",
        "delimiter": _show(dialect.delimiter),
        "quote": _show(dialect.quote),
        "escape": _show(dialect.escape),
        "skip_space": "yes" if dialect.skip_space else "no",
        "header_row": str(layout.line + line - 1) if layout.line else "none",
        "first_line": str(layout.body_line + line - 1),
        "newline": found.newline,
        "rows_estimate": str(estimate),
    }


def _show(mark: str) -> str:
    return _SHOWN.get(mark, mark)


def remarks(
    found: Survey, layout: Layout, line: int, records: Sequence[Record], whole: bool
) -> tuple[str, ...]:
    """Sentences about what people should look at."""
    said = [*_about_encoding(found.encoding, found)]
    if layout.preamble:
        lines = "line" if layout.preamble == 1 else "lines"
        said.append(f"{layout.preamble} {lines} before the records were left out.")
    if not records and whole:
        said.append("The table has a header and no records.")
    elif layout.header is None:
        said.append("The table has no header: its columns were numbered.")
    if layout.dialect.delimiter == NO_DELIMITER:
        said.append("No delimiter was found: every line is one cell.")
    if layout.dialect.skip_space:
        said.append("Blanks before quotes are not part of the cells and were left out.")
    if found.newline == "mixed":
        said.append("The file mixes different line ends.")
    bad = [r for r in records if r.cells is None]
    for record in bad[:_TOLD]:
        said.append(f"The record on line {record.line + line} cannot be read: {record.problem}.")
    return tuple(said)


def _about_encoding(encoding: Encoding, found: Survey) -> list[str]:
    said = []
    if found.undecodable:
        said.append("Some bytes are not valid UTF-8: their records will be listed as unreadable.")
    elif not encoding.certain:
        said.append(f"The encoding was guessed as {encoding.name}: look at the accented letters.")
    if found.nuls and not encoding.name.startswith(("utf-16", "utf-32")):
        said.append("The file has NUL characters: they will be removed and noted.")
    if encoding.name == "utf-8" and "\ufffd".encode() in found.head:
        said.append("The file already holds replacement characters: text was lost before.")
    return said
