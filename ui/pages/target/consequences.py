"""What another target would do to the plan, before it is done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from migrator.model.plan import Plan
from migrator.model.views.target import LostField, Prospect
from ui import speech
from ui.models.small_table import Cell, Line, SmallTable
from ui.pages.target.words import entity_told, field_told
from ui.widgets.basic import Card, Pill, button, label
from ui.widgets.small_view import SmallView

MOST = 12  # changes of the target that are told


class Consequences(QWidget):
    """`accepted` when a person wants the target all the same, `refused` when not."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("", "h2", wrap=True)
        self._words = label("", "body", wrap=True)
        self._pills = QHBoxLayout()
        self._pills.setSpacing(8)
        self.lost = SmallTable(
            (self.tr("Entity"), self.tr("Field that vanishes"), self.tr("Made from")), self
        )
        self._view = SmallView(self.lost, (3, 4, 5), self.tr("Mapped fields that vanish"))
        self.accept = button(self.tr("Use it all the same"), "check", primary=True)
        self.back = button(self.tr("Back to the choice"))
        self.accept.clicked.connect(self.accepted)
        self.back.clicked.connect(self.refused)
        self._build()

    def show_prospect(self, found: Prospect, plan: Plan) -> None:
        """Say what choosing it means."""
        self._title.setText(
            self.tr("Before {place} becomes the target").format(place=speech.ltr(found.place))
        )
        while item := self._pills.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        kept = self.tr("{count} mapped fields stay").format(count=speech.number(found.fit.kept))
        self._pills.addWidget(Pill(kept, "ok"))
        if found.fit.lost:
            lost = self.tr("{count} mapped fields vanish")
            self._pills.addWidget(
                Pill(lost.format(count=speech.number(len(found.fit.lost))), "error")
            )
        for words, count in found.fit.dropped:
            self._pills.addWidget(Pill(f"− {speech.number(count)} {speech.say(words)}", "warn"))
        self._pills.addStretch(1)
        self._words.setText("\n".join(self._sentences(found)))
        self._words.setVisible(bool(self._words.text()))
        self.lost.show([_line(plan, one) for one in found.fit.lost])
        self._view.setVisible(bool(found.fit.lost))

    def _sentences(self, found: Prospect) -> list[str]:
        told = [speech.isolate(speech.say(note)) for note in found.notes]
        blocking = [one for one in found.changes if one.blocking]
        if blocking:
            told.append(
                self.tr(
                    "The target is not what it was. The mapping stays; the rows that this touches"
                    " wait for a decision:"
                )
            )
        elif found.changes:
            told.append(self.tr("The target is not what it was; no mapped field is touched:"))
        some = found.changes[:MOST]
        told += [f"• {speech.isolate(speech.say(one.told))}" for one in some]
        if len(found.changes) > MOST:
            more = self.tr("and {count} more")
            told.append(more.format(count=speech.number(len(found.changes) - MOST)))
        if found.leaves_rows:
            told.append(
                self.tr(
                    "Rows of this project lie in the present target. They stay there; take the"
                    " loads back first if they shall not."
                )
            )
        if found.fit.lost:
            told.append(
                self.tr(
                    "The other target does not have these fields: their mapping leaves the plan."
                    " Undo brings it back."
                )
            )
        return told

    def _build(self) -> None:
        card = Card()
        card.setMaximumWidth(860)
        card.body.addWidget(self._title)
        card.body.addLayout(self._pills)
        card.body.addWidget(self._words)
        card.body.addWidget(self._view, 1)
        card.body.addStretch(0)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.accept)
        card.body.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)


def harmless(found: Prospect) -> bool:
    """Whether nothing is lost and nobody needs to be asked."""
    asked = found.fit.lost or found.fit.dropped or found.leaves_rows or found.notes
    return not asked and not found.changes


def _line(plan: Plan, one: LostField) -> Line:
    entity, field = one.entity, one.field
    schema = plan.target.schema
    if schema.has(one.entity):
        found = schema.entity(one.entity)
        entity = entity_told(found)
        field = next((field_told(f) for f in found.fields if f.name == one.field), one.field)
    columns = ", ".join(one.columns) or "—"
    return Line(
        (Cell(entity), Cell(field, strong=True), Cell(speech.isolate(columns), "muted")),
        (one.entity, one.field),
    )
