"""The mapping step: feeds and their rows, proposals, real values before and after."""

from __future__ import annotations

from collections.abc import Sequence
from json import JSONDecodeError

from migrator import starting
from migrator.desks import mapping_edits as edits
from migrator.desks import mapping_preview as previews
from migrator.desks import mapping_sheet as sheets
from migrator.desks import mapping_values as values
from migrator.desks import mapping_words as words
from migrator.desks.base import edit, query, task
from migrator.desks.mapping_find import row_of
from migrator.desks.mapping_shape_desk import ShapesDesk
from migrator.desks.mapping_suggest import proposed, proposed_feed
from migrator.errors import PlanError
from migrator.model.changes import ChangeSet
from migrator.model.mapping import FieldMapping, Filter, Lookup, Step
from migrator.model.text import Text
from migrator.model.views.mapping import FeedSheet, FilterEffect, Overview, Preview, ValueSheet
from migrator.progress import Progress

_HOW = Text(
    "Export the mapping and edit that file.", "نگاشت را برون‌بری و همان پرونده را ویرایش کنید."
)


class MappingDesk(ShapesDesk):
    """Answers for the mapping document and changes it, one undoable edit at a time."""

    # -- looking

    @query
    def overview(self) -> Overview:
        """The whole document in numbers."""
        return sheets.overview(self.workspace)

    @query
    def sheet(self, feed: str) -> FeedSheet:
        """One feed with its source columns, target fields and rows."""
        return sheets.sheet(self.workspace, self._feed(feed))

    @query
    def preview(
        self, feed: str, target: str, limit: int = 8, steps: tuple[Step, ...] | None = None
    ) -> Preview:
        """Real values before, between and after the steps of a row, or through `steps` instead of
        those it has. PlanError for steps that cannot run."""
        one = self._feed(feed)
        row = row_of(one, target)
        tried = row if steps is None else FieldMapping(target, row.sources, steps, row.lookup)
        return previews.preview(self.workspace.staging, self.workspace.plan, one, tried, limit)

    @query
    def values(self, feed: str, target: str, limit: int = 300) -> ValueSheet:
        """The distinct values that reach the value map of a row, unmapped ones first."""
        one = self._feed(feed)
        row = row_of(one, target)
        return values.values(self.workspace.staging, self.workspace.plan, one, row, limit)

    @query
    def filter_effect(self, feed: str, expression: str, limit: int = 5) -> FilterEffect:
        """What a filter would leave out."""
        workspace = self.workspace
        found = self._feed(feed)
        return values.filter_effect(workspace.staging, workspace.plan, found, expression, limit)

    @query
    def document(self) -> str:
        """The mapping document as text, to keep or to hand on."""
        return starting.mapping_text(self.workspace.plan)

    # -- feeds

    @edit
    def add_feed(self, source: str, table: str, entity: str) -> ChangeSet:
        """Let a source table feed an entity; its rows are drawn or suggested afterwards."""
        name = words.entity_words(self.workspace.plan, entity)
        label = Text(f"Let {table} feed {name.en}", f"پر کردن {name.fa} از {table}")
        profile = sheets.table_profile(self.workspace, source, table)
        return self._edit(label, lambda plan: edits.add_feed(plan, source, table, entity, profile))

    @edit
    def remove_feed(self, feed: str) -> ChangeSet:
        """Take a feed away with its rows."""
        label = self._label(feed, "Removed the feed {feed}", "حذف نگاشت {feed}")
        return self._edit(label, lambda plan: edits.remove_feed(plan, feed))

    @edit
    def set_key(self, feed: str, columns: Sequence[str]) -> ChangeSet:
        """Choose the columns that identify a row of the feed."""
        label = self._label(feed, "Key of {feed}", "کلید {feed}")
        return self._edit(label, lambda plan: edits.set_key(plan, feed, columns))

    @edit
    def set_filters(self, feed: str, filters: Sequence[Filter]) -> ChangeSet:
        """Choose the rows that are left out."""
        label = self._label(feed, "Rows left out of {feed}", "ردیف‌های کنارگذاشته‌ی {feed}")
        return self._edit(label, lambda plan: edits.set_filters(plan, feed, filters))

    @edit
    def leave_out(self, feed: str, columns: Sequence[str], reason: str) -> ChangeSet:
        """Leave source columns out, with the reason."""
        listed = words.names(columns)
        label = Text(f"Left out {listed.en}", f"کنار گذاشتن {listed.fa}")
        return self._edit(label, lambda plan: edits.leave_out(plan, feed, columns, reason))

    @edit
    def take_back(self, feed: str, columns: Sequence[str]) -> ChangeSet:
        """Open columns again that were left out."""
        listed = words.names(columns)
        label = Text(f"Took {listed.en} back", f"بازگرداندن {listed.fa}")
        return self._edit(label, lambda plan: edits.take_back(plan, feed, columns))

    # -- rows

    @edit
    def map_columns(self, feed: str, target: str, columns: Sequence[str]) -> ChangeSet:
        """Let source columns fill a field."""
        listed = words.names(columns)
        label = self._row_label(
            feed, [target], f"Mapped {listed.en} to {{field}}", f"نگاشت {listed.fa} به {{field}}"
        )
        one = self._feed(feed)
        profile = sheets.table_profile(self.workspace, one.source, one.table)
        return self._edit(
            label, lambda plan: edits.map_columns(plan, feed, target, columns, profile)
        )

    @edit
    def unmap(self, feed: str, targets: Sequence[str]) -> ChangeSet:
        """Let nothing fill these fields."""
        label = self._row_label(feed, targets, "Unmapped {field}", "برداشتن نگاشت {field}")
        return self._edit(label, lambda plan: edits.unmap(plan, feed, targets))

    @edit
    def set_constant(self, feed: str, target: str, value: str) -> ChangeSet:
        """Give every row the same value."""
        label = self._row_label(
            feed, [target], "Fixed value for {field}", "مقدار ثابت برای {field}"
        )
        return self._edit(label, lambda plan: edits.set_constant(plan, feed, target, value))

    @edit
    def set_default(self, feed: str, target: str, value: str) -> ChangeSet:
        """Give empty fields a value; an empty one takes that away."""
        label = self._row_label(feed, [target], "Default for {field}", "مقدار پیش‌فرض {field}")
        return self._edit(label, lambda plan: edits.set_default(plan, feed, target, value))

    @edit
    def set_lookup(self, feed: str, target: str, lookup: Lookup | None) -> ChangeSet:
        """Choose which record the field points to."""
        label = self._row_label(feed, [target], "Lookup of {field}", "ارجاع {field}")
        return self._edit(label, lambda plan: edits.set_lookup(plan, feed, target, lookup))

    @edit
    def set_steps(self, feed: str, target: str, steps: Sequence[Step]) -> ChangeSet:
        """Put the transforms of a row in place."""
        label = self._row_label(feed, [target], "Transforms of {field}", "تبدیل‌های {field}")
        return self._edit(label, lambda plan: edits.set_steps(plan, feed, target, steps))

    @edit
    def set_value_map(
        self,
        feed: str,
        target: str,
        values: dict[str, str],
        default: str = "issue",
        default_value: str = "",
    ) -> ChangeSet:
        """Say what each legacy value becomes."""
        label = self._row_label(feed, [target], "Value map of {field}", "جدول مقدارهای {field}")
        whole = (default, default_value)
        return self._edit(
            label, lambda plan: edits.set_value_map(plan, feed, target, values, whole)
        )

    # -- the whole document

    @task
    def suggest(
        self, progress: Progress, tables: Sequence[tuple[str, str]] = (), feed: str = ""
    ) -> ChangeSet:
        """Profile what is not profiled yet, then propose rows for one feed, or for the chosen
        tables (none: all). What people drew, agreed to or left out stays as it is."""
        self.workspace.run("profile", progress)
        profiles = starting.known_profiles(self.workspace)
        if feed:
            told = self._label(feed, "Suggested rows for {feed}", "ردیف‌های پیشنهادی {feed}")
            return self._edit(told, lambda plan: proposed_feed(plan, profiles, feed))
        chosen = {(source, table) for source, table in tables}
        label = Text("Suggested mapping", "نگاشت پیشنهادی")
        return self._edit(label, lambda plan: proposed(plan, profiles, chosen))

    @edit
    def take_document(self, text: str) -> ChangeSet:
        """Put the mapping document `text` in place of this one; PlanError if it is none or names
        what does not exist."""
        try:
            feeds = starting.mapping_from(text)
        except JSONDecodeError as error:
            raise PlanError(
                Text(
                    f"This is not a mapping document: line {error.lineno} is not JSON.",
                    f"این سند نگاشت نیست: خط {error.lineno} به شکل JSON نیست.",
                ),
                hint=_HOW,
            ) from error
        except ValueError as error:
            raise PlanError(
                Text(f"This is not a mapping document: {error}.", f"این سند نگاشت نیست: {error}."),
                hint=_HOW,
            ) from error
        return starting.replace_mapping(self.workspace, feeds)
