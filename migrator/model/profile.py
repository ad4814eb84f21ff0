"""What profiling found: statistics of a table's columns, keys, and ties between tables."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.model.schema import FieldType
from migrator.model.text import Text

# What can be odd about values. A closed list: interface and reports translate by these texts.
ODDITIES: dict[str, Text] = {
    "edge_space": Text("space at the start or the end", "فاصله در آغاز یا پایان"),
    "double_space": Text("several spaces in a row", "چند فاصله پشت هم"),
    "blank": Text("nothing but spaces", "فقط فاصله"),
    "nbsp": Text("no-break or other unusual space", "فاصله‌ی نشکن یا نامعمول"),
    "zero_width": Text("zero-width characters", "نویسه‌های بی‌عرض"),
    "bidi_control": Text("direction marks", "نویسه‌های جهت متن"),
    "control": Text("control characters", "نویسه‌های کنترلی"),
    "arabic_letters": Text("Arabic ي or ك in Persian text", "«ي» و «ك» عربی در متن فارسی"),
    "mixed_digits": Text("Persian and Latin digits mixed", "رقم فارسی و لاتین با هم"),
    "homoglyphs": Text("look-alike letters of two alphabets", "حرف‌های هم‌شکل از دو الفبا"),
    "placeholder": Text("a placeholder instead of a value", "جای‌نگهدار به‌جای مقدار"),
    "mixed_calendars": Text("Jalali and Gregorian dates mixed", "تاریخ شمسی و میلادی با هم"),
    "impossible_date": Text("dates that do not exist", "تاریخ‌هایی که وجود ندارند"),
    "leading_zeros": Text("numbers with leading zeros", "عدد با صفر آغازین"),
    "case_variants": Text("the same value in several spellings", "یک مقدار با چند نگارش"),
    "mojibake": Text("text decoded with the wrong encoding", "متن با کدگذاری نادرست"),
    "lost_letters": Text("letters lost to ? or �", "حرف‌های گم‌شده (? یا �)"),
    "scientific": Text("numbers shortened to 1.2E+10", "عددهای کوتاه‌شده به شکل 1.2E+10"),
    "markup": Text("HTML tags or entities", "برچسب یا نشانه‌ی HTML"),
}


@dataclass(frozen=True)
class ValueCount:
    """A value, or a character pattern, and in how many rows it stands."""

    value: str
    rows: int


@dataclass(frozen=True)
class Oddity:
    """`code` is one of ODDITIES; `rows` shows it, `example` is one of their values."""

    code: str
    rows: int
    example: str = ""


@dataclass(frozen=True)
class ColumnProfile:
    """One column. `rows = filled + empty`; empty are NULL, '' and blanks.

    `exact` is False for a column too big to count in full: then `distinct` is an estimate and
    everything from `top` on comes from a fixed share of the values, scaled up. Rows of types, mixed
    digits and calendars are such estimates above 400,000 different values anyway, those of patterns
    and spellings above 100,000; other oddities are counted in full. Lengths count
    characters; `least` and `greatest` compare as numbers when `type` is a number, else as text.
    `patterns` write a run of Latin letters as A, of Persian letters as ا, each Latin digit as 9
    and each Persian one as ۹. `type_share` is the share of filled values that read as `type`,
    `types` the row counts behind it. `meaning` is one of model.meanings.MEANINGS.
    """

    name: str
    rows: int
    filled: int
    empty: int
    distinct: int
    exact: bool = True
    shortest: int | None = None
    longest: int | None = None
    least: str | None = None
    greatest: str | None = None
    top: tuple[ValueCount, ...] = ()
    patterns: tuple[ValueCount, ...] = ()
    type: FieldType = FieldType.TEXT
    type_share: float = 0.0
    types: tuple[ValueCount, ...] = ()
    meaning: str = "text"
    confidence: float = 0.0
    evidence: str = ""
    odd: tuple[Oddity, ...] = ()

    @property
    def unique(self) -> bool:
        """Filled in every row, and never twice the same."""
        return self.exact and self.rows > 0 and self.filled == self.rows == self.distinct


@dataclass(frozen=True)
class TableProfile:
    """One table. `keys` are the sets of columns that identify a row (unique and filled);
    `duplicate_rows` counts rows beyond the first of each set of fully equal ones."""

    name: str
    rows: int
    columns: tuple[ColumnProfile, ...] = ()
    keys: tuple[tuple[str, ...], ...] = ()
    duplicate_rows: int = 0

    def column(self, name: str) -> ColumnProfile:
        """The column called `name`; KeyError if there is none."""
        for candidate in self.columns:
            if candidate.name == name:
                return candidate
        raise KeyError(name)


@dataclass(frozen=True)
class Tie:
    """A relationship between two tables: `columns` of `table` hold keys of `parent`.

    `declared` means the source says so, else it is a candidate found in the values. `contained`
    is the share of distinct filled child values that the parent has; `orphans` the rows whose
    value it lacks, with up to five of these values. Tables are named `<source>/<table>`.
    """

    table: str
    columns: tuple[str, ...]
    parent: str
    parent_columns: tuple[str, ...]
    declared: bool
    contained: float
    orphans: int
    examples: tuple[str, ...] = ()
    confidence: float = 1.0
    evidence: str = ""
