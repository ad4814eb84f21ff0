"""Ties between tables: declared foreign keys, and columns whose values are another's keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from migrator.advice.meaning import words_of
from migrator.model.plan import TableChoice
from migrator.model.profile import ColumnProfile, TableProfile, Tie
from migrator.model.schema import FieldType
from migrator.model.source import ForeignKey
from migrator.progress import Progress
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging

# A candidate needs this share of its distinct values among the parent's keys.
CONTAINED = 0.95
# Values alone (no likeness of names) speak only when there are this many different ones.
_TELLING_VALUES = 5
_REFERRING = frozenset(
    {"parent", "manager", "reports", "supervisor", "boss", "owner", "مادر", "سرپرست", "مدیر"}
)


@dataclass(frozen=True)
class Profiled:
    """A snapshot with its profile."""

    source: str
    choice: TableChoice
    profile: TableProfile

    def column_sql(self, name: str) -> str:
        """The snapshot's column for the source column `name`; ValueError if there is none."""
        listed = [column.name for column in self.choice.table.columns]
        return quote(f"c{listed.index(name) + 1}")


def find_ties(staging: Staging, tables: Sequence[Profiled], progress: Progress) -> list[Tie]:
    """Declared foreign keys first, then candidates, the surest first. At most one candidate per
    column, and none where a foreign key is declared."""
    declared = [tie for one in tables for tie in _declared(staging, one, tables)]
    taken = {(tie.table, tie.columns) for tie in declared}
    found: dict[tuple[str, str], Tie] = {}
    pairs = list(_candidates(tables, taken))
    for done, (child, column, parent, key, likeness) in enumerate(pairs):
        progress.update(done, len(pairs), "profile: ties between tables")
        tie = _measure(staging, child, (column.name,), parent, (key.name,))
        if tie is None or tie.contained < CONTAINED:
            continue
        sure = round(min(0.99, 0.4 + 0.5 * likeness + 0.1 * tie.contained), 3)
        said = f"{tie.contained:.0%} of its values are keys of {parent.profile.name}"
        said += "; the names agree" if likeness >= 0.6 else ""
        better = replace(tie, declared=False, confidence=sure, evidence=said)
        known = found.get((tie.table, column.name))
        if known is None or known.confidence < sure:
            found[tie.table, column.name] = better
    return declared + sorted(found.values(), key=lambda tie: (-tie.confidence, tie.table))


def _declared(staging: Staging, one: Profiled, tables: Sequence[Profiled]) -> Iterator[Tie]:
    for key in one.choice.table.foreign_keys:
        parent = _parent(one, key, tables)
        if parent is None:
            continue
        columns = key.parent_columns or parent.choice.table.primary_key
        if len(columns) != len(key.columns) or not _have(one, key.columns, parent, columns):
            continue
        tie = _measure(staging, one, key.columns, parent, columns)
        if tie is not None:
            yield replace(tie, declared=True, confidence=1.0, evidence="declared by the source")


def _parent(one: Profiled, key: ForeignKey, tables: Sequence[Profiled]) -> Profiled | None:
    return next(
        (
            other
            for other in tables
            if other.source == one.source
            and other.choice.table.name.casefold() == key.parent.casefold()
        ),
        None,
    )


def _have(
    child: Profiled, columns: Sequence[str], parent: Profiled, parent_columns: Sequence[str]
) -> bool:
    there = {column.name for column in child.choice.table.columns}
    beyond = {column.name for column in parent.choice.table.columns}
    return set(columns) <= there and set(parent_columns) <= beyond


def _candidates(
    tables: Sequence[Profiled], taken: set[tuple[str, tuple[str, ...]]]
) -> Iterator[tuple[Profiled, ColumnProfile, Profiled, ColumnProfile, float]]:
    keys = [
        (parent, parent.profile.column(key[0]))
        for parent in tables
        for key in parent.profile.keys
        if len(key) == 1 and parent.profile.rows > 1
    ]
    for child in tables:
        for column in child.profile.columns:
            if not column.filled or (child.profile.name, (column.name,)) in taken:
                continue
            for parent, key in keys:
                if parent is child and key.name == column.name:
                    continue
                likeness = _likeness(child, column, parent, key)
                if _worth_asking(column, key, likeness):
                    yield child, column, parent, key, likeness


def _worth_asking(column: ColumnProfile, key: ColumnProfile, likeness: float) -> bool:
    """Cheap reasons against: more values than the parent, another type, no likeness at all."""
    if not column.exact or column.distinct > key.distinct * 1.06 or column.type != key.type:
        return False
    if (column.longest or 0) < (key.shortest or 0) or (column.shortest or 0) > (key.longest or 0):
        return False
    if likeness >= 0.6:
        return True
    # Small whole numbers are contained in each other without meaning anything.
    telling = column.type == FieldType.TEXT and column.distinct >= _TELLING_VALUES
    return telling and not column.unique and column.meaning not in _FREE_TEXT


_FREE_TEXT = frozenset(
    {"note", "address", "city", "country", "province", "job_title", "salutation"}
)


def _likeness(
    child: Profiled, column: ColumnProfile, parent: Profiled, key: ColumnProfile
) -> float:
    words, key_words = _stems(column.name), _stems(key.name)
    table = _stems(parent.choice.table.name)
    if not words:
        return 0.0
    if words == key_words and (len(words) > 1 or words[0] not in {"id", "code", "name", "کد"}):
        # The parent's own table says whose key it is: Orders.CustomerID is a key of Customers.
        return 1.0 if set(table) & set(words) else 0.75
    if set(words) & set(table) and (set(words) - set(table)) <= {"id", "code", "no", "key", "کد"}:
        return 0.95
    if set(words) & set(table):
        return 0.7
    if parent is child and set(words) & _REFERRING:
        return 0.8
    return 0.65 if any(_same_start(a, b) for a in words for b in table) else 0.0


def _same_start(left: str, right: str) -> bool:
    shorter = min(len(left), len(right))
    return shorter >= 4 and left[:shorter] == right[:shorter]


def _stems(name: str) -> tuple[str, ...]:
    """Words without the plural's ending: customers, companies and مشتریان as customer, company."""
    return tuple(_stem(word) for word in words_of(name))


def _stem(word: str) -> str:
    for ending, by in (("ies", "y"), ("ها", ""), ("یان", "ی"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith("ss"):
            return word.removesuffix(ending) + by
    return word


def _measure(
    staging: Staging,
    child: Profiled,
    columns: Sequence[str],
    parent: Profiled,
    parent_columns: Sequence[str],
) -> Tie | None:
    """How many of the child's values the parent has; None when the child has no value."""
    mine = [f"trim({child.column_sql(name)})" for name in columns]
    keys = [f"trim({parent.column_sql(name)})" for name in parent_columns]
    filled = " and ".join(f"coalesce({part}, '') <> ''" for part in mine)
    listed = ", ".join(f"{part} as k{n}" for n, part in enumerate(mine))
    theirs = ", ".join(f"{part} as k{n}" for n, part in enumerate(keys))
    using = ", ".join(f"k{n}" for n in range(len(mine)))
    # Blank keys of the child stay out; a null on one side equals nothing on the other.
    total, lacking, orphans, examples = staging.rows(
        f"""with c as (select {listed}, count(*) as n from {quote(names.raw(child.choice.no))}
                       where {filled} group by all),
            o as (select * from c anti join
                  (select {theirs} from {quote(names.raw(parent.choice.no))}) p using ({using}))
            select (select count(*) from c), count(*), coalesce(sum(n), 0),
                   (select list(v) from (select concat_ws(', ', {using}) as v from o
                    order by n desc, v limit 5)) from o"""
    )[0]
    if not total:
        return None
    return Tie(
        table=child.profile.name,
        columns=tuple(columns),
        parent=parent.profile.name,
        parent_columns=tuple(parent_columns),
        declared=False,
        contained=round(1 - lacking / total, 4),
        orphans=int(orphans),
        examples=tuple(examples or ()),
    )
