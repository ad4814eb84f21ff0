"""What a workbook remembers of its export, so that an import knows what people changed."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import unicodedata
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from migrator.documents.state import CellKey, Value

FORMAT = "kooch-mapping-workbook"
VERSION = "1"
CHUNK = 30_000  # characters in a cell; a sheet takes 32,767
MOST_BYTES = 64 << 20  # of the memory once inflated


@dataclass(frozen=True)
class Item:
    """One line of the workbook as it was exported. `cells` holds, by what they are, the value of
    each cell that people may change and the text that stood there; `locked` a short digest of each
    other cell that must not change, by column."""

    feed: str
    target: str
    key: str
    cells: Mapping[str, tuple[Value, str]]
    locked: Mapping[str, str]

    def cell(self, what: str) -> CellKey:
        """The document's cell behind one of the line's."""
        return CellKey(self.feed, self.target, what, self.key)


@dataclass(frozen=True)
class Memory:
    """The lines by id, and what they were exported from."""

    project: str
    fingerprint: str
    exported: str
    language: str
    items: Mapping[str, Item]


class NoMemory(ValueError):
    """The hidden sheet is not there or was changed."""


def digest(text: str) -> str:
    """A few letters that differ when the text does, whatever a spreadsheet does to its spaces."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def written(memory: Memory) -> Iterator[tuple[str, str]]:
    """The rows of the hidden sheet: a name and a text each."""
    items = {
        name: [
            item.feed,
            item.target,
            item.key,
            {what: [list(value), text] for what, (value, text) in item.cells.items()},
            dict(item.locked),
        ]
        for name, item in memory.items.items()
    }
    head = [memory.project, memory.fingerprint, memory.exported, memory.language]
    plain = json.dumps([head, items], ensure_ascii=False, separators=(",", ":"))
    raw = zlib.compress(plain.encode("utf-8", "surrogatepass"), 9)
    packed = base64.b64encode(raw).decode("ascii")
    yield FORMAT, VERSION
    yield "digest", hashlib.sha256(packed.encode()).hexdigest()
    for start in range(0, len(packed), CHUNK):
        yield "data", packed[start : start + CHUNK]


def remembered(rows: Sequence[tuple[str, str]]) -> Memory:
    """The memory in the rows of the hidden sheet; NoMemory when it was touched."""
    named = [(name.strip(), text.strip()) for name, text in rows]
    if (FORMAT, VERSION) not in named:
        raise NoMemory("version")
    packed = "".join(text for name, text in named if name == "data")
    if ("digest", hashlib.sha256(packed.encode()).hexdigest()) not in named:
        raise NoMemory("changed")
    try:
        inflater = zlib.decompressobj()
        plain = inflater.decompress(base64.b64decode(packed, validate=True), MOST_BYTES)
        head, items = json.loads(plain.decode("utf-8", "surrogatepass"))
        project, fingerprint, exported, language = map(str, head)
        known = {str(name): _item(item) for name, item in items.items()}
    except (binascii.Error, zlib.error, ValueError, TypeError, AttributeError, KeyError) as error:
        raise NoMemory("changed") from error
    return Memory(project, fingerprint, exported, language, known)


def _item(found: Sequence[object]) -> Item:
    feed, target, key, cells, locked = found
    if not isinstance(cells, dict) or not isinstance(locked, dict):
        raise TypeError("cells and digests are objects")
    return Item(
        str(feed),
        str(target),
        str(key),
        {str(w): (tuple(map(str, value)), str(text)) for w, (value, text) in cells.items()},
        {str(name): str(text) for name, text in locked.items()},
    )
