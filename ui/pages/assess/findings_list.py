"""What the assessment found, in plain words, each with where it is solved."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from migrator.model.views.assess import Finding
from ui import icons, speech
from ui.shell.rail import step_title
from ui.visible import visible
from ui.widgets.basic import button, label, set_kind
from ui.widgets.column_profile import clear

FIRST = 6
RLM = "\u200f"
_COLUMNS = 3
_ICONS = {"error": "circle-alert", "warn": "lightbulb", "info": "info"}


def sentence(one: Finding) -> str:
    """The finding in the language of the window, with its numbers."""
    parent = speech.isolate(breakable(one.parent.partition("/")[2] or one.parent))
    return speech.say(one.words, rows=one.rows, count=one.count, parent=parent)


def breakable(name: str) -> str:
    """A long name that may be broken where its parts end. For display only."""
    return re.sub(r"([_./-])(?=\w)", "\\1\u200b", name)


def _comma() -> str:
    return "، " if speech.language() == "fa" else ", "


class FindingsList(QScrollArea):
    """The weightiest findings, and all of them on request. `opened(table, column)` asks to see
    what a finding is about, `solve(step)` to go where it is solved."""

    opened = Signal(str, str)
    solve = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self._all = False
        inside = QWidget()
        self._box = QVBoxLayout(inside)
        self._box.setContentsMargins(0, 0, 4, 0)
        self._box.setSpacing(2)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Findings"))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings."""
        self.findings = tuple(findings)
        self._fill()

    def _fill(self) -> None:
        clear(self._box)
        if not self.findings:
            self._box.addWidget(label(self.tr("Nothing odd was found."), "muted", wrap=True))
        shown = self.findings if self._all else self.findings[:FIRST]
        for one in shown:
            self._box.addWidget(self._row(one))
        if len(self.findings) > FIRST:
            words = self.tr("Show the weightiest only")
            if not self._all:
                count = speech.number(len(self.findings))
                words = self.tr("Show all {count} findings").format(count=count)
            more = button(words, flat=True)
            more.clicked.connect(self._turn)
            self._box.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        self._box.addStretch(1)

    def _turn(self) -> None:
        self._all = not self._all
        self._fill()

    def _row(self, one: Finding) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(8)
        picture = QLabel()
        tone = "accent" if one.tone == "info" else one.tone
        picture.setPixmap(icons.pixmap(_ICONS[one.tone], tone, 16))
        picture.setAccessibleName(one.tone)
        words = QVBoxLayout()
        words.setSpacing(0)
        told = label(sentence(one), "body", wrap=True)
        where = label(self._where(one), "small", wrap=True)
        words.addWidget(told)
        words.addWidget(where)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self._link(one), 0, Qt.AlignmentFlag.AlignTop)
        row.setAccessibleName(f"{told.text()}. {where.text()}")
        return row

    def _link(self, one: Finding) -> QWidget:
        """Where it is solved; what is solved on this page opens the table."""
        column = one.columns[0] if one.columns else ""
        links = QWidget()
        box = QVBoxLayout(links)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        look = button(self.tr("Look"))
        set_kind(look, "link")
        look.setAccessibleName(self.tr("Look at it: {what}").format(what=sentence(one)))
        look.clicked.connect(lambda: self.opened.emit(one.table, column))
        box.addWidget(look, 0, Qt.AlignmentFlag.AlignTrailing)
        if one.step:
            go = button(step_title(one.step))
            set_kind(go, "link")
            go.setToolTip(self.tr("Solve it there"))
            go.setAccessibleName(
                self.tr("Solve it in {step}: {what}").format(
                    step=step_title(one.step), what=sentence(one)
                )
            )
            go.clicked.connect(lambda: self.solve.emit(one.step))
            box.addWidget(go, 0, Qt.AlignmentFlag.AlignTrailing)
        return links

    def _where(self, one: Finding) -> str:
        source, _, table = one.table.partition("/")
        told = [speech.isolate(breakable(table or source))]
        names = [speech.isolate(breakable(name)) for name in one.columns[:_COLUMNS]]
        if names:
            rest = len(one.columns) - len(names)
            more = f" +{speech.number(rest)}" if rest > 0 else ""
            told.append(_comma().join(names) + more)
        if one.example:
            values = (speech.isolate(visible(part)) for part in one.example.split(" · "))
            example = self.tr("e.g. {value}").format(value=_comma().join(values))
            told.append(example)
        # A mark of direction first: isolates alone would let the line run the other way.
        return (RLM if speech.language() == "fa" else "") + " · ".join(told)
