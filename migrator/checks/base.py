"""What a check is: a query over golden records that finds those that fail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from migrator.model.schema import Entity
from migrator.model.text import Text


@dataclass(frozen=True)
class CheckContext:
    """`table` is the quoted name of the staging table that is checked (columns as
    `store.names.golden` says), `fields` the names that the rule looks at, `options` its
    options."""

    table: str
    entity: Entity
    fields: tuple[str, ...]
    options: Any
    parents: dict[str, str]  # entity name -> quoted name of its golden table


@dataclass(frozen=True)
class Check:
    """One entry of the registry. `select` builds SQL (DuckDB) that yields failing rows as
    `row` BIGINT (_gid) and the VARCHAR columns `field`, `code`, `value`, `detail`; it never changes
    data. Every code it can yield is listed in `codes`."""

    id: str
    title: Text
    help: Text
    options: type
    codes: tuple[str, ...]
    select: Callable[[CheckContext], str]
