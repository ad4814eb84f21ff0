"""The inspector of several rows and columns at once."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from migrator.model.mapping import Collision, RowStatus
from ui import speech
from ui.pages.mapping.deeds import Deeds
from ui.pages.mapping.document import Document, Marked
from ui.pages.mapping.glyphs import collision_words, shown, status_words
from ui.pages.mapping.side_panels import narrow, reasons
from ui.pages.mapping.unpivot_box import UnpivotBox
from ui.widgets.basic import button, label

_NAMED = 6


class ManyPanel(QWidget):
    """What is chosen here is done to everything that is marked, as one edit."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.marked = Marked()
        self._title = label("", "h2", wrap=True)
        self._named = label("", "muted", wrap=True)
        self.status = narrow(QComboBox())
        self.status.setAccessibleName(self.tr("Status"))
        self.collision = narrow(QComboBox())
        self.collision.setAccessibleName(self.tr("If the target has a value"))
        self._fill_choices()
        self.owner = QLineEdit()
        self.owner.setAccessibleName(self.tr("Owner"))
        self.owner.returnPressed.connect(self._set_owner)
        self.take_owner = button(self.tr("Set"), "check")
        self.take_owner.clicked.connect(self._set_owner)
        self.comment = QLineEdit()
        self.comment.setAccessibleName(self.tr("Write a comment"))
        self.comment.setPlaceholderText(self.tr("Write a comment, then Enter"))
        self.comment.returnPressed.connect(self._comment)
        self.unmap = button(self.tr("Unmap them"), "unlink", danger=True)
        self.unmap.clicked.connect(lambda: self._deeds.unmap(self.marked.rows))
        self.reason = narrow(QComboBox())
        self.reason.setEditable(True)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.addItems(reasons())
        self.leave = button(self.tr("Leave them out"), "ban")
        self.leave.clicked.connect(self._leave)
        self._lay_out()

    def _fill_choices(self) -> None:
        self.status.addItem(self.tr("Choose a status"), None)
        for status in RowStatus:
            if status not in {RowStatus.SUGGESTED, RowStatus.SIGNED}:
                self.status.addItem(status_words(status), status)
        self.status.activated.connect(self._set_status)
        self.collision.addItem(self.tr("Choose what happens"), None)
        for collision in Collision:
            self.collision.addItem(collision_words(collision), collision)
        self.collision.activated.connect(self._set_collision)

    def _lay_out(self) -> None:
        owner = QHBoxLayout()
        owner.addWidget(self.owner, 1)
        owner.addWidget(self.take_owner)
        self.unpivot = UnpivotBox()
        self.unpivot.wanted.connect(
            lambda field: self._deeds.columns_to_rows(field, self.marked.columns)
        )
        self._of_rows = QWidget()
        rows = QVBoxLayout(self._of_rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(label(self.status.accessibleName(), "small"))
        rows.addWidget(self.status)
        rows.addWidget(label(self.owner.accessibleName(), "small"))
        rows.addLayout(owner)
        rows.addWidget(label(self.collision.accessibleName(), "small"))
        rows.addWidget(self.collision)
        rows.addWidget(label(self.tr("Comments"), "small"))
        rows.addWidget(self.comment)
        rows.addWidget(self.unmap)
        self._of_columns = QWidget()
        columns = QVBoxLayout(self._of_columns)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(8)
        self._columns_title = label("", "small", wrap=True)
        columns.addWidget(self._columns_title)
        columns.addWidget(self.reason)
        columns.addWidget(self.leave)
        columns.addWidget(self.unpivot)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        for widget in (self._title, self._named, self._of_rows, self._of_columns):
            box.addWidget(widget)
        box.addStretch(1)

    def show_marked(self, document: Document, marked: Marked) -> None:
        """Show what is marked."""
        self.marked = marked
        rows, columns = len(marked.rows), len(marked.columns)
        parts = []
        if rows:
            parts.append(self.tr("{n} rows").format(n=speech.number(rows)))
        if columns:
            parts.append(self.tr("{n} columns").format(n=speech.number(columns)))
        self._title.setText(self.tr("{what} selected").format(what=" + ".join(parts)))
        names = [speech.say(document.targets[name].label) for name in marked.rows
                 if name in document.targets]  # fmt: skip
        names += [shown(name) for name in marked.columns]
        comma = "، " if speech.language() == "fa" else ", "
        more = " …" if len(names) > _NAMED else ""
        self._named.setText(comma.join(names[:_NAMED]) + more)
        self._of_rows.setVisible(rows > 0)
        self._of_columns.setVisible(columns > 0)
        self.unpivot.setVisible(columns > 1)
        self.unpivot.show_document(document)
        words = self.tr("Leave {n} columns out, because")
        self._columns_title.setText(words.format(n=speech.number(columns)))
        self.status.setCurrentIndex(0)
        self.collision.setCurrentIndex(0)

    def _set_status(self) -> None:
        wanted = self.status.currentData()
        if wanted is not None:
            self._deeds.status(self.marked.rows, RowStatus(wanted))

    def _set_collision(self) -> None:
        wanted = self.collision.currentData()
        if wanted is not None:
            self._deeds.collision(self.marked.rows, Collision(wanted))

    def _set_owner(self) -> None:
        self._deeds.owner(self.marked.rows, self.owner.text())

    def _comment(self) -> None:
        if self.comment.text().strip():
            self._deeds.comment(self.marked.rows, self.comment.text())
            self.comment.clear()

    def _leave(self) -> None:
        self._deeds.leave_out(self.marked.columns, self.reason.currentText())
