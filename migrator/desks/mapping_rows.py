"""What people write beside rows at the mapping desk: status, owner, note, collision, comments."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from migrator.contract.words import STATUSES
from migrator.desks import mapping_edits as edits
from migrator.desks import mapping_notes as notes
from migrator.desks import mapping_words as words
from migrator.desks.base import Desk, edit
from migrator.desks.contract_signing import sign_rows
from migrator.desks.mapping_find import feed_of
from migrator.errors import PlanError
from migrator.model.changes import ChangeSet
from migrator.model.mapping import Collision, Comment, Feed, RowStatus
from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.project.project import now, user


class RowsDesk(Desk):
    """Edits that change no value."""

    @edit
    def set_status(self, feed: str, targets: Sequence[str], status: RowStatus) -> ChangeSet:
        """Say how far people have got with rows."""
        wanted = RowStatus(status)
        if wanted == RowStatus.SIGNED:
            return sign_rows(self.workspace, {feed: targets}, "")
        said = STATUSES[wanted]
        label = self._row_label(feed, targets, f"{{field}}: {said.en}", f"{{field}}: {said.fa}")
        return self._edit(label, lambda plan: edits.annotate(plan, feed, targets, status=wanted))

    @edit
    def set_owner(self, feed: str, targets: Sequence[str], owner: str) -> ChangeSet:
        """Say who answers for rows."""
        label = self._row_label(feed, targets, "Owner of {field}", "مسئول {field}")
        return self._edit(
            label, lambda plan: edits.annotate(plan, feed, targets, owner=owner.strip())
        )

    @edit
    def set_note(self, feed: str, target: str, note: str) -> ChangeSet:
        """Write a note to a row."""
        label = self._row_label(feed, [target], "Note on {field}", "یادداشت {field}")
        return self._edit(
            label, lambda plan: edits.annotate(plan, feed, [target], note=note.strip())
        )

    @edit
    def accept(self, feed: str = "", at_least: float = 0.9) -> ChangeSet:
        """Agree to the suggested rows of a feed ("" for all) of at least this confidence."""
        _, count = edits.accept(self.workspace.plan, feed, at_least)
        if not count:
            raise PlanError(
                Text("No suggestion is as sure as that.", "هیچ پیشنهادی به این اطمینان نیست."),
                hint=Text("Choose a lower confidence.", "اطمینان کمتری را برگزینید."),
            )
        label = Text(f"Accepted {count} suggestions", f"پذیرش {count} پیشنهاد")
        return self._edit(label, lambda plan: edits.accept(plan, feed, at_least)[0])

    @edit
    def set_collision(self, feed: str, targets: Sequence[str], collision: Collision) -> ChangeSet:
        """Say what the mapped value does to the value that the target's record already has."""
        wanted = Collision(collision)
        said = words.COLLISIONS[wanted]
        label = self._row_label(feed, targets, f"{{field}}: {said.en}", f"{{field}}: {said.fa}")
        return self._edit(label, lambda plan: edits.annotate(plan, feed, targets, collision=wanted))

    @edit
    def comment(self, feed: str, targets: Sequence[str], text: str, by: str = "") -> ChangeSet:
        """Say something about rows; `by` is who says it, the person at the machine by default."""
        label = self._row_label(feed, targets, "Comment on {field}", "دیدگاه درباره‌ی {field}")
        one = Comment(by.strip() or user(), now(), text)
        return self._edit(label, lambda plan: notes.comment(plan, feed, targets, one))

    @edit
    def write(self, feed: str, cells: Sequence[notes.Cell]) -> ChangeSet:
        """Write many cells at once, as (target field, status|collision|owner|note, value)."""
        targets = list(dict.fromkeys(target for target, _, _ in cells))
        label = self._row_label(feed, targets, "Pasted into {field}", "چسباندن در {field}")
        return self._edit(label, lambda plan: notes.write(plan, feed, cells))

    # -- parts

    def _feed(self, feed: str) -> Feed:
        return feed_of(self.workspace.plan, feed)

    def _label(self, feed: str, en: str, fa: str) -> Text:
        return words.of_feed(self.workspace.plan, feed, en, fa)

    def _row_label(self, feed: str, targets: Sequence[str], en: str, fa: str) -> Text:
        return words.of_fields(self.workspace.plan, feed, targets, en, fa)

    def _edit(self, label: Text, change: Callable[[Plan], Plan]) -> ChangeSet:
        return self.workspace.edit(label, change)
