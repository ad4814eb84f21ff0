"""SQL that answers which rows of a table are shown, and in which order. Pure: text in, text out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from migrator.errors import PlanError
from migrator.model.text import Text
from migrator.model.views.tables import Ask, Filter, Op, Rows, Sort
from migrator.store.names import literal, quote

TEXT = "VARCHAR"
# Letters and digits that look the same or mean the same, whatever keyboard wrote them.
_TWINS = ("یيى", "کك", "هة", *(f"{n}{chr(0x6F0 + n)}{chr(0x660 + n)}" for n in range(10)))


def positions(
    table: str, types: Mapping[str, str], key: str, ask: Ask, persian: Callable[[str], bool]
) -> str:
    """SELECT of row positions of the physical `table` with these column `types`. `persian` tells
    whether a text column holds Persian letters: only those are worth the dear collation.
    PlanError for a column that is not there."""
    named = [*(s.column for s in ask.sort), *(f.column for f in ask.filters)]
    unknown = [name for name in named if name not in types]
    if unknown:
        raise PlanError(
            Text(
                f"The table has no column {', '.join(map(repr, unknown))}.",
                f"جدول این ستون‌ها را ندارد: {'، '.join(unknown)}.",
            )
        )
    wanted = [_fits(one, types) for one in ask.filters]
    wanted += [_found(ask.search, types)] if ask.search.strip() else []
    wanted += _chosen(ask.where, key)
    order = [part for one in ask.sort for part in _order(one, types, persian)]
    order.append(quote(key) if key else "rowid")
    where = f" where {' and '.join(wanted)}" if wanted else ""
    return f"select rowid::integer from {quote(table)} t{where} order by {', '.join(order)}"


def _order(sort: Sort, types: Mapping[str, str], persian: Callable[[str], bool]) -> tuple[str, ...]:
    column, way = quote(sort.column), " desc nulls last" if sort.descending else " nulls last"
    if types[sort.column] != TEXT:
        return (f"{column}{way}",)
    number = f"try_cast({column} as double)"
    finite = f"case when isfinite({number}) then {number} end{way}"
    filled = f"nullif({column}, '')"
    text = f"{filled} collate fa" if persian(sort.column) else f"lower({filled})"
    return finite, f"{text}{way}", f"{column}{way}"


def _fits(one: Filter, types: Mapping[str, str]) -> str:
    column = _text(one.column, types)
    if one.op is Op.EMPTY:
        return f"coalesce({column}, '') = ''"
    if one.op is Op.NOT_EMPTY:
        return f"coalesce({column}, '') <> ''"
    ways = {Op.CONTAINS: "contains({}, {})", Op.EQUALS: "{} = {}", Op.STARTS: "starts_with({}, {})"}
    return _any(ways[one.op], column, one.text)


def _found(search: str, types: Mapping[str, str]) -> str:
    every = [_text(name, types) for name in types if not name.startswith("_")]
    hits = [_any("contains({}, {})", column, search.strip()) for column in every]
    return f"({' or '.join(hits)})" if hits else "false"


def _text(name: str, types: Mapping[str, str]) -> str:
    return quote(name) if types[name] == TEXT else f"{quote(name)}::varchar"


def _any(test: str, column: str, wanted: str) -> str:
    lowered = wanted.lower()
    # Lowering a column takes longer than looking through it: only for texts that have a case.
    if lowered != wanted.upper():
        column = f"lower({column})"
    tests = [test.format(column, literal(text)) for text in spellings(lowered)]
    return f"({' or '.join(tests)})"


def spellings(text: str) -> list[str]:
    """`text` as the keyboards would write it that people use: every letter and digit in its
    first, second or third form."""
    forms = [{twin: row[min(n, len(row) - 1)] for row in _TWINS for twin in row} for n in range(3)]
    written = [text, *("".join(form.get(c, c) for c in text) for form in forms)]
    return list(dict.fromkeys(written))


def _chosen(rows: Rows, key: str) -> list[str]:
    wanted = []
    if (rows.ids is not None or rows.issues) and not key:
        raise PlanError(
            Text("The rows of this table have no ids.", "ردیف‌های این جدول شناسه ندارند.")
        )
    if rows.ids is not None:
        listed = ", ".join(str(int(one)) for one in rows.ids)
        wanted.append(f"{quote(key)} in ({listed})" if listed else "false")
    if rows.issues:
        given = (("field", rows.field), ("code", rows.code), ("severity", rows.severity))
        tests = [f"{quote(name)} = {literal(text)}" for name, text in given if text]
        if rows.detail is not None:
            tests.append(f"detail = {literal(rows.detail)}")
        where = f" where {' and '.join(tests)}" if tests else ""
        wanted.append(f"{quote(key)} in (select row from {quote(rows.issues)}{where})")
    return wanted


def marks(table: str, key: str, issues: str, positions_: Sequence[int]) -> str:
    """SELECT of position, field, severity, code, value, detail of the issues of these rows."""
    listed = ", ".join(str(int(one)) for one in positions_)
    return f"""select t.rowid as position, i.field, i.severity, i.code, i.value, i.detail
        from {quote(table)} t join {quote(issues)} i on i.row = t.{quote(key)}
        where t.rowid in ({listed})"""


def note_marks(table: str, notes: str, positions_: Sequence[int]) -> str:
    """The same for remarks that were made while a snapshot was read."""
    listed = ", ".join(str(int(one)) for one in positions_)
    return f"""select t.rowid as position, 'c' || n.col, 'warning', n.code, n.value, n.detail
        from {quote(table)} t join {quote(notes)} n on n._row = t._row
        where t.rowid in ({listed})"""
