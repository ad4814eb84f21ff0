"""What a pilot would take, and why, before it runs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from migrator.model.text import Text
from migrator.model.views.runs import PilotShare, PilotView
from ui import speech
from ui.models.sheet_model import Cell, SheetModel
from ui.pages.pilot.how_part import HowPart
from ui.widgets.basic import Card, label
from ui.widgets.sheet import Sheet

UNKNOWN = 10  # keys that are listed


class ChoicePart(QWidget):
    """How it is chosen, and shares; `rows_wanted(n)` and `choice_wanted(PilotChoice)` when the
    person asks for another one."""

    rows_wanted = Signal(int)
    choice_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.how = HowPart()
        self.how.rows_wanted.connect(self.rows_wanted)
        self.how.choice_wanted.connect(self.choice_wanted)
        self.total = label("", "muted", wrap=True)
        titles = [
            self.tr("Entity"),
            self.tr("Ready"),
            self.tr("Asked for"),
            self.tr("Taken"),
            self.tr("Why"),
        ]
        self.sheet = Sheet(
            SheetModel(titles, numbers=(1, 2, 3)), self.tr("What the pilot takes"), stretch=4
        )
        self._build()

    def _build(self) -> None:
        note = label(
            self.tr(
                "Parents always come along, so that every record finds what it belongs to; children"
                " as many levels deep as you ask."
            ),
            "small",
            wrap=True,
        )
        card = Card()
        card.body.addWidget(self.how)
        card.body.addWidget(self.total)
        card.body.addWidget(self.sheet, 1)
        card.body.addWidget(note)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)

    def show_view(self, view: PilotView) -> None:
        """Show the choice."""
        self.how.show_view(view)
        self.total.setText(self._told(view))
        self.sheet.sheet.set_rows([self._row(share) for share in view.shares], view.shares)

    def _told(self, view: PilotView) -> str:
        if view.trouble is not None:
            return speech.say(view.trouble)
        taken = sum(share.taken for share in view.shares)
        words = self.tr("The pilot takes {count} records in all").format(count=speech.number(taken))
        covered = sum(share.covered for share in view.shares)
        missed = sum(len(share.missed) for share in view.shares)
        if covered or missed:
            shown = self.tr("{covered} of {all} things to show are shown")
            told = shown.format(covered=speech.number(covered), all=speech.number(covered + missed))
            words = f"{words} · {told}"
        unknown = [key for share in view.shares for key in share.unknown]
        if unknown:
            listed = speech.listed(speech.ltr(key) for key in unknown[:UNKNOWN])
            told = self.tr("Not found among the ready records: {keys}").format(keys=listed)
            words = f"{words} · {told}"
        return words

    def _row(self, share: PilotShare) -> Sequence[Cell]:
        why = self._why(share)
        missed = [speech.say(one) for one in share.missed]
        tip = "\n".join([why, self.tr("Nothing ready shows:"), *missed]) if missed else why
        return (
            Cell(speech.say(share.label), tip=speech.ltr(share.entity)),
            Cell(speech.number(share.ready), tone="muted", number=True),
            Cell(speech.number(share.asked), number=True),
            Cell(speech.number(share.taken), number=True, bold=True),
            Cell(why, tone="muted", tip=tip),
        )

    def _why(self, share: PilotShare) -> str:
        if not share.ready:
            return self.tr("nothing is ready")
        told = []
        if share.covered or share.missed:
            shown = self.tr("shows {covered}, misses {missed}")
            told.append(
                shown.format(
                    covered=speech.number(share.covered), missed=speech.number(len(share.missed))
                )
            )
        told += self._along(self.tr("{count} as parents: {of}"), share.parents_of)
        told += self._along(self.tr("{count} as children: {of}"), share.children_of)
        if told:
            return " · ".join(told)
        everything = share.taken == share.ready
        return self.tr("all there are") if everything else self.tr("chosen, no parent needed")

    def _along(self, words: str, among: tuple[tuple[Text, int], ...]) -> list[str]:
        if not among:
            return []
        each = self.tr("{count} for {entity}")
        listed = speech.listed(
            each.format(count=speech.number(count), entity=speech.say(of)) for of, count in among
        )
        return [words.format(count=speech.number(sum(n for _, n in among)), of=listed)]
