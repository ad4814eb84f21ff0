"""Commands that look at one source: inspect, read, profile, match, suggest."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

from migrator import scratch
from migrator.cli import output
from migrator.cli.main import main
from migrator.cli.output import ATTENTION, DONE, TerminalProgress, emit, err, say, table
from migrator.model.profile import ODDITIES, TableProfile
from migrator.model.source import SourceTable
from migrator.reports.profile_page import write_profile
from migrator.sources.base import Source

as_json = click.option("--json", "as_json", is_flag=True, help="One JSON document for machines.")
table_option = click.option("--table", "name", help="Which table or sheet; the first if not given.")
options_option = click.option(
    "--option",
    "options",
    multiple=True,
    metavar="KEY=VALUE",
    help="How to read: encoding, delimiter, header_row ... as inspect shows them.",
)


@main.command()
@click.argument("source")
@options_option
@as_json
def inspect(source: str, options: tuple[str, ...], as_json: bool) -> None:
    """Tables, columns, rows and how SOURCE would be read, with every warning."""
    with scratch.opened(source, options) as opened:
        tables = opened.discover()
    if as_json:
        emit({"source": source, "tables": tables})
        return
    for found in tables:
        _show_table(found)


def _show_table(found: SourceTable) -> None:
    rows = "?" if found.rows is None else f"{found.rows:,}"
    say(f"\n{found.name}  ({found.kind}, {rows} rows, {len(found.columns)} columns)")
    if found.facts:
        say("  " + ", ".join(f"{key}={value!r}" for key, value in found.facts.items()))
    columns = [(n, c.name, c.header, c.type, c.native_type) for n, c in enumerate(found.columns, 1)]
    table("", ["no", "column", "header", "type", "native type"], columns[:60])
    if len(columns) > 60:
        say(f"  ... and {len(columns) - 60} more columns (--json lists all)")
    for key in (found.primary_key, *found.unique_keys):
        if key:
            say(f"  key: {', '.join(key)}")
    for foreign in found.foreign_keys:
        there = ", ".join(foreign.parent_columns)
        say(f"  {', '.join(foreign.columns)} -> {foreign.parent} ({there})")
    for warning in found.warnings:
        say(f"  ! {warning}")


@main.command()
@click.argument("source")
@table_option
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File; standard output if not given.",
)
@click.option("--limit", type=click.IntRange(min=0), help="Only the first so many records.")
@options_option
def read(
    source: str, name: str | None, out: Path | None, limit: int | None, options: tuple[str, ...]
) -> None:
    """The text-first snapshot of one table as UTF-8 CSV (RFC 4180), values unchanged."""
    with scratch.opened(source, options) as opened, _sink(out) as stream:
        found = scratch.pick(opened.discover(), name)
        unreadable = _write(opened, found, limit, stream)
    if unreadable:
        err.print(f"{unreadable} records could not be read (kooch inspect shows the table).")
        click.get_current_context().exit(ATTENTION)


@contextmanager
def _sink(out: Path | None) -> Iterator[IO[str]]:
    if out is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        yield sys.stdout
        return
    with out.open("w", encoding="utf-8", newline="") as stream:
        yield stream


def _write(opened: Source, found: SourceTable, limit: int | None, stream: IO[str]) -> int:
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([column.name for column in found.columns])
    unreadable = 0
    with TerminalProgress(stream is not sys.stdout) as progress:
        done = 0
        for batch in opened.read(found.name, limit):
            columns = [column.to_pylist() for column in batch.rows.columns[1:]]
            writer.writerows(zip(*columns, strict=True))
            for bad in batch.unreadable:
                unreadable += 1
                err.print(f"line {bad.line}: {bad.code} {bad.detail}", markup=False)
            done += batch.rows.num_rows
            progress.update(done, found.rows, found.name)
    return unreadable


@main.command()
@click.argument("source")
@table_option
@click.option(
    "--html", type=click.Path(dir_okay=False, path_type=Path), help="Write a page instead."
)
@options_option
@as_json
def profile(
    source: str, name: str | None, html: Path | None, options: tuple[str, ...], as_json: bool
) -> None:
    """What the columns of SOURCE hold: fill, distinct values, patterns, meaning, oddities."""
    with TerminalProgress() as progress, scratch.staged(source, options, name, progress) as desk:
        profiles = desk.profiles(progress)
    if html:
        write_profile(profiles, html, source)
        say(f"Written: {html}")
    if as_json:
        emit({"source": source, "tables": profiles})
    elif not html:
        for found in profiles:
            _show_profile(found)


def _show_profile(found: TableProfile) -> None:
    rows = [
        (
            c.name,
            c.type,
            c.meaning,
            c.filled,
            c.empty,
            c.distinct,
            ", ".join(f"{top.value[:30]} ({top.rows})" for top in c.top[:3]),
            ", ".join(f"{ODDITIES[odd.code].en} ({odd.rows})" for odd in c.odd),
        )
        for c in found.columns
    ]
    table(
        f"{found.name}: {found.rows:,} rows, {found.duplicate_rows:,} duplicate rows",
        ["column", "type", "meaning", "filled", "empty", "distinct", "most frequent", "look at"],
        rows,
    )


@main.command()
@click.argument("source")
@table_option
@click.option("--id", "id_column", help="Column whose values name the rows in the output.")
@click.option("--ignore", default="", help="Columns not to compare, separated by commas.")
@click.option(
    "--pairs", required=True, type=click.Path(dir_okay=False, path_type=Path), help="CSV of pairs."
)
@click.option(
    "--clusters", type=click.Path(dir_okay=False, path_type=Path), help="CSV of clusters."
)
@options_option
@as_json
def match(
    source: str,
    name: str | None,
    id_column: str | None,
    ignore: str,
    pairs: Path,
    clusters: Path | None,
    options: tuple[str, ...],
    as_json: bool,
) -> None:
    """Duplicates inside one table of SOURCE, by default settings."""
    with TerminalProgress() as progress, scratch.staged(source, options, name, progress) as desk:
        ignored = {column.strip() for column in ignore.split(",") if column.strip()}
        found = desk.match(id_column, ignored, pairs, clusters, progress)
    if as_json:
        emit(found)
    else:
        say(f"{found['pairs']:,} pairs, {found['clusters']:,} clusters; written to {pairs}")
    click.get_current_context().exit(DONE)


@main.command()
@click.argument("source")
@click.argument("target")
@options_option
@as_json
def suggest(source: str, target: str, options: tuple[str, ...], as_json: bool) -> None:
    """Mapping proposals from SOURCE to TARGET (a database, a schema file, or crm)."""
    with TerminalProgress() as progress, scratch.staged(source, options, None, progress) as desk:
        found = desk.suggestions(target, progress)
    if as_json:
        emit(found)
        return
    for feed in found.feeds:
        output.feed(feed)
