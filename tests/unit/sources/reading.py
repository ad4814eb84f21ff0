"""What tests of readers share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from migrator.sources.base import CellNote, OpenOptions, ReadBatch, Source, Unreadable
from migrator.sources.delimited import DelimitedSource


@dataclass
class Content:
    """All of a table: `rows` are cells without the ordinal, which `ordinals` has."""

    ordinals: list[int] = field(default_factory=list)
    rows: list[tuple[str | None, ...]] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    notes: list[CellNote] = field(default_factory=list)

    @property
    def codes(self) -> list[tuple[int, str]]:
        return [(bad.ordinal, bad.code) for bad in self.unreadable]


def gather(batches: Iterable[ReadBatch]) -> Content:
    content = Content()
    for batch in batches:
        for ordinal, *cells in zip(*(c.to_pylist() for c in batch.rows.columns), strict=True):
            content.ordinals.append(ordinal)
            content.rows.append(tuple(cells))
        content.unreadable += batch.unreadable
        content.notes += batch.notes
    return content


def read_all(source: Source, table: int = 0, limit: int | None = None) -> Content:
    return gather(source.read(source.discover()[table].name, limit))


def delimited(folder: Path, data: bytes, name: str = "t.csv", **options: str) -> DelimitedSource:
    """A delimited source over a new file."""
    path = folder / name
    path.write_bytes(data)
    return DelimitedSource(path, OpenOptions(source=options))
