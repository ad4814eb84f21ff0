"""The SQL of reconciliation: expected rows, equality by type, and the list of differences."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from migrator.model.schema import FieldType
from migrator.store import names
from migrator.store.names import literal, quote

_NUMBERS = (FieldType.INTEGER, FieldType.DECIMAL)


@dataclass(frozen=True)
class Compared:
    """One mapped field: how it compares. `parents` names the entities that a lookup may point to
    (none for plain values); `tolerance` is the largest difference of numbers that counts as
    equal."""

    name: str
    type: FieldType
    parents: tuple[str, ...] = ()
    tolerance: float = 0.0


def expected(entity: str, fields: Sequence[Compared], ruled: Collection[str] = ()) -> str:
    """Rows that the load says are in the target: `_gid`, `_key`, `target_id`, the fields in
    canonical text, lookups as the parent's target id. `ruled` are the columns of
    expected_<entity>: what stands there comes before what was mapped."""
    columns, joins = ["r._gid", "r._key", "o.target_id"], ""
    for number, field in enumerate(fields):
        column = quote(field.name)
        if field.parents:
            loaded = " union all ".join(
                f"select _gid, target_id from {quote(names.outcome(parent))} where state = 'loaded'"
                for parent in field.parents
            )
            joins += f""" left join ({loaded}) p{number}
                on p{number}._gid = try_cast(r.{column} as bigint)"""
            mapped = f"p{number}.target_id"
        else:
            mapped = f"r.{column}"
        if field.name in ruled:
            mapped = f"case when x._gid is not null then x.{column} else {mapped} end"
        columns.append(f"{mapped} as {column}")
    if ruled:
        joins += f" left join {quote(names.expected(entity))} x on x._gid = r._gid"
    return f"""select {", ".join(columns)} from {quote(names.ready(entity))} r
        join {quote(names.outcome(entity))} o on o._gid = r._gid and o.state = 'loaded'{joins}"""


def same(field: Compared, left: str, right: str) -> str:
    """SQL that is true where two texts are the same value of the field's type; NULL equals only
    NULL, and '' is a value."""
    exact = f"{left} is not distinct from {right}"
    looser = _looser(field, left, right)
    if not looser:
        return f"({exact})"
    # Nearly all values are equal as text: the dearer comparison is for the rest.
    return f"(case when {exact} then true else coalesce({looser}, false) end)"


def _looser(field: Compared, left: str, right: str) -> str:
    numeric = field.type in (*_NUMBERS, FieldType.FLOAT)
    if field.parents:
        return ""
    if field.tolerance and numeric:
        # Both sides as exact decimals: a float tolerance would admit its own rounding.
        wide = "decimal(38, 12)"
        distance = f"abs(try_cast({left} as {wide}) - try_cast({right} as {wide}))"
        return f"{distance} <= {literal(f'{field.tolerance:.12f}')}::{wide}"
    by_type = {
        FieldType.INTEGER: f"{_number(left)} = {_number(right)}",
        FieldType.DECIMAL: f"{_number(left)} = {_number(right)}",
        FieldType.FLOAT: f"try_cast({left} as double) = try_cast({right} as double)",
        FieldType.TIME: f"{_moment(left)} = {_moment(right)}",
        FieldType.DATETIME: _same_moment(left, right),
    }
    return by_type.get(field.type, "")


def _number(value: str) -> str:
    """Plain notation without sign of plus, needless zeros or minus zero; NULL if no number."""
    point = (
        f"case when contains({value}, '.') then rtrim(rtrim({value}, '0'), '.') else {value} end"
    )
    short = f"regexp_replace({point}, '^([-]?)[+]?0*([0-9])', '\\1\\2')"
    return f"""case when regexp_full_match({value}, '[-+]?[0-9]+([.][0-9]*)?')
        then case when {short} = '-0' then '0' else {short} end end"""


def _moment(value: str) -> str:
    """Without zeros after the last digit of the seconds."""
    plain = f"replace({value}, ' ', 'T')"
    shorter = f"regexp_replace({plain}, '([.][0-9]*?)0+(Z|[+-].*)?$', '\\1\\2')"
    return f"regexp_replace({shorter}, '[.](Z|[+-].*)?$', '\\1')"


def _same_moment(left: str, right: str) -> str:
    """An instant has one value however its offset is written. A target that keeps a zone gives
    every moment one, so what was sent without is taken as UTC there; a zone that was sent and did
    not come back is a difference."""
    zone = "'T.*(Z|[+-][0-9]{2}(:?[0-9]{2})?)$'"
    instants = [
        f"epoch_us(try_cast(case when regexp_matches(replace({text}, ' ', 'T'), {zone}) then {text}"
        f" else {text} || '+00:00' end as timestamptz))"
        for text in (left, right)
    ]
    return f"""case when regexp_matches(replace({right}, ' ', 'T'), {zone})
        then {instants[0]} = {instants[1]} else {_moment(left)} = {_moment(right)} end"""


def differences(
    entity: str, found: str, fields: Sequence[Compared], ruled: Collection[str] = ()
) -> str:
    """The rows of difference_<entity>: what is missing, what is extra, and every field that is
    not what it should be. `found` is the relation of rows read back; it is read once."""
    ours = expected(entity, fields, ruled)
    rows = f"({ours}) e full outer join {quote(found)} f using (target_id)"
    differing = " or ".join(
        f"not {same(field, f'e.{quote(field.name)}', f'f.{quote(field.name)}')}" for field in fields
    )
    told = ", ".join(_told(field) for field in fields)
    nothing = "[]::struct(field varchar, kind varchar, expected varchar, found varchar)[]"
    each = f"list_filter([{told}], lambda x: x is not null)" if told else nothing
    return f"""
        with j as (
            select e._gid as _gid, e._key as _key, target_id, f.target_id is null as missing,
                e._gid is null as extra,
                case when e._gid is null or f.target_id is null then {nothing}
                    else {each} end as told
            from {rows}
            where e._gid is null or f.target_id is null {"or " + differing if differing else ""}
        )
        select _gid, target_id, '' as field,
            case when missing then 'missing' else 'extra' end as kind,
            case when missing then _key end as expected,
            case when extra then target_id end as found
        from j where missing or extra
        union all
        select _gid, target_id, d.field, d.kind, d.expected, d.found
        from (select _gid, target_id, unnest(told) as d from j where not missing and not extra)"""


def _told(field: Compared) -> str:
    left, right = f"e.{quote(field.name)}", f"f.{quote(field.name)}"
    kind = "'differs'"
    if field.type == FieldType.TEXT and not field.parents:
        kind = f"""case when {_folded(left)} = {_folded(right)} then 'normalised'
            when {right} <> '' and starts_with({left}, {right}) then 'truncated'
            else 'differs' end"""
    return f"""case when not {same(field, left, right)} then struct_pack(
        field := {literal(field.name)}, kind := {kind}, expected := {left}, found := {right}) end"""


def _folded(value: str) -> str:
    return f"nfc_normalize(lower(trim({value}, ' \t\r\n')))"


def summed(fields: Sequence[Compared]) -> list[Compared]:
    """The fields whose sum means something: exact numbers that are no lookups."""
    return [field for field in fields if field.type in _NUMBERS and not field.parents]
