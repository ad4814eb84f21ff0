"""The match table: one narrow row per row of the entity, with keys to compare and keys to block.

Besides the key columns of match_fields it has `n<no>` (rows that hold the same `k` value, at least
1) and `b<rule>` (hash of a blocking rule's keys). A block key is NULL for rows that are alone and
for blocks that are too big: those rows are not compared by that rule, and reported.

Derived keys of a blocking rule (`field:key`):

    (none)    the compared value itself (`k`)
    skeleton  consonants of the words, sorted: equal for علی کریمی, Karimi Ali and علي كريمي
    start     first four letters of the skeleton
    local     the part of an e-mail address before the @
    digits    the numbers of an address, or the digits before the @
    last7     last seven digits of a phone number
    place     the first letters of an address and its numbers, without the last one where it has
              more (the same building, whatever the flat)
    district  first four characters of a postal code
    year      year of a date
    code      the longest word with a digit in it (model numbers)
    rare      the rarest of the words of a text that more than one row has
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from migrator.model.matching import BlockingRule
from migrator.progress import Progress
from migrator.stages.match_fields import KeyedField, key_batches, key_schema
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging

ROWS = "match_rows"
BASE = "match_base"
PAIR_BUDGET = 20_000_000
WHOLE_PAIRS = 300_000

_DERIVED = {
    "": "{k}",
    "skeleton": "{s}",
    "start": "left({s}, 4)",
    "local": "{p}",
    "digits": "{d}",
    "last7": "right({k}, 7)",
    "place": "left({p}, 3) || regexp_replace({d}, '^(.+)-[^-]*$', '\\1')",
    "district": "left({k}, 4)",
    "year": "left({k}, 4)",
    "code": "{c}",
    "rare": "r{no}",
}


@dataclass(frozen=True)
class BlockFacts:
    """One blocking rule's work: pairs it can make, biggest block that was compared, and the blocks
    and rows that were skipped because of their size. In blocks of more than `narrowed_above` rows
    only pairs that agree elsewhere too were compared (0: no block was narrowed)."""

    rule: str
    pairs: int
    biggest: int
    skipped_blocks: int
    skipped_rows: int
    narrowed_above: int = 0


@dataclass(frozen=True)
class MatchTable:
    """What was built: keyed fields (compared ones first), facts of the blocking rules in their
    order, and the number of rows."""

    fields: tuple[KeyedField, ...]
    blocks: tuple[BlockFacts, ...]
    rows: int


def split_key(key: str) -> tuple[str, str]:
    """A blocking key as (field, derived key)."""
    field, _, derived = key.rpartition(":")
    return (field, derived) if field and derived in _DERIVED else (key, "")


def key_sql(key: str, fields: dict[str, KeyedField]) -> str:
    """SQL of a blocking key over the match table."""
    name, derived = split_key(key)
    field = fields[name]
    columns = {letter: field.column(letter) for letter in "kpsdc"}
    return _DERIVED[derived].format(no=field.no, **columns)


def build(
    staging: Staging,
    entity: str,
    fields: Sequence[KeyedField],
    rules: Sequence[BlockingRule],
    limits: tuple[int, Progress],
    source: str = "",
) -> MatchTable:
    """Create ROWS from clean_<entity>, or from the SELECT `source` of `_rid` and the fields in
    order; `limits` is (max_block, progress)."""
    max_block, progress = limits
    progress.update(0, None, f"{entity}: match keys")
    columns = ", ".join(quote(field.field) for field in fields)
    given = staging.arrow(source or f"select _rid, {columns} from {quote(names.clean(entity))}")
    rows = staging.write(BASE, key_schema(fields), key_batches(given, fields))
    by_name = {field.field: field for field in fields}
    _count_values(staging, fields)
    rare = _rare_words(staging, rules, by_name)
    progress.update(0, None, f"{entity}: blocks")
    facts = tuple(
        _block(staging, no, rule, (by_name, rare, max_block)) for no, rule in enumerate(rules)
    )
    _assemble(staging, fields, rules, (by_name, rare))
    return MatchTable(tuple(fields), facts, rows)


def drop(staging: Staging, fields: int = 0, rules: int = 0) -> None:
    """Remove everything that `build` made."""
    for view in (BASE,):
        staging.run(f"drop view if exists {view}")
        staging.run(f"drop table if exists {quote(f'{view}__{staging.version[:8]}')}")
    tables = [ROWS]
    tables += [f"match_count_{no}" for no in range(fields)]
    tables += [f"match_rare_{no}" for no in range(fields)]
    tables += [f"match_block_{no}" for no in range(rules)]
    for table in tables:
        staging.run(f"drop table if exists {table}")


def _count_values(staging: Staging, fields: Sequence[KeyedField]) -> None:
    for field in fields:
        key = f"k{field.no}"
        staging.run(
            f"create or replace table match_count_{field.no} as select {key} as v,"
            f" count(*)::uinteger as n from {BASE} where {key} is not null group by {key}"
            " having count(*) > 1"
        )


def _rare_words(
    staging: Staging, rules: Sequence[BlockingRule], fields: dict[str, KeyedField]
) -> set[int]:
    """Tables match_rare_<no> (rid, r) for the text fields that some rule blocks by `rare`."""
    wanted = {
        fields[name].no
        for rule in rules
        for name, derived in map(split_key, rule.keys)
        if derived == "rare"
    }
    for no in sorted(wanted):
        words = f"t{no}" if fields_kind(fields, no) == "text" else f"[k{no}]"
        staging.run(
            f"create or replace table match_rare_{no} as"
            f" with words as (select rid, unnest({words}) as w from {BASE}),"
            " often as (select w, count(*) as n from words where w is not null group by w"
            " having count(*) > 1)"
            " select rid, arg_min(w, (n, w)) as r from words join often using (w) group by rid"
        )
    return wanted


def fields_kind(fields: dict[str, KeyedField], no: int) -> str:
    """Kind of the keyed field at place `no`."""
    return next(field.kind for field in fields.values() if field.no == no)


def _source(rare: set[int]) -> str:
    joins = "".join(
        f" left join (select rid as rid{no}, r as r{no} from match_rare_{no})"
        f" on {BASE}.rid = rid{no}"
        for no in sorted(rare)
    )
    return BASE + joins


def _hash(rule: BlockingRule, fields: dict[str, KeyedField]) -> tuple[str, str]:
    """(hash of the rule's keys, when all of them are there)."""
    keys = [key_sql(key, fields) for key in rule.keys]
    return f"hash({', '.join(keys)})", " and ".join(f"{key} <> ''" for key in keys)


def _block(
    staging: Staging,
    no: int,
    rule: BlockingRule,
    context: tuple[dict[str, KeyedField], set[int], int],
) -> BlockFacts:
    """Table match_block_<no> (h): keys of the blocks to compare."""
    fields, rare, cap = context
    value, present = _hash(rule, fields)
    staging.run(
        f"create or replace table match_block_{no} as select {value} as h, count(*) as n"
        f" from {_source(rare)} where {present} group by 1 having count(*) > 1"
    )
    cap = _within(staging, no, cap, PAIR_BUDGET)
    facts = staging.rows(
        f"select coalesce(sum(n * (n - 1) // 2) filter (n <= {cap}), 0),"
        f" coalesce(max(n) filter (n <= {cap}), 0), count(*) filter (n > {cap}),"
        f" coalesce(sum(n) filter (n > {cap}), 0) from match_block_{no}"
    )[0]
    staging.run(f"delete from match_block_{no} where n > {cap}")
    pairs, biggest, blocks, rows = (int(number) for number in facts)
    whole = _within(staging, no, biggest, WHOLE_PAIRS)
    narrowed = whole if whole < biggest else 0
    return BlockFacts(" + ".join(rule.keys), pairs, biggest, blocks, rows, narrowed)


def _within(staging: Staging, no: int, cap: int, budget: int) -> int:
    """The block size, at most `cap`, up to which all blocks together make `budget` pairs."""
    while _pairs(staging, no, cap) > budget and cap > 2:
        cap = cap * 3 // 4
    return cap


def _pairs(staging: Staging, no: int, cap: int) -> int:
    return int(
        staging.scalar(
            f"select coalesce(sum(n * (n - 1) // 2), 0) from match_block_{no} where n <= {cap}"
        )
    )


def _assemble(
    staging: Staging,
    fields: Sequence[KeyedField],
    rules: Sequence[BlockingRule],
    context: tuple[dict[str, KeyedField], set[int]],
) -> None:
    by_name, rare = context
    columns = ["rid", *(name for field in fields for name in field.columns)]
    joins = []
    for field in fields:
        columns.append(f"coalesce(c{field.no}_.n, 1)::uinteger as n{field.no}")
        joins.append(
            f"left join match_count_{field.no} c{field.no}_ on k{field.no} = c{field.no}_.v"
        )
    for no, rule in enumerate(rules):
        value, present = _hash(rule, by_name)
        columns.append(f"b{no}_.h as b{no}")
        joins.append(f"left join match_block_{no} b{no}_ on b{no}_.h = {value} and {present}")
    staging.run(
        f"create or replace table {ROWS} as select {', '.join(columns)}"
        f" from {_source(rare)} {' '.join(joins)}"
    )
    staging.run(f"drop view {BASE}")
    staging.run(f"drop table {quote(f'{BASE}__{staging.version[:8]}')}")
