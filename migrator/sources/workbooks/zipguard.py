"""The guard in front of every zip-based workbook: names, sizes as really inflated, checksums."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO, BinaryIO

from migrator.sources.workbooks.base import damaged, hostile

MAX_ENTRIES = 10_000
MAX_PART = 6 << 30  # bytes of one part once inflated
MAX_RATIO = 100  # inflated : stored, judged beyond RATIO_FROM bytes
RATIO_FROM = 32 << 20
CHUNK = 1 << 20

_TROUBLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)


class CountedPart:
    """A part of the package as a byte stream that counts what really comes out."""

    def __init__(self, stream: IO[bytes], name: str, stored: int) -> None:
        self._stream = stream
        self._name = name
        self._stored = max(stored, 1)
        self.inflated = 0

    def read(self, size: int = CHUNK) -> bytes:
        """Up to `size` more bytes, b"" at the end; SourceError if damaged or blown up."""
        try:
            data = self._stream.read(size)
        except _TROUBLE as error:
            raise damaged(f"the part {self._name!r} cannot be unpacked") from error
        self.inflated += len(data)
        if self.inflated > MAX_PART:
            raise hostile(f"{self._name!r} unpacks to more than {MAX_PART >> 30} GiB")
        if self.inflated > RATIO_FROM and self.inflated > MAX_RATIO * self._stored:
            raise hostile(_blown_up(self._name))
        return data


class Package:
    """A zip file whose directory has been judged; every part is read through CountedPart."""

    def __init__(self, file: BinaryIO) -> None:
        try:
            self._zip = zipfile.ZipFile(file)
        except _TROUBLE as error:
            raise damaged("its zip directory cannot be read, it may have been cut off") from error
        self._check_directory(self._zip.infolist())
        self._names = {_plain_name(i.filename).lower(): i for i in self._zip.infolist()}

    @staticmethod
    def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
        if len(entries) > MAX_ENTRIES:
            raise hostile(f"it has {len(entries):,} parts, more than {MAX_ENTRIES:,}")
        counts = Counter(_plain_name(entry.filename).lower() for entry in entries)
        twice = [name for name, count in counts.items() if count > 1]
        if twice:
            raise hostile(f"it holds two parts called {twice[0]!r}, so its content is ambiguous")
        for entry in entries:
            _check_entry(entry)

    def names(self) -> tuple[str, ...]:
        """The part names in small letters, with forward slashes."""
        return tuple(self._names)

    def has(self, name: str) -> bool:
        """Whether a part of this name exists; capitals do not matter, as in Office."""
        return name.lower() in self._names

    @contextmanager
    def open(self, name: str) -> Iterator[CountedPart]:
        """The part as a counted stream; its checksum is verified when it is read to the end."""
        info = self._names.get(name.lower())
        if info is None:
            raise damaged(f"the part {name!r} is missing")
        try:
            stream = self._zip.open(info)
        except _TROUBLE as error:
            raise damaged(f"the part {name!r} cannot be unpacked") from error
        with stream:
            yield CountedPart(stream, name, info.compress_size)

    def read(self, name: str, limit: int) -> bytes:
        """A whole small part; refused if it is larger than `limit` bytes."""
        pieces = []
        with self.open(name) as part:
            while piece := part.read():
                pieces.append(piece)
                if part.inflated > limit:
                    raise hostile(f"{name!r} is larger than {limit >> 20} MiB")
        return b"".join(pieces)

    def check_parts(self) -> None:
        """Unpack every part once and throw it away: for readers that open the file themselves."""
        for name in self.names():
            with self.open(name) as part:
                while part.read():
                    pass

    def close(self) -> None:
        """Release the zip file; the file under it belongs to the caller."""
        self._zip.close()


def _blown_up(name: str) -> str:
    return f"the part {name[:60]!r} unpacks to more than {MAX_RATIO} times its size in the file"


def _plain_name(name: str) -> str:
    return name.replace("\\", "/")


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = _plain_name(entry.filename)
    # A leading slash is common in files of some exporters (the part name form of the standard).
    if ".." in PurePosixPath(name).parts or ":" in name.split("/")[0] or "\0" in name:
        raise hostile(f"a part is called {entry.filename[:60]!r}, which points outside the file")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise hostile(f"the part {entry.filename[:60]!r} is a link")
    if entry.file_size > max(RATIO_FROM, MAX_RATIO * entry.compress_size):
        # Only a quick refusal: what really comes out is counted again in CountedPart.
        raise hostile(_blown_up(name))
    if entry.flag_bits & 0x1:
        raise damaged(f"the part {entry.filename[:60]!r} is encrypted on its own")
