"""Extract: every kept table of every source becomes an immutable snapshot of text."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from migrator.errors import SourceError
from migrator.model.plan import SourceSpec, TableChoice
from migrator.model.reports import StageReport
from migrator.model.text import Text
from migrator.progress import Progress
from migrator.sources.base import ReadBatch, Source, row_schema
from migrator.sources.stamps import stamp
from migrator.store import names
from migrator.store.staging import Staging

VERSION = 1

_UNREADABLE = pa.schema(
    [
        ("_row", pa.int64()),
        ("line", pa.int64()),
        ("code", pa.string()),
        ("detail", pa.string()),
        ("text", pa.string()),
    ]
)
_NOTES = pa.schema(
    [
        ("_row", pa.int64()),
        ("col", pa.int32()),
        ("code", pa.string()),
        ("value", pa.string()),
        ("detail", pa.string()),
    ]
)


@dataclass(frozen=True)
class ExtractSection:
    """The sources to read and how to open one of them (the client knows the passwords)."""

    sources: tuple[SourceSpec, ...]
    open: Callable[[SourceSpec], Source]


@dataclass
class _Remarks:
    """What a reader said about records while they streamed past."""

    unreadable: list[dict[str, Any]] = field(default_factory=list)
    notes: list[dict[str, Any]] = field(default_factory=list)

    def take(self, batch: ReadBatch) -> None:
        for bad in batch.unreadable:
            self.unreadable.append(
                {
                    "_row": bad.ordinal,
                    "line": bad.line,
                    "code": bad.code,
                    "detail": bad.detail,
                    "text": bad.text,
                }
            )
        for note in batch.notes:
            self.notes.append(
                {
                    "_row": note.ordinal,
                    "col": note.column,
                    "code": note.code,
                    "value": note.value,
                    "detail": note.detail,
                }
            )


def run(staging: Staging, section: ExtractSection, progress: Progress) -> StageReport:
    """Read all kept tables. Writes raw_<no>, unreadable_<no>, notes_<no>.

    Facts: per table `<source>/<table>` rows, unreadable, notes, seconds; per source its identity,
    and the stamp that its files had before they were read.
    """
    started = time.monotonic()
    rows: dict[str, int] = {}
    facts: dict[str, Any] = {"identities": {}, "stamps": {}, "tables": {}}
    warnings: list[str] = []
    attention = 0
    for spec in section.sources:
        facts["stamps"][spec.id] = stamp(spec.uri)
        source = section.open(spec)
        try:
            for choice in spec.tables:
                if not choice.keep:
                    continue
                label = f"{spec.id}/{choice.table.name}"
                told = _snapshot(staging, source, choice, label, progress)
                rows[names.raw(choice.no)] = told["rows"]
                facts["tables"][label] = told
                attention += told["unreadable"]
                warnings += [f"{label}: {w}" for w in choice.table.warnings]
            facts["identities"][spec.id] = source.identity()
        finally:
            source.close()
    return StageReport(
        stage="extract",
        rows=rows,
        facts=facts,
        warnings=tuple(warnings),
        attention=attention,
        seconds=time.monotonic() - started,
    )


def _snapshot(
    staging: Staging, source: Source, choice: TableChoice, label: str, progress: Progress
) -> dict[str, Any]:
    started = time.monotonic()
    remarks = _Remarks()
    width = len(choice.table.columns)
    schema = row_schema(width)

    def stream() -> Iterator[pa.RecordBatch]:
        done = 0
        for batch in source.read(choice.table.name):
            if batch.rows.num_columns != width + 1:
                raise SourceError(
                    Text(
                        f"{label} has other columns than when it was chosen.",
                        f"ستون‌های «{label}» با زمانی که انتخاب شد فرق دارد.",
                    ),
                    hint=Text(
                        "Look at the source again and choose its tables anew.",
                        "مبدأ را دوباره ببینید و جدول‌هایش را از نو برگزینید.",
                    ),
                )
            remarks.take(batch)
            done += batch.rows.num_rows
            progress.update(done, choice.table.rows, f"extract {label}")
            yield batch.rows

    count = staging.write(names.raw(choice.no), schema, stream())
    for name, wanted, found in (
        (names.unreadable(choice.no), _UNREADABLE, remarks.unreadable),
        (names.notes(choice.no), _NOTES, remarks.notes),
    ):
        staging.write(name, wanted, pa.Table.from_pylist(found, schema=wanted).to_batches())
    return {
        "rows": count,
        "unreadable": len(remarks.unreadable),
        "notes": len(remarks.notes),
        "seconds": round(time.monotonic() - started, 3),
    }


def writes(sources: tuple[SourceSpec, ...]) -> list[str]:
    """The logical tables that `run` writes."""
    kept = [choice.no for spec in sources for choice in spec.tables if choice.keep]
    return [make(no) for no in kept for make in (names.raw, names.unreadable, names.notes)]
