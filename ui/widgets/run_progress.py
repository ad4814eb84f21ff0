"""How a run goes: a bar for each entity, rows a second, time left, and the way to stop it."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QWidget,
)

from ui import icons, speech
from ui.job import Job
from ui.widgets.basic import Card, button, label, set_tone

_LABEL = re.compile(r"^(load|link|compare|read|look|take back) (.+?)(?: \((\d+) refused\))?$")
SETTLED_SECONDS = 1.0


@dataclass(frozen=True)
class Lane:
    """One entity of a run: its name, how it is called, and the rows that are expected (0: it is not
    known)."""

    entity: str
    label: str
    rows: int


@dataclass(frozen=True)
class Report:
    """What a progress report is about. `verb` is load, link, compare, read, look or "take back";
    "" where the label speaks of something else."""

    verb: str = ""
    entity: str = ""
    refused: int = 0


def report_of(told: str) -> Report:
    """The engine's label, taken apart."""
    found = _LABEL.match(told)
    if found is None:
        return Report()
    return Report(found[1], found[2], int(found[3] or 0))


class _Row:
    """The widgets of one lane."""

    def __init__(self, grid: QGridLayout, place: int, lane: Lane) -> None:
        self.lane = lane
        self.done = 0
        self.total = lane.rows
        self.loaded = False
        self.began = 0.0
        self.picture = QLabel()
        self.picture.setFixedWidth(20)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(lane.label)
        self.bar.setRange(0, max(1, lane.rows))
        self.bar.setValue(0)
        self.count = label("", "small")
        self.state = label("", "small")
        name = label(lane.label)
        name.setMaximumWidth(240)
        for column, widget in enumerate((self.picture, name, self.bar, self.count, self.state)):
            grid.addWidget(widget, place, column)
        self.mark("circle", "faint")

    def mark(self, icon: str, tone: str) -> None:
        self.picture.setPixmap(icons.pixmap(icon, tone, 16))

    def show_count(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done if total else 1)
        counted = f"{speech.number(done)} / {speech.number(total)}"
        self.count.setText(speech.ltr(counted))


class RunProgress(Card):
    """Follows a job whose reports name entities. `stop_asked` when the person wants it stopped."""

    stop_asked = Signal()

    def __init__(self, stop: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._job: Job | None = None
        self._rows: dict[str, _Row] = {}
        self._now = Report()
        self._stop_words = stop
        self._title = label("", "h2")
        self._rate = label("", "muted")
        self._left = label("", "muted")
        self._stop = button(stop, "pause")
        self._stop.clicked.connect(self._ask_stop)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._title, 1)
        head.addWidget(self._rate)
        head.addWidget(self._left)
        head.addWidget(self._stop)
        self._all = QProgressBar(textVisible=False)
        self._all.setAccessibleName(self.tr("The whole run"))
        self._note = label(note, "small", wrap=True)
        self._note.setVisible(bool(note))
        self.body.addLayout(head)
        self.body.addWidget(self._all)
        self.body.addWidget(self._lanes(), 1)
        self.body.addWidget(self._note)

    def _lanes(self) -> QScrollArea:
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnMinimumWidth(3, 120)
        self._grid.setColumnMinimumWidth(4, 170)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        # The card shows through: setWidget has made the inner part opaque.
        inner.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        return area

    # -- following

    @property
    def following(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None and not self._job.done

    def follow(self, job: Job, lanes: Sequence[Lane]) -> None:
        """Show this job until it ends."""
        self._job = job
        self._clear()
        for place, lane in enumerate(lanes):
            self._rows[lane.entity] = _Row(self._grid, place, lane)
        self._grid.setRowStretch(len(self._rows), 1)
        self._now = Report()
        self._title.setText(self.tr("Preparing"))
        self._rate.setText("")
        self._left.setText("")
        self._all.setRange(0, 0)
        self._stop.setEnabled(not job.stopping)
        self._stop.setText(self._stop_words)
        job.progressed.connect(self.take)

    def _clear(self) -> None:
        self._rows.clear()
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def take(self, done: int, total: int | None, told: str) -> None:
        """Show a report of the engine."""
        report = report_of(told)
        if not report.verb:
            return
        if (report.verb, report.entity) != (self._now.verb, self._now.entity):
            self._enter(report)
        self._now = report
        row = self._rows.get(report.entity)
        if row is not None:
            self._show(row, report, done, total)
        self._show_all(done, total)

    def _enter(self, report: Report) -> None:
        """Another entity, or another part of the work: what came before is done."""
        before = self._rows.get(self._now.entity)
        if before is not None:
            if self._now.verb == "load":
                before.loaded = True
                before.show_count(before.total, before.total)
            before.mark("circle-check", "ok")
            before.state.setText(self._told(self._now, finished=True))
        row = self._rows.get(report.entity)
        if row is not None:
            row.began = time.monotonic()
            row.mark("loader", "accent")
        if report.verb != self._now.verb:
            self._title.setText(self._heading(report.verb))

    def _show(self, row: _Row, report: Report, done: int, total: int | None) -> None:
        if report.verb == "load" and total is not None:
            row.show_count(done, total)
        words = self._told(report, finished=False)
        if report.refused:
            words = self.tr("{count} refused").format(count=speech.number(report.refused))
        set_tone(row.state, "error" if report.refused else "plain")
        row.state.setText(words)
        spent = time.monotonic() - row.began
        if spent > SETTLED_SECONDS and done:
            rate = speech.number(round(done / spent))
            self._rate.setText(self.tr("{rate} rows a second").format(rate=rate))
            if total and report.verb == "load":
                left = speech.duration(spent * (total - done) / done)
                self._left.setText(self.tr("{time} left for this one").format(time=left))
            else:
                self._left.setText("")

    def _show_all(self, done: int, total: int | None) -> None:
        """The whole: loading counts rows; reading back counts them once more. Taking back counts
        over all entities by itself."""
        if self._now.verb == "take back" and total:
            self._all.setRange(0, total)
            self._all.setValue(done)
            return
        rows = sum(row.total for row in self._rows.values())
        if not rows or self._now.verb not in {"load", "link", "compare"}:
            self._all.setRange(0, 0)
            return
        sent = sum(row.done for row in self._rows.values())
        if self._now.verb == "compare":
            before = 0
            for name, row in self._rows.items():
                if name == self._now.entity:
                    break
                before += row.total
            sent = rows + min(rows, before + done)
        self._all.setRange(0, 2 * rows)
        self._all.setValue(sent)

    # -- words

    def _heading(self, verb: str) -> str:
        return {
            "load": self.tr("Loading into the target"),
            "link": self.tr("Linking records to each other"),
            "compare": self.tr("Reading the target back and comparing"),
            "read": self.tr("Reading the records back"),
            "look": self.tr("Looking into the target"),
            "take back": self.tr("Taking the run back"),
        }[verb]

    def _told(self, report: Report, *, finished: bool) -> str:
        if not finished:
            return self.tr("working")
        if report.refused:
            return self.tr("{count} refused").format(count=speech.number(report.refused))
        return {
            "load": self.tr("loaded"),
            "link": self.tr("linked"),
            "compare": self.tr("compared"),
            "read": self.tr("read back"),
            "look": self.tr("looked up"),
            "take back": self.tr("taken back"),
        }[report.verb]

    def _ask_stop(self) -> None:
        if self._job is not None and not self._job.done:
            self._stop.setEnabled(False)
            self._stop.setText(self.tr("Stopping"))
            self._job.cancel()
            self.stop_asked.emit()
