"""The bytes of a plain or gzip file, in blocks, with a guard against bombs."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path

from migrator.errors import SourceError

FIRST_BLOCK = 2**18
BLOCK = 2**22
GZIP_MAGIC = b"\x1f\x8b"

# Text packs 3 to 30 times; a file of one repeated line reaches 1,000. Small files may do so too.
RATIO_LIMIT = 200
RATIO_FREE_BYTES = 64 * 2**20
INFLATED_LIMIT = 16 * 2**30


def is_gzip(path: Path) -> bool:
    """Whether the file begins as gzip does."""
    with path.open("rb") as file:
        return file.read(2) == GZIP_MAGIC


def read_blocks(path: Path, start: int = 0, end: int | None = None) -> Iterator[bytes]:
    """The (inflated) bytes from `start` to `end` in blocks, a small one first.

    SourceError if a gzip file is damaged or inflates to more than RATIO_LIMIT times its size
    (beyond RATIO_FREE_BYTES) or to more than INFLATED_LIMIT: real bytes are counted.
    """
    if is_gzip(path):
        yield from _cut(_inflate(path), start, end)
        return
    with path.open("rb") as file:
        file.seek(start)
        left = path.stat().st_size - start if end is None else end - start
        size = FIRST_BLOCK
        while left > 0 and (block := file.read(min(size, left))):
            left -= len(block)
            size = BLOCK
            yield block


def _cut(blocks: Iterator[bytes], start: int, end: int | None) -> Iterator[bytes]:
    place = 0
    for block in blocks:
        first = max(0, start - place)
        last = len(block) if end is None else min(len(block), end - place)
        place += len(block)
        if first < last:
            yield block[first:last]
        if end is not None and place >= end:
            return


def _inflate(path: Path) -> Iterator[bytes]:
    """All members of a gzip file, one after the other."""
    packed = unpacked = 0
    size = FIRST_BLOCK
    engine = zlib.decompressobj(wbits=31)
    begun = False
    rest = b""
    with path.open("rb") as file:
        while rest := rest or file.read(FIRST_BLOCK):
            try:
                block = engine.decompress(rest, size)
            except zlib.error as error:
                raise _damaged(path) from error
            left = engine.unused_data if engine.eof else engine.unconsumed_tail
            packed += len(rest) - len(left)
            unpacked += len(block)
            begun = not engine.eof
            _guard(path, packed, unpacked)
            if engine.eof:
                engine = zlib.decompressobj(wbits=31)
                left = left.lstrip(b"\0")  # padding between members
            rest = left
            if block:
                size = BLOCK
                yield block
    if begun:
        raise _damaged(path)


def _guard(path: Path, packed: int, unpacked: int) -> None:
    bomb = unpacked > RATIO_FREE_BYTES and unpacked > RATIO_LIMIT * max(packed, 1)
    if bomb or unpacked > INFLATED_LIMIT:
        raise SourceError(
            f'"{path.name}" was refused: it unpacks to more than'
            f" {min(RATIO_LIMIT * max(packed, 1), INFLATED_LIMIT) // 2**20:,} MiB,"
            f" over {RATIO_LIMIT} times its packed size or over {INFLATED_LIMIT // 2**30} GiB.",
            hint="If the file is genuine, unpack it yourself and open the unpacked file.",
            path=str(path),
            reason="expansion",
        )


def _damaged(path: Path) -> SourceError:
    return SourceError(
        f'"{path.name}" is a damaged gzip file.',
        hint="Copy or download it again.",
        path=str(path),
        reason="damaged",
    )
