"""Staging tables as a window shows them: opened, ordered, searched, with their marks."""

from __future__ import annotations

from migrator.desks.base import Desk, query
from migrator.desks.table_columns import columns_of, entity_of, marks_of
from migrator.errors import ProjectError
from migrator.model.text import Text
from migrator.model.views.tables import Ask, CellMark, IndexHandle, TableHandle
from migrator.store import row_order
from migrator.store.names import quote
from migrator.store.paging import PART_ROWS, ArrowCache, is_in_order, natural_key

MARKS_LIMIT = 20_000  # cells of one page that can be marked


class TablesDesk(Desk):
    """Hands out Arrow files with the rows of staging tables; nothing here changes anything."""

    @query
    def open(self, name: str) -> TableHandle:
        """The current version of the staging table `name`. Its rows are asked for with `part`.
        Files of versions that are no longer shown are removed."""
        staging = self.workspace.staging
        shown = staging.shown()
        if name not in shown:
            raise ProjectError(
                Text("This table has not been made yet.", "این جدول هنوز ساخته نشده است."),
                hint=Text("Run the step that makes it.", "مرحله‌ای را که آن را می‌سازد اجرا کنید."),
                name=name,
            )
        table, cache = shown[name], self._cache()
        cache.tidy(shown.values())
        types = cache.types(table)
        key = natural_key(types)
        return TableHandle(
            name=name,
            table=table,
            version=cache.version(table),
            rows=staging.count(table),
            part_rows=PART_ROWS,
            columns=columns_of(self.workspace.plan, name, types),
            key=key,
            number=key if name.startswith("raw_") else "",
            ordered=is_in_order(staging, table, key),
            marks=tuple(one for one in marks_of(name) if staging.count(one)),
            entity=entity_of(name),
        )

    @query
    def part(self, table: str, version: str, number: int) -> str:
        """The path of the Arrow file with rows number * PART_ROWS onwards of a table version.
        ProjectError (details: gone) when that version was replaced."""
        return str(self._checked(table, version).part(table, number))

    @query
    def index(self, table: str, version: str, ask: Ask) -> IndexHandle:
        """The positions of the rows that `ask` wants, in its order."""
        cache = self._checked(table, version)
        types = cache.types(table)
        sql = row_order.positions(
            table, types, natural_key(types), ask, lambda column: self._persian(table, column)
        )
        path = cache.index(table, sql, self._stamp(ask))
        return IndexHandle(str(path), cache.rows_of(path))

    @query
    def marks(
        self, table: str, version: str, issues: tuple[str, ...], positions: tuple[int, ...]
    ) -> tuple[CellMark, ...]:
        """What the `issues` tables say of the cells of these rows."""
        key = natural_key(self._checked(table, version).types(table))
        found: list[CellMark] = []
        for name in issues if positions and key else ():
            if not self.workspace.staging.exists(name):
                continue
            if name.startswith("notes_"):
                sql = row_order.note_marks(table, name, positions)
            else:
                sql = row_order.marks(table, key, name, positions)
            rows = self.workspace.staging.rows(f"{sql} limit {MARKS_LIMIT}")
            found += [
                CellMark(at, field or "", severity, code, value, detail or "")
                for at, field, severity, code, value, detail in rows
            ]
        return tuple(found)

    def _stamp(self, ask: Ask) -> str:
        """Names the content of the issues table that chooses rows: the order of the rows of one
        table changes when that does."""
        staging = self.workspace.staging
        issues = ask.where.issues
        return staging.made(staging.physical(issues)) if issues else ""

    def _persian(self, table: str, column: str) -> bool:
        name = quote(column)
        sql = f"select 1 from {quote(table)} where regexp_matches({name}, '[\u0600-\u06ff]')"
        return bool(self.workspace.staging.scalar(f"{sql} limit 1"))

    def _checked(self, table: str, version: str) -> ArrowCache:
        cache = self._cache()
        if cache.version(table) != version:
            raise ProjectError(
                Text(
                    "The table was made anew in the meantime.",
                    "جدول در این میان از نو ساخته شده است.",
                ),
                hint=Text("Open it again.", "دوباره بازش کنید."),
                gone=True,
            )
        return cache

    def _cache(self) -> ArrowCache:
        return ArrowCache(self.workspace.staging, self.workspace.project.folder / "cache")
