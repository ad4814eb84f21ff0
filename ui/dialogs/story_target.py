"""The last part of a story: checks, and what became of the record in the target."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.plan import Plan
from migrator.model.text import Text
from migrator.model.views.story import IssueLine, Landing, RecordStory
from ui import speech
from ui.dialogs.story_words import fate_told, stage_told, value_told
from ui.models.small_table import Cell, Line, SmallTable
from ui.widgets.basic import GAP, Card, EmptyState, label
from ui.widgets.small_view import SmallView

_TONES = {
    "error": ("error", "circle-x"),
    "warning": ("warn", "triangle-alert"),
    "info": ("muted", "info"),
}


class TargetPart(QWidget):
    """Issues at the start, the landing beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.issues = SmallTable(
            (self.tr("What"), self.tr("Field"), self.tr("Found in"), self.tr("Accepted because")),
            self,
        )
        self.landing = SmallTable((self.tr("What"), self.tr("Value")), self)
        self.differences = SmallTable(
            (self.tr("Field"), self.tr("Planned"), self.tr("Found in the target")), self
        )
        self._issue_view = SmallView(self.issues, (6, 3, 0, 3), self.tr("Issues"))
        self._difference_view = SmallView(self.differences, (3, 4, 4), self.tr("Differences"))
        self._clean = EmptyState(
            "circle-check", self.tr("No issues"), self.tr("Every check of this record passed.")
        )
        self._differ = label(self.tr("What differs from the plan"), "h2")
        self._build()

    def show_story(self, plan: Plan, story: RecordStory) -> None:
        """Show what was found, and where the record ended."""
        issues = [*story.issues, *(issue for row in story.rows for issue in row.issues)]
        told: dict[tuple[str, str], Line] = {}
        for one in issues:  # an error of a row comes again as one of the record
            told.setdefault((one.field, one.text.en), self._issue(plan, story.entity, one))
        self.issues.show(list(told.values()))
        self._issue_view.setVisible(bool(told))
        self._clean.setVisible(not told)
        self.landing.show(self._landing(story.landing))
        found = story.landing.differences
        for widget in (self._difference_view, self._differ):
            widget.setVisible(bool(found))
        self.differences.show(
            [
                Line((
                    Cell(_field_told(plan, story.entity, field), tip=kind),
                    Cell(value_told(expected), plain=expected or ""),
                    Cell(value_told(actual), "error", plain=actual or ""),
                ))
                for field, kind, expected, actual in found
            ]
        )  # fmt: skip

    def _issue(self, plan: Plan, entity: str, one: IssueLine) -> Line:
        tone, icon = _TONES.get(one.severity, ("muted", "info"))
        words = speech.say(one.text)
        return Line(
            (
                Cell(words, tone, icon, tip=words),
                Cell(_field_told(plan, entity, one.field), "muted"),
                Cell(stage_told(one.stage), "muted"),
                Cell(speech.isolate(one.waived_for) if one.waived_for else "", "ok"),
            )
        )

    def _landing(self, found: Landing) -> list[Line]:
        fate, tone = fate_told(found.fate)
        ink = {"plain": "", "info": "accent_ink"}.get(tone, tone)
        lines = [(self.tr("Where it stands"), Cell(fate, ink, strong=True))]
        if found.target_id:
            told = speech.ltr(found.target_id)
            lines.append((self.tr("Id in the target"), Cell(told, plain=found.target_id, tip=told)))
        actions = {"insert": self.tr("made new"), "update": self.tr("changed")}
        if found.action:
            lines.append((self.tr("How"), Cell(actions.get(found.action, found.action))))
        if found.run:
            run = self.tr("run {number}, {when}").format(
                number=speech.number(found.run), when=speech.moment(found.run_at)
            )
            lines.append((self.tr("Newest load"), Cell(run)))
        if found.batch is not None:
            lines.append((self.tr("Batch"), Cell(speech.number(found.batch + 1))))
        if found.reason:
            reason = speech.isolate(found.reason)
            lines.append((self.tr("Reason"), Cell(reason, "error", tip=reason)))
        if found.pilot:
            asked = self.tr("asked for")
            why = (
                asked
                if found.pilot == "asked"
                else self.tr("needed by {child}").format(child=speech.isolate(found.pilot))
            )
            lines.append((self.tr("In the pilot"), Cell(why)))
        return [Line((Cell(name, "muted"), cell)) for name, cell in lines]

    def _build(self) -> None:
        left = Card(self.tr("Checks"))
        left.body.setSpacing(6)
        left.body.addWidget(self._issue_view, 1)
        left.body.addWidget(self._clean, 1)
        right = Card(self.tr("In the target"))
        right.body.setSpacing(6)
        right.body.addWidget(SmallView(self.landing, (3, 6), self.tr("In the target")), 2)
        right.body.addWidget(self._differ)
        right.body.addWidget(self._difference_view, 2)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(left, 5)
        row.addWidget(right, 4)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, GAP, 0, 0)
        box.addLayout(row)


def _field_told(plan: Plan, entity: str, name: str) -> str:
    if not name or not plan.target.schema.has(entity):
        return name
    found = next((f for f in plan.target.schema.entity(entity).fields if f.name == name), None)
    if found is None:
        return speech.ltr(name)
    en = found.label or name
    return speech.say(Text(en, found.label_fa or en))
