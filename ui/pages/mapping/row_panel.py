"""The inspector of one row: why it was suggested, its pipeline, real values, who answers for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from migrator.model.mapping import FieldMapping, RowStatus, Step
from migrator.model.views.catalog import CatalogItem
from migrator.model.views.mapping import Preview
from ui import speech
from ui.forms.step_picker import StepPicker
from ui.latest import Latest
from ui.messages import Failure
from ui.operations import mapping
from ui.pages.mapping.columns_box import ColumnsBox
from ui.pages.mapping.deeds import Deeds
from ui.pages.mapping.document import Document
from ui.pages.mapping.glyphs import shown, status_words
from ui.pages.mapping.lookup_box import LookupBox
from ui.pages.mapping.preview_box import LINES, PreviewBox
from ui.pages.mapping.step_dialog import StepDialog
from ui.pages.mapping.steps_box import StepsBox
from ui.pages.mapping.value_map_dialog import ValueMapDialog
from ui.widgets.basic import Pill, button, label, set_tone


class RowPanel(QWidget):
    """Shows a row of the document and changes it through deeds."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._row: FieldMapping | None = None
        self._title = label("", "h2", wrap=True)
        self._pill = Pill()
        self.status = QComboBox()
        self.status.setAccessibleName(self.tr("Status"))
        for one in RowStatus:
            self.status.addItem(status_words(one), one)
        self.status.activated.connect(self._set_status)
        self._why = label("", "small", wrap=True)
        self._problem = label("", wrap=True)
        set_tone(self._problem, "error")
        self.columns = ColumnsBox()
        self.columns.changed.connect(lambda names: self._deeds.map(self._target, names))
        self.steps = StepsBox()
        self.steps.changed.connect(self._set_steps)
        self.steps.edit_asked.connect(self.edit_step)
        self.steps.add_asked.connect(self.pick_step)
        self.preview = PreviewBox()
        self._latest = Latest(self, self._previewed, self._not_previewed)
        self.value_map = button(self.tr("Value map…"), "list")
        self.value_map.clicked.connect(self.open_value_map)
        self.lookup = LookupBox()
        self.lookup.changed.connect(lambda lookup: self._deeds.lookup(self._target, lookup))
        self.default = self._line(self.tr("Where it is empty, take"), self._set_default)
        self.owner = self._line(self.tr("Owner"), self._set_owner)
        self.note = self._line(self.tr("Note"), self._set_note)
        self.unmap = button(self.tr("Unmap"), "unlink", danger=True)
        self.unmap.clicked.connect(lambda: self._deeds.unmap([self._target]))
        self._lay_out()

    def _line(self, name: str, done: object) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.editingFinished.connect(done)
        return made

    def _lay_out(self) -> None:
        state = QHBoxLayout()
        state.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignVCenter)
        state.addWidget(self.status, 1)
        self._default_title = label(self.default.accessibleName(), "small")
        self._steps_title = label(self.tr("Transforms"), "small")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self._title)
        box.addLayout(state)
        for widget in (
            self._problem,
            self._why,
            self.columns,
            self._steps_title,
            self.steps,
            self.value_map,
            label(self.tr("Live preview"), "small"),
            self.preview,
            self.lookup,
            self._default_title,
            self.default,
            label(self.owner.accessibleName(), "small"),
            self.owner,
            label(self.note.accessibleName(), "small"),
            self.note,
            self.unmap,
        ):
            box.addWidget(widget)
        box.addStretch(1)

    # -- showing

    @property
    def _target(self) -> str:
        return self._row.target if self._row is not None else ""

    def show_row(self, document: Document, target: str) -> None:
        """Show a row of the document."""
        row = document.rows[target]
        self._row = row
        card = document.targets[target]
        arrow = "←" if speech.language() == "fa" else "→"
        given = " + ".join(shown(name) for name in row.sources)
        given = given or self.tr("Fixed value")
        self._title.setText(f"{given} {arrow} {speech.say(card.label)}")
        self._show_state(document, row)
        self.columns.show_row(document, row)
        self.steps.show_steps(row.steps, document.sheet.titles)
        self.value_map.setVisible(bool(card.picklist) and bool(row.sources))
        self.lookup.show_row(document, target, self._deeds.session.plan.target.schema)
        plain = bool(row.sources)
        self.default.setVisible(plain)
        self._default_title.setVisible(plain)
        self.default.setText(_default(row.steps))
        self.owner.setText(row.owner)
        self.note.setText(row.note)
        self._latest.ask(
            mapping.preview(
                session=self._deeds.session,
                feed=self._deeds.feed,
                target=target,
                limit=LINES,
            )
        )

    def _show_state(self, document: Document, row: FieldMapping) -> None:
        sure = row.confidence is not None
        self._pill.setVisible(sure)
        if row.confidence is not None:
            tone = document.tone(row) if row.status == RowStatus.SUGGESTED else "plain"
            self._pill.setText(self.tr("{sure} match").format(sure=speech.percent(row.confidence)))
            set_tone(self._pill, tone)
        self.status.setCurrentIndex(self.status.findData(row.status))
        reasons = [speech.say(part) for part in document.sheet.evidence.get(row.target, ())]
        if not reasons and row.status != RowStatus.SUGGESTED:
            reasons = [self.tr("mapped by hand")]
        comma = "؛ " if speech.language() == "fa" else "; "
        self._why.setText(comma.join(reasons))
        self._why.setVisible(bool(reasons))
        problem = document.sheet.problems.get(row.target)
        self._problem.setText(speech.say(problem) if problem else "")
        self._problem.setVisible(problem is not None)

    def _previewed(self, preview: Preview) -> None:
        self.preview.show_preview(preview)
        self.steps.show_preview(preview)

    def _not_previewed(self, failure: Failure) -> None:
        self.preview.show_trouble(failure.message)

    # -- changing

    def _set_status(self) -> None:
        wanted = RowStatus(self.status.currentData())
        if self._row is not None and wanted != self._row.status:
            self._deeds.status([self._target], wanted)

    def _set_owner(self) -> None:
        if self._row is not None and self.owner.text().strip() != self._row.owner:
            self._deeds.owner(self._target, self.owner.text())

    def _set_note(self) -> None:
        if self._row is not None and self.note.text().strip() != self._row.note:
            self._deeds.note(self._target, self.note.text())

    def _set_default(self) -> None:
        if self._row is not None and self.default.text() != _default(self._row.steps):
            self._deeds.default(self._target, self.default.text())

    def _set_steps(self, steps: list[Step]) -> None:
        self._deeds.steps(self._target, steps)

    def edit_step(self, at: int) -> None:
        """Open the options of a step; one that nobody knows can only be removed or moved."""
        if self._row is None or at >= len(self._row.steps):
            return
        steps = self._row.steps
        if steps[at].transform in self._deeds.catalog:
            self._open(StepDialog(self._deeds, self._target, steps, at, parent=self))

    def pick_step(self) -> None:
        """Choose a transform to add at the end."""
        picker = StepPicker(self._deeds.session, self)
        picker.chosen.connect(self.add_step)
        picker.open()

    def add_step(self, item: CatalogItem) -> None:
        """Open the options of a new step."""
        if self._row is not None:
            steps = [*self._row.steps, Step(item.id)]
            at = len(steps) - 1
            dialog = StepDialog(self._deeds, self._target, steps, at, fresh=True, parent=self)
            self._open(dialog)

    def _open(self, dialog: StepDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.done_steps.connect(self._set_steps)
        dialog.open()

    def open_value_map(self) -> None:
        """Open the value map."""
        dialog = ValueMapDialog(self._deeds, self._target, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        target = self._target
        dialog.taken.connect(lambda values, default: self._deeds.value_map(target, values, default))
        dialog.open()


def _default(steps: tuple[Step, ...]) -> str:
    """What an empty field gets; "" for nothing."""
    last = steps[-1] if steps else None
    if last is None or last.transform != "constant" or not last.options.get("only_empty"):
        return ""
    return str(last.options.get("value", ""))
