"""Step 2, sources: what is read, how, and what of it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from migrator.databases import catalog
from migrator.databases.engine import close_engine, open_engine
from migrator.databases.trouble import explained
from migrator.databases.url import parse
from migrator.desks import source_looks, source_moves, source_plan
from migrator.desks.base import Desk, edit, query, task
from migrator.desks.source_cards import changed_sources, name_of, overview
from migrator.desks.source_plan import Remade
from migrator.errors import MigratorError, PlanError, SourceError
from migrator.model.changes import ChangeSet
from migrator.model.plan import Plan, SourceSpec
from migrator.model.text import Text
from migrator.model.views.connection import Reached
from migrator.model.views.sources import (
    Added,
    Loss,
    Overview,
    Place,
    Preview,
    Problem,
    Refusal,
    Rename,
    Reread,
    Top,
    Unlocked,
)
from migrator.progress import Progress
from migrator.starting import look, source_id, split_secret, whole

_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_ALREADY = Problem(
    Text("It is among the sources already.", "پیش‌تر به مبدأها افزوده شده است."), reason="already"
)
_PROJECT = Problem(
    Text("It is a Kooch project, not a source.", "این پوشه پروژه‌ی کوچ است، نه مبدأ داده."),
    reason="project",
)


class SourcesDesk(Desk):
    """Adds sources, corrects how they are read, and keeps or leaves out their tables."""

    # -- looking

    @query
    def overview(self) -> Overview:
        """All sources with their tables."""
        return overview(self.workspace)

    @query
    def preview(self, source: str, table: str, limit: int = 200) -> Preview:
        """The first records of a table through its real reader; trouble is told in it."""
        self._spec(source, table)
        return source_looks.preview(self.workspace, source, table, limit)

    @query
    def top(self, source: str, table: str, limit: int = 40) -> Top:
        """The first rows of a file or sheet as they stand, to choose the header among them."""
        self._spec(source, table)
        return source_looks.top(self.workspace, source, table, limit)

    @query
    def losses(self, source: str, tables: tuple[str, ...] = ()) -> tuple[Loss, ...]:
        """What of the mapping goes with a source, or with some of its tables."""
        self._spec(source)
        return self._without(source, tables).losses

    @query
    def test(self, url: str, password: str = "") -> Reached:
        """Whether a database lets us in, and how many tables and views it holds; raises
        SourceError if not."""
        place = parse(url, password, SourceError)
        if place.get_backend_name() == "sqlite" and not Path(place.database or "").is_file():
            return Reached(0, exists=False)
        with explained(place, SourceError):
            engine = open_engine(place, read_only=True)
            try:
                with engine.connect() as connection:
                    return Reached(len(catalog.tables(connection)))
            finally:
                close_engine(engine)

    # -- adding and removing

    @task
    def add(self, places: tuple[Place, ...], progress: Progress) -> Added:
        """Look at all places and add those that can be read, as one step of undo."""
        specs: list[SourceSpec] = []
        refused: list[Refusal] = []
        passwords: dict[str, str] = {}
        for done, place in enumerate(places):
            name = name_of(place.uri)
            progress.update(done, len(places), name)
            found = self._look(place, specs, passwords)
            if isinstance(found, SourceSpec):
                specs.append(found)
            else:
                refused.append(Refusal(place, name, found))
        progress.update(len(places), len(places), "")
        if specs:
            self.workspace.edit(_added(specs), lambda plan: _all_with(plan, specs))
        unkept = [n for n, secret in passwords.items() if not self.workspace.secrets.put(n, secret)]
        tables = sum(len(spec.tables) for spec in specs)
        return Added(tuple(s.id for s in specs), tables, tuple(refused), tuple(unkept))

    def _look(
        self, place: Place, specs: Sequence[SourceSpec], passwords: dict[str, str]
    ) -> SourceSpec | Problem:
        known = [*self.workspace.plan.sources, *specs]
        try:
            bare, secret = split_secret(place.uri)
            uri = whole(bare)
            if any(spec.uri == uri for spec in known):
                return _ALREADY
            if (Path(uri) / "project.db").is_file():
                return _PROJECT
            spec_id = source_id(uri, [spec.id for spec in known])
            typed = place.password or secret
            given = typed or self.workspace.secrets.get(spec_id)
            found = look(uri, spec_id, given, 1, place.options)
        except MigratorError as error:
            return source_looks.problem(error, asked=bool(place.password))
        if typed:
            passwords[spec_id] = typed
        return found

    @edit
    def remove(self, source: str) -> ChangeSet:
        """Take a source out of the plan, with what its tables feed. The files stay as they are."""
        name = name_of(self._spec(source).uri)
        return self.workspace.edit(
            Text(f"Removed the source {name}", f"حذف مبدأ {name}"),
            lambda plan: source_plan.without_source(plan, source).plan,
        )

    # -- keeping and leaving out

    @edit
    def keep(self, source: str, tables: tuple[str, ...], keep: bool, reason: str = "") -> ChangeSet:
        """Keep tables, or leave them out with a reason; what they feed goes with them."""
        for table in tables:
            self._spec(source, table)
        shown = tables[0] if len(tables) == 1 else name_of(self._spec(source).uri)
        said = Text(f"Left out {shown}", f"کنار گذاشتن {shown}")
        if keep:
            said = Text(f"Kept {shown}", f"نگه داشتن {shown}")
        return self.workspace.edit(
            said,
            lambda plan: (
                source_plan.fitted(
                    source_plan.changed_tables(
                        plan, source, tables, lambda c: replace(c, keep=keep, reason=reason.strip())
                    )
                ).plan
            ),
        )

    def _without(self, source: str, tables: Iterable[str]) -> Remade:
        plan, names = self.workspace.plan, tuple(tables)
        if not names:
            return source_plan.without_source(plan, source)
        gone = source_plan.changed_tables(plan, source, names, lambda c: replace(c, keep=False))
        return source_plan.fitted(gone)

    # -- reading otherwise

    @task
    def read_as(
        self, source: str, table: str, options: dict[str, str], agreed: bool, progress: Progress
    ) -> Reread:
        """Read a table with other options ("": as detected) from now on. Where mapped columns
        would be lost nothing is done until that is `agreed`."""
        spec = self._spec(source, table)
        progress.update(0, None, name_of(spec.uri))
        wanted = _with_options(spec, table, options)
        said = Text(f"Reading of {table} corrected", f"اصلاح شیوه‌ی خواندن {table}")
        return self._reread([wanted], agreed, said, progress)

    @task
    def look_again(
        self, sources: tuple[str, ...], agreed: bool, progress: Progress,
        renames: tuple[Rename, ...] = (),
    ) -> Reread:  # fmt: skip
        """Look at sources anew, and read them again if they were read before; without names those
        that changed since. The mapping stays: columns that a person says are `renames` are read
        under their new names, others that are missing are waited for."""
        names = sources or tuple(sorted(changed_sources(self.workspace)))
        specs = [self._spec(name) for name in names]
        said = Text("Looked at sources again", "بررسی دوباره‌ی مبدأها")
        result = self._moved(specs, agreed, renames, said, progress)
        if result.done and self.workspace.project.outputs.latest("extract") is not None:
            self.workspace.refresh()
            self.workspace.run("extract", progress)
        return result

    @task
    def relocate(
        self, source: str, uri: str, agreed: bool, progress: Progress,
        renames: tuple[Rename, ...] = (),
    ) -> Reread:  # fmt: skip
        """Read a source from another place from now on, e.g. because its file was moved; the
        mapping stays as with `look_again`."""
        spec = self._spec(source)
        try:
            bare, secret = split_secret(uri)
            place = whole(bare)
        except MigratorError as error:
            return Reread(False, problem=source_looks.problem(error))
        others = (other.uri for other in self.workspace.plan.sources if other.id != source)
        if place in others:
            return Reread(False, problem=_ALREADY)
        if secret:
            self.workspace.secrets.put(source, secret)
        name = name_of(place)
        said = Text(f"Source is now {name}", f"جای تازه‌ی مبدأ: {name}")
        return self._moved([replace(spec, uri=place)], agreed, renames, said, progress)

    def _moved(
        self, specs: Sequence[SourceSpec], agreed: bool, renames: tuple[Rename, ...],
        said: Text, progress: Progress,
    ) -> Reread:  # fmt: skip
        """Put what is in the sources now into the plan, as one step of undo; no row goes."""
        every = Remade(self.workspace.plan)
        tables: tuple[tuple[str, str], ...] = ()
        asked: tuple[Rename, ...] = ()
        for done, spec in enumerate(specs):
            progress.update(done, len(specs), name_of(spec.uri))
            try:
                found = source_looks.anew(self.workspace, spec)
            except MigratorError as error:
                return Reread(False, problem=source_looks.problem(error, asked=False))
            one = source_moves.moved(every.plan, spec, found, renames)
            every = every.then(one.made)
            tables = (*tables, *one.tables)
            asked = (*asked, *source_moves.proposals(self.workspace, spec, one))
        return replace(self._settle(every, agreed, said), moved=tables, renames=asked)

    @task
    def unlock(self, source: str, password: str, progress: Progress) -> Unlocked:
        """Keep a source's password if it is the right one."""
        spec = self._spec(source)
        progress.update(0, None, name_of(spec.uri))
        try:
            look(spec.uri, spec.id, password, 1, spec.options)
        except MigratorError as error:
            return Unlocked(problem=source_looks.problem(error))
        return Unlocked(self.workspace.secrets.put(source, password))

    def _reread(
        self, specs: Sequence[SourceSpec], agreed: bool, said: Text, progress: Progress
    ) -> Reread:
        """Put what is in the sources now into the plan, as one step of undo."""
        every = Remade(self.workspace.plan)
        for done, spec in enumerate(specs):
            progress.update(done, len(specs), name_of(spec.uri))
            try:
                found = source_looks.anew(self.workspace, spec)
            except MigratorError as error:
                return Reread(False, problem=source_looks.problem(error, asked=False))
            every = every.then(source_plan.looked_again(every.plan, spec, found))
        return self._settle(every, agreed, said)

    def _settle(self, made: Remade, agreed: bool, said: Text) -> Reread:
        if made.losses and not agreed:
            return Reread(False, made.losses, made.gone, made.new)
        if made.plan != self.workspace.plan:
            self.workspace.edit(said, lambda _: made.plan)
        return Reread(True, made.losses, made.gone, made.new)

    def _spec(self, source: str, table: str = "") -> SourceSpec:
        try:
            if table:
                self.workspace.plan.choice(source, table)
            return self.workspace.plan.source(source)
        except KeyError:
            raise PlanError(
                Text(
                    f"There is no source or table called {table or source!r} in the plan.",
                    f"مبدأ یا جدولی به نام «{table or source}» در برنامه نیست.",
                ),
                hint=Text(
                    "It may have been removed or undone meanwhile.",
                    "شاید در این میان حذف یا واگرد شده باشد.",
                ),
            ) from None


def _added(specs: Sequence[SourceSpec]) -> Text:
    if len(specs) == 1:
        name = name_of(specs[0].uri)
        return Text(f"Added the source {name}", f"افزودن مبدأ {name}")
    fa = str(len(specs)).translate(_DIGITS)
    return Text(f"Added {len(specs)} sources", f"افزودن {fa} مبدأ")


def _all_with(plan: Plan, specs: Sequence[SourceSpec]) -> Plan:
    for spec in specs:
        plan = source_plan.with_source(plan, spec)
    return plan


def _with_options(spec: SourceSpec, table: str, options: dict[str, str]) -> SourceSpec:
    """The source with reading options of a table set, or taken away where they are empty. The
    encoding is one for all tables of a file."""
    for name, value in options.items():
        if name == "encoding" and not Path(spec.uri).is_dir():
            spec = replace(spec, options=_set(spec.options, name, value))
            continue
        file = table.partition("/")[0]
        tables = []
        for choice in spec.tables:
            whole_file = name == "encoding" and choice.table.name.partition("/")[0] == file
            mine = choice.table.name == table or whole_file
            tables.append(
                replace(choice, options=_set(choice.options, name, value)) if mine else choice
            )
        spec = replace(spec, tables=tuple(tables))
    return spec


def _set(options: dict[str, Any], name: str, value: str) -> dict[str, Any]:
    left = {key: given for key, given in options.items() if key != name}
    return {**left, name: value} if value else left
