"""Whether everything may be loaded: approved, changed since, or not approved yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from migrator.model.text import Text
from migrator.model.views.runs import Changed, Gate
from ui import icons, speech
from ui.widgets.basic import button, label, set_kind

_LOOKS = {"open": ("shield-check", "ok"), "stale": ("history", "warn"), "shut": ("lock", "muted")}
_SIGNING = Changed("mapping", Text("To the mapping", "رفتن به نگاشت"))


class GateStrip(QFrame):
    """One line with a second one beneath; `go(step)` when the person wants to see what changed.
    Further buttons go into `tools`."""

    go = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "card")
        self._picture = QLabel()
        self._words = label("", "h2", wrap=True)
        self._more = label("", "small", wrap=True)
        self._links = QHBoxLayout()
        self._links.setSpacing(4)
        self._beneath = beneath = QHBoxLayout()
        beneath.setSpacing(8)
        beneath.addWidget(self._more, 1)
        beneath.addLayout(self._links, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._words)
        words.addLayout(beneath)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(14)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addLayout(self.tools)

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def show_gate(self, gate: Gate, waiting: str = "") -> None:
        """Show the gate; `waiting` says what to do next while nothing is approved."""
        approval = gate.approval
        state = "open" if gate.open else "stale" if approval else "shut"
        if gate.waiting.en:
            state = "shut"
            words = self.tr("The mapping keeps the full run waiting")
            more = speech.say(gate.waiting)
        elif approval is None:
            words = self.tr("No pilot has been approved")
            if not gate.required:
                words = self.tr("No pilot is asked for")
            more = waiting
        elif gate.open:
            words = self.tr("Pilot {run} is approved for exactly this plan").format(
                run=speech.number(approval.run)
            )
            more = self._signed(gate)
        else:
            words = self.tr("Changed since pilot {run} was approved").format(
                run=speech.number(approval.run)
            )
            more = self.tr("Run the pilot again. What changed:")
        self._words.setText(words)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        icon, tone = _LOOKS[state]
        self._picture.setPixmap(icons.pixmap(icon, tone, 24))
        self.setAccessibleName(f"{words}. {more}")
        signing = (_SIGNING,) if gate.waiting.en else ()
        self._show_links(gate.changed if state == "stale" else signing)

    def _signed(self, gate: Gate) -> str:
        assert gate.approval is not None
        words = self.tr("{who}, {when}").format(
            who=speech.isolate(gate.approval.by), when=speech.moment(gate.approval.at)
        )
        note = gate.approval.note
        return f"{words} · {speech.isolate(note)}" if note else words

    def _show_links(self, changes: tuple[Changed, ...]) -> None:
        while item := self._links.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        # Links follow the words; without them the words may use the whole line.
        alone = not changes or changes == (_SIGNING,)
        self._more.setWordWrap(alone)
        self._beneath.setStretch(0, 1 if alone else 0)
        for changed in changes:
            link = button(speech.say(changed.told))
            set_kind(link, "link")
            link.setProperty("data", True)  # its words come from the engine
            link.clicked.connect(lambda _=False, step=changed.step: self.go.emit(step))
            self._links.addWidget(link)
        if not alone:
            self._links.addStretch(1)
