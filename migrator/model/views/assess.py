"""What the assessment answers: figures per table and column, findings, and one column in full."""

from __future__ import annotations

from dataclasses import dataclass

from migrator.model.profile import ColumnProfile, Oddity, Tie
from migrator.model.text import Text


@dataclass(frozen=True)
class Split:
    """Where the rows of a column stand: `fits` its type and nothing odd about it, `odd` (a
    cleansing rule cures it), `unfit` (a person must decide), `empty`. They add up to the rows."""

    fits: int = 0
    odd: int = 0
    unfit: int = 0
    empty: int = 0

    @property
    def rows(self) -> int:
        """All rows."""
        return self.fits + self.odd + self.unfit + self.empty

    @property
    def filled(self) -> int:
        """Rows that hold a value."""
        return self.fits + self.odd + self.unfit


@dataclass(frozen=True)
class Quality:
    """Shares of filled values, 0..1, that are ready as they are, that a cleansing rule cures, and
    that need a decision; each is the mean over `columns`. They add up to 1, or are all 0 when
    there is no filled column."""

    ready: float = 0.0
    curable: float = 0.0
    undecided: float = 0.0
    columns: int = 0

    @property
    def score(self) -> int:
        """0..100, rounded down: 100 only when every value is ready as it is."""
        return int(self.ready * 100 + 1e-9)


@dataclass(frozen=True)
class ColumnLine:
    """One column in a list. `meaning` is one of model.meanings.MEANINGS, `personal` one of
    model.personal.KINDS or "", `odd` the codes of model.profile.ODDITIES with their rows;
    `mapped_to` are `entity.field`; `reason` says why it is `left_out`."""

    name: str
    type: str
    meaning: str
    split: Split
    distinct: int
    exact: bool
    key: bool
    personal: str
    odd: tuple[Oddity, ...] = ()
    mapped_to: tuple[str, ...] = ()
    left_out: bool = False
    reason: str = ""


@dataclass(frozen=True)
class TableLine:
    """One table of a source. `key` is the name that profiles know it by, `<source>/<table>`; `no`
    numbers its snapshot `raw_<no>`. A table that is left out has no figures (`profiled` False).
    `split` adds up the cells of its columns; `orphans` are rows whose parent is missing; `entities`
    are those it feeds."""

    no: int
    key: str
    source: str
    name: str
    kind: str
    keep: bool
    reason: Text
    profiled: bool
    rows: int
    columns: int
    split: Split = Split()
    quality: Quality = Quality()
    keys: tuple[tuple[str, ...], ...] = ()
    duplicate_rows: int = 0
    orphans: int = 0
    odd_columns: int = 0
    personal: int = 0
    left_out: int = 0
    entities: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """Something worth knowing, in plain words. `words` has places `{rows}`, `{count}`, `{table}`,
    `{column}`, `{parent}` and `{example}`, which the client fills from the fields below in its own
    digits; `tone` is error, warn or info; `step` is where it is solved ("" for here)."""

    code: str
    words: Text
    tone: str
    step: str
    table: str
    columns: tuple[str, ...] = ()
    rows: int = 0
    count: int = 0
    parent: str = ""
    example: str = ""


@dataclass(frozen=True)
class Totals:
    """Figures over all kept tables. `styles` is the largest number of ways in which dates are
    written in one column, `styled` counts the columns with more than one (`least` tells that there
    may be more ways than were counted); `odd` and `unfit` count values."""

    tables: int = 0
    rows: int = 0
    columns: int = 0
    duplicate_rows: int = 0
    odd: int = 0
    unfit: int = 0
    empty: int = 0
    orphans: int = 0
    styles: int = 0
    styled: int = 0
    least: bool = False
    personal: int = 0


@dataclass(frozen=True)
class Assessment:
    """The whole picture: kept tables first, then those left out; findings, the weightiest first."""

    totals: Totals
    quality: Quality
    tables: tuple[TableLine, ...]
    findings: tuple[Finding, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True)
class Bin:
    """One column of a histogram: the rows whose value lies from `low` to below `high`."""

    low: float
    high: float
    rows: int


@dataclass(frozen=True)
class Histogram:
    """How values are spread. `over` is `number`, `year` (where both calendars occur, Jalali years
    stand as Gregorian ones) or `length` in characters; `whole` says that only whole numbers occur;
    `beyond` counts filled rows without a place in it (they read as no number or no date)."""

    over: str
    bins: tuple[Bin, ...]
    whole: bool = True
    beyond: int = 0


@dataclass(frozen=True)
class FoundRows:
    """The rows behind a figure: how many, and the ordinals (`_row`) of the first of them."""

    total: int
    rows: tuple[int, ...]


@dataclass(frozen=True)
class ColumnDetail:
    """One column in full. `table` and `label` are the name asked for and the one people know;
    `misfits` counts values that do not read as the column's type."""

    table: str
    label: str
    profile: ColumnProfile
    split: Split
    personal: str = ""
    misfits: int = 0
    histogram: Histogram | None = None
