"""The pairs to compare: rows that share a block of some rule, each pair once.

A rule that is right for a small table (the name alone) makes millions of pairs in a big one, nearly
all of them of people who share nothing else. So a rule has a budget of pairs: its small blocks are
compared whole, and in blocks above a size only those pairs that agree in some other field too, as
far as a cheap key of that field can tell (see `_HINTS`; keys are made so that one slip of the pen
leaves one of them). What is lost are true pairs that share a common name and nothing else that is
written alike (0.4 % of them among a million made-up customers).
"""

from __future__ import annotations

from collections.abc import Sequence

from migrator.model.matching import BlockingRule
from migrator.stages.match_fields import KeyedField
from migrator.stages.match_table import ROWS, MatchTable, split_key
from migrator.store.staging import Staging

PAIRS = "match_pairs"
PAIRED = "match_paired"

# Keys of a field of which one is enough to make a pair worth comparing, by kind of field. Short
# words (cities, genders) are left out where there is anything else: half the town shares them.
_HINTS: dict[str, tuple[str, ...]] = {
    "name": ("{s}",),
    "company": ("{s}",),
    "text": ("{k}", "{c}"),
    "email": ("{k}", "{p}"),
    "phone": ("left({k}, 6)", "right({k}, 5)"),
    "code": ("left({k}, 5)", "right({k}, 5)"),
    "postal": ("{k}",),
    "date": ("left({k}, 6)", "right({k}, 4)"),
    "address": ("{d}", "{p}"),
    "url": ("{k}",),
}
_WEAK_HINTS: dict[str, tuple[str, ...]] = {"word": ("{k}",)}


def build(staging: Staging, table: MatchTable, rules: Sequence[BlockingRule], compared: int) -> int:
    """Create PAIRS (join_key_l < join_key_r, match_key) of the table, as Splink takes them, and
    PAIRED, what is compared of the rows in them; the first `compared` fields are the ones
    compared. Returns how many pairs there are."""
    parts = ["select 0::bigint as a, 0::bigint as b where false"]
    for no, (rule, facts) in enumerate(zip(rules, table.blocks, strict=True)):
        if not facts.narrowed_above:
            parts.append(_equal(ROWS, f"b{no}"))
            continue
        used = {split_key(key)[0] for key in rule.keys}
        other = [part for part in table.fields[:compared] if part.field not in used]
        parts += _narrowed(staging, no, facts.narrowed_above, _hints(other))
    staging.run(
        f"create or replace table {PAIRS} as select a as join_key_l, b as join_key_r,"
        f" '0' as match_key from (select distinct a, b from ({' union all '.join(parts)}))"
    )
    for no in range(len(rules)):
        staging.run(f"drop table if exists match_hints_{no}")
    _paired(staging, table.fields[:compared])
    return int(staging.scalar(f"select count(*) from {PAIRS}"))


def _paired(staging: Staging, fields: Sequence[KeyedField]) -> None:
    columns = ", ".join(name for field in fields for name in (*field.columns, f"n{field.no}"))
    staging.run(
        f"create or replace table {PAIRED} as select rid, {columns} from {ROWS} where rid in"
        f" (select join_key_l from {PAIRS} union select join_key_r from {PAIRS})"
    )


def drop(staging: Staging, rules: int = 0) -> None:
    """Remove what `build` made for so many rules."""
    for table in (PAIRS, PAIRED, *(f"match_hints_{no}" for no in range(rules))):
        staging.run(f"drop table if exists {table}")


def _hints(fields: Sequence[KeyedField]) -> list[str]:
    return _keys(fields, _HINTS) or _keys(fields, _WEAK_HINTS)


def _keys(fields: Sequence[KeyedField], hints: dict[str, tuple[str, ...]]) -> list[str]:
    return [
        hint.format(**{letter: field.column(letter) for letter in "kpsdc"})
        for field in fields
        for hint in hints.get(field.kind, ())
    ]


def _equal(table: str, key: str) -> str:
    return (
        f"select l.rid as a, r.rid as b from {table} l join {table} r"
        f" on l.{key} = r.{key} and l.rid < r.rid"
    )


def _narrowed(staging: Staging, no: int, above: int, hints: Sequence[str]) -> list[str]:
    """SELECTs of the pairs of rule `no`: all of blocks of up to `above` rows, of bigger ones those
    with a hint. One hash per block and hint makes each a join of its own, which touches far fewer
    pairs than a look at all pairs of the block."""
    # An empty key is no hint: NULL, never equal to anything.
    keys = "".join(
        f", case when n > {above} and {hint} <> '' then hash(b{no}, {hint}) end as e{place}"
        for place, hint in enumerate(hints)
    )
    staging.run(
        f"create or replace table match_hints_{no} as select rid,"
        f" case when n <= {above} then h end as whole{keys}"
        f" from {ROWS} join match_block_{no} on b{no} = h"
    )
    columns = ["whole", *(f"e{place}" for place in range(len(hints)))]
    return [_equal(f"match_hints_{no}", column) for column in columns]
