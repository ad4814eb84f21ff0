"""How good the values of a column are: what fits, what a rule cures, what a person must decide."""

from __future__ import annotations

import re
from collections.abc import Iterable

from migrator.model.profile import ColumnProfile
from migrator.model.schema import FieldType
from migrator.model.views.assess import Quality, Split

# Oddities that no rule can undo, because something is lost or contradicts itself. What is in
# neither set is cured by a transform.
UNDECIDED = frozenset({"impossible_date", "lost_letters", "scientific", "homoglyphs"})
# Not odd where values stay text: a code or a phone number may begin with zeros.
HARMLESS = frozenset({"leading_zeros"})

# The kinds of values (profile_sql.TYPES) that a column's type takes.
READS_AS = {
    FieldType.INTEGER: ("integer",),
    FieldType.DECIMAL: ("integer", "decimal"),
    FieldType.DATE: ("date",),
    FieldType.DATETIME: ("date", "datetime"),
    FieldType.BOOLEAN: ("boolean",),
}
DATED = frozenset({FieldType.DATE, FieldType.DATETIME})
_DATE_MEANINGS = frozenset({"date", "datetime", "birth_date"})


def misfits(column: ColumnProfile) -> int:
    """Filled rows whose value does not read as the column's type; 0 for text, which takes all."""
    kinds = READS_AS.get(column.type)
    # A column of nothing but 0 and 1 is a boolean though its values read as numbers.
    if kinds is None or column.type_share >= 1.0:
        return 0
    return max(0, column.filled - sum(one.rows for one in column.types if one.value in kinds))


def split_of(column: ColumnProfile, orphans: int = 0) -> Split:
    """The rows of a column by what they need.

    Unfit are the values that do not read as the type, or the most frequent oddity that no rule can
    undo, or the `orphans` (rows whose parent is missing), whichever is most; odd is the most
    frequent oddity of the rest. The profile counts each oddity by itself, and one value may show
    several: adding them up would count it twice, so both figures are lower bounds.
    """
    lost = max((odd.rows for odd in column.odd if odd.code in UNDECIDED), default=0)
    unfit = min(column.filled, max(misfits(column), lost, orphans))
    curable = (o.rows for o in column.odd if o.code not in UNDECIDED | HARMLESS | {"blank"})
    odd = min(column.filled - unfit, max(curable, default=0))
    return Split(column.filled - unfit - odd, odd, unfit, column.empty)


def quality_of(splits: Iterable[Split]) -> Quality:
    """The quality score of columns.

    For each column that holds a value: ready = fits / filled, curable = odd / filled, undecided =
    unfit / filled. Each of the three is averaged over the columns, every column counting the same
    however many rows its table has; the score is 100 times the average of ready, rounded down.
    Empty cells do not count: only the target knows whether a value is missed.
    """
    filled = [split for split in splits if split.filled]
    if not filled:
        return Quality()
    count = len(filled)
    return Quality(
        ready=sum(split.fits / split.filled for split in filled) / count,
        curable=sum(split.odd / split.filled for split in filled) / count,
        undecided=sum(split.unfit / split.filled for split in filled) / count,
        columns=count,
    )


def date_styles(column: ColumnProfile) -> tuple[str, ...]:
    """The ways in which dates are written in a column of dates, as far as its most frequent
    patterns show: order of the parts, what separates them, Persian or Latin digits. Empty for
    other columns."""
    if column.type not in DATED and column.meaning not in _DATE_MEANINGS:
        return ()
    return tuple(
        dict.fromkeys(_style(one.value) for one in column.patterns if _is_dated(one.value))
    )


def style_of(value: str) -> str:
    """The way in which a date is written."""
    return _style(re.sub("[۰-۹٠-٩]", "۹", re.sub("[0-9]", "9", value)))


def _style(pattern: str) -> str:
    for groups, part in (("9{4}", "Y"), ("9+", "D"), ("۹{4}", "ی"), ("۹+", "ر")):
        pattern = re.sub(groups, part, pattern)
    return pattern


def _is_dated(pattern: str) -> bool:
    return len(re.findall("9+|۹+", pattern)) >= 2
