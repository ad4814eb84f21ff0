"""Headers with a person's truth, and how suggestions do against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from migrator.advice.mapping import suggest
from migrator.advice.meaning import meaning_of
from migrator.advice.meaning_values import calendar, is_number, plain
from migrator.model.profile import ColumnProfile, TableProfile, ValueCount
from migrator.model.schema import FieldType, Schema
from migrator.model.source import SourceColumn, SourceTable, TableKind

TABLE = Path(__file__).with_name("headers.txt")
SURE = 0.9  # what the window shows in green
ROWS = 500  # how often the sample values are taken to stand in their tables


@dataclass(frozen=True)
class Header:
    """A column as it stands in `headers.txt`: `right` are fields of which one has to be proposed,
    `fine` those that may be proposed as well."""

    name: str
    values: tuple[str, ...]
    right: frozenset[str]
    fine: frozenset[str]


@dataclass(frozen=True)
class Sheet:
    """A table of headers; `half` is `tune` or `held`."""

    half: str
    name: str
    headers: tuple[Header, ...]

    @property
    def table(self) -> SourceTable:
        """The sheet as a source table."""
        columns = tuple(SourceColumn(h.name, h.name) for h in self.headers)
        return SourceTable(self.name, columns, kind=TableKind.SHEET)

    @property
    def profile(self) -> TableProfile:
        """What profiling would say, as far as suggestions look at it."""
        return TableProfile(
            self.name, ROWS, tuple(profile_of(h.name, h.values) for h in self.headers)
        )


@dataclass(frozen=True)
class Proposal:
    """`place` is entity.field; `right` says whether a person would have done the same."""

    sheet: str
    header: str
    place: str
    confidence: float
    right: bool


@dataclass
class Score:
    """Proposals, and (sheet, header) pairs whose field was missed, of `wanted` that have one."""

    proposals: list[Proposal] = field(default_factory=list)
    missed: list[tuple[str, str]] = field(default_factory=list)
    wanted: int = 0

    def precision(self, at_least: float = 0.0) -> float:
        """Share of the proposals from this confidence on that are right."""
        shown = [p.right for p in self.proposals if p.confidence >= at_least]
        return sum(shown) / len(shown) if shown else 1.0

    def count(self, at_least: float = 0.0) -> int:
        """Number of proposals from this confidence on."""
        return sum(p.confidence >= at_least for p in self.proposals)

    @property
    def recall(self) -> float:
        """Share of the headers that have a field for which a right one is proposed."""
        return 1 - len(self.missed) / self.wanted if self.wanted else 1.0

    def wrong(self, at_least: float = 0.0) -> list[Proposal]:
        """Wrong proposals from this confidence on, the surest first."""
        found = [p for p in self.proposals if not p.right and p.confidence >= at_least]
        return sorted(found, key=lambda p: -p.confidence)


def sheets() -> tuple[Sheet, ...]:
    """The tables of `headers.txt`."""
    found: list[tuple[str, str, list[Header]]] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            half, _, name = line[1:].partition("] ")
            found.append((half, name, []))
        elif line.strip() and not line.startswith("#"):
            found[-1][2].append(_header(line))
    return tuple(Sheet(half, name, tuple(headers)) for half, name, headers in found)


def _header(line: str) -> Header:
    name, values, fields = (part.strip() for part in line.split("|"))
    told = fields.split()
    return Header(
        name,
        tuple(value.strip() for value in values.split(" ; ")) if values else (),
        frozenset(one for one in told if not one.startswith("?")),
        frozenset(one.removeprefix("?") for one in told),
    )


def profile_of(name: str, values: Sequence[str]) -> ColumnProfile:
    """A profile from a few frequent values: nobody counted how many others there are."""
    kind = _type(values)
    guess = meaning_of(name, values, kind)
    return ColumnProfile(
        name,
        ROWS,
        ROWS if values else 0,
        0 if values else ROWS,
        len(values),
        exact=False,
        longest=max(map(len, values), default=0),
        top=tuple(ValueCount(value, ROWS // len(values)) for value in values),
        type=kind,
        type_share=1.0,
        meaning=guess.meaning,
        confidence=guess.confidence,
        evidence=guess.evidence,
    )


def _type(values: Sequence[str]) -> FieldType:
    told = [plain(value) for value in values]
    if not told:
        return FieldType.TEXT
    if all(text.removeprefix("-").isdecimal() for text in told):
        return FieldType.INTEGER
    if all(map(is_number, told)):
        return FieldType.DECIMAL
    if all(map(calendar, told)):
        return FieldType.DATETIME if all(":" in text for text in told) else FieldType.DATE
    return FieldType.TEXT


def judge(chosen: Iterable[Sheet], schema: Schema, *, values: bool = True) -> Score:
    """Suggestions for each sheet by itself, against the truth; without `values` from names only."""
    score = Score()
    for sheet in chosen:
        known = {header.name: header for header in sheet.headers}
        made = suggest([("s", sheet.table, sheet.profile if values else None)], schema)
        found: dict[str, set[str]] = {header: set() for header in known}
        for feed in made.feeds:
            for row in feed.fields:
                place = f"{feed.entity}.{row.target}"
                for source in row.sources:
                    found[source].add(place)
                    right = place in known[source].fine
                    sure = row.confidence or 0.0
                    score.proposals.append(Proposal(sheet.name, source, place, sure, right))
        wanted = [header for header in sheet.headers if header.right]
        score.wanted += len(wanted)
        score.missed += [(sheet.name, h.name) for h in wanted if not h.right & found[h.name]]
    return score
