"""The mapping document as Markdown: readable as it stands, and line by line in a diff."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from migrator.documents import words
from migrator.documents.lines import Document
from migrator.documents.sections import sections

_MARKS = re.compile(r"([\\`*_\[\]<>|#~])")


def write(document: Document, path: Path) -> None:
    """Write the text. Raises OSError."""
    path.write_text(text(document), "utf-8")


def text(document: Document) -> str:
    """The document; values from the data cannot format it."""
    return "\n".join(_lines(document)).rstrip() + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield f"# {plain(document.say(words.TITLE))} · {plain(document.plan.name)}"
    yield ""
    for name, told in document.facts():
        yield f"- {plain(name)}: {plain(told)}"
    for one in sections(document):
        yield ""
        yield f"{'#' * one.level} {plain(one.title)}"
        if one.rows:
            yield ""
            yield _row(one.heads)
            yield "|" + " --- |" * len(one.heads)
            yield from (_row(cells) for cells in one.rows)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(plain(cell) for cell in cells) + " |"


def plain(told: str) -> str:
    """The text with everything that Markdown would take for a mark shown as it is."""
    return _MARKS.sub(r"\\\1", " ".join(told.split()))
