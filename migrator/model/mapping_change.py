"""One difference between two states of the mapping document, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class MappingChange:
    """A cell that differs. `feed` is the feed's id and `entity` what it feeds; `target` the field
    ("" for what belongs to the feed itself). `what` is `row` (a row came or went), `sources`,
    `steps`, `default`, `lookup`, `collision`, `status`, `owner`, `note`, `comment`, `value` (with
    the legacy value in `key`), `left_out` (with the column in `key`), `filter` (with the expression
    in `key`), `record_key` or `feed`. `old` and `new` are as people write them, "" for nothing;
    `who` is known only where a copy names its editor."""

    feed: str
    entity: str
    target: str
    what: str
    old: str
    new: str
    key: str = ""
    who: str = ""
