"""The shared strings of an .xlsx package as one Arrow array."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from migrator.sources.workbooks.arrow_text import change_where, place
from migrator.sources.workbooks.base import hostile
from migrator.sources.workbooks.safe_xml import SafeParser, bare
from migrator.sources.workbooks.values import unescape
from migrator.sources.workbooks.xlsx_tokens import (
    NotPlain,
    check_pairs,
    plain_tokens,
    running_count,
    text_contents,
    token_kinds,
)
from migrator.sources.workbooks.zipguard import Package

_CHUNK = 4 << 20
_LIMIT = 1 << 30  # bytes: an Arrow string array addresses 2 GiB
_BLANKS = " \t\n\r"
_SPACE = "http://www.w3.org/XML/1998/namespace space"
_ROOT = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'

_ITEM, _TEXT, _CLOSE_ITEM, _CLOSE_TEXT, _EMPTY_TEXT, _EMPTY_ITEM = range(6)
_LEADS = {
    "si": _ITEM, "/s": _CLOSE_ITEM, "t>": _TEXT, "t ": _TEXT, "t/": _EMPTY_TEXT, "/t": _CLOSE_TEXT,
}  # fmt: skip
_PAIRS = {
    before * 32 + after
    for before, after in (
        (_ITEM, _TEXT),
        (_ITEM, _EMPTY_TEXT),
        (_ITEM, _CLOSE_ITEM),
        (_TEXT, _CLOSE_TEXT),
        (_CLOSE_TEXT, _CLOSE_ITEM),
        (_EMPTY_TEXT, _CLOSE_ITEM),
        (_CLOSE_ITEM, _ITEM),
    )
}
_FIXED = {"si>", "/si>", "/t>", "t/>"}


def shared_strings(package: Package, part: str) -> pa.Array:
    """The shared strings by index: rich text joined, phonetic guides left out, `_xHHHH_` escapes
    decoded, the empty string as null. SourceError if the part is damaged or too large."""
    if not part:
        return pa.array([], pa.string())
    try:
        pieces = _plain_strings(package, part)
    except NotPlain:
        pieces = [_event_strings(package, part)]
    strings = pa.chunked_array(pieces, pa.string()).combine_chunks()
    if isinstance(strings, pa.ChunkedArray):
        strings = (
            pa.concat_arrays(strings.chunks) if strings.num_chunks else pa.array([], pa.string())
        )
    return strings


def finish_texts(texts: pa.Array) -> pa.Array:
    """Escapes decoded, empty texts as null."""
    escaped = pc.fill_null(pc.match_substring(texts, "_x"), False)
    texts = change_where(
        texts,
        escaped,
        lambda found: pa.array([unescape(text) for text in found.to_pylist()], pa.string()),
    )
    empty = pc.equal(pc.binary_length(texts), 0)
    if not pc.any(empty).as_py():
        return texts
    return pc.if_else(empty, None, texts)


def _plain_strings(package: Package, part: str) -> list[pa.Array]:
    """All strings by splitting; NotPlain if any piece needs the real parser."""
    found = []
    frame = _Items(part)
    with package.open(part) as stream:
        data = stream.read(_CHUNK)
        begin = data.find(b"<si>")
        if begin < 0 or b"<sst" not in data[:begin] or not _utf8(data[:200]):
            raise NotPlain
        frame.feed(data[:begin])
        data = data[begin:]
        while piece := stream.read(_CHUNK):
            if stream.inflated > _LIMIT:
                raise hostile(f"the part {part!r} holds more than {_LIMIT >> 30} GiB of text")
            data += piece
            cut = data.rfind(b"<si>")
            if cut > 0:
                found.append(_plain_items(data[:cut], part))
                data = data[cut:]
    cut = data.rfind(b"</sst")
    if cut < 0:
        raise NotPlain
    found.append(_plain_items(data[:cut], part))
    frame.feed(data[cut:], final=True)
    return found


def _utf8(head: bytes) -> bool:
    """Whether an XML part says, or may be taken, to be UTF-8."""
    lower = head.lower()
    declared = b"encoding=" in lower
    return b"\0" not in head and (not declared or b"utf-8" in lower)


def _plain_items(data: bytes, part: str) -> pa.Array:
    if b"<r>" in data or b"<rPh" in data:
        return _event_items(data, part)
    tokens = plain_tokens(data)
    if len(tokens) == 0:
        return pa.array([], pa.string())
    kinds = token_kinds(tokens, "", _LEADS)
    check_pairs(kinds, _PAIRS, {_ITEM}, {_CLOSE_ITEM})
    is_text = pc.equal(kinds, _TEXT)
    fixed = pc.unique(tokens.filter(pc.invert(is_text))).to_pylist()
    if not {token.rstrip(_BLANKS) for token in fixed} <= _FIXED:
        raise NotPlain
    items = pc.equal(kinds, _ITEM)
    positions = running_count(items).filter(is_text)
    count = pc.sum(items).as_py() or 0
    texts = text_contents(tokens.filter(is_text), "", part)
    return finish_texts(place([(positions, texts)], count))


def _event_items(data: bytes, part: str) -> pa.Array:
    """Items with rich text: the piece parsed on its own, inside a root like that of the part."""
    items = _Items(part)
    items.feed(_ROOT)
    items.feed(data)
    items.feed(b"</sst>", final=True)
    return finish_texts(pa.array(items.found, pa.string()))


def _event_strings(package: Package, part: str) -> pa.Array:
    items = _Items(part)
    with package.open(part) as stream:
        while piece := stream.read(_CHUNK):
            if stream.inflated > _LIMIT:
                raise hostile(f"the part {part!r} holds more than {_LIMIT >> 30} GiB of text")
            items.feed(piece)
    items.feed(b"", final=True)
    return finish_texts(pa.array(items.found, pa.string()))


class _Items:
    """Gathers the text of every `<si>`."""

    def __init__(self, part: str) -> None:
        self.found: list[str] = []
        self.feed = SafeParser(part, self._start, self._end, self._text).feed
        self._item: list[str] = []
        self._pieces: list[str] | None = None
        self._phonetic = 0
        self._keep_blanks = False

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = bare(tag)
        if tag == "si":
            self._item = []
        elif tag == "rPh":
            self._phonetic += 1
        elif tag == "t" and not self._phonetic:
            self._pieces = []
            self._keep_blanks = attributes.get(_SPACE) == "preserve"

    def _text(self, data: str) -> None:
        if self._pieces is not None:
            self._pieces.append(data)

    def _end(self, tag: str) -> None:
        tag = bare(tag)
        if tag == "t" and self._pieces is not None:
            text = "".join(self._pieces)
            self._item.append(text if self._keep_blanks else text.strip(_BLANKS))
            self._pieces = None
        elif tag == "rPh":
            self._phonetic -= 1
        elif tag == "si":
            self.found.append("".join(self._item))
