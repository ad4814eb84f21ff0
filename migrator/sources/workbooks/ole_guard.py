"""OLE compound files: a strict reader that follows no chain twice, and so a guard for others.

Layout as [MS-CFB] describes it.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from migrator.sources.workbooks.base import damaged

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFE
_SMALL = 4096  # streams below this live in the mini stream
_MAX_ENTRIES = 100_000


@dataclass(frozen=True)
class _Entry:
    name: str
    kind: int  # 1 storage, 2 stream, 5 root
    start: int
    size: int


class CompoundFile:
    """The streams of a compound file by name (without case); SourceError if it is malformed."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512 or not data.startswith(MAGIC):
            raise damaged("it is no OLE file, or cut off")
        self._data = data
        major, order, shift, mini_shift = struct.unpack_from("<HHHH", data, 26)
        if (major, shift) not in ((3, 9), (4, 12)) or order != 0xFFFE or mini_shift != 6:
            raise damaged("its OLE header makes no sense")
        self._size = 1 << shift
        self._sectors = max(-(-len(data) // self._size) - 1, 0)
        self._fat = self._read_fat()
        self._entries = self._read_directory(struct.unpack_from("<I", data, 48)[0])
        self._mini_fat = self._read_numbers(struct.unpack_from("<I", data, 60)[0])
        root = self._entries[0]
        self._mini_stream = self._gather(root.start) if root.size else b""
        for entry in self._entries:
            if entry.kind == 2 and entry.size >= _SMALL:
                self._chain(entry.start)

    def names(self) -> tuple[str, ...]:
        """The names of all streams, at any level."""
        return tuple(entry.name for entry in self._entries if entry.kind == 2)

    def stream(self, name: str) -> bytes | None:
        """The bytes of the first stream of this name, None if there is none."""
        for entry in self._entries:
            if entry.kind == 2 and entry.name.lower() == name.lower():
                return self._stream(entry)
        return None

    def _stream(self, entry: _Entry) -> bytes:
        if entry.size >= _SMALL:
            data = self._gather(entry.start)
        else:
            pieces: list[bytes] = []
            seen, place = set[int](), entry.start
            while place < len(self._mini_fat) and len(pieces) * 64 < entry.size:
                if place in seen:
                    raise damaged("a chain of its OLE sectors loops")
                seen.add(place)
                pieces.append(self._mini_stream[place * 64 : place * 64 + 64])
                place = self._mini_fat[place]
            data = b"".join(pieces)
        if len(data) < entry.size:
            raise damaged(f"its stream {entry.name!r} is cut off")
        return data[: entry.size]

    def _sector(self, number: int) -> bytes:
        if number >= self._sectors:
            raise damaged("its OLE sectors point outside the file")
        return self._data[(number + 1) * self._size : (number + 2) * self._size]

    def _read_fat(self) -> tuple[int, ...]:
        sectors = [s for s in struct.unpack_from("<109I", self._data, 76) if s < _END - 1]
        more, seen = struct.unpack_from("<I", self._data, 68)[0], set[int]()
        while more < self._sectors:
            if more in seen:
                raise damaged("a chain of its OLE sectors loops")
            seen.add(more)
            *numbers, more = self._numbers(self._sector(more))
            sectors += [s for s in numbers if s < _END - 1]
        if len(sectors) > self._sectors or len(set(sectors)) != len(sectors):
            raise damaged("its OLE sector table is longer than the file")
        return tuple(n for sector in sectors for n in self._numbers(self._sector(sector)))

    @staticmethod
    def _numbers(data: bytes) -> tuple[int, ...]:
        count = len(data) // 4
        return struct.unpack(f"<{count}I", data[: count * 4])

    def _read_numbers(self, start: int) -> tuple[int, ...]:
        return self._numbers(self._gather(start)) if start < self._sectors else ()

    def _chain(self, start: int) -> list[int]:
        chain, seen, place = [], set[int](), start
        while place < _END - 1:
            if place in seen:
                raise damaged("a chain of its OLE sectors loops")
            if place >= self._sectors or place >= len(self._fat):
                raise damaged("its OLE sectors point outside the file")
            seen.add(place)
            chain.append(place)
            place = self._fat[place]
        return chain

    def _gather(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in self._chain(start))

    def _read_directory(self, start: int) -> list[_Entry]:
        data = self._gather(start)
        entries = []
        for place in range(0, len(data) - 127, 128):
            length, kind = struct.unpack_from("<HB", data, place + 64)
            first, size = struct.unpack_from("<II", data, place + 116)
            name = data[place : place + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            if kind in (1, 2, 5):
                entries.append(_Entry(name, kind, first, size))
        if not entries or entries[0].kind != 5 or len(entries) > _MAX_ENTRIES:
            raise damaged("its OLE directory makes no sense")
        return entries
