"""How good mapping suggestions are: precision and recall at the confidence that is shown.

    python -m tests.bench.suggesting

Two truths: the headers of `tests/unit/advice/headers.txt` in two halves, of which the held one was
not looked at while the advice was written; and Salesforce's own mapping files with their CSVs, in
the shared folder beside the repository. Then the time for 300 columns and 400 fields.
"""

from __future__ import annotations

import csv
import itertools
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from migrator import bundled
from migrator.advice.mapping import rows_for, suggest
from migrator.model.profile import TableProfile
from migrator.model.schema import Entity, Field, FieldType, Relationship, Schema
from migrator.model.source import SourceColumn, SourceTable, TableKind
from tests.unit.advice.judged import ROWS, SURE, Proposal, Score, judge, profile_of, sheets

HERE = Path(__file__).resolve().parent
MAPS = HERE.parents[2] / "shared" / "data" / "crm" / "salesforce_test"
# These map from Salesforce to a file, so they are read backwards.
_BACKWARDS = ("extract", "soql", "polymorphicRelationshipExtract", "selectFields")
# No mapping of a real object: field names of a unit test.
_NOT_REAL = {"basicMap", "selectFieldsSoqlMap"}
_LOOKUP = re.compile(r"(\w+)[:.].*")
SAMPLE = 50


@dataclass(frozen=True)
class MappingFile:
    """One .sdl: the object it loads, source column -> fields (any of them is right), and the rows
    of its CSV, None where it has none."""

    name: str
    entity: str
    truth: dict[str, frozenset[str]]
    rows: list[dict[str, str]] | None


def salesforce() -> Schema:
    """The objects of `salesforce.txt`; meanings are left to the advice, as with any target."""
    entities: list[tuple[str, str, list[Field], list[Relationship]]] = []
    for line in (HERE / "salesforce.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name, _, label = line[1:].partition("] ")
            entities.append((name, label, [], []))
        elif line.strip() and not line.startswith("#"):
            head, kind, length, label = (part.strip() for part in line.split("|"))
            name, _, parent = head.removesuffix(" !").partition(" > ")
            size, fixed = int(length) if length else None, head.endswith("!")
            entities[-1][2].append(
                Field(name, FieldType(kind), length=size, label=label, generated=fixed)
            )
            if parent:
                entities[-1][3].append(Relationship(name, parent))
    return Schema(
        tuple(
            Entity(
                name, tuple(fields), label=label, primary_key=("Id",), relationships=tuple(links)
            )
            for name, label, fields, links in entities
        )
    )


def mapping_files() -> Iterator[MappingFile]:
    """Every .sdl that maps columns to fields. Left out: constants, and `Id`, which names a record
    that is in the target already: Kooch finds that by the crosswalk, not by a mapping."""
    for path in sorted(MAPS.glob("*.sdl")):
        truth = _truth(path) if path.stem not in _NOT_REAL else {}
        if truth:
            yield MappingFile(path.stem, _entity(path.stem), truth, _rows(path))


def _truth(path: Path) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    backwards = path.stem.startswith(_BACKWARDS)
    for line in path.read_text(encoding="utf-8").splitlines():
        left, equals, right = line.replace("\\:", ":").replace("\\ ", " ").partition("=")
        left, right = left.strip(), right.strip()
        if not equals or not left or not right or left.startswith(("#", '"')):
            continue
        column, fields = (right, left) if backwards else (left, right)
        names = frozenset(_field(part.strip()) for part in fields.split(","))
        if "id" not in names and not (backwards and "." in fields):
            found[column] = names
    return found


def _field(name: str) -> str:
    """The field that is filled: a lookup `Parent:Account-Key` fills ParentId."""
    by = _LOOKUP.fullmatch(name)
    return (f"{by[1]}Id" if by else name).lower()


def _entity(name: str) -> str:
    if "Task" in name or name == "NAProcessTest":
        return "Task"
    if "Attachment" in name:
        return "Attachment"
    return "Lead" if "Polymorphic" in name else "Contact" if "Relationships" in name else "Account"


def _rows(path: Path) -> list[dict[str, str]] | None:
    stem = path.stem.removesuffix("Map")
    for name in (f"{stem}.csv", f"{stem}Template.csv"):
        if (MAPS / name).exists():
            with (MAPS / name).open(encoding="utf-8-sig", newline="") as stream:
                return list(itertools.islice(csv.DictReader(stream), SAMPLE))
    return None


def judge_salesforce() -> tuple[Score, int]:
    """The score over all mapping files, and how many there are."""
    schema, score, files = salesforce(), Score(), 0
    for file in mapping_files():
        files += 1
        columns = [name for name in (file.rows[0] if file.rows else file.truth) if name]
        table = SourceTable(
            file.name, tuple(SourceColumn(c, c) for c in columns), kind=TableKind.FILE
        )
        made = rows_for(table, _profile(file, columns), schema.entity(file.entity), schema)
        truth = {column.lower(): fields for column, fields in file.truth.items()}
        found: set[str] = set()
        for row in made:
            for source in row.sources:
                right = row.target.lower() in truth.get(source.lower(), ())
                found |= {source.lower()} if right else set()
                score.proposals.append(
                    Proposal(file.name, source, row.target, row.confidence or 0.0, right)
                )
        present = {column.lower() for column in columns}
        wanted = [column for column in truth if column in present]
        score.wanted += len(wanted)
        score.missed += [(file.name, column) for column in wanted if column not in found]
    return score, files


def _profile(file: MappingFile, columns: list[str]) -> TableProfile | None:
    if not file.rows:
        return None
    values = {c: list(dict.fromkeys(str(r[c]) for r in file.rows if r[c])) for c in columns}
    return TableProfile(file.name, ROWS, tuple(profile_of(c, values[c]) for c in columns))


def seconds() -> float:
    """Processor time of one suggestion: 300 columns, an entity of 400 fields, nothing cached."""
    every = [header for sheet in sheets() for header in sheet.headers]
    columns = [(f"{h.name} {n}", h.values) for n, h in zip(range(300), every, strict=False)]
    fields = [f for e in bundled.schema("crm").entities for f in e.fields]
    wide = tuple(
        Field(f"{f.name}_{n}", f.type, label=f"{f.label} {n}", label_fa=f.label_fa)
        for n, f in zip(range(400), itertools.cycle(fields), strict=False)
        if f.type != FieldType.UUID
    )
    table = SourceTable("customers", tuple(SourceColumn(name, name) for name, _ in columns))
    profile = TableProfile("customers", ROWS, tuple(profile_of(*column) for column in columns))
    started = time.process_time()
    suggest([("s", table, profile)], Schema((Entity("account", wide),)))
    return time.process_time() - started


def line(name: str, score: Score) -> str:
    """One row of the report."""
    return (
        f"{name:34} {score.count():5} {score.precision():9.3f} {score.count(SURE):6} "
        f"{score.precision(SURE):9.3f} {len(score.wrong(SURE)):6} {score.wanted:7} "
        f"{score.recall:7.3f}"
    )


def main() -> None:
    """Print the table."""
    took = seconds()
    crm, known = bundled.schema("crm"), sheets()
    count = sum(len(sheet.headers) for sheet in known)
    print(f"mapping suggestions; {count} headers; sure means {SURE} and more")
    print(f"{'':34} {'made':>5} {'precision':>9} {'sure':>6} {'precision':>9} "
          f"{'wrong':>6} {'wanted':>7} {'recall':>7}")  # fmt: skip
    for half, values in itertools.product(("tune", "held"), (True, False)):
        score = judge((s for s in known if s.half == half), crm, values=values)
        told = "with values" if values else "names alone"
        print(line(f"headers, {half} half, {told}", score))
    if MAPS.exists():
        score, files = judge_salesforce()
        print(line(f"Salesforce, {files} mapping files", score))
    print(f"300 columns and 400 fields: {took:.1f} s of processor time")


if __name__ == "__main__":
    main()
