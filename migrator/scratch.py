"""One source on the desk, without a project: to inspect, profile, match or suggest."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from migrator import bundled
from migrator.advice.mapping import Suggestions, suggest
from migrator.advice.matching import propose_for_columns
from migrator.errors import PlanError, SourceError
from migrator.model.codec import from_data
from migrator.model.plan import SourceSpec
from migrator.model.profile import TableProfile
from migrator.model.schema import Schema
from migrator.model.source import SourceTable
from migrator.progress import Progress
from migrator.sources.base import OpenOptions, Source
from migrator.sources.opening import open_source
from migrator.stages import extract, match, profile
from migrator.starting import look, schema_at, split_secret
from migrator.store import names
from migrator.store.names import quote
from migrator.store.staging import Staging

PASSWORD = "password"  # the one option that is a secret: it never enters a plan


def reading(options: Sequence[str]) -> dict[str, str]:
    """KEY=VALUE options as a mapping; raises PlanError for one without `=`."""
    for option in options:
        if "=" not in option:
            raise PlanError(f"{option!r} is no reading option.", hint="Write it as key=value.")
    return dict(option.split("=", 1) for option in options)


@contextmanager
def opened(uri: str, options: Sequence[str]) -> Iterator[Source]:
    """A source, closed at the end."""
    bare, secret = split_secret(uri)
    chosen = reading(options)
    secret = chosen.pop(PASSWORD, secret)
    source = open_source(bare, OpenOptions(secret=secret, source=chosen))
    try:
        yield source
    finally:
        source.close()


def pick(tables: Sequence[SourceTable], name: str | None) -> SourceTable:
    """The table called `name`, or the first one; SourceError if there is none."""
    for table in tables:
        if name is None or table.name == name:
            return table
    listed = ", ".join(table.name for table in tables[:10]) or "none"
    raise SourceError(f"There is no table {name!r} in the source.", hint=f"Tables: {listed}.")


@dataclass(frozen=True)
class Desk:
    """A source extracted into staging in memory."""

    staging: Staging
    spec: SourceSpec

    def profiles(self, progress: Progress) -> tuple[TableProfile, ...]:
        """The profile of every table on the desk."""
        section = profile.ProfileSection(
            tuple((self.spec.id, choice) for choice in self.spec.tables if choice.keep)
        )
        report = profile.run(self.staging, section, progress)
        return tuple(profile.profiles(report).values())

    def suggestions(self, target: str, progress: Progress) -> Suggestions:
        """Mapping proposals from every table on the desk to the schema at `target`."""
        profiles = {p.name: p for p in self.profiles(progress)}
        tables = [
            (self.spec.id, c.table, profiles.get(f"{self.spec.id}/{c.table.name}"))
            for c in self.spec.tables
            if c.keep
        ]
        return suggest(tables, target_schema(target))

    def match(
        self,
        id_column: str | None,
        ignore: set[str],
        pairs: Path,
        clusters: Path | None,
        progress: Progress,
    ) -> dict[str, Any]:
        """Find duplicates in the one table on the desk; write pairs and clusters as CSV."""
        choice = next(c for c in self.spec.tables if c.keep)
        columns = [c.name for c in choice.table.columns]
        for name in [*([id_column] if id_column else []), *sorted(ignore)]:
            if name not in columns:
                raise SourceError(
                    f"There is no column {name!r}.", hint=f"Columns: {', '.join(columns)}."
                )
        compared = [c for c in columns if c not in ignore and c != id_column]
        self._as_entity(columns, id_column)
        found = self.profiles(progress)[0]
        meanings = {c.name: c.meaning for c in found.columns}
        counts = {c.name: (c.filled, c.distinct) for c in found.columns}
        settings = propose_for_columns(compared, meanings, counts)
        settings = replace(settings, entity=_DESK)
        report = match.run(self.staging, match.MatchSection((settings,), (), (_DESK,)), progress)
        return {
            "pairs": self._write_pairs(settings.merge_above, pairs),
            "clusters": self._write_clusters(clusters),
            "settings": settings,
            "report": report.facts,
        }

    def _as_entity(self, columns: list[str], id_column: str | None) -> None:
        choice = next(c for c in self.spec.tables if c.keep)
        key = f"c{columns.index(id_column) + 1}" if id_column else "cast(_row as varchar)"
        listed = ", ".join(f"c{n} as {quote(name)}" for n, name in enumerate(columns, 1))
        raw = quote(names.raw(choice.no))
        self.staging.create(
            names.clean(_DESK), f"select _row as _rid, {key} as _key, {listed} from {raw}"
        )

    def _write_pairs(self, above: float, path: Path) -> int:
        keys = quote(names.clean(_DESK))
        return self._csv(
            path,
            ["left", "right", "probability"],
            f"""select a._key, b._key, p.probability from {quote(names.pairs(_DESK))} p
                join {keys} a on a._rid = p."left" join {keys} b on b._rid = p."right"
                where p.probability >= {above} order by 3 desc, 1, 2""",
        )

    def _write_clusters(self, path: Path | None) -> int:
        clusters = quote(names.clusters(_DESK))
        if path is not None:
            self._csv(
                path,
                ["id", "cluster"],
                f"""select c._key, coalesce(k._gid, c._rid) from {quote(names.clean(_DESK))} c
                    left join {clusters} k using (_rid) order by 2, c._rid""",
            )
        return int(self.staging.scalar(f"select count(distinct _gid) from {clusters}"))

    def _csv(self, path: Path, header: list[str], sql: str) -> int:
        count = 0
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(header)
            for batch in self.staging.arrow(sql):
                writer.writerows(zip(*(c.to_pylist() for c in batch.columns), strict=True))
                count += batch.num_rows
        return count


_DESK = "desk"


@contextmanager
def staged(
    uri: str, options: Sequence[str], table: str | None, progress: Progress
) -> Iterator[Desk]:
    """Extract a source (or one table of it) into staging in memory."""
    bare, secret = split_secret(uri)
    chosen = reading(options)
    secret = chosen.pop(PASSWORD, secret)
    spec = look(bare, "source", secret, 1, chosen)
    if table is not None:
        wanted = pick([c.table for c in spec.tables], table)
        choices = (replace(c, keep=c.table.name == wanted.name) for c in spec.tables)
        spec = replace(spec, tables=tuple(choices))
    staging = Staging(None)
    try:
        section = extract.ExtractSection((spec,), lambda one: _open(one, secret))
        extract.run(staging, section, progress)
        yield Desk(staging, spec)
    finally:
        staging.close()


def _open(spec: SourceSpec, secret: str) -> Source:
    tables = {c.table.name: {**c.table.facts, **c.options} for c in spec.tables}
    return open_source(spec.uri, OpenOptions(secret, tables, dict(spec.options)))


def target_schema(target: str) -> Schema:
    """The schema at a target: a bundled name, a JSON schema file, or a database."""
    if target in bundled.SCHEMAS:
        return bundled.schema(target)
    if target.endswith(".json"):
        return _schema_file(Path(target))
    schema = schema_at(*split_secret(target))
    if not schema.entities:
        raise PlanError(
            f"{Path(target).name} holds no tables.",
            hint="Give a database with tables, a schema file, or: " + ", ".join(bundled.SCHEMAS),
        )
    return schema


def _schema_file(path: Path) -> Schema:
    try:
        return from_data(Schema, json.loads(path.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise PlanError(f"{path.name} is no schema file: {error}.") from error
