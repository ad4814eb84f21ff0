"""The SQL of profiling: what is asked of a column, as pure text.

Everything is worked out per distinct value (a table `d` of value and row count), so a column with
few values costs little however many rows there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from migrator.store.names import literal, quote

TOP_VALUES, TOP_PATTERNS, SAMPLE = 10, 5, 200

_D = "[0-9۰-۹٠-٩]"
_DAY = (
    rf"(?:{_D}{{4}}[-/.]{_D}{{1,2}}[-/.]{_D}{{1,2}}|{_D}{{1,2}}[-/.]{_D}{{1,2}}[-/.]{_D}{{4}}"
    rf"|{_D}{{1,2}}[-/]{_D}{{1,2}}[-/]{_D}{{2}}|{_D}{{1,2}}[- ][A-Za-z]{{3,9}}[- ,]+{_D}{{2,4}})"
)
_ZONE = rf"(?:Z|[+-]{_D}{{2}}:?{_D}{{2}}|[AaPp][Mm])?"
_CLOCK = rf"[T ]+{_D}{{1,2}}:{_D}{{2}}(?::{_D}{{2}}(?:[.]{_D}+)?)?\s*{_ZONE}"
_GROUPED = rf"{_D}{{1,3}}(?:[,٬،]{_D}{{3}})+"
_ZEROS = r"0{1,2}[-/.]0{1,2}[-/.]0{4}|0{4}[-/.]0{1,2}[-/.]0{1,2}"
_SPACES = r"\x{A0}\x{1680}\x{2000}-\x{200A}\x{202F}\x{205F}\x{3000}"
_BIDI = r"\x{200E}\x{200F}\x{61C}\x{202A}-\x{202E}\x{2066}-\x{2069}"
_ZERO = r"\x{200B}\x{2060}\x{FEFF}\x{AD}\x{180E}"
# The zero-width non-joiner belongs between two letters of a Persian word and nowhere else.
_LOOSE_JOINER = r"^\x{200C}|\x{200C}$|\x{200C}[\s\x{200C}]"
_CP1252 = (
    r"\x{80}-\x{BF}\x{20AC}\x{201A}\x{192}\x{201E}\x{2026}\x{2020}\x{2021}\x{2C6}\x{2030}\x{160}"
    r"\x{2039}\x{152}\x{17D}\x{2018}\x{2019}\x{201C}\x{201D}\x{2022}\x{2013}\x{2014}\x{2DC}"
    r"\x{2122}\x{161}\x{203A}\x{153}\x{17E}\x{178}"
)
_PLACEHOLDERS = """-|--|---|.|..|?|??|???|*|x|xx|xxx|null|(null)|<null>|none|nil|nan|n/a|na|n.a.|n/d
|#n/a|tbd|tba|unknown|undefined|not available|not applicable|no data|no name|test|0000-00-00
|0000-00-00 00:00:00|00/00/0000|0000/00/00|1900-01-00|نامشخص|نامعلوم|ندارد|نا مشخص|ـ|ــ|خالی
|بدون نام|ناشناس|تست|غیره|-----|____|_""".replace("\n", "")
BOOLEANS = (
    "true|false|yes|no|y|n|t|f|on|off|بله|خیر|بلی|نه|آری|دارد|ندارد|فعال|غیرفعال|غیر فعال|active|"
    "inactive|enabled|disabled"
)


def _is(pattern: str) -> str:
    whole = rf"\s*(?:{pattern})\s*"
    return f"regexp_full_match(v, {literal(whole)})"


def _has(pattern: str) -> str:
    return f"regexp_matches(v, {literal(pattern)})"


def _if(guard: str, condition: str) -> str:
    # AND does not stop at the first false; CASE does. A guard is a column worked out once.
    return f"case when {guard} then {condition} else false end" if guard else condition


def _listed(words: str) -> str:
    return f"lower(trim(v)) in ({', '.join(literal(word) for word in words.split('|'))})"


_RARE_CLASS = rf"{_SPACES}{_BIDI}{_ZERO}يكÂÃÄÅÎÏÐÑØÙÚÛâ�\p{{Cyrillic}}\p{{Greek}}"
# One look at each value: whether anything below can be odd about it. Most values stop here.
_UNUSUAL = _has(
    rf"^\s|\s$|  |[\x00-\x08\x0b\x0c\x0e-\x1f\x7f<&{_RARE_CLASS}]|{_LOOSE_JOINER}"
    rf"|\?\?\?|^\s*[0۰٠]+[-/.]?{_D}|[Ee]\+"
)
SUSPICIOUS = f"""case when {_UNUSUAL} then true
    when strlen(v) <= 16 then {_listed(_PLACEHOLDERS)} else false end"""
# Cheap facts that spare the dearer questions: not plain ASCII, starts like a number, short.
GUARDS: tuple[tuple[str, str], ...] = (
    ("wide", "strlen(v) <> length(v)"),
    ("numeric", _has(rf"^\s*[-+]?{_D}")),
    ("small", "strlen(v) <= 16"),
)

# (code of ODDITIES, guard, condition on v).
VALUE_ODD: tuple[tuple[str, str, str], ...] = (
    ("edge_space", "", _has(rf"^[\s{_SPACES}]|[\s{_SPACES}]$")),
    ("double_space", "", "contains(trim(v), '  ')"),
    ("nbsp", "wide", _has(f"[{_SPACES}]")),
    ("zero_width", "wide", _has(rf"[{_ZERO}]|{_LOOSE_JOINER}")),
    ("bidi_control", "wide", _has(f"[{_BIDI}]")),
    ("control", "", _has(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")),
    ("arabic_letters", "wide", _has("[يك]")),
    (
        "homoglyphs",
        "wide",
        _has(r"[A-Za-z][\p{Cyrillic}\p{Greek}]|[\p{Cyrillic}\p{Greek}][A-Za-z]"),
    ),
    ("placeholder", "small", _listed(_PLACEHOLDERS)),
    ("impossible_date", "numeric", _is(f"(?:{_ZEROS})(?:[ T].*)?")),
    ("leading_zeros", "numeric", _is("[0۰٠]" + _D + "+")),
    ("mojibake", "wide", _has(rf"[ÂÃÄÅÎÏÐÑØÙÚÛâ][{_CP1252}]")),
    ("lost_letters", "", "contains(v, '???') or contains(v, '�')"),
    ("scientific", "numeric", _is(r"[-+]?\d([.,]\d+)?[Ee]\+\d{1,3}")),
    (
        "markup",
        "",
        _has(r"(?i)&(amp|nbsp|quot|lt|gt|zwnj|#\d+);|</?(br|p|div|span|b|i|a|font)[\s/>]"),
    ),
)

# What a value reads as; the first that fits counts.
TYPES: tuple[tuple[str, str, str], ...] = (
    ("boolean", "small and not numeric", _listed(BOOLEANS)),
    ("integer", "numeric", _is(rf"[-+]?(?:[0۰٠]|[1-9۱-۹١-٩]{_D}{{0,17}})")),
    (
        "decimal",
        "numeric",
        _is(rf"[-+]?(?:{_GROUPED}|{_D}{{1,18}})(?:[.٫]{_D}+)?(?:[Ee][-+]?{_D}{{1,3}})?")
        + f" and not {_is('[0۰٠]' + _D + '+(?:[Ee].*)?')}",
    ),
    ("date", "numeric", f"strlen(v) <= 60 and {_is(_DAY)}"),
    ("datetime", "numeric", f"strlen(v) <= 90 and {_is(_DAY + _CLOCK)}"),
)

# Counted over the same values as the types: some rows of this and some of that.
MARKS: tuple[tuple[str, str, str], ...] = (
    ("latin_digits", "", _has("[0-9]")),
    ("other_digits", "wide", _has("[۰-۹٠-٩]")),
    ("jalali", "numeric", _has("^\\s*[1۱١][2-4۲-۴٢-٤]" + _D + "{2}[-/.]" + _D + "{1,2}[-/.]")),
    (
        "western",
        "numeric",
        _has("^\\s*(?:[1۱١][89۸۹٨٩]|[2۲٢][01۰۱٠١])" + _D + "{2}[-/.]" + _D + "{1,2}[-/.]"),
    ),
)

_LATIN = "translate(v, '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩٫,٬، ', '01234567890123456789.')"
# trim with a list of characters is forty times dearer than this.
_BLANK = "regexp_full_match({}, '\\s*')"


def overview(relation: str, columns: Sequence[str]) -> str:
    """One pass over the table: rows, then five numbers per column (filled, estimate of distinct,
    shortest, longest, bytes)."""
    parts = ["count(*)"]
    for column in columns:
        name = quote(column)
        parts += [
            f"count({name}) - count(*) filter ({_BLANK.format(name)})",
            f"approx_count_distinct({name})",
            f"min(length({name}))",
            f"max(length({name}))",
            f"coalesce(sum(strlen({name})), 0)",
        ]
    return f"select {', '.join(parts)} from {quote(relation)}"


@dataclass(frozen=True)
class Asked:
    """A column to look at. Of its distinct values every `share`-th (by hash) is looked at; types
    take every `typed`-th of those, patterns and spellings every `spelt`-th, and the sample is
    drawn from every `drawn`-th."""

    column: str
    share: int = 1
    typed: int = 1
    spelt: int = 1
    drawn: int = 1


def columns(relation: str, asked: Sequence[Asked]) -> str:
    """One row per column, in order: see `profile_columns.read_columns` for what stands in it.

    Several columns share a query because planning it costs more than answering it when a table is
    small.
    """
    guards = ", ".join(f"({sql}) as {guard}" for guard, sql in GUARDS)
    flags = ", ".join(f"({_if(guard, sql)}) as odd_{n}" for n, (_, guard, sql) in _EACH_ODD)
    spelt = [one.spelt for one in asked]
    kinds = " ".join(f"when {_if(guard, sql)} then '{kind}'" for kind, guard, sql in TYPES)
    marks = ", ".join(f"({_if(guard, sql)}) as {mark}" for mark, guard, sql in MARKS)
    odd = [f"sum(n) filter (odd_{i})::bigint" for i, _ in _EACH_ODD]
    odd += [f"min(v) filter (odd_{i})" for i, _ in _EACH_ODD]
    told = [f"sum(n) filter ({mark})::bigint" for mark, _, _ in MARKS]
    told += [f"sum(n) filter (kind = '{kind}')::bigint" for kind, _, _ in TYPES]
    return f"""
        with a as materialized ({_values(relation, asked)}),
        t as (select unnest(range({len(asked)})) as c),
        d as (select c, v, n from a where not {_BLANK.format("v")}),
        whole as (select c, count(*), min(v), max(v) from d group by c),
        odd as (select c, {", ".join(odd)} from
            (select c, v, n, {flags} from
                (select c, v, n, {guards} from d where {SUSPICIOUS})) group by c),
        told as (select c, {", ".join(told)} from
            (select c, n, {marks}, case {kinds} else 'text' end as kind from
                (select c, v, n, {guards} from d where {_every("v", [a.typed for a in asked])}))
            group by c),
        often as (select c, min({{'n': -n, 'v': v}}, {TOP_VALUES}) from d where n > 1 group by c),
        once as (select c, min(v, {TOP_VALUES}) from d where n = 1 group by c),
        drawn as (select c, min({{'h': hash(v), 'v': left(v, 300)}}, {SAMPLE})
            from d where {_every("v", [a.drawn for a in asked])} group by c),
        shaped as ({_patterns(spelt)}),
        spelled as ({_spellings(spelt)}),
        blank as (select c, sum(n)::bigint from a
            where {_BLANK.format("v")} and v <> '' group by c)
        select whole.* exclude (c), odd.* exclude (c), told.* exclude (c), often.* exclude (c),
            once.* exclude (c), drawn.* exclude (c),
            shaped.* exclude (c), spelled.* exclude (c), blank.* exclude (c)
        from t left join whole using (c) left join odd using (c) left join told using (c)
            left join often using (c) left join once using (c)
            left join drawn using (c) left join shaped using (c) left join spelled using (c)
            left join blank using (c)
        order by t.c"""


_EACH_ODD = tuple(enumerate(VALUE_ODD))


def _values(relation: str, asked: Sequence[Asked]) -> str:
    """Distinct values and their rows, of all columns."""
    parts = []
    for number, one in enumerate(asked):
        v = quote(one.column)
        taken = f" and hash({v}) % {one.share} = 0" if one.share > 1 else ""
        parts.append(
            f"select {number} as c, {v} as v, count(*) as n from {quote(relation)}"
            f" where {v} is not null{taken} group by all"
        )
    return " union all ".join(parts)


def _every(value: str, shares: Sequence[int]) -> str:
    """SQL that lets every k-th value pass, by hash; `shares` holds k per column."""
    different = set(shares)
    if different == {1}:
        return "true"
    cases = " ".join(f"when {n} then {share}" for n, share in enumerate(shares))
    share = f"(case c {cases} end)" if len(different) > 1 else str(shares[0])
    return f"hash({value}) % {share} = 0"


def number_of(v: str) -> str:
    """SQL that reads the text `v` as a number, NULL where it is none."""
    latin = _LATIN.replace("(v,", f"({v},")
    number = f"case when strlen({v}) <> length({v}) then {latin} else replace({v}, ',', '') end"
    return f"try_cast({number} as double)"


def extremes(relation: str, name: str) -> str:
    """The least and the greatest number of a column, numbers in Persian digits read too."""
    v = quote(name)
    return f"""select min(x), max(x) from (select {number_of("v")} as x
        from (select {v} as v from {quote(relation)} where strlen({v}) <= 60))
        where isfinite(x)"""


def _patterns(spelt: Sequence[int]) -> str:
    masked = "left(v, 60)"
    for pattern, by in (
        ("[0-9]", "9"),
        ("[۰-۹٠-٩]", "۹"),
        (r"[\p{Latin}\p{M}]+", "A"),
        (r"[ء-ٟٮ-ۯۺ-ۿݐ-ݿﭐ-﷿ﹰ-ﻼ\x{200C}]+", "ا"),
    ):
        masked = f"regexp_replace({masked}, {literal(pattern)}, '{by}', 'g')"
    return f"""select c, min({{'n': -n, 'v': p}}, {TOP_PATTERNS}) from
        (select c, {masked} as p, sum(n)::bigint as n from d
         where {_every("v", spelt)} group by c, p) group by c"""


def _spellings(spelt: Sequence[int]) -> str:
    """Rows in a rarer spelling, and an example `a | b`; spellings differ by case and outer spaces
    only."""
    return f"""select c, sum(total - most)::bigint, min(low || ' | ' || high) from
        (select c, sum(n) as total, max(n) as most, min(v) as low, max(v) as high
         from (select c, v, n, lower(trim(v)) as k from d where strlen(v) <= 200)
         where {_every("k", spelt)}
         group by c, k having count(*) > 1) group by c"""
