"""The inspector of one row: why it was suggested, its pipeline, real values, who answers for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
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
from ui.pages.mapping.glyphs import evidence_words, shown, status_words
from ui.pages.mapping.lookup_box import LookupBox
from ui.pages.mapping.lookup_dialog import LookupDialog
from ui.pages.mapping.people_box import PeopleBox
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
        self._asked: tuple[object, str, str] | None = None
        self._title = label("", "h2", wrap=True)
        self._pill = Pill()
        self.status = QComboBox()
        self.status.setAccessibleName(self.tr("Status"))
        for one in RowStatus:
            self.status.addItem(status_words(one), one)
        model = self.status.model()
        if isinstance(model, QStandardItemModel):  # a signature is given with a name, not picked
            model.item(self.status.findData(RowStatus.SIGNED)).setEnabled(False)
        self.status.activated.connect(self._set_status)
        self._why = label("", "small", wrap=True)
        self._problem = label("", wrap=True)
        set_tone(self._problem, "error")
        self.columns = ColumnsBox()
        self.columns.changed.connect(lambda names: self._deeds.map(self._target, names))
        self.columns.apart.connect(lambda names: self._deeds.split(self._target, names))
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
        self.lookup.asked.connect(self.open_lookup)
        self.default = self._line(self.tr("Where it is empty, take"), self._set_default)
        self.people = PeopleBox(deeds)
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
            self.people,
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
        given = given or self._made(row)
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
        self.people.show_row(row)
        self.ask_preview()

    def _made(self, row: FieldMapping) -> str:
        """What fills a field without a column."""
        counted = bool(row.steps) and row.steps[0].transform == "sequence"
        return self.tr("Running number") if counted else self.tr("Fixed value")

    def ask_preview(self) -> None:
        """Ask for real values, unless those of this state of the project are here or on the way:
        after an edit that is at once, before the rest of the page is read."""
        wanted = (self._deeds.session.state, self._deeds.feed, self._target)
        if self._row is not None and wanted != self._asked:
            self._asked = wanted
            self._latest.ask(
                mapping.preview(
                    session=self._deeds.session,
                    feed=self._deeds.feed,
                    target=self._target,
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
        why = evidence_words(document, row.target)
        if not why and row.status != RowStatus.SUGGESTED:
            why = self.tr("mapped by hand")
        self._why.setText(why)
        self._why.setVisible(bool(why))
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

    def open_lookup(self) -> None:
        """Open the choice of the records that the field may mean."""
        dialog = LookupDialog(self._deeds, self._target, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
