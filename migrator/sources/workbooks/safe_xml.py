"""A streaming XML parser that refuses document types, entities and deep nesting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.parsers import expat

from migrator.sources.workbooks.base import damaged, hostile

MAX_DEPTH = 256

StartHandler = Callable[[str, dict[str, str]], None]
EndHandler = Callable[[str], None]
TextHandler = Callable[[str], None]

# The transitional, strict and ODF namespaces whose element names we use bare. Everything else
# keeps its namespace ("uri name") and so is never taken for ours.
_BARE = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main ",
    "http://purl.oclc.org/ooxml/spreadsheetml/main ",
)


def bare(name: str) -> str:
    """The local name of a spreadsheet element, other names unchanged."""
    for prefix in _BARE:
        if name.startswith(prefix):
            return name[len(prefix) :]
    return name


class SafeParser:
    """Feeds bytes to expat; `start(name, attributes)`, `end(name)` and `text(data)` are called
    with "uri local" names. Nothing is ever fetched; a DTD or nesting beyond MAX_DEPTH is refused.
    """

    def __init__(
        self,
        part: str,
        start: StartHandler,
        end: EndHandler | None = None,
        text: TextHandler | None = None,
    ) -> None:
        self._part = part
        self._depth = 0
        self._start = start
        self._end = end
        parser: Any = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        if text is not None:
            parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = self._on_doctype
        parser.EntityDeclHandler = self._on_doctype
        self._parser = parser

    def feed(self, data: bytes, final: bool = False) -> None:
        """Parse more bytes; SourceError if they are not well-formed or are refused."""
        try:
            self._parser.Parse(data, final)
        except (expat.ExpatError, LookupError, ValueError) as error:  # the latter: encodings
            raise damaged(f"the part {self._part!r} is not valid XML ({error})") from error

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise hostile(f"the part {self._part!r} is nested more than {MAX_DEPTH} levels deep")
        self._start(name, attributes)

    def _on_end(self, name: str) -> None:
        self._depth -= 1
        if self._end is not None:
            self._end(name)

    def _on_doctype(self, *_: object) -> None:
        raise hostile(f"the part {self._part!r} declares a document type or entities")


def parse_all(data: bytes, part: str, start: StartHandler, text: TextHandler | None = None) -> None:
    """Parse a whole small part."""
    SafeParser(part, start, text=text).feed(data, final=True)
