"""Who answers for a row, what people decided and said about it, and who touched it last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from migrator.model.mapping import Collision, FieldMapping
from ui import speech
from ui.pages.mapping.comments_box import CommentsBox
from ui.pages.mapping.deeds import Deeds
from ui.pages.mapping.glyphs import collision_help, collision_words, shown
from ui.widgets.basic import label


class PeopleBox(QWidget):
    """Shows these words of a row and changes them through deeds."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._row: FieldMapping | None = None
        self.collision = QComboBox()
        self.collision.setAccessibleName(self.tr("If the target has a value"))
        for rule in Collision:
            self.collision.addItem(collision_words(rule), rule)
            at = self.collision.count() - 1
            self.collision.setItemData(at, collision_help(rule), Qt.ItemDataRole.ToolTipRole)
        self.collision.activated.connect(self._set_collision)
        self.owner = self._line(self.tr("Owner"), self._set_owner)
        self.note = self._line(self.tr("Note"), self._set_note)
        self.comments = CommentsBox()
        self.comments.said.connect(lambda words: self._deeds.comment([self._target], words))
        self._changed = label("", "small", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for widget in (self.collision, self.owner, self.note):
            box.addWidget(label(widget.accessibleName(), "small"))
            box.addWidget(widget)
        box.addWidget(label(self.tr("Comments"), "small"))
        box.addWidget(self.comments)
        box.addWidget(self._changed)

    def _line(self, name: str, done: Callable[[], None]) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.editingFinished.connect(done)
        return made

    @property
    def _target(self) -> str:
        return self._row.target if self._row is not None else ""

    def show_row(self, row: FieldMapping) -> None:
        """Show another row, or this one as it is now."""
        if row.target != self._target:
            self.comments.forget()
            people = [one.name for one in self._deeds.session.plan.people]
            self.owner.setCompleter(QCompleter(people, self.owner))
        self._row = row
        self.collision.setCurrentIndex(self.collision.findData(row.collision))
        self.collision.setToolTip(collision_help(row.collision))
        self.owner.setText(row.owner)
        self.note.setText(row.note)
        self.comments.show_comments(row.comments)
        words = self.tr("Last changed by {who}, {when}").format(
            who=shown(row.changed_by), when=speech.moment(row.changed_at)
        )
        self._changed.setText(words)
        self._changed.setVisible(bool(row.changed_at))

    def _set_collision(self) -> None:
        wanted = Collision(self.collision.currentData())
        self.collision.setToolTip(collision_help(wanted))
        if self._row is not None and wanted != self._row.collision:
            self._deeds.collision([self._target], wanted)

    def _set_owner(self) -> None:
        if self._row is not None and self.owner.text().strip() != self._row.owner:
            self._deeds.owner([self._target], self.owner.text())

    def _set_note(self) -> None:
        if self._row is not None and self.note.text().strip() != self._row.note:
            self._deeds.note(self._target, self.note.text())
