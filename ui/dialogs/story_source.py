"""The first part of a story: the source row, and every transform with before and after."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from migrator.model.plan import Plan
from migrator.model.views.story import FieldTrace, RowTrace, StepTrace
from ui import speech
from ui.dialogs.story_words import NOTHING, row_told, signs_told, value_told
from ui.models.small_table import Cell, Line, SmallTable
from ui.widgets.basic import GAP, Card, label
from ui.widgets.small_view import SmallView

DENSE = 28


class SourcePart(QWidget):
    """One source row at a time: its values at the start, what was made of them beside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RowTrace, ...] = ()
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Source row"))
        self.values = SmallTable((self.tr("Source column"), self.tr("Value as read")), self)
        self.steps = SmallTable(
            (self.tr("Field and step"), self.tr("Before"), self.tr("After")), self
        )
        self._note = label("", "body", wrap=True)
        self._build()
        self.choice.currentIndexChanged.connect(self._show)

    def show_rows(self, plan: Plan, rows: tuple[RowTrace, ...]) -> None:
        """Show these source rows."""
        self._rows = rows
        self.choice.blockSignals(True)
        self.choice.clear()
        for row in rows:
            told = row_told(plan, row.rid)
            key = self.tr("{row} (key {key})").format(row=told, key=speech.isolate(row.key))
            self.choice.addItem(key if row.key else told)
        self.choice.blockSignals(False)
        self._show(0)

    def _show(self, at: int) -> None:
        if not 0 <= at < len(self._rows):
            self.values.show(())
            self.steps.show(())
            return
        row = self._rows[at]
        self.values.show(
            [
                Line(
                    (
                        Cell(speech.isolate(name), "muted", plain=name),
                        Cell(value_told(value), plain=value or "", tip=value_told(value)),
                    ),
                    name,
                )
                for name, value in row.values
            ]
        )
        self.steps.show([line for field in row.fields for line in self._field_lines(field)])
        self._note.setText(self._note_of(row))
        self._note.setVisible(bool(self._note.text()))

    def _note_of(self, row: RowTrace) -> str:
        if row.left_out:
            told = self.tr("The plan leaves this row out: {reason}")
            return told.format(reason=speech.isolate(row.left_out))
        if any(not field.agrees for field in row.fields):
            return self.tr(
                "The plan changed since these values were made: the steps are those of the plan as"
                " it stands now."
            )
        return ""

    def _field_lines(self, field: FieldTrace) -> list[Line]:
        columns = " + ".join(name for name, _ in field.sources)
        origin = speech.isolate(columns) if columns else self.tr("no source column")
        head = Line(
            (
                Cell(speech.say(field.label), strong=True, tip=speech.ltr(field.field)),
                Cell(origin, "muted"),
                Cell(
                    value_told(field.value),
                    "" if field.agrees else "warn",
                    strong=True,
                    plain=field.value or "",
                    tip=value_told(field.value),
                ),
            ),
            field.field,
        )
        mapping = [self._step(one, "wand-sparkles") for one in field.mapping]
        return [head, *mapping, *(self._step(one, "sparkles") for one in field.cleansing)]

    @staticmethod
    def _step(step: StepTrace, icon: str) -> Line:
        changed = step.before != step.after
        tone = "accent_ink" if changed else "faint"
        after = value_told(step.after) if changed else "="
        tip = signs_told(step.before, step.after)
        if step.trouble is not None:
            tone, after = "error", speech.say(step.trouble)
            tip = after
        before = value_told(step.before)
        return Line(
            (
                Cell(speech.say(step.title), tone, icon),
                Cell(before if before != NOTHING else "", "muted", plain=step.before or ""),
                Cell(after, tone, plain=step.after or "", tip=tip),
            ),
            None,
        )

    def _build(self) -> None:
        left = Card()
        left.setFixedWidth(340)
        left.body.addWidget(self.choice)
        values = SmallView(self.values, (4, 5), self.tr("Source values"))
        values.verticalHeader().setDefaultSectionSize(DENSE)
        left.body.addWidget(values, 1)
        right = Card()
        right.body.addWidget(self._note)
        steps = SmallView(self.steps, (4, 5, 5), self.tr("Fields and steps"))
        steps.verticalHeader().setDefaultSectionSize(DENSE)
        right.body.addWidget(steps, 1)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(left)
        row.addWidget(right, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, GAP, 0, 0)
        box.addLayout(row)
