"""Marks by which a file shows that it was written again, whatever the clocks say."""

from __future__ import annotations

from pathlib import Path


def stamp(uri: str) -> list[list[int]]:
    """Sizes and times of writing of the file, or of the files of the folder, at `uri`; empty for
    what is neither. Equal stamps mean that nothing was written in between: times are compared
    with each other only, never with a clock."""
    place = Path(uri)
    try:
        if place.is_file():
            return [_mark(place)]
        if place.is_dir():
            return sorted(_mark(entry) for entry in place.iterdir() if entry.is_file())
    except OSError:
        pass
    return []


def _mark(file: Path) -> list[int]:
    found = file.stat()
    return [found.st_size, found.st_mtime_ns]
