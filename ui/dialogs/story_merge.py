"""The second part of a story: rows that were compared, and the value that survived per field."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from migrator.model.plan import Plan
from migrator.model.views.story import PairTrace, RecordStory, SurvivorTrace
from ui import speech
from ui.dialogs.story_words import NOTHING, row_told, value_told
from ui.models.small_table import Cell, Line, SmallTable
from ui.widgets.basic import GAP, Card, label
from ui.widgets.small_view import SmallView


class MergePart(QWidget):
    """`wanted(entity, gid)` when the story of another record is asked for."""

    wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._story: RecordStory | None = None
        self.pairs = SmallTable(
            (
                self.tr("This row"),
                self.tr("Compared with"),
                self.tr("Score"),
                self.tr("Decided by"),
                self.tr("Result"),
            ),
            self,
        )
        self.values = SmallTable(
            (
                self.tr("Field"),
                self.tr("Value that survived"),
                self.tr("From"),
                self.tr("Rule"),
                self.tr("Other values"),
            ),
            self,
        )
        self.pair_view = SmallView(self.pairs, (4, 4, 0, 0, 0), self.tr("Compared rows"))
        self.value_view = SmallView(self.values, (3, 5, 4, 3, 4), self.tr("Surviving values"))
        self._alone = label("", "muted", wrap=True)
        self._build()
        self.pair_view.opened.connect(self._open_pair)
        self.value_view.opened.connect(self._open_parent)

    def show_story(self, plan: Plan, story: RecordStory) -> None:
        """Show how the record came together."""
        self._story = story
        self.pairs.show([self._pair(plan, one) for one in story.pairs])
        self.pair_view.setVisible(bool(story.pairs))
        self._alone.setVisible(not story.pairs)
        self._alone.setText(
            self.tr("No other row resembles this one.")
            if story.gid
            else self.tr("Duplicates were not looked for yet.")
        )
        self.values.show([self._value(plan, story, one) for one in story.survivors])

    def _pair(self, plan: Plan, one: PairTrace) -> Line:
        people = {"same": self.tr("{who}: the same"), "different": self.tr("{who}: different")}
        by = self.tr("the rules")
        if one.answer in people:
            by = people[one.answer].format(who=speech.isolate(one.by))
        told, tone = self.tr("one record"), "ok"
        if not one.together:
            told, tone = self.tr("apart"), "muted"
        score = speech.percent(one.probability, 1) if one.probability else NOTHING
        return Line(
            (
                Cell(row_told(plan, one.left)),
                Cell(row_told(plan, one.right)),
                Cell(score, number=True, strong=True),
                Cell(by, "muted", icon="user" if one.answer else ""),
                Cell(told, tone, icon="merge" if one.together else "split"),
            ),
            one,
        )

    def _value(self, plan: Plan, story: RecordStory, one: SurvivorTrace) -> Line:
        others = [v for rid, v in one.candidates if rid != one.rid and v and v != one.value]
        listed = ("، " if speech.language() == "fa" else ", ").join(
            value_told(v) for v in dict.fromkeys(others)
        )
        value, icon = value_told(one.value), ""
        if one.parent is not None:
            found = one.parent.name or one.parent.looked_up
            if one.parent.gid is not None:
                value, icon = f"{value} → {value_told(found)}", "link"
        origin = row_told(plan, one.rid) if len(story.rows) > 1 and one.value else ""
        return Line(
            (
                Cell(speech.say(one.label), "muted", tip=speech.ltr(one.field)),
                Cell(value, strong=True, icon=icon, plain=one.value or "", tip=value),
                Cell(origin, "muted"),
                Cell(speech.say(one.rule) if one.value else "", "muted"),
                Cell(listed, "warn" if listed else "", tip=listed),
            ),
            one,
        )

    def _open_pair(self, one: object) -> None:
        if (
            isinstance(one, PairTrace)
            and self._story is not None
            and not one.together
            and one.other
        ):
            self.wanted.emit(self._story.entity, one.other)

    def _open_parent(self, one: object) -> None:
        if isinstance(one, SurvivorTrace) and one.parent is not None and one.parent.gid is not None:
            self.wanted.emit(one.parent.entity, one.parent.gid)

    def _build(self) -> None:
        above = Card(self.tr("Rows that were compared"))
        above.body.setSpacing(6)
        above.body.addWidget(self.pair_view, 1)
        above.body.addWidget(self._alone)
        below = Card(self.tr("The record that came out"))
        below.body.setSpacing(6)
        below.body.addWidget(self.value_view, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, GAP, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(above, 2)
        box.addWidget(below, 3)
