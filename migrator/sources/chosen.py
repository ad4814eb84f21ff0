"""Types that people chose for columns: a source whose guesses were corrected.

The option `type:<column>` of a table (or of the whole source) names a FieldType. Values stay text;
the type is what profiles, suggestions and forms take the column for.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from migrator.errors import SourceError
from migrator.model.schema import FieldType
from migrator.model.source import TYPE_OPTION, SourceColumn, SourceTable
from migrator.sources.base import HeadedSource, OpenOptions, ReadBatch, Source, TopRow

CHOICES = tuple(kind.value for kind in FieldType)


def without_types(options: OpenOptions) -> OpenOptions:
    """What is left for the reader."""
    tables = {name: _others(given) for name, given in options.table.items()}
    return replace(
        options,
        table={name: given for name, given in tables.items() if given},
        source=_others(options.source),
    )


def has_types(options: OpenOptions) -> bool:
    """Whether a type is chosen for some column."""
    every = (options.source, *options.table.values())
    return any(_types(given) for given in every)


class Chosen:
    """A source as its reader gives it, with the chosen types in place of its guesses."""

    def __init__(self, source: Source, options: OpenOptions) -> None:
        self._source = source
        self._options = options

    def discover(self) -> tuple[SourceTable, ...]:
        """The tables; SourceError for a type that does not exist, or a column of the whole
        source's options that no table has."""
        tables = self._source.discover()
        known = {column.name for table in tables for column in table.columns}
        for name in _types(self._options.source):
            if name not in known:
                near = difflib.get_close_matches(name, sorted(known), n=1)
                raise SourceError(
                    f'There is no column called "{name}".',
                    hint=f'Did you mean "{near[0]}"?' if near else "Look at the tables first.",
                )
        return tuple(self._corrected(table) for table in tables)

    def read(self, table: str, limit: int | None = None) -> Iterator[ReadBatch]:
        """The reader's own records: no value is changed by a type."""
        return self._source.read(table, limit)

    def top(self, table: str, limit: int) -> tuple[TopRow, ...]:
        """The reader's own first rows."""
        source = self._source
        return source.top(table, limit) if isinstance(source, HeadedSource) else ()

    def identity(self) -> str:
        """That of the source: a type is no part of its content."""
        return self._source.identity()

    def close(self) -> None:
        """Close the source."""
        self._source.close()

    def _corrected(self, table: SourceTable) -> SourceTable:
        given = {**self._options.source, **self._options.table.get(table.name, {})}
        types = _types(given)
        return replace(table, columns=tuple(_taken(c, types.get(c.name)) for c in table.columns))


def _taken(column: SourceColumn, kind: str | None) -> SourceColumn:
    if not kind:
        return column
    if kind not in CHOICES:
        raise SourceError(
            f'The column "{column.name}" cannot be taken for "{kind}".',
            hint=f"Known types are {', '.join(CHOICES)}.",
        )
    return replace(column, type=FieldType(kind), chosen=True)


def _types(options: Mapping[str, Any]) -> dict[str, str]:
    return {
        name.removeprefix(TYPE_OPTION): str(kind).strip().lower()
        for name, kind in options.items()
        if name.startswith(TYPE_OPTION)
    }


def _others(options: Mapping[str, Any]) -> dict[str, Any]:
    return {name: v for name, v in options.items() if not name.startswith(TYPE_OPTION)}
