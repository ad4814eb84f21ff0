"""What the reader wants people to look at, folded into a few lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from migrator.model.views.sources import Preview, Unread
from ui import icons, speech
from ui.pages.sources import words
from ui.pages.sources.parts import ClearScroll, lead
from ui.widgets import label

TALLEST, LINE = 84, 24


class Remarks(ClearScroll):
    """Warnings about a table, remarks on its cells in sum, and records that cannot be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What to look at"))
        self.lines: list[str] = []

    def show_preview(self, preview: Preview) -> None:
        """Show what is to be said about a preview; nothing hides this."""
        told = [("triangle-alert", "warn", words.said(one)) for one in preview.warnings]
        if preview.notes:
            form = self.tr("{count} cells in these rows have remarks: they are marked.")
            count = len({(note.row, note.column) for note in preview.notes})
            told.append(("info", "accent", form.format(count=speech.number(count))))
        told += [("circle-alert", "error", self._unread(one)) for one in preview.unread]
        if preview.width > len(preview.columns):
            form = self.tr("The first {shown} of {count} columns are shown.")
            shown = speech.number(len(preview.columns))
            words_ = form.format(shown=shown, count=speech.number(preview.width))
            told.append(("info", "accent", words_))
        self._fill(told)

    def _unread(self, one: Unread) -> str:
        where = self.tr("Record {number}").format(number=speech.number(one.ordinal))
        if one.line:
            where = self.tr("Line {number}").format(number=speech.number(one.line))
        return f"{where}: {words.said(one.reason)}  {speech.isolate(one.text[:120])}"

    def _fill(self, told: list[tuple[str, str, str]]) -> None:
        self.lines = [text for _, _, text in told]
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        for name, tone, text in told:
            row = QHBoxLayout()
            row.setSpacing(8)
            picture = QLabel()
            picture.setPixmap(icons.pixmap(name, tone, 16))
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
            line = lead(label(text, "small", wrap=True))
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            row.addWidget(line, 1)
            box.addLayout(row)
        box.addStretch(1)
        self.show_inner(inner)
        self.setFixedHeight(min(TALLEST, LINE * len(told) + 4))
        self.setVisible(bool(told))
