"""What a person does on the mapping page: each deed is one operation on the feed shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from migrator.model.mapping import Collision, Filter, Lookup, RowStatus, Step
from migrator.model.views.catalog import CatalogItem
from ui.job import Job
from ui.operations import catalog, mapping
from ui.pages.mapping.document import Document
from ui.session import Session

Cell = tuple[str, str, str]  # target field, what, value


class Deeds(QObject):
    """Knows the feed that is shown. `failed` carries the Failure of a deed that did not succeed."""

    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.document: Document | None = None
        self.catalog: dict[str, CatalogItem] = {}
        catalog.transforms(session=session).then(self._catalogued)

    def _catalogued(self, items: tuple[CatalogItem, ...]) -> None:
        self.catalog = {item.id: item for item in items}

    @property
    def feed(self) -> str:
        """The id of the feed shown; "" when there is none."""
        return self.document.sheet.feed.id if self.document is not None else ""

    def _try(self, job: Job) -> Job:
        job.failed.connect(self.failed)
        return job

    # -- rows

    def map(self, target: str, columns: Sequence[str]) -> Job:
        """Let these columns fill a field."""
        return self._try(
            mapping.map_columns(
                session=self.session, feed=self.feed, target=target, columns=columns
            )
        )

    def unmap(self, targets: Sequence[str]) -> Job:
        """Let nothing fill these fields."""
        return self._try(mapping.unmap(session=self.session, feed=self.feed, targets=targets))

    def constant(self, target: str, value: str) -> Job:
        """Give every row the same value."""
        return self._try(
            mapping.set_constant(session=self.session, feed=self.feed, target=target, value=value)
        )

    def split(self, target: str, columns: Sequence[str]) -> Job:
        """Make a record of each column: a feed per column."""
        return self._try(
            mapping.columns_to_rows(
                session=self.session, feed=self.feed, target=target, columns=columns
            )
        )

    def number(self, target: str, prefix: str) -> Job:
        """Number the records of the feed in a field."""
        return self._try(
            mapping.number(session=self.session, feed=self.feed, target=target, prefix=prefix)
        )

    def default(self, target: str, value: str) -> Job:
        """Give empty fields a value."""
        return self._try(
            mapping.set_default(session=self.session, feed=self.feed, target=target, value=value)
        )

    def steps(self, target: str, steps: Sequence[Step]) -> Job:
        """Put the transforms of a row in place."""
        return self._try(
            mapping.set_steps(session=self.session, feed=self.feed, target=target, steps=steps)
        )

    def lookup(self, target: str, lookup: Lookup | None) -> Job:
        """Choose which record a field points to."""
        return self._try(
            mapping.set_lookup(session=self.session, feed=self.feed, target=target, lookup=lookup)
        )

    def value_map(self, target: str, values: dict[str, str], default: tuple[str, str]) -> Job:
        """Say what each legacy value becomes."""
        return self._try(
            mapping.set_value_map(
                session=self.session,
                feed=self.feed,
                target=target,
                values=values,
                default=default,
            )
        )

    def status(self, targets: Sequence[str], status: RowStatus) -> Job:
        """Say how far people have got."""
        return self._try(
            mapping.set_status(session=self.session, feed=self.feed, targets=targets, status=status)
        )

    def owner(self, targets: Sequence[str], owner: str) -> Job:
        """Say who answers for rows."""
        return self._try(
            mapping.set_owner(session=self.session, feed=self.feed, targets=targets, owner=owner)
        )

    def note(self, target: str, note: str) -> Job:
        """Write a note to a row."""
        return self._try(
            mapping.set_note(session=self.session, feed=self.feed, target=target, note=note)
        )

    def collision(self, targets: Sequence[str], collision: Collision) -> Job:
        """Say what mapped values do to those that the target has already."""
        return self._try(
            mapping.set_collision(
                session=self.session, feed=self.feed, targets=targets, collision=collision
            )
        )

    def comment(self, targets: Sequence[str], text: str) -> Job:
        """Say something about rows."""
        return self._try(
            mapping.comment(session=self.session, feed=self.feed, targets=targets, text=text)
        )

    def write(self, cells: Sequence[Cell]) -> Job:
        """Write cells that came from the table: one by its own name, many as one edit."""
        if len(cells) > 1:
            return self._try(mapping.write(session=self.session, feed=self.feed, cells=cells))
        target, what, value = cells[0]
        if what == "status":
            return self.status([target], RowStatus(value))
        if what == "collision":
            return self.collision([target], Collision(value))
        return self.owner([target], value) if what == "owner" else self.note(target, value)

    # -- columns and feeds

    def leave_out(self, columns: Sequence[str], reason: str) -> Job:
        """Leave columns out with a reason."""
        return self._try(
            mapping.leave_out(session=self.session, feed=self.feed, columns=columns, reason=reason)
        )

    def columns_to_rows(self, target: str, columns: Sequence[str]) -> Job:
        """Make a record of each of these columns."""
        return self._try(
            mapping.columns_to_rows(
                session=self.session, feed=self.feed, target=target, columns=columns
            )
        )

    def take_back(self, columns: Sequence[str]) -> Job:
        """Open columns again that were left out."""
        return self._try(mapping.take_back(session=self.session, feed=self.feed, columns=columns))

    def key(self, columns: Sequence[str]) -> Job:
        """Choose the key columns."""
        return self._try(mapping.set_key(session=self.session, feed=self.feed, columns=columns))

    def one_per_key(self, on: bool) -> Job:
        """Choose whether rows with the same key are one record."""
        return self._try(mapping.set_one_per_key(session=self.session, feed=self.feed, on=on))

    def filters(self, filters: Sequence[Filter]) -> Job:
        """Choose the rows that are left out."""
        return self._try(mapping.set_filters(session=self.session, feed=self.feed, filters=filters))

    def add_feed(self, source: str, table: str, entity: str) -> Job:
        """Let a table feed an entity."""
        return self._try(
            mapping.add_feed(session=self.session, source=source, table=table, entity=entity)
        )

    def remove_feed(self) -> Job:
        """Take the feed away."""
        return self._try(mapping.remove_feed(session=self.session, feed=self.feed))

    def suggest(self, feed: str) -> Job:
        """Propose rows for one feed ("" for every table)."""
        return self._try(mapping.suggest(session=self.session, feed=feed))

    def accept(self, feed: str, at_least: float) -> Job:
        """Agree to suggestions of at least this confidence."""
        return self._try(mapping.accept(session=self.session, feed=feed, at_least=at_least))
