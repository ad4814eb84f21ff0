"""One pass over all bytes of a text file: is it text, in what encoding, how many lines."""

from __future__ import annotations

import codecs
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from migrator.errors import SourceError
from migrator.sources import encoding as encodings
from migrator.sources.bytestream import read_blocks
from migrator.sources.encoding import Encoding

SAMPLE = 2**18
_EVIDENCE = 2**20
_GAPS = 100
_BLANK_LINES = (b"\n\n", b"\n\r\n", b"\r\r")
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROLS = bytes(c for c in range(32) if c not in (0, 9, 10, 11, 12, 13, 26, 27, 28, 29, 30, 31))


@dataclass
class Survey:
    """`size` counts (inflated) bytes; `head` are the first SAMPLE of them; `line_ends` counts LF,
    CRLF and CR alone; `gaps` are places behind blank lines (the first 100); `undecodable` says
    that some records are not valid in `encoding`."""

    size: int = 0
    head: bytes = b""
    line_ends: dict[str, int] = field(default_factory=lambda: {"LF": 0, "CRLF": 0, "CR": 0})
    gaps: list[int] = field(default_factory=list)
    nuls: int = 0
    encoding: Encoding = field(default_factory=lambda: Encoding("utf-8"))
    undecodable: bool = False

    @property
    def newline(self) -> str:
        """The line end of the file, or `mixed`."""
        used = [name for name, count in self.line_ends.items() if count]
        return used[0] if len(used) == 1 else "mixed" if used else "none"


def survey(path: Path, forced: str = "") -> Survey:
    """Look at the whole file. SourceError if it is empty, no text, or of an encoding that cannot
    be told (unless `forced` names one)."""
    found = Survey()
    evidence, valid = _scan(path, found)
    if not found.size:
        raise SourceError(
            f'"{path.name}" is empty: it has no bytes at all.', path=str(path), reason="empty"
        )
    found.encoding = _forced(path, found.head, forced) or _decide(path, found, evidence, valid)
    if found.encoding.name.startswith(("utf-16", "utf-32")):
        _recount_lines(found)
    found.undecodable = found.encoding.name == "utf-8" and not valid
    return found


def _scan(path: Path, found: Survey) -> tuple[bytes, bool]:
    """Fill the counts; returns bytes around the first ones above 0x7F, and whether all is UTF-8."""
    checker = _Utf8()
    evidence = bytearray()
    last = b""
    for block in read_blocks(path):
        if len(found.head) < SAMPLE:
            found.head += block[: SAMPLE - len(found.head)]
        _count_lines(found, block, last)
        last = block[-1:]
        found.size += len(block)
        if block.isascii() and not evidence:
            continue
        if len(evidence) < _EVIDENCE:
            first = 0 if evidence else _first_high(block)
            evidence += block[first : first + _EVIDENCE]
        checker.add(block)
    checker.add(b"", final=True)
    return bytes(evidence), checker.valid


def _first_high(block: bytes) -> int:
    """Where the word or line of the first byte above 0x7F begins."""
    found = _HIGH.search(block)
    return block.rfind(b"\n", 0, found.start()) + 1 if found else 0


class _Utf8:
    """Tells whether all blocks together are valid UTF-8, by Arrow's vectorised check."""

    def __init__(self) -> None:
        self.valid = True
        self._rest = b""

    def add(self, block: bytes, *, final: bool = False) -> None:
        """Take the next block; its end may be inside a character unless it is the last."""
        if not self.valid:
            return
        data = self._rest + block
        cut = len(data) if final else _whole_characters(data)
        self._rest = data[cut:]
        ends = pa.py_buffer(struct.pack("=ii", 0, cut))
        text = pa.Array.from_buffers(pa.string(), 1, [None, ends, pa.py_buffer(data)])
        try:
            text.validate(full=True)
        except pa.ArrowInvalid:
            self.valid = False


def _whole_characters(data: bytes) -> int:
    """Where the last character that is surely complete ends."""
    for back in range(1, min(4, len(data)) + 1):
        byte = data[-back]
        if byte < 0x80:
            return len(data) - back + 1
        if byte >= 0xC0:
            return len(data) - back
    return len(data)


def _count_lines(found: Survey, block: bytes, last: bytes) -> None:
    lines, pairs, alone = block.count(b"\n"), 0, 0
    if b"\r" in block or last == b"\r":
        pairs = block.count(b"\r\n") + (last == b"\r" and block.startswith(b"\n"))
        alone = block.count(b"\r") - pairs
    for name, count in (("LF", lines - pairs), ("CRLF", pairs), ("CR", alone)):
        found.line_ends[name] += count
    found.nuls += block.count(0)
    if len(found.gaps) < _GAPS:
        marks = [m for m, n in zip(_BLANK_LINES, (lines - pairs, pairs, alone), strict=True) if n]
        places = {place for mark in marks for place in _gaps(block, found.size, mark)}
        found.gaps = [*found.gaps, *sorted(places)][:_GAPS]


def _gaps(block: bytes, offset: int, mark: bytes) -> Iterator[int]:
    """Places of the first lines behind blank ones, which `mark` finds."""
    place = block.find(mark)
    for _ in range(_GAPS):
        if place < 0:
            return
        end = place + len(mark)
        while block[end : end + 1] in (b"\r", b"\n"):
            end += 1
        yield offset + end
        place = block.find(mark, end)


def _recount_lines(found: Survey) -> None:
    """Line ends of the head: those of wide encodings are not seen in single bytes."""
    text = found.head.decode(found.encoding.name, "replace")
    pairs = text.count("\r\n")
    found.line_ends = {
        "LF": text.count("\n") - pairs,
        "CRLF": pairs,
        "CR": text.count("\r") - pairs,
    }


def _forced(path: Path, head: bytes, name: str) -> Encoding | None:
    if not name:
        return None
    if not encodings.known(name):
        raise SourceError(
            f'There is no encoding called "{name}".',
            hint="Use utf-8, utf-16, cp1256, cp1252 or another encoding known to Python.",
            path=str(path),
        )
    marked = encodings.from_bom(head)
    plain = codecs.lookup(name).name
    if marked and marked.name.startswith(plain.removesuffix("-sig")):
        return marked
    return Encoding("utf-8" if plain in ("utf-8-sig", "ascii") else plain)


def _decide(path: Path, found: Survey, evidence: bytes, valid: bool) -> Encoding:
    told = encodings.from_bom(found.head) or encodings.from_zeros(found.head)
    if told:
        return told
    _check_text(path, found.head)
    if valid or encodings.utf8_share(evidence) >= 0.5:
        return Encoding("utf-8", certain=valid)
    guess = encodings.from_letters(evidence)
    if guess.name:
        return guess
    names = ", ".join(guess.candidates)
    raise SourceError(
        f'The encoding of "{path.name}" cannot be told: it is not UTF-8, and {names} all fit.',
        hint="Say which one it is (the option encoding): cp1256 is Persian or Arabic,"
        " cp1252 Western European, cp1251 Cyrillic, cp1253 Greek.",
        path=str(path),
        reason="encoding",
        candidates=guess.candidates,
    )


def _check_text(path: Path, head: bytes) -> None:
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > len(head) * 0.02 or head.count(0) > len(head) * 0.1:
        raise SourceError(
            f'"{path.name}" is not a text file.',
            hint="Open it in the program it comes from and save it as CSV or as a workbook.",
            path=str(path),
            reason="not_text",
        )
