"""The rows of a MySQL or MariaDB result, cut into columns while they come.

PyMySQL makes every cell by several calls of Python and then a tuple of every row: for millions of
cells that is most of the time of reading. Here a packet is cut in one loop into its columns, and a
column becomes text all at once. Packets, and the errors in them, stay the driver's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pyarrow as pa

_NULL = 251
_LONGER = {252: 2, 253: 3, 254: 8}  # bytes that hold the length

Cells = list[bytes | None]


def columns(result: Any, rows: int) -> Iterator[list[pa.Array | Cells]]:
    """The rest of an unbuffered result, at most `rows` rows at a time: a string array per column of
    text, the bytes of the others. Values are as the server sent them, without conversion."""
    encodings = [encoding for encoding, _ in result.converters]
    while result.unbuffered_active:
        cells: list[Cells] = [[] for _ in encodings]
        adds = [one.append for one in cells]
        for _ in range(rows):
            packet = result.connection._read_packet()
            if result._check_packet_is_eof(packet):
                result.unbuffered_active = False
                result.connection = None
                break
            _cut(packet.get_all_data(), adds)
        if cells[0]:
            yield [_text(*one) for one in zip(cells, encodings, strict=True)]


def _cut(data: bytes, adds: Sequence[Callable[[bytes | None], None]]) -> None:
    """Append the cells of a row (length-encoded strings of the protocol) to their columns."""
    at = 0
    for add in adds:
        size = data[at]
        at += 1
        if size == _NULL:
            add(None)
            continue
        if size > _NULL:
            width = _LONGER[size]
            size = int.from_bytes(data[at : at + width], "little")
            at += width
        end = at + size
        add(data[at:end])
        at = end


def _text(cells: Cells, encoding: str | None) -> pa.Array | Cells:
    if encoding is None:
        return cells
    try:
        return pa.array(cells, pa.binary()).cast(pa.string())
    except pa.ArrowInvalid:
        # Not UTF-8: the driver's encoding says so in its own words.
        return pa.array([None if c is None else c.decode(encoding) for c in cells], pa.string())
