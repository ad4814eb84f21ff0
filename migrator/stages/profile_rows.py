"""Which rows stand behind a figure of a column's profile."""

from __future__ import annotations

from migrator.advice.quality import READS_AS, misfits
from migrator.model.profile import ColumnProfile
from migrator.stages import profile_sql as sql
from migrator.store.names import literal, quote
from migrator.store.staging import Staging

EMPTY, MISFIT, VALUE = "empty", "misfit", "value"

_GUARDS = dict(sql.GUARDS)
_ODD = {code: (guard, condition) for code, guard, condition in sql.VALUE_ODD}
_MARKS = {mark: (guard, condition) for mark, guard, condition in sql.MARKS}
# Oddities of a mixture: the rows are those of the rarer kind.
_MIXED = {
    "mixed_digits": ("latin_digits", "other_digits"),
    "mixed_calendars": ("jalali", "western"),
}
_FILLED = "not regexp_full_match(v, '\\s*')"


def row_numbers(
    staging: Staging,
    relation: str,
    column: str,
    asked: tuple[ColumnProfile, str, str],
    limit: int,
) -> tuple[int, list[int]]:
    """How many rows of a snapshot are meant, and the `_row` of the first `limit` of them.

    `asked` is (the column's profile, what, value): what is `empty`, `misfit`, `value` (rows that
    hold exactly `value`), or a code of ODDITIES. KeyError for another word.
    """
    profile, what, value = asked
    rows = f"(select _row, {quote(column)} as v from {quote(relation)})"
    if what == "case_variants":
        return _numbers(staging, _spellings(rows), limit)
    condition = _condition(staging, rows, profile, what, value)
    return _numbers(staging, f"select _row from {rows} where {condition}", limit)


def _numbers(staging: Staging, select: str, limit: int) -> tuple[int, list[int]]:
    total = int(staging.scalar(f"select count(*) from ({select})"))
    found = staging.rows(f"select _row from ({select}) order by _row limit {limit}")
    return total, [int(row[0]) for row in found]


def _condition(staging: Staging, rows: str, profile: ColumnProfile, what: str, value: str) -> str:
    if what == EMPTY:
        return f"v is null or not ({_FILLED})"
    if what == VALUE:
        return f"v = {literal(value)}"
    if what == "blank":
        return f"not ({_FILLED}) and v <> ''"
    if what == MISFIT:
        wanted = ", ".join(literal(kind) for kind in READS_AS.get(profile.type, ()))
        return f"{_FILLED} and {_kind()} not in ({wanted})" if misfits(profile) else "false"
    if what in _MIXED:
        return f"{_FILLED} and {_rarer(staging, rows, *_MIXED[what])}"
    return f"{_FILLED} and {_guarded(*_ODD[what])}"


def _guarded(guard: str, condition: str) -> str:
    if not guard:
        return f"({condition})"
    told = " and ".join(f"({_named(part)})" for part in guard.split(" and "))
    return f"(case when {told} then {condition} else false end)"


def _named(part: str) -> str:
    """A guard's condition; `not numeric` is the other way round."""
    negated = part.startswith("not ")
    condition = _GUARDS[part.removeprefix("not ")]
    return f"not ({condition})" if negated else condition


def _kind() -> str:
    cases = " ".join(
        f"when {_guarded(guard, condition)} then '{kind}'" for kind, guard, condition in sql.TYPES
    )
    return f"(case {cases} else 'text' end)"


def _rarer(staging: Staging, rows: str, left: str, right: str) -> str:
    """The condition of the two that fewer rows fulfil."""
    first, second = _guarded(*_MARKS[left]), _guarded(*_MARKS[right])
    one, other = staging.rows(
        f"select count(*) filter ({first}), count(*) filter ({second}) from {rows} where {_FILLED}"
    )[0]
    return first if one <= other else second


def _spellings(rows: str) -> str:
    """Rows in another spelling than the most frequent one; spellings differ by case and outer
    spaces only."""
    return f"""select _row from {rows} join (
            select v, row_number() over (partition by lower(trim(v)) order by n desc, v) as place
            from (select v, count(*) as n from {rows}
                where {_FILLED} and strlen(v) <= 200 group by v)
        ) using (v) where place > 1"""
