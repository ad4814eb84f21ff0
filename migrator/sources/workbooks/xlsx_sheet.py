"""One worksheet part as raw cells: plain rows in columns, everything else by events."""

from __future__ import annotations

import re
from collections.abc import Iterator

from migrator.sources.workbooks.base import SheetFacts, damaged, hostile
from migrator.sources.workbooks.xlsx_events import SheetEvents
from migrator.sources.workbooks.xlsx_tokens import NotPlain, RawCells, plain_rows
from migrator.sources.workbooks.zipguard import CountedPart, Package

_CHUNK = 4 << 20
_FIRST_CHUNK = 256 << 10  # a preview needs no more
_MAX_HEAD = 16 << 20
_MAX_ROW_BYTES = 32 << 20
_EVENT_CELLS = 50_000
_SHEET_DATA = re.compile(rb"<((?:[\w.-]+:)?)sheetData[ \t\r\n]*>")


def raw_cells(package: Package, part: str, facts: SheetFacts) -> Iterator[RawCells]:
    """The cells of a worksheet in whole rows; `facts` is filled by the time they end."""
    last = 0
    plain_facts = SheetFacts()
    try:
        for block in _plain_blocks(package, part, plain_facts):
            yield block
            last = block.rows[len(block.rows) - 1].as_py() if len(block.rows) else last
    except NotPlain:
        for block in _event_blocks(package, part, facts):
            yield block.after(last) if last else block
    else:
        facts.__dict__.update(plain_facts.__dict__)


def _event_blocks(package: Package, part: str, facts: SheetFacts) -> Iterator[RawCells]:
    events = SheetEvents(part, facts)
    with package.open(part) as stream:
        while data := stream.read(_FIRST_CHUNK):
            events.feed(data)
            if events.pending() >= _EVENT_CELLS:
                yield events.take()
    events.feed(b"", final=True)
    yield events.take()


def _plain_blocks(package: Package, part: str, facts: SheetFacts) -> Iterator[RawCells]:
    frame = SheetEvents(part, facts)
    with package.open(part) as stream:
        head, tag = _head(stream)
        frame.feed(head[: tag.end()])
        if not frame.in_rows:
            raise NotPlain
        prefix = tag[1]
        data = head[tag.end() :]
        rest = b""
        for rows, rest in _whole_rows(stream, data, prefix):  # noqa: B007 - the last one counts
            yield plain_rows(rows, prefix.decode(), part)
        frame.feed(rest)
        while data := stream.read(_CHUNK):
            frame.feed(data)
    frame.feed(b"", final=True)


def _head(stream: CountedPart) -> tuple[bytes, re.Match[bytes]]:
    """What comes up to `<sheetData>` and a little more; NotPlain if there is no such tag."""
    head = b""
    while piece := stream.read(_FIRST_CHUNK):
        head += piece
        if not head.startswith((b"<", b"\xef\xbb\xbf<")) or not _is_utf8(head):
            raise NotPlain
        found = _SHEET_DATA.search(head)
        if found:
            return head, found
        if len(head) > _MAX_HEAD:
            raise hostile(f"its sheet begins with {_MAX_HEAD >> 20} MiB that are no rows")
    raise NotPlain


def _is_utf8(head: bytes) -> bool:
    declared = re.match(rb"[^<]*<\?xml[^>]*encoding=[\"']([^\"']+)", head)
    return declared is None or declared[1].lower() in (b"utf-8", b"us-ascii", b"ascii")


def _whole_rows(stream: CountedPart, data: bytes, prefix: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(rows, what follows the last row): pieces that end between two rows."""
    closing, opening = b"</" + prefix + b"sheetData", b"<" + prefix + b"row "
    searched = 0
    while True:
        end = data.find(closing, searched)
        if end >= 0:
            yield data[:end], data[end:]
            return
        cut = data.rfind(opening)
        if cut > 0:
            yield data[:cut], b""
            data = data[cut:]
        elif len(data) > _MAX_ROW_BYTES:
            raise NotPlain
        searched = max(len(data) - len(closing), 0)
        piece = stream.read(_CHUNK)
        if not piece:
            raise damaged("a sheet ends in the middle")
        data += piece
