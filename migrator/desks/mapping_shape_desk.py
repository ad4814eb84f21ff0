"""The shapes of a mapping at its desk: one record per key, columns that become rows, and one record
of the source on its way through all fields."""

from __future__ import annotations

from collections.abc import Sequence

from migrator.desks import mapping_record as records
from migrator.desks import mapping_shapes as shapes
from migrator.desks import mapping_words as words
from migrator.desks.base import edit, query
from migrator.desks.mapping_rows import RowsDesk
from migrator.model.changes import ChangeSet
from migrator.model.text import Text
from migrator.model.views.mapping import RecordPreview


class ShapesDesk(RowsDesk):
    """Edits of what becomes how many records, and a look at one of them."""

    @query
    def record(self, feed: str, row: int = 0, key: str = "", after: bool = True) -> RecordPreview:
        """One row of the feed's table through all fields: the one with this key, else the first
        that is used from place `row` on (`after`) or before it. PlanError for steps that cannot
        run, and for a key that no row has."""
        workspace = self.workspace
        wanted = records.Wanted(row, key.strip(), after)
        return records.record(workspace.staging, workspace.plan, self._feed(feed), wanted)

    @edit
    def set_one_per_key(self, feed: str, on: bool) -> ChangeSet:
        """Choose whether rows with the same key are one record."""
        if on:
            label = self._label(feed, "One record per key: {feed}", "هر کلید یک رکورد: {feed}")
        else:
            label = self._label(feed, "One record per row: {feed}", "هر ردیف یک رکورد: {feed}")
        return self._edit(label, lambda plan: shapes.set_one_per_key(plan, feed, on=on))

    @edit
    def number(
        self, feed: str, target: str, prefix: str = "", digits: int = 5, start: int = 1
    ) -> ChangeSet:
        """Number the records of a feed in a field, such as C-00001."""
        label = self._row_label(feed, [target], "Numbers in {field}", "شماره‌گذاری {field}")
        given = {"prefix": prefix, "digits": digits, "start": start}
        return self._edit(label, lambda plan: shapes.number(plan, feed, target, given))

    @edit
    def columns_to_rows(self, feed: str, target: str, columns: Sequence[str]) -> ChangeSet:
        """Make a record of each of these columns, where it is filled: a feed per column."""
        listed = words.names(columns)
        label = Text(f"A record per column: {listed.en}", f"هر ستون یک رکورد: {listed.fa}")
        return self._edit(label, lambda plan: shapes.columns_to_rows(plan, feed, target, columns))
