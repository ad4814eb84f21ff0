"""One source: where it is, what it holds, and what can be done with it as a whole."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QWidget

from migrator.model.views.sources import SourceCard
from ui import icons, speech
from ui.pages.sources import words
from ui.pages.sources.parts import lead
from ui.pages.sources.tree_delegate import source_icon
from ui.widgets import Card, Pill, button, label


class SourcePane(Card):
    """Says where a source is and offers to look again, to find it elsewhere, to remove it."""

    look_wanted = Signal()
    locate_wanted = Signal()
    remove_wanted = Signal()
    keep_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._picture = QLabel()
        self.name = lead(label("", "h2", wrap=True))
        self.state = Pill()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._picture)
        head.addWidget(self.name, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        self._facts = QFormLayout()
        self._facts.setHorizontalSpacing(18)
        self._facts.setVerticalSpacing(8)
        self.body.addLayout(head)
        self.body.addLayout(self._facts)
        self.body.addSpacing(6)
        self.body.addLayout(self._actions())
        self.body.addLayout(self._tables())
        self.body.addStretch(1)
        promise = label(
            self.tr("It is only read. Removing it takes it out of this project, nothing else."),
            "small",
            wrap=True,
        )
        self.body.addWidget(promise)

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.look = button(self.tr("Look again"), "refresh-cw")
        self.look.setToolTip(self.tr("Find new tables and columns, and read it anew"))
        self.look.clicked.connect(self.look_wanted)
        self.locate = button(self.tr("Locate…"), "folder-open")
        self.locate.setToolTip(self.tr("The file was moved or renamed: say where it is now"))
        self.locate.clicked.connect(self.locate_wanted)
        self.remove = button(self.tr("Remove from the project"), "trash-2", danger=True)
        self.remove.clicked.connect(self.remove_wanted)
        for one in (self.look, self.locate, self.remove):
            row.addWidget(one)
        row.addStretch(1)
        return row

    def _tables(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.keep_all = button(self.tr("Keep all tables"), "check-check", flat=True)
        self.keep_all.clicked.connect(lambda: self.keep_wanted.emit(True))
        self.keep_none = button(self.tr("Leave all tables out"), "ban", flat=True)
        self.keep_none.clicked.connect(lambda: self.keep_wanted.emit(False))
        row.addWidget(self.keep_all)
        row.addWidget(self.keep_none)
        row.addStretch(1)
        return row

    def show_card(self, card: SourceCard) -> None:
        """Show another source."""
        self._picture.setPixmap(icons.pixmap(source_icon(card), "accent", 24))
        self.name.setText(speech.isolate(card.name))
        told = {
            "missing": (words.missing(), "error"),
            "changed": (words.changed(), "warn"),
        }.get(card.state, (self.tr("ready"), "ok"))
        self.state.setText(told[0])
        self.state.setProperty("tone", told[1])
        self.state.style().polish(self.state)
        self.locate.setVisible(card.kind != "database")
        self.keep_all.setEnabled(not all(table.keep for table in card.tables))
        self.keep_none.setEnabled(any(table.keep for table in card.tables))
        while self._facts.rowCount():
            self._facts.removeRow(0)
        where = self.tr("Server") if card.kind == "database" else self.tr("Folder")
        self._fact(where, speech.ltr(card.where))
        self._fact(self.tr("Kind"), speech.ltr(card.form) if card.form else self.tr("folder"))
        if card.bytes is not None:
            self._fact(self.tr("Size"), words.size_told(card.bytes))
        self._fact(self.tr("Tables"), words.source_told(card).rpartition("·")[2].strip())
        self._fact(self.tr("Name in the project"), speech.isolate(card.id))

    def _fact(self, name: str, value: str) -> None:
        told = lead(label(value, "body", wrap=True))
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts.addRow(label(name, "muted"), told)
