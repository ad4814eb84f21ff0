"""Tables, columns and keys as a catalogue knows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from migrator.databases.native import Native
from migrator.model.schema import CheckConstraint
from migrator.model.source import ForeignKey


@dataclass(frozen=True)
class CatalogColumn:
    """`native` is the type's own text and `meaning` what it means; `default` the SQL of a default;
    `generated` whether the database fills it when nothing is sent; `computed` whether it cannot be
    written at all; `values` the words of an enum; `charset` the column's own (MySQL)."""

    name: str
    native: str
    meaning: Native
    nullable: bool = True
    default: str | None = None
    generated: bool = False
    computed: bool = False
    values: tuple[str, ...] = ()
    charset: str = ""


@dataclass(frozen=True)
class CatalogTable:
    """`namespace` is "" for the schema that unqualified names mean. `problem` says why the
    columns could not be read ("" normally). Partial and expression indexes are left out."""

    name: str
    columns: tuple[CatalogColumn, ...] = ()
    namespace: str = ""
    view: bool = False
    primary_key: tuple[str, ...] = ()
    unique_keys: tuple[tuple[str, ...], ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    checks: tuple[CheckConstraint, ...] = ()
    problem: str = ""

    @property
    def full_name(self) -> str:
        """The name as people see it, with the namespace when it is not the default one."""
        return f"{self.namespace}.{self.name}" if self.namespace else self.name


def distinct(
    keys: Iterable[Sequence[str]], but: Iterable[Sequence[str]] = ()
) -> tuple[tuple[str, ...], ...]:
    """Keys in order, each once, without those in `but`."""
    seen = {tuple(key) for key in but}
    kept: list[tuple[str, ...]] = []
    for key in map(tuple, keys):
        if key and key not in seen:
            seen.add(key)
            kept.append(key)
    return tuple(kept)
